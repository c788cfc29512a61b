use jiff::civil::DateTime;

use super::names;

/// A member as the central directory lists it.
#[expect(clippy::struct_excessive_bools, reason = "independent marks of the source, not states")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) method: u16,
    pub(crate) encrypted: bool,
    pub(crate) is_link: bool,
    pub(crate) is_folder: bool,
    pub(crate) crc: u32,
    pub(crate) packed: u64,
    /// The size it claims; none where a damaged archive does not say.
    pub(crate) size: Option<u64>,
    /// Where its packed bytes begin; none where its own header is not there.
    pub(crate) data: Option<usize>,
    /// Whether its own header bears another name.
    pub(crate) renamed: bool,
    /// When the member was last changed, by the clock of whoever made the archive; none where nothing sensible is written.
    pub(crate) written: Option<DateTime>,
}

/// What an archive lists.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    pub(crate) entries: Vec<Entry>,
    /// The directory is missing or damaged, and the members were looked for one by one.
    pub(crate) damaged: bool,
    /// There are more members than the limit.
    pub(crate) too_many: bool,
    /// Members lie over each other: an archive that unpacks the same bytes many times.
    pub(crate) overlapping: bool,
}

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
const END_64: &[u8] = b"PK\x06\x06";
const LOCATOR_64: &[u8] = b"PK\x06\x07";

/// Walks the archive (APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3).
pub(crate) fn directory(bytes: &[u8], limit: u32) -> Directory {
    let mut directory = central(bytes, limit).unwrap_or_else(|| scattered(bytes, limit));
    let mut ranges: Vec<(usize, u64)> = directory
        .entries
        .iter()
        .filter_map(|entry| Some((entry.data?, entry.packed)).filter(|(_, packed)| *packed > 0))
        .collect();
    ranges.sort_unstable();
    directory.overlapping = ranges
        .windows(2)
        .any(|pair| matches!(pair, [(start, packed), (next, _)] if *start as u64 + packed > *next as u64));
    directory
}

struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn two(&self, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes(self.0.get(at..at + 2)?.try_into().ok()?))
    }

    fn four(&self, at: usize) -> Option<u32> {
        Some(u32::from_le_bytes(self.0.get(at..at + 4)?.try_into().ok()?))
    }

    fn eight(&self, at: usize) -> Option<u64> {
        Some(u64::from_le_bytes(self.0.get(at..at + 8)?.try_into().ok()?))
    }
}

/// Where the central directory begins, how long it is and how many members it lists.
fn end_of_directory(bytes: &[u8]) -> Option<(usize, usize, u64)> {
    const LONGEST: usize = 65_535 + 22;
    let from = bytes.len().saturating_sub(LONGEST);
    let end = from + memchr::memmem::rfind(bytes.get(from..)?, END)?;
    let fields = Fields(bytes.get(end..)?);
    let (mut count, mut size, mut start) =
        (u64::from(fields.two(10)?), u64::from(fields.four(12)?), u64::from(fields.four(16)?));
    let mut directory_end = end;
    let locator =
        end.checked_sub(20).and_then(|at| bytes.get(at..end)).filter(|locator| locator.starts_with(LOCATOR_64));
    if let Some(locator) = locator
        && (count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF)
    {
        let claimed = usize::try_from(Fields(locator).eight(8)?).ok()?;
        let before = bytes.get(..end)?;
        let at = if bytes.get(claimed..).is_some_and(|rest| rest.starts_with(END_64)) {
            claimed
        } else {
            memchr::memmem::rfind(before, END_64)?
        };
        let fields = Fields(bytes.get(at..)?);
        count = fields.eight(32)?;
        size = fields.eight(40)?;
        start = fields.eight(48)?;
        directory_end = at;
    }
    let (start, size) = (usize::try_from(start).ok()?, usize::try_from(size).ok()?);
    if bytes.get(start..).is_some_and(|rest| rest.starts_with(CENTRAL)) || count == 0 {
        return Some((start.min(bytes.len()), 0, count));
    }
    // Something was glued before the archive: every place in it is further behind by as much.
    let moved = directory_end.checked_sub(size)?;
    let shift = moved.checked_sub(start)?;
    bytes.get(moved..)?.starts_with(CENTRAL).then_some((moved, shift, count))
}

fn central(bytes: &[u8], limit: u32) -> Option<Directory> {
    let (start, shift, count) = end_of_directory(bytes)?;
    let mut directory = Directory::default();
    let mut at = start;
    // The count is only a claim: entries that it leaves out are entries too.
    while bytes.get(at..).is_some_and(|rest| rest.starts_with(CENTRAL)) {
        if directory.entries.len() as u64 >= u64::from(limit) {
            directory.too_many = true;
            return Some(directory);
        }
        let record = bytes.get(at..)?;
        let Some((entry, length)) = central_entry(bytes, record, shift) else {
            directory.damaged = true;
            return Some(directory);
        };
        directory.entries.push(entry);
        at += length;
    }
    if (directory.entries.len() as u64) < count {
        if directory.entries.is_empty() {
            return None;
        }
        directory.damaged = true;
    }
    Some(directory)
}

