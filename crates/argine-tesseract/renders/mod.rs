//! Invented screenshots with the truth beside them, for tests and measures.

pub(crate) mod canvas;
pub(crate) mod measure;
pub(crate) mod script;
pub(crate) mod themes;

use std::io::Cursor;

use canvas::{Canvas, Colour, Face};
use image::ImageEncoder;
use script::Line;
use themes::{ClockPlace, Edges, Letters, Theme, Wallpaper};

/// Width and height of the screen.
pub(crate) const SCREEN: (u32, u32) = (1080, 2280);
const BAR: f32 = 250.0;
const INPUT: f32 = 150.0;
const KEYBOARD: f32 = 700.0;

/// What an entry of the chat is.
pub(crate) enum Entry {
    /// A separator: a date, with a time in apps that write it there.
    Separator(String),
    /// Somebody wrote.
    Bubble(Box<Bubble>),
}

/// A message to draw.
#[derive(Clone)]
pub(crate) struct Bubble {
    pub(crate) text: String,
    pub(crate) indicators: Vec<String>,
    pub(crate) by_owner: bool,
    pub(crate) clock: String,
    /// Shown above or inside, in groups.
    pub(crate) name: Option<String>,
    /// Who wrote it, where the page shows it or follows from the bubble above.
    pub(crate) author: Option<String>,
    pub(crate) quote: Option<(String, String)>,
}

/// A bubble and where it was drawn.
pub(crate) struct Drawn {
    pub(crate) bubble: Bubble,
    /// Left, top, width, height.
    pub(crate) area: [f32; 4],
}

/// A screen and its truth.
pub(crate) struct Screen {
    pub(crate) canvas: Canvas,
    pub(crate) bubbles: Vec<Drawn>,
    /// Entries that were cut by the top or the bottom.
    pub(crate) title: String,
}

/// How the picture is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kept {
    Png,
    HalfPng,
    Jpeg,
    HalfJpeg,
}

impl Kept {
    pub(crate) const ALL: &'static [Self] = &[Self::Png, Self::HalfPng, Self::Jpeg, Self::HalfJpeg];

    /// Pixels of the picture for each pixel of the screen.
    pub(crate) const fn scale(self) -> f32 {
        match self {
            Self::Png | Self::Jpeg => 1.0,
            Self::HalfPng | Self::HalfJpeg => 0.5,
        }
    }

    pub(crate) fn encode(self, canvas: &Canvas) -> Vec<u8> {
        let canvas = if self.scale() < 1.0 { canvas.halved() } else { canvas.clone() };
        let mut bytes = Cursor::new(Vec::new());
        let colour = image::ExtendedColorType::Rgb8;
        let (width, height) = (canvas.width, canvas.height);
        match self {
            Self::Png | Self::HalfPng => {
                image::codecs::png::PngEncoder::new(&mut bytes).write_image(&canvas.pixels, width, height, colour)
            }
            Self::Jpeg | Self::HalfJpeg => image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 60)
                .write_image(&canvas.pixels, width, height, colour),
        }
        .expect("a picture in memory");
        bytes.into_inner()
    }
}

/// A chat of two: the script from `first` on, with one separator in front and one further down.
pub(crate) fn direct(theme: &Theme, script: &[Line], first: usize, count: usize) -> Vec<Entry> {
    let mut minutes = 14 * 60 + 5;
    let mut entries = vec![separator(theme, "21 novembre 2024", minutes)];
    for place in 0..count {
        let line = &script[(first + place) % script.len()];
        minutes += [0, 1, 1, 3, 7][(first + place * 3) % 5];
        if place == 7 {
            minutes = 9 * 60 + 12;
            entries.push(separator(theme, "22 novembre 2024", minutes));
        }
        let by_owner = matches!((first + place) % 7, 0 | 2 | 3 | 5);
        let quote = (place % 6 == 4).then(|| {
            let earlier = &script[(first + place + script.len() - 3) % script.len()];
            let short: String = earlier.text.chars().take(34).filter(|letter| u32::from(*letter) < 0x1F000).collect();
            ("Elena Conti".to_owned(), short.trim().to_owned())
        });
        entries.push(Entry::Bubble(Box::new(Bubble {
            text: line.text.to_owned(),
            indicators: line.indicators.iter().map(ToString::to_string).collect(),
            by_owner,
            clock: clock(minutes),
            name: None,
            author: None,
            quote,
        })));
    }
    entries
}

