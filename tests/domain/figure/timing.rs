//! Timing: steps, flights and landings, holds, breath, and turns that do not lock.

use super::{far, frames, motions};
use mainspring::domain::catalogue::{self, Level};
use mainspring::domain::figure::{
    Camera, Easing, Figure, Key, LIE, Motion, MotionSampler, Pose, STAND, STILL, Skeleton, hand, key, reach,
};
use rstest::rstest;

fn sampler(id: &str, level: Level) -> MotionSampler {
    MotionSampler::of(catalogue::find(id).unwrap().at(level).motion)
}

#[rstest]
#[case::forward("lunge", Level::Base, 0.0, 0.8, 0)]
#[case::back("lunge", Level::Hard, 6.0, 6.9, 0)]
#[case::to_the_side("monster-walk", Level::Base, 0.0, 1.0, 0)]
fn a_foot_stays_until_it_is_loaded_off_and_is_down_before_it_is_loaded(
    #[case] id: &str,
    #[case] level: Level,
    #[case] from: f32,
    #[case] to: f32,
    #[case] side: usize,
) {
    let sampler = sampler(id, level);
    let foot = |share: f32| sampler.at(from + (to - from) * share).legs[side];
    let (start, end) = (foot(0.0), foot(1.0));
    assert!(far(start.ball, end.ball) > 0.05, "it does not step");
    for step in 0..=20_u8 {
        let share = f32::from(step) / 20.0;
        let now = foot(share);
        if share < 0.55 {
            assert!(now.planted && far(now.ball, start.ball) < 1e-4, "it has left at {share}");
        } else if share > 0.9 {
            assert!(now.planted && far(now.ball, end.ball) < 1e-4, "it is not down at {share}");
        }
    }
    assert!(foot(0.725).ball.y() > 0.012 && !foot(0.725).planted, "it slides: {:?}", foot(0.725).ball);
}

#[rstest]
#[case::squat("deep-squat")]
#[case::lunge("lunge")]
fn a_body_in_the_air_falls_freely(#[case] id: &str) {
    const RATE: f32 = 60.0;
    let sampler = sampler(id, Level::Harder);
    let frames: Vec<Skeleton> = (0..180_u8).map(|frame| sampler.at(f32::from(frame) / RATE)).collect();
    let mut falls = 0;
    for three in frames.windows(3).filter(|three| three.iter().all(|body| body.contacts().is_empty())) {
        let [before, now, after] = [0, 1, 2].map(|at| three[at].centre_of_mass());
        let fall = (after.y() - 2.0 * now.y() + before.y()) * RATE * RATE;
        assert!((fall + 9.81 / 1.75).abs() < 0.25, "it accelerates by {fall}");
        falls += 1;
    }
    assert!(falls > 20, "{falls} frames in the air");
}

#[test]
fn a_jump_lands_straight_into_the_next_squat() {
    let sampler = sampler("deep-squat", Level::Harder);
    let speed = |time: f32| (sampler.at(time).hips.y() - sampler.at(time + 0.02).hips.y()) / 0.02;
    assert!(speed(0.02) > 0.8 && speed(0.02) > 4.0 * speed(0.4), "{} and {}", speed(0.02), speed(0.4));
    for step in 1..=15_u8 {
        let time = 0.1 * f32::from(step);
        assert!(speed(time) > 0.01, "it stands still at {time} s: {}", speed(time));
    }
}

/// Of a hold that goes on, the figure never steps down in the middle, and nothing of it jumps.
#[test]
fn a_hold_is_entered_held_as_long_as_it_lasts_and_left() {
    const FRAME: f32 = 1.0 / 60.0;
    let sampler = sampler("single-leg-balance", Level::Base);
    let (mut time, mut before) = (0.0, sampler.at(0.0));
    for frame in 0..1800_u16 {
        let holds = frame < 1700;
        time = sampler.after(time, FRAME, holds);
        let now = sampler.at(time);
        let lifted = now.legs[1].ball.y() > 0.05;
        assert!(lifted || !(100..1700).contains(&frame), "the foot is down in frame {frame}");
        let moved = [
            far(before.legs[1].ball, now.legs[1].ball),
            far(before.arms[0].tip, now.arms[0].tip),
            far(before.shoulders, now.shoulders),
            0.004 * (before.breath - now.breath).abs(),
        ];
        assert!(moved.iter().all(|moved| *moved < 0.03), "it jumps in frame {frame}: {moved:?}");
        assert!(!lifted || frame < 100 || moved[1] < 0.004, "it jumps in frame {frame} of the hold: {moved:?}");
        before = now;
    }
    assert!(before.legs[1].ball.y() < 0.003 || time < 6.5, "it is not left: {time}");
}

