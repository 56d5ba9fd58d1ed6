//! The catalogue: search, types, filters. The filter is part of the address, so Back and bookmarks keep it.

use crate::domain::catalogue::{self, Area, Filter, Kind, Kit, Level, OwnTask, Sides, Slug};
use crate::domain::name::isolated;
use crate::domain::place::Place;
use crate::state::{self, App};
use crate::text::{self, common, exercises, own, vocabulary};
use crate::ui::{El, Icon, PageHead, Select, button, el, exercise_card, icon, link, said_live, value_of};
use leptos::prelude::{Get, Memo, RwSignal, Track, Update, With, WithUntracked};
use std::rc::Rc;

/// The id of the search field.
const SEARCH: &str = "exercise-search";
/// The value of the kit select for no kit at all.
const NO_KIT: &str = "none";

pub(in crate::pages) fn page() -> El {
    let app = App::get();
    let found = Memo::new(move |_| entries(app, &filter(app)));
    let none = Memo::new(move |_| found.with(Vec::is_empty));
    let chosen = move || filter(app).kind.map(|_| "chosen".to_owned()).into_iter().collect();
    let narrowed = Memo::new(move |_| !filter(app).is_empty() && !none.get());
    let open = RwSignal::new(set_filters(&filter_now(app)) > 0);
    let top = el("div")
        .class("exercises-top")
        .child(PageHead { title: exercises::title(), ..PageHead::default() }.view())
        .child(count(app, found))
        .child(link("/own").class("button exercises-new").child(icon(Icon::Plus)).child(el("span").text(own::new())))
        .child(el("div").class("finder-search").child(search_field(app)).child(more_button(app, open)));
    el("div")
        .class("exercises")
        .child(top)
        .child(el("div").class("finder-types").child(own_chip(app)).child(star_chip(app)).child(types(app)))
        .child(more_filters(app, open))
        .live(move || narrowed.get().then(|| clear_button(app)))
        .each(chosen, move |_| chosen_type(app))
        .live(move || Some(if none.get() { nothing(app) } else { cards(found) }))
        .child(all_types(app))
}

/// The filter in the address. Reads it reactively.
fn filter(app: App) -> Filter {
    app.navigation.place.with(filter_of)
}

/// The filter in the address at this moment, for commands.
fn filter_now(app: App) -> Filter {
    app.navigation.place.with_untracked(filter_of)
}

fn filter_of(place: &Place) -> Filter {
    match place {
        Place::Exercises(filter) => filter.clone(),
        _ => Filter::default(),
    }
}

/// The contents of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FoundExercise {
    id: Slug,
    level: Level,
    starred: bool,
}

/// The exercises found, favourites first, each at the lowest level that matches. Reads the stars and the
/// own exercises reactively.
fn entries(app: App, filter: &Filter) -> Vec<FoundExercise> {
    app.choices.exercises.track();
    let entry = |exercise: &'static catalogue::Exercise| {
        let fits = |level: &Level| exercises::matches(exercise, &Filter { level: Some(*level), ..filter.clone() });
        let level = filter.level.or_else(|| Level::ALL.iter().copied().find(fits)).unwrap_or(Level::Base);
        let starred = app.choices.settings.with(|settings| settings.starred.iter().any(|slug| slug == exercise.id));
        FoundExercise { id: exercise.id, level, starred }
    };
    let found = exercises::find(filter).into_iter().map(entry);
    let (mut favourites, others): (Vec<FoundExercise>, Vec<FoundExercise>) = found.partition(|entry| entry.starred);
    if !filter.starred {
        favourites.extend(others);
    }
    favourites
}

fn count(app: App, found: Memo<Vec<FoundExercise>>) -> El {
    let count = el("p")
        .class("found numbers")
        .attr("role", "status")
        .attr_live("data-count", move || Some(found.with(Vec::len).to_string()));
    // The same number for another filter is announced again.
    let by_filter = Memo::new(move |_| filter(app));
    said_live(count, move || by_filter.with(|_| count_words(found.with(Vec::len))))
}

fn count_words(found: usize) -> String {
    text::common::exercises(text::count(found))
}

fn cards(found: Memo<Vec<FoundExercise>>) -> El {
    let ids = move || found.with(|found| found.iter().map(|entry| entry.id.to_owned()).collect());
    el("ul").class("cards exercise-cards").each(ids, move |id| card(found, id))
}

fn card(found: Memo<Vec<FoundExercise>>, id: &str) -> El {
    let Some(exercise) = catalogue::find(id) else { return el("li") };
    let entry = move || found.with(|found| found.iter().find(|entry| entry.id == exercise.id).copied());
    let level = move || entry().map_or(Level::Base, |entry| entry.level);
    exercise_card(exercise, level, move || entry().is_some_and(|entry| entry.starred))
}

