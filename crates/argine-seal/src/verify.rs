mod stamps;

use std::collections::{BTreeMap, BTreeSet};

use argine_model::Sha256;

use crate::bag::{BagInfo, DECLARATION};
use crate::manifest::Manifest;
use crate::sealing::SEAL_FILES;
use crate::status::Status;
use crate::{
    CasePath, Check, CheckId, CustodyAction, CustodyLog, Expectation, FORMAT, Finding, FoundContent, FoundEntry,
    ItemLog, PublicKey, Root, SealSummary, StampSummary, Verdict, names,
};

/// The tag files that a case must list; there are no others in this format.
const TAG_FILES: [&str; 7] = [
    names::PAGE_ITALIAN,
    names::PAGE_ENGLISH,
    names::BAG_INFO,
    names::BAGIT,
    names::MANIFEST,
    names::CUSTODY,
    names::ITEMS,
];

/// Tag files that a later seal leaves as they are.
const FIXED_TAG_FILES: [&str; 3] = [names::PAGE_ITALIAN, names::PAGE_ENGLISH, names::BAGIT];

/// Judges everything found under the folder of a case.
///
/// Trust flows from the signed root to the tag manifest, from there to the manifest, from there to the payload.
/// Where a manifest no longer is the one that was signed, the copy in the last seal stands in for it, so that a
/// rewritten manifest cannot hide what was changed. Whatever is listed nowhere is a failure.
pub fn verify(entries: impl IntoIterator<Item = FoundEntry>, expectation: &Expectation) -> Verdict {
    let mut case = Examination::new(entries);
    let seals = case.examine_seals(expectation);
    let reference = case.reference_manifests(seals.last());
    case.examine_files(&seals, &reference);
    case.examine_bag(seals.last());
    let logs = case.examine_records(&reference.manifest);
    case.examine_seal_chain(&seals, &reference, &logs);
    case.examine_expectation(&seals, expectation);
    case.examine_format(&seals);
    case.into_verdict(&seals, &logs, expectation)
}

struct Seal {
    number: u32,
    root: Option<Root>,
    /// The key whose signature of the root is good.
    key: Option<PublicKey>,
    tag_manifest: Option<Manifest>,
    manifest: Option<Manifest>,
    status: Status,
    stamps: Vec<StampSummary>,
}

impl Seal {
    fn path(number: u32, name: &str) -> String {
        format!("{}/{number}/{name}", names::SEAL)
    }

    /// The root, if its signature is good.
    fn trusted_root(&self) -> Option<&Root> {
        self.key.and(self.root.as_ref())
    }
}

/// The manifests that the rest is compared with.
#[derive(Default)]
struct Reference {
    tag_manifest: Manifest,
    manifest: Manifest,
}

struct Logs {
    items: ItemLog,
    custody: CustodyLog,
}

impl Logs {
    fn deleted(&self) -> BTreeSet<&CasePath> {
        self.custody.deleted_paths().collect()
    }
}

struct Examination {
    entries: BTreeMap<String, FoundContent>,
    findings: BTreeMap<CheckId, BTreeSet<Finding>>,
}

impl Examination {
    fn new(entries: impl IntoIterator<Item = FoundEntry>) -> Self {
        let mut case = Self { entries: BTreeMap::new(), findings: BTreeMap::new() };
        for entry in entries {
            if matches!(entry.content, FoundContent::Special | FoundContent::Unreadable) {
                case.fail(CheckId::RegularFiles, &entry.path);
            }
            if case.entries.contains_key(&entry.path) {
                case.fail(CheckId::Added, &entry.path);
            }
            case.entries.insert(entry.path, entry.content);
        }
        case
    }

    fn fail(&mut self, check: CheckId, path: &str) {
        self.fail_at(check, path, None);
    }

    fn fail_at(&mut self, check: CheckId, path: &str, line: Option<u64>) {
        self.findings.entry(check).or_default().insert(Finding { path: path.to_owned(), line });
    }

    fn bytes(&self, path: &str) -> Option<&[u8]> {
        match self.entries.get(path)? {
            FoundContent::File { bytes, .. } => bytes.as_deref(),
            _ => None,
        }
    }

