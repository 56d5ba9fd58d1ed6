//! The runner's choices.

use super::catalogue::{Goal, Kit, vocabulary};

vocabulary! {
    /// Which colours.
    Theme {
        /// As the device says.
        System = "system", "System";
        /// Dark on light.
        Light = "light", "Light";
        /// Light on dark.
        Dark = "dark", "Dark";
    }
}

vocabulary! {
    /// Which units weights are given in.
    Units {
        /// Kilograms.
        Metric = "metric", "Kilograms";
        /// Pounds.
        Imperial = "imperial", "Pounds";
    }
}

/// Everything that can be chosen in Settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// What training is for; decides the advice on order.
    pub goal: Goal,
    /// The kit at hand, in the order of the catalogue.
    pub kit: Vec<Kit>,
    /// Whether the player beeps.
    pub sound: bool,
    /// Which colours.
    pub theme: Theme,
    /// Which units.
    pub units: Units,
    /// The runner's favourite exercises, by slug.
    pub starred: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            goal: Goal::Fitness,
            kit: Vec::new(),
            sound: true,
            theme: Theme::System,
            units: Units::Metric,
            starred: Vec::new(),
        }
    }
}

impl Settings {
    /// These settings with a piece of kit put in or taken out.
    #[must_use]
    pub fn with_kit(mut self, piece: Kit, at_hand: bool) -> Self {
        let had: Vec<Kit> = std::mem::take(&mut self.kit);
        let keep = |kit: &Kit| if *kit == piece { at_hand } else { had.contains(kit) };
        self.kit = Kit::ALL.iter().copied().filter(keep).collect();
        self
    }

    /// These settings with an exercise starred or not.
    #[must_use]
    pub fn with_star(mut self, slug: &str, starred: bool) -> Self {
        self.starred.retain(|other| other != slug);
        if starred {
            self.starred.push(slug.to_owned());
        }
        self
    }
}

/// The weight to begin with for a piece of kit that has one: a light kettlebell, as a coach would hand it out.
#[must_use]
pub const fn starting_weight(kit: Kit, units: Units) -> Option<&'static str> {
    match (kit, units) {
        (Kit::Kettlebell, Units::Metric) => Some("start with 6 to 8 kg"),
        (Kit::Kettlebell, Units::Imperial) => Some("start with 13 to 18 lb"),
        _ => None,
    }
}
