//! The catalogue: search, types, filters. What it is narrowed to lives in the address, so Back and bookmarks keep it.

use crate::domain::catalogue::{self, Area, Filter, Kind, Kit, Level, Sides, Slug, TypePurpose};
use crate::domain::log::counted;
use crate::domain::place::Place;
use crate::state::{self, App};
use crate::ui::{ExerciseCard, Icon, PageHead, Select, icon};
use leptos::prelude::*;

/// The id of the search field.
const SEARCH: &str = "exercise-search";
/// The value of the kit select that means none at all.
const NO_KIT: &str = "none";

pub(super) fn page() -> impl IntoView {
    let app = App::get();
    let filter = Memo::new(move |_| filter_of(app.place.get()));
    let found = Memo::new(move |_| app.settings.with(|settings| entries(&filter.get(), &settings.starred)));
    let none = Memo::new(move |_| found.with(Vec::is_empty));
    let open = RwSignal::new(filter.with_untracked(|filter| set_filters(filter) > 0));
    let list = move || if none.get() { nothing().into_any() } else { cards(found).into_any() };
    view! {
        <PageHead title="Exercises" />
        <div class="finder">
            {search_field(filter)}
            {types(filter)}
            <div class="found">
                <p role="status" data-count=move || found.with(Vec::len)>{move || found.with(|found| count_words(found))}</p>
                {more_button(filter, open)}
                {move || (!filter.with(Filter::is_empty) && !none.get()).then(clear_button)}
            </div>
            {more_filters(filter, open)}
        </div>
        {move || filter.get().kind.map(chosen_type)}
        {list}
        {move || all_types(filter.get().kind)}
    }
}

/// What a card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Entry {
    id: Slug,
    level: Level,
    starred: bool,
}

fn filter_of(place: Place) -> Filter {
    match place {
        Place::Exercises(filter) => filter,
        _ => Filter::default(),
    }
}

/// What is found, favourites first, each at the lowest level that fits.
fn entries(filter: &Filter, starred: &[String]) -> Vec<Entry> {
    let entry = |exercise: &'static catalogue::Exercise| {
        let fits = |level: &Level| catalogue::matches(exercise, &Filter { level: Some(*level), ..filter.clone() });
        let level = filter.level.or_else(|| Level::ALL.iter().copied().find(fits)).unwrap_or(Level::Base);
        Entry { id: exercise.id, level, starred: starred.iter().any(|slug| slug == exercise.id) }
    };
    let mut entries: Vec<Entry> = catalogue::search(filter).into_iter().map(entry).collect();
    entries.sort_by_key(|entry| !entry.starred);
    entries
}

fn count_words(found: &[Entry]) -> String {
    counted(i64::try_from(found.len()).unwrap_or(i64::MAX), "exercise")
}

fn cards(found: Memo<Vec<Entry>>) -> impl IntoView {
    let card = |entry: Entry| {
        let exercise = catalogue::find(entry.id);
        exercise.map(|exercise| view! { <ExerciseCard exercise level=entry.level starred=entry.starred /> })
    };
    view! { <ul class="cards"><For each=move || found.get() key=|entry| *entry children=card /></ul> }
}

fn nothing() -> impl IntoView {
    view! {
        <div class="empty">
            <p><b>"Nothing fits all of that."</b></p>
            <p>"Take a filter away, or search for a muscle, a piece of kit or a level."</p>
            {clear_button()}
        </div>
    }
}

fn clear_button() -> AnyView {
    let clear = |_| {
        App::get().narrow(Filter::default());
        state::focus(SEARCH);
    };
    view! { <button type="button" class="button quiet clear" on:click=clear>"Clear filters"</button> }.into_any()
}

fn search_field(filter: Memo<Filter>) -> impl IntoView {
    let app = App::get();
    let typed = move |event| app.narrow(Filter { text: event_target_value(&event), ..filter.get_untracked() });
    view! {
        <div class="field finder-search" role="search">
            <label for=SEARCH>"Search exercises"</label>
            <div class="with-icon">
                {icon(Icon::Search)}
                <input
                    class="input"
                    id=SEARCH
                    type="search"
                    autocomplete="off"
                    enterkeyhint="search"
                    placeholder="Hips, band, squat"
                    prop:value=move || filter.get().text
                    on:input=typed
                />
            </div>
        </div>
    }
}

