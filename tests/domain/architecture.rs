//! The rooms of the house and the arrows between them, read off the source: a forbidden import is a red test.

use rstest::rstest;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules of the domain, each with those that it may import, itself left out. A new module is entered here before it is
/// used.
const DOMAIN: &[(&str, &[&str])] = &[
    ("vocabulary", &[]),
    ("units", &[]),
    ("percent", &[]),
    ("order", &[]),
    ("name", &[]),
    ("tap", &[]),
    ("said", &[]),
    ("qr", &[]),
    ("base", &[]),
    ("compact", &[]),
    ("merge", &[]),
    ("synth", &[]),
    ("figure", &["vocabulary"]),
    ("catalogue", &["vocabulary", "units", "percent", "name", "merge", "figure"]),
    ("load", &["catalogue", "name"]),
    ("settings", &["catalogue", "load"]),
    ("place", &["catalogue", "percent"]),
    ("routine", &["units", "name", "catalogue", "percent", "compact", "merge", "load"]),
    ("session", &["units", "catalogue", "routine", "load"]),
    ("sound", &["synth", "units", "catalogue", "routine", "session"]),
    ("fit", &["units", "catalogue", "load", "routine", "session"]),
    ("log", &["units", "order", "name", "compact", "catalogue", "load", "routine", "session"]),
    ("progress", &["units", "catalogue", "session", "log"]),
    ("coach", &["units", "catalogue", "routine", "session", "log", "progress"]),
    ("message", &["units", "catalogue", "session", "log", "progress", "coach"]),
    (
        "saved",
        &["units", "order", "name", "catalogue", "load", "settings", "routine", "session", "log", "coach", "message"],
    ),
];

/// The modules of the crate, each with those that it may import, itself included.
const CRATE: &[(&str, &[&str])] = &[
    ("domain", &["domain"]),
    ("browser", &["browser"]),
    ("text", &["domain", "text"]),
    ("ui", &["domain", "text", "ui"]),
    ("state", &["domain", "browser", "text", "state"]),
    ("pages", &["state", "ui", "domain", "text", "pages"]),
];

/// The folders of the pages, each with those that it may import, itself left out. `places`, which hands them to the shell, may
/// import all.
const PAGES: &[(&str, &[&str])] = &[
    ("shell", &[]),
    ("pain", &[]),
    ("way_back", &[]),
    ("share", &[]),
    ("offer", &["way_back"]),
    ("settings", &[]),
    ("kit_chips", &[]),
    ("open_session", &["shell"]),
    ("progress", &["shell", "open_session", "share"]),
    ("plan", &["progress"]),
    ("today", &["shell", "open_session", "way_back", "progress", "kit_chips"]),
    ("player", &["shell", "pain", "way_back", "offer", "share"]),
    ("routines", &["shell", "pain", "offer", "share", "kit_chips"]),
    ("exercises", &["shell", "pain", "routines"]),
    (
        "places",
        &[
            "shell",
            "pain",
            "way_back",
            "share",
            "offer",
            "plan",
            "settings",
            "kit_chips",
            "open_session",
            "progress",
            "today",
            "player",
            "routines",
            "exercises",
        ],
    ),
];

/// The members of the state, each with those that it may import, itself left out. None of them knows the app.
const STATE: &[(&str, &[&str])] = &[
    ("language", &[]),
    ("notices", &[]),
    ("load_failure", &["notices"]),
    ("navigation", &[]),
    ("disk", &[]),
    ("store", &["disk"]),
    ("saved_state", &[]),
    ("turn", &["disk", "saved_state"]),
    ("write_right", &["disk"]),
    ("echo", &[]),
    ("restore_stage", &[]),
    ("storage_facts", &[]),
    ("reports", &["notices"]),
    ("saving", &["disk", "store", "saved_state", "turn"]),
    ("undo_steps", &["disk", "saving"]),
    ("player", &["saved_state"]),
    ("day", &["navigation", "player"]),
    ("choices", &["notices", "reports", "saving"]),
    ("pains", &["notices", "reports", "saved_state", "saving", "day"]),
    ("logbook", &["notices", "reports", "saved_state", "saving", "player", "day"]),
    ("wake_lock", &["notices", "player", "day"]),
    ("sound", &["notices", "player", "day", "choices", "wake_lock"]),
    ("session_writer", &["disk", "store", "notices", "saved_state", "write_right", "saving", "player"]),
];

/// Names that the pure domain must not use.
const IMPURE: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "SystemTime",
    "Instant",
    "now_utc",
    "now_local",
    "std::env",
    "std::fs",
    "std::net",
    "std::thread",
    "rand::",
    "getrandom",
];

