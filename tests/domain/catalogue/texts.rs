//! The texts of exercises and advice.

use super::{BASE, variations};
use mainspring::domain::catalogue::{self, CORE, Exercise, Goal, Kind, Kit, Level, Tag, Variation};

/// Every string of an exercise, with the name of its part.
fn strings(exercise: &Exercise) -> Vec<(String, &'static str)> {
    let Exercise { id, name, summary, timing, why, .. } = *exercise;
    let whole = [("id", id), ("name", name), ("summary", summary), ("timing", timing), ("why", why)];
    let mut strings: Vec<_> = whole.into_iter().map(|(part, text)| (format!("{id} {part}"), text)).collect();
    for level in Level::ALL {
        let of_level = level_strings(exercise.at(*level)).into_iter();
        strings.extend(of_level.map(|text| (format!("{id} {}", level.slug()), text)));
    }
    strings
}

/// Every string of one level of an exercise.
pub fn level_strings(variation: &Variation) -> Vec<&'static str> {
    let Variation { title, short, cue, note, breathing, slip, easier, harder, warning, .. } = *variation;
    let own = [title, short, cue, note, breathing, slip.slip, slip.fix, easier, harder, warning];
    let cues = variation.cues.iter().flat_map(|cue| [cue.topic, cue.text]);
    let beats = variation.tempo.iter().map(|beat| beat.word);
    let lines = variation.start.iter().chain(variation.steps).copied();
    own.into_iter().chain(lines).chain(cues).chain(beats).collect()
}

/// Every string of the advice.
fn advice() -> Vec<(String, &'static str)> {
    let purposes = Kind::ALL.iter().map(|kind| catalogue::purpose(*kind));
    let orders = Goal::ALL.iter().map(|goal| catalogue::order_advice(*goal));
    let mut strings = [&[CORE.headline], CORE.text].concat();
    strings.extend(purposes.flat_map(|purpose| [&[purpose.headline, purpose.note], purpose.points].concat()));
    strings.extend(orders.flat_map(|order| [order.headline, order.reason, order.nuance]));
    strings.into_iter().map(|text| ("advice".to_owned(), text)).collect()
}

/// The strings of the whole catalogue for which `wrong` holds.
fn strings_where(wrong: impl Fn(&str) -> bool) -> Vec<(String, &'static str)> {
    let all = catalogue::all().iter().flat_map(|exercise| strings(exercise)).chain(advice());
    all.filter(|(_, text)| wrong(text)).collect()
}

/// Words that are true at some levels only, and whether they are at this one. A hypothetical one ("imagine the dowel") is
/// no piece of kit.
#[test]
fn no_text_says_what_is_not_true_at_its_level() {
    let mut wrong = Vec::new();
    for (id, level, variation) in variations() {
        let has = |kit: Kit| variation.kit.contains(&kit);
        let jumps = variation.tags.contains(&Tag::Impact);
        let blind = variation.cue.contains("Eyes closed");
        let lying = variation.tags.contains(&Tag::Supine);
        let bands = has(Kit::LoopBand) || has(Kit::LongBand);
        let rules: [(&str, bool); 16] = [
            ("band", bands || has(Kit::Straps)),
            ("long band", has(Kit::LongBand)),
            ("strap", has(Kit::Straps)),
            ("dowel", has(Kit::Dowel)),
            ("kettlebell", has(Kit::Kettlebell)),
            ("bosu", has(Kit::Bosu) || has(Kit::SoftSurface)),
            ("pillow", has(Kit::SoftSurface)),
            ("folded mat", has(Kit::SoftSurface)),
            ("in each hand", !jumps && !lying),
            ("a weight", !jumps && !lying),
            ("whole foot", !jumps),
            ("stays down", !jumps),
            ("press up", !jumps),
            ("look", !blind),
            ("watch yourself", !blind),
            ("both feet down", id == "banded-glute-bridge" && level == BASE),
        ];
        for text in level_strings(variation) {
            let said = text.to_lowercase().replace("imagine the dowel", "").replace("a dowel would", "");
            let said = said.replace("without a dowel", "").replace("never on the bosu", "").replace("straps off", "");
            let false_here = rules.iter().filter(|(word, holds)| !holds && said.contains(word));
            wrong.extend(false_here.map(|(word, _)| format!("{id} {level:?} says {word:?}: {text}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Texts for all levels name no kit that one of the levels lacks.
#[test]
fn what_is_said_of_an_exercise_as_a_whole_is_true_at_every_level() {
    for exercise in catalogue::all() {
        for (word, kit) in
            [("strap", Kit::Straps), ("dowel", Kit::Dowel), ("bosu", Kit::Bosu), ("kettlebell", Kit::Kettlebell)]
        {
            let text = [exercise.summary, exercise.timing, exercise.why].concat().to_lowercase();
            let always = Level::ALL.iter().all(|level| exercise.at(*level).kit.contains(&kit));
            assert!(always || !text.contains(word), "{}: {text}", exercise.id);
        }
    }
}

#[test]
fn the_cues_of_all_levels_have_their_moments_in_the_same_order() {
    for exercise in catalogue::all() {
        let count = exercise.at(BASE).cues.len();
        assert!(Level::ALL.iter().all(|level| exercise.at(*level).cues.len() == count), "{}", exercise.id);
    }
}

#[test]
fn no_text_is_empty_or_padded() {
    assert_eq!(strings_where(|text| text.is_empty() || text.trim() != text || text.contains("  ")), []);
}

#[test]
fn no_text_claims_what_may_not_be_claimed() {
    let forbidden = ["prevent", "cure", "treat", "rehab", "diagnos", "safe for", "risk score"];
    assert_eq!(strings_where(|text| forbidden.iter().any(|word| text.to_lowercase().contains(word))), []);
}

#[test]
fn no_text_shouts() {
    assert_eq!(strings_where(|text| text.contains('!')), []);
}

#[test]
fn every_sentence_ends() {
    for (_, text) in advice() {
        assert!(text.ends_with(['.', '?']), "{text}");
    }
    for exercise in catalogue::all() {
        for text in [exercise.summary, exercise.timing, exercise.why] {
            assert!(text.ends_with('.'), "{text}");
        }
    }
    for (_, _, variation) in variations() {
        let Variation { cue, note, breathing, slip, easier, harder, warning, .. } = *variation;
        let own = [cue, note, breathing, slip.slip, slip.fix, easier, harder, warning];
        let cues: Vec<_> = variation.cues.iter().map(|cue| cue.text).collect();
        for text in [&own, variation.start, variation.steps, cues.as_slice()].concat() {
            assert!(text.ends_with('.'), "{text}");
        }
    }
}

#[test]
fn a_cue_while_working_has_at_most_twelve_words() {
    for (id, level, variation) in variations() {
        assert!(variation.cue.split_whitespace().count() <= 12, "{id} {level:?}: {}", variation.cue);
    }
}

#[test]
fn terms_are_explained_where_they_are_used() {
    for exercise in catalogue::all() {
        let text = strings(exercise).into_iter().map(|(_, text)| text.to_lowercase()).collect::<Vec<_>>().join(" ");
        let explained = |term: &str, meaning: &str| !text.contains(term) || text.contains(meaning);
        assert!(explained("flexed", "toes pulled to the shin"), "{}: a flexed foot is explained", exercise.id);
        assert!(explained("tuck", "no arch"), "{}: tucked hips are explained", exercise.id);
    }
}
