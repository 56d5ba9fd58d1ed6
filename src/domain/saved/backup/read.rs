//! Reading a file that somebody chose: every form that was ever written, and everything else, which gets a sentence.
//! Reading is total: whatever the bytes are, the answer is a value, and nothing is stored.

use super::fields::{Entries, Fields, Rows};
use super::write::{measure_word, side_word};
use super::{Backup, FILE_VERSION, MAX_ID, MOMENTS, OpenSession, old, oldest_first};
use crate::domain::catalogue::{BodyPart, Goal, Kit, Level, Measure};
use crate::domain::coach::pain::{Answer, Change, FollowUp, PainReport, PainSide, Score};
use crate::domain::log::{Effort, MAX_RESERVE, Performed, SetDone, note};
use crate::domain::message::Gap;
use crate::domain::name::{visible, visible_or_unnamed};
use crate::domain::order::{Places, keep_first, put_in_order};
use crate::domain::routine::{Item, MAX_ITEMS, MAX_NAME, MAX_REST, MAX_SETS, Routine};
use crate::domain::session::{Side, Step};
use crate::domain::settings::{FirstSide, Settings, Theme, Toggle, Units, Volume};
use crate::domain::units::{Amount, Offset, Seconds, Timestamp};
use serde_json::value::RawValue;
use std::collections::BTreeSet;

/// The size of the largest file that is read, in bytes; twenty years of training are about 12 MB.
pub const MAX_BYTES: usize = 25_000_000;
/// The most routines in a file.
const MAX_ROUTINES: usize = 1_000;
/// The most sessions in a file: three a day for twenty-five years.
const MAX_SESSIONS: usize = 30_000;
/// The most reports of pain in a file.
const MAX_PAIN: usize = 2_000;
/// The most sets of one session, and the most steps of one plan.
const MAX_STEPS: usize = 2 * MAX_ITEMS * MAX_SETS;
/// The most favourite exercises.
const MAX_STARRED: usize = 500;
/// The most text that is carried along unread, in bytes.
const MAX_SET_ASIDE: usize = 1_000_000;
/// The most sentences about what is missing, and the most names of unknown fields.
pub(super) const MAX_SENTENCES: usize = 20;

/// A file that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackupFile {
    /// What it holds.
    pub backup: Backup,
    /// When it was saved, as it says: `2026-11-26T18:04:05Z`.
    pub saved: Option<String>,
    /// What could not be read of it.
    pub unreadable: Unreadable,
    /// The names of fields that this version does not know.
    pub unknown: Vec<String>,
}

/// How much of a file could not be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unreadable {
    /// Sessions, the open one counted.
    pub sessions: usize,
    /// Routines.
    pub routines: usize,
    /// Reports of pain.
    pub pain: usize,
    /// The settings, and other values.
    pub values: usize,
}

impl Unreadable {
    /// True where everything could be read.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// The reason why nothing of a file can be restored, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRestorable {
    /// More than [`MAX_BYTES`].
    TooLarge,
    /// No bytes, or only space.
    Empty,
    /// Text in another encoding than UTF-8.
    Encoding,
    /// No text at all, such as a picture.
    NotText,
    /// Text of another app.
    Foreign,
    /// Our file, cut or altered.
    Damaged,
    /// Written by a later version.
    Newer,
    /// More rows than anybody can have.
    TooMuch,
}

/// Reads the bytes of a file; `now` is only needed for sessions that were open in files of the old form.
///
/// # Errors
/// Where it is no file of ours, or none that this version can read.
pub fn read(bytes: &[u8], now: Timestamp) -> Result<BackupFile, NotRestorable> {
    if bytes.len() > MAX_BYTES {
        return Err(NotRestorable::TooLarge);
    }
    let text = mend_surrogates(text_of(bytes)?);
    // The name of the app stands at the front of every form.
    let is_named = text.chars().take(200).collect::<String>().contains("\"mainspring\"");
    let broken = if is_named { NotRestorable::Damaged } else { NotRestorable::Foreign };
    let mut file = Fields::of(&text).ok_or(broken)?;
    if file.value::<String>("app").as_deref() != Some("mainspring") {
        return Err(NotRestorable::Foreign);
    }
    let kind = file.optional::<String>("kind").ok_or(NotRestorable::Damaged)?;
    let version = file.optional_number::<u32>("v").ok_or(NotRestorable::Damaged)?;
    match (kind.as_deref(), version) {
        (Some("backup"), Some(FILE_VERSION)) => read_backup(file),
        (None, Some(1)) => old::read_export(file, now),
        (Some("rescue"), None | Some(1)) => old::read_rescue(file, now),
        (Some("backup") | None, Some(0 | 1) | None) => Err(NotRestorable::Damaged),
        _ => Err(NotRestorable::Newer),
    }
}

