//! Fields whose text is kept while it is typed: handed on every 0.9 seconds, and at once when the field loses focus or the page is
//! hidden or closed. Nothing is written back into a field that is being typed in, so the caret and an unfinished
//! composition stay as they are.

use super::element::{Act, El, Live, el, follow, value_of};
use crate::text::{count, parts};
use leptos::prelude::{
    Get, LocalStorage, RwSignal, Set, StoredValue, WithValue, document, on_cleanup, set_timeout_with_handle, window,
};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

/// The longest time before typed text is handed on.
const WAIT: Duration = Duration::from_millis(900);

thread_local! {
    /// Every field on the page that hands on its text.
    static FIELDS: RefCell<Vec<Rc<Typed>>> = const { RefCell::new(Vec::new()) };
    /// True if the page's events are listened to.
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// The typing state of one field.
pub(super) struct Typed {
    hand_on: Act<String>,
    waiting: RefCell<Option<String>>,
    timed: Cell<bool>,
    typing: Cell<bool>,
}

impl Typed {
    /// True from the first key until the field loses focus.
    pub(super) fn is_typing(&self) -> bool {
        self.typing.get()
    }

    fn hear(self: &Rc<Self>, text: String) {
        self.typing.set(true);
        self.waiting.replace(Some(text));
        if self.timed.replace(true) {
            return;
        }
        let typed = self.clone();
        // Without a timer the text is handed on when the field loses focus.
        let _ = set_timeout_with_handle(
            move || {
                typed.timed.set(false);
                typed.flush();
            },
            WAIT,
        );
    }

    fn flush(&self) {
        if let Some(text) = self.waiting.take() {
            (self.hand_on)(text);
        }
    }
}

/// Makes `field` hand on its text while it is typed.
#[must_use]
pub fn while_typed(field: El, hand_on: Act<String>) -> El {
    typed(field, hand_on).0
}

/// As [`while_typed`], with the typing state.
pub(super) fn typed(field: El, hand_on: Act<String>) -> (El, Rc<Typed>) {
    listen_to_page();
    let typed =
        Rc::new(Typed { hand_on, waiting: RefCell::default(), timed: Cell::default(), typing: Cell::default() });
    FIELDS.with_borrow_mut(|fields| fields.push(typed.clone()));
    let held: StoredValue<Rc<Typed>, LocalStorage> = StoredValue::new_local(typed.clone());
    on_cleanup(move || {
        let _ = held.try_with_value(|typed| {
            FIELDS.with_borrow_mut(|fields| fields.retain(|other| !Rc::ptr_eq(other, typed)));
            typed.flush();
        });
    });
    let (heard, left) = (typed.clone(), typed.clone());
    let changed = typed.clone();
    let field = field.on("input", move |event| heard.hear(value_of(&event))).on("change", move |_| changed.flush()).on(
        "blur",
        move |_| {
            left.flush();
            left.typing.set(false);
        },
    );
    (field, typed)
}

/// Shows `value` in `field`, except while it is typed in.
pub(super) fn show_value(field: El, typed: &Rc<Typed>, value: impl Fn() -> String + 'static) -> El {
    let (element, typed) = (field.element().clone(), typed.clone());
    follow(Box::new(move || {
        let value = value();
        if !typed.is_typing() {
            let _ = js_sys::Reflect::set(&element, &"value".into(), &value.into());
        }
    }));
    field
}

/// A field for text of at most `max` UTF-16 units, with a line below it that says how many more fit once few do. It has
/// `id`; its text is `value`, and is handed to `hand_on` while it is typed.
#[must_use]
pub fn text_field(field: El, id: &str, max: usize, value: Live<String>, hand_on: Act<String>) -> [El; 2] {
    let length = RwSignal::new(0);
    let room_id = format!("{id}-room");
    let room = el("p")
        .class("field-room")
        .id(&room_id)
        .attr("aria-live", "polite")
        .text_live(move || room_words(max, length.get()));
    let field = field
        .id(id)
        .attr("dir", "auto")
        .attr("maxlength", &max.to_string())
        .attr("aria-describedby", &room_id)
        .on("input", move |event| length.set(value_of(&event).encode_utf16().count()));
    let (field, typed) = typed(field, hand_on);
    let shown = move || {
        let value = value();
        length.set(value.encode_utf16().count());
        value
    };
    [show_value(field, &typed, shown), room]
}

/// The number of characters left, if less than a tenth; otherwise nothing.
fn room_words(max: usize, length: usize) -> String {
    match max.saturating_sub(length) {
        0 => parts::field_full(count(max)),
        left if left == 1 || left <= max / 10 => parts::field_room(count(left)),
        _ => String::new(),
    }
}

/// Hands on all text when the page is hidden or closed. In the capture phase: before the listener that saves everything.
fn listen_to_page() {
    if LISTENS.replace(true) {
        return;
    }
    let flush = Closure::<dyn Fn(Event)>::new(|_| {
        // Handing on may remove fields from the page.
        let fields = FIELDS.with_borrow(Vec::clone);
        for typed in fields {
            typed.flush();
        }
    })
    .into_js_value();
    let flush = flush.unchecked_ref();
    let _ = document().add_event_listener_with_callback_and_bool("visibilitychange", flush, true);
    let _ = window().add_event_listener_with_callback_and_bool("pagehide", flush, true);
}
