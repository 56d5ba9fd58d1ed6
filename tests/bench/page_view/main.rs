//! The page of `make bench ARGS="--only 18"`, written with Leptos' `view!`.

#[path = "../page/mod.rs"]
mod page;

mod builder;
mod parts;
mod plan;
mod progress;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::{ElementChild, Mountable, view};
use leptos::tachys::dom::body;
use page::{Model, PARTS, Remove};

fn main() {
    page::run(mount);
}

fn mount(model: Model) -> Remove {
    match PARTS {
        1 => held(mount_to(body(), move || view! { <main>{plan::page(model)}</main> })),
        2 => held(mount_to(body(), move || view! { <main>{plan::page(model)}{builder::page(model)}</main> })),
        _ => held(mount_to(body(), move || {
            view! { <main>{plan::page(model)}{builder::page(model)}{progress::page(model)}</main> }
        })),
    }
}

fn held<M: Mountable + 'static>(handle: UnmountHandle<M>) -> Remove {
    Box::new(move || drop(handle))
}
