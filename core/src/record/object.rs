//! One description of an object of the record: its fields, what is required, how each is read and viewed.

/// Declares an object of the record.
///
/// Each field is `required` or `optional`, becomes a [`Field`](super::Field) of its kind, and has its label
/// and description in both languages, with an example (`eg`) where that helps. From this one list come a
/// plain struct with `Default`, the reading in one pass (an unknown or a repeated key harms nothing else),
/// the views that carry their path, the walk that finds faults, the table of [`fields`](super::fields) and
/// the schema. `after` names a function that holds the fields of one object against each other and the
/// charter.
macro_rules! object {
    (
        $name:ident $(, after: $after:path)? {
            sv $title_sv:literal, $about_sv:literal;
            en $title_en:literal, $about_en:literal;

            $($need:ident $field:ident: $kind:ty {
                sv $label_sv:literal, $says_sv:literal;
                en $label_en:literal, $says_en:literal;
                $(eg $example:literal;)?
            })+
        }
    ) => {
        #[doc = concat!($title_sv, ": ", $about_en)]
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
        pub struct $name {
            $(
                #[doc = concat!($label_sv, ": ", $says_en)]
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

        impl Described for $name {
            const TEXT: Text = Text { sv: [$title_sv, $about_sv], en: [$title_en, $about_en] };
            const FIELDS: &[FieldText] = &[$(FieldText {
                key: stringify!($field),
                required: object!(@is_required $need),
                text: Text { sv: [$label_sv, $says_sv], en: [$label_en, $says_en] },
                example: object!(@example $($example)?),
                kind: <$kind as Read>::EXPECTED,
                below: <$kind as Read>::BELOW,
            }),+];
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let kinds = [$(generator.subschema_for::<Field<$kind>>()),+];
                crate::schema::object::<Self>(kinds)
            }
        }

        impl Read for $name {
            const EXPECTED: Expected = Expected::Object;
            const BELOW: &[FieldText] = Self::FIELDS;

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
                #[doc = concat!($label_sv, ": ", $says_en)]
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
    (@is_required required) => { true };
    (@is_required optional) => { false };
    (@example) => { None };
    (@example $example:literal) => { Some($example) };
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
