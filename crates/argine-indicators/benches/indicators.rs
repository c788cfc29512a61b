//! Speed of the scan.
fn main() {
    divan::main();
}
