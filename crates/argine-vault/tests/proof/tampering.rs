//! What one can do to a sealed and stamped case, and what the verdict says of it: all of it, and nothing of a case
//! that nobody touched.

use std::collections::BTreeMap;

use crate::authority::{LocalAuthority, Signer, openssl_is_there};
use argine_model::Sha256;
use argine_seal::{
    Expectation, FoundContent, FoundEntry, Remark, StampNonce, TrustRoots, Verdict, stamp_request, verify,
};
use argine_vault::Case;
use jiff::Timestamp;

type Files = BTreeMap<String, Vec<u8>>;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("small")
    }
}

fn judge(files: &Files, roots: &TrustRoots) -> Verdict {
    let mut entries: Vec<FoundEntry> = files
        .iter()
        .map(|(path, bytes)| FoundEntry {
            path: path.clone(),
            content: FoundContent::File {
                sha256: Sha256::of(bytes),
                size: bytes.len() as u64,
                bytes: FoundEntry::wants_bytes(path).then(|| bytes.clone()),
            },
        })
        .collect();
    let mut folders: Vec<&str> =
        files.keys().flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at])).collect();
    folders.sort_unstable();
    folders.dedup();
    entries
        .extend(folders.into_iter().map(|path| FoundEntry { path: path.to_owned(), content: FoundContent::Directory }));
    verify(entries, &Expectation { key: None, root: None, roots: Some(roots.clone()) })
}

/// A case with two seals, each with a stamp.
fn stamped(authority: &LocalAuthority) -> Files {
    let (_folder, target) = crate::sample::scratch();
    crate::sample::write(&target);
    for signer in [Signer::Good, Signer::Rsa] {
        let case = Case::plain(&target).expect("plain");
        let root = case.root(None).expect("a root");
        let request = stamp_request(root.digest(), StampNonce([7; 8])).expect("encoded");
        case.stamp(&root, &authority.answer(signer, &request), Some(StampNonce([7; 8]))).expect("stamped");
        if signer == Signer::Good {
            crate::sample::add(&case);
        }
    }
    crate::sample::tree(&target).into_iter().collect()
}

/// Lines of a text in another order, or without some.
fn lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

fn replaced(files: &Files, path: &str, bytes: Vec<u8>) -> Files {
    let mut files = files.clone();
    files.insert(path.to_owned(), bytes);
    files
}

/// Rewrites the digest of `path` in the manifests, as somebody would who knows the format and has no key.
fn with_manifests_rewritten(mut files: Files, path: &str) -> Files {
    let digest = files.get(path).map(|bytes| Sha256::of(bytes).to_string());
    for (list, next) in [("manifest-sha256.txt", Some("tagmanifest-sha256.txt")), ("tagmanifest-sha256.txt", None)] {
        let Some(text) = files.get(list).map(|bytes| String::from_utf8_lossy(bytes).into_owned()) else { continue };
        let rewritten: String = text
            .lines()
            .filter_map(|line| match (line.split_once("  "), &digest) {
                (Some((_, listed)), Some(digest)) if listed == path => Some(format!("{digest}  {path}\n")),
                (Some((_, listed)), None) if listed == path => None,
                _ => Some(format!("{line}\n")),
            })
            .collect();
        files.insert(list.to_owned(), rewritten.into_bytes());
        if let Some(next) = next {
            let digest = Sha256::of(&files[list]).to_string();
            let text = String::from_utf8_lossy(&files[next]).into_owned();
            let rewritten: String = text
                .lines()
                .map(|line| if line.ends_with(list) { format!("{digest}  {list}\n") } else { format!("{line}\n") })
                .collect();
            files.insert(next.to_owned(), rewritten.into_bytes());
        }
    }
    files
}