/// A group of four, with names.
pub(crate) fn group(theme: &Theme, script: &[Line], first: usize, count: usize) -> Vec<Entry> {
    const PEOPLE: [&str; 3] = ["Giulia Ferri", "Paolo N.", "Zia Carla"];
    let mut entries = direct(theme, script, first, count);
    let mut before: Option<String> = None;
    let mut turn = 0;
    for entry in &mut entries {
        match entry {
            Entry::Separator(_) => before = None,
            Entry::Bubble(bubble) => {
                bubble.quote = None;
                if bubble.by_owner {
                    before = None;
                    continue;
                }
                turn += 1;
                let author = PEOPLE[(turn / 2) % 3].to_owned();
                bubble.name = (before.as_deref() != Some(&author)).then(|| author.clone());
                bubble.author = Some(author.clone());
                before = Some(author);
            }
        }
    }
    entries
}

/// The screens of a theme: a chat in Italian over two screens that overlap, one in English, a group; more than 30 bubbles.
pub(crate) fn pages(theme: &Theme) -> Vec<Screen> {
    let shift = theme.name.len() * 3 % 11;
    let chat = direct(theme, script::ITALIAN, shift, 26);
    let english = direct(theme, script::ENGLISH, shift % 5, 14);
    let people = group(theme, script::ITALIAN, shift + 9, 14);
    vec![
        draw(theme, &chat, "Elena Conti", 0.0),
        draw(theme, &chat, "Elena Conti", 900.0),
        draw(theme, &english, "Jenny Walker", 0.0),
        draw(theme, &people, "Calcetto del giovedì", 0.0),
    ]
}

fn separator(theme: &Theme, day: &str, minutes: u32) -> Entry {
    Entry::Separator(match theme.clock {
        ClockPlace::InsideBubble => day.to_owned(),
        ClockPlace::Separator => format!("{day}, {}", clock(minutes)),
    })
}

fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

/// Draws the entries from `scroll` pixels on: those that do not fit wholly between the bars are cut by them.
pub(crate) fn draw(theme: &Theme, entries: &[Entry], title: &str, scroll: f32) -> Screen {
    let mut canvas = Canvas::new(SCREEN.0, SCREEN.1, [0, 0, 0]);
    paint_wallpaper(&mut canvas, theme);
    let face = match theme.letters {
        Letters::Ubuntu => Face::ubuntu(1.3),
        Letters::DejavuCondensed => Face::dejavu_condensed(),
        Letters::Dejavu => Face::dejavu(),
    };
    let bottom = SCREEN.1 as f32 - INPUT - keyboard(theme);
    let mut bubbles = Vec::new();
    let mut y = BAR + 24.0 - scroll;
    let mut before: Option<bool> = None;
    let mut separators: Vec<(f32, &String)> = Vec::new();
    for entry in entries {
        match entry {
            Entry::Separator(words) => {
                separators.push((y, words));
                y += 26.0;
                draw_separator(&mut canvas, theme, &face, words, y);
                y += 26.0 + 50.0;
                before = None;
            }
            Entry::Bubble(bubble) => {
                y += match before {
                    Some(side) if side == bubble.by_owner => theme.gap.0,
                    Some(_) => theme.gap.1,
                    None => 10.0,
                };
                if theme.avatar && bubble.name.is_some() {
                    canvas.text(&face, bubble.name.as_deref().unwrap_or(""), 150.0, y + 34.0, 30.0, theme.chip_ink);
                    y += 48.0;
                }
                let area = draw_bubble(&mut canvas, theme, &face, bubble, y);
                let hung = if scroll > 0.0 && theme.chip.is_some() { 80.0 } else { 0.0 };
                if area[1] >= BAR + hung && area[1] + area[3] <= bottom {
                    bubbles.push(Drawn { bubble: (**bubble).clone(), area });
                }
                y += area[3];
                before = Some(bubble.by_owner);
            }
        }
        if y > bottom + 400.0 {
            break;
        }
    }
    if scroll > 0.0 && theme.chip.is_some() {
        // Apps hang the day of the first message over the chat while it is scrolled.
        let passed = separators.iter().rev().find(|(y, _)| *y < BAR).map(|(_, words)| words);
        if let Some(words) = passed {
            draw_separator(&mut canvas, theme, &face, words, BAR + 18.0);
        }
    }
    draw_bars(&mut canvas, theme, &face, title, "15:42");
    Screen { canvas, bubbles, title: title.to_owned() }
}

fn keyboard(theme: &Theme) -> f32 {
    if theme.edges == Edges::Keyboard { KEYBOARD } else { 0.0 }
}

