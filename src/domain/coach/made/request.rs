//! The request for a routine made for the runner, as it stands in an address.

use crate::domain::catalogue::{Job, Level, vocabulary};

vocabulary! {
    /// The run of the day, seen from the strength session.
    RunWhen {
        /// No run.
        NoRun = "none";
        /// A run follows.
        Before = "before";
        /// After an easy run.
        AfterEasy = "after-easy";
        /// After a hard run.
        AfterHard = "after-hard";
        /// After a long run.
        AfterLong = "after-long";
    }
}

/// The shortest session that can be asked for, in minutes.
pub const LEAST_MINUTES: u8 = 5;
/// The longest.
pub const MOST_MINUTES: u8 = 60;
/// The latest start of a run that follows, in minutes from now.
const MOST_RUN_IN: u16 = 240;
/// The largest number of exercises in one list of an address.
const MOST_NAMED: usize = 12;

/// A request for a routine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeRequest {
    /// The time to train: [`LEAST_MINUTES`] … [`MOST_MINUTES`].
    pub minutes: u8,
    /// The run of the day.
    pub when: RunWhen,
    /// Minutes until a run that follows; 0 if it is not said.
    pub run_in: u16,
    /// The highest level; `None` for the levels that the runner has reached.
    pub level: Option<Level>,
    /// The job to train most.
    pub focus: Option<Job>,
    /// The exercises that the runner wants in it.
    pub pinned: Vec<String>,
    /// The exercises that stay while another one is swapped.
    pub kept: Vec<String>,
    /// The exercises that were swapped for others.
    pub without: Vec<String>,
    /// The exercises that are not to warm up with.
    pub not_to_warm_up: Vec<String>,
    /// The number of the proposal: equal requests with an equal number have an equal result.
    pub seed: u32,
}

impl Default for MadeRequest {
    fn default() -> Self {
        Self {
            minutes: 12,
            when: RunWhen::NoRun,
            run_in: 0,
            level: None,
            focus: None,
            pinned: Vec::new(),
            kept: Vec::new(),
            without: Vec::new(),
            not_to_warm_up: Vec::new(),
            seed: 0,
        }
    }
}

impl MadeRequest {
    /// The request in `query`, which is without `?`. What is not readable has its default.
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let mut request = Self::default();
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            match name {
                "min" => request.minutes = value.parse().unwrap_or(request.minutes),
                "run" => request.when = RunWhen::from_slug(value).unwrap_or(RunWhen::NoRun),
                "in" => request.run_in = value.parse().unwrap_or_default(),
                "level" => request.level = Level::from_slug(value),
                "focus" => request.focus = Job::from_slug(value),
                "pin" => request.pinned = named(value),
                "keep" => request.kept = named(value),
                "not" => request.without = named(value),
                "cold" => request.not_to_warm_up = named(value),
                "no" => request.seed = value.parse().unwrap_or_default(),
                _ => {}
            }
        }
        request.settled()
    }

    /// The query of this request, without `?`.
    #[must_use]
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        let mut put = |name: &str, value: &str| {
            if !value.is_empty() {
                query.push_str(if query.is_empty() { "" } else { "&" });
                query.push_str(name);
                query.push('=');
                query.push_str(value);
            }
        };
        put("min", &self.minutes.to_string());
        put("run", if self.when == RunWhen::NoRun { "" } else { self.when.slug() });
        put("in", &if self.run_in == 0 { String::new() } else { self.run_in.to_string() });
        put("level", self.level.map_or("", Level::slug));
        put("focus", self.focus.map_or("", Job::slug));
        put("pin", &self.pinned.join("."));
        put("keep", &self.kept.join("."));
        put("not", &self.without.join("."));
        put("cold", &self.not_to_warm_up.join("."));
        put("no", &if self.seed == 0 { String::new() } else { self.seed.to_string() });
        query
    }

    /// True if a run follows, or a hard or long one is over: nothing may be near failure.
    #[must_use]
    pub fn is_near_run(&self) -> bool {
        !matches!(self.when, RunWhen::NoRun | RunWhen::AfterEasy)
    }

    /// The same question, without what was said about a proposal.
    #[must_use]
    pub fn afresh(&self) -> Self {
        let Self { minutes, when, run_in, level, focus, .. } = *self;
        Self { minutes, when, run_in, level, focus, ..Self::default() }
    }

    /// The same with the pin of an exercise changed.
    #[must_use]
    pub fn with_pin(mut self, slug: &str) -> Self {
        let was_pinned = self.pinned.iter().any(|other| other == slug);
        self.pinned.retain(|other| other != slug);
        if !was_pinned {
            self.pinned.push(slug.to_owned());
        }
        self.settled()
    }

    /// The same with another exercise in place of the one named; the `others` stay.
    #[must_use]
    pub fn swapped(mut self, slug: &str, is_warm_up: bool, others: &[String]) -> Self {
        self.kept = others.iter().filter(|other| *other != slug).cloned().collect();
        self.pinned.retain(|other| other != slug);
        let list = if is_warm_up { &mut self.not_to_warm_up } else { &mut self.without };
        if !list.iter().any(|other| other == slug) {
            list.push(slug.to_owned());
        }
        self.settled()
    }

    fn settled(mut self) -> Self {
        self.minutes = self.minutes.clamp(LEAST_MINUTES, MOST_MINUTES);
        self.run_in = if self.when == RunWhen::Before { self.run_in.min(MOST_RUN_IN) } else { 0 };
        for list in [&mut self.pinned, &mut self.kept, &mut self.without, &mut self.not_to_warm_up] {
            list.truncate(MOST_NAMED);
        }
        self
    }
}

/// The exercises in a value of an address. A slug has small letters, digits and hyphens.
fn named(value: &str) -> Vec<String> {
    let is_slug = |slug: &&str| {
        !slug.is_empty() && slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    value.split('.').filter(is_slug).take(MOST_NAMED).map(str::to_owned).collect()
}