    fn digest(&self, path: &str) -> Option<Sha256> {
        match self.entries.get(path)? {
            FoundContent::File { sha256, .. } => Some(*sha256),
            _ => None,
        }
    }

    fn manifest_at(&self, path: &str) -> Option<Manifest> {
        Manifest::parse(self.bytes(path)?).ok()
    }

    fn examine_seals(&mut self, expectation: &Expectation) -> Vec<Seal> {
        let numbers: BTreeSet<u32> = self.entries.keys().filter_map(|path| seal_number(path)).collect();
        let mut expected = 1_u32;
        if numbers.is_empty() {
            self.fail(CheckId::SealChain, &Seal::path(1, "root.txt"));
        }
        let mut seals: Vec<Seal> = Vec::new();
        for number in numbers {
            if number != expected {
                self.fail(CheckId::SealChain, &format!("{}/{expected}/", names::SEAL));
            }
            expected = number.saturating_add(1);
            let mut seal = self.examine_seal(number, seals.last());
            self.examine_stamps(&mut seal, expectation);
            seals.push(seal);
        }
        seals
    }

    fn examine_seal(&mut self, number: u32, before: Option<&Seal>) -> Seal {
        let path = |name| Seal::path(number, name);
        let root = self.bytes(&path("root.txt")).and_then(Root::parse).filter(|root| root.seal == number);
        if root.is_none() {
            self.fail(CheckId::Root, &path("root.txt"));
        }
        let key = self.examine_signatures(number, root.as_ref());
        let mut seal = Seal {
            number,
            root,
            key,
            tag_manifest: None,
            manifest: None,
            status: Status::default(),
            stamps: Vec::new(),
        };
        let Some(root) = seal.trusted_root().cloned() else { return seal };
        if root.previous != before.and_then(|seal| Some(seal.root.as_ref()?.digest())) {
            self.fail(CheckId::SealChain, &path("root.txt"));
        }
        if before.and_then(|seal| seal.root.as_ref()).is_some_and(|before| before.case != root.case) {
            self.fail(CheckId::SealChain, &path("root.txt"));
        }
        if before.and_then(|seal| seal.key).is_some_and(|before| Some(before) != key) {
            self.fail(CheckId::SameKey, &path("key.pub"));
        }
        seal.tag_manifest = self.sealed_copy(&path(names::TAG_MANIFEST), Some(root.tag_manifest));
        if let Some(tags) = &seal.tag_manifest {
            seal.manifest = self.sealed_copy(&path(names::MANIFEST), tags.digest_of(names::MANIFEST));
            if self.digest(&path(names::BAG_INFO)) != tags.digest_of(names::BAG_INFO) {
                self.fail(CheckId::Changed, &path(names::BAG_INFO));
            }
        }
        seal
    }

    /// A manifest kept inside a seal, if it still is what the seal says.
    fn sealed_copy(&mut self, path: &str, expected: Option<Sha256>) -> Option<Manifest> {
        let manifest = self.manifest_at(path).filter(|_| self.digest(path) == expected);
        if manifest.is_none() && self.entries.contains_key(path) {
            self.fail(CheckId::Changed, path);
        }
        manifest
    }

    /// Finds the key that signed and names each of the four files that does not fit it.
    fn examine_signatures(&mut self, number: u32, root: Option<&Root>) -> Option<PublicKey> {
        let path = |name| Seal::path(number, name);
        let text = self.bytes(&path("root.txt")).unwrap_or_default();
        let comment = root.map(Root::comment).unwrap_or_default();
        let (raw, minisign) = (self.bytes(&path("root.sig")), self.bytes(&path("root.minisig")));
        let raw_good = |key: PublicKey| raw.is_some_and(|signature| key.accepts(text, signature));
        let minisign_good = |key: PublicKey| minisign.is_some_and(|file| key.accepts_minisign(text, &comment, file));
        let public = self.bytes(&path("key.pub")).and_then(PublicKey::from_minisign);
        let pem = self.bytes(&path("key.pem")).and_then(PublicKey::from_pem);
        let key = [public, pem].into_iter().flatten().find(|key| raw_good(*key) || minisign_good(*key));
        let suspects: Vec<&str> = match key {
            None => vec!["root.txt"],
            Some(key) => [
                ("key.pub", public == Some(key)),
                ("key.pem", pem == Some(key)),
                ("root.sig", raw_good(key)),
                ("root.minisig", minisign_good(key)),
            ]
            .into_iter()
            .filter_map(|(name, good)| (!good).then_some(name))
            .collect(),
        };
        for name in suspects {
            self.fail(CheckId::Signature, &path(name));
        }
        key
    }

