//! P-KOM-10: everything is published in one place.

use crate::answer::Lacks;
use crate::index::{Case, Context};
use crate::record::{GroupId, Id, List, View};
use crate::report::{Key, Param, Subject, Verdict};
use crate::rules::rule;
use crate::words;

rule! {
    id: "P-KOM-10",
    clauses: ["P-KOM-10"],
    severities: [Info],
    partition_by: Record,
    each: addresses,
    check: check,
    sv: {
        norm: "Det som publiceras är samlat på ett ställe",
        why: "Den som söker behöver bara leta på en webbplats.",
        reading: "Regelverket kan ange webbplatser; anger det inga är regeln avstängd. En adress på en annan webbplats är en anmärkning. Stora och små bokstäver, ett inledande ”www.” och portnummer spelar ingen roll. En adress utan webbplats anses ligga på samma ställe.",
        example: "Anteckningarna ligger på en annan webbplats än SAMLA:s: anmärkning.",
    },
    en: {
        norm: "What is published is gathered in one place",
        why: "Whoever searches needs to look on one site only.",
        reading: "The charter can name sites; if it names none the rule is off. An address on another site is a remark. Case, a leading “www.” and a port do not matter. An address without a site is taken to be in the same place.",
        example: "The notes stand on another site than SAMLA's: a remark.",
    },
}

/// The addresses of one thing.
type Addresses<'a> = Vec<View<'a, String>>;

fn addresses<'a>(cx: &Context<'a>) -> Vec<Case<'a, Addresses<'a>>> {
    let mut cases = Vec::new();
    if cx.charter.sites.is_empty() {
        return cases;
    }
    let one_of = |ids: View<'a, List<GroupId>>| ids.items().any(|id| cx.is_judged(id.item.as_str()));
    for meeting in cx.record.meetings().items().filter(|meeting| one_of(meeting.groups())) {
        let subject = Subject::of("meetings", meeting.id().known().map(Id::as_str));
        let thing: Addresses<'a> = meeting.notes().items().map(|note| note.url()).collect();
        cases.push(Case { subject, at: meeting.path, thing });
    }
    for plan in cx.record.activity_plans().items().filter(|plan| one_of(plan.owners())) {
        let subject = Subject::of("activity_plans", plan.id().known().map(Id::as_str));
        cases.push(Case { subject, at: plan.path, thing: vec![plan.url()] });
    }
    for publication in cx.record.publications().items() {
        let Some(group) = publication.group().known().map(GroupId::as_str).filter(|id| cx.is_judged(id))
        else {
            continue;
        };
        let subject = Subject::of("publications", None).with(Key::Name(group));
        cases.push(Case { subject, at: publication.path, thing: vec![publication.url()] });
    }
    cases
}

/// Judges the addresses of one thing.
fn check<'a>(cx: &Context<'a>, addresses: Addresses<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    for address in addresses {
        let url = match address.optional() {
            Ok(None) => continue,
            Ok(Some(url)) => url,
            Err(lacks) => {
                verdict.lacks(lacks);
                continue;
            }
        };
        match host(url).filter(|host| cx.charter.sites.iter().all(|site| bare(site) != *host)) {
            None => verdict.holds(),
            Some(host) => {
                verdict.remarks(
                    address.path,
                    words! { host = Param::Text(host), sites = Param::Ids(cx.charter.sites.clone());
                    sv: "Adressen ligger på {host}, samlingsplatsen är {sites}",
                    en: "The address is on {host}, everything is gathered on {sites}" },
                );
            }
        }
    }
    Ok(())
}

/// The host of an address, without user, port, case and a leading `www.`; `None` for one without a host.
fn host(url: &str) -> Option<String> {
    let url = url.trim();
    let rest = match url.split_once("//") {
        Some((scheme, rest)) if scheme.is_empty() || scheme.ends_with(':') => rest,
        _ => return None,
    };
    let place = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let place = place.rsplit('@').next().unwrap_or_default();
    let host = place.split(':').next().unwrap_or_default();
    (!host.is_empty()).then(|| bare(host))
}

fn bare(host: &str) -> String {
    let host = host.to_lowercase();
    host.strip_prefix("www.").map(str::to_owned).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn a_host_is_what_stands_between_the_slashes() {
        let says = |url| host(url).unwrap_or_default();
        assert_eq!(says("https://www.Samla.example:8443/a?b#c"), "samla.example");
        assert_eq!(says("https://samla.example@other.example/"), "other.example");
        assert_eq!(says("//samla.example"), "samla.example");
        assert_eq!(says("https://samla.example.other.example/"), "samla.example.other.example");
        assert_eq!(host("/notes/1.pdf"), None);
        assert_eq!(host("notes//1.pdf"), None);
    }
}
