//! The runner's settings.

use super::catalogue::{Goal, Kit, vocabulary};
use super::load::Band;

pub use super::catalogue::Units;

vocabulary! {
    /// The colour theme.
    Theme {
        /// The device's theme.
        System = "system";
        /// Light.
        Light = "light";
        /// Dark.
        Dark = "dark";
    }
}

vocabulary! {
    /// A place to train, with its kit.
    Venue {
        /// At home.
        Home = "home";
        /// In a hotel.
        Hotel = "hotel";
        /// In a gym.
        Gym = "gym";
        /// On a running track.
        Track = "track";
    }
}

vocabulary! {
    /// The side that begins if the sides of a set are separate.
    FirstSide {
        /// The runner's right.
        Right = "right";
        /// The runner's left.
        Left = "left";
    }
}

vocabulary! {
    /// The on-off settings of the player. Each is a field of [`Settings`].
    Toggle {
        /// Speaks names, sides and amounts.
        Voice = "voice";
        /// Ticks at each part of a repetition.
        Tempo = "tempo";
        /// Counts repetitions down by their tempo.
        Count = "count";
        /// Flashes the screen at each beep.
        Flash = "flash";
        /// Vibrates at each beep.
        Vibration = "vibration";
        /// Beeps also with the device's silent switch on.
        OnSilent = "on-silent";
        /// Continues with the screen locked.
        Pocket = "pocket";
        /// Shows only the digits, and larger.
        BigDigits = "big-digits";
        /// Waits for the runner after every phase.
        WaitForMe = "wait-for-me";
        /// Reacts to single keys.
        Shortcuts = "shortcuts";
    }
}

impl Toggle {
    /// True if it is on in `settings`.
    #[must_use]
    pub const fn is_on(self, settings: &Settings) -> bool {
        match self {
            Self::Voice => settings.voice,
            Self::Tempo => settings.tempo,
            Self::Count => settings.count,
            Self::Flash => settings.flash,
            Self::Vibration => settings.vibration,
            Self::OnSilent => settings.on_silent,
            Self::Pocket => settings.pocket,
            Self::BigDigits => settings.big_digits,
            Self::WaitForMe => settings.wait_for_me,
            Self::Shortcuts => settings.shortcuts,
        }
    }

    const fn of(self, settings: &mut Settings) -> &mut bool {
        match self {
            Self::Voice => &mut settings.voice,
            Self::Tempo => &mut settings.tempo,
            Self::Count => &mut settings.count,
            Self::Flash => &mut settings.flash,
            Self::Vibration => &mut settings.vibration,
            Self::OnSilent => &mut settings.on_silent,
            Self::Pocket => &mut settings.pocket,
            Self::BigDigits => &mut settings.big_digits,
            Self::WaitForMe => &mut settings.wait_for_me,
            Self::Shortcuts => &mut settings.shortcuts,
        }
    }
}

/// Volume of the player in percent: 0 … 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Volume(u8);

impl Volume {
    /// The maximum of the device.
    pub const MAX: u8 = 100;
    /// Step of one key press.
    pub const STEP: u8 = 5;

    /// `percent`, clamped to the range.
    #[must_use]
    pub fn clamped(percent: u16) -> Self {
        Self(u8::try_from(percent).unwrap_or(Self::MAX).min(Self::MAX))
    }

