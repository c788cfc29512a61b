//! Who is a child, said in other words than the lexicon's `MINOR_OWN`: the school year of who writes, and the age of a child of whom
//! somebody tells (`ages/`). Nothing else is weighed by it, so that no fitted table has to know.

use crate::RulesError;
use crate::fold::Folded;
use crate::lexicon::{Atom, AtomType, Lexicon, LexiconFile, Memory};

/// An age stands at most so many words behind the child whose it is.
const REACH: u32 = 10;

/// Of whom a line says that they are a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Young {
    /// Of who wrote it.
    Writer,
    /// Of somebody in their care.
    Child,
}

/// The words for it.
#[derive(Debug)]
pub(crate) struct Ages {
    words: Lexicon,
    own: AtomType,
    child: AtomType,
    years: AtomType,
}

/// Where a line says it: bytes of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) who: Young,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Ages {
    /// # Errors
    /// When a stem is malformed, or a type is missing.
    pub(crate) fn build(files: &[(&str, LexiconFile)]) -> Result<Self, RulesError> {
        let words = Lexicon::build(files)?;
        let kind = |name: &str| {
            words.kind(name).ok_or_else(|| RulesError::Rule {
                file: "ages".to_owned(),
                rule: name.to_owned(),
                reason: "no stems of this type".to_owned(),
            })
        };
        let (own, child, years) = (kind("OWN_SCHOOL")?, kind("CHILD")?, kind("CHILD_YEARS")?);
        Ok(Self { words, own, child, years })
    }

    /// What each of these lines says that says anything, with its number.
    pub(crate) fn told<'a>(
        &'a self,
        lines: impl Iterator<Item = (u32, &'a str)> + 'a,
    ) -> impl Iterator<Item = (u32, Told)> + 'a {
        let (mut folded, mut memory, mut atoms) = (Folded::default(), Memory::default(), Vec::new());
        lines.filter_map(move |(at, line)| {
            folded.fold(line);
            self.words.find(&mut folded, &mut memory, &mut atoms);
            Some((at, self.of(&folded, &atoms)?))
        })
    }

    fn of(&self, folded: &Folded, atoms: &[Atom]) -> Option<Told> {
        let told = |who: Young, first: &Atom, last: &Atom| {
            let (first, last) = (folded.tokens.get(first.first as usize)?, folded.tokens.get(last.last as usize)?);
            Some(Told { who, start: first.from, end: last.to })
        };
        let mut children = atoms.iter().filter(|atom| atom.kind == self.child).peekable();
        // Whoever speaks of a child does not speak of their own school.
        if children.peek().is_none() {
            let own = atoms.iter().find(|atom| atom.kind == self.own)?;
            return told(Young::Writer, own, own);
        }
        children.find_map(|child| {
            let near = |years: &&Atom| {
                years.kind == self.years
                    && years.first > child.last
                    && years.first - child.last <= REACH
                    && years.languages.and(child.languages).0 != 0
            };
            atoms.iter().find(near).and_then(|years| told(Young::Child, child, years))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Young;
    use crate::Recogniser;

    #[track_caller]
    fn check(line: &str, expected: Option<Young>) {
        let recogniser = Recogniser::unfitted().unwrap();
        assert_eq!(recogniser.ages.told([(0, line)].into_iter()).next().map(|(_, told)| told.who), expected, "{line}");
    }

    #[test]
    fn children_are_told_by_whose_they_are_and_their_age() {
        for line in [
            "mio figlio ha 14 anni e uno gli chiede soldi",
            "my son Toby is 14, somebody online is threatening him",
            "Mi hijo tiene quince años y anoche lloraba",
            "mon petit frère a 13 ans",
            "meine Tochter ist 15",
            "o meu filho tem 14 anos",
        ] {
            check(line, Some(Young::Child));
        }
        for line in ["mio figlio ha 25 anni", "she is 16", "my son is online", "mia figlia lo scoprirà"] {
            check(line, None);
        }
    }

    #[test]
    fn pupils_are_told_by_their_year() {
        for line in [
            "im year 10 i dont have £100",
            "estoy en 3º de la eso no me hagas esto",
            "ando no 9º ano deixa me em paz",
            "chui en 2nde",
            "werd erst im märz 17",
        ] {
            check(line, Some(Young::Writer));
        }
        for line in ["in the year 2010", "mi hijo va a 3 de la eso", "it is year 11 of our marriage"] {
            let ages = Recogniser::unfitted().unwrap().ages;
            assert!(!ages.told([(0, line)].into_iter()).any(|(_, told)| told.who == Young::Writer), "{line}");
        }
    }
}
