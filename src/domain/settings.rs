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

vocabulary! {
    /// Which side begins where the sides of a set are done apart.
    FirstSide {
        /// The runner's right.
        Right = "right", "Right";
        /// The runner's left.
        Left = "left", "Left";
    }
}

vocabulary! {
    /// What the player does or leaves, by the runner's choice. Each is a field of [`Settings`].
    Toggle {
        /// Says names, sides and amounts aloud.
        Voice = "voice", "Voice";
        /// Ticks each part of a repetition.
        Tempo = "tempo", "Tempo tick";
        /// Flashes the screen where it beeps.
        Flash = "flash", "Flash the screen";
        /// Vibrates where it beeps.
        Vibration = "vibration", "Vibrate";
        /// Is heard with the device's silent switch on.
        OnSilent = "on-silent", "Sound on silent";
        /// Goes on with the screen locked.
        Pocket = "pocket", "Pocket mode";
        /// Shows the digits alone, and larger.
        BigDigits = "big-digits", "Big digits";
        /// Waits after every phase.
        WaitForMe = "wait-for-me", "Wait for me";
        /// Listens to single keys.
        Shortcuts = "shortcuts", "Keyboard shortcuts";
    }
}

impl Toggle {
    /// A line of help; empty where the name says it all.
    #[must_use]
    pub const fn help(self) -> &'static str {
        match self {
            Self::Voice => "Says the exercise, the side and how much.",
            Self::Tempo => "Ticks down, hold and up in each repetition.",
            Self::Flash => "Shows what the beeps say.",
            Self::Vibration => "Where your device can.",
            Self::OnSilent => "The silent switch mutes the beeps unless this is on. Other music stops then.",
            Self::Pocket => "Sound goes on while the screen is locked.",
            Self::BigDigits => "Hides the figure. You read the clock from across the room.",
            Self::WaitForMe => "Nothing moves on by itself.",
            Self::Shortcuts => "",
        }
    }

    /// Whether it is on in `settings`.
    #[must_use]
    pub const fn is_on(self, settings: &Settings) -> bool {
        match self {
            Self::Voice => settings.voice,
            Self::Tempo => settings.tempo,
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

/// How loud the player is, in percent: 0 … 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Volume(u8);

impl Volume {
    /// As loud as the device allows.
    pub const MAX: u8 = 100;
    /// How far one press of a key moves it.
    pub const STEP: u8 = 5;

    /// `percent`, brought into range.
    #[must_use]
    pub fn clamped(percent: u16) -> Self {
        Self(u8::try_from(percent).unwrap_or(Self::MAX).min(Self::MAX))
    }

    /// Percent.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// "80 %", "Silent".
    #[must_use]
    pub fn words(self) -> String {
        if self.0 == 0 { "Silent".to_owned() } else { format!("{} %", self.0) }
    }
}

/// Everything that can be chosen in Settings.
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own, in any combination")]
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
    /// Whether a voice of the device says name, side and amount. Usually on.
    pub voice: bool,
    /// Whether each part of a repetition ticks. Usually off.
    pub tempo: bool,
    /// How loud beeps and voice are. Usually 80 %.
    pub volume: Volume,
    /// Whether the screen flashes where it would beep. Usually off.
    pub flash: bool,
    /// Whether the device vibrates where it would beep, if it can. Usually on.
    pub vibration: bool,
    /// True if beeps are heard with the device's silent switch on, where it can be asked to. Usually off.
    pub on_silent: bool,
    /// Whether the sounds of a session go on with the screen locked. Usually off.
    pub pocket: bool,
    /// Whether the player hides the figure for larger digits. Usually off.
    pub big_digits: bool,
    /// Whether the player waits for the runner after every phase. Usually off.
    pub wait_for_me: bool,
    /// Whether single keys work the player. Usually on.
    pub shortcuts: bool,
    /// Which side begins, until the log knows the weaker one. Usually the right.
    pub first_side: FirstSide,
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
            voice: true,
            tempo: false,
            volume: Volume(80),
            flash: false,
            vibration: true,
            on_silent: false,
            pocket: false,
            big_digits: false,
            wait_for_me: false,
            shortcuts: true,
            first_side: FirstSide::Right,
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

    /// These settings with a choice of the player's on or off.
    #[must_use]
    pub const fn with(mut self, toggle: Toggle, on: bool) -> Self {
        *toggle.of(&mut self) = on;
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
