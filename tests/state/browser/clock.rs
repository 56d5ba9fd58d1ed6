//! The clock of the simulated device.

use super::device;
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};
use std::time::Duration;

/// Milliseconds since the Unix epoch.
#[must_use]
pub fn now_ms() -> i64 {
    device::now()
}

/// The device stands in Greenwich.
#[must_use]
pub const fn offset_minutes() -> i16 {
    0
}

/// Milliseconds on the clock that nothing sets.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "tests last for days")]
pub fn awake_ms() -> f64 {
    (device::now() - device::START) as f64
}

/// Rings when it was set to.
pub struct Alarm {
    ring: Rc<dyn Fn()>,
    pending: Cell<Option<u64>>,
}

impl Alarm {
    /// Calls `ring` each time.
    pub fn new(ring: impl Fn() + 'static) -> Self {
        Self { ring: Rc::new(ring), pending: Cell::new(None) }
    }

    /// Rings once, `after` from now, in the place of what was set.
    pub fn set(&self, after: Duration) {
        self.silence();
        let ring = self.ring.clone();
        self.pending.set(Some(device::schedule(ms(after), Box::new(move || ring()))));
    }

    /// Does not ring.
    pub fn silence(&self) {
        self.pending.take().into_iter().for_each(device::cancel);
    }
}

/// A call that is to come; it does not when this is dropped.
#[must_use]
pub struct Timer(u64);

impl Drop for Timer {
    fn drop(&mut self) {
        device::cancel(self.0);
    }
}

/// Calls `then` after `wait`.
pub fn after(wait: Duration, then: impl FnOnce() + 'static) -> Timer {
    Timer(device::schedule(ms(wait), Box::new(then)))
}

/// Calls `then` at the next turn.
pub fn after_paint(then: impl FnOnce() + 'static) {
    device::schedule(0, Box::new(then));
}

/// Waits for `time`.
pub async fn sleep(time: Duration) {
    let (is_over, waker) = (Rc::new(Cell::new(false)), Rc::new(RefCell::new(None::<Waker>)));
    let (over, wake) = (is_over.clone(), waker.clone());
    let _timer = after(time, move || {
        over.set(true);
        wake.take().into_iter().for_each(Waker::wake);
    });
    poll_fn(|context| {
        if is_over.get() {
            return Poll::Ready(());
        }
        waker.replace(Some(context.waker().clone()));
        Poll::Pending
    })
    .await;
}

/// Waits for `time` of a device that is awake.
pub async fn sleep_awake(time: Duration) {
    sleep(time).await;
}

/// The value of `future`; `None` if it takes longer than `limit`.
pub async fn within<T>(limit: Duration, future: impl Future<Output = T>) -> Option<T> {
    let (mut future, mut deadline) = (pin!(future), pin!(sleep(limit)));
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => deadline.as_mut().poll(context).map(|()| None),
    })
    .await
}

fn ms(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}
