//! Pain reports and the exercises left out because of them, in sentences.

use super::{common, count, dates, vocabulary};
use crate::domain::catalogue::{BodyPart, Level, brief};
use crate::domain::coach::pain::{Concern, PainAdvice, PainChange, PainReport, PainSide, Sore, is_out};
use crate::domain::message::{StaysOut, reasons_out};
use time::Date;

pub use super::app::pain::*;

/// "your left knee", "your knees", or "your knee" without a side.
#[must_use]
pub fn subject(report: &PainReport) -> String {
    let subject = match report.side {
        None => your(report.part),
        Some(PainSide::Both) => your_both(report.part),
        Some(PainSide::Left) => your_left(report.part),
        Some(PainSide::Right) => your_right(report.part),
    };
    subject.to_owned()
}

/// "Last time your left knee hurt: Lunge, 4 of 10. How is it now?"
#[must_use]
pub fn question_words(report: &PainReport) -> String {
    let (body, score) = (subject(report), report.score.get().into());
    if report.exercise.is_empty() {
        return question_no_exercise(&body, score);
    }
    question(&body, name(&report.exercise), score)
}

/// "What loads your left knee stays out until you say it is better."
#[must_use]
pub fn until_better_words(report: &PainReport) -> String {
    match report.part {
        BodyPart::Elsewhere => exercise_until_better().to_owned(),
        _ => until_better(&subject(report)),
    }
}

/// The advice for a score, in one line; `eases` is true if there is something easier or another exercise.
#[must_use]
pub const fn advice_words(advice: PainAdvice, eases: bool) -> &'static str {
    match advice {
        PainAdvice::GoOn => go_on(),
        PainAdvice::Ease if eases => ease(),
        PainAdvice::Ease => ease_leave_out(),
        PainAdvice::Stop => stop(),
    }
}

/// The reason to see a professional, and what to do.
#[must_use]
pub const fn concern_words(concern: Concern) -> &'static str {
    match concern {
        Concern::Worse => concern_worse(),
        Concern::Strong => concern_strong(),
        Concern::Long => concern_long(),
    }
}

/// "Your left knee: 7 of 10 yesterday."
#[must_use]
pub fn sore_words(sore: &Sore, today: Date) -> String {
    let say = if sore.report.part == BodyPart::Elsewhere { sore_elsewhere } else { self::sore };
    let mut words = say(&subject(&sore.report), &told(sore, today));
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// "7 of 10 yesterday", "worse today".
fn told(sore: &Sore, today: Date) -> String {
    let worse = sore.report.follow_up.filter(|follow_up| follow_up.change == PainChange::Worse);
    let when = worse.map_or(sore.report.when, |follow_up| follow_up.when);
    let day = when.day(sore.report.offset);
    let number = sore.report.score.get().into();
    match (day.map(|day| (today - day).whole_days()), worse) {
        (None, None) => score(number),
        (None, Some(_)) => self::worse().to_owned(),
        (Some(0), None) => score_today(number),
        (Some(0), Some(_)) => worse_today().to_owned(),
        (Some(1), None) => score_yesterday(number),
        (Some(1), Some(_)) => worse_yesterday().to_owned(),
        (Some(_), None) => score_on(&day_of(day, today), number),
        (Some(_), Some(_)) => worse_on(&day_of(day, today)),
    }
}

fn day_of(day: Option<Date>, today: Date) -> String {
    day.map_or_else(String::new, |day| dates::short_day(day, day.year() != today.year()))
}

/// The exercises of `planned` that are left out, a sentence for each reason: "Deep squat stays out: it loads your left knee, 7
/// of 10 yesterday."
#[must_use]
pub fn stays_out<'a>(planned: impl IntoIterator<Item = (&'a str, Level)>, sores: &[Sore], today: Date) -> Vec<String> {
    reasons_out(planned, sores).iter().map(|reason| reason_words(reason, sores, today)).collect()
}

fn reason_words(reason: &StaysOut, sores: &[Sore], today: Date) -> String {
    let names: Vec<String> = reason.out.iter().map(|(exercise, levels)| name_at(sores, exercise, levels)).collect();
    let say = if reason.loads { loads } else { hurt_in };
    say(&subject(&reason.sore.report), count(names.len()), &listed(&names), &told(reason.sore, today))
}

/// The name, with the levels at which the exercise can still be trained: "Single-leg balance at Harder".
fn name_at(sores: &[Sore], exercise: &str, levels: &[Level]) -> String {
    let words: Vec<String> = levels.iter().map(|level| vocabulary::level(*level).to_owned()).collect();
    let all = Level::ALL.iter().all(|level| is_out(sores, exercise, *level).is_some());
    if all { name(exercise).to_owned() } else { common::exercise_at(name(exercise), &listed(&words)) }
}

fn name(exercise: &str) -> &str {
    brief(exercise).map_or(exercise, |exercise| exercise.name)
}

/// "A", "A and B", "A, B and C".
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => and(&first.join(", "), last),
    }
}
