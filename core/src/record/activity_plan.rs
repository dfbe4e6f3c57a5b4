//! Activity plan (aktivitetsplan) and its activities.

use super::{ActorId, Dates, Goal, GroupId, Id, List, TargetGroup};
use crate::calendar::Day;
use crate::codes::{ActivityPlanStatus, ActivityStatus};
use crate::described::object;

object! {
    ActivityPlan, named: id {
        sv "Aktivitetsplan", "En eller flera gruppers aktivitetsplan.";
        en "Activity plan", "The activity plan of one or several groups.";

        required id: Id {
            sv "Id", "Planens id, unikt i hela underlaget.";
            en "Id", "The plan's id, unique in the whole record.";
            eg "aktivitetsplan-2024";
        }

        required owners: List<GroupId> {
            sv "Grupper", "Id för grupperna som planen tillhör.";
            en "Owners", "Ids of the groups whose plan it is.";
            eg "nosam-alingsas";
        }

        optional period: Dates {
            sv "Giltighetstid", "Perioden som planen gäller.";
            en "Period", "The period for which the plan is in force.";
        }

        optional adopted_on: Day {
            sv "Fastställd", "Dagen då planen fastställdes.";
            en "Adopted on", "The day on which the plan was adopted.";
        }

        optional status: ActivityPlanStatus {
            sv "Läge", "Utkast eller fastställd. Saknas det är planen fastställd när dagen för det anges.";
            en "Status", "Draft or adopted. Absent: adopted when `adopted_on` is given.";
        }

        optional document: String {
            sv "Dokument", "Dokumentets namn eller nummer.";
            en "Document", "The document, by name or number.";
            eg "Aktivitetsplan 2024";
        }

        optional url: String {
            sv "Webbadress", "Adressen där det finns att läsa.";
            en "Web address", "Where it can be read.";
            eg "https://www.example.se/samla";
        }

        optional published_on: Day {
            sv "Publicerad", "Dagen då planen publicerades.";
            en "Published on", "The day on which the plan was published.";
        }

        optional activities: List<Activity> {
            sv "Aktiviteter", "Aktiviteterna i planen.";
            en "Activities", "The activities of the plan.";
        }
    }
}

object! {
    Activity, named: id [] [from] {
        sv "Aktivitet", "En aktivitet i en aktivitetsplan.";
        en "Activity", "One activity of an activity plan.";

        required id: Id {
            sv "Id", "Aktivitetens id, unikt i hela underlaget.";
            en "Id", "The activity's id, unique in the whole record.";
            eg "aktivitet-3";
        }

        optional title: String {
            sv "Rubrik", "Vad som ska göras.";
            en "Title", "What is to be done.";
            eg "Gemensam utbildning om fallrisk";
        }

        optional status: ActivityStatus {
            sv "Läge", "Hur långt aktiviteten har kommit.";
            en "Status", "How far the activity has come.";
        }

        optional from: Day {
            sv "Fr.o.m.", "Första dagen.";
            en "From", "First day.";
        }

        optional goals: List<Goal> {
            sv "Mål", "Målen som aktiviteten ska bidra till.";
            en "Goals", "The goals that the activity serves.";
        }

        optional target_groups: List<TargetGroup> {
            sv "Målgrupper", "Målgrupperna som aktiviteten gäller; `all` räknas för var och en.";
            en "Target groups", "The target groups that it concerns; `all` counts for every one.";
        }

        optional responsible: List<ActorId> {
            sv "Ansvariga", "Id för organisationerna eller grupperna som ansvarar.";
            en "Responsible", "Ids of the organisations or groups that are responsible.";
            eg "nosam-alingsas";
        }
    }
}
