//! Random ids.

/// Ten lower-case letters and digits from the browser's cryptographic source: 51 bits.
#[must_use]
pub fn id() -> String {
    const ALPHABET: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let mut bytes = [0_u8; 10];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        for byte in &mut bytes {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 ≤ random × 256 < 256")]
            let random = (js_sys::Math::random() * 256.0) as u8;
            *byte = random;
        }
    }
    bytes.iter().map(|byte| char::from(ALPHABET[usize::from(*byte) % ALPHABET.len()])).collect()
}

/// A whole number below 2²⁴.
#[must_use]
pub fn number() -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 ≤ random × 2²⁴ < 2²⁴")]
    let number = (js_sys::Math::random() * 16_777_216.0) as u32;
    number
}
