//! Messages to the runner as values, which `text` turns into sentences: those that combine values of several modules only to be
//! shown. No module but `saved` imports this one.
//!
//! A value that another module uses for its decisions stays there, since dependencies have one direction: the effects and
//! announcements of a session in `session`, the reason of a suggestion and the concern of a report in `coach`, refusals of the
//! store and of a file in `saved`.

mod gap;
mod highlight;
mod kept;
mod missing;
mod stays_out;
mod while_away;

pub use gap::Gap;
pub use highlight::{Comparison, Highlight, comparison, highlight};
pub use kept::Kept;
pub use missing::Missing;
pub use stays_out::{StaysOut, reasons_out};
pub use while_away::{MissedEvent, WhileAway, while_away};
