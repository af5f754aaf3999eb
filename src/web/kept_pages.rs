//! Public pages are made once for each state of the record, and given out as they were made until the record
//! or the day is another one. What is kept is the same for everybody: an address without a query, a
//! language, a text size, and nothing else of whoever asks. Ballots and office pages never come here
//! (`RouteRole::Published` says which pages do), and a cast changes nothing of the record: no page, and no
//! tag of one, tells of it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::compressed::{accepts_gzip, gzip};
use machine::bounds::KEPT_PAGES;
use service::RecordState;
use text::Language;

/// What a kept page may hang on besides the record and the day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PageKey {
    pub(super) address: String,
    pub(super) language: Language,
    pub(super) size: u8,
}

/// The pages of one state.
#[derive(Default)]
struct StatePages {
    of: Option<(RecordState, Date)>,
    pages: BTreeMap<PageKey, Arc<KeptPage>>,
    /// Bytes of all of them.
    size: usize,
}

/// Pages as they were made.
#[derive(Clone, Default)]
pub(super) struct KeptPages(Arc<Mutex<StatePages>>);

impl KeptPages {
    pub(super) fn find(&self, of: (RecordState, Date), key: &PageKey) -> Option<Arc<KeptPage>> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let page = all.pages.get(key).filter(|_| all.of == Some(of));
        page.map(Arc::clone)
    }

    /// Keeps a page of a state; those of another one go, and all of them where they are too many.
    pub(super) fn keep(&self, of: (RecordState, Date), key: PageKey, page: &Arc<KeptPage>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.of != Some(of) || all.size + page.size() > KEPT_PAGES {
            *all = StatePages {
                of: Some(of),
                ..StatePages::default()
            };
        }
        all.size += page.size();
        if let Some(before) = all.pages.insert(key, Arc::clone(page)) {
            all.size -= before.size();
        }
    }
}

/// A page with its tag: the beginning of its hash, so that the same page has the same one after a restart.
pub(super) struct KeptPage {
    plain: Bytes,
    gzip: Bytes,
    tag: HeaderValue,
}

impl KeptPage {
    pub(super) fn of(plain: Bytes) -> Option<Self> {
        let hash = Sha256::digest(&plain);
        let hash: String = hash
            .iter()
            .take(12)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Some(Self {
            gzip: gzip(&plain).into(),
            tag: HeaderValue::from_str(&format!("W/\"{hash}\"")).ok()?,
            plain,
        })
    }

    fn size(&self) -> usize {
        self.plain.len() + self.gzip.len()
    }

    /// Whether a browser has this page already.
    pub(super) fn is_known(&self, asked: &HeaderMap) -> bool {
        let known = asked.get(header::IF_NONE_MATCH);
        let known = known.and_then(|one| one.to_str().ok());
        known.is_some_and(|known| known.split(',').any(|one| one.trim() == self.tag))
    }

    /// The page as a browser can read it.
    pub(super) fn answer(&self, asked: &HeaderMap) -> Response {
        let html = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
        if accepts_gzip(asked) {
            let encoding = [(header::CONTENT_ENCODING, "gzip")];
            (html, encoding, self.gzip.clone()).into_response()
        } else {
            (html, self.plain.clone()).into_response()
        }
    }

    /// Says in an answer which page it is, and that it is to be asked for each time: a page may be corrected
    /// at any moment.
    pub(super) fn tag(&self, headers: &mut HeaderMap) {
        headers.insert(header::ETAG, self.tag.clone());
        for (name, value) in [
            (header::CACHE_CONTROL, "no-cache"),
            (header::VARY, "accept-encoding, accept-language, cookie"),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
}
