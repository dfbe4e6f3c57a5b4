//! Clauses of the assignment of NOSAM (uppdragsbeskrivning), paraphrased, in the order of the document.

use super::{Reason, clauses};

clauses! { Nosam:
    "Uppdragsbeskrivning (inledning)" "Assignment (introduction)" {
        "N-ALL-1", sentence "1", Aim, Not(Reason::Aim):
            sv "Arbetet ser helheten, håller ihop över tid och främjar hälsa, så att behoven minskar och resurserna \
                används väl.",
            en "Local collaboration is holistic, continuous, collaborative, health-promoting; aims at health, fewer \
                future needs, good use of resources.";
        "N-ALL-2", sentence "2", Obligation, By("N-ALL-2"):
            sv "Varje kommun har operativ närområdessamverkan.",
            en "Operative local collaboration exists in every municipality.";
        "N-ALL-3", sentence "3", Aim, Not(Reason::Aim):
            sv "Arbetet är långsiktigt och bygger hållbara strukturer.",
            en "Work is long-term and builds sustainable structures.";
        "N-ALL-4", sentence "4", Obligation, By("P-NOS-3"):
            sv "NOSAM arbetar med prioriterade närområdesfrågor och SAMLA:s fokusområden 2023–2026.",
            en "NOSAM focuses on prioritised local matters and the SAMLA focus areas 2023–2026.";
        "N-PLAN-1", sentence "5", Definition, By("N-PLAN-1"):
            sv "Planen har antagits av samordningsgruppen respektive den politiska gruppen (snedstreck i texten).",
            en "The plan is adopted by the coordination group / political group.";
        "N-PLAN-2", sentence "5", Definition, By("N-PLAN-2"):
            sv "I planen finns fokusområden samt strategier och aktiviteter.",
            en "The plan contains focus areas, strategies and activities.";
        "N-AKT-1", sentence "6", Obligation, By("P-NOS-4"):
            sv "NOSAM gör egna aktivitetsplaner utifrån planens målområden.",
            en "NOSAM makes its own activity plans from the plan's goal areas.";
        "N-AKT-2", sentence "6", Obligation, By("N-AKT-2"):
            sv "Aktivitetsplanerna utgår också från målgrupperna.",
            en "…and from the target groups.";
        "N-MGR-1", sentence "6", Definition, By("record"):
            sv "Tre målgrupper: barn/unga, psykisk hälsa/missbruk, äldre.",
            en "Target groups: children and youth; mental health and substance use; older people.";
    }

    "Syfte" "Purpose" {
        "N-SYF-1", sentence "7", Aim, Not(Reason::Aim):
            sv "Syftet är närhet till invånarna och till arbetet kring individen.",
            en "Purpose: be near residents and the individual-centred work.";
        "N-SYF-2", sentence "8", Aim, Not(Reason::Aim):
            sv "Den enskilde och verksamheterna vinner på att samordningen är lokal.",
            en "Local coordination gives added value.";
    }

    "Mål" "Goals" {
        "N-MAL-1", sentence "9", Aim, Not(Reason::Aim):
            sv "Stödet ska upplevas sammanhängande och jämlikt och utgå från behoven.",
            en "Care must be experienced as seamless, equal and need-based.";
    }

    "Uppdrag" "Assignment" {
        "N-UPD-1", sentence "10", Obligation, Not(Reason::DutyUnseen):
            sv "Samordna lokalt och verka för att det som regionen och länets 49 kommuner har kommit överens om \
                följs.",
            en "Coordinate locally and work for compliance with agreements and action plans.";
        "N-UPD-2", sentence "11", Obligation, By("N-UPD-2"):
            sv "Ta fram eller införa det som fastställts lokalt (rutiner, avtal med mera) och följa upp det.",
            en "Draw up/implement and follow up adopted local routines, agreements and contracts.";
        "N-UPD-3", sentence "12", Obligation, By("N-UPD-3"):
            sv "Hitta och föreslå gemensamma utvecklings- eller förbättringsområden till samordningsgruppen.",
            en "Identify and submit development areas and other matters to the coordination group.";
    }

    "Representation i NOSAM" "Representation in NOSAM" {
        "N-REP-1", sentence "13", Obligation, By("N-REP-1"):
            sv "Varje organisation utser sin representant.",
            en "Each organisation appoints its representative.";
        "N-REP-2", sentence "13", Permission, By("N-FOR-1"):
            sv "Representanten har mandat att besluta i en del frågor när de har förankrats.",
            en "Representative has mandate, after anchoring, to decide in certain matters.";
        "N-REP-3", sentence "14", Recommendation, Not(Reason::Measure):
            sv "Kontinuitet är viktig.",
            en "The process is ongoing; continuity is important.";
        "N-REP-4", sentence "15", Obligation, By("N-REP-4"):
            sv "Inga ersättare utses.",
            en "Deputies are not appointed.";
        "N-REP-5", sentence "16", Obligation, By("N-REP-5"):
            sv "Verksamhetschefen från varje vårdcentral.",
            en "Unit managers of all care centres.";
        "N-REP-6", sentence "17", Obligation, By("N-REP-6"):
            sv "Verksamhetschefen från varje rehabenhet.",
            en "Unit managers of all rehab units.";
        "N-REP-7", sentence "18", Obligation, By("N-REP-7"):
            sv "Verksamhetschefen för kommunens primärvård.",
            en "Head of the municipal primary care.";
        "N-REP-8", sentence "19", Obligation, By("N-REP-8"):
            sv "Kommunens MAS och/eller MAR.",
            en "Municipal MAS and/or MAR.";
        "N-REP-9", sentence "20", Obligation, By("N-REP-9"):
            sv "Chefer på avdelnings- eller enhetsnivå (eller liknande) från de kommunala verksamheter som berörs.",
            en "Department/unit managers or equivalent from the municipal operations concerned.";
        "N-REP-10", sentence "21", Obligation, By("N-REP-10"):
            sv "Klinikchef från tandvården.",
            en "Clinic manager from dental care.";
        "N-REP-11", sentence "22", Obligation, By("N-REP-11"):
            sv "Vårdenhets- eller enhetschef från Alingsås lasarett.",
            en "Care-unit/unit manager from Alingsås lasarett.";
        "N-REP-12", sentence "23", Obligation, By("N-REP-12"):
            sv "Vardera kommunens folkhälsosamordnare.",
            en "Public-health coordinator in the respective municipality.";
        "N-REP-13", sentence "24", Obligation, By("N-REP-13"):
            sv "SAMLA:s processledare.",
            en "SAMLA process leader.";
        "N-REP-14", sentence "24", Obligation, By("N-REP-14"):
            sv "Delregional samordnare.",
            en "Sub-regional coordinator.";
        "N-REP-15", sentence "25", Obligation, By("N-REP-15"):
            sv "NSPH i Västra Götaland, i målgruppen psykisk hälsa och missbruk.",
            en "NSPH in Västra Götaland, in the target group mental health and substance use only.";
        "N-ADJ-1", sentence "26", Permission, By("N-ADJ-1"):
            sv "Fler verksamheter får adjungeras vid behov.",
            en "Further representation may be co-opted when needed.";
        "N-ADJ-2", sentence "27", Permission, Not(Reason::Permission):
            sv "Exempel på adjungerade: MLA, socialt ansvarig samordnare med flera.",
            en "Examples: MLA, social coordinator, others.";
        "N-ADJ-3", sentence "28", Permission, By("N-ADJ-3"):
            sv "Brukarmedverkan får adjungeras efter aktivitet och fråga.",
            en "User participation may be co-opted from activities and questions.";
        "N-INF-1", sentence "29", Obligation, Not(Reason::DutyUnseen):
            sv "Representanten bär information åt båda hållen.",
            en "Representatives carry information to and from NOSAM.";
        "N-FOR-1", sentence "30", Obligation, By("N-FOR-1"):
            sv "Ställningstaganden förankras i den egna organisationen mellan mötena.",
            en "Positions/decisions are anchored in the represented organisation between meetings.";
        "N-FOR-2", sentence "30", Obligation, By("N-FOR-2"):
            sv "Beslut fattas därmed i konsensus.",
            en "…so that decisions can be taken by consensus.";
        "N-STY-1", sentence "31", Definition, By("N-STY-1"):
            sv "NOSAM styrs av samordningsgruppen.",
            en "The coordination group is the steering group of NOSAM.";
        "N-STY-2", sentence "31", Obligation, By("N-STY-2"):
            sv "Den tar övergripande beslut om samverkansdokument.",
            en "It takes overarching decisions on collaboration documents.";
    }

    "Ordförandeskapet" "The chair" {
        "N-ORD-1", sentence "32", Obligation, By("N-ORD-1"):
            sv "NOSAM utser sin ordförande och vice ordförande.",
            en "NOSAM appoints chair and vice chair.";
        "N-ORD-2", sentence "33", Obligation, By("N-ORD-2"):
            sv "Ordförandeskapet växlar mellan kommun och region.",
            en "The chair rotates between municipality and region.";
        "N-ORD-3", sentence "33", Obligation, By("N-ORD-3"):
            sv "Perioden är ett år.",
            en "The period is 1 year.";
        "N-ORD-4", sentence "34", Obligation, By("N-ORD-4"):
            sv "Vice ordföranden efterträder ordföranden.",
            en "The vice chair takes over the chair.";
        "N-ORD-5", sentence "33–34", Obligation, By("N-ORD-5"):
            sv "(Härledd) Vice ordförande kommer från den andra sidan än ordföranden.",
            en "(Derived) vice chair comes from the other side than the chair.";
    }

    "Mötesfrekvens" "Frequency of meetings" {
        "N-MOT-1", sentence "35", Recommendation, By("N-MOT-1"):
            sv "Rekommenderad längd är två till tre timmar.",
            en "Recommended meeting length 2–3 hours.";
        "N-MOT-2", sentence "35", Recommendation, By("N-MOT-2"):
            sv "Rekommenderad takt är var fjärde till femte vecka.",
            en "Recommended meeting every 4–5 weeks.";
        "N-MOT-3", sentence "36", Obligation, By("N-MOT-3"):
            sv "Fyra funktioner är med från början till slut: ordförande, vice, delregional samordnare och \
                processledare.",
            en "Chair, vice chair, process leader and sub-regional coordinator attend the whole meeting.";
        "N-ANT-1", sentence "37", Obligation, By("N-ANT-1"):
            sv "Varje målgrupp skriver sina minnesanteckningar.",
            en "Each target group is responsible for writing notes.";
        "N-ANT-2", sentence "38", Obligation, By("P-KOM-7"):
            sv "Därefter publiceras de på SAMLA:s sida.",
            en "They are then published on the SAMLA site.";
    }

    "Uppföljning och utvärdering av uppdraget" "Follow-up and evaluation of the assignment" {
        "N-UPF-1", sentence "39", Obligation, By("N-UPF-1"):
            sv "Framgångsfaktorer utvärderas och utvecklingsområden pekas ut.",
            en "Evaluate success factors and identify development areas.";
        "N-UPF-2", sentence "40", Obligation, By("N-UPF-2"):
            sv "NOSAM:s ordförande och SAMLA:s processledare rapporterar till samordningsgruppen om varje NOSAM.",
            en "NOSAM chair and process leader report back to the coordination group on each NOSAM.";
        "N-EKO-1", sentence "41", Obligation, By("N-EKO-1"):
            sv "Ekonomiska ställningstaganden förankras i samordningsgruppen.",
            en "Positions/decisions, above all economic ones, are anchored in the coordination group.";
        "N-EKO-2", sentence "41", Obligation, By("N-EKO-2"):
            sv "Varje huvudman genomför det överenskomna i sin linje.",
            en "Each principal carries out what was agreed in its own line.";
        "N-AVV-1", sentence "42", Obligation, By("N-AVV-1"):
            sv "Samordningsgruppen får rapport om samverkansavvikelser varje halvår eller när det behövs.",
            en "Deviations are reported to the coordination group half-yearly or when needed.";
        "N-AVV-2", sentence "42", Obligation, By("N-AVV-2"):
            sv "Rapporteringen följer den delregionala rutinen.",
            en "According to the sub-regional routine.";
        "N-AVV-3", sentence "42", Aim, By("N-AVV-3"):
            sv "Syftet är att se utvecklingsbehov och systemfel.",
            en "Purpose: identify development needs and possible systemic faults.";
        "N-CHF-1", sentence "43", Recommendation, Not(Reason::RecommendationUnseen):
            sv "Alla chefsnivåer bör vara delaktiga i besluten.",
            en "It is important that all management levels take part in decisions.";
        "N-CHF-2", sentence "43", Recommendation, Not(Reason::RecommendationUnseen):
            sv "De bör följa arbete och resultat.",
            en "…follow work and results.";
        "N-CHF-3", sentence "43", Recommendation, By("N-UPF-2"):
            sv "De bör rapportera till samordningsgruppen.",
            en "…and report to the coordination group.";
    }
}
