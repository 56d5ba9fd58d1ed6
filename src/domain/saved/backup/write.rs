//! The file as text: one record a line, so that it can be read by eye and compared line by line.

use super::{Backup, FILE_VERSION, OpenSession, iso};
use crate::domain::catalogue::Measure;
use crate::domain::coach::pain::{Answer, PainReport, PainSide};
use crate::domain::load::{Band, Load};
use crate::domain::log::{Effort, Performed, SetDone};
use crate::domain::order::put_in_order;
use crate::domain::routine::{Block, BlockPlace, Item, Routine, SetClock, SideOrder};
use crate::domain::saved::keep::json;
use crate::domain::saved::shapes::{ExerciseV1, places_text};
use crate::domain::session::{Side, Step};
use crate::domain::settings::{Settings, Toggle};
use crate::domain::units::Timestamp;

/// The text of the file, saved at `saved` by the build `build` of the app; `missing` are the sentences about its gaps.
#[must_use]
pub fn write(backup: &Backup, missing: &[String], saved: Timestamp, build: Option<&str>) -> String {
    let mut file = File(format!("{{\"app\":\"mainspring\",\"kind\":\"backup\",\"v\":{FILE_VERSION}"));
    file.field("saved", &quoted(&iso(saved)));
    if let Some(build) = build {
        file.field("build", &quoted(build));
    }
    if let Some(settings) = &backup.settings {
        file.field("settings", &settings_text(settings));
    }
    // Added later, so written only where there are any.
    if !backup.exercises.is_empty() {
        file.list("exercises", &mut backup.exercises.iter().map(|own| json(&ExerciseV1::from(own))));
    }
    file.list("routines", &mut backup.routines.iter().map(|routine| routine_row(&routine.id, routine)));
    file.list("sessions", &mut backup.sessions.iter().map(|session| session_row(session).end()));
    file.list("pain", &mut backup.pain.iter().map(pain_row));
    if let Some(open) = &backup.open {
        file.field("open", &open_text(open));
    }
    let mut set_aside = Object::default();
    let mut texts = backup.set_aside.iter().peekable();
    while let Some((key, text)) = texts.next() {
        let mut of_key = quoted(text);
        while let Some((_, text)) = texts.next_if(|(next, _)| next == key) {
            of_key.push(',');
            of_key.push_str(&quoted(text));
        }
        let key = quoted(key);
        set_aside.field(&key[1..key.len() - 1], &format!("[{of_key}]"));
    }
    file.field("setAside", &set_aside.end());
    file.list("missing", &mut missing.iter().map(|sentence| quoted(sentence)));
    file.0.push_str("\n}\n");
    file.0
}

/// `text` as a JSON text.
fn quoted(text: &str) -> String {
    json(&text)
}

/// A JSON text under construction.
struct File(String);

impl File {
    fn field(&mut self, name: &str, value: &str) {
        for part in [",\n\"", name, "\":", value] {
            self.0.push_str(part);
        }
    }

    fn list(&mut self, name: &str, rows: &mut dyn Iterator<Item = String>) {
        self.field(name, "[");
        for (at, row) in rows.enumerate() {
            self.0.push_str(if at == 0 { "\n" } else { ",\n" });
            self.0.push_str(&row);
        }
        self.0.push(']');
    }
}

/// An object under construction.
#[derive(Default)]
struct Object(String);

impl Object {
    /// Adds a value that is JSON already, under a name that needs no escapes.
    fn field(&mut self, name: &str, value: &str) {
        for part in [if self.0.is_empty() { "{\"" } else { ",\"" }, name, "\":", value] {
            self.0.push_str(part);
        }
    }

    fn text(&mut self, name: &str, value: &str) {
        self.field(name, &quoted(value));
    }

