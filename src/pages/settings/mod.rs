//! Settings: goal, kit, sound, appearance, data, and facts about the app.

mod bands;
mod restore;

pub(super) use restore::restore_offer;

use crate::domain::catalogue::{Kit, brief};
use crate::domain::place::Place;
use crate::domain::settings::{FirstSide, Settings, Theme, Toggle, Units, Venue, Volume};
use crate::state::{App, build, close_dialog, has_silent_switch, has_voice, open_dialog};
use crate::text::{common, count, goal, made, offer, options, settings, vocabulary};
use crate::ui::{
    El, Icon, Live, PageHead, Segmented, button, el, goal_choice, hidden_target, icon, tick, value_of, while_typed,
};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, With};
use restore::{restore_button, restore_panel};
use std::rc::Rc;

/// The id of the dialog that confirms erasing everything.
const ERASE: &str = "erase";

/// The player's keys and their actions.
const KEYS: &[(&str, &str)] = &[
    (options::key_space(), options::key_pause()),
    ("→", options::key_next()),
    ("←", options::key_back()),
    ("+ −", options::key_amount()),
    ("E", options::key_easier()),
    ("H", common::something_hurts()),
    ("M", options::key_mute()),
];

pub(super) fn page() -> El {
    let app = App::get();
    let cards = el("div")
        .class("stack settings")
        .child(training(app))
        .child(kit(app))
        .child(bands::bands(app))
        .child(sound(app))
        .child(player(app))
        .child(screen(app))
        .child(data(app))
        .child(about());
    let head = PageHead { title: options::title(), ..PageHead::default() }.view();
    el("div").child(head).child(cards).child(erase(app))
}

/// A card under a heading with this id.
fn card(id: &str, heading: &str) -> El {
    el("section").class("card").attr("aria-labelledby", id).child(el("h2").id(id).text(heading))
}

fn training(app: App) -> El {
    let goal = move || app.choices.settings.with(|settings| settings.goal);
    let choose = move |goal| app.choose(move |settings| Settings { goal, ..settings });
    card("goal", goal::label())
        .child(el("p").class("soft small").text(options::goal_help()))
        .child(goal_choice("goal", goal, choose))
}

fn kit(app: App) -> El {
    let venue = RwSignal::new(Venue::Home);
    let piece = |piece: &Kit| {
        let piece = *piece;
        let ticked = move || app.choices.settings.with(|settings| settings.kit_at(venue.get()).contains(&piece));
        let on_tick = move |at_hand| {
            let venue = venue.get_untracked();
            app.choose(move |settings| settings.with_kit_at(venue, piece, at_hand));
        };
        el("li").child(tick(vocabulary::kit(piece), ticked, on_tick))
    };
    let pieces = el("ul").class("ticks").attr("aria-labelledby", "kit").children(Kit::ALL.iter().map(piece));
    card("kit", options::kit())
        .child(places(venue))
        .child(el("p").class("soft small").text_live(move || {
            if venue.get() == Venue::Home { options::kit_help() } else { options::kit_away() }.to_owned()
        }))
        .child(pieces)
        .child(units(app))
        .live(move || banned(app))
}

/// The exercises that are never wanted, each with the way to allow it again; nothing if there are none.
fn banned(app: App) -> Option<El> {
    let slugs = app.choices.settings.with(|settings| settings.banned.clone());
    let row = |slug: &String| {
        let name = brief(slug).map_or(slug.as_str(), |brief| brief.name).to_owned();
        let slug = slug.clone();
        let allow = button("button quiet").text(made::allow()).child(hidden_target(&name));
        el("li")
            .class("row")
            .attr("data-exercise", &slug)
            .child(el("span").class("grow").text(&name))
            .child(allow.on_click(move || app.ban(&slug, false)))
    };
    let list = el("ul").attr("aria-labelledby", "never").children(slugs.iter().map(row));
    (!slugs.is_empty()).then(|| {
        el("div")
            .child(el("h3").id("never").text(made::banned()))
            .child(el("p").class("soft small").text(made::banned_help()))
            .child(list)
    })
}

/// The place whose kit is shown.
fn places(venue: RwSignal<Venue>) -> El {
    let row = Segmented {
        label: options::kit_place().to_owned(),
        name: "venue".to_owned(),
        options: Venue::ALL.iter().map(|venue| (venue.slug(), settings::venue(*venue))).collect(),
        chosen: Rc::new(move || venue.get().slug()),
        on_choose: Rc::new(move |slug| venue.set(Venue::from_slug(slug).unwrap_or(Venue::Home))),
    };
    row.view()
}

