//! One message of `result.json` as it stands there: borrowed from the text, whatever type each field has.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// The fields of a message. Those that few messages have stand in `rest`, in their order.
#[derive(Debug, Default)]
pub(crate) struct Record<'a> {
    pub(crate) id: Scalar<'a>,
    pub(crate) kind: Scalar<'a>,
    pub(crate) date: Scalar<'a>,
    pub(crate) unixtime: Scalar<'a>,
    pub(crate) edited: Scalar<'a>,
    pub(crate) from: Scalar<'a>,
    pub(crate) from_id: Scalar<'a>,
    pub(crate) reply_to: Scalar<'a>,
    pub(crate) text: Words<'a>,
    pub(crate) entities: Words<'a>,
    pub(crate) rest: Vec<(Cow<'a, str>, Value)>,
}

impl Record<'_> {
    /// Whether a field says nothing about what was written.
    pub(crate) fn is_silent(name: &[u8]) -> bool {
        matches!(
            name,
            b"edited_unixtime"
                | b"photo_file_size"
                | b"file_size"
                | b"thumbnail"
                | b"thumbnail_file_size"
                | b"mime_type"
                | b"width"
                | b"height"
                | b"inline_bot_buttons"
        )
    }

    /// A field that few messages have.
    pub(crate) fn other(&self, name: &str) -> Option<&Value> {
        self.rest.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

/// A text, a number or anything else where a text or a number was to be.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) enum Scalar<'a> {
    /// The field is not there, or is null.
    #[default]
    None,
    Text(Cow<'a, str>),
    Number(i64),
    /// A value of another type.
    Other,
}

impl Scalar<'_> {
    pub(crate) fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// A number, also where it is written as text.
    pub(crate) fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// The text, or the number as text.
    pub(crate) fn written(&self) -> Option<String> {
        match self {
            Self::Number(number) => Some(number.to_string()),
            Self::Text(text) => Some(text.as_ref().to_owned()),
            _ => None,
        }
    }
}

/// `text`: a string, or pieces.
#[derive(Debug, Default)]
pub(crate) enum Words<'a> {
    #[default]
    None,
    Plain(Cow<'a, str>),
    Pieces(Vec<Piece<'a>>),
}

/// Words of one kind.
#[derive(Debug, Default)]
pub(crate) struct Piece<'a> {
    pub(crate) text: Cow<'a, str>,
    /// The app's name for it; empty for words that are nothing but words.
    pub(crate) kind: Cow<'a, str>,
    pub(crate) href: Option<Cow<'a, str>>,
    pub(crate) user_id: Option<String>,
}

macro_rules! visit_scalars {
    () => {
        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("any value")
        }

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(Self::Value::default())
        }
    };
}

impl<'de: 'a, 'a> Deserialize<'de> for Scalar<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Scalar<'de>;
            visit_scalars!();

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Scalar::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Scalar::Text(Cow::Owned(text.to_owned())))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
                Ok(Scalar::Number(number))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
                Ok(i64::try_from(number).map_or(Scalar::Other, Scalar::Number))
            }

            fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
                Ok(Scalar::Other)
            }

            fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
                Ok(Scalar::Other)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Scalar::Other)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Scalar::Other)
            }
        }
        deserializer.deserialize_any(Any)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Piece<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Piece<'de>;
            visit_scalars!();

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Piece { text: Cow::Borrowed(text), ..Piece::default() })
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Piece { text: Cow::Owned(text.to_owned()), ..Piece::default() })
            }

            fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
                Ok(Piece::default())
            }

            fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
                Ok(Piece::default())
            }

            fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
                Ok(Piece::default())
            }

            fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
                Ok(Piece::default())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Piece::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut piece = Piece::default();
                while let Some(key) = map.next_key::<Scalar<'de>>()? {
                    let slot = match key.as_str().unwrap_or_default() {
                        "text" => &mut piece.text,
                        "type" => &mut piece.kind,
                        "href" => {
                            if let Scalar::Text(href) = map.next_value()? {
                                piece.href = Some(href);
                            }
                            continue;
                        }
                        "user_id" => {
                            piece.user_id = map.next_value::<Scalar<'de>>()?.written();
                            continue;
                        }
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                            continue;
                        }
                    };
                    if let Scalar::Text(text) = map.next_value()? {
                        *slot = text;
                    }
                }
                if piece.kind == "plain" {
                    piece.kind = Cow::Borrowed("");
                }
                Ok(piece)
            }
        }
        deserializer.deserialize_any(Any)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Words<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Words<'de>;
            visit_scalars!();

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Words::Plain(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Words::Plain(Cow::Owned(text.to_owned())))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
                Ok(Words::Plain(Cow::Owned(number.to_string())))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
                Ok(Words::Plain(Cow::Owned(number.to_string())))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
                Ok(Words::Plain(Cow::Owned(number.to_string())))
            }

            fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
                Ok(Words::None)
            }

            /// Most texts are one piece of nothing but words: no list is made for them.
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let Some(first) = list.next_element::<Piece<'de>>()? else { return Ok(Words::None) };
                let Some(second) = list.next_element()? else {
                    return Ok(if first.kind.is_empty() {
                        Words::Plain(first.text)
                    } else {
                        Words::Pieces(vec![first])
                    });
                };
                let mut pieces = vec![first, second];
                while let Some(piece) = list.next_element()? {
                    pieces.push(piece);
                }
                Ok(Words::Pieces(pieces))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut words = Words::None;
                while let Some(key) = map.next_key::<Scalar<'de>>()? {
                    if key.as_str() == Some("text") {
                        if let Scalar::Text(text) = map.next_value()? {
                            words = Words::Plain(text);
                        }
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(words)
            }
        }
        deserializer.deserialize_any(Any)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Record<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Record<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a message")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut record = Record::default();
                while let Some(key) = map.next_key::<Scalar<'de>>()? {
                    let Scalar::Text(key) = key else {
                        map.next_value::<IgnoredAny>()?;
                        continue;
                    };
                    match key.as_bytes() {
                        b"id" => record.id = map.next_value()?,
                        b"type" => record.kind = map.next_value()?,
                        b"date" => record.date = map.next_value()?,
                        b"from" => record.from = map.next_value()?,
                        b"text" => record.text = map.next_value()?,
                        b"edited" => record.edited = map.next_value()?,
                        b"from_id" => record.from_id = map.next_value()?,
                        b"date_unixtime" => record.unixtime = map.next_value()?,
                        b"text_entities" => record.entities = map.next_value()?,
                        b"reply_to_message_id" => record.reply_to = map.next_value()?,
                        name if Record::is_silent(name) => {
                            map.next_value::<IgnoredAny>()?;
                        }
                        _ => {
                            let value = map.next_value()?;
                            record.rest.push((key, value));
                        }
                    }
                }
                Ok(record)
            }
        }
        deserializer.deserialize_map(Fields)
    }
}
