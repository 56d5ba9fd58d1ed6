//! Radio buttons and checkbox: native inputs with large targets.

use super::element::{Act, El, Live, el, is_checked};

/// A choice of one from a few, as native radio buttons in a row.
pub struct Segmented {
    /// Legend, for screen readers.
    pub label: String,
    /// The name of the group, unique on the page.
    pub name: String,
    /// The options in order: value and label.
    pub options: Vec<(&'static str, &'static str)>,
    /// The chosen value.
    pub chosen: Live<&'static str>,
    /// Called with another chosen value.
    pub on_choose: Act<&'static str>,
}

impl Segmented {
    /// The row.
    #[must_use]
    pub fn view(self) -> El {
        self.view_with(|_, words| el("span").text(words))
    }

    /// The row, with what `words_of` makes of the value and the label of each option.
    #[must_use]
    pub fn view_with(self, words_of: impl Fn(&'static str, &'static str) -> El) -> El {
        let Self { label, name, options, chosen, on_choose } = self;
        let option = |(value, words): (&'static str, &'static str)| {
            let (chosen, on_choose) = (chosen.clone(), on_choose.clone());
            let input = el("input")
                .attr("type", "radio")
                .attr("name", &name)
                .attr("value", value)
                .prop_live("checked", move || chosen() == value)
                .on("change", move |_| on_choose(value));
            el("label").child(input).child(words_of(value, words))
        };
        el("div")
            .class("segmented")
            .attr("role", "radiogroup")
            .attr("aria-label", &label)
            .children(options.into_iter().map(option))
    }
}

/// A checkbox with its label.
#[must_use]
pub fn tick(label: &str, ticked: impl Fn() -> bool + 'static, on_tick: impl Fn(bool) + 'static) -> El {
    let input = el("input")
        .attr("type", "checkbox")
        .prop_live("checked", ticked)
        .on("change", move |event| on_tick(is_checked(&event)));
    el("label").class("tick").child(input).child(el("span").text(label))
}