/// Reads the fields of a file of the present form.
pub(super) fn read_backup(mut file: Fields) -> Result<BackupFile, NotRestorable> {
    // The head was read before, or is of no interest.
    let _head = [file.text("app"), file.text("kind"), file.text("v")];
    Reader::default().file(file)
}

fn text_of(bytes: &[u8]) -> Result<&str, NotRestorable> {
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'{', 0, ..] | [0, b'{', ..]) {
        return Err(NotRestorable::Encoding);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| {
        // A text of ours with some bytes spoiled is damaged; anything else is no text.
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
        if start.contains("\"mainspring\"") { NotRestorable::Damaged } else { NotRestorable::NotText }
    })?;
    match text.trim() {
        "" => Err(NotRestorable::Empty),
        text if text.starts_with('{') => Ok(text),
        text if text.chars().take(1000).any(|c| c.is_control() && !c.is_whitespace()) => Err(NotRestorable::NotText),
        _ => Err(NotRestorable::Foreign),
    }
}

/// `text` with halves of characters (`\ud83c` without its other half) replaced by `\ufffd`: JSON allows them, text does not.
fn mend_surrogates(text: &str) -> String {
    let escape = |at: usize| {
        let digits = text.get(at..at + 6).and_then(|escape| escape.strip_prefix("\\u"))?;
        u16::from_str_radix(digits, 16).ok()
    };
    let mut mended = String::with_capacity(text.len());
    let (mut done, mut at) = (0, 0);
    while let Some(found) = text[at..].find('\\') {
        at += found;
        let (length, lone) = match (escape(at), escape(at + 6)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => (12, false),
            (Some(0xD800..=0xDFFF), _) => (6, true),
            (Some(_), _) => (6, false),
            // The backslash and what it escapes, whole: the character after it may be of several bytes.
            (None, _) => (1 + text[at + 1..].chars().next().map_or(0, char::len_utf8), false),
        };
        if lone {
            mended.push_str(&text[done..at]);
            mended.push_str("\\ufffd");
            done = at + length;
        }
        at += length;
    }
    mended.push_str(&text[done..]);
    mended
}

/// Reads the rows of a file and notes what it cannot read or does not know.
#[derive(Default)]
struct Reader {
    unreadable: Unreadable,
    unknown: Places,
}

impl Reader {
    fn file(mut self, mut file: Fields) -> Result<BackupFile, NotRestorable> {
        let damaged = NotRestorable::Damaged;
        let saved = file.optional::<String>("saved").ok_or(damaged)?;
        let _build = file.text("build");
        let settings = file.text("settings").filter(|text| *text != "null").map(|text| self.settings(text));
        let routines = rows(file.rows("routines"), MAX_ROUTINES)?;
        let sessions = rows(file.rows("sessions"), MAX_SESSIONS)?;
        let pain = rows(file.rows("pain"), MAX_PAIN)?;
        let open = file.text("open").filter(|text| *text != "null").map(|text| self.open(text));
        let set_aside = file.text("setAside").map(|text| self.set_aside(text)).unwrap_or_default();
        let mut missing = file.optional::<Vec<String>>("missing").ok_or(damaged)?.unwrap_or_default();
        missing.truncate(MAX_SENTENCES);
        let missing = missing.iter().map(|sentence| Gap::Told(clip(sentence, 300))).collect();
        self.know(file);

        let mut routines: Vec<Routine> = routines.iter().filter_map(|row| self.routine(row.get())).collect();
        keep_first(&mut routines, &|routine| routine.id.clone());
        let mut sessions: Vec<Performed> = sessions.iter().filter_map(|row| self.session_row(row.get())).collect();
        keep_first(&mut sessions, &|session| session.id.clone());
        oldest_first(&mut sessions);
        let mut pain: Vec<PainReport> = pain.iter().filter_map(|row| self.pain(row.get())).collect();
        keep_first(&mut pain, &|report| format!("{} {}", report.when.0, report.exercise));
        let count = |there: Option<&Option<OpenSession>>| usize::from(there.is_some_and(Option::is_none));
        self.unreadable.sessions += count(open.as_ref());
        self.unreadable.values += usize::from(settings.as_ref().is_some_and(Option::is_none));
        let (settings, open) = (settings.flatten(), open.flatten());
        let backup = Backup { settings, routines, sessions, pain, open, set_aside, missing };
        let unknown = self.unknown.into_keys().take(MAX_SENTENCES).collect();
        Ok(BackupFile { backup, saved, unreadable: self.unreadable, unknown })
    }

