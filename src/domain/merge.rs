//! Merge of two changes to one value.

/// The value of the side that changed it; mine if both did, as the later one, and `on_replaced` is called with theirs then.
pub fn later<T: Clone + PartialEq>(base: &T, mine: &T, theirs: &T, on_replaced: &mut dyn FnMut(&T)) -> T {
    if mine == base {
        return theirs.clone();
    }
    if theirs != base && theirs != mine {
        on_replaced(theirs);
    }
    mine.clone()
}
