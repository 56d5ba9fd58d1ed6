//! One module a place. A page joins state to parts; it decides nothing that the domain could decide.

mod exercise;
mod exercises;
mod finish;
mod frame;
mod later;
mod lost;
mod pain;
mod plan;
mod play;
mod progress;
mod restore;
mod routine;
mod routines;
mod running;
mod session;
mod settings;
mod shared;
mod today;
mod trained;
mod watching;
mod way_back;

pub use frame::start;