fn mix(one: Colour, other: Colour, share: f32) -> Colour {
    let blend = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
    [blend(one[0], other[0]), blend(one[1], other[1]), blend(one[2], other[2])]
}

fn paint_wallpaper(canvas: &mut Canvas, theme: &Theme) {
    let (width, height) = (canvas.width as f32, canvas.height as f32);
    let doodles = match theme.wallpaper {
        Wallpaper::Plain(colour) => {
            canvas.round_rectangle([0.0, 0.0, width, height], 0.0, &|_| colour);
            return;
        }
        Wallpaper::Doodles(colour, drawing) => {
            canvas.round_rectangle([0.0, 0.0, width, height], 0.0, &|_| colour);
            drawing
        }
        Wallpaper::Gradient(top, bottom) => {
            canvas.round_rectangle([0.0, 0.0, width, height], 0.0, &|y| mix(top, bottom, y / height));
            mix(top, bottom, 0.5)
        }
        Wallpaper::Photo => {
            paint_photo(canvas);
            return;
        }
    };
    // Rings, strokes and dots on an uneven grid.
    let mut seed: u32 = 7;
    for row in 0..19 {
        for column in 0..9 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let x = column as f32 * 124.0 + (seed >> 24) as f32 / 4.0;
            let y = row as f32 * 126.0 + (seed >> 16 & 255) as f32 / 4.0;
            match seed >> 8 & 3 {
                0 => canvas.round_rectangle([x, y, 58.0, 8.0], 4.0, &|_| doodles),
                1 => canvas.round_rectangle([x, y, 9.0, 64.0], 4.0, &|_| doodles),
                2 => canvas.round_rectangle([x, y, 26.0, 26.0], 13.0, &|_| doodles),
                _ => {
                    canvas.round_rectangle([x, y, 60.0, 60.0], 14.0, &|_| doodles);
                    let inner = match theme.wallpaper {
                        Wallpaper::Gradient(top, bottom) => mix(top, bottom, (y + 30.0) / height),
                        Wallpaper::Doodles(colour, _) | Wallpaper::Plain(colour) => colour,
                        Wallpaper::Photo => continue,
                    };
                    canvas.round_rectangle([x + 7.0, y + 7.0, 46.0, 46.0], 9.0, &|_| inner);
                }
            }
        }
    }
}

/// A sky that darkens downwards, three ridges before it, and the grain of a sensor.
fn paint_photo(canvas: &mut Canvas) {
    let mut seed: u32 = 99;
    for y in 0..canvas.height {
        for x in 0..canvas.width {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let grain = (seed >> 24) as f32 / 255.0 * 14.0 - 7.0;
            let (across, down) = (x as f32 / canvas.width as f32, y as f32 / canvas.height as f32);
            let ridge = |base: f32, wave: f32| base + 0.06 * (across * wave).sin() + 0.02 * (across * wave * 3.1).cos();
            let colour: [f32; 3] = if down > ridge(0.8, 5.0) {
                [52.0, 66.0, 44.0]
            } else if down > ridge(0.62, 7.0) {
                [88.0, 104.0, 84.0]
            } else if down > ridge(0.5, 4.0) {
                [128.0, 142.0, 150.0]
            } else {
                [150.0 - 60.0 * down, 184.0 - 40.0 * down, 222.0 - 20.0 * down]
            };
            let at = ((y * canvas.width + x) * 3) as usize;
            for (part, colour) in canvas.pixels[at..at + 3].iter_mut().zip(colour) {
                *part = (colour + grain).clamp(0.0, 255.0) as u8;
            }
        }
    }
}

fn draw_separator(canvas: &mut Canvas, theme: &Theme, face: &Face, words: &str, y: f32) {
    let size = 33.0;
    let width = face.width(words, size);
    let left = (SCREEN.0 as f32 - width) / 2.0;
    if let Some(chip) = theme.chip {
        canvas.round_rectangle([left - 26.0, y - 4.0, width + 52.0, 56.0], 20.0, &|_| chip);
    }
    canvas.text(face, words, left, y + 36.0, size, theme.chip_ink);
}

