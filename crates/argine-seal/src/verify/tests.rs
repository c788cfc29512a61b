use std::sync::LazyLock;

use argine_model::{AcquisitionLevel, Custodian, Exhibit, ExhibitId, MediaClass, OriginalHandling, Sha256};
use jiff::Timestamp;
use proptest::prelude::*;
use zeroize::Zeroizing;

use super::*;
use crate::{
    Acquisition, ClockSource, CustodyEvent, CustodyFile, ItemRecord, PreviousSeal, SealError, SealRequest, Sealed,
    SigningKey, Tool, VerificationPages, seal,
};

/// A whole case in memory: path to bytes.
type Files = BTreeMap<String, Vec<u8>>;

fn key(seed: u8) -> SigningKey {
    SigningKey::from_seed(&Zeroizing::new([seed; 32]))
}

fn path(text: &str) -> CasePath {
    text.parse().expect("a safe path")
}

fn tool() -> Tool {
    "argine 0.1.0".parse().expect("a tool")
}

fn time(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + second).expect("a time")
}

fn event(action: CustodyAction, second: i64) -> CustodyEvent {
    CustodyEvent {
        time: time(second),
        action,
        by: Custodian::AffectedPerson,
        tool: tool(),
        exhibits: vec![ExhibitId(1)],
        files: Vec::new(),
        note: None,
    }
}

fn original(number: u32, name: &str, bytes: &[u8], copy: Option<&str>) -> ItemRecord {
    ItemRecord::Original {
        path: copy.map(path),
        exhibit: Exhibit {
            id: ExhibitId(number),
            name: name.to_owned(),
            sha256: Sha256::of(bytes),
            size: bytes.len() as u64,
            class: MediaClass::Text,
            acquisition: AcquisitionLevel::AppExport,
            custodian: Custodian::AffectedPerson,
            handling: if copy.is_some() { OriginalHandling::Copied } else { OriginalHandling::HashOnly },
            members: Vec::new(),
        },
        acquisition: Acquisition {
            time: time(0),
            clock: ClockSource::Device,
            tool: tool(),
            participant: Some(true),
            source: None,
        },
    }
}

fn derived(at: &str, bytes: &[u8]) -> ItemRecord {
    ItemRecord::Derived {
        path: path(at),
        exhibits: vec![ExhibitId(1)],
        tool: tool(),
        time: time(1),
        sha256: Sha256::of(bytes),
        size: bytes.len() as u64,
    }
}

const CHAT: &[u8] = "21/11/26, 21:00 - Marta: non ho più soldi".as_bytes();
const CHAT_PATH: &str = "data/originals/0001-chat.txt";
const ASSESSMENT_PATH: &str = "data/derived/assessment.json";

struct CaseState {
    files: Files,
    items: ItemLog,
    custody: CustodyLog,
}

impl CaseState {
    fn sealed_once() -> Self {
        let mut case = Self { files: Files::new(), items: ItemLog::default(), custody: CustodyLog::default() };
        case.custody.append(event(CustodyAction::Acquire, 0)).expect("appended");
        case.put(CHAT_PATH, CHAT, original(1, "chat di Marta.txt", CHAT, Some(CHAT_PATH)));
        case.items.append(original(2, "foto.zip", b"zip", None)).expect("appended");
        case.put(ASSESSMENT_PATH, b"{}", derived(ASSESSMENT_PATH, b"{}"));
        case.seal(None, &key(1));
        case
    }

    fn sealed_twice(second_key: &SigningKey) -> Self {
        let mut case = Self::sealed_once();
        case.put("data/derived/denuncia.pdf", b"%PDF", derived("data/derived/denuncia.pdf", b"%PDF"));
        case.custody.append(event(CustodyAction::Export, 5)).expect("appended");
        let previous = PreviousSeal { number: 1, root: Sha256::of(&case.files["seal/1/root.txt"]) };
        case.seal(Some(previous), second_key);
        case
    }

