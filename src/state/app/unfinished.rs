//! What is typed into a field and cannot be taken over: kept, so that it is there when the page comes back.

use super::{App, clock_now};
use crate::domain::saved;

impl App {
    /// What was typed into `field` within a day and could not be taken over.
    #[must_use]
    pub fn unfinished(self, field: &str) -> Option<String> {
        saved::load_unfinished(&self.world().store.disk, field, clock_now())
    }

    /// Keeps what is typed into `field`, or forgets it.
    pub fn keep_unfinished(self, field: &str, text: Option<String>) {
        let field = field.to_owned();
        self.with_store_lock(move || {
            self.notices.check(saved::keep_unfinished(&self.world().store.disk, &field, text.as_deref(), clock_now()));
        });
    }
}
