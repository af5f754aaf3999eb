//! Style, scripts and the icon: compiled in, under names that carry the hash of their contents.

use std::sync::OnceLock;

use sha2::{Digest as _, Sha256};

use super::compressed::gzip;
use super::path;

/// A file of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asset {
    /// The one style sheet, print rules included.
    Style,
    /// The ballot's counter and safe retry.
    BallotScript,
    /// The live numbers of the office.
    LiveScript,
    /// Shrinks a photo on the phone before it is sent.
    PhotoScript,
    /// Brings photos over a line that breaks.
    PhotosScript,
    /// The dark look of the hall's screens.
    ScreenStyle,
    /// The hall screen's line to the server.
    ScreenScript,
    /// The operator's previews and keys.
    OperatorScript,
    /// One paper at a time for tellers.
    HandCountScript,
    /// Large keys for a kiosk.
    KioskStyle,
    /// A kiosk that forgets each voter.
    KioskScript,
    /// Reads rules back while they are chosen.
    RulesScript,
    /// The icon.
    Icon,
}

/// A file as it is given out.
pub(super) struct ServedAsset {
    asset: Asset,
    path: String,
    name: String,
    /// Its content type.
    pub(super) kind: &'static str,
    pub(super) bytes: &'static [u8],
    /// The same, compressed once.
    pub(super) gzip: Vec<u8>,
}

/// The address of a file.
pub(super) fn path(asset: Asset) -> &'static str {
    served()
        .iter()
        .find(|one| one.asset == asset)
        .map_or("", |one| one.path.as_str())
}

/// A file by its hashed name.
pub(super) fn find(name: &str) -> Option<&'static ServedAsset> {
    served().iter().find(|one| one.name == name)
}

fn served() -> &'static [ServedAsset] {
    static SERVED: OnceLock<Vec<ServedAsset>> = OnceLock::new();
    SERVED.get_or_init(|| {
        let css = "text/css; charset=utf-8";
        let js = "text/javascript; charset=utf-8";
        let style: &[u8] = include_bytes!("assets/app.css");
        let ballot: &[u8] = include_bytes!("assets/ballot.js");
        let live: &[u8] = include_bytes!("assets/live.js");
        let photo: &[u8] = include_bytes!("assets/photo.js");
        let photos: &[u8] = include_bytes!("assets/photos.js");
        let hall: &[u8] = include_bytes!("assets/screen.css");
        let screen: &[u8] = include_bytes!("assets/screen.js");
        let operator: &[u8] = include_bytes!("assets/operator.js");
        let typing: &[u8] = include_bytes!("assets/hand_count.js");
        let large: &[u8] = include_bytes!("assets/kiosk.css");
        let kiosk: &[u8] = include_bytes!("assets/kiosk.js");
        let rules: &[u8] = include_bytes!("assets/rules.js");
        let icon: &[u8] = include_bytes!("assets/icon.svg");
        vec![
            named(Asset::Style, "app", "css", css, style),
            named(Asset::BallotScript, "ballot", "js", js, ballot),
            named(Asset::LiveScript, "live", "js", js, live),
            named(Asset::PhotoScript, "photo", "js", js, photo),
            named(Asset::PhotosScript, "photos", "js", js, photos),
            named(Asset::ScreenStyle, "screen", "css", css, hall),
            named(Asset::ScreenScript, "screen", "js", js, screen),
            named(Asset::OperatorScript, "operator", "js", js, operator),
            named(Asset::HandCountScript, "hand-count", "js", js, typing),
            named(Asset::KioskStyle, "kiosk", "css", css, large),
            named(Asset::KioskScript, "kiosk", "js", js, kiosk),
            named(Asset::RulesScript, "rules", "js", js, rules),
            named(Asset::Icon, "icon", "svg", "image/svg+xml", icon),
        ]
    })
}

fn named(
    asset: Asset,
    stem: &str,
    ending: &str,
    kind: &'static str,
    bytes: &'static [u8],
) -> ServedAsset {
    let hash: String = Sha256::digest(bytes)
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let name = format!("{stem}-{hash}.{ending}");
    ServedAsset {
        asset,
        path: path::asset(&name),
        name,
        kind,
        bytes,
        gzip: gzip(bytes),
    }
}
