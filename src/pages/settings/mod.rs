//! Settings: what training is for, what is at hand, how the app sounds and looks, the data, and what the app is.

mod restore;

pub(super) use restore::restore_offer;

use crate::domain::catalogue::Kit;
use crate::domain::place::Place;
use crate::domain::settings::{FirstSide, Settings, Theme, Toggle, Units, Volume, starting_weight};
use crate::state::{App, build, close_dialog, has_silent_switch, open_dialog};
use crate::text;
use crate::ui::{El, Icon, Live, PageHead, Segmented, button, el, goal_choice, icon, tick, value_of, while_typed};
use leptos::prelude::{Get, RwSignal, Set, With};
use restore::{restore_button, restore_panel};
use std::rc::Rc;

/// The id of the question before everything is erased.
const ERASE: &str = "erase";

/// The player's keys and what they do.
const KEYS: &[(&str, &str)] = &[
    ("Space", "Pause or go on"),
    ("→", "Done, next"),
    ("←", "Back"),
    ("+ −", "One more or less done"),
    ("E", "Easier"),
    ("H", "Something hurts"),
    ("M", "Mute"),
];

pub(super) fn page() -> El {
    let app = App::get();
    let cards = el("div")
        .class("stack settings")
        .child(training(app))
        .child(kit(app))
        .child(sound(app))
        .child(player(app))
        .child(screen(app))
        .child(data(app))
        .child(about());
    let head = PageHead { title: "Settings", ..PageHead::default() }.view();
    el("div").child(head).child(cards).child(erase(app))
}

/// A card under a heading, which has this id.
fn card(id: &str, heading: &str) -> El {
    el("section").class("card").attr("aria-labelledby", id).child(el("h2").id(id).text(heading))
}

fn training(app: App) -> El {
    let goal = move || app.settings.with(|settings| settings.goal);
    let choose = move |goal| app.choose(move |settings| Settings { goal, ..settings });
    card("goal", "My goal")
        .child(el("p").class("soft small").text("Decides the advice on order and how often."))
        .child(goal_choice("goal", goal, choose))
}

fn kit(app: App) -> El {
    let piece = |piece: &Kit| {
        let piece = *piece;
        let ticked = move || app.settings.with(|settings| settings.kit.contains(&piece));
        let on_tick = move |at_hand| app.choose(move |settings| settings.with_kit(piece, at_hand));
        el("li").child(tick(piece.words(), ticked, on_tick))
    };
    let pieces = el("ul").class("ticks").attr("aria-labelledby", "kit").children(Kit::ALL.iter().map(piece));
    card("kit", "My kit")
        .child(el("p").class("soft small").text("Today suggests only what you have the kit for."))
        .child(pieces)
        .child(units(app))
}

fn units(app: App) -> El {
    let units = move || app.settings.with(|settings| settings.units);
    let choose = move |slug| {
        if let Some(units) = Units::from_slug(slug) {
            app.choose(move |settings| Settings { units, ..settings });
        }
    };
    let row = Segmented {
        label: "Weights in kit lists".to_owned(),
        name: "units".to_owned(),
        options: Units::ALL.iter().map(|units| (units.slug(), units.words())).collect(),
        chosen: Rc::new(move || units().slug()),
        on_choose: Rc::new(choose),
    };
    let example = el("p")
        .class("soft small")
        .text(Kit::Kettlebell.words())
        .text(": ")
        .text_live(move || starting_weight(Kit::Kettlebell, units()).unwrap_or_default().to_owned())
        .text(".");
    field(row).child(example)
}

/// A row of options with its label above it.
fn field(row: Segmented) -> El {
    el("div").class("field").child(el("p").class("legend").text(&row.label)).child(row.view())
}

fn sound(app: App) -> El {
    let there = app.has_voice();
    let has_voice: Live<bool> = Rc::new(move || there.get());
    let sound = move || app.settings.with(|settings| settings.sound);
    let beep = move |sound| app.choose(move |settings| Settings { sound, ..settings });
    let choices = [Toggle::Voice, Toggle::Tempo, Toggle::Flash, Toggle::Vibration];
    let choices = choices.into_iter().chain(has_silent_switch().then_some(Toggle::OnSilent));
    let list = el("ul")
        .class("choices")
        .child(el("li").child(tick("Beep at the end of holds and rests", sound, beep)))
        .children(choices.map(|toggle| choice(app, toggle)));
    card("sound", "Sound").child(list).child(no_voice(has_voice)).child(volume(app))
}

