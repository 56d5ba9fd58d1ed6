//! The page of `make bench ARGS="--only 19"`: at each event `bench-make` it makes a routine of two hundred exercises, each time
//! for another request.

mod invented;

use invented::invented;
use leptos::prelude::{document, window_event_listener_untyped};
use mainspring::domain::catalogue::{Job, Kit, Level};
use mainspring::domain::coach::made::{MadeConditions, MadeRequest, RunWhen, make};
use std::cell::Cell;
use std::hint::black_box;

fn main() {
    let (candidates, number) = (invented(), Cell::new(0_u32));
    let _ = window_event_listener_untyped("bench-make", move |_| {
        let conditions = MadeConditions {
            kit: Kit::ALL,
            banned: &[],
            reached: &|_| Level::Harder,
            is_out: &|_, _| false,
            may_jump: true,
        };
        black_box(make(&request(number.replace(number.get() + 1)), &conditions, &candidates));
    });
    if let Some(root) = document().document_element() {
        // A refusal shows as a page that never gets ready, which the bench reports.
        let _ = root.set_attribute("data-ready", "true");
    }
}

/// One of all kinds of requests: the number decides.
fn request(number: u32) -> MadeRequest {
    let nth = |of: usize| usize::try_from(number).unwrap_or_default() % of;
    MadeRequest {
        minutes: u8::try_from(5 + nth(12) * 5).unwrap_or(12),
        when: RunWhen::ALL[nth(RunWhen::ALL.len())],
        focus: Job::ALL.get(nth(7)).copied(),
        seed: number,
        ..MadeRequest::default()
    }
}