    fn reference_manifests(&mut self, last: Option<&Seal>) -> Reference {
        let signed_tags = last.and_then(|seal| seal.tag_manifest.clone());
        let tag_manifest = self.reference(
            CheckId::TagManifest,
            names::TAG_MANIFEST,
            last.and_then(Seal::trusted_root).map(|root| root.tag_manifest),
            signed_tags,
        );
        let signed_manifest = last.and_then(|seal| seal.manifest.clone());
        let digest = tag_manifest.digest_of(names::MANIFEST);
        let manifest = self.reference(CheckId::Manifest, names::MANIFEST, digest, signed_manifest);
        for name in TAG_FILES {
            if tag_manifest.digest_of(name).is_none() {
                self.fail(CheckId::TagManifest, names::TAG_MANIFEST);
            }
        }
        if tag_manifest.0.keys().any(|path| !TAG_FILES.contains(&path.as_str())) {
            self.fail(CheckId::TagManifest, names::TAG_MANIFEST);
        }
        if manifest.0.keys().any(|path| !path.as_str().starts_with("data/")) {
            self.fail(CheckId::Manifest, names::MANIFEST);
        }
        Reference { tag_manifest, manifest }
    }

    /// The manifest at `path` if it has the signed digest, else the copy in the seal, else whatever can be read.
    fn reference(&mut self, check: CheckId, path: &str, signed: Option<Sha256>, copy: Option<Manifest>) -> Manifest {
        let parsed = self.bytes(path).map(Manifest::parse);
        let damaged = match &parsed {
            None => Some(None),
            Some(Err(broken)) => Some(Some(broken.line)),
            Some(Ok(_)) => None,
        };
        let unsigned = signed.is_none_or(|digest| self.digest(path) != Some(digest));
        if let Some(line) = damaged {
            self.fail_at(check, path, line);
        } else if unsigned {
            self.fail(check, path);
        }
        match parsed {
            Some(Ok(manifest)) if !unsigned => manifest,
            Some(Ok(manifest)) => copy.unwrap_or(manifest),
            _ => copy.unwrap_or_default(),
        }
    }

    /// The closed world: what is listed is there with its bytes, what is not listed is not there.
    fn examine_files(&mut self, seals: &[Seal], reference: &Reference) {
        let mut listed: BTreeMap<String, Option<Sha256>> = BTreeMap::new();
        for (path, sha256) in reference.manifest.0.iter().chain(&reference.tag_manifest.0) {
            listed.insert(path.as_str().to_owned(), Some(*sha256));
        }
        listed.insert(names::TAG_MANIFEST.to_owned(), None);
        for number in seals.iter().map(|seal| seal.number).chain(seals.is_empty().then_some(1)) {
            listed.extend(SEAL_FILES.iter().map(|name| (Seal::path(number, name), None)));
        }
        for (path, sha256) in seals.iter().flat_map(|seal| seal.status.files()) {
            listed.insert(path.to_string(), Some(sha256));
        }
        for (path, expected) in &listed {
            match self.entries.get(path) {
                Some(FoundContent::File { sha256, .. }) if expected.is_some_and(|expected| expected != *sha256) => {
                    self.fail(CheckId::Changed, path);
                }
                Some(FoundContent::Directory) | None => self.fail(CheckId::Missing, path),
                Some(_) => {}
            }
        }
        let folders: BTreeSet<&str> = listed.keys().flat_map(|path| ancestors(path)).collect();
        let added: Vec<String> = self
            .entries
            .iter()
            .filter_map(|(path, content)| match content {
                FoundContent::Directory if !folders.contains(path.as_str()) => Some(format!("{path}/")),
                FoundContent::Directory => None,
                _ if listed.contains_key(path) => None,
                _ => Some(path.clone()),
            })
            .collect();
        for path in added {
            self.fail(CheckId::Added, &path);
        }
    }

