//! Packs `content/` for the program. Whatever is wrong with it stops the build with file, line and a sentence.

#[path = "tools/content/mod.rs"]
#[allow(dead_code, unused_imports, reason = "some of the reader is for the content table and for tests")]
mod content;

use std::path::Path;

fn main() {
    for path in ["build.rs", "content", "tools/content", "src/domain/vocabulary.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-env-changed=MAINSPRING_LANGUAGE");
    let project = std::env::var("CARGO_MANIFEST_DIR").expect("Cargo names the package's folder");
    let out = std::env::var("OUT_DIR").expect("Cargo names the folder for what is built");
    let files = content::load(Path::new(&project)).unwrap_or_else(|error| stop(&[format!("content/: {error}")]));
    let mut content = content::read(&files)
        .unwrap_or_else(|faults| stop(&faults.iter().map(ToString::to_string).collect::<Vec<_>>()));
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(Path::new(&out).join(name), bytes).unwrap_or_else(|error| stop(&[format!("{name}: {error}")]));
    };
    let language = std::env::var("MAINSPRING_LANGUAGE").unwrap_or_default();
    write("app_text.rs", app_text(&mut content, &language).as_bytes());
    // The figure is weighed by what is missing without it (`make sizes`).
    let with_motions = std::env::var_os("CARGO_FEATURE_FIGURELESS").is_none();
    write("content.bin", &content::facts_and_motions(&content, with_motions));
    write("en.txt", content::texts(&content, content::ENGLISH).as_bytes());
    write("briefs.rs", content::briefs_source(&content).as_bytes());
    write("limbs.rs", content::limbs_source(&content).as_bytes());
    write("watched.rs", content::watched_source(&content).as_bytes());
    write("training.rs", content::training_source(&content).as_bytes());
    write("routines.rs", content::routines_source(&content).as_bytes());
    write("abouts.rs", content::abouts_source(&content).as_bytes());
    write("voice_words.txt", content.voice.words.as_bytes());
    write("voice_rules.txt", content.voice.rules.as_bytes());
    for (name, source) in content::advice_sources(&content) {
        write(name, source.as_bytes());
    }
}

/// The app's sentences in a language: English where none is named; "pseudo" makes the exercises speak it as well.
fn app_text(content: &mut content::Content, language: &str) -> String {
    if language == "pseudo" {
        content::make_pseudo(content);
        let said = content::pseudo_app(&content.app);
        let language = content::Language { code: content::PSEUDO, locale: content::PSEUDO_LOCALE, said: Some(&said) };
        return content::app_source(&content.app, &language);
    }
    let code = if language.is_empty() { content::ENGLISH } else { language };
    let said = content.apps.get(code);
    if said.is_none() && code != content::ENGLISH {
        stop(&[format!("content/app/{code}.ftl is missing, and MAINSPRING_LANGUAGE={code}")]);
    }
    content::app_source(&content.app, &content::Language { code, locale: code, said })
}

fn stop(faults: &[String]) -> ! {
    for fault in faults {
        println!("cargo::error={fault}");
    }
    std::process::exit(1);
}
