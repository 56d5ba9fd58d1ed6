//! The file as text: one record a line, so that it can be read by eye and compared line by line.

use super::{Backup, FILE_VERSION, OpenSession, iso};
use crate::domain::catalogue::{Kit, Measure};
use crate::domain::coach::pain::{Answer, PainReport, PainSide};
use crate::domain::log::{Effort, Performed, SetDone};
use crate::domain::order::map_of;
use crate::domain::routine::{Item, Routine};
use crate::domain::saved::keep::json;
use crate::domain::session::{Side, Step};
use crate::domain::settings::{Settings, Toggle};
use crate::domain::units::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// The text of the file, saved at `saved` by the build `build` of the app.
#[must_use]
pub fn write(backup: &Backup, saved: Timestamp, build: Option<&str>) -> String {
    let mut file = File(format!("{{\"app\":\"mainspring\",\"kind\":\"backup\",\"v\":{FILE_VERSION}"));
    file.field("saved", &json(&iso(saved)));
    if let Some(build) = build {
        file.field("build", &json(&build));
    }
    if let Some(settings) = &backup.settings {
        file.field("settings", &json(&SettingsV2::of(settings)));
    }
    file.list("routines", backup.routines.iter().map(|routine| json(&RoutineV2::of(routine))));
    file.list("sessions", backup.sessions.iter().map(|session| json(&SessionV2::of(session))));
    file.list("pain", backup.pain.iter().map(|report| json(&PainV2::of(report))));
    if let Some(open) = &backup.open {
        file.field("open", &json(&OpenV2::of(open)));
    }
    let mut set_aside: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, text) in &backup.set_aside {
        set_aside.entry(key).or_default().push(text);
    }
    file.field("setAside", &json(&set_aside));
    file.list("missing", backup.missing.iter().map(json));
    file.0.push_str("\n}\n");
    file.0
}

/// The text of a file, begun.
struct File(String);

impl File {
    fn field(&mut self, name: &str, value: &str) {
        for part in [",\n\"", name, "\":", value] {
            self.0.push_str(part);
        }
    }

    fn list(&mut self, name: &str, rows: impl Iterator<Item = String>) {
        self.field(name, "[");
        for (at, row) in rows.enumerate() {
            self.0.push_str(if at == 0 { "\n" } else { ",\n" });
            self.0.push_str(&row);
        }
        self.0.push(']');
    }
}

#[derive(Serialize)]
struct SettingsV2<'a> {
    goal: &'static str,
    kit: Vec<&'static str>,
    sound: bool,
    theme: &'static str,
    units: &'static str,
    starred: &'a [String],
    volume: u8,
    #[serde(rename = "firstSide")]
    first_side: &'static str,
    player: BTreeMap<&'static str, bool>,
}

impl<'a> SettingsV2<'a> {
    fn of(settings: &'a Settings) -> Self {
        Self {
            goal: settings.goal.slug(),
            kit: settings.kit.iter().copied().map(Kit::slug).collect(),
            sound: settings.sound,
            theme: settings.theme.slug(),
            units: settings.units.slug(),
            starred: &settings.starred,
            volume: settings.volume.get(),
            first_side: settings.first_side.slug(),
            player: map_of(Toggle::ALL.iter().map(|toggle| (toggle.slug(), toggle.is_on(settings)))),
        }
    }
}

#[derive(Serialize)]
struct RoutineV2<'a> {
    id: &'a str,
    name: &'a str,
    items: Vec<ItemV2<'a>>,
}

#[derive(Serialize)]
struct ItemV2<'a> {
    exercise: &'a str,
    level: &'static str,
    targets: Vec<u16>,
    rest: u32,
}

impl<'a> RoutineV2<'a> {
    fn of(routine: &'a Routine) -> Self {
        let item = |item: &'a Item| ItemV2 {
            exercise: &item.exercise,
            level: item.level.slug(),
            targets: item.targets.iter().map(|amount| amount.get()).collect(),
            rest: item.rest.0,
        };
        Self { id: &routine.id, name: &routine.name, items: routine.items.iter().map(item).collect() }
    }
}

/// Everything of a routine but its id, as text: equal texts are equal contents.
pub(in crate::domain::saved) fn routine_text(routine: &Routine) -> String {
    json(&RoutineV2 { id: "", ..RoutineV2::of(routine) })
}

#[derive(Serialize)]
struct SessionV2<'a> {
    id: &'a str,
    from: &'a str,
    name: &'a str,
    started: i64,
    offset: i16,
    seconds: u32,
    planned: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    effort: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    sets: Vec<SetV2<'a>>,
}

#[derive(Serialize)]
struct SetV2<'a> {
    exercise: &'a str,
    level: &'static str,
    set: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
    measure: &'static str,
    target: u16,
    done: u16,
    at: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    reserve: Option<u8>,
}

impl<'a> SessionV2<'a> {
    fn of(session: &'a Performed) -> Self {
        let set = |set: &'a SetDone| SetV2 {
            exercise: &set.exercise,
            level: set.level.slug(),
            set: set.set,
            side: set.side.map(side_word),
            measure: measure_word(set.measure),
            target: set.target.get(),
            done: set.done.get(),
            at: set.at.0,
            reserve: set.reserve,
        };
        Self {
            id: &session.id,
            from: &session.from,
            name: &session.name,
            started: session.started.0,
            offset: session.offset.minutes(),
            seconds: session.length.0,
            planned: session.planned,
            effort: session.effort.map(Effort::slug),
            note: session.note.as_deref(),
            sets: session.sets.iter().map(set).collect(),
        }
    }
}

#[derive(Serialize)]
struct OpenV2<'a> {
    #[serde(flatten)]
    session: SessionV2<'a>,
    at: usize,
    steps: Vec<StepV2<'a>>,
}

#[derive(Serialize)]
struct StepV2<'a> {
    exercise: &'a str,
    level: &'static str,
    set: u8,
    sets: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
    measure: &'static str,
    target: u16,
    rest: u32,
    #[serde(rename = "otherSideNext")]
    other_side_next: bool,
}

impl<'a> OpenV2<'a> {
    fn of(open: &'a OpenSession) -> Self {
        let step = |step: &'a Step| StepV2 {
            exercise: &step.exercise,
            level: step.level.slug(),
            set: step.set,
            sets: step.sets,
            side: step.side.map(side_word),
            measure: measure_word(step.measure),
            target: step.target.get(),
            rest: step.rest.0,
            other_side_next: step.other_side_next,
        };
        let steps = open.steps.iter().map(step).collect();
        Self { session: SessionV2::of(&open.performed), at: open.at, steps }
    }
}

#[derive(Serialize)]
struct PainV2<'a> {
    when: i64,
    offset: i16,
    exercise: &'a str,
    level: &'static str,
    part: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
    score: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<&'static str>,
    #[serde(rename = "askedAgain", skip_serializing_if = "Option::is_none")]
    asked_again: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<&'static str>,
}

impl<'a> PainV2<'a> {
    fn of(report: &'a PainReport) -> Self {
        Self {
            when: report.when.0,
            offset: report.offset.minutes(),
            exercise: &report.exercise,
            level: report.level.slug(),
            part: report.part.slug(),
            side: report.side.map(PainSide::slug),
            score: report.score.get(),
            answer: report.answer.map(Answer::slug),
            asked_again: report.follow_up.map(|follow_up| follow_up.when.0),
            change: report.follow_up.map(|follow_up| follow_up.change.slug()),
        }
    }
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
    }
}
