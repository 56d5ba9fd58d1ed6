//! A place of its own in the page for what a test shows; it goes with the test.

use leptos::mount::UnmountHandle;
use leptos::prelude::{document, mount_to};
use mainspring::ui::El;
use std::any::Any;
use std::ops::Deref;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

pub struct Place {
    root: HtmlElement,
    mounted: Option<Box<dyn Any>>,
}

impl Place {
    /// A new place in the page with what `show` puts into it.
    pub fn showing(show: impl FnOnce(El) -> El + 'static) -> Self {
        let root = document().create_element("div").expect("a div").unchecked_into::<HtmlElement>();
        document().body().expect("a body").append_child(&root).expect("a place");
        let shown = root.clone();
        let mounted: UnmountHandle<_> = mount_to(root.clone(), move || show(El::of(shown)).stay());
        Self { root, mounted: Some(Box::new(mounted)) }
    }

    /// Ends everything that follows signals here, as a page that is left does.
    pub fn leave(&mut self) {
        self.mounted = None;
    }

    pub fn click(&self, selector: &str) {
        find(self, selector).unchecked_into::<HtmlElement>().click();
    }

    pub fn focus(&self, selector: &str) {
        find(self, selector).unchecked_into::<HtmlElement>().focus().expect("something that takes the focus");
    }

    pub fn text(&self, selector: &str) -> String {
        find(self, selector).text_content().unwrap_or_default()
    }
}

impl Deref for Place {
    type Target = HtmlElement;

    fn deref(&self) -> &HtmlElement {
        &self.root
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// The first element in `place` that `selector` means.
pub fn find(place: &HtmlElement, selector: &str) -> Element {
    place.query_selector(selector).expect("a selector").expect("the element")
}