    fn examine_bag(&mut self, last: Option<&Seal>) {
        if self.bytes(names::BAGIT) != Some(DECLARATION.as_bytes()) {
            self.fail(CheckId::Bag, names::BAGIT);
        }
        let Some(root) = last.and_then(Seal::trusted_root) else { return };
        let info = BagInfo { case: &root.case, time: root.time, files: root.payload_files, bytes: root.payload_bytes };
        if !self.bytes(names::BAG_INFO).is_some_and(|text| info.agrees_with(text)) {
            self.fail(CheckId::Bag, names::BAG_INFO);
        }
    }

    fn examine_records(&mut self, manifest: &Manifest) -> Logs {
        let items = self.bytes(names::ITEMS).map(ItemLog::parse);
        let custody = self.bytes(names::CUSTODY).map(CustodyLog::parse);
        if let Some(Err(broken)) = &items {
            self.fail_at(CheckId::Items, names::ITEMS, Some(broken.line));
        }
        if let Some(Err(broken)) = &custody {
            self.fail_at(CheckId::Custody, names::CUSTODY, Some(broken.line));
        }
        let (items_known, custody_known) = (matches!(items, Some(Ok(_))), matches!(custody, Some(Ok(_))));
        let logs = Logs {
            items: items.and_then(Result::ok).unwrap_or_default(),
            custody: custody.and_then(Result::ok).unwrap_or_default(),
        };
        if custody_known && logs.custody.events().last().is_none_or(|event| event.action != CustodyAction::Seal) {
            self.fail(CheckId::Custody, names::CUSTODY);
        }
        if items_known {
            let recorded = logs.items.payload();
            let unknown = manifest.0.iter().filter(|(path, sha256)| {
                recorded.get(path).is_none_or(|file| file.sha256 != **sha256) // listed, but not as recorded
            });
            let deleted = logs.deleted();
            let lost = recorded.keys().filter(|path| !manifest.0.contains_key(path) && !deleted.contains(path));
            let disagreeing: Vec<&CasePath> = unknown.map(|(path, _)| path).chain(lost).collect();
            for path in &disagreeing {
                self.fail(CheckId::Items, path.as_str());
            }
            if logs.items.check_references().is_err() {
                self.fail(CheckId::Items, names::ITEMS);
            }
        }
        logs
    }

    /// What each seal sealed is still there: records only grew, payload was only added or deleted on the record.
    fn examine_seal_chain(&mut self, seals: &[Seal], reference: &Reference, logs: &Logs) {
        let deleted = logs.deleted();
        let last = seals.last().map(|seal| seal.number);
        // Each seal is an event of the chain that it seals: one that was made cannot vanish without a trace.
        let made = logs.custody.events().iter().filter(|event| event.action == CustodyAction::Seal).count();
        if made as u64 > u64::from(last.unwrap_or_default()) {
            self.fail(CheckId::SealChain, &format!("{}/{made}/", names::SEAL));
        }
        // What a later seal saw of the stamps of earlier ones is still there.
        let sealed = logs.custody.events().iter().filter(|event| event.action == CustodyAction::Seal);
        for file in sealed.flat_map(|event| &event.files) {
            if self.digest(file.path.as_str()) != Some(file.sha256) {
                self.fail(CheckId::SealChain, file.path.as_str());
            }
        }
        for seal in seals {
            let (Some(root), Some(tags)) = (seal.trusted_root(), &seal.tag_manifest) else { continue };
            for (name, length) in [(names::ITEMS, root.items_bytes), (names::CUSTODY, root.custody_bytes)] {
                let sealed = self.bytes(name).and_then(|bytes| bytes.get(..usize::try_from(length).ok()?));
                if sealed.map(Sha256::of) != tags.digest_of(name) {
                    self.fail(CheckId::SealChain, name);
                }
            }
            let Some(manifest) = &seal.manifest else { continue };
            if manifest.0.len() as u64 != root.payload_files {
                self.fail(CheckId::Root, &Seal::path(seal.number, "root.txt"));
            }
            if Some(seal.number) == last {
                let recorded = logs.items.payload();
                let mut sizes = manifest.0.keys().map(|path| recorded.get(path).map(|file| file.size));
                let total: Option<u64> = sizes.try_fold(0_u64, |sum, size| sum.checked_add(size?));
                if total.is_some_and(|total| total != root.payload_bytes) {
                    self.fail(CheckId::Root, &Seal::path(seal.number, "root.txt"));
                }
                continue;
            }
            for (path, sha256) in &manifest.0 {
                if reference.manifest.0.get(path) != Some(sha256) && !deleted.contains(path) {
                    self.fail(CheckId::SealChain, path.as_str());
                }
            }
            for name in FIXED_TAG_FILES {
                if reference.tag_manifest.digest_of(name) != tags.digest_of(name) {
                    self.fail(CheckId::SealChain, name);
                }
            }
        }
    }

