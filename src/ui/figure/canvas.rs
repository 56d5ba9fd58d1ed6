//! Puts pictures into SVG paths: the same elements in every frame, only what differs is written.

use crate::domain::figure::Picture;
use crate::ui::element::{El, svg};
use std::cell::RefCell;

/// A group of paths that shows one picture after another.
pub(super) struct Canvas {
    group: El,
    paths: RefCell<Vec<(El, &'static str)>>,
}

impl Canvas {
    pub(super) fn in_group(group: El) -> Self {
        Self { group, paths: RefCell::default() }
    }

    /// Shows `picture` in the place of what was there.
    pub(super) fn show(&self, picture: &Picture) {
        let mut paths = self.paths.borrow_mut();
        let shapes = picture.paths();
        while paths.len() < shapes.len() {
            let path = svg("path");
            self.group.add(&path);
            paths.push((path, ""));
        }
        for (at, (path, shown)) in paths.iter_mut().enumerate() {
            let (class, shape) = shapes.get(at).map_or(("", ""), |(class, shape)| (*class, shape.as_str()));
            path.set("d", shape);
            if *shown != class {
                path.set("class", class);
                *shown = class;
            }
        }
    }
}