/// The dependencies of the domain; every other one needs a browser and is optional.
const PURE: &[&str] = &["serde", "serde_json", "time", "qrcodegen"];

/// The dependencies of the build script, which reads `content/`; none of them is shipped.
const BUILD: &[&str] = &["fluent-syntax", "toml"];

/// A source file: its path below `src`, its text, and its code without comments.
pub struct Source {
    pub path: String,
    text: String,
    pub code: String,
}

/// Every source file of the crate.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let source = |file: &PathBuf| {
        let path = file.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let text = fs::read_to_string(file).unwrap();
        let code = without_comments(&text);
        Source { path, text, code }
    };
    files.iter().map(source).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn without_comments(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The first segments that follow `prefix` wherever it begins a path in `code`: one, or those of a group in braces.
fn heads(code: &str, prefix: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = code[at + prefix.len()..].trim_start();
        match rest.strip_prefix('{') {
            Some(group) => found.extend(group_heads(group)),
            None => found.extend(ident(rest)),
        }
    }
    found
}

/// The first segments of `a, b::c, d::{e, f}}`, up to the closing brace.
fn group_heads(group: &str) -> Vec<String> {
    let (mut depth, mut begin, mut heads) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            ',' if depth == 0 => {
                heads.extend(ident(group[begin..at].trim_start()));
                begin = at + 1;
            }
            '}' if depth == 0 => {
                heads.extend(ident(group[begin..at].trim_start()));
                break;
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    heads
}

fn ident(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// The room of `house` that the file at `path` belongs to; `None` outside the house and for its own `mod.rs`.
fn room<'a>(path: &'a str, house: &str) -> Option<&'a str> {
    let room = path.strip_prefix(house)?.strip_prefix('/')?.split('/').next()?.trim_end_matches(".rs");
    (room != "mod").then_some(room)
}

/// The number of modules between its house and the file at `path`: 1 for `domain/place.rs` and `domain/routine/mod.rs`.
fn depth(path: &str) -> usize {
    path.trim_end_matches("/mod.rs").split('/').count() - 1
}

/// The rooms of `house` that a file names, however it writes the way there.
fn rooms_named(source: &Source, house: &str) -> BTreeSet<String> {
    let mut named = heads(&source.code, &format!("crate::{house}::"));
    if heads(&source.code, "crate::").contains(house) && source.code.contains("crate::{") {
        named.insert(format!("(crate::{{…}}: write crate::{house}::… instead)"));
    }
    named.extend(heads(&source.code, &"super::".repeat(depth(&source.path))));
    named
}

fn allowed<'a>(table: &'a [(&str, &'a [&'a str])], room: &str) -> &'a [&'a str] {
    table
        .iter()
        .find(|(name, _)| *name == room)
        .map_or_else(|| panic!("the room {room} is in no table"), |(_, may)| *may)
}