    fn put(&mut self, at: &str, bytes: &[u8], record: ItemRecord) {
        self.files.insert(at.to_owned(), bytes.to_vec());
        self.items.append(record).expect("appended");
    }

    fn request(
        &self,
        files: &[crate::PayloadFile],
        previous: Option<PreviousSeal>,
        signer: &SigningKey,
    ) -> Result<Sealed, SealError> {
        seal(
            SealRequest {
                case: &"ARG-2026-000123".parse().expect("a case number"),
                tool: &tool(),
                time: time(10),
                by: Custodian::AffectedPerson,
                payload: files,
                items: &self.items,
                custody: self.custody.clone(),
                pages: &VerificationPages { italian: "come".to_owned(), english: "how".to_owned() },
                previous,
                stamps: &[],
            },
            signer,
        )
    }

    fn seal(&mut self, previous: Option<PreviousSeal>, signer: &SigningKey) {
        let payload: Vec<_> =
            self.items.payload().into_values().filter(|file| self.files.contains_key(file.path.as_str())).collect();
        let sealed = self.request(&payload, previous, signer).expect("sealed");
        for entry in sealed.files {
            self.files.insert(entry.path.to_string(), entry.bytes);
        }
        self.custody = CustodyLog::parse(&self.files[names::CUSTODY]).expect("a chain");
    }
}

fn found(files: &Files) -> Vec<FoundEntry> {
    let folders: BTreeSet<&str> = files.keys().flat_map(|path| ancestors(path)).collect();
    let folders =
        folders.into_iter().map(|path| FoundEntry { path: path.to_owned(), content: FoundContent::Directory });
    let plain = files.iter().map(|(path, bytes)| FoundEntry {
        path: path.clone(),
        content: FoundContent::File {
            sha256: Sha256::of(bytes),
            size: bytes.len() as u64,
            bytes: FoundEntry::wants_bytes(path).then(|| bytes.clone()),
        },
    });
    folders.chain(plain).collect()
}

fn judge(files: &Files) -> Verdict {
    verify(found(files), &Expectation::default())
}

fn failed(verdict: &Verdict) -> Vec<(CheckId, Vec<&str>)> {
    verdict.checks.iter().filter(|check| !check.passed()).map(|check| (check.id, check.paths())).collect()
}

