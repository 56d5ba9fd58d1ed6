//! The present day as a signal: made anew at midnight and when the page is seen again, by the lazy chunk. Knows nothing
//! of what says it.

use super::{App, clock_now};
use crate::browser::clock::Alarm;
use crate::browser::document;
use leptos::prelude::{Get, GetUntracked, Set, Track, WithUntracked};
use std::time::Duration;
use time::Date;

/// Between two looks at the clock, in milliseconds. Every clock's midnight is at a whole minute; one long timer would stand
/// still while the device sleeps.
const MINUTE: i64 = 60_000;

impl App {
    /// The local day now. Reads reactively: what says a day follows it.
    #[must_use]
    pub fn today(self) -> Date {
        self.day.get()
    }

    /// Has what reads this made anew on another day.
    pub fn track_day(self) {
        self.day.track();
    }

    /// The local day now, by the clock.
    pub(super) fn day_now(self) -> Date {
        clock_now().day(self.offset()).unwrap_or(Date::MIN)
    }

    /// Back on screen: another day may have begun, and a store may have been cleared.
    pub(super) fn on_visible(self) {
        self.update_day();
        self.check_for_vanished();
    }

    /// Out of sight: what waits is written, the page may be gone before its turn.
    pub(super) fn on_hidden(self) {
        self.update_day();
        self.do_changes_now();
    }

    /// Looks whether it is another day, and looks again at the next whole minute. Not while the page is hidden, nor
    /// in a session, which says no day: the next look is when that ends.
    pub(super) fn update_day(self) {
        let day = self.day_now();
        if day != self.day.get_untracked() {
            self.day.set(day);
        }
        let world = self.world();
        let alarm = world.day_alarm.get_or_init(|| Alarm::new(move || self.update_day()));
        let trains = self.session.with_untracked(Option::is_some) && self.navigation.is_at_player();
        if document::is_visible() && !trains {
            let ms = MINUTE - clock_now().0.rem_euclid(MINUTE);
            alarm.set(Duration::from_millis(ms.unsigned_abs()));
        } else {
            alarm.silence();
        }
    }
}
