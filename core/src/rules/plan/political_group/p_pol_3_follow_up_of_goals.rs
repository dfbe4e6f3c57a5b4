//! P-POL-3: the political group follows up results against the goals.

use super::{judge_year, years};
use crate::answer::{Answer, Lacks};
use crate::calendar::Span;
use crate::codes::ReportKind;
use crate::index::{Case, Context};
use crate::rules::judge::Verdict;
use crate::rules::yearly::{Entry, Series, Year};
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::Param;

rule! {
    id: "P-POL-3",
    subject: "groups/POLITICAL#YEAR",
    severities: [Advice, Info],
    key_days: (key_days::year_and_grace),
    partition_by: Group,
    reads: [groups, reports],
    judges: Groups,
    each: group_years,
    sv: {
        norm: "Politiska samrådsgruppen följer upp resultaten mot de prioriterade målen, minst en gång om året",
        due: "Politiska samrådsgruppen ska ha följt upp årets mål",
        why: "De som har satt målen får se vart de har lett.",
        reading: "Planen säger inte hur ofta; läst som minst en uppföljning varje kalenderår (A-13), och \
            färre ger ett råd. En rapport av slaget uppföljning från gruppen räknas om den nämner minst ett \
            mål, för de år som den gäller enligt sin period, som för utvärderingar. Ett år prövas 90 dagar \
            efter att det är slut (A-36.grace_days), från underlagets början eller gruppens första \
            uppföljning, och bara om gruppen fanns minst sex månader av året. Ett år som underlaget bara \
            täcker en del av prövas inte.",
        example: "Gruppen följde upp 2023 men inte 2024: ett råd från och med 1 april 2025.",
    },
    en: {
        norm: "The political group follows up results against the prioritised goals, at least once a year",
        due: "The political group is to have followed up the year's goals",
        why: "Those who set the goals get to see where they have led.",
        reading: "The plan does not say how often; read as at least one follow-up in each calendar year (A-13), \
            and fewer give an advice. A report of the kind follow-up from the group counts if it names at least \
            one goal, for the years that it is of by its period, as for evaluations. A year is judged \
            90 days after it has ended (A-36.grace_days), from `complete_from` or the group's first follow-up \
            on, and only if the group existed for at least six months of it. A year that the record covers only \
            in part is not judged.",
        example: "The group followed up in 2023 but not in 2024: an advice from 1 April 2025.",
    },
}

fn group_years<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Year, Lacks>>> {
    let reports = cx.record.reports();
    years(cx, |group| {
        let entries = reports.items().map(|report| {
            let mine = cx.is_report_of(report, group, ReportKind::FollowUp);
            Entry::report(report, mine.and(|| report.goals().any(|_| Answer::Yes)))
        });
        Series {
            entries: entries.chain(reports.hidden().map(Entry::hidden)).collect(),
            unread: reports.read().err(),
            least: cx.charter.readings.political_yearly,
            grace: cx.charter.readings.yearly_grace_days,
            within: Span::default(),
        }
    })
}

/// Judges one year of the group.
fn check<'a>(cx: &Context<'a>, year: Result<Year, Lacks>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let year = year?;
    let shown = i64::from(year.year);
    let words = |count, least| {
        let (none, count) = (count == 0, Param::Times(count));
        match none {
            true => words! { year = shown, count = count, least = least;
            sv: "Politiska samrådsgruppen följde inte upp målen {year}",
            en: "The political group did not follow up the goals in {year}" },
            false => words! { year = shown, count = count, least = least;
            sv: "Politiska samrådsgruppen följde upp målen {count} {year}, minst {least} behövs",
            en: "The political group followed up the goals {count} in {year}, at least {least} are needed" },
        }
    };
    judge_year(cx, &year, cx.record.reports().path, words, verdict)
}
