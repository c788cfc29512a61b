//! Words of people, made printable: what the faces cannot show is replaced where everybody can see it.

use std::cell::Cell;
use std::collections::BTreeSet;

use argine_knowledge::{Argument, Catalogue};
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::repertoire::Repertoire;

/// A piece of a printable text, as the templates read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum Piece {
    /// Characters that a face shows.
    Plain(String),
    /// Characters that no face shows, by their code points.
    Code { u: String },
    /// Something that the dossier itself says (`[…]`).
    Mark { m: String },
    /// A new line.
    Break { b: bool },
    /// Here a long word may be broken.
    Wrap { w: bool },
}

/// How much of a text is printed, and how soon a long word may break.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure {
    /// Characters, about; a new line counts as many.
    pub(crate) length: usize,
    /// Characters without a space after which a break is allowed.
    pub(crate) word: usize,
}

impl Measure {
    /// A name, a title, a file name.
    pub(crate) const NAME: Self = Self { length: 160, word: 9 };
    /// A name in the narrow column of a table.
    pub(crate) const SENDER: Self = Self { length: 48, word: 9 };
    /// An address, an account, a hash: in full, whatever its length within reason.
    pub(crate) const VALUE: Self = Self { length: 2_000, word: 24 };
    /// A sentence of the packs.
    pub(crate) const SENTENCE: Self = Self { length: 4_000, word: 40 };

    /// A quotation of at most `length` characters.
    pub(crate) const fn quotation(length: usize) -> Self {
        Self { length, word: 28 }
    }
}

/// How many characters of the line a new line is worth when a quotation is measured.
const LINE: usize = 60;
/// Longer clusters are heaps of accents ("zalgo"): they would cover the lines around them.
const CLUSTER: usize = 10;

/// Makes texts printable and remembers what it had to leave out.
pub(crate) struct Printer {
    words: Catalogue,
    repertoire: Repertoire,
    directions: Cell<i64>,
    replaced: Cell<bool>,
    cut: Cell<bool>,
}

impl Printer {
    pub(crate) fn new(words: Catalogue, repertoire: Repertoire) -> Self {
        Self { words, repertoire, directions: Cell::new(0), replaced: Cell::new(false), cut: Cell::new(false) }
    }

    /// Invisible marks of direction or emoji variant that were left out so far.
    pub(crate) fn directions(&self) -> i64 {
        self.directions.get()
    }

    /// Whether a character was replaced by its code so far.
    pub(crate) fn replaced(&self) -> bool {
        self.replaced.get()
    }

    /// Whether a text was cut so far.
    pub(crate) fn cut(&self) -> bool {
        self.cut.get()
    }

    /// `text` as one string, for places that hold no marks (labels with arguments).
    pub(crate) fn line(&self, text: &str, measure: Measure) -> String {
        self.print(text, measure)
            .into_iter()
            .map(|piece| match piece {
                Piece::Plain(text) | Piece::Mark { m: text } => text,
                Piece::Code { u } => format!("[{u}]"),
                Piece::Break { .. } => " ".to_owned(),
                Piece::Wrap { .. } => String::new(),
            })
            .collect()
    }

