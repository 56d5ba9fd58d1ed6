//! The surface of the body: the outline of each part in the coordinates of its bone.

use super::outline::Contour;

/// The thigh from the side.
pub(super) const THIGH_SIDE: &Contour = &[
    (-200, 12),
    (-130, 46),
    (120, 57),
    (450, 51),
    (820, 38),
    (1020, 32),
    (1110, 10),
    (1070, -20),
    (920, -31),
    (600, -43),
    (250, -55),
    (-60, -60),
    (-190, -40),
];
/// The shank from the side, the calf behind.
pub(super) const SHANK_SIDE: &Contour = &[
    (-80, 26),
    (20, 31),
    (140, 28),
    (500, 23),
    (920, 19),
    (1030, 6),
    (1030, -10),
    (920, -19),
    (660, -26),
    (330, -42),
    (130, -37),
    (-40, -31),
    (-110, -4),
];
/// The thigh from the front.
pub(super) const THIGH_FRONT: &Contour = &[
    (-160, 10),
    (-100, 40),
    (100, 49),
    (450, 46),
    (820, 36),
    (1020, 31),
    (1090, 12),
    (1090, -12),
    (1000, -30),
    (850, -34),
    (500, -44),
    (150, -50),
    (-60, -44),
    (-150, -20),
];
/// The shank from the front.
pub(super) const SHANK_FRONT: &Contour = &[
    (-80, 14),
    (-30, 29),
    (140, 32),
    (340, 36),
    (620, 27),
    (900, 20),
    (1030, 18),
    (1050, -14),
    (920, -18),
    (620, -25),
    (300, -37),
    (120, -31),
    (-30, -29),
    (-80, -14),
];
/// The upper arm; its front is the side to which the elbow bends.
pub(super) const UPPER_ARM: &Contour = &[
    (-150, 3),
    (-95, 25),
    (80, 35),
    (400, 31),
    (720, 26),
    (1000, 25),
    (1120, 10),
    (1120, -12),
    (1000, -24),
    (650, -28),
    (250, -34),
    (-40, -32),
    (-125, -19),
];
/// The forearm.
pub(super) const FOREARM: &Contour = &[
    (-120, 6),
    (-70, 21),
    (120, 27),
    (340, 27),
    (700, 19),
    (1000, 16),
    (1060, 0),
    (1000, -15),
    (700, -17),
    (300, -23),
    (50, -24),
    (-90, -14),
];
/// The hand, fingers a little curled.
pub(super) const HAND: &Contour = &[
    (-100, 13),
    (120, 19),
    (450, 21),
    (750, 24),
    (970, 22),
    (1030, 10),
    (920, -2),
    (700, -12),
    (400, -17),
    (120, -17),
    (-100, -12),
];
/// The thumb, on the hand's bone.
pub(super) const THUMB: &Contour = &[(60, 8), (160, 22), (360, 36), (540, 42), (600, 34), (500, 24), (360, 8)];
/// A closed fist, on the hand's bone.
pub(super) const FIST: &Contour = &[
    (-100, 13),
    (100, 22),
    (300, 30),
    (520, 30),
    (660, 16),
    (680, -6),
    (560, -20),
    (300, -22),
    (80, -17),
    (-100, -12),
];
/// The trunk from the side, from the hips (0) to the shoulders (1).
pub(super) const TRUNK_SIDE: &Contour = &[
    (-140, -10),
    (-130, -48),
    (20, -68),
    (150, -58),
    (320, -45),
    (520, -46),
    (760, -60),
    (940, -52),
    (1050, -26),
    (1075, 4),
    (1030, 30),
    (900, 50),
    (720, 60),
    (520, 54),
    (340, 49),
    (140, 53),
    (-60, 50),
    (-130, 30),
];
/// The shorts from the side, over hips and the lower trunk.
pub(super) const SHORTS_SIDE: &Contour = &[
    (-160, -4),
    (-145, -50),
    (20, -69),
    (160, -58),
    (190, -20),
    (185, 20),
    (165, 54),
    (20, 55),
    (-120, 51),
    (-160, 25),
];
/// One half of the trunk from the front; the other is its mirror image.
pub(super) const TRUNK_FRONT_HALF: &Contour = &[
    (-100, 60),
    (-40, 88),
    (80, 96),
    (240, 83),
    (400, 75),
    (580, 83),
    (760, 98),
    (900, 108),
    (1010, 98),
    (1075, 74),
    (1110, 53),
    (1085, 34),
    (1060, 12),
];
/// One half of the shorts from the front.
pub(super) const SHORTS_FRONT_HALF: &Contour = &[(-160, 12), (-130, 58), (-50, 90), (80, 97), (200, 88), (210, 40)];
/// The head from the side, around the top of the neck: forward and up, in standing heights.
pub(super) const HEAD_SIDE: &Contour = &[
    (12, 131),
    (44, 121),
    (63, 96),
    (66, 74),
    (77, 56),
    (66, 49),
    (66, 34),
    (60, 16),
    (44, 4),
    (18, 10),
    (4, 20),
    (-26, 26),
    (-42, 52),
    (-44, 86),
    (-24, 120),
];
/// The hair from the side.
pub(super) const HAIR_SIDE: &Contour = &[
    (10, 137),
    (40, 129),
    (62, 108),
    (54, 101),
    (26, 98),
    (12, 82),
    (4, 60),
    (-12, 56),
    (-12, 36),
    (-30, 22),
    (-48, 46),
    (-51, 86),
    (-30, 124),
];
/// One half of the head from the front: aside and up.
pub(super) const HEAD_FRONT_HALF: &Contour = &[(20, 4), (38, 24), (45, 50), (46, 80), (36, 114), (16, 130)];
/// One half of the hair from the front.
pub(super) const HAIR_FRONT_HALF: &Contour = &[(12, 104), (30, 98), (41, 78), (46, 62), (51, 82), (40, 120), (17, 137)];
