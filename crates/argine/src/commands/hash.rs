//! `argine hash`: fingerprints of files, on this device. A picture or video is opened only for somebody who said they are
//! of age.

use std::time::Duration;

use argine_ffmpeg::Fingerprinted;
use argine_knowledge::{Argument, Catalogue};
use argine_media::exchange::{Signal, write_list, write_stop_ncii};
use argine_media::{Completeness, Pdq, PictureFingerprints};
use argine_model::AgeClass;
use indicatif::ProgressBar;
use serde_json::{Value, json};

use crate::Outcome;
use crate::arguments::{ExchangeFormat, HashArguments};
use crate::input;
use crate::media::{Content, MediaFile, prints};
use crate::problem::Problem;
use crate::screen::{self, Lines, Page};

/// SHA-256 and MD5 of every file; of the media of adults the PDQ fingerprints and their quality too.
pub(crate) fn run(arguments: &HashArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let age = AgeClass::from(arguments.age);
    let mut outcome = Outcome::Done;
    let mut lines = Lines::new();
    let mut page = Page::default();
    let mut signals = Vec::new();
    let progress = ProgressBar::new_spinner();
    progress.enable_steady_tick(Duration::from_millis(120));
    for input in &arguments.inputs {
        for path in input::paths(input)? {
            progress.set_message(screen::quote(&path.display().to_string(), 60));
            let file = MediaFile::open(&path, input, age)?;
            if matches!(file.content, Content::Unread(_)) {
                outcome = Outcome::DoneWithUnreadInput;
            }
            if let Some(format) = arguments.exchange {
                signals.extend(exchanged(&file, format, &mut lines)?);
                if !matches!(file.content, Content::Picture { .. } | Content::Video(_)) {
                    outcome = Outcome::DoneWithUnreadInput;
                }
            } else if arguments.json {
                lines.write(&json(&file).to_string())?;
            } else {
                show(&mut page, &file, catalogue);
            }
        }
    }
    progress.finish_and_clear();
    match arguments.exchange {
        Some(ExchangeFormat::List) => lines.write(write_list(&signals).trim_end())?,
        Some(ExchangeFormat::StopNcii) => lines.write(&write_stop_ncii(&signals, now()))?,
        Some(ExchangeFormat::Vpdq) => {}
        None if arguments.json => {}
        None => screen::show(&page),
    }
    lines.finish()?;
    Ok(outcome)
}

#[expect(clippy::disallowed_methods, reason = "an exchange is dated; the door looks at the clock")]
fn now() -> i64 {
    jiff::Timestamp::now().as_second()
}

/// One fingerprint of a picture, never its crops; the MD5 of a video; frames only where somebody asks for vPDQ.
fn exchanged(file: &MediaFile, format: ExchangeFormat, lines: &mut Lines) -> Result<Vec<Signal>, Problem> {
    Ok(match (&file.content, format) {
        (Content::Picture { picture, .. }, ExchangeFormat::List | ExchangeFormat::StopNcii) => {
            let found = shown(&prints(picture));
            if found.quality.passes() { vec![Signal::Pdq(found.hash)] } else { Vec::new() }
        }
        (Content::Video(_), ExchangeFormat::List | ExchangeFormat::StopNcii) => vec![Signal::VideoMd5(file.md5)],
        (Content::Video(video), ExchangeFormat::Vpdq) => {
            lines.write(video.video.expose_text().trim_end())?;
            Vec::new()
        }
        _ => Vec::new(),
    })
}

fn json(file: &MediaFile) -> Value {
    let mut value = json!({
        "file": file.name, "size": file.size, "sha256": file.sha256, "md5": file.md5.expose(),
        "picture": Value::Null, "video": Value::Null,
    });
    let (key, found) = match &file.content {
        Content::Shut => return value,
        Content::Unread(id) => ("picture", json!({ "unread": id })),
        Content::Picture { picture, .. } => {
            let found = prints(picture);
            let pdq = shown(&found);
            let (pdq, quality) = (pdq.hash.expose(), pdq.quality.value());
            let whole = found.completeness == Completeness::Whole;
            let (width, height) = (found.width, found.height);
            let found = json!({ "width": width, "height": height, "whole": whole, "pdq": pdq, "quality": quality });
            ("picture", found)
        }
        Content::Video(video) => {
            let frames = video.video.frames().iter().map(|frame| {
                let (number, at) = (frame.number, frame.milliseconds);
                let (pdq, quality) = (frame.hash.expose(), frame.quality.value());
                json!({ "number": number, "milliseconds": at, "pdq": pdq, "quality": quality })
            });
            let frames: Vec<_> = frames.collect();
            let whole = !video.cut_short && video.complaints.is_empty();
            ("video", json!({ "frames": frames, "whole": whole, "decoder": video.decoder }))
        }
    };
    if let Some(place) = value.get_mut(key) {
        *place = found;
    }
    value
}

fn show(page: &mut Page, file: &MediaFile, catalogue: Catalogue) {
    page.heading(&screen::quote(&file.name, 80));
    page.hanging(2, "SHA-256  ", &file.sha256.to_string());
    page.hanging(2, "MD5      ", &file.md5.expose());
    match &file.content {
        Content::Shut => page.hanging(2, "", &catalogue.text("line-hash-shut")),
        Content::Picture { picture, .. } => {
            let found = shown(&prints(picture));
            page.hanging(2, "PDQ      ", &found.hash.expose());
            let quality = ("quality", Argument::Number(found.quality.value().into()));
            page.hanging(2, "", &catalogue.format("line-hash-quality", &[quality]));
            page.faint(2, "", &catalogue.text("line-hash-private"));
        }
        Content::Video(video) => {
            page.hanging(2, "", &catalogue.format("line-hash-video", &frames(video)));
            page.faint(2, "", &catalogue.text("line-hash-private"));
        }
        Content::Unread(id) => page.hanging(2, "", &catalogue.text(id)),
    }
}

/// How many moments were taken and how many of them can be recognised again.
fn frames(video: &Fingerprinted) -> [(&'static str, Argument); 2] {
    let frames = video.video.frames();
    let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let usable = frames.iter().filter(|frame| frame.quality.passes()).count();
    [("count", number(frames.len())), ("usable", number(usable))]
}

/// As a viewer shows the picture: what other programs compute of the same file.
fn shown(picture: &PictureFingerprints) -> Pdq {
    picture.upright.unwrap_or_else(|| picture.full.upright())
}
