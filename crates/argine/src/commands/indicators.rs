//! `argine indicators`: traces in conversations, in any text, in streams of any length.

use std::cell::Cell;
use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use argine_indicators::{
    CSV_HEADER, Find, KnownValues, Particular, Scanner, Sort, confidence, csv_row, mark_listed, particular_row,
    particulars, scan,
};
use argine_knowledge::Catalogue;
use argine_model::{Conversation, Custodian, Indicator, IndicatorKind, Reading};
use argine_respond::MediaConsent;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;

use super::assess::report_unread;
use crate::Outcome;
use crate::arguments::IndicatorsArguments;
use crate::circumstances::circumstances;
use crate::input;
use crate::problem::Problem;
use crate::screen::{self, Page, Source};

/// How much is read at once.
const CHUNK: usize = 1 << 18;

/// What takes about a second: a line of progress is worth its place.
const WORTH_A_PROGRESS_LINE: u64 = 64 << 20;

/// Values that a table for people gathers from one stream; a table of a million lines is for programs (`--json`, `--csv`).
const GATHERED: usize = 100_000;

/// Shows the traces in conversations, or in whatever stands on the input stream (`-`).
pub(crate) fn run(arguments: &IndicatorsArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let lists = lists(arguments, catalogue)?;
    let show = &arguments.show;
    let circumstances = circumstances(&show.about, Custodian::AffectedPerson, MediaConsent::HashOnly, catalogue)?;
    let (mut streams, mut named) = (Vec::new(), Vec::new());
    for path in &show.inputs {
        if path == Path::new("-") {
            streams.push(path.clone());
            continue;
        }
        for file in input::paths(path)? {
            if arguments.text || input::is_stream(&file)? {
                streams.push(file);
            } else {
                named.push((file, path.clone()));
            }
        }
    }
    let mut files = Vec::with_capacity(named.len());
    for (file, folder) in &named {
        files.push(input::open_file(file, folder)?);
    }
    let mut outcome = Outcome::Done;
    let handed: Vec<_> = files.iter().map(input::InputFile::handed).collect();
    let reading = (!handed.is_empty()).then(|| {
        let size = handed.iter().map(|file| file.bytes.len() as u64).sum();
        let progress = (size > WORTH_A_PROGRESS_LINE).then(|| whole_line(size));
        let reader = crate::reader::of(&circumstances);
        let reading = argine_respond::read(&handed, &circumstances, reader.as_deref(), &mut |_| ());
        if let Some(progress) = progress {
            progress.finish_and_clear();
        }
        reading
    });
    let mut sheet = Sheet::new(arguments, &lists)?;
    if let Some(reading) = &reading {
        report_unread(reading, catalogue);
        outcome = Outcome::of_reading(reading);
        for conversation in &reading.conversations {
            let owner = conversation.owner.as_ref().map(|owner| owner.participant);
            let traces = scan(conversation, owner, None);
            let name = name_of(conversation, reading);
            let particulars = particulars(&traces, conversation);
            let indicators = traces.indicators;
            sheet.take(Source { name, conversation: Some(conversation), indicators, particulars })?;
        }
    }
    for path in &streams {
        if path == Path::new("-") {
            sheet.stream("-", &mut std::io::stdin().lock(), None)?;
        } else {
            let (mut bytes, size) = input::stream(path)?;
            sheet.stream(&path.to_string_lossy(), &mut bytes, Some(size))?;
        }
    }
    sheet.finish(catalogue)?;
    Ok(outcome)
}

/// The title of a conversation; where it has none, the file it was read from.
fn name_of(conversation: &Conversation, reading: &Reading) -> String {
    let document = || {
        let place = conversation.messages.first()?.location.source;
        let document = reading.sources.iter().find(|source| source.index == place)?;
        Some(document.path.join("/"))
    };
    conversation.title.clone().or_else(document).unwrap_or_default()
}

/// Where traces go: lines for programs as they are met, or gathered for a table.
struct Sheet<'a> {
    form: Form,
    lists: &'a [KnownValues],
    lines: Option<screen::Lines>,
    gathered: Vec<Source<'a>>,
    /// Finds that the table has no room for: counted, and said.
    left_out: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Table,
    Json,
    Csv,
}