fn draw_bubble(canvas: &mut Canvas, theme: &Theme, face: &Face, bubble: &Bubble, y: f32) -> [f32; 4] {
    let (pad_x, pad_y) = theme.padding;
    let inner = theme.widest - 2.0 * pad_x;
    let lines = face.wrap(&bubble.text, theme.size, inner);
    let line_height = theme.size * theme.leading;
    let widest = lines.iter().map(|line| face.width(line, theme.size)).fold(0.0, f32::max);
    let ticks = if bubble.by_owner && theme.ticks.is_some() { 46.0 } else { 0.0 };
    let clock_width = match theme.clock {
        ClockPlace::InsideBubble => face.width(&bubble.clock, theme.clock_size) + ticks,
        ClockPlace::Separator => 0.0,
    };
    let last = lines.last().map_or(0.0, |line| face.width(line, theme.size));
    let has_clock = theme.clock == ClockPlace::InsideBubble;
    let clock_below = has_clock && last + 24.0 + clock_width > inner;
    let mut width = widest.max(if clock_below || !has_clock { 0.0 } else { last + 24.0 + clock_width });
    let mut height = lines.len() as f32 * line_height + if clock_below { theme.clock_size * 1.25 } else { 0.0 };
    let (name, quote) = (bubble.name.as_ref().filter(|_| !theme.avatar), bubble.quote.as_ref());
    let name_size = theme.size * 0.86;
    if let Some(name) = name {
        width = width.max(face.width(name, name_size));
        height += name_size * 1.4;
    }
    let quote_size = theme.size * 0.84;
    if let Some((who, words)) = quote {
        width = width.max(face.width(words, quote_size) + 48.0).max(face.width(who, quote_size) + 48.0);
        height += quote_size * 2.5 + 34.0;
    }
    let (width, height) = (width + 2.0 * pad_x, height + 2.0 * pad_y);
    let indent = if theme.avatar { 110.0 } else { 0.0 };
    let left = if bubble.by_owner { SCREEN.0 as f32 - theme.margin - width } else { theme.margin + indent };
    let fill = |at: f32| {
        if bubble.by_owner { mix(theme.sent.0, theme.sent.1, at / SCREEN.1 as f32) } else { theme.received }
    };
    let (ink, faint) =
        if bubble.by_owner { (theme.sent_ink, theme.sent_clock) } else { (theme.received_ink, theme.received_clock) };
    canvas.round_rectangle([left, y, width, height], theme.radius, &fill);
    if theme.avatar && !bubble.by_owner {
        let foot = y + height - 78.0;
        canvas.round_rectangle([22.0, foot, 78.0, 78.0], 39.0, &|_| [205, 160, 120]);
        canvas.round_rectangle([44.0, foot + 14.0, 34.0, 34.0], 17.0, &|_| [90, 60, 50]);
        canvas.round_rectangle([34.0, foot + 50.0, 54.0, 22.0], 11.0, &|_| [60, 80, 120]);
    }
    let mut text_y = y + pad_y;
    if let Some(name) = name {
        canvas.text(face, name, left + pad_x, text_y + name_size, name_size, [210, 70, 120]);
        text_y += name_size * 1.4;
    }
    if let Some((who, words)) = quote {
        let block = [left + pad_x * 0.5, text_y + 4.0, width - pad_x, quote_size * 2.5 + 20.0];
        if theme.quote_shade > 0.0 {
            canvas.round_rectangle(block, 14.0, &|at| mix(fill(at), [0, 0, 0], theme.quote_shade));
        }
        let mark = if theme.clock == ClockPlace::Separator && bubble.by_owner { ink } else { [36, 160, 120] };
        canvas.round_rectangle([block[0], block[1], 8.0, block[3]], 3.0, &|_| mark);
        canvas.text(face, who, block[0] + 26.0, block[1] + quote_size * 1.15, quote_size, mark);
        let shaded = mix(ink, fill(y), 0.3);
        canvas.text(face, words, block[0] + 26.0, block[1] + quote_size * 2.35, quote_size, shaded);
        text_y += quote_size * 2.5 + 34.0;
    }
    for line in &lines {
        canvas.text(face, line, left + pad_x, text_y + theme.size, theme.size, ink);
        text_y += line_height;
    }
    if has_clock {
        let clock_y = y + height - pad_y - 2.0;
        let clock_x = left + width - pad_x + 6.0 - clock_width;
        canvas.text(face, &bubble.clock, clock_x, clock_y, theme.clock_size, faint);
        if ticks > 0.0 {
            let colour = theme.ticks.unwrap_or(faint);
            for shift in [0.0, 11.0] {
                draw_tick(canvas, left + width - pad_x + 6.0 - 32.0 + shift, clock_y, colour);
            }
        }
    }
    [left, y, width, height]
}

fn draw_tick(canvas: &mut Canvas, x: f32, y: f32, colour: Colour) {
    for step in 0..8 {
        let at = step as f32;
        canvas.round_rectangle([x + at, y - 9.0 + at, 4.0, 4.0], 2.0, &|_| colour);
    }
    for step in 0..15 {
        let at = step as f32;
        canvas.round_rectangle([x + 7.0 + at * 0.9, y - 2.0 - at * 1.25, 4.0, 4.0], 2.0, &|_| colour);
    }
}

