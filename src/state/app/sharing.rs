//! Handing a link or a sheet of paper to somebody, and taking one. Nothing of it is stored.

use super::App;
use crate::browser::download::{self, FileOutcome};
use crate::browser::printing::PrintListener;
use crate::browser::{camera, printing, web_share};
use crate::domain::fit;
use crate::domain::routine::Routine;
use crate::state::day::clock_now;
use crate::state::notices::{NoticeKind, Offer};
use crate::text::{self, backup, share, watch};
use leptos::prelude::StoredValue;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;

pub use crate::browser::camera::ScanEnd;

impl App {
    /// Opens the device's sheet for sending a link. Where it fails, the link is copied.
    pub fn send_link(self, title: String, link: String) {
        spawn_local(async move {
            if web_share::link(&title, &link).await == FileOutcome::Refused {
                self.copy(link);
            }
        });
    }

    /// Hands `text` out as the file `name`.
    pub fn hand_out(self, name: String, text: String) {
        spawn_local(async move {
            self.report_file(download::file(&name, "text/plain", &text).await, share::file_made());
        });
    }

    /// Hands `routine` out as a workout for a sports watch.
    pub fn hand_out_workout(self, routine: &Routine) {
        let first = |exercise: &str| self.first_side(exercise);
        let Some(file) = fit::workout(routine, &first, &watch::words(), clock_now()) else {
            self.report_file_result(share::watch_nothing());
            return;
        };
        let name = text::routine::file_name(routine, ".fit");
        spawn_local(async move {
            let outcome = download::bytes(&name, "application/vnd.ant.fit", &file).await;
            self.report_file(outcome, share::watch_made());
        });
    }

    /// Reports the end of handing out a file: `made` if the browser took it.
    pub(super) fn report_file(self, outcome: FileOutcome, made: &'static str) {
        self.report_file_result(match outcome {
            FileOutcome::Over => made,
            FileOutcome::Cancelled => backup::cancelled(),
            FileOutcome::Refused => backup::not_taken(),
        });
    }

    pub(super) fn report_file_result(self, words: &'static str) {
        self.notices.announce(words);
        self.notices.tell(NoticeKind::Plain, words, Offer::Nothing);
    }

    /// Calls `then` with the text on the clipboard; with `None` if the browser does not give it.
    pub fn paste(self, then: impl FnOnce(Option<String>) + 'static) {
        spawn_local(async move { then(download::pasted().await) });
    }

    /// Reads a QR code with the camera, shown in the video element with the id `video`, until `is_open` is false. Calls `then` with
    /// its text.
    pub fn scan(
        self,
        video: &'static str,
        is_open: Rc<Cell<bool>>,
        then: impl FnOnce(Result<String, ScanEnd>) + 'static,
    ) {
        spawn_local(async move { then(camera::scan(video, is_open).await) });
    }
}

/// True if the browser has a sheet for sending links.
#[must_use]
pub fn can_send() -> bool {
    web_share::is_there()
}

/// True if the browser reads QR codes.
#[must_use]
pub fn can_scan() -> bool {
    camera::can_scan()
}

/// True if the browser hands out the text on the clipboard.
#[must_use]
pub fn can_paste() -> bool {
    download::can_paste()
}

/// True in the browser of iOS, where a link opens although the app may be on the home screen, with a storage of its own.
#[must_use]
pub fn may_have_home_screen_app() -> bool {
    download::may_have_home_screen_app()
}

/// Prints the page.
pub fn print() {
    printing::print();
}

/// Calls `before` each time the page is going to be printed, as long as the present owner lives.
pub fn before_print(before: impl Fn() + 'static) {
    StoredValue::new_local(PrintListener::of(before));
}
