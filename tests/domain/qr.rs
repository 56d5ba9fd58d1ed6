//! QR codes of links: their size. That a reader reads them is a journey (`sharing.spec.mjs`), with one that is not ours.

use mainspring::domain::qr::{QUIET, QrDrawing};
use mainspring::domain::routine::{Item, Routine, encode};
use mainspring::domain::{catalogue, units::Seconds};

/// The modules of a side, without the border.
fn side(text: &str) -> Option<i32> {
    QrDrawing::of(text).map(|code| code.side - 2 * QUIET)
}

#[test]
fn eight_moves_fit_a_code_of_version_10() {
    let items = catalogue::briefs()
        .iter()
        .zip(0..8)
        .map(|(exercise, key)| Item { rest: Seconds(90), ..Item::prescribed(key, exercise, catalogue::Level::Harder) });
    let routine = Routine { items: items.collect(), ..Routine::empty(String::new(), "Hills") };
    assert_eq!(routine.items.len(), 8);
    let link = format!("https://mainspring.example/r#{}", encode(&routine));
    let side = side(&link).unwrap();
    assert!(side <= 57, "{side} modules for {} bytes: {link}", link.len());
}

#[test]
fn the_size_follows_the_length_and_ends_with_the_largest_code() {
    assert_eq!(side("x"), Some(21));
    assert_eq!(side(&"x".repeat(271)), Some(57));
    assert_eq!(side(&"x".repeat(272)), Some(61));
    assert_eq!(side(&"x".repeat(2953)), Some(177));
    assert_eq!(QrDrawing::of(&"x".repeat(2954)), None);
}

#[test]
fn every_dark_module_is_inside_the_border() {
    let code = QrDrawing::of("https://mainspring.example/r#1~Hills~lunge.b.30.10").unwrap();
    let runs: Vec<(i32, i32, i32)> = code.path.split('M').skip(1).map(run).collect();
    // The first row of a code begins and ends with a finder pattern of seven modules.
    assert_eq!(runs[0], (QUIET, QUIET, 7));
    for (x, y, width) in runs {
        assert!(
            x >= QUIET && x + width <= code.side - QUIET && (QUIET..code.side - QUIET).contains(&y),
            "{x} {y} {width}"
        );
    }
}

/// Place and width of the rectangle "4 4h7v1h-7z".
fn run(text: &str) -> (i32, i32, i32) {
    let (place, rest) = text.split_once('h').unwrap();
    let (x, y) = place.split_once(' ').unwrap();
    let (width, rest) = rest.split_once("v1h-").unwrap();
    assert_eq!(rest, format!("{width}z"));
    (x.parse().unwrap(), y.parse().unwrap(), width.parse().unwrap())
}