/// Fails with every line of `broken`.
#[track_caller]
fn check(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

/// A table in which each room sees only rooms above it has no circle.
#[rstest]
#[case::the_domain("domain", DOMAIN)]
#[case::the_pages("pages", PAGES)]
fn every_room_sees_only_what_its_arrows_allow(#[case] house: &str, #[case] arrows: &[(&str, &[&str])]) {
    let mut broken = Vec::new();
    for (index, (room, may)) in arrows.iter().enumerate() {
        let above = |other: &str| arrows[..index].iter().any(|(name, _)| *name == other);
        let ahead = may.iter().filter(|other| !above(other));
        broken.extend(
            ahead.map(|other| format!("the table of {house}: {room} sees {other}, which does not stand above it")),
        );
    }
    for source in &sources() {
        let Some(room) = room(&source.path, house) else { continue };
        let may = allowed(arrows, room);
        for named in rooms_named(source, house) {
            if named != room && !may.contains(&named.as_str()) {
                broken.push(format!("{}: {room} may not see {named}", source.path));
            }
        }
    }
    check(&broken);
}

/// A member is called by the app, calls other members one way, and never calls back.
#[test]
fn no_member_of_the_state_knows_the_app() {
    let mut broken = Vec::new();
    for source in &sources() {
        let Some(room) = room(&source.path, "state").filter(|room| *room != "app") else { continue };
        if words(&source.code).any(|word| word == "App" || word == "EarlyState") {
            broken.push(format!("{}: a member knows the app", source.path));
        }
        let may = allowed(STATE, room);
        let named = rooms_named(source, "state");
        let wrong = named.iter().filter(|named| *named != room && !may.contains(&named.as_str()));
        broken.extend(wrong.map(|named| format!("{}: {room} may not see {named}", source.path)));
    }
    for (index, (room, may)) in STATE.iter().enumerate() {
        let above = |other: &str| STATE[..index].iter().any(|(name, _)| *name == other);
        let ahead = may.iter().filter(|other| !above(other));
        broken.extend(ahead.map(|other| format!("the table: {room} sees {other}, which does not stand above it")));
    }
    check(&broken);
}

/// The names of the methods in the `impl App` blocks of `code`.
fn methods_of_the_app(code: &str) -> BTreeSet<&str> {
    let blocks = code.split("\nimpl App {\n").skip(1).map(|rest| rest.split("\n}").next().unwrap_or_default());
    blocks
        .flat_map(str::lines)
        .filter_map(|line| {
            let line = line.strip_prefix("    ").filter(|line| !line.starts_with([' ', '#', '}']))?;
            let (before, after) = line.split_once("fn ")?;
            let opens = before.is_empty() || before.ends_with(' ');
            opens.then(|| words(after).next()).flatten()
        })
        .collect()
}

/// The names that `code` calls on the app, or takes from its type.
fn called_on_the_app(code: &str) -> BTreeSet<&str> {
    let mut called = BTreeSet::new();
    for (caller, joint) in [("self", "."), ("app", "."), ("App", "::")] {
        for (at, _) in code.match_indices(caller) {
            let is_whole = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let Some(rest) = code[at + caller.len()..].trim_start().strip_prefix(joint).filter(|_| is_whole) else {
                continue;
            };
            let name = words(rest).next().unwrap_or_default();
            // A field may have the name of a method.
            called.extend((joint == "::" || rest[name.len()..].starts_with('(')).then_some(name));
        }
    }
    called
}

/// The files of `state/app`, each with those that it calls or imports.
fn calls_within_the_app() -> BTreeMap<String, BTreeSet<String>> {
    let sources = sources();
    let files: Vec<_> = sources.iter().filter(|source| source.path.starts_with("state/app/")).collect();
    let name = |source: &Source| source.path["state/app/".len()..].trim_end_matches(".rs").to_owned();
    let homes: BTreeMap<_, _> = files
        .iter()
        .flat_map(|file| methods_of_the_app(&file.code).into_iter().map(|method| (method, name(file))))
        .collect();
    let calls = |file: &&Source| {
        let called = called_on_the_app(&file.code);
        let mut calls: BTreeSet<_> = called.iter().filter_map(|method| homes.get(method).cloned()).collect();
        // A name above the folder itself is that of a member.
        let imports = if name(file) == "mod" { BTreeSet::new() } else { heads(&file.code, "super::") };
        calls.extend(imports.into_iter().filter(|head| files.iter().any(|file| name(file) == *head)));
        calls.remove(&name(file));
        (name(file), calls)
    };
    files.iter().map(calls).collect()
}

/// The commands of the app call each other one way: what is called never calls back, nor has it called back by others.
#[test]
fn the_files_of_the_app_call_each_other_in_no_circle() {
    let mut calls = calls_within_the_app();
    assert!(calls.values().any(|called| !called.is_empty()), "the calls are found");
    // A member that calls none of the others left is in no circle.
    while let Some(free) = calls.iter().find(|(_, called)| called.is_empty()).map(|(name, _)| name.clone()) {
        calls.remove(&free);
        for called in calls.values_mut() {
            called.remove(&free);
        }
    }
    assert!(calls.is_empty(), "in a circle, or above one: {calls:#?}");
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_')
}

#[test]
fn every_room_of_the_crate_sees_only_what_its_arrows_allow() {
    let mut broken = Vec::new();
    for source in &sources() {
        let Some((room, _)) = source.path.split_once('/') else { continue };
        let may = allowed(CRATE, room);
        let mut named = heads(&source.code, "crate::");
        named.extend(heads(&source.code, "mainspring::"));
        named.extend(heads(&source.code, &"super::".repeat(depth(&source.path) + 1)));
        broken.extend(
            named
                .iter()
                .filter(|to| !may.contains(&to.as_str()))
                .map(|to| format!("{}: {room} may not see {to}", source.path)),
        );
    }
    check(&broken);
}

#[test]
fn the_domain_mentions_no_browser_no_clock_and_no_randomness() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.path.starts_with("domain/")) {
        let mentioned = IMPURE.iter().filter(|word| source.code.contains(**word));
        broken.extend(mentioned.map(|word| format!("{}: {word}", source.path)));
    }
    check(&broken);
}