fn types(filter: Memo<Filter>) -> impl IntoView {
    let app = App::get();
    let chip = move |kind: Option<Kind>| {
        let narrowed = move || Filter { kind, ..filter.get() };
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (filter.get().kind == kind).to_string()
                on:click=move |_| app.narrow(Filter { kind, ..filter.get_untracked() })
            >
                {kind.map_or("All", Kind::words)}
                <span class="count">{move || catalogue::search(&narrowed()).len()}</span>
            </button>
        }
    };
    let all = std::iter::once(None).chain(Kind::ALL.iter().copied().map(Some));
    view! { <div class="finder-types" role="group" aria-label="Type of exercise">{all.map(chip).collect_view()}</div> }
}

fn more_button(filter: Memo<Filter>, open: RwSignal<bool>) -> impl IntoView {
    let count = move || Some(filter.with(set_filters)).filter(|set| *set > 0);
    view! {
        <button
            type="button"
            class="button finder-open"
            aria-expanded=move || open.get().to_string()
            aria-controls="filters"
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {icon(Icon::Filter)}"Filters"{move || count().map(|set| view! { <span class="count-mark">{set}</span> })}
        </button>
    }
}

fn more_filters(filter: Memo<Filter>, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <div class="finder-selects" id="filters" class:open=move || open.get()>
            {choice(filter, "Kit", "Any kit", kit_options(), kit_of, with_kit)}
            {choice(filter, "Body area", "Whole body", options(Area::ALL, Area::slug, Area::words), area_of, with_area)}
            {choice(filter, "Sides", "Any", options(Sides::ALL, Sides::slug, Sides::words), sides_of, with_sides)}
            {choice(filter, "Level", "Any level", options(Level::ALL, Level::slug, Level::words), level_of, with_level)}
        </div>
    }
}

/// One select of the filters: what it reads from the filter, and the filter with another value in it.
fn choice(
    filter: Memo<Filter>,
    label: &'static str,
    any: &'static str,
    options: Vec<(String, String)>,
    read: fn(&Filter) -> &'static str,
    with: fn(Filter, &str) -> Filter,
) -> AnyView {
    let app = App::get();
    let mut all = vec![(String::new(), any.to_owned())];
    all.extend(options);
    let id = format!("filter-{}", label.split(' ').next().unwrap_or(label));
    let choose = move |value: String| app.narrow(with(filter.get_untracked(), &value));
    let chosen = Signal::derive(move || filter.with(read).to_owned());
    view! { <Select label id options=all chosen on_choose=Callback::new(choose) /> }.into_any()
}

fn options<T: Copy>(all: &[T], slug: fn(T) -> &'static str, words: fn(T) -> &'static str) -> Vec<(String, String)> {
    all.iter().map(|value| (slug(*value).to_owned(), words(*value).to_owned())).collect()
}

fn kit_options() -> Vec<(String, String)> {
    let mut all = vec![(NO_KIT.to_owned(), "No kit".to_owned())];
    all.extend(options(Kit::ALL, Kit::slug, Kit::words));
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

/// How many of the selects narrow the list.
fn set_filters(filter: &Filter) -> usize {
    [kit_of(filter), area_of(filter), sides_of(filter), level_of(filter)]
        .iter()
        .filter(|value| !value.is_empty())
        .count()
}

/// What the chosen type is for, above its exercises: its headline at once, the reasons on demand.
fn chosen_type(kind: Kind) -> AnyView {
    let purpose = catalogue::purpose(kind);
    view! {
        <details class="card tinted chosen-type" data-type=kind.slug()>
            <summary>
                <span class="eyebrow">{format!("What it is for: {}", kind.words())}</span>
                <span class="chosen-headline">{purpose.headline}</span>
                <span class="chosen-more">"Why"</span>
            </summary>
            {reasons(purpose)}
        </details>
    }
    .into_any()
}

/// What each type is for; the one that stands above the list already is left out.
fn all_types(above: Option<Kind>) -> AnyView {
    let section = |kind: Kind| {
        let purpose = catalogue::purpose(kind);
        view! {
            <section class="type-purpose" data-type=kind.slug()>
                <p class="eyebrow">{kind.words()}</p>
                <h3>{purpose.headline}</h3>
                {reasons(purpose)}
            </section>
        }
    };
    let heading = if above.is_some() { "What the other types are for" } else { "What each type is for" };
    view! {
        <section class="type-purposes">
            <h2>{heading}</h2>
            <div class="type-columns">
                {Kind::ALL.iter().copied().filter(|kind| above != Some(*kind)).map(section).collect_view()}
            </div>
        </section>
    }
    .into_any()
}

fn reasons(purpose: TypePurpose) -> impl IntoView {
    view! {
        <ul class="reasons">{purpose.points.iter().map(|point| view! { <li>{*point}</li> }).collect_view()}</ul>
        <p class="soft">{purpose.note}</p>
    }
}
