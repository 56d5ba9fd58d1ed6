//! One `IndexedDB` store of text under keys, every write strictly durable: `put` resolves when the bytes are on disk.

use js_sys::{Array, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const STORE: &str = "journal";

#[wasm_bindgen]
extern "C" {
    type Factory;
    #[wasm_bindgen(method, catch)]
    fn open(this: &Factory, name: &str, version: u32) -> Result<Request, JsValue>;

    type Request;
    #[wasm_bindgen(method, getter, catch)]
    fn result(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_onsuccess(this: &Request, listener: &JsValue);
    #[wasm_bindgen(method, setter)]
    fn set_onerror(this: &Request, listener: &JsValue);
    #[wasm_bindgen(method, setter)]
    fn set_onblocked(this: &Request, listener: &JsValue);
    #[wasm_bindgen(method, setter)]
    fn set_onupgradeneeded(this: &Request, listener: &JsValue);

    #[derive(Clone, Debug)]
    type Base;
    #[wasm_bindgen(method, catch, js_name = createObjectStore)]
    fn create_object_store(this: &Base, name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Base, store: &str, mode: &str, options: &JsValue) -> Result<Transaction, JsValue>;
    #[wasm_bindgen(method)]
    fn close(this: &Base);
    #[wasm_bindgen(method, setter)]
    fn set_onversionchange(this: &Base, listener: &JsValue);

    type Transaction;
    #[wasm_bindgen(method, catch, js_name = objectStore)]
    fn object_store(this: &Transaction, name: &str) -> Result<Store, JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_oncomplete(this: &Transaction, listener: &JsValue);
    #[wasm_bindgen(method, setter, js_name = onerror)]
    fn set_on_failure(this: &Transaction, listener: &JsValue);
    #[wasm_bindgen(method, setter)]
    fn set_onabort(this: &Transaction, listener: &JsValue);

    type Store;
    #[wasm_bindgen(method, catch)]
    fn put(this: &Store, value: &str, key: &str) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn delete(this: &Store, key: &JsValue) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn clear(this: &Store) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAllKeys)]
    fn get_all_keys(this: &Store) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAll)]
    fn get_all(this: &Store) -> Result<Request, JsValue>;
}

/// An open database.
#[derive(Clone, Debug)]
pub struct Database(Base);

impl Database {
    /// Opens (or makes) the database `name`; `None` where the browser has none or refuses.
    pub async fn open(name: &str) -> Option<Self> {
        let factory = js_sys::Reflect::get(&js_sys::global(), &"indexedDB".into()).ok().filter(JsValue::is_object)?;
        let request = factory.unchecked_into::<Factory>().open(name, 1).ok()?;
        let base = JsFuture::from(opened(request)).await.ok()?.unchecked_into::<Base>();
        // Another tab may want to change the database one day: this one must not stand in its way.
        let held = base.clone();
        base.set_onversionchange(&Closure::once_into_js(move || held.close()));
        Some(Self(base))
    }

    /// Puts `value` under `key`, durably.
    ///
    /// # Errors
    /// Where the browser refuses; the old value is intact then.
    pub async fn put(&self, key: &str, value: &str) -> Result<(), JsValue> {
        let (transaction, store) = self.begin("readwrite")?;
        store.put(value, key)?;
        JsFuture::from(completed(&transaction)).await.map(|_| ())
    }

    /// Takes out every key that begins with `prefix`.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn remove_all(&self, prefix: &str) -> Result<(), JsValue> {
        let (transaction, store) = self.begin("readwrite")?;
        let range = web_sys::IdbKeyRange::bound(&prefix.into(), &format!("{prefix}\u{ffff}").into())?;
        store.delete(&range)?;
        JsFuture::from(completed(&transaction)).await.map(|_| ())
    }

    /// Takes out everything.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn clear(&self) -> Result<(), JsValue> {
        let (transaction, store) = self.begin("readwrite")?;
        store.clear()?;
        JsFuture::from(completed(&transaction)).await.map(|_| ())
    }

    /// Every key with its value.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn all(&self) -> Result<Vec<(String, String)>, JsValue> {
        let (_transaction, store) = self.begin("readonly")?;
        // Both requests belong to one transaction and must be made before the first is awaited.
        let (keys, values) = (answered(store.get_all_keys()?), answered(store.get_all()?));
        let keys: Array = JsFuture::from(keys).await?.unchecked_into();
        let values: Array = JsFuture::from(values).await?.unchecked_into();
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        Ok(keys.iter().map(text).zip(values.iter().map(text)).collect())
    }

    fn begin(&self, mode: &str) -> Result<(Transaction, Store), JsValue> {
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let transaction = self.0.transaction(STORE, mode, &options)?;
        let store = transaction.object_store(STORE)?;
        Ok((transaction, store))
    }
}

fn opened(request: Request) -> Promise {
    let request = request.unchecked_into::<JsValue>();
    Promise::new(&mut |resolve, reject| {
        let handle: &Request = request.unchecked_ref();
        let upgrading: Request = request.clone().unchecked_into();
        handle.set_onupgradeneeded(&Closure::once_into_js(move || {
            if let Ok(base) = upgrading.result() {
                // A failure here aborts the opening, which the error listener sees.
                let _ = base.unchecked_into::<Base>().create_object_store(STORE);
            }
        }));
        let done: Request = request.clone().unchecked_into();
        handle.set_onsuccess(&Closure::once_into_js(move || settle(&resolve, done.result())));
        handle.set_onblocked(&reject);
        handle.set_onerror(&reject);
    })
}

fn answered(request: Request) -> Promise {
    let request = request.unchecked_into::<JsValue>();
    Promise::new(&mut |resolve, reject| {
        let handle: &Request = request.unchecked_ref();
        let done: Request = request.clone().unchecked_into();
        handle.set_onsuccess(&Closure::once_into_js(move || settle(&resolve, done.result())));
        handle.set_onerror(&reject);
    })
}

fn completed(transaction: &Transaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(&resolve);
        transaction.set_on_failure(&reject);
        transaction.set_onabort(&reject);
    })
}

fn settle(resolve: &js_sys::Function, value: Result<JsValue, JsValue>) {
    // Resolving a promise cannot throw; an error value resolves to undefined, which no reader takes for a record.
    let _ = resolve.call1(&JsValue::NULL, &value.unwrap_or(JsValue::UNDEFINED));
}
