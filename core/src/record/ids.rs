//! The texts of the record that are a type of their own: ids, references, codes of the charter.

/// Declares a text of the record as a type of its own.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
        pub struct $name(String);

        impl $name {
            /// The text as it stands in the record.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

/// Declares an id, or a reference to one; `to` lists the kinds of things that it may name.
macro_rules! ids {
    ($(
        $(#[$doc:meta])*
        $name:ident $(to $($kind:ident)|+)? $(unless $aside:ident or $called:ident)? $(, $listed:ident)?;
    )+) => {
        $(
            named!($(#[$doc])* $name);

            impl Read for $name {
                const EXPECTED: Expected = Expected::Id;

                fn from_text(text: &str) -> Result<Self, Problem> {
                    Ok(text.into())
                }

                fn settle(&mut self, _known: &Known<'_>) -> Result<(), Problem> {
                    refuse_personal_number(&self.0)?;
                    $(_known.refers(&self.0, &[$(EntryKind::$kind),+])?;)?
                    $(_known.$called(&self.0)?;)?
                    Ok(())
                }

                $(
                    fn aside(&self, known: &Known<'_>) -> Option<Option<Doubt>> {
                        known.$aside(&self.0).map(Some)
                    }

                    fn people<'a>(&'a self, path: Path, show: ShowPerson<'_, 'a>) {
                        show(path, self);
                    }
                )?

                $(
                    fn $listed(&self) -> Option<&str> {
                        Some(&self.0)
                    }
                )?
            }

            #[cfg(feature = "schema")]
            impl schemars::JsonSchema for $name {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    String::json_schema(generator)
                }
            }
        )+
    };
}

pub(super) use {ids, named};
