//! Frames: patterns over types of atoms within one message, and what each is a sign of.
//!
//! `SEND_WILL <6 AUDIENCE_KIN|AUDIENCE_ALL` reads: an atom of the first type, then at most six words later one of
//! the second; `~` at the start means in any order. All atoms of a match share a language, and an atom of negation
//! before the first one undoes the match (unless the frame says that negation does not matter).

use serde::Deserialize;

use crate::RulesError;
use crate::labels::{Label, Labels};
use crate::lexicon::{Atom, AtomType, Languages, Lexicon, TypeSet};

/// Whose words a rule reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Says {
    /// The side under suspicion.
    Other,
    /// The person who may be affected: everybody else.
    Owner,
    /// Anybody.
    Any,
}

/// A file of frames.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FrameFile {
    #[serde(default)]
    frame: Vec<FrameRecord>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameRecord {
    id: String,
    says: Says,
    patterns: Vec<String>,
    /// Types of which none may stand in the message.
    #[serde(default)]
    unless: Vec<String>,
    /// Whether a negation before the match leaves it standing.
    #[serde(default)]
    even_negated: bool,
    /// Only in a message with a question mark, or only in one without.
    #[serde(default)]
    question: Option<bool>,
    /// Labels of which one must have been seen.
    #[serde(default)]
    when: Vec<String>,
    /// How many entries away that may be; anywhere before where not given.
    #[serde(default)]
    within: Option<u32>,
    /// Whether the context must come first.
    #[serde(default)]
    after: bool,
    gives: Vec<String>,
    #[serde(default = "one")]
    weight: f64,
    #[serde(default)]
    why: Option<String>,
    #[serde(default)]
    languages: Vec<String>,
    #[serde(default)]
    positive: Vec<String>,
    #[serde(default)]
    negative: Vec<String>,
}

const fn one() -> f64 {
    1.0
}

/// What a rule says, whether it rests on words or on metadata.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Stable id.
    pub(crate) id: String,
    /// Whose words or acts.
    pub(crate) says: Says,
    /// One of these must hold.
    pub(crate) when: Vec<Label>,
    /// At most so many entries away.
    pub(crate) within: Option<u32>,
    /// Whether the context must come first, instead of shortly after.
    pub(crate) after: bool,
    /// What it is a sign of.
    pub(crate) gives: Vec<Label>,
    /// From 0 to 1.
    pub(crate) weight: f64,
    /// Catalogue id of the reason.
    pub(crate) why: Option<String>,
    /// Messages in which it must be found.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs every example"))]
    pub(crate) positive: Vec<String>,
    /// Messages in which it must not be found.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs every example"))]
    pub(crate) negative: Vec<String>,
}

#[derive(Debug)]
struct Frame {
    rule: u16,
    patterns: Vec<Pattern>,
    unless: TypeSet,
    even_negated: bool,
    question: Option<bool>,
    languages: Languages,
}

#[derive(Debug)]
struct Pattern {
    any_order: bool,
    /// The types of each slot and the widest gap before it, in words.
    slots: Vec<(TypeSet, u32)>,
}

/// A frame found in a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Match {
    /// The place of its rule.
    pub(crate) rule: u16,
    /// First token.
    pub(crate) first: u32,
    /// Last token.
    pub(crate) last: u32,
}

/// Every frame, ready to be matched.
#[derive(Debug)]
pub(crate) struct Frames {
    patterns: Vec<Frame>,
    /// For each type, the frames that may begin to be looked for when it is present.
    anchored: Vec<Vec<u16>>,
    negation: AtomType,
    condition: AtomType,
}

