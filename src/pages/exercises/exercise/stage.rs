//! The figure on an exercise's page, and its controls.

use super::ShownExercise;
use crate::domain::catalogue::{Measure, Muscle, Muscles, Sides, Variation};
use crate::domain::figure::{GuideLine, Prop, Stop, Touch, whole_degrees};
use crate::text::{self, exercise, fill, vocabulary};
use crate::ui::{Controls, El, FigureHighlight, Icon, WEIGHED_WITHOUT, button, el, figure, follow, icon_live, stops};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, Update, request_animation_frame};
use std::rc::Rc;

/// The figure at the level shown, with its controls.
pub(super) fn stage(shown: ShownExercise, controls: Controls) -> El {
    if WEIGHED_WITHOUT {
        return el("div");
    }
    // Controls start anew at another level.
    follow(Box::new(move || {
        let sided = shown.variation().sides == Sides::PerSide;
        controls.cue.set(None);
        controls.mirrored.update(|mirrored| *mirrored &= sided);
    }));
    let moving = move || {
        let (exercise, level) = (shown.exercise, shown.level());
        let name = if exercise.is_own() {
            exercise.name.to_owned()
        } else {
            exercise::figure(exercise.name, vocabulary::level(level))
        };
        Some(figure(&name, exercise.at(level).motion, controls, false))
    };
    controls.on_turn(Rc::new(move |seen| shown.app.notices.announce(seen)));
    let stage = el("div").class("stage").id("stage");
    let bar = bar(shown, controls, stage.clone());
    stage
        .child(el("div").class("stage-picture").live(moving))
        .child(el("p").class("stage-caption small soft").text_live(move || caption(shown.variation())))
        .child(
            el("p")
                .class("stage-touched small")
                .attr("aria-live", "polite")
                .text_live(move || highlighted(shown, controls)),
        )
        .child(stops(controls))
        .child(bar)
}

/// Facts that the picture cannot show: the real length of a hold, and closed eyes.
fn caption(variation: &Variation) -> String {
    let closed = if variation.motion.props.iter().any(|prop| matches!(prop, Prop::EyesClosed)) {
        exercise::eyes_closed()
    } else {
        ""
    };
    match variation.dose.measure {
        Measure::Seconds => {
            let short = exercise::shown_short(variation.dose.sets[0].into());
            if closed.is_empty() { short } else { fill(&[closed, " ", &short]) }
        }
        _ => closed.to_owned(),
    }
}

/// The highlighted muscle, its job, and its part in this exercise; the name of a part of the body where no muscle lies.
fn highlighted(shown: ShownExercise, controls: Controls) -> String {
    let muscle = match controls.highlight.get() {
        None => return text::figure::touch().to_owned(),
        Some(FigureHighlight::Touched(Touch { muscle: None, part, .. })) => return text::figure::part(part).to_owned(),
        Some(FigureHighlight::Touched(Touch { muscle: Some(muscle), .. }) | FigureHighlight::Chosen(muscle)) => muscle,
    };
    let Muscles { primary, secondary } = shown.exercise.muscles;
    let is_one = matches!(muscle, Muscle::GluteMax | Muscle::TibialisPosterior | Muscle::Soleus);
    let part = match if is_one { 1 } else { 2 } {
        muscles if primary.contains(&muscle) => text::figure::muscle_most(muscles),
        muscles if secondary.contains(&muscle) => text::figure::muscle_helps(muscles),
        muscles => text::figure::muscle_rests(muscles),
    };
    fill(&[text::figure::muscle(muscle), " ", part])
}

/// Shows a muscle on the figure; the second call ends that.
pub(super) fn show_muscle(controls: Controls, muscle: Muscle) {
    let chosen = Some(FigureHighlight::Chosen(muscle));
    let is_shown = controls.highlight.get_untracked() == chosen;
    controls.highlight.set(if is_shown { None } else { chosen });
}

/// Goes to the moment at which the cue of this number is best seen, and points at it; the second call ends that.
pub(super) fn show_cue(shown: ShownExercise, controls: Controls, cue: usize) {
    if WEIGHED_WITHOUT {
        return;
    }
    let motion = shown.exercise.at(shown.level_now()).motion;
    let Some(moment) = motion.moments.iter().find(|moment| moment.cue == cue) else { return };
    controls.playing.set(false);
    let number = u32::try_from(cue).ok();
    if controls.cue.get_untracked() == number {
        return controls.cue.set(None);
    }
    if moment.line.is_some_and(GuideLine::is_frontal) {
        controls.azimuth.set(Some(whole_degrees(Stop::Front.azimuth())));
    }
    controls.cue.set(number);
}

/// True if the figure shows the cue of this number.
pub(super) fn is_shown(controls: Controls, cue: usize) -> bool {
    controls.cue.get() == u32::try_from(cue).ok()
}

fn bar(shown: ShownExercise, controls: Controls, stage: El) -> El {
    let playing = move || controls.playing.get();
    let play = button("button quiet")
        .child(icon_live(move || if playing() { Icon::Pause } else { Icon::Play }))
        .text_live(move || if playing() { exercise::pause() } else { exercise::play() }.to_owned())
        .on_click(move || {
            controls.cue.set(None);
            controls.playing.update(|playing| *playing = !*playing);
            // Kept in view for a cue, it returns to its place.
            let stage = stage.clone();
            request_animation_frame(move || stage.reveal());
        });
    let sided = move || shown.variation().sides == Sides::PerSide;
    el("div")
        .class("stage-bar")
        .child(play)
        .child(pressed(exercise::half_speed(), controls.slow))
        .live(move || sided().then(|| pressed(exercise::other_side(), controls.mirrored)))
}

/// A toggle button.
fn pressed(words: &str, on: RwSignal<bool>) -> El {
    button("button quiet")
        .attr_live("aria-pressed", move || Some(on.get().to_string()))
        .text(words)
        .on_click(move || on.update(|on| *on = !*on))
}
