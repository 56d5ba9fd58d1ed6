//! The founding exercises: each fact about them is a row here, tied to the part of the entry that must state it.
//! A fact that is dropped, moved to another level or left empty turns its row red.

use crate::cases::cases;
use mainspring::domain::catalogue::{
    self, Area, BodyPart, CORE, Exercise, Filter, Goal, Kind, Kit, Level, Measure, Muscle, Sides, Tag, Variation,
};
use mainspring::text;
use proptest::prelude::*;
use rstest::rstest;

use Measure::{Reps, Rounds, Seconds, Steps as Paces};
use Part::{Breathing, Cue, Easier, Harder, Note, Start, Steps, Timing, Title};
use Sides::{Alternating, Both, PerSide};

/// Where in an exercise a fact is stated.
#[derive(Clone, Copy, Debug)]
enum Part {
    Timing,
    /// At base.
    Breathing,
    Easier(Level),
    /// At base.
    Harder,
    /// At base, by its topic.
    Cue(&'static str),
    Title(Level),
    Start(Level),
    Steps(Level),
    Note(Level),
}

const BASE: Level = Level::Base;
const HARD: Level = Level::Hard;
const HARDER: Level = Level::Harder;

/// The text of one part of an exercise.
fn part(exercise: &Exercise, part: Part) -> String {
    match part {
        Timing => exercise.timing.to_owned(),
        Breathing => exercise.at(BASE).breathing.to_owned(),
        Easier(level) => exercise.at(level).easier.to_owned(),
        Harder => exercise.at(BASE).harder.to_owned(),
        Cue(topic) => {
            let cues = exercise.at(BASE).cues.iter().filter(|cue| cue.topic == topic);
            cues.map(|cue| cue.text).collect::<Vec<_>>().join(" ")
        }
        Title(level) => exercise.at(level).title.to_owned(),
        Start(level) => exercise.at(level).start.join(" "),
        Steps(level) => exercise.at(level).steps.join(" "),
        Note(level) => exercise.at(level).note.to_owned(),
    }
}

/// A fact: what it says, where it must stand, and the phrases that state it.
type Fact = (&'static str, Part, &'static [&'static str]);

/// Checks that each fact of the exercise `id` stands where it must.
#[track_caller]
fn check(id: &str, facts: &[Fact]) {
    let exercise = catalogue::find(id).expect("the exercise is in the catalogue");
    let lost: Vec<_> = facts
        .iter()
        .filter(|(_, place, phrases)| {
            let text = part(exercise, *place).to_lowercase();
            !phrases.iter().all(|phrase| text.contains(&phrase.to_lowercase()))
        })
        .map(|(fact, place, phrases)| format!("{fact}: no {phrases:?} in {place:?}"))
        .collect();
    assert!(lost.is_empty(), "{id} has lost facts:\n{}", lost.join("\n"));
}

#[test]
fn the_bridge_states_each_of_its_facts() {
    check(
        "banded-glute-bridge",
        &[
            ("it fits directly before or after a run", Timing, &["directly before a run", "directly after"]),
            ("you lie on the back", Start(BASE), &["on your back"]),
            ("the knees are bent", Start(BASE), &["knees bent"]),
            ("the feet are flat, hip-width apart", Start(BASE), &["feet flat", "hip-width"]),
            ("the weight is even across each foot", Start(BASE), &["evenly across each foot"]),
            ("the band sits just above the knees", Start(BASE), &["loop band just above the knees"]),
            ("the band sits there when hard", Start(HARD), &["loop band just above the knees"]),
            ("the band sits there when harder", Start(HARDER), &["loop band just above the knees"]),
            ("core and glutes brace", Steps(BASE), &["brace core and glutes"]),
            ("the hips go up to one line", Steps(BASE), &["press the hips up", "torso and thighs make one line"]),
            ("the top is held 3 s", Steps(BASE), &["hold for 3 seconds"]),
            ("then it lowers", Steps(BASE), &["lower"]),
            ("a dowel would touch four places", Cue("line"), &["dowel", "hips, quads, core and chest"]),
            ("hard: one leg straightens at the top", Steps(HARD), &["at the top straighten one leg"]),
            ("hard: that foot is flexed", Steps(HARD), &["foot flexed", "toes pulled to the shin"]),
            ("hard: the pelvis is parallel to the floor", Steps(HARD), &["pelvis parallel to the floor"]),
            ("hard: it neither dips nor tilts", Note(HARD), &["dips", "tilts"]),
            ("hard: the top is held 3 s", Steps(HARD), &["hold for 3 seconds"]),
            ("hard: then it lowers", Steps(HARD), &["then lower"]),
            ("harder: the leg straightens first", Start(HARDER), &["straighten one leg before you press"]),
            ("harder: it stays straight", Steps(HARDER), &["straight leg rises with the body"]),
            ("harder: it stays lifted", Steps(HARDER), &["still straight and lifted"]),
            ("harder: it is a one-leg bridge", Title(HARDER), &["one-leg bridge"]),
            ("harder: the top is held 3 s", Steps(HARDER), &["hold for 3 seconds"]),
            ("harder: then it lowers", Steps(HARDER), &["lower"]),
            ("the hips are tucked", Cue("hips"), &["hips tucked", "no arch in the lower back"]),
            ("an arch strains the back", Cue("hips"), &["arch strains the back"]),
            ("an arch switches the core off", Cue("hips"), &["switches the core off"]),
            ("the knees neither fall in nor bow out", Cue("knees"), &["neither fall in nor bow out"]),
            ("the knees hold up and down", Cue("knees"), &["up and down"]),
            ("the band stays tight, else a stronger one", Cue("band"), &["band pull the whole time", "stronger one"]),
            ("breathe out up, in down", Breathing, &["out as you press up", "in as you lower"]),
            ("the breath is a cue", Cue("breath"), &["out on the way up", "in on the way down"]),
        ],
    );
}

#[test]
fn the_monster_walk_states_each_of_its_facts() {
    check(
        "monster-walk",
        &[
            ("it fits directly before or after a run", Timing, &["directly before a run", "directly after"]),
            ("you stand, the band round the ankles", Start(BASE), &["stand", "loop band round the ankles"]),
            ("the lower the band the harder", Cue("band"), &["the lower the band", "harder"]),
            ("the knees bend 45°", Start(BASE), &["knees to 45°"]),
            ("the knees bend 45° when hard", Start(HARD), &["knees to 45°"]),
            ("the knees bend 45° when harder", Start(HARDER), &["knees to 45°"]),
            ("the torso leans slightly forward", Start(BASE), &["torso slightly forward"]),
            ("the back is not hunched", Start(BASE), &["without a hunch in the back"]),
            ("eyes and chest are forward", Start(BASE), &["eyes and chest face forward"]),
            ("the steps are wide and to the side", Steps(BASE), &["wide step to the right"]),
            ("the body is straight", Steps(BASE), &["body straight"]),
            ("the knees are forward", Steps(BASE), &["knees pointing forward"]),
            ("12 steps right, 12 left", Steps(BASE), &["12 steps to the right, then 12 to the left"]),
            ("hard: the band is round the feet", Start(HARD), &["band round the feet, over the arches"]),
            ("hard: hip rotation is worked", Note(HARD), &["rotation of the hip"]),
            ("harder: a second band round the knees", Start(HARDER), &["second loop band round the knees"]),
            ("harder: the first stays", Start(HARDER), &["keep the first loop band at the ankles or the feet"]),
            ("the knees go neither in nor out", Cue("knees"), &["forward, never in or out"]),
            (
                "runners land on a straight strong knee",
                Cue("knees"),
                &["run", "land with the knee straight and strong"],
            ),
            ("core, glutes and hips give that", Cue("knees"), &["core, glutes and hips"]),
            ("the core is on, no arch", Cue("core"), &["core on", "no arch"]),
            ("the step comes from the core", Cue("step"), &["step from the core"]),
            ("not so high that the torso shifts", Cue("step"), &["never so high that your torso shifts"]),
            ("a mirror helps", Cue("mirror"), &["in a mirror"]),
            ("a bobbing head: steps not smooth", Cue("mirror"), &["head bobs", "not smooth"]),
            ("a bobbing head: wrong muscles", Cue("mirror"), &["wrong muscles"]),
        ],
    );
}

#[test]
fn the_dead_bug_states_each_of_its_facts() {
    check(
        "banded-dead-bug",
        &[
            ("it fits directly before or after a run", Timing, &["directly before a run", "directly after"]),
            ("you lie on the back, back flat", Start(BASE), &["on your back", "back flat"]),
            ("the band loops round both feet", Start(BASE), &["band round both feet"]),
            ("the arms are straight up", Start(BASE), &["both arms straight up"]),
            ("knees and hips are at 90°", Start(BASE), &["knees and hips at 90°"]),
            ("the calves are parallel to the floor", Start(BASE), &["calves parallel to the floor"]),
            ("a bent leg lowers", Steps(BASE), &["lower one bent leg"]),
            ("the heel touches down", Steps(BASE), &["until the heel touches down"]),
            ("the opposite arm lowers to the floor", Steps(BASE), &["the opposite arm to the floor"]),
            ("both come back together", Steps(BASE), &["bring both back together"]),
            ("that is one rep", Steps(BASE), &["that is one rep"]),
            ("hard: a longer band in one hand", Start(HARD), &["longer band in one hand"]),
            ("hard: it loops round the opposite foot", Start(HARD), &["loop the other end round the opposite foot"]),
            ("hard: one side first, 6 or more", Steps(HARD), &["all reps on this side, 6 or more, before"]),
            ("harder: the same band", Start(HARDER), &["longer band in one hand"]),
            ("harder: the leg straightens as it lowers", Steps(HARDER), &["straighten", "as it lowers to the floor"]),
            ("harder: the foot is flexed", Steps(HARDER), &["foot flexed", "toes pulled to the shin"]),
            ("harder: 6 or more each side", Steps(HARDER), &["6 or more"]),
            ("the whole back stays on the floor", Cue("spine"), &["whole back on the floor"]),
            ("if it lifts: stop, tuck, brace", Cue("spine"), &["if it lifts, stop, tuck", "no arch", "brace"]),
            (
                "an arched back does the core's work",
                Cue("core"),
                &["arched back is doing the work that belongs to the core"],
            ),
            ("breathe out as limbs lower", Breathing, &["out as arm and leg lower"]),
            ("breathe in as they return", Breathing, &["in as they return"]),
            ("the breath is a cue", Cue("breath"), &["out while the limbs lower", "in while they come back"]),
            ("easier: both arms stay up", Easier(BASE), &["both arms up throughout"]),
            ("that works with the long band as a challenge", Easier(HARD), &["both arms up throughout"]),
            ("with the long band it is a challenge", Easier(HARDER), &["long band in the hands", "challenge"]),
        ],
    );
}

#[test]
fn the_single_leg_balance_states_each_of_its_facts() {
    check(
        "single-leg-balance",
        &[
            ("one foot lifts slightly", Start(BASE), &["lift one foot slightly"]),
            ("it is flexed", Start(BASE), &["flexed: toes pulled to the shin"]),
            ("it is under the body", Start(BASE), &["under your body"]),
            ("you stand for 30 s", Steps(BASE), &["stand on one leg for 30 seconds"]),
            ("then the other leg", Steps(BASE), &["change legs"]),
            ("hard: the eyes are closed", Steps(HARD), &["close your eyes"]),
            ("hard: it is much harder than it sounds", Note(HARD), &["much harder than it sounds"]),
            ("harder: on something that gives way", Start(HARDER), &["gives way"]),
            ("harder: a BOSU turned flat side up", Start(HARDER), &["BOSU turned flat side up"]),
            ("harder: a pillow, anything soft", Start(HARDER), &["pillow, anything soft"]),
            ("barefoot", Start(BASE), &["barefoot"]),
            ("barefoot when hard", Start(HARD), &["barefoot"]),
            ("barefoot when harder", Start(HARDER), &["barefoot"]),
            ("barefoot is a cue with its reason", Cue("barefoot"), &["barefoot", "strong foot", "strong landing"]),
            ("the foot is a cue", Cue("foot"), &["flexed", "under your body"]),
            ("new to balance work: begin here", Note(BASE), &["new to balance work", "begin here"]),
            ("own this before the next one", Note(BASE), &["own this before", "next one"]),
        ],
    );
}

#[test]
fn the_single_leg_deadlift_states_each_of_its_facts() {
    check(
        "single-leg-deadlift",
        &[
            ("the feet are together", Start(BASE), &["feet together"]),
            ("a dowel or broom lies along the back", Start(BASE), &["dowel or a broom along your back"]),
            ("one hand at the back of the neck", Start(BASE), &["one hand presses it to the back of the neck"]),
            ("the other at the lower back", Start(BASE), &["the other to the lower back"]),
            ("it touches the whole spine throughout", Steps(BASE), &["touches the whole spine throughout"]),
            ("the hips hinge back", Steps(BASE), &["hinge the hips back"]),
            ("one straight leg lifts behind", Steps(BASE), &["one straight leg lifts behind"]),
            ("its foot is flexed", Steps(BASE), &["foot flexed: toes pulled to the shin"]),
            ("as far as control allows", Steps(BASE), &["as far as you have control"]),
            ("or until parallel to the floor", Steps(BASE), &["torso and leg are parallel to the floor"]),
            ("snap back up", Steps(BASE), &["snap back up"]),
            ("then the other side", Steps(BASE), &["then do the other side"]),
            ("hard: no dowel", Start(HARD), &["without a dowel"]),
            ("hard: the arms are up beside the head", Start(HARD), &["raise both arms beside your head"]),
            ("hard: the palms face each other", Start(HARD), &["palms facing each other"]),
            ("hard: in and out of a Warrior III", Note(HARD), &["in and out of", "Warrior III"]),
            ("harder: a kettlebell on the floor in front", Start(HARDER), &["kettlebell on the floor in front"]),
            ("harder: hinge to pick it up", Steps(HARDER), &["hinge on one leg to pick the kettlebell up"]),
            ("harder: then hold it", Steps(HARDER), &["do the exercise holding it"]),
            ("barefoot", Start(BASE), &["barefoot"]),
            ("barefoot when hard", Start(HARD), &["barefoot"]),
            ("barefoot when harder", Start(HARDER), &["barefoot"]),
            ("barefoot is a cue", Cue("barefoot"), &["barefoot"]),
            ("core and glutes are on from start to end", Cue("core"), &["core and glutes", "from start to end"]),
            ("it is felt everywhere, most there", Cue("core"), &["everywhere", "most of all there"]),
            ("the hips are level", Cue("hips"), &["hips level"]),
            ("no tilt out on the lifted side", Cue("hips"), &["no tilt out on the side of the lifted leg"]),
            ("the foot traces the floor", Cue("foot"), &["trace the floor with the foot"]),
            ("it lifts only when it has to", Cue("foot"), &["lift it only when it has to"]),
            ("do not overextend", Cue("leg"), &["do not overextend"]),
            ("the leg stays in line with the body", Cue("leg"), &["in line with the body"]),
            ("the leg is parallel to the floor", Cue("leg"), &["parallel to the floor"]),
            ("the leg is never above the back", Cue("leg"), &["never above the back"]),
            ("a mirror helps", Cue("mirror"), &["in a mirror"]),
        ],
    );
}

#[test]
fn the_pistol_squat_states_each_of_its_facts() {
    check(
        "supported-pistol-squat",
        &[
            ("straps in front", Start(BASE), &["suspension straps", "in front of you", "hold them"]),
            ("or any band fixed to a wall", Start(BASE), &["or any band", "to a wall"]),
            ("you stand on one leg", Start(BASE), &["on one leg"]),
            ("you squat on that leg", Steps(BASE), &["squat on that leg"]),
            ("the other is straight out in front", Steps(BASE), &["the other straight out in front"]),
            ("only as deep as the heel stays down", Steps(BASE), &["only as deep as the heel stays down"]),
            ("press up", Steps(BASE), &["press up"]),
            ("hard: no support", Title(HARD), &["no support"]),
            ("hard: nothing is held", Start(HARD), &["hold nothing"]),
            ("hard: it can injure who is not ready", Note(HARD), &["warning", "can injure you if you are not ready"]),
            ("harder: on a soft surface", Title(HARDER), &["soft surface"]),
            ("harder: a pillow or a folded mat", Start(HARDER), &["pillow or a folded mat"]),
            ("barefoot", Start(BASE), &["barefoot"]),
            ("barefoot when hard", Start(HARD), &["barefoot"]),
            ("barefoot when harder", Start(HARDER), &["barefoot"]),
            ("barefoot is a cue", Cue("barefoot"), &["barefoot"]),
            ("the heel is a cue", Cue("heel"), &["heel stays down"]),
            ("the free leg is straight", Cue("leg"), &["free leg straight"]),
            ("its foot is flexed", Cue("leg"), &["foot flexed", "toes pulled to the shin"]),
            ("ideally parallel at the bottom", Cue("leg"), &["at the bottom", "ideally parallel to the floor"]),
            ("a mirror or a partner helps", Cue("mirror"), &["mirror", "partner"]),
            ("the back never hunches", Cue("back"), &["never hunches"]),
            ("the core is on", Cue("back"), &["core on"]),
            ("imagine the dowel", Cue("back"), &["imagine the dowel from the deadlift"]),
            ("this spares the lower back", Cue("back"), &["spares the lower back"]),
            ("it loads these muscles", Cue("back"), &["loads glutes, hamstrings, calves and core"]),
        ],
    );
}

#[test]
fn the_deep_squat_states_each_of_its_facts() {
    check(
        "deep-squat",
        &[
            ("the feet are wider than the hips", Start(BASE), &["feet wider than the hips"]),
            ("the weight is even across each foot", Start(BASE), &["evenly across each foot"]),
            ("the feet point forward", Start(BASE), &["pointing forward"]),
            ("the core is on", Start(BASE), &["core on"]),
            ("the hips are tucked", Start(BASE), &["tuck the hips: no arch in the lower back"]),
            ("you squat all the way down", Steps(BASE), &["squat all the way down"]),
            ("the knees press out over the feet", Steps(BASE), &["knees pressed out over the feet"]),
            ("the whole foot is on the floor", Steps(BASE), &["whole foot on the floor"]),
            ("press up", Steps(BASE), &["press up"]),
            ("hard: a BOSU flat side up", Start(HARD), &["BOSU flat side up"]),
            ("harder: jump squats", Title(HARDER), &["jump squats"]),
            ("harder: never on the BOSU", Note(HARDER), &["never on the BOSU"]),
            (
                "harder: from the bottom, as high as possible",
                Steps(HARDER),
                &["from the bottom jump as high as you can"],
            ),
            ("harder: land into the next squat", Steps(HARDER), &["land straight into the next squat"]),
            ("harder: not land first, squat after", Steps(HARDER), &["rather than landing first and squatting after"]),
            ("the back is straight, the core on", Cue("back"), &["back straight", "core on"]),
            ("a weight in front stays close", Cue("weight"), &["in front", "as close to the body as you can"]),
            ("the farther, the more the back carries", Cue("weight"), &["the farther", "the more your back carries"]),
            ("form falling apart: stop and rest", Cue("form"), &["falls apart", "stop and rest"]),
            ("never power through", Cue("form"), &["never power through"]),
            ("a weight is the natural next step", Harder, &["weight", "natural next step"]),
            ("muscles need progressive challenge", Harder, &["muscles must be challenged progressively"]),
            ("a newcomer starts here, with nothing", Note(BASE), &["start", "needs nothing"]),
        ],
    );
}

#[test]
fn the_lunge_states_each_of_its_facts() {
    check(
        "lunge",
        &[
            ("you stand tall, feet hip-width apart", Start(BASE), &["tall", "feet hip-width apart"]),
            ("the hips are tucked", Start(BASE), &["tuck the hips: no arch in the lower back"]),
            ("one leg steps forward", Steps(BASE), &["step one leg forward"]),
            ("until the front knee is at 90°", Steps(BASE), &["lower until the front knee is at 90°"]),
            ("the torso is upright", Steps(BASE), &["torso upright"]),
            ("push back to standing", Steps(BASE), &["push back to standing"]),
            ("the other leg", Steps(BASE), &["the other leg"]),
            ("hard: a four-way lunge", Title(HARD), &["four-way lunge"]),
            ("hard: forward", Steps(HARD), &["lunge forward"]),
            ("hard: side", Steps(HARD), &["to the side"]),
            ("hard: back", Steps(HARD), &["straight back"]),
            ("hard: curtsy, behind at 45°", Steps(HARD), &["curtsy", "behind you at 45°"]),
            ("hard: 4 times on each leg", Steps(HARD), &["4 times on this leg, then 4 times on the other"]),
            ("harder: alternating jump lunges", Title(HARDER), &["alternating jump lunges"]),
            ("harder: cardio as well", Note(HARDER), &["cardio as well"]),
            ("harder: land on the other leg", Steps(HARDER), &["land in a lunge on the other leg"]),
            ("harder: controlled on the way down", Steps(HARDER), &["stay controlled on the way down"]),
            ("the torso as when running", Cue("torso"), &["torso upright", "when you run"]),
            ("the knees go neither in nor out", Cue("knees"), &["knees", "neither in nor out"]),
            ("the knees are watched down and up", Cue("knees"), &["down and up"]),
            ("a weight is the natural next step", Harder, &["weight", "natural next step"]),
            ("muscles need progressive challenge", Harder, &["muscles must be challenged progressively"]),
        ],
    );
}

/// One level's dose (sets, measure, seconds of hold, seconds of rest), how sides share it, and the kit.
#[rstest]
#[case::bridge("banded-glute-bridge", BASE, (&[10, 10, 10][..], Reps, 3, 60), Both, &[Kit::LoopBand])]
#[case::bridge_hard("banded-glute-bridge", HARD, (&[10, 10, 10][..], Reps, 3, 60), Alternating, &[Kit::LoopBand])]
#[case::bridge_harder("banded-glute-bridge", HARDER, (&[10, 10, 10][..], Reps, 3, 60), PerSide, &[Kit::LoopBand])]
#[case::walk("monster-walk", BASE, (&[12, 12, 12][..], Paces, 0, 60), PerSide, &[Kit::LoopBand])]
#[case::walk_hard("monster-walk", HARD, (&[12, 12, 12][..], Paces, 0, 60), PerSide, &[Kit::LoopBand])]
#[case::walk_harder("monster-walk", HARDER, (&[12, 12, 12][..], Paces, 0, 60), PerSide, &[Kit::LoopBand, Kit::SecondLoopBand])]
#[case::bug("banded-dead-bug", BASE, (&[12, 12, 12][..], Reps, 0, 60), Alternating, &[Kit::LoopBand])]
#[case::bug_hard("banded-dead-bug", HARD, (&[6, 6, 6][..], Reps, 0, 60), PerSide, &[Kit::LongBand])]
#[case::bug_harder("banded-dead-bug", HARDER, (&[6, 6, 6][..], Reps, 0, 60), PerSide, &[Kit::LongBand])]
#[case::balance("single-leg-balance", BASE, (&[30][..], Seconds, 0, 30), PerSide, &[])]
#[case::balance_hard("single-leg-balance", HARD, (&[30][..], Seconds, 0, 30), PerSide, &[])]
#[case::balance_harder("single-leg-balance", HARDER, (&[30][..], Seconds, 0, 30), PerSide, &[Kit::SoftSurface])]
#[case::deadlift("single-leg-deadlift", BASE, (&[10, 10, 10][..], Reps, 0, 60), PerSide, &[Kit::Dowel])]
#[case::deadlift_hard("single-leg-deadlift", HARD, (&[10, 10, 10][..], Reps, 0, 60), PerSide, &[])]
#[case::deadlift_harder("single-leg-deadlift", HARDER, (&[10, 10, 10][..], Reps, 0, 60), PerSide, &[Kit::Kettlebell])]
#[case::pistol("supported-pistol-squat", BASE, (&[10, 8][..], Reps, 0, 90), PerSide, &[Kit::Straps])]
#[case::pistol_hard("supported-pistol-squat", HARD, (&[10, 8][..], Reps, 0, 90), PerSide, &[])]
#[case::pistol_harder("supported-pistol-squat", HARDER, (&[10, 8][..], Reps, 0, 90), PerSide, &[Kit::SoftSurface])]
#[case::squat("deep-squat", BASE, (&[20, 20, 20][..], Reps, 0, 60), Both, &[])]
#[case::squat_hard("deep-squat", HARD, (&[20, 20, 20][..], Reps, 0, 60), Both, &[Kit::Bosu])]
#[case::squat_harder("deep-squat", HARDER, (&[20, 20, 20][..], Reps, 0, 60), Both, &[])]
#[case::lunge("lunge", BASE, (&[15, 15, 15][..], Reps, 0, 60), Alternating, &[])]
#[case::lunge_hard("lunge", HARD, (&[4][..], Rounds, 0, 60), PerSide, &[])]
#[case::lunge_harder("lunge", HARDER, (&[15, 15, 15][..], Reps, 0, 60), Alternating, &[])]
fn a_level_has_its_dose(
    #[case] id: &str,
    #[case] level: Level,
    #[case] dose: (&[u16], Measure, u8, u16),
    #[case] sides: Sides,
    #[case] kit: &[Kit],
) {
    let variation = catalogue::find(id).expect("the exercise is in the catalogue").at(level);
    let own = &variation.dose;
    assert_eq!((own.sets, own.measure, own.hold, own.rest), dose);
    assert_eq!((variation.sides, variation.kit), (sides, kit));
}

#[rstest]
#[case::bridge("banded-glute-bridge", BASE, "3 sets of 10, each held 3 s")]
#[case::bridge_hard("banded-glute-bridge", HARD, "3 sets of 10, legs in turn, each held 3 s")]
#[case::bridge_harder("banded-glute-bridge", HARDER, "3 sets of 10 each leg, each held 3 s")]
#[case::walk("monster-walk", BASE, "3 sets of 12 steps each way: 12 right, 12 left")]
#[case::bug("banded-dead-bug", BASE, "3 sets of 12, 6 each side")]
#[case::bug_hard("banded-dead-bug", HARD, "3 sets of 6 or more each side")]
#[case::bug_harder("banded-dead-bug", HARDER, "3 sets of 6 or more each side")]
#[case::balance("single-leg-balance", BASE, "30 seconds each leg")]
#[case::deadlift("single-leg-deadlift", BASE, "3 sets of 10 each side")]
#[case::pistol("supported-pistol-squat", BASE, "1 set of 10 each leg, then 1 set of 8 each leg")]
#[case::squat("deep-squat", BASE, "3 sets of 20")]
#[case::lunge("lunge", BASE, "3 sets of 15, legs in turn")]
#[case::lunge_hard("lunge", HARD, "4 rounds each leg")]
fn a_dose_is_worded(#[case] id: &str, #[case] level: Level, #[case] words: &str) {
    let variation = catalogue::find(id).expect("the exercise is in the catalogue").at(level);
    assert_eq!(text::dose::words(variation), words);
}

#[rstest]
#[case("banded-glute-bridge", Kind::Band, &[Muscle::GluteMax], &[Muscle::Hamstrings, Muscle::GluteMed])]
#[case("monster-walk", Kind::Band, &[Muscle::GluteMed], &[Muscle::GluteMax, Muscle::Quads])]
#[case("banded-dead-bug", Kind::Band, &[Muscle::Abdominals], &[Muscle::HipFlexors])]
#[case("single-leg-balance", Kind::Balance, &[Muscle::FootIntrinsics, Muscle::TibialisPosterior], &[Muscle::GluteMed])]
#[case("single-leg-deadlift", Kind::Balance, &[Muscle::Hamstrings, Muscle::GluteMax], &[Muscle::SpinalErectors])]
#[case("supported-pistol-squat", Kind::Balance, &[Muscle::Quads, Muscle::GluteMax], &[Muscle::GluteMed, Muscle::Hamstrings, Muscle::Calves, Muscle::Abdominals])]
#[case("deep-squat", Kind::BodyWeight, &[Muscle::Quads, Muscle::GluteMax], &[Muscle::Adductors])]
#[case("lunge", Kind::BodyWeight, &[Muscle::Quads, Muscle::GluteMax], &[Muscle::Hamstrings])]
fn an_exercise_has_its_type_and_muscles(
    #[case] id: &str,
    #[case] kind: Kind,
    #[case] primary: &[Muscle],
    #[case] secondary: &[Muscle],
) {
    let exercise = catalogue::find(id).expect("the exercise is in the catalogue");
    assert_eq!(exercise.kind, kind);
    assert_eq!((exercise.muscles.primary, exercise.muscles.secondary), (primary, secondary));
}

#[rstest]
#[case::jump_squats_leave_the_ground("deep-squat", HARDER, Tag::Impact, true)]
#[case::deep_squats_stay_on_it("deep-squat", BASE, Tag::Impact, false)]
#[case::jump_lunges_leave_the_ground("lunge", HARDER, Tag::Impact, true)]
#[case::jump_lunges_are_not_quiet("lunge", HARDER, Tag::Quiet, false)]
#[case::the_kettlebell_is_an_added_weight("single-leg-deadlift", HARDER, Tag::Heavy, true)]
#[case::the_pistol_bends_the_knee_deep("supported-pistol-squat", BASE, Tag::DeepKnee, true)]
#[case::the_ball_tips("deep-squat", HARD, Tag::FallRisk, true)]
#[case::the_dead_bug_lies("banded-dead-bug", BASE, Tag::Supine, true)]
fn a_level_carries_its_tags(#[case] id: &str, #[case] level: Level, #[case] tag: Tag, #[case] carries: bool) {
    let variation = catalogue::find(id).expect("the exercise is in the catalogue").at(level);
    assert_eq!(variation.tags.contains(&tag), carries);
}

#[rstest]
#[case::bands_are_small_and_portable(Kind::Band, "small and portable")]
#[case::bands_give_more_range_of_motion(Kind::Band, "more range of motion")]
#[case::so_more_muscle_works(Kind::Band, "so more muscle works")]
#[case::and_mobility_gains(Kind::Band, "gain mobility")]
#[case::bands_work_core_and_stabilisers(Kind::Band, "core and the stabilisers work")]
#[case::bands_reach_small_muscles_machines_miss(Kind::Band, "small muscles that machines miss")]
#[case::bands_wake_muscles_just_before_a_run(Kind::Band, "just before a run it wakes the muscles")]
#[case::which_form_economy_and_resistance_need(Kind::Band, "good form, economy and resistance to injury need")]
#[case::bands_fit_directly_before_or_after(
    Kind::Band,
    "all three band exercises can be done directly before or directly after a run"
)]
#[case::sets_reps_and_strength_are_yours(Kind::Band, "sets, reps and the strength of the band are yours to change")]
#[case::running_is_one_foot_at_a_time(Kind::Balance, "always one foot at a time")]
#[case::weak_stabilisers_make_form_wobble(Kind::Balance, "weak stabilisers let your form wobble")]
#[case::a_wobble_ends_in_aches(Kind::Balance, "ends in aches")]
#[case::poor_balance_brakes(Kind::Balance, "poor balance you brake")]
#[case::so_as_not_to_fall(Kind::Balance, "so as not to fall")]
#[case::balance_work_is_barefoot(Kind::Balance, "do balance work barefoot")]
#[case::a_strong_foot_a_strong_landing(Kind::Balance, "a strong foot makes a strong landing")]
#[case::at_ease_on_one_leg_first(Kind::Balance, "at ease on one leg before you try the harder exercises")]
#[case::body_weight_is_where_to_start(Kind::BodyWeight, "place to start if strength work is new")]
#[case::body_weight_needs_nothing(Kind::BodyWeight, "need nothing")]
#[case::added_weight_comes_next(Kind::BodyWeight, "natural next step is added weight")]
#[case::because_of_progressive_challenge(Kind::BodyWeight, "muscles must be challenged progressively")]
#[case::each_of_them_can_take_a_weight(Kind::BodyWeight, "every body-weight exercise here can take a weight")]
fn a_type_has_its_purpose(#[case] kind: Kind, #[case] phrase: &str) {
    let purpose = catalogue::purpose(kind);
    let text = [&[purpose.headline], purpose.points, &[purpose.note]].concat().join(" ").to_lowercase();
    assert!(text.contains(phrase), "no {phrase:?} in {text}");
}

#[rstest]
#[case::to_build_muscle_strength_comes_first(Goal::Muscle, "Strength first, then run.", "a little more strength")]
#[case::to_build_endurance_the_run_comes_first(Goal::Endurance, "Run first, then strength.", "fresh legs")]
#[case::for_fitness_it_does_not_matter(Goal::Fitness, "It does not matter.", "small")]
fn a_goal_has_its_order(#[case] goal: Goal, #[case] headline: &str, #[case] reason: &str) {
    let advice = catalogue::order_advice(goal);
    assert_eq!(advice.headline, headline);
    assert!(advice.reason.contains(reason), "{}", advice.reason);
    assert!(advice.reason.contains("small") && advice.reason.contains("3 hours or more matters more"));
    assert!(advice.nuance.contains("intervals, tempo, a race or"), "{}", advice.nuance);
    assert!(advice.nuance.contains("long") && advice.nuance.contains("whatever your goal"));
}

#[rstest]
#[case::it_is_the_spring("is your spring")]
#[case::it_takes_and_passes_on_each_landing("takes each landing and passes it on")]
#[case::it_turns_and_returns_with_the_leg("turns, and returns as the leg drives forward")]
#[case::it_is_engaged_in_every_exercise("engage it in every exercise")]
#[case::so_each_one_trains_it("each one of them trains it")]
fn the_core_has_its_reasons(#[case] phrase: &str) {
    let text = CORE.text.join(" ");
    assert!(text.contains(phrase), "no {phrase:?} in {text}");
    assert_eq!(CORE.headline, "Why a strong core?");
}

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
fn level_strings(variation: &Variation) -> Vec<&'static str> {
    let Variation { title, cue, note, breathing, slip, easier, harder, warning, .. } = *variation;
    let own = [title, cue, note, breathing, slip.slip, slip.fix, easier, harder, warning];
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

/// Every level of every exercise.
fn variations() -> impl Iterator<Item = (&'static str, Level, &'static catalogue::Variation)> {
    catalogue::all()
        .iter()
        .flat_map(|exercise| Level::ALL.iter().map(|level| (exercise.id, *level, exercise.at(*level))))
}

/// What each level loads, as a physiotherapist would say, in the order of the body from below.
#[rstest]
#[case::bridge("banded-glute-bridge", BASE, "thigh hip back")]
#[case::bridge_hard("banded-glute-bridge", HARD, "knee thigh hip back")]
#[case::bridge_harder("banded-glute-bridge", HARDER, "knee thigh hip back")]
#[case::walk("monster-walk", BASE, "foot lower-leg knee thigh hip back")]
#[case::walk_hard("monster-walk", HARD, "foot lower-leg knee thigh hip back")]
#[case::walk_harder("monster-walk", HARDER, "foot lower-leg knee thigh hip back")]
#[case::bug("banded-dead-bug", BASE, "foot hip arm")]
#[case::bug_hard("banded-dead-bug", HARD, "foot hip back arm")]
#[case::bug_harder("banded-dead-bug", HARDER, "foot lower-leg knee thigh hip back arm")]
#[case::balance("single-leg-balance", BASE, "foot lower-leg hip")]
#[case::balance_hard("single-leg-balance", HARD, "foot lower-leg hip")]
#[case::balance_harder("single-leg-balance", HARDER, "foot lower-leg knee hip")]
#[case::deadlift("single-leg-deadlift", BASE, "foot lower-leg knee thigh hip back arm")]
#[case::deadlift_hard("single-leg-deadlift", HARD, "foot lower-leg knee thigh hip back arm")]
#[case::deadlift_harder("single-leg-deadlift", HARDER, "foot lower-leg knee thigh hip back arm")]
#[case::pistol("supported-pistol-squat", BASE, "foot lower-leg knee thigh hip back arm")]
#[case::pistol_hard("supported-pistol-squat", HARD, "foot lower-leg knee thigh hip back")]
#[case::pistol_harder("supported-pistol-squat", HARDER, "foot lower-leg knee thigh hip back")]
#[case::squat("deep-squat", BASE, "foot lower-leg knee thigh hip back")]
#[case::squat_hard("deep-squat", HARD, "foot lower-leg knee thigh hip back")]
#[case::squat_harder("deep-squat", HARDER, "foot lower-leg knee thigh hip back")]
#[case::lunge("lunge", BASE, "foot lower-leg knee thigh hip")]
#[case::lunge_hard("lunge", HARD, "foot lower-leg knee thigh hip back")]
#[case::lunge_harder("lunge", HARDER, "foot lower-leg knee thigh hip back")]
fn a_level_loads_parts_of_the_body(#[case] id: &str, #[case] level: Level, #[case] parts: &str) {
    let loads = catalogue::find(id).expect("the exercise is in the catalogue").at(level).loads;
    assert_eq!(loads.iter().map(|part| part.slug()).collect::<Vec<_>>().join(" "), parts);
}

/// The rules by which tags and ways of standing tell what is loaded at least.
#[test]
fn what_a_level_loads_follows_from_how_it_is_done() {
    for (id, level, variation) in variations() {
        let loads = |parts: &[BodyPart]| parts.iter().all(|part| variation.loads.contains(part));
        let has = |tag: Tag| variation.tags.contains(&tag);
        let text = [variation.start, variation.steps].concat().join(" ").to_lowercase();
        if has(Tag::Impact) {
            let parts =
                [BodyPart::Foot, BodyPart::LowerLeg, BodyPart::Knee, BodyPart::Thigh, BodyPart::Hip, BodyPart::Back];
            assert!(loads(&parts), "{id} {level:?} jumps");
        }
        if has(Tag::DeepKnee) {
            assert!(loads(&[BodyPart::Knee, BodyPart::Thigh, BodyPart::LowerLeg]), "{id} {level:?} bends the knee");
        }
        if has(Tag::NoFloor) && variation.sides == PerSide {
            assert!(loads(&[BodyPart::Foot, BodyPart::LowerLeg, BodyPart::Hip]), "{id} {level:?} stands on one leg");
        }
        if text.contains("hinge") || has(Tag::Heavy) {
            assert!(loads(&[BodyPart::Back, BodyPart::Thigh]), "{id} {level:?} hinges");
        }
        if variation.kit.iter().any(|kit| [Kit::Straps, Kit::Kettlebell, Kit::Dowel, Kit::LongBand].contains(kit)) {
            assert!(loads(&[BodyPart::Arm]), "{id} {level:?} is held in the hands");
        }
        assert!(!loads(&[BodyPart::Elsewhere]), "{id} {level:?}");
    }
}

/// What can still be trained with a sore part, at the least. A sore hip or groin leaves nothing: each of the eight asks
/// something of it.
#[rstest]
#[case(BodyPart::Foot, &["banded-glute-bridge"])]
#[case(BodyPart::LowerLeg, &["banded-glute-bridge", "banded-dead-bug"])]
#[case(BodyPart::Knee, &["banded-glute-bridge", "banded-dead-bug", "single-leg-balance"])]
#[case(BodyPart::Thigh, &["banded-dead-bug", "single-leg-balance"])]
#[case(BodyPart::Hip, &[])]
#[case(BodyPart::Back, &["banded-dead-bug", "single-leg-balance", "lunge"])]
#[case(BodyPart::Arm, &["banded-glute-bridge", "monster-walk", "single-leg-balance", "supported-pistol-squat", "deep-squat", "lunge"])]
fn with_a_sore_part_these_are_left(#[case] part: BodyPart, #[case] expected: &[&str]) {
    let spares = |exercise: &&&Exercise| Level::ALL.iter().any(|level| !exercise.at(*level).loads.contains(&part));
    assert_eq!(ids(catalogue::all().iter().filter(spares).copied()), expected);
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

/// What stands on the page of every level may name no kit at all that one of the levels lacks.
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
fn no_part_of_an_exercise_is_empty() {
    for exercise in catalogue::all() {
        let id = exercise.id;
        assert!(!exercise.areas.is_empty(), "{id} has areas");
        assert!(!exercise.muscles.primary.is_empty() && !exercise.muscles.secondary.is_empty(), "{id} has muscles");
    }
    for (id, level, variation) in variations() {
        assert!(!variation.start.is_empty(), "{id} {level:?} has a start");
        assert!(!variation.steps.is_empty(), "{id} {level:?} has steps");
        assert!(!variation.tags.is_empty(), "{id} {level:?} has tags");
        assert!(variation.cues.len() >= 3, "{id} {level:?} has three cues");
        assert!(!variation.loads.is_empty(), "{id} {level:?} loads something");
        assert_eq!(
            variation.tempo.is_empty(),
            variation.dose.measure == Measure::Seconds,
            "{id} {level:?} has a tempo"
        );
        assert!(variation.tempo.iter().all(|beat| beat.seconds >= 1), "{id} {level:?}: each beat lasts");
    }
}

#[test]
fn every_dose_counts_and_its_words_say_so() {
    for (id, level, variation) in variations() {
        let dose = &variation.dose;
        assert!(!dose.sets.is_empty() && dose.sets.iter().all(|amount| *amount >= 1), "{id} {level:?}");
        assert!(dose.rest >= 1, "{id} {level:?} rests");
        let words = text::dose::words(variation);
        let numbers: Vec<u16> =
            words.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        let equal = dose.sets.iter().all(|amount| *amount == dose.sets[0]);
        let count = (equal && dose.sets.len() > 1).then(|| u16::try_from(dose.sets.len()).expect("few sets"));
        let hold = (dose.hold > 0).then_some(u16::from(dose.hold));
        for number in dose.sets.iter().copied().chain(count).chain(hold) {
            assert!(numbers.contains(&number), "{id} {level:?}: no {number} in {words}");
        }
    }
}

#[test]
fn a_hold_of_the_dose_is_a_beat_of_the_tempo() {
    for (id, level, variation) in variations() {
        let beat = variation.tempo.iter().find(|beat| beat.word == "hold").map_or(0, |beat| beat.seconds);
        assert_eq!(beat, variation.dose.hold, "{id} {level:?}");
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

#[test]
fn every_exercise_engages_the_core() {
    for exercise in catalogue::all() {
        for level in Level::ALL {
            let text = level_strings(exercise.at(*level)).join(" ").to_lowercase();
            assert!(text.contains("core"), "{} {level:?} cues the core", exercise.id);
        }
    }
}

#[test]
fn every_balance_exercise_is_barefoot_at_every_level() {
    for exercise in catalogue::all().iter().filter(|exercise| exercise.kind == Kind::Balance) {
        for level in Level::ALL {
            assert!(part(exercise, Start(*level)).contains("barefoot"), "{} {level:?}", exercise.id);
        }
    }
}

#[test]
fn the_exercises_stand_in_teaching_order_and_are_found_by_their_ids() {
    assert_eq!(ids(catalogue::all().iter().copied()), FOUNDING);
    for exercise in catalogue::all() {
        let same: Vec<_> = catalogue::all().iter().filter(|other| other.id == exercise.id).collect();
        assert_eq!(same.len(), 1, "{} is unique", exercise.id);
        assert_eq!(catalogue::find(exercise.id).map(|found| found.name), Some(exercise.name));
    }
    assert!(catalogue::find("handstand").is_none());
}

#[test]
fn every_exercise_has_its_brief_which_asks_for_the_same() {
    assert_eq!(catalogue::briefs().iter().map(|brief| brief.id).collect::<Vec<_>>(), FOUNDING);
    for exercise in catalogue::all() {
        let brief = catalogue::brief(exercise.id).unwrap();
        assert_eq!((brief.id, brief.name), (exercise.id, exercise.name));
        for level in Level::ALL {
            let (asked, taught) = (brief.at(*level), exercise.at(*level));
            assert_eq!((asked.dose, asked.sides), (taught.dose, taught.sides), "{} {level:?}", exercise.id);
            assert_eq!((asked.kit, asked.tempo), (taught.kit, taught.tempo), "{} {level:?}", exercise.id);
            assert_eq!(asked.loads, taught.loads, "{} {level:?}", exercise.id);
        }
    }
    assert!(catalogue::brief("handstand").is_none());
}

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

#[rstest]
#[case::nothing_finds_all("", FOUNDING)]
#[case::a_part_of_a_name("q=bridge", &["banded-glute-bridge"])]
#[case::case_does_not_matter("q=BOSU", &["single-leg-balance", "supported-pistol-squat", "deep-squat"])]
#[case::every_word_must_be_found("q=bug+flat", &["banded-dead-bug"])]
#[case::a_word_found_nowhere("q=bridge+swimming", &[])]
#[case::a_muscle("q=adductors", &["deep-squat"])]
#[case::a_level_title("q=four-way", &["lunge"])]
#[case::a_step_is_not_searched("q=curtsy", &[])]
#[case::a_piece_of_kit_by_word("q=broom", &["single-leg-deadlift"])]
#[case::another_name("q=romanian", &["single-leg-deadlift"])]
#[case::another_name_of_two_words("q=lateral+walk", &["monster-walk"])]
#[case::names_come_first("q=squat", &["supported-pistol-squat", "deep-squat"])]
#[case::a_name_before_what_only_mentions_it("q=balance", &["single-leg-balance", "single-leg-deadlift", "supported-pistol-squat"])]
#[case::a_type("type=band", &["banded-glute-bridge", "monster-walk", "banded-dead-bug"])]
#[case::a_type_by_word("q=resistance", &["banded-glute-bridge", "monster-walk", "banded-dead-bug"])]
#[case::no_kit("kit=none", &["single-leg-balance", "single-leg-deadlift", "supported-pistol-squat", "deep-squat", "lunge"])]
#[case::no_kit_at_base("kit=none&level=base", &["single-leg-balance", "deep-squat", "lunge"])]
#[case::kit_at_some_level("kit=bosu", &["deep-squat"])]
#[case::kit_at_another_level("kit=bosu&level=base", &[])]
#[case::kit_and_sides_at_one_level("kit=loop-band&sides=alternating", &["banded-glute-bridge", "banded-dead-bug"])]
#[case::kit_and_sides_at_two_levels("kit=long-band&sides=alternating", &[])]
#[case::kit_and_none("kit=bosu&kit=none", &[])]
#[case::an_area("area=lower-leg", &["single-leg-balance", "supported-pistol-squat"])]
#[case::an_area_and_a_type("area=trunk&type=balance", &["single-leg-deadlift"])]
#[case::unknown_values_are_ignored("type=swimming&kit=fins&mood=low&area", FOUNDING)]
fn a_query_finds_its_exercises(#[case] query: &str, #[case] found: &[&str]) {
    assert_eq!(ids(text::exercises::find(&Filter::from_query(query))), found);
}

const FOUNDING: &[&str] = &[
    "banded-glute-bridge",
    "monster-walk",
    "banded-dead-bug",
    "single-leg-balance",
    "single-leg-deadlift",
    "supported-pistol-squat",
    "deep-squat",
    "lunge",
];

fn ids(exercises: impl IntoIterator<Item = &'static Exercise>) -> Vec<&'static str> {
    exercises.into_iter().map(|exercise| exercise.id).collect()
}

#[test]
fn a_name_that_holds_the_word_comes_before_an_earlier_exercise_that_mentions_it() {
    let found = ids(text::exercises::find(&Filter::from_query("q=leg")));
    assert_eq!(found[..2], ["single-leg-balance", "single-leg-deadlift"]);
    assert!(found[2..].contains(&"banded-glute-bridge"), "{found:?}");
}

#[rstest]
#[case::a_plus_is_a_space("q=dead+bug", "dead bug")]
#[case::an_escape_is_a_byte("q=45%C2%B0", "45°")]
#[case::small_digits_count("q=45%c2%b0", "45°")]
#[case::an_escape_that_is_none_is_kept("q=%zz%4", "%zz%4")]
#[case::a_lone_percent_is_kept("q=100%", "100%")]
#[case::bytes_that_are_no_text_are_kept("q=%FF", "%FF")]
#[case::a_question_mark_is_skipped("?q=hip", "hip")]
#[case::an_equals_sign_belongs_to_the_value("q=a=b", "a=b")]
fn a_query_is_read(#[case] query: &str, #[case] text: &str) {
    assert_eq!(Filter::from_query(query).text, text);
}

#[test]
fn a_filter_is_written_as_a_short_query() {
    let filter = Filter {
        text: "hip & knee".to_owned(),
        kind: Some(Kind::Band),
        kit: Some(Kit::LoopBand),
        no_kit: false,
        area: Some(Area::Hips),
        sides: Some(Sides::PerSide),
        level: Some(HARD),
    };
    let query = "q=hip%20%26%20knee&type=band&kit=loop-band&area=hips&sides=per-side&level=hard";
    assert_eq!(filter.to_query(), query);
    assert_eq!(Filter { no_kit: true, ..Filter::default() }.to_query(), "kit=none");
    assert_eq!(Filter::default().to_query(), "");
}

#[rstest]
#[case::nothing("", true)]
#[case::only_spaces("q=+", true)]
#[case::a_word("q=hip", false)]
#[case::no_kit("kit=none", false)]
#[case::a_level("level=hard", false)]
fn a_filter_knows_whether_it_is_empty(#[case] query: &str, #[case] empty: bool) {
    assert_eq!(Filter::from_query(query).is_empty(), empty);
}

/// Any value of a vocabulary, or none.
fn any_of<T: Clone + std::fmt::Debug + 'static>(values: &'static [T]) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(proptest::sample::select(values))
}

prop_compose! {
    fn filters()(
        text in any::<String>(),
        kind in any_of(Kind::ALL),
        kit in any_of(Kit::ALL),
        no_kit in any::<bool>(),
        area in any_of(Area::ALL),
        sides in any_of(Sides::ALL),
        level in any_of(Level::ALL),
    ) -> Filter {
        Filter { text, kind, kit, no_kit, area, sides, level }
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_filter_survives_its_query(filter in filters()) {
        prop_assert_eq!(Filter::from_query(&filter.to_query()), filter);
    }

    #[test]
    fn any_query_is_read_without_fault_and_settles(query in "[a-z&=%+?0-9A-F\\PC]{0,40}") {
        let filter = Filter::from_query(&query);
        prop_assert_eq!(Filter::from_query(&filter.to_query()), filter);
    }

    #[test]
    fn what_is_found_matches_and_nothing_else(filter in filters()) {
        let found = text::exercises::find(&filter);
        for exercise in catalogue::all() {
            let listed = found.iter().filter(|other| other.id == exercise.id).count();
            prop_assert_eq!(listed, usize::from(text::exercises::matches(exercise, &filter)));
        }
    }
}
