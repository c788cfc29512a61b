//! Folding: words as they are compared, with the way back to the bytes as they were written.
//!
//! Lower case, without accents, without invisible characters, with look-alike letters of other scripts turned into
//! Latin ones (only in a message that also holds Latin letters: Russian stays Russian), letters held down
//! ("paaaga") let go, laughter and hearts as words. Every token knows which bytes of the original it came from,
//! so that evidence quotes what was really written.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// One word of the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Token {
    /// First byte in [`Folded::text`].
    pub(crate) start: u32,
    /// One past the last byte in [`Folded::text`].
    pub(crate) end: u32,
    /// First byte in the original.
    pub(crate) from: u32,
    /// One past the last byte in the original.
    pub(crate) to: u32,
    /// Holds letters and also digits or signs that stand for letters.
    pub(crate) mixed: bool,
}

/// A text folded: `" word word word "`, one space before, between and after.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folded {
    /// The words between single spaces.
    pub(crate) text: String,
    /// The words' places.
    pub(crate) tokens: Vec<Token>,
    /// Whether a question mark was written.
    pub(crate) question: bool,
}

impl Folded {
    /// Folds `original`, reusing the buffers.
    pub(crate) fn fold(&mut self, original: &str) {
        self.text.clear();
        self.tokens.clear();
        self.question = false;
        self.text.push(' ');
        let mut writer =
            Writer { folded: self, open: false, digits: false, letters: false, run: 0, last: '\0', from: 0 };
        let latin = original.is_ascii() || original.bytes().any(|byte| byte.is_ascii_alphabetic());
        let mut characters = original.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let end = at + character.len_utf8();
            match character {
                'a'..='z' | '0'..='9' => writer.push(character, at),
                'A'..='Z' => writer.push(character.to_ascii_lowercase(), at),
                '@' | '$' | '!' | '|' if writer.inside_word(characters.peek().map(|next| next.1)) => {
                    writer.push_sign(character, at);
                }
                _ if character.is_ascii() => {
                    if character == '?' {
                        writer.folded.question = true;
                    }
                    writer.close(at);
                }
                _ => writer.push_foreign(character, at, end, latin),
            }
        }
        writer.close(original.len());
        self.join_spaced_letters();
    }

    /// The word of a token.
    pub(crate) fn word(&self, token: &Token) -> &str {
        self.text.get(token.start as usize..token.end as usize).unwrap_or("")
    }

    /// Puts other words in the place of tokens, given by ascending token; the way back stays.
    pub(crate) fn replace(&mut self, replacements: &[(usize, Box<str>)]) {
        let mut text = String::with_capacity(self.text.len() + 16);
        text.push(' ');
        let mut tokens = Vec::with_capacity(self.tokens.len() + 4);
        let mut pending = replacements.iter().peekable();
        for (at, token) in self.tokens.iter().enumerate() {
            let words = match pending.next_if(|(place, _)| *place == at) {
                Some((_, words)) => words,
                None => self.word(token),
            };
            for word in words.split(' ') {
                let start = offset(text.len());
                text.push_str(word);
                tokens.push(Token { start, end: offset(text.len()), ..*token });
                text.push(' ');
            }
        }
        self.text = text;
        self.tokens = tokens;
    }

    /// `v i d e o` becomes `video`: runs of at least four single letters.
    fn join_spaced_letters(&mut self) {
        let single = |token: &Token| token.end - token.start == 1;
        if self.tokens.len() < 4 || !self.tokens.windows(4).any(|window| window.iter().all(single)) {
            return;
        }
        let mut text = String::with_capacity(self.text.len());
        text.push(' ');
        let mut tokens: Vec<Token> = Vec::with_capacity(self.tokens.len());
        let mut rest = self.tokens.as_slice();
        while let Some(first) = rest.first() {
            let run = rest.iter().take_while(|token| single(token)).count();
            let taken = if run >= 4 { run } else { 1 };
            let (group, after) = rest.split_at(taken);
            let start = text.len();
            for token in group {
                text.push_str(self.word(token));
            }
            let last = group.last().unwrap_or(first);
            tokens.push(Token {
                start: offset(start),
                end: offset(text.len()),
                from: first.from,
                to: last.to,
                mixed: first.mixed || (run >= 4),
            });
            text.push(' ');
            rest = after;
        }
        self.text = text;
        self.tokens = tokens;
    }
}

/// A byte offset as stored; texts above four gigabytes do not occur (readers limit them).
pub(crate) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

