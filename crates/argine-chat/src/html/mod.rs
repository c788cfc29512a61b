//! HTML exports: pages taken apart into elements with their places in the bytes, and what is common to reading them.

mod dates;

use std::collections::BTreeMap;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Token, Tokenizer};

use crate::source::{Document, Extract};
use crate::{account, meta, telegram};

pub(crate) use dates::{Moment, moment};

/// Reads the text if it is an HTML export of a known app.
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> {
    let text = document.decoded.text.as_ref();
    let start = text.trim_start();
    if !start.starts_with('<') || start.starts_with("<?xml") || memchr::memmem::find(text.as_bytes(), b"<div").is_none()
    {
        return None;
    }
    let page = Page::of(text);
    telegram::read_html(document, &page)
        .or_else(|| meta::read_html(document, &page))
        .or_else(|| account::read_html(document, &page))
}

/// A page: its elements in the order of their start tags, and its words.
pub(crate) struct Page {
    pub(crate) elements: Vec<Element>,
    /// Words in order: the element they stand in, and what they say.
    words: Vec<(usize, String)>,
}

/// An element of a page.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    /// Its place in the text, tags included.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) parent: Option<usize>,
    /// One past the last element inside it.
    pub(crate) last: usize,
    /// The words inside it, as a range of [`Page::words`].
    words: (usize, usize),
    attributes: BTreeMap<String, String>,
}

impl Element {
    /// An attribute; empty where there is none.
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// Whether it is of this class.
    pub(crate) fn is(&self, class: &str) -> bool {
        self.attribute("class").split_ascii_whitespace().any(|own| own == class)
    }
}

/// Elements that have no end tag.
const VOID: [&str; 12] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// Elements that begin a line of their own.
const BLOCKS: [&str; 18] = [
    "div",
    "p",
    "li",
    "ul",
    "ol",
    "table",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "main",
    "section",
    "blockquote",
    "pre",
];

/// Attributes that are looked at.
const ATTRIBUTES: [&str; 6] = ["class", "id", "title", "href", "src", "onclick"];

impl Page {
    /// Takes a page apart. Tags that do not fit are closed where their parent is; nothing nests on the stack.
    pub(crate) fn of(text: &str) -> Self {
        let mut page = Self { elements: Vec::new(), words: Vec::new() };
        let mut open: Vec<usize> = Vec::new();
        // How many elements of each name are open: an end tag without one is passed over without a search.
        let mut names: BTreeMap<String, usize> = BTreeMap::new();
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(text, emitter) {
            match token {
                Ok(Token::StartTag(tag)) => {
                    let name = plain(&tag.name);
                    let index = page.elements.len();
                    let attributes = tag.attributes.iter().filter_map(|(key, value)| {
                        let key = plain(key);
                        ATTRIBUTES.contains(&key.as_str()).then(|| (key, plain(&value.value)))
                    });
                    page.elements.push(Element {
                        start: tag.span.start,
                        end: tag.span.end,
                        parent: open.last().copied(),
                        last: index + 1,
                        words: (page.words.len(), page.words.len()),
                        attributes: attributes.collect(),
                        name,
                    });
                    let is_void = page.elements.last().is_some_and(|e| VOID.contains(&e.name.as_str()));
                    if !is_void {
                        *names.entry(page.elements.last().map(|e| e.name.clone()).unwrap_or_default()).or_default() +=
                            1;
                        open.push(index);
                    }
                }
                Ok(Token::EndTag(tag)) => {
                    let name = plain(&tag.name);
                    if names.get(&name).copied().unwrap_or_default() == 0 {
                        continue;
                    }
                    while let Some(index) = open.pop() {
                        let is_it = page.elements.get(index).is_some_and(|element| element.name == name);
                        page.close(index, if is_it { tag.span.end } else { tag.span.start }, &mut names);
                        if is_it {
                            break;
                        }
                    }
                }
                Ok(Token::String(words)) => {
                    if let Some(parent) = open.last() {
                        page.words.push((*parent, plain(&words.value)));
                    }
                }
                _ => {}
            }
        }
        while let Some(index) = open.pop() {
            page.close(index, text.len(), &mut names);
        }
        page
    }

    fn close(&mut self, index: usize, end: usize, names: &mut BTreeMap<String, usize>) {
        let (last, words) = (self.elements.len(), self.words.len());
        if let Some(element) = self.elements.get_mut(index) {
            (element.end, element.last, element.words.1) = (end, last, words);
            if let Some(count) = names.get_mut(&element.name) {
                *count = count.saturating_sub(1);
            }
        }
    }

    /// The elements inside one, at any depth, in order.
    pub(crate) fn inside(&self, index: usize) -> impl Iterator<Item = (usize, &Element)> {
        let last = self.elements.get(index).map_or(0, |element| element.last);
        let inner = self.elements.get(index + 1..last).unwrap_or_default();
        (index + 1..).zip(inner)
    }