impl Frames {
    /// Builds frames from the files; their rules are appended to `rules`.
    pub(crate) fn build(
        files: Vec<(&str, FrameFile)>,
        lexicon: &Lexicon,
        labels: &mut Labels,
        rules: &mut Vec<Rule>,
    ) -> Result<Self, RulesError> {
        let mut frames = Vec::new();
        for (file, content) in files {
            for record in content.frame {
                let rule = u16::try_from(rules.len()).unwrap_or(u16::MAX);
                let frame = Frame::parse(&record, rule, lexicon).map_err(|reason| RulesError::Rule {
                    file: file.to_owned(),
                    rule: record.id.clone(),
                    reason,
                })?;
                frames.push(frame);
                rules.push(record.into_rule(file, labels)?);
            }
        }
        let mut frequency = [0_u16; 256];
        for slot in frames.iter().flat_map(|frame| &frame.patterns).flat_map(|pattern| &pattern.slots) {
            for kind in slot.0.iter() {
                if let Some(count) = frequency.get_mut(usize::from(kind.0)) {
                    *count += 1;
                }
            }
        }
        let mut anchored = vec![Vec::new(); 256];
        for (at, frame) in frames.iter().enumerate() {
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            for pattern in &frame.patterns {
                // The slot whose types occur in fewest patterns: function words occur in many.
                let weight = |slot: &TypeSet| -> u32 {
                    slot.iter().map(|kind| u32::from(frequency.get(usize::from(kind.0)).copied().unwrap_or(0))).sum()
                };
                let rarest = pattern.slots.iter().map(|slot| slot.0).min_by_key(weight).unwrap_or_default();
                for kind in rarest.iter() {
                    if let Some(list) = anchored.get_mut(usize::from(kind.0))
                        && !list.contains(&at)
                    {
                        list.push(at);
                    }
                }
            }
        }
        let kind = |name: &str| {
            lexicon.kind(name).ok_or_else(|| RulesError::Rule {
                file: "lexicon".to_owned(),
                rule: name.to_owned(),
                reason: "the lexicon must define this type".to_owned(),
            })
        };
        Ok(Self { patterns: frames, anchored, negation: kind("NEG")?, condition: kind("IF_NOT")? })
    }

    /// Finds the frames of one message; at most one match per frame.
    pub(crate) fn find(&self, atoms: &[Atom], question: bool, seen: &mut Vec<u16>, matches: &mut Vec<Match>) {
        matches.clear();
        seen.clear();
        let mut present = TypeSet::default();
        for atom in atoms {
            present.insert(atom.kind);
        }
        for kind in present.iter() {
            for at in self.anchored.get(usize::from(kind.0)).into_iter().flatten() {
                if !seen.contains(at) {
                    seen.push(*at);
                }
            }
        }
        seen.sort_unstable();
        for at in seen.iter() {
            let Some(frame) = self.patterns.get(usize::from(*at)) else { continue };
            if frame.question.is_some_and(|wanted| wanted != question) || frame.unless.meets(&present) {
                continue;
            }
            let found = frame
                .patterns
                .iter()
                .filter(|pattern| pattern.slots.iter().all(|slot| slot.0.meets(&present)))
                .find_map(|pattern| self.find_pattern(pattern, frame, atoms));
            if let Some((first, last)) = found {
                matches.push(Match { rule: frame.rule, first, last });
            }
        }
    }

    fn find_pattern(&self, pattern: &Pattern, frame: &Frame, atoms: &[Atom]) -> Option<(u32, u32)> {
        if pattern.any_order {
            return self.find_any_order(pattern, frame, atoms);
        }
        let (head, rest) = pattern.slots.split_first()?;
        for (at, atom) in atoms.iter().enumerate() {
            if !head.0.contains(atom.kind) {
                continue;
            }
            let languages = atom.languages.and(frame.languages);
            if languages.0 == 0 || (!frame.even_negated && self.is_negated(atom, atoms)) {
                continue;
            }
            if let Some(last) = extend(rest, atom.last, languages, atoms.get(at + 1..).unwrap_or(&[])) {
                return Some((atom.first, last));
            }
        }
        None
    }

