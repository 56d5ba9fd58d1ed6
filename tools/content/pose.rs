//! A pose as whole numbers, and its form in TOML: a pose has only the differences from the pose that it starts from.

use super::table::{Table, Value};

/// Steps of an angle in a degree, of a length in a standing height, of a time in a second. The decoder
/// (`domain/catalogue/packed`) divides by the same.
pub const ANGLE: f32 = 20.0;
pub const LENGTH: f32 = 10_000.0;
pub const TIME: f32 = 100.0;

/// The first number of each group: support, trunk, right and left leg, right and left arm.
pub const GROUPS: [std::ops::Range<usize>; 6] = [0..4, 4..10, 10..17, 17..24, 24..31, 31..38];
const NUMBERS: usize = 38;
const HELD: usize = 0;
const TRUNK: usize = 4;
const LEGS: [usize; 2] = [10, 17];
const ARMS: [usize; 2] = [24, 31];

/// A pose: a kind and three numbers for the support, six angles of the trunk, a kind and six numbers for each limb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pose(pub [i32; NUMBERS]);

impl Default for Pose {
    fn default() -> Self {
        Self([0; NUMBERS])
    }
}

impl Pose {
    /// The pose with left and right exchanged.
    pub fn mirrored(&self) -> Self {
        let mut other = *self;
        let held = &self.0[HELD..];
        match held[0] {
            0 => other.0[2] = steps(1.0, LENGTH) - held[2],
            _ => other.0[3] = -held[3],
        }
        // Tilt, turn and side bend.
        for angle in [1, 2, 4] {
            other.0[TRUNK + angle] = -self.0[TRUNK + angle];
        }
        for limbs in [LEGS, ARMS] {
            for (to, from) in [(0, 1), (1, 0)] {
                let limb = self.limb(limbs[from]);
                other.0[limbs[to]..limbs[to] + 7].copy_from_slice(&mirrored_limb(limb));
            }
        }
        other
    }

    /// The seven numbers of the limb that begins here.
    pub fn limb(&self, at: usize) -> [i32; 7] {
        std::array::from_fn(|number| self.0[at + number])
    }

    fn set(&mut self, at: usize, numbers: &[i32]) {
        self.0[at..at + numbers.len()].copy_from_slice(numbers);
    }
}

/// The limb mirrored to the other side.
pub fn mirrored_limb(mut limb: [i32; 7]) -> [i32; 7] {
    if limb[0] == 0 {
        limb[3] = -limb[3];
    }
    limb
}

/// Reads every pose under `[poses]`; one may start from those of `shared`, and from those above it.
pub fn read(file: &Table<'_>, shared: &[(String, Pose)]) -> Vec<(String, Pose)> {
    let mut poses: Vec<(String, Pose)> = shared.to_vec();
    for (name, table) in file.tables("poses", "pose") {
        if poses.iter().any(|(other, _)| other == name) {
            table.fault(format!("{} stands there already", table.called()));
        }
        let pose = pose(&table, &poses);
        table.finish();
        poses.push((name.to_owned(), pose));
    }
    poses
}

/// The pose `name`; an error if it is not above.
pub fn named(value: &Value<'_>, poses: &[(String, Pose)]) -> Option<usize> {
    let name = value.text()?;
    let found = poses.iter().position(|(known, _)| known == name);
    found.or_else(|| value.fails(&format!("is \"{name}\", and no pose above or in poses.toml is called so")))
}

fn pose(table: &Table<'_>, poses: &[(String, Pose)]) -> Pose {
    if let Some(of) = table.get("mirror") {
        return named(&of, poses).map_or_else(Pose::default, |at| poses[at].1.mirrored());
    }
    let from = table.get("from").and_then(|from| named(&from, poses));
    let mut pose = from.map_or_else(Pose::default, |at| poses[at].1);
    held(table, &mut pose, from.is_some());
    for (at, key) in ["lean", "tilt", "turn", "spine", "side", "nod"].iter().enumerate() {
        if let Some(angle) = table.get(key).and_then(|value| value.number()) {
            pose.0[TRUNK + at] = steps(angle, ANGLE);
        }
    }
    for (both, sides, read) in [
        ("legs", [("right-leg", LEGS[0]), ("left-leg", LEGS[1])], leg as fn(&Value<'_>, &str) -> Option<[i32; 7]>),
        ("arms", [("right-arm", ARMS[0]), ("left-arm", ARMS[1])], arm),
    ] {
        if let Some(limb) = table.get(both).and_then(|value| read(&value, both)) {
            pose.set(sides[0].1, &limb);
            pose.set(sides[1].1, &mirrored_limb(limb));
        }
        for (key, at) in sides {
            if let Some(limb) = table.get(key).and_then(|value| read(&value, key)) {
                pose.set(at, &limb);
            }
        }
    }
    pose
}

/// The support of the body: balanced over its feet, or hips or shoulders at a position.
fn held(table: &Table<'_>, pose: &mut Pose, may_lack: bool) {
    let balance = table.get("balance").and_then(|value| value.table("balance")).and_then(|table| {
        let part = |key: &str| table.need(key).and_then(|value| value.length());
        let (hips, right) = (part("hips"), part("right"));
        table.finish();
        Some([0, steps(hips?, LENGTH), steps(right?, LENGTH), 0])
    });
    let place = |key: &str, kind: i32| {
        let [x, y, z] = place(&table.get(key)?)?;
        Some([kind, x, y, z])
    };
    let ways: Vec<_> = [balance, place("hips", 1), place("shoulders", 2)].into_iter().flatten().collect();
    let names = "\"balance\", \"hips\", \"shoulders\"";
    match ways[..] {
        [way] => pose.set(HELD, &way),
        [] if !may_lack => table.fault(format!("{} has no \"from\" and none of {names}", table.called())),
        [] => {}
        _ => table.fault(format!("{} has two of {names}", table.called())),
    }
}

/// A position: forward, up, to the right.
fn place(value: &Value<'_>) -> Option<[i32; 3]> {
    let numbers: Vec<_> = value.list().iter().filter_map(Value::length).collect();
    match numbers[..] {
        [x, y, z] => Some([x, y, z].map(|length| steps(length, LENGTH))),
        _ => value.fails("must be a place: [forward, up, to the right]"),
    }
}

fn leg(value: &Value<'_>, called: &str) -> Option<[i32; 7]> {
    limb(value, called, "at", &["heel", "out", "knee"], &["hip", "out", "turn", "knee", "foot"])
}

fn arm(value: &Value<'_>, called: &str) -> Option<[i32; 7]> {
    limb(value, called, "hand", &["elbow"], &["raise", "out", "turn", "elbow"])
}

/// A limb whose end is at a position, or one given by its angles; missing angles are 0.
fn limb(value: &Value<'_>, called: &str, end: &str, placed: &[&str], free: &[&str]) -> Option<[i32; 7]> {
    let table = value.table(called)?;
    let mut limb = [0; 7];
    let angles = if let Some(at) = table.get(end) {
        limb[1..4].copy_from_slice(&place(&at)?);
        placed
    } else {
        limb[0] = 1;
        table.need(free[0])?;
        free
    };
    let first = if limb[0] == 0 { 4 } else { 1 };
    for (at, key) in angles.iter().enumerate() {
        if let Some(angle) = table.get(key).and_then(|value| value.number()) {
            limb[first + at] = steps(angle, ANGLE);
        }
    }
    table.finish();
    Some(limb)
}

/// A number in whole steps.
#[allow(clippy::cast_possible_truncation, reason = "the numbers of a pose are small")]
pub fn steps(number: f32, of: f32) -> i32 {
    (number * of).round() as i32
}
