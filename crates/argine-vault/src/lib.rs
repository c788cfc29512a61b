//! Cases on disk: written whole or not at all, sealed, verified.
