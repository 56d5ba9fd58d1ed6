//! Values in few letters, for links: numbers of variable length in URL-safe Base64 (RFC 4648, section 5, without padding), with
//! a checksum at the end. Knows nothing of what is written. Reading is total.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The bytes of the checksum.
const CHECK: usize = 3;

/// Values on their way into a text.
#[derive(Debug, Default)]
pub(crate) struct CodeWriter(Vec<u8>);

impl CodeWriter {
    /// Appends a number: seven bits a byte, the lowest first.
    pub(crate) fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.0.push(low_byte(number) | 0x80);
            number >>= 7;
        }
        self.0.push(low_byte(number));
    }

    /// Appends a number that may be negative.
    pub(crate) fn signed(&mut self, number: i64) {
        self.number((number << 1 ^ number >> 63).cast_unsigned());
    }

    /// Appends a text.
    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend(text.as_bytes());
    }

    /// The text of all values and their checksum.
    pub(crate) fn finish(mut self) -> String {
        let check = checksum(&self.0);
        self.0.extend(check);
        let mut code = String::with_capacity(self.0.len() * 4 / 3 + 2);
        for chunk in self.0.chunks(3) {
            let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or_default());
            let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
            for at in 0..=chunk.len() {
                code.push(char::from(LETTERS[(bits >> (18 - 6 * at) & 63) as usize]));
            }
        }
        code
    }
}

/// Values read from a text, in the order in which they were written.
#[derive(Debug)]
pub(crate) struct CodeReader {
    bytes: Vec<u8>,
    at: usize,
}

impl CodeReader {
    /// The values in `code`; `None` if its checksum is wrong.
    pub(crate) fn of(code: &str) -> Option<Self> {
        let mut bytes = Vec::with_capacity(code.len());
        let (mut bits, mut count) = (0_u32, 0_u32);
        for letter in code.bytes() {
            let value = LETTERS.iter().position(|known| *known == letter)?;
            bits = bits << 6 | u32::try_from(value).ok()?;
            count += 6;
            if count >= 8 {
                count -= 8;
                bytes.push(low_byte(u64::from(bits >> count)));
                bits &= (1 << count) - 1;
            }
        }
        let check = bytes.split_off(bytes.len().checked_sub(CHECK)?);
        (bits == 0 && count < 6 && check == checksum(&bytes)).then_some(Self { bytes, at: 0 })
    }

    /// The next number.
    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for place in 0..9 {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            number |= u64::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// The next number, if it fits.
    pub(crate) fn small<N: TryFrom<u64>>(&mut self) -> Option<N> {
        N::try_from(self.number()?).ok()
    }

    /// The next number, which may be negative.
    pub(crate) fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    /// The next text, of at most `longest` bytes.
    pub(crate) fn text(&mut self, longest: usize) -> Option<String> {
        let length = self.small::<usize>().filter(|length| *length <= longest)?;
        let bytes = self.bytes.get(self.at..self.at + length)?;
        self.at += length;
        String::from_utf8(bytes.to_vec()).ok()
    }

    /// True if all values have been read.
    pub(crate) fn is_at_end(&self) -> bool {
        self.at == self.bytes.len()
    }
}

/// 24 bits of the hash FNV-1a, its upper bits folded into them.
fn checksum(bytes: &[u8]) -> [u8; CHECK] {
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
