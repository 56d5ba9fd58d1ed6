//! Any sets, sessions, settings and reports, for properties.

use super::values::settings;
use crate::session::{START, amount};
use mainspring::domain::catalogue::{BandColor, BodyPart, Level, LoadPlace, Measure, Units};
use mainspring::domain::coach::pain::{Answer, FollowUp, PainChange, PainReport, PainSide, Score};
use mainspring::domain::load::{Band, Load, Weight};
use mainspring::domain::log::{Effort, Performed, SetDone, note};
use mainspring::domain::name::visible_or_unnamed;
use mainspring::domain::session::{MAX_RESERVE, Side};
use mainspring::domain::settings::{FirstSide, Settings, Toggle, Volume};
use mainspring::domain::units::{Amount, Offset, Seconds, Timestamp};
use proptest::prelude::*;

/// Any weight, and any band.
pub fn any_load() -> impl Strategy<Value = Load> {
    let units = proptest::sample::select(Units::ALL);
    let place = proptest::sample::select(LoadPlace::ALL);
    let weight = (1..=Weight::MAX, units, place)
        .prop_map(|(tenths, unit, place)| Load::Weight(Weight::new(tenths, unit).unwrap(), place));
    let band = (proptest::sample::select(BandColor::ALL), prop_oneof![Just(String::new()), ".{0,30}"]);
    prop_oneof![weight, band.prop_map(|(color, name)| Load::Band(Band::named(color, &name)))]
}

fn any_set() -> impl Strategy<Value = SetDone> {
    let side = proptest::sample::select(&[None, Some(Side::Left), Some(Side::Right)][..]);
    let measure = proptest::sample::select(&[Measure::Reps, Measure::Seconds, Measure::Steps, Measure::Rounds][..]);
    let kind = (prop_oneof!["[a-c]", ".{0,9}"], proptest::sample::select(Level::ALL), any::<u8>(), side, measure);
    let reserve = (proptest::option::of(0..=MAX_RESERVE), proptest::option::of(any_load()));
    (kind, 1..=Amount::MAX, 1..=Amount::MAX, any::<u32>(), reserve).prop_map(
        |((exercise, level, set, side, measure), target, done, at, (reserve, load))| SetDone {
            exercise,
            level,
            set,
            side,
            measure,
            target: amount(target),
            done: amount(done),
            at: Seconds(at),
            reserve,
            load,
        },
    )
}

pub fn any_performed() -> impl Strategy<Value = Performed> {
    let effort = proptest::option::of(proptest::sample::select(Effort::ALL));
    let sets = proptest::collection::vec(any_set(), 0..30);
    let words = (any::<String>(), any::<String>(), any::<String>(), any::<String>());
    let started = prop_oneof![3 => Just(START.0), 1 => any::<i64>()];
    (words, started, -1439..1440_i16, any::<u32>(), any::<u16>(), effort, sets).prop_map(
        |((id, from, name, text), started, offset, length, planned, effort, sets)| Performed {
            id,
            from,
            name: visible_or_unnamed(name),
            started: Timestamp(started),
            offset: Offset::from_minutes(offset),
            length: Seconds(length),
            planned,
            rounds: planned % 5 / 4 * 3,
            effort,
            note: note(&text),
            sets,
        },
    )
}

pub fn any_settings() -> impl Strategy<Value = Settings> {
    let toggles = proptest::collection::vec(any::<bool>(), Toggle::ALL.len());
    let first_side = proptest::sample::select(FirstSide::ALL);
    let band = (proptest::sample::select(BandColor::ALL), ".{0,9}").prop_map(|(color, name)| Band::named(color, &name));
    let bands = proptest::collection::vec(band, 0..4);
    (toggles, 0..=u16::from(Volume::MAX), first_side, bands).prop_map(|(toggles, volume, first_side, bands)| {
        let plain = Settings { volume: Volume::clamped(volume), first_side, bands, ..settings() };
        Toggle::ALL.iter().zip(toggles).fold(plain, |settings, (toggle, on)| settings.with(*toggle, on))
    })
}

pub fn any_pain() -> impl Strategy<Value = PainReport> {
    let answer = proptest::option::of(proptest::sample::select(Answer::ALL));
    let any_side = proptest::option::of(proptest::sample::select(PainSide::ALL));
    let words = (proptest::sample::select(BodyPart::ALL), any_side, answer);
    let change = proptest::sample::select(PainChange::ALL);
    let follow_up = proptest::option::of((any::<i64>(), change));
    (any::<i64>(), any::<String>(), proptest::sample::select(Level::ALL), words, 0..=Score::MAX, follow_up).prop_map(
        |(when, exercise, level, (part, side, answer), score, follow_up)| PainReport {
            when: Timestamp(when),
            offset: Offset::from_minutes(-210),
            exercise,
            level,
            part,
            side,
            score: Score::new(score).unwrap(),
            answer,
            follow_up: follow_up.map(|(when, change)| FollowUp { when: Timestamp(when), change }),
        },
    )
}