fn nothing(app: App) -> El {
    let no_stars = filter(app) == Filter { starred: true, ..Filter::default() };
    let (none, advice) = if no_stars {
        (exercises::none_starred(), exercises::none_starred_advice())
    } else {
        (exercises::none(), exercises::none_advice())
    };
    el("div")
        .class("empty")
        .child(el("p").child(el("b").text(none)))
        .child(el("p").text(advice))
        .live(move || make(app))
        .child(clear_button(app))
}

/// The way to make an own exercise of the search text.
fn make(app: App) -> Option<El> {
    let text = filter(app).text.trim().to_owned();
    let task = OwnTask::New { words: text.clone(), routine: String::new() };
    let href = Place::OwnForm { query: task.to_query() }.href();
    let way = || {
        link(&href)
            .class("button exercises-make")
            .child(icon(Icon::Plus))
            .child(el("span").text(&own::make(&isolated(&text))))
    };
    (!text.is_empty()).then(way)
}

fn clear_button(app: App) -> El {
    let clear = move || {
        app.narrow(Filter::default());
        state::focus(SEARCH);
    };
    button("button quiet clear").text(exercises::clear()).on_click(clear)
}

fn search_field(app: App) -> El {
    let field = el("input")
        .class("input")
        .id(SEARCH)
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .attr("placeholder", exercises::search_example())
        .prop_live("value", move || filter(app).text)
        .on("input", move |event| app.narrow(Filter { text: value_of(&event), ..filter_now(app) }));
    el("div")
        .class("with-icon grow")
        .attr("role", "search")
        .child(el("label").class("visually-hidden").attr("for", SEARCH).text(exercises::search()))
        .child(icon(Icon::Search))
        .child(field)
}

fn types(app: App) -> El {
    let all = std::iter::once(None).chain(Kind::ALL.iter().copied().map(Some));
    el("div")
        .class("finder-group")
        .attr("role", "group")
        .attr("aria-label", exercises::types())
        .children(all.map(|kind| chip(app, kind)))
}

/// The button of the runner's own exercises, with their number; hidden while there are none.
fn own_chip(app: App) -> El {
    let count = move || entries(app, &Filter { own: true, ..filter(app) }).len().to_string();
    let none = move || app.choices.exercises.with(|all| all.iter().all(|own| own.is_gone)) && !filter(app).own;
    button("chip own-chip")
        .attr_live("aria-pressed", move || Some(filter(app).own.to_string()))
        .flag_live("hidden", none)
        .child(el("span").text(own::yours()))
        .child(el("span").class("count").text_live(count))
        .on_click(move || {
            let filter = filter_now(app);
            app.narrow(Filter { own: !filter.own, ..filter });
        })
}

/// The button of the starred exercises, with their number.
fn star_chip(app: App) -> El {
    let count = move || entries(app, &Filter { starred: true, ..filter(app) }).len().to_string();
    button("chip star-chip")
        .attr_live("aria-pressed", move || Some(filter(app).starred.to_string()))
        .child(icon(Icon::Star))
        .child(el("span").text(exercises::starred()))
        .child(el("span").class("count").text_live(count))
        .on_click(move || {
            let filter = filter_now(app);
            app.narrow(Filter { starred: !filter.starred, ..filter });
        })
}

/// The button of a type, or of all types, with the number of exercises that it would show.
fn chip(app: App, kind: Option<Kind>) -> El {
    let count = move || entries(app, &Filter { kind, ..filter(app) }).len().to_string();
    button("chip")
        .attr_live("aria-pressed", move || Some((filter(app).kind == kind).to_string()))
        .text(kind.map_or(exercises::all_types(), vocabulary::kind))
        .child(el("span").class("count").text_live(count))
        .on_click(move || app.narrow(Filter { kind, ..filter_now(app) }))
}

fn more_button(app: App, open: RwSignal<bool>) -> El {
    let count = move || Some(set_filters(&filter(app))).filter(|set| *set > 0);
    let mark = move || count().map(|set| el("span").class("count-mark").text(&set.to_string()));
    button("button finder-open")
        .attr_live("aria-expanded", move || Some(open.get().to_string()))
        .attr("aria-controls", "filters")
        .child(icon(Icon::Filter))
        .text(exercises::filters())
        .live(mark)
        .on_click(move || open.update(|open| *open = !*open))
}

fn more_filters(app: App, open: RwSignal<bool>) -> El {
    let areas = options(Area::ALL, Area::slug, vocabulary::area);
    let sides = options(Sides::ALL, Sides::slug, vocabulary::sides);
    let levels = options(Level::ALL, Level::slug, vocabulary::level);
    el("div")
        .class("finder-selects")
        .id("filters")
        .class_live("open", move || open.get())
        .child(choice(app, ("filter-Kit", common::kit(), exercises::any_kit()), kit_options(), kit_of, with_kit))
        .child(choice(app, ("filter-Body", exercises::area(), exercises::any_area()), areas, area_of, with_area))
        .child(choice(app, ("filter-Sides", common::sides(), exercises::any_sides()), sides, sides_of, with_sides))
        .child(choice(app, ("filter-Level", common::level(), exercises::any_level()), levels, level_of, with_level))
}

