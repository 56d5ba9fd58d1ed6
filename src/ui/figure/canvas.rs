//! Shows shapes as SVG paths: the same elements in every frame; only differences are written.

use crate::domain::figure::{PATH_SCALE, Shape};
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
        for (element, shown) in paths.iter_mut().skip(shapes.len()) {
            if !shown.path.is_empty() {
                shown.path.clear();
                self.draw(element, "");
            }
        }
        for (at, shape) in shapes.into_iter().enumerate() {
            if let Some((element, shown)) = paths.get_mut(at) {
                if shown.path != shape.path {
                    self.draw(element, &shape.path);
                }
                if !shown.looks_as(&shape) {
                    element.set("class", &shape.classes());
                }
                *shown = shape;
            } else {
                let element = svg("path").class(&shape.classes());
                self.draw(&element, &shape.path);
                self.group.add(&element);
                paths.push((element, shape));
            }
        }
    }

    fn draw(&self, element: &El, path: &str) {
        element.element().unchecked_ref::<PathElement>().set(&self.outline, &path.into());
    }
}
