//! The values that the fixtures stand for.

use crate::log::{date, performed};
use crate::routine::{item, routine};
use crate::session::{START, amount, restored};
use mainspring::domain::catalogue::{BodyPart, Goal, Kit, Level, Measure};
use mainspring::domain::coach::pain::{Answer, FollowUp, PainChange, PainReport, Score};
use mainspring::domain::log::{Effort, Performed, SetDone};
use mainspring::domain::routine::Routine;
use mainspring::domain::session::{Phase, Position, Session, Side, Start};
use mainspring::domain::settings::{FirstSide, Settings, Theme, Units, Volume};
use mainspring::domain::units::{Offset, Seconds, Timestamp};

pub fn settings() -> Settings {
    Settings {
        goal: Goal::Endurance,
        kit: vec![Kit::LoopBand, Kit::Kettlebell],
        sound: false,
        theme: Theme::Dark,
        units: Units::Imperial,
        starred: vec!["lunge".to_owned(), "moon-hop".to_owned()],
        voice: false,
        tempo: true,
        count: false,
        volume: Volume::clamped(35),
        flash: true,
        vibration: false,
        on_silent: false,
        pocket: true,
        big_digits: true,
        wait_for_me: true,
        shortcuts: false,
        first_side: FirstSide::Left,
        bands: Vec::new(),
        away: Vec::new(),
        ..Settings::default()
    }
}

/// With exercises that are never wanted, and a request.
pub fn settings_with_bans() -> Settings {
    settings().with_ban("lunge", true).with_ban("moon-hop", true).with_last_request("min=12&run=before&in=20")
}

/// The value of the earlier fixture.
pub fn earlier_settings() -> Settings {
    let Settings { goal, kit, sound, theme, units, starred, .. } = settings();
    Settings { goal, kit, sound, theme, units, starred, ..Settings::default() }
}

pub fn pains() -> Vec<PainReport> {
    let pistol = PainReport {
        when: Timestamp(1_795_370_450_000),
        offset: Offset::from_minutes(-210),
        exercise: "supported-pistol-squat".to_owned(),
        level: Level::Hard,
        part: BodyPart::Knee,
        side: None,
        score: Score::new(4).unwrap(),
        answer: Some(Answer::Easier),
        follow_up: None,
    };
    let hop = PainReport {
        when: Timestamp(1_795_370_700_000),
        exercise: "moon-hop".to_owned(),
        level: Level::Harder,
        part: BodyPart::Elsewhere,
        score: Score::new(10).unwrap(),
        answer: Some(Answer::LeaveOut),
        follow_up: Some(FollowUp { when: Timestamp(1_795_456_800_000), change: PainChange::Worse }),
        ..pistol.clone()
    };
    vec![pistol, hop]
}

/// A report that is in no fixture.
pub fn another_pain() -> PainReport {
    PainReport { when: START.plus_ms(9_000_000), exercise: "lunge".to_owned(), ..pains().remove(0) }
}

pub fn routines() -> Vec<Routine> {
    let lines = [item("supported-pistol-squat", Level::Hard, &[10, 8], 90), item("moon-hop", Level::Harder, &[999], 0)];
    let hill = Routine { id: "k3j9x0a1b2".to_owned(), name: "Hügel \"steil\" 🏔".to_owned(), ..routine(&lines) };
    vec![hill, Routine::empty("z9y8x7w6v5".to_owned(), "")]
}

/// The running session of the fixtures at its first step.
pub fn running() -> Session {
    let lines = [
        item("supported-pistol-squat", Level::Hard, &[10, 10], 90),
        item("single-leg-balance", Level::Base, &[30], 30),
        item("monster-walk", Level::Harder, &[12], 30),
        item("lunge", Level::Hard, &[4], 30),
    ];
    let plan = Routine { id: "k3j9x0a1b2".to_owned(), name: "Hügel".to_owned(), ..routine(&lines) };
    let session =
        Session::start("q1w2e3r4t5".to_owned(), &Start::of(&plan), START, Offset::from_minutes(-210)).unwrap();
    let mut session = session.plan();
    let keep = [0, 1, 4, 5, 6, 8];
    session.steps = keep.map(|at| session.steps[at].clone()).to_vec();
    session.steps[1].rest = Seconds(90);
    for step in &mut session.steps[..2] {
        step.sets = 2;
    }
    for step in &mut session.steps[4..] {
        (step.side, step.other_side_next) = (None, false);
    }
    (session.steps[4].rest, session.steps[5].rest) = (Seconds(30), Seconds(0));
    Session::restore(session, None, &[]).unwrap()
}

/// The same where the fixture of its position puts it.
pub fn placed() -> Session {
    restored(running().plan(), fixed_position(), &[])
}

pub fn fixed_position() -> Position {
    Position {
        at: 2,
        phase: Phase::Rest { since: Timestamp(1_795_370_490_500), until: Timestamp(1_795_370_580_500) },
        paused: Some(Timestamp(1_795_370_500_000)),
        epoch: Timestamp(1_795_370_399_000),
        seen: Timestamp(1_795_370_501_234),
        until_ms: None,
    }
}

pub fn november() -> Vec<Performed> {
    let set = |exercise: &str, level, side, measure, (target, done), at| SetDone {
        exercise: exercise.to_owned(),
        level,
        set: 1,
        side,
        measure,
        target: amount(target),
        done: amount(done),
        at: Seconds(at),
        reserve: None,
        load: None,
    };
    let (right, left, pistol) = (Some(Side::Right), Some(Side::Left), "supported-pistol-squat");
    let long = Performed {
        id: "q1w2e3r4t5".to_owned(),
        from: "k3j9x0a1b2".to_owned(),
        name: "Hügel".to_owned(),
        started: START,
        offset: Offset::from_minutes(-210),
        length: Seconds(754),
        planned: 6,
        rounds: 0,
        effort: Some(Effort::Right),
        note: Some("Left side wobbly.\nNext time by the \"wall\" 🧱".to_owned()),
        sets: vec![
            set(pistol, Level::Hard, right, Measure::Reps, (10, 10), 50),
            set(pistol, Level::Hard, left, Measure::Reps, (10, 9), 91),
            set("single-leg-balance", Level::Base, right, Measure::Seconds, (30, 30), 186),
            set("single-leg-balance", Level::Base, left, Measure::Seconds, (30, 30), 221),
            set("monster-walk", Level::Harder, None, Measure::Steps, (12, 12), 287),
            set("lunge", Level::Hard, None, Measure::Rounds, (4, 4), 754),
        ],
    };
    let short = Performed {
        id: "a0b1c2d3e4".to_owned(),
        from: "lunge".to_owned(),
        name: "Lunge".to_owned(),
        started: START.plus_ms(86_400_000),
        offset: Offset::from_minutes(60),
        length: Seconds(40),
        planned: 3,
        rounds: 0,
        effort: None,
        note: None,
        sets: vec![set("lunge", Level::Base, None, Measure::Reps, (15, 16), 40)],
    };
    vec![long.with_reserve(1, 3).with_reserve(4, 10).with_reserve(5, 0), short]
}

/// The value of the earlier fixture.
pub fn earlier_november() -> Vec<Performed> {
    let mut november = november();
    november[0].note = None;
    november[0].sets.iter_mut().for_each(|set| set.reserve = None);
    november
}

/// A session of November that is in no fixture.
pub fn another() -> Performed {
    performed("n0w", date(2026, 11, 22), (12, 0), 0, 60, 3)
}
