//! Colours of parts.

/// The colour of a part; the style sheet defines it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Skin.
    Skin,
    /// Skin of a far limb.
    FarSkin,
    /// The sleeveless top.
    Top,
    /// The shorts.
    Shorts,
    /// The shorts' far leg.
    FarShorts,
    /// A shoe.
    Shoe,
    /// The far shoe.
    FarShoe,
    /// Hair.
    Hair,
    /// Bands, straps and sticks.
    Band,
    /// A surface to stand on.
    Furniture,
    /// A kettlebell.
    Iron,
}

impl Paint {
    /// Its class in the style sheet.
    #[must_use]
    pub fn class(self) -> &'static str {
        &self.lined()["fig-lined ".len()..]
    }

    /// Its classes, with that of the outline.
    #[must_use]
    pub const fn lined(self) -> &'static str {
        match self {
            Self::Skin => "fig-lined fig-skin",
            Self::FarSkin => "fig-lined fig-far-skin",
            Self::Top => "fig-lined fig-top",
            Self::Shorts => "fig-lined fig-shorts",
            Self::FarShorts => "fig-lined fig-far-shorts",
            Self::Shoe => "fig-lined fig-shoe",
            Self::FarShoe => "fig-lined fig-far-shoe",
            Self::Hair => "fig-lined fig-hair",
            Self::Band => "fig-lined fig-prop",
            Self::Furniture => "fig-lined fig-furniture",
            Self::Iron => "fig-lined fig-iron",
        }
    }
}