    /// Adds a word, if there is one.
    fn word(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    fn number(&mut self, name: &str, value: impl Into<i64>) {
        self.field(name, &value.into().to_string());
    }

    fn flag(&mut self, name: &str, value: bool) {
        self.field(name, if value { "true" } else { "false" });
    }

    /// Adds a list of values that are JSON already.
    fn list(&mut self, name: &str, values: &mut dyn Iterator<Item = String>) {
        self.field(name, &list(values));
    }

    fn end(mut self) -> String {
        if self.0.is_empty() {
            self.0.push('{');
        }
        self.0.push('}');
        self.0
    }
}

/// A list of values that are JSON already.
fn list(values: &mut dyn Iterator<Item = String>) -> String {
    let mut text = "[".to_owned();
    for value in values {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&value);
    }
    text.push(']');
    text
}

fn settings_text(settings: &Settings) -> String {
    // A setting added in a later version is in the file only if it is not the default.
    let is_written = |toggle: &Toggle| !matches!(toggle, Toggle::OnSilent | Toggle::Count) || toggle.is_on(settings);
    let mut toggles: Vec<Toggle> = Toggle::ALL.iter().copied().filter(is_written).collect();
    put_in_order(&mut toggles, |one, other| one.slug() < other.slug());
    let mut player = Object::default();
    for toggle in toggles {
        player.flag(toggle.slug(), toggle.is_on(settings));
    }
    let mut row = Object::default();
    row.text("goal", settings.goal.slug());
    row.list("kit", &mut settings.kit.iter().map(|piece| quoted(piece.slug())));
    row.flag("sound", settings.sound);
    row.text("theme", settings.theme.slug());
    row.text("units", settings.units.slug());
    row.list("starred", &mut settings.starred.iter().map(|slug| quoted(slug)));
    row.number("volume", settings.volume.get());
    row.text("firstSide", settings.first_side.slug());
    row.field("player", &player.end());
    // Added later, so written only where there are any.
    if !settings.banned.is_empty() {
        row.list("banned", &mut settings.banned.iter().map(|slug| quoted(slug)));
    }
    if !settings.last_request.is_empty() {
        row.text("request", &settings.last_request);
    }
    if !settings.bands.is_empty() {
        let code = |band: &Band| quoted(&Load::Band(band.clone()).code());
        row.list("bands", &mut settings.bands.iter().map(code));
    }
    if !settings.away.is_empty() {
        row.list("places", &mut places_text(&settings.away).iter().map(json));
    }
    row.end()
}

/// A routine under the id `id`.
fn routine_row(id: &str, routine: &Routine) -> String {
    let mut row = Object::default();
    row.text("id", id);
    row.text("name", &routine.name);
    row.list("items", &mut routine.items.iter().map(|item| item_row(item, routine)));
    // Added later, so written only where there are any.
    if !routine.blocks.is_empty() {
        row.list("blocks", &mut routine.blocks.iter().map(block_row));
    }
    note(&mut row, &routine.note);
    row.end()
}

fn item_row(item: &Item, routine: &Routine) -> String {
    let mut row = Object::default();
    row.text("exercise", &item.exercise);
    row.text("level", item.level.slug());
    row.list("targets", &mut item.targets.iter().map(|amount| amount.get().to_string()));
    row.number("rest", item.rest.0);
    // Keys are not in the file: a block is known by its place.
    if let Some((place, _)) = (0_u32..).zip(&routine.blocks).find(|(_, block)| block.key == item.block) {
        row.number("block", place);
    }
    note(&mut row, &item.note);
    load(&mut row, item.load.as_ref());
    row.word("order", item.side_order.map(SideOrder::slug));
    tempo(&mut row, &item.tempo);
    row.end()
}

fn block_row(block: &Block) -> String {
    let mut row = Object::default();
    row.text("kind", block.kind.slug());
    row.number("rounds", block.rounds);
    row.number("rest", block.rest.0);
    if block.kind.has_clock() {
        row.number("clock", block.clock.0);
    }
    if block.ladder != 0 {
        row.number("ladder", block.ladder);
    }
    note(&mut row, &block.note);
    row.end()
}