    /// The elements directly inside one.
    pub(crate) fn children(&self, index: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let last = self.elements.get(index).map_or(0, |element| element.last);
        let mut at = index + 1;
        while let Some(element) = self.elements.get(at).filter(|_| at < last) {
            found.push(at);
            at = element.last.max(at + 1);
        }
        found
    }

    /// The words of an element as a browser shows them, without the elements that `leave_out` names. Runs of blanks are one,
    /// lines end where blocks do. `links` gets the bytes of every address in it, with the address.
    pub(crate) fn shown(
        &self,
        index: usize,
        leave_out: impl Fn(&Element) -> bool,
        mut links: impl FnMut(usize, usize, &Element),
    ) -> String {
        let Some(root) = self.elements.get(index) else { return String::new() };
        let mut line = Lines::default();
        let (mut word, last_word) = root.words;
        // Elements whose end is still to come: their place, where their words end, and where they began in the text.
        let mut open: Vec<(usize, usize, usize)> = Vec::new();
        let mut at = index + 1;
        loop {
            let next_word = if word < last_word { word } else { usize::MAX };
            while let Some((place, last, from)) = open.last().copied() {
                let Some(element) = self.elements.get(place) else { break };
                if at < last || next_word < element.words.1 {
                    break;
                }
                if BLOCKS.contains(&element.name.as_str()) {
                    line.end();
                } else if element.name == "a" {
                    let from = from + leading_blanks(line.text.get(from..).unwrap_or_default());
                    links(from.min(line.text.len()), line.text.len(), element);
                }
                open.pop();
            }
            let element = self.elements.get(at).filter(|_| at < root.last);
            match element {
                // An element begins before the words that stand in or behind it.
                Some(element) if element.words.0 <= next_word => {
                    if leave_out(element) {
                        word = word.max(element.words.1);
                        at = element.last.max(at + 1);
                        continue;
                    }
                    if element.name == "br" {
                        line.end();
                    } else if BLOCKS.contains(&element.name.as_str()) {
                        line.end();
                        open.push((at, element.last, line.text.len()));
                    } else {
                        open.push((at, element.last, line.text.len()));
                    }
                    at += 1;
                }
                _ => match self.words.get(next_word) {
                    Some((_, text)) => {
                        line.push(text);
                        word += 1;
                    }
                    None if element.is_none() => break,
                    None => at += 1,
                },
            }
        }
        line.finish()
    }

    /// All words of an element on one line.
    pub(crate) fn line(&self, index: usize) -> String {
        let shown = self.shown(index, |_| false, |_, _, _| {});
        if shown.contains('\n') { shown.split('\n').collect::<Vec<_>>().join(" ") } else { shown }
    }
}

fn leading_blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Text that grows by words.
#[derive(Default)]
struct Lines {
    text: String,
    /// A blank, or an end of line, that counts only where something follows.
    blank: bool,
    ends: usize,
}

impl Lines {
    fn push(&mut self, words: &str) {
        for character in words.chars() {
            if matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
                self.blank = true;
                continue;
            }
            if self.ends > 0 && !self.text.is_empty() {
                self.text.push('\n');
            } else if self.blank && !self.text.is_empty() {
                self.text.push(' ');
            }
            (self.blank, self.ends) = (false, 0);
            self.text.push(character);
        }
    }

    fn end(&mut self) {
        self.ends += 1;
        self.blank = false;
    }

    fn finish(self) -> String {
        self.text
    }
}

fn plain(text: &HtmlString) -> String {
    String::from_utf8_lossy(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_taken_apart_with_their_places() {
        let text = "<!doctype html><html><body class=a><div id=1 class='x y'>uno<br>due <b>tre</b>\n  <a href=\"https://e.invalid/?a=1&amp;b=2\">qui</a></div>\
                    <p>perch&egrave; <script>if (a < b) { x = \"<div>\" }</script></div></ul>";
        let page = Page::of(text);
        let div = page.elements.iter().position(|element| element.is("y")).expect("there");
        let element = &page.elements[div];
        assert!(
            text[element.start..element.end].starts_with("<div id=1") && text[..element.end].ends_with("</a></div>")
        );
        let mut links = Vec::new();
        let words =
            page.shown(div, |_| false, |from, to, link| links.push((from, to, link.attribute("href").to_owned())));
        assert_eq!(words, "uno\ndue tre qui");
        assert_eq!(links, [(12, 15, "https://e.invalid/?a=1&b=2".to_owned())]);
        assert_eq!(&words[12..15], "qui");
        assert!(page.elements.iter().filter(|element| element.name == "div").count() == 1, "scripts hold no elements");
    }

    #[test]
    fn depth_and_disorder_cost_no_stack() {
        let deep = "<div>".repeat(200_000) + &"</p>".repeat(1000) + &"<b></div>".repeat(1000);
        let page = Page::of(&deep);
        assert_eq!(page.elements.len(), 201_000);
        assert_eq!(page.line(0), "");
    }
}
