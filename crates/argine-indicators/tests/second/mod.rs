pub(crate) struct Made {
    pub(crate) text: String,
    pub(crate) truth: Vec<Truth>,
}
pub(crate) struct Truth {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: &'static str,
    pub(crate) value: String,
}
pub(crate) fn text(_bytes: usize, _seed: u64) -> Made {
    Made { text: String::new(), truth: Vec::new() }
}