fn units(app: App) -> El {
    let units = move || app.choices.settings.with(|settings| settings.units);
    let choose = move |slug| {
        if let Some(units) = Units::from_slug(slug) {
            app.choose(move |settings| Settings { units, ..settings });
        }
    };
    let row = Segmented {
        label: options::units().to_owned(),
        name: "units".to_owned(),
        options: Units::ALL.iter().map(|units| (units.slug(), settings::units(*units))).collect(),
        chosen: Rc::new(move || units().slug()),
        on_choose: Rc::new(choose),
    };
    let weight = move || settings::starting_words(Kit::Kettlebell, units()).unwrap_or_default();
    let example = move || options::weight(vocabulary::kit(Kit::Kettlebell), &weight());
    field(row).child(el("p").class("soft small").text_live(example))
}

/// A row of options with its label above it.
fn field(row: Segmented) -> El {
    el("div").class("field").child(el("p").class("legend").text(&row.label)).child(row.view())
}

fn sound(app: App) -> El {
    let there = has_voice();
    let has_voice: Live<bool> = Rc::new(move || there.get());
    let sound = move || app.choices.settings.with(|settings| settings.sound);
    let beep = move |sound| app.choose(move |settings| Settings { sound, ..settings });
    let choices = [Toggle::Voice, Toggle::Count, Toggle::Tempo, Toggle::Flash, Toggle::Vibration];
    let choices = choices.into_iter().chain(has_silent_switch().then_some(Toggle::OnSilent));
    let list = el("ul").class("choices").child(el("li").child(tick(options::beep(), sound, beep))).children(
        choices.map(|toggle| {
            let note = (toggle == Toggle::Voice).then(|| no_voice(Rc::clone(&has_voice)));
            choice(app, toggle).children(note)
        }),
    );
    card("sound", options::sound()).child(list).child(volume(app))
}

/// The note for a device without a voice. `has_voice` is true if it has one for the page's language.
fn no_voice(has_voice: Live<bool>) -> El {
    el("p").class("soft small").flag_live("hidden", move || has_voice()).text(options::no_voice())
}

/// A setting of the player, with a line of help if its name is not enough.
fn choice(app: App, toggle: Toggle) -> El {
    let ticked = move || app.choices.settings.with(|settings| toggle.is_on(settings));
    let on_tick = move |on| app.switch(toggle, on);
    let help = Some(settings::help(toggle)).filter(|help| !help.is_empty());
    let help = help.map(|help| el("p").class("soft small").text(help));
    el("li").attr("data-choice", toggle.slug()).child(tick(settings::toggle(toggle), ticked, on_tick)).children(help)
}

/// A volume slider. Saved while it moves; the words follow it.
fn volume(app: App) -> El {
    let held = RwSignal::new(String::new());
    let read = |text: &str| text.parse().map(Volume::clamped).ok();
    let shown = move || read(&held.get()).unwrap_or_else(|| app.choices.settings.with(|settings| settings.volume));
    let keep = move |text: &str| {
        held.set(String::new());
        let volume = read(text);
        app.choose(move |settings| Settings { volume: volume.unwrap_or(settings.volume), ..settings });
    };
    let range = el("input")
        .id("volume")
        .class("range")
        .attr("type", "range")
        .attr("min", "0")
        .attr("max", "100")
        .attr("step", "5")
        .attr_live("aria-valuetext", move || Some(settings::volume(shown())))
        .prop_live("value", move || shown().get().to_string())
        .on("input", move |event| held.set(value_of(&event)));
    let range = while_typed(range, Rc::new(move |text: String| keep(&text)));
    let words = el("span").class("numbers").attr("aria-hidden", "true").text_live(move || settings::volume(shown()));
    let label =
        el("label").class("range-head").attr("for", "volume").child(el("span").text(options::volume())).child(words);
    el("div").class("field").child(label).child(range)
}

fn player(app: App) -> El {
    let choices = [Toggle::BigDigits, Toggle::WaitForMe, Toggle::Pocket, Toggle::Shortcuts];
    let list = el("ul").class("choices").children(choices.map(|toggle| choice(app, toggle)));
    card("player", options::player()).child(list).child(keys()).child(first_side(app))
}

fn keys() -> El {
    let key = |(key, does): &(&str, &str)| el("div").child(el("dt").text(key)).child(el("dd").text(does));
    let list = el("dl").class("keys").children(KEYS.iter().map(key));
    el("details").class("fold").child(el("summary").text(options::keys())).child(list)
}

fn first_side(app: App) -> El {
    let choose = move |slug| {
        if let Some(first_side) = FirstSide::from_slug(slug) {
            app.choose(move |settings| Settings { first_side, ..settings });
        }
    };
    let row = Segmented {
        label: options::first_side().to_owned(),
        name: "first-side".to_owned(),
        options: FirstSide::ALL.iter().map(|side| (side.slug(), settings::first_side(*side))).collect(),
        chosen: Rc::new(move || app.choices.settings.with(|settings| settings.first_side.slug())),
        on_choose: Rc::new(choose),
    };
    field(row).child(el("p").class("soft small").text(options::first_side_help()))
}

