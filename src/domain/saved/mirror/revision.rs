//! The revision of a stored text, its last field: `"rev":1764150000`.

/// The revision of a stored text; 0 if it has none.
#[must_use]
pub fn revision(text: &str) -> u64 {
    let tail = text.trim_end().strip_suffix('}').and_then(|text| text.rsplit_once(",\"rev\":"));
    tail.and_then(|(_, number)| number.parse().ok()).unwrap_or(0)
}

/// A stored text with this revision instead of its own.
pub(super) fn with_revision(text: &str, revision: u64) -> String {
    let bare = text.trim_end().strip_suffix('}').unwrap_or(text);
    let bare = match bare.rsplit_once(",\"rev\":") {
        Some((bare, number)) if number.parse::<u64>().is_ok() => bare,
        _ => bare,
    };
    format!("{bare},\"rev\":{revision}}}")
}
