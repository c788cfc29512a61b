//! The program's table: one row a block, paragraph, line or word.

use argine_model::{PixelArea, ReadWord};

/// Rows that are words have this level.
const WORD: &str = "5";

/// The words in a table. Rows that are not words, or not as they should be, are left out; any text is accepted.
///
/// ```
/// let table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
///              5\t1\t1\t1\t1\t1\t36\t92\t96\t26\t96.06\tCiao\n";
/// let words = argine_tesseract::parse_tsv(table);
/// assert_eq!((words[0].text.as_str(), words[0].confidence), ("Ciao", 96));
/// ```
pub fn parse(table: &str) -> Vec<ReadWord> {
    table.lines().filter_map(word).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100 where it is cast")]
fn word(row: &str) -> Option<ReadWord> {
    // The text is last and may hold anything but a tab.
    let mut fields = row.splitn(12, '\t');
    if fields.next()? != WORD {
        return None;
    }
    let mut fields = fields.skip(5);
    let mut number = || fields.next()?.parse::<u32>().ok();
    let area = PixelArea { left: number()?, top: number()?, width: number()?, height: number()? };
    let confidence = fields.next()?.parse::<f32>().ok().filter(|value| value.is_finite())?;
    let text = fields.next()?.trim();
    // The program marks what is no word with -1.
    (confidence >= 0.0 && !text.is_empty()).then(|| ReadWord {
        text: text.to_owned(),
        area,
        confidence: confidence.min(100.0) as u8,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_words_are_taken() {
        let table = "level\tpage_num\n1\t1\t0\t0\t0\t0\t0\t0\t800\t600\t-1\t\n\
            5\t1\t1\t1\t1\t1\t10\t20\t30\t40\t91.5\tperò\n\
            5\t1\t1\t1\t1\t2\t10\t20\t30\t40\t-1\tx\n\
            5\t1\t1\t1\t1\t3\t-4\t20\t30\t40\t90\ty\n\
            5\t1\t1\t1\t1\t4\t10\t20\t30\t40\tNaN\tz\n\
            5\t1\t1\t1\t1\t5\t10\t20\t30\t40\t90\t  \n5\t1\n";
        let words = parse(table);
        assert_eq!(words.len(), 1);
        assert_eq!(words[0].text, "però");
        assert_eq!(words[0].area, PixelArea { left: 10, top: 20, width: 30, height: 40 });
    }

    proptest! {
        #[test]
        fn any_text_is_a_table(table in "(5\t|1\t|[0-9.\\-]{0,12}\t|\\PC{0,6}|\n){0,60}") {
            for word in parse(&table) {
                prop_assert!(word.confidence <= 100 && !word.text.is_empty());
            }
        }
    }
}