    /// Notes the fields that are left as unknown.
    fn know(&mut self, left: Fields) {
        for name in left.left().take(MAX_SENTENCES) {
            self.unknown.insert(clip(&name, 40), 0);
        }
    }

    fn settings(&mut self, text: &str) -> Option<Settings> {
        let mut fields = Fields::of(text)?;
        let usual = Settings::default();
        let goal = fields.word("goal", Goal::from_slug)?;
        let kit = fields.value::<Vec<String>>("kit")?;
        for slug in kit.iter().filter(|slug| Kit::from_slug(slug).is_none()).take(MAX_SENTENCES) {
            self.unknown.insert(clip(slug, 40), 0);
        }
        let mut starred = fields.value::<Vec<String>>("starred")?;
        starred.retain(|slug| is_id(slug));
        keep_first(&mut starred, &Clone::clone);
        starred.truncate(MAX_STARRED);
        let settings = Settings {
            goal,
            kit: Kit::ALL.iter().copied().filter(|piece| kit.iter().any(|slug| slug == piece.slug())).collect(),
            sound: fields.value("sound")?,
            theme: fields.word("theme", Theme::from_slug)?,
            units: fields.word("units", Units::from_slug)?,
            starred,
            volume: Volume::clamped(fields.number("volume")?),
            first_side: fields.word("firstSide", FirstSide::from_slug)?,
            ..usual
        };
        let mut player = Fields::of(fields.text("player")?)?;
        let turn = |settings: Settings, toggle: &Toggle| {
            let on = player.optional::<bool>(toggle.slug())?.unwrap_or_else(|| toggle.is_on(&settings));
            Some(settings.with(*toggle, on))
        };
        let settings = Toggle::ALL.iter().try_fold(settings, turn)?;
        self.know(player);
        self.know(fields);
        Some(settings)
    }

    fn routine(&mut self, text: &str) -> Option<Routine> {
        let routine = self.whole_routine(text);
        self.unreadable.routines += usize::from(routine.is_none());
        routine
    }

    fn whole_routine(&mut self, text: &str) -> Option<Routine> {
        let mut fields = Fields::of(text)?;
        let id = id(&mut fields, "id")?;
        let name = visible(clip(&fields.value::<String>("name")?, MAX_NAME));
        let items = fields.rows("items").filter(|items| !items.too_many)?.rows;
        let items = (0..).zip(items.iter().take(MAX_ITEMS));
        let items = items.map(|(key, row)| self.item(key, row.get())).collect::<Option<_>>()?;
        self.know(fields);
        Some(Routine { id, name, items })
    }

    fn item(&mut self, key: u32, text: &str) -> Option<Item> {
        let mut fields = Fields::of(text)?;
        let exercise = id(&mut fields, "exercise")?;
        let level = fields.word("level", Level::from_slug)?;
        let targets = fields.value::<Vec<u16>>("targets").filter(|targets| !targets.is_empty())?;
        let targets =
            targets.into_iter().take(MAX_SETS).map(|amount| Amount::new(amount).ok()).collect::<Option<_>>()?;
        let rest = Seconds(fields.number::<u32>("rest").filter(|rest| *rest <= MAX_REST)?);
        self.know(fields);
        Some(Item { key, exercise, level, targets, rest })
    }

    fn session_row(&mut self, text: &str) -> Option<Performed> {
        let session = Fields::of(text).and_then(|mut fields| {
            let session = self.session(&mut fields)?;
            self.know(fields);
            Some(session)
        });
        self.unreadable.sessions += usize::from(session.is_none());
        session
    }

    fn session(&mut self, fields: &mut Fields) -> Option<Performed> {
        let id = id(fields, "id")?;
        let from = fields.value::<String>("from").filter(|from| from.is_empty() || is_id(from))?;
        let name = visible_or_unnamed(clip(&fields.value::<String>("name")?, MAX_NAME));
        let started = moment(fields.number("started")?)?;
        let offset = offset(fields.number("offset")?)?;
        let length = Seconds(fields.number("seconds")?);
        let planned = fields.number("planned")?;
        let effort = fields.optional_word("effort", Effort::from_slug)?;
        let note = fields.optional::<String>("note")?.and_then(|text| note(&text));
        let sets = fields.rows("sets").filter(|sets| !sets.too_many && sets.rows.len() <= MAX_STEPS)?.rows;
        let sets = sets.iter().map(|row| self.set(row.get())).collect::<Option<_>>()?;
        Some(Performed { id, from, name, started, offset, length, planned, effort, note, sets })
    }

