//! The sentences of a language, a line each.

/// The lines of a language's file: summary, timing, why and other names, then for each level the fields of [`Said`].
pub(super) struct Lines(pub(super) std::str::Split<'static, char>);

/// The sentences of a level.
#[derive(Clone, Copy, Default)]
pub(super) struct Said {
    pub(super) title: &'static str,
    pub(super) short: &'static str,
    pub(super) start: &'static [&'static str],
    pub(super) steps: &'static [&'static str],
    pub(super) cue: &'static str,
    pub(super) note: &'static str,
    pub(super) breathing: &'static str,
    pub(super) topics: &'static [&'static str],
    pub(super) cues: &'static [&'static str],
    pub(super) slip: &'static str,
    pub(super) fix: &'static str,
    pub(super) easier: &'static str,
    pub(super) harder: &'static str,
    pub(super) warning: &'static str,
    pub(super) motion: &'static str,
}

impl Lines {
    pub(super) fn next(&mut self) -> &'static str {
        self.0.next().unwrap_or_default()
    }

    /// The next line, or `before` if it is empty.
    fn one(&mut self, before: &'static str) -> &'static str {
        Some(self.next()).filter(|line| !line.is_empty()).unwrap_or(before)
    }

    /// The parts of the next line; empty ones are those of `before`.
    pub(super) fn list(&mut self, before: &'static [&'static str]) -> &'static [&'static str] {
        let line = self.next();
        if line.is_empty() {
            return before;
        }
        let part = |(at, part): (usize, &'static str)| {
            if part.is_empty() { before.get(at).copied().unwrap_or_default() } else { part }
        };
        line.split('\t').enumerate().map(part).collect::<Vec<_>>().leak()
    }

    /// A level; `before` is the level before it.
    pub(super) fn level(&mut self, before: Said) -> Said {
        Said {
            title: self.one(before.title),
            short: self.one(before.short),
            start: self.list(before.start),
            steps: self.list(before.steps),
            cue: self.one(before.cue),
            note: self.one(before.note),
            breathing: self.one(before.breathing),
            topics: self.list(before.topics),
            cues: self.list(before.cues),
            slip: self.one(before.slip),
            fix: self.one(before.fix),
            easier: self.one(before.easier),
            harder: self.one(before.harder),
            warning: self.one(before.warning),
            motion: self.one(before.motion),
        }
    }
}
