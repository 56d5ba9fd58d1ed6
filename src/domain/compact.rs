//! Values in few letters, for links: numbers of variable length in URL-safe Base64 (RFC 4648, section 5, without padding), with
//! a checksum at the end. Knows nothing of what is written. Reading is total.

/// The letters, in the order of their values.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The bytes of a checksum, and of the number of a slug.
const CHECK: usize = 3;

/// A checksum.
pub(crate) type Check = [u8; CHECK];

/// Values on their way into a text.
#[derive(Debug, Default)]
pub(crate) struct CodeWriter(Vec<u8>);

impl CodeWriter {
    pub(crate) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// Appends a number: seven bits a byte, the lowest first; the eighth bit says that more follow.
    pub(crate) fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.byte(low_byte(number) | 0x80);
            number >>= 7;
        }
        self.byte(low_byte(number));
    }

    /// Appends a number that may be negative.
    pub(crate) fn signed(&mut self, number: i64) {
        self.number((number << 1 ^ number >> 63).cast_unsigned());
    }

    /// Appends the number of a list's elements.
    pub(crate) fn count(&mut self, count: usize) {
        self.number(count as u64);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.count(text.len());
        self.0.extend(text.as_bytes());
    }

    /// Appends the number of a slug.
    pub(crate) fn digest(&mut self, slug: &str) {
        self.0.extend(digest(slug.as_bytes()));
    }

    /// All values and their checksum by `check`, in letters after `start`.
    pub(crate) fn finish(mut self, start: &str, check: fn(&[u8]) -> Check) -> String {
        let check = check(&self.0);
        self.0.extend(check);
        letters(start, &self.0)
    }
}

fn letters(start: &str, bytes: &[u8]) -> String {
    let mut code = start.to_owned();
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..=chunk.len() {
            code.push(char::from(LETTERS[(bits >> (18 - 6 * at) & 63) as usize]));
        }
    }
    code
}

/// Values read from a text, in the order in which they were written; `None` wherever there are not enough.
#[derive(Debug)]
pub(crate) struct CodeReader {
    bytes: Vec<u8>,
    at: usize,
}

impl CodeReader {
    /// The values in the letters at the beginning of `signs`. Bits that do not fill a byte are left out.
    pub(crate) fn of(signs: impl Iterator<Item = char>) -> Self {
        let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0_u32);
        for value in signs.map_while(value) {
            bits = bits << 6 | value;
            count += 6;
            if count >= 8 {
                count -= 8;
                bytes.push(low_byte(u64::from(bits >> count)));
                bits &= (1 << count) - 1;
            }
        }
        Self { bytes, at: 0 }
    }

    /// The values in `code`, which has nothing else; `None` if its checksum by `check` is wrong.
    pub(crate) fn whole(code: &str, check: fn(&[u8]) -> Check) -> Option<Self> {
        let mut reader = Self::of(code.chars());
        let is_exact = letters("", &reader.bytes) == code;
        let end = reader.bytes.split_off(reader.bytes.len().checked_sub(CHECK)?);
        (is_exact && end == check(&reader.bytes)).then_some(reader)
    }

    fn take(&mut self, count: usize) -> Option<&[u8]> {
        let taken = self.bytes.get(self.at..)?.get(..count)?;
        self.at += count;
        Some(taken)
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for place in 0..9 {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << (7 * place);
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// The next number, if it fits.
    pub(crate) fn small<N: TryFrom<u64>>(&mut self) -> Option<N> {
        N::try_from(self.number()?).ok()
    }

    /// The next number, up to `most`.
    pub(crate) fn up_to(&mut self, most: u32) -> Option<u32> {
        self.small().filter(|number| *number <= most)
    }

    /// The next number, which may be negative.
    pub(crate) fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    /// The next text, of at most `most` characters.
    pub(crate) fn text(&mut self, most: usize) -> Option<String> {
        let length = self.small()?;
        let text = std::str::from_utf8(self.take(length)?).ok()?;
        (text.chars().count() <= most).then(|| text.to_owned())
    }

    /// The number of a slug.
    pub(crate) fn digest(&mut self) -> Option<Check> {
        self.take(CHECK)?.try_into().ok()
    }

    /// True if the [`digest`] of all that was read comes next.
    pub(crate) fn is_whole(&mut self) -> bool {
        let sum = self.bytes.get(..self.at).map(digest);
        sum.is_some() && self.digest() == sum
    }

    /// True if all values have been read.
    pub(crate) fn is_at_end(&self) -> bool {
        self.at == self.bytes.len()
    }
}

/// The value of a letter.
pub(crate) fn value(sign: char) -> Option<u32> {
    let at = LETTERS.iter().position(|letter| char::from(*letter) == sign)?;
    u32::try_from(at).ok()
}

/// The hash FNV-1a of 32 bits, its upper bits folded into 24.
pub(crate) fn digest(bytes: &[u8]) -> Check {
    let hash = bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let [a, b, c, d] = hash.to_le_bytes();
    [a ^ d, b, c]
}

/// 24 bits of the hash FNV-1a of 64 bits, its upper bits folded into them.
pub(crate) fn checksum(bytes: &[u8]) -> Check {
    let hash = hash(bytes);
    [hash ^ hash >> 24, hash >> 8 ^ hash >> 40, hash >> 16 ^ hash >> 56].map(low_byte)
}

/// The hash FNV-1a of 64 bits.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

const fn low_byte(number: u64) -> u8 {
    number.to_le_bytes()[0]
}
