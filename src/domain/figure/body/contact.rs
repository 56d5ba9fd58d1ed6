//! The parts of a body that are on a surface: the feet, knees, hands and forearms that a pose puts there, and what lies on the floor.

use super::proportions::{ELBOW_RADIUS, FIST, KNEE_RADIUS, PALM_HEIGHT, SKULL, SKULL_RADIUS};
use super::{ArmBones, ArmContact, LegBones, Skeleton};
use crate::domain::figure::pose::RestingPart;
use crate::domain::figure::vector::Vector;

/// A point of the body on a surface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contact {
    /// The part.
    pub part: ContactPart,
    /// The position.
    pub at: Vector,
}

/// A part of the body that can be on a surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactPart {
    /// The whole sole.
    Sole,
    /// The ball of a foot.
    Ball,
    /// The heel.
    Heel,
    /// The toes.
    Toes,
    /// The knee.
    Knee,
    /// The shin.
    Shin,
    /// The seat.
    Seat,
    /// The back between waist and shoulders.
    Back,
    /// The back or the side of the shoulders.
    Shoulders,
    /// The side of a hip.
    SideOfHip,
    /// The front of a thigh.
    Thigh,
    /// A forearm.
    Forearm,
    /// An elbow.
    Elbow,
    /// A palm.
    Palm,
    /// The knuckles of a fist.
    Fist,
    /// The back of the head.
    Head,
}

/// A part of the trunk lies on the floor if it is no higher than this: it is soft.
const SOFT: f32 = 0.012;
/// Toes are on a surface if they are no higher above it than this.
const LOW: f32 = 0.004;
/// A heel or a ball is lifted if it is higher than the other by this.
const LIFTED: f32 = 0.002;

impl Skeleton {
    /// The points at which the body is on a surface.
    #[must_use]
    pub fn contacts(&self) -> Vec<Contact> {
        let mut all = Vec::new();
        self.legs.iter().for_each(|leg| leg.contacts(&mut all));
        self.arms.iter().for_each(|arm| arm.contacts(&mut all));
        let parts = [
            (ContactPart::Seat, Some(RestingPart::Seat), self.rest_point(RestingPart::Seat)),
            (ContactPart::Back, Some(RestingPart::Back), self.rest_point(RestingPart::Back)),
            (ContactPart::SideOfHip, Some(RestingPart::SideOfHip), self.rest_point(RestingPart::SideOfHip)),
            (ContactPart::Thigh, Some(RestingPart::Thigh), self.rest_point(RestingPart::Thigh)),
            (ContactPart::Shoulders, None, self.shoulders - self.chest.forward * 0.062),
            (
                ContactPart::Shoulders,
                None,
                self.shoulders - self.chest.right * (0.1295 * self.chest.right.y().signum()),
            ),
            (ContactPart::Head, None, self.skull() - Vector::UP * SKULL_RADIUS),
        ];
        // A body that lies face down is not on its seat.
        let faces_down = self.pelvis.forward.y() < -0.5;
        let on = |(part, rest, at): &(ContactPart, Option<RestingPart>, Vector)| {
            let lies = at.y() < SOFT && !(*part == ContactPart::Seat && faces_down);
            lies || (rest.is_some() && *rest == self.rest)
        };
        all.extend(parts.into_iter().filter(on).map(|(part, _, at)| Contact { part, at }));
        all
    }

    /// The middle of the skull.
    extern "C" fn skull(&self) -> Vector {
        self.neck + self.head.forward * SKULL[0] + self.head.up * SKULL[1]
    }
}

impl LegBones {
    fn contacts(&self, all: &mut Vec<Contact>) {
        let mut on = |part: ContactPart, at: Vector| all.push(Contact { part, at });
        if self.kneels {
            let lifted = self.ankle.y() - self.knee.y() > 0.0;
            let part = if lifted { ContactPart::Knee } else { ContactPart::Shin };
            let floor = self.knee.y() - KNEE_RADIUS;
            on(part, self.knee - Vector::UP * KNEE_RADIUS);
            if !lifted {
                on(part, self.ankle.at_height(floor));
            }
            if self.toe.y() < floor + LOW {
                on(ContactPart::Toes, self.toe);
            }
        } else if self.planted && self.heel.y() > self.ball.y() + LIFTED {
            on(ContactPart::Ball, self.ball);
            if self.toe.y() < self.ball.y() + LOW {
                on(ContactPart::Toes, self.toe);
            }
        } else if self.planted && self.ball.y() > self.heel.y() + LIFTED {
            on(ContactPart::Heel, self.heel);
        } else if self.planted {
            for at in [self.heel, self.ball, self.toe] {
                on(ContactPart::Sole, at);
            }
        } else if !self.steps {
            // A free leg that lies on the floor.
            for (part, at, radius) in [(ContactPart::Knee, self.knee, 0.034), (ContactPart::Heel, self.heel, 0.0)] {
                if at.y() < radius + SOFT {
                    on(part, at - Vector::UP * radius);
                }
            }
        }
    }
}

impl ArmBones {
    fn contacts(&self, all: &mut Vec<Contact>) {
        let mut on = |part: ContactPart, at: Vector| all.push(Contact { part, at });
        match self.contact {
            ArmContact::None => {}
            ArmContact::Palm => {
                on(ContactPart::Palm, self.wrist + self.palm * PALM_HEIGHT);
                on(ContactPart::Palm, self.tip + self.palm * PALM_HEIGHT);
            }
            ArmContact::Fist => on(ContactPart::Fist, self.wrist + (self.tip - self.wrist).unit() * FIST),
            ArmContact::Forearm | ArmContact::Elbow => {
                let floor = self.elbow.y() - ELBOW_RADIUS;
                let lies = self.contact == ArmContact::Forearm;
                let part = if lies { ContactPart::Forearm } else { ContactPart::Elbow };
                on(part, self.elbow.at_height(floor));
                if lies {
                    on(part, self.wrist.at_height(floor));
                }
            }
        }
    }
}
