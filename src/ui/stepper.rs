//! A number between a less and a more button.

use super::element::{Act, El, button, el};
use super::icon::{Icon, icon};
use crate::text::amount;

/// A number that is changed a step at a time: one less (−1) or one more (+1). `label` names it for screen
/// readers ("sets of Deep squat"); `words` have the number and its unit ("3 sets").
#[must_use]
pub fn stepper(label: &str, words: impl Fn() -> String + 'static, on_step: &Act<i16>) -> El {
    let step = |change: fn(&str) -> String, by: i16, shown: Icon| {
        let on_step = on_step.clone();
        let label = change(label);
        button("button icon").attr("aria-label", &label).child(icon(shown)).on_click(move || on_step(by))
    };
    el("div")
        .class("stepper")
        .attr("role", "group")
        .attr("aria-label", label)
        .child(step(amount::less, -1, Icon::Minus))
        .child(el("output").attr("aria-live", "polite").text_live(words))
        .child(step(amount::more, 1, Icon::Plus))
}
