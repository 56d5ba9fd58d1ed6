//! Percent-encoding for addresses (RFC 3986): works on any text; an invalid escape is kept as it is.

/// `text` with every byte outside the unreserved set escaped.
pub(crate) fn encode(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    out
}

/// The decoded text of `escaped`; `+` is a space. Bytes that are not UTF-8 stay escaped.
pub(crate) fn decode(escaped: &str) -> String {
    let bytes = escaped.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let pair = bytes.get(at + 1).copied().and_then(digit).zip(bytes.get(at + 2).copied().and_then(digit));
        match (byte, pair) {
            (b'%', Some((high, low))) => {
                out.push(high << 4 | low);
                at += 3;
            }
            (b'+', _) => {
                out.push(b' ');
                at += 1;
            }
            _ => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| escaped.to_owned())
}

/// `text` with doubly escaped escapes decoded once: `%2520` becomes `%20`.
pub(crate) fn unwrap(text: &str) -> String {
    let mut parts = text.split("%25");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_escape = matches!(part.as_bytes(), [high, low, ..] if digit(*high).and(digit(*low)).is_some());
        out.push_str(if is_escape { "%" } else { "%25" });
        out.push_str(part);
    }
    out
}

/// True if `text` has an escape of a byte for which `is` is true.
pub(crate) fn has_escape(text: &str, is: impl Fn(u8) -> bool) -> bool {
    text.split('%').skip(1).any(|part| match part.as_bytes() {
        [high, low, ..] => digit(*high).zip(digit(*low)).is_some_and(|(high, low)| is(high << 4 | low)),
        _ => false,
    })
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}
