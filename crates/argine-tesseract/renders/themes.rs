//! How the invented apps look. Margins, colours and sizes are not those that the reader was written against.

use super::canvas::Colour;

/// What lies behind the bubbles.
#[derive(Clone, Copy)]
pub(crate) enum Wallpaper {
    Plain(Colour),
    /// Small drawings in a second colour.
    Doodles(Colour, Colour),
    /// From the first colour at the top to the second at the bottom, with drawings.
    Gradient(Colour, Colour),
    /// Sky, hills and grain, as a photograph has them.
    Photo,
}

/// What stands at the edges of the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edges {
    /// Name on the left of the bar, field at the foot.
    Plain,
    /// Picture and name in the middle of the bar.
    CentredName,
    /// A keyboard below the field.
    Keyboard,
}

/// Where the time of a message stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClockPlace {
    InsideBubble,
    /// Only between bubbles, together with the date.
    Separator,
}

/// The letters.
#[derive(Clone, Copy)]
pub(crate) enum Letters {
    Ubuntu,
    DejavuCondensed,
    Dejavu,
}

/// An app in one of its dresses. Sizes in pixels of a screen 1080 wide.
#[derive(Clone, Copy)]
pub(crate) struct Theme {
    pub(crate) name: &'static str,
    pub(crate) bar: Colour,
    pub(crate) bar_ink: Colour,
    pub(crate) edges: Edges,
    pub(crate) wallpaper: Wallpaper,
    pub(crate) sent: (Colour, Colour),
    pub(crate) sent_ink: Colour,
    pub(crate) sent_clock: Colour,
    pub(crate) received: Colour,
    pub(crate) received_ink: Colour,
    pub(crate) received_clock: Colour,
    pub(crate) quote_shade: f32,
    pub(crate) chip: Option<Colour>,
    pub(crate) chip_ink: Colour,
    pub(crate) ticks: Option<Colour>,
    pub(crate) clock: ClockPlace,
    pub(crate) avatar: bool,
    pub(crate) letters: Letters,
    pub(crate) size: f32,
    pub(crate) clock_size: f32,
    pub(crate) leading: f32,
    pub(crate) margin: f32,
    pub(crate) padding: (f32, f32),
    pub(crate) radius: f32,
    pub(crate) widest: f32,
    pub(crate) gap: (f32, f32),
}

const WHATSAPP: Theme = Theme {
    name: "whatsapp_light",
    bar: [0, 128, 105],
    bar_ink: [255, 255, 255],
    edges: Edges::Plain,
    wallpaper: Wallpaper::Doodles([239, 231, 222], [229, 220, 208]),
    sent: ([217, 253, 211], [217, 253, 211]),
    sent_ink: [17, 27, 33],
    sent_clock: [102, 119, 129],
    received: [255, 255, 255],
    received_ink: [17, 27, 33],
    received_clock: [102, 119, 129],
    quote_shade: 0.05,
    chip: Some([255, 255, 255]),
    chip_ink: [84, 101, 111],
    ticks: Some([83, 189, 235]),
    clock: ClockPlace::InsideBubble,
    avatar: false,
    letters: Letters::Ubuntu,
    size: 44.0,
    clock_size: 30.0,
    leading: 1.3,
    margin: 26.0,
    padding: (24.0, 16.0),
    radius: 22.0,
    widest: 800.0,
    gap: (6.0, 22.0),
};

const INSTAGRAM: Theme = Theme {
    name: "instagram_light",
    bar: [255, 255, 255],
    bar_ink: [12, 16, 20],
    edges: Edges::Plain,
    wallpaper: Wallpaper::Plain([255, 255, 255]),
    sent: ([163, 60, 226], [55, 110, 249]),
    sent_ink: [255, 255, 255],
    sent_clock: [255, 255, 255],
    received: [239, 239, 239],
    received_ink: [0, 0, 0],
    received_clock: [115, 115, 115],
    quote_shade: 0.08,
    chip: None,
    chip_ink: [115, 115, 115],
    ticks: None,
    clock: ClockPlace::Separator,
    avatar: true,
    letters: Letters::DejavuCondensed,
    size: 41.0,
    clock_size: 32.0,
    leading: 1.25,
    margin: 40.0,
    padding: (34.0, 24.0),
    radius: 52.0,
    widest: 690.0,
    gap: (7.0, 40.0),
};

