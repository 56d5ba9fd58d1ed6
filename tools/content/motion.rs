//! `motion.toml`: the motions of an exercise.

use super::facts::{Facts, LevelFacts};
use super::level::{LevelTable, Levels};
use super::pose::{self, Pose, TIME, place, steps};
use super::prop::{self, Block, Props};
use super::surface;
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
    /// Time and view: 0 side, 1 front, 2 between them.
    pub cuts: Vec<(i32, u8)>,
    /// True without shoes.
    pub barefoot: bool,
    /// The speed of the figure over the ground.
    pub speed: [i32; 3],
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
const CUTS: &[(&str, u8)] = &[("side", 0), ("front", 1), ("three-quarter", 2)];
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
/// The demands on a motion at a level.
pub struct Needs {
    /// Seconds of one repetition; 0 if the clock ends the set.
    pub repetition: u16,
    /// The words of its kit.
    pub kit: Vec<&'static str>,
}

impl Needs {
    /// Those of each level.
    pub fn of(facts: &Facts) -> Vec<Self> {
        let of = |level: &LevelFacts| Self {
            repetition: level.repetition(),
            kit: level.kit.iter().map(|kit| kit.slug()).collect(),
        };
        facts.levels.iter().map(of).collect()
    }
}

/// Reads the file; `needs` are those of its exercise at each level, `shared` the poses of poses.toml.
pub fn read(file: &Table<'_>, needs: &[Needs], shared: &[(String, Pose)]) -> Option<Motions> {
    let poses = pose::read(file, shared);
    let levels = Levels::of(file);
    let read = levels.each(|table| level(table, needs.get(table.level as usize), &poses));
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
    let mut levels: Vec<_> = read.into_iter().flatten().collect();
    let mut poses = poses;
    for motion in &mut levels {
        stay(motion, &mut poses);
    }
    (levels.len() == 3).then_some(Motions { poses, levels })
}

/// Moves the poses of a figure that goes over the ground back to the middle of the picture.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "lengths of a picture")]
fn stay(motion: &mut Motion, poses: &mut Vec<(String, Pose)>) {
    if motion.speed == [0; 3] {
        return;
    }
    for (time, _, pose) in &mut motion.keys {
        let gone = motion.speed.map(|speed| -(speed as f32 * *time as f32 / TIME).round() as i32);
        let moved = (format!("{} at {time}", poses[*pose].0), poses[*pose].1.moved(gone));
        *pose = poses.iter().position(|known| *known == moved).unwrap_or_else(|| {
            poses.push(moved);
            poses.len() - 1
        });
    }
}

fn level(table: &LevelTable<'_, '_>, needs: Option<&Needs>, poses: &[(String, Pose)]) -> Option<Motion> {
    let repetitions = table.get("repetitions").map_or(Some(1), |value| value.whole(1..=20))?;
    let seconds = needs.map(|needs| if needs.repetition == 0 { HOLD_LOOP } else { repetitions * needs.repetition });
    let end = seconds.map_or(i32::MAX, |seconds| steps(f32::from(seconds), TIME));
    let keys = table.need("keys").map(|value| keys(&value, poses, end));
    let view = table.need("view").and_then(|value| views(&value, end));
    let barefoot = table.get("barefoot").is_some_and(|value| value.flag() == Some(true));
    let mut props = table.get("props").map_or_else(Props::default, |value| prop::read(&value, needs));
    let bands = props.packed.iter().filter(|(kind, _)| *kind == 0).count();
    if needs.is_some_and(|needs| bands > 1 && !needs.kit.contains(&Kit::SecondLoopBand.slug())) {
        table.own.fault(format!("{} shows two loop bands, and its kit in exercise.toml lists one", table.own.called()));
    }
    if let Some(keys) = &keys {
        check_surfaces(table, keys, poses, &props.blocks);
    }
    let travel = table.get("travel").and_then(|value| {
        if !props.blocks.is_empty() {
            return value.fails("is the way of a figure past which nothing stands, and a prop stands on the floor");
        }
        place(&value)
    });
    let speed = travel.map(|way| way.map(|length| length / i32::from(seconds.unwrap_or(1).max(1))));
    if let Some(speed) = speed {
        props.pass(speed);
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
        speed: speed.unwrap_or_default(),
        props: props.packed,
        still: still?,
        moments: moments?,
    })
}

/// Reports the first key in which a part of the body is on something that is not there.
fn check_surfaces(
    table: &LevelTable<'_, '_>,
    keys: &[(i32, u8, usize)],
    poses: &[(String, Pose)],
    blocks: &[(&'static str, Block)],
) {
    let pose = |at: usize| &poses[keys[at % keys.len()].2];
    let fault = |at: usize| {
        let (name, key) = pose(at);
        let leaves = key.is_at_a_position() && [at + 1, at + keys.len() - 1].iter().any(|other| pose(*other).1.flies());
        Some(format!("pose \"{name}\": {}", surface::fault(key, blocks, leaves)?))
    };
    if let Some(fault) = (0..keys.len()).find_map(fault) {
        table.own.fault(format!("{}: {fault}", table.own.called()));
    }
}

/// A number of seconds, in steps.
pub fn seconds(value: &Value<'_>) -> Option<i32> {
    Some(steps(value.number()?, TIME))
}

/// A time within the loop, in steps.
fn time(value: &Value<'_>, end: i32) -> Option<i32> {
    let time = seconds(value)?;
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
        let from = table.need("from").and_then(|value| value.one_of(CUTS));
        table.finish();
        Some((at?, from?))
    };
    Some((3, value.list().iter().filter_map(cut).collect()))
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
