//! The open session, with the way back into it.

use super::element::{El, button, el};
use super::icon::{Icon, icon};

/// The card of a session that is in progress.
pub struct ResumeCard<'a> {
    /// What is trained.
    pub name: &'a str,
    /// How it stands: "3 of 8 sets done, all saved".
    pub standing: Box<dyn Fn() -> String>,
    /// How long ago it was started.
    pub ago: Box<dyn Fn() -> String>,
    /// Go on.
    pub on_resume: Box<dyn Fn()>,
    /// End it here.
    pub on_end: Box<dyn Fn()>,
}

impl ResumeCard<'_> {
    /// The card.
    #[must_use]
    pub fn view(self) -> El {
        let Self { name, standing, ago, on_resume, on_end } = self;
        let facts = el("p")
            .class("facts numbers")
            .child(el("span").text_live(standing))
            .child(el("span").text("Started ").text_live(ago));
        let ways = el("div")
            .class("resume-ways")
            .child(button("button primary big").child(icon(Icon::Play)).text("Resume").on_click(on_resume))
            .child(button("button quiet").text("End here").on_click(on_end));
        el("section")
            .class("card tinted resume")
            .attr("data-resume", "")
            .attr("aria-labelledby", "resume-mark resume")
            .child(el("p").class("eyebrow").id("resume-mark").text("In progress"))
            .child(el("h2").id("resume").text(name))
            .child(facts)
            .child(ways)
    }
}