    /// `text` in printable pieces.
    pub(crate) fn print(&self, text: &str, measure: Measure) -> Vec<Piece> {
        let mut line = Line { pieces: Vec::new(), plain: String::new(), run: 0 };
        let mut spent = 0;
        let mut hidden = BTreeSet::new();
        let mut hidden_count = 0;
        for cluster in text.graphemes(true) {
            if spent >= measure.length {
                line.flush();
                line.pieces.push(Piece::Mark { m: self.words.text("report-cut") });
                self.cut.set(true);
                break;
            }
            match self.judge(cluster) {
                Judgement::Break => {
                    line.flush();
                    line.pieces.push(Piece::Break { b: true });
                    line.run = 0;
                    spent += LINE;
                }
                Judgement::Space => {
                    line.plain.push(' ');
                    line.run = 0;
                    spent += 1;
                }
                Judgement::Show(shown, left_out) => {
                    self.directions.set(self.directions.get() + left_out);
                    line.wrap_at(measure.word);
                    line.plain.push_str(&shown);
                    line.run += 1;
                    spent += 1;
                }
                Judgement::LeaveOut(count) => self.directions.set(self.directions.get() + count),
                Judgement::Hide => {
                    for character in cluster.chars() {
                        hidden.insert(character);
                        hidden_count += 1;
                    }
                }
                Judgement::Replace => {
                    self.replaced.set(true);
                    let code = code_points(cluster);
                    spent += code.len() + 1;
                    line.replace(code);
                }
            }
        }
        line.flush();
        if hidden_count > 0 {
            // Their place in the text is in the original; what matters here is that they were there.
            let codes: Vec<_> = hidden.into_iter().take(6).map(code_point).collect();
            let arguments = [("count", Argument::Number(hidden_count)), ("codes", Argument::Text(codes.join(" ")))];
            line.pieces.push(Piece::Plain(" ".to_owned()));
            line.pieces.push(Piece::Mark { m: self.words.format("report-hidden", &arguments) });
        }
        line.pieces
    }

    fn judge(&self, cluster: &str) -> Judgement {
        let mut characters = cluster.chars();
        let Some(first) = characters.next() else { return Judgement::LeaveOut(0) };
        if let (true, true) = (first.is_ascii_graphic(), characters.next().is_none()) {
            return Judgement::Show(cluster.to_owned(), 0);
        }
        match first {
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => return Judgement::Break,
            _ if first.is_whitespace() && cluster.chars().all(char::is_whitespace) => return Judgement::Space,
            _ => {}
        }
        if cluster.chars().all(is_direction) {
            return Judgement::LeaveOut(i64::try_from(cluster.chars().count()).unwrap_or(i64::MAX));
        }
        if cluster.chars().all(is_hidden) {
            return Judgement::Hide;
        }
        if cluster.chars().count() > CLUSTER && !cluster.contains('\u{200D}') {
            return Judgement::Replace;
        }
        // Joiners, variants and skin colours of emoji carry no words; without them the parts stand side by side.
        let shown: String = cluster.chars().filter(|&c| !is_emoji_modifier(c)).collect();
        let left_out = cluster.chars().filter(|&c| is_emoji_modifier(c)).count();
        let hides_something = shown.chars().any(|c| is_hidden(c) || is_direction(c) || is_override(c));
        let covered = shown.chars().next().is_some() && !hides_something && {
            let parts_of_emoji = left_out > 0 && !self.repertoire.shows(&shown);
            if parts_of_emoji {
                shown.chars().all(|c| self.repertoire.shows(c.encode_utf8(&mut [0; 4])))
            } else {
                self.repertoire.shows(&shown)
            }
        };
        if covered { Judgement::Show(shown, i64::try_from(left_out).unwrap_or(i64::MAX)) } else { Judgement::Replace }
    }
}

enum Judgement {
    Show(String, i64),
    Space,
    Break,
    LeaveOut(i64),
    Hide,
    Replace,
}

/// Pieces under construction.
struct Line {
    pieces: Vec<Piece>,
    plain: String,
    run: usize,
}

impl Line {
    fn flush(&mut self) {
        if !self.plain.is_empty() {
            self.pieces.push(Piece::Plain(core::mem::take(&mut self.plain)));
        }
    }

    fn wrap_at(&mut self, word: usize) {
        if self.run >= word {
            self.flush();
            self.pieces.push(Piece::Wrap { w: true });
            self.run = word / 2;
        }
    }

