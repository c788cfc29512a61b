//! The papers as PDF, for a page in a browser: the second module, which the page fetches when a PDF is asked for and not before.
//!
//! [`Press`] takes what the first module (`argine-wasm`) gives as a case file and answers with the PDF (PDF/A-2a and PDF/UA-1)
//! that the program makes of the same case, byte for byte: `xtask/parity.mjs` compares both. On wasm32 the module `face` gives
//! it to JavaScript as a class of the same name; everywhere else it is an ordinary library. It holds Typst and five typefaces.
//!
//! It reads no chat, recognises nothing, plans nothing and has no clock: what stands in the paper is what stands in the case
//! file. It keeps no case: whoever asked for a paper ends it, so that a telephone has its memory back. Errors are one sentence
//! for people.

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod face;
mod press;
mod refusal;

pub use press::Press;
pub use refusal::PressRefusal;
