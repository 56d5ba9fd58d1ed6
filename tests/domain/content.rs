//! The reader of `content/`: each kind of fault is told by file, line and a sentence, and what is written comes out as it went in.

#[path = "../../tools/content/mod.rs"]
#[allow(dead_code, unused_imports, reason = "some of the reader is for the build script and for tools")]
pub mod reader;

use mainspring::domain::catalogue::{Exercise, Level, brief, unpack};
use mainspring::domain::figure::{
    AT_EASE, Arm, Foot, Forearm, HandAngles, HandShape, Knee, LIE, Leg, Palm, Pose, RestingPart, Root, STAND, flat,
    hand, planted, reach, swing, vector,
};
use reader::{ENGLISH, Files};
use rstest::rstest;
use std::path::Path;

/// Three exercises, a routine and the advice as they were one day, so that no change of the content moves a line here.
fn files() -> Files {
    reader::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/domain/fixtures/content")).unwrap()
}

/// The files, with `from` (where it stands first) replaced by `to` in one of them.
#[track_caller]
fn changed(path: &str, from: &str, to: &str) -> Files {
    let mut files = files();
    let text = files.get_mut(&format!("content/{path}")).expect("the file is there");
    assert!(text.contains(from), "{path} has no {from:?}");
    *text = text.replacen(from, to, 1);
    files
}

/// Place and function of each of the app's messages.
pub fn english_app() -> Vec<(String, String)> {
    let ours = reader::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let app = reader::read(&ours).unwrap_or_else(|faults| panic!("{faults:?}")).app;
    let split = |message: &reader::Message| {
        message.id.split_once('-').map(|(place, name)| (place.to_owned(), reader::snake(name)))
    };
    app.messages().filter_map(split).collect()
}

