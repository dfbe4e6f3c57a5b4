//! The two languages, and what is said in both.

use serde::{Deserialize, Serialize};

/// A language that samla speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Lang {
    /// The one of two that is in this language.
    pub fn of<T>(self, sv: T, en: T) -> T {
        match self {
            Self::Sv => sv,
            Self::En => en,
        }
    }
}

/// A sentence with values in braces: `say!(lang; sv: "…", en: "…")` in one language, `say!(sv: "…", en: "…")`
/// in both.
#[macro_export]
#[doc(hidden)]
macro_rules! say {
    ($lang:expr; sv: $sv:literal, en: $en:literal $(,)?) => {
        match $lang {
            $crate::Lang::Sv => format!($sv),
            $crate::Lang::En => format!($en),
        }
    };
    (sv: $sv:literal, en: $en:literal $(,)?) => {
        $crate::Both { sv: format!($sv), en: format!($en) }
    };
}

/// The same in both languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both<T = &'static str> {
    /// In Swedish.
    pub sv: T,
    /// In English.
    pub en: T,
}

impl<T> Both<T> {
    /// What is said in one of them.
    pub fn of(&self, lang: Lang) -> &T {
        match lang {
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }

    /// Made by the same way in both languages.
    pub fn each(mut says: impl FnMut(Lang) -> T) -> Self {
        Self { sv: says(Lang::Sv), en: says(Lang::En) }
    }

    /// Something else of each.
    pub fn map<U>(self, mut to: impl FnMut(T) -> U) -> Both<U> {
        Both { sv: to(self.sv), en: to(self.en) }
    }
}
