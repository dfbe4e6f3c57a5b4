//! P-KOM-10: what is published is gathered in one place.

use super::activity_plans;
use crate::answer::Lacks;
use crate::charter::Charter;
use crate::index::{Case, Context, subject_of};
use crate::record::{ActivityPlan, Meeting, Publication, Ref, View};
use crate::report::{Key, Subject};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "P-KOM-10",
    subject: "organisations/O, groups/G, meetings/M, plans/P, activity_plans/AP",
    severities: [Info],
    key_days: Remarks,
    partition_by: Record,
    reads: [meetings, activity_plans, publications],
    when: names_a_site,
    each: published,
    sv: {
        norm: "Det som publiceras finns samlat på ett ställe",
        why: "Den som söker något behöver bara leta på en webbplats.",
        reading: "Varje webbadress till anteckningar, aktivitetsplaner och publiceringar jämförs med \
            webbplatserna i regelverket (`sites`). En adress på en annan webbplats är en anmärkning. \
            Skiftläge, port och `www.` spelar ingen roll, men en annan underdomän är en annan webbplats. En \
            adress utan webbplats, som `/protokoll/3`, räknas till den egna. Nämner regelverket ingen \
            webbplats gäller regeln inte, och så är det för SAMLA eftersom planen inte säger vilken den är \
            (A-32).",
        example: "Webbplatsen är `samla.example` och en aktivitetsplan ligger på `kommun.example`: en anmärkning.",
    },
    en: {
        norm: "What is published is gathered in one place",
        why: "Whoever looks for something needs to search one website only.",
        reading: "Every address of notes, activity plans and publications is compared with the sites of the \
            charter (`sites`). An address on another site is a remark. Case, port and `www.` do not matter, \
            but another subdomain is another site. An address without a site, such as `/minutes/3`, counts \
            as on the own one. When the charter names no site the rule does not apply, and so it is for \
            SAMLA, as the plan does not say which it is (A-32).",
        example: "The site is `samla.example` and an activity plan is at `kommun.example`: a remark.",
    },
}

/// The addresses of one thing.
struct Addresses<'a> {
    list: Vec<View<'a, String>>,
    /// What could hold more of them but cannot be read.
    unread: Option<Lacks>,
}

/// Does the charter say where it is to be?
fn names_a_site(charter: &Charter) -> bool {
    !charter.sites.is_empty()
}

/// Everything that can have addresses, with those that it has.
fn published<'a>(cx: &Context<'a>) -> Vec<Case<'a, Addresses<'a>>> {
    let everything = cx.is_whole();
    let of_meeting = |meeting: Ref<'a, Meeting>| Case {
        subject: subject_of(meeting),
        at: meeting.path,
        thing: Addresses {
            list: meeting.notes().items().map(|note| note.url()).collect(),
            unread: meeting.notes().unread().filter(|_| !meeting.notes().is_absent()),
        },
    };
    let of_publication = |publication: Ref<'a, Publication>| {
        let key = match (publication.group().known(), publication.on().known()) {
            (None, None) => Key::Whole,
            (group, on) => Key::Person(group.map_or("", |id| id.as_str()), on.copied()),
        };
        Case {
            subject: Subject::of("publications", None).with(key),
            at: publication.path,
            thing: one(publication.url()),
        }
    };
    let meetings = cx.record.meetings().items();
    let meetings =
        meetings.filter(|it| everything || it.groups().items().any(|id| cx.is_judged(id.item.as_str())));
    let publications = cx.record.publications().items();
    let publications = publications
        .filter(|it| everything || it.group().known().is_some_and(|id| cx.is_judged(id.as_str())));
    let of_plan = |Case { subject, at, thing }: Case<'a, Ref<'a, ActivityPlan>>| Case {
        subject,
        at,
        thing: one(thing.url()),
    };
    let plans = activity_plans(cx).into_iter().map(of_plan);
    meetings.map(of_meeting).chain(plans).chain(publications.map(of_publication)).collect()
}

fn one(address: View<'_, String>) -> Addresses<'_> {
    Addresses { list: vec![address], unread: None }
}

/// Judges the addresses of one thing.
fn check<'a>(cx: &Context<'a>, addresses: Addresses<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    for address in addresses.list {
        let url = match address.optional() {
            Ok(None) => continue,
            Ok(Some(url)) => url,
            Err(lacks) => {
                verdict.lacks(lacks);
                continue;
            }
        };
        match host(url) {
            Some(host) if !cx.charter.sites.iter().any(|site| bare(site) == bare(host)) => {
                let words = words! { host = Param::Text(host.to_owned()), sites = Param::Ids(cx.charter.sites.clone());
                sv: "Adressen ligger på {host}, inte på {sites}",
                en: "The address is on {host}, not on {sites}" };
                verdict.remarks(address.path, words);
            }
            _ => verdict.holds(),
        }
    }
    addresses.unread.map_or(Ok(()), Err)
}

/// The site that an address names, without user and port; `None` for a place on the own site.
fn host(url: &str) -> Option<&str> {
    let url = url.trim();
    let named = match url.split_once("//") {
        Some((scheme, rest)) if scheme.is_empty() || scheme.ends_with(':') => rest,
        _ if url.split(['/', '?', '#']).next().is_some_and(|first| first.contains('.')) => url,
        _ => return None,
    };
    let named = named.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let named = named.rsplit('@').next().unwrap_or_default();
    named.split(':').next().filter(|host| !host.is_empty())
}

/// A site without what makes no difference.
fn bare(host: &str) -> String {
    let host = host.to_lowercase();
    let host = host.strip_suffix('.').unwrap_or(&host);
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_site_whatever_stands_around_it() {
        for url in [
            "https://samla.example",
            "https://samla.example/a/b?c=https://d.example#e",
            "HTTP://samla.example:8080/a",
            "//samla.example/a",
            "samla.example/a",
            "https://somebody@samla.example/a",
            " https://samla.example#a ",
        ] {
            assert_eq!(host(url), Some("samla.example"), "{url}");
        }
    }

    #[test]
    fn an_address_without_a_site_is_on_the_own_one() {
        for url in ["/minutes/3", "minutes/3.pdf", "?id=3", "#3", "https:///a"] {
            assert_eq!(host(url), None, "{url}");
        }
    }

    #[test]
    fn case_and_www_make_no_difference() {
        assert_eq!(bare("WWW.Samla.example."), bare("samla.example"));
        assert_ne!(bare("old.samla.example"), bare("samla.example"));
    }
}
