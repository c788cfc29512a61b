/// A pack that cannot be used. The message says where and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KnowledgeError {
    /// A file does not follow its form.
    #[error("{file}, line {line}, record `{record}`: {problem}; correct the record or remove it")]
    Malformed {
        /// Name of the file within `knowledge/`.
        file: String,
        /// Line, from 1.
        line: usize,
        /// Id of the record; empty before the first one.
        record: String,
        /// What is wrong.
        problem: String,
    },
    /// Two records have one id.
    #[error("{file}, record `{record}`: the id is also in {other}; give one of them another id")]
    DuplicateId {
        /// Name of the file within `knowledge/`.
        file: String,
        /// The id.
        record: String,
        /// Where it stands first.
        other: String,
    },
    /// A file that is no bundle of packs.
    #[error("line {line} of the bundle: {problem}")]
    NotABundle {
        /// Line, from 1.
        line: usize,
        /// What is wrong.
        problem: String,
    },
}
