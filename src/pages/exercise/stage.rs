//! The figure on an exercise's page, and what can be asked of it.

use super::Shown;
use crate::domain::figure::{Shots, View};
use crate::ui::{Controls, El, Icon, button, el, figure, icon_live};
use leptos::prelude::{Get, GetUntracked, Set, Update};

/// The figure at the level shown, with its controls.
pub(super) fn stage(shown: Shown, controls: Controls) -> El {
    let moving = move || {
        let level = shown.level();
        let name = format!("{}, {}", shown.exercise.name, level.words());
        Some(figure(&name, shown.exercise.at(level).motion, controls))
    };
    el("div")
        .class("stage")
        .id("stage")
        .child(el("div").class("stage-picture").live(moving))
        .child(bar(shown, controls))
}

/// Goes to the moment at which the cue of this number is best seen, and points at it.
pub(super) fn show_cue(shown: Shown, controls: Controls, cue: usize) {
    let motion = shown.exercise.at(shown.level_now()).motion;
    let Some(moment) = motion.moments.iter().find(|moment| moment.cue == cue) else { return };
    controls.playing.set(false);
    controls.moment.set(Some(*moment));
}

fn bar(shown: Shown, controls: Controls) -> El {
    let playing = move || controls.playing.get();
    let play = button("button quiet")
        .child(icon_live(move || if playing() { Icon::Pause } else { Icon::Play }))
        .text_live(move || if playing() { "Pause" } else { "Play" }.to_owned())
        .on_click(move || {
            controls.moment.set(None);
            controls.playing.update(|playing| *playing = !*playing);
        });
    let slow = button("button quiet")
        .attr_live("aria-pressed", move || Some(controls.slow.get().to_string()))
        .text("Half speed")
        .on_click(move || controls.slow.update(|slow| *slow = !*slow));
    let both = move || matches!(shown.variation().motion.shots, Shots::Both);
    el("div").class("stage-bar").child(play).child(slow).live(move || both().then(|| turn(controls)))
}

fn turn(controls: Controls) -> El {
    let front = move || controls.view.get() == View::Front;
    button("button quiet").attr_live("aria-pressed", move || Some(front().to_string())).text("From the front").on_click(
        move || {
            let view = if controls.view.get_untracked() == View::Front { View::Side } else { View::Front };
            controls.view.set(view);
        },
    )
}
