//! The five typefaces that papers are printed with, and no other: what the module of the papers carries to a telephone.
//!
//! `typst-assets` gives its whole collection or none of it, ten megabytes with mathematics; for wasm32 the build script takes out
//! of it what `argine-report` prints with. The program on a computer keeps the collection.
//!
//! This crate parses no face and does not know what for one is used.

/// The faces, as OpenType or TrueType files.
pub const FACES: [&[u8]; 5] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/serif.otf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/serif-bold.otf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/serif-italic.otf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/mono.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/emoji.ttf")),
];