fn faults(files: &Files) -> Vec<String> {
    reader::read(files).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn the_content_has_no_fault() {
    let ours = reader::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert_eq!(faults(&ours), Vec::<String>::new());
    assert_eq!(faults(&files()), Vec::<String>::new());
}

const LUNGE: &str = "exercises/lunge/exercise.toml";
const SAID: &str = "exercises/lunge/en.toml";
const MOVED: &str = "exercises/lunge/motion.toml";
const WALK: &str = "exercises/monster-walk/motion.toml";
const SQUAT: &str = "exercises/deep-squat/motion.toml";
const NOTE: &str = "note = \"Four directions ask the hip for control that a straight run never asks for.\"\n";

#[rstest]
#[case::no_toml(SAID, "[hard]", "[hard", "SAID:44: unclosed table, expected `]`")]
#[case::a_level_lacks_a_sentence(SAID, NOTE, "", "SAID:44: level \"hard\" has no \"note\"")]
#[case::an_unknown_key(
    SAID,
    NOTE,
    "note = \"A.\"\nmood = \"B.\"\n",
    "SAID:57: level \"hard\" has an unknown key \"mood\""
)]
#[case::an_unknown_key_of_a_file(
    LUNGE,
    "order = 8",
    "order = 8\nmood = 1",
    "LUNGE:3: the exercise has an unknown key \"mood\""
)]
#[case::an_unknown_key_of_a_prop(
    WALK,
    "at = \"arches\"",
    "at = \"arches\", x = 1",
    "WALK:60: prop has an unknown key \"x\""
)]
#[case::no_level(LUNGE, "[hard]", "[hardest]", "LUNGE:1: the exercise has no \"hard\"")]
#[case::a_text_that_is_none(
    SAID,
    "name = \"Lunge\"",
    "name = 8",
    "SAID:1: the exercise: \"name\" must be a text in quotes"
)]
#[case::an_empty_text(SAID, "name = \"Lunge\"", "name = \"\"", "SAID:1: the exercise: \"name\" is empty")]
#[case::a_text_with_a_space_too_many(
    SAID,
    "name = \"Lunge\"",
    "name = \"Lunge \"",
    "SAID:1: the exercise: \"name\" has a space too many, a tab or a line break"
)]
#[case::a_number_that_the_facts_carry(
    SAID,
    "{amount} times on this leg",
    "4 times on this leg",
    "SAID:53: level \"hard\": \"steps\" says 4, which exercise.toml says: write {amount}"
)]
#[case::a_number_that_there_is_not(
    SAID,
    "{amount} is odd",
    "{hold} is odd",
    "SAID:36: level \"base\": \"note\" names a number in { } that this level has not"
)]
#[case::a_list_that_is_empty(
    LUNGE,
    "tags = [\"quiet\", \"no-floor\"]",
    "tags = []",
    "LUNGE:19: level \"base\": \"tags\" is empty"
)]
#[case::a_list_that_is_none(
    SAID,
    "steps = [\n  \"Jump up",
    "steps = [[\"A.\"]]\nstep = [\n  \"Jump up",
    "SAID:72: level \"harder\": \"steps\" must be a text in quotes"
)]
#[case::a_number_out_of_range(
    LUNGE,
    "rest = 60",
    "rest = 9000",
    "LUNGE:11: [all]: \"rest\" must be a whole number from 1 to 900"
)]
#[case::a_number_that_is_none(
    LUNGE,
    "order = 8",
    "order = \"8\"",
    "LUNGE:2: the exercise: \"order\" must be a whole number"
)]
#[case::an_unknown_value(
    LUNGE,
    "kind = \"body-weight\"",
    "kind = \"swimming\"",
    "LUNGE:3: the exercise: \"kind\" is \"swimming\"; it can be band, balance, body-weight"
)]
#[case::something_twice(
    LUNGE,
    "[\"quiet\", \"no-floor\"]",
    "[\"quiet\", \"quiet\"]",
    "LUNGE:19: level \"base\": \"tags\" names something twice"
)]
#[case::no_level_uses_it(SAID, "[all]\n", "[all]\nsteps = [\"A.\"]\n", "SAID:17: [all]: \"steps\" is used by no level")]
#[case::a_note_is_a_levels_own(SAID, "[all]\n", "[all]\nnote = \"A.\"\n", "SAID:17: [all] has an unknown key \"note\"")]
#[case::no_tempo(LUNGE, "tempo = [\"down 2\", \"jump 1\"]\n", "", "LUNGE:29: level \"harder\" has no \"tempo\"")]
#[case::a_weight_in_a_jump(
    LUNGE,
    "counts = \"reps\"\ntempo = [\"down 2\", \"jump 1\"]",
    "counts = \"reps\"\nweight = \"hands\"\ntempo = [\"down 2\", \"jump 1\"]",
    "LUNGE:29: level \"harder\" jumps and has a \"weight\""
)]
#[case::a_kettlebell_without_a_weight(
    LUNGE,
    "kit = []",
    "kit = [\"kettlebell\"]",
    "LUNGE:29: level \"harder\" has a kettlebell and no \"weight\""
)]
#[case::an_unknown_place_of_a_weight(
    LUNGE,
    "[hard]\n",
    "[hard]\nweight = \"feet\"\n",
    "LUNGE:22: level \"hard\": \"weight\" is \"feet\"; it can be hands, each-hand, shoulders"
)]
#[case::a_tempo_that_holds(
    LUNGE,
    "counts = \"rounds\"",
    "counts = \"seconds\"",
    "LUNGE:21: level \"hard\" counts seconds and has a \"tempo\""
)]
#[case::a_beat_without_seconds(
    LUNGE,
    "\"jump 1\"",
    "\"jump\"",
    "LUNGE:33: level \"harder\": \"tempo\" is \"jump\"; a beat is a word"
)]
#[case::a_beat_without_a_word(
    SAID,
    "jump = \"jump\"\n",
    "",
    "SAID:6: [beats] has no \"jump\", which the tempo in exercise.toml names"
)]
#[case::a_word_without_a_beat(
    SAID,
    "jump = \"jump\"\n",
    "jump = \"jump\"\nhop = \"hop\"\n",
    "SAID:15: [beats]: no tempo in exercise.toml names \"hop\""
)]
#[case::a_cue_without_a_moment(
    SAID,
    "[harder.cues]\n",
    "[harder.cues]\nneck = \"A.\"\n",
    "SAID:87: level \"harder\": cue \"neck\" has no moment in motion.toml"
)]
#[case::a_cue_for_all_without_a_moment(
    SAID,
    "[all.cues]\n",
    "[all.cues]\nneck = \"A.\"\n",
    "SAID:20: [all.cues] has an unknown key \"neck\""
)]
#[case::a_moment_without_a_cue(
    MOVED,
    "[harder.moments]\n",
    "[harder.moments]\nneck = { at = 1, joint = \"head\" }\n",
    "SAID:64: level \"harder\" has no cue \"neck\", which has a moment in motion.toml"
)]
#[case::a_moment_outside_the_loop(
    MOVED,
    "torso = { at = 7.8",
    "torso = { at = 12.5",
    "MOVED:135: moment \"torso\": \"at\" is outside the loop"
)]
#[case::an_unknown_joint(
    MOVED,
    "joint = \"chest\"",
    "joint = \"beak\"",
    "MOVED:114: moment \"torso\": \"joint\" is \"beak\"; it can be head, chest"
)]
#[case::an_unknown_pose(
    MOVED,
    "pose = \"down-curtsy\"",
    "pose = \"bow\"",
    "MOVED:129: key: \"pose\" is \"bow\", and no pose above"
)]
#[case::a_pose_from_an_unknown_one(
    MOVED,
    "from = \"step-right\"",
    "from = \"bow\"",
    "MOVED:19: pose \"down-right\": \"from\" is \"bow\""
)]
#[case::a_pose_of_a_shared_name(MOVED, "[poses.air]", "[poses.stand]", "MOVED:85: pose \"stand\" stands there already")]
#[case::a_pose_held_in_two_ways(
    MOVED,
    "hips = [0, 0.625, 0]",
    "hips = [0, 0.625, 0]\nshoulders = [0, 0, 0]",
    "MOVED:85: pose \"air\" has two of"
)]
#[case::a_pose_held_by_nothing(
    MOVED,
    "from = \"stand\"\nbalance = { hips = 0.5288, right = 0.5 }",
    "",
    "MOVED:1: pose \"tall\" has no \"from\" and none of"
)]
#[case::a_place_with_two_numbers(
    MOVED,
    "hips = [0, 0.625, 0]",
    "hips = [0, 0.625]",
    "MOVED:87: pose \"air\": \"hips\" must be a place"
)]
#[case::a_number_beyond_the_picture(
    MOVED,
    "hips = [0, 0.625, 0]",
    "hips = [0, 625, 0]",
    "MOVED:87: pose \"air\": \"hips\" must be a number from -1.6 to 1.6"
)]
#[case::a_pose_that_nothing_shows(
    MOVED,
    "[poses.air]",
    "[poses.bow]\nfrom = \"tall\"\n[poses.air]",
    "MOVED:85: pose \"bow\" is in no key, and no pose starts from it"
)]
#[case::keys_out_of_order(MOVED, "{ at = 2.5,", "{ at = 2.2,", "MOVED:145: key: \"at\" is not after the key before")]
#[case::a_key_outside_the_loop(MOVED, "{ at = 5.82,", "{ at = 6,", "MOVED:153: key: \"at\" is outside the loop")]
#[case::an_unknown_view(
    MOVED,
    "view = \"both\"",
    "view = \"top\"",
    "MOVED:110: level \"base\": \"view\" is \"top\"; it can be side, front, both"
)]
#[case::a_still_of_one_time(
    MOVED,
    "still = [0, 2]",
    "still = [0]",
    "MOVED:111: level \"base\": \"still\" must be two times"
)]
#[case::a_prop_that_the_kit_lacks(
    WALK,
    "\"loop-band\", at = \"arches\"",
    "\"dowel\"",
    "WALK:60: prop: \"prop\" is \"dowel\", and the kit in exercise.toml does not list \"dowel\""
)]
#[case::two_bands_and_one_in_the_kit(
    WALK,
    "{ prop = \"loop-band\", at = \"arches\" }",
    "{ prop = \"loop-band\", at = \"arches\" }, { prop = \"loop-band\", at = \"ankles\" }",
    "WALK:59: level \"hard\" shows two loop bands"
)]
#[case::a_foot_over_what_it_stands_on(
    SQUAT,
    "at = [0, 0.13, 0.125]",
    "at = [0, 0.2, 0.125]",
    "SQUAT:105: level \"hard\": pose \"tall-ball\": right foot is on something 0.2 up, and the bosu there is at 0.13"
)]
#[case::a_seat_on_nothing(
    SQUAT,
    "balance = { hips = 0.22, right = 0.5 }",
    "seat = [-0.2, 0.2, 0]",
    "SQUAT:89: level \"base\": pose \"low\": seat is on something 0.2 up, and no prop is there"
)]
#[case::a_foot_in_a_box(
    WALK,
    "{ prop = \"loop-band\", at = \"arches\" }",
    "{ prop = \"box\", x = 0.02, height = 0.3, wide = 0.9 }",
    "WALK:59: level \"hard\": pose \"narrow-at-left\": right foot is on the floor, where the box is"
)]
#[case::furniture_that_the_kit_lacks(
    WALK,
    "{ prop = \"loop-band\", at = \"arches\" }",
    "{ prop = \"wall\", x = 0.6 }",
    "WALK:60: prop: \"prop\" is \"wall\", and the kit in exercise.toml does not list \"wall\""
)]
#[case::a_wall_in_two_places(
    WALK,
    "{ prop = \"loop-band\", at = \"arches\" }",
    "{ prop = \"wall\", x = 0.6, z = 0.6 }",
    "WALK:60: prop: a wall has either \"x\" or \"z\""
)]
#[case::a_band_to_no_end(
    WALK,
    "{ prop = \"loop-band\", at = \"arches\" }",
    "{ prop = \"long-band\", from = \"right-hand\", to = \"door\", slack = 0.3 }",
    "WALK:60: prop: \"to\" is \"door\"; it can be right-hand"
)]
#[case::a_way_past_something_that_stands(
    WALK,
    "props = [{ prop = \"loop-band\", at = \"arches\" }]",
    "travel = [0, 0, 0.2]\nprops = [{ prop = \"pillow\", x = 0.9, z = 0.9 }]",
    "WALK:60: level \"hard\": \"travel\" is the way of a figure past which nothing stands"
)]
#[case::an_unknown_exercise(
    "routines/body-weight/routine.toml",
    "\"deep-squat\"",
    "\"handstand\"",
    "routines/body-weight/routine.toml:3: item: \"exercise\" is \"handstand\", and no folder"
)]
#[case::a_routine_without_a_line_about_it(
    "routines/body-weight/en.toml",
    "about = \"Squats and lunges.\"\n",
    "",
    "routines/body-weight/en.toml:1: the routine has no \"about\""
)]
#[case::an_order_twice(LUNGE, "order = 8", "order = 7", "LUNGE:2: \"order\" is 7, and so it is in \"deep-squat\"")]
#[case::advice_that_is_missing(
    "advice/en.toml",
    "[order.fitness]",
    "[order.fame]",
    "advice/en.toml:4: [order] has no \"fitness\""
)]
fn a_fault_is_told_by_file_line_and_sentence(
    #[case] path: &str,
    #[case] from: &str,
    #[case] to: &str,
    #[case] told: &str,
) {
    let told = told
        .replace("SAID", SAID)
        .replace("LUNGE", LUNGE)
        .replace("MOVED", MOVED)
        .replace("WALK", WALK)
        .replace("SQUAT", SQUAT);
    let faults = faults(&changed(path, from, to));
    assert!(
        faults.iter().any(|fault| fault.starts_with(&format!("content/{told}"))),
        "{told}\nis not among\n{}",
        faults.join("\n")
    );
}

