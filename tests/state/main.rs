//! Native tests of the state: the whole app without its pages, in the tabs of a simulated device (`browser/device.rs`).

mod copies;
mod damaged;
mod folded;
mod journal;
mod lived;
mod members;
mod navigation;
mod notices;
mod own;
mod player;
mod received;
mod refused;
mod restore;
mod store;
mod tab;
mod undo_steps;
