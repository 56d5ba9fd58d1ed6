//! A report of pain in a file.

use super::reader::{Reader, is_id, moment, offset};
use crate::domain::catalogue::{BodyPart, Level};
use crate::domain::coach::pain::{Answer, FollowUp, PainChange, PainReport, PainSide, Score};
use crate::domain::saved::backup::fields::Fields;

impl Reader {
    pub(super) fn pain(&mut self, text: &str) -> Option<PainReport> {
        let report = self.whole_pain(text);
        self.unreadable.pain += usize::from(report.is_none());
        report
    }

    pub(super) fn whole_pain(&mut self, text: &str) -> Option<PainReport> {
        let mut fields = Fields::of(text)?;
        let answer = fields.optional_word("answer", Answer::from_slug)?;
        let asked = match fields.optional::<i64>("askedAgain")? {
            Some(when) => Some(moment(when)?),
            None => None,
        };
        let change = fields.optional_word("change", PainChange::from_slug)?;
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
}
