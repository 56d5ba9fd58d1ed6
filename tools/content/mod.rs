//! The reader of `content/`: exercises, motions, sentences, routines and advice, checked, and packed for the program.
//!
//! Compiled into the build script, the `figures` and `content` examples and the native tests, never into the program.
//! Knows the vocabulary of the domain, and nothing else of the crate.

mod advice;
mod app;
mod app_rust;
mod facts;
mod level;
pub mod motion;
pub mod pack;
pub mod pose;
mod prop;
mod pseudo;
mod routines;
mod rust;
mod surface;
pub mod table;
mod text;
#[path = "../../src/domain/vocabulary.rs"]
#[allow(unused_imports, reason = "its macro serves the domain")]
mod vocabulary;
mod voice;

pub use advice::Advice;
pub use app::{App, Argument, Message, snake};
pub use app_rust::{Language, app_source, fluent};
pub use facts::Facts;
pub use motion::Motions;
pub use pack::{exercise_facts, exercise_motions, exercise_text, facts_and_motions, shared_poses, texts};
pub use pseudo::{
    LOCALE as PSEUDO_LOCALE, PSEUDO, app as pseudo_app, content as make_pseudo, sentence as pseudo_sentence,
};
pub use routines::Routine;
pub use rust::{
    abouts_source, advice_sources, briefs_source, limbs_source, routines_source, training_source, watched_source,
};
pub use table::Fault;
pub use text::Text;
pub use voice::Voice;

use pose::Pose;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use table::{Source, Table};

/// The language of the originals.
pub const ENGLISH: &str = "en";

/// The files of `content/`: their text by their path, which begins with "content/".
pub type Files = BTreeMap<String, String>;

/// All content, without a fault.
pub struct Content {
    /// The exercises, in the order of teaching.
    pub exercises: Vec<Exercise>,
    /// The poses that any motion may start from.
    pub shared_poses: Vec<(String, Pose)>,
    /// The ready-made routines, in their order.
    pub routines: Vec<Routine>,
    /// The advice, in English.
    pub advice: Advice,
    /// The app's own sentences in English.
    pub app: App,
    /// The same in the other languages that there are files for.
    pub apps: BTreeMap<String, App>,
    /// The sounds of English words.
    pub voice: Voice,
}

/// An exercise.
pub struct Exercise {
    /// Its permanent slug: the folder's name.
    pub slug: String,
    /// Its facts.
    pub facts: Facts,
    /// Its motions.
    pub motions: Motions,
    /// Its text, by language.
    pub texts: BTreeMap<String, Text>,
}

impl Exercise {
    /// Its text in English, which is always there.
    pub fn english(&self) -> &Text {
        &self.texts[ENGLISH]
    }
}

/// The files below `content` in `project`.
///
/// # Errors
/// If a file cannot be read.
pub fn load(project: &Path) -> std::io::Result<Files> {
    let mut files = Files::new();
    collect(project, "content", &mut files)?;
    Ok(files)
}

