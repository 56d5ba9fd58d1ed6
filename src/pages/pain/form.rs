//! The questions for place, side and score, as groups of chips.

use crate::domain::catalogue::BodyPart;
use crate::domain::coach::pain::{PainReport, PainSide, Score};
use crate::text::{hurts, pain, vocabulary};
use crate::ui::{El, button, el};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use std::rc::Rc;

/// The answers so far.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Form {
    part: RwSignal<Option<BodyPart>>,
    side: RwSignal<Option<PainSide>>,
    score: RwSignal<Option<u8>>,
}

impl Form {
    /// No answer yet.
    pub(in crate::pages) fn new() -> Self {
        Self { part: RwSignal::new(None), side: RwSignal::new(None), score: RwSignal::new(None) }
    }

    /// Forgets the answers.
    pub(in crate::pages) fn clear(self) {
        self.part.set(None);
        self.side.set(None);
        self.score.set(None);
    }

    /// `report` with the answers; `None` until place and score are known. The side may come later.
    pub(in crate::pages) fn report(self, report: PainReport) -> Option<PainReport> {
        let (part, score) = (self.part.get_untracked()?, Score::new(self.score.get_untracked()?).ok()?);
        let side = self.side.get_untracked().filter(|_| part.has_sides());
        Some(PainReport { part, side, score, ..report })
    }

    /// The three questions. Calls `on_answer` at each answer.
    pub(in crate::pages) fn questions(self, dialog: El, on_answer: impl Fn() + 'static) -> El {
        let on_answer: Rc<dyn Fn()> = Rc::new(on_answer);
        let parts = BodyPart::ALL.iter().map(|part| choice(vocabulary::part(*part), self.part, *part, &on_answer));
        let scores = (0..=Score::MAX).map(|score| choice(&score.to_string(), self.score, score, &on_answer));
        let heard = Rc::clone(&on_answer);
        let sides = move || {
            let sides = PainSide::ALL.iter().map(|side| choice(pain::side(*side), self.side, *side, &heard));
            let asks = self.part.get().is_some_and(BodyPart::has_sides);
            asks.then(|| group(hurts::which_side(), "hurts-side").children(sides))
        };
        dialog
            .child(group(hurts::place(), "hurts-where").children(parts))
            .child(el("div").class("hurts-sides").live(sides))
            .child(group(hurts::how_much(), "hurts-much").children(scores))
    }
}

/// The fixed lines: when to get help, and that this is no medical advice.
pub(in crate::pages) fn lines() -> El {
    let lines =
        [pain::at_once(), pain::before_you_go_on(), pain::no_advice()].map(|line| el("p").class("small").text(line));
    el("div").class("callout careful stack tight").attr("data-warning", "").children(lines)
}

/// A question with its chips.
pub(in crate::pages) fn group(words: &str, class: &'static str) -> El {
    el("div").class(class).attr("role", "group").attr("aria-label", words).child(el("p").class("legend").text(words))
}

/// A chip that sets `to` to its value.
pub(in crate::pages) fn choice<T: Copy + PartialEq + Send + Sync + 'static>(
    words: &str,
    to: RwSignal<Option<T>>,
    value: T,
    on_answer: &Rc<dyn Fn()>,
) -> El {
    let heard = Rc::clone(on_answer);
    button("chip").attr_live("aria-pressed", move || Some((to.get() == Some(value)).to_string())).text(words).on_click(
        move || {
            to.set(Some(value));
            heard();
        },
    )
}
