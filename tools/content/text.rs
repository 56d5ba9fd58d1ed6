//! `en.toml` and its translations: every sentence of an exercise, by level.

use super::facts::{Facts, LevelFacts};
use super::level::{LevelTable, Levels};
use super::motion::Motions;
use super::table::{Table, Value};

/// The text of an exercise in one language.
pub struct Text {
    /// Its name.
    pub name: String,
    /// Other names and search words.
    pub aliases: Vec<String>,
    /// One line for a list.
    pub summary: String,
    /// Its timing.
    pub timing: String,
    /// The reason for a runner to do it.
    pub why: String,
    /// The word of each beat, by its id.
    pub beats: Vec<(String, String)>,
    /// Base, hard, harder.
    pub levels: Vec<LevelText>,
}

impl Text {
    /// The word of a beat.
    pub fn beat<'a>(&'a self, id: &'a str) -> &'a str {
        self.beats.iter().find(|(beat, _)| beat == id).map_or(id, |(_, word)| word)
    }
}

/// The text of one level, in packed order: single sentences are lists of one.
pub struct LevelText {
    /// The fields: each a sentence, or a list of them.
    pub fields: Vec<Vec<String>>,
}

/// The fields of a level and their kinds: "cues" is two fields, topics and texts.
pub const FIELDS: &[(&str, Form)] = &[
    ("title", Form::Own),
    ("short", Form::Own),
    ("start", Form::List),
    ("steps", Form::List),
    ("cue", Form::Own),
    ("note", Form::Own),
    ("breathing", Form::One),
    ("cues", Form::Cues),
    ("slip", Form::One),
    ("fix", Form::One),
    ("easier", Form::One),
    ("harder", Form::One),
    ("warning", Form::One),
    ("motion", Form::Own),
];

/// The kind of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A sentence that may be in `[all]`.
    One,
    /// A sentence that each level must have itself.
    Own,
    /// A list of sentences.
    List,
    /// Cues by their id.
    Cues,
}

/// Reads the file; `facts` and `motions` have the beats and cues that it must cover.
pub fn read(file: &Table<'_>, english: bool, facts: Option<&Facts>, motions: Option<&Motions>) -> Option<Text> {
    let one = |key: &str| file.need(key).and_then(|value| value.text()).map(str::to_owned);
    let (name, summary, timing, why) = (one("name"), one("summary"), one("timing"), one("why"));
    let aliases = file.get("aliases").map_or_else(Vec::new, |value| sentences(&value));
    let beats = beats(file, facts);
    let levels = Levels::of(file);
    let cues = Cues { motions, english };
    let numbers = |table: &LevelTable<'_, '_>| Numbers(facts.and_then(|facts| facts.levels.get(table.level as usize)));
    let read: Vec<_> = levels.each(|table| level(table, &cues, &numbers(table))).into_iter().flatten().collect();
    levels.finish();
    let whole = read.len() == 3;
    let text = Text { name: name?, aliases, summary: summary?, timing: timing?, why: why?, beats, levels: read };
    whole.then_some(text)
}

fn sentences(value: &Value<'_>) -> Vec<String> {
    value.list().iter().filter_map(|item| item.text().map(str::to_owned)).collect()
}

/// The words of the beats: one for each that a tempo names, and no other.
fn beats(file: &Table<'_>, facts: Option<&Facts>) -> Vec<(String, String)> {
    let used: Vec<&str> = facts
        .iter()
        .flat_map(|facts| &facts.levels)
        .flat_map(|level| &level.tempo)
        .map(|(id, _)| id.as_str())
        .collect();
    let Some(table) = file.table("beats", "[beats]") else {
        if let Some(id) = used.first() {
            file.fault(format!("the tempo in exercise.toml has a beat \"{id}\", and there are no [beats]"));
        }
        return Vec::new();
    };
    if let Some(missing) = facts.and_then(|_| used.iter().find(|id| table.get(id).is_none())) {
        table.fault(format!("[beats] has no \"{missing}\", which the tempo in exercise.toml names"));
    }
    let word = |id: &&str| Some(((*id).to_owned(), table.get(id)?.text()?.to_owned()));
    let words = table.keys();
    for id in &words {
        if facts.is_some() && !used.contains(id) {
            table.fault_at(id, format!("[beats]: no tempo in exercise.toml names \"{id}\""));
        }
    }
    words.iter().filter_map(word).collect()
}

/// The expected cues.
struct Cues<'a> {
    motions: Option<&'a Motions>,
    english: bool,
}

/// The numbers of a level, which its sentences take from its facts: `{amount}` of a set, and seconds of a `{hold}`.
struct Numbers<'a>(Option<&'a LevelFacts>);