#[test]
fn untouched_cases_are_intact() {
    let once = judge(&CaseState::sealed_once().files);
    assert_eq!(failed(&once), []);
    assert_eq!(once.seals.len(), 1);
    assert_eq!(once.seals[0].payload_files, 2);
    let twice = judge(&CaseState::sealed_twice(&key(1)).files);
    assert_eq!(failed(&twice), []);
    assert_eq!(twice.seals.iter().map(|seal| seal.number).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn same_inputs_give_the_same_bytes() {
    assert_eq!(CaseState::sealed_twice(&key(1)).files, CaseState::sealed_twice(&key(1)).files);
}

/// The tamper matrix: what was done, and which check names which file.
#[test]
fn each_tampering_is_named() {
    use CheckId::{Added, Bag, Changed, Custody, Items, Manifest, Missing, Root, SealChain, Signature, TagManifest};
    type Tamper = fn(&mut Files);
    let rows: [(&str, Tamper, CheckId, &str); 27] = [
        ("payload edited", |f| edit(f, CHAT_PATH, "soldi", "tempo"), Changed, CHAT_PATH),
        ("payload cut", |f| _ = f.get_mut(CHAT_PATH).expect("there").pop(), Changed, CHAT_PATH),
        ("payload emptied", |f| f.get_mut(CHAT_PATH).expect("there").clear(), Changed, CHAT_PATH),
        ("payload removed", |f| _ = f.remove(CHAT_PATH), Missing, CHAT_PATH),
        ("payload added", |f| put(f, "data/derived/x.txt", "x"), Added, "data/derived/x.txt"),
        ("hidden file added", |f| put(f, "data/.x", ""), Added, "data/.x"),
        ("tag file added", |f| put(f, "note.txt", ""), Added, "note.txt"),
        ("file added to a seal", |f| put(f, "seal/1/x", ""), Added, "seal/1/x"),
        ("file added beside the seals", |f| put(f, "seal/x", ""), Added, "seal/x"),
        ("seal number not as written", |f| put(f, "seal/01/root.txt", ""), Added, "seal/01/root.txt"),
        (
            "payload renamed, new name",
            |f| rename(f, CHAT_PATH, "data/originals/0001-Chat.txt"),
            Added,
            "data/originals/0001-Chat.txt",
        ),
        ("payload renamed, old name", |f| rename(f, CHAT_PATH, "data/originals/0001-Chat.txt"), Missing, CHAT_PATH),
        ("payload edited and manifest rewritten", |f| rewrite_manifest(f), Changed, CHAT_PATH),
        ("manifest rewritten", |f| rewrite_manifest(f), Manifest, names::MANIFEST),
        ("manifest and tag manifest rewritten", |f| rewrite_both_manifests(f), Changed, CHAT_PATH),
        ("tag manifest rewritten", |f| rewrite_both_manifests(f), TagManifest, names::TAG_MANIFEST),
        ("everything but the signature rewritten", |f| rewrite_root(f), Signature, "seal/2/root.txt"),
        ("tag manifest removed", |f| _ = f.remove(names::TAG_MANIFEST), Missing, names::TAG_MANIFEST),
        ("bag information edited", |f| edit(f, names::BAG_INFO, "ARG", "BRG"), Bag, names::BAG_INFO),
        ("declaration edited", |f| edit(f, names::BAGIT, "1.0", "0.9"), Bag, names::BAGIT),
        ("record edited", |f| edit(f, names::ITEMS, "Marta", "Maria"), Changed, names::ITEMS),
        ("record taken out", |f| drop_line(f, names::ITEMS, 2), Items, ASSESSMENT_PATH),
        ("custody edited", |f| edit(f, names::CUSTODY, "export", "derive"), Custody, names::CUSTODY),
        ("custody cut", |f| drop_line(f, names::CUSTODY, 3), SealChain, names::CUSTODY),
        ("first seal removed", |f| f.retain(|path, _| !path.starts_with("seal/1/")), SealChain, "seal/1/"),
        ("last seal removed", |f| f.retain(|path, _| !path.starts_with("seal/2/")), SealChain, "seal/2/"),
        ("root edited", |f| edit(f, "seal/1/root.txt", "seal 1", "seal 3"), Root, "seal/1/root.txt"),
    ];
    for (name, tamper, check, path) in rows {
        let mut files = CaseState::sealed_twice(&key(1)).files;
        tamper(&mut files);
        let verdict = judge(&files);
        let named = verdict.check(check).expect("made").paths();
        assert!(named.contains(&path), "{name}: {:?}", failed(&verdict));
    }
}

fn put(files: &mut Files, path: &str, text: &str) {
    files.insert(path.to_owned(), text.into());
}

fn edit(files: &mut Files, path: &str, from: &str, to: &str) {
    let text = String::from_utf8(files[path].clone()).expect("text");
    assert!(text.contains(from), "{path} holds {from}");
    put(files, path, &text.replacen(from, to, 1));
}

fn rename(files: &mut Files, from: &str, to: &str) {
    let bytes = files.remove(from).expect("there");
    files.insert(to.to_owned(), bytes);
}

fn drop_line(files: &mut Files, path: &str, index: usize) {
    let text = String::from_utf8(files[path].clone()).expect("text");
    let kept: Vec<&str> =
        text.split_inclusive('\n').enumerate().filter(|(line, _)| *line != index).map(|(_, line)| line).collect();
    put(files, path, &kept.concat());
}

fn rewrite_digest(files: &mut Files, manifest: &str, path: &str, old: Sha256) {
    let new = Sha256::of(&files[path]).to_string();
    edit(files, manifest, &old.to_string(), &new);
}

fn rewrite_manifest(files: &mut Files) {
    let old = Sha256::of(&files[CHAT_PATH]);
    edit(files, CHAT_PATH, "soldi", "tempo");
    rewrite_digest(files, names::MANIFEST, CHAT_PATH, old);
}

fn rewrite_both_manifests(files: &mut Files) {
    let old = Sha256::of(&files[names::MANIFEST]);
    rewrite_manifest(files);
    rewrite_digest(files, names::TAG_MANIFEST, names::MANIFEST, old);
}

fn rewrite_root(files: &mut Files) {
    let old = Sha256::of(&files[names::TAG_MANIFEST]);
    rewrite_both_manifests(files);
    rewrite_digest(files, "seal/2/root.txt", names::TAG_MANIFEST, old);
}

#[test]
fn the_broken_line_is_told() {
    let mut files = CaseState::sealed_once().files;
    edit(&mut files, names::CUSTODY, "acquire", "derive");
    let verdict = judge(&files);
    let lines: Vec<_> = verdict.check(CheckId::Custody).expect("made").findings.iter().map(|f| f.line).collect();
    assert_eq!(lines, [Some(2)]);
}

#[test]
fn folders_links_and_unreadable_files_are_named() {
    let files = CaseState::sealed_once().files;
    for (path, content, check, named) in [
        ("data/empty", FoundContent::Directory, CheckId::Added, "data/empty/"),
        ("data/link", FoundContent::Special, CheckId::RegularFiles, "data/link"),
        ("data/link", FoundContent::Special, CheckId::Added, "data/link"),
        (CHAT_PATH, FoundContent::Special, CheckId::RegularFiles, CHAT_PATH),
        (CHAT_PATH, FoundContent::Unreadable, CheckId::RegularFiles, CHAT_PATH),
        (CHAT_PATH, FoundContent::Directory, CheckId::Missing, CHAT_PATH),
    ] {
        let mut entries = found(&files);
        entries.retain(|entry| entry.path != path);
        entries.push(FoundEntry { path: path.to_owned(), content });
        let verdict = verify(entries, &Expectation::default());
        assert!(verdict.check(check).expect("made").paths().contains(&named), "{path} {:?}", failed(&verdict));
    }
}

#[test]
fn another_key_is_named() {
    let verdict = judge(&CaseState::sealed_twice(&key(2)).files);
    assert_eq!(failed(&verdict), [(CheckId::SameKey, vec!["seal/2/key.pub"])]);
}

#[test]
fn a_case_sealed_again_from_scratch_by_another_is_told_by_key_and_root() {
    let mut honest = CaseState::sealed_once();
    let root = Sha256::of(&honest.files["seal/1/root.txt"]);
    let expectation = Expectation { key: Some(key(1).public()), root: Some(root), roots: None };
    assert_eq!(failed(&verify(found(&honest.files), &expectation)), []);
    honest.custody = CustodyLog::default();
    honest.seal(None, &key(9));
    assert!(judge(&honest.files).is_intact(), "nothing inside the folder can tell");
    let verdict = verify(found(&honest.files), &expectation);
    assert_eq!(failed(&verdict), [(CheckId::Expected, vec!["seal/1/key.pub", "seal/1/root.txt"])]);
}

#[test]
fn deletion_is_accepted_only_on_the_record() {
    let delete = |recorded: bool| {
        let mut case = CaseState::sealed_once();
        let bytes = case.files.remove(ASSESSMENT_PATH).expect("there");
        let previous = PreviousSeal { number: 1, root: Sha256::of(&case.files["seal/1/root.txt"]) };
        if recorded {
            let files = vec![CustodyFile { path: path(ASSESSMENT_PATH), sha256: Sha256::of(&bytes) }];
            case.custody.append(CustodyEvent { files, ..event(CustodyAction::Delete, 7) }).expect("appended");
        }
        let payload: Vec<_> =
            case.items.payload().into_values().filter(|file| file.path.as_str() != ASSESSMENT_PATH).collect();
        let sealed = case.request(&payload, Some(previous), &key(1));
        sealed.map(|sealed| {
            case.files.extend(sealed.files.into_iter().map(|entry| (entry.path.to_string(), entry.bytes)));
            case.files
        })
    };
    assert!(matches!(delete(false), Err(SealError::ItemsDisagree(_))));
    assert_eq!(failed(&judge(&delete(true).expect("sealed"))), []);
}

#[test]
fn refuses_to_seal_what_contradicts_itself() {
    let case = CaseState::sealed_once();
    let payload: Vec<_> = case.items.payload().into_values().collect();
    let with = |change: fn(&mut Vec<crate::PayloadFile>)| {
        let mut payload = payload.clone();
        change(&mut payload);
        case.request(&payload, None, &key(1))
    };
    assert!(matches!(with(|files| files[0].size += 1), Err(SealError::ItemsDisagree(_))));
    assert!(matches!(with(|files| _ = files.pop()), Err(SealError::ItemsDisagree(_))));
    assert!(matches!(with(|files| files[0].path = path("note.txt")), Err(SealError::NotPayload(_))));
    assert!(matches!(
        with(|files| files
            .insert(1, crate::PayloadFile { path: path("data/derived/ASSESSMENT.json"), ..files[0].clone() })),
        Err(SealError::DuplicatePath(_))
    ));
}

#[test]
fn an_empty_folder_is_no_case() {
    let verdict = verify([], &Expectation::default());
    assert!(!verdict.is_intact());
    assert!(verdict.seals.is_empty());
    assert!(verdict.paths().contains(&"bagit.txt"));
}

static SEALED_TWICE: LazyLock<Files> = LazyLock::new(|| CaseState::sealed_twice(&key(1)).files);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Flipping, cutting or growing any file of the case, seals included, is detected, and the file is named.
    #[test]
    fn any_single_change_is_named(file in any::<prop::sample::Index>(), byte in any::<prop::sample::Index>(), bit in 0..8_u8, how in 0..3) {
        let mut files = SEALED_TWICE.clone();
        let path = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
        let bytes = files.get_mut(&path).expect("there");
        match how {
            0 => { let index = byte.index(bytes.len()); bytes[index] ^= 1 << bit; }
            1 => bytes.truncate(byte.index(bytes.len())),
            _ => bytes.insert(byte.index(bytes.len() + 1), bit),
        }
        let verdict = judge(&files);
        prop_assert!(verdict.paths().contains(&path.as_str()), "{path}: {:?}", failed(&verdict));
    }

    /// So is removing, adding or renaming one.
    #[test]
    fn any_single_removal_addition_or_renaming_is_named(file in any::<prop::sample::Index>(), name in "[a-zA-Z0-9./ é%-]{1,30}", how in 0..3) {
        let mut files = SEALED_TWICE.clone();
        prop_assume!(!files.contains_key(&name));
        let path = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
        let bytes = if how == 1 { Vec::new() } else { files.remove(&path).expect("there") };
        if how > 0 {
            files.insert(name.clone(), bytes);
        }
        let verdict = judge(&files);
        prop_assert!(how == 1 || verdict.paths().contains(&path.as_str()), "{path}: {:?}", failed(&verdict));
        prop_assert!(how == 0 || verdict.paths().contains(&name.as_str()), "{name}: {:?}", failed(&verdict));
    }

    /// Whatever a folder holds, judging it never panics and never finds it intact.
    #[test]
    fn any_bytes_are_judged(texts in prop::collection::vec(any::<Vec<u8>>(), 16)) {
        let mut files = SEALED_TWICE.clone();
        for (path, text) in files.keys().cloned().collect::<Vec<_>>().into_iter().zip(texts) {
            files.insert(path, text);
        }
        prop_assert!(!judge(&files).is_intact());
    }
}
