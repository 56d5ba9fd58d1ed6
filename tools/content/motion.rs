//! `motion.toml`: the motions of an exercise.

use super::facts::{Facts, LevelFacts};
use super::level::{LevelTable, Levels};
use super::pose::{self, LENGTH, Pose, TIME, steps};
use super::table::{Table, Value};
use super::vocabulary::Kit;

/// The motions of an exercise.
pub struct Motions {
    /// Every pose that they use: the shared ones first.
    pub poses: Vec<(String, Pose)>,
    /// Base, hard, harder.
    pub levels: Vec<Motion>,
}

/// The motion of one level. Times and lengths are in steps.
pub struct Motion {
    /// Seconds of the loop: its repetitions times their tempo.
    pub seconds: u16,
    /// Time, easing, pose.
    pub keys: Vec<(i32, u8, usize)>,
    /// The view: 0 side, 1 front, 2 both, 3 the cuts.
    pub view: u8,
    /// Time and view, 0 side or 1 front.
    pub cuts: Vec<(i32, u8)>,
    /// True without shoes.
    pub barefoot: bool,
    /// Kind and numbers.
    pub props: Vec<(u8, Vec<i32>)>,
    /// The start and the end of the still.
    pub still: [i32; 2],
    /// The time of each cue.
    pub moments: Vec<Moment>,
}

/// The time at which a cue is shown.
pub struct Moment {
    /// Its id in the language files.
    pub cue: String,
    /// The time.
    pub at: i32,
    /// The index of its joint in `JOINTS`.
    pub joint: u8,
    /// The index of its line in `LINES`, from 1; 0 for none.
    pub line: u8,
}

/// Seconds of the loop of a hold: 1.5 in, 4 held, 1.5 out.
pub const HOLD_LOOP: u16 = 7;

const EASES: &[(&str, u8)] = &[("flow", 0), ("settle", 1), ("drive", 2), ("hold", 3)];
const VIEWS: &[(&str, u8)] = &[("side", 0), ("front", 1), ("both", 2)];
const JOINTS: &[(&str, u8)] = &[
    ("head", 0),
    ("chest", 1),
    ("waist", 2),
    ("hips", 3),
    ("right-knee", 4),
    ("left-knee", 5),
    ("right-foot", 6),
    ("left-foot", 7),
    ("right-hand", 8),
    ("left-hand", 9),
];
const LINES: &[(&str, u8)] = &[
    ("across-hips", 1),
    ("right-knee-over-toe", 2),
    ("left-knee-over-toe", 3),
    ("shoulder-to-right-knee", 4),
    ("shoulder-to-left-knee", 5),
    ("head-to-right-foot", 6),
    ("head-to-left-foot", 7),
];
const SIDES: &[(&str, i32)] = &[("right", 0), ("left", 1)];
const RINGS: &[(&str, i32)] = &[("above-knees", 0), ("ankles", 1), ("arches", 2)];

/// The unit of a prop's number.
#[derive(Clone, Copy)]
enum Number {
    Ring,
    Side,
    Length,
    Time,
}

