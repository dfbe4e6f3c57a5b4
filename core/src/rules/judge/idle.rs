//! Waivers whose subject names nothing that their rule judges in the record.

use std::cmp::Reverse;

use super::Ledger;
use crate::calendar::Day;
use crate::codes::GroupKind;
use crate::codes::letters_apart;
use crate::index::{Context, Waived};
use crate::record::{Doubt, Id, List, Ref, View};

/// So many names are given for the one that was meant.
const NEAREST: usize = 3;

impl<'a> Ledger<'_, 'a> {
    /// What is suspicious about the subject of a waiver, when everything is judged.
    pub(super) fn idle(&self, waiver: &Waived<'a>) -> Option<Doubt> {
        // In an extract it may be of a group that is not in it.
        let named = waiver.subject.filter(|_| self.desk.only.is_none() && self.cx.is_whole())?;
        if self.told.keys().any(|subject| waiver.is_about(subject)) {
            return None;
        }
        if self.rule.subject.split(", ").any(|form| fits(self.cx, form, named)) {
            return None;
        }
        // What looks like a name is shown only where names may be.
        let shown = self.cx.options.names || !named.contains(char::is_whitespace);
        let subject = if shown { named } else { "…" };
        Some(Doubt::IdleWaiver { subject: subject.to_owned(), near: self.nearest(named) })
    }

    /// The names nearest to one that names nothing: of the same thing, of a thing with that id, spelt alike.
    fn nearest(&self, named: &str) -> Vec<String> {
        let thing = |subject: &str| subject.split('#').next().unwrap_or_default().to_owned();
        let (bare, whole) = (named.split('#').next().unwrap_or_default(), named.contains('#'));
        // One without a key names all of its thing.
        let names = self.told.keys().map(|told| if whole { told.clone() } else { thing(told) });
        let apart = |name: &String| {
            let of_this = thing(name);
            let same = of_this == bare || of_this.rsplit('/').next() == bare.rsplit('/').next();
            (Reverse(same), letters_apart(name, named))
        };
        let mut names: Vec<String> = names.collect();
        names.sort_by_cached_key(|name| (apart(name), name.clone()));
        names.dedup();
        let best = names.first().map(apart);
        names.retain(|name| Some(apart(name)) == best);
        names.truncate(NEAREST);
        names
    }
}

/// Does a subject have the form of what a rule judges, of a thing of the record? It may be judged some other day.
fn fits(cx: &Context<'_>, form: &str, subject: &str) -> bool {
    let (thing, key) = split_at_key(form);
    let Some((section, kind)) = thing.split_once('/') else { return false };
    let Some(rest) = subject.strip_prefix(section).and_then(|rest| rest.strip_prefix('/')) else {
        return false;
    };
    let (ids, unread) = ids(cx, section, kind);
    // What cannot be read may be what is named.
    unread
        || ids.into_iter().any(|id| match rest.strip_prefix(id) {
            Some("") => true,
            Some(rest) => {
                rest.strip_prefix('#').is_some_and(|text| key.is_some_and(|key| key_fits(key, text)))
            }
            None => false,
        })
}

fn split_at_key(form: &str) -> (&str, Option<&str>) {
    form.split_once('#').map_or((form, None), |(thing, key)| (thing, Some(key)))
}

/// Is this a key of the form: a year, a half-year, a day, or any id or code?
fn key_fits(form: &str, text: &str) -> bool {
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit());
    match form {
        "YEAR" => is_year(text),
        "HALF_YEAR" => {
            text.split_once("-H").is_some_and(|(year, half)| is_year(year) && ["1", "2"].contains(&half))
        }
        "FIRST_DAY" => Day::parse(text).is_some(),
        _ => !text.is_empty(),
    }
}

/// The ids of a section of what may be of a kind, and whether there may be more.
fn ids<'a>(cx: &Context<'a>, section: &str, kind: &str) -> (Vec<&'a str>, bool) {
    fn of<'a, T>(list: View<'a, List<T>>, id: impl Fn(Ref<'a, T>) -> Option<&'a Id>) -> (Vec<&'a str>, bool) {
        let unread = !list.is_absent() && list.unread().is_some();
        (list.items().filter_map(id).map(Id::as_str).collect(), unread)
    }
    let asked = match kind {
        "NOSAM" => Some(GroupKind::Nosam),
        "COORDINATION" => Some(GroupKind::CoordinationGroup),
        "POLITICAL" => Some(GroupKind::PoliticalGroup),
        _ => None,
    };
    let record = cx.record;
    match section {
        "groups" => of(record.groups(), |group| {
            let may_be = asked.is_none_or(|asked| !group.kind().is(|kind| *kind == asked).is_no());
            group.id().known().filter(|_| may_be)
        }),
        "organisations" => of(record.organisations(), |it| it.id().known()),
        "meetings" => of(record.meetings(), |it| it.id().known()),
        "matters" => of(record.matters(), |it| it.id().known()),
        "plans" => of(record.plans(), |it| it.id().known()),
        "activity_plans" => of(record.activity_plans(), |it| it.id().known()),
        "reports" => of(record.reports(), |it| it.id().known()),
        "routines" => of(record.routines(), |it| it.id().known()),
        "proposals" => of(record.proposals(), |it| it.id().known()),
        _ => (Vec::new(), false),
    }
}
