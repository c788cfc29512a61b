//! What a screen becomes, with an engine that says what the test wants.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a test may fail loudly"
)]

use argine_model::{AgeClass, ExhibitId, FindingCode, MessageKind, PixelArea, ReadWord, SourceIndex, SourceState};
use argine_screenshots::{
    CropError, Limits, OcrEngine, OcrError, Options, Page, Pass, Screenshot, ScreenshotReading, ShowsNobodyUndressed,
    crop_png, read_screenshots,
};
use image::ImageEncoder as _;
use proptest::prelude::*;

const WIDTH: u32 = 900;
const HEIGHT: u32 = 1200;
const GROUND: [u8; 3] = [236, 229, 221];
const RECEIVED: [u8; 3] = [255, 255, 255];
const SENT: [u8; 3] = [217, 253, 211];

/// A screen drawn with rectangles, and the words an engine would find on it.
struct Drawing {
    pixels: Vec<u8>,
    words: Vec<ReadWord>,
}

impl Drawing {
    fn new(title: &str) -> Self {
        let mut drawing = Self { pixels: GROUND.repeat((WIDTH * HEIGHT) as usize), words: Vec::new() };
        drawing.fill([0, 0, WIDTH, 160], [0, 128, 105]);
        drawing.say(title, 200, 90, 40);
        drawing
    }

    fn fill(&mut self, [left, top, width, height]: [u32; 4], colour: [u8; 3]) {
        for y in top..top + height {
            for x in left..left + width {
                let at = ((y * WIDTH + x) * 3) as usize;
                self.pixels[at..at + 3].copy_from_slice(&colour);
            }
        }
    }

    /// Each word is a dark bar in the middle of its box.
    fn say(&mut self, text: &str, left: u32, top: u32, height: u32) {
        let mut at = left;
        for word in text.split(' ') {
            let width = (word.chars().count() as u32 * height * 2 / 5).max(10);
            self.fill([at + 2, top + height / 3, width - 4, height / 4], [20, 30, 40]);
            let area = PixelArea { left: at, top, width, height };
            self.words.push(ReadWord { text: word.to_owned(), area, confidence: 95 });
            at += width + height / 3;
        }
    }

    fn bubble(&mut self, area: [u32; 4], colour: [u8; 3], text: &str) {
        self.fill(area, colour);
        self.say(text, area[0] + 20, area[1] + 20, 30);
    }

    fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let encoder = image::codecs::png::PngEncoder::new(&mut bytes);
        encoder.write_image(&self.pixels, WIDTH, HEIGHT, image::ExtendedColorType::Rgb8).unwrap();
        bytes
    }
}

/// Says the words of the drawing that the page shows; knows nothing of clocks.
struct Fixed(Vec<(Vec<u8>, Vec<ReadWord>)>);

impl Fixed {
    fn of(drawings: &[&Drawing]) -> Self {
        Self(drawings.iter().map(|drawing| (drawing.pixels.clone(), drawing.words.clone())).collect())
    }
}

impl OcrEngine for Fixed {
    fn name(&self) -> &'static str {
        "fixed"
    }

    fn version(&self) -> &'static str {
        "1"
    }

    fn words(&self, page: &Page, pass: Pass) -> Result<Vec<ReadWord>, OcrError> {
        let known = self.0.iter().find(|(pixels, _)| pass == Pass::WholePage && pixels == page.pixels());
        Ok(known.map(|(_, words)| words.clone()).unwrap_or_default())
    }
}

/// Reads a whole page, and takes too long for anything else.
struct Hurried(Fixed);

impl OcrEngine for Hurried {
    fn name(&self) -> &'static str {
        "hurried"
    }

    fn version(&self) -> &'static str {
        "1"
    }

    fn words(&self, page: &Page, pass: Pass) -> Result<Vec<ReadWord>, OcrError> {
        if pass == Pass::WholePage { self.0.words(page, pass) } else { Err(OcrError::TimedOut(1)) }
    }
}

fn screenshot<'a>(number: u32, name: &'a str, bytes: &'a [u8]) -> Screenshot<'a> {
    let consent = Some(ShowsNobodyUndressed::confirmed());
    Screenshot { exhibit: ExhibitId(number + 1), source: SourceIndex(number), name, bytes, consent }
}

fn options() -> Options {
    Options { owner_name: "Io".to_owned(), other_name: "Altro".to_owned(), ..Options::default() }
}

fn codes(reading: &ScreenshotReading) -> Vec<FindingCode> {
    reading.findings.iter().map(|finding| finding.code).collect()
}

