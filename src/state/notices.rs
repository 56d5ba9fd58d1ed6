//! What the runner has to be told, and may do something about.

use super::App;
use crate::domain::routine::Routine;
use leptos::prelude::{Set, Update};

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Plain,
    /// Something did not work; said at once to screen readers.
    Trouble,
}

/// What a notice offers to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Nothing but to read it.
    Nothing,
    /// Download all data.
    Export,
    /// Put a deleted routine back at its place.
    PutBack(usize, Box<Routine>),
    /// Take back what was restored.
    UndoRestore,
}

/// One sentence for the runner: what happened, what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// The sentence.
    pub text: String,
    /// What it offers.
    pub offer: Offer,
}

impl App {
    /// Tells the runner; the same sentence is never there twice.
    pub fn tell(self, tone: Tone, text: impl Into<String>, offer: Offer) {
        let notice = Notice { tone, text: text.into(), offer };
        self.notices.update(|notices| {
            notices.retain(|other| other.text != notice.text);
            notices.push(notice);
        });
    }

    /// Takes a notice away.
    pub fn dismiss(self, text: &str) {
        self.notices.update(|notices| notices.retain(|notice| notice.text != text));
    }

    /// Says something to screen readers, politely.
    pub fn announce(self, text: impl Into<String>) {
        self.status.set(text.into());
    }

    /// Reports what was not saved, with the data as a way out.
    pub(super) fn check<T>(self, outcome: Result<T, impl std::fmt::Display>) -> Option<T> {
        match outcome {
            Ok(value) => Some(value),
            Err(error) => {
                self.tell(Tone::Trouble, format!("{error} You can go on and download your data."), Offer::Export);
                None
            }
        }
    }
}
