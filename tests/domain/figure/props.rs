//! Kit in the picture.

use super::motions;
use mainspring::domain::catalogue::{self, Kit, Level};
use mainspring::domain::figure::{Layer, MotionSampler, Paint, Picture, Prop, View};
use rstest::rstest;

#[rstest]
#[case::a_loop_band(Kit::LoopBand, "LoopBand")]
#[case::a_long_band(Kit::LongBand, "LongBand")]
#[case::a_dowel(Kit::Dowel, "Dowel")]
#[case::a_kettlebell(Kit::Kettlebell, "Kettlebell")]
#[case::straps(Kit::Straps, "Straps")]
fn who_needs_it_has_it(#[case] kit: Kit, #[case] prop: &str) {
    for (name, motion, variation) in motions() {
        let shown = motion.props.iter().any(|shown| format!("{shown:?}").starts_with(prop));
        assert_eq!(shown, variation.kit.contains(&kit), "{name}");
    }
}

#[test]
fn who_stands_on_something_soft_is_seen_to() {
    for (name, motion, variation) in motions() {
        let soft = |prop: &Prop| matches!(prop, Prop::Bosu { .. } | Prop::Pillow { .. });
        let needs = variation.kit.iter().any(|kit| matches!(kit, Kit::Bosu | Kit::SoftSurface));
        assert_eq!(motion.props.iter().any(soft), needs, "{name}");
    }
}

#[rstest]
#[case::bent(Level::Hard)]
#[case::straight(Level::Harder)]
fn a_long_band_runs_behind_the_head_on_its_way_to_the_far_hand(#[case] level: Level) {
    let motion = catalogue::find("banded-dead-bug").unwrap().at(level).motion;
    let sampler = MotionSampler::of(motion);
    for step in 0..=15_u8 {
        let time = 1.0 + f32::from(step) * 0.1;
        let body = sampler.at(time);
        let picture = Picture::of(motion, &body, View::Side, time);
        let hair = picture.layers.iter().position(|layer| layer.parts[0].0 == Paint::Hair).unwrap();
        let left = |layers: &[Layer]| {
            let bands = layers.iter().flat_map(|layer| &layer.parts).filter(|(paint, _)| *paint == Paint::Band);
            bands.flat_map(|(_, band)| band.points()).map(|at| at.x).fold(f32::MAX, f32::min)
        };
        let (behind, before) = (left(&picture.layers[..hair]), left(&picture.layers[hair..]));
        assert!(behind < body.arms[1].wrist.x, "it ends at {behind}, not in the hand");
        assert!(before > body.neck.x, "at {time} it lies on the head, from {before}");
    }
}

#[test]
fn from_the_front_both_straps_end_under_the_hands() {
    let motion = catalogue::find("supported-pistol-squat").unwrap().levels.base.motion;
    for time in [0.0, 1.0, 2.0, 3.0] {
        let picture = Picture::of(motion, &MotionSampler::of(motion).at(time), View::Front, time);
        let paints: Vec<Paint> = picture.layers.iter().rev().map(|layer| layer.parts[0].0).collect();
        assert_eq!(paints[..3], [Paint::Skin, Paint::Skin, Paint::Band], "arm, arm and straps at {time}");
    }
}

#[test]
fn half_a_ball_tips_with_who_stands_on_it_and_stays_under_the_foot() {
    let motion = catalogue::find("single-leg-balance").unwrap().levels.harder.motion;
    let sampler = MotionSampler::of(motion);
    for view in [View::Side, View::Front] {
        let mut tips = Vec::new();
        for step in 0..140_u8 {
            let time = f32::from(step) * 0.05;
            let body = sampler.at(time);
            let picture = Picture::of(motion, &body, view, time);
            let (_, board) = picture.layers[0].parts.iter().find(|(paint, _)| *paint == Paint::Iron).unwrap();
            let [left, right] = [board.points()[0], board.points()[1]];
            for at in [body.legs[0].heel, body.legs[0].toe].map(|at| view.point(at)) {
                let height = left.y + (right.y - left.y) * (at.x - left.x) / (right.x - left.x);
                assert!((at.y - height).abs() <= 0.004, "{view:?} at {time}: {} over {height}", at.y);
            }
            tips.push(right.y - left.y);
        }
        let (least, most) = tips.iter().fold((f32::MAX, f32::MIN), |(a, b), tip| (a.min(*tip), b.max(*tip)));
        assert!(least < -0.005 && most > 0.005, "{view:?}: {least} … {most}");
    }
}