    fn replace(&mut self, code: String) {
        self.run = 0;
        if self.plain.is_empty()
            && let Some(Piece::Code { u }) = self.pieces.last_mut()
        {
            u.push(' ');
            u.push_str(&code);
        } else {
            self.flush();
            self.pieces.push(Piece::Code { u: code });
        }
    }
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

fn code_points(cluster: &str) -> String {
    // The tags of a flag are a dozen codes that say nothing to a reader: the flag's own code stands for it.
    let characters = || cluster.chars().filter(|c| !matches!(c, '\u{E0020}'..='\u{E007F}'));
    let mut codes: Vec<_> = characters().take(CLUSTER).map(code_point).collect();
    let rest = characters().count().saturating_sub(CLUSTER);
    if rest > 0 {
        codes.push(format!("+{rest}"));
    }
    codes.join(" ")
}

/// Marks that only help direction; apps write them around numbers and file names.
const fn is_direction(c: char) -> bool {
    matches!(
        c,
        '\u{200E}'
            | '\u{200F}'
            | '\u{61C}'
            | '\u{202A}'
            | '\u{202C}'
            | '\u{2066}'
            | '\u{2068}'
            | '\u{2069}'
            | '\u{FE0E}'
            | '\u{FE0F}'
    )
}

/// Marks that turn the order of what follows around: shown, because they can make words look like others.
const fn is_override(c: char) -> bool {
    matches!(c, '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2067}')
}

/// Characters without ink, used to break words apart for machines.
const fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'
            ..='\u{200D}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'
            ..='\u{FE0D}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

const fn is_emoji_modifier(c: char) -> bool {
    matches!(c, '\u{200D}' | '\u{FE0E}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use argine_model::Language;

    use super::*;

    fn check(text: &str, expected: &str) {
        let words = Catalogue::new(Language::It);
        let printer = Printer::new(words, Repertoire::Bundled);
        assert_eq!(printer.line(text, Measure::quotation(10_000)), expected, "{text:?}");
    }

    #[test]
    fn what_the_faces_hold_is_untouched() {
        check("Perché? Città, 50 € · Привет · Ωμέγα · שלום", "Perché? Città, 50 € · Привет · Ωμέγα · שלום");
        check("#set text(fill: red) $x$ \\ //", "#set text(fill: red) $x$ \\ //");
    }

    #[test]
    fn what_they_lack_shows_its_code() {
        check("中文", "[U+4E2D U+6587]");
        check("a\u{7}b", "a[U+0007]b");
        check("\u{E000}", "[U+E000]");
        check("\u{202E}abc", "[U+202E]abc");
    }

    #[test]
    fn emoji_lose_only_what_carries_no_words() {
        check("😈", "😈");
        check("❤\u{FE0F}", "❤");
        check("👍🏽", "👍");
    }

    #[test]
    fn zero_width_characters_are_counted() {
        check("s\u{200B}e\u{200B}nd", "send [2 caratteri invisibili: U+200B]");
        check("\u{200E}<allegato>", "<allegato>");
    }

    #[test]
    fn heaps_of_accents_do_not_cover_the_page() {
        let heap = format!("a{}", "\u{301}".repeat(40));
        let words = Catalogue::new(Language::It);
        let printed = Printer::new(words, Repertoire::Bundled).line(&heap, Measure::quotation(500));
        assert!(printed.starts_with("[U+0061 U+0301"), "{printed}");
        assert!(printed.ends_with("+31]"), "{printed}");
    }

    #[test]
    fn long_words_may_break_and_long_texts_end() {
        let words = Catalogue::new(Language::It);
        let printer = Printer::new(words, Repertoire::Bundled);
        let pieces = printer.print(&"x".repeat(100), Measure { length: 1_000, word: 20 });
        assert!(pieces.iter().filter(|piece| matches!(piece, Piece::Wrap { .. })).count() >= 5);
        assert!(!printer.cut());
        assert!(printer.line(&"x".repeat(100), Measure::quotation(50)).ends_with("[…]"));
        assert!(printer.cut());
    }
}
