//! The pages, a folder for each, and the shell around them. A page joins state to components; it decides nothing that the
//! domain could decide. `places` alone knows all of them; the tests list which pages may use which.

mod exercises;
mod kit_chips;
mod offer;
mod open_session;
mod pain;
mod places;
mod plan;
mod player;
mod progress;
mod routines;
mod settings;
mod share;
mod shell;
mod today;
mod way_back;

use crate::state;

/// Starts the app: all of it is in the page's body, and follows the address bar from then on.
pub fn start() {
    state::speak();
    shell::start(today::page, places::load);
}
