//! Two hundred exercises that there are not, for the bench of the solver and its properties.

use mainspring::domain::catalogue::{
    Area, Beat, BodyPart, BodyPosition, Demand, Dose, Intensity, Job, Kit, Level, Measure, SideName, Sides,
    TrainingFacts,
};
use mainspring::domain::coach::made::Candidate;

/// Two hundred exercises of all kinds, each at three levels.
#[must_use]
pub fn invented() -> Vec<Candidate<'static>> {
    let mut state = 7_u64;
    let mut chance = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let mut candidates = Vec::new();
    for number in 0..200 {
        let slug: &'static str = Box::leak(format!("invented-{number}").into_boxed_str());
        let (sides, measure) = (Sides::ALL[chance(3)], [Measure::Reps, Measure::Seconds, Measure::Steps][chance(3)]);
        let (area, position) = (Area::ALL[chance(4)], BodyPosition::ALL[chance(7)]);
        let jobs: &'static [Job] = if chance(4) == 0 { &[] } else { vec![Job::ALL[chance(5)]].leak() };
        let kit: &'static [Kit] = if chance(2) == 0 { &[] } else { vec![Kit::ALL[chance(8)]].leak() };
        let loads: &'static [BodyPart] = vec![BodyPart::ALL[chance(7)]].leak();
        let base = u16::try_from(if measure == Measure::Seconds { 15 + chance(30) } else { 6 + chance(12) }).unwrap();
        let tempo: &'static [Beat] = if measure == Measure::Seconds {
            &[]
        } else {
            &[Beat { word: "down", seconds: 2 }, Beat { word: "up", seconds: 1 }]
        };
        for (at, level) in Level::ALL.iter().enumerate() {
            let dose = Dose {
                sets: vec![base; 2 + chance(2)].leak(),
                measure,
                hold: 0,
                rest: u16::try_from(30 + 15 * chance(5)).unwrap(),
                side: SideName::Leg,
                or_more: false,
            };
            let intensity = Intensity::ALL[(at + chance(2)).min(2)];
            let jumps = intensity == Intensity::Demanding && chance(3) == 0;
            let demand = Box::leak(Box::new(Demand { dose, sides, kit, loads, tempo, weight: None }));
            let facts = Box::leak(Box::new(TrainingFacts { area, jobs, position, intensity, jumps }));
            candidates.push(Candidate { slug, level: *level, demand, facts });
        }
    }
    candidates
}