    fn examine_expectation(&mut self, seals: &[Seal], expectation: &Expectation) {
        if let (Some(expected), Some(last)) = (expectation.key, seals.last())
            && last.key != Some(expected)
        {
            self.fail(CheckId::Expected, &Seal::path(last.number, "key.pub"));
        }
        if let Some(expected) = expectation.root
            && !seals.iter().filter_map(Seal::trusted_root).any(|root| root.digest() == expected)
        {
            self.fail(CheckId::Expected, &Seal::path(seals.last().map_or(1, |seal| seal.number), "root.txt"));
        }
    }

    /// A newer program may write what this one does not know: better said than taken for tampering.
    fn examine_format(&mut self, seals: &[Seal]) {
        let known = FORMAT.to_string();
        let says = |bytes: Option<&[u8]>, label: &str| {
            let text = bytes.and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default();
            text.lines().find_map(|line| line.strip_prefix(label)).is_some_and(|version| version != known)
        };
        if says(self.bytes(names::BAG_INFO), "Argine-Format: ") {
            self.fail(CheckId::Format, names::BAG_INFO);
        }
        for seal in seals {
            let root = Seal::path(seal.number, "root.txt");
            if says(self.bytes(&root), "argine-seal ") {
                self.fail(CheckId::Format, &root);
            }
        }
    }

    fn into_verdict(mut self, seals: &[Seal], logs: &Logs, expectation: &Expectation) -> Verdict {
        let asked = expectation.key.is_some() || expectation.root.is_some();
        let made = |id: &CheckId| *id != CheckId::Expected || asked;
        let checks = CheckId::ALL
            .into_iter()
            .filter(made)
            .map(|id| Check { id, findings: self.findings.remove(&id).unwrap_or_default() })
            .collect();
        let summaries = seals.iter().filter_map(|seal| {
            let (root, key) = (seal.root.as_ref()?, seal.key?);
            Some(SealSummary {
                number: seal.number,
                case: root.case.clone(),
                time: root.time,
                root: root.digest(),
                key: key.id(),
                payload_files: root.payload_files,
                payload_bytes: root.payload_bytes,
                stamp: seal.stamp_state(),
                stamps: seal.stamps.clone(),
            })
        });
        Verdict { checks, seals: summaries.collect(), remarks: stamps::remarks(seals, logs) }
    }
}

/// The number of the seal that a path lies in; none where it is not written as we write it.
fn seal_number(path: &str) -> Option<u32> {
    let (number, _) = path.strip_prefix("seal/")?.split_once('/')?;
    let parsed: u32 = number.parse().ok().filter(|parsed| *parsed > 0)?;
    (parsed.to_string() == number).then_some(parsed)
}

/// The folders above a path: `a/b/c` lies in `a/b` and `a`.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(index, _)| path.get(..index))
}

#[cfg(test)]
mod tests;
