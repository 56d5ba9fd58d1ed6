//! The head of a page: its title, which takes the focus when one arrives, and the way up; and the page that is not.

use super::element::{El, el};
use super::icon::{Icon, icon};
use super::link::link;

/// A page's title, with a line above it and a way up where it has one.
#[derive(Default)]
pub struct PageHead<'a> {
    /// The page's name.
    pub title: &'a str,
    /// A few words above the title.
    pub eyebrow: Option<&'a str>,
    /// Where "up" leads, and its name.
    pub up: Option<(&'a str, &'a str)>,
}

impl PageHead<'_> {
    /// The head.
    #[must_use]
    pub fn view(&self) -> El {
        self.around(title().text(self.title))
    }

    /// The head with a title that follows signals, in the place of its own.
    #[must_use]
    pub fn view_live(&self, words: impl Fn() -> String + 'static) -> El {
        self.around(title().text_live(words))
    }

    fn around(&self, title: El) -> El {
        let up = |(href, name): (&str, &str)| link(href).class("up").child(icon(Icon::Back)).text(name);
        el("header")
            .class("page-head")
            .children(self.up.map(up))
            .children(self.eyebrow.map(|words| el("p").class("eyebrow").text(words)))
            .child(title)
    }
}

/// The heading that the focus goes to on arrival.
#[must_use]
pub fn title() -> El {
    el("h1").id("title").attr("tabindex", "-1")
}
