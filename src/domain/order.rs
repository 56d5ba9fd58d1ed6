//! Putting things in order and finding them again, in few bytes: each list that the library sorts brings a sort of its own
//! into the download, and each kind of map or set its own search, about 4 KB each.

use std::collections::BTreeMap;

/// Puts `items` in order, equals as they came.
pub fn put_in_order<T>(items: &mut [T], comes_before: impl Fn(&T, &T) -> bool) {
    let order = merged(items.len(), &|one, other| comes_before(&items[one], &items[other]));
    rearrange(&order, &mut |one, other| items.swap(one, other));
}

/// Brings a list into `order` by swaps.
fn rearrange(order: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    let mut place = vec![0; order.len()];
    for (to, from) in order.iter().enumerate() {
        place[*from] = to;
    }
    for at in 0..place.len() {
        while place[at] != at {
            let to = place[at];
            swap(at, to);
            place.swap(at, to);
        }
    }
}

/// The numbers below `length` in order, by merging ever longer runs.
fn merged(length: usize, comes_before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut next = order.clone();
    let mut run = 1;
    while run < length {
        let mut from = 0;
        while from < length {
            let (middle, end) = ((from + run).min(length), (from + 2 * run).min(length));
            let (mut left, mut right) = (from, middle);
            for place in &mut next[from..end] {
                let takes_right = left == middle || right < end && comes_before(order[right], order[left]);
                let taken = if takes_right { &mut right } else { &mut left };
                *place = order[*taken];
                *taken += 1;
            }
            from = end;
        }
        std::mem::swap(&mut order, &mut next);
        run *= 2;
    }
    order
}

/// Places in a list, by the key of what stands there: the one kind of map of this program.
pub type Places = BTreeMap<String, usize>;

/// The place of each of these keys; of two that are the same the later place.
pub fn places_of(keys: &mut dyn Iterator<Item = &str>) -> Places {
    let mut places = Places::new();
    for (at, key) in keys.enumerate() {
        places.insert(key.to_owned(), at);
    }
    places
}

/// These texts in order, each once.
#[must_use]
pub fn each_once(mut texts: Vec<String>) -> Vec<String> {
    put_in_order(&mut texts, |one, other| one < other);
    texts.dedup();
    texts
}

/// Leaves the first of several rows with one identity.
pub fn keep_first<T>(rows: &mut Vec<T>, identity: &dyn Fn(&T) -> String) {
    let mut seen = Places::new();
    rows.retain(|row| seen.insert(identity(row), 0).is_none());
}
