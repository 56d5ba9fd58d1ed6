//! The dialog for a pain outside a session: place, side, score, and the exercises left out for it.

use super::form::{Form, lines};
use crate::domain::catalogue::{BodyPart, Level};
use crate::domain::coach::pain::{PainAdvice, PainReport, Score, advice};
use crate::state::{App, close_dialog, open_dialog};
use crate::text::{common, hurts, pain};
use crate::ui::{El, Icon, button, el, icon};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};

const ID: &str = "tell-pain";

/// A quiet button that opens the dialog.
pub(in crate::pages) fn tell_button() -> El {
    button("button quiet").child(icon(Icon::Warning)).text(common::something_hurts()).on_click(|| open_dialog(ID))
}

/// The dialog. It saves the report as soon as place and score are known.
pub(in crate::pages) fn dialog(app: App) -> El {
    let (form, told) = (Form::new(), RwSignal::new(None::<PainReport>));
    let keep = move || {
        let when = told.get_untracked().map_or_else(|| app.moment(), |report| report.when);
        let nowhere = PainReport {
            when,
            offset: app.offset(),
            exercise: String::new(),
            level: Level::Base,
            part: BodyPart::Elsewhere,
            side: None,
            score: Score::NONE,
            answer: None,
            follow_up: None,
        };
        if let Some(report) = form.report(nowhere) {
            app.note_pain(&report);
            told.set(Some(report));
        }
    };
    let closed = move || {
        app.leave_out_sore();
        told.set(None);
        form.clear();
    };
    let close = button("button quiet icon").attr("aria-label", common::close()).child(icon(Icon::Close));
    let close = close.on_click(|| close_dialog(ID));
    let head = el("header").class("dialog-head").child(el("h2").id("tell-pain-title").text(common::something_hurts()));
    let dialog = el("dialog")
        .id(ID)
        .class("hurts-dialog")
        .attr("aria-labelledby", "tell-pain-title")
        .on("close", move |_| closed())
        .child(head.child(close))
        .child(lines());
    let follows = move || told.get().map(|report| follows(app, &report)).unwrap_or_default();
    form.questions(dialog, keep).child(el("div").class("stack tight").attr("aria-live", "polite").live(follows))
}

/// The consequences of the report, and the button that closes the dialog.
fn follows(app: App, report: &PainReport) -> Vec<El> {
    let lead = match advice(report.score) {
        PainAdvice::GoOn => hurts::go_on().to_owned(),
        PainAdvice::Ease | PainAdvice::Stop => pain::until_better_words(report),
    };
    let done = button("button way").text(common::done()).on_click(|| close_dialog(ID));
    let concern = app.concern(report).map(|concern| el("p").text(pain::concern_words(concern)));
    let out = app.out_by(report).map(|words| el("p").class("small").text(&words));
    let lead = el("p").class("lead").text(&lead);
    std::iter::once(lead).chain(concern).chain(out).chain([done]).collect()
}
