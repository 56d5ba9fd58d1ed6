//! Why the lazy chunk of the program did not load, in words, and a way on. The reason is found by `browser/load_chunk.js`.

use super::notices::Offer;

/// Why the lazy chunk did not load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadFailure {
    /// The host no longer has it: a newer version of the program is out.
    New,
    /// The device has no connection.
    Offline,
    /// It took longer than the limit.
    Slow,
    /// Anything else: the host does not answer or answers wrongly.
    Host,
}

impl LoadFailure {
    pub(super) const ALL: [Self; 4] = [Self::New, Self::Offline, Self::Slow, Self::Host];

    pub(super) fn parse(reason: Option<&str>) -> Self {
        match reason {
            Some("new") => Self::New,
            Some("offline") => Self::Offline,
            Some("slow") => Self::Slow,
            _ => Self::Host,
        }
    }

    /// For a notice: the reason, and what to do next.
    pub(super) const fn sentence(self) -> &'static str {
        match self {
            Self::New => "A new version of Mainspring is out. Load it to go on.",
            Self::Offline => "No connection. A part of Mainspring did not load. Connect, then try again.",
            Self::Slow => "A part of Mainspring took too long to load. Try again on a better connection.",
            Self::Host => "A part of Mainspring did not load. Check your connection, then try again.",
        }
    }

    pub(super) const fn offer(self) -> Offer {
        match self {
            Self::New => Offer::Renew,
            Self::Offline | Self::Slow | Self::Host => Offer::Nothing,
        }
    }

    /// The heading of a page that waits in vain.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::New => "A new version is out",
            Self::Offline => "No connection",
            Self::Slow => "This page takes too long",
            Self::Host => "This page did not load",
        }
    }

    /// What to do on such a page.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::New => "Load the new version to go on. Your data is safe on this device.",
            Self::Offline => "Connect, then try again. Your data is safe on this device.",
            Self::Slow => "Try again on a better connection. Your data is safe on this device.",
            Self::Host => "Check your connection, then try again. Your data is safe on this device.",
        }
    }
}
