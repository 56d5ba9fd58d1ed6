//! One `IndexedDB` store of text under keys. Every write is one strictly durable transaction: it resolves when the bytes
//! are on disk. A browser that does not answer in time counts as one that refused.

use super::clock::within;
use js_sys::{Array, Promise};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

const STORE: &str = "journal";

/// Time limit for opening the database and for reading it.
const READ_LIMIT: Duration = Duration::from_secs(4);
/// Time limit for a write. A write that is late may still reach the disk.
const WRITE_LIMIT: Duration = Duration::from_secs(3);

#[wasm_bindgen]
extern "C" {
    type Factory;
    #[wasm_bindgen(method, catch)]
    fn open(this: &Factory, name: &str, version: u32) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn databases(this: &Factory) -> Result<Promise, JsValue>;

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

    #[derive(Clone, Debug)]
    type Transaction;
    #[wasm_bindgen(method, catch, js_name = objectStore)]
    fn object_store(this: &Transaction, name: &str) -> Result<Store, JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_oncomplete(this: &Transaction, listener: &JsValue);
    #[wasm_bindgen(method, setter, js_name = onerror)]
    fn set_on_failure(this: &Transaction, listener: &JsValue);
    #[wasm_bindgen(method, setter)]
    fn set_onabort(this: &Transaction, listener: &JsValue);
    #[wasm_bindgen(method, catch)]
    fn abort(this: &Transaction) -> Result<(), JsValue>;

    type Store;
    #[wasm_bindgen(method, catch)]
    fn get(this: &Store, key: &str) -> Result<Request, JsValue>;
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

/// One change of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Sets the value of this key.
    Put(String, String),
    /// Removes this key.
    Remove(String),
    /// Removes every key with this prefix; all of them for an empty one.
    RemoveAll(String),
}

/// The reason why a write is not known to be on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteFailure {
    /// The browser refused; nothing is changed.
    Refused,
    /// The browser has not answered within the time limit; the write may still complete.
    Late,
    /// The guarding record holds another value; nothing is changed.
    Guarded,
}

/// The condition under which a write is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guard {
    /// None.
    Any,
    /// The record holds this value; `None` if there is no such record.
    Holds(Option<String>),
}

/// An open database.
#[derive(Clone, Debug)]
pub struct Database(Base);

/// True if the browser has `IndexedDB`.
#[must_use]
pub fn is_there() -> bool {
    factory().is_some()
}

/// True if there is a database `name`, or if the browser does not tell.
pub async fn exists(name: &str) -> bool {
    let Some(Ok(asked)) = factory().map(|factory| factory.databases()) else { return is_there() };
    let Some(Ok(known)) = within(READ_LIMIT, JsFuture::from(asked)).await else { return true };
    let named = |database: JsValue| js_sys::Reflect::get(&database, &"name".into()).is_ok_and(|found| found == name);
    Array::from(&known).iter().any(named)
}

fn factory() -> Option<Factory> {
    let factory = js_sys::Reflect::get(&js_sys::global(), &"indexedDB".into()).ok().filter(JsValue::is_object)?;
    Some(factory.unchecked_into())
}

impl Database {
    /// Opens (or creates) the database `name`; `None` if the browser has none, refuses, or does not answer in time.
    pub async fn open(name: &str) -> Option<Self> {
        let request = factory()?.open(name, 1).ok()?;
        let base = within(READ_LIMIT, JsFuture::from(opened(request))).await?.ok()?.unchecked_into::<Base>();
        // Another tab may want to upgrade the database one day: this one must not block it.
        let held = base.clone();
        base.set_onversionchange(&Closure::once_into_js(move || held.close()));
        Some(Self(base))
    }

    /// Makes all of `changes`, in order, in one durable transaction: all of them or none.
    ///
    /// # Errors
    /// If the browser refuses or does not answer in time.
    pub async fn write(&self, changes: Vec<Change>) -> Result<(), WriteFailure> {
        let (transaction, store) = self.begin("readwrite").map_err(refused)?;
        make(&store, &changes).map_err(refused)?;
        committed(&transaction).await
    }

    /// Makes all of `changes` as [`Database::write`] does, but only if the record `key` holds `value`. Reading it and
    /// writing is one transaction, so no other tab can write in between.
    ///
    /// # Errors
    /// [`WriteFailure::Guarded`] if it holds something else or is missing; otherwise as [`Database::write`].
    pub async fn write_if(&self, key: &str, value: &str, changes: Vec<Change>) -> Result<(), WriteFailure> {
        self.write_guarded(key, Guard::Holds(Some(value.to_owned())), changes, Box::new(|_| {})).await
    }

