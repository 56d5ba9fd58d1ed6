//! A restore in sentences: the contents of a file, the changes that restoring it would make, and those made.

use super::{Sentence, backup, common, count, store};
use crate::domain::saved::{BackupFile, Counts, NotApplied, NotRestorable, RestorePlan, SettingsChange};

pub use super::app::restore::*;

/// A count of things of one kind.
type CountWords = fn(u32) -> String;

fn kinds(plan: &RestorePlan) -> [(Counts, CountWords); 4] {
    [
        (plan.exercises, own_exercises),
        (plan.routines, common::routines),
        (plan.sessions, common::sessions),
        (plan.pain, pain_notes),
    ]
}

/// The contents of the file, a sentence for each kind: "40 sessions: 38 new, 2 known."
#[must_use]
pub fn contents_words(plan: &RestorePlan) -> Vec<String> {
    let mut sentences: Vec<String> =
        kinds(plan).into_iter().filter_map(|(counts, kind)| counts_sentence(counts, kind)).collect();
    let settings = match plan.settings {
        SettingsChange::None => None,
        SettingsChange::Kept => Some(settings_kept()),
        SettingsChange::Taken => Some(settings_taken()),
        SettingsChange::Added => Some(settings_added()),
    };
    sentences.extend(settings.map(str::to_owned));
    if sentences.is_empty() {
        sentences.push(empty().to_owned());
    }
    sentences
}

/// The values that cannot simply be added, and those that stay as they are.
#[must_use]
pub fn remarks(plan: &RestorePlan) -> Vec<String> {
    let counted: [(usize, CountWords); 4] = [
        (plan.routines.differing, routines_differ),
        (plan.sessions.differing, sessions_differ),
        (plan.open_sets, unfinished),
        (plan.set_aside, set_aside),
    ];
    let said = |(number, say): &(usize, CountWords)| (*number > 0).then(|| say(count(*number)));
    let mut remarks: Vec<String> = counted[..3].iter().filter_map(said).collect();
    if plan.is_open_here {
        remarks.push(open_stays().to_owned());
    }
    remarks.extend(counted[3..].iter().filter_map(said));
    remarks
}

/// The outcome: "Restored: 3 routines, 38 sessions."
#[must_use]
pub fn done_sentence(plan: &RestorePlan) -> String {
    let changed = |counts: Counts| count(counts.new + counts.differing);
    let parts = kinds(plan).into_iter().filter(|(counts, _)| changed(*counts) > 0);
    let mut parts: Vec<String> = parts.map(|(counts, kind)| kind(changed(counts))).collect();
    if matches!(plan.settings, SettingsChange::Taken | SettingsChange::Added) {
        parts.push(your_settings().to_owned());
    }
    if parts.is_empty() { done_nothing().to_owned() } else { done(&parts.join(", ")) }
}

/// The gaps of the file: values that it lacks, that could not be read or that are unknown.
#[must_use]
pub fn warnings(file: &BackupFile) -> Vec<String> {
    let mut warnings = backup::gaps(&file.backup);
    let lost = file.unreadable;
    let kinds: [(usize, CountWords); 4] = [
        (lost.routines, common::routines),
        (lost.sessions, common::sessions),
        (lost.pain, pain_notes),
        (lost.values, other_parts),
    ];
    for (number, kind) in kinds.into_iter().filter(|(number, _)| *number > 0) {
        warnings.push(unreadable(&kind(count(number))));
    }
    if !file.unknown.is_empty() {
        let names: Vec<&str> = file.unknown.iter().take(3).map(String::as_str).collect();
        warnings.push(unknown(&names.join("\", \"")));
    }
    warnings
}

fn counts_sentence(counts: Counts, kind: CountWords) -> Option<String> {
    if counts.all == 0 {
        return None;
    }
    let parts: [(usize, CountWords); 3] = [(counts.new, new), (counts.differing, changed), (counts.known, known)];
    let parts: Vec<String> =
        parts.into_iter().filter(|(number, _)| *number > 0).map(|(number, say)| say(count(number))).collect();
    Some(contents(&parts.join(", "), &kind(count(counts.all))))
}

impl Sentence for NotApplied {
    fn sentence(&self) -> String {
        match self {
            Self::TakenBack(why) => refused(store::reason(*why)),
            Self::Halfway => halfway().to_owned(),
        }
    }
}

impl Sentence for NotRestorable {
    fn sentence(&self) -> String {
        let words = match self {
            Self::TooLarge => too_large(),
            Self::Empty => blank(),
            Self::Encoding => encoding(),
            Self::NotText => no_text(),
            Self::Foreign => foreign(),
            Self::Damaged => damaged(),
            Self::Newer => newer(),
            Self::TooMuch => too_much(),
        };
        words.to_owned()
    }
}
