//! The head of a page: its title, which takes the focus when one arrives, and the way up; and the page that is not.

use super::element::{El, bdi, el};
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

    /// The head with a name that follows signals as its title, in the place of its own.
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

/// The heading that the focus goes to on arrival.
#[must_use]
pub fn title() -> El {
    el("h1").id("title").attr("tabindex", "-1")
}
