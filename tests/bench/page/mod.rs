//! The common parts of the two pages of the comparison: their model, and the events by which `tests/bench/elements.mjs` has
//! them drawn, changed and removed. Knows neither of the ways in which a page is written.

mod icon;
mod model;

pub use icon::Icon;
pub use model::{
    Model, Read, amount, amount_label, facts, href, level, level_slug, rest, rest_words, session_href, sets,
    sets_label, tile,
};

use leptos::mount::mount_to;
use leptos::prelude::{Owner, document, window_event_listener_untyped};
use leptos::tachys::dom::body;
use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;

/// The number of parts of the page that are compiled in, from `PAGE_PARTS`: 1 (the plan), 2 (and the builder) or 3 (and the
/// progress).
pub const PARTS: u8 = match option_env!("PAGE_PARTS") {
    Some(parts) => parts.as_bytes()[0] - b'0',
    None => 3,
};

/// True for the program that reads the values of the page and builds no elements; its bytes are those that both ways of building
/// elements share.
pub const BARE: bool = option_env!("PAGE_BARE").is_some();

/// Takes a page out of the document.
pub type Remove = Box<dyn FnOnce()>;

/// The page in the document at the moment.
type Shown = Rc<RefCell<Option<(Owner, Model, Remove)>>>;

/// Draws the page by `mount` at every event `bench-draw`, changes all that is live at `bench-change`, and removes it at
/// `bench-remove`.
pub fn run(mount: fn(Model) -> Remove) {
    // Starts what runs the effects, as every program of Leptos does.
    mount_to(body(), || ()).forget();
    let shown = Shown::default();
    on("bench-draw", &shown, move |shown| *shown = Some(drawn(mount)));
    on("bench-change", &shown, |shown| shown.iter().for_each(|(_, model, _)| change(*model)));
    on("bench-remove", &shown, |shown| {
        if let Some((owner, _, remove)) = shown.take() {
            remove();
            owner.cleanup();
        }
    });
    if let Some(root) = document().document_element() {
        // A refusal shows as a page that never gets ready, which the bench reports.
        let _ = root.set_attribute("data-ready", "true");
    }
}

fn on(event: &'static str, shown: &Shown, act: impl Fn(&mut Option<(Owner, Model, Remove)>) + 'static) {
    let shown = shown.clone();
    let _ = window_event_listener_untyped(event, move |_| act(&mut shown.borrow_mut()));
}

fn drawn(mount: fn(Model) -> Remove) -> (Owner, Model, Remove) {
    let owner = Owner::new();
    let (model, remove) = owner.with(|| {
        let model = Model::new();
        (model, mount(model))
    });
    (owner, model, remove)
}

fn change(model: Model) {
    model.change();
    if BARE {
        black_box(model.everything(PARTS));
    }
}
