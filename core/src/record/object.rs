//! One description of an object of the record: its fields, what is required, how each is read and viewed.

/// Declares an object of the record.
///
/// Each field is `required` or `optional` and becomes a [`Field`](super::Field) of its kind, so a plain
/// struct with `Default` results. From the same list come the reading in one pass (an unknown or a
/// repeated key harms nothing else), the views that carry their path, and the walk that finds faults.
/// `after` names a function that holds the fields of one object against each other and the charter.
macro_rules! object {
    (
        $(#[$doc:meta])*
        $name:ident $(, after: $after:path)? {
            $($(#[$field_doc:meta])* $need:ident $field:ident: $kind:ty,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
        pub struct $name {
            $(
                $(#[$field_doc])*
                #[serde(skip_serializing_if = "Field::is_absent")]
                pub $field: Field<$kind>,
            )+
            /// Keys that the record does not know.
            #[serde(skip)]
            pub unknown_keys: Vec<UnknownKey>,
        }

        impl $name {
            /// The keys that the record knows here.
            pub const KEYS: &[&str] = &[$(stringify!($field)),+];
        }

        impl Read for $name {
            const EXPECTED: Expected = Expected::Object;

            fn from_object<'de, A: serde::de::MapAccess<'de>>(mut object: A) -> Result<Field<Self>, A::Error> {
                let mut read = Self::default();
                let mut seen = 0_u64;
                while let Some(key) = object.next_key_seed(KeyOf(Self::KEYS))? {
                    let index = match key {
                        Key::Known(index) => index,
                        Key::Unknown(key) => {
                            read.unknown_keys.push(UnknownKey::drain(key, &mut object)?);
                            continue;
                        }
                    };
                    let repeated = seen & (1 << index) != 0;
                    seen |= 1 << index;
                    match Self::KEYS[index] {
                        $(stringify!($field) => {
                            let value = object.next_value()?;
                            if repeated {
                                read.$field.repeat(stringify!($field), value);
                            } else {
                                read.$field = value;
                            }
                        })+
                        _ => {}
                    }
                }
                Ok(Field::Known(read))
            }

            fn settle(&mut self, known: &Known<'_>) -> Result<(), Problem> {
                $(
                    self.$field.settle(known);
                    object!(@$need self.$field, $field);
                )+
                $($after(self, known);)?
                Ok(())
            }

            fn faults(&self, path: Path, show: &mut dyn FnMut(Path, Flaw<'_>)) {
                for key in &self.unknown_keys {
                    show(path, Flaw::Key(key));
                }
                $(self.$field.faults(path.key(stringify!($field)), show);)+
            }

            fn days(&self, path: Path, show: &mut dyn FnMut(Path, crate::calendar::Day)) {
                $(self.$field.days(path.key(stringify!($field)), show);)+
            }
        }

        impl<'a> Ref<'a, $name> {
            $(
                $(#[$field_doc])*
                #[must_use]
                pub fn $field(self) -> View<'a, $kind> {
                    View::new(&self.item.$field, self.path.key(stringify!($field)))
                }
            )+
        }
    };
    (@required $value:expr, $field:ident) => {
        $value.require(stringify!($field));
    };
    (@optional $value:expr, $field:ident) => {};
}

/// Declares a list of codes, each with its label in both languages.
macro_rules! codes {
    (
        $(#[$doc:meta])*
        $name:ident {
            $($code:literal $variant:ident $sv:literal $en:literal,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = concat!("`", $code, "`: ", $en, " (", $sv, ").")] $variant,)+
        }

        impl $name {
            /// Every code, in the order of the record's description.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code as it stands in a record.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Its name for people.
            #[must_use]
            pub fn label(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$variant, Lang::Sv) => $sv, (Self::$variant, Lang::En) => $en),+
                }
            }
        }

        impl Read for $name {
            const EXPECTED: Expected = Expected::Code;

            fn from_text(text: &str) -> Result<Self, Problem> {
                Self::ALL.iter().copied().find(|known| known.code() == text).ok_or_else(|| {
                    let names = Self::ALL.iter().map(|known| {
                        (known.code(), [known.code(), known.label(Lang::Sv), known.label(Lang::En)])
                    });
                    Problem::UnknownCode {
                        value: text.to_owned(),
                        known: Self::ALL.iter().map(|known| known.code().to_owned()).collect(),
                        meant: crate::record::scalar::meant(text, names),
                    }
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(from)?;
                Self::from_text(&text).map_err(|problem| serde::de::Error::custom(problem.words().say(Lang::En)))
            }
        }

        impl From<$name> for crate::report::Param {
            fn from(code: $name) -> Self {
                Self::Code { code: code.code().into(), sv: code.label(Lang::Sv).into(), en: code.label(Lang::En).into() }
            }
        }
    };
}

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
    ($($(#[$doc:meta])* $name:ident $(to $($kind:ident)|+)?;)+) => {
        $(
            named!($(#[$doc])* $name);

            impl Read for $name {
                const EXPECTED: Expected = Expected::Id;

                fn from_text(text: &str) -> Result<Self, Problem> {
                    Ok(text.into())
                }

                fn settle(&mut self, _known: &Known<'_>) -> Result<(), Problem> {
                    refuse_personal_number(&self.0)?;
                    $(_known.refers(&self.0, &[$(Kind::$kind),+])?;)?
                    Ok(())
                }
            }
        )+
    };
}
