//! Numbers and texts as bytes, and bytes as letters that no mail or messenger changes (base64url, RFC 4648).

/// The letters, in the order of their values.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The number of bytes of a checksum, and of the number of an exercise.
const DIGEST: usize = 3;

/// Bytes being written.
#[derive(Default)]
pub(super) struct ByteWriter(Vec<u8>);

impl ByteWriter {
    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// A number: seven bits a byte, the lowest first; the eighth bit says that more follow.
    pub(super) fn number(&mut self, mut number: u32) {
        while number > 0x7f {
            self.byte(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.byte(number.to_le_bytes()[0]);
    }

    /// The number of a list's elements.
    pub(super) fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap_or(u32::MAX));
    }

    pub(super) fn text(&mut self, text: &str) {
        self.count(text.len());
        self.0.extend(text.as_bytes());
    }

    pub(super) fn digest(&mut self, of: &str) {
        self.0.extend(digest(of.as_bytes()));
    }

    /// All of it with its checksum, in letters after `start`.
    pub(super) fn letters(mut self, mut start: String) -> String {
        let sum = digest(&self.0);
        self.0.extend(sum);
        for three in self.0.chunks(3) {
            let bits = (0..3).fold(0, |bits, at| bits << 8 | usize::from(three.get(at).copied().unwrap_or(0)));
            for at in 0..=three.len() {
                start.push(char::from(LETTERS[bits >> (18 - 6 * at) & 63]));
            }
        }
        start
    }
}

/// Bytes being read; `None` wherever there are not enough.
pub(super) struct ByteReader {
    bytes: Vec<u8>,
    at: usize,
}

impl ByteReader {
    /// The bytes of letters; those that do not fill a byte are left out.
    pub(super) fn of(letters: impl Iterator<Item = char>) -> Self {
        let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
        for value in letters.map_while(value) {
            bits = bits << 6 | value;
            count += 6;
            if count >= 8 {
                count -= 8;
                bytes.push((bits >> count).to_le_bytes()[0]);
                bits &= (1 << count) - 1;
            }
        }
        Self { bytes, at: 0 }
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte
    }

    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A number up to `most`.
    pub(super) fn up_to(&mut self, most: u32) -> Option<u32> {
        self.number().filter(|number| *number <= most)
    }

    /// A text of at most `most` characters.
    pub(super) fn text(&mut self, most: usize) -> Option<String> {
        let length = usize::try_from(self.number()?).ok()?;
        let text = self.bytes.get(self.at..)?.get(..length)?;
        self.at += length;
        let text = std::str::from_utf8(text).ok()?;
        (text.chars().count() <= most).then(|| text.to_owned())
    }

    pub(super) fn digest(&mut self) -> Option<[u8; DIGEST]> {
        let digest = self.bytes.get(self.at..)?.get(..DIGEST)?;
        self.at += DIGEST;
        digest.try_into().ok()
    }

    /// True if the checksum of all that was read comes next.
    pub(super) fn is_whole(&mut self) -> bool {
        let sum = self.bytes.get(..self.at).map(digest);
        sum.is_some() && self.digest() == sum
    }
}

/// True for a letter of a link.
pub(super) fn is_letter(sign: char) -> bool {
    value(sign).is_some()
}

fn value(sign: char) -> Option<u32> {
    let at = LETTERS.iter().position(|letter| char::from(*letter) == sign)?;
    u32::try_from(at).ok()
}

/// FNV-1a (32 bits), folded to three bytes.
pub(super) fn digest(bytes: &[u8]) -> [u8; DIGEST] {
    let hash = bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let [a, b, c, d] = hash.to_le_bytes();
    [a ^ d, b, c]
}
