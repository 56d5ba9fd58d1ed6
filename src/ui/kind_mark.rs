//! Symbol for each type of exercise, so that a list can be scanned: a loop, one foot, a body.

use super::element::{El, el};
use super::icon::drawn;
use crate::domain::catalogue::Kind;

/// The symbol of a type, drawn like the icons; hidden from screen readers, because the words are beside it.
#[must_use]
pub fn kind_mark(kind: Kind) -> El {
    el("span").class("kind-mark").attr("aria-hidden", "true").child(drawn(path(kind)))
}

pub(super) const fn path(kind: Kind) -> &'static str {
    match kind {
        Kind::Band => "M8 7a5 5 0 0 0 0 10h8a5 5 0 0 0 0-10Z",
        Kind::Balance => "M14 4.500a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM12 9.500V21M4.500 9.500h15M12 14l5 1-1.500 4",
        Kind::BodyWeight => {
            "M14 4.500a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM12 9.500v4.500M7.500 12 12 9.500l4.500 2.500M12 14l-5 1.500V21M12 14l3.500 3.500L19 21"
        }
    }
}
