//! Text laid out for a terminal: headings, paragraphs, hanging indents, wrapped by what the terminal shows.

use core::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr as _;

/// Wide enough for a sentence, narrow enough for a phone held sideways.
const WIDTH: usize = 96;

/// What a colour stands for; the words say the same, so that nothing hangs on seeing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Something is wrong.
    Alarm,
    /// It wants a closer look.
    Caution,
    /// Nothing presses.
    Calm,
    /// Somebody else's words.
    Quoted,
}

impl Tone {
    const fn style(self) -> Style {
        let (style, colour) = match self {
            Self::Alarm => (Style::new().bold(), AnsiColor::Red),
            Self::Caution => (Style::new().bold(), AnsiColor::Yellow),
            Self::Calm => (Style::new().bold(), AnsiColor::Green),
            Self::Quoted => (Style::new(), AnsiColor::Cyan),
        };
        style.fg_color(Some(anstyle::Color::Ansi(colour)))
    }
}

/// A page under construction.
#[derive(Debug, Default)]
pub(crate) struct Page {
    text: String,
}

impl Page {
    /// The page as text with terminal styles.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// A heading on a line of its own, with an empty line before it.
    pub(crate) fn heading(&mut self, words: &str) {
        let bold = Style::new().bold();
        let before = if self.text.trim().is_empty() { "" } else { "\n" };
        let _ = writeln!(self.text, "{before}{bold}{words}{bold:#}");
    }

    /// A paragraph that starts with `label` and hangs below it; `indent` columns from the left.
    pub(crate) fn hanging(&mut self, indent: usize, label: &str, words: &str) {
        self.styled(indent, label, words, Style::new());
    }

    /// As [`Page::hanging`], in bold.
    pub(crate) fn strong(&mut self, indent: usize, label: &str, words: &str) {
        self.styled(indent, label, words, Style::new().bold());
    }

    /// As [`Page::hanging`], for what is there to be checked rather than read: sources, positions.
    pub(crate) fn faint(&mut self, indent: usize, label: &str, words: &str) {
        self.styled(indent, label, words, Style::new().dimmed());
    }

    /// As [`Page::hanging`], in the colour of a tone.
    pub(crate) fn toned(&mut self, indent: usize, label: &str, words: &str, tone: Tone) {
        self.styled(indent, label, words, tone.style());
    }

    /// One line, however long: for answers that are promised in one.
    pub(crate) fn line(&mut self, words: &str) {
        let _ = writeln!(self.text, "{}", words.trim_end());
    }

    /// An empty line.
    pub(crate) fn gap(&mut self) {
        self.text.push('\n');
    }

    fn styled(&mut self, indent: usize, label: &str, words: &str, style: Style) {
        let hang = indent + label.width();
        let mut first = true;
        for paragraph in words.split('\n') {
            for line in wrap(paragraph, WIDTH.saturating_sub(hang).max(24)) {
                let (pad, label) = if first { (indent, label) } else { (hang, "") };
                let _ = writeln!(self.text, "{:pad$}{style}{label}{line}{style:#}", "");
                first = false;
            }
        }
    }
}

/// Breaks at spaces; a word wider than the line stands alone.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = word.width();
        if used > 0 && used + 1 + wide > width {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += wide;
        }
    }
    lines
}

/// Somebody else's words, made safe for a terminal and short enough to read: control and direction marks are dropped
/// (they can rewrite a screen), line ends become ` / `, and `…` stands for what is cut.
pub(crate) fn quote(words: &str, characters: usize) -> String {
    let mut quoted = String::new();
    let mut count = 0;
    for character in words.trim().chars() {
        if count >= characters {
            quoted.push('…');
            break;
        }
        match character {
            '\n' => quoted.push_str(" / "),
            _ if is_unsafe_on_screen(character) => continue,
            _ => quoted.push(character),
        }
        count += 1;
    }
    quoted
}

fn is_unsafe_on_screen(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_at_what_is_seen() {
        let check = |text: &str, width, expected: &[&str]| assert_eq!(wrap(text, width), expected, "{text}");
        check("", 10, &[""]);
        check("uno due tre", 7, &["uno due", "tre"]);
        check("parolalunghissima e poi", 8, &["parolalunghissima", "e poi"]);
        check("è così però", 6, &["è così", "però"]);
        check("日本語 日本語", 8, &["日本語", "日本語"]);
    }

    #[test]
    fn a_quote_cannot_rewrite_the_screen() {
        assert_eq!(quote("ciao\u{1b}[2J\u{202e}oaic\r\nx", 80), "ciao[2Joaic / x");
        assert_eq!(quote("abcdef", 3), "abc…");
        assert_eq!(quote("  ", 3), "");
    }
}