/// One select of the filters: its id, its label, the words for no choice, the function that reads its value from the filter,
/// and the one that sets it.
fn choice(
    app: App,
    (id, label, any): (&str, &str, &str),
    options: Vec<(String, String)>,
    read: fn(&Filter) -> &'static str,
    with: fn(Filter, &str) -> Filter,
) -> El {
    let mut all = vec![(String::new(), any.to_owned())];
    all.extend(options);
    let select = Select {
        label,
        id,
        options: Rc::new(move || all.clone()),
        chosen: Rc::new(move || read(&filter(app)).to_owned()),
        on_choose: Box::new(move |value| app.narrow(with(filter_now(app), &value))),
    };
    select.view()
}

fn options<T: Copy>(all: &[T], slug: fn(T) -> &'static str, words: fn(T) -> &'static str) -> Vec<(String, String)> {
    all.iter().map(|value| (slug(*value).to_owned(), words(*value).to_owned())).collect()
}

fn kit_options() -> Vec<(String, String)> {
    let mut all = vec![(NO_KIT.to_owned(), text::kit::none().to_owned())];
    all.extend(options(Kit::ALL, Kit::slug, vocabulary::kit));
    all
}

fn kit_of(filter: &Filter) -> &'static str {
    if filter.no_kit { NO_KIT } else { filter.kit.map_or("", Kit::slug) }
}

fn area_of(filter: &Filter) -> &'static str {
    filter.area.map_or("", Area::slug)
}

fn sides_of(filter: &Filter) -> &'static str {
    filter.sides.map_or("", Sides::slug)
}

fn level_of(filter: &Filter) -> &'static str {
    filter.level.map_or("", Level::slug)
}

fn with_kit(filter: Filter, value: &str) -> Filter {
    Filter { no_kit: value == NO_KIT, kit: Kit::from_slug(value), ..filter }
}

fn with_area(filter: Filter, value: &str) -> Filter {
    Filter { area: Area::from_slug(value), ..filter }
}

fn with_sides(filter: Filter, value: &str) -> Filter {
    Filter { sides: Sides::from_slug(value), ..filter }
}

fn with_level(filter: Filter, value: &str) -> Filter {
    Filter { level: Level::from_slug(value), ..filter }
}

/// The number of selects in use.
fn set_filters(filter: &Filter) -> usize {
    [kit_of(filter), area_of(filter), sides_of(filter), level_of(filter)]
        .iter()
        .filter(|value| !value.is_empty())
        .count()
}

/// The advice on the chosen type, above its exercises: a headline, and the reasons on demand. It stays open or closed when
/// another type is chosen.
fn chosen_type(app: App) -> El {
    let kind = move || filter(app).kind;
    let words = |of: fn(Kind) -> String| el("span").text_live(move || kind().map(of).unwrap_or_default());
    let summary = el("summary")
        .child(words(|kind| exercises::what_for(vocabulary::kind(kind))).class("eyebrow"))
        .child(words(|kind| catalogue::purpose(kind).headline.to_owned()).class("chosen-headline"))
        .child(el("span").class("chosen-more").text(exercises::why()));
    el("details")
        .class("card tinted chosen-type")
        .attr_live("data-type", move || kind().map(|kind| kind.slug().to_owned()))
        .child(summary)
        .children(reasons(kind))
}

/// The advice on each type, without the one shown above the list.
fn all_types(app: App) -> El {
    let above = move || filter(app).kind;
    let heading = move || if above().is_some() { exercises::other_types() } else { exercises::each_type() };
    let others = move || {
        let others = Kind::ALL.iter().filter(|kind| above() != Some(**kind));
        others.map(|kind| kind.slug().to_owned()).collect()
    };
    let section = |slug: &str| Kind::from_slug(slug).map_or_else(|| el("section"), type_purpose);
    el("section")
        .class("type-purposes")
        .child(el("h2").text_live(move || heading().to_owned()))
        .child(el("div").class("type-columns").each(others, section))
}

fn type_purpose(kind: Kind) -> El {
    el("section")
        .class("type-purpose")
        .attr("data-type", kind.slug())
        .child(el("p").class("eyebrow").text(vocabulary::kind(kind)))
        .child(el("h3").text(catalogue::purpose(kind).headline))
        .children(reasons(move || Some(kind)))
}

/// The reasons to train a type, and advice on how to do it.
fn reasons(kind: impl Fn() -> Option<Kind> + Copy + 'static) -> [El; 2] {
    let purpose = move || kind().map(catalogue::purpose);
    let points = move || purpose().iter().flat_map(|purpose| purpose.points).map(|point| (*point).to_owned()).collect();
    let note = move || purpose().map_or("", |purpose| purpose.note).to_owned();
    [el("ul").class("reasons").each(points, |point| el("li").text(point)), el("p").class("soft").text_live(note)]
}