/// Every mutation: what was done, the path that must be named, and the case afterwards.
fn mutations(case: &Files, authority: &LocalAuthority) -> Vec<(String, String, Files)> {
    let mut dice = Dice(0x0051_7cc1_b727_220a);
    let mut all = Vec::new();
    for (path, bytes) in case {
        for _ in 0..12 {
            let mut changed = bytes.clone();
            let place = dice.below(changed.len());
            changed[place] ^= 1 << dice.below(8);
            all.push((format!("bit of {path} at {place}"), path.clone(), replaced(case, path, changed)));
        }
        let mut cut = bytes.clone();
        cut.truncate(dice.below(bytes.len()));
        all.push((format!("{path} cut"), path.clone(), replaced(case, path, cut)));
        let longer = [bytes.as_slice(), b"\n"].concat();
        all.push((format!("{path} longer"), path.clone(), replaced(case, path, longer)));
        let mut removed = case.clone();
        removed.remove(path);
        all.push((format!("{path} removed"), path.clone(), removed.clone()));
        let named = format!("{path}.bak");
        removed.insert(named.clone(), bytes.clone());
        all.push((format!("{path} renamed"), named, removed));
    }
    let payload: Vec<&String> = case.keys().filter(|path| path.starts_with("data/")).collect();
    for path in &payload {
        let edited = replaced(case, path, b"other words\n".to_vec());
        all.push((
            format!("{path} edited, manifests rewritten"),
            (*path).clone(),
            with_manifests_rewritten(edited, path),
        ));
        let mut gone = case.clone();
        gone.remove(*path);
        all.push((
            format!("{path} removed, manifests rewritten"),
            (*path).clone(),
            with_manifests_rewritten(gone, path),
        ));
    }
    for name in [
        "note.txt",
        "data/0009.txt",
        "data/originals/x/y.txt",
        "seal/3/root.txt",
        "seal/1/stamp-2.tsr",
        ".DS_Store",
        "records/more.jsonl",
    ] {
        all.push((format!("{name} added"), name.to_owned(), replaced(case, name, b"x".to_vec())));
    }
    for path in ["records/custody.jsonl", "records/items.jsonl"] {
        let order = lines(&case[path]);
        for from in 0..order.len() {
            let mut swapped = order.clone();
            swapped.swap(from, (from + 1) % order.len());
            let mut without = order.clone();
            without.remove(from);
            let mut doubled = order.clone();
            doubled.insert(from, order[from].clone());
            for (what, text) in [("swapped", swapped), ("taken out", without), ("doubled", doubled)] {
                let edited = replaced(case, path, text.concat());
                all.push((format!("{path}: line {from} {what}"), path.to_owned(), edited.clone()));
                // The same by somebody who rewrites the lists as well.
                let rewritten = with_manifests_rewritten(edited, path);
                all.push((format!("{path}: line {from} {what}, lists rewritten"), path.to_owned(), rewritten));
            }
        }
    }
    // Clock lies: another time in each place that states one.
    for path in ["seal/1/root.txt", "seal/2/root.txt", "records/custody.jsonl", "records/items.jsonl", "bag-info.txt"] {
        for lie in ["2025-11-21", "2026-11-22", "2027-01-01"] {
            let text = String::from_utf8_lossy(&case[path]).replace("2026-11-21", lie);
            all.push((format!("{path} says {lie}"), path.to_owned(), replaced(case, path, text.into_bytes())));
        }
    }
    // Token swaps: between seals, from another root, from another authority; with the list of stamps made to agree.
    let stranger = LocalAuthority::new();
    let request = |bytes: &[u8]| stamp_request(Sha256::of(bytes), StampNonce([9; 8])).expect("encoded");
    let strange = stranger.answer(Signer::Good, &request(&case["seal/2/root.txt"]));
    let elsewhere = authority.answer(Signer::Good, &request(b"another root"));
    for (what, seal, token) in [
        ("token of the other seal", 1, case["seal/2/stamp-1.tsr"].clone()),
        ("token of the other seal", 2, case["seal/1/stamp-1.tsr"].clone()),
        ("token of another root", 2, elsewhere),
        ("token of a stranger", 2, strange),
    ] {
        let path = format!("seal/{seal}/stamp-1.tsr");
        let swapped = replaced(case, &path, token.clone());
        all.push((what.to_owned(), path.clone(), swapped.clone()));
        let certificates = format!("seal/{seal}/stamp-1.pem");
        let status = format!(
            "time-stamped\n{}  {certificates}\n{}  {path}\n",
            Sha256::of(&case[&certificates]),
            Sha256::of(&token)
        );
        let agreed = replaced(&swapped, &format!("seal/{seal}/status.txt"), status.into_bytes());
        all.push((format!("{what}, list rewritten"), path, agreed));
    }
    // A seal put in the place of another, whole seals taken away.
    for (from, to) in [(1, 2), (2, 1)] {
        let mut moved = case.clone();
        for (path, bytes) in case.iter().filter(|(path, _)| path.starts_with(&format!("seal/{from}/"))) {
            moved.insert(path.replace(&format!("seal/{from}/"), &format!("seal/{to}/")), bytes.clone());
        }
        all.push((format!("seal {from} over seal {to}"), format!("seal/{to}/root.txt"), moved));
        let mut gone = case.clone();
        gone.retain(|path, _| !path.starts_with(&format!("seal/{from}/")));
        all.push((format!("seal {from} removed"), format!("seal/{from}/"), gone));
    }
    all
}

