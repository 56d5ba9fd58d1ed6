//! The path under which a host serves the app: put on and taken off, and never taken for a place.

use crate::cases::cases;
use mainspring::domain::base::Base;
use mainspring::domain::place::Place;
use proptest::prelude::*;
use rstest::rstest;

fn base(path: &str) -> Base {
    Base::new(path.to_owned())
}

#[rstest]
#[case::the_root("", "/routines", Some("/routines"))]
#[case::the_root_itself("", "/", Some("/"))]
#[case::no_path_at_all("", "", Some(""))]
#[case::a_place("/mainspring", "/mainspring/routines", Some("/routines"))]
#[case::its_first_page("/mainspring", "/mainspring/", Some("/"))]
#[case::without_the_last_slash("/mainspring", "/mainspring", Some(""))]
#[case::two_parts("/~club/train", "/~club/train/plan", Some("/plan"))]
#[case::a_doubled_slash("/mainspring", "/mainspring//routines", Some("//routines"))]
#[case::twice("/mainspring", "/mainspring/mainspring/plan", Some("/mainspring/plan"))]
#[case::capitals("/mainspring", "/Mainspring/plan", Some("/plan"))]
#[case::outside("/mainspring", "/routines", None)]
#[case::the_root_of_the_host("/mainspring", "/", None)]
#[case::a_longer_name("/mainspring", "/mainspring2/plan", None)]
#[case::a_shorter_name("/mainspring", "/main", None)]
#[case::in_the_middle_of_a_letter("/mainspring", "/mainsprin\u{e9}", None)]
fn a_path_without_its_base(#[case] path: &str, #[case] address: &str, #[case] rest: Option<&str>) {
    assert_eq!(base(path).without(address), rest);
}

#[rstest]
#[case::the_root("", "/r#1~Hills", "/r#1~Hills")]
#[case::a_shared_routine("/mainspring", "/r#1~Hills", "/mainspring/r#1~Hills")]
#[case::the_first_page("/mainspring", "/", "/mainspring/")]
fn an_address_with_its_base(#[case] path: &str, #[case] href: &str, #[case] address: &str) {
    assert_eq!(base(path).with(href), address);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_is_put_on_is_taken_off_again(path in "(/[A-Za-z0-9~_-]{1,8}){0,3}", href in "/\\PC{0,20}") {
        let (base, address) = (base(&path), base(&path).with(&href));
        prop_assert_eq!(base.without(&address), Some(&*href));
    }

    #[test]
    fn a_place_is_the_same_under_any_base(path in "(/[A-Za-z0-9~_-]{1,8}){0,3}", rest in "(/?[^?#]{0,9}){0,5}") {
        let address = base(&path).with(&format!("/{rest}"));
        let found = base(&path).without(&address).map(|rest| Place::parse(rest, "", ""));
        prop_assert_eq!(found, Some(Place::parse(&format!("/{rest}"), "", "")));
    }
}
