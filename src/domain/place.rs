//! The places of the app and their addresses: an exhaustive enum, parsed and formatted without a browser.
//!
//! `parse` accepts any address: an unknown one becomes [`Place::Unknown`], and `parse(href(p)) == p`.

mod mended;
mod nearest;

use super::catalogue::{Filter, Level, brief};

/// A page of the app with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// `/`
    Today,
    /// `/exercises?…`: the catalogue, with its filter.
    Exercises(Filter),
    /// `/exercises/:id?level=hard`
    Exercise {
        /// The exercise's slug, known or not.
        id: String,
        /// The level shown.
        level: Level,
    },
    /// `/own?…`: the form of an own exercise.
    OwnForm {
        /// The exercise to edit, or the words for a new one, as the page reads them.
        query: String,
    },
    /// `/routines`
    Routines,
    /// `/routines/:id`: the builder.
    Routine {
        /// The routine's id, known or not.
        id: String,
    },
    /// `/r#…`: a routine in the link itself.
    Shared {
        /// The code after the `#`.
        code: String,
    },
    /// `/d#…`: what somebody did, in the link itself.
    DoneSheet {
        /// The code after the `#`.
        code: String,
    },
    /// `/made?…`: a routine made for a request.
    Made {
        /// The request, as `coach::made` reads it.
        query: String,
    },
    /// `/plan`: a week of strength and running.
    Plan,
    /// `/progress`
    Progress,
    /// `/progress/:session`
    Session {
        /// The session's id, known or not.
        id: String,
    },
    /// `/play/:id?level=hard`: the player, for a routine or a single exercise.
    Play {
        /// The id of a routine or of an exercise.
        id: String,
        /// For a single exercise, its level.
        level: Level,
    },
    /// `/settings`
    Settings,
    /// Anything else.
    Unknown {
        /// The path, unchanged.
        path: String,
    },
}

impl Place {
    /// The player of `id`: of an exercise at `level`, of a routine at its own levels.
    #[must_use]
    pub fn play(id: &str, level: Level) -> Self {
        let level = if brief(id).is_some() { level } else { Level::Base };
        Self::Play { id: id.to_owned(), level }
    }

    /// The place of an address. `query` is without `?`, `hash` without `#`.
    #[must_use]
    pub fn parse(path: &str, query: &str, hash: &str) -> Self {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let (first, second, rest) = (parts.next(), parts.next(), parts.next());
        if rest.is_some() {
            return Self::Unknown { path: path.to_owned() };
        }
        let id = || second.unwrap_or_default().to_owned();
        match (first, second) {
            (None | Some("index.html"), None) => Self::Today,
            (Some("exercises"), None) => Self::Exercises(Filter::from_query(query)),
            (Some("exercises"), Some(_)) => Self::Exercise { id: id(), level: level_in(query) },
            (Some("own"), None) => Self::OwnForm { query: query.to_owned() },
            (Some("routines"), None) => Self::Routines,
            (Some("routines"), Some(_)) => Self::Routine { id: id() },
            (Some("r"), None) => Self::Shared { code: hash.to_owned() },
            (Some("d"), None) => Self::DoneSheet { code: hash.to_owned() },
            (Some("made"), None) => Self::Made { query: query.to_owned() },
            (Some("plan"), None) => Self::Plan,
            (Some("progress"), None) => Self::Progress,
            (Some("progress"), Some(_)) => Self::Session { id: id() },
            (Some("play"), Some(_)) => Self::Play { id: id(), level: level_in(query) },
            (Some("settings"), None) => Self::Settings,
            _ => Self::Unknown { path: path.to_owned() },
        }
    }

    /// The address of this place.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Today => "/".to_owned(),
            Self::Exercises(filter) if filter.to_query().is_empty() => "/exercises".to_owned(),
            Self::Exercises(filter) => format!("/exercises?{}", filter.to_query()),
            Self::Exercise { id, level } => format!("/exercises/{id}{}", level_query(*level)),
            Self::OwnForm { query } if query.is_empty() => "/own".to_owned(),
            Self::OwnForm { query } => format!("/own?{query}"),
            Self::Routines => "/routines".to_owned(),
            Self::Routine { id } => format!("/routines/{id}"),
            Self::Shared { code } => format!("/r#{code}"),
            Self::DoneSheet { code } => format!("/d#{code}"),
            Self::Made { query } if query.is_empty() => "/made".to_owned(),
            Self::Made { query } => format!("/made?{query}"),
            Self::Plan => "/plan".to_owned(),
            Self::Progress => "/progress".to_owned(),
            Self::Session { id } => format!("/progress/{id}"),
            Self::Play { id, level } => format!("/play/{id}{}", level_query(*level)),
            Self::Settings => "/settings".to_owned(),
            Self::Unknown { path } => path.clone(),
        }
    }

    /// The item of the navigation bar for this place, if any.
    #[must_use]
    pub const fn section(&self) -> Option<Section> {
        match self {
            Self::Today | Self::Made { .. } => Some(Section::Today),
            Self::Exercises(_) | Self::Exercise { .. } | Self::OwnForm { .. } => Some(Section::Exercises),
            Self::Routines | Self::Routine { .. } | Self::Shared { .. } => Some(Section::Routines),
            Self::Plan => Some(Section::Plan),
            Self::Progress | Self::Session { .. } | Self::DoneSheet { .. } => Some(Section::Progress),
            Self::Settings => Some(Section::Settings),
            Self::Play { .. } | Self::Unknown { .. } => None,
        }
    }
}

/// An item of the navigation bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Today.
    Today,
    /// The catalogue.
    Exercises,
    /// Ready-made and own routines.
    Routines,
    /// The week of strength and running.
    Plan,
    /// Finished sessions.
    Progress,
    /// Settings and data.
    Settings,
}

impl Section {
    /// In the order of the navigation bar.
    pub const ALL: [Self; 6] =
        [Self::Today, Self::Exercises, Self::Routines, Self::Plan, Self::Progress, Self::Settings];

    /// Its first page.
    #[must_use]
    pub fn place(self) -> Place {
        match self {
            Self::Today => Place::Today,
            Self::Exercises => Place::Exercises(Filter::default()),
            Self::Routines => Place::Routines,
            Self::Plan => Place::Plan,
            Self::Progress => Place::Progress,
            Self::Settings => Place::Settings,
        }
    }
}

fn level_in(query: &str) -> Level {
    query.split('&').find_map(|pair| pair.strip_prefix("level=")).and_then(Level::from_slug).unwrap_or(Level::Base)
}

fn level_query(level: Level) -> String {
    match level {
        Level::Base => String::new(),
        other => format!("?level={}", other.slug()),
    }
}
