//! A folder a place, and the shell around them. A page joins state to parts; it decides nothing that the domain could
//! decide. `places` alone knows all of them; of each other they know only what the arrows in the tests allow.

mod exercises;
mod open_session;
mod pain;
mod places;
mod plan;
mod player;
mod progress;
mod routines;
mod settings;
mod shell;
mod today;
mod way_back;

use crate::state;

/// Starts the app: the whole of it stands in the page's body, and follows the address bar from then on.
pub fn start() {
    state::speak();
    shell::start(today::page, places::load);
}