fn draw_bars(canvas: &mut Canvas, theme: &Theme, face: &Face, title: &str, status_clock: &str) {
    let width = SCREEN.0 as f32;
    let height = SCREEN.1 as f32;
    canvas.round_rectangle([0.0, 0.0, width, BAR], 0.0, &|_| theme.bar);
    canvas.text(face, status_clock, 56.0, 62.0, 36.0, theme.bar_ink);
    canvas.text(face, "87%", 930.0, 62.0, 32.0, theme.bar_ink);
    canvas.round_rectangle([1012.0, 36.0, 22.0, 32.0], 4.0, &|_| theme.bar_ink);
    // Back arrow, picture, name, buttons.
    for step in 0..22 {
        let at = step as f32;
        canvas.round_rectangle([36.0 + at, 168.0 - at, 6.0, 6.0], 3.0, &|_| theme.bar_ink);
        canvas.round_rectangle([36.0 + at, 168.0 + at, 6.0, 6.0], 3.0, &|_| theme.bar_ink);
    }
    if theme.edges == Edges::CentredName {
        canvas.round_rectangle([490.0, 78.0, 100.0, 100.0], 50.0, &|_| [205, 160, 120]);
        canvas.round_rectangle([520.0, 96.0, 40.0, 40.0], 20.0, &|_| [90, 60, 50]);
        canvas.text(face, title, (width - face.width(title, 36.0)) / 2.0, 224.0, 36.0, theme.bar_ink);
    } else {
        canvas.round_rectangle([92.0, 118.0, 100.0, 100.0], 50.0, &|_| [205, 160, 120]);
        canvas.round_rectangle([122.0, 136.0, 40.0, 40.0], 20.0, &|_| [90, 60, 50]);
        canvas.text(face, title, 224.0, 164.0, 46.0, theme.bar_ink);
        let online = mix(theme.bar_ink, theme.bar, 0.35);
        canvas.text(face, "online", 224.0, 210.0, 32.0, online);
    }
    canvas.round_rectangle([890.0, 148.0, 54.0, 36.0], 8.0, &|_| theme.bar_ink);
    canvas.round_rectangle([1004.0, 144.0, 8.0, 44.0], 4.0, &|_| theme.bar_ink);
    let dark = u32::from(theme.received_ink[0]) > 128;
    let (field, hint): (Colour, Colour) =
        if dark { ([42, 48, 54], [150, 158, 165]) } else { ([250, 250, 250], [120, 128, 135]) };
    let under: Colour = if dark { [16, 20, 24] } else { [240, 240, 240] };
    if theme.edges == Edges::Keyboard {
        draw_keyboard(canvas, face, height - KEYBOARD, field, theme.received_ink);
    }
    let height = height - keyboard(theme);
    canvas.round_rectangle([0.0, height - INPUT, width, INPUT], 0.0, &|_| under);
    canvas.round_rectangle([24.0, height - INPUT + 24.0, 900.0, 102.0], 51.0, &|_| field);
    canvas.text(face, "Messaggio", 120.0, height - INPUT + 88.0, 40.0, hint);
    canvas.round_rectangle([946.0, height - INPUT + 24.0, 102.0, 102.0], 51.0, &|_| [0, 150, 136]);
}

/// Three rows of letters and a bar for the blank.
fn draw_keyboard(canvas: &mut Canvas, face: &Face, top: f32, key: Colour, ink: Colour) {
    canvas.round_rectangle([0.0, top, SCREEN.0 as f32, KEYBOARD], 0.0, &|_| mix(key, [120, 126, 134], 0.3));
    for (row, letters) in ["qwertyuiop", "asdfghjkl", "zxcvbnm"].iter().enumerate() {
        let left = (SCREEN.0 as f32 - letters.len() as f32 * 106.0) / 2.0;
        let y = top + 24.0 + row as f32 * 150.0;
        for (place, letter) in letters.chars().enumerate() {
            let x = left + place as f32 * 106.0;
            canvas.round_rectangle([x + 6.0, y, 94.0, 126.0], 12.0, &|_| key);
            canvas.text(face, &letter.to_string(), x + 40.0, y + 80.0, 48.0, ink);
        }
    }
    canvas.round_rectangle([270.0, top + 474.0, 540.0, 126.0], 12.0, &|_| key);
}
