//! Mounts the app.

fn main() {
    mainspring::state::mount(mainspring::pages::Frame);
}