fn texts(reading: &ScreenshotReading) -> Vec<&str> {
    reading.conversations[0].messages.iter().map(|message| message.text.as_str()).collect()
}

fn first_screen() -> Drawing {
    let mut drawing = Drawing::new("Elena Conti");
    drawing.bubble([300, 200, 300, 70], RECEIVED, "21 novembre 2024");
    drawing.bubble([30, 300, 460, 70], RECEIVED, "Ti ho vista ieri, come stai?");
    drawing.bubble([500, 400, 370, 70], SENT, "Bene, ci conosciamo?");
    drawing.bubble([30, 500, 480, 70], RECEIVED, "Paga 350 euro entro stasera");
    drawing
}

#[test]
fn a_screen_that_was_read_once_is_not_lost_when_reading_it_again_fails() {
    let mut drawing = first_screen();
    drawing.bubble([30, 600, 600, 70], RECEIVED, "guarda https://esempio.invalid/9f");
    let png = drawing.png();
    let engine = Hurried(Fixed::of(&[&drawing]));
    let reading = read_screenshots(&[screenshot(0, "chat.png", &png)], Some(&engine), &options());
    assert_eq!(codes(&reading), [FindingCode::ScreenshotRead]);
    assert_eq!(texts(&reading).last(), Some(&"guarda https://esempio.invalid/9f"));
}

#[test]
fn sides_words_and_title_are_told() {
    let drawing = first_screen();
    let png = drawing.png();
    let reading = read_screenshots(&[screenshot(0, "chat.png", &png)], Some(&Fixed::of(&[&drawing])), &options());
    assert_eq!(codes(&reading), [FindingCode::ScreenshotRead]);
    let chat = &reading.conversations[0];
    assert_eq!(chat.title.as_deref(), Some("Elena Conti"));
    assert_eq!(chat.owner.as_ref().unwrap().basis, "right_side");
    let said: Vec<_> = chat.messages.iter().map(|m| (chat.sender_name(m).unwrap(), m.text.as_str())).collect();
    let expected = [
        ("Elena Conti", "Ti ho vista ieri, come stai?"),
        ("Io", "Bene, ci conosciamo?"),
        ("Elena Conti", "Paga 350 euro entro stasera"),
    ];
    assert_eq!(said, expected);
    let details = chat.messages[1].details.as_ref().unwrap();
    assert_eq!(details.area, Some(PixelArea { left: 500, top: 400, width: 370, height: 70 }));
    assert_eq!(details.read_words.len(), 3);
    assert!(chat.messages.iter().all(|message| message.time.is_none()), "no clock was read, none is invented");
    assert!(matches!(&reading.sources[0].state, SourceState::Read { format, .. } if format == "screenshot"));
}

#[test]
fn overlapping_screens_become_one_conversation() {
    let first = first_screen();
    let mut second = Drawing::new("Elena Conti");
    second.bubble([500, 200, 370, 70], SENT, "Bene, ci conosciamo?");
    second.bubble([30, 300, 480, 70], RECEIVED, "Paga 350 euro entro stasera");
    second.bubble([400, 400, 470, 70], SENT, "Non ho questi soldi adesso");
    let (one, two) = (first.png(), second.png());
    let engine = Fixed::of(&[&first, &second]);
    for order in [[(0, &one), (1, &two)], [(1, &two), (0, &one)]] {
        let shots = order.map(|(number, png)| screenshot(number, "s.png", png.as_slice()));
        let reading = read_screenshots(&shots, Some(&engine), &options());
        assert_eq!(reading.conversations.len(), 1);
        let expected = [
            "Ti ho vista ieri, come stai?",
            "Bene, ci conosciamo?",
            "Paga 350 euro entro stasera",
            "Non ho questi soldi adesso",
        ];
        assert_eq!(texts(&reading), expected);
        let messages = &reading.conversations[0].messages;
        let also: Vec<_> = messages.iter().map(|m| m.details.as_ref().unwrap().also_in.len()).collect();
        assert_eq!(also, [0, 1, 1, 0]);
    }
}

#[test]
fn clocks_between_messages_date_the_next_one_and_are_checked() {
    let mut drawing = Drawing::new("Elena Conti");
    drawing.say("15:10", 40, 20, 30);
    drawing.say("Oggi, 14:35", 375, 200, 30);
    drawing.bubble([30, 300, 460, 70], RECEIVED, "Ti ho vista ieri, come stai?");
    drawing.bubble([500, 400, 370, 70], SENT, "Bene, ci conosciamo?");
    let png = drawing.png();
    let engine = Fixed::of(&[&drawing]);
    let read = |name: &str| read_screenshots(&[screenshot(0, name, &png)], Some(&engine), &options());
    let dated = read("Screenshot_20241121-151007.png");
    let messages = &dated.conversations[0].messages;
    assert_eq!(messages[0].time.unwrap().civil.to_string(), "2024-11-21T14:35:00");
    assert_eq!(messages[1].time, None, "the clock is the first message's");
    assert!(!codes(&dated).contains(&FindingCode::ClockDisagrees));
    assert!(read("chat.png").conversations[0].messages[0].time.is_none(), "today is unknown");
    assert!(codes(&read("Screenshot_20241121-120007.png")).contains(&FindingCode::ClockDisagrees));
}

