//! Slugs of the closed sets, and the order of levels.

use mainspring::domain::catalogue::{Area, BodyPart, Goal, Kind, Kit, Level, Sides, Tag};
use mainspring::text;
use rstest::rstest;

/// Every value has a name that leads back to it, and no two share one.
macro_rules! slugs_round_trip {
    ($($vocabulary:ident $words:ident,)+) => {
        $(for value in $vocabulary::ALL {
            assert_eq!($vocabulary::from_slug(value.slug()), Some(*value));
            assert!(value.slug().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{value:?}");
            assert!(!text::vocabulary::$words(*value).is_empty(), "{value:?}");
        }
        assert_eq!($vocabulary::from_slug("unheard-of"), None);)+
    };
}

#[rstest]
#[case::base(Level::Base, None, Some(Level::Hard))]
#[case::hard(Level::Hard, Some(Level::Base), Some(Level::Harder))]
#[case::harder(Level::Harder, Some(Level::Hard), None)]
fn a_level_has_one_below_and_one_above(
    #[case] level: Level,
    #[case] below: Option<Level>,
    #[case] above: Option<Level>,
) {
    assert_eq!((level.below(), level.above()), (below, above));
}

#[test]
fn slugs_lead_back_to_their_values() {
    slugs_round_trip!(Kind kind, Level level, Sides sides, Kit kit, Area area, BodyPart part, Tag tag, Goal goal,);
}