fn note(row: &mut Object, note: &str) {
    if !note.is_empty() {
        row.text("note", note);
    }
}

fn tempo(row: &mut Object, tempo: &[u8]) {
    if !tempo.is_empty() {
        row.list("tempo", &mut tempo.iter().map(u8::to_string));
    }
}

fn load(row: &mut Object, load: Option<&Load>) {
    row.word("load", load.map(Load::code).as_deref());
}

/// All of a routine but its id, as text: equal texts are equal contents.
pub(in crate::domain::saved) fn routine_text(routine: &Routine) -> String {
    routine_row("", routine)
}

fn session_row(session: &Performed) -> Object {
    let mut row = Object::default();
    row.text("id", &session.id);
    row.text("from", &session.from);
    row.text("name", &session.name);
    row.number("started", session.started.0);
    row.number("offset", session.offset.minutes());
    row.number("seconds", session.length.0);
    row.number("planned", session.planned);
    if session.rounds > 0 {
        row.number("rounds", session.rounds);
    }
    row.word("effort", session.effort.map(Effort::slug));
    row.word("note", session.note.as_deref());
    row.list("sets", &mut session.sets.iter().map(set_row));
    row
}

fn set_row(set: &SetDone) -> String {
    let mut row = Object::default();
    row.text("exercise", &set.exercise);
    row.text("level", set.level.slug());
    row.number("set", set.set);
    row.word("side", set.side.map(side_word));
    row.text("measure", measure_word(set.measure));
    row.number("target", set.target.get());
    row.number("done", set.done.get());
    row.number("at", set.at.0);
    if let Some(reserve) = set.reserve {
        row.number("reserve", reserve);
    }
    load(&mut row, set.load.as_ref());
    row.end()
}

fn open_text(open: &OpenSession) -> String {
    let mut row = session_row(&open.performed);
    row.field("at", &open.at.to_string());
    row.list("steps", &mut open.steps.iter().map(step_row));
    row.end()
}

fn step_row(step: &Step) -> String {
    let mut row = Object::default();
    row.text("exercise", &step.exercise);
    row.text("level", step.level.slug());
    row.number("set", step.set);
    row.number("sets", step.sets);
    row.word("side", step.side.map(side_word));
    row.text("measure", measure_word(step.measure));
    row.number("target", step.target.get());
    row.number("rest", step.rest.0);
    row.flag("otherSideNext", step.other_side_next);
    if step.place != BlockPlace::default() {
        row.text("block", step.place.kind.slug());
        row.number("round", step.place.round);
        row.number("rounds", step.place.rounds);
        match step.place.clock {
            Some(SetClock::For(time)) => row.number("clock", time.get()),
            Some(SetClock::Every(time) | SetClock::Within(time) | SetClock::Breaths { each: time, .. }) => {
                row.number("clock", time.0);
            }
            None => {}
        }
        if step.place.number > 0 {
            row.number("part", step.place.number);
            row.number("ladder", step.place.ladder);
        }
    }
    load(&mut row, step.load.as_ref());
    tempo(&mut row, &step.tempo);
    row.end()
}

fn pain_row(report: &PainReport) -> String {
    let mut row = Object::default();
    row.number("when", report.when.0);
    row.number("offset", report.offset.minutes());
    row.text("exercise", &report.exercise);
    row.text("level", report.level.slug());
    row.text("part", report.part.slug());
    row.word("side", report.side.map(PainSide::slug));
    row.number("score", report.score.get());
    row.word("answer", report.answer.map(Answer::slug));
    if let Some(follow_up) = report.follow_up {
        row.number("askedAgain", follow_up.when.0);
        row.text("change", follow_up.change.slug());
    }
    row.end()
}

pub(super) const fn side_word(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

pub(super) const fn measure_word(measure: Measure) -> &'static str {
    match measure {
        Measure::Reps => "reps",
        Measure::Seconds => "seconds",
        Measure::Steps => "steps",
        Measure::Rounds => "rounds",
        Measure::Breaths => "breaths",
    }
}
