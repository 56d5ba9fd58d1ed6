//! The props of a motion: each by its name in `motion.toml`, as what the program draws, and the surfaces that it offers.

use super::motion::{Needs, seconds};
use super::pose::{self, LENGTH, TIME, place, steps};
use super::table::{Table, Value};

/// The props of a level.
#[derive(Default)]
pub struct Props {
    /// Kind and numbers of each, as they are packed.
    pub packed: Vec<(u8, Vec<i32>)>,
    /// The blocks that parts of the body may be on, with the names of their props.
    pub blocks: Vec<(&'static str, Block)>,
}

/// A block between two opposite corners: forward, up, to the right.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// The lower, left corner at the back.
    pub low: [f32; 3],
    /// The upper, right corner in front.
    pub high: [f32; 3],
    /// Distance by which it gives way under a foot.
    pub gives: f32,
}

/// The number of a prop in the packed form.
mod kind {
    pub const LOOP_BAND: u8 = 0;
    pub const LONG_BAND: u8 = 1;
    pub const DOWEL: u8 = 2;
    pub const WEIGHT: u8 = 3;
    pub const STRAPS: u8 = 4;
    pub const BOSU: u8 = 5;
    pub const PILLOW: u8 = 6;
    pub const EYES_CLOSED: u8 = 7;
    pub const BLOCK: u8 = 8;
    pub const BACKPACK: u8 = 9;
    pub const JUMP_ROPE: u8 = 10;
    pub const PASSING_GROUND: u8 = 11;
}

const RINGS: &[(&str, i32)] = &[("above-knees", 0), ("ankles", 1), ("arches", 2)];
const ENDS: &[(&str, i32)] = &[
    ("right-hand", 0),
    ("left-hand", 1),
    ("right-foot", 2),
    ("left-foot", 3),
    ("right-ankle", 4),
    ("left-ankle", 5),
    ("both-feet", 6),
];
const ANCHOR: i32 = 7;
const GRIPS: &[(&str, i32)] = &[("right", 0), ("left", 1), ("right-swing", 2), ("left-swing", 3), ("both", 4)];
const BOTH: i32 = 4;
const NO_HAND: i32 = 6;
const SIDES: &[(&str, f32)] = &[("ahead", 1.0), ("behind", -1.0)];

const KETTLEBELL: i32 = 0;
const DUMBBELL: i32 = 1;
const ROLL: i32 = 2;
/// Half the height of a rolled mat.
const ROLLED: f32 = 0.035;

const WOOD: i32 = 0;
const PAD: i32 = 1;
const FOAM: i32 = 2;
const WALL: i32 = 3;

