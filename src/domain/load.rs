//! Load of a set: a weight, or a band of the runner's. Knows no exercise, routine or session.

use super::catalogue::{BandColor, LoadKind, LoadPlace, Units};
use super::name::visible;

/// The longest name of a band, in characters.
pub const MAX_BAND_NAME: usize = 24;
/// The largest number of bands of one runner.
pub const MAX_BANDS: usize = 12;
/// The word before a band in a stored text.
const BAND: &str = "band";

/// A resistance band: of two with one colour the name tells them apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Band {
    /// Its colour.
    pub color: BandColor,
    /// The runner's name for it; empty for none.
    pub name: String,
}

impl Band {
    /// A band without a name.
    #[must_use]
    pub const fn plain(color: BandColor) -> Self {
        Self { color, name: String::new() }
    }

    /// A band with this name, in one line and at most [`MAX_BAND_NAME`] characters.
    #[must_use]
    pub fn named(color: BandColor, name: &str) -> Self {
        let plain: String = name.chars().filter(|sign| sign.is_whitespace() || !sign.is_control()).collect();
        let mut line = String::new();
        for word in plain.split_whitespace() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        let name: String = line.chars().take(MAX_BAND_NAME).collect();
        Self { color, name: visible(name.trim_end().to_owned()) }
    }
}

/// The bands from which a runner chooses: her own, or the usual colours, from light to heavy, while she has named none.
#[must_use]
pub fn bands_to_choose(own: &[Band]) -> Vec<Band> {
    if own.is_empty() { BandColor::USUAL.iter().copied().map(Band::plain).collect() } else { own.to_vec() }
}

/// A weight as it was chosen, in tenths of its unit: 0.1 … 999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight {
    tenths: u16,
    /// Its unit.
    pub unit: Units,
}

impl Weight {
    /// The largest weight, in tenths.
    pub const MAX: u16 = 9990;

    /// `None` outside the range.
    #[must_use]
    pub fn new(tenths: u16, unit: Units) -> Option<Self> {
        (1..=Self::MAX).contains(&tenths).then_some(Self { tenths, unit })
    }

    /// The weight typed as `7.5`, `7,5` or `8`; `None` if it is no number, too fine or outside the range.
    #[must_use]
    pub fn typed(text: &str, unit: Units) -> Option<Self> {
        let text = text.trim();
        let (whole, tenth) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let tenth = tenth.trim_end_matches('0');
        let digits = |part: &str| part.bytes().all(|sign| sign.is_ascii_digit());
        if !digits(whole) || !digits(tenth) || tenth.len() > 1 {
            return None;
        }
        let number = |part: &str| if part.is_empty() { Some(0) } else { part.parse::<u16>().ok() };
        Self::new(number(whole)?.checked_mul(10)?.checked_add(number(tenth)?)?, unit)
    }

    /// The number, in tenths of the unit.
    #[must_use]
    pub const fn tenths(self) -> u16 {
        self.tenths
    }

    /// The lightest usual weight.
    const fn first(unit: Units) -> Self {
        let tenths = match unit {
            Units::Metric => 40,
            Units::Imperial => 100,
        };
        Self { tenths, unit }
    }

    /// The next weight of the usual ones, up or down; `None` below the lightest.
    fn stepped(self, up: bool) -> Option<Self> {
        let (light, heavy) = match self.unit {
            Units::Metric => (10, 20),
            Units::Imperial => (10, 50),
        };
        let is_light = if up { self.tenths < 200 } else { self.tenths <= 200 };
        let step = if is_light { light } else { heavy };
        let tenths = if up { (self.tenths / step + 1) * step } else { (self.tenths - 1) / step * step };
        if up { Some(Self { tenths: tenths.min(Self::MAX), ..self }) } else { Self::new(tenths, self.unit) }
    }
}

/// The load of a set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Load {
    /// A weight, and the place where it is held.
    Weight(Weight, LoadPlace),
    /// A band.
    Band(Band),
}

impl Load {
    /// True if it fits an exercise that takes this kind.
    #[must_use]
    pub const fn is(&self, kind: LoadKind) -> bool {
        matches!((self, kind), (Self::Weight(..), LoadKind::Weight(_)) | (Self::Band(_), LoadKind::Band))
    }

    /// The text under which it is stored: `8 metric hands`, `17.5 imperial each-hand`, `band red`, `band red Medium`.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Weight(weight, place) => {
                let mut code = (weight.tenths / 10).to_string();
                if !weight.tenths.is_multiple_of(10) {
                    code.push('.');
                    code.push_str(&(weight.tenths % 10).to_string());
                }
                [&code, " ", weight.unit.slug(), " ", place.slug()].concat()
            }
            Self::Band(Band { color, name }) => {
                let code = [BAND, " ", color.slug(), " ", name].concat();
                code.trim_end().to_owned()
            }
        }
    }

    /// The load with this stored text; `None` if it cannot be read.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let (first, rest) = code.split_once(' ')?;
        let (second, last) = rest.split_once(' ').unwrap_or((rest, ""));
        if first == BAND {
            return Some(Self::Band(Band::named(BandColor::from_slug(second)?, last)));
        }
        Some(Self::Weight(Weight::typed(first, Units::from_slug(second)?)?, LoadPlace::from_slug(last)?))
    }
}

/// The choices of a runner's loads.
#[derive(Clone, Copy, Debug)]
pub struct LoadChoices<'a> {
    /// The unit of a new weight.
    pub units: Units,
    /// Her own bands, from light to heavy.
    pub bands: &'a [Band],
}

impl LoadChoices<'_> {
    /// The load one step heavier or lighter than `now`, of an exercise that takes this kind; `None` for no load.
    #[must_use]
    pub fn stepped(self, now: Option<&Load>, kind: LoadKind, up: bool) -> Option<Load> {
        match (kind, now) {
            (LoadKind::Weight(_), Some(Load::Weight(weight, place))) => {
                weight.stepped(up).map(|weight| Load::Weight(weight, *place))
            }
            (LoadKind::Weight(place), _) => up.then(|| Load::Weight(Weight::first(self.units), place)),
            (LoadKind::Band, now) => self.band_after(now, up).map(Load::Band),
        }
    }

    fn band_after(self, now: Option<&Load>, up: bool) -> Option<Band> {
        let bands = bands_to_choose(self.bands);
        let Some(Load::Band(now)) = now else { return bands.into_iter().next().filter(|_| up) };
        let of_color = || bands.iter().position(|band| band.color == now.color);
        let at = bands.iter().position(|band| band == now).or_else(of_color);
        match (at, up) {
            (Some(at), true) => bands.get(at + 1).or(Some(now)).cloned(),
            (Some(at), false) => bands.get(at.checked_sub(1)?).cloned(),
            // A band that is not hers: up leads into her own.
            (None, true) => bands.into_iter().next(),
            (None, false) => None,
        }
    }
}
