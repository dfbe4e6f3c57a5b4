//! Clauses of the collaboration plan (samverkansplan 2023–2026), paraphrased, in the order of the document.

use super::{Reason, clauses};

clauses! { Plan:
    "Vårdsamverkan SAMLA (inledning)" "The care collaboration SAMLA (introduction)" {
        "P-ALL-1", sentence "1", Definition, By("P-ALL-1"):
            sv "Samverkansstrukturen för nära vård i de två kommunerna finns sedan 2017.",
            en "SAMLA exists since 2017 and covers near care in Alingsås and Lerum.";
        "P-ALL-2", sentence "2", Definition, Not(Reason::Statement):
            sv "Flera givare av vård och insatser håller ihop sina processer med personen i centrum.",
            en "Collaboration rests on joined-up processes between several providers, person-centred.";
        "P-ALL-3", sentence "3", Aim, Not(Reason::Aim):
            sv "Insatserna tillsammans ska bli en helhet för individen: helhetssyn, kontinuitet, samverkan, \
                hälsofrämjande.",
            en "The combined efforts must form a whole for the individual (holistic, continuous, collaborative, \
                health-promoting).";
    }

    "Förflyttning mot God och Nära vård" "Towards good care close at hand" {
        "P-FWD-1", sentence "4", Aim, Not(Reason::Aim):
            sv "Mindre sluten vård, mer öppen.",
            en "From inpatient to outpatient care.";
        "P-FWD-2", sentence "5", Aim, Not(Reason::Aim):
            sv "Mer hälsofrämjande och förebyggande.",
            en "More health promotion and prevention.";
        "P-FWD-3", sentence "6", Aim, Not(Reason::Aim):
            sv "Bättre kontinuitet och samordning.",
            en "More continuity and coordination.";
        "P-FWD-4", sentence "7", Aim, Not(Reason::Aim):
            sv "Större tillit, starkare samverkan.",
            en "More trust and strong collaboration.";
        "P-FWD-5", sentence "8", Aim, Not(Reason::Aim):
            sv "Mer personcentrerad vård och omsorg.",
            en "More person-centred care.";
        "P-FWD-6", sentence "9", Aim, Not(Reason::Aim):
            sv "Mer tillgänglig vård, till exempel digitalt.",
            en "More accessible care, e.g. digital.";
    }

    "Samverkansplan 2023–2026" "Collaboration plan 2023–2026" {
        "P-PLAN-1", sentence "11", Definition, By("P-PLAN-1"):
            sv "Planen gäller åren 2023 till och med 2026.",
            en "The plan covers the years 2023–2026.";
        "P-PLAN-2", sentence "10", Definition, Not(Reason::Statement):
            sv "Politiker och tjänstepersoner har tillsammans tagit fram planeringsunderlaget.",
            en "Politicians and officials jointly produced the planning input.";
        "P-PLAN-3", sentence "11", Definition, By("P-PLAN-3"):
            sv "Planen anger hur fyra parter samarbetar i området: kommunen, primärvården, tandvården och den \
                specialiserade vården.",
            en "The plan says how municipality, primary care, dental care and specialist care are to cooperate.";
        "P-PLAN-4", sentence "12", Obligation, Not(Reason::DutyUnseen):
            sv "Parterna ska samverka inom ramen för sina egna politiska mål och uppdrag.",
            en "Parties must cooperate on the basis of their own political goals and assignments.";
        "P-PLAN-5", sentence "13", Definition, Not(Reason::Statement):
            sv "Planen bygger på lag och på parternas styrdokument.",
            en "The plan rests on legislation and the parties' governing documents.";
    }

    "Syfte" "Purpose" {
        "P-SYF-1", sentence "14", Aim, Not(Reason::Aim):
            sv "Effektiv samverkan i frågor som rör alla parter så att individen möter en helhet.",
            en "Purpose: effective collaboration in matters touching all parties so the individual meets a whole.";
    }

    "Målgrupp" "Target groups" {
        "P-MGP-1", sentence "15", Definition, By("P-MGP-1"):
            sv "Målgruppen är alla i befolkningen som behöver insatser från både kommun och region.",
            en "Target population: everybody needing efforts from both municipality and region.";
    }

    "Övergripande mål" "Overall goals" {
        "P-OMAL-1", sentence "16", Aim, Not(Reason::Aim):
            sv "Det övergripande målet är en god och nära vård.",
            en "Overall goal: good and near care (lead-in).";
        "P-OMAL-2", sentence "17", Aim, Not(Reason::Aim):
            sv "Vården utgår från personens förutsättningar och behov.",
            en "Starts from individual conditions and needs.";
        "P-OMAL-3", sentence "18", Aim, Not(Reason::Aim):
            sv "Arbetssättet är relationsbyggt, främjar hälsa och förebygger i förväg.",
            en "Built on relations; promoting, preventing, proactive.";
        "P-OMAL-4", sentence "19", Aim, Not(Reason::Aim):
            sv "Jämlik hälsa, trygghet, självständighet; delat ansvar och tillit.",
            en "Equal health, security, independence; shared responsibility and trust.";
    }

    "Prioriterade mål" "Prioritised goals" {
        "P-PMAL-1", sentence "20", Aim, By("record"):
            sv "Stärkt tillit mellan huvudmännen genom samverkanskultur.",
            en "PM1: raise trust between principals by strengthening collaboration culture.";
        "P-PMAL-2", sentence "21", Aim, By("record"):
            sv "Bättre kontinuitet och samordning mellan huvudmännen, mer personcentrerat.",
            en "PM2: increase continuity and coordination between principals, more person-centred.";
        "P-PMAL-3", sentence "22", Aim, By("record"):
            sv "Mer arbete som främjar hälsa och förebygger ohälsa.",
            en "PM3: increase health-promoting and preventive efforts.";
        "P-PMAL-4", sentence "23", Aim, By("record"):
            sv "Utveckla rörlig vård som korsar organisationernas gränser.",
            en "PM4: develop mobile care across organisational borders.";
    }

    "Uppföljning" "Follow-up" {
        "P-UPP-1", sentence "24", Obligation, By("P-UPP-1"):
            sv "Det finns aktivitetsplaner från samordningsgruppen och från vardera NOSAM.",
            en "Activity plans exist, produced by the coordination group and by NOSAM Lerum and NOSAM Alingsås.";
        "P-UPP-2", sentence "24", Obligation, By("P-UPP-2"):
            sv "Uppföljningen görs mot dessa aktivitetsplaner.",
            en "Follow-up is done against those activity plans.";
    }

    "Organisering" "Organisation" {
        "P-ORG-0", sentence "25", Definition, By("P-ORG-0"):
            sv "Inledning till uppräkningen av vilka som ingår.",
            en "Lead-in: the collaboration comprises the following.";
        "P-ORG-1", sentence "26", Definition, By("P-ORG-0"):
            sv "Regional primärvård, Regionhälsan, Habilitering och hälsa samt tandvården ingår.",
            en "Parties: regional primary care, Regionhälsan, Habilitation & Health, dental care.";
        "P-ORG-2", sentence "27", Definition, By("P-ORG-0"):
            sv "Sjukhusen i väster (Alingsås lasarett) och Södra Älvsborgs sjukhus ingår.",
            en "Parties: Sjukhusen i väster incl. Alingsås lasarett; Södra Älvsborgs sjukhus.";
        "P-ORG-3", sentence "28", Definition, By("P-ORG-0"):
            sv "Båda kommunernas primärvård ingår, liksom deras socialtjänst och elevhälsa.",
            en "Parties: municipal primary care, social services, pupil health in both municipalities.";
        "P-ORG-4", sentence "29", Definition, By("P-ORG-0"):
            sv "Den delregionala nämnden för västra området ingår.",
            en "Party: Delregional nämnd västra.";
    }

    "Samordningsgruppen i SAMLA" "The coordination group of SAMLA" {
        "P-SG-1", sentence "30", Obligation, By("P-SG-1"):
            sv "Gruppen svarar för övergripande strategiska frågor mellan vård- och insatsgivarna.",
            en "Coordination group answers for overarching strategic collaboration matters.";
        "P-SG-2", sentence "31", Obligation, By("P-SG-2"):
            sv "Gruppen koordinerar, följer upp, utvecklar och tar inriktningsbeslut i gemensamma frågor.",
            en "It coordinates, follows up, develops and takes direction decisions in common matters.";
        "P-SG-3", sentence "32", Obligation, By("P-SG-3"):
            sv "Kommunen företräds av förvaltningschef eller någon som får besluta på samma nivå.",
            en "Heads of administration, or persons with equal decision mandate, from the municipalities.";
        "P-SG-4", sentence "32", Obligation, By("P-SG-4"):
            sv "Motsvarande chefer från regionen.",
            en "Same from the region.";
        "P-SG-5", sentence "32", Obligation, By("P-SG-5"):
            sv "Företrädare för privata vårdgivare inom valfrihetssystem enligt LOV.",
            en "Representatives of private providers in LOV choice systems.";
        "P-SG-6", sentence "33", Obligation, By("P-SG-6"):
            sv "Från oktober 2022 är ordförande och vice ordförande i båda NOSAM med.",
            en "Since October 2022 chair and vice chair of NOSAM Lerum and NOSAM Alingsås take part.";
    }

    "Närområdesgrupper – NOSAM i Lerum och Alingsås" "Local groups – NOSAM in Lerum and Alingsås" {
        "P-NOS-1", sentence "34", Definition, Not(Reason::Statement):
            sv "NOSAM verkar på operativ/delregional nivå.",
            en "NOSAM is at operative/sub-regional level.";
        "P-NOS-2", sentence "34", Obligation, Not(Reason::DutyUnseen):
            sv "NOSAM arbetar för att avtal mellan regionen och länets 49 kommuner följs.",
            en "NOSAM works for compliance with agreements between the region and the 49 municipalities.";
        "P-NOS-3", sentence "35", Obligation, By("P-NOS-3"):
            sv "NOSAM arbetar med närområdets prioriterade frågor och SAMLA:s prioriterade mål (angivna för \
                2023–2025).",
            en "NOSAM focuses on prioritised local matters and the SAMLA goals \"for 2023–2025\".";
        "P-NOS-4", sentence "36", Obligation, By("P-NOS-4"):
            sv "Varje NOSAM gör en aktivitetsplan som bygger på målområdena.",
            en "NOSAM produces an activity plan based on the goal areas.";
        "P-NOS-5", sentence "36", Obligation, Not(Reason::DutyUnseen):
            sv "NOSAM bereder frågor när samordning behövs.",
            en "NOSAM prepares matters when operative/sub-regional coordination is needed.";
        "P-NOS-6", sentence "37", Permission, Not(Reason::Permission):
            sv "Aktiviteter får ändras under tiden.",
            en "Activities may change over time.";
        "P-NOS-7", sentence "37", Obligation, By("P-NOS-7"):
            sv "Aktiviteterna ligger i ett eget dokument, inte i samverkansplanen.",
            en "Activities therefore sit in a document separate from the plan.";
        "P-NOS-8", sentence "38", Obligation, By("P-NOS-8"):
            sv "Linjeverksamheterna genomför de aktiviteter som beslutats.",
            en "Carrying out decided activities is the line organisations' responsibility.";
        "P-NOS-9", sentence "39", Obligation, By("N-REP-1"):
            sv "Varje organisation utser sin egen representant.",
            en "Each organisation appoints its own representative.";
        "P-NOS-10", sentence "39", Permission, By("N-FOR-1"):
            sv "Representanten får företräda sin organisation och, när frågan förankrats, vara med och besluta i en \
                del strategiska frågor.",
            en "Representatives may represent, cooperate, discuss and, after anchoring, decide in certain strategic \
                matters.";
    }

    "Politiska samrådsgruppen i SAMLA" "The political group of SAMLA" {
        "P-POL-1", sentence "40", Obligation, By("P-POL-1"):
            sv "Gruppen för återkommande politisk dialog ur utförar- och beställarperspektiv.",
            en "Regular political dialogue from provider and purchaser perspective.";
        "P-POL-2", sentence "40", Aim, Not(Reason::Aim):
            sv "Gruppen ska göra det lättare att nå politisk enighet om samverkan som fungerar.",
            en "Create conditions for political consensus on well-functioning collaboration.";
        "P-POL-3", sentence "41", Obligation, By("P-POL-3"):
            sv "Gruppen följer upp resultaten mot de fastställda målområdena.",
            en "Follow up results against the fixed priority goal areas.";
        "P-POL-4", sentence "42", Recommendation, By("P-NOS-8"):
            sv "Genomförandet bör ligga i linjen.",
            en "Implementation should take place in the line organisation.";
        "P-POL-5", sentence "42", Definition, Not(Reason::Statement):
            sv "NOSAM är basen för det lokala gemensamma arbetet.",
            en "NOSAM is the base for local joint work.";
        "P-POL-6", sentence "43", Obligation, By("P-POL-6"):
            sv "Varje organ i listan sänder sin ordförande och dessutom en eller två valda.",
            en "Each listed body takes part with its chair and one or two elected representatives.";
        "P-POL-7", sentence "43", Definition, By("P-POL-7"):
            sv "Organen är sju regionala, tre i Alingsås och ett (eller två) i Lerum.",
            en "The bodies: seven regional, three in Alingsås, one (or two) in Lerum.";
        "P-REV-1", sentence "44", Definition, By("P-REV-1"):
            sv "Planens grund beslutades politiskt i samrådsgruppen 2020.",
            en "The plan's foundation was decided in the political group in 2020.";
        "P-REV-2", sentence "44", Obligation, By("P-REV-2"):
            sv "Därefter revideras planen varje år om man inte beslutat annat.",
            en "It is revised every year after that unless otherwise decided.";
        "P-REV-3", sentence "45", Obligation, By("P-REV-3"):
            sv "Beslut om revidering fattas i samordningsgruppen.",
            en "The coordination group decides on revisions.";
        "P-REV-4", sentence "45", Obligation, By("P-REV-4"):
            sv "Det politiska samrådet informeras.",
            en "The political group is informed.";
        "P-REV-5", sentence "45", Obligation, By("P-REV-5"):
            sv "Det politiska samrådet beslutar om uppdateringar.",
            en "The political group decides on updates.";
    }

    "Kommunikation" "Communication" {
        "P-KOM-1", sentence "46", Obligation, By("N-FOR-1"):
            sv "Alla ledamöter i alla grupper förankrar frågor hemma.",
            en "All members of all groups must anchor matters in their own organisation.";
        "P-KOM-2", sentence "46", Obligation, Not(Reason::DutyUnseen):
            sv "Alla för information till och från samverkansarenan.",
            en "All carry information to and from the arena.";
        "P-KOM-3", sentence "47", Permission, By("P-KOM-3"):
            sv "Tema- eller arbetsgrupp får bildas när frågan kräver det.",
            en "Theme or working groups may be formed when needed.";
        "P-KOM-4", sentence "47", Obligation, By("P-KOM-4"):
            sv "Sådana grupper är tidsbegränsade.",
            en "Such groups last for a shorter time.";
        "P-KOM-5", sentence "47", Obligation, By("P-KOM-5"):
            sv "Gruppen har ett konkret uppdrag.",
            en "They have a concrete assignment.";
        "P-KOM-6", sentence "48", Obligation, By("P-KOM-6"):
            sv "Processledare stödjer samtliga grupperingar.",
            en "A process leader supports all groups.";
        "P-KOM-7", sentence "49", Obligation, By("P-KOM-7"):
            sv "Alla minnesanteckningar och protokoll finns på hemsidan.",
            en "All notes/minutes are on the website.";
        "P-KOM-8", sentence "49", Obligation, By("P-KOM-8"):
            sv "Namn på representanterna i grupperna finns på hemsidan.",
            en "Named representatives of each group are on the website.";
        "P-KOM-9", sentence "49", Obligation, By("P-KOM-9"):
            sv "Aktivitetsplaner med mera finns där.",
            en "Activity plans etc. are there.";
        "P-KOM-10", sentence "49", Obligation, By("P-KOM-10"):
            sv "Allt är samlat på ett ställe.",
            en "It is all gathered in one place.";
    }
}
