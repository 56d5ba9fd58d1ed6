//! The icons of the pages, by their lines.

/// The icons, by meaning.
#[derive(Clone, Copy)]
pub enum Icon {
    /// Done.
    Check,
    /// Further in.
    Forward,
    /// Up in a list.
    Up,
    /// Down in a list.
    Down,
    /// More.
    Plus,
    /// Less.
    Minus,
    /// Delete.
    Bin,
    /// Take it back.
    Undo,
}

impl Icon {
    /// The line that it is drawn by, in a square of 24.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Check => "m5 12.500 4.500 4.500L19 7.500",
            Self::Forward => "m10 6 6 6-6 6",
            Self::Up => "m6 14 6-6 6 6",
            Self::Down => "m6 10 6 6 6-6",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::Bin => "M4 7h16M9 7V4h6v3M6.500 7l1 13h9l1-13M10 11v5M14 11v5",
            Self::Undo => "M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3",
        }
    }
}
