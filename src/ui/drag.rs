//! Rows of a list that are moved by their handles, with a finger, a pen or a mouse. The list scrolls where a row comes near an edge
//! of the screen; Escape leaves everything as it was.

use super::element::{Act, El};
use leptos::prelude::{IntervalHandle, set_interval_with_handle, window};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

/// The attribute of a handle.
pub const HANDLE: &str = "data-handle";
/// The attribute of the row beside the place, with the side of it.
const PLACE: &str = "data-drop";
/// Distance from an edge of the screen at which the page scrolls, in pixels, and that at the lower edge, where a bar may be.
const EDGES: (f64, f64) = (96.0, 176.0);
/// The most pixels that the page scrolls at once.
const FASTEST: f64 = 16.0;
/// Time between two of these.
const SCROLL_EVERY: Duration = Duration::from_millis(16);

/// The end of a drag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowDrop {
    /// The row with this id was put below the other one; on top of the list without one.
    Below(String, Option<String>),
    /// It was cancelled.
    Cancelled,
}

/// A row in motion.
struct DraggedRow {
    row: Element,
    pointer: i32,
    /// The pointer's place on the page at the start, and on the screen now.
    from: f64,
    now: f64,
    above: Option<Element>,
    scroll: Option<IntervalHandle>,
}

/// The rows of a list.
struct RowDrag {
    list: El,
    dragged: RefCell<Option<DraggedRow>>,
    on_drop: Act<RowDrop>,
}

/// An event, and what is done at it.
type DragListener = (&'static str, fn(&Rc<RowDrag>, &Event));

const LISTENERS: [DragListener; 6] = [
    ("pointerdown", RowDrag::take),
    ("pointermove", RowDrag::pull),
    ("pointerup", |drag, _| drag.end(true)),
    ("pointercancel", |drag, _| drag.end(false)),
    ("lostpointercapture", |drag, _| drag.end(false)),
    ("keydown", RowDrag::key),
];

/// Lets the rows of `list`, which have ids, be moved by their handles.
#[must_use]
pub fn with_handles(list: El, on_drop: Act<RowDrop>) -> El {
    let drag = Rc::new(RowDrag { list: list.clone(), dragged: RefCell::new(None), on_drop });
    LISTENERS.into_iter().fold(list, |list, (name, act)| {
        let drag = drag.clone();
        list.on(name, move |event| act(&drag, &event))
    })
}

impl RowDrag {
    fn take(self: &Rc<Self>, event: &Event) {
        let event: &PointerEvent = event.unchecked_ref();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let handle = target.and_then(|target| target.closest(&["[", HANDLE, "]"].concat()).ok()?);
        let Some((handle, row)) = handle.and_then(|handle| Some((handle.clone(), handle.closest("li").ok()??))) else {
            return;
        };
        if !event.is_primary() || event.button() != 0 || self.dragged.borrow().is_some() {
            return;
        }
        event.prevent_default();
        let _ = handle.set_pointer_capture(event.pointer_id());
        if let Ok(row) = row.clone().dyn_into() {
            // Escape is heard here.
            El::of(row).focus();
        }
        let _ = self.list.element().class_list().add_1("dragging");
        let _ = row.class_list().add_1("dragged");
        let drag = Rc::downgrade(self);
        let scroll = move || {
            if let Some(drag) = drag.upgrade() {
                drag.scroll();
            }
        };
        let now = f64::from(event.client_y());
        self.dragged.replace(Some(DraggedRow {
            row,
            pointer: event.pointer_id(),
            from: now + scrolled(),
            now,
            above: None,
            scroll: set_interval_with_handle(scroll, SCROLL_EVERY).ok(),
        }));
    }

    fn pull(self: &Rc<Self>, event: &Event) {
        let event: &PointerEvent = event.unchecked_ref();
        if let Some(dragged) = self.dragged.borrow_mut().as_mut().filter(|row| row.pointer == event.pointer_id()) {
            dragged.now = f64::from(event.client_y());
        }
        self.show();
    }

    /// Shows the row under the pointer, and its place between the others.
    fn show(&self) {
        let mut dragged = self.dragged.borrow_mut();
        let Some(dragged) = dragged.as_mut() else { return };
        let by = dragged.now + scrolled() - dragged.from;
        set_style(&dragged.row, &["translate: 0 ", &whole(by).to_string(), "px"].concat());
        self.clear_place();
        let (mut first, mut above) = (None, None);
        let mut next = self.list.element().first_element_child();
        while let Some(row) = next {
            next = row.next_element_sibling();
            if row == dragged.row || row.id().is_empty() {
                continue;
            }
            let place = row.get_bounding_client_rect();
            if place.top() + place.height() / 2.0 < dragged.now {
                above = Some(row.clone());
            }
            first = first.or(Some(row));
        }
        let shown = above.as_ref().map(|row| (row, "below")).or(first.as_ref().map(|row| (row, "above")));
        if let Some((row, side)) = shown {
            let _ = row.set_attribute(PLACE, side);
        }
        dragged.above = above;
    }

    fn clear_place(&self) {
        let shown = self.list.element().query_selector(&["[", PLACE, "]"].concat());
        if let Ok(Some(row)) = shown {
            let _ = row.remove_attribute(PLACE);
        }
    }

    fn scroll(&self) {
        let Some(now) = self.dragged.borrow().as_ref().map(|dragged| dragged.now) else { return };
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let (upper, lower) = (EDGES.0.min(height / 4.0), height - EDGES.1.min(height / 3.0));
        let by = (now - upper).min(0.0) + (now - lower).max(0.0);
        if by != 0.0 {
            window().scroll_by_with_x_and_y(0.0, (by / 4.0).clamp(-FASTEST, FASTEST));
            self.show();
        }
    }

    fn key(self: &Rc<Self>, event: &Event) {
        let event: &KeyboardEvent = event.unchecked_ref();
        if event.key() == "Escape" && self.dragged.borrow().is_some() {
            event.prevent_default();
            event.stop_propagation();
            self.end(false);
        }
    }

    fn end(&self, is_dropped: bool) {
        let Some(dragged) = self.dragged.take() else { return };
        if let Some(scroll) = dragged.scroll {
            scroll.clear();
        }
        self.clear_place();
        set_style(&dragged.row, "");
        let _ = dragged.row.class_list().remove_1("dragged");
        let _ = self.list.element().class_list().remove_1("dragging");
        let is_moved = (dragged.now + scrolled() - dragged.from).abs() > 3.0;
        if is_moved || !is_dropped {
            let above = dragged.above.map(|row| row.id());
            let below = RowDrop::Below(dragged.row.id(), above);
            (self.on_drop)(if is_dropped { below } else { RowDrop::Cancelled });
        }
    }
}

fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}

#[allow(clippy::cast_possible_truncation, reason = "a length on the screen")]
const fn whole(pixels: f64) -> i32 {
    pixels as i32
}

/// Sets the styles as a property: the page's policy refuses the attribute.
fn set_style(row: &Element, css: &str) {
    let _ = js_sys::Reflect::set(row, &"style".into(), &JsValue::from(css));
}