#[rstest]
#[case::a_file_that_is_missing("exercises/lunge/en.toml", None, "content/exercises/lunge/en.toml:1: is missing")]
#[case::a_file_that_nothing_reads(
    "exercises/lunge/notes.txt",
    Some("A."),
    "content/exercises/lunge/notes.txt:1: is no file that content has: see CONTRIBUTING.md"
)]
#[case::a_folder_that_is_no_slug(
    "routines/Long Run/routine.toml",
    Some(""),
    "content/routines/Long Run:1: \"Long Run\" is no slug: small letters and digits, joined by hyphens"
)]
fn a_file_that_should_not_be_so_is_told(#[case] path: &str, #[case] text: Option<&str>, #[case] told: &str) {
    let mut files = files();
    let path = format!("content/{path}");
    match text {
        Some(text) => drop(files.insert(path, text.to_owned())),
        None => drop(files.remove(&path)),
    }
    let faults = faults(&files);
    assert!(faults.iter().any(|fault| fault == told), "{told}\nis not among\n{}", faults.join("\n"));
}

const APP: &str = "app/en.ftl";

#[rstest]
#[case::no_fluent(
    APP,
    "log-nothing = Nothing yet",
    "log-nothing Nothing yet",
    "APP:9: Expected a token starting with \"=\""
)]
#[case::an_id_twice(APP, "today-title =", "log-nothing =", "APP:15: \"log-nothing\" is there twice")]
#[case::an_id_without_a_place(
    APP,
    "log-nothing =",
    "nothing =",
    "APP:9: \"nothing\" must be a place and a name: \"today-rest-day\""
)]
#[case::another_place(
    APP,
    "log-nothing =",
    "today-nothing =",
    "APP:9: \"today-nothing\" must stand in the section \"## today: …\""
)]
#[case::no_section(
    APP,
    "## log: what was done",
    "# log: what was done",
    "APP:5: \"log-done\" must stand in the section \"## log: …\""
)]
#[case::a_section_that_is_no_place(
    APP,
    "## log: what was done",
    "## what was done",
    "APP:3: \"## what was done\" must be the head of a place"
)]
#[case::sections_out_of_order(
    APP,
    "## log:",
    "## word:",
    "APP:11: the section \"today\" must stand once and in alphabetical order"
)]
#[case::a_name_that_is_a_word_of_rust(
    APP,
    "log-nothing =",
    "log-move =",
    "APP:9: \"move\" is no name of a function in Rust"
)]
#[case::capitals(APP, "log-nothing =", "log-Nothing =", "APP:9: \"Nothing\" is no name of a function in Rust")]
#[case::an_attribute(
    APP,
    "log-nothing = Nothing yet",
    "log-nothing = Nothing yet\n    .label = None",
    "APP:10: \"log-nothing\" has attributes"
)]
#[case::another_function(
    APP,
    "NUMBER($times)",
    "DATETIME($times)",
    "APP:21: \"today-again\" calls DATETIME; there is only NUMBER($argument)"
)]
#[case::a_format_of_its_own(
    APP,
    "NUMBER($times)",
    "NUMBER($times, digits: 2)",
    "APP:21: \"today-again\" calls NUMBER; there is only NUMBER($argument)"
)]
#[case::no_category(
    APP,
    "[one]",
    "[two-of-them]",
    "APP:6: \"log-done\" has a variant [two-of-them]; it can be zero, one, two, few, many, other"
)]
#[case::no_side(APP, "[left]", "[top]", "APP:18: \"today-side\" has a variant [top]; it can be right, left")]
#[case::a_side_that_is_not_said(APP, "    [left] Left leg\n", "", "APP:17: \"today-side\" has no variant [left]")]
#[case::a_side_that_is_shown(
    APP,
    "Left leg",
    "{ $side } leg",
    "APP:17: \"today-side\" shows $side, which it can only choose by"
)]
#[case::a_message_that_is_not_there(
    APP,
    "{ log-nothing }",
    "{ log-no }",
    "APP:21: \"today-again\" refers to \"log-no\", which is not there"
)]
#[case::a_message_that_says_itself(APP, "Nothing yet", "{ log-nothing }", "APP:9: \"log-nothing\" says itself")]
#[case::a_line_break(
    APP,
    "Nothing yet",
    "Nothing\n    yet",
    "APP:9: \"log-nothing\" has a line break, a tab or a space too many"
)]
#[case::two_spaces(
    APP,
    "Nothing yet",
    "Nothing  yet",
    "APP:9: \"log-nothing\" has a line break, a tab or a space too many"
)]
fn a_fault_of_the_sentences_is_told_by_file_line_and_sentence(
    #[case] path: &str,
    #[case] from: &str,
    #[case] to: &str,
    #[case] told: &str,
) {
    let told = told.replace("APP", APP);
    let faults = faults(&changed(path, from, to));
    assert!(
        faults.iter().any(|fault| fault.starts_with(&format!("content/{told}"))),
        "{told}\nis not among\n{}",
        faults.join("\n")
    );
}

