//! Erasing everything, here and in every other tab: each of them shows a first start from then on, and plays nothing.

use super::keeping::show_theme;
use super::{App, Offer, Tone};
use crate::domain::place::Place;
use crate::domain::saved;
use crate::domain::settings::{Settings, Theme};
use leptos::prelude::{GetUntracked, Set, WithUntracked};
use leptos::task::spawn_local;

impl App {
    /// Erases everything that Mainspring keeps in this browser.
    pub fn erase(self) {
        self.begin_anew();
        self.alone(move || {
            self.check(saved::erase(&self.world().disk));
        });
        spawn_local(self.forget(String::new()));
        self.tell(Tone::Plain, "Everything is erased. You can begin anew.", Offer::Nothing);
    }

    /// Another tab has erased everything. Shows what there is by now, and takes back only what this tab may have written
    /// since: a page that slept for long must not erase what is new.
    pub(super) fn erased(self) {
        let world = self.world();
        world.forget_changes();
        let session = self.session.get_untracked().filter(|_| !self.watching.get_untracked());
        self.begin_anew();
        if let Some(session) = session {
            self.check(saved::clear_session(&world.disk, &session.id));
            spawn_local(self.forget(saved::session_prefix(&session.id)));
        }
        self.read_choices();
        self.read_log();
        if self.place.with_untracked(|place| matches!(place, Place::Play { .. })) {
            self.go_instead(Place::Today);
        }
        self.tell(Tone::Plain, "You erased everything in another tab. You can begin anew.", Offer::Nothing);
    }

    /// Shows what a first start shows.
    fn begin_anew(self) {
        self.drop_session(false);
        self.let_go();
        self.finished.set(None);
        self.pain_question.set(None);
        self.settings.set(Settings::default());
        show_theme(Theme::System);
        self.routines.set(Vec::new());
        self.log.set(Vec::new());
        self.log_goes_on.set(false);
        self.world().read_down_to.take();
        self.notices.set(Vec::new());
        self.tell_of_memory();
    }
}