#[test]
fn lines_of_the_app_are_no_messages_of_people() {
    let mut drawing = first_screen();
    drawing.bubble([230, 620, 440, 70], [255, 243, 197], "Hai bloccato questo contatto");
    let png = drawing.png();
    let reading = read_screenshots(&[screenshot(0, "chat.png", &png)], Some(&Fixed::of(&[&drawing])), &options());
    let last = reading.conversations[0].messages.last().unwrap();
    assert_eq!((last.kind, last.sender), (MessageKind::System, None));
}

#[test]
fn nothing_is_opened_without_the_persons_word() {
    let drawing = first_screen();
    let png = drawing.png();
    let shut = Screenshot { consent: None, ..screenshot(0, "chat.png", &png) };
    let reading = read_screenshots(&[shut], Some(&Fixed::of(&[&drawing])), &options());
    assert_eq!(codes(&reading), [FindingCode::ScreenshotHeld]);
    assert_eq!(reading.sources[0].state, SourceState::Listed);
    assert!(reading.conversations.is_empty());
}

#[test]
fn without_an_engine_the_picture_is_listed() {
    let png = first_screen().png();
    let reading = read_screenshots(&[screenshot(0, "chat.png", &png)], None, &options());
    assert_eq!(codes(&reading), [FindingCode::ScreenshotWithoutEngine]);
}

#[test]
fn a_picture_without_a_chat_is_no_chat() {
    let drawing = Drawing { pixels: [90, 120, 200].repeat((WIDTH * HEIGHT) as usize), words: Vec::new() };
    let png = drawing.png();
    let reading = read_screenshots(&[screenshot(0, "sea.png", &png)], Some(&Fixed::of(&[&drawing])), &options());
    assert_eq!(codes(&reading), [FindingCode::ScreenshotWithoutChat]);
}

#[test]
fn no_pixels_of_somebody_who_may_be_a_child() {
    let png = first_screen().png();
    let area = PixelArea { left: 500, top: 400, width: 370, height: 70 };
    let crop = |age| crop_png(&png, area, age, &Limits::default(), ShowsNobodyUndressed::confirmed());
    assert_eq!(crop(AgeClass::Minor), Err(CropError::MayBeMinor));
    assert_eq!(crop(AgeClass::MinorPossible), Err(CropError::MayBeMinor));
    let part = crop(AgeClass::Adult).unwrap();
    let page = Page::decode(&part, &Limits::default(), ShowsNobodyUndressed::confirmed()).unwrap();
    assert_eq!((page.width(), page.height(), page.pixel(2, 2)), (370, 70, SENT));
}

#[test]
fn a_picture_beyond_the_limits_is_refused_before_it_is_decoded() {
    let png = first_screen().png();
    let options = Options { limits: Limits { pixels: 1_000, ..Limits::default() }, ..options() };
    let reading = read_screenshots(&[screenshot(0, "chat.png", &png)], Some(&Fixed(Vec::new())), &options);
    assert_eq!(codes(&reading), [FindingCode::LimitReached]);
    assert_eq!(reading.sources[0].state, SourceState::NotRead);
}

/// Says the same, whatever the page.
struct Babbling(Vec<ReadWord>);

impl OcrEngine for Babbling {
    fn name(&self) -> &'static str {
        "babbling"
    }

    fn version(&self) -> &'static str {
        ""
    }

    fn words(&self, _: &Page, _: Pass) -> Result<Vec<ReadWord>, OcrError> {
        Ok(self.0.clone())
    }
}