struct Writer<'a> {
    folded: &'a mut Folded,
    open: bool,
    digits: bool,
    letters: bool,
    run: u8,
    last: char,
    from: usize,
}

impl Writer<'_> {
    fn push(&mut self, character: char, at: usize) {
        if !self.open {
            self.open = true;
            self.digits = false;
            self.letters = false;
            self.last = '\0';
            self.run = 0;
            self.from = at;
            let start = offset(self.folded.text.len());
            self.folded.tokens.push(Token { start, end: start, from: offset(at), to: offset(at), mixed: false });
        }
        if character.is_ascii_digit() {
            self.digits = true;
            self.last = '\0';
        } else {
            self.letters = true;
            if character == self.last {
                self.run = self.run.saturating_add(1);
                if self.run == 3 {
                    self.folded.text.pop();
                }
                if self.run >= 3 {
                    return;
                }
            } else {
                self.last = character;
                self.run = 1;
            }
        }
        self.folded.text.push(character);
    }

    fn push_sign(&mut self, character: char, at: usize) {
        self.push(character, at);
        self.digits = true;
    }

    fn inside_word(&self, next: Option<char>) -> bool {
        self.open && self.letters && next.is_some_and(|next| next.is_ascii_alphanumeric())
    }

    fn close(&mut self, at: usize) {
        if !self.open {
            return;
        }
        self.open = false;
        let end = offset(self.folded.text.len());
        let mixed = self.digits && self.letters;
        if let Some(token) = self.folded.tokens.last_mut() {
            token.end = end;
            token.to = offset(at);
            token.mixed = mixed;
        }
        self.folded.text.push(' ');
    }

    fn whole(&mut self, word: &str, at: usize, end: usize) {
        self.close(at);
        for character in word.chars() {
            self.push(character, at);
        }
        self.close(end);
    }

    fn push_foreign(&mut self, character: char, at: usize, end: usize, latin: bool) {
        match character {
            // The typographic apostrophe is by far the most frequent.
            '\u{2019}' | '\u{2018}' | '\u{a0}' | '\u{202f}' | '\u{2026}' | '\u{2013}' | '\u{2014}' => self.close(at),
            '\u{e0}' => self.push('a', at),
            '\u{e8}' | '\u{e9}' => self.push('e', at),
            '\u{ec}' | '\u{ed}' | '\u{131}' => self.push('i', at),
            '\u{f2}' | '\u{f3}' | '\u{f8}' | '\u{d8}' => self.push('o', at),
            '\u{f9}' | '\u{fa}' => self.push('u', at),
            '\u{df}' => {
                self.push('s', at);
                self.push('s', at);
            }
            '\u{e6}' | '\u{c6}' => self.push_pair('a', 'e', at),
            '\u{153}' | '\u{152}' => self.push_pair('o', 'e', at),
            '\u{142}' | '\u{141}' => self.push('l', at),
            '\u{20ac}' => self.whole("euro", at, end),
            '\u{a3}' => self.whole("gbp", at, end),
            '\u{bf}' => {
                self.folded.question = true;
                self.close(at);
            }
            '\u{1f602}' | '\u{1f923}' | '\u{1f639}' | '\u{1f606}' | '\u{1f605}' | '\u{1f604}' | '\u{1f601}'
            | '\u{1f61c}' | '\u{1f61d}' | '\u{1f92a}' | '\u{1f480}' => self.whole("xlaughx", at, end),
            '\u{2764}' | '\u{1f60d}' | '\u{1f618}' | '\u{1f970}' | '\u{1f495}' | '\u{1f496}' => {
                self.whole("xheartx", at, end);
            }
            '\u{23f0}' | '\u{23f3}' | '\u{23f1}' | '\u{231b}' => self.whole("xclockx", at, end),
            _ if is_invisible(character) || is_combining_mark(character) => {}
            _ => self.decompose(character, at, latin),
        }
    }

    fn push_pair(&mut self, first: char, second: char, at: usize) {
        self.push(first, at);
        self.push(second, at);
    }

    fn decompose(&mut self, character: char, at: usize, latin: bool) {
        let mut parts = ['\0'; 4];
        let mut count = 0;
        decompose_compatible(character, |part| {
            if !is_combining_mark(part)
                && let Some(slot) = parts.get_mut(count)
            {
                *slot = part;
                count += 1;
            }
        });
        for part in parts.iter().take(count) {
            let part = if latin { look_alike(*part).unwrap_or(*part) } else { *part };
            if part.is_ascii_alphanumeric() {
                self.push(part.to_ascii_lowercase(), at);
            } else if part.is_alphanumeric() {
                for lower in part.to_lowercase() {
                    self.push(lower, at);
                }
            } else {
                self.close(at);
            }
        }
    }
}

