//! The kiosk: a tablet in the hall that many voters use after each other, with large keys, and that
//! forgets each of them. The ballot's own pages are drawn in it; here is only its start.

pub(super) mod handler;
mod view;
