//! QR codes on slips, posters and notices.

use fast_qr::QRBuilder;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::convert::{Builder as _, Shape};
use maud::{Markup, PreEscaped, html};

/// A QR as inline SVG. The drawing comes from the QR library, which writes nothing of the text
/// into it, so it may stand as it is.
pub(crate) fn qr(text: &str) -> Markup {
    match QRBuilder::new(text).build() {
        Ok(code) => PreEscaped(
            SvgBuilder::default()
                .shape(Shape::Square)
                .margin(2)
                .to_str(&code),
        ),
        Err(_) => html! { (text) },
    }
}
