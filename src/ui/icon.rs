//! The app's icons: 24 × 24, drawn with a round 2 px stroke, always beside or inside something labelled.

use super::element::{El, svg};

/// The icons, by meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// The coil of the logo.
    Brand,
    /// Today.
    Today,
    /// Exercises.
    Exercises,
    /// Routines.
    Routines,
    /// Plan of the week.
    Plan,
    /// Progress: bars.
    Progress,
    /// Settings: sliders.
    Settings,
    /// Begin.
    Play,
    /// Pause.
    Pause,
    /// Done.
    Check,
    /// Skip, or next.
    Skip,
    /// Go back.
    Back,
    /// Open.
    Forward,
    /// Move up in a list.
    Up,
    /// Move down in a list.
    Down,
    /// Handle of a row that can be dragged.
    Grip,
    /// More.
    Plus,
    /// Less.
    Minus,
    /// Close or remove.
    Close,
    /// Delete.
    Bin,
    /// Search.
    Search,
    /// A favourite.
    Star,
    /// Share.
    Share,
    /// A QR code.
    Qr,
    /// Print.
    Print,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Duplicate.
    Copy,
    /// Download.
    Download,
    /// Restore from a file.
    Upload,
    /// Sound is on.
    Sound,
    /// Sound is off.
    Mute,
    /// Rest.
    Rest,
    /// Change sides.
    Switch,
    /// Get into position.
    Ready,
    /// Warning.
    Warning,
    /// Filter.
    Filter,
    /// Sports watch.
    Watch,
}

/// An icon of 24 px, hidden from screen readers.
#[must_use]
pub fn icon(which: Icon) -> El {
    drawn(which.path())
}

/// An icon that follows signals: only its path changes, so the element stays the same, also under a finger.
#[must_use]
pub fn icon_live(which: impl Fn() -> Icon + 'static) -> El {
    frame().child(svg("path").attr_live("d", move || Some(which().path().to_owned())))
}

/// A drawing of one path in the style of the icons, hidden from screen readers.
pub(super) fn drawn(path: &str) -> El {
    frame().child(svg("path").attr("d", path))
}

/// The empty drawing; the style sheet has its stroke: `.i` in base.css.
fn frame() -> El {
    svg("svg").class("i").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true")
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Brand => {
                "M12 12a1.6 1.6 0 0 1 1.6 1.6A3.2 3.2 0 0 1 9 14a4 4 0 0 1 3-6.6 6 6 0 0 1 5.6 7A7.4 7.4 0 0 1 5 17.500 9.400 9.400 0 0 1 8 3.500q5-2 10 .5l4 2"
            }
            Self::Today => {
                "M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600l1.400 1.400M17 17l1.400 1.400M18.400 5.600 17 7M7 17l-1.400 1.400M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z"
            }
            Self::Exercises => "M7 6v12M17 6v12M7 12h10M4 9v6M20 9v6",
            Self::Routines => "M10 6h10M10 12h10M10 18h10M4 6l1 1 2-2M4 12l1 1 2-2M4 18l1 1 2-2",
            Self::Plan => {
                "M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM4 10h16M8 3v4M16 3v4"
            }
            Self::Progress => "M5 20v-6M12 20V9M19 20V4",
            Self::Settings => {
                "M4 7h9M19 7h1M4 17h1M11 17h9M18 7a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0ZM10 17a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0Z"
            }
            Self::Play => "M8 5.500v13l10.500-6.500Z",
            Self::Pause => "M8.500 5v14M15.500 5v14",
            Self::Check => "m5 12.500 4.500 4.500L19 7.500",
            Self::Skip => "m6 6 8 6-8 6ZM18 6v12",
            Self::Back => "m14 6-6 6 6 6",
            Self::Forward => "m10 6 6 6-6 6",
            Self::Up => "m6 14 6-6 6 6",
            Self::Down => "m6 10 6 6 6-6",
            Self::Grip => "M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::Close => "m6 6 12 12M18 6 6 18",
            Self::Bin => "M4 7h16M9 7V4h6v3M6.500 7l1 13h9l1-13M10 11v5M14 11v5",
            Self::Search => "M17 11a6 6 0 1 1-12 0 6 6 0 0 1 12 0ZM20 20l-4.500-4.500",
            Self::Star => "m12 4 2.500 5.200 5.500.8-4 4 1 5.700-5-2.700-5 2.700 1-5.700-4-4 5.500-.8Z",
            Self::Share => "M12 15V4M8 7.500 12 4l4 3.500M6 12v7h12v-7",
            Self::Qr => {
                "M4 4h6v6H4ZM14 4h6v6h-6ZM4 14h6v6H4ZM14 14h2.500v2.500M20 14v2.500M14 20h2.500M18.500 18.500H20V20"
            }
            Self::Print => "M7 9V4h10v5M7 16H4V9h16v7h-3M7 13.500h10V20H7Z",
            Self::Undo => "M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3",
            Self::Redo => "m16 5 4 4-4 4M20 9H10a5 5 0 0 0 0 10h3",
            Self::Copy => "M9 9h10v10H9ZM15 9V5H5v10h4",
            Self::Download => "M12 4v11M8 11.500l4 3.500 4-3.500M5 19h14",
            Self::Upload => "M12 15V4M8 7.500 12 4l4 3.500M5 19h14",
            Self::Sound => "M4 10v4h3.500L12 18V6l-4.500 4ZM16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11",
            Self::Mute => "M4 10v4h3.500L12 18V6l-4.500 4ZM16.500 10l4 4M20.500 10l-4 4",
            Self::Rest => "M4 9h7l-7 8h7M14 5h6l-6 7h6",
            Self::Switch => "M4 8h14M15 5l3 3-3 3M20 16H6M9 13l-3 3 3 3",
            Self::Ready => "M12 7v5l3 2M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0Z",
            Self::Warning => {
                "M12 9v4M12 16.500v.1M10.300 4.500 3 17.500A1.800 1.800 0 0 0 4.600 20h14.800a1.800 1.800 0 0 0 1.600-2.500l-7.300-13a2 2 0 0 0-3.400 0Z"
            }
            Self::Filter => "M4 6h16M7 12h10M10 18h4",
            Self::Watch => {
                "M17 12a5 5 0 1 1-10 0 5 5 0 0 1 10 0ZM9 7.500 9.500 3h5l.5 4.500M9 16.500l.5 4.500h5l.5-4.500M12 10v2l1.500 1"
            }
        }
    }
}
