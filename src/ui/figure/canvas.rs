//! Puts pictures into SVG paths: the same elements in every frame, only what differs is written.

use crate::domain::figure::{PATH_SCALE, Path, Picture};
use crate::ui::element::{El, svg};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// A path of the picture. Its attribute's name is made a string of the browser's once, not in every frame.
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

    /// Shows `picture` in the place of what was there.
    pub(super) fn show(&self, picture: &Picture) {
        let mut paths = self.paths.borrow_mut();
        let mut shapes = picture.paths();
        // What was drawn last and is not any more.
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
