//! The four languages, their tags and directions (BCP 47; Kazakh always with its script).

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Language {
    /// Chinese, simplified: the legal text, always complete.
    #[default]
    ZhHans,
    /// Kazakh in Arabic script, as written in Xinjiang.
    KkArab,
    /// Uyghur.
    Ug,
    /// English.
    En,
}

impl Language {
    /// All languages, in the order of the language bar.
    pub const ALL: [Self; 4] = [Self::ZhHans, Self::KkArab, Self::Ug, Self::En];

    /// The tag for `lang` attributes and cookies.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::KkArab => "kk-Arab",
            Self::Ug => "ug",
            Self::En => "en",
        }
    }

    /// The writing direction for `dir` attributes.
    #[must_use]
    pub fn dir(self) -> &'static str {
        match self {
            Self::ZhHans | Self::En => "ltr",
            Self::KkArab | Self::Ug => "rtl",
        }
    }

    /// The language's own name for the language bar (the two names in Arabic script await a
    /// translator's confirmation, see `docs/glossary.md`).
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::ZhHans => "中文",
            Self::KkArab => "قازاقشا",
            Self::Ug => "ئۇيغۇرچە",
            Self::En => "English",
        }
    }

    /// The language of a tag, also of the wider or regional forms that browsers send. Plain `kk`
    /// is taken as the Arabic script: no page here is Cyrillic.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        match tag.split('-').next()? {
            "zh" => Some(Self::ZhHans),
            "kk" => Some(Self::KkArab),
            "ug" => Some(Self::Ug),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The best language of an `Accept-Language` header, by its weights and then its order.
    #[must_use]
    pub fn from_accept(header: &str) -> Option<Self> {
        let mut best: Option<(u32, Self)> = None;
        for part in header.split(',').take(16) {
            let mut pieces = part.split(';');
            let Some(language) = pieces.next().and_then(Self::from_tag) else {
                continue;
            };
            let weight = pieces
                .find_map(|piece| piece.trim().strip_prefix("q="))
                .and_then(|q| q.parse::<f32>().ok())
                .map_or(1000, |q| {
                    if q >= 1.0 {
                        1000
                    } else if q > 0.5 {
                        700
                    } else if q > 0.0 {
                        300
                    } else {
                        0
                    }
                });
            if weight > 0 && best.is_none_or(|(w, _)| weight > w) {
                best = Some((weight, language));
            }
        }
        best.map(|(_, language)| language)
    }
}
