//! The pure domain, tested natively through its public API: tables, properties, models, and the arrows between rooms.

mod architecture;
mod coach;
mod journal;
mod log;
mod place;
mod routine;
mod saved;
mod session;
