//! A choice of one from many: the browser's own select with a label above it.

use super::element::{El, Live, el, value_of};

/// A labelled native select.
pub struct Select<'a> {
    /// Label.
    pub label: &'a str,
    /// The id of the field, unique on the page.
    pub id: &'a str,
    /// The options in order: value and label.
    pub options: Live<Vec<(String, String)>>,
    /// The chosen value.
    pub chosen: Live<String>,
    /// Called with another chosen value.
    pub on_choose: Box<dyn Fn(String)>,
}

impl Select<'_> {
    /// The field.
    #[must_use]
    pub fn view(self) -> El {
        let Self { label, id, options, chosen, on_choose } = self;
        let option = move |(value, words): (String, String)| {
            let (chosen, own) = (chosen.clone(), value.clone());
            el("option")
                .attr("value", &value)
                .attr("dir", "auto")
                .prop_live("selected", move || chosen() == own)
                .text(&words)
        };
        let field = el("select")
            .class("select")
            .id(id)
            .live(move || options().into_iter().map(&option).collect::<Vec<_>>())
            .on("change", move |event| on_choose(value_of(&event)));
        el("div").class("field").child(el("label").attr("for", id).text(label)).child(field)
    }
}
