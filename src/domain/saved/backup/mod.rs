//! The backup: all data of the runner, as values, and the file that transfers it to another device. Knows no browser.
//!
//! The file is one JSON text of plain objects, version 2: `{"app":"mainspring","kind":"backup","v":2,"saved":"2026-11-26T…Z",
//! "build":…,"settings":{…},"exercises":[{"id","name","kind","sides","measure","sets","amount","rest",…}],"routines":[{"id","name","items":[{"exercise","level","targets","rest"}]}],"sessions":[{"id",
//! "from","name","started","offset","seconds","planned","effort","note","sets":[{"exercise","level","set","side","measure",
//! "target","done","at","reserve","load"}]}],"pain":[…],"open":{…},"setAside":{key:[texts]},"missing":[sentences]}`. Moments are
//! milliseconds since 1970, offsets minutes, everything else is a word or a number. A field without a value is left out.

mod collect;
mod fields;
mod old;
mod read;
mod write;

pub(super) use collect::RESTORE;
pub use collect::{ScreenValues, collect};
pub use read::{BackupFile, MAX_BYTES, NotRestorable, UnreadableCounts, read};
pub(super) use write::routine_text;
pub use write::write;

use crate::domain::catalogue::OwnExercise;
use crate::domain::coach::pain::PainReport;
use crate::domain::log::Performed;
use crate::domain::message::Gap;
use crate::domain::order::put_in_order;
use crate::domain::routine::Routine;
use crate::domain::session::{Session, Step};
use crate::domain::settings::Settings;
use crate::domain::units::Timestamp;
use std::collections::BTreeSet;

/// The version of the file that this app writes.
pub const FILE_VERSION: u32 = 2;
/// The longest id, slug or key in a file, in characters.
const MAX_ID: usize = 100;
/// The first moment of the year 1, and the last one of the year 9999.
const MOMENTS: std::ops::RangeInclusive<i64> = -62_135_596_800_000..=253_402_300_799_999;

/// All data of the runner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// The settings; `None` if the runner has made none.
    pub settings: Option<Settings>,
    /// The runner's own exercises, those with them that are in no list any more.
    pub exercises: Vec<OwnExercise>,
    /// The runner's own routines, in order.
    pub routines: Vec<Routine>,
    /// The sessions of the log, oldest first.
    pub sessions: Vec<Performed>,
    /// The reports of pain, oldest first.
    pub pain: Vec<PainReport>,
    /// The session that is open.
    pub open: Option<OpenSession>,
    /// Texts that this version cannot read, verbatim, each with the key it was stored under.
    pub set_aside: BTreeSet<(String, String)>,
    /// The gaps: values that could not be read.
    pub missing: Vec<Gap>,
}

/// A session that is open: the sets done so far, and the plan with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSession {
    /// The sets done so far; there may be none.
    pub performed: Performed,
    /// Every set of the plan.
    pub steps: Vec<Step>,
    /// The step at work or coming next.
    pub at: usize,
}

impl OpenSession {
    /// The open session `session`.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let nothing_done = || Performed {
            id: session.id().to_owned(),
            from: session.from().to_owned(),
            name: session.name().to_owned(),
            started: session.started(),
            offset: session.offset(),
            length: crate::domain::units::Seconds(0),
            planned: u16::try_from(session.steps().len()).unwrap_or(u16::MAX),
            rounds: 0,
            effort: None,
            note: None,
            sets: Vec::new(),
        };
        let performed = Performed::of(session).unwrap_or_else(nothing_done);
        Self { performed, steps: session.steps().to_vec(), at: session.at() }
    }
}

/// Puts sessions in the order of the file: oldest first.
pub(super) fn oldest_first(sessions: &mut [Performed]) {
    put_in_order(sessions, |one, other| (one.started, &one.id) < (other.started, &other.id));
}

/// `moment` as `2026-11-26T18:04:05Z`.
fn iso(moment: Timestamp) -> String {
    let utc = crate::domain::units::Offset::default();
    let day = moment.day(utc).unwrap_or(time::Date::MIN);
    let (hour, minute) = moment.clock(utc);
    let second = moment.0.div_euclid(1000).rem_euclid(60);
    format!("{:04}-{:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z", day.year(), u8::from(day.month()), day.day())
}
