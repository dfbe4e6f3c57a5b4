//! P-ALL-1: the collaboration covers its own municipalities.

use crate::answer::{Answer, Lacks};
use crate::codes::{GroupKind, OrganisationKind, Principal, Severity};
use crate::index::{Case, Context, group_subject, subject_of};
use crate::path::Path;
use crate::record::{Organisation, Ref, View};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "P-ALL-1",
    subject: "organisations/ID, groups/NOSAM",
    severities: [Warning, Info],
    key_days: AsOf,
    partition_by: Record,
    reads: [organisations, groups],
    judges: Groups,
    each: organisations_and_nosam,
    sv: {
        norm: "SAMLA omfattar Alingsås och Lerum, och inga andra kommuner",
        why: "En felskriven kommunkod gör att en verksamhet eller en NOSAM hamnar utanför allt annat som prövas.",
        reading: "Varje kommunal organisation och varje NOSAM ska ha någon av kommunernas koder, annars blir \
            det en varning. Kommunal är den organisation vars huvudman är en kommun; är huvudmannen inte \
            angiven gäller slaget, till exempel kommunal förvaltning. En regional eller privat verksamhet \
            får ligga var som helst. En nämnd eller en annan organisation utan angiven \
            huvudman prövas inte. Saknas kommunkoden går det inte att avgöra.",
        example: "Ett äldreboende har fått koden 1480, som är Göteborgs: en varning.",
    },
    en: {
        norm: "SAMLA covers Alingsås and Lerum, and no other municipality",
        why: "A mistyped code leaves an operation or a NOSAM outside everything else that is judged.",
        reading: "Every municipal organisation and every NOSAM has the code of one of the municipalities, or \
            else there is a warning. Municipal is an organisation whose principal is a municipality; where \
            no principal is recorded its kind decides, such as municipal administration. A regional or \
            private operation may lie anywhere. A board or another organisation without a recorded principal \
            is not judged. A missing code cannot be told.",
        example: "A home for older people was given the code 1480, which is that of Göteborg: a warning.",
    },
}

/// Whose municipality is judged.
enum Of<'a> {
    Organisation(Ref<'a, Organisation>),
    Nosam(View<'a, String>),
}

fn organisations_and_nosam<'a>(cx: &Context<'a>) -> Vec<Case<'a, Of<'a>>> {
    let organisations = cx.record.organisations().items().map(|organisation| Case {
        subject: subject_of(organisation),
        at: organisation.path,
        thing: Of::Organisation(organisation),
    });
    let nosam = cx.groups(GroupKind::Nosam).map(|group| Case {
        subject: group_subject(group),
        at: group.path,
        thing: Of::Nosam(group.municipality()),
    });
    organisations.chain(nosam).collect()
}

/// Judges one organisation or NOSAM.
fn check<'a>(cx: &Context<'a>, of: Of<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let covered = |code: &str| cx.charter.municipalities.iter().any(|known| known.code == code);
    let (code, applies, at) = match of {
        Of::Nosam(code) => (code.read().map(String::as_str), Answer::Yes, code.path),
        Of::Organisation(organisation) => {
            let own = organisation.municipality();
            // Where the code comes from above, the organisation is the smallest thing to mend.
            let at = if own.is_absent() { organisation.path } else { own.path };
            (cx.municipality(organisation), is_municipal(cx, organisation), at)
        }
    };
    if !applies.told()? {
        return Ok(());
    }
    let code = code?;
    if covered(code) {
        verdict.holds();
    } else {
        say(cx, code, at, verdict);
    }
    Ok(())
}

fn say<'a>(cx: &Context<'a>, code: &str, at: Path, verdict: &mut Verdict<'a>) {
    let known = cx.charter.municipalities.iter().map(|it| Param::Code {
        code: it.code.clone().into(),
        sv: format!("{} {}", it.code, it.name).into(),
        en: format!("{} {}", it.code, it.name).into(),
    });
    let words = words! { municipality = Param::Text(code.to_owned()), known = Param::Codes(known.collect());
    sv: "Kommunkoden {municipality} hör inte till samverkan, som omfattar {known}",
    en: "The municipality code {municipality} is outside the collaboration, which covers {known}" };
    verdict.breaks(Severity::Warning, at, words);
}

/// Is a municipality the organisation's principal, as recorded or else by its kind?
fn is_municipal<'a>(cx: &Context<'a>, organisation: Ref<'a, Organisation>) -> Answer {
    cx.is_private(organisation).not().and(|| has_municipality_above(cx, organisation))
}

fn has_municipality_above<'a>(cx: &Context<'a>, organisation: Ref<'a, Organisation>) -> Answer {
    match cx.principal(organisation) {
        Ok(principal) => (principal == Principal::Municipality).into(),
        Err(lacks) if lacks.cause().is_some() => Answer::Unknown(lacks),
        Err(lacks) => match organisation.kind().read() {
            Ok(
                OrganisationKind::MunicipalPrimaryCare
                | OrganisationKind::MunicipalAdministration
                | OrganisationKind::MunicipalService
                | OrganisationKind::SocialServices
                | OrganisationKind::PupilHealth,
            ) => Answer::Yes,
            // What may be somebody else's is judged only as the municipality's that it is said to be.
            Ok(
                OrganisationKind::PoliticalBoard
                | OrganisationKind::Other
                | OrganisationKind::RehabUnit
                | OrganisationKind::CareCentre
                | OrganisationKind::DentalCare
                | OrganisationKind::Hospital
                | OrganisationKind::RegionalPrimaryCare
                | OrganisationKind::Regionhalsan
                | OrganisationKind::HabilitationAndHealth
                | OrganisationKind::RegionalAdministration
                | OrganisationKind::UserOrganisation
                | OrganisationKind::SupportOffice,
            ) => Answer::No,
            Err(more) => Answer::Unknown(lacks.and(more)),
        },
    }
}
