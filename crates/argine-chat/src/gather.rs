//! What was handed over, taken apart: every member of every container listed and hashed, texts put aside for the readers.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use argine_model::{
    Contact, ExhibitId, Finding, FindingCode, Login, MediaClass, Member, Sha256, SourceDocument, SourceIndex,
    SourceState,
};

use jiff::civil::DateTime;

use crate::archive::{self, Directory, Entry, Problem, Unpacked, directory, is_unsafe, unpack};
use crate::classify::{Sniffed, is_zip, sniff};
use crate::source::{MediaIndex, base_name};
use crate::{Handed, Limits};

/// A text that waits for its reader.
pub(crate) struct Pending<'a> {
    pub(crate) source: SourceIndex,
    pub(crate) exhibit: ExhibitId,
    pub(crate) path: Vec<String>,
    pub(crate) bytes: Cow<'a, [u8]>,
    /// What it looks like (`text`, `JSON`, …).
    pub(crate) looks: &'static str,
    /// The container it is in.
    pub(crate) container: Option<SourceIndex>,
    /// When it was put there, by the clock of whoever did.
    pub(crate) written: Option<DateTime>,
}

/// Everything before reading.
#[derive(Default)]
pub(crate) struct Gathered<'a> {
    pub(crate) sources: Vec<SourceDocument>,
    pub(crate) pending: Vec<Pending<'a>>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) members: Vec<(ExhibitId, Vec<Member>)>,
    /// Media by exhibit, and of all files handed over beside each other.
    pub(crate) media: Vec<MediaIndex>,
    pub(crate) beside: MediaIndex,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) logins: Vec<Login>,
    /// Titles of threads that stand in files of their own.
    pub(crate) titles: BTreeMap<String, String>,
    /// Names of account holders, by the exhibit whose download says them.
    pub(crate) holders: Vec<(ExhibitId, String)>,
}

/// What one exhibit may still cost.
struct Budget {
    entries: u32,
    bytes: u64,
}

pub(crate) fn gather<'a>(files: &[Handed<'a>], limits: &Limits) -> Gathered<'a> {
    let mut gathered = Gathered::default();
    for (number, file) in (1..).zip(files) {
        gathered.file(ExhibitId(number), file, limits);
    }
    gathered
}

impl<'a> Gathered<'a> {
    fn file(&mut self, exhibit: ExhibitId, file: &Handed<'a>, limits: &Limits) {
        let digest = Sha256::of(file.bytes);
        let found = sniff(file.bytes);
        let path = vec![file.name.to_owned()];
        let size = file.bytes.len() as u64;
        self.media.push(MediaIndex::default());
        let source = self.source(exhibit, path.clone(), Some(digest), size, found.class);
        if file.bytes.is_empty() {
            self.finding(FindingCode::Empty, source, 1, "");
        } else if found.name == "ZIP" || (is_zip(file.bytes) && found.class == MediaClass::Archive) {
            let mut budget = Budget { entries: limits.entries, bytes: limits.total_bytes };
            let mut members = Vec::new();
            let mut container = Container { exhibit, source, path, inner: Vec::new(), depth: 0 };
            self.container(file.bytes, &mut container, limits, &mut budget, &mut members);
            self.members.push((exhibit, members));
        } else if found.class == MediaClass::Text {
            if size > limits.member_bytes {
                self.finding(
                    FindingCode::LimitReached,
                    source,
                    1,
                    &format!("size {}", binary_size(limits.member_bytes)),
                );
                return;
            }
            let bytes = Cow::Borrowed(file.bytes);
            self.pending.push(Pending {
                source,
                exhibit,
                path,
                bytes,
                looks: found.name,
                container: None,
                written: None,
            });
        } else {
            if !matches!(found.class, MediaClass::Archive | MediaClass::Unknown) {
                self.beside.insert(file.name, Some(digest), found.class);
            }
            self.unread(source, found);
        }
    }

    /// A file that is no text: media are listed, the rest is not read.
    fn unread(&mut self, source: SourceIndex, found: Sniffed) {
        if matches!(found.class, MediaClass::Archive | MediaClass::Unknown | MediaClass::Text) {
            self.finding(FindingCode::UnknownFormat, source, 1, found.name);
        } else {
            self.set(source, SourceState::Listed);
            self.finding(FindingCode::MediaListed, source, 1, found.name);
        }
    }

