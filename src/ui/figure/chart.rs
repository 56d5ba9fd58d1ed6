//! A standing body from the front and from the back, on which a part is chosen by a touch.

use super::canvas::Canvas;
use super::frames::VisibilityObserver;
use super::playback::point_at;
use super::{WEIGHED_WITHOUT, frame, part};
use crate::domain::figure::{
    APART, Camera, Figure, FigurePart, Look, Muscles, Order, PATH_SCALE, Skeleton, Stage, Stop, Touch, part_outline,
};
use crate::text::figure;
use crate::ui::element::{Act, El, Live, el, follow};
use leptos::prelude::StoredValue;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

/// The area of the picture.
const STAGE: Stage = Stage { left: -335, top: -1030, width: 670, height: 1060 };
/// The reach of a finger, in standing heights: a limb is narrow.
const FINGER: f32 = 0.04;

/// Parts of the body, and true for each side of them.
pub type Parts = (&'static [FigurePart], [bool; 2]);

/// The chart, for people who see it: whatever it does must be possible elsewhere too. Calls `on_touch` with the part that was
/// touched; `lit` are the parts that are shown as chosen, and on which sides.
#[must_use]
pub fn body_chart(lit: &Live<Parts>, on_touch: &Act<Touch>) -> El {
    if WEIGHED_WITHOUT {
        return el("div");
    }
    let view = |stop: Stop| {
        let picture = view(stop.azimuth(), lit.clone(), on_touch.clone());
        el("div").child(picture).child(el("span").class("small soft").text(figure::stop(stop)))
    };
    el("div").class("body-chart").attr("aria-hidden", "true").child(view(Stop::Front)).child(view(Stop::Back))
}

fn view(azimuth: f32, lit: Live<Parts>, on_touch: Act<Touch>) -> El {
    let root = frame().attr("viewBox", &STAGE.view_box());
    let body = Rc::new(Skeleton::of(&APART));
    let camera = Camera::at(azimuth, 0.0);
    let canvas = Canvas::in_group(part(&root, "g", "class", "fig-body"));
    let chosen = part(&root, "path", "class", "fig-sore").attr("transform", PATH_SCALE);
    let (shown, drawn) = (Rc::clone(&body), Cell::new(false));
    // It is drawn once it is seen: most dialogs are never opened.
    let draw = move |is_seen: bool| {
        if is_seen && !drawn.replace(true) {
            let muscles = Muscles { primary: &[], secondary: &[] };
            let look = Look { barefoot: true, props: &[], muscles, time: 0.0 };
            canvas.show(Figure::shapes(&shown, &camera, look, &mut Order::default()));
        }
    };
    StoredValue::new_local(VisibilityObserver::watch(root.element(), draw));
    let sore = Rc::clone(&body);
    follow(Box::new(move || {
        let (parts, sides) = lit();
        chosen.set("d", &part_outline(&sore, &camera, parts, sides));
    }));
    let touched = root.clone();
    root.on("click", move |event| {
        let event: MouseEvent = event.unchecked_into();
        #[allow(clippy::cast_precision_loss, reason = "a place on the screen")]
        let point = point_at(&touched, STAGE, event.client_x() as f32, event.client_y() as f32);
        if let Some(touch) = Touch::at(&body, &camera, point, FINGER) {
            on_touch(touch);
        }
    })
}
