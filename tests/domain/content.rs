//! Everything the catalogue says, word for word and number for number, against the record of the day before the content left
//! the program's code.

use mainspring::domain::catalogue::{self, CORE, Exercise, Goal, Kind, Level, order_advice, purpose};
use mainspring::domain::figure::Reel;
use mainspring::domain::routine::{Routine, estimate, ready_made};
use std::fmt::Write;

/// Moments of each loop at which the body is recorded.
const MOMENTS: u8 = 12;

fn record() -> String {
    let mut text = String::new();
    for exercise in catalogue::all() {
        let Exercise { id, name, kind, summary, muscles, areas, timing, why, levels: _ } = exercise;
        let _ = writeln!(text, "== {id}\n{name}\n{kind:?} {areas:?}\n{muscles:?}\n{summary}\n{timing}\n{why}");
        assert_eq!(catalogue::brief(id).unwrap().name, *name);
        for level in Level::ALL {
            let _ = writeln!(text, "-- {id} {}", level.slug());
            variation(&mut text, exercise.at(*level));
            let demand = catalogue::brief(id).unwrap().at(*level);
            let _ = writeln!(text, "{demand:?}");
            let single = Routine::single(catalogue::brief(id).unwrap(), *level);
            let _ = writeln!(text, "{single:?} {:?}", estimate(&single));
        }
    }
    for routine in ready_made() {
        let _ = writeln!(text, "{routine:?} {:?}", estimate(&routine));
    }
    Goal::ALL.iter().for_each(|goal| {
        let _ = writeln!(text, "{:?}", order_advice(*goal));
    });
    Kind::ALL.iter().for_each(|kind| {
        let _ = writeln!(text, "{:?}", purpose(*kind));
    });
    let _ = writeln!(text, "{CORE:?}");
    text
}

fn variation(text: &mut String, variation: &catalogue::Variation) {
    let catalogue::Variation { title, start, steps, dose, sides, kit, loads, tempo, .. } = variation;
    let _ = writeln!(text, "{title}\n{start:#?}\n{steps:#?}\n{dose:?}\n{sides:?} {kit:?} {loads:?} {tempo:?}");
    let catalogue::Variation { cue, note, breathing, cues, slip, easier, harder, warning, tags, .. } = variation;
    let _ = writeln!(text, "{cue}\n{note}\n{breathing}\n{cues:?}\n{slip:?}\n{easier}\n{harder}\n{warning}\n{tags:?}");
    let motion = variation.motion;
    let _ = writeln!(text, "{}\n{:?} {:?} {:?}", motion.words, motion.period, motion.shots, motion.barefoot);
    let _ = writeln!(text, "{:?}\n{:?} {:?}", motion.props, motion.muscles, motion.still);
    motion.moments.iter().for_each(|moment| {
        let _ = writeln!(text, "{moment:?}");
    });
    motion.keys.iter().for_each(|key| {
        let _ = writeln!(text, "{key:?}");
    });
    let reel = Reel::of(motion);
    for moment in 0..MOMENTS {
        let body = reel.at(motion.period * f32::from(moment) / f32::from(MOMENTS));
        let _ =
            writeln!(text, "{:?} {:?} {:?} {:?}", body.hips, body.shoulders, body.neck, body.legs.map(|leg| leg.ankle));
        let _ = writeln!(text, "{:?} {:?}", body.arms.map(|arm| arm.wrist), body.legs.map(|leg| leg.knee));
    }
}

#[test]
fn the_catalogue_says_what_it_said_before() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/domain/fixtures/content/before.txt");
    let now = record();
    if std::env::var_os("RECORD").is_some() {
        std::fs::write(file, &now).unwrap();
    }
    let before = std::fs::read_to_string(file).unwrap();
    let differs = before.lines().zip(now.lines()).enumerate().find(|(_, (before, now))| before != now);
    assert_eq!(differs, None);
    assert_eq!(before, now);
}