    /// The percentage.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// All settings of the runner.
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own, in any combination")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The training goal; decides the advice on order.
    pub goal: Goal,
    /// The available kit, in the order of the catalogue.
    pub kit: Vec<Kit>,
    /// The kit of other places, where the runner said it: [`Self::kit_at`] knows the usual one.
    pub away: Vec<(Venue, Vec<Kit>)>,
    /// True if the player beeps.
    pub sound: bool,
    /// The colour theme.
    pub theme: Theme,
    /// The unit of weights.
    pub units: Units,
    /// The runner's favourite exercises, by slug.
    pub starred: Vec<String>,
    /// True if a voice of the device speaks name, side and amount. Default on.
    pub voice: bool,
    /// True if each part of a repetition ticks. Default off.
    pub tempo: bool,
    /// True if repetitions are counted down by their tempo. Default off.
    pub count: bool,
    /// Volume of beeps and voice. Default 80 %.
    pub volume: Volume,
    /// True if the screen flashes at each beep. Default off.
    pub flash: bool,
    /// True if the device vibrates at each beep, if it can. Default on.
    pub vibration: bool,
    /// True if beeps are heard with the device's silent switch on, if the device allows it. Default off.
    pub on_silent: bool,
    /// True if the sounds of a session continue with the screen locked. Default off.
    pub pocket: bool,
    /// True if the player hides the figure and shows larger digits. Default off.
    pub big_digits: bool,
    /// True if the player waits for the runner after every phase. Default off.
    pub wait_for_me: bool,
    /// True if single keys control the player. Default on.
    pub shortcuts: bool,
    /// The side that begins, until the log knows the weaker one. Default right.
    pub first_side: FirstSide,
    /// The exercises that the runner never wants in a routine made for her, by slug.
    pub banned: Vec<String>,
    /// The last request for such a routine, as in its address; empty if there was none.
    pub last_request: String,
    /// The runner's bands, from light to heavy. Default none.
    pub bands: Vec<Band>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            goal: Goal::Fitness,
            kit: Vec::new(),
            away: Vec::new(),
            sound: true,
            theme: Theme::System,
            units: Units::Metric,
            starred: Vec::new(),
            voice: true,
            tempo: false,
            count: false,
            volume: Volume(80),
            flash: false,
            vibration: true,
            on_silent: false,
            pocket: false,
            big_digits: false,
            wait_for_me: false,
            shortcuts: true,
            first_side: FirstSide::Right,
            banned: Vec::new(),
            last_request: String::new(),
            bands: Vec::new(),
        }
    }
}

impl Settings {
    /// These settings with a piece of kit added or removed.
    #[must_use]
    pub fn with_kit(self, piece: Kit, at_hand: bool) -> Self {
        self.with_kit_at(Venue::Home, piece, at_hand)
    }

    /// The kit of a place: what the runner said, or what there usually is.
    #[must_use]
    pub fn kit_at(&self, venue: Venue) -> Vec<Kit> {
        let said = self.away.iter().find(|(other, _)| *other == venue).map(|(_, kit)| kit.clone());
        match venue {
            Venue::Home => self.kit.clone(),
            Venue::Hotel => said.unwrap_or_else(|| vec![Kit::SoftSurface]),
            Venue::Gym => said.unwrap_or_else(|| Kit::ALL.to_vec()),
            Venue::Track => said.unwrap_or_default(),
        }
    }

    /// These settings with a piece of kit added to a place or removed from it.
    #[must_use]
    pub fn with_kit_at(mut self, venue: Venue, piece: Kit, at_hand: bool) -> Self {
        let had = self.kit_at(venue);
        let keep = |kit: &Kit| if *kit == piece { at_hand } else { had.contains(kit) };
        let kit: Vec<Kit> = Kit::ALL.iter().copied().filter(keep).collect();
        if venue == Venue::Home {
            self.kit = kit;
        } else {
            self.away.retain(|(other, _)| *other != venue);
            self.away.push((venue, kit));
        }
        self
    }

    /// These settings with an on-off setting changed.
    #[must_use]
    pub const fn with(mut self, toggle: Toggle, on: bool) -> Self {
        *toggle.of(&mut self) = on;
        self
    }

    /// These settings with an exercise starred or unstarred.
    #[must_use]
    pub fn with_star(mut self, slug: &str, starred: bool) -> Self {
        self.starred.retain(|other| other != slug);
        if starred {
            self.starred.push(slug.to_owned());
        }
        self
    }
}

/// The largest number of exercises that are banned.
pub const MAX_BANNED: usize = 500;
/// The longest request that is kept, in bytes.
const MAX_REQUEST: usize = 120;

impl Settings {
    /// These settings with an exercise banned from the routines made for the runner, or allowed again.
    #[must_use]
    pub fn with_ban(mut self, slug: &str, banned: bool) -> Self {
        self.banned.retain(|other| other != slug);
        if banned && self.banned.len() < MAX_BANNED {
            self.banned.push(slug.to_owned());
        }
        self
    }

    /// These settings with the last request for a routine; a text that is none is not kept.
    #[must_use]
    pub fn with_last_request(mut self, request: &str) -> Self {
        let is_sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-=&".contains(&byte);
        if request.len() <= MAX_REQUEST && request.bytes().all(is_sign) {
            request.clone_into(&mut self.last_request);
        }
        self
    }
}

/// The suggested first weight, from and to, for a piece of kit that has one: a light kettlebell.
#[must_use]
pub const fn starting_weight(kit: Kit, units: Units) -> Option<(u32, u32)> {
    match (kit, units) {
        (Kit::Kettlebell, Units::Metric) => Some((6, 8)),
        (Kit::Kettlebell, Units::Imperial) => Some((13, 18)),
        _ => None,
    }
}
