//! The tempo of an item in the builder: the seconds of each part of a repetition. Nothing where seconds count.

use super::builder_row::field;
use super::element::{Act, El, Live, el};
use super::stepper::stepper;
use crate::domain::catalogue::{Beat, Level, Measure};
use crate::domain::routine::{Edit, Item, MAX_BEAT, beat_seconds};
use crate::text::{builder, units};
use leptos::prelude::untrack;
use std::rc::Rc;

/// A stepper for each part, at the level of the item.
pub(super) fn tempo_field(item: &Live<Item>, now: &Item, on_edit: &Act<Edit>) -> Option<El> {
    let exercise = now.known()?;
    let of_level = |level: &Level| {
        let (level, shown, demand) = (*level, item.clone(), exercise.at(*level));
        let parts = (0..).zip(demand.tempo).map(|(place, beat)| part(item, place, beat, on_edit));
        let steppers = el("div").class("build-steppers").children(parts);
        steppers.flag_live("hidden", move || shown().level != level)
    };
    let levels = Level::ALL.iter().filter(|level| {
        let demand = exercise.at(**level);
        // An own exercise has the seconds of a repetition in its form.
        let is_named = demand.tempo.iter().all(|beat| !beat.word.is_empty());
        demand.dose.measure != Measure::Seconds && !demand.tempo.is_empty() && is_named
    });
    let groups: Vec<El> = levels.map(of_level).collect();
    let shown = item.clone();
    let set = el("div").class("build-tempo").children(groups);
    Some(set.flag_live("hidden", move || matches!(shown().measure(), Measure::Seconds | Measure::Breaths)))
}

/// The seconds of one part of a repetition.
fn part(item: &Live<Item>, place: usize, beat: &'static Beat, on_edit: &Act<Edit>) -> El {
    let seconds = |item: &Item| item.demand().map_or_else(Vec::new, |demand| beat_seconds(demand, &item.tempo));
    let (read, changed, on_edit) = (item.clone(), item.clone(), on_edit.clone());
    let words = move || units::seconds(seconds(&read()).get(place).copied().unwrap_or(beat.seconds).into());
    let on_step: Act<i16> = Rc::new(move |by| {
        let item = untrack(|| changed());
        let mut tempo = seconds(&item);
        if let Some(seconds) = tempo.get_mut(place) {
            *seconds = seconds.saturating_add_signed(i8::try_from(by).unwrap_or(0)).clamp(1, MAX_BEAT);
        }
        on_edit(Edit::Tempo(item.key, tempo));
    });
    let label = builder::tempo_of(&untrack(|| item()).name(), beat.word);
    field(move || builder::tempo(beat.word), stepper(&label, words, &on_step))
}