#[test]
fn every_mutation_is_detected_and_named_and_untouched_cases_raise_no_alarm() {
    if !openssl_is_there() {
        return;
    }
    let authority = LocalAuthority::new();
    let roots = TrustRoots::parse(&authority.roots_pem()).expect("certificates");
    let case = stamped(&authority);
    let untouched = judge(&case, &roots);
    assert!(untouched.is_intact(), "{:?}", untouched.paths());
    let mutations = mutations(&case, &authority);
    assert!(mutations.len() >= 500, "{}", mutations.len());
    for (what, path, files) in &mutations {
        if *files == case {
            continue;
        }
        let verdict = judge(files, &roots);
        assert!(!verdict.is_intact(), "{what} was not seen");
        let named = verdict.paths().iter().any(|found| *found == path || found.starts_with(path.as_str()));
        assert!(named, "{what}: {path} is not among {:?}", verdict.paths());
    }
    let same = mutations.iter().filter(|(_, _, files)| *files == case).count();
    assert!(same < 5, "{same} mutations changed nothing");
    println!("{} mutations, all detected and named", mutations.len() - same);
}

#[test]
fn a_hundred_untouched_cases_raise_no_alarm() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for number in 0..100 {
        let (_folder, target) = crate::sample::scratch();
        let chat: Vec<u8> = (0..dice.below(5_000)).map(|_| u8::try_from(dice.below(256)).expect("a byte")).collect();
        crate::sample::write_with(&target, &chat);
        for _ in 0..number % 3 {
            let mut editor = Case::plain(&target)
                .expect("plain")
                .edit("argine 0.2.0".parse().expect("a tool"), argine_model::Custodian::Guardian)
                .expect("open");
            let name = format!("paper-{}.pdf", dice.below(1_000_000));
            editor.add_derived(&name, b"%PDF", &[argine_model::ExhibitId(1)], crate::sample::now()).expect("added");
            editor.seal(crate::sample::now(), &crate::sample::key()).expect("sealed");
        }
        let verdict = Case::plain(&target).expect("plain").verify(&Expectation::default()).expect("judged");
        assert!(verdict.is_intact(), "{number}: {:?}", verdict.paths());
        assert_eq!(verdict.remarks, [Remark::NotStamped], "{number}");
    }
}

/// The holder of the key can lie about time until an authority sees the root; then the lie shows.
#[test]
fn a_clock_that_was_set_forward_or_back_shows_beside_the_stamp() {
    if !openssl_is_there() {
        return;
    }
    let authority = LocalAuthority::new();
    let roots = TrustRoots::parse(&authority.roots_pem()).expect("certificates");
    for (clock, expected) in [("2020-01-01T00:00:00Z", "stamped-late"), ("2150-01-01T00:00:00Z", "clock-ahead")] {
        let time: Timestamp = clock.parse().expect("a time");
        let (_folder, target) = crate::sample::scratch();
        crate::sample::write(&target);
        let case = Case::plain(&target).expect("plain");
        let editor =
            case.edit("argine 0.2.0".parse().expect("a tool"), argine_model::Custodian::Guardian).expect("open");
        editor.seal(time, &crate::sample::key()).expect("sealed");
        let case = Case::plain(&target).expect("plain");
        let root = case.root(None).expect("a root");
        let request = stamp_request(root.digest(), StampNonce([3; 8])).expect("encoded");
        case.stamp(&root, &authority.answer(Signer::Good, &request), None).expect("stamped");
        let verdict = case.verify(&Expectation { key: None, root: None, roots: Some(roots.clone()) }).expect("judged");
        assert!(verdict.is_intact());
        let codes: Vec<_> = verdict.remarks.iter().map(Remark::code).collect();
        assert!(codes.contains(&expected), "{clock}: {codes:?}");
        assert_eq!(codes.contains(&"clock-went-back"), clock.starts_with("2020"), "{clock}: {codes:?}");
    }
}
