//! The page of `make bench ARGS="--only 18"`, written with `ui::El` as the app is.

#[path = "../page/mod.rs"]
mod page;

mod builder;
mod parts;
mod plan;
mod progress;

use leptos::tachys::dom::body;
use mainspring::ui::{El, el};
use page::{BARE, Model, PARTS, Remove};

fn main() {
    page::run(if BARE { nothing } else { mount });
}

fn nothing(_: Model) -> Remove {
    Box::new(|| ())
}

fn mount(model: Model) -> Remove {
    let page = shown(model);
    let _ = body().append_child(page.element());
    Box::new(move || page.element().remove())
}

fn shown(model: Model) -> El {
    let main = el("main").child(plan::page(model));
    let main = if PARTS >= 2 { main.child(builder::page(model)) } else { main };
    if PARTS >= 3 { main.child(progress::page(model)) } else { main }
}