/// The sentences in a language beside English.
fn with_german(german: &str) -> Files {
    let mut files = files();
    files.insert("content/app/de.ftl".to_owned(), format!("## log: was getan ist\n\n{german}\n"));
    files
}

#[rstest]
#[case::a_message_that_english_has_not("log-mood = Gut", "\"log-mood\" is not in en.ftl")]
#[case::an_argument_that_english_has_not("log-nothing = { $day }", "\"log-nothing\" has no argument $day in en.ftl")]
fn another_language_says_what_english_says(#[case] german: &str, #[case] told: &str) {
    assert_eq!(faults(&with_german(german)), [format!("content/app/de.ftl:3: {told}")]);
}

#[test]
fn another_language_chooses_by_numbers_and_not_by_texts() {
    let mut files = files();
    let german = "## today: heute\n\ntoday-next = { $day ->\n    [one] Morgen\n   *[other] Später\n}\n";
    files.insert("content/app/de.ftl".to_owned(), german.to_owned());
    assert_eq!(faults(&files), ["content/app/de.ftl:3: \"today-next\" chooses by $day, which is a text"]);
}

/// A function that is fixed text in English gives no room for a number in another language.
#[test]
fn another_language_shows_no_argument_by_which_english_only_chooses() {
    let mut files = files();
    let german = "## today: heute\n\ntoday-unit = { $sets ->\n    [one] Satz\n   *[other] { $sets } Sätze\n}\n";
    files.insert("content/app/de.ftl".to_owned(), german.to_owned());
    let told = "content/app/de.ftl:3: \"today-unit\" shows an argument; in en.ftl it only chooses by it";
    assert_eq!(faults(&files), [told]);
}

