//! A pose as whole numbers, and its form in TOML: a pose has only the differences from the pose that it starts from.

use super::table::{Table, Value};

/// Steps of an angle in a degree, of a length in a standing height, of a time in a second. The decoder
/// (`domain/catalogue/packed`) divides by the same.
pub const ANGLE: f32 = 20.0;
pub const LENGTH: f32 = 10_000.0;
pub const TIME: f32 = 100.0;

/// The numbers of each group: support, trunk, right and left leg, right and left arm. Those that few poses have come last.
pub const GROUPS: [std::ops::Range<usize>; 6] = [0..5, 5..15, 15..23, 23..31, 31..42, 42..53];
const NUMBERS: usize = 53;
const HELD: usize = 0;
const PILLOW: usize = 4;
const TRUNK: usize = 5;
const LEGS: [usize; 2] = [15, 23];
const ARMS: [usize; 2] = [31, 42];
/// The numbers of a limb: an arm has more than a leg.
const LIMB: usize = 11;

/// The numbers of a limb; a leg has zeros at the end.
pub type Limb = [i32; LIMB];

/// A pose: a kind, three numbers and a pillow for the support, ten angles of the trunk, a kind and the numbers of each limb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pose(pub [i32; NUMBERS]);

/// A part of the body that a pose puts on a surface.
#[derive(Debug)]
pub struct Support {
    /// The part.
    pub part: &'static str,
    /// Points of the surface under it, or of the wall.
    pub points: Vec<[f32; 3]>,
    /// True for a foot.
    pub is_foot: bool,
    /// True on a wall.
    pub is_on_wall: bool,
    /// True on a wall ahead.
    pub ahead: bool,
}

/// A number of a pose as a length.
#[allow(clippy::cast_precision_loss, reason = "the numbers of a pose are small")]
pub fn length(number: i32) -> f32 {
    number as f32 / LENGTH
}

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
        // Tilt, turn, side bend, roll, twist, turn and tilt of the head.
        for angle in [1, 2, 4, 6, 7, 8, 9] {
            other.0[TRUNK + angle] = -self.0[TRUNK + angle];
        }
        for pair in [[2, 3], [4, 5]] {
            for [to, from] in [pair, [pair[1], pair[0]]] {
                other.set(to, &mirrored_limb(self.limb(from)));
            }
        }
        other
    }

    /// The pose at a place this far away.
    pub fn moved(&self, by: [i32; 3]) -> Self {
        let mut other = *self;
        let placed = (self.0[HELD] != 0).then_some(HELD + 1).into_iter();
        let legs = LEGS.into_iter().filter(|leg| self.0[*leg] != FREE).map(|leg| leg + 1);
        let on_body = |arm: usize| self.0[arm] == 0 && self.0[arm + ON] != 0;
        let arms = ARMS.into_iter().filter(|arm| self.0[*arm] != FREE && !on_body(*arm)).map(|arm| arm + 1);
        for at in placed.chain(legs).chain(arms) {
            for (axis, by) in by.into_iter().enumerate() {
                other.0[at + axis] += by;
            }
        }
        other
    }

    /// True in the air: about at a position, both legs free.
    pub fn flies(&self) -> bool {
        self.is_at_a_position() && LEGS.iter().all(|leg| self.0[*leg] == FREE)
    }

    /// True if the hips are about at a position.
    pub fn is_at_a_position(&self) -> bool {
        self.0[HELD] == 1
    }

    /// The parts that are on a surface, with their positions.
    pub fn supports(&self) -> Vec<Support> {
        let at = |from: usize| [0, 1, 2].map(|axis| length(self.0[from + axis]));
        let degrees = |number: usize| length(self.0[number]) * LENGTH / ANGLE;
        let (lean, turn) = (degrees(TRUNK), degrees(TRUNK + 2));
        let mut all = Vec::new();
        let mut add = |part: &'static str, points: Vec<[f32; 3]>| {
            all.push(Support { part, points, is_foot: part.ends_with("foot"), is_on_wall: false, ahead: false });
        };
        match self.0[HELD] {
            3 => add("seat", vec![at(HELD + 1)]),
            5 => add("side of the hip", vec![at(HELD + 1)]),
            6 => add("thighs", vec![at(HELD + 1)]),
            4 if lean.abs() > 45.0 => add("back", vec![at(HELD + 1)]),
            _ => {}
        }
        for (side, (from, name)) in LEGS.into_iter().zip(["right foot", "left foot"]).enumerate() {
            let [x, y, z] = at(from + 1);
            match self.0[from] {
                0 => {
                    let out = turn + degrees(from + 5) * if side == 0 { 1.0 } else { -1.0 };
                    let along =
                        |reach: f32| [x + reach * out.to_radians().cos(), y, z + reach * out.to_radians().sin()];
                    // The ankle, or what stays of a lifted foot.
                    let heel = degrees(from + 4);
                    let reaches: &[f32] = if heel > 1.0 {
                        &[0.072]
                    } else if heel < -1.0 {
                        &[-0.02]
                    } else {
                        &[0.0, 0.072]
                    };
                    add(name, reaches.iter().map(|reach| along(*reach)).collect());
                }
                2 => add(["right knee", "left knee"][side], vec![[x, y, z]]),
                _ => {}
            }
        }
        for (side, from) in ARMS.into_iter().enumerate() {
            match self.0[from] {
                2 => add(["right hand", "left hand"][side], vec![at(from + 1)]),
                4 => add(["right elbow", "left elbow"][side], vec![at(from + 1)]),
                _ => {}
            }
        }
        // Upright: on a wall, in whose direction the body faces or turns its back.
        let mut on_wall = |part: &'static str, from: usize, ahead: bool| {
            all.push(Support { part, points: vec![at(from)], is_foot: false, is_on_wall: true, ahead });
        };
        if turn == 0.0 && self.0[HELD] == 4 && lean.abs() <= 45.0 {
            on_wall("back", HELD + 1, false);
        }
        for (side, from) in ARMS.into_iter().enumerate() {
            if turn == 0.0 && self.0[from] == 3 {
                on_wall(["right hand", "left hand"][side], from + 1, true);
            }
        }
        all
    }

    /// The numbers of the limb of a group.
    pub fn limb(&self, group: usize) -> Limb {
        let numbers = &self.0[GROUPS[group].clone()];
        std::array::from_fn(|number| numbers.get(number).copied().unwrap_or_default())
    }

    /// Sets the numbers of a group; those beyond its length are dropped.
    fn set(&mut self, group: usize, numbers: &[i32]) {
        self.0[GROUPS[group].clone()].iter_mut().zip(numbers).for_each(|(old, new)| *old = *new);
    }
}

