//! The camera that reads a QR code, where the browser can.

use super::ways::way;
use crate::state::{self, App, ScanEnd};
use crate::text::share;
use crate::ui::{Act, El, Icon, button, el};
use leptos::prelude::{Get, RwSignal, Set, StoredValue};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The id of the element that shows the camera's picture.
const VIDEO: &str = "scan-video";

/// The scan that is going on: it ends when the flag is false. Dropped with its page.
#[derive(Default)]
struct OpenScan(RefCell<Rc<Cell<bool>>>);

impl OpenScan {
    /// The flag of a new scan, instead of the one before.
    fn begin(&self) -> Rc<Cell<bool>> {
        let flag = Rc::new(Cell::new(true));
        self.0.replace(flag.clone()).set(false);
        flag
    }

    fn end(&self) {
        self.0.borrow().set(false);
    }
}

/// The end of a scan when its page is left.
struct EndWithPage(Rc<OpenScan>);

impl Drop for EndWithPage {
    fn drop(&mut self) {
        self.0.end();
    }
}

/// The button that starts the camera, and its picture; nothing where the browser reads no codes. `on_read` gets the text of a
/// code, `on_end` the reason of an end without one.
pub(super) fn scanner(app: App, on_read: Act<String>, on_end: Act<&'static str>) -> Option<(El, El)> {
    if !state::can_scan() {
        return None;
    }
    let scanning = RwSignal::new(false);
    let open = Rc::<OpenScan>::default();
    StoredValue::new_local(EndWithPage(open.clone()));
    let stopped = open.clone();
    let start = move || {
        on_end("");
        scanning.set(true);
        let (on_read, on_end, flag) = (on_read.clone(), on_end.clone(), open.begin());
        app.scan(VIDEO, flag.clone(), move |read| {
            // The page may be gone by now, and its signals with it.
            if flag.replace(false) {
                scanning.set(false);
                match read {
                    Ok(text) => on_read(text),
                    Err(end) => on_end(end_words(end)),
                }
            }
        });
    };
    let start = way(Icon::Qr, share::scan()).on_click(start).flag_live("hidden", move || scanning.get());
    let stop: Rc<dyn Fn()> = Rc::new(move || {
        stopped.end();
        scanning.set(false);
    });
    let picture = move || scanning.get().then(|| picture(stop.clone()));
    Some((start, el("div").live(picture)))
}

fn picture(stop: Rc<dyn Fn()>) -> El {
    let video = el("video").id(VIDEO).attr("playsinline", "").attr("muted", "").attr("aria-hidden", "true");
    let stop = button("button").text(share::scan_stop()).on_click(move || stop());
    let how = el("p").attr("role", "status").text(share::scan_how());
    el("div").class("scan stack tight").child(video).child(how).child(stop)
}

fn end_words(end: ScanEnd) -> &'static str {
    match end {
        ScanEnd::NotAllowed => share::scan_not_allowed(),
        ScanEnd::NoCamera => share::scan_no_camera(),
        ScanEnd::Hidden => share::scan_hidden(),
        ScanEnd::Stopped => "",
    }
}
