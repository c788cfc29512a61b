use core::fmt;

use serde::Deserialize;

use crate::{Fact, Facts};

/// How deep parentheses and negations may nest: packs are data, and data may be hostile.
const DEEPEST: usize = 32;

/// When a record applies: `money_demand and not (paid or kind:spam_bluff)`.
///
/// `not` binds closer than `and`, `and` closer than `or`. Facts that do not exist are errors when the pack is read.
///
/// ```
/// use argine_knowledge::{CaseFact, Expression, Facts};
///
/// let expression: Expression = "money_demand and not paid".parse()?;
/// let mut facts = Facts::new();
/// assert_eq!(expression.evaluate(&facts), None);
/// facts.insert(CaseFact::MoneyDemand, [4, 9]);
/// let because = expression.evaluate(&facts).unwrap();
/// assert_eq!(because[0].to_string(), "money_demand");
/// # Ok::<(), argine_knowledge::ExpressionError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Expression {
    /// A fact holds.
    Fact(Fact),
    /// It does not hold.
    Not(Box<Self>),
    /// All hold.
    And(Vec<Self>),
    /// At least one holds.
    Or(Vec<Self>),
}

/// An expression that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExpressionError {
    /// A name that is no fact.
    #[error("unknown fact `{0}`")]
    UnknownFact(String),
    /// Something else was due.
    #[error("expected {expected} but found {found}")]
    Unexpected {
        /// What was due.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// Parentheses and negations within each other, too many.
    #[error("nested deeper than {DEEPEST}")]
    TooDeep,
}

impl Expression {
    /// The facts that make it true, each once, in the order written; `None` where it is false. Absence carries nothing: a `not`
    /// that holds adds no fact.
    pub fn evaluate<'a>(&'a self, facts: &Facts) -> Option<Vec<&'a Fact>> {
        match self {
            Self::Fact(fact) => facts.holds(fact).then(|| vec![fact]),
            Self::Not(inner) => inner.evaluate(facts).is_none().then(Vec::new),
            Self::And(parts) => {
                let mut because = Vec::new();
                for part in parts {
                    join(&mut because, part.evaluate(facts)?);
                }
                Some(because)
            }
            Self::Or(parts) => {
                let mut because = None;
                for found in parts.iter().filter_map(|part| part.evaluate(facts)) {
                    join(because.get_or_insert_with(Vec::new), found);
                }
                because
            }
        }
    }

    /// Whether it holds.
    pub fn holds(&self, facts: &Facts) -> bool {
        match self {
            Self::Fact(fact) => facts.holds(fact),
            Self::Not(inner) => !inner.holds(facts),
            Self::And(parts) => parts.iter().all(|part| part.holds(facts)),
            Self::Or(parts) => parts.iter().any(|part| part.holds(facts)),
        }
    }

    /// Every fact that it names, in the order written.
    pub fn facts(&self) -> Vec<&Fact> {
        match self {
            Self::Fact(fact) => vec![fact],
            Self::Not(inner) => inner.facts(),
            Self::And(parts) | Self::Or(parts) => parts.iter().flat_map(Self::facts).collect(),
        }
    }
}

fn join<'a>(because: &mut Vec<&'a Fact>, more: Vec<&'a Fact>) {
    for fact in more {
        if !because.contains(&fact) {
            because.push(fact);
        }
    }
}

impl core::str::FromStr for Expression {
    type Err = ExpressionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parser = Parser { rest: text };
        let expression = parser.either(0)?;
        match parser.next() {
            None => Ok(expression),
            Some(word) => Err(unexpected("`and`, `or` or the end", Some(word))),
        }
    }
}