/// A prop: its name, its numbers, and its kit.
type PropKind = (&'static str, &'static [(&'static str, Number)], &'static [Kit]);

/// In the order of their kinds in the packed form.
const PROPS: &[PropKind] = &[
    ("loop-band", &[("at", Number::Ring)], &[Kit::LoopBand]),
    ("long-band", &[("hand", Number::Side), ("foot", Number::Side), ("slack", Number::Length)], &[Kit::LongBand]),
    ("dowel", &[], &[Kit::Dowel]),
    ("kettlebell", &[("x", Number::Length), ("from", Number::Time), ("until", Number::Time)], &[Kit::Kettlebell]),
    ("straps", &[("x", Number::Length), ("y", Number::Length)], &[Kit::Straps]),
    ("bosu", &[("x", Number::Length), ("z", Number::Length)], &[Kit::Bosu, Kit::SoftSurface]),
    ("pillow", &[("x", Number::Length), ("z", Number::Length)], &[Kit::SoftSurface]),
    ("eyes-closed", &[], &[]),
];

/// Reads the file; `facts` are those of its exercise, `shared` the poses of poses.toml.
pub fn read(file: &Table<'_>, facts: Option<&Facts>, shared: &[(String, Pose)]) -> Option<Motions> {
    let poses = pose::read(file, shared);
    let levels = Levels::of(file);
    let read =
        levels.each(|table| level(table, facts.and_then(|facts| facts.levels.get(table.level as usize)), &poses));
    levels.finish();
    let whole = read.iter().flatten().count() == 3;
    let used = |at: usize| read.iter().flatten().any(|motion: &Motion| motion.keys.iter().any(|key| key.2 == at));
    if whole {
        let tables = file.tables("poses", "pose");
        let starts = |(_, table): &(&str, Table<'_>), name: &str| {
            ["from", "mirror"].iter().any(|key| table.get(key).and_then(|value| value.text()) == Some(name))
        };
        for (at, (name, table)) in (shared.len()..).zip(&tables) {
            if !used(at) && !tables.iter().any(|other| starts(other, name)) {
                table.fault(format!("{} is in no key, and no pose starts from it", table.called()));
            }
        }
    }
    let levels: Vec<_> = read.into_iter().flatten().collect();
    (levels.len() == 3).then_some(Motions { poses, levels })
}

fn level(table: &LevelTable<'_, '_>, facts: Option<&LevelFacts>, poses: &[(String, Pose)]) -> Option<Motion> {
    let repetitions = table.get("repetitions").map_or(Some(1), |value| value.whole(1..=20))?;
    let seconds = facts.map(|facts| if facts.repetition() == 0 { HOLD_LOOP } else { repetitions * facts.repetition() });
    let end = seconds.map_or(i32::MAX, |seconds| steps(f32::from(seconds), TIME));
    let keys = table.need("keys").map(|value| keys(&value, poses, end));
    let view = table.need("view").and_then(|value| views(&value, end));
    let barefoot = table.get("barefoot").is_some_and(|value| value.flag() == Some(true));
    let props: Vec<_> = table
        .get("props")
        .map_or_else(Vec::new, |value| value.list().iter().filter_map(|item| prop(item, facts)).collect());
    let bands = props.iter().filter(|(kind, _)| *kind == 0).count();
    if facts.is_some_and(|facts| bands > 1 && !facts.kit.contains(&Kit::SecondLoopBand)) {
        table.own.fault(format!("{} shows two loop bands, and its kit in exercise.toml lists one", table.own.called()));
    }
    let still = table.need("still").and_then(|value| {
        let times: Vec<_> = value.list().iter().filter_map(|item| time(item, end)).collect();
        <[i32; 2]>::try_from(times).ok().or_else(|| value.fails("must be two times: [ghost, pose]"))
    });
    let moments = table.need("moments").and_then(|value| moments(&value, table, end));
    let (view, cuts) = view?;
    Some(Motion {
        seconds: seconds.unwrap_or_default(),
        keys: keys?,
        view,
        cuts,
        barefoot,
        props,
        still: still?,
        moments: moments?,
    })
}

/// A time within the loop, in steps.
fn time(value: &Value<'_>, end: i32) -> Option<i32> {
    let time = steps(value.number()?, TIME);
    if (0..end.max(1)).contains(&time) {
        Some(time)
    } else {
        value.fails("is outside the loop, which lasts its repetitions times their tempo")
    }
}

fn keys(value: &Value<'_>, poses: &[(String, Pose)], end: i32) -> Vec<(i32, u8, usize)> {
    let mut last = -1;
    let mut key = |item: &Value<'_>| {
        let table = item.table("key")?;
        let at = table.need("at").and_then(|value| {
            let at = time(&value, end)?;
            if at <= last {
                return value.fails("is not after the key before");
            }
            last = at;
            Some(at)
        });
        let pose = table.need("pose").and_then(|value| pose::named(&value, poses));
        let ease = table.need("ease").and_then(|value| value.one_of(EASES));
        table.finish();
        Some((at?, ease?, pose?))
    };
    let items = value.list();
    if items.is_empty() && value.is_list() {
        value.fails::<()>("is empty");
    }
    items.iter().filter_map(&mut key).collect()
}

/// One view, "both", or the cuts from view to view.
fn views(value: &Value<'_>, end: i32) -> Option<(u8, Vec<(i32, u8)>)> {
    if !value.is_list() {
        return Some((value.one_of(VIEWS)?, Vec::new()));
    }
    let cut = |item: &Value<'_>| {
        let table = item.table("view")?;
        let at = table.need("at").and_then(|value| time(&value, end));
        let from = table.need("from").and_then(|value| value.one_of(&VIEWS[..2]));
        table.finish();
        Some((at?, from?))
    };
    Some((3, value.list().iter().filter_map(cut).collect()))
}

/// A prop, which the kit must list.
fn prop(value: &Value<'_>, facts: Option<&LevelFacts>) -> Option<(u8, Vec<i32>)> {
    let table = value.table("prop")?;
    let kinds: Vec<_> = PROPS.iter().zip(0..).map(|(prop, kind)| (prop.0, (prop, kind))).collect();
    let name = table.need("prop")?;
    let ((called, parts, kit), kind): (&PropKind, u8) = name.one_of(&kinds)?;
    if facts.is_some_and(|facts| !kit.is_empty() && !kit.iter().any(|kit| facts.kit.contains(kit))) {
        let kit: Vec<_> = kit.iter().map(|kit| format!("\"{}\"", kit.slug())).collect();
        name.fails::<()>(&format!("is \"{called}\", and the kit in exercise.toml does not list {}", kit.join(" or ")));
    }
    let number = |(key, number): &(&str, Number)| {
        let value = table.need(key)?;
        match number {
            Number::Ring => value.one_of(RINGS),
            Number::Side => value.one_of(SIDES),
            Number::Length => Some(steps(value.length()?, LENGTH)),
            Number::Time => Some(steps(value.number()?, TIME)),
        }
    };
    let numbers: Vec<_> = parts.iter().map(number).collect();
    table.finish();
    Some((kind, numbers.into_iter().collect::<Option<_>>()?))
}

fn moments(value: &Value<'_>, level: &LevelTable<'_, '_>, end: i32) -> Option<Vec<Moment>> {
    let table = value.table(&format!("moments of {}", level.own.called()))?;
    let moment = |cue: &&str| {
        let table = table.table(cue, &format!("moment \"{cue}\""))?;
        let at = table.need("at").and_then(|value| time(&value, end));
        let joint = table.need("joint").and_then(|value| value.one_of(JOINTS));
        let line = table.get("line").map_or(Some(0), |value| value.one_of(LINES));
        table.finish();
        Some(Moment { cue: (*cue).to_owned(), at: at?, joint: joint?, line: line? })
    };
    Some(table.keys().iter().filter_map(moment).collect())
}
