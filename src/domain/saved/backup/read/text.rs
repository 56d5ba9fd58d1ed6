//! The text of a file, from its bytes.

use super::NotRestorable;

pub(super) fn text_of(bytes: &[u8]) -> Result<&str, NotRestorable> {
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'{', 0, ..] | [0, b'{', ..]) {
        return Err(NotRestorable::Encoding);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| {
        // A backup with some bytes damaged is a damaged backup; anything else is no text.
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
        if start.contains("\"mainspring\"") { NotRestorable::Damaged } else { NotRestorable::NotText }
    })?;
    match text.trim() {
        "" => Err(NotRestorable::Empty),
        text if text.starts_with('{') => Ok(text),
        text if text.chars().take(1000).any(|c| c.is_control() && !c.is_whitespace()) => Err(NotRestorable::NotText),
        _ => Err(NotRestorable::Foreign),
    }
}

/// `text` with halves of characters (`\ud83c` without its other half) replaced by `\ufffd`: JSON allows them, text does not.
pub(super) fn mend_surrogates(text: &str) -> String {
    let escape = |at: usize| {
        let digits = text.get(at..at + 6).and_then(|escape| escape.strip_prefix("\\u"))?;
        u16::from_str_radix(digits, 16).ok()
    };
    let mut mended = String::with_capacity(text.len());
    let (mut done, mut at) = (0, 0);
    while let Some(found) = text[at..].find('\\') {
        at += found;
        let (length, lone) = match (escape(at), escape(at + 6)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => (12, false),
            (Some(0xD800..=0xDFFF), _) => (6, true),
            (Some(_), _) => (6, false),
            // The backslash and the character it escapes, whole: that character may have several bytes.
            (None, _) => (1 + text[at + 1..].chars().next().map_or(0, char::len_utf8), false),
        };
        if lone {
            mended.push_str(&text[done..at]);
            mended.push_str("\\ufffd");
            done = at + length;
        }
        at += length;
    }
    mended.push_str(&text[done..]);
    mended
}