impl<'a> Sheet<'a> {
    fn new(arguments: &IndicatorsArguments, lists: &'a [KnownValues]) -> Result<Self, Problem> {
        let form = match (arguments.show.json, arguments.csv) {
            (true, _) => Form::Json,
            (_, true) => Form::Csv,
            _ => Form::Table,
        };
        let mut lines = (form != Form::Table).then(screen::Lines::new);
        if let (Form::Csv, Some(lines)) = (form, &mut lines) {
            lines.write(CSV_HEADER.trim_end())?;
        }
        Ok(Self { form, lists, lines, gathered: Vec::new(), left_out: 0 })
    }

    fn take(&mut self, mut source: Source<'a>) -> Result<(), Problem> {
        mark_listed(&mut source.indicators, self.lists);
        for indicator in &source.indicators {
            self.write(&source.name, indicator, None)?;
        }
        for particular in &source.particulars {
            self.tell(&source.name, particular)?;
        }
        if self.form == Form::Table {
            self.gathered.push(source);
        }
        Ok(())
    }

    fn write(&mut self, source: &str, indicator: &Indicator, start: Option<u64>) -> Result<(), Problem> {
        let Some(lines) = &mut self.lines else { return Ok(()) };
        if self.form == Form::Csv {
            return lines.write(csv_row(source, indicator).trim_end());
        }
        let mut line = serde_json::to_value(indicator).map_err(Problem::defect)?;
        if let Value::Object(fields) = &mut line {
            fields.insert("source".to_owned(), source.into());
            fields.insert("confidence".to_owned(), ((confidence(indicator) * 1e3).round() / 1e3).into());
            if let Some(start) = start {
                fields.insert("start".to_owned(), start.into());
            }
        }
        lines.write(&line.to_string())
    }

    /// Writes a sum, a limit, a day or a length for programs.
    fn tell(&mut self, source: &str, particular: &Particular) -> Result<(), Problem> {
        let Some(lines) = &mut self.lines else { return Ok(()) };
        if self.form == Form::Csv {
            return lines.write(particular_row(source, particular).trim_end());
        }
        let mut line = serde_json::json!({
            "kind": particular.sort.name(),
            "value": particular.value,
            "raw": particular.raw,
            "start": particular.start,
            "end": particular.end,
            "source": source,
        });
        if let Value::Object(fields) = &mut line {
            if !particular.variety.is_empty() {
                fields.insert("variety".to_owned(), particular.variety.clone().into());
            }
            if let Some(message) = particular.message {
                fields.insert("message".to_owned(), message.into());
            }
        }
        lines.write(&line.to_string())
    }