    fn container(
        &mut self,
        bytes: &[u8],
        place: &mut Container,
        limits: &Limits,
        budget: &mut Budget,
        members: &mut Vec<Member>,
    ) {
        let listed = directory(bytes, budget.entries);
        budget.entries = budget.entries.saturating_sub(u32::try_from(listed.entries.len()).unwrap_or(u32::MAX));
        let source = place.source;
        let Directory { entries, damaged, too_many, overlapping } = listed;
        if damaged {
            self.finding(FindingCode::ArchiveDamaged, source, 1, "archive");
        }
        if too_many {
            self.finding(FindingCode::LimitReached, source, 1, &format!("entries {}", limits.entries));
        }
        if overlapping {
            self.finding(FindingCode::LimitReached, source, 1, "overlapping members");
        }
        if entries.is_empty() {
            if !damaged {
                self.finding(FindingCode::Empty, source, 1, "");
            }
            return;
        }
        self.set(source, SourceState::Unpacked);
        let mut names = BTreeSet::new();
        let mut media = 0_u32;
        let mut encrypted: Option<(u32, String)> = None;
        for entry in entries.iter().filter(|entry| !entry.is_folder) {
            if !names.insert(entry.name.to_lowercase()) {
                self.finding(FindingCode::DuplicateName, source, 1, &entry.name);
            }
            if entry.encrypted {
                encrypted.get_or_insert((0, entry.name.clone())).0 += 1;
                members.push(place.member(entry, entry.size.unwrap_or(0), None, MediaClass::Unknown));
                continue;
            }
            if overlapping {
                members.push(place.member(entry, entry.size.unwrap_or(0), None, MediaClass::Unknown));
                continue;
            }
            let unpacked = unpack(bytes, entry, limits, budget.bytes);
            budget.bytes = budget.bytes.saturating_sub(unpacked.spent);
            members.push(place.member(entry, unpacked.size, unpacked.digest, unpacked.sniffed.class));
            self.problems(entry, &unpacked, source, limits);
            if is_unsafe(&entry.name) || entry.is_link || is_junk(&entry.name) {
                continue;
            }
            if let Some(index) = self.media.last_mut() {
                index.insert(&entry.name, unpacked.digest, unpacked.sniffed.class);
            }
            if !self.member(entry, unpacked, place, limits, budget, members) {
                media = media.saturating_add(1);
            }
        }
        if let Some((count, name)) = encrypted {
            self.finding(FindingCode::ArchiveEncrypted, source, count, &name);
        }
        if media > 0 {
            self.finding(FindingCode::MediaListed, source, media, "");
        }
    }

    /// Puts a member that may hold words aside; says false for media.
    fn member(
        &mut self,
        entry: &Entry,
        unpacked: Unpacked,
        place: &mut Container,
        limits: &Limits,
        budget: &mut Budget,
        members: &mut Vec<Member>,
    ) -> bool {
        let Unpacked { size, digest, sniffed, bytes, .. } = unpacked;
        let Some(bytes) = bytes else {
            return matches!(sniffed.class, MediaClass::Unknown | MediaClass::Text) || size == 0;
        };
        let path: Vec<String> = place.path.iter().chain([&entry.name]).cloned().collect();
        // Of a member that is cut short the source is what could be unpacked; the list of members has what it claims to be.
        let source = self.source(place.exhibit, path.clone(), digest, bytes.len() as u64, sniffed.class);
        if sniffed.class == MediaClass::Text {
            self.pending.push(Pending {
                source,
                exhibit: place.exhibit,
                path,
                bytes: Cow::Owned(bytes),
                looks: sniffed.name,
                container: Some(place.source),
                written: entry.written,
            });
            return true;
        }
        if place.depth >= limits.nesting {
            self.finding(FindingCode::LimitReached, source, 1, &format!("nesting {}", limits.nesting));
            return true;
        }
        let inner = place.inner.iter().chain([&entry.name]).cloned().collect();
        let mut nested = Container { exhibit: place.exhibit, source, path, inner, depth: place.depth + 1 };
        self.container(&bytes, &mut nested, limits, budget, members);
        true
    }

