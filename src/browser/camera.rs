//! The camera, to read a QR code with the browser's own detector.

use super::{clock, document};
use js_sys::{Array, Object, Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The time between two looks at the picture.
const PAUSE: Duration = Duration::from_millis(200);

/// The end of a scan without a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanEnd {
    /// The camera was not allowed.
    NotAllowed,
    /// There is no camera, or it cannot be used.
    NoCamera,
    /// The page was hidden.
    Hidden,
    /// It was stopped.
    Stopped,
}

#[wasm_bindgen]
extern "C" {
    type BarcodeDetector;
    #[wasm_bindgen(constructor, catch)]
    fn new(options: &JsValue) -> Result<BarcodeDetector, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn detect(this: &BarcodeDetector, picture: &JsValue) -> Result<Promise, JsValue>;

    type Cameras;
    #[wasm_bindgen(method, catch, js_name = getUserMedia)]
    fn open(this: &Cameras, wanted: &JsValue) -> Result<Promise, JsValue>;

    type CameraStream;
    #[wasm_bindgen(method, js_name = getTracks)]
    fn tracks(this: &CameraStream) -> Array;

    type CameraTrack;
    #[wasm_bindgen(method)]
    fn stop(this: &CameraTrack);

    type Player;
    #[wasm_bindgen(method, setter, js_name = srcObject)]
    fn set_source(this: &Player, stream: &JsValue);
    #[wasm_bindgen(method, catch)]
    fn play(this: &Player) -> Result<Promise, JsValue>;
}

/// A camera in use, switched off when this is dropped.
struct OpenCamera(CameraStream);

impl Drop for OpenCamera {
    fn drop(&mut self) {
        for track in self.0.tracks() {
            track.unchecked_into::<CameraTrack>().stop();
        }
    }
}

/// True if the browser has a detector of codes and a way to the camera.
#[must_use]
pub fn can_scan() -> bool {
    detector().is_some() && cameras().is_some()
}

/// The text of the first QR code that the camera sees. It is shown in the video element with the id `video`, until `is_open` is
/// false or the page is hidden.
///
/// # Errors
/// The reason of an end without a code.
pub async fn scan(video: &str, is_open: Rc<Cell<bool>>) -> Result<String, ScanEnd> {
    let opened = cameras().and_then(|cameras| cameras.open(&wanted()).ok()).ok_or(ScanEnd::NoCamera)?;
    let stream = JsFuture::from(opened).await.map_err(|error| refusal(&error))?;
    let camera = OpenCamera(stream.unchecked_into());
    let place = document::find(video).ok_or(ScanEnd::Stopped)?;
    let player: &Player = place.unchecked_ref();
    player.set_source(&camera.0);
    if let Ok(playing) = player.play() {
        // Without a picture no code is found, until the runner stops.
        spawn_local(async move { drop(JsFuture::from(playing).await) });
    }
    let detector = detector().ok_or(ScanEnd::NoCamera)?;
    loop {
        if !is_open.get() {
            return Err(ScanEnd::Stopped);
        }
        if !document::is_visible() {
            return Err(ScanEnd::Hidden);
        }
        if let Some(text) = look(&detector, &place).await.filter(|_| is_open.get()) {
            return Ok(text);
        }
        clock::sleep(PAUSE).await;
    }
}

/// A detector of QR codes; `None` where the browser has none.
fn detector() -> Option<BarcodeDetector> {
    let options = Object::new();
    let _ = Reflect::set(&options, &"formats".into(), &Array::of1(&"qr_code".into()));
    BarcodeDetector::new(&options).ok()
}

/// The text of a code in the present picture. A picture that is not there yet has none.
async fn look(detector: &BarcodeDetector, picture: &JsValue) -> Option<String> {
    let codes: Array = JsFuture::from(detector.detect(picture).ok()?).await.ok()?.dyn_into().ok()?;
    Reflect::get(&codes.get(0), &"rawValue".into()).ok()?.as_string().filter(|text| !text.is_empty())
}

/// The camera on the back, where there are two.
fn wanted() -> JsValue {
    let (video, wanted) = (Object::new(), Object::new());
    let _ = Reflect::set(&video, &"facingMode".into(), &"environment".into());
    let _ = Reflect::set(&wanted, &"video".into(), &video);
    wanted.into()
}

fn cameras() -> Option<Cameras> {
    let navigator = web_sys::window()?.navigator();
    let cameras = Reflect::get(&navigator, &"mediaDevices".into()).ok()?;
    cameras.is_object().then(|| cameras.unchecked_into())
}

fn refusal(error: &JsValue) -> ScanEnd {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    let is_not_allowed = name.is_some_and(|name| name.eq_ignore_ascii_case("notallowederror"));
    if is_not_allowed { ScanEnd::NotAllowed } else { ScanEnd::NoCamera }
}
