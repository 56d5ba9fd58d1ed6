//! The runner's choices: what is usual, and what each one changes.

use mainspring::domain::settings::{FirstSide, Settings, Toggle, Volume};
use mainspring::text;
use rstest::rstest;

#[rstest]
#[case(Toggle::Voice, true)]
#[case(Toggle::Tempo, false)]
#[case(Toggle::Count, false)]
#[case(Toggle::Flash, false)]
#[case(Toggle::Vibration, true)]
#[case(Toggle::OnSilent, false)]
#[case(Toggle::Pocket, false)]
#[case(Toggle::BigDigits, false)]
#[case(Toggle::WaitForMe, false)]
#[case(Toggle::Shortcuts, true)]
fn the_player_usually(#[case] toggle: Toggle, #[case] on: bool) {
    assert_eq!(toggle.is_on(&Settings::default()), on);
}

#[test]
fn the_usual_volume_and_first_side() {
    let usual = Settings::default();
    assert_eq!((usual.volume.get(), usual.first_side), (80, FirstSide::Right));
}

#[test]
fn a_choice_changes_itself_alone_and_back() {
    for toggle in Toggle::ALL {
        let usual = Settings::default();
        let on = toggle.is_on(&usual);
        let turned = usual.clone().with(*toggle, !on);
        let differs = |other: &&Toggle| other.is_on(&turned) != other.is_on(&usual);
        assert_eq!(Toggle::ALL.iter().filter(differs).collect::<Vec<_>>(), [toggle]);
        assert_eq!(turned.with(*toggle, on), usual);
    }
}

#[rstest]
#[case(0, 0, "Silent")]
#[case(1, 1, "1 %")]
#[case(80, 80, "80 %")]
#[case(100, 100, "100 %")]
#[case(101, 100, "100 %")]
#[case(u16::MAX, 100, "100 %")]
fn a_volume_is_percent(#[case] given: u16, #[case] percent: u8, #[case] words: &str) {
    let volume = Volume::clamped(given);
    assert_eq!((volume.get(), text::settings::volume(volume).as_str()), (percent, words));
}

#[test]
fn a_help_is_one_short_sentence() {
    for help in Toggle::ALL.iter().map(|toggle| text::settings::help(*toggle)) {
        assert!(help.split(". ").all(|sentence| sentence.split(' ').count() <= 12), "{help}");
    }
}