#[test]
fn every_motion_breathes() {
    for (name, motion, _) in motions() {
        let breaths: Vec<f32> = frames(motion).iter().map(|(_, body)| body.breath).collect();
        let (least, most) = breaths.iter().fold((f32::MAX, f32::MIN), |(a, b), at| (a.min(*at), b.max(*at)));
        assert!(least < -0.95 && most > 0.95, "{name}: {least} … {most}");
    }
    // The chest of a standing body, from its side: at 0.75 of its height.
    let front = |breath: f32| {
        let body = Skeleton { breath, ..Skeleton::of(&STAND) };
        let lines = Figure::silhouette(&body, &Camera::at(90.0, 0.0));
        let chest = lines.into_iter().flatten().filter(|at| (at.y - 0.75).abs() < 0.02);
        chest.map(|at| at.x).fold(f32::MIN, f32::max)
    };
    let moved = front(1.0) - front(-1.0);
    assert!((0.006..0.0085).contains(&moved), "the chest moves by {moved}");
}

/// The elbow goes the shortest way, though "raised in front" says nothing of an arm at the side.
#[test]
fn an_arm_goes_from_the_front_to_the_side_without_a_turn_that_locks() {
    let front = Pose { arms: [hand(0.3, 0.8, 0.1, 20.0), hand(0.3, 0.8, -0.1, 20.0)], ..STAND };
    let aside = Pose { arms: [reach(150.0, 88.0, 0.0, 4.0), reach(-40.0, 88.0, 0.0, 4.0)], ..STAND };
    let keys: Vec<Key> = vec![key(0.0, Easing::Settle, front), key(1.0, Easing::Settle, aside)];
    let sampler = MotionSampler::of(&Motion { period: 2.0, keys: keys.leak(), ..STILL });
    for side in [0, 1] {
        let upper = |at: f32| {
            let arm = sampler.at(at).arms[side];
            (arm.elbow - arm.shoulder).unit()
        };
        let ways: Vec<_> = (8..=107_u8).map(|step| upper(f32::from(step) * 0.01)).collect();
        let way: f32 = ways.windows(2).map(|pair| far(pair[0], pair[1])).sum();
        let shortest = ways[0].dot(ways[ways.len() - 1]).acos();
        assert!(way < 1.02 * shortest, "side {side} goes {way}, not {shortest}");
    }
}

#[rstest]
#[case::on_the_back(0.0, 1.0, 0.0)]
#[case::on_the_left_side(90.0, 0.0, 1.0)]
#[case::on_the_right_side(-90.0, 0.0, -1.0)]
#[case::face_down(180.0, -1.0, 0.0)]
fn a_lying_body_rolls_about_its_length(#[case] roll: f32, #[case] up: f32, #[case] right: f32) {
    let body = Skeleton::of(&Pose { roll, pillow: None, ..LIE });
    assert!(body.chest.up.x() < -0.999, "it lies along {:?}", body.chest.up);
    assert!(
        (body.chest.forward.y() - up).abs() < 1e-3 && (body.chest.forward.z() - right).abs() < 1e-3,
        "{:?}",
        body.chest
    );
}

#[test]
fn pelvis_waist_and_ribs_turn_against_each_other() {
    let body = Skeleton::of(&Pose { twist: 40.0, ..STAND });
    let turn = |forward: mainspring::domain::figure::Vector| forward.z().atan2(forward.x()).to_degrees();
    let turns = [body.pelvis, body.loin, body.chest].map(|frame| turn(frame.forward));
    assert!(turns[0].abs() < 0.1 && (turns[1] - 16.0).abs() < 0.5 && (turns[2] - 40.0).abs() < 0.5, "{turns:?}");
}
