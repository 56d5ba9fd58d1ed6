//! Files for sports watches, in the FIT format. Knows nothing of the sentences in them: the names of steps are arguments.

mod file;
mod workout;

pub use workout::{WatchWords, workout};
