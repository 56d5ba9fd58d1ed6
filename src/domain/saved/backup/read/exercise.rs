//! An own exercise in a file.

use super::reader::Reader;
use crate::domain::catalogue::OwnExercise;
use crate::domain::saved::backup::fields::Fields;
use crate::domain::saved::shapes::ExerciseV1;

impl Reader {
    pub(super) fn exercise(&mut self, text: &str) -> Option<OwnExercise> {
        let own = self.whole_exercise(text);
        self.unreadable.values += usize::from(own.is_none());
        own
    }

    fn whole_exercise(&mut self, text: &str) -> Option<OwnExercise> {
        let mut fields = Fields::of(text)?;
        let own = serde_json::from_str::<ExerciseV1>(text).ok()?.own()?;
        for name in ExerciseV1::FIELDS {
            let _known = fields.text(name);
        }
        self.know(fields);
        Some(own)
    }
}
