//! Deputies, the accounts that serve a congress, and the code of an invitation.

pub mod invitation;
pub mod person;
