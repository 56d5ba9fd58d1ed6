//! Making the sound file of a routine, in steps between which the page stays free. Nothing of it is stored.

use super::App;
use crate::browser::clock;
use crate::browser::download::{self, FileParts};
use crate::domain::routine::{Item, Routine};
use crate::domain::session::{Session, Start};
use crate::domain::sound::{SpokenTrack, ToneChoice, file_length, spoken_track};
use crate::domain::units::{Offset, Seconds, Timestamp};
use crate::text::{self, frame, share, speech};
use leptos::prelude::{GetUntracked, RwSignal, Set, WithUntracked};
use leptos::task::spawn_local;
use std::rc::Rc;
use std::time::Duration;

/// The page is free again after so long. Milliseconds.
const TURN: f64 = 30.0;
/// Bytes of a part that is handed to the browser: ten seconds of sound.
const PART: usize = 320_000;
const MIME: &str = "audio/wav";

/// The progress of a sound file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SoundFileStage {
    /// None is being made.
    Idle,
    /// So many percent are made. Idle instead stops it.
    Making(u8),
    /// It is made, and waits for the tap that saves it.
    Ready,
}

/// A sound file that is made.
pub struct SoundFile {
    name: String,
    parts: FileParts,
}

impl App {
    /// The length of the sound file of `routine`; `None` if it has no set, or is too long for a file.
    #[must_use]
    pub fn sound_file_length(self, routine: &Routine) -> Option<Seconds> {
        file_length(&self.heard_session(routine)?)
    }

    /// Makes the sound file of `routine` and hands it out. `stage` tells how far it is and ends it. Where the device asks for
    /// a tap of its own before it takes a file, `ready` gets the file.
    pub fn make_sound_file(
        self,
        routine: &Routine,
        stage: RwSignal<SoundFileStage>,
        ready: impl FnOnce(Rc<SoundFile>) + 'static,
    ) {
        let tempo = self.choices.settings.with_untracked(|settings| settings.tempo);
        let wants = ToneChoice { beeps: true, halfway: true, tempo };
        let session = self.heard_session(routine);
        let title = routine.title().to_owned();
        let name = text::routine::file_name(routine, ".wav");
        stage.set(SoundFileStage::Making(0));
        spawn_local(async move {
            clock::sleep_awake(Duration::ZERO).await;
            let track = session.and_then(|session| spoken_track(&session, wants, &speech::words_with_level));
            let Some(track) = track else { return stage.set(SoundFileStage::Idle) };
            let Some(parts) = made(&track, &title, stage).await else {
                if is_wanted(stage) {
                    stage.set(SoundFileStage::Idle);
                    self.report_file_result(share::sound_no_room());
                }
                return;
            };
            let file = SoundFile { name, parts };
            if download::is_home_screen_app() {
                ready(Rc::new(file));
                stage.set(SoundFileStage::Ready);
            } else {
                stage.set(SoundFileStage::Idle);
                self.offer_sound_file(&file).await;
            }
        });
    }

    /// Hands out a sound file, in answer to a tap.
    pub fn hand_out_sound_file(self, file: Rc<SoundFile>) {
        spawn_local(async move { self.offer_sound_file(&file).await });
    }

    async fn offer_sound_file(self, file: &SoundFile) {
        self.report_file(file.parts.offer(&file.name, MIME).await, share::sound_made());
    }

    /// The session of `routine` that is heard: nobody holds it up.
    fn heard_session(self, routine: &Routine) -> Option<Session> {
        let last_load = |item: &Item| self.last_load(&item.exercise, item.level);
        let first = |exercise: &str| self.first_side(exercise);
        let start = Start { first: &first, last_load: &last_load, ..Start::of(routine) };
        Session::start(String::new(), &start, Timestamp(0), Offset::default())
    }
}

/// False once the making was stopped, or its page left.
fn is_wanted(stage: RwSignal<SoundFileStage>) -> bool {
    matches!(stage.try_get_untracked(), Some(SoundFileStage::Making(_)))
}

/// The file of `track`; `None` if it was stopped, or if the browser cannot keep it.
async fn made(track: &SpokenTrack, title: &str, stage: RwSignal<SoundFileStage>) -> Option<FileParts> {
    let all = SpokenTrack::bytes(track.length_ms).max(1);
    let (parts, mut part, mut done, mut begun) =
        (FileParts::default(), Vec::with_capacity(PART + 32_000), 0, clock::awake_ms());
    for piece in track.file(title, frame::brand()) {
        part.extend(piece);
        if part.len() >= PART {
            done += i64::try_from(part.len()).unwrap_or(0);
            if !parts.add(&part) {
                return None;
            }
            part.clear();
        }
        if clock::awake_ms() - begun > TURN {
            if !is_wanted(stage) {
                return None;
            }
            stage.set(SoundFileStage::Making(u8::try_from(done * 100 / all).unwrap_or(100)));
            clock::sleep_awake(Duration::ZERO).await;
            begun = clock::awake_ms();
        }
    }
    (is_wanted(stage) && parts.add(&part)).then_some(parts)
}
