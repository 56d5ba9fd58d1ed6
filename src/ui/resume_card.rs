//! The open session, with the way back into it.

use super::icon::{Icon, icon};
use leptos::prelude::*;

/// The card of a session that is in progress.
#[component]
pub fn ResumeCard(
    /// What is trained.
    #[prop(into)]
    name: String,
    /// How it stands: "3 of 8 sets done, all saved".
    #[prop(into)]
    standing: Signal<String>,
    /// How long ago it was started.
    #[prop(into)]
    ago: Signal<String>,
    /// Go on.
    on_resume: Callback<()>,
    /// End it here.
    on_end: Callback<()>,
) -> impl IntoView {
    view! {
        <section class="card tinted resume" data-resume aria-labelledby="resume-mark resume">
            <p class="eyebrow" id="resume-mark">"In progress"</p>
            <h2 id="resume">{name}</h2>
            <p class="facts numbers"><span>{standing}</span><span>"Started "{ago}</span></p>
            <div class="resume-ways">
                <button type="button" class="button primary big" on:click=move |_| on_resume.run(())>
                    {icon(Icon::Play)}"Resume"
                </button>
                <button type="button" class="button quiet" on:click=move |_| on_end.run(())>"End here"</button>
            </div>
        </section>
    }
}
