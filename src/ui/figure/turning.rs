//! Turning the figure by hand: dragging to the side, and arrow keys.

use crate::ui::element::El;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, PointerEvent};

/// Degrees for each pixel of a drag: half a turn in 300 pixels.
const BY_PIXEL: f32 = 0.6;
/// Pixels after which a touch is a drag and no tap.
const TAP: f32 = 4.0;
/// Degrees for each press of an arrow key.
const BY_KEY: f32 = 15.0;

/// A turn by hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum HandTurn {
    /// By so many degrees, to the right of the picture, while the pointer moves.
    Dragged(f32),
    /// The pointer was lifted.
    Dropped,
    /// By so many degrees, at once.
    Stepped(f32),
    /// Back to the motion's own view.
    Home,
}

/// Calls `on_turn` at each turn of `root` by hand.
pub(super) fn listen(root: El, on_turn: impl Fn(HandTurn) + 'static) {
    let on_turn = Rc::new(on_turn);
    let element = root.element().clone();
    // The pointer's last place, and true once it is a drag.
    let held: Rc<Cell<Option<(f32, bool)>>> = Rc::default();
    let (down, turn) = (held.clone(), on_turn.clone());
    let root = root.on("pointerdown", move |event| {
        let event: PointerEvent = event.unchecked_into();
        if event.is_primary() && event.button() == 0 {
            #[allow(clippy::cast_precision_loss, reason = "a place on the screen")]
            down.set(Some((event.client_x() as f32, false)));
        }
    });
    let moved = held.clone();
    let root = root.on("pointermove", move |event| {
        let event: PointerEvent = event.unchecked_into();
        let Some((from, is_drag)) = moved.get().filter(|_| event.is_primary()) else { return };
        #[allow(clippy::cast_precision_loss, reason = "a place on the screen")]
        let to = event.client_x() as f32;
        if !is_drag {
            if (to - from).abs() < TAP {
                return;
            }
            // Without it the drag ends at the edge of the figure.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        moved.set(Some((to, true)));
        turn(HandTurn::Dragged((to - from) * BY_PIXEL));
    });
    let root = ["pointerup", "pointercancel"].into_iter().fold(root, |root, end| {
        let (held, turn) = (held.clone(), on_turn.clone());
        root.on(end, move |_| {
            if held.take().is_some_and(|(_, is_drag)| is_drag) {
                turn(HandTurn::Dropped);
            }
        })
    });
    let keyed = move |event: web_sys::Event| {
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
        on_turn(turn);
    };
    root.on("keydown", keyed).stay();
}
