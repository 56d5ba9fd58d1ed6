//! A hand on the figure: dragging to the side and arrow keys turn it, a tap touches it.

use crate::ui::element::El;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, PointerEvent};

/// Degrees for each pixel of a drag: half a turn in 300 pixels.
const BY_PIXEL: f32 = 0.6;
/// Pixels after which a touch is a drag and no tap.
const TAP: f32 = 4.0;
/// Degrees for each press of an arrow key.
const BY_KEY: f32 = 15.0;

/// A turn or a touch by hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum HandTurn {
    /// The pointer came down at this place of the screen.
    Pressed(f32, f32),
    /// It was lifted, and was no drag.
    Tapped,
    /// By so many degrees, to the right of the picture, while the pointer moves.
    Dragged(f32),
    /// The pointer was lifted.
    Dropped,
    /// By so many degrees, at once.
    Stepped(f32),
    /// Back to the motion's own view.
    Home,
}

/// The pointer and the keys on a figure.
struct TurnInput {
    root: El,
    /// The pointer's last place, and true once it is a drag.
    held: Cell<Option<(f32, bool)>>,
    on_turn: Box<dyn Fn(HandTurn)>,
}

/// An event, and what is done at it.
type TurnListener = (&'static str, fn(&TurnInput, Event));

const LISTENERS: [TurnListener; 5] = [
    ("pointerdown", TurnInput::press),
    ("pointermove", TurnInput::drag),
    ("pointerup", TurnInput::drop),
    ("pointercancel", TurnInput::cancel),
    ("keydown", TurnInput::key),
];

/// Calls `on_turn` at each turn of `root` by hand.
pub(super) fn listen(root: &El, on_turn: Box<dyn Fn(HandTurn)>) {
    let hand = Rc::new(TurnInput { root: root.clone(), held: Cell::default(), on_turn });
    for (name, act) in LISTENERS {
        let hand = hand.clone();
        root.clone().on(name, move |event| act(&hand, event)).stay();
    }
}

impl TurnInput {
    fn press(&self, event: Event) {
        let event: PointerEvent = event.unchecked_into();
        if event.is_primary() && event.button() == 0 {
            let (x, y) = place(&event);
            self.held.set(Some((x, false)));
            (self.on_turn)(HandTurn::Pressed(x, y));
        }
    }

    fn drag(&self, event: Event) {
        let event: PointerEvent = event.unchecked_into();
        let Some((from, is_drag)) = self.held.get().filter(|_| event.is_primary()) else { return };
        let (to, _) = place(&event);
        if !is_drag {
            if (to - from).abs() < TAP {
                return;
            }
            // Without it the drag ends at the edge of the figure.
            let _ = self.root.element().set_pointer_capture(event.pointer_id());
        }
        self.held.set(Some((to, true)));
        (self.on_turn)(HandTurn::Dragged((to - from) * BY_PIXEL));
    }

    fn drop(&self, _: Event) {
        if let Some((_, is_drag)) = self.held.take() {
            (self.on_turn)(if is_drag { HandTurn::Dropped } else { HandTurn::Tapped });
        }
    }

    /// The browser scrolls instead.
    fn cancel(&self, event: Event) {
        if self.held.get().is_some_and(|(_, is_drag)| is_drag) {
            self.drop(event);
        }
        self.held.set(None);
    }

    fn key(&self, event: Event) {
        let event: KeyboardEvent = event.unchecked_into();
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let turn = match event.key().as_str() {
            "ArrowRight" => HandTurn::Stepped(BY_KEY),
            "ArrowLeft" => HandTurn::Stepped(-BY_KEY),
            "Home" => HandTurn::Home,
            _ => return,
        };
        event.prevent_default();
        // No key of the page around it.
        event.stop_propagation();
        (self.on_turn)(turn);
    }
}

#[allow(clippy::cast_precision_loss, reason = "a place on the screen")]
fn place(event: &PointerEvent) -> (f32, f32) {
    (event.client_x() as f32, event.client_y() as f32)
}
