//! The picture in the README: the first screen of the main job, drawn from what the program really prints.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};

use crate::run::{command, output, root, run};

/// Lines shown: enough to see what is happening and the first steps.
const LINES: usize = 58;
const LINE_HEIGHT: usize = 19;
const CHARACTER_WIDTH: usize = 8;

/// Draws `docs/images/respond.svg`.
#[expect(clippy::disallowed_methods, reason = "automation writes into the repository")]
pub(crate) fn draw() -> Result<()> {
    run("building", command("cargo").args(["build", "--release", "--quiet", "-p", "argine"]))?;
    let scratch = root().join("target/picture");
    if scratch.exists() {
        std::fs::remove_dir_all(&scratch).context("target/picture cannot be removed")?;
    }
    std::fs::create_dir_all(&scratch).context("target/picture cannot be made")?;
    let mut argine = command(&root().join("target/release/argine").to_string_lossy());
    argine.args(["respond", "examples/whatsapp-chiara.zip", "--at", "2026-11-21T03:15", "--lang", "en"]);
    argine.arg("--out").arg(scratch.join("case")).arg("--key-folder").arg(scratch.join("key"));
    let page = output(argine.env("CLICOLOR_FORCE", "1"))?;
    let folder = root().join("docs/images");
    std::fs::create_dir_all(&folder).context("docs/images cannot be made")?;
    std::fs::write(folder.join("respond.svg"), svg(&page)).context("docs/images/respond.svg cannot be written")
}

fn svg(page: &str) -> String {
    let lines: Vec<_> = page.lines().take(LINES).collect();
    let (width, height) = (100 * CHARACTER_WIDTH, (lines.len() + 3) * LINE_HEIGHT);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-label=\"Output of argine respond\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#16212b\"/>\n\
         <g font-family=\"ui-monospace, Menlo, Consolas, monospace\" font-size=\"13\" fill=\"#e6edf3\" \
         xml:space=\"preserve\">\n"
    );
    for (line, number) in lines.iter().zip(2..) {
        let y = number * LINE_HEIGHT;
        let _ = writeln!(svg, "<text x=\"16\" y=\"{y}\">{}</text>", spans(line));
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// Bold and faint (ECMA-48 SGR 1 and 2) as spans; everything else as text.
fn spans(line: &str) -> String {
    let mut out = String::new();
    let mut open = false;
    for (place, part) in line.split('\u{1b}').enumerate() {
        let (code, words) = match part.strip_prefix('[').and_then(|part| part.split_once('m')) {
            Some((code, words)) if place > 0 => (code, words),
            _ => ("", part),
        };
        if !code.is_empty() && open {
            out.push_str("</tspan>");
            open = false;
        }
        let style = match code {
            "1" => " font-weight=\"bold\"",
            "2" => " fill=\"#8b9aa7\"",
            _ => "",
        };
        if !style.is_empty() {
            let _ = write!(out, "<tspan{style}>");
            open = true;
        }
        for character in words.chars() {
            match character {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                _ => out.push(character),
            }
        }
    }
    if open {
        out.push_str("</tspan>");
    }
    out
}
