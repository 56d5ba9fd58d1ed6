//! Facts that the entry of each founding exercise must state.

use super::{BASE, HARD, HARDER};
use Part::{Breathing, Cue, Easier, Harder, Note, Start, Steps, Timing, Title};
use mainspring::domain::catalogue::{self, Exercise, Level};

/// The place in an exercise that states a fact.
#[derive(Clone, Copy, Debug)]
pub enum Part {
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

/// The text of one part of an exercise.
pub fn part(exercise: &Exercise, part: Part) -> String {
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
            ("core and glutes brace", Steps(BASE), &["brace your core and glutes"]),
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
            ("the core is braced, no arch", Cue("core"), &["core braced", "no arch"]),
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
            ("the core is braced", Cue("back"), &["brace your core"]),
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
            ("the core is braced", Start(BASE), &["brace your core"]),
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
            ("the back is straight, the core braced", Cue("back"), &["back straight", "core braced"]),
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
