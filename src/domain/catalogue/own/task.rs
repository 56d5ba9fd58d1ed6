//! The task of the form of an own exercise, and its form in a link.

use crate::domain::percent;

/// The task of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnTask {
    /// To edit the exercise with this id.
    Edit(String),
    /// To make a new one.
    New {
        /// Its name, and maybe its dose, as they were typed.
        words: String,
        /// The id of the routine to which it is added; empty for none.
        routine: String,
    },
}

impl OwnTask {
    /// The task in a link's query.
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let value = |wanted: &str| {
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs.filter(|(name, _)| *name == wanted).map(|(_, value)| percent::decode(value)).next()
        };
        let of = |name| value(name).unwrap_or_default();
        value("id").map_or_else(|| Self::New { words: of("q"), routine: of("for") }, Self::Edit)
    }

    /// The task as a link's query.
    #[must_use]
    pub fn to_query(&self) -> String {
        let pair = |name: &str, value: &str| {
            if value.is_empty() { String::new() } else { [name, "=", &percent::encode(value)].concat() }
        };
        match self {
            Self::Edit(id) => pair("id", id),
            Self::New { words, routine } => {
                let (name, to) = (pair("q", words), pair("for", routine));
                let between = if name.is_empty() || to.is_empty() { "" } else { "&" };
                [&name, between, &to].concat()
            }
        }
    }
}
