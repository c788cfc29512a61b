//! What was found beside what is private: every way in which two files, lists or videos can agree, as [`Evidence`].
//!
//! Digests come first: they need no picture to be opened. Then fingerprints, by the exact index; then the stretches of
//! videos. A moment of a video and a still picture are compared too: gangs send a picture of a recorded call.

use core::cmp::Reverse;
use std::collections::BTreeMap;

use argine_model::Sha256;

use crate::evidence::{Evidence, Files, REVIEW_LIST_UP_TO, REVIEW_RADIUS};
use crate::exchange::{Md5, Signal};
use crate::index::{HashId, Index, MATCH_RADIUS};
use crate::pdq::{Orientation, PdqHash, Quality};
use crate::registration::{Candidate, Nearest, Query, Registration, Trim, Variant};
use crate::video::{Video, VideoRule, compare};

/// Place of an item in a [`PrivateSet`], from 0 in the order of adding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub usize);

/// Private items that found ones are compared with.
#[derive(Debug, Default)]
pub struct PrivateSet {
    items: Vec<Item>,
    by_sha256: BTreeMap<Sha256, ItemId>,
    by_md5: BTreeMap<Md5, ItemId>,
    /// What each hash of the index is of; its id is its place here.
    entries: Vec<Entry>,
    hashes: Vec<(PdqHash, HashId)>,
    index: Index,
}

#[derive(Debug)]
struct Item {
    sha256: Option<Sha256>,
    video: Option<Video>,
}

#[derive(Debug)]
struct Entry {
    item: ItemId,
    variant: Variant,
    quality: Option<Quality>,
}

impl PrivateSet {
    /// Adds a file by its digests; its picture or video may follow.
    pub fn add_file(&mut self, sha256: Sha256, md5: Md5) -> ItemId {
        let id = self.add_item(Some(sha256));
        self.by_sha256.entry(sha256).or_insert(id);
        self.by_md5.entry(md5).or_insert(id);
        id
    }

    /// Adds a fingerprint of a list, of which nothing else is known.
    pub fn add_signal(&mut self, signal: Signal) -> ItemId {
        let id = self.add_item(None);
        match signal {
            Signal::Pdq(hash) => self.add_hash(id, hash, Variant::Listed, None),
            Signal::VideoMd5(md5) => {
                self.by_md5.entry(md5).or_insert(id);
            }
        }
        id
    }

    /// Adds the fingerprints of the picture in a file.
    pub fn add_picture(&mut self, id: ItemId, registration: &Registration) {
        for (variant, pdq) in registration.on_this_device() {
            self.add_hash(id, pdq.hash, variant, Some(pdq.quality));
        }
    }

    /// Adds the frames of the video in a file.
    pub fn add_video(&mut self, id: ItemId, video: Video) {
        for frame in video.pruned().frames() {
            self.add_hash(id, frame.hash, Variant::Moment(seconds(frame.milliseconds)), Some(frame.quality));
        }
        if let Some(item) = self.items.get_mut(id.0) {
            item.video = Some(video);
        }
    }

    /// Adds frames of which there is no file.
    pub fn add_frames(&mut self, video: Video) -> ItemId {
        let id = self.add_item(None);
        self.add_video(id, video);
        id
    }

    fn add_item(&mut self, sha256: Option<Sha256>) -> ItemId {
        self.items.push(Item { sha256, video: None });
        ItemId(self.items.len() - 1)
    }

    fn add_hash(&mut self, item: ItemId, hash: PdqHash, variant: Variant, quality: Option<Quality>) {
        // Four thousand million fingerprints fill no machine that this runs on.
        let Ok(id) = u32::try_from(self.entries.len()) else { return };
        self.entries.push(Entry { item, variant, quality });
        self.hashes.push((hash, HashId(id)));
    }

    /// Makes what was added searchable; to be called before [`PrivateSet::matches`], and again after more was added.
    pub fn prepare(&mut self) {
        if !self.hashes.is_empty() {
            self.index.extend(core::mem::take(&mut self.hashes));
        }
    }

    /// Items added.
    pub fn items(&self) -> usize {
        self.items.len()
    }

    /// Fingerprints of pictures and of moments of videos.
    pub fn fingerprints(&self) -> usize {
        self.entries.len()
    }

