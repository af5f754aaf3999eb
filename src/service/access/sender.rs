//! From where somebody without an account sends: what limits are counted by.

/// Where a request comes from, as far as limits look at it.
#[derive(Debug, Clone)]
pub struct Sender {
    /// Network address.
    pub address: String,
    /// The device's cookie, if it has one.
    pub device: Option<String>,
}
