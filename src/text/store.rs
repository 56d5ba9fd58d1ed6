//! Stored values and their errors, in sentences.

use super::{Sentence, count};
use crate::domain::message::{Kept, Missing};
use crate::domain::saved::{NotSaved, Refused};

pub use super::app::store::*;

/// The name of a stored value, at the beginning of a sentence.
#[must_use]
pub fn kept(value: &Kept) -> String {
    match value {
        Kept::Settings => settings().to_owned(),
        Kept::Routines => routines().to_owned(),
        Kept::Exercises => exercises().to_owned(),
        Kept::Pain => pain().to_owned(),
        Kept::Month(month) => self::month(month),
        Kept::Plan => plan().to_owned(),
    }
}

/// The vanished value, and what to do next.
#[must_use]
pub fn gone(missing: &Missing) -> String {
    match missing {
        Missing::Settings => gone_settings().to_owned(),
        Missing::Routines => gone_routines().to_owned(),
        Missing::Exercises => gone_exercises().to_owned(),
        Missing::Pain => gone_pain().to_owned(),
        Missing::Month(month) => gone_month(month),
        Missing::Months(months) => gone_months(count(*months)),
        Missing::Sets(sets) => gone_sets(count(*sets)),
    }
}

impl Sentence for Refused {
    fn sentence(&self) -> String {
        reason(*self).to_owned()
    }
}

/// The reason why the store refused.
#[must_use]
pub const fn reason(refused: Refused) -> &'static str {
    match refused {
        Refused::Full => full(),
        Refused::Blocked => blocked(),
    }
}

impl Sentence for NotSaved {
    fn sentence(&self) -> String {
        match self {
            Self::Refused(refused) => not_saved(reason(*refused)),
            Self::Newer => not_saved_newer().to_owned(),
            Self::Unreadable => not_saved_unreadable().to_owned(),
        }
    }
}
