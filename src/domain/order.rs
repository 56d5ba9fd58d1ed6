//! Putting things in order, in few bytes: the library's sort would be 2 KB of the download for lists that are short, or in
//! order already but for a few.

/// Puts `items` in order by insertion, equals as they came: linear where they nearly are.
pub fn put_in_order<T>(items: &mut [T], comes_before: fn(&T, &T) -> bool) {
    for last in 1..items.len() {
        let mut at = last;
        while at > 0 && comes_before(&items[at], &items[at - 1]) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}