impl Numbers<'_> {
    /// The sentence with its numbers; a fault if it contains one of them itself, or an unknown name.
    fn sentence(&self, value: &Value<'_>) -> Option<String> {
        let text = value.text()?;
        let Some(facts) = self.0 else { return Some(text.to_owned()) };
        let amount = facts.sets.first().copied().unwrap_or_default();
        let known = [("amount", amount), ("hold", u16::from(facts.hold()))];
        for number in text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()) {
            if let Some((name, _)) = known.iter().find(|(_, known)| number == known.to_string()) {
                value.fails::<()>(&format!("says {number}, which exercise.toml says: write {{{name}}}"));
            }
        }
        let said = known
            .iter()
            .filter(|(_, number)| *number > 0)
            .fold(text.to_owned(), |said, (name, number)| said.replace(&format!("{{{name}}}"), &number.to_string()));
        if said.contains(['{', '}']) {
            return value.fails("names a number in { } that this level has not; there are {amount} and {hold}");
        }
        Some(said)
    }

    fn sentences(&self, value: &Value<'_>) -> Vec<String> {
        value.list().iter().filter_map(|item| self.sentence(item)).collect()
    }
}

fn level(table: &LevelTable<'_, '_>, cues: &Cues<'_>, numbers: &Numbers<'_>) -> Option<LevelText> {
    let (topics, said) = cues.read(table, numbers);
    let mut fields = Vec::new();
    for (key, form) in FIELDS {
        let sentence = |value: Option<Value<'_>>| value.and_then(|value| numbers.sentence(&value)).map(|one| vec![one]);
        match form {
            Form::One => fields.push(sentence(table.need(key))),
            Form::Own => fields.push(sentence(table.need_own(key))),
            Form::List => fields.push(table.need(key).map(|value| {
                let list = numbers.sentences(&value);
                if list.is_empty() && value.is_list() {
                    value.fails::<()>("is empty");
                }
                list
            })),
            Form::Cues => fields.extend([Some(topics.clone()), Some(said.clone())]),
        }
    }
    let fields: Vec<_> = fields.into_iter().flatten().collect();
    (fields.len() == FIELDS.len() + 1).then_some(LevelText { fields })
}

impl Cues<'_> {
    /// Topics and texts of a level's cues, in the order of their moments in motion.toml.
    fn read(&self, table: &LevelTable<'_, '_>, numbers: &Numbers<'_>) -> (Vec<String>, Vec<String>) {
        let Some(motion) = self.motions.and_then(|motions| motions.levels.get(table.level as usize)) else {
            // Cues without moments cannot be checked: motion.toml has faults of its own.
            drop(table.own.get("cues"));
            if let Some(all) = table.all_cues {
                all.keys().into_iter().for_each(|id| drop(all.get(id)));
            }
            return (Vec::new(), Vec::new());
        };
        let own = table.own.table("cues", &format!("cues of {}", table.own.called()));
        let mut cues = Vec::new();
        for moment in &motion.moments {
            if let Some(all) = table.all_cues {
                all.allow(&moment.cue);
            }
            let found = own.as_ref().and_then(|own| own.get(&moment.cue));
            let found = found.or_else(|| table.all_cues?.get(&moment.cue));
            match found {
                Some(value) => cues.extend(self.cue(&moment.cue, &value, numbers)),
                None => table.own.fault(format!(
                    "{} has no cue \"{}\", which has a moment in motion.toml",
                    table.own.called(),
                    moment.cue
                )),
            }
        }
        if let Some(own) = &own {
            for id in own.keys().into_iter().filter(|id| motion.moments.iter().all(|moment| moment.cue != *id)) {
                own.allow(id);
                drop(own.get(id));
                own.fault_at(id, format!("{}: cue \"{id}\" has no moment in motion.toml", table.own.called()));
            }
            own.finish();
        }
        if motion.moments.len() < 3 {
            table.own.fault(format!("{} has fewer than three cues", table.own.called()));
        }
        cues.into_iter().unzip()
    }

    /// A cue's topic and text: in English the topic is its id.
    fn cue(&self, id: &str, value: &Value<'_>, numbers: &Numbers<'_>) -> Option<(String, String)> {
        if self.english && !value.is_table() {
            return Some((id.replace('-', " "), numbers.sentence(value)?));
        }
        let table = value.table(&format!("cue \"{id}\""))?;
        let topic = table.need("topic").and_then(|value| value.text()).map(str::to_owned);
        let text = table.need("text").and_then(|value| numbers.sentence(&value));
        table.finish();
        Some((topic?, text?))
    }
}
