//! Settings: what training is for, what is at hand, how the app sounds and looks, the data, and what the app is.

use crate::domain::catalogue::Kit;
use crate::domain::log::{counted, stored_words};
use crate::domain::place::Place;
use crate::domain::settings::{Settings, Theme, Units, starting_weight};
use crate::state::{App, build, close_dialog, open_dialog};
use crate::ui::{GoalChoice, Icon, PageHead, Segmented, Tick, icon};
use leptos::prelude::*;

/// The id of the question before everything is erased.
const ERASE: &str = "erase";

pub(super) fn page() -> impl IntoView {
    view! {
        <PageHead title="Settings" />
        <div class="stack settings">
            {training()}
            {kit()}
            {screen()}
            {data()}
            {about()}
        </div>
        {erase()}
    }
}

fn training() -> impl IntoView {
    let app = App::get();
    let goal = Memo::new(move |_| app.settings.with(|settings| settings.goal));
    view! {
        <section class="card" aria-labelledby="goal">
            <h2 id="goal">"My goal"</h2>
            <p class="soft small">"Decides the advice on order and how often."</p>
            <GoalChoice
                name="goal"
                chosen=goal
                on_choose=Callback::new(move |goal| app.choose(|settings| Settings { goal, ..settings }))
            />
        </section>
    }
}

fn kit() -> impl IntoView {
    let app = App::get();
    let piece = move |piece: Kit| {
        let ticked = Signal::derive(move || app.settings.with(|settings| settings.kit.contains(&piece)));
        let on_tick = Callback::new(move |at_hand| app.choose(|settings| settings.with_kit(piece, at_hand)));
        view! { <li><Tick label=piece.words() ticked=ticked on_tick=on_tick /></li> }
    };
    view! {
        <section class="card" aria-labelledby="kit">
            <h2 id="kit">"My kit"</h2>
            <p class="soft small">"Today suggests only what you have the kit for."</p>
            <ul class="ticks" aria-labelledby="kit">{Kit::ALL.iter().copied().map(piece).collect_view()}</ul>
            {units()}
        </section>
    }
}

fn units() -> impl IntoView {
    let app = App::get();
    let units = Memo::new(move |_| app.settings.with(|settings| settings.units));
    let choose = move |slug| {
        if let Some(units) = Units::from_slug(slug) {
            app.choose(|settings| Settings { units, ..settings });
        }
    };
    let example = move || starting_weight(Kit::Kettlebell, units.get()).unwrap_or_default();
    view! {
        <div class="field">
            <p class="legend">"Weights in kit lists"</p>
            <Segmented
                label="Weights in kit lists"
                name="units"
                options=Units::ALL.iter().map(|units| (units.slug(), units.words())).collect()
                chosen=Signal::derive(move || units.get().slug())
                on_choose=Callback::new(choose)
            />
            <p class="soft small">{Kit::Kettlebell.words()}": "{example}"."</p>
        </div>
    }
}

fn screen() -> impl IntoView {
    let app = App::get();
    let theme = Signal::derive(move || app.settings.with(|settings| settings.theme.slug()));
    let choose = move |slug| {
        if let Some(theme) = Theme::from_slug(slug) {
            app.choose(|settings| Settings { theme, ..settings });
        }
    };
    view! {
        <section class="card" aria-labelledby="screen">
            <h2 id="screen">"Sound and screen"</h2>
            <Tick
                label="Beep at the end of holds and rests"
                ticked=Signal::derive(move || app.settings.with(|settings| settings.sound))
                on_tick=Callback::new(move |sound| app.choose(|settings| Settings { sound, ..settings }))
            />
            <div class="field">
                <p class="legend">"Colours"</p>
                <Segmented
                    label="Colours"
                    name="theme"
                    options=Theme::ALL.iter().map(|theme| (theme.slug(), theme.words())).collect()
                    chosen=theme
                    on_choose=Callback::new(choose)
                />
            </div>
        </section>
    }
}

fn data() -> impl IntoView {
    let app = App::get();
    let sessions = move || stored_words(app.log.with(Vec::len), app.log_goes_on.get());
    let own = move || counted(i64::try_from(app.routines.with(Vec::len)).unwrap_or(i64::MAX), "routine");
    let place = move || {
        if app.memory_only.get() {
            "This browser does not let Mainspring store anything. Download your data before you close the page."
        } else {
            "Stored in this browser, on this device only."
        }
    };
    view! {
        <section class="card" aria-labelledby="data">
            <h2 id="data">"Your data"</h2>
            <p class:warn=move || app.memory_only.get() data-storage=move || storage(app)>{place}</p>
            <dl class="summary numbers">
                <div><dt>"In your log"</dt><dd>{sessions}</dd></div>
                <div><dt>"Built by you"</dt><dd>{own}</dd></div>
            </dl>
            <div class="row">
                <button type="button" class="button" on:click=move |_| app.export()>
                    {icon(Icon::Download)}"Download my data"
                </button>
                <button type="button" class="button danger" on:click=|_| open_dialog(ERASE)>
                    {icon(Icon::Bin)}"Erase everything"
                </button>
            </div>
        </section>
    }
}

fn storage(app: App) -> &'static str {
    if app.memory_only.get() { "memory" } else { "disk" }
}

fn erase() -> impl IntoView {
    let app = App::get();
    let erase = move |_| {
        close_dialog(ERASE);
        app.erase();
        app.go(Place::Today);
    };
    view! {
        <dialog id=ERASE class="erase" aria-labelledby="erase-title" aria-describedby="erase-what">
            <h2 id="erase-title">"Erase everything?"</h2>
            <p id="erase-what">
                "Your settings, your own routines and all your sessions go from this browser. There is no way back."
            </p>
            <div class="erase-ways">
                <button type="button" class="button" on:click=move |_| app.export()>
                    {icon(Icon::Download)}"Download my data first"
                </button>
                <button type="button" class="button danger" on:click=erase>{icon(Icon::Bin)}"Erase everything"</button>
                <button type="button" class="button primary" autofocus on:click=|_| close_dialog(ERASE)>"Keep it"</button>
            </div>
        </dialog>
    }
}

fn about() -> impl IntoView {
    let version = build().map_or_else(
        || env!("CARGO_PKG_VERSION").to_owned(),
        |build| format!("{}, build {build}", env!("CARGO_PKG_VERSION")),
    );
    view! {
        <section class="card about" aria-labelledby="about">
            <h2 id="about">"About and safety"</h2>
            <p>
                "Mainspring is strength training for runners. It works without a network and has no account. "
                "Nothing you enter leaves this device."
            </p>
            <h3>"Train safely"</h3>
            <p>
                "This is fitness information, not medical advice. Stop an exercise when it hurts. "
                "If you are pregnant, ill, injured or new to exercise, ask a professional first."
            </p>
            <p class="alarm">
                {icon(Icon::Warning)}
                <span>
                    <strong>"Stop and get medical help at once"</strong>
                    " for chest pain, fainting, trouble breathing, or sudden weakness or numbness."
                </span>
            </p>
            <p>
                "See a professional before you train on with pain at rest or at night, swelling, "
                "a limp, or a joint that gives way."
            </p>
            <p class="soft small">"Version "{version}<br />"Free software, licensed MIT OR Apache-2.0"</p>
        </section>
    }
}
