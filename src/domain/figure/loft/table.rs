//! Tables of sections, tuned by eye; half-widths in standing heights.

use crate::domain::figure::four::Four;

/// A section of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Its position along the bone.
    pub(super) at: f32,
    /// The half-widths outward, inward, to the front and to the back.
    pub(super) half: Four,
    /// The distance of its middle from the bone.
    pub(super) off: f32,
}

/// A row as it is stored: its position and the distance of its middle in thousandths, the half-widths in half thousandths.
pub(super) struct StoredRow {
    at: i16,
    off: i8,
    half: [u8; 4],
}

impl StoredRow {
    pub(super) fn read(&self) -> Row {
        let [out, inward, front, back] = self.half.map(f32::from);
        let half = Four::of([out, inward, front, back]).times(Four::all(0.0005));
        Row { at: f32::from(self.at) * 0.001, half, off: f32::from(self.off) * 0.001 }
    }
}

const fn row(at: f32, out: f32, inward: f32, front: f32, back: f32) -> StoredRow {
    beside(at, out, inward, front, back, 0.0)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is written in these tables fits")]
const fn beside(at: f32, out: f32, inward: f32, front: f32, back: f32, off: f32) -> StoredRow {
    const fn half(width: f32) -> u8 {
        (width * 2000.0 + 0.5) as u8
    }
    let half = [half(out), half(inward), half(front), half(back)];
    StoredRow { at: (at * 1000.0).round_ties_even() as i16, off: (off * 1000.0).round_ties_even() as i8, half }
}

pub(super) static THIGH: [StoredRow; 9] = [
    row(-0.14, 0.030, 0.024, 0.036, 0.040),
    row(-0.06, 0.043, 0.036, 0.050, 0.052),
    row(0.0, 0.046, 0.044, 0.054, 0.056),
    row(0.15, 0.047, 0.047, 0.056, 0.055),
    row(0.35, 0.0445, 0.043, 0.054, 0.050),
    row(0.6, 0.039, 0.036, 0.046, 0.042),
    row(0.8, 0.033, 0.031, 0.037, 0.034),
    row(0.92, 0.031, 0.0315, 0.033, 0.031),
    row(1.0, 0.0295, 0.031, 0.032, 0.029),
];

pub(super) static SHANK: [StoredRow; 9] = [
    row(0.0, 0.0295, 0.031, 0.032, 0.029),
    row(0.09, 0.030, 0.030, 0.031, 0.033),
    row(0.2, 0.0335, 0.031, 0.0275, 0.040),
    row(0.32, 0.0345, 0.034, 0.026, 0.044),
    row(0.45, 0.031, 0.0325, 0.0245, 0.040),
    row(0.6, 0.026, 0.0265, 0.0225, 0.030),
    row(0.78, 0.0195, 0.020, 0.0195, 0.0215),
    row(0.9, 0.0170, 0.0175, 0.0175, 0.0195),
    row(1.0, 0.0185, 0.019, 0.018, 0.020),
];

pub(super) static UPPER_ARM: [StoredRow; 9] = [
    row(-0.15, 0.009, 0.011, 0.012, 0.012),
    row(-0.09, 0.0215, 0.020, 0.025, 0.025),
    row(0.0, 0.029, 0.026, 0.033, 0.032),
    row(0.14, 0.030, 0.026, 0.0345, 0.034),
    row(0.34, 0.0265, 0.024, 0.033, 0.032),
    row(0.55, 0.0230, 0.0225, 0.0305, 0.030),
    row(0.75, 0.0220, 0.0215, 0.026, 0.027),
    row(0.92, 0.0235, 0.0240, 0.0235, 0.025),
    row(1.0, 0.0240, 0.0245, 0.0225, 0.023),
];

pub(super) static FOREARM: [StoredRow; 7] = [
    row(0.0, 0.0240, 0.0245, 0.0225, 0.023),
    row(0.12, 0.0265, 0.025, 0.024, 0.023),
    row(0.28, 0.0262, 0.0240, 0.024, 0.022),
    row(0.5, 0.0220, 0.0205, 0.0205, 0.0190),
    row(0.75, 0.0172, 0.0168, 0.0152, 0.0145),
    row(0.92, 0.0155, 0.0155, 0.0125, 0.0118),
    row(1.0, 0.0160, 0.0160, 0.0120, 0.0115),
];

/// From the crotch to the root of the neck: 0 the hips, 1 the shoulders.
pub(super) static TRUNK: [StoredRow; 18] = [
    row(-0.15, 0.024, 0.024, 0.020, 0.026),
    row(-0.12, 0.048, 0.048, 0.038, 0.042),
    row(-0.05, 0.081, 0.081, 0.049, 0.056),
    row(0.05, 0.0945, 0.0945, 0.053, 0.063),
    row(0.15, 0.0905, 0.0905, 0.053, 0.060),
    row(0.25, 0.0815, 0.0815, 0.050, 0.050),
    row(0.36, 0.0745, 0.0745, 0.048, 0.043),
    row(0.46, 0.0750, 0.0750, 0.050, 0.042),
    row(0.58, 0.0815, 0.0815, 0.054, 0.047),
    row(0.70, 0.0905, 0.0905, 0.059, 0.055),
    row(0.80, 0.0945, 0.0945, 0.060, 0.060),
    row(0.88, 0.0935, 0.0935, 0.054, 0.060),
    row(0.95, 0.0915, 0.0915, 0.046, 0.053),
    row(1.0, 0.0905, 0.0905, 0.036, 0.047),
    row(1.04, 0.0835, 0.0835, 0.029, 0.042),
    row(1.08, 0.0620, 0.0620, 0.025, 0.038),
    row(1.12, 0.0435, 0.0435, 0.023, 0.034),
    row(1.15, 0.0335, 0.0335, 0.021, 0.030),
];

/// From the shoulders to the skull.
pub(super) static NECK: [StoredRow; 6] = [
    row(0.0, 0.0355, 0.0355, 0.0300, 0.0350),
    row(0.2, 0.0335, 0.0335, 0.0295, 0.0340),
    row(0.4, 0.0320, 0.0320, 0.0285, 0.0335),
    row(0.6, 0.0310, 0.0310, 0.0285, 0.0340),
    row(0.8, 0.0305, 0.0305, 0.0280, 0.0345),
    row(1.0, 0.0305, 0.0305, 0.0280, 0.0360),
];

/// By the height over the top of the neck, in standing heights; the middle lies so far in front of the neck.
pub(super) static HEAD: [StoredRow; 17] = [
    beside(0.000, 0.010, 0.010, 0.012, 0.014, 0.036),
    beside(0.005, 0.021, 0.021, 0.024, 0.026, 0.034),
    beside(0.013, 0.029, 0.029, 0.034, 0.033, 0.029),
    beside(0.022, 0.0335, 0.0335, 0.0365, 0.036, 0.025),
    beside(0.028, 0.036, 0.036, 0.0395, 0.038, 0.021),
    beside(0.034, 0.0380, 0.0380, 0.0448, 0.040, 0.018),
    beside(0.041, 0.0400, 0.0400, 0.0463, 0.045, 0.016),
    beside(0.050, 0.0425, 0.0425, 0.0490, 0.049, 0.013),
    beside(0.060, 0.0440, 0.0440, 0.0512, 0.054, 0.010),
    beside(0.070, 0.0453, 0.0453, 0.0510, 0.057, 0.010),
    beside(0.080, 0.0458, 0.0458, 0.0540, 0.0575, 0.010),
    beside(0.090, 0.0455, 0.0455, 0.0552, 0.057, 0.009),
    beside(0.102, 0.0435, 0.0435, 0.0525, 0.054, 0.008),
    beside(0.113, 0.038, 0.038, 0.0440, 0.047, 0.007),
    beside(0.122, 0.029, 0.029, 0.033, 0.036, 0.006),
    beside(0.128, 0.018, 0.018, 0.021, 0.023, 0.005),
    beside(0.131, 0.006, 0.006, 0.008, 0.009, 0.004),
];

/// By the distance before the ankle, in standing heights; "front" is up; the middle lies so high over the sole.
pub(super) static FOOT: [StoredRow; 8] = [
    beside(-0.041, 0.010, 0.010, 0.014, 0.008, 0.016),
    beside(-0.034, 0.0185, 0.0185, 0.026, 0.013, 0.013),
    beside(-0.018, 0.0215, 0.0215, 0.036, 0.013, 0.013),
    beside(0.002, 0.0210, 0.0210, 0.040, 0.012, 0.012),
    beside(0.022, 0.0225, 0.0205, 0.034, 0.011, 0.012),
    beside(0.045, 0.0260, 0.0235, 0.0225, 0.010, 0.011),
    beside(0.066, 0.0295, 0.0260, 0.0150, 0.009, 0.010),
    beside(0.078, 0.0295, 0.0265, 0.0120, 0.008, 0.0095),
];

/// By the distance before the hinge of the toes.
pub(super) static TOES: [StoredRow; 4] = [
    beside(0.0, 0.0295, 0.0265, 0.0120, 0.008, 0.0095),
    beside(0.014, 0.0265, 0.0260, 0.0100, 0.0075, 0.009),
    beside(0.028, 0.0205, 0.0235, 0.008, 0.006, 0.0085),
    beside(0.037, 0.0105, 0.0160, 0.005, 0.005, 0.008),
];

/// By the share of the palm's length; "outward" is to the thumb, "front" the palm's side.
pub(super) static PALM: [StoredRow; 5] = [
    row(-0.10, 0.0155, 0.0155, 0.0115, 0.0115),
    row(0.15, 0.0170, 0.0165, 0.0125, 0.0125),
    row(0.5, 0.0205, 0.0200, 0.0125, 0.0125),
    row(0.85, 0.0225, 0.0210, 0.0105, 0.0105),
    row(1.0, 0.0215, 0.0200, 0.009, 0.009),
];

/// From its root down, 0.080 to 0.048 over the top of the neck.
pub(super) static NOSE: [StoredRow; 6] = [
    beside(0.0, 0.004, 0.004, 0.0065, 0.010, 0.0575),
    beside(0.25, 0.0048, 0.0048, 0.0065, 0.010, 0.0590),
    beside(0.5, 0.0060, 0.0060, 0.0065, 0.010, 0.0635),
    beside(0.75, 0.0072, 0.0072, 0.0065, 0.010, 0.0672),
    beside(0.875, 0.0080, 0.0080, 0.0065, 0.010, 0.0680),
    beside(1.0, 0.0075, 0.0075, 0.0065, 0.010, 0.0650),
];

/// From its lobe up, 0.040 to 0.074 over the top of the neck.
pub(super) static EAR: [StoredRow; 5] = [
    beside(0.0, 0.003, 0.003, 0.004, 0.004, 0.0),
    beside(0.18, 0.004, 0.004, 0.0078, 0.0078, 0.0),
    beside(0.53, 0.0046, 0.0046, 0.011, 0.011, -0.002),
    beside(0.82, 0.0048, 0.0048, 0.011, 0.011, -0.004),
    beside(1.0, 0.003, 0.003, 0.006, 0.006, -0.005),
];
