//! A file chosen by the person in a file field.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
pub use web_sys::Event;
use web_sys::{File, HtmlInputElement};

/// A chosen file, not read yet.
#[derive(Clone, Debug)]
pub struct PickedFile(File);

impl PickedFile {
    /// The file chosen in the field that sent `event`. The field is emptied, so that the same file can be chosen again.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
        let file = field.files()?.get(0)?;
        field.set_value("");
        Some(Self(file))
    }

    /// Its size in bytes.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.0.size()
    }

    /// Its bytes; `None` if the browser cannot read it (any more).
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        let buffer = JsFuture::from(self.0.array_buffer()).await.ok()?;
        Some(js_sys::Uint8Array::new(&buffer).to_vec())
    }
}