fn collect(project: &Path, below: &str, files: &mut Files) -> std::io::Result<()> {
    for entry in std::fs::read_dir(project.join(below))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{below}/{name}");
        if name.starts_with('.') || name.ends_with('~') {
            // A file of an editor.
        } else if entry.file_type()?.is_dir() {
            collect(project, &path, files)?;
        } else {
            files.insert(path, std::fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}

/// Reads and checks everything.
///
/// # Errors
/// Every fault, file by file.
pub fn read(files: &Files) -> Result<Content, Vec<Fault>> {
    let mut reader = Reader { files, known: BTreeSet::new(), faults: Vec::new() };
    let shared_poses =
        reader.file("content/poses.toml", "poses.toml", |file| Some(pose::read(file, &[]))).unwrap_or_default();
    let exercises = reader.exercises(&shared_poses);
    let routines = reader.routines();
    let advice = reader.file("content/advice/en.toml", "the advice", advice::read);
    let app = reader.app(ENGLISH, None);
    let mut apps = BTreeMap::new();
    for language in reader.languages_of("content/app", ".ftl").into_iter().filter(|language| language != ENGLISH) {
        let said = reader.app(&language, app.as_ref());
        apps.extend(said.map(|said| (language, said)));
    }
    reader.known.extend(voice::FILES.map(str::to_owned));
    let voice = voice::read(files, &mut reader.faults);
    reader.unknown_files();
    match (advice, app) {
        (Some(advice), Some(app)) if reader.faults.is_empty() => {
            Ok(Content { exercises, shared_poses, routines, advice, app, apps, voice })
        }
        _ => Err(reader.faults),
    }
}

/// The languages of at least one exercise.
pub fn languages(content: &Content) -> BTreeSet<&str> {
    content.exercises.iter().flat_map(|exercise| exercise.texts.keys()).map(String::as_str).collect()
}

struct Reader<'a> {
    files: &'a Files,
    known: BTreeSet<String>,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    /// The result of `read` for a file, which must be there.
    fn file<R>(&mut self, path: &str, called: &str, read: impl FnOnce(&Table<'_>) -> Option<R>) -> Option<R> {
        self.known.insert(path.to_owned());
        let Some(text) = self.files.get(path) else {
            self.fault(path, 1, "is missing".to_owned());
            return None;
        };
        let source = Source::new(path.to_owned(), text.clone());
        let value = source.read(called, read).flatten();
        self.faults.extend(source.into_faults());
        value
    }

    /// The app's sentences in a language, held to the `english` ones where it is another; `None` if the file is not there.
    fn app(&mut self, language: &str, english: Option<&App>) -> Option<App> {
        let path = format!("content/app/{language}.ftl");
        self.known.insert(path.clone());
        let Some(text) = self.files.get(&path) else {
            self.fault(&path, 1, "is missing".to_owned());
            return None;
        };
        let (app, faults) = app::read(&path, text, english);
        self.faults.extend(faults);
        Some(app)
    }

    fn fault(&mut self, file: &str, line: usize, sentence: String) {
        self.faults.push(Fault { file: file.to_owned(), line, sentence });
    }

    /// The folders below `folder`.
    fn folders(&self, folder: &str) -> BTreeSet<String> {
        let below = |path: &String| Some(path.strip_prefix(folder)?.strip_prefix('/')?.split_once('/')?.0.to_owned());
        self.files.keys().filter_map(below).collect()
    }

    fn exercises(&mut self, shared: &[(String, Pose)]) -> Vec<Exercise> {
        let mut exercises = Vec::new();
        for slug in self.folders("content/exercises") {
            let folder = format!("content/exercises/{slug}");
            self.check_slug(&folder, &slug);
            let facts = self.file(&format!("{folder}/exercise.toml"), "the exercise", facts::read);
            let needs = facts.as_ref().map_or_else(Vec::new, motion::Needs::of);
            let motions =
                self.file(&format!("{folder}/motion.toml"), "the motion", |file| motion::read(file, &needs, shared));
            let mut texts = BTreeMap::new();
            for language in self.languages_of(&folder, ".toml") {
                let text = self.file(&format!("{folder}/{language}.toml"), "the exercise", |file| {
                    text::read(file, language == ENGLISH, facts.as_ref(), motions.as_ref())
                });
                texts.extend(text.map(|text| (language, text)));
            }
            if let (Some(facts), Some(motions), true) = (facts, motions, texts.contains_key(ENGLISH)) {
                exercises.push(Exercise { slug, facts, motions, texts });
            }
        }
        exercises.sort_by_key(|exercise| exercise.facts.order);
        let orders: Vec<_> = exercises.iter().map(|exercise| (exercise.slug.clone(), exercise.facts.order)).collect();
        self.check_order("exercises", "exercise.toml", &orders);
        exercises
    }

    fn routines(&mut self) -> Vec<Routine> {
        let exercises = self.folders("content/exercises");
        let mut routines = Vec::new();
        for id in self.folders("content/routines") {
            let folder = format!("content/routines/{id}");
            self.check_slug(&folder, &id);
            let read =
                self.file(&format!("{folder}/routine.toml"), "the routine", |file| routines::read(file, &exercises));
            let mut text = None;
            for language in self.languages_of(&folder, ".toml") {
                let said = self.file(&format!("{folder}/{language}.toml"), "the routine", routines::read_text);
                text = text.or(said.filter(|_| language == ENGLISH));
            }
            if let (Some(plan), Some((name, about))) = (read, text) {
                let routines::Plan { order, suggested, blocks, items } = plan;
                routines.push(Routine { id, order, name, about, suggested, blocks, items });
            }
        }
        routines.sort_by_key(|routine| routine.order);
        let orders: Vec<_> = routines.iter().map(|routine| (routine.id.clone(), routine.order)).collect();
        self.check_order("routines", "routine.toml", &orders);
        routines
    }

    /// English, and each other language that the folder has a file for: "de", "pt-BR".
    fn languages_of(&self, folder: &str, ending: &str) -> BTreeSet<String> {
        let code = |name: &str| {
            let small = name.split('-').next().unwrap_or_default();
            (2..=3).contains(&small.len()) && small.bytes().all(|byte| byte.is_ascii_lowercase())
        };
        let language = |path: &String| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(ending)?;
            code(name).then(|| name.to_owned())
        };
        self.files.keys().filter_map(language).chain([ENGLISH.to_owned()]).collect()
    }

    fn check_slug(&mut self, folder: &str, slug: &str) {
        let lower = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !slug.bytes().all(lower) {
            self.fault(folder, 1, format!("\"{slug}\" is no slug: small letters and digits, joined by hyphens"));
        }
    }

    fn check_order(&mut self, folder: &str, file: &str, orders: &[(String, u16)]) {
        for pair in orders.windows(2).filter(|pair| pair[0].1 == pair[1].1) {
            let ((first, order), (second, _)) = (&pair[0], &pair[1]);
            let path = format!("content/{folder}/{second}/{file}");
            let line = self.files[&path].lines().position(|line| line.starts_with("order")).map_or(1, |at| at + 1);
            self.fault(&path, line, format!("\"order\" is {order}, and so it is in \"{first}\""));
        }
    }

    /// Reports every file that nothing reads.
    fn unknown_files(&mut self) {
        let unknown: Vec<_> = self.files.keys().filter(|path| !self.known.contains(*path)).cloned().collect();
        for path in unknown {
            self.fault(&path, 1, "is no file that content has: see CONTRIBUTING.md".to_owned());
        }
    }
}
