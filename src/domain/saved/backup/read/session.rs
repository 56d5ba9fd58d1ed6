//! A session in a file: finished or open.

use super::reader::{Reader, clip, id, is_id, moment, offset};
use crate::domain::catalogue::{Level, Measure};
use crate::domain::load::Load;
use crate::domain::log::{Effort, Performed, SetDone, note};
use crate::domain::name::visible_or_unnamed;
use crate::domain::routine::{BlockKind, BlockPlace, MAX_BEAT, MAX_ITEMS, MAX_NAME, MAX_REST, MAX_ROUNDS};
use crate::domain::saved::backup::OpenSession;
use crate::domain::saved::backup::fields::Fields;
use crate::domain::saved::backup::write::{measure_word, side_word};
use crate::domain::session::{MAX_RESERVE, Side, Step};
use crate::domain::units::{Amount, Seconds};

/// The largest number of sets in one session, and of steps in one plan.
const MAX_STEPS: usize = 2 * MAX_ITEMS * MAX_ROUNDS as usize;

impl Reader {
    pub(super) fn session_row(&mut self, text: &str) -> Option<Performed> {
        let session = Fields::of(text).and_then(|mut fields| {
            let session = self.session(&mut fields)?;
            self.know(fields);
            Some(session)
        });
        self.unreadable.sessions += usize::from(session.is_none());
        session
    }

    pub(super) fn session(&mut self, fields: &mut Fields) -> Option<Performed> {
        let id = id(fields, "id")?;
        let from = fields.value::<String>("from").filter(|from| from.is_empty() || is_id(from))?;
        let name = visible_or_unnamed(clip(&fields.value::<String>("name")?, MAX_NAME));
        let started = moment(fields.number("started")?)?;
        let offset = offset(fields.number("offset")?)?;
        let length = Seconds(fields.number("seconds")?);
        let planned = fields.number("planned")?;
        let rounds = fields.optional_number("rounds")?.unwrap_or(0);
        let effort = fields.optional_word("effort", Effort::from_slug)?;
        let note = fields.optional::<String>("note")?.and_then(|text| note(&text));
        let sets = fields.rows("sets").filter(|sets| !sets.too_many && sets.rows.len() <= MAX_STEPS)?.rows;
        let sets = sets.iter().map(|row| self.set(row.get())).collect::<Option<_>>()?;
        Some(Performed { id, from, name, started, offset, length, planned, rounds, effort, note, sets })
    }

    pub(super) fn set(&mut self, text: &str) -> Option<SetDone> {
        let mut fields = Fields::of(text)?;
        let set = SetDone {
            exercise: id(&mut fields, "exercise")?,
            level: fields.word("level", Level::from_slug)?,
            set: fields.number("set")?,
            side: fields.optional_word("side", side)?,
            measure: fields.word("measure", measure)?,
            target: Amount::new(fields.number("target")?).ok()?,
            done: Amount::new(fields.number("done")?).ok()?,
            at: Seconds(fields.number("at")?),
            reserve: fields.optional_number::<u8>("reserve")?,
            load: fields.optional_word("load", Load::from_code)?,
        };
        self.know(fields);
        set.reserve.is_none_or(|more| more <= MAX_RESERVE).then_some(set)
    }

    pub(super) fn open(&mut self, text: &str) -> Option<OpenSession> {
        let mut fields = Fields::of(text)?;
        let performed = self.session(&mut fields)?;
        let at = fields.number("at")?;
        let steps = fields.rows("steps").filter(|steps| steps.rows.len() <= MAX_STEPS)?.rows;
        let steps = steps.iter().map(|row| self.step(row.get())).collect::<Option<Vec<_>>>()?;
        self.know(fields);
        (at < steps.len()).then_some(OpenSession { performed, steps, at })
    }

    pub(super) fn step(&mut self, text: &str) -> Option<Step> {
        let mut fields = Fields::of(text)?;
        let step = Step {
            exercise: id(&mut fields, "exercise")?,
            level: fields.word("level", Level::from_slug)?,
            set: fields.number("set")?,
            sets: fields.number("sets")?,
            side: fields.optional_word("side", side)?,
            measure: fields.word("measure", measure)?,
            target: Amount::new(fields.number("target")?).ok()?,
            rest: Seconds(fields.number::<u32>("rest").filter(|rest| *rest <= MAX_REST)?),
            other_side_next: fields.value("otherSideNext")?,
            place: place(&mut fields)?,
            load: fields.optional_word("load", Load::from_code)?,
            tempo: fields.optional::<Vec<u8>>("tempo")?.unwrap_or_default(),
        };
        self.know(fields);
        let fits = step.tempo.iter().all(|seconds| (1..=MAX_BEAT).contains(seconds));
        fits.then_some(step)
    }
}

/// The place of a step in the blocks of its routine; in a plain one if it is not given.
fn place(fields: &mut Fields) -> Option<BlockPlace> {
    let Some(kind) = fields.optional_word("block", BlockKind::from_slug)? else { return Some(BlockPlace::default()) };
    let clock = kind.set_clock(Seconds(fields.optional_number("clock")?.unwrap_or(0)));
    let number = fields.optional_number("part")?.unwrap_or(0);
    let ladder = fields.optional_number("ladder")?.unwrap_or(0);
    let (round, rounds) = (fields.number("round")?, fields.number("rounds")?);
    Some(BlockPlace { kind, round, rounds, clock, number, ladder })
}

fn side(word: &str) -> Option<Side> {
    [Side::Left, Side::Right].into_iter().find(|side| side_word(*side) == word)
}

fn measure(word: &str) -> Option<Measure> {
    Measure::ALL.iter().copied().find(|measure| measure_word(*measure) == word)
}
