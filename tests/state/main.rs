//! Native tests of the state over doubles of the browser's doors: `cargo test --no-default-features --features doubles --test state`.

mod tabs;