/// Characters that are not seen and that hide words from a search.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// The Latin letter that a letter of another script looks like (Unicode UTS #39, the part that is used to deceive).
fn look_alike(character: char) -> Option<char> {
    Some(match character {
        'а' | 'А' | 'α' | 'Α' | 'ɑ' => 'a',
        'В' | 'Β' | 'Ь' | 'ь' => 'b',
        'с' | 'С' | 'ϲ' | 'Ϲ' => 'c',
        'ԁ' | 'ɗ' => 'd',
        'е' | 'Е' | 'ε' | 'Ε' | 'є' | 'ё' => 'e',
        'ɡ' => 'g',
        'һ' | 'Н' | 'Η' | 'հ' => 'h',
        'і' | 'І' | 'ι' | 'Ι' | 'ї' | 'ɩ' => 'i',
        'ј' | 'Ј' => 'j',
        'к' | 'К' | 'κ' | 'Κ' => 'k',
        'ⅼ' | 'Ӏ' | 'ӏ' => 'l',
        'м' | 'М' | 'Μ' => 'm',
        'п' | 'η' | 'Ν' | 'ո' => 'n',
        'о' | 'О' | 'ο' | 'Ο' | 'σ' | 'օ' => 'o',
        'р' | 'Р' | 'ρ' | 'Ρ' => 'p',
        'ԛ' => 'q',
        'г' => 'r',
        'ѕ' | 'Ѕ' => 's',
        'т' | 'Т' | 'τ' | 'Τ' => 't',
        'υ' | 'ս' => 'u',
        'ѵ' | 'ν' => 'v',
        'ԝ' | 'ω' => 'w',
        'х' | 'Х' | 'χ' | 'Χ' => 'x',
        'у' | 'У' | 'γ' | 'Υ' => 'y',
        'Ζ' => 'z',
        _ => return None,
    })
}

/// The letter that a digit or a sign stands for.
pub(crate) fn letter_for(sign: u8, one: u8) -> u8 {
    match sign {
        b'4' | b'@' => b'a',
        b'3' => b'e',
        b'1' | b'!' | b'|' => one,
        b'0' => b'o',
        b'5' | b'$' => b's',
        b'7' => b't',
        b'8' => b'b',
        b'9' => b'g',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(original: &str, expected: &str) {
        let mut folded = Folded::default();
        folded.fold(original);
        assert_eq!(folded.text.trim(), expected, "{original:?}");
        for token in &folded.tokens {
            assert!(original.is_char_boundary(token.from as usize) && original.is_char_boundary(token.to as usize));
            assert!(token.from < token.to && token.to as usize <= original.len());
        }
    }

    #[test]
    fn case_accents_and_apostrophes() {
        check("Perché l’ho GIÀ detto!", "perche l ho gia detto");
        check("Straße, Œuvre, ça", "strasse oeuvre ca");
    }

    #[test]
    fn invisible_characters_vanish() {
        check("v\u{200b}i\u{200d}d\u{ad}e\u{feff}o", "video");
    }

    #[test]
    fn look_alikes_become_latin_only_among_latin() {
        check("il vіdео", "il video");
        check("сіао bello", "ciao bello");
        check("привет", "привет");
        check("ｐａｇａ 𝐩𝐚𝐠𝐚", "paga paga");
    }

    #[test]
    fn spaced_letters_are_joined() {
        check("il v i d e o ce l'ho", "il video ce l ho");
        check("v.i.d.e.o", "video");
        check("a e i", "a e i");
    }

    #[test]
    fn held_letters_are_let_go() {
        check("paaaaga noooo", "paga no");
        check("1000 euro", "1000 euro");
    }

    #[test]
    fn tokens_lead_back_to_the_original() {
        let original = "Ora v i d e o, sì";
        let mut folded = Folded::default();
        folded.fold(original);
        let token = folded.tokens[1];
        assert_eq!(&original[token.from as usize..token.to as usize], "v i d e o");
    }

    proptest::proptest! {
        #[test]
        fn any_text_folds_and_leads_back(original in "\\PC{0,80}") {
            let mut folded = Folded::default();
            folded.fold(&original);
            let mut end = 0;
            for token in &folded.tokens {
                proptest::prop_assert!(token.from >= end && token.to >= token.from);
                proptest::prop_assert!(original.get(token.from as usize..token.to as usize).is_some());
                end = token.to;
            }
        }
    }
}
