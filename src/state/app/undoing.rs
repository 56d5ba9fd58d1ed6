//! Commands on the steps of Undo in the builder.

use super::App;
use crate::domain::routine::Draft;
use leptos::prelude::WithUntracked;
use leptos::task::spawn_local;

impl App {
    /// Calls `then` with a routine and the steps of Undo that were made here before, if there are any.
    pub fn find_steps(self, routine: String, then: impl FnOnce(Draft) + 'static) {
        spawn_local(async move {
            if let Some(draft) = self.members().undo_steps.find(&routine).await {
                then(draft);
            }
        });
    }

    /// Keeps the steps of Undo of a routine whose last change is on its way to the store.
    pub fn keep_steps(self, draft: Draft) {
        self.saving().change(move || {
            let members = self.members();
            let own = self.choices.routines;
            // A full store has no room for them: what it refused comes first.
            if !members.choices.has_refused_routines() {
                members
                    .undo_steps
                    .keep(&draft, &|id| own.with_untracked(|routines| routines.iter().any(|routine| routine.id == id)));
            }
        });
    }
}
