//! Shows shapes as SVG paths: the same elements in every frame; only differences are written.

use crate::domain::figure::{Contour, Ink, PATH_SCALE, Shape};
use crate::ui::element::{El, svg};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// A path of the picture. The name of its attribute is converted to a browser string once, not in every frame.
    type PathElement;

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set(this: &PathElement, name: &JsValue, value: &JsValue);
}

/// A group of paths that shows one picture after another.
pub(super) struct Canvas {
    group: El,
    outline: JsValue,
    paths: RefCell<Vec<(El, Shape)>>,
}

impl Canvas {
    pub(super) fn in_group(group: El) -> Self {
        group.set("transform", PATH_SCALE);
        Self { group, outline: "d".into(), paths: RefCell::default() }
    }

    /// Shows `shapes` instead of those before.
    pub(super) fn show(&self, shapes: Vec<Shape>) {
        let mut paths = self.paths.borrow_mut();
        // Paths of the last picture that this one does not have.
        let empty = paths.iter().skip(shapes.len()).map(|(_, shown)| Shape { path: String::new(), ..shown.clone() });
        let empty: Vec<Shape> = empty.collect();
        for (at, shape) in shapes.into_iter().chain(empty).enumerate() {
            if at == paths.len() {
                let element = svg("path");
                self.group.add(&element);
                paths.push((element, NOTHING));
            }
            let (element, shown) = &mut paths[at];
            if shown.path != shape.path {
                element.element().unchecked_ref::<PathElement>().set(&self.outline, &shape.path.as_str().into());
            }
            if !shown.looks_as(&shape) {
                element.set("class", &shape.classes());
            }
            *shown = shape;
        }
    }
}

/// No shape, in a look that no other one has.
const NOTHING: Shape = Shape { ink: Ink::Shadow, line: Contour::Full, far: 0, points: 0, path: String::new() };