/// The Rust of the sentences in `language`, without documentation.
fn rust(files: &Files, language: &str) -> String {
    let content = reader::read(files).unwrap_or_else(|faults| panic!("{faults:?}"));
    let said = content.apps.get(language);
    let source = reader::app_source(&content.app, &reader::Language { code: language, locale: language, said });
    source.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n")
}

#[test]
fn sentences_become_functions_with_typed_arguments() {
    let source = rust(&files(), ENGLISH);
    for line in [
        "pub const fn nothing() -> &'static str { \"Nothing yet\" }",
        "pub fn done(done: &str, planned: u32) -> String { crate::text::fill(&[done, \" of \", \
         &match crate::text::plural(planned) { crate::text::Category::One => crate::text::fill(&[&crate::text::number(planned), \" set\"]), \
         _ => crate::text::fill(&[&crate::text::number(planned), \" sets\"]) }]) }",
        "pub const fn title() -> &'static str { \"Mainspring: today\" }",
        "pub fn next(day: &str, routine: &str) -> String { crate::text::fill(&[\"Next: \", routine, \", \", day, \".\"]) }",
        "pub const fn side(side: crate::domain::session::Side) -> &'static str { match side { \
         crate::domain::session::Side::Left => \"Left leg\", crate::domain::session::Side::Right => \"Right leg\" } }",
        "pub fn unit(sets: u32) -> &'static str { match crate::text::plural(sets) { crate::text::Category::One => \"set\", \
         _ => \"sets\" } }",
        "pub fn again(times: u32) -> String { crate::text::fill(&[\"Nothing yet, again: \", &crate::text::number(times)]) }",
    ] {
        assert!(source.contains(line), "{line}\nis not in\n{source}");
    }
}