fn screen(app: App) -> El {
    let choose = move |slug| {
        if let Some(theme) = Theme::from_slug(slug) {
            app.choose(move |settings| Settings { theme, ..settings });
        }
    };
    let colours = Segmented {
        label: options::colours().to_owned(),
        name: "theme".to_owned(),
        options: Theme::ALL.iter().map(|theme| (theme.slug(), settings::theme(*theme))).collect(),
        chosen: Rc::new(move || app.choices.settings.with(|settings| settings.theme.slug())),
        on_choose: Rc::new(choose),
    };
    card("screen", options::screen()).child(field(colours))
}

fn data(app: App) -> El {
    let memory_only = move || app.memory_only.get();
    let place = move || if memory_only() { options::memory_only() } else { options::stored_here() }.to_owned();
    let storage = el("p")
        .class_live("warn", memory_only)
        .attr_live("data-storage", move || Some(if memory_only() { "memory" } else { "disk" }.to_owned()))
        .text_live(place);
    let sessions = move || app.stored_words();
    let own = move || common::routines(count(app.choices.routines.with(Vec::len)));
    let summary = el("dl")
        .class("summary numbers")
        .child(el("div").child(el("dt").text(options::in_log())).child(el("dd").text_live(sessions)))
        .child(el("div").child(el("dt").text(options::built())).child(el("dd").text_live(own)))
        .child(el("div").child(el("dt").text(options::space())).child(el("dd").text_live(move || used_words(app))));
    let erase = bin().on_click(|| open_dialog(ERASE));
    let undo = move || {
        let undo = button("button").child(icon(Icon::Undo)).text(options::undo_restoring());
        app.can_undo_restore().then(|| undo.on_click(move || app.undo_restore()))
    };
    let ways = el("div")
        .class("row")
        .child(download(app, common::download_data()))
        .child(restore_button(app, "button", offer::from_file()))
        .live(undo)
        .child(erase);
    app.read_storage_facts();
    card("data", options::data()).child(restore_panel(app)).child(storage).child(summary).child(kept(app)).child(ways)
}

/// The browser's promise to keep the data, and the age of the last backup.
fn kept(app: App) -> El {
    let promise = move || match app.storage_facts().is_persisted {
        Some(true) => options::kept(),
        Some(false) => options::may_clear(),
        None => options::can_clear(),
    };
    let copy = move || match app.backup_age() {
        Some(age) => options::copy_age(&age),
        None => options::no_copy().to_owned(),
    };
    let is_persisted = move || app.storage_facts().is_persisted.map(|is_persisted| is_persisted.to_string());
    el("p")
        .class("soft small")
        .attr_live("data-persisted", is_persisted)
        .child(el("span").text_live(move || promise().to_owned()))
        .text(" ")
        .child(el("span").attr("data-backup", "").text_live(copy))
}

/// "1.2 MB". In whole numbers: formatting floating-point numbers costs 11 KB of code.
fn megabytes(bytes: f64) -> String {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a storage's size is far below 2⁵³")]
    let tenths = (bytes / 100_000.0) as u32;
    options::megabytes(tenths % 10, tenths / 10)
}

/// "1.2 MB", offline copy included.
fn used_words(app: App) -> String {
    let used = app.storage_facts().used;
    used.map_or_else(|| options::space_unknown().to_owned(), megabytes)
}

fn download(app: App, words: &str) -> El {
    button("button").child(icon(Icon::Download)).text(words).on_click(move || app.export())
}

fn bin() -> El {
    button("button danger").child(icon(Icon::Bin)).text(options::erase())
}

fn erase(app: App) -> El {
    let erase = move || {
        close_dialog(ERASE);
        app.erase();
        app.go(Place::Today);
    };
    let keep =
        button("button primary").attr("autofocus", "").text(options::erase_keep()).on_click(|| close_dialog(ERASE));
    let ways = el("div")
        .class("erase-ways")
        .child(download(app, options::erase_download()))
        .child(bin().on_click(erase))
        .child(keep);
    el("dialog")
        .id(ERASE)
        .class("erase")
        .attr("aria-labelledby", "erase-title")
        .attr("aria-describedby", "erase-what")
        .child(el("h2").id("erase-title").text(options::erase_title()))
        .child(el("p").id("erase-what").text(options::erase_what()))
        .child(ways)
}

fn about() -> El {
    let version = env!("CARGO_PKG_VERSION");
    let version = build().map_or_else(|| options::version(version), |build| options::version_build(&build, version));
    let alarm = el("span").child(el("strong").text(options::alarm())).text(options::alarm_signs());
    let terms = el("p").class("soft small").text(&version).child(el("br")).text(options::licence());
    card("about", options::about())
        .class("card about")
        .child(el("p").text(options::about_what()))
        .child(el("h3").text(options::safely_title()))
        .child(el("p").text(options::safely()))
        .child(el("p").class("alarm").child(icon(Icon::Warning)).child(alarm))
        .child(el("p").text(options::see_professional()))
        .child(terms)
}
