//! Families of evidence, and which of them stand near each other: one strong word alone is no blackmail, what somebody
//! holds beside what they want may be.
//!
//! A family is a list of sayings and labels (`families.toml`). Where two families were shown within [`REACH`] entries, the entry that
//! shows the later one has a cue more; and one more where many were. The fitted weights say what each of these cues is worth.

use serde::Deserialize;

use crate::RulesError;
use crate::cues::Side;
use crate::frames::Rule;
use crate::labels::Labels;

/// Families stand together where both were shown within so many entries.
const REACH: u32 = 30;
/// So many families fit.
const MOST: usize = 12;
/// How surely a family is shown: by sayings that are likely, or by sayings that are sure.
const SURENESS: [&str; 2] = ["", ".sure"];
/// So many families near each other are a cue of their own.
const MANY: [u32; 4] = [3, 4, 5, 6];

/// File of the families.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FamilyFile {
    family: Vec<FamilyRecord>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FamilyRecord {
    id: String,
    /// Whether the side under suspicion shows it, or whoever may be affected.
    shown_by: ShownBy,
    /// Sayings of the learned layer.
    #[serde(default)]
    sayings: Vec<String>,
    /// What frames give.
    #[serde(default)]
    labels: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ShownBy {
    Other,
    Owner,
}

/// The families, and which rules show each.
#[derive(Debug, Default)]
pub(crate) struct Families {
    names: Vec<(String, ShownBy)>,
    /// By rule and sureness, one bit for each family.
    shown: Vec<[u16; SURENESS.len()]>,
}

/// When each family was last shown, by sureness.
#[derive(Debug, Default)]
pub(crate) struct Near {
    last: [[Option<u32>; MOST]; SURENESS.len()],
}

impl Families {
    /// Finds the rules of each family.
    pub(crate) fn build(file: FamilyFile, rules: &[Rule], labels: &Labels) -> Result<Self, RulesError> {
        let wrong = |rule: &str, reason: &str| RulesError::Rule {
            file: "families.toml".to_owned(),
            rule: rule.to_owned(),
            reason: reason.to_owned(),
        };
        if file.family.len() > MOST {
            return Err(wrong("families", "too many"));
        }
        let mut families = Self { shown: vec![Default::default(); rules.len()], ..Self::default() };
        for (place, family) in file.family.into_iter().enumerate() {
            let bit = 1 << place;
            for saying in &family.sayings {
                for (level, sureness) in SURENESS.into_iter().enumerate() {
                    let id = format!("say.{saying}{sureness}");
                    let at =
                        rules.iter().position(|rule| rule.id == id).ok_or_else(|| wrong(saying, "no such saying"))?;
                    families.mark(at, level, bit);
                }
            }
            for name in &family.labels {
                let label = labels.find(name).ok_or_else(|| wrong(name, "no rule gives it"))?;
                for (at, rule) in rules.iter().enumerate() {
                    if rule.gives.contains(&label) && !rule.id.starts_with("say.") {
                        families.mark(at, 0, bit);
                        families.mark(at, 1, bit);
                    }
                }
            }
            families.names.push((family.id, family.shown_by));
        }
        Ok(families)
    }

    fn mark(&mut self, rule: usize, level: usize, bit: u16) {
        if let Some(bits) = self.shown.get_mut(rule).and_then(|levels| levels.get_mut(level)) {
            *bits |= bit;
        }
    }

    /// How many cues there are.
    pub(crate) fn cue_count(&self) -> usize {
        SURENESS.len() * (self.pairs() + MANY.len())
    }

    fn pairs(&self) -> usize {
        self.names.len() * self.names.len().saturating_sub(1) / 2
    }

    /// The name of a cue.
    pub(crate) fn cue_name(&self, cue: usize) -> Option<String> {
        let each = self.pairs() + MANY.len();
        let sureness = SURENESS.get(cue / each)?;
        let at = cue % each;
        if let Some(many) = at.checked_sub(self.pairs()).and_then(|at| MANY.get(at)) {
            return Some(format!("together{sureness}:{many}"));
        }
        let mut pairs = self
            .names
            .iter()
            .enumerate()
            .flat_map(|(place, right)| self.names.iter().take(place).map(move |left| (left, right)));
        let ((left, _), (right, _)) = pairs.nth(at)?;
        Some(format!("together{sureness}:{left}+{right}"))
    }

    /// The families that rules show on a side, by sureness.
    pub(crate) fn shown_by(&self, rules: impl Iterator<Item = usize>, side: Side) -> [u16; SURENESS.len()] {
        let mut shown = [0; SURENESS.len()];
        for levels in rules.filter_map(|rule| self.shown.get(rule)) {
            shown.iter_mut().zip(levels).for_each(|(shown, bits)| *shown |= bits);
        }
        let wanted = if side == Side::Other { ShownBy::Other } else { ShownBy::Owner };
        let sides = self.names.iter().enumerate().filter(|(_, (_, by))| *by == wanted).map(|(place, _)| 1 << place);
        let sides = sides.fold(0, |sides: u16, bit: u16| sides | bit);
        shown.map(|bits| bits & sides)
    }

    /// The cues of an entry that shows these families, beside what was shown near it before.
    pub(crate) fn cues(&self, shown: [u16; SURENESS.len()], message: u32, near: &mut Near, found: &mut Vec<u16>) {
        found.clear();
        let each = self.pairs() + MANY.len();
        for (level, (bits, last)) in shown.into_iter().zip(&mut near.last).enumerate() {
            if bits == 0 {
                continue;
            }
            for (place, last) in last.iter_mut().enumerate() {
                if bits >> place & 1 == 1 {
                    *last = Some(message);
                }
            }
            let is_near = |at: Option<u32>| at.is_some_and(|at| at + REACH >= message);
            let mut push = |at: usize| found.extend(u16::try_from(level * each + at));
            let mut pair = 0;
            let mut count = 0;
            for (place, right) in last.iter().enumerate().take(self.names.len()) {
                count += u32::from(is_near(*right));
                for (before, left) in last.iter().enumerate().take(place) {
                    if (bits >> place | bits >> before) & 1 == 1 && is_near(*left) && is_near(*right) {
                        push(pair);
                    }
                    pair += 1;
                }
            }
            (0..).zip(MANY).filter(|(_, many)| count >= *many).for_each(|(at, _)| push(pair + at));
        }
    }
}