    fn problems(&mut self, entry: &Entry, unpacked: &Unpacked, source: SourceIndex, limits: &Limits) {
        if is_unsafe(&entry.name) || entry.is_link {
            self.finding(FindingCode::UnsafeName, source, 1, &entry.name);
        }
        if entry.renamed {
            self.finding(FindingCode::ArchiveDamaged, source, 1, &entry.name);
        }
        let limit = |what: String| (FindingCode::LimitReached, format!("{what}: {}", entry.name));
        let (code, detail) = match unpacked.problem {
            None => return,
            Some(Problem::MemberTooLarge) => limit(format!("size {}", binary_size(limits.member_bytes))),
            Some(Problem::TotalTooLarge) => limit(format!("total {}", binary_size(limits.total_bytes))),
            Some(Problem::Ratio) => limit(format!("expansion ratio {}:1", limits.ratio)),
            Some(Problem::Unreadable) => (FindingCode::MemberUnreadable, entry.name.clone()),
            Some(Problem::NotAsListed) => (FindingCode::ArchiveDamaged, entry.name.clone()),
        };
        self.finding(code, source, 1, &detail);
    }

    fn source(
        &mut self,
        exhibit: ExhibitId,
        path: Vec<String>,
        sha256: Option<Sha256>,
        size: u64,
        class: MediaClass,
    ) -> SourceIndex {
        let index = SourceIndex(u32::try_from(self.sources.len()).unwrap_or(u32::MAX));
        self.sources.push(SourceDocument { index, exhibit, path, sha256, size, class, state: SourceState::NotRead });
        index
    }

    pub(crate) fn set(&mut self, source: SourceIndex, state: SourceState) {
        if let Some(document) = self.sources.get_mut(source.0 as usize) {
            document.state = state;
        }
    }

    pub(crate) fn finding(&mut self, code: FindingCode, source: SourceIndex, count: u32, detail: &str) {
        self.findings.push(Finding { code, source: Some(source), line: None, count, detail: detail.to_owned() });
    }
}

/// Where in the containers we are.
struct Container {
    exhibit: ExhibitId,
    source: SourceIndex,
    /// The file as handed over, then the names in each container.
    path: Vec<String>,
    /// The names in each container only.
    inner: Vec<String>,
    depth: u8,
}

impl Container {
    fn member(&self, entry: &Entry, size: u64, sha256: Option<Sha256>, class: MediaClass) -> Member {
        Member { path: self.inner.iter().chain([&entry.name]).cloned().collect(), size, sha256, class }
    }
}

/// What computers leave in archives: listed as members, never read.
fn is_junk(name: &str) -> bool {
    let base = base_name(name);
    name.starts_with("__MACOSX/")
        || name.contains("/__MACOSX/")
        || base.starts_with("._")
        || matches!(base, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

fn binary_size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    UNITS
        .iter()
        .find(|(unit, _)| bytes >= *unit && bytes.is_multiple_of(*unit))
        .map_or_else(|| format!("{bytes} B"), |(unit, name)| format!("{} {name}", bytes / unit))
}

pub(crate) fn member_bytes(container: &[u8], path: &[String], digest: Sha256, limits: &Limits) -> Option<Vec<u8>> {
    let (name, deeper) = path.split_first()?;
    if !is_zip(container) {
        return if deeper.is_empty() {
            crate::mbox::attachment_bytes(container, name, digest, limits)
                .or_else(|| crate::mail::attachment_bytes(container, name, digest, limits))
                .or_else(|| crate::sms::attachment_bytes(container, name, digest))
        } else {
            None
        };
    }
    let listed = archive::directory(container, limits.entries);
    if listed.overlapping {
        return None;
    }
    let found = listed.entries.iter().filter(|entry| {
        entry.name == *name && !entry.encrypted && !entry.is_link && !entry.is_folder && !is_unsafe(&entry.name)
    });
    for entry in found {
        let Some(bytes) = archive::bytes(container, entry, limits) else { continue };
        if deeper.is_empty() {
            if Sha256::of(&bytes) == digest {
                return Some(bytes);
            }
        } else if deeper.len() <= usize::from(limits.nesting)
            && let Some(found) = member_bytes(&bytes, deeper, digest, limits)
        {
            return Some(found);
        }
    }
    None
}