#[test]
fn what_a_language_lacks_is_said_in_english_with_its_own_order_of_arguments() {
    let german = "log-done = { $planned ->\n    [0] nichts\n    [one] ein Satz, { $done } davon\n   *[other] { $planned } Sätze\n}";
    let source = rust(&with_german(german), "de");
    assert!(source.contains("LANGUAGE: &str = \"de\""), "{source}");
    assert!(source.contains("\"Nothing yet\""), "{source}");
    let line = "pub fn done(done: &str, planned: u32) -> String { match (planned, crate::text::plural(planned)) { \
                (0, _) => crate::text::fill(&[\"nichts\"]), \
                (_, crate::text::Category::One) => crate::text::fill(&[\"ein Satz, \", done, \" davon\"]), \
                _ => crate::text::fill(&[&crate::text::number(planned), \" Sätze\"]) } }";
    assert!(source.contains(line), "{line}\nis not in\n{source}");
}

#[test]
fn in_the_pseudo_language_no_english_letter_is_left_and_every_argument_is() {
    let mut content = reader::read(&files()).unwrap_or_else(|faults| panic!("{faults:?}"));
    let said = reader::pseudo_app(&content.app);
    let plain = |id: &str| reader::fluent(&said.message(id).unwrap().pattern);
    assert_eq!(plain("log-nothing"), "[Ñóţĥîñĝ ýéţ ôñé]");
    assert_eq!(plain("today-next"), "[Ñéẋţ: { $routine }, { $day }. ôñé ţŵó]");
    reader::make_pseudo(&mut content);
    let text = content.exercises.iter().map(|exercise| reader::exercise_text(exercise.english())).collect::<String>();
    assert!(!text.contains(|c: char| c.is_ascii_alphabetic()), "{text}");
}

#[test]
fn one_fault_is_told_alone_and_two_are_told_at_once() {
    assert_eq!(
        faults(&changed(SAID, NOTE, "")),
        ["content/exercises/lunge/en.toml:44: level \"hard\" has no \"note\""]
    );
    let mut files = changed(SAID, NOTE, "");
    let text = files.get_mut("content/exercises/deep-squat/exercise.toml").unwrap();
    *text = text.replacen("rest = 60", "", 1);
    assert_eq!(
        faults(&files).iter().map(|fault| fault.split(':').next().unwrap()).collect::<Vec<_>>(),
        [
            "content/exercises/deep-squat/exercise.toml",
            "content/exercises/deep-squat/exercise.toml",
            "content/exercises/deep-squat/exercise.toml",
            "content/exercises/lunge/en.toml",
        ]
    );
}

fn unpacked(files: &Files, language: &str) -> Vec<Exercise> {
    let content = reader::read(files).unwrap_or_else(|faults| panic!("{faults:?}"));
    let briefs: Vec<_> = content.exercises.iter().map(|exercise| *brief(&exercise.slug).unwrap()).collect();
    unpack(briefs.leak(), reader::facts_and_motions(&content, true).leak(), reader::texts(&content, language).leak())
}

