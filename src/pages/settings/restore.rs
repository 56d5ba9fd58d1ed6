//! Restoring a backup file: the button, the preview, and the offer on Today while nothing is stored.

use crate::domain::saved::{BackupFile, RestorePlan};
use crate::state::{App, Restore, is_installed_app};
use crate::text::{common, offer, restore};
use crate::ui::{El, Icon, button, el, file_button, icon};
use std::rc::Rc;

/// The id of the heading that gets the focus when a file was read.
const TITLE: &str = "restore-title";

/// A button that opens a backup file.
pub(super) fn restore_button(app: App, classes: &str, words: &str) -> El {
    file_button(classes, words, Rc::new(move |event| app.choose_backup(&event)))
}

/// The preview of the chosen file, or the reason why it cannot be restored.
pub(super) fn restore_panel(app: App) -> El {
    el("div").live(move || match app.restore_stage() {
        Restore::Idle => None,
        Restore::Reading => Some(busy("reading", offer::reading())),
        Restore::Writing => Some(busy("writing", offer::writing())),
        Restore::Refused(text) => Some(refused(app, &text)),
        Restore::Preview(file, plan) => Some(preview(app, &file, &plan)),
    })
}

/// The offer on Today while nothing is stored.
pub(in crate::pages) fn restore_offer(app: App) -> El {
    let words = if is_installed_app() { offer::from_browser() } else { offer::have_file() };
    el("section")
        .class("restore-offer")
        .attr("aria-label", offer::title())
        .attr("data-offer", "restore")
        .child(el("p").text(words))
        .child(restore_button(app, "button quiet", offer::restore_data()))
}

fn panel(state: &str) -> El {
    el("section").class("restore").attr("aria-labelledby", TITLE).attr("data-restore", state)
}

fn heading(words: &str) -> El {
    el("h3").id(TITLE).attr("tabindex", "-1").text(words)
}

fn busy(state: &str, words: &str) -> El {
    panel(state).attr("aria-busy", "true").child(heading(words))
}

fn refused(app: App, text: &str) -> El {
    let close = button("button").text(common::close()).on_click(move || app.drop_backup());
    let again = restore_button(app, "button primary", offer::choose_another());
    panel("refused")
        .child(heading(offer::not_restored()))
        .child(el("p").attr("data-error", "").attr("role", "alert").text(text))
        .child(el("div").class("row").child(again).child(close))
}

fn preview(app: App, file: &BackupFile, plan: &RestorePlan) -> El {
    let is_nothing_new = plan.is_nothing_new();
    let title = if is_nothing_new { offer::nothing_new() } else { offer::question() };
    let contents = restore::contents_words(plan);
    let saved = file.saved.as_deref().and_then(|moment| moment.get(..10));
    let saved = saved.map(|day| el("p").class("soft small").text(&offer::saved_on(day)));
    let list = el("ul").class("restore-contents numbers").children(contents.iter().map(|text| el("li").text(text)));
    let remarks = restore::remarks(plan);
    let remarks = (!remarks.is_empty())
        .then(|| el("ul").class("restore-remarks").children(remarks.iter().map(|text| el("li").text(text))));
    let warnings = restore::warnings(file);
    let warning = |text: &String| {
        el("p").class("callout").child(icon(Icon::Warning)).child(el("span").attr("dir", "auto").text(text))
    };
    let promise = (!is_nothing_new).then(|| el("p").text(offer::promise()));
    let ways = if is_nothing_new {
        el("div").class("row").child(button("button primary").text(common::close()).on_click(move || app.drop_backup()))
    } else {
        let restore =
            button("button primary").child(icon(Icon::Check)).text(offer::restore()).on_click(move || app.restore());
        let leave = button("button").text(offer::not_now()).on_click(move || app.drop_backup());
        el("div").class("row").child(restore).child(leave)
    };
    panel("preview")
        .child(heading(title))
        .children(saved)
        .child(list)
        .children(remarks)
        .children(warnings.iter().map(warning))
        .children(promise)
        .child(ways)
}