impl TryFrom<String> for Expression {
    type Error = ExpressionError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// Written so that it reads back as itself.
impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |f: &mut fmt::Formatter<'_>, parts: &[Self], word: &str| {
            for (place, part) in parts.iter().enumerate() {
                if place > 0 {
                    write!(f, " {word} ")?;
                }
                match part {
                    Self::And(_) | Self::Or(_) => write!(f, "({part})")?,
                    Self::Fact(_) | Self::Not(_) => write!(f, "{part}")?,
                }
            }
            Ok(())
        };
        match self {
            Self::Fact(fact) => write!(f, "{fact}"),
            Self::Not(inner) => match **inner {
                Self::And(_) | Self::Or(_) => write!(f, "not ({inner})"),
                Self::Fact(_) | Self::Not(_) => write!(f, "not {inner}"),
            },
            Self::And(parts) => joined(f, parts, "and"),
            Self::Or(parts) => joined(f, parts, "or"),
        }
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn either(&mut self, depth: usize) -> Result<Expression, ExpressionError> {
        let mut parts = vec![self.both(depth)?];
        while self.takes("or") {
            parts.push(self.both(depth)?);
        }
        Ok(single_or(parts, Expression::Or))
    }

    fn both(&mut self, depth: usize) -> Result<Expression, ExpressionError> {
        let mut parts = vec![self.one(depth)?];
        while self.takes("and") {
            parts.push(self.one(depth)?);
        }
        Ok(single_or(parts, Expression::And))
    }

    fn one(&mut self, depth: usize) -> Result<Expression, ExpressionError> {
        const DUE: &str = "a fact, `not` or `(`";
        if depth >= DEEPEST {
            return Err(ExpressionError::TooDeep);
        }
        match self.next() {
            Some("not") => Ok(Expression::Not(Box::new(self.one(depth + 1)?))),
            Some("(") => {
                let inner = self.either(depth + 1)?;
                match self.next() {
                    Some(")") => Ok(inner),
                    other => Err(unexpected("`)`", other)),
                }
            }
            Some(word @ (")" | "and" | "or")) => Err(unexpected(DUE, Some(word))),
            Some(word) => {
                Fact::parse(word).map(Expression::Fact).ok_or_else(|| ExpressionError::UnknownFact(word.to_owned()))
            }
            None => Err(unexpected(DUE, None)),
        }
    }

    fn takes(&mut self, word: &str) -> bool {
        let before = self.rest;
        if self.next() == Some(word) {
            return true;
        }
        self.rest = before;
        false
    }

    fn next(&mut self) -> Option<&'a str> {
        let text = self.rest.trim_start();
        let first = text.chars().next()?;
        let end = if matches!(first, '(' | ')') {
            1
        } else {
            text.find(|c: char| c.is_whitespace() || c == '(' || c == ')').unwrap_or(text.len())
        };
        let (word, rest) = text.split_at_checked(end)?;
        self.rest = rest;
        Some(word)
    }
}

fn single_or(mut parts: Vec<Expression>, several: fn(Vec<Expression>) -> Expression) -> Expression {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        Some(last) => {
            parts.push(last);
            several(parts)
        }
        None => several(parts),
    }
}

