//! The language that the app is built in, and its data from the browser.

use crate::browser::intl;
use crate::text::{Category, IS_ENGLISH, LOCALE, locale};

/// Installs the browser's plurals, numbers and names of days and months, unless the app is in English.
pub fn speak() {
    if IS_ENGLISH {
        return;
    }
    locale::install(locale::Locale {
        plural: |count| category(&intl::plural_category(LOCALE, count)),
        number: |count| intl::number(LOCALE, count),
        days: ["long", "short", "narrow"].map(|width| intl::days(LOCALE, width)),
        months: ["long", "short"].map(|width| intl::months(LOCALE, width)),
    });
}

fn category(name: &str) -> Category {
    match name {
        "zero" => Category::Zero,
        "one" => Category::One,
        "two" => Category::Two,
        "few" => Category::Few,
        "many" => Category::Many,
        _ => Category::Other,
    }
}
