//! `make figures`: a contact sheet of every motion in `content/`, as a page, and with it one of the samples below.
//! `figures <file> [exercise…]`.
//!
//! A row is an exercise at a level from one view, in its key poses and the moments between them, and its still; all of it in both themes.
//! `figures --watch <port> [exercise…]` serves the sheet and makes it anew whenever content is saved: nothing is compiled.
//! `figures --samples` draws the motions of `tests/domain/figure/motions`, which show every prop, from all sides.
//! `figures --cost` draws nothing and prints what a frame costs.

mod cost;
mod turn;
mod watch;

#[path = "../../tools/content/mod.rs"]
#[allow(dead_code, unused_imports, reason = "some of the reader is for the build script and for tests")]
mod content;

#[path = "../domain/figure/motions/load.rs"]
mod samples;

use content as reader;
use mainspring::domain::catalogue::{Brief, Demand, Dose, Exercise, Level, Measure, SideName, Sides, unpack};
use mainspring::domain::figure::{Motion, Order, PATH_SCALE, Scene, Shape, Stage, Still, Stop};
use std::collections::HashMap;
use std::fmt::Write;

/// The least number of moments of a loop that are drawn.
const MOMENTS: u8 = 6;
/// Pixels for a thousandth of the standing height.
const SCALE: f64 = 0.2;
const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let first = arguments.next().unwrap_or_else(|| ".build/figures/index.html".to_owned());
    match first.as_str() {
        "--cost" => {
            cost::print();
            Ok(())
        }
        "--turn" => {
            let asked: Vec<String> = arguments.collect();
            std::fs::write(".build/figures/turn.html", turn::page(&exercises().map_err(std::io::Error::other)?, &asked))
        }
        "--samples" => samples_page(&arguments.collect::<Vec<_>>()),
        "--watch" => {
            let port = arguments.next().and_then(|port| port.parse().ok()).unwrap_or(8081);
            let (asked, mut drawn) = (arguments.collect::<Vec<_>>(), Drawn::new());
            watch::serve(port, || page(&asked, &mut drawn).unwrap_or_else(|faults| faults_page(&faults)))
        }
        file => {
            let asked: Vec<String> = arguments.collect();
            let page = page(&asked, &mut Drawn::new()).map_err(std::io::Error::other)?;
            if let Some(folder) = std::path::Path::new(file).parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(file, page)?;
            println!("{file}");
            if asked.is_empty() { samples_page(&asked) } else { Ok(()) }
        }
    }
}

/// Draws the samples in `asked`, or all, from all sides.
fn samples_page(asked: &[String]) -> std::io::Result<()> {
    const FILE: &str = ".build/figures/samples.html";
    let samples = samples::samples(std::path::Path::new(PROJECT));
    let samples = samples.map_err(|faults| std::io::Error::other(told(&faults)))?;
    let drawn: Vec<_> = samples.into_iter().map(|sample| (Vec::new(), sample)).collect();
    std::fs::write(FILE, turn::page(&drawn, asked))?;
    println!("{FILE}");
    Ok(())
}

/// The rows of exercises that were drawn before, by what they are drawn from.
type Drawn = HashMap<(String, Vec<u8>), String>;

/// The sheet of the exercises in `asked`, or of all; what has not changed since it was drawn is not drawn again.
fn page(asked: &[String], drawn: &mut Drawn) -> Result<String, String> {
    let (mut sheet, mut known) = (String::new(), Drawn::new());
    for (packed, exercise) in exercises()? {
        if !asked.is_empty() && asked.iter().all(|id| id != exercise.id) {
            continue;
        }
        let from = (exercise.name.to_owned(), packed);
        let rows = drawn.remove(&from).unwrap_or_else(|| {
            let mut all = String::new();
            for level in Level::ALL {
                rows(&mut all, &exercise, *level);
            }
            all
        });
        sheet.push_str(&rows);
        known.insert(from, rows);
    }
    *drawn = known;
    let style = STYLES.concat();
    let themes = ["light", "dark"].map(|theme| format!("<main class='{theme}'>{sheet}</main>")).concat();
    Ok(format!("{HEAD}<style>{style}{LAYOUT}</style>{SWITCH}{themes}"))
}

fn faults_page(faults: &str) -> String {
    let escaped = faults.replace('&', "&amp;").replace('<', "&lt;");
    format!("{HEAD}<h1>The content has faults</h1><pre>{escaped}</pre>")
}

/// The exercises as their files say now, each beside its packed motions; or the faults of the files, a line each.
fn exercises() -> Result<Vec<(Vec<u8>, Exercise)>, String> {
    let files = content::load(std::path::Path::new(PROJECT)).map_err(|error| format!("content/: {error}"))?;
    let content = content::read(&files).map_err(|faults| told(&faults))?;
    let briefs: Vec<_> = content.exercises.iter().map(brief).collect();
    let motions = content::facts_and_motions(&content, true);
    let exercises = unpack(briefs.leak(), motions.leak(), content::texts(&content, content::ENGLISH).leak());
    let shared = content::shared_poses(&content);
    let packed = |exercise: &content::Exercise| {
        let own = content::exercise_motions(exercise, content.shared_poses.len());
        [shared.clone(), content::exercise_facts(exercise), own].concat()
    };
    Ok(content.exercises.iter().map(packed).zip(exercises).collect())
}