    /// Makes all of `changes` in one durable transaction, if the record `key` is as `guard` says. Calls `late` with the
    /// outcome of a write that was answered with [`WriteFailure::Late`], if there is one.
    ///
    /// # Errors
    /// [`WriteFailure::Guarded`] if the record is not as the guard says; otherwise as [`Database::write`].
    pub async fn write_guarded(
        &self,
        key: &str,
        guard: Guard,
        changes: Vec<Change>,
        late: Box<dyn FnOnce(Result<(), WriteFailure>)>,
    ) -> Result<(), WriteFailure> {
        let (transaction, store) = self.begin("readwrite").map_err(refused)?;
        let guarded = Rc::new(Cell::new(false));
        match guard {
            Guard::Any => make(&store, &changes).map_err(refused)?,
            Guard::Holds(expected) => {
                let request = store.get(key).map_err(refused)?.unchecked_into::<JsValue>();
                let (other, found, running) = (guarded.clone(), request.clone(), transaction.clone());
                let check = Closure::once_into_js(move || {
                    let kept = found.unchecked_ref::<Request>().result().ok().and_then(|kept| kept.as_string());
                    other.set(kept != expected);
                    if other.get() || make(&store, &changes).is_err() {
                        // A transaction that has ended already has nothing to undo.
                        let _ = running.unchecked_ref::<Transaction>().abort();
                    }
                });
                request.unchecked_ref::<Request>().set_onsuccess(&check);
            }
        }
        let over = completed(&transaction);
        let outcome = move |over: Result<JsValue, JsValue>| match over {
            Ok(_) => Ok(()),
            Err(_) if guarded.get() => Err(WriteFailure::Guarded),
            Err(_) => Err(WriteFailure::Refused),
        };
        let Some(over) = within(WRITE_LIMIT, JsFuture::from(over.clone())).await else {
            spawn_local(async move { late(outcome(JsFuture::from(over).await)) });
            return Err(WriteFailure::Late);
        };
        outcome(over)
    }

    /// The value under `key`.
    ///
    /// # Errors
    /// If the browser refuses or does not answer in time.
    pub async fn get(&self, key: &str) -> Result<Option<String>, JsValue> {
        let (_transaction, store) = self.begin("readonly")?;
        let answer = within(READ_LIMIT, JsFuture::from(answered(store.get(key)?))).await;
        Ok(answer.ok_or_else(|| JsValue::from_str("late"))??.as_string())
    }

    /// Sets the value of `key`, durably.
    ///
    /// # Errors
    /// If the browser refuses or does not answer in time.
    pub async fn put(&self, key: &str, value: &str) -> Result<(), WriteFailure> {
        self.write(vec![Change::Put(key.to_owned(), value.to_owned())]).await
    }

    /// Removes every key with this `prefix`; all of them for an empty one.
    ///
    /// # Errors
    /// If the browser refuses or does not answer in time.
    pub async fn remove_all(&self, prefix: &str) -> Result<(), WriteFailure> {
        self.write(vec![Change::RemoveAll(prefix.to_owned())]).await
    }

    /// Every key with its value.
    ///
    /// # Errors
    /// If the browser refuses or does not answer in time.
    pub async fn all(&self) -> Result<Vec<(String, String)>, JsValue> {
        let (_transaction, store) = self.begin("readonly")?;
        // Both requests belong to one transaction and must be made before the first is awaited.
        let (keys, values) = (answered(store.get_all_keys()?), answered(store.get_all()?));
        let both = async { (JsFuture::from(keys).await, JsFuture::from(values).await) };
        let late = || JsValue::from_str("late");
        let (keys, values) = within(READ_LIMIT, both).await.ok_or_else(late)?;
        let (keys, values): (Array, Array) = (keys?.unchecked_into(), values?.unchecked_into());
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

fn make(store: &Store, changes: &[Change]) -> Result<(), JsValue> {
    for change in changes {
        match change {
            Change::Put(key, value) => store.put(value, key)?,
            Change::Remove(key) => store.delete(&key.into())?,
            Change::RemoveAll(prefix) if prefix.is_empty() => store.clear()?,
            Change::RemoveAll(prefix) => {
                let end = format!("{prefix}\u{ffff}");
                store.delete(&web_sys::IdbKeyRange::bound(&prefix.into(), &end.into())?.into())?
            }
        };
    }
    Ok(())
}

async fn committed(transaction: &Transaction) -> Result<(), WriteFailure> {
    match within(WRITE_LIMIT, JsFuture::from(completed(transaction))).await {
        Some(Ok(_)) => Ok(()),
        Some(Err(_)) => Err(WriteFailure::Refused),
        None => Err(WriteFailure::Late),
    }
}

fn refused(_: JsValue) -> WriteFailure {
    WriteFailure::Refused
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
