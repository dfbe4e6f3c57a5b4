//! P-POL-1: the political group meets regularly.

use super::{judge_year, years};
use crate::answer::{Answer, Lacks};
use crate::calendar::Span;
use crate::index::{Case, Context};
use crate::record::{Group, Id, Meeting, Ref};
use crate::rules::judge::Verdict;
use crate::rules::yearly::{Entry, Series, Year};
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::Param;

rule! {
    id: "P-POL-1",
    subject: "groups/POLITICAL#YEAR",
    severities: [Advice, Info],
    key_days: (key_days::last_of_year),
    partition_by: Group,
    reads: [groups, meetings],
    judges: Groups,
    each: group_years,
    sv: {
        norm: "Politiska samrådsgruppen träffas regelbundet, minst en gång om året",
        due: "Politiska samrådsgruppen ska ha hållit årets möten",
        why: "En dialog som hålls igång gör att frågorna är kända innan de måste avgöras.",
        reading: "Planen säger regelbundet men inte hur ofta; läst som minst ett hållet möte varje kalenderår \
            (A-13), och färre ger ett råd. Alla slags hållna möten räknas utom avstämningar; planerade och \
            inställda gör det inte. Ett år prövas när det är slut, från underlagets början eller gruppens \
            första möte, och bara om gruppen fanns minst sex månader av året: precis sex räcker. Ett år som \
            underlaget bara täcker en del av prövas inte.",
        example: "Under 2024 ställdes gruppens enda möte in: ett råd när året är slut.",
    },
    en: {
        norm: "The political group meets regularly, at least once a year",
        due: "The political group is to have held the year's meetings",
        why: "A dialogue that is kept going makes matters known before they have to be settled.",
        reading: "The plan says regularly but not how often; read as at least one held meeting in each \
            calendar year (A-13), and fewer give an advice. Held meetings of every kind but check-ins count, \
            planned and cancelled ones do not. A year is judged when it has ended, from `complete_from` or \
            the group's first meeting on, and only if the group existed for at least six months of it: \
            exactly six are enough. A year that the record covers only in part is not judged.",
        example: "In 2024 the only meeting of the group was cancelled: an advice when the year has ended.",
    },
}

fn group_years<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Year, Lacks>>> {
    let meetings = cx.record.meetings();
    years(cx, |group| {
        let entries = meetings.items().map(|meeting| {
            let met = is_of(meeting, group).and(|| cx.met(meeting));
            Entry::on_day(cx, met, cx.day_of(meeting))
        });
        Series {
            entries: entries.chain(meetings.hidden().map(Entry::hidden)).collect(),
            unread: meetings.read().err(),
            least: cx.charter.readings.political_yearly,
            grace: 0,
            within: Span::default(),
        }
    })
}

fn is_of<'a>(meeting: Ref<'a, Meeting>, group: Ref<'a, Group>) -> Answer {
    let id = group.id().known().map(Id::as_str);
    meeting.groups().any(|it| (Some(it.item.as_str()) == id).into())
}

/// Judges one year of the group.
fn check<'a>(cx: &Context<'a>, year: Result<Year, Lacks>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let year = year?;
    let shown = i64::from(year.year);
    let words = |count, least| {
        let (none, count) = (count == 0, Param::Times(count));
        match none {
            true => words! { year = shown, count = count, least = least;
            sv: "Politiska samrådsgruppen möttes inte {year}",
            en: "The political group did not meet in {year}" },
            false => words! { year = shown, count = count, least = least;
            sv: "Politiska samrådsgruppen möttes {count} {year}, minst {least} behövs",
            en: "The political group met {count} in {year}, at least {least} are needed" },
        }
    };
    judge_year(cx, &year, cx.record.meetings().path, words, verdict)
}