/// What to know where the device has no voice of its own. `has_voice` tells whether it has one for the page's language.
fn no_voice(has_voice: Live<bool>) -> El {
    let words = "This device has no voice for English. You hear beeps instead.";
    el("p").class("soft small").flag_live("hidden", move || has_voice()).text(words)
}

/// A choice of the player's with a line of help where its name does not say it.
fn choice(app: App, toggle: Toggle) -> El {
    let ticked = move || app.settings.with(|settings| toggle.is_on(settings));
    let on_tick = move |on| app.switch(toggle, on);
    let help = Some(toggle.help()).filter(|help| !help.is_empty());
    let help = help.map(|help| el("p").class("soft small").text(help));
    el("li").attr("data-choice", toggle.slug()).child(tick(toggle.words(), ticked, on_tick)).children(help)
}

/// Kept while it moves; the words follow it.
fn volume(app: App) -> El {
    let held = RwSignal::new(String::new());
    let read = |text: &str| text.parse().map(Volume::clamped).ok();
    let shown = move || read(&held.get()).unwrap_or_else(|| app.settings.with(|settings| settings.volume));
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
        .attr_live("aria-valuetext", move || Some(shown().words()))
        .prop_live("value", move || shown().get().to_string())
        .on("input", move |event| held.set(value_of(&event)));
    let range = while_typed(range, Rc::new(move |text: String| keep(&text)));
    let words = el("span").class("numbers").attr("aria-hidden", "true").text_live(move || shown().words());
    let label = el("label").class("range-head").attr("for", "volume").child(el("span").text("Volume")).child(words);
    el("div").class("field").child(label).child(range)
}

fn player(app: App) -> El {
    let choices = [Toggle::BigDigits, Toggle::WaitForMe, Toggle::Pocket, Toggle::Shortcuts];
    let list = el("ul").class("choices").children(choices.map(|toggle| choice(app, toggle)));
    card("player", "Player").child(list).child(keys()).child(first_side(app))
}

fn keys() -> El {
    let key = |(key, does): &(&str, &str)| el("div").child(el("dt").text(key)).child(el("dd").text(does));
    let list = el("dl").class("keys").children(KEYS.iter().map(key));
    el("details").child(el("summary").text("The keys")).child(list)
}

fn first_side(app: App) -> El {
    let choose = move |slug| {
        if let Some(first_side) = FirstSide::from_slug(slug) {
            app.choose(move |settings| Settings { first_side, ..settings });
        }
    };
    let row = Segmented {
        label: "Which side first".to_owned(),
        name: "first-side".to_owned(),
        options: FirstSide::ALL.iter().map(|side| (side.slug(), side.words())).collect(),
        chosen: Rc::new(move || app.settings.with(|settings| settings.first_side.slug())),
        on_choose: Rc::new(choose),
    };
    let help = "Once both sides are in your log, the weaker one begins.";
    field(row).child(el("p").class("soft small").text(help))
}

fn screen(app: App) -> El {
    let choose = move |slug| {
        if let Some(theme) = Theme::from_slug(slug) {
            app.choose(move |settings| Settings { theme, ..settings });
        }
    };
    let colours = Segmented {
        label: "Colours".to_owned(),
        name: "theme".to_owned(),
        options: Theme::ALL.iter().map(|theme| (theme.slug(), theme.words())).collect(),
        chosen: Rc::new(move || app.settings.with(|settings| settings.theme.slug())),
        on_choose: Rc::new(choose),
    };
    card("screen", "Screen").child(field(colours))
}

fn data(app: App) -> El {
    let memory_only = move || app.memory_only.get();
    let place = move || {
        let words = if memory_only() {
            "This browser does not let Mainspring store anything. Download your data before you close the page."
        } else {
            "Stored in this browser, on this device only."
        };
        words.to_owned()
    };
    let storage = el("p")
        .class_live("warn", memory_only)
        .attr_live("data-storage", move || Some(if memory_only() { "memory" } else { "disk" }.to_owned()))
        .text_live(place);
    let sessions = move || app.stored_words();
    let own = move || text::common::routines(text::count(app.routines.with(Vec::len)));
    let summary = el("dl")
        .class("summary numbers")
        .child(el("div").child(el("dt").text("In your log")).child(el("dd").text_live(sessions)))
        .child(el("div").child(el("dt").text("Built by you")).child(el("dd").text_live(own)))
        .child(el("div").child(el("dt").text("Space in use")).child(el("dd").text_live(move || used_words(app))));
    let erase = bin().on_click(|| open_dialog(ERASE));
    let undo = move || {
        let undo = button("button").child(icon(Icon::Undo)).text("Undo restoring");
        app.can_undo_restore().then(|| undo.on_click(move || app.undo_restore()))
    };
    let ways = el("div")
        .class("row")
        .child(download(app, "Download my data"))
        .child(restore_button(app, "button", "Restore from a file"))
        .live(undo)
        .child(erase);
    app.look_at_storage();
    card("data", "Your data").child(restore_panel(app)).child(storage).child(summary).child(kept(app)).child(ways)
}