#[test]
fn only_the_saved_room_knows_serde() {
    let knows = |source: &&Source| source.code.contains("serde") && !source.path.starts_with("domain/saved/");
    check(&sources().iter().filter(knows).map(|source| source.path.clone()).collect::<Vec<_>>());
}

/// The packed files of `content/`, and the reader that packs them.
const PACKED: &[(&str, &str)] = &[
    ("content.bin", "domain/catalogue/packed/mod.rs"),
    ("en.txt", "domain/catalogue/packed/mod.rs"),
    ("briefs.rs", "domain/catalogue/brief.rs"),
    ("limbs.rs", "domain/catalogue/brief.rs"),
    ("order.rs", "domain/catalogue/advice.rs"),
    ("purposes.rs", "domain/catalogue/advice.rs"),
    ("core.rs", "domain/catalogue/advice.rs"),
    ("routines.rs", "domain/routine/ready.rs"),
    ("app_text.rs", "text/mod.rs"),
    ("toml", ""),
    ("fluent_syntax", ""),
];

#[test]
fn only_the_catalogue_and_the_ready_made_routines_know_the_form_of_the_content() {
    let mut broken = Vec::new();
    for source in sources() {
        let names =
            |name: &str| source.code.contains(&format!("/{name}\"")) || source.code.contains(&format!("{name}::"));
        let other = PACKED.iter().filter(|(name, home)| names(name) && source.path != *home);
        broken.extend(other.map(|(name, _)| format!("{}: {name}", source.path)));
    }
    check(&broken);
}

#[test]
fn every_file_opens_by_saying_why_it_exists() {
    let silent = |source: &&Source| !source.text.starts_with("//! ");
    check(&sources().iter().filter(silent).map(|source| source.path.clone()).collect::<Vec<_>>());
}

/// Words that begin a question. A doc line names a thing or says what it does.
const QUESTIONS: &[&str] = &["What", "Whether", "How", "Who", "Whose", "Why", "Which"];

/// The first lines of the doc blocks in `text` that begin like a question, each with its number.
fn asking_doc_lines(text: &str) -> Vec<(usize, &str)> {
    let doc = |line: &'_ str| line.trim_start().starts_with("///") || line.trim_start().starts_with("//!");
    let lines: Vec<&str> = text.lines().collect();
    let first = |at: &usize| doc(lines[*at]) && (*at == 0 || !doc(lines[*at - 1]));
    let asks = |line: &str| {
        let words = line.trim_start().get(3..).unwrap_or_default().trim_start();
        ident(words).is_some_and(|word| QUESTIONS.contains(&word.as_str()))
    };
    (0..lines.len()).filter(first).filter(|at| asks(lines[*at])).map(|at| (at + 1, lines[at].trim())).collect()
}

#[test]
fn doc_lines_name_things_and_do_not_ask() {
    let mut broken = Vec::new();
    for source in sources() {
        let asking = asking_doc_lines(&source.text);
        broken.extend(asking.iter().map(|(number, line)| format!("{}:{number}: {line}", source.path)));
    }
    check(&broken);
}

#[rstest]
#[case::a_question("/// What is stored.\nstruct Stored;", &[1])]
#[case::of_a_field("struct Row {\n    /// Whether it is shown.\n    shown: bool,\n}", &[2])]
#[case::of_a_file("//! How sets are counted.\n//! Twice.", &[1])]
#[case::further_down("/// The stored rows.\n/// Which of them are shown is the page's to say.\nstruct Rows;", &[])]
#[case::a_noun("/// Whatever the browser sends.", &[])]
#[case::in_code("// Why not.\nlet which = 1;", &[])]
fn a_doc_line_asks(#[case] text: &str, #[case] expected: &[usize]) {
    assert_eq!(asking_doc_lines(text).iter().map(|(number, _)| *number).collect::<Vec<_>>(), expected);
}

/// Names of types that may stand twice: one for each of two builds.
const TWICE: &[&str] = &["LoadError"];

/// The types that `code` declares outside of impls and foreign blocks, those of `vocabulary!` included.
fn types_declared(code: &str) -> Vec<String> {
    let mut declared = Vec::new();
    let mut is_vocabulary = false;
    for line in code.lines() {
        is_vocabulary = (is_vocabulary || line.starts_with("vocabulary! {")) && !line.starts_with('}');
        let words = line.split(' ').skip_while(|word| word.starts_with("pub") || *word == "in");
        let words: Vec<&str> = words.skip_while(|word| word.starts_with("crate::")).collect();
        match words.as_slice() {
            ["enum" | "struct" | "type" | "trait", name, ..] => declared.extend(ident(name)),
            ["", "", "", "", name, "{"] if is_vocabulary => declared.extend(ident(name)),
            _ => {}
        }
    }
    declared
}

