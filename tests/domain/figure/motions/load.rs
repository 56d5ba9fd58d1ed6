//! Motions of no exercise, which show every prop and every contact: `[needs]` has the seconds of a repetition and the words of the kit,
//! the rest is as in `motion.toml`. Tests hold the laws of the figure over them, and `figures --samples` draws them.

use super::reader::motion::{self, Needs};
use super::reader::table::{Source, Table};
use super::reader::{self, Fault, pack};
use mainspring::domain::catalogue::{Brief, Demand, Dose, Exercise, Measure, SideName, Sides, unpack};
use std::path::Path;

/// The kit that a sample may list.
const KIT: &[(&str, &str)] = &[
    ("backpack", "backpack"),
    ("bench", "bench"),
    ("block", "block"),
    ("box", "box"),
    ("chair", "chair"),
    ("door-anchor", "door-anchor"),
    ("dumbbell", "dumbbell"),
    ("jump-rope", "jump-rope"),
    ("kettlebell", "kettlebell"),
    ("long-band", "long-band"),
    ("mat", "mat"),
    ("step", "step"),
    ("wall", "wall"),
    ("yoga-strap", "yoga-strap"),
];

/// The samples beside this file, as exercises without words; or the faults of their files.
pub fn samples(project: &Path) -> Result<Vec<Exercise>, Vec<Fault>> {
    let content = reader::read(&reader::load(project).expect("content is there"))?;
    let folder = project.join("tests/domain/figure/motions");
    let entries = std::fs::read_dir(folder).expect("the samples are there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    let (mut packed, mut briefs, mut faults) = (reader::shared_poses(&content), Vec::new(), Vec::new());
    for path in paths {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).expect("a text");
        let source = Source::new(format!("{name}.toml"), text);
        let read = source.read("the sample", |file| motion::read(file, &needs(file)?, &content.shared_poses)).flatten();
        faults.extend(source.into_faults());
        let Some(motions) = read else { continue };
        // A type of exercise, no area, no muscles, no tags.
        packed.extend([0; 7]);
        packed.extend(pack::motions(&motions, content.shared_poses.len()));
        briefs.push(brief(name));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let lines = "\n".repeat(46 * briefs.len());
    Ok(unpack(briefs.leak(), packed.leak(), lines.leak()))
}

/// The needs of the sample at each level: the same.
fn needs(file: &Table<'_>) -> Option<Vec<Needs>> {
    let table = file.table("needs", "[needs]")?;
    let repetition = table.need("seconds")?.whole(0..=30)?;
    let kit: Vec<_> = table.need("kit")?.list().iter().filter_map(|word| word.one_of(KIT)).collect();
    table.finish();
    Some((0..3).map(|_| Needs { repetition, kit: kit.clone() }).collect())
}

fn brief(name: String) -> Brief {
    let dose = Dose { sets: &[], measure: Measure::Reps, hold: 0, rest: 0, side: SideName::Side, or_more: false };
    let demand = Demand { dose, sides: Sides::Both, kit: &[], loads: &[], tempo: &[], weight: None };
    let name: &'static str = name.leak();
    Brief { id: name, name, levels: [demand; 3] }
}
