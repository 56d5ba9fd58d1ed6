//! `make content`: the packed pieces of `content/`, each in a file, so that `tools/content.mjs` can weigh them. `content <folder>`.

#[path = "../../tools/content/mod.rs"]
#[allow(dead_code, unused_imports, reason = "some of the reader is for the build script and for tests")]
mod content;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".build/content".to_owned());
    let folder = Path::new(&folder);
    let files = content::load(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    let content = match content::read(&files) {
        Ok(content) => content,
        Err(faults) => {
            for fault in &faults {
                eprintln!("{fault}");
            }
            std::process::exit(1);
        }
    };
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