    /// Everything in the set that agrees with `found`, the nearest first.
    pub fn matches(&self, found: &Found, decoder: &str) -> Vec<(ItemId, Evidence)> {
        let files = |id: ItemId| Files {
            found: found.sha256,
            private: self.items.get(id.0).and_then(|item| item.sha256),
            decoder,
            list: self.fingerprints(),
            on_negative_list: found.on_negative_list,
        };
        let mut matches: BTreeMap<ItemId, Evidence> = BTreeMap::new();
        if let Some(id) = found.sha256.and_then(|digest| self.by_sha256.get(&digest)) {
            matches.insert(*id, Evidence::of_same_file(files(*id), "SHA-256"));
        } else if let Some(id) = found.md5.and_then(|digest| self.by_md5.get(&digest)) {
            matches.insert(*id, Evidence::of_same_file(files(*id), "MD5"));
        }
        for (id, (nearest, hash)) in self.nearest(found) {
            matches.entry(id).or_insert_with(|| Evidence::of_picture(files(id), &nearest, &hash));
        }
        if let Some(video) = &found.video {
            for (private, place) in self.items.iter().zip(0..) {
                let Some(own) = &private.video else { continue };
                let shared = compare(own, video, VideoRule::default());
                if !shared.stretches.is_empty() {
                    let evidence = Evidence::of_video(files(ItemId(place)), shared);
                    matches.entry(ItemId(place)).or_insert(evidence);
                }
            }
        }
        let mut matches: Vec<_> = matches.into_iter().filter(|(_, evidence)| evidence.band.is_shown()).collect();
        matches.sort_by_key(|(id, evidence)| {
            (evidence.band, evidence.distance, Reverse(evidence.video.as_ref().map_or(0, |video| video.matched)), *id)
        });
        matches
    }

    /// For each item the nearest of its fingerprints to one of the forms of what was found. Two videos are compared as
    /// videos, not moment by moment.
    fn nearest(&self, found: &Found) -> BTreeMap<ItemId, (Nearest, PdqHash)> {
        let radius = if self.fingerprints() <= REVIEW_LIST_UP_TO { REVIEW_RADIUS } else { MATCH_RADIUS };
        let mut nearest: BTreeMap<ItemId, (Nearest, PdqHash)> = BTreeMap::new();
        let forms = found.forms();
        let hashes: Vec<PdqHash> = forms.iter().map(|form| form.hash).collect();
        for (candidate, hits) in forms.into_iter().zip(self.index.search_each(&hashes, radius)) {
            for hit in hits {
                let Some(entry) = self.entries.get(hit.id.0 as usize) else { continue };
                let both_videos = found.video.is_some() && matches!(entry.variant, Variant::Moment(_));
                if both_videos {
                    continue;
                }
                let way = Nearest {
                    distance: hit.distance,
                    trim: candidate.trim,
                    orientation: candidate.orientation,
                    variant: entry.variant,
                    registered: entry.quality,
                    found: candidate.quality,
                };
                let best = nearest.entry(entry.item).or_insert((way, candidate.hash));
                if way < best.0 {
                    *best = (way, candidate.hash);
                }
            }
        }
        nearest
    }
}

/// What was found: a file, or a fingerprint of a list.
#[derive(Debug, Default)]
pub struct Found {
    /// Of the file, where there is one.
    pub sha256: Option<Sha256>,
    /// Of the file, or the one listed.
    pub md5: Option<Md5>,
    /// The forms of the picture, where there is one and it may be opened.
    pub picture: Option<Query>,
    /// The frames of the video, where there is one and it may be opened.
    pub video: Option<Video>,
    /// Whether it is on a list of well-known harmless pictures.
    pub on_negative_list: bool,
}

impl Found {
    /// A fingerprint of a list.
    pub fn of_signal(signal: Signal) -> Self {
        match signal {
            Signal::Pdq(hash) => Self { picture: Some(Query::of_hash(hash)), ..Self::default() },
            Signal::VideoMd5(md5) => Self { md5: Some(md5), ..Self::default() },
        }
    }

    /// Each fingerprint to look for: of the picture in its forms, of the moments of the video.
    pub fn forms(&self) -> Vec<Candidate> {
        let mut forms: Vec<Candidate> = self.picture.iter().flat_map(Query::candidates).copied().collect();
        if let Some(video) = &self.video {
            forms.extend(video.pruned().frames().iter().map(|frame| Candidate {
                hash: frame.hash,
                quality: Some(frame.quality),
                orientation: Orientation::Original,
                trim: Trim::Moment(seconds(frame.milliseconds)),
            }));
        }
        forms
    }
}

fn seconds(milliseconds: u64) -> u32 {
    u32::try_from(milliseconds / 1_000).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
