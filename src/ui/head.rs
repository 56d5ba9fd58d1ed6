//! Head of a page: its title, which gets the focus on arrival, and the link to the page above.

use super::element::{El, bdi, el};
use super::icon::{Icon, icon};
use super::link::link;

/// A page's title, with a line above it and a link to the page above, if there is one.
#[derive(Default)]
pub struct PageHead<'a> {
    /// The page's name.
    pub title: &'a str,
    /// A few words above the title.
    pub eyebrow: Option<&'a str>,
    /// Address and name of the page above.
    pub up: Option<(&'a str, &'a str)>,
}

impl PageHead<'_> {
    /// The head.
    #[must_use]
    pub fn view(&self) -> El {
        self.around(title().text(self.title))
    }

    /// The head with a title that follows signals, instead of its own.
    #[must_use]
    pub fn view_named(&self, words: impl Fn() -> String + 'static) -> El {
        self.around(title().child(bdi().text_live(words)))
    }

    fn around(&self, title: El) -> El {
        let up = |(href, words): (&str, &str)| link(href).class("up").child(icon(Icon::Back)).text(words);
        el("header")
            .class("page-head")
            .children(self.up.map(up))
            .children(self.eyebrow.map(|words| el("p").class("eyebrow").text(words)))
            .child(title)
    }
}

/// The heading that gets the focus on arrival.
#[must_use]
pub fn title() -> El {
    el("h1").id("title").attr("tabindex", "-1")
}
