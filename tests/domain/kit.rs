//! Kit in words: what a text of an exercise names, its level lists.

use mainspring::domain::catalogue::{self, Exercise, Kit, Level, Variation};
use mainspring::text::{dose, vocabulary};

/// A word for kit, and the pieces that it may mean. A piece answers for what its own words name too: whoever reads "Pillow, folded
/// mat or BOSU" in the list can lay out each of them.
const WORDS: &[(&str, &[Kit])] = &[
    ("long band", &[Kit::LongBand]),
    ("loop band", &[Kit::LoopBand, Kit::SecondLoopBand]),
    ("second band", &[Kit::SecondLoopBand]),
    ("band", &[Kit::LoopBand, Kit::SecondLoopBand, Kit::LongBand, Kit::Straps]),
    ("strap", &[Kit::Straps]),
    ("dowel", &[Kit::Dowel]),
    ("broom", &[Kit::Dowel]),
    ("stick", &[Kit::Dowel]),
    ("kettlebell", &[Kit::Kettlebell]),
    ("bosu", &[Kit::Bosu, Kit::SoftSurface]),
    ("half ball", &[Kit::Bosu, Kit::SoftSurface]),
    ("pillow", &[Kit::SoftSurface]),
    ("cushion", &[Kit::SoftSurface]),
    ("folded mat", &[Kit::SoftSurface]),
    // Kit that no list has: a text may not ask for it.
    ("dumbbell", &[]),
    ("barbell", &[]),
    ("backpack", &[]),
    ("roller", &[]),
    ("bench", &[]),
    ("towel", &[]),
    ("vest", &[]),
];

/// Words that name a piece of kit as something to think of, or as what is not there.
const NOT_ASKED_FOR: &[&str] =
    &["imagine the dowel", "a dowel would", "without a dowel", "never on the bosu", "straps off", "abandon", "towards"];

/// Every text that one level shows or says.
fn texts(variation: &Variation) -> Vec<String> {
    let Variation { title, cue, note, breathing, slip, easier, harder, warning, .. } = *variation;
    let own = [title, cue, note, breathing, slip.slip, slip.fix, easier, harder, warning];
    let cues = variation.cues.iter().flat_map(|cue| [cue.topic, cue.text]);
    let lines = variation.start.iter().chain(variation.steps).copied();
    own.into_iter()
        .chain(lines)
        .chain(cues)
        .chain([variation.motion.words])
        .map(str::to_owned)
        .chain([dose::words(variation)])
        .collect()
}

/// The words for kit in `text` that none of `kit` answers for.
fn unlisted(text: &str, kit: &[Kit]) -> Vec<&'static str> {
    let said = NOT_ASKED_FOR.iter().fold(text.to_lowercase(), |said, words| said.replace(words, ""));
    let is_missing = |(word, pieces): &&(&str, &[Kit])| {
        said.contains(word) && !kit.iter().any(|piece| pieces.contains(piece) || names(*piece, word))
    };
    WORDS.iter().filter(is_missing).map(|(word, _)| *word).collect()
}

fn names(piece: Kit, word: &str) -> bool {
    vocabulary::kit(piece).to_lowercase().contains(word)
}

/// Fault N6.
#[test]
fn every_level_lists_the_kit_that_its_texts_name() {
    let mut wrong = Vec::new();
    for exercise in catalogue::all() {
        for level in Level::ALL {
            let variation = exercise.at(*level);
            for text in texts(variation) {
                let missing = unlisted(&text, variation.kit).into_iter();
                wrong.extend(missing.map(|word| format!("{} {level:?}: no {word:?} in its kit: {text}", exercise.id)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Texts for all levels name only kit that every level lists.
#[test]
fn what_is_said_of_a_whole_exercise_names_the_kit_of_every_level() {
    for exercise in catalogue::all() {
        let Exercise { name, summary, timing, why, .. } = **exercise;
        for text in [name, summary, timing, why] {
            for level in Level::ALL {
                // "Banded" is a bridge's name, whatever the band.
                let missing = unlisted(text, exercise.at(*level).kit);
                assert!(missing.is_empty(), "{} {level:?}: {missing:?} in {text}", exercise.id);
            }
        }
    }
}

/// The list of words knows every piece of kit, so that a new piece cannot be named without being looked for.
#[test]
fn every_piece_of_kit_has_a_word() {
    for kit in Kit::ALL {
        assert!(WORDS.iter().any(|(word, pieces)| pieces.contains(kit) && names(*kit, word)), "{kit:?}");
    }
}

#[test]
fn kit_that_is_not_listed_is_found() {
    assert_eq!(unlisted("Take something softer, such as a BOSU.", &[]), ["bosu"]);
    assert_eq!(unlisted("Hold a kettlebell.", &[Kit::LoopBand]), ["kettlebell"]);
    assert_eq!(unlisted("Lay out a BOSU or a pillow.", &[Kit::SoftSurface]), [""; 0]);
}
