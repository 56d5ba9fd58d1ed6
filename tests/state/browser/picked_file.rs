//! Files that a test chooses.

/// The choice of a file with these bytes.
#[derive(Debug)]
pub struct Event(pub Vec<u8>);

/// A chosen file.
#[derive(Clone, Debug)]
pub struct PickedFile(Vec<u8>);

impl PickedFile {
    /// The file that `event` chooses.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        Some(Self(event.0.clone()))
    }

    /// Its size in bytes.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "no file of a test is that large")]
    pub fn size(&self) -> f64 {
        self.0.len() as f64
    }

    /// Its bytes.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        super::device::turn().await;
        Some(self.0.clone())
    }
}
