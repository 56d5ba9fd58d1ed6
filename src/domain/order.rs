//! Putting things in order, in few bytes: each list that the library sorts, and each map or set that it collects, brings a
//! sort of its own into the download, about 4 KB each.

use std::collections::{BTreeMap, BTreeSet};

/// Puts `items` in order, equals as they came.
pub fn put_in_order<T>(items: &mut [T], comes_before: impl Fn(&T, &T) -> bool) {
    let order = merged(items.len(), &|one, other| comes_before(&items[one], &items[other]));
    let mut place = vec![0; order.len()];
    for (to, from) in order.into_iter().enumerate() {
        place[from] = to;
    }
    for at in 0..place.len() {
        while place[at] != at {
            let to = place[at];
            items.swap(at, to);
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

/// A map of these pairs; of two with one key the later.
pub fn map_of<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

/// A set of these items.
pub fn set_of<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}