    fn set(&mut self, text: &str) -> Option<SetDone> {
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
        };
        self.know(fields);
        set.reserve.is_none_or(|more| more <= MAX_RESERVE).then_some(set)
    }

    fn open(&mut self, text: &str) -> Option<OpenSession> {
        let mut fields = Fields::of(text)?;
        let performed = self.session(&mut fields)?;
        let at = fields.number("at")?;
        let steps = fields.rows("steps").filter(|steps| steps.rows.len() <= MAX_STEPS)?.rows;
        let steps = steps.iter().map(|row| self.step(row.get())).collect::<Option<Vec<_>>>()?;
        self.know(fields);
        (at < steps.len()).then_some(OpenSession { performed, steps, at })
    }

    fn step(&mut self, text: &str) -> Option<Step> {
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
        };
        self.know(fields);
        Some(step)
    }

    fn pain(&mut self, text: &str) -> Option<PainReport> {
        let report = self.whole_pain(text);
        self.unreadable.pain += usize::from(report.is_none());
        report
    }

    fn whole_pain(&mut self, text: &str) -> Option<PainReport> {
        let mut fields = Fields::of(text)?;
        let answer = fields.optional_word("answer", Answer::from_slug)?;
        let asked = match fields.optional::<i64>("askedAgain")? {
            Some(when) => Some(moment(when)?),
            None => None,
        };
        let change = fields.optional_word("change", Change::from_slug)?;
        let follow_up = match (asked, change) {
            (Some(when), Some(change)) => Some(FollowUp { when, change }),
            (None, None) => None,
            _ => return None,
        };
        let side = fields.optional_word("side", PainSide::from_slug)?;
        let report = PainReport {
            when: moment(fields.number("when")?)?,
            offset: offset(fields.number("offset")?)?,
            exercise: fields.value::<String>("exercise").filter(|slug| slug.is_empty() || is_id(slug))?,
            level: fields.word("level", Level::from_slug)?,
            part: fields.word("part", BodyPart::from_slug)?,
            side,
            score: Score::new(fields.number("score")?).ok()?,
            answer,
            follow_up,
        };
        self.know(fields);
        Some(report)
    }

    /// Texts to carry along; those that are too long are left in the file, and counted.
    fn set_aside(&mut self, text: &str) -> BTreeSet<(String, String)> {
        let Some(texts) = texts_by_key(text) else {
            self.unreadable.values += 1;
            return BTreeSet::new();
        };
        let mut room = MAX_SET_ASIDE;
        let mut kept = BTreeSet::new();
        for (key, text) in texts {
            if text.len() <= room && key.chars().count() <= MAX_ID && !key.is_empty() {
                room -= text.len();
                kept.insert((key, text));
            } else {
                self.unreadable.values += 1;
            }
        }
        kept
    }
}

/// The texts of `{key: [texts]}`, each with its key, in the order of the keys; of two fields with one key the later.
fn texts_by_key(text: &str) -> Option<Vec<(String, String)>> {
    let Entries { mut entries, too_many } = serde_json::from_str(text).ok()?;
    put_in_order(&mut entries, |(one, _), (other, _)| one < other);
    let mut all = Vec::new();
    for (at, (key, texts)) in entries.iter().enumerate() {
        let texts = serde_json::from_str::<Vec<String>>(texts.get()).ok()?;
        let is_last = entries.get(at + 1).is_none_or(|(next, _)| next != key);
        for text in texts {
            if is_last {
                all.push((key.clone(), text));
            }
        }
    }
    (!too_many).then_some(all)
}

fn rows(rows: Option<Rows<'_>>, most: usize) -> Result<Vec<&RawValue>, NotRestorable> {
    let Rows { rows, too_many } = rows.ok_or(NotRestorable::Damaged)?;
    if too_many || rows.len() > most { Err(NotRestorable::TooMuch) } else { Ok(rows) }
}

fn clip(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// Takes the id or slug `name`.
fn id(fields: &mut Fields, name: &str) -> Option<String> {
    fields.value::<String>(name).filter(|id| is_id(id))
}

/// True for what can be an id or a slug: short, not empty, without control characters.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= MAX_ID && !text.chars().any(char::is_control)
}

fn moment(ms: i64) -> Option<Timestamp> {
    MOMENTS.contains(&ms).then_some(Timestamp(ms))
}

fn offset(minutes: i16) -> Option<Offset> {
    let offset = Offset::from_minutes(minutes);
    (offset.minutes() == minutes).then_some(offset)
}

fn side(word: &str) -> Option<Side> {
    [Side::Left, Side::Right].into_iter().find(|side| side_word(*side) == word)
}

fn measure(word: &str) -> Option<Measure> {
    let all = [Measure::Reps, Measure::Seconds, Measure::Steps, Measure::Rounds];
    all.into_iter().find(|measure| measure_word(*measure) == word)
}
