//! Real wallets of bluff mails, from lists of the `GraphSense` project: every one whose check digits hold, none that was cut.

use argine_indicators::scan_text;
use argine_model::IndicatorKind;

use crate::{Outcome, bytes_of};

pub(crate) fn run(files: &[&str]) -> Outcome {
    println!("\n| list | addresses | found | cut by one, found |\n|---|---|---|---|");
    for file in files {
        let text = String::from_utf8_lossy(&bytes_of(file)?).into_owned();
        let addresses: Vec<&str> = text.lines().filter_map(|line| line.trim().strip_prefix("- address: ")).collect();
        let is_found = |text: &str| {
            let traces = scan_text(text);
            traces
                .indicators
                .iter()
                .any(|found| found.kind == IndicatorKind::Crypto && found.validity.holds() != Some(false))
        };
        let found = addresses.iter().filter(|address| is_found(&format!("send to {address} now"))).count();
        let cut = addresses.iter().filter(|address| {
            is_found(&format!("send to {} now", address.get(..address.len().saturating_sub(1)).unwrap_or("")))
        });
        let name = file.rsplit('/').next().unwrap_or(file);
        println!("| {name} | {} | {found} | {} |", addresses.len(), cut.count());
        for refused in addresses.iter().filter(|address| !is_found(&format!("send to {address} now"))).take(10) {
            println!("  refused: {refused}");
        }
    }
    Ok(())
}