fn central_entry(bytes: &[u8], record: &[u8], shift: usize) -> Option<(Entry, usize)> {
    let fields = Fields(record);
    let (flags, method) = (fields.two(8)?, fields.two(10)?);
    let (mut packed, mut size) = (u64::from(fields.four(20)?), u64::from(fields.four(24)?));
    let (name_length, extra_length, comment) =
        (usize::from(fields.two(28)?), usize::from(fields.two(30)?), usize::from(fields.two(32)?));
    let (made_by, attributes) = (fields.two(4)?, fields.four(38)?);
    let mut offset = u64::from(fields.four(42)?);
    let raw_name = record.get(46..46 + name_length)?;
    let mut extra = record.get(46 + name_length..46 + name_length + extra_length)?;
    // Sizes that do not fit in four bytes stand in an extra field, in this order.
    while extra.len() >= 4 {
        let fields = Fields(extra);
        let (id, length) = (fields.two(0)?, usize::from(fields.two(2)?));
        if id == 1 {
            let wide = Fields(extra.get(4..4 + length)?);
            let mut next = 0;
            for value in [&mut size, &mut packed, &mut offset] {
                if *value == 0xFFFF_FFFF
                    && let Some(found) = wide.eight(next)
                {
                    *value = found;
                    next += 8;
                }
            }
        }
        extra = extra.get(4 + length..).unwrap_or_default();
    }
    let (data, renamed) = match usize::try_from(offset).ok().and_then(|offset| offset.checked_add(shift)) {
        Some(offset) => local_header(bytes, offset, raw_name),
        None => (None, false),
    };
    let name = names::name(raw_name);
    let unix = made_by >> 8 == 3 || made_by >> 8 == 19;
    let entry = Entry {
        is_link: unix && (attributes >> 16) & 0o170_000 == 0o120_000,
        is_folder: name.ends_with('/') && size == 0,
        name,
        method,
        encrypted: flags & 1 != 0 || method == 99,
        crc: fields.four(16)?,
        packed,
        size: Some(size),
        data,
        renamed,
        written: written(fields.two(14)?, fields.two(12)?),
    };
    Some((entry, 46 + name_length + extra_length + comment))
}

/// Date and time as MS-DOS writes them (APPNOTE.TXT 4.4.6), to two seconds; its zero, 1980, stands for nothing.
fn written(date: u16, time: u16) -> Option<DateTime> {
    let part = |value: u16, from: u32, bits: u32| i8::try_from(value >> from & ((1 << bits) - 1)).ok();
    let year = 1980 + i16::try_from(date >> 9).ok()?;
    let (month, day) = (part(date, 5, 4)?, part(date, 0, 5)?);
    let (hour, minute, second) = (part(time, 11, 5)?, part(time, 5, 6)?, part(time, 0, 5)? * 2);
    (year > 1980).then(|| DateTime::new(year, month, day, hour, minute, second.min(59), 0).ok()).flatten()
}

/// Where the bytes of a member begin, and whether its own header bears another name.
fn local_header(bytes: &[u8], offset: usize, name: &[u8]) -> (Option<usize>, bool) {
    let read = || {
        let record = bytes.get(offset..).filter(|record| record.starts_with(LOCAL))?;
        let fields = Fields(record);
        let (name_length, extra_length) = (usize::from(fields.two(26)?), usize::from(fields.two(28)?));
        let data = offset + 30 + name_length + extra_length;
        Some((data, record.get(30..30 + name_length)? != name)).filter(|(data, _)| *data <= bytes.len())
    };
    read().map_or((None, false), |(data, renamed)| (Some(data), renamed))
}

/// Members by their own headers, where there is no central directory: an archive that was cut short.
fn scattered(bytes: &[u8], limit: u32) -> Directory {
    let mut directory = Directory { damaged: true, ..Directory::default() };
    let starts: Vec<usize> = memchr::memmem::find_iter(bytes, LOCAL).take(limit as usize + 1).collect();
    let mut from = 0;
    for &start in &starts {
        // A header inside the bytes of the member before is content: an archive stored in the archive.
        if start < from {
            continue;
        }
        if directory.entries.len() >= limit as usize {
            directory.too_many = true;
            break;
        }
        let Some(entry) = scattered_entry(bytes, start) else { continue };
        if entry.size.is_some() {
            from = entry.data.unwrap_or(start).saturating_add(usize::try_from(entry.packed).unwrap_or(usize::MAX));
        }
        directory.entries.push(entry);
    }
    directory
}

fn scattered_entry(bytes: &[u8], start: usize) -> Option<Entry> {
    let record = bytes.get(start..)?;
    let fields = Fields(record);
    let (flags, method) = (fields.two(6)?, fields.two(8)?);
    let (crc, packed, size) = (fields.four(14)?, u64::from(fields.four(18)?), u64::from(fields.four(22)?));
    let (name_length, extra_length) = (usize::from(fields.two(26)?), usize::from(fields.two(28)?));
    let name = names::name(record.get(30..30 + name_length)?);
    let data = start + 30 + name_length + extra_length;
    let rest = bytes.len().checked_sub(data)? as u64;
    // Sizes that stand behind the bytes are not known here: the packed stream says where it ends.
    let unknown = flags & 8 != 0 && packed == 0 || packed == 0xFFFF_FFFF;
    Some(Entry {
        is_folder: name.ends_with('/'),
        name,
        method,
        encrypted: flags & 1 != 0 || method == 99,
        is_link: false,
        crc,
        packed: if unknown { rest } else { packed.min(rest) },
        size: (!unknown).then_some(size),
        data: Some(data),
        renamed: false,
        written: written(fields.two(12)?, fields.two(10)?),
    })
}
