//! What the fields of a record are called by people.

use crate::lang::Lang;
use crate::names::shown;
use crate::path::{Pointer, Token};
use crate::record;
use crate::say;

/// What stands, or should stand, at a place: the field, and before it the one that it belongs to.
pub(crate) fn at(lang: Lang, place: &Pointer) -> String {
    let fields: Vec<_> = record::fields_to(place).collect();
    let mut keys = place.0.iter().filter_map(|token| match token {
        Token::Key(key) => Some(key),
        Token::Index(_) => None,
    });
    let label = match (keys.nth(fields.len()), fields.as_slice()) {
        (Some(unknown), _) => format!("`{}`", shown(unknown)),
        (None, []) => lang.of("Underlaget", "The record").to_owned(),
        (None, [section]) => section.text.label(lang).to_owned(),
        (None, [.., above, field]) => format!("{} › {}", above.text.label(lang), field.text.label(lang)),
    };
    match place.0.last() {
        Some(Token::Index(index)) => {
            let row = index + 1;
            say!(lang; sv: "{label}, rad {row}", en: "{label}, row {row}")
        }
        _ => label,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_told_below_the_one_that_it_belongs_to() {
        let token = |step: &&str| step.parse().map_or_else(|_| Token::Key((*step).to_owned()), Token::Index);
        for (steps, sv, en) in [
            (&[][..], "Underlaget", "The record"),
            (&["meetings"], "Möten", "Meetings"),
            (&["groups", "0", "members", "3"], "Grupper › Ledamöter, rad 4", "Groups › Members, row 4"),
            (&["groups", "0", "members", "3", "to"], "Ledamöter › T.o.m.", "Members › To"),
            (&["matters", "0", "decision", "on"], "Beslut › Beslutsdatum", "Decision › On"),
            (&["groups", "0", "shoe_size"], "`shoe_size`", "`shoe_size`"),
        ] {
            let place = Pointer(steps.iter().map(token).collect());
            assert_eq!([at(Lang::Sv, &place), at(Lang::En, &place)], [sv, en]);
        }
    }
}