/// The limb mirrored to the other side.
pub fn mirrored_limb(mut limb: Limb) -> Limb {
    if limb[0] != FREE {
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
    for (at, key) in TRUNK_ANGLES.iter().enumerate() {
        if let Some(angle) = table.get(key).and_then(|value| value.number()) {
            pose.0[TRUNK + at] = steps(angle, ANGLE);
        }
    }
    let [legs, arms] = [(&LEG_KINDS[..], &[][..]), (&ARM_KINDS[..], &HAND[..])];
    for (both, sides, (kinds, hand)) in
        [("legs", [("right-leg", 2), ("left-leg", 3)], legs), ("arms", [("right-arm", 4), ("left-arm", 5)], arms)]
    {
        if let Some(limb) = table.get(both).and_then(|value| limb(&value, both, kinds, hand)) {
            pose.set(sides[0].1, &limb);
            pose.set(sides[1].1, &mirrored_limb(limb));
        }
        for (key, group) in sides {
            if let Some(limb) = table.get(key).and_then(|value| limb(&value, key, kinds, hand)) {
                pose.set(group, &limb);
            }
        }
    }
    pose
}

/// The support of the body: balanced over its feet, or a part of it at a position; and what its head rests on.
fn held(table: &Table<'_>, pose: &mut Pose, may_lack: bool) {
    let balance = table.get("balance").and_then(|value| value.table("balance")).and_then(|table| {
        let part = |key: &str| table.need(key).and_then(|value| value.length());
        let (hips, right) = (part("hips"), part("right"));
        table.finish();
        Some([0, steps(hips?, LENGTH), steps(right?, LENGTH), 0])
    });
    let placed = |(kind, key): (i32, &&str)| {
        let [x, y, z] = place(&table.get(key)?)?;
        Some([kind, x, y, z])
    };
    let ways: Vec<_> = [balance].into_iter().chain((1..).zip(&SUPPORTS).map(placed)).flatten().collect();
    let names = format!("\"balance\", \"{}\"", SUPPORTS.join("\", \""));
    match ways[..] {
        [way] => pose.set(HELD, &way),
        [] if !may_lack => table.fault(format!("{} has no \"from\" and none of {names}", table.called())),
        [] => {}
        _ => table.fault(format!("{} has two of {names}", table.called())),
    }
    if let Some(height) = table.get("head-on").and_then(|value| value.length()) {
        pose.0[PILLOW] = 1 + steps(height, LENGTH);
    }
}

/// The parts of the body that can be at a position, in the order of their kinds.
const SUPPORTS: [&str; 6] = ["hips", "shoulders", "seat", "back", "side-of-hip", "thighs"];

const TRUNK_ANGLES: [&str; 10] =
    ["lean", "tilt", "turn", "spine", "side", "nod", "roll", "twist", "head-turn", "head-tilt"];

/// The kind of a limb that is given by its angles alone.
const FREE: i32 = 1;

/// A way to give a limb: its kind, the key of its position (none for a free one), and the keys of its angles with their places.
type LimbKind = (i32, Option<&'static str>, &'static [(&'static str, usize)]);

const LEG_KINDS: [LimbKind; 3] = [
    (0, Some("at"), &[("heel", 4), ("out", 5), ("knee", 6), ("toes", 7)]),
    (2, Some("knee-at"), &[("shin", 4), ("out", 5), ("foot", 6), ("toes", 7)]),
    (FREE, None, &[("hip", 1), ("out", 2), ("turn", 3), ("knee", 4), ("foot", 5), ("toes", 7)]),
];
const ARM_KINDS: [LimbKind; 5] = [
    (0, Some("hand"), &[("elbow", 4)]),
    (2, Some("palm"), &[("elbow", 4), ("out", 10)]),
    (3, Some("palm-on-wall"), &[("elbow", 4), ("out", 10)]),
    (4, Some("elbow-at"), &[("lift-hand", 4), ("out", 10)]),
    (FREE, None, &[("raise", 1), ("out", 2), ("turn", 3), ("elbow", 4)]),
];
/// The numbers that any arm may have, with their places and their unit.
const HAND: [(&str, usize, f32); 4] =
    [("roll", 5, ANGLE), ("wrist", 6, ANGLE), ("glide", 8, LENGTH), ("lift", 9, LENGTH)];
const SHAPE: usize = 7;
const SHAPES: &[(&str, i32)] = &[("relaxed", 0), ("flat", 1), ("fist", 2), ("grip", 3), ("pointing", 4)];
const ON: usize = 10;
const BODY_PARTS: &[(&str, i32)] = &[("pelvis", 1), ("chest", 2), ("head", 3), ("thigh", 4)];

/// A position: forward, up, to the right.
pub fn place(value: &Value<'_>) -> Option<[i32; 3]> {
    let numbers: Vec<_> = value.list().iter().filter_map(Value::length).collect();
    match numbers[..] {
        [x, y, z] => Some([x, y, z].map(|length| steps(length, LENGTH))),
        _ => value.fails("must be a place: [forward, up, to the right]"),
    }
}

/// A limb whose end is at a position, or one given by its angles; missing angles are 0.
fn limb(value: &Value<'_>, called: &str, kinds: &[LimbKind], hand: &[(&str, usize, f32)]) -> Option<Limb> {
    let table = value.table(called)?;
    let mut limb = [0; LIMB];
    let placed = kinds.iter().find_map(|(kind, key, angles)| Some((*kind, table.get((*key)?)?, *angles)));
    let angles = if let Some((kind, at, angles)) = placed {
        limb[0] = kind;
        limb[1..4].copy_from_slice(&place(&at)?);
        angles
    } else {
        let (kind, _, angles) = kinds[kinds.len() - 1];
        limb[0] = kind;
        table.need(angles[0].0)?;
        angles
    };
    let angles = angles.iter().map(|(key, at)| (*key, *at, ANGLE));
    for (key, at, unit) in angles.chain(hand.iter().copied()) {
        if let Some(number) = table.get(key).and_then(|value| value.number()) {
            limb[at] = steps(number, unit);
        }
    }
    if !hand.is_empty() {
        if let Some(shape) = table.get("shape") {
            limb[SHAPE] = shape.one_of(SHAPES)?;
        }
        if let Some(on) = table.get("on").filter(|_| limb[0] == 0) {
            limb[ON] = on.one_of(BODY_PARTS)?;
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
