//! The picture of an own exercise: none, or the way between two poses, with a preview that moves.

use super::{FormState, choice, now};
use crate::domain::catalogue::{NamedPose, OwnPose, named_poses, own_motion};
use crate::text::own;
use crate::ui::{Controls, El, WEIGHED_WITHOUT, el, figure, still_figure, stops};
use leptos::prelude::{Get, Memo, RwSignal, Set, With, request_animation_frame};
use web_sys::Element;

pub(super) fn section(state: FormState) -> El {
    let has = Memo::new(move |_| state.form.with(|form| form.exercise.picture.is_some()));
    // The poses chosen last come back when a picture is wanted again.
    let last = RwSignal::new(now(state).exercise.picture.or_else(usual));
    let picture = choice(
        (own::picture(), "own-picture"),
        &[false, true],
        |has| if has { "poses" } else { "none" },
        |has| if has { own::picture_poses() } else { own::picture_none() },
        move || has.get(),
        move |has| {
            let poses = if has { last.get() } else { None };
            state.edit(|form| form.exercise.picture = poses);
        },
    );
    let section = el("section").class("card stack").child(picture);
    if WEIGHED_WITHOUT {
        return section;
    }
    section.live(move || has.get().then(|| poses(state, last)))
}

/// The first two poses.
fn usual() -> Option<[OwnPose; 2]> {
    let mut all = named_poses().iter().map(|named| named.pose.clone());
    Some([all.next()?, all.next()?])
}

fn poses(state: FormState, last: RwSignal<Option<[OwnPose; 2]>>) -> El {
    let controls = Controls::new();
    let shown = Memo::new(move |_| {
        state.form.with(|form| (form.exercise.picture.clone(), form.exercise.measure, form.rep.clone()))
    });
    let moving = move || {
        shown.with(|_| ());
        let form = now(state);
        let exercise = form.read().unwrap_or(form.exercise);
        Some(figure(&exercise.name, own_motion(&exercise), controls, false))
    };
    let preview = el("div").class("own-preview").child(el("div").class("stage-picture").live(moving));
    el("div")
        .class("stack")
        .child(preview.child(stops(controls)))
        .child(group(state, last, 0, own::pose_start()))
        .child(group(state, last, 1, own::pose_end()))
}

/// The choice of one of the two poses, by their pictures.
fn group(state: FormState, last: RwSignal<Option<[OwnPose; 2]>>, which: usize, label: &'static str) -> El {
    let name = ["own-pose-start", "own-pose-end"][which];
    let pose = |named: &'static NamedPose| {
        let chosen = move || {
            state.form.with(|form| form.exercise.picture.as_ref().is_some_and(|poses| poses[which] == named.pose))
        };
        let choose = move |_| {
            state.edit(|form| {
                if let Some(poses) = &mut form.exercise.picture {
                    poses[which] = named.pose.clone();
                }
            });
            last.set(now(state).exercise.picture);
        };
        let words = own::pose_words(named);
        let input = el("input")
            .attr("type", "radio")
            .attr("name", name)
            .attr("value", &named.pose.code())
            .prop_live("checked", chosen)
            .on("change", choose);
        let still = still_figure(&words, named.motion).attr("aria-hidden", "true");
        el("label").class("own-pose").child(input).child(still).child(el("span").class("small").text(&words))
    };
    let all = el("div")
        .class("own-poses")
        .attr("role", "radiogroup")
        .attr("aria-label", label)
        .children(named_poses().iter().map(pose));
    let shown = all.element().clone();
    request_animation_frame(move || show_chosen(&shown));
    el("div").class("field").child(el("span").class("legend").attr("aria-hidden", "true").text(label)).child(all)
}

/// Scrolls a list of poses, but not the page, to the chosen one.
fn show_chosen(list: &Element) {
    if let Ok(Some(chosen)) = list.query_selector("label:has(:checked)") {
        let top = |of: &Element| of.get_bounding_client_rect().top();
        #[allow(clippy::cast_possible_truncation, reason = "a length in pixels")]
        list.set_scroll_top((top(&chosen) - top(list)) as i32);
    }
}