const TELEGRAM: Theme = Theme {
    name: "telegram_light",
    bar: [81, 125, 162],
    bar_ink: [255, 255, 255],
    edges: Edges::Plain,
    wallpaper: Wallpaper::Gradient([188, 212, 160], [128, 176, 168]),
    sent: ([239, 254, 221], [239, 254, 221]),
    sent_ink: [0, 0, 0],
    sent_clock: [98, 172, 85],
    received: [255, 255, 255],
    received_ink: [0, 0, 0],
    received_clock: [161, 170, 179],
    quote_shade: 0.0,
    chip: Some([110, 150, 130]),
    chip_ink: [255, 255, 255],
    ticks: Some([93, 197, 82]),
    clock: ClockPlace::InsideBubble,
    avatar: false,
    letters: Letters::Dejavu,
    size: 39.0,
    clock_size: 29.0,
    leading: 1.22,
    margin: 16.0,
    padding: (28.0, 14.0),
    radius: 40.0,
    widest: 780.0,
    gap: (9.0, 18.0),
};

/// Three apps, each in light and dark; then a photograph behind the bubbles, a name in the middle of the bar, and a keyboard.
pub(crate) const THEMES: &[Theme] = &[
    WHATSAPP,
    Theme {
        name: "whatsapp_dark",
        bar: [31, 44, 52],
        bar_ink: [233, 237, 239],
        wallpaper: Wallpaper::Doodles([11, 20, 26], [20, 30, 36]),
        sent: ([0, 92, 75], [0, 92, 75]),
        sent_ink: [233, 237, 239],
        sent_clock: [153, 190, 183],
        received: [31, 44, 52],
        received_ink: [233, 237, 239],
        received_clock: [134, 150, 160],
        quote_shade: 0.22,
        chip: Some([24, 34, 41]),
        chip_ink: [134, 150, 160],
        size: 40.0,
        clock_size: 29.0,
        letters: Letters::DejavuCondensed,
        margin: 34.0,
        ..WHATSAPP
    },
    INSTAGRAM,
    Theme {
        name: "instagram_dark",
        bar: [0, 0, 0],
        bar_ink: [245, 245, 245],
        wallpaper: Wallpaper::Plain([0, 0, 0]),
        sent: ([139, 41, 214], [40, 90, 236]),
        received: [38, 38, 38],
        received_ink: [245, 245, 245],
        chip_ink: [168, 168, 168],
        size: 44.0,
        letters: Letters::Ubuntu,
        widest: 730.0,
        ..INSTAGRAM
    },
    TELEGRAM,
    Theme {
        name: "telegram_dark",
        bar: [33, 45, 59],
        bar_ink: [255, 255, 255],
        wallpaper: Wallpaper::Gradient([24, 32, 42], [12, 18, 26]),
        sent: ([59, 110, 165], [75, 92, 170]),
        sent_ink: [255, 255, 255],
        sent_clock: [185, 208, 232],
        received: [33, 45, 59],
        received_ink: [255, 255, 255],
        received_clock: [110, 134, 156],
        chip: Some([30, 42, 55]),
        chip_ink: [225, 232, 240],
        ticks: Some([185, 208, 232]),
        size: 42.0,
        letters: Letters::DejavuCondensed,
        ..TELEGRAM
    },
    Theme { name: "photo_wallpaper", wallpaper: Wallpaper::Photo, letters: Letters::Dejavu, size: 40.0, ..WHATSAPP },
    Theme {
        name: "centred_name",
        edges: Edges::CentredName,
        sent: ([0, 122, 255], [0, 122, 255]),
        received: [233, 233, 235],
        quote_shade: 0.06,
        avatar: false,
        ..INSTAGRAM
    },
    Theme { name: "keyboard_open", edges: Edges::Keyboard, ..TELEGRAM },
];
