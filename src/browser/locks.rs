//! Web Locks: names that one tab at a time can hold. Where the API is missing or refused, as in private modes and old
//! browsers, every request is granted, as if there were no other tab.

use super::clock::within;
use js_sys::{Array, Function, Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    type Locks;
    #[wasm_bindgen(method, catch)]
    fn request(this: &Locks, name: &str, options: &JsValue, granted: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn query(this: &Locks) -> Result<Promise, JsValue>;
}

/// Time limit for a lock that is not waited for.
const LIMIT: Duration = Duration::from_secs(3);

/// Mode of a lock request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockMode {
    /// Only if nobody holds it now.
    IfFree,
    /// As soon as nobody holds it any more.
    Wait,
    /// At once, taken from its holder.
    Steal,
}

/// A lock that is held until this is dropped or another tab steals it.
#[derive(Debug)]
pub struct HeldLock(Option<Function>);

impl Drop for HeldLock {
    fn drop(&mut self) {
        if let Some(let_go) = self.0.take() {
            // Releasing a stolen lock has no effect.
            let _ = let_go.call0(&JsValue::NULL);
        }
    }
}

/// True if the browser has Web Locks.
#[must_use]
pub fn is_there() -> bool {
    locks().is_some()
}

/// The highest number after `prefix` in the names of the locks that any tab holds; 0 if the browser lists none.
pub async fn highest(prefix: &str) -> u32 {
    let Some(Ok(asked)) = locks().map(|locks| locks.query()) else { return 0 };
    let Some(Ok(known)) = within(LIMIT, JsFuture::from(asked)).await else { return 0 };
    let get = |value: &JsValue, name: &str| Reflect::get(value, &name.into()).unwrap_or_default();
    let number = |lock: JsValue| get(&lock, "name").as_string()?.strip_prefix(prefix)?.parse().ok();
    Array::from(&get(&known, "held")).iter().filter_map(number).max().unwrap_or(0)
}

/// Acquires the lock `name`; `None` if [`LockMode::IfFree`] found it taken. Calls `lost` if it is stolen. A browser
/// that does not answer in time counts as one without locks.
pub async fn hold(name: &str, way: LockMode, lost: Box<dyn FnOnce()>) -> Option<HeldLock> {
    let Some(locks) = locks() else { return Some(HeldLock(None)) };
    let (kept, let_go) = promise();
    let (answer, tell) = promise();
    let (answered, too_late) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
    let (told, first, given_up) = (tell.clone(), answered.clone(), too_late.clone());
    let granted = Closure::once_into_js(move |lock: JsValue| {
        first.set(true);
        let _ = told.call1(&JsValue::NULL, &lock);
        if lock.is_object() && !given_up.get() { kept.into() } else { JsValue::UNDEFINED }
    });
    let Ok(request) = locks.request(name, &options(way), &granted) else { return Some(HeldLock(None)) };
    let lost_before = too_late.clone();
    spawn_local(async move {
        let over = JsFuture::from(request).await;
        match (over, answered.get()) {
            (Err(_), true) if !lost_before.get() => lost(),
            // Refused: treated as if there were no locks.
            (Err(error), false) => drop(tell.call1(&JsValue::NULL, &error)),
            (Ok(_) | Err(_), _) => {}
        }
    });
    let answer = JsFuture::from(answer);
    let answer = match way {
        LockMode::Wait => answer.await,
        LockMode::IfFree | LockMode::Steal => {
            let Some(answer) = within(LIMIT, answer).await else {
                too_late.set(true);
                return Some(HeldLock(None));
            };
            answer
        }
    };
    let answer = answer.ok()?;
    answer.is_object().then_some(HeldLock(Some(let_go)))
}

fn options(way: LockMode) -> JsValue {
    let options = js_sys::Object::new();
    let option = match way {
        LockMode::IfFree => "ifAvailable",
        LockMode::Steal => "steal",
        LockMode::Wait => return options.into(),
    };
    let _ = Reflect::set(&options, &option.into(), &JsValue::TRUE);
    options.into()
}

/// A promise, and the function that resolves it.
fn promise() -> (Promise, Function) {
    let mut keep = None;
    let promise = Promise::new(&mut |resolve, _| keep = Some(resolve));
    (promise, keep.expect("a promise calls its executor at once"))
}

fn locks() -> Option<Locks> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    Some(locks.unchecked_into())
}
