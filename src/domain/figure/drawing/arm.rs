//! Arms and hands.

use super::outline::{Contour, Outline};
use super::paint::Paint;
use super::painter::Painter;
use super::surface;
use crate::domain::figure::body::ArmBones;
use crate::domain::figure::body::proportions::{FOREARM, HAND, UPPER_ARM};
use crate::domain::figure::vector::Vector;

impl Painter<'_> {
    pub(super) fn arm(&self, side: usize, far: bool) -> Vec<(Paint, Outline)> {
        let arm = &self.body.arms[side];
        let paint = if far { Paint::FarSkin } else { Paint::Skin };
        let palm = palm(arm);
        let hand = if self.dress.fists[side] { surface::FIST } else { surface::HAND };
        let mut parts = vec![
            (paint, self.bone(surface::UPPER_ARM, arm.shoulder, arm.elbow, UPPER_ARM, arm.front)),
            (paint, self.bone(surface::FOREARM, arm.elbow, arm.wrist, FOREARM, palm)),
            (paint, self.hand(hand, arm)),
        ];
        if !self.dress.fists[side] {
            parts.push((paint, self.hand(surface::THUMB, arm)));
        }
        parts
    }

    /// A contour on the hand. A hand that points at the viewer keeps the size of its knuckles.
    fn hand(&self, contour: &Contour, arm: &ArmBones) -> Outline {
        let (wrist, tip) = (self.point(arm.wrist), self.point(arm.tip));
        let seen = wrist.distance(tip).max(1e-4);
        let tip = wrist.towards(tip, (0.5 * HAND / seen).max(1.0));
        Outline::on_bone(contour, wrist, tip, 0.8 * HAND, self.way(palm(arm)))
    }
}

/// The direction of the front of the forearm, to which the fingers curl.
fn palm(arm: &ArmBones) -> Vector {
    let (upper, fore) = ((arm.elbow - arm.shoulder).unit(), (arm.wrist - arm.elbow).unit());
    arm.front * fore.dot(upper) - upper * fore.dot(arm.front)
}