    /// Reads a stream of any length in memory that does not grow with it.
    fn stream(&mut self, name: &str, bytes: &mut dyn Read, size: Option<u64>) -> Result<(), Problem> {
        let mut gathered: Vec<Indicator> = Vec::new();
        let mut known: Vec<Particular> = Vec::new();
        let mut places: HashMap<(IndicatorKind, String), usize> = HashMap::new();
        let mut trouble = Ok(());
        // Where nothing can be written any more, nothing more is read.
        let stopped = Cell::new(false);
        let mut left_out = 0;
        let mut scanner = Scanner::default();
        let mut see = |find: Find<'_>| {
            if let Some(particular) = find.particular() {
                if self.form != Form::Table {
                    if trouble.is_ok() {
                        trouble = self.tell(name, &particular);
                        stopped.set(trouble.is_err());
                    }
                } else if particular.sort != Sort::Duration && known.len() < GATHERED {
                    known.push(particular);
                } else if particular.sort != Sort::Duration {
                    left_out += 1;
                }
                return;
            }
            let Some(mut indicator) = find.indicator() else { return };
            if self.form != Form::Table {
                mark_listed(core::slice::from_mut(&mut indicator), self.lists);
                if trouble.is_ok() {
                    trouble = self.write(name, &indicator, Some(find.start));
                    stopped.set(trouble.is_err());
                }
                return;
            }
            let key = (indicator.kind, indicator.value.clone());
            let has_room = gathered.len() < GATHERED;
            match places.get(&key).and_then(|place| gathered.get_mut(*place)) {
                Some(known) => {
                    known.mentions.extend(indicator.mentions);
                    known.grade = known.grade.min(indicator.grade);
                }
                None if has_room => {
                    places.insert(key, gathered.len());
                    gathered.push(indicator);
                }
                None => left_out += 1,
            }
        };
        let mut room = vec![0; CHUNK];
        let mut done = 0_u64;
        let mut progress: Option<ProgressBar> = None;
        while !stopped.get() {
            let read = match bytes.read(&mut room) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Problem::CannotOpen(name.into(), error)),
            };
            scanner.push(room.get(..read).unwrap_or(&[]), &mut see);
            done += read as u64;
            if done > WORTH_A_PROGRESS_LINE || size.is_some_and(|size| size > WORTH_A_PROGRESS_LINE) {
                progress.get_or_insert_with(|| progress_line(size)).set_position(done);
            }
        }
        scanner.finish(&mut see);
        if let Some(progress) = progress {
            progress.finish_and_clear();
        }
        trouble?;
        self.left_out += left_out;
        if self.form == Form::Table {
            self.take(Source { name: name.to_owned(), conversation: None, indicators: gathered, particulars: known })?;
        }
        Ok(())
    }

    fn finish(self, catalogue: Catalogue) -> Result<(), Problem> {
        if let Some(lines) = self.lines {
            return lines.finish();
        }
        let mut page = Page::default();
        screen::trace_table(&mut page, &self.gathered, catalogue);
        if self.left_out > 0 {
            page.gap();
            page.hanging(0, "! ", &catalogue.format("line-traces-left-out", &[("count", self.left_out.into())]));
        }
        screen::show(&page);
        Ok(())
    }
}

/// Says that files of so many bytes are read whole: how far that is nobody knows before it is done.
fn whole_line(size: u64) -> ProgressBar {
    let line = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {bytes}  {elapsed}") {
        line.set_style(style);
    }
    line.set_position(size);
    line.enable_steady_tick(Duration::from_millis(200));
    line
}

/// On the error stream, only where that is a terminal.
fn progress_line(size: Option<u64>) -> ProgressBar {
    let (line, form) = match size {
        Some(size) => (ProgressBar::new(size), "{bar:30} {bytes} / {total_bytes}  {eta}"),
        None => (ProgressBar::new_spinner(), "{spinner} {bytes}  {bytes_per_sec}"),
    };
    match ProgressStyle::with_template(form) {
        Ok(style) => line.with_style(style),
        Err(_) => line,
    }
}

/// The lists of known values; each has its signature beside it, in a file of the same name with `.sig` behind.
fn lists(arguments: &IndicatorsArguments, catalogue: Catalogue) -> Result<Vec<KnownValues>, Problem> {
    let Some(key) = &arguments.known_key else { return Ok(Vec::new()) };
    let key: [u8; 32] =
        hexadecimal(key.trim().as_bytes()).ok_or_else(|| Problem::Setting { name: "known-key", value: key.clone() })?;
    let mut lists = Vec::with_capacity(arguments.known.len());
    for path in &arguments.known {
        let beside = PathBuf::from(format!("{}.sig", path.display()));
        let signature = input::small(&beside)?;
        let signature = <[u8; 64]>::try_from(signature.as_slice()).ok().or_else(|| hexadecimal(signature.trim_ascii()));
        let refused = |id: &str| Problem::List { path: path.clone(), reason: catalogue.text(id) };
        let signature = signature.ok_or_else(|| refused("list-signature"))?;
        let list = KnownValues::open(&input::small(path)?, &signature, &key).map_err(|error| match error {
            argine_indicators::ListError::Signature => refused("list-signature"),
            _ => refused("list-form"),
        })?;
        lists.push(list);
    }
    Ok(lists)
}

/// Bytes written as hexadecimal digits, exactly `N` of them.
fn hexadecimal<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != 2 * N {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.chunks(2)) {
        *byte = u8::from_str_radix(core::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}
