//! The present moment, and the present day as a signal: updated at midnight and when the page becomes visible.

use super::navigation::Navigation;
use super::player::Player;
use crate::browser::clock::{self, Alarm};
use crate::browser::document;
use crate::domain::units::{Offset, Timestamp};
use leptos::prelude::{GetUntracked, RwSignal, Set};
use std::cell::OnceCell;
use std::time::Duration;
use time::Date;

/// Interval between two checks of the clock, in milliseconds. In every time zone midnight is at a whole minute; one long timer
/// would stand still while the device sleeps.
const MINUTE: i64 = 60_000;

/// The moment now.
pub(super) fn clock_now() -> Timestamp {
    Timestamp(clock::now_ms())
}

/// Offset of the local clock from UTC now.
pub(super) fn offset() -> Offset {
    Offset::from_minutes(clock::offset_minutes())
}

/// The local day now, by the clock.
pub(super) fn day_now() -> Date {
    clock_now().day(offset()).unwrap_or(Date::MIN)
}

/// Keeps the day's signal up to date. In the lazy chunk.
pub(super) struct DayClock {
    day: RwSignal<Date>,
    player: Player,
    navigation: Navigation,
    /// The alarm for the next check of the day.
    alarm: OnceCell<Alarm>,
}

impl DayClock {
    pub(super) const fn new(day: RwSignal<Date>, player: Player, navigation: Navigation) -> Self {
        Self { day, player, navigation, alarm: OnceCell::new() }
    }

    /// Updates the day, and schedules the next check at the next whole minute. Not while the page is hidden, nor in a session,
    /// which shows no day: the next check is at its end.
    pub(super) fn update(&'static self) {
        let day = day_now();
        if day != self.day.get_untracked() {
            self.day.set(day);
        }
        let alarm = self.alarm.get_or_init(|| Alarm::new(move || self.update()));
        let trains = self.player.has_session() && self.navigation.is_at_player();
        if document::is_visible() && !trains {
            let ms = MINUTE - clock_now().0.rem_euclid(MINUTE);
            alarm.set(Duration::from_millis(ms.unsigned_abs()));
        } else {
            alarm.silence();
        }
    }
}
