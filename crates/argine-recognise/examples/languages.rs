//! Writes `knowledge/recognition/languages.bin` from the weights of the crate `whichlang`: `languages WEIGHTS_RS`, the file
//! `src/weights.rs` of that crate as Cargo unpacked it.
#![expect(clippy::disallowed_methods, reason = "a tool reads and writes files")]

use std::path::Path;

type Failure = Box<dyn std::error::Error>;

/// One unit of a byte.
const STEP: f64 = 0.2;

fn main() -> Result<(), Failure> {
    let source = std::fs::read_to_string(std::env::args_os().nth(1).ok_or("which weights.rs?")?)?;
    let (_, table) = source.split_once("WEIGHTS: [f32; 65536] = [").ok_or("no table of weights")?;
    let (table, _) = table.split_once(']').ok_or("the table does not end")?;
    let weights: Vec<f64> = table
        .split(',')
        .map(str::trim)
        .filter(|number| !number.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()?;
    let bytes: Vec<u8> = weights.into_iter().flat_map(|weight| byte(weight).to_le_bytes()).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../knowledge/recognition");
    Ok(std::fs::write(folder.join("languages.bin"), bytes)?)
}

/// Three of the weights are larger than a byte holds; they are as strong as it can say.
fn byte(weight: f64) -> i8 {
    let units = (weight / STEP).round();
    (i8::MIN..=i8::MAX)
        .min_by(|left, right| {
            let distance = |value: &i8| (f64::from(*value) - units).abs();
            distance(left).total_cmp(&distance(right))
        })
        .unwrap_or_default()
}
