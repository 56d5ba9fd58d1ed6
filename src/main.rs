//! Starts the app.

fn main() {
    mainspring::pages::start();
}
