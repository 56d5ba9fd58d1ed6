//! Sorting and finding in few bytes: each list sorted by the library adds its own copy of the sort
//! to the download, and each type of map or set its own search, about 4 KB each.

use std::collections::BTreeMap;

/// Sorts `items`, stably.
pub fn put_in_order<T>(items: &mut [T], comes_before: impl Fn(&T, &T) -> bool) {
    let order = merged(items.len(), &|one, other| comes_before(&items[one], &items[other]));
    rearrange(&order, &mut |one, other| items.swap(one, other));
}

/// Sorts a list into `order` by swaps.
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

/// The numbers below `length` in order, by bottom-up merge sort.
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

/// Positions in a list, by key: the only kind of map in this program.
pub type Places = BTreeMap<String, usize>;

/// The position of each key; of two equal keys the later position.
pub fn places_of(keys: &mut dyn Iterator<Item = &str>) -> Places {
    let mut places = Places::new();
    for (at, key) in keys.enumerate() {
        places.insert(key.to_owned(), at);
    }
    places
}

/// These texts sorted, without duplicates.
#[must_use]
pub fn each_once(mut texts: Vec<String>) -> Vec<String> {
    put_in_order(&mut texts, |one, other| one < other);
    texts.dedup();
    texts
}

/// Keeps the first of several rows with one identity.
pub fn keep_first<T>(rows: &mut Vec<T>, identity: &dyn Fn(&T) -> String) {
    let mut seen = Places::new();
    rows.retain(|row| seen.insert(identity(row), 0).is_none());
}
