//! The simulated device: its clock, its tabs with their tasks and timers, and what their stores hold. One a thread, so that
//! tests run beside each other. Time passes in [`pass`] alone.

use super::indexed_db::Late;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake};

/// The moment at which a device begins: Monday, 2 November 2026, 08:00 UTC, in milliseconds since the Unix epoch.
pub const START: i64 = 1_793_606_400_000;

/// The number of a tab.
pub type Tab = usize;

/// One of the device's faults.
pub type Fault = fn(&Device) -> &Cell<bool>;

type Task = Pin<Box<dyn Future<Output = ()>>>;

/// Everything that the tabs of one browser share.
#[derive(Default)]
pub struct Device {
    clock: Cell<i64>,
    tab: Cell<Tab>,
    ids: Cell<u64>,
    tasks: RefCell<Vec<(Tab, Task, Arc<Woken>)>>,
    timers: RefCell<Vec<Timer>>,
    /// The values of localStorage.
    pub local: RefCell<BTreeMap<String, String>>,
    /// The databases of `IndexedDB`.
    pub databases: RefCell<BTreeMap<String, BTreeMap<String, String>>>,
    /// The locks that are held.
    pub locks: RefCell<Vec<super::locks::Lock>>,
    /// Listeners for changes of localStorage by other tabs.
    pub listeners: RefCell<Vec<(Tab, super::local_storage::Listener)>>,
    /// Writes of `IndexedDB` that wait for an answer.
    pub late: RefCell<Vec<Late>>,
    /// Listeners for moves in the history.
    pub moves: RefCell<Vec<(Tab, super::history::Moved)>>,
    /// The addresses of each tab, and the present one among them.
    pub addresses: RefCell<BTreeMap<Tab, (Vec<String>, usize)>>,
    /// The texts of the files that were handed out.
    pub files: RefCell<Vec<String>>,
    /// The title of each tab.
    pub titles: RefCell<BTreeMap<Tab, String>>,
    /// True if localStorage takes nothing more.
    pub is_full: Cell<bool>,
    /// True if localStorage lets nothing be written.
    pub is_read_only: Cell<bool>,
    /// The number of the app's writes to localStorage, not counting the number that orders the tabs.
    pub writes: Cell<usize>,
    /// The number of the one that is refused; 0 for none.
    pub refused: Cell<usize>,
    /// The key of the refused write.
    pub refused_key: RefCell<Option<String>>,
    /// True if there is no localStorage.
    pub is_blocked: Cell<bool>,
    /// True if `IndexedDB` does not answer.
    pub is_stuck: Cell<bool>,
    /// The time that `IndexedDB` takes for a write, in milliseconds.
    pub write_ms: Cell<u64>,
    /// The requests that wait for a lock, the first one first.
    pub waiting: RefCell<Vec<super::locks::Waiting>>,
    /// The number of requests for a lock that were ready to wait for it.
    pub waits: Cell<u32>,
    /// The number of locks that were taken from their holder.
    pub stolen: Cell<u32>,
    /// True if `IndexedDB` answers no write, but reads.
    pub never_writes: Cell<bool>,
    /// True if `IndexedDB` refuses every write.
    pub refuses: Cell<bool>,
    /// True if `IndexedDB` refuses every read.
    pub refuses_reads: Cell<bool>,
    /// True if no database can be opened.
    pub opens_none: Cell<bool>,
    /// True if there is no `IndexedDB`.
    pub has_no_databases: Cell<bool>,
}

struct Timer {
    at: i64,
    id: u64,
    tab: Tab,
    ring: Box<dyn FnOnce()>,
}

struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

thread_local! {
    // Never dropped: what waits on it may still look at it.
    static DEVICE: &'static Device = Box::leak(Box::new(Device { clock: Cell::new(START), ..Device::default() }));
}

/// The device of this thread.
#[must_use]
pub fn device() -> &'static Device {
    DEVICE.with(|device| *device)
}

/// A number that was not given before on this device.
#[must_use]
pub fn fresh() -> u64 {
    let device = device();
    device.ids.set(device.ids.get() + 1);
    device.ids.get()
}

/// Milliseconds since the Unix epoch.
#[must_use]
pub fn now() -> i64 {
    device().clock.get()
}

/// The tab whose code runs.
#[must_use]
pub fn tab() -> Tab {
    device().tab.get()
}

/// Runs `act` as the code of `tab`.
pub fn within<T>(tab: Tab, act: impl FnOnce() -> T) -> T {
    let device = device();
    let before = device.tab.replace(tab);
    let result = act();
    device.tab.set(before);
    result
}

/// Runs `future` in the present tab.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    device().tasks.borrow_mut().push((tab(), Box::pin(future), Arc::new(Woken(AtomicBool::new(true)))));
}

/// Calls `ring` in the present tab, `ms` milliseconds from now.
#[allow(clippy::must_use_candidate, reason = "most callers never stop the timer")]
pub fn schedule(ms: i64, ring: Box<dyn FnOnce()>) -> u64 {
    let (id, device) = (fresh(), device());
    device.timers.borrow_mut().push(Timer { at: now() + ms, id, tab: tab(), ring });
    id
}

/// Takes the timer with this id away.
pub fn cancel(id: u64) {
    let gone: Vec<_> = device().timers.borrow_mut().extract_if(.., |timer| timer.id == id).collect();
    drop(gone);
}

/// Runs what can run until everything waits.
pub fn settle() {
    let device = device();
    loop {
        let is_woken = |(_, _, woken): &mut (Tab, Task, Arc<Woken>)| woken.0.swap(false, Ordering::Relaxed);
        let ready: Vec<_> = device.tasks.borrow_mut().extract_if(.., is_woken).collect();
        if ready.is_empty() {
            return;
        }
        for (tab, mut task, woken) in ready {
            let waker = woken.clone().into();
            let poll = within(tab, || task.as_mut().poll(&mut Context::from_waker(&waker)));
            if poll.is_pending() {
                device.tasks.borrow_mut().push((tab, task, woken));
            } else {
                within(tab, || drop(task));
            }
        }
    }
}

/// Lets `ms` milliseconds pass.
pub fn pass(ms: i64) {
    let (device, end) = (device(), now() + ms);
    loop {
        settle();
        let next = device.timers.borrow().iter().map(|timer| (timer.at, timer.id)).min();
        let Some((at, id)) = next.filter(|(at, _)| *at <= end) else { break };
        let timers: Vec<_> = device.timers.borrow_mut().extract_if(.., |timer| timer.id == id).collect();
        device.clock.set(at.max(now()));
        for timer in timers {
            within(timer.tab, timer.ring);
        }
    }
    device.clock.set(end);
}

/// Ends a tab at once, as a kill does: nothing of it runs any more, and its locks are free.
pub fn kill(tab: Tab) {
    let device = device();
    let tasks: Vec<_> = device.tasks.borrow_mut().extract_if(.., |(other, ..)| *other == tab).collect();
    let timers: Vec<_> = device.timers.borrow_mut().extract_if(.., |timer| timer.tab == tab).collect();
    device.listeners.borrow_mut().retain(|(other, _)| *other != tab);
    device.moves.borrow_mut().retain(|(other, _)| *other != tab);
    super::locks::release_all(tab);
    // A task that is dropped may still change what is stored; a killed one does not.
    std::mem::forget((tasks, timers));
}

/// Waits for the next turn of the present tab.
pub async fn turn() {
    let mut waited = false;
    std::future::poll_fn(move |context| {
        if waited {
            return Poll::Ready(());
        }
        waited = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}