#[test]
fn each_type_has_a_name_of_its_own() {
    let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources() {
        for name in types_declared(&source.code) {
            homes.entry(name).or_default().push(source.path.clone());
        }
    }
    assert!(homes.len() > 200, "{} types are found", homes.len());
    let shared = homes.iter().filter(|(name, homes)| homes.len() > 1 && !TWICE.contains(&name.as_str()));
    check(&shared.map(|(name, homes)| format!("{name}: {}", homes.join(", "))).collect::<Vec<_>>());
}

#[rstest]
#[case::plain("struct Row;", &["Row"])]
#[case::public("pub(in crate::state) enum Right {\n    Lost,\n}", &["Right"])]
#[case::with_a_parameter("pub type Act<T> = Rc<dyn Fn(T)>;", &["Act"])]
#[case::of_an_impl("impl Deref for App {\n    type Target = Signals;\n}", &[])]
#[case::of_a_vocabulary("vocabulary! {\n    Kit {\n        Band => \"band\",\n    }\n}\nstruct Row;", &["Kit", "Row"])]
fn a_file_declares(#[case] code: &str, #[case] expected: &[&str]) {
    assert_eq!(types_declared(code), expected);
}

#[test]
fn nothing_is_unsafe() {
    let unsafe_code = |source: &&Source| {
        source.code.match_indices("unsafe").any(|(at, _)| !source.code[at..].starts_with("unsafe_code"))
    };
    check(&sources().iter().filter(unsafe_code).map(|source| source.path.clone()).collect::<Vec<_>>());
    assert!(sources().iter().any(|source| source.path == "lib.rs" && source.code.contains("#![forbid(unsafe_code)]")));
}

/// The entries of a manifest, each with its section; an entry over several lines is one.
fn entries(manifest: &str) -> Vec<(String, String)> {
    let (mut section, mut entry, mut entries) = (String::new(), String::new(), Vec::new());
    for line in manifest.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        if entry.is_empty() && line.starts_with('[') {
            line.trim_matches(['[', ']']).clone_into(&mut section);
            entries.push((section.clone(), String::new()));
            continue;
        }
        entry.push_str(line);
        if entry.matches(['[', '{']).count() == entry.matches([']', '}']).count() {
            entries.push((section.clone(), std::mem::take(&mut entry)));
        }
    }
    entries
}

#[test]
fn without_its_default_feature_the_package_needs_no_browser() {
    let mut broken = Vec::new();
    for (section, entry) in entries(include_str!("../../Cargo.toml")) {
        let of_its_own = section.contains("dependencies.") && !section.ends_with("dev-dependencies");
        broken.extend(of_its_own.then(|| format!("[{section}]: one entry a dependency, under [dependencies]")));
        let name = entry.split([' ', '=', '.']).next().unwrap_or_default();
        if section == "build-dependencies" {
            let reads = name.is_empty() || BUILD.contains(&name);
            broken.extend((!reads).then(|| format!("{name} is in [build-dependencies]")));
            continue;
        }
        let ships = section.ends_with("dependencies") && !section.ends_with("dev-dependencies") && !name.is_empty();
        if ships && !PURE.contains(&name) && !entry.contains("optional = true") {
            broken.push(format!("{name} is not optional"));
        }
    }
    check(&broken);
}

#[test]
fn there_are_sources_to_check() {
    let rooms: BTreeSet<_> =
        sources().iter().filter_map(|source| room(&source.path, "domain").map(str::to_owned)).collect();
    let expected: BTreeSet<_> = DOMAIN.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(rooms, expected);
}

#[rstest]
#[case::one("use crate::domain::log::Week;", "crate::domain::", &["log"])]
#[case::a_group("use crate::domain::{catalogue::{self, Kit}, log, units::Seconds};", "crate::domain::", &["catalogue", "log", "units"])]
#[case::a_group_over_lines("use super::{\n    log::{A, B},\n    units,\n};", "super::", &["log", "units"])]
#[case::within_code("let x = crate::domain::log::weeks();", "crate::domain::", &["log"])]
#[case::further_up_is_another_way("use super::super::log;", "super::", &["super"])]
#[case::part_of_a_longer_name("use my_crate::domain::log;", "crate::domain::", &[])]
fn a_path_names(#[case] code: &str, #[case] prefix: &str, #[case] expected: &[&str]) {
    assert_eq!(heads(code, prefix).into_iter().collect::<Vec<_>>(), expected);
}
