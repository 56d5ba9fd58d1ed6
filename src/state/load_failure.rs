//! The reason why the lazy chunk did not load, in words, with a way on. It is found by `browser/load_chunk.js`.

use super::notices::Offer;
use crate::text::loading;

/// The reason why the lazy chunk did not load.
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
            Self::New => loading::new(),
            Self::Offline => loading::offline(),
            Self::Slow => loading::slow(),
            Self::Host => loading::host(),
        }
    }

    pub(super) const fn offer(self) -> Offer {
        match self {
            Self::New => Offer::Renew,
            Self::Offline | Self::Slow | Self::Host => Offer::Nothing,
        }
    }

    /// The heading of a page that cannot be loaded.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::New => loading::new_title(),
            Self::Offline => loading::offline_title(),
            Self::Slow => loading::slow_title(),
            Self::Host => loading::host_title(),
        }
    }

    /// The advice on such a page.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::New => loading::new_advice(),
            Self::Offline => loading::offline_advice(),
            Self::Slow => loading::slow_advice(),
            Self::Host => loading::host_advice(),
        }
    }
}
