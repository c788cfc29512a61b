//! How far what was read is from what was drawn.

use argine_model::{Conversation, Message, PixelArea};

use super::{Drawn, Kept, Screen};

/// Sums over bubbles.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Score {
    pub(crate) bubbles: u32,
    pub(crate) found: u32,
    pub(crate) letters: usize,
    pub(crate) errors: usize,
    pub(crate) sides: u32,
    pub(crate) clocks: u32,
    pub(crate) clocks_right: u32,
    /// Clocks that were read as another time: worse than not read.
    pub(crate) clocks_wrong: u32,
    pub(crate) indicators: u32,
    pub(crate) indicators_exact: u32,
    pub(crate) names: u32,
    pub(crate) names_right: u32,
    /// Messages where nothing was drawn.
    pub(crate) invented: u32,
}

impl Score {
    pub(crate) fn text_error(&self) -> f64 {
        self.errors as f64 / self.letters.max(1) as f64
    }

    pub(crate) fn side_right(&self) -> f64 {
        f64::from(self.sides) / f64::from(self.bubbles.max(1))
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.bubbles += other.bubbles;
        self.found += other.found;
        self.letters += other.letters;
        self.errors += other.errors;
        self.sides += other.sides;
        self.clocks += other.clocks;
        self.clocks_right += other.clocks_right;
        self.clocks_wrong += other.clocks_wrong;
        self.indicators += other.indicators;
        self.indicators_exact += other.indicators_exact;
        self.names += other.names;
        self.names_right += other.names_right;
        self.invented += other.invented;
    }
}

/// Compares one screen; what differs goes to `say`.
pub(crate) fn compare(
    screen: &Screen,
    kept: Kept,
    conversation: Option<&Conversation>,
    has_clocks: bool,
    say: &mut dyn FnMut(String),
) -> Score {
    let mut score = Score::default();
    let no_messages = Vec::new();
    let messages = conversation.map_or(&no_messages, |conversation| &conversation.messages);
    let mut used = vec![false; messages.len()];
    for drawn in &screen.bubbles {
        let bubble = &drawn.bubble;
        let wanted = plain(&bubble.text);
        score.bubbles += 1;
        score.letters += wanted.chars().count();
        score.indicators += bubble.indicators.len() as u32;
        score.clocks += u32::from(has_clocks);
        score.names += u32::from(bubble.author.is_some());
        let best = messages
            .iter()
            .enumerate()
            .filter(|(_, message)| message.sender.is_some())
            .map(|(place, message)| (overlap(drawn, message, kept.scale()), place))
            .filter(|(share, _)| *share > 0.5)
            .max_by(|one, two| one.0.total_cmp(&two.0));
        let Some((_, place)) = best else {
            score.errors += wanted.chars().count();
            say(format!("not found: {wanted}"));
            continue;
        };
        used[place] = true;
        let message = &messages[place];
        score.found += 1;
        let read = plain(&message.text);
        let errors = distance(&wanted, &read);
        score.errors += errors;
        if errors > 0 {
            say(format!("{errors} letters: {wanted} | {read}"));
        }
        let is_owner = message.sender.is_some_and(|sender| sender.0 == 0);
        score.sides += u32::from(is_owner == bubble.by_owner);
        if is_owner != bubble.by_owner {
            say(format!("side: {wanted}"));
        }
        for indicator in &bubble.indicators {
            // Blanks inside an indicator may be line ends.
            let exact = compact(&read).contains(&compact(indicator));
            score.indicators_exact += u32::from(exact);
            if !exact {
                say(format!("indicator {indicator}: {read}"));
            }
        }
        if has_clocks {
            let clock = message.time.map(|time| format!("{:02}:{:02}", time.civil.hour(), time.civil.minute()));
            match clock {
                Some(clock) if clock == bubble.clock => score.clocks_right += 1,
                Some(clock) => {
                    score.clocks_wrong += 1;
                    say(format!("clock {} read as {clock}: {wanted}", bubble.clock));
                }
                None => say(format!("clock {} not read: {wanted}", bubble.clock)),
            }
        }
        if let (Some(author), Some(conversation)) = (&bubble.author, conversation) {
            let name = conversation.sender_name(message).unwrap_or("");
            score.names_right += u32::from(name == author);
            if name != author {
                say(format!("name {author} read as {name}: {wanted}"));
            }
        }
    }
    let bars = (
        screen.bubbles.first().map_or(0.0, |first| first.area[1]),
        screen.bubbles.last().map_or(0.0, |last| last.area[1]),
    );
    for (message, used) in messages.iter().zip(used) {
        let top = message
            .details
            .as_ref()
            .and_then(|details| details.area)
            .map_or(0.0, |area| area.top as f32 / kept.scale());
        // Bubbles cut by the bars are drawn too, but have no whole truth.
        if !used && message.sender.is_some() && top > bars.0 && top < bars.1 {
            score.invented += 1;
            score.errors += message.text.chars().count();
            say(format!("nothing was drawn: {}", message.text));
        }
    }
    score
}

fn overlap(drawn: &Drawn, message: &Message, scale: f32) -> f32 {
    let Some(area) = message.details.as_ref().and_then(|details| details.area) else { return 0.0 };
    let PixelArea { left, top, width, height } = area;
    let read = [left, top, width, height].map(|value| value as f32 / scale);
    let across = (drawn.area[0] + drawn.area[2]).min(read[0] + read[2]) - drawn.area[0].max(read[0]);
    let down = (drawn.area[1] + drawn.area[3]).min(read[1] + read[3]) - drawn.area[1].max(read[1]);
    across.max(0.0) * down.max(0.0) / (drawn.area[2] * drawn.area[3]).max(read[2] * read[3])
}

/// One blank between words, no emoji: those are not read.
fn plain(text: &str) -> String {
    let letters: String = text.chars().filter(|letter| u32::from(*letter) < 0x1F000).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn compact(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Letters to change, add or drop.
fn distance(one: &str, two: &str) -> usize {
    let two: Vec<char> = two.chars().collect();
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (number, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = number + 1;
        for place in 0..two.len() {
            let cost = diagonal + usize::from(letter != two[place]);
            diagonal = row[place + 1];
            row[place + 1] = cost.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row[two.len()]
}

/// Writes the picture with what was read framed: red for bubbles on the right, blue on the left, green around words.
pub(crate) fn draw_boxes(bytes: &[u8], conversation: Option<&Conversation>, path: &std::path::Path) {
    let mut picture = image::load_from_memory(bytes).expect("a picture just made").into_rgb8();
    for message in conversation.iter().flat_map(|conversation| &conversation.messages) {
        let Some(details) = &message.details else { continue };
        let colour = match message.sender {
            Some(sender) if sender.0 == 0 => [255, 0, 0],
            Some(_) => [0, 0, 255],
            None => [160, 0, 160],
        };
        let words = details.read_words.iter().map(|word| (word.area, [0, 160, 0]));
        for (area, colour) in details.area.into_iter().map(|area| (area, colour)).chain(words) {
            for x in area.left..area.left + area.width {
                for y in [area.top, area.top + area.height - 1] {
                    picture.put_pixel(x, y, image::Rgb(colour));
                }
            }
            for y in area.top..area.top + area.height {
                for x in [area.left, area.left + area.width - 1] {
                    picture.put_pixel(x, y, image::Rgb(colour));
                }
            }
        }
    }
    picture.save(path).expect("the folder can be written");
}
