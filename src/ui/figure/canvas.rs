//! Shows pictures as SVG paths: the same elements in every frame; only differences are written.

use crate::domain::figure::{PATH_SCALE, Path, Picture};
use crate::ui::element::{El, svg};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// A path of the picture. The name of its attribute is converted to a browser string once, not in every frame.
    type Shape;

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set(this: &Shape, name: &JsValue, value: &JsValue);
}

/// A group of paths that shows one picture after another.
pub(super) struct Canvas {
    group: El,
    outline: JsValue,
    paths: RefCell<Vec<(El, Path)>>,
}

impl Canvas {
    pub(super) fn in_group(group: El) -> Self {
        group.set("transform", PATH_SCALE);
        Self { group, outline: "d".into(), paths: RefCell::default() }
    }

    /// Shows `picture` instead of the one before.
    pub(super) fn show(&self, picture: &Picture) {
        let mut paths = self.paths.borrow_mut();
        let mut shapes = picture.paths();
        // Paths of the last picture that this one does not have.
        shapes.resize(shapes.len().max(paths.len()), Path { class: "", shape: String::new() });
        for (at, path) in shapes.into_iter().enumerate() {
            if at == paths.len() {
                let element = svg("path");
                self.group.add(&element);
                paths.push((element, Path { class: "", shape: String::new() }));
            }
            let (element, shown) = &mut paths[at];
            if shown.shape != path.shape {
                element.element().unchecked_ref::<Shape>().set(&self.outline, &path.shape.as_str().into());
            }
            if shown.class != path.class {
                element.set("class", path.class);
            }
            *shown = path;
        }
    }
}
