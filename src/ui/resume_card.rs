//! Card of the open session, with the link back into it.

use super::element::{self, El, button, el};
use super::icon::{Icon, icon};
use crate::text::{common, resume};
use std::rc::Rc;

/// The card of a session that is in progress.
pub struct ResumeCard<'a> {
    /// Name of the routine or exercise.
    pub name: &'a str,
    /// Progress: "3 of 8 sets done, all saved".
    pub standing: Box<dyn Fn() -> String>,
    /// Time since its start.
    pub ago: Box<dyn Fn() -> String>,
    /// Note that another tab plays it; empty if this one does.
    pub elsewhere: Box<dyn Fn() -> &'static str>,
    /// Called to continue, or to open the page where it can be taken over from another tab.
    pub on_resume: Box<dyn Fn()>,
    /// Called to end it here.
    pub on_end: Box<dyn Fn()>,
}

impl ResumeCard<'_> {
    /// The card.
    #[must_use]
    pub fn view(self) -> El {
        let Self { name, standing, ago, elsewhere, on_resume, on_end } = self;
        let elsewhere = Rc::new(elsewhere);
        let away = elsewhere.clone();
        let go_on = move || Some(elsewhere()).filter(|words| !words.is_empty()).unwrap_or(common::resume()).to_owned();
        let end = button("button quiet").text(resume::end()).flag_live("hidden", move || !away().is_empty());
        let facts = el("p")
            .class("facts numbers")
            .child(el("span").text_live(standing))
            .child(el("span").text_live(move || resume::started(&ago())));
        let ways = el("div")
            .class("resume-ways")
            .child(button("button primary big").child(icon(Icon::Play)).text_live(go_on).once().on_click(on_resume))
            .child(end.once().on_click(on_end));
        el("section")
            .class("card tinted resume")
            .attr("data-resume", "")
            .attr("aria-labelledby", "resume-mark resume")
            .child(el("p").class("eyebrow").id("resume-mark").text(resume::mark()))
            .child(el("h2").id("resume").child(element::name(name)))
            .child(facts)
            .child(ways)
    }
}