fn any_word() -> impl Strategy<Value = ReadWord> {
    let side = || prop_oneof![4 => 0_u32..1_000, 1 => any::<u32>()];
    let text = "\\PC{0,12}|[0-9:.]{1,6}|\\||oggi";
    (text, side(), side(), side(), side(), any::<u8>()).prop_map(|(text, left, top, width, height, confidence)| {
        ReadWord { text, area: PixelArea { left, top, width, height }, confidence }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_bytes_are_a_file(bytes in proptest::collection::vec(any::<u8>(), 0..400), start in 0_usize..4) {
        let magic: [&[u8]; 4] = [b"", b"\x89PNG\r\n\x1a\n", b"\xFF\xD8\xFF", b"RIFF\x00\x00\x00\x00WEBP"];
        let bytes = [magic[start], bytes.as_slice()].concat();
        let reading = read_screenshots(&[screenshot(0, "x", &bytes)], Some(&Babbling(Vec::new())), &options());
        prop_assert_eq!(reading.sources.len(), 1);
        prop_assert!(!reading.findings.is_empty());
    }

    #[test]
    fn any_words_are_an_answer(words in proptest::collection::vec(any_word(), 0..60)) {
        let png = first_screen().png();
        let shots = [screenshot(0, "Screenshot_20241121-143507.png", &png), screenshot(1, "b.png", &png)];
        let engine = Babbling(words);
        let reading = read_screenshots(&shots, Some(&engine), &options());
        prop_assert_eq!(&reading, &read_screenshots(&shots, Some(&engine), &options()));
        for chat in &reading.conversations {
            for (place, message) in chat.messages.iter().enumerate() {
                prop_assert_eq!(message.index as usize, place);
                prop_assert!(message.sender.is_none_or(|sender| (sender.0 as usize) < chat.participants.len()));
            }
        }
    }
}

/// A JPEG tears a bubble painted over a gradient: parts of nearly one colour whose bounds lie on each other are one bubble.
#[test]
fn a_torn_bubble_is_one_message() {
    let mut drawing = Drawing::new("Elena Conti");
    drawing.bubble([30, 200, 470, 70], RECEIVED, "Ciao, come stai?");
    drawing.fill([400, 300, 470, 150], SENT);
    drawing.fill([400, 300, 300, 80], [209, 245, 203]);
    drawing.fill([400, 300, 340, 40], [209, 245, 203]);
    drawing.say("Non ti conosco,", 420, 320, 30);
    drawing.say("lasciami stare", 420, 395, 30);
    let png = drawing.png();
    let reading = read_screenshots(&[screenshot(0, "chat.png", &png)], Some(&Fixed::of(&[&drawing])), &options());
    assert_eq!(texts(&reading), ["Ciao, come stai?", "Non ti conosco, lasciami stare"]);
    let area = reading.conversations[0].messages[1].details.as_ref().unwrap().area;
    assert_eq!(area, Some(PixelArea { left: 400, top: 300, width: 470, height: 150 }));
}

/// While a chat is scrolled, apps hang its day over whatever stands at the top: over a bubble of the day's own colour too.
#[test]
fn a_day_hung_over_a_bubble_is_no_word_of_it() {
    let mut drawing = Drawing::new("Elena Conti");
    drawing.fill([30, 165, 640, 150], RECEIVED);
    drawing.say("21 novembre 2024", 346, 175, 30);
    drawing.say("Ti ho vista ieri, come stai?", 50, 240, 30);
    drawing.say("14:35", 430, 345, 30);
    drawing.bubble([500, 400, 370, 70], SENT, "Bene, ci conosciamo?");
    let png = drawing.png();
    let reading = read_screenshots(&[screenshot(0, "chat.png", &png)], Some(&Fixed::of(&[&drawing])), &options());
    assert_eq!(texts(&reading), ["Ti ho vista ieri, come stai?", "Bene, ci conosciamo?"]);
    let time = reading.conversations[0].messages[1].time.map(|time| time.civil.to_string());
    assert_eq!(time.as_deref(), Some("2024-11-21T14:35:00"));
}

/// Some apps write the name in the middle of a bar that has the chat's own colour.
#[test]
fn a_name_in_the_middle_of_the_bar_is_the_title() {
    let mut drawing = Drawing { pixels: GROUND.repeat((WIDTH * HEIGHT) as usize), words: Vec::new() };
    drawing.say("9:41", 60, 20, 24);
    drawing.say("Elena Conti", 370, 140, 30);
    drawing.say("21 novembre 2024", 346, 215, 30);
    drawing.bubble([30, 270, 460, 70], RECEIVED, "Ti ho vista ieri, come stai?");
    drawing.bubble([500, 400, 370, 70], SENT, "Bene, ci conosciamo?");
    let png = drawing.png();
    let reading = read_screenshots(&[screenshot(0, "chat.png", &png)], Some(&Fixed::of(&[&drawing])), &options());
    assert_eq!(reading.conversations[0].title.as_deref(), Some("Elena Conti"));
    assert_eq!(texts(&reading), ["Ti ho vista ieri, come stai?", "Bene, ci conosciamo?"]);
}
