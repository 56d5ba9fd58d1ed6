//! Numbers and lists in packed bytes.

pub(super) const LENGTH: f32 = 10_000.0;
pub(super) const TIME: f32 = 100.0;

/// The bytes left to read. Bytes beyond the end read as zeros.
pub(super) struct Bytes(pub(super) &'static [u8]);

impl Bytes {
    pub(super) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    pub(super) fn index(&mut self) -> usize {
        usize::from(self.byte())
    }

    pub(super) fn whole(&mut self) -> u16 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u16::from(byte & 0x7f) << shift;
            shift = (shift + 7) & 15;
            if byte < 0x80 {
                return number;
            }
        }
    }

    pub(super) fn signed(&mut self) -> i16 {
        let number = self.whole();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }

    pub(super) fn time(&mut self) -> f32 {
        f32::from(self.signed()) / TIME
    }

    pub(super) fn length(&mut self) -> f32 {
        f32::from(self.signed()) / LENGTH
    }

    pub(super) fn list<T: Copy>(&mut self, of: &'static [T]) -> &'static [T] {
        self.many(|bytes| of[bytes.index()])
    }

    pub(super) fn many<T>(&mut self, mut one: impl FnMut(&mut Self) -> T) -> &'static [T] {
        (0..self.byte()).map(|_| one(self)).collect::<Vec<_>>().leak()
    }
}
