//! The sound file of a routine: the button that makes it, its length and size, and how far it is.

use super::ways::way;
use crate::domain::routine::{Routine, estimate};
use crate::domain::sound::{LONGEST_FILE, SpokenTrack};
use crate::state::{App, SoundFile, SoundFileStage};
use crate::text::{share, units};
use crate::ui::{El, Icon, Live, button, el};
use leptos::prelude::{Get, GetUntracked, GetValue, RwSignal, Set, SetValue, StoredValue, untrack};
use std::rc::Rc;

/// The button, and what belongs below it; no button where there can be no file.
pub(in crate::pages) fn sound_file(app: App, routine: Live<Routine>) -> (El, El) {
    let stage = RwSignal::new(SoundFileStage::Idle);
    let made = StoredValue::new_local(None::<Rc<SoundFile>>);
    let (told, asked) = (routine.clone(), routine.clone());
    let begin = move || {
        if !matches!(stage.get_untracked(), SoundFileStage::Making(_)) {
            app.make_sound_file(&untrack(|| routine()), stage, move |file| made.set_value(Some(file)));
        }
    };
    let has_none = move || app.sound_file_length(&asked()).is_none();
    let start = way(Icon::Sound, share::sound())
        .attr("aria-describedby", "sound-how")
        .flag_live("hidden", has_none)
        .on_click(begin);
    let how = el("p").class("soft").id("sound-how").text_live(move || how_words(app, &told()));
    let save = move || {
        stage.set(SoundFileStage::Idle);
        made.get_value().into_iter().for_each(|file| app.hand_out_sound_file(file));
        made.set_value(None);
    };
    let making = move || match stage.get() {
        SoundFileStage::Idle => None,
        SoundFileStage::Making(_) => Some(progress(stage)),
        SoundFileStage::Ready => Some(
            el("div")
                .class("stack tight")
                .child(el("p").attr("role", "status").text(share::sound_ready()))
                .child(button("button primary").text(share::sound_save()).on_click(save)),
        ),
    };
    (start, el("div").class("stack tight").child(how).child(el("div").live(making)))
}

/// The length and the size of the file, or why there is none.
fn how_words(app: App, routine: &Routine) -> String {
    match app.sound_file_length(routine) {
        Some(length) => {
            let megabytes = SpokenTrack::bytes(i64::from(length.0) * 1000) / 1_000_000;
            share::sound_how(&units::minutes_of(length), u32::try_from(megabytes.max(1)).unwrap_or(0))
        }
        None if i64::from(estimate(routine).0) * 1000 > LONGEST_FILE => share::sound_too_long().to_owned(),
        None => String::new(),
    }
}

fn progress(stage: RwSignal<SoundFileStage>) -> El {
    let percent = move || if let SoundFileStage::Making(percent) = stage.get() { percent.into() } else { 0 };
    let bar = el("progress")
        .attr("max", "100")
        .attr("aria-labelledby", "sound-making")
        .prop_live("value", move || percent().to_string());
    let words = el("p").id("sound-making").attr("translate", "no").text_live(move || share::sound_making(percent()));
    let stop = button("button").text(share::sound_stop()).on_click(move || stage.set(SoundFileStage::Idle));
    el("div").class("sound-making").child(words).child(bar).child(stop)
}