/// What the browser says of keeping the data, and the age of the last copy.
fn kept(app: App) -> El {
    let promise = move || match app.storage_facts().is_persisted {
        Some(true) => "This browser keeps your data until you erase it.",
        Some(false) => "This browser may clear your data when space is short. Download a copy now and then.",
        None => "Download a copy now and then: a browser can clear what it stores.",
    };
    let copy = move || match app.backup_age() {
        Some(age) => format!("Your last copy: {age}."),
        None => "You have not downloaded a copy here yet.".to_owned(),
    };
    let is_persisted = move || app.storage_facts().is_persisted.map(|is_persisted| is_persisted.to_string());
    el("p")
        .class("soft small")
        .attr_live("data-persisted", is_persisted)
        .child(el("span").text_live(move || promise().to_owned()))
        .text(" ")
        .child(el("span").attr("data-backup", "").text_live(copy))
}

/// "1.2 MB". In whole numbers: printing floating-point ones costs 11 KB of code.
fn megabytes(bytes: f64) -> String {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a storage's size is far below 2⁵³")]
    let tenths = (bytes / 100_000.0) as u64;
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

/// "1.2 MB", offline copy included.
fn used_words(app: App) -> String {
    let used = app.storage_facts().used;
    used.map_or_else(|| "Unknown".to_owned(), megabytes)
}

fn download(app: App, words: &str) -> El {
    button("button").child(icon(Icon::Download)).text(words).on_click(move || app.export())
}

fn bin() -> El {
    button("button danger").child(icon(Icon::Bin)).text("Erase everything")
}

fn erase(app: App) -> El {
    let erase = move || {
        close_dialog(ERASE);
        app.erase();
        app.go(Place::Today);
    };
    let what = "Your settings, your own routines and all your sessions go from this browser. There is no way back, \
        but a file you download first can be restored in Settings.";
    let keep = button("button primary").attr("autofocus", "").text("Keep it").on_click(|| close_dialog(ERASE));
    let ways = el("div")
        .class("erase-ways")
        .child(download(app, "Download my data first"))
        .child(bin().on_click(erase))
        .child(keep);
    el("dialog")
        .id(ERASE)
        .class("erase")
        .attr("aria-labelledby", "erase-title")
        .attr("aria-describedby", "erase-what")
        .child(el("h2").id("erase-title").text("Erase everything?"))
        .child(el("p").id("erase-what").text(what))
        .child(ways)
}

fn about() -> El {
    let version = env!("CARGO_PKG_VERSION");
    let version = build().map_or_else(|| version.to_owned(), |build| format!("{version}, build {build}"));
    let what = "Mainspring is strength training for runners. It works without a network and has no account. \
        Nothing you enter leaves this device.";
    let safely = "This is fitness information, not medical advice. Stop an exercise when it hurts. \
        If you are pregnant, ill, injured or new to exercise, ask a professional first.";
    let signs = " for chest pain, fainting, trouble breathing, or sudden weakness or numbness.";
    let alarm = el("span").child(el("strong").text("Stop and get medical help at once")).text(signs);
    let see = "See a professional before you train on with pain at rest or at night, swelling, \
        a limp, or a joint that gives way.";
    let terms = el("p")
        .class("soft small")
        .text("Version ")
        .text(&version)
        .child(el("br"))
        .text("Free software, licensed MIT OR Apache-2.0");
    card("about", "About and safety")
        .class("card about")
        .child(el("p").text(what))
        .child(el("h3").text("Train safely"))
        .child(el("p").text(safely))
        .child(el("p").class("alarm").child(icon(Icon::Warning)).child(alarm))
        .child(el("p").text(see))
        .child(terms)
}