    fn find_any_order(&self, pattern: &Pattern, frame: &Frame, atoms: &[Atom]) -> Option<(u32, u32)> {
        let (head, rest) = pattern.slots.split_first()?;
        for atom in atoms.iter().filter(|atom| head.0.contains(atom.kind)) {
            let mut languages = atom.languages.and(frame.languages);
            let (mut first, mut last) = (atom.first, atom.last);
            let complete = rest.iter().all(|(types, gap)| {
                let near = atoms.iter().find(|other| {
                    types.contains(other.kind)
                        && other.languages.and(languages).0 != 0
                        && (other.first > last && other.first - last - 1 <= *gap
                            || first > other.last && first - other.last - 1 <= *gap)
                });
                if let Some(near) = near {
                    languages = languages.and(near.languages);
                    first = first.min(near.first);
                    last = last.max(near.last);
                }
                near.is_some()
            });
            if languages.0 != 0 && complete && (frame.even_negated || !self.is_negated(atom, atoms)) {
                return Some((first, last));
            }
        }
        None
    }

    /// Whether a negation stands at most two words before, and is not part of "if … not".
    fn is_negated(&self, atom: &Atom, atoms: &[Atom]) -> bool {
        atoms.iter().any(|negation| {
            negation.kind == self.negation
                && negation.last < atom.first
                && atom.first - negation.last <= 3
                && negation.languages.and(atom.languages).0 != 0
                && !atoms.iter().any(|condition| {
                    condition.kind == self.condition
                        && condition.first <= negation.first
                        && negation.last <= condition.last
                })
        })
    }
}

fn extend(slots: &[(TypeSet, u32)], after: u32, languages: Languages, atoms: &[Atom]) -> Option<u32> {
    let Some(((types, gap), rest)) = slots.split_first() else { return Some(after) };
    for (at, atom) in atoms.iter().enumerate() {
        if atom.first > after && atom.first - after - 1 > *gap {
            break;
        }
        let shared = atom.languages.and(languages);
        if atom.first <= after || shared.0 == 0 || !types.contains(atom.kind) {
            continue;
        }
        if let Some(last) = extend(rest, atom.last, shared, atoms.get(at + 1..).unwrap_or(&[])) {
            return Some(last);
        }
    }
    None
}

impl Frame {
    fn parse(record: &FrameRecord, rule: u16, lexicon: &Lexicon) -> Result<Self, String> {
        let type_of = |name: &str| lexicon.kind(name).ok_or_else(|| format!("no stems of type {name}"));
        let set_of = |names: &str| -> Result<TypeSet, String> {
            let mut set = TypeSet::default();
            for name in names.split('|') {
                set.insert(type_of(name)?);
            }
            Ok(set)
        };
        let mut patterns = Vec::new();
        for text in &record.patterns {
            let mut gap = 3;
            let mut pattern = Pattern { any_order: false, slots: Vec::new() };
            for part in text.split_whitespace() {
                if part == "~" {
                    pattern.any_order = true;
                } else if let Some(wide) = part.strip_prefix('<') {
                    gap = wide.parse().map_err(|_| format!("{part} is not a gap"))?;
                } else {
                    pattern.slots.push((set_of(part)?, gap));
                    gap = 3;
                }
            }
            if pattern.slots.is_empty() {
                return Err(format!("the pattern {text:?} is empty"));
            }
            patterns.push(pattern);
        }
        let mut unless = TypeSet::default();
        for name in &record.unless {
            unless.insert(type_of(name)?);
        }
        let mut languages = Languages(if record.languages.is_empty() { Languages::ALL.0 } else { 0 });
        for code in &record.languages {
            languages.0 |= Languages::of(code).ok_or_else(|| format!("{code} is not a language of the lexicon"))?.0;
        }
        Ok(Self { rule, patterns, unless, even_negated: record.even_negated, question: record.question, languages })
    }
}

impl FrameRecord {
    fn into_rule(self, file: &str, labels: &mut Labels) -> Result<Rule, RulesError> {
        let mut intern = |names: &[String]| -> Result<Vec<Label>, RulesError> {
            names
                .iter()
                .map(|name| {
                    labels.intern(name).map_err(|reason| RulesError::Rule {
                        file: file.to_owned(),
                        rule: self.id.clone(),
                        reason,
                    })
                })
                .collect()
        };
        Ok(Rule {
            when: intern(&self.when)?,
            gives: intern(&self.gives)?,
            id: self.id,
            says: self.says,
            within: self.within,
            after: self.after,
            weight: self.weight,
            why: self.why,
            positive: self.positive,
            negative: self.negative,
        })
    }
}