/// A line for each fault.
fn told(faults: &[content::Fault]) -> String {
    let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// The names of an exercise, all that the sheet needs of it; its sets are not shown.
fn brief(exercise: &content::Exercise) -> Brief {
    let dose = Dose { sets: &[], measure: Measure::Reps, hold: 0, rest: 0, side: SideName::Side, or_more: false };
    let demand = Demand { dose, sides: Sides::Both, kit: &[], loads: &[], tempo: &[], weight: None };
    Brief { id: exercise.slug.clone().leak(), name: exercise.english().name.clone().leak(), levels: [demand; 3] }
}

fn rows(page: &mut String, exercise: &Exercise, level: Level) {
    let scene = Scene::of(exercise.at(level).motion);
    let period = scene.motion.period;
    for (name, chosen) in views(scene.motion) {
        let _ = write!(
            page,
            "<section><h2>{} · {} · {name} · {period} s</h2>",
            exercise.name,
            mainspring::text::vocabulary::level(level),
        );
        let mut order = Order::default();
        for time in moments(scene.motion) {
            let view = scene.view(time, chosen);
            let shapes = scene.shapes(&scene.sampler.at(time), time, &view.camera(), &mut order);
            drawing(page, &scene.stage(view), &paths(&shapes), &format!("{time:.1} s"));
        }
        still(page, &scene, chosen);
        page.push_str("</section>");
    }
}

/// The times of the key poses; between keys that are far apart, moments on the way from one to the next as well.
fn moments(motion: &Motion) -> Vec<f32> {
    let gap = motion.period / f32::from(MOMENTS);
    let ends = motion.keys.iter().map(|key| key.at).chain([motion.period]);
    let mut moments = vec![0.0];
    for end in ends {
        let from = *moments.last().unwrap_or(&0.0);
        // Two keys closer than this look the same.
        if end - from < 0.3 * gap {
            continue;
        }
        let steps = ((end - from) / gap).round().max(1.0);
        let mut step = 1.0;
        while step <= steps {
            moments.push(from + (end - from) * step / steps);
            step += 1.0;
        }
    }
    // The end of the loop is its beginning.
    moments.pop();
    moments
}

/// The still of a motion, as in lists and in print.
fn still(page: &mut String, scene: &Scene, chosen: Option<f32>) {
    let view = scene.view(scene.motion.still.1, chosen);
    let Still { ghost, shapes, arrow } = scene.still(view);
    let ghost = format!("<path class='fig-ghost' transform='{PATH_SCALE}' d='{ghost}'/>");
    let arrow = format!("<path class='fig-arrow' d='{arrow}'/>");
    drawing(page, &scene.stage(view), &[ghost, paths(&shapes), arrow].concat(), "still");
}

/// The motion's own view, and two named ones from which it may be asked for: their names and azimuths.
fn views(motion: &Motion) -> [(&'static str, Option<f32>); 3] {
    let is_from_side = motion.views.at(motion.still.1).stop() == Some(Stop::Side);
    let (other, stop) = if is_from_side { ("front", Stop::Front) } else { ("side", Stop::Side) };
    [("own view", None), ("¾ front", Some(Stop::FrontQuarter.azimuth())), (other, Some(stop.azimuth()))]
}

fn paths(shapes: &[Shape]) -> String {
    let mut drawn = format!("<g transform='{PATH_SCALE}'>");
    for shape in shapes {
        let _ = write!(drawn, "<path class='{}' d='{}'/>", shape.classes(), shape.path);
    }
    drawn.push_str("</g>");
    drawn
}

/// On the stage that the app gives the motion; all of them to one scale.
fn drawing(page: &mut String, stage: &Stage, shapes: &str, caption: &str) {
    let px = |length: i32| f64::from(length) * SCALE;
    let (left, right) = (stage.left, stage.left + stage.width);
    let _ = write!(
        page,
        "<figure><svg class='figure' viewBox='{}' style='width:{:.0}px;height:{:.0}px'><path class='fig-ground' d='M{left} 0H{right}'/>{shapes}</svg><figcaption>{caption}</figcaption></figure>",
        stage.view_box(),
        px(stage.width),
        px(stage.height),
    );
}

const HEAD: &str = "<!doctype html><meta charset='utf-8'><title>Figures</title>";

/// The app's own colours, so that the sheet shows what the app shows.
const STYLES: [&str; 2] = [include_str!("../../style/tokens.css"), include_str!("../../style/figure.css")];

const LAYOUT: &str = "body { margin: 0; font: 14px system-ui, sans-serif; }
main { padding: 16px; background: var(--bg); color: var(--text); }
main.light { color-scheme: light; } main.dark { color-scheme: dark; }
section { display: flex; flex-wrap: wrap; gap: 8px; margin-block-end: 16px; }
h2 { flex: 0 0 100%; font-size: 15px; margin: 0; }
figure { margin: 0; } svg.figure { display: block; background: var(--surface); }
body:has(#bare:checked) :is(h2, figcaption) { visibility: hidden; }";

const SWITCH: &str = "<label><input type='checkbox' id='bare'> without captions</label>";
