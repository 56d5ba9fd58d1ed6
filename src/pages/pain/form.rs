//! The questions for place, side and score, as groups of chips.

use crate::domain::catalogue::BodyPart;
use crate::domain::coach::pain::{PainReport, PainSide, Score};
use crate::domain::figure::{FigurePart, Touch};
use crate::text::{hurts, pain, vocabulary};
use crate::ui::{Act, El, Live, Parts, body_chart, button, el};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, Update};
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

    /// The three questions. Calls `on_answer` at each answer. They stay where they are, whatever is answered.
    pub(in crate::pages) fn questions(self, dialog: El, on_answer: impl Fn() + 'static) -> El {
        let on_answer: Rc<dyn Fn()> = Rc::new(on_answer);
        let parts = BodyPart::ALL.iter().map(|part| choice(vocabulary::part(*part), self.part, *part, &on_answer));
        let sides = PainSide::ALL.iter().map(|side| choice(pain::side(*side), self.side, *side, &on_answer));
        let scores = (0..=Score::MAX).map(|score| choice(&score.to_string(), self.score, score, &on_answer));
        let has_sides = move || self.part.get().is_none_or(BodyPart::has_sides);
        // Seen where there is room for one of both.
        let on_figure = RwSignal::new(false);
        let switch = button("button quiet hurts-switch")
            .text_live(move || if on_figure.get() { hurts::in_list() } else { hurts::on_figure() }.to_owned())
            .on_click(move || on_figure.update(|on| *on = !*on));
        let place = el("div")
            .class("hurts-place")
            .class_live("on-figure", move || on_figure.get())
            .child(self.chart(Rc::clone(&on_answer)))
            .child(group(hurts::place(), "hurts-where").children(parts))
            .child(switch);
        let side = group(hurts::which_side(), "hurts-side").class_live("unasked", move || !has_sides());
        dialog.child(place).child(side.children(sides)).child(group(hurts::how_much(), "hurts-much").children(scores))
    }

    /// The body, on which place and side are chosen together.
    fn chart(self, on_answer: Rc<dyn Fn()>) -> El {
        let lit: Live<Parts> = Rc::new(move || {
            let sides = match self.side.get() {
                Some(PainSide::Right) => [true, false],
                Some(PainSide::Left) => [false, true],
                Some(PainSide::Both) | None => [true; 2],
            };
            (self.part.get().map_or(&[][..], figure_parts), sides)
        });
        let touched: Act<Touch> = Rc::new(move |touch: Touch| {
            let part = BodyPart::ALL.iter().copied().find(|part| figure_parts(*part).contains(&touch.part));
            let side = match part {
                // A back seldom hurts on one side.
                Some(BodyPart::Back) => PainSide::Both,
                _ if touch.side == 0 => PainSide::Right,
                _ => PainSide::Left,
            };
            self.part.set(part);
            self.side.set(Some(side));
            on_answer();
        });
        body_chart(&lit, &touched)
    }
}

/// The parts of the figure that belong to a part of the body.
const fn figure_parts(part: BodyPart) -> &'static [FigurePart] {
    match part {
        BodyPart::Foot => &[FigurePart::Foot],
        BodyPart::LowerLeg => &[FigurePart::LowerLeg],
        BodyPart::Knee => &[FigurePart::Knee],
        BodyPart::Thigh => &[FigurePart::Thigh],
        BodyPart::Hip => &[FigurePart::Hip],
        BodyPart::Back => &[FigurePart::Back],
        BodyPart::Arm => &[FigurePart::UpperArm, FigurePart::Forearm, FigurePart::Hand],
        BodyPart::Elsewhere => &[FigurePart::Head, FigurePart::Torso],
    }
}

/// One line that this is no medical advice, and behind it when to get help.
pub(in crate::pages) fn lines() -> El {
    let lines = [pain::at_once(), pain::before_you_go_on()].map(|line| el("p").class("small").text(line));
    let help = el("details").child(el("summary").text(pain::when_to_get_help())).children(lines);
    el("div").class("hurts-help").attr("data-warning", "").child(el("p").text(pain::no_advice())).child(help)
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
