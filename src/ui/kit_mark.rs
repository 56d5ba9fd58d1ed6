//! Symbol for each piece of kit, so that a list can be scanned for what is at hand.

use super::element::{El, el};
use super::icon::drawn;
use crate::domain::catalogue::Kit;
use crate::text::{self, vocabulary};

/// The kit in a row, each piece with its symbol and its name; "No kit" if there is none.
#[must_use]
pub fn kit_marks(kit: &[Kit]) -> El {
    let piece = |kit: &Kit| el("span").child(drawn(path(*kit))).text(vocabulary::kit(*kit));
    let none = kit.is_empty().then(|| el("span").text(text::kit::none()));
    el("p").class("kit-marks").children(kit.iter().map(piece)).children(none)
}

const fn path(kit: Kit) -> &'static str {
    match kit {
        Kit::LoopBand => "M21 12c0 3-4 5-9 5s-9-2-9-5 4-5 9-5 9 2 9 5Z",
        Kit::SecondLoopBand => {
            "M20 9.500c0 2.500-3.500 4-8 4s-8-1.500-8-4 3.500-4 8-4 8 1.500 8 4ZM4 15c0 2.500 3.500 4 8 4s8-1.500 8-4"
        }
        Kit::LongBand => "M3 16c3-10 7-10 9-4s6 6 9-4",
        Kit::Dowel => "M5 19 19 5",
        Kit::Kettlebell => {
            "M9.500 10 8 6.500A1.800 1.800 0 0 1 9.700 4h4.600A1.800 1.800 0 0 1 16 6.500L14.500 10M18 14.500a6 6 0 1 1-12 0 6 6 0 0 1 12 0Z"
        }
        Kit::Straps => "M5 4h14M8 4v9M16 4v9M5.500 13h5v5h-5ZM13.500 13h5v5h-5Z",
        Kit::Bosu => "M3 9h18M4.500 9c0 5 3 8 7.500 8s7.500-3 7.500-8",
        Kit::SoftSurface => "M5 8c4 1.500 10 1.500 14 0 1.500 3 1.500 6 0 9-4-1.500-10-1.500-14 0-1.500-3-1.500-6 0-9Z",
    }
}
