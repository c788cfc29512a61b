//! Packs in one file, so that they can be replaced without a new program.
//!
//! The form is plain text: the line `argine knowledge 1`, then for each file a line `file <name> <bytes>`, its bytes
//! and a line end. Names are those within `knowledge/`: `pack.toml`, `steps/it.toml`. What is not in this order, of this
//! size or of a known name is refused. A bundle is signed as a whole by a minisign file beside it.

use core::fmt::Write as _;

use crate::embedded::{BESIDE, PACKS, TABLES};
use crate::{Knowledge, KnowledgeError, PackFile, PackHead};

const FIRST_LINE: &str = "argine knowledge 1";

/// No bundle is larger, in bytes: the packs of eight countries take a twentieth of it.
pub const BUNDLE_LIMIT: usize = 16 << 20;

/// Puts the files of a pack into one bundle, in the order given.
pub fn bundle(files: &[(&str, &str)]) -> String {
    let mut text = format!("{FIRST_LINE}\n");
    for (name, content) in files {
        // Writing to a string does not fail.
        let _ = writeln!(text, "file {name} {}\n{content}", content.len());
    }
    text
}

/// Whether a bundle holds the file of this name within `knowledge/`: tables of records and the files beside them; not the
/// sentences of the program, not the rules of recognition.
pub fn is_part_of_bundle(name: &str) -> bool {
    let is_table = |(table, file): (&str, &str)| {
        TABLES.contains(&table) && file.rsplit_once('.').is_some_and(|(_, kind)| kind == "toml")
    };
    BESIDE.iter().any(|(beside, _)| *beside == name) || name.split_once('/').is_some_and(is_table)
}

impl Knowledge {
    /// The packs in the binary as a bundle.
    pub fn embedded_bundle() -> String {
        let tables = PACKS.iter().map(|&(_, name, text)| (name, text));
        let files: Vec<(&str, &str)> = BESIDE.into_iter().chain(tables).collect();
        bundle(&files)
    }

    /// The packs of a bundle. Whose it is must have been asked before: this reads, it trusts nothing.
    ///
    /// # Errors
    /// [`KnowledgeError::NotABundle`] with the line where its form breaks, or what is wrong with one of its packs.
    pub fn from_bundle(text: &str) -> Result<Self, KnowledgeError> {
        let files = read(text)?;
        let own = |name: &str| {
            let found = files.iter().find(|(found, _)| *found == name).map(|(_, text)| *text);
            found.ok_or_else(|| KnowledgeError::NotABundle { line: 1, problem: format!("`{name}` is missing") })
        };
        let head = PackHead {
            version: own("pack.toml")?,
            wording: own("wording.toml")?,
            actions: own("actions.toml")?,
            situations: own("situations.toml")?,
        };
        let tables: Vec<PackFile<'_>> = (files.iter())
            .filter_map(|&(name, text)| Some(PackFile { kind: name.split_once('/')?.0, name, text }))
            .collect();
        Self::from_files(head, &tables)
    }
}

/// Names and contents, in the order of the bundle.
fn read(text: &str) -> Result<Vec<(&str, &str)>, KnowledgeError> {
    let mut line = 1;
    let broken = |line: usize, problem: &str| KnowledgeError::NotABundle { line, problem: problem.to_owned() };
    if text.len() > BUNDLE_LIMIT {
        return Err(broken(1, "it is larger than any bundle"));
    }
    let first = text.strip_prefix(FIRST_LINE).and_then(|rest| rest.strip_prefix('\n'));
    let mut rest = first.ok_or_else(|| broken(1, "it does not begin as a bundle does"))?;
    let mut files: Vec<(&str, &str)> = Vec::new();
    while !rest.is_empty() {
        line += 1;
        let (header, after) = rest.split_once('\n').ok_or_else(|| broken(line, "a file has no content"))?;
        let mut words = header.split(' ');
        let (Some("file"), Some(name), Some(size), None) = (words.next(), words.next(), words.next(), words.next())
        else {
            return Err(broken(line, "the head of a file is due here"));
        };
        let size: usize = size.parse().map_err(|_| broken(line, "the size of the file is no number"))?;
        let content = after.get(..size).ok_or_else(|| broken(line, "the file is shorter than its head says"))?;
        let end = after.get(size..).and_then(|rest| rest.strip_prefix('\n'));
        rest = end.ok_or_else(|| broken(line, "the file is longer than its head says"))?;
        if files.iter().any(|(other, _)| *other == name) {
            return Err(broken(line, "a file stands twice"));
        }
        line += content.matches('\n').count() + 1;
        files.push((name, content));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_packs_come_back_from_their_bundle() {
        let bundle = Knowledge::embedded_bundle();
        assert!(bundle.len() * 4 < BUNDLE_LIMIT);
        let back = Knowledge::from_bundle(&bundle).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(back, Knowledge::embedded().unwrap_or_else(|error| panic!("{error}")));
    }

    #[test]
    fn a_broken_bundle_says_where() {
        let table = [
            ("", 1),
            ("argine knowledge 2\n", 1),
            ("argine knowledge 1\nfile a 3\nabc", 2),
            ("argine knowledge 1\nfile a 9\nabc\n", 2),
            ("argine knowledge 1\nfile a 1\nabc\n", 2),
            ("argine knowledge 1\nfile a x\nabc\n", 2),
            ("argine knowledge 1\nfile a 18446744073709551615\nabc\n", 2),
            ("argine knowledge 1\nfile a 1\nb\nfile a 1\nb\n", 4),
            ("argine knowledge 1\nfile a 3\na\nb\nanything\n", 5),
            ("argine knowledge 1\nfile a 1\nè\n", 2),
        ];
        for (text, at) in table {
            match Knowledge::from_bundle(text) {
                Err(KnowledgeError::NotABundle { line, .. }) => assert_eq!(line, at, "{text:?}"),
                other => panic!("{text:?}: {other:?}"),
            }
        }
        assert!(matches!(
            Knowledge::from_bundle("argine knowledge 1\n"),
            Err(KnowledgeError::NotABundle { line: 1, .. })
        ));
    }
}
