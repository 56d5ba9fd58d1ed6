//! The path under which a host serves the app, and addresses with it and without it.
//!
//! Places ([`super::place`]) know only addresses without it; `state::places` and the links of `ui` put it on.

/// The path before each address of the app: empty at the root of a host, otherwise such as `/mainspring`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// A base from its path: a slash before each of its parts and none at the end.
    #[must_use]
    pub const fn new(path: String) -> Self {
        Self(path)
    }

    /// The full address of what the app calls `href`, such as `/routines`.
    #[must_use]
    pub fn with(&self, href: &str) -> String {
        let mut full = self.0.clone();
        full.push_str(href);
        full
    }

    /// `path` without the base; `None` outside it. Letters of either case are the same, as they are to some hosts.
    #[must_use]
    pub fn without<'a>(&self, path: &'a str) -> Option<&'a str> {
        let (base, rest) = path.split_at_checked(self.0.len())?;
        (base.eq_ignore_ascii_case(&self.0) && (rest.is_empty() || rest.starts_with('/'))).then_some(rest)
    }
}
