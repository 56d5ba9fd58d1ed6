//! The path under which a host serves the app: adding it to addresses, and removing it.
//!
//! Places ([`super::place`]) know only addresses without it; `state` and the links of `ui` add it.

/// The path before each address of the app: empty at the root of a host, otherwise such as `/mainspring`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// A base from its path: a slash before each of its parts and none at the end.
    #[must_use]
    pub const fn new(path: String) -> Self {
        Self(path)
    }

    /// The full address of the app's `href`, such as `/routines`.
    #[must_use]
    pub fn with(&self, href: &str) -> String {
        let mut full = self.0.clone();
        full.push_str(href);
        full
    }

    /// `path` without the base; `None` outside it. Upper and lower case are equal, as on some hosts.
    #[must_use]
    pub fn without<'a>(&self, path: &'a str) -> Option<&'a str> {
        let (base, rest) = path.split_at_checked(self.0.len())?;
        (base.eq_ignore_ascii_case(&self.0) && (rest.is_empty() || rest.starts_with('/'))).then_some(rest)
    }
}
