//! The browser's knowledge of a language (`Intl`): plural categories, numbers, names of days and months.

use js_sys::{Array, Date, Intl, Number, Object, Reflect};

/// The category of a number: "one", "other", and in some languages more.
#[must_use]
pub fn plural_category(locale: &str, number: u32) -> String {
    let rules = Intl::PluralRules::new(&Array::of1(&locale.into()), &Object::new());
    rules.select(number.into()).into()
}

/// A whole number.
#[must_use]
pub fn number(locale: &str, number: u32) -> String {
    Number::from(number).to_locale_string(locale).into()
}

/// The names of the seven days, Monday first; `width` is "long", "short" or "narrow".
#[must_use]
pub fn days(locale: &str, width: &str) -> [String; 7] {
    // January 2024 began with a Monday.
    std::array::from_fn(|day| name(locale, "weekday", width, &format!("2024-01-{:02}", day + 1)))
}

/// The names of the twelve months; `width` is "long" or "short".
#[must_use]
pub fn months(locale: &str, width: &str) -> [String; 12] {
    std::array::from_fn(|month| name(locale, "month", width, &format!("2024-{:02}-01", month + 1)))
}

fn name(locale: &str, part: &str, width: &str, day: &str) -> String {
    let options = Object::new();
    for (key, value) in [(part, width), ("timeZone", "UTC")] {
        let _ = Reflect::set(&options, &key.into(), &value.into());
    }
    Date::new(&day.into()).to_locale_date_string(locale, &options).into()
}
