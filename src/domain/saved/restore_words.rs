//! The sentences of a restore: what is in a file, what would change, what stays, and what was done.

use super::backup::BackupFile;
use super::restore::{Counts, RestorePlan, SettingsChange};
use crate::domain::log::counted;

impl RestorePlan {
    /// True where everything in the file is here already.
    #[must_use]
    pub fn is_nothing_new(&self) -> bool {
        self.changes.is_empty()
    }

    /// The contents of the file, a sentence for each kind: "40 sessions: 38 new, 2 known."
    #[must_use]
    pub fn contents(&self) -> Vec<String> {
        let kinds = [(self.routines, "routine"), (self.sessions, "session"), (self.pain, "pain note")];
        let mut sentences: Vec<String> =
            kinds.into_iter().filter_map(|(counts, noun)| counts_sentence(counts, noun)).collect();
        let settings = match self.settings {
            SettingsChange::None => None,
            SettingsChange::Kept => Some("Settings: yours stay as they are."),
            SettingsChange::Taken => Some("Settings: taken from the file."),
            SettingsChange::Added => Some("Settings: your choices stay, those of the file are added."),
        };
        sentences.extend(settings.map(str::to_owned));
        if sentences.is_empty() {
            sentences.push("There is nothing in this file yet.".to_owned());
        }
        sentences
    }

    /// What becomes of what cannot simply be added, and what stays as it is.
    #[must_use]
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        match self.routines.differing {
            0 => {}
            1 => remarks.push("1 routine differs from yours. You keep both.".to_owned()),
            many => remarks.push(format!("{many} routines differ from yours. You keep both of each.")),
        }
        match self.sessions.differing {
            0 => {}
            1 => remarks.push("1 session differs from yours. Both are joined.".to_owned()),
            many => remarks.push(format!("{many} sessions differ from yours. Both of each are joined.")),
        }
        if self.open_sets > 0 {
            let sets = counted(i64::try_from(self.open_sets).unwrap_or(i64::MAX), "set");
            remarks.push(format!("An unfinished session with {sets} goes into your log."));
        }
        if self.is_open_here {
            remarks.push("The session that is open here stays as it is.".to_owned());
        }
        match self.set_aside {
            0 => {}
            1 => remarks.push("1 unreadable text comes along as it is.".to_owned()),
            many => remarks.push(format!("{many} unreadable texts come along as they are.")),
        }
        remarks
    }

    /// What was restored: "Restored: 3 routines, 38 sessions."
    #[must_use]
    pub fn done_sentence(&self) -> String {
        let kinds = [(self.routines, "routine"), (self.sessions, "session"), (self.pain, "pain note")];
        let changed = |counts: Counts| i64::try_from(counts.new + counts.differing).unwrap_or(i64::MAX);
        let parts = kinds.into_iter().filter(|(counts, _)| changed(*counts) > 0);
        let mut parts: Vec<String> = parts.map(|(counts, noun)| counted(changed(counts), noun)).collect();
        if matches!(self.settings, SettingsChange::Taken | SettingsChange::Added) {
            parts.push("your settings".to_owned());
        }
        if parts.is_empty() { "Restored.".to_owned() } else { format!("Restored: {}.", parts.join(", ")) }
    }
}

impl BackupFile {
    /// What the file lacks, and what of it could not be read or is not known.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = self.backup.missing.clone();
        let unreadable = self.unreadable;
        let kinds = [
            (unreadable.routines, "routine"),
            (unreadable.sessions, "session"),
            (unreadable.pain, "pain note"),
            (unreadable.values, "other part"),
        ];
        for (count, noun) in kinds.into_iter().filter(|(count, _)| *count > 0) {
            let what = counted(i64::try_from(count).unwrap_or(i64::MAX), noun);
            warnings.push(format!("{what} of this file cannot be read. Keep the file."));
        }
        if !self.unknown.is_empty() {
            let names: Vec<&str> = self.unknown.iter().take(3).map(String::as_str).collect();
            warnings.push(format!("This version does not know \"{}\". Keep the file.", names.join("\", \"")));
        }
        warnings
    }
}

fn counts_sentence(counts: Counts, noun: &str) -> Option<String> {
    if counts.all == 0 {
        return None;
    }
    let parts = [(counts.new, "new"), (counts.differing, "changed"), (counts.known, "known")];
    let parts: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    Some(format!("{}: {}.", counted(i64::try_from(counts.all).unwrap_or(i64::MAX), noun), parts.join(", ")))
}