#[test]
fn the_shared_poses_are_those_of_the_figure() {
    let stands = "keys = [\n  { at = 0, pose = \"stand\", ease = \"hold\" },\n  { at = 1, pose = \"supine\", ease = \"hold\" },\n";
    let files = changed(MOVED, "keys = [\n", stands);
    let before = "  { at = 0, pose = \"tall\", ease = \"settle\" },
  { at = 0.8, pose = \"step-right\", ease = \"flow\" },
  { at = 2, pose = \"down-right\", ease = \"drive\" },
  { at = 3, pose = \"tall\", ease = \"settle\" },
";
    let files: Files = files.into_iter().map(|(path, text)| (path, text.replacen(before, "", 1))).collect();
    let lunge = unpacked(&files, ENGLISH).pop().unwrap();
    assert_eq!(lunge.at(Level::Base).motion.keys.iter().take(2).map(|key| key.pose).collect::<Vec<_>>(), [STAND, LIE]);
}

#[test]
fn a_pose_comes_out_as_it_was_written() {
    let written = "hips = [-0.1234, 0.5, 0.0307]
lean = -117.3
tilt = 4.05
turn = -180
nod = 31
right-leg = { hip = -29.5, knee = 139.9, foot = 14 }
left-leg = { at = [-0.5, 0, -0.06], heel = 61.5, knee = -10 }
right-arm = { hand = [0.025, 0.029, -0.18], elbow = 138 }
left-arm = { raise = 180, out = -44, turn = 30.5, elbow = 0.05 }";
    let old =
        "hips = [0, 0.625, 0]\nlegs = { hip = 20, knee = 44, foot = -16 }\narms = { raise = 20, out = 8, elbow = 62 }";
    let odd = Pose {
        root: Root::Hips(vector(-0.1234, 0.5, 0.0307)),
        lean: -117.3,
        tilt: 4.05,
        turn: -180.0,
        nod: 31.0,
        legs: [swing(-29.5, 139.9, 14.0), planted(Foot { heel: 61.5, knee: -10.0, ..flat(-0.5, -0.06) })],
        arms: [hand(0.025, 0.029, -0.18, 138.0), reach(180.0, -44.0, 30.5, 0.05)],
        ..STAND
    };
    let mirrored = Pose {
        root: Root::Hips(vector(-0.1234, 0.5, -0.0307)),
        tilt: -4.05,
        turn: 180.0,
        legs: [planted(Foot { heel: 61.5, knee: -10.0, ..flat(-0.5, 0.06) }), swing(-29.5, 139.9, 14.0)],
        arms: [reach(180.0, -44.0, 30.5, 0.05), hand(0.025, 0.029, 0.18, 138.0)],
        ..odd
    };
    let mut files = changed(MOVED, old, written);
    let text = files.get_mut(&format!("content/{MOVED}")).unwrap();
    *text = text.replacen("[poses.rising-right]", "[poses.air-left]\nmirror = \"air\"\n\n[poses.rising-right]", 1);
    *text = text.replacen("{ at = 5.66, pose = \"air\"", "{ at = 5.66, pose = \"air-left\"", 1);
    let lunge = unpacked(&files, ENGLISH).pop().unwrap();
    let keys = lunge.at(Level::Harder).motion.keys;
    assert_eq!((keys[4].pose, keys[10].pose), (odd, mirrored));
}

/// A pose that has none of the rarer numbers costs no byte for them: the packed form is that of the first motions.
#[test]
fn poses_of_common_numbers_are_packed_as_they_always_were() {
    let content = reader::read(&files()).unwrap_or_else(|faults| panic!("{faults:?}"));
    assert_eq!(reader::facts_and_motions(&content, true), include_bytes!("fixtures/content.bin"));
}

#[test]
fn a_pose_of_contacts_comes_out_as_it_was_written() {
    let old =
        "hips = [0, 0.625, 0]\nlegs = { hip = 20, knee = 44, foot = -16 }\narms = { raise = 20, out = 8, elbow = 62 }";
    let written = "side-of-hip = [0.1, 0.03, -0.3]
head-on = 0.05
lean = 84
roll = -90
twist = 12.5
head-turn = 30
head-tilt = -8
right-leg = { knee-at = [0, 0.03, 0.06], shin = 10, out = 4, foot = 20, toes = 55 }
left-leg = { at = [0.2, 0, -0.06], heel = -12, toes = 20 }
right-arm = { elbow-at = [0.3, 0, 0.1], out = -90, lift-hand = 3, shape = \"fist\", glide = 0.012 }
left-arm = { palm = [0.4, 0, -0.11], elbow = 20, out = 15, shape = \"flat\", lift = -0.01 }";
    let odd = Pose {
        root: Root::Rest(RestingPart::SideOfHip, vector(0.1, 0.03, -0.3)),
        pillow: Some(0.05),
        lean: 84.0,
        roll: -90.0,
        twist: 12.5,
        head_turn: 30.0,
        head_tilt: -8.0,
        legs: [
            Leg::Kneeling(Knee { at: vector(0.0, 0.03, 0.06), shin: 10.0, out: 4.0, foot: 20.0, toes: 55.0 }),
            planted(Foot { heel: -12.0, toes: 20.0, ..flat(0.2, -0.06) }),
        ],
        arms: [
            Arm::Forearm(Forearm { at: vector(0.3, 0.0, 0.1), lift: 3.0, out: -90.0 }),
            Arm::Palm(Palm { at: vector(0.4, 0.0, -0.11), elbow: 20.0, out: 15.0, is_on_wall: false }),
        ],
        hands: [
            HandAngles { shape: HandShape::Fist, glide: 0.012, ..AT_EASE },
            HandAngles { shape: HandShape::Flat, lift: -0.01, ..AT_EASE },
        ],
        ..STAND
    };
    let mirrored = Pose {
        root: Root::Rest(RestingPart::SideOfHip, vector(0.1, 0.03, 0.3)),
        roll: 90.0,
        twist: -12.5,
        head_turn: -30.0,
        head_tilt: 8.0,
        legs: [
            planted(Foot { heel: -12.0, toes: 20.0, ..flat(0.2, 0.06) }),
            Leg::Kneeling(Knee { at: vector(0.0, 0.03, -0.06), shin: 10.0, out: 4.0, foot: 20.0, toes: 55.0 }),
        ],
        arms: [
            Arm::Palm(Palm { at: vector(0.4, 0.0, 0.11), elbow: 20.0, out: 15.0, is_on_wall: false }),
            Arm::Forearm(Forearm { at: vector(0.3, 0.0, -0.1), lift: 3.0, out: -90.0 }),
        ],
        hands: [odd.hands[1], odd.hands[0]],
        ..odd
    };
    let mut files = changed(MOVED, old, written);
    let text = files.get_mut(&format!("content/{MOVED}")).unwrap();
    *text = text.replacen("[poses.rising-right]", "[poses.air-left]\nmirror = \"air\"\n\n[poses.rising-right]", 1);
    *text = text.replacen("{ at = 5.66, pose = \"air\"", "{ at = 5.66, pose = \"air-left\"", 1);
    // What is not on the floor is on pillows.
    let pillows =
        [(0.1, -0.3), (0.1, 0.3), (0.0, 0.0)].map(|(x, z)| format!("{{ prop = \"pillow\", x = {x}, z = {z} }}"));
    *text = text.replacen("[harder]\n", &format!("[harder]\nprops = [{}]\n", pillows.join(", ")), 1);
    let facts = files.get_mut(&format!("content/{LUNGE}")).unwrap();
    *facts = facts.replacen("kit = []", "kit = [\"soft-surface\"]", 1);
    let lunge = unpacked(&files, ENGLISH).pop().unwrap();
    let keys = lunge.at(Level::Harder).motion.keys;
    assert_eq!((keys[4].pose, keys[10].pose), (odd, mirrored));
}

/// The lunge as a translator would write it: every sentence another, cues with a topic of their own.
fn in_german() -> String {
    let mut cues = false;
    let line = |line: &str| {
        if line.starts_with('[') {
            cues = line.ends_with("cues]");
        }
        match line.split_once(" = \"") {
            Some((id, text)) if cues => format!("{id} = {{ topic = \"Thema {id}\", text = \"DE {text} }}\n"),
            _ => format!("{}\n", line.replace(" = \"", " = \"DE ")),
        }
    };
    files()[&format!("content/{SAID}")].lines().map(line).collect()
}

#[test]
fn a_language_is_a_file_more_and_one_that_lacks_it_speaks_english() {
    let mut files = files();
    files.insert("content/exercises/lunge/de.toml".to_owned(), in_german());
    let (english, german) = (unpacked(&files, ENGLISH), unpacked(&files, "de"));
    let (lunge, squat) = (&german[2], &german[1]);
    assert_eq!(lunge.at(Level::Hard).note, format!("DE {}", english[2].at(Level::Hard).note));
    assert_eq!(
        (lunge.at(Level::Hard).cues[0].topic, english[2].at(Level::Hard).cues[0].topic),
        ("Thema torso", "torso")
    );
    assert_eq!(squat.summary, english[1].summary);
    files.insert("content/exercises/lunge/de.toml".to_owned(), in_german().replacen("note = ", "notes = ", 1));
    assert_eq!(
        faults(&files),
        [
            "content/exercises/lunge/de.toml:25: level \"base\" has no \"note\"",
            "content/exercises/lunge/de.toml:36: level \"base\" has an unknown key \"notes\"",
        ]
    );
}
