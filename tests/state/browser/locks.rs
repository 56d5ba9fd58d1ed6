//! The simulated Web Locks: one tab at a time holds a name.

use super::device::{self, Tab, device};
use std::future::poll_fn;
use std::task::Poll;

/// The way in which a lock is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockMode {
    /// Only where nobody holds it.
    IfFree,
    /// As soon as nobody holds it.
    Wait,
    /// At once: whoever holds it loses it.
    Steal,
}

/// A lock that a tab holds.
pub struct Lock {
    name: String,
    id: u64,
    tab: Tab,
    lost: Box<dyn FnOnce()>,
}

impl Lock {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// A request that waits for a lock.
pub struct Waiting {
    name: String,
    id: u64,
    tab: Tab,
}

/// A lock held by this tab; free once dropped.
#[derive(Debug)]
pub struct HeldLock(u64);

impl Drop for HeldLock {
    fn drop(&mut self) {
        device().locks.borrow_mut().retain(|lock| lock.id != self.0);
    }
}

/// There are locks.
#[must_use]
pub const fn is_there() -> bool {
    true
}

/// The highest number in names of held locks that begin with `prefix`.
pub async fn highest(prefix: &str) -> u32 {
    device::turn().await;
    let number = |lock: &Lock| lock.name.strip_prefix(prefix)?.parse().ok();
    device().locks.borrow().iter().filter_map(number).max().unwrap_or(0)
}

/// Holds the lock `name`; `lost` is called if another tab takes it.
pub async fn hold(name: &str, way: LockMode, lost: Box<dyn FnOnce()>) -> Option<HeldLock> {
    device::turn().await;
    let is_held = || device().locks.borrow().iter().any(|lock| lock.name == name);
    match way {
        LockMode::IfFree if is_held() => return None,
        LockMode::IfFree => {}
        LockMode::Wait => {
            device().waits.update(|waits| waits + 1);
            let place = Place::at_the_end(name);
            poll_fn(|context| {
                if is_held() || !place.is_first() {
                    let waker = context.waker().clone();
                    // Looked at again after a millisecond.
                    device::schedule(1, Box::new(move || waker.wake()));
                    return Poll::Pending;
                }
                Poll::Ready(())
            })
            .await;
        }
        LockMode::Steal => {
            let taken: Vec<_> = device().locks.borrow_mut().extract_if(.., |lock| lock.name == name).collect();
            for lock in taken {
                device().stolen.update(|stolen| stolen + 1);
                device::within(lock.tab, || device::spawn(async move { (lock.lost)() }));
            }
        }
    }
    let id = device::fresh();
    device().locks.borrow_mut().push(Lock { name: name.to_owned(), id, tab: device::tab(), lost });
    Some(HeldLock(id))
}

/// A request in the queue; not in it any more once dropped.
struct Place(u64);

impl Place {
    fn at_the_end(name: &str) -> Self {
        let id = device::fresh();
        device().waiting.borrow_mut().push(Waiting { name: name.to_owned(), id, tab: device::tab() });
        Self(id)
    }

    fn is_first(&self) -> bool {
        let waiting = device().waiting.borrow();
        let Some(mine) = waiting.iter().find(|request| request.id == self.0) else { return false };
        waiting.iter().find(|request| request.name == mine.name).is_some_and(|first| first.id == mine.id)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        device().waiting.borrow_mut().retain(|request| request.id != self.0);
    }
}

/// Frees every lock of `tab`.
pub fn release_all(tab: Tab) {
    let released: Vec<_> = device().locks.borrow_mut().extract_if(.., |lock| lock.tab == tab).collect();
    drop(released);
    device().waiting.borrow_mut().retain(|request| request.tab != tab);
}
