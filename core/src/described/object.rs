//! `object!`: the one description of an object, as its noun's file writes it.

/// Declares an object.
///
/// In the record every field is `required` or `optional` and becomes a [`Field`](crate::record::Field) of its
/// kind. From the list come a plain struct with `Default`, the reading in one pass (an unknown or a repeated
/// key harms nothing else), the views that carry their path, the walks over faults, days and names, the table
/// of fields and the schema. A line `period` stands for `from` and `to`, whose order is checked; a block after
/// it says what `to` is in other words. `named` says what names a thing in a list: its `id`, else the first
/// known of the fields in the first brackets and the first day of those in the second. `after` is a function
/// that holds the fields of one object against each other and the charter, `aside` one that tells of which
/// objects nothing counts, `open` one that tells what leaves it open whether a period is there at all.
///
/// ```text
/// object! {
///     Member, named: [person] [from] {
///         sv "Ledamot", "En person i en grupp, från en dag till en annan.";
///         en "Member", "One person in one group, from one day to another.";
///
///         required person: PersonId {
///             sv "Person", "Personens id.";
///             en "Person", "The person's id.";
///             aliases "Ledamot";
///             eg "kim";
///         }
///
///         optional period;
///     }
/// }
/// ```
///
/// Charter and report are read and written by serde, whose derives stand above `struct`. There `required` is
/// always written, `optional` only where it says something, `nullable` is an `Option` that is written as
/// `null`, and the attributes above `defaulted` say what its absence means. `as` gives a key that is no name
/// in Rust, `unit` what a number counts. An `enum` is one of several forms, and `impl` describes a type that
/// is declared apart: on a floor below this one, or because it is written otherwise than it is held.
macro_rules! object {
    // The record.
    (
        $name:ident
        $(, named: $($id:ident)? $([$($who:ident),*] [$($day:ident),*])?)?
        $(, after: $after:path)?
        $(, aside: $aside:path)?
        $(, open: $open:path)? {
            sv $title_sv:literal, $about_sv:literal;
            en $title_en:literal, $about_en:literal;

            $($fields:tt)+
        }
    ) => {
        $crate::described::object! {
            @fields
            [
                $name [$($after)?] [$($aside)?] [$($open)?] [$title_sv $about_sv $title_en $about_en]
                [$($($id)?)?] [$($($($who)*)?)?] [$($($($day)*)?)?]
            ]
            [] [] $($fields)+
        }
    };

    // What is read and written by serde.
    (
        $(#[$attribute:meta])*
        $public:vis struct $name:ident $(<$life:lifetime>)? {
            sv $title_sv:literal, $about_sv:literal;
            en $title_en:literal, $about_en:literal;

            $($fields:tt)+
        }
    ) => {
        $crate::described::object! {
            @serde
            [
                [$(#[$attribute])*] [$public] $name [$($life)?]
                [$title_sv $about_sv $title_en $about_en]
            ]
            [] $($fields)+
        }
    };

    // One of several forms, of which each is a code or an object with one key.
    (
        $(#[$attribute:meta])*
        pub enum $name:ident {
            sv $title_sv:literal, $about_sv:literal;
            en $title_en:literal, $about_en:literal;

            $($form:ident $(($kind:ty))? as $key:literal {
                sv $label_sv:literal, $says_sv:literal;
                en $label_en:literal, $says_en:literal;
            })+
        }
    ) => {
        #[doc = $about_en]
        $(#[$attribute])*
        pub enum $name {
            $(
                #[doc = $says_en]
                #[serde(rename = $key)]
                $form $(($kind))?,
            )+
        }

        impl $crate::described::Described for $name {
            const TEXT: $crate::described::Text =
                $crate::described::object!(@text $title_sv, $about_sv, $title_en, $about_en);
            const FIELDS: &[$crate::described::FieldText] = &[$($crate::described::object!(
                @field $key, true, $label_sv, $says_sv, $label_en, $says_en;
            )),+];
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::described::schema::forms::<Self>([
                    $([$(_generator.subschema_for::<$kind>())?].into_iter().next()),+
                ])
            }
        }
    };

    // What is declared apart.
    (
        impl $described:ty as $name:ident {
            sv $title_sv:literal, $about_sv:literal;
            en $title_en:literal, $about_en:literal;

            $($need:ident $field:ident: $kind:ty {
                sv $label_sv:literal, $says_sv:literal;
                en $label_en:literal, $says_en:literal;
            })+
        }
    ) => {
        $crate::described::object! {
            @describe [] [$described] $name [$title_sv, $about_sv, $title_en, $about_en]
            $([stringify!($field), $need, $label_sv, $says_sv, $label_en, $says_en] [$kind] [])+
        }
    };

    // ── One field of the record after the other ──
    (@fields $head:tt [$($done:tt)*] [] required period; $($rest:tt)*) => {
        $crate::described::object! {
            @fields $head
            [
                $($done)*
                required from: $crate::calendar::Day {
                    sv "Fr.o.m.", "Första dagen.";
                    en "From", "First day.";
                    aliases "Från och med", "Från", "Början", "Start";
                }
                required to: $crate::calendar::Day {
                    sv "T.o.m.", "Sista dagen, som räknas med.";
                    en "To", "Last day, included.";
                    aliases "Till och med", "Till", "Slut", "End";
                }
            ]
            [period] $($rest)*
        }
    };
    (@fields $head:tt $done:tt [] optional period; $($rest:tt)*) => {
        $crate::described::object! {
            @fields $head $done []
            optional period {
                sv "Sista dagen, som räknas med. Saknas den gäller det fortfarande.";
                en "Last day, included. Absent: still running.";
            }
            $($rest)*
        }
    };
    (
        @fields $head:tt [$($done:tt)*] []
        optional period { sv $to_sv:literal; en $to_en:literal; }
        $($rest:tt)*
    ) => {
        $crate::described::object! {
            @fields $head
            [
                $($done)*
                optional from: $crate::calendar::Day {
                    sv "Fr.o.m.", "Första dagen. Saknas den gällde det redan före underlagets början.";
                    en "From", "First day. Absent: since before the records.";
                    aliases "Från och med", "Från", "Början", "Start";
                }
                optional to: $crate::calendar::Day {
                    sv "T.o.m.", $to_sv;
                    en "To", $to_en;
                    aliases "Till och med", "Till", "Slut", "End";
                }
            ]
            [period] $($rest)*
        }
    };
    (
        @fields $head:tt [$($done:tt)*] $period:tt
        $need:ident $field:ident: $kind:ty { $($says:tt)+ }
        $($rest:tt)*
    ) => {
        $crate::described::object! {
            @fields $head [$($done)* $need $field: $kind { $($says)+ }] $period $($rest)*
        }
    };
    (
        @fields
        [
            $name:ident [$($after:path)?] [$($aside:path)?] [$($open:path)?]
            [$title_sv:literal $about_sv:literal $title_en:literal $about_en:literal]
            [$($id:ident)?] [$($who:ident)*] [$($day:ident)*]
        ]
        [$(
            $need:ident $field:ident: $kind:ty {
                sv $label_sv:literal, $says_sv:literal;
                en $label_en:literal, $says_en:literal;
                $($more:tt)*
            }
        )+]
        [$($period:ident)?]
    ) => {
        #[doc = concat!($title_sv, ": ", $about_en)]
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
        pub struct $name {
            $(
                #[doc = concat!($label_sv, ": ", $says_en)]
                #[serde(skip_serializing_if = "crate::record::Field::is_absent")]
                pub $field: $crate::record::Field<$kind>,
            )+
            /// Keys that the record does not know.
            #[serde(skip)]
            pub unknown_keys: Vec<$crate::record::UnknownKey>,
        }

        impl $name {
            /// The keys that the record knows here.
            pub const KEYS: &[&str] = &[$(stringify!($field)),+];
        }

        $crate::described::object! {
            @describe [] [$name] $name [$title_sv, $about_sv, $title_en, $about_en]
            $(
                [stringify!($field), $need, $label_sv, $says_sv, $label_en, $says_en]
                [$crate::record::Field<$kind>] [$($more)*]
            )+
        }

        impl $crate::record::Read for $name {
            const EXPECTED: $crate::described::Expected = $crate::described::Expected::Object;
            const BELOW: &[$crate::described::Slot] = {
                let kinds = [$((<$kind as $crate::record::Read>::EXPECTED, <$kind as $crate::record::Read>::BELOW)),+];
                &$crate::described::slots(<Self as $crate::described::Described>::FIELDS, kinds)
            };

            fn from_object<'de, A: serde::de::MapAccess<'de>>(
                mut object: A,
            ) -> Result<$crate::record::Field<Self>, A::Error> {
                let mut read = Self::default();
                let mut seen = 0_u64;
                while let Some(key) = object.next_key_seed($crate::record::KeyOf(Self::KEYS))? {
                    let index = match key {
                        $crate::record::Key::Known(index) => index,
                        $crate::record::Key::Unknown(key) => {
                            read.unknown_keys.push($crate::record::UnknownKey::drain(key, &mut object)?);
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
                Ok($crate::record::Field::Known(read))
            }

            fn settle(&mut self, known: &$crate::record::Known<'_>) -> Result<(), $crate::record::Problem> {
                $(
                    self.$field.settle(known);
                    $crate::described::object!(@require $need self.$field, $field);
                )+
                $($crate::described::object!(@in_order $period self);)?
                $($after(self, known);)?
                Ok(())
            }

            $(
                fn aside(&self, _: &$crate::record::Known<'_>) -> Option<Option<$crate::record::Doubt>> {
                    $aside(self).then_some(None)
                }
            )?

            fn faults(
                &self,
                path: $crate::path::Path,
                show: &mut dyn FnMut($crate::path::Path, $crate::record::Flaw<'_>),
            ) {
                for key in &self.unknown_keys {
                    show(path, $crate::record::Flaw::Key(key, <Self as $crate::described::Described>::FIELDS));
                }
                $(self.$field.faults(path.key(stringify!($field)), show);)+
            }

            fn days(&self, path: $crate::path::Path, show: $crate::record::ShowDay<'_>) {
                $(self.$field.days(path.key(stringify!($field)), show);)+
            }

            fn people<'a>(&'a self, path: $crate::path::Path, show: $crate::record::ShowPerson<'_, 'a>) {
                $(self.$field.people(path.key(stringify!($field)), show);)+
            }

            fn named(&self) -> $crate::described::Named<'_> {
                $crate::described::Named {
                    id: None $(.or(self.$id.known().map(|id| id.as_str())))?,
                    who: None $(.or_else(|| self.$who.known().map(|who| who.as_str())))*,
                    day: None $(.or_else(|| self.$day.day()))*,
                }
            }

            fn things<'a>(&'a self, at: &[$crate::path::Token], show: $crate::record::ShowNamed<'_, 'a>) {
                if let [$crate::path::Token::Key(key), below @ ..] = at {
                    match key.as_str() {
                        $(stringify!($field) => self.$field.things(below, show),)+
                        _ => {}
                    }
                }
            }
        }

        impl<'a> $crate::record::Ref<'a, $name> {
            $(
                #[doc = concat!($label_sv, ": ", $says_en)]
                #[must_use]
                pub fn $field(self) -> $crate::record::View<'a, $kind> {
                    $crate::record::View::new(&self.item.$field, self.path.key(stringify!($field)))
                }
            )+
        }

        $crate::described::object!(@runs [$($period)?] $name [$($open)?]);
    };

    // ── One field of charter or report after the other, with what it means to serde ──
    (
        @serde $head:tt [$($done:tt)*]
        optional $field:ident $(as $key:literal)?: $kind:ty { $($says:tt)+ }
        $($rest:tt)*
    ) => {
        $crate::described::object! {
            @serde $head
            [
                $($done)*
                [#[serde(default, skip_serializing_if = "crate::described::is_default")] $(#[serde(rename = $key)])?]
                optional $field [$($key)?] $kind { $($says)+ }
            ]
            $($rest)*
        }
    };
    (
        @serde $head:tt [$($done:tt)*]
        $(#[$attribute:meta])*
        $need:ident $field:ident $(as $key:literal)?: $kind:ty { $($says:tt)+ }
        $($rest:tt)*
    ) => {
        $crate::described::object! {
            @serde $head
            [
                $($done)*
                [$(#[$attribute])* $(#[serde(rename = $key)])?]
                $need $field [$($key)?] $kind { $($says)+ }
            ]
            $($rest)*
        }
    };
    (
        @serde
        [
            [$($attributes:tt)*] [$public:vis] $name:ident [$($life:lifetime)?]
            [$title_sv:literal $about_sv:literal $title_en:literal $about_en:literal]
        ]
        [$(
            [$($field_attributes:tt)*]
            $need:ident $field:ident [$($key:literal)?] $kind:ty {
                sv $label_sv:expr, $says_sv:expr;
                en $label_en:expr, $says_en:expr;
                $($more:tt)*
            }
        )+]
    ) => {
        #[doc = $about_en]
        $($attributes)*
        #[serde(deny_unknown_fields)]
        $public struct $name $(<$life>)? {
            $(
                #[doc = $says_en]
                $($field_attributes)*
                $public $field: $kind,
            )+
        }

        $crate::described::object! {
            @describe [$($life)?] [$name $(<$life>)?] $name [$title_sv, $about_sv, $title_en, $about_en]
            $(
                [$crate::described::object!(@key $field $($key)?), $need, $label_sv, $says_sv, $label_en, $says_en]
                [$kind] [$($more)*]
            )+
        }
    };

    // ── What is said of an object and its fields ──
    (
        @describe [$($life:lifetime)?] [$described:ty] $name:ident [$($title:expr),+]
        $([$key:expr, $need:ident, $($label:expr),+] [$kind:ty] [$($more:tt)*])+
    ) => {
        impl $(<$life>)? $crate::described::Described for $described {
            const TEXT: $crate::described::Text = $crate::described::object!(@text $($title),+);
            const FIELDS: &[$crate::described::FieldText] = &[$($crate::described::object!(
                @field $key, $crate::described::object!(@is_required $need), $($label),+; $($more)*
            )),+];
        }

        #[cfg(feature = "schema")]
        impl $(<$life>)? schemars::JsonSchema for $described {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::described::schema::object::<Self>([$(generator.subschema_for::<$kind>()),+])
            }
        }
    };
    (@text $label_sv:expr, $says_sv:expr, $label_en:expr, $says_en:expr) => {
        $crate::described::Text {
            label: $crate::lang::Both { sv: $label_sv, en: $label_en },
            description: $crate::lang::Both { sv: $says_sv, en: $says_en },
        }
    };
    (
        @field $key:expr, $required:expr, $($text:expr),+;
        $(unit $unit_sv:literal, $unit_en:literal;)?
        $(aliases $($alias:literal),+;)?
        $(eg $example:literal;)?
    ) => {
        $crate::described::FieldText {
            key: $key,
            required: $required,
            text: $crate::described::object!(@text $($text),+),
            unit: $crate::described::object!(@maybe $($crate::lang::Both { sv: $unit_sv, en: $unit_en })?),
            aliases: &[$($($alias),+)?],
            example: $crate::described::object!(@maybe $($example)?),
        }
    };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    (@maybe) => { None };
    (@maybe $value:expr) => { Some($value) };
    (@is_required required) => { true };
    (@is_required optional) => { false };
    (@is_required nullable) => { false };
    (@is_required defaulted) => { false };
    // A reading of a charter is always written.
    (@is_required value) => { true };
    (@is_required switch) => { true };
    (@is_required fixed) => { true };
    (@require required $value:expr, $field:ident) => { $value.require(stringify!($field)); };
    (@require optional $value:expr, $field:ident) => {};
    (@in_order period $of:expr) => { $crate::record::in_order(&$of.from, &mut $of.to); };
    (@runs [] $name:ident []) => {};
    (@runs [period] $name:ident [$($open:path)?]) => {
        impl<'a> $crate::record::Period<'a> for $crate::record::Ref<'a, $name> {
            fn first(&self) -> $crate::record::View<'a, $crate::calendar::Day> {
                self.from()
            }

            fn last(&self) -> $crate::record::View<'a, $crate::calendar::Day> {
                self.to()
            }

            $(
                fn open(&self) -> Option<$crate::answer::Lacks> {
                    $open(*self)
                }
            )?
        }
    };
}

pub(crate) use object;
