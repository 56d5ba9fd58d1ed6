//! `make content`: the packed pieces of `content/`, each in a file, so that `tools/content.mjs` can weigh them: `content <folder>`.
//! `make pseudo`: every sentence in English and in the pseudo-language, for its journeys: `content --pseudo <file>`.

#[path = "../../tools/content/mod.rs"]
#[allow(dead_code, unused_imports, reason = "some of the reader is for the build script and for tests")]
mod content;

use std::collections::BTreeMap;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let first = arguments.next();
    if first.as_deref() == Some("--pseudo") {
        return pseudo(&arguments.next().unwrap_or_else(|| ".build/pseudo/words.json".to_owned()));
    }
    let folder = first.unwrap_or_else(|| ".build/content".to_owned());
    let folder = Path::new(&folder);
    let content = read()?;
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("poses"), content::shared_poses(&content))?;
    let languages: Vec<_> = content::languages(&content).into_iter().collect();
    let mut index = Vec::new();
    for exercise in &content.exercises {
        let slug = &exercise.slug;
        std::fs::write(folder.join(format!("{slug}.facts")), content::exercise_facts(exercise))?;
        let motions = content::exercise_motions(exercise, content.shared_poses.len());
        std::fs::write(folder.join(format!("{slug}.motion")), motions)?;
        for (language, text) in &exercise.texts {
            std::fs::write(folder.join(format!("{slug}.{language}")), content::exercise_text(text))?;
        }
        let missing: Vec<_> = languages.iter().filter(|language| !exercise.texts.contains_key(**language)).collect();
        let levels = exercise.facts.levels.len();
        index.push(format!("{{ \"slug\": {slug:?}, \"levels\": {levels}, \"missing\": {missing:?} }}"));
    }
    let (exercises, routines) = (index.join(", "), content.routines.len());
    let index = format!("{{ \"languages\": {languages:?}, \"exercises\": [{exercises}], \"routines\": {routines} }}\n");
    std::fs::write(folder.join("index.json"), index)
}

fn read() -> std::io::Result<content::Content> {
    let files = content::load(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    Ok(content::read(&files).unwrap_or_else(|faults| {
        for fault in &faults {
            eprintln!("{fault}");
        }
        std::process::exit(1);
    }))
}

/// Writes key → [English, pseudo-language]: every message of the app, and the names of exercises and routines.
fn pseudo(file: &str) -> std::io::Result<()> {
    let content = read()?;
    let said = content::pseudo_app(&content.app);
    let mut words: BTreeMap<String, [String; 2]> = BTreeMap::new();
    for (english, said) in content.app.messages().zip(said.messages()) {
        words.insert(english.id.clone(), [content::fluent(&english.pattern), content::fluent(&said.pattern)]);
    }
    for exercise in &content.exercises {
        let name = &exercise.english().name;
        words.insert(format!("exercise:{}", exercise.slug), [name.clone(), content::pseudo_sentence(name)]);
    }
    for routine in &content.routines {
        let name = &routine.name;
        words.insert(format!("routine:{}", routine.id), [name.clone(), content::pseudo_sentence(name)]);
        let about = &routine.about;
        words.insert(format!("about:{}", routine.id), [about.clone(), content::pseudo_sentence(about)]);
    }
    let json = serde_json::to_string_pretty(&words).map_err(std::io::Error::other)?;
    std::fs::write(file, json + "\n")
}
