//! The view that the runner chose for the figure in the open session: it holds for its other sets, and after a reload.

use super::App;
use crate::browser::local_storage;
use crate::text::fill;

/// The key of the session and the azimuth that was chosen in it: nothing of what the runner did.
const VIEW: &str = "mainspring-view";

impl App {
    /// The azimuth that was chosen for the figure in the open session, in degrees.
    #[must_use]
    pub fn chosen_azimuth(self) -> Option<i16> {
        let chosen = local_storage::get(VIEW).ok().flatten()?;
        let (session, azimuth) = chosen.split_once(' ')?;
        azimuth.parse().ok().filter(|_| self.player.is_open(session))
    }

    /// Keeps the azimuth that was chosen for the figure in the open session; none for each motion's own view.
    pub fn choose_azimuth(self, azimuth: Option<i16>) {
        let session = self.player.open_id();
        // Where it cannot be kept, it holds until the page is left.
        let _ = match (azimuth, session) {
            (Some(azimuth), Some(session)) => local_storage::set(VIEW, &fill(&[&session, " ", &azimuth.to_string()])),
            _ => local_storage::remove(VIEW),
        };
    }
}