fn unexpected(expected: &'static str, found: Option<&str>) -> ExpressionError {
    ExpressionError::Unexpected {
        expected,
        found: found.map_or_else(|| "the end".to_owned(), |word| format!("`{word}`")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::CaseFact;

    fn facts(names: &[&str]) -> Facts {
        let mut facts = Facts::new();
        for (place, name) in names.iter().enumerate() {
            facts.insert(Fact::parse(name).unwrap(), [u32::try_from(place).unwrap()]);
        }
        facts
    }

    #[test]
    fn expressions_hold_and_say_why() {
        type Row = (&'static str, &'static [&'static str], Option<&'static [&'static str]>);
        let table: &[Row] = &[
            ("paid", &["paid"], Some(&["paid"])),
            ("paid", &[], None),
            ("not paid", &[], Some(&[])),
            ("not paid", &["paid"], None),
            ("not not paid", &["paid"], Some(&[])),
            ("money_demand and threatened", &["money_demand", "threatened"], Some(&["money_demand", "threatened"])),
            ("money_demand and threatened", &["money_demand"], None),
            ("paid or hacked", &["hacked"], Some(&["hacked"])),
            ("paid or hacked", &["hacked", "paid"], Some(&["paid", "hacked"])),
            ("paid or hacked and minor", &["paid"], Some(&["paid"])),
            ("paid or hacked and minor", &["hacked"], None),
            ("(paid or hacked) and minor", &["paid"], None),
            ("(paid or hacked)and(minor)", &["hacked", "minor"], Some(&["hacked", "minor"])),
            ("not (paid or hacked)", &["minor"], Some(&[])),
            ("not paid and minor", &["minor"], Some(&["minor"])),
            ("paid and paid", &["paid"], Some(&["paid"])),
            ("kind:known_ex or platform:whatsapp", &["platform:whatsapp"], Some(&["platform:whatsapp"])),
            (
                "paid_with:sepa and country:it",
                &["paid_with:sepa", "country:it"],
                Some(&["paid_with:sepa", "country:it"]),
            ),
            ("  paid\n or\thacked ", &["paid"], Some(&["paid"])),
        ];
        for (text, given, expected) in table {
            let expression: Expression = text.parse().unwrap();
            let given = facts(given);
            let found =
                expression.evaluate(&given).map(|facts| facts.iter().map(ToString::to_string).collect::<Vec<_>>());
            let expected = expected.map(|names| names.iter().map(ToString::to_string).collect::<Vec<_>>());
            assert_eq!(found, expected, "{text}");
            assert_eq!(expression.holds(&given), expected.is_some(), "{text}");
        }
    }

    #[test]
    fn wrong_expressions_say_what_is_wrong() {
        let table = [
            ("", "expected a fact, `not` or `(` but found the end"),
            ("payed", "unknown fact `payed`"),
            ("kind:gang", "unknown fact `kind:gang`"),
            ("paid hacked", "expected `and`, `or` or the end but found `hacked`"),
            ("paid and", "expected a fact, `not` or `(` but found the end"),
            ("or paid", "expected a fact, `not` or `(` but found `or`"),
            ("(paid", "expected `)` but found the end"),
            ("paid)", "expected `and`, `or` or the end but found `)`"),
            ("()", "expected a fact, `not` or `(` but found `)`"),
        ];
        for (text, expected) in table {
            assert_eq!(text.parse::<Expression>().unwrap_err().to_string(), expected, "{text}");
        }
        let deep = format!("{}paid{}", "(".repeat(4000), ")".repeat(4000));
        assert_eq!(deep.parse::<Expression>(), Err(ExpressionError::TooDeep));
        assert_eq!("not ".repeat(4000).parse::<Expression>(), Err(ExpressionError::TooDeep));
    }

    fn any_expression() -> impl Strategy<Value = Expression> {
        let leaf = prop::sample::select(CaseFact::ALL).prop_map(|fact| Expression::Fact(Fact::Case(fact)));
        leaf.prop_recursive(4, 24, 3, |inner| {
            prop_oneof![
                inner.clone().prop_map(|part| Expression::Not(Box::new(part))),
                prop::collection::vec(inner.clone(), 2..4).prop_map(Expression::And),
                prop::collection::vec(inner, 2..4).prop_map(Expression::Or),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(expression in any_expression()) {
            prop_assert_eq!(expression.to_string().parse::<Expression>(), Ok(expression));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[a-z:_() ]{0,60}") {
            drop(text.parse::<Expression>());
        }

        #[test]
        fn reasons_hold_by_themselves(expression in any_expression(), held in prop::collection::vec(prop::sample::select(CaseFact::ALL), 0..8)) {
            let mut facts = Facts::new();
            for fact in held { facts.insert(fact, []); }
            let because = expression.evaluate(&facts);
            prop_assert_eq!(because.is_some(), expression.holds(&facts));
            for fact in because.unwrap_or_default() { prop_assert!(facts.holds(fact)); }
        }
    }
}