/// A prop: its name, and the words for its kit of which one must be listed.
type PropKind = (&'static str, &'static [&'static str]);

const PROPS: &[PropKind] = &[
    ("loop-band", &["loop-band"]),
    ("long-band", &["long-band"]),
    ("strap", &["yoga-strap"]),
    ("dowel", &["dowel"]),
    ("kettlebell", &["kettlebell"]),
    ("dumbbell", &["dumbbell"]),
    ("backpack", &["backpack"]),
    ("jump-rope", &["jump-rope"]),
    ("straps", &["straps"]),
    ("door-anchor", &["door-anchor"]),
    ("bosu", &["bosu", "soft-surface"]),
    ("pillow", &["soft-surface"]),
    ("step", &["step"]),
    ("box", &["box"]),
    ("bench", &["bench"]),
    ("chair", &["chair"]),
    ("wall", &["wall"]),
    ("block", &["block"]),
    ("mat", &["mat"]),
    ("mat-roll", &["mat"]),
    ("eyes-closed", &[]),
];

/// Reads the list of props, each of which the kit must list.
pub fn read(list: &Value<'_>, needs: Option<&Needs>) -> Props {
    let mut props = Props::default();
    for item in list.list() {
        let _ = prop(&item, needs, &mut props);
    }
    props
}

/// Adds a prop.
fn prop(value: &Value<'_>, needs: Option<&Needs>, props: &mut Props) -> Option<()> {
    let table = value.table("prop")?;
    let name = table.need("prop")?;
    let known: Vec<_> = PROPS.iter().map(|prop| (prop.0, *prop)).collect();
    let (called, kit) = name.one_of(&known)?;
    if needs.is_some_and(|needs| !kit.is_empty() && !kit.iter().any(|word| needs.kit.iter().any(|has| has == word))) {
        let kit: Vec<_> = kit.iter().map(|word| format!("\"{word}\"")).collect();
        name.fails::<()>(&format!("is \"{called}\", and the kit in exercise.toml does not list {}", kit.join(" or ")));
    }
    let plain = [("dowel", kind::DOWEL), ("backpack", kind::BACKPACK), ("eyes-closed", kind::EYES_CLOSED)];
    if let Some((_, kind)) = plain.iter().find(|(plain, _)| *plain == called) {
        props.add(*kind, Vec::new());
        table.finish();
        return Some(());
    }
    let read = match called {
        "loop-band" => ring(&table, props),
        "long-band" | "strap" => band(&table, called == "strap", props),
        "kettlebell" => weight(&table, KETTLEBELL, 0.14, props),
        "dumbbell" => weight(&table, DUMBBELL, 0.031, props),
        "mat-roll" => roll(&table, props),
        "jump-rope" => rope(&table, props),
        "straps" => straps(&table, props),
        "bosu" => stand(&table, kind::BOSU, ("bosu", 0.13, 0.0), props),
        "pillow" => stand(&table, kind::PILLOW, ("pillow", 0.03, 0.03), props),
        _ => furniture(&table, called, props),
    };
    table.finish();
    read
}

impl Props {
    /// Adds the marks of a ground over which the figure goes at this speed.
    pub fn pass(&mut self, speed: [i32; 3]) {
        self.add(kind::PASSING_GROUND, speed.to_vec());
    }

    fn add(&mut self, kind: u8, numbers: Vec<i32>) {
        self.packed.push((kind, numbers));
    }

    /// Adds a block between two heights, by the middle of its foot and its length and width.
    fn block(
        &mut self,
        called: &'static str,
        material: i32,
        [x, z]: [f32; 2],
        [long, wide]: [f32; 2],
        [low, high]: [f32; 2],
    ) {
        let (middle, half) = ([x, (low + high) * 0.5, z], [long * 0.5, (high - low) * 0.5, wide * 0.5]);
        let numbers = [material].into_iter().chain(middle.into_iter().chain(half).map(|length| steps(length, LENGTH)));
        self.add(kind::BLOCK, numbers.collect());
        let corner = |turn: f32| [0, 1, 2].map(|at: usize| middle[at] + turn * half[at]);
        self.blocks.push((called, Block { low: corner(-1.0), high: corner(1.0), gives: 0.0 }));
    }
}

/// The length under `key`, or another one.
fn length(table: &Table<'_>, key: &str, otherwise: f32) -> Option<f32> {
    table.get(key).map_or(Some(otherwise), |value| value.length())
}

/// The middle of a prop on the ground: its `x`, and its `z`, which is 0 if it is not given.
fn middle(table: &Table<'_>) -> Option<[f32; 2]> {
    Some([table.need("x")?.length()?, length(table, "z", 0.0)?])
}

fn ring(table: &Table<'_>, props: &mut Props) -> Option<()> {
    let ring = table.need("at")?.one_of(RINGS)?;
    props.add(kind::LOOP_BAND, vec![ring]);
    Some(())
}

/// A band or a strap from one end to another: hands, feet, ankles, or a place.
fn band(table: &Table<'_>, is_strap: bool, props: &mut Props) -> Option<()> {
    let mut numbers = Vec::new();
    for key in ["from", "to"] {
        let end = table.need(key)?;
        if end.is_list() {
            numbers.push(ANCHOR);
            numbers.extend(place(&end)?);
        } else {
            numbers.push(end.one_of(ENDS)?);
        }
    }
    numbers.push(if is_strap { 0 } else { steps(table.need("slack")?.length()?, LENGTH) });
    props.add(kind::LONG_BAND, numbers);
    Some(())
}

/// A weight in the hands, from `from` until `until`; before and after it lies at its place, its handle `lying` high. "both" dumbbells are two.
fn weight(table: &Table<'_>, shape: i32, lying: f32, props: &mut Props) -> Option<()> {
    let hold = table.need("hold").and_then(|value| value.one_of(GRIPS))?;
    let time = |key: &str, otherwise: f32| table.get(key).map_or(Some(otherwise), |value| value.number());
    let (from, until) = (time("from", 0.0)?, time("until", 300.0)?);
    let is_put_down = from > 0.0 || until < 300.0;
    let x = if is_put_down { table.need("x")?.length()? } else { 0.0 };
    let (z, y) = (length(table, "z", 0.0)?, length(table, "y", 0.0)? + lying);
    let holds = if hold == BOTH && shape == DUMBBELL { vec![(0, z), (1, -z)] } else { vec![(hold, z)] };
    for (hold, z) in holds {
        let place = [x, y, z].map(|length| steps(length, LENGTH));
        let times = [from, until].map(|time| steps(time, TIME));
        props.add(kind::WEIGHT, [shape, hold].into_iter().chain(place).chain(times).collect());
    }
    Some(())
}

/// A rolled mat that lies across.
fn roll(table: &Table<'_>, props: &mut Props) -> Option<()> {
    let [x, z] = middle(table)?;
    let radius = ROLLED;
    let numbers = [ROLL, NO_HAND].into_iter().chain([x, radius, z].map(|length| steps(length, LENGTH)));
    props.add(kind::WEIGHT, numbers.chain([0, 0]).collect());
    let block = Block { low: [x - radius, 0.0, z - 0.17], high: [x + radius, 2.0 * radius, z + 0.17], gives: 0.0 };
    props.blocks.push(("mat-roll", block));
    Some(())
}

fn rope(table: &Table<'_>, props: &mut Props) -> Option<()> {
    let (under, turn) = (seconds(&table.need("under")?)?, seconds(&table.need("turn")?)?);
    if turn <= 0 {
        return table.need("turn")?.fails("must be more than 0");
    }
    props.add(kind::JUMP_ROPE, vec![under, turn]);
    Some(())
}

/// Half a ball or a pillow: its name, its height, and how far a foot presses it in.
fn stand(
    table: &Table<'_>,
    kind: u8,
    (called, high, gives): (&'static str, f32, f32),
    props: &mut Props,
) -> Option<()> {
    let [x, z] = [table.need("x")?.length()?, table.need("z")?.length()?];
    props.add(kind, [x, z].map(|length| steps(length, LENGTH)).to_vec());
    let block = Block { low: [x - 0.18, 0.0, z - 0.18], high: [x + 0.18, high, z + 0.18], gives };
    props.blocks.push((called, block));
    Some(())
}

/// Straps, their plate, and the wall behind it.
fn straps(table: &Table<'_>, props: &mut Props) -> Option<()> {
    let [x, y] = [table.need("x")?.length()?, table.need("y")?.length()?];
    props.add(kind::STRAPS, [x, y].map(|length| steps(length, LENGTH)).to_vec());
    props.block("straps", WALL, [x + 0.024, 0.0], [0.02, 0.6], [0.0, y + 0.2]);
    Some(())
}

/// Furniture and mats, as blocks.
fn furniture(table: &Table<'_>, called: &'static str, props: &mut Props) -> Option<()> {
    // Material, and length, width and height that are usual.
    let (material, [long, wide, high]) = match called {
        "step" => (WOOD, [0.23, 0.46, 0.0]),
        "box" => (WOOD, [0.29, 0.43, 0.0]),
        "block" => (FOAM, [0.086, 0.131, 0.0]),
        "mat" => (FOAM, [1.03, 0.35, 0.003]),
        "bench" => (PAD, [0.69, 0.17, 0.0]),
        "chair" => return chair(table, props),
        "wall" => return wall(table, props),
        _ => return door_anchor(table, props),
    };
    let at = middle(table)?;
    let size = [length(table, "long", long)?, length(table, "wide", wide)?];
    let height = if high > 0.0 { high } else { table.need("height")?.length()? };
    if called != "bench" {
        props.block(called, material, at, size, [0.0, height]);
        return Some(());
    }
    let pad = height - 0.04;
    let (reach, foot) = if size[0] > size[1] {
        ([size[0] * 0.38, 0.0], [0.03, size[1]])
    } else {
        ([0.0, size[1] * 0.38], [size[0], 0.03])
    };
    for (turn, less) in [(-1.0, 0.006), (1.0, 0.0)] {
        let (at, foot) = ([at[0] + turn * reach[0], at[1] + turn * reach[1]], foot.map(|side| side - less));
        props.block("bench's leg", WOOD, at, foot, [0.0, pad]);
    }
    props.block(called, material, at, size, [pad, height]);
    Some(())
}

/// A chair: seat, back and four legs.
fn chair(table: &Table<'_>, props: &mut Props) -> Option<()> {
    let [x, z] = middle(table)?;
    let height = length(table, "height", 0.26)?;
    let side = table.need("back").and_then(|value| value.one_of(SIDES))?;
    // The legs behind stand a little nearer together: from the front, none hides another one exactly.
    for (ahead, aside) in [(1.0, 1.0), (1.0, -1.0), (-1.0, 0.97), (-1.0, -0.97)] {
        props.block("chair's leg", WOOD, [x + ahead * 0.108, z + aside * 0.108], [0.02; 2], [0.0, height - 0.02]);
    }
    props.block("chair", WOOD, [x, z], [0.24; 2], [height - 0.02, height]);
    props.block("chair's back", WOOD, [x + side * 0.111, z], [0.018, 0.24], [height, height + 0.25]);
    Some(())
}

/// A wall whose face is at `x`, ahead or behind, or at `z`, to the right or to the left.
fn wall(table: &Table<'_>, props: &mut Props) -> Option<()> {
    let high = length(table, "height", 1.0)?;
    let at = |key: &str| table.get(key).map(|value| value.length());
    let behind = |face: f32| face + 0.01 * face.signum();
    match (at("x"), at("z")) {
        (Some(x), None) => props.block("wall", WALL, [behind(x?), 0.0], [0.02, 0.7], [0.0, high]),
        (None, Some(z)) => props.block("wall", WALL, [0.0, behind(z?)], [0.7, 0.02], [0.0, high]),
        _ => table.fault("prop: a wall has either \"x\" or \"z\""),
    }
    Some(())
}

/// A door with a loop at `at`, to which a band may be fixed.
fn door_anchor(table: &Table<'_>, props: &mut Props) -> Option<()> {
    let at = table.need("at")?;
    let [x, y, z] = place(&at)?.map(pose::length);
    let turn = x.signum();
    props.block("door", WALL, [x + turn * 0.024, z], [0.02, 0.5], [0.0, 1.14]);
    props.block("anchor", PAD, [x + turn * 0.006, z], [0.012, 0.02], [y - 0.02, y + 0.02]);
    Some(())
}
