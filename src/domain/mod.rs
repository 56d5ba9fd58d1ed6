//! Mainspring's rules and data, pure and total: no browser, no clock, no randomness; everything from outside is an argument.
//!
//! Imports: `vocabulary ← units ← figure ← catalogue ← routine ← session ← log ← progress ← coach ← message`, `synth ← sound` after
//! `session`; `saved` may import all that is stored, and no module imports `saved`.

pub mod base;
pub mod catalogue;
pub mod coach;
mod compact;
pub mod figure;
pub mod fit;
pub mod load;
pub mod log;
mod merge;
pub mod message;
pub mod name;
pub mod order;
mod percent;
pub mod place;
pub mod progress;
pub mod qr;
pub mod routine;
pub mod said;
pub mod saved;
pub mod session;
pub mod settings;
pub mod sound;
pub mod synth;
pub mod tap;
pub mod units;
pub mod vocabulary;
