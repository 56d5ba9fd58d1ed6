//! The FIT format (Flexible and Interoperable Data Transfer): a header, messages, and a checksum. Numbers are little-endian. A
//! definition tells the fields of the data messages after it.

/// Seconds from 1970 to 1989-12-31, when the time of FIT begins.
pub(super) const EPOCH: i64 = 631_065_600;
/// The longest text of a field, in bytes: its size is one byte, and a text ends with a zero.
const MAX_TEXT: usize = 254;
const HEADER: u8 = 14;
/// Protocol 1.0, which every watch reads.
const PROTOCOL: u8 = 0x10;
/// The version of the profile whose numbers are used, in hundredths.
const PROFILE: u16 = 2132;
/// A definition of local message type 0.
const DEFINITION: u8 = 0x40;

/// The value of a field.
#[derive(Clone, Copy, Debug)]
pub(super) enum FitValue<'a> {
    /// One of a list.
    Choice(u8),
    /// A whole number; `None` for no value.
    Short(Option<u16>),
    /// A whole number; `None` for no value.
    Long(Option<u32>),
    /// A serial number.
    Serial(u32),
    /// A text in a field of so many bytes, its end included.
    Text(&'a str, u8),
}

impl FitValue<'_> {
    /// Its size in bytes, and the number of its base type.
    const fn layout(&self) -> [u8; 2] {
        match self {
            Self::Choice(_) => [1, 0x00],
            Self::Short(_) => [2, 0x84],
            Self::Long(_) => [4, 0x86],
            Self::Serial(_) => [4, 0x8c],
            Self::Text(_, size) => [*size, 0x07],
        }
    }

    fn write(&self, to: &mut Vec<u8>) {
        match self {
            Self::Choice(value) => to.push(*value),
            Self::Short(value) => to.extend(value.unwrap_or(u16::MAX).to_le_bytes()),
            Self::Long(value) => to.extend(value.unwrap_or(u32::MAX).to_le_bytes()),
            Self::Serial(value) => to.extend(value.to_le_bytes()),
            Self::Text(text, size) => {
                let end = to.len() + usize::from(*size);
                to.extend(cut(text, usize::from(*size) - 1).as_bytes());
                to.resize(end, 0);
            }
        }
    }
}

/// The size of a field that holds the longest of `texts`.
pub(super) fn text_size<'a>(texts: impl Iterator<Item = &'a str>) -> u8 {
    let most = texts.map(|text| text.len().min(MAX_TEXT)).max().unwrap_or(0);
    u8::try_from(most + 1).unwrap_or(u8::MAX)
}

/// The first bytes of `text`, at most so many, with no character cut in two.
fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or(0)]
}

/// A file on its way.
#[derive(Default)]
pub(super) struct FitFile {
    records: Vec<u8>,
    definition: Vec<u8>,
}

impl FitFile {
    /// Appends the message `number` with its fields, after a definition where the one before does not fit.
    pub(super) fn message(&mut self, number: u16, fields: &[(u8, FitValue)]) {
        let mut definition = vec![DEFINITION, 0, 0];
        definition.extend(number.to_le_bytes());
        definition.push(u8::try_from(fields.len()).unwrap_or(u8::MAX));
        for (field, value) in fields {
            definition.push(*field);
            definition.extend(value.layout());
        }
        if definition != self.definition {
            self.records.extend(&definition);
            self.definition = definition;
        }
        self.records.push(0);
        for (_, value) in fields {
            value.write(&mut self.records);
        }
    }

    /// The whole file.
    pub(super) fn finish(self) -> Vec<u8> {
        let mut file = vec![HEADER, PROTOCOL];
        file.extend(PROFILE.to_le_bytes());
        file.extend(u32::try_from(self.records.len()).unwrap_or(u32::MAX).to_le_bytes());
        file.extend(b".FIT");
        file.extend(checksum(&file).to_le_bytes());
        file.extend(self.records);
        file.extend(checksum(&file).to_le_bytes());
        file
    }
}

/// CRC-16/ARC.
fn checksum(bytes: &[u8]) -> u16 {
    let bit = |sum: u16, _| if sum & 1 == 0 { sum >> 1 } else { sum >> 1 ^ 0xa001 };
    bytes.iter().fold(0, |sum, byte| (0..8).fold(sum ^ u16::from(*byte), bit))
}
