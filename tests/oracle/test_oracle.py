"""The forty cases of the clause register against the oracle; and the example in which every rule holds."""

import copy
import json
import pathlib
from datetime import date, timedelta

import pytest

import oracle

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOOD = (ROOT / "core/src/example/good.json").read_bytes()


def outcome(record, rule, subject, as_of="2024-12-31", **readings):
    readings = {name.replace("_", "-"): value for name, value in readings.items()}
    return oracle.judge(json.dumps(record).encode(), {"as_of": as_of, "readings": readings})[rule].get(subject)


def judged(*args, **more):
    """The outcome, None where the rule has nothing to judge."""
    found = outcome(*args, **more)
    return None if found == "not_applicable" else found


def severities(record, rule, as_of="2024-12-31", **readings):
    """The severities of what a rule finds broken."""
    readings = {name.replace("_", "-"): value for name, value in readings.items()}
    found = oracle.findings(json.dumps(record).encode(), {"as_of": as_of, "readings": readings})
    return [severity for r, severity, _, kind in found if r == rule and kind == "broken"]


def remarks(record, rule, as_of="2024-12-31"):
    found = oracle.findings(json.dumps(record).encode(), {"as_of": as_of})
    return [severity for r, severity, _, kind in found if r == rule and kind == "holds"]


ORGS = [
    {"id": "vc", "kind": "care_centre", "principal": "region", "municipality": "1489"},
    {"id": "lov", "kind": "care_centre", "principal": "region", "provider": "private_lov", "municipality": "1489"},
    {"id": "soc", "kind": "social_services", "principal": "municipality", "municipality": "1489"},
    {"id": "omsorg-l", "kind": "municipal_administration", "principal": "municipality", "municipality": "1441"},
    {"id": "kansli", "kind": "support_office", "principal": "none"},
    {"id": "nsph", "kind": "user_organisation", "principal": "none"},
]
MEMBERS = [
    {"person": "kim", "organisations": ["soc"], "functions": ["unit_manager"]},
    {"person": "robin", "organisations": ["vc"], "functions": ["operations_manager"]},
    {"person": "kaj", "organisations": ["soc"], "functions": ["unit_manager"]},
    {"person": "lo", "organisations": ["lov"], "functions": ["operations_manager"]},
    {"person": "pia", "organisations": ["kansli"], "functions": ["process_leader"], "status": "support"},
    {"person": "sam", "organisations": ["kansli"], "functions": ["subregional_coordinator"], "status": "support"},
    {"person": "gäst", "organisations": ["nsph"], "functions": ["other"], "status": "co_opted"},
]


def office(kind, person, a, b=None, **more):
    term = {"office": kind, "person": person, "from": a, "elected_by": "n", "elected_on": "2020-01-01", **more}
    return {**term, "to": b} if b else term


def world(*offices, **more):
    nosam = {"id": "n", "kind": "nosam", "municipality": "1489", "members": copy.deepcopy(MEMBERS),
             "offices": list(offices)}
    record = {"complete_to": "2099-12-31", "organisations": copy.deepcopy(ORGS), "groups": [
        nosam, {"id": "s", "kind": "coordination_group", "members": []},
        {"id": "p", "kind": "political_group", "members": []}]}
    record.update(more)
    return record


def test_good_example_holds_everywhere():
    judged = oracle.judge(GOOD, {"as_of": "2024-12-31"})
    assert len(judged) == 75
    assert not [(r, s, o) for r, subjects in judged.items() for s, o in subjects.items()
                if o in ("broken", "undetermined", "waived")]


def test_01_365_and_366_days_are_one_year():
    r = world(office("chair", "kim", "2023-02-01", "2024-01-31"), office("chair", "robin", "2024-02-01", "2025-01-31"),
              office("vice_chair", "robin", "2023-02-01", "2024-01-31"), office("vice_chair", "kim", "2024-02-01", "2025-01-31"))
    assert outcome(r, "N-ORD-3", "groups/n#2023-02-01") == "holds"
    assert outcome(r, "N-ORD-3", "groups/n#2024-02-01") == "holds"
    assert outcome(r, "N-ORD-1", "groups/n") == "holds"


@pytest.mark.parametrize("last", ["2025-02-27", "2025-02-28"])
def test_02_leap_day(last):
    assert outcome(world(office("chair", "kim", "2024-02-29", last)), "N-ORD-3", "groups/n#2024-02-29", "2025-03-01") == "holds"


@pytest.mark.parametrize("last, expected", [("2024-03-02", []), ("2024-03-03", ["error"])])
def test_03_tolerance(last, expected):
    assert severities(world(office("chair", "kim", "2023-02-01", last)), "N-ORD-3") == expected


def test_04_inclusive_days_leave_no_gap():
    r = world(office("chair", "kim", "2023-02-01", "2024-01-31"), office("chair", "robin", "2024-02-01"),
              office("vice_chair", "robin", "2023-02-01", "2024-01-31"), office("vice_chair", "kim", "2024-02-01"))
    assert outcome(r, "N-ORD-1", "groups/n") == "holds"


def test_05_succession():
    r = world(office("chair", "kim", "2022-01-01", "2022-12-31"), office("chair", "robin", "2023-01-01", "2023-12-31"),
              office("chair", "kaj", "2024-01-01", "2024-12-31"), office("vice_chair", "robin", "2022-01-01", "2022-12-31"),
              office("vice_chair", "kaj", "2023-01-01", "2023-12-31"), office("vice_chair", "robin", "2024-01-01", "2024-12-31"))
    assert outcome(r, "N-ORD-2", "groups/n#2024-01-01") == "holds"
    assert outcome(r, "N-ORD-4", "groups/n#2024-01-01") == "holds"


@pytest.mark.parametrize("reason, expected", [({"reason": "avgick"}, ["warning"]), ({}, ["error"])])
def test_06_same_side(reason, expected):
    r = world(office("chair", "kim", "2023-01-01", "2023-05-31", **reason), office("chair", "kaj", "2023-06-01", "2023-12-31"))
    assert severities(r, "N-ORD-2") == expected


def test_07_new_chair_was_not_vice():
    r = world(office("chair", "kim", "2023-01-01", "2023-12-31"), office("vice_chair", "robin", "2023-01-01", "2023-12-31"),
              office("chair", "lo", "2024-01-01"))
    assert severities(r, "N-ORD-4") == ["error"]


def test_08_vice_from_the_same_side():
    r = world(office("chair", "kim", "2024-01-01"), office("vice_chair", "kaj", "2024-01-01"))
    assert severities(r, "N-ORD-5") == ["warning"]


def test_09_private_provider():
    r = world(office("chair", "robin", "2023-01-01", "2023-12-31"), office("chair", "lo", "2024-01-01"))
    assert severities(r, "N-ORD-2") == ["error"]
    assert severities(r, "N-ORD-2", A_19="none") == ["error"]


def test_10_process_leader_as_chair():
    r = world(office("chair", "pia", "2024-01-01"), office("vice_chair", "kim", "2024-01-01"))
    assert severities(r, "N-ORD-1") == ["error"]
    # A holder who is no ordinary member leaves the side open (decision 13).
    r["groups"][0]["offices"].insert(0, office("chair", "kim", "2023-01-01", "2023-12-31"))
    assert outcome(r, "N-ORD-2", "groups/n#2024-01-01") == "undetermined"


@pytest.mark.parametrize("met, expected", [(False, ["warning"]), (True, ["error"])])
def test_11_no_vice_chair(met, expected):
    r = world(office("chair", "kim", "2024-01-01"), office("vice_chair", "robin", "2024-01-01", "2024-11-21"))
    r["meetings"] = [{"id": "m", "groups": ["n"], "start": "2024-12-01"}] if met else []
    assert severities(r, "N-ORD-1") == expected
    assert outcome(r, "P-SG-6", "groups/s#n:vice_chair") == "undetermined"


def test_12_chairs_in_the_coordination_group():
    r = world(office("chair", "kim", "2022-01-01"), office("vice_chair", "robin", "2022-01-01"))
    assert outcome(r, "P-SG-6", "groups/s#n:chair", "2022-09-30") == "not_applicable"
    assert outcome(r, "P-SG-6", "groups/s#n:chair", "2022-10-01") == "broken"


def test_13_closed_centre():
    r = world()
    r["complete"] = ["care_centre"]
    r["organisations"][0]["to"] = r["groups"][0]["members"][1]["to"] = "2024-06-30"
    assert outcome(r, "N-REP-5", "groups/n#vc", "2024-06-30") == "holds"
    assert outcome(r, "N-REP-5", "groups/n#vc", "2024-07-01") is None


@pytest.mark.parametrize("as_of, expected", [("2024-04-30", ["warning"]), ("2024-05-01", ["error"])])
def test_14_new_centre(as_of, expected):
    r = world()
    r["organisations"].append({"id": "ny", "kind": "care_centre", "principal": "region", "municipality": "1489", "from": "2024-03-01"})
    assert severities(r, "N-REP-5", as_of) == expected


def test_15_no_register():
    r = world()
    r["organisations"] = []
    for rule in ("N-REP-5", "N-REP-6"):
        assert outcome(r, rule, "groups/n") == "undetermined"


def test_16_mas_or_mar():
    r = world()
    r["groups"][0]["members"][0]["functions"] = ["mar"]
    assert outcome(r, "N-REP-8", "groups/n") == "holds"
    r["groups"][0]["members"][0]["functions"] = ["unit_manager"]
    r["groups"][0]["members"].append({"person": "leo", "organisations": ["omsorg-l"], "functions": ["mas"], "appointed_by": "omsorg-l"})
    assert severities(r, "N-REP-8") == ["error"]


def test_17_nsph_too_wide():
    r = world()
    r["groups"][0]["members"].append({"person": "nils", "organisations": ["nsph"], "functions": ["nsph_representative"]})
    assert severities(r, "N-REP-15") == ["warning"]


def test_18_former_deputy():
    r = world()
    r["groups"][0]["members"].append({"person": "ers", "organisations": ["soc"], "status": "deputy", "to": "2022-12-31"})
    assert severities(r, "N-REP-4", "2023-12-31") == []


@pytest.mark.parametrize("elected, expected", [(0, ["error"]), (1, []), (2, []), (3, ["error"])])
def test_19_board(elected, expected):
    r = world()
    r["organisations"].append({"id": "b", "kind": "political_board", "principal": "region", "listed_as": "B01"})
    r["groups"][2]["members"] = [{"person": "ord", "organisations": ["b"], "functions": ["board_chair"]}] + [
        {"person": f"e{n}", "organisations": ["b"], "functions": ["elected_representative"]} for n in range(elected)]
    assert severities(r, "P-POL-6", A_02=["B01"]) == expected


@pytest.mark.parametrize("end, expected", [("10:59", ["advice"]), ("11:00", []), ("12:00", []), ("12:01", ["advice"])])
def test_20_minutes(end, expected):
    r = world(meetings=[{"id": "m", "groups": ["n"], "start": "2024-03-05T09:00", "end": f"2024-03-05T{end}"}])
    assert severities(r, "N-MOT-1") == expected


def meetings(*days):
    return world(meetings=[{"id": f"m{i}", "groups": ["n"], "start": day} for i, day in enumerate(days)])


def test_21_week_53():
    assert outcome(meetings("2026-12-28", "2027-01-25"), "N-MOT-2", "meetings/m1", "2027-01-25") == "holds"


def test_22_week_mode_and_day_mode():
    r = meetings("2024-01-04", "2024-01-30")
    assert severities(r, "N-MOT-2", "2024-01-31") == []
    assert severities(r, "N-MOT-2", "2024-01-31", A_29="days") == ["advice"]


def test_23_recess():
    r = meetings("2024-06-13", "2024-09-05")
    assert severities(r, "N-MOT-2", "2024-09-06") == ["advice"]
    r["recesses"] = [{"from": "2024-06-20", "to": "2024-08-19"}]
    assert outcome(r, "N-MOT-2", "meetings/m1", "2024-09-06") == "holds"


def attended(row):
    r = world(office("chair", "kim", "2024-01-01"), office("vice_chair", "robin", "2024-01-01"))
    r["meetings"] = [{"id": "m", "groups": ["n"], "start": "2024-03-05T09:00", "end": "2024-03-05T11:30", "attendance": [
        row, *({"person": p, "whole": True} for p in ("robin", "pia", "sam"))]}]
    return r


def test_24_chair_leaves_early():
    r = attended({"person": "kim", "from": "2024-03-05T09:00", "to": "2024-03-05T11:20"})
    assert severities(r, "N-MOT-3") == ["warning"]


def test_25_extent_unknown():
    assert outcome(attended({"person": "kim"}), "N-MOT-3", "meetings/m#chair") == "undetermined"


def test_26_a_block_without_notes():
    blocks = ["children_and_youth", "mental_health_and_substance_use", "older_people"]
    r = world(meetings=[{"id": "m", "groups": ["n"], "start": "2024-03-05", "blocks": blocks,
                         "notes": [{"target_groups": [b]} for b in blocks[:2]]}])
    assert severities(r, "N-ANT-1") == ["error"]
    assert outcome(r, "N-ANT-1", "meetings/m#older_people") == "broken"


def decided(*anchorings, day="2024-03-29", **more):
    decision = {"groups": ["n"], "on": day, "form": "consensus", **more.pop("decision", {})}
    return world(matters=[{"id": "x", "raised_on": "2024-03-01", "anchorings": list(anchorings), "decision": decision, **more}])


def test_27_window_is_inclusive():
    r = decided({"organisations": ["soc"], "on": "2024-03-01"}, {"organisations": ["vc", "lov"], "on": "2024-03-29"}, raised_by=[])
    for org in ("soc", "vc", "lov"):
        assert outcome(r, "N-FOR-1", f"matters/x#{org}") == "holds"
    assert severities(r, "N-FOR-1", A_26="strictly_between") == ["error"] * 3


def test_28_anchored_late():
    assert set(severities(decided({"everyone": True, "on": "2024-03-30"}), "N-FOR-1")) == {"error"}


@pytest.mark.parametrize("on, expected", [("2024-03-29", []), ("2024-03-30", ["error"]), (None, ["error"])])
def test_29_economic(on, expected):
    r = decided(*([{"group": "s", "on": on}] if on else []), economic=True)
    assert severities(r, "N-EKO-1") == expected


def test_30_reservation():
    for person, broken, remarked in (("kim", ["error"], []), ("gäst", [], ["info"])):
        r = decided({"everyone": True, "on": "2024-03-29"},
                    decision={"objections": [{"person": person, "kind": "reservation"}]})
        assert severities(r, "N-FOR-2") == broken
        assert remarks(r, "N-FOR-2") == remarked


def deviation(on, **more):
    return world(complete_from="2024-01-01", reports=[{
        "kind": "deviation", "id": "r", "from_group": "n", "to_group": "s", "on": on,
        "period": {"from": "2024-01-01", "to": "2024-06-30"}, **more}])


@pytest.mark.parametrize("on, expected", [("2024-09-30", "holds"), ("2024-10-01", "broken")])
def test_31_deviation_grace(on, expected):
    assert outcome(deviation(on), "N-AVV-1", "groups/n#2024-H1") == expected


def test_32_nil_report():
    assert outcome(deviation("2024-09-01", nil=True), "N-AVV-1", "groups/n#2024-H1") == "holds"


def test_33_not_due():
    assert outcome(world(complete_from="2024-01-01", reports=[]), "N-AVV-1", "groups/n#2024-H1", "2024-08-15") == "not_due"


def plan(*revisions, exemptions=(), **more):
    return world(complete_from="2023-01-01", plans=[{
        "id": "plan", "revisions": list(revisions), "exemptions": list(exemptions)}], **more)


def test_34_calendar_years():
    r = plan(*({"id": d, "kind": "revision", "decided_by": ["s"], "on": d} for d in ("2024-01-01", "2025-12-31")))
    for year in ("2024", "2025"):
        assert outcome(r, "P-REV-2", f"plans/plan#{year}", "2026-01-01") == "holds"


@pytest.mark.parametrize("on, expected", [("2025-11-20", "holds"), ("2026-01-10", "broken")])
def test_35_exemption(on, expected):
    r = plan(exemptions=[{"year": 2025, "decided_by": ["s"], "on": on}])
    assert outcome(r, "P-REV-2", "plans/plan#2025", "2026-02-01") == expected


def test_36_not_informed_yet():
    r = plan({"id": "r", "kind": "revision", "decided_by": ["s"], "on": "2024-10-01", "informed": []},
             meetings=[{"id": "m", "groups": ["p"], "start": "2024-05-01"}])
    assert outcome(r, "P-REV-4", "plans/plan#r") == "not_due"


def test_37_update_by_the_wrong_group():
    r = plan({"id": "r", "kind": "update", "decided_by": ["s"], "on": "2024-10-01"})
    assert severities(r, "P-REV-5") == ["error"]


def test_38_theme_group_end():
    r = world()
    r["groups"].append({"id": "t", "kind": "theme_group", "from": "2024-01-01", "to": "2024-12-31"})
    assert outcome(r, "P-KOM-4", "groups/t", "2024-12-31") == "holds"
    assert severities(r, "P-KOM-4", "2025-01-01") == ["warning"]


def activity(**more):
    return world(activity_plans=[{"id": "ap", "owners": ["n"], "activities": [{"id": "a", **more}]}])


def test_39_nosam_responsible():
    assert severities(activity(status="decided", responsible=["n"]), "P-NOS-8") == ["error"]


def test_40_expired_goals():
    r = activity(**{"from": "2026-03-01", "goals": ["trust"]})
    assert severities(r, "P-NOS-3", "2026-06-01") == []
    assert severities(r, "P-NOS-3", "2026-06-01", A_01="2025-12-31") == ["warning"]


# Decisions that real material asked for


@pytest.mark.parametrize("last, expected", [("2024-03-28", None), ("2024-03-29", "broken")])
def test_an_organisation_anchors_while_it_exists(last, expected):
    r = decided()
    r["organisations"][0]["to"] = last
    assert outcome(r, "N-FOR-1", "matters/x#vc") == expected


def test_anchoring_above_counts():
    r = decided({"organisations": ["region"], "on": "2024-03-10"})
    r["organisations"].append({"id": "region", "kind": "regional_primary_care", "principal": "region"})
    r["organisations"][0]["part_of"] = "region"
    assert outcome(r, "N-FOR-1", "matters/x#vc") == "holds"
    assert outcome(r, "N-FOR-1", "matters/x#vc", A_45="organisation") == "broken"
    assert outcome(r, "N-FOR-1", "matters/x#lov") == "broken"


@pytest.mark.parametrize("raised_by, expected", [(None, "undetermined"), ([], "broken"), (["soc"], "holds"), (["lov"], "broken")])
def test_who_brought_a_matter_may_have_anchored_before(raised_by, expected):
    r = decided({"organisations": ["soc"], "on": "2024-02-29"}, raised_by=raised_by)
    assert outcome(r, "N-FOR-1", "matters/x#soc") == expected
    # Nothing is wanted of an organisation that anchored again.
    r["matters"][0]["anchorings"].append({"organisations": ["soc"], "on": "2024-03-01"})
    assert outcome(r, "N-FOR-1", "matters/x#soc") == "holds"


def test_who_is_above_brings_a_matter_for_those_below():
    r = decided({"organisations": ["vc"], "on": "2024-02-29"}, raised_by=["region"])
    r["organisations"].append({"id": "region", "kind": "regional_primary_care", "principal": "region"})
    r["organisations"][0]["part_of"] = "region"
    assert outcome(r, "N-FOR-1", "matters/x#vc") == "holds"
    assert outcome(r, "N-FOR-1", "matters/x#vc", A_45="organisation") == "broken"


@pytest.mark.parametrize("raised, expected", [("2024-03-29", "holds"), ("2024-03-30", "undetermined")])
def test_raised_after_the_decision(raised, expected):
    r = decided({"everyone": True, "on": "2024-03-29"}, raised_on=raised)
    for org in ("soc", "vc", "lov"):
        assert outcome(r, "N-FOR-1", f"matters/x#{org}") == expected
    # The day of the meeting at which it was raised stands for it.
    r["meetings"] = [{"id": "m", "groups": ["n"], "start": raised}]
    r["matters"][0].update(raised_at="m", raised_on=None)
    assert outcome(r, "N-FOR-1", "matters/x#vc") == expected


@pytest.mark.parametrize("tags, counts, asked", [
    (["older_people"], "broken", "broken"), (["children_and_youth"], "holds", None), ([], "holds", None),
    (None, "undetermined", "undetermined")])
def test_a_part_time_member_speaks_for_its_target_groups(tags, counts, asked):
    r = decided({"organisations": ["vc", "lov"], "on": "2024-03-29"}, target_groups=tags, decision={
        "objections": [{"person": "kim", "kind": "objection"}],
        "present": ["robin", "kaj", "lo", "kim"]})
    r["groups"][0]["members"].pop(2)
    r["groups"][0]["members"][0]["target_groups"] = ["older_people"]
    assert outcome(r, "N-FOR-2", "matters/x") == counts
    assert remarks(r, "N-FOR-2") == (["info"] if counts == "holds" else [])
    assert outcome(r, "N-FOR-1", "matters/x#soc") == asked


@pytest.mark.parametrize("said, broken, remarked", [
    (["2024-03-10 opposes"], ["warning"], []),
    (["2024-03-10 opposes", "2024-03-11 supports"], [], []),
    (["2024-03-11 opposes", "2024-03-10 supports"], ["warning"], []),
    (["2024-03-10 supports", "2024-03-10 opposes"], ["warning"], []),
    (["2024-03-10 abstains"], [], ["info"]),
    (["2024-03-29 supports", "2024-03-30 opposes"], [], []),
    (["2024-03-30 opposes"], ["error"], [])])
def test_what_the_coordination_group_said_last_counts(said, broken, remarked):
    r = decided(*({"group": "s", "on": one[:10], "position": one[11:]} for one in said), economic=True)
    assert severities(r, "N-EKO-1") == broken
    assert remarks(r, "N-EKO-1") == remarked


def carried_out(*orgs, groups=("n",), **decision):
    r = decided(common=True, decision={"groups": list(groups), "implementation": [{"organisation": o} for o in orgs], **decision})
    r["groups"].append({"id": "l", "kind": "nosam", "municipality": "1441", "members": []})
    return {subject: o for subject, o in oracle.judge(json.dumps(r).encode(), {"as_of": "2024-12-31"})["N-EKO-2"].items()}


def test_each_principal_carries_out_what_was_agreed():
    assert carried_out("vc", "omsorg-l") == {"matters/x#region": "holds", "matters/x#1489": "broken"}
    assert carried_out("soc", "lov") == {"matters/x#region": "holds", "matters/x#1489": "holds"}
    three = {"matters/x#region": "broken", "matters/x#1489": "holds", "matters/x#1441": "broken"}
    assert carried_out("soc", groups=["s"]) == three
    assert carried_out("soc", groups=["n", "l"]) == three
    assert carried_out("soc", groups=["n", "p"]) == {"matters/x#region": "broken", "matters/x#1489": "holds"}


def test_what_was_handed_over_is_carried_out_by_nobody():
    assert carried_out(referred_to="s") == {"matters/x": "not_applicable"}
    assert carried_out(groups=["s"], referred_to="p") == {"matters/x": "not_applicable"}
    assert set(carried_out("vc", groups=["n", "s"], referred_to="s").values()) == {"holds", "broken"}


def test_a_private_provider_is_the_regions_only_where_a_19_says_so():
    r = decided(common=True, decision={"implementation": [{"organisation": "lov"}]})
    assert outcome(r, "N-EKO-2", "matters/x#region") == "holds"
    assert outcome(r, "N-EKO-2", "matters/x#region", A_19="own_side") == "broken"


def kinds(kind, **more):
    """An ordinary meeting, and one of the kind on the day after the chair left."""
    r = world(office("chair", "kim", "2024-01-01", "2024-06-19"), office("vice_chair", "robin", "2024-01-01"), complete_from="2024-01-01")
    r["meetings"] = [{"id": "m1", "groups": ["n"], "start": "2024-05-21T09:00", "end": "2024-05-21T11:00", "notes": []},
                     {"id": "m2", "groups": ["n"], "kind": kind, "start": "2024-06-20T09:00", "end": "2024-06-20T09:30", **more}]
    return r


@pytest.mark.parametrize("kind, vacancy, notes, cadence, length", [
    ("ordinary", "error", "broken", "holds", "broken"), ("joint", "error", "broken", "holds", "broken"),
    ("extra", "error", "broken", None, None), ("planning", "error", None, "holds", None),
    ("check_in", "warning", None, None, None)])
def test_kinds_of_meetings(kind, vacancy, notes, cadence, length):
    r = kinds(kind, notes=[], blocks=[])
    assert vacancy in severities(r, "N-ORD-1")
    for rule, expected in (("N-ANT-1", notes), ("N-MOT-2", cadence), ("N-MOT-1", length)):
        assert judged(r, rule, "meetings/m2") == expected, rule


def test_a_note_of_a_check_in_is_published_as_others_are():
    r = kinds("check_in", notes=[{"published_on": "2024-12-30"}])
    assert outcome(r, "P-KOM-7", "meetings/m2") == "broken"
    assert judged(kinds("check_in"), "P-KOM-7", "meetings/m2") is None


@pytest.mark.parametrize("kind, expected", [("check_in", "broken"), ("planning", "holds")])
def test_a_check_in_is_no_meeting_of_the_political_group(kind, expected):
    r = world(complete_from="2023-01-01", meetings=[{"id": "m", "groups": ["p"], "kind": kind, "start": "2023-05-01"}])
    assert outcome(r, "P-POL-1", "groups/p#2023") == expected


@pytest.mark.parametrize("kind, expected", [("check_in", []), ("extra", ["advice"])])
def test_who_stands_in_at_a_check_in(kind, expected):
    r = kinds(kind, attendance=[{"person": "utifrån", "standing_in_for": "kaj"}])
    assert severities(r, "N-REP-4") == expected


SUMMER = ("2024-06-17", "2024-08-11")


@pytest.mark.parametrize("first, second, recesses, expected", [
    ("2024-06-11", "2024-08-20", [SUMMER], "holds"), ("2024-06-11", "2024-08-13", [SUMMER], "holds"),
    ("2024-06-11", "2024-09-17", [SUMMER], "broken"), ("2024-03-12", "2024-12-10", [("2024-10-31", "2024-10-31")], "broken"),
    ("2024-06-13", "2024-09-05", [("2024-06-20", "2024-08-20")], "holds"), ("2024-06-11", "2024-07-30", [SUMMER], "holds"),
    ("2024-06-04", "2024-06-25", [SUMMER], "broken"), ("2024-12-10", "2025-01-21", [("2024-12-23", "2025-01-06")], "holds"),
    ("2024-11-26", "2025-01-14", [("2024-12-20", "2025-01-07")], "holds"),
    ("2026-12-07", "2027-01-25", [("2026-12-21", "2027-01-10")], "holds"),
    ("2024-03-19", "2024-05-02", [("2024-03-25", "2024-03-29"), ("2024-03-30", "2024-04-05")], "holds")])
def test_a_recess_takes_out_its_own_weeks(first, second, recesses, expected):
    r = meetings(first, second)
    r["recesses"] = [{"from": a, "to": b} for a, b in recesses]
    assert outcome(r, "N-MOT-2", "meetings/m1", "2027-01-31") == expected


@pytest.mark.parametrize("last, as_of, recesses, expected", [
    ("2024-05-14", "2024-06-18", [SUMMER], "not_due"), ("2024-05-14", "2024-06-25", [SUMMER], "not_due"),
    ("2024-01-16", "2024-12-31", [SUMMER, ("2024-12-16", "2025-01-06")], "broken")])
def test_an_open_end_and_recesses(last, as_of, recesses, expected):
    r = meetings(last)
    r["recesses"] = [{"from": a, "to": b} for a, b in recesses]
    assert outcome(r, "N-MOT-2", "groups/n", as_of) == expected


@pytest.mark.parametrize("second, expected", [("2024-08-22", "holds"), ("2024-08-23", "broken")])
def test_recess_days(second, expected):
    # 56 days of recess are taken out.
    r = meetings("2024-05-23", second)
    r["recesses"] = [{"from": SUMMER[0], "to": SUMMER[1]}]
    assert outcome(r, "N-MOT-2", "meetings/m1", "2024-12-31", A_29="days") == expected


@pytest.mark.parametrize("more, first, expected", [
    ({}, "2024-06-04", None), ({"complete_from": "2024-01-01"}, "2024-02-09", "holds"),
    ({"complete_from": "2024-01-01"}, "2024-02-12", "broken"), ({"complete_from": "2022-01-01"}, "2023-02-03", "holds"),
    ({"complete_from": "2022-01-01"}, "2023-02-06", "broken")])
def test_the_interval_into_the_first_meeting(more, first, expected):
    r = meetings(first)
    r.update(more)
    assert judged(r, "N-MOT-2", "meetings/m0") == expected


@pytest.mark.parametrize("end, expected", [("2024-06-30", "broken"), ("2024-03-10", None)])
def test_the_open_end_of_a_group_that_ended(end, expected):
    r = meetings("2024-02-06")
    r["groups"][0]["to"] = end
    assert judged(r, "N-MOT-2", "groups/n") == expected


def noted(first, *others, published=None, groups=("n",)):
    """A meeting whose only note is published on the day, and others of a kind or status."""
    r = world()
    r["groups"].append({"id": "l", "kind": "nosam"})
    note = {"published_on": published} if published else {"url": "https://samla.example"}
    r["meetings"] = [{"id": "m0", "groups": list(groups), "start": first, "notes": [note]}] + [
        {"id": f"m{n}", "groups": ["n"], "start": day, **more} for n, (day, more) in enumerate(others, 1)]
    return r


@pytest.mark.parametrize("first, others, right", [
    ("2024-03-05", [("2024-04-09", {})], "2024-04-09"), ("2024-05-14", [("2024-06-11", {})], "2024-06-18"),
    ("2024-06-11", [("2024-08-20", {})], "2024-08-20"), ("2024-06-11", [], "2024-07-16"),
    ("2024-06-11", [("2024-06-20", {"kind": "check_in"}), ("2024-08-13", {"kind": "planning"}), ("2024-08-20", {})], "2024-08-20"),
    ("2024-06-11", [("2024-07-30", {"kind": "extra"})], "2024-07-30"),
    ("2024-06-11", [("2024-08-20", {"status": "cancelled"}), ("2024-09-17", {})], "2024-09-17"),
    ("2024-06-11", [("2024-08-20", {"status": "planned"})], "2024-08-20"),
    ("2024-04-09", [("2024-05-07", {}), ("2024-05-28", {"groups": ["l"]})], "2024-05-28")])
def test_the_day_by_which_notes_are_out(first, others, right):
    groups = ["n", "l"] if any("groups" in more for _, more in others) else ["n"]
    late = (date.fromisoformat(right) + timedelta(days=1)).isoformat()
    for day, expected in ((right, []), (late, ["warning"])):
        r = noted(first, *others, published=day, groups=groups)
        r["meetings"][1:] = [{**m, "notes": [{"published_on": m["start"]}]} for m in r["meetings"][1:]]
        assert severities(r, "P-KOM-7") == expected
        # On the day itself it is no breach that it is to come.
        r["meetings"][0]["notes"][0]["published_on"] = "2024-12-31"
        assert judged(r, "P-KOM-7", "meetings/m0", day) == ("broken" if expected else "not_due")


def test_notes_that_never_came_and_notes_without_a_day():
    r = noted("2024-06-11", published="2024-12-31")
    assert severities(r, "P-KOM-7", "2024-07-17") == ["error"]
    r["meetings"][0].update(notes=[], blocks=[])
    assert judged(r, "N-ANT-1", "meetings/m0", "2024-07-16") == "not_due"
    assert severities(r, "N-ANT-1", "2024-07-17") == ["error"]
    for as_of in ("2024-06-20", "2024-12-31"):
        assert remarks(noted("2024-06-11"), "P-KOM-7", as_of) == ["info"]
    r = noted("2024-06-11", ("2024-12-10", {"status": "planned"}))
    r["meetings"][0]["notes"] = [{}]
    assert outcome(r, "P-KOM-7", "meetings/m0", "2024-08-01") == "not_due"


@pytest.mark.parametrize("published, as_of, expected", [
    ("2024-02-05", "2024-12-31", []), ("2024-02-06", "2024-12-31", ["warning"]), ("2024-03-01", "2024-02-06", ["error"]),
    ("2024-03-01", "2024-02-05", [])])
def test_activity_plans_put_out(published, as_of, expected):
    r = world(activity_plans=[{"id": "ap", "owners": ["n"], "adopted_on": "2024-01-01", "published_on": published}])
    assert severities(r, "P-KOM-9", as_of) == expected
    r["activity_plans"][0].update(published_on=None, url="https://samla.example")
    assert remarks(r, "P-KOM-9", as_of) == ["info"]


@pytest.mark.parametrize("first, lists, as_of, expected", [
    ("2024-01-01", [], "2024-02-05", ("not_due", [])), ("2024-01-01", [], "2024-02-06", ("broken", [])),
    ("2024-01-01", ["2024-02-06"], "2024-12-31", ("holds", ["info"])), ("2024-01-01", ["2024-02-05"], "2024-12-31", ("holds", [])),
    (None, [], "2024-12-31", ("undetermined", [])), (None, ["2024-02-06"], "2024-12-31", ("holds", []))])
def test_lists_of_members(first, lists, as_of, expected):
    r = world(complete_from="2024-01-01", publications=[{"kind": "member_list", "group": "n", "on": day} for day in lists])
    r["groups"] = [{**r["groups"][0], "from": first}]
    assert (judged(r, "P-KOM-8", "groups/n", as_of), remarks(r, "P-KOM-8", as_of)) == expected


@pytest.mark.parametrize("person, there", [
    ("Vakant", False), ("vakant 2", False), ("N.N.", False), ("Ej tillsatt", False), ("tjänsten-vakant", False), ("–", False),
    ("?", False), ("not appointed", False), ("nn-el", True), ("7", True), ("stol", False), ("okänd", True)])
def test_a_placeholder_fills_no_seat(person, there):
    r = world(people=[{"id": "stol", "name": "Vakant"}, {"id": "okänd", "name": "Okan Demir"}])
    r["groups"][0]["members"][4]["person"] = person
    assert outcome(r, "N-REP-13", "groups/n") == ("holds" if there else "broken")


def test_a_placeholder_holds_no_office_and_attends_nothing():
    r = world(office("chair", "kim", "2024-01-01"), office("vice_chair", "NN", "2024-06-01"), complete_from="2024-06-01")
    assert severities(r, "N-ORD-1") == ["warning"]
    r["groups"][0]["members"][4]["person"] = "Vakant"
    r["meetings"] = [{"id": "m", "groups": ["n"], "start": "2024-07-01T09:00", "end": "2024-07-01T11:00", "attendance": [
        {"person": "Vakant", "whole": True, "standing_in_for": "kaj"}]}]
    assert outcome(r, "N-MOT-3", "meetings/m#process_leader") == "undetermined"
    assert severities(r, "N-REP-4") == []


def test_a_placeholder_anchors_nothing():
    assert set(severities(decided({"person": "Vakant", "on": "2024-03-29"}), "N-FOR-1")) == {"error"}


@pytest.mark.parametrize("days, as_of, expected", [
    ({"adopted_on": "2023-12-31"}, "2024-12-31", "not_due"), ({"adopted_on": "2023-12-30"}, "2024-12-31", "broken"),
    ({"adopted_on": "2024-02-29"}, "2025-02-28", "not_due"), ({"adopted_on": "2024-02-29"}, "2025-03-01", "broken"),
    ({"adopted_on": "2022-01-01", "introduced_on": "2024-06-01"}, "2024-12-31", "not_due"),
    ({"introduced_on": "2023-06-01"}, "2024-12-31", "broken"),
    ({"adopted_on": "2022-01-01", "introduced_on": "2025-01-01"}, "2024-12-31", "not_due"),
    ({"adopted_on": "2022-01-01", "followed_up_on": "2024-12-31"}, "2024-12-31", "holds"),
    ({"adopted_on": "2025-01-01"}, "2024-12-31", "not_applicable"), ({}, "2024-12-31", "undetermined")])
def test_a_routine_is_followed_up_within_a_year(days, as_of, expected):
    assert outcome(world(routines=[{"id": "rutin", **days}]), "N-UPD-2", "routines/rutin", as_of) == expected


@pytest.mark.parametrize("on, next_from, expected", [
    ("2025-01-01", "2027-01-01", "holds"), ("2025-12-31", "2027-01-01", "holds"), ("2026-01-01", "2027-01-01", "broken"),
    ("2025-12-31", "2023-01-01", "broken"), ("2025-12-31", "2028-01-01", "broken"), ("2025-12-31", None, "undetermined")])
def test_a_plan_is_revised_in_the_year_in_which_the_next_is_adopted(on, next_from, expected):
    r = plan()
    r["plans"][0].update(period={"from": "2023-01-01", "to": "2026-12-31"}, adoptions=[{"group": "s", "on": "2023-01-01"}])
    r["plans"].append({"id": "next", "period": {"from": next_from}, "adoptions": [{"group": "s", "on": on}]})
    if next_from == "2028-01-01":
        r["plans"].append({"id": "between", "period": {"from": "2027-01-01"}})
    assert outcome(r, "P-REV-2", "plans/plan#2023", "2026-02-01") == "holds"
    assert outcome(r, "P-REV-2", "plans/plan#2024", "2026-02-01") == "broken"
    assert outcome(r, "P-REV-2", "plans/plan#2025", "2026-02-01") == expected


def test_an_adoption_begins_no_series():
    r = plan()
    r["plans"][0]["adoptions"] = [{"group": "s", "on": "2023-01-01"}]
    r["complete_from"] = None
    assert oracle.judge(json.dumps(r).encode(), {"as_of": "2026-02-01"})["P-REV-2"] == {}


def moved(person, day, *orgs):
    """Two terms side by side of which one holder changes employer."""
    r = world(office("chair", "kim", "2024-01-01"), office("vice_chair", "robin", "2024-01-01"))
    rows = r["groups"][0]["members"]
    row = next(m for m in rows if m["person"] == person)
    rows.append({**row, "organisations": list(orgs), "from": day})
    row["to"] = str(date.fromisoformat(day) - timedelta(days=1))
    return r


def test_a_vice_chair_who_goes_over_to_the_chairs_side():
    r = moved("robin", "2024-06-01", "soc")
    assert severities(r, "N-ORD-5", "2024-06-01") == ["warning"]
    assert outcome(r, "N-ORD-5", "groups/n", "2024-05-31") == "holds"
    assert outcome(r, "N-ORD-5", "groups/n", "2024-06-01", A_21="any") == "not_applicable"


def test_a_chair_who_changes_side_is_told_once():
    r = moved("kim", "2024-06-01", "vc")
    assert severities(r, "N-ORD-2") == ["warning"]
    assert outcome(r, "N-ORD-2", "groups/n#2024-01-01") == "broken"
    assert outcome(r, "N-ORD-5", "groups/n") == "undetermined"
    # A vice chair who comes later is not compared either.
    r["groups"][0]["offices"][1]["to"] = "2024-05-31"
    r["groups"][0]["offices"].append(office("vice_chair", "lo", "2024-07-01"))
    assert severities(r, "N-ORD-5") == []
    # What happened before the record is complete is no finding, and the new side is judged.
    r = {**moved("kim", "2024-06-01", "vc"), "complete_from": "2024-06-02"}
    assert severities(r, "N-ORD-2") == []
    assert severities(r, "N-ORD-5") == ["warning"]


def test_a_same_sided_pair_is_one_finding():
    r = world(office("chair", "kim", "2023-01-01", "2023-12-31"), office("chair", "robin", "2024-01-01"),
              office("vice_chair", "kaj", "2023-01-01"))
    assert severities(r, "N-ORD-5") == ["warning"]
    # Who follows on the same side is N-ORD-2's alone.
    r["groups"][0]["offices"][1]["person"] = "kaj"
    assert severities(r, "N-ORD-2") == ["error"]
    assert severities(r, "N-ORD-5") == []


def test_the_organisation_of_an_office_decides_while_it_is_represented():
    r = moved("robin", "2024-06-01", "soc")
    r["groups"][0]["members"][1]["organisations"] = ["soc", "vc"]
    r["groups"][0]["offices"][1]["organisation"] = "region"
    r["organisations"].append({"id": "region", "kind": "regional_primary_care", "principal": "region"})
    r["organisations"][0]["part_of"] = "region"
    assert outcome(r, "N-ORD-5", "groups/n", "2024-05-31") == "holds"
    assert severities(r, "N-ORD-5", "2024-06-01") == ["warning"]


@pytest.mark.parametrize("person, election, expected", [
    ("robin", {"elected_by": None, "elected_on": None}, "holds"), ("robin", {"elected_on": "2024-02-01"}, "holds"),
    ("robin", {"elected_by": "s"}, "broken"), ("lo", {"elected_on": None}, "undetermined"), ("lo", {"elected_on": "2024-02-01"}, "broken")])
def test_a_vice_chair_takes_over_without_an_election(person, election, expected):
    r = world(office("chair", "kim", "2023-01-01", "2023-12-31"), office("vice_chair", "robin", "2023-01-01", "2023-12-31"),
              office("vice_chair", "kaj", "2024-01-01"), office("chair", person, "2024-01-01", **election))
    assert outcome(r, "N-ORD-1", "groups/n") == expected
    if person == "robin" and expected == "holds":
        # At a gap the last day of the term before counts, and the gap is another finding.
        r["groups"][0]["offices"][0]["to"] = r["groups"][0]["offices"][1]["to"] = "2023-11-30"
        assert severities(r, "N-ORD-1") == ["warning", "warning"]


def test_the_election_as_vice_chair_is_asked_for_once():
    r = world(office("chair", "robin", "2024-01-01", elected_on=None), office("chair", "kim", "2023-01-01", "2023-12-31"),
              office("vice_chair", "robin", "2023-01-01", "2023-12-31", elected_on=None), office("vice_chair", "kaj", "2024-01-01"))
    assert outcome(r, "N-ORD-1", "groups/n") == "undetermined"
    r["groups"][0]["offices"][2]["elected_on"] = "2022-12-01"
    assert outcome(r, "N-ORD-1", "groups/n") == "holds"


def handed_over(*days):
    """Chair and vice chair of a year and of the next: the last days of the first two, and the first of the others."""
    chair, vice, then, last = days
    return world(office("chair", "kim", "2023-01-01", chair), office("vice_chair", "robin", "2023-01-01", vice),
                 office("chair", "robin", then), office("vice_chair", "kaj", last))


X, BEFORE, AFTER = "2024-01-01", "2023-12-31", "2024-01-02"


@pytest.mark.parametrize("days, found", [
    ((BEFORE, BEFORE, X, X), []), ((X, BEFORE, X, X), ["error"]), ((X, X, X, X), ["error"] * 2), ((BEFORE, X, X, X), ["error"]),
    ((BEFORE, X, X, AFTER), ["error"]), ((X, X, X, AFTER), ["error"]), ((X, X, X, "2024-01-03"), ["error", "warning"]),
    # Longer overlaps are told as before.
    ((AFTER, BEFORE, X, X), ["error"]), ((BEFORE, AFTER, X, AFTER), ["error"] * 2)])
def test_a_day_that_stands_in_two_terms(days, found):
    r = handed_over(*days)
    assert severities(r, "N-ORD-1") == found
    for rule in ("N-ORD-2", "N-ORD-3", "N-ORD-4"):
        assert severities(r, rule) == []
    assert outcome(r, "N-ORD-5", "groups/n") == ("undetermined" if AFTER in days[:2] else "holds")


def test_the_later_term_has_a_shared_day():
    r = handed_over(X, X, X, X)
    r["groups"][1]["members"] = [{"person": p} for p in ("robin", "kaj")]
    for o in ("chair", "vice_chair"):
        assert outcome(r, "P-SG-6", f"groups/s#n:{o}", X) == "holds"
    # A day beyond the tolerance is the next chair's.
    r = world(office("chair", "kim", "2023-02-01", "2024-03-03"), office("chair", "robin", "2024-03-03"))
    assert outcome(r, "N-ORD-3", "groups/n#2023-02-01") == "holds"


def test_a_passed_over_vice_chair_is_told_with_the_side():
    r = world(office("chair", "kim", "2023-01-01", "2023-12-31"), office("vice_chair", "robin", "2023-01-01", "2023-12-31"),
              office("chair", "kaj", "2024-01-01"))
    for reason in (None, "avgick"):
        r["groups"][0]["offices"][2]["reason"] = reason
        assert severities(r, "N-ORD-2") == ["warning" if reason else "error"]
        assert outcome(r, "N-ORD-4", "groups/n#2024-01-01") == "undetermined"
    r["waivers"] = [{"rule": "N-ORD-2", "decided_by": ["s"], "on": "2024-01-01", "reason": "Beslut"}]
    assert outcome(r, "N-ORD-2", "groups/n#2024-01-01") == "waived"
    assert outcome(r, "N-ORD-4", "groups/n#2024-01-01") == "undetermined"


@pytest.mark.parametrize("last, reasons, sides, succession", [
    ("2023-12-31", {}, "error", "error"),
    ("2023-12-31", {"later": "oenighet"}, "warning", "warning"),
    # Why a whole term ended explains nothing of the next.
    ("2023-12-31", {"chair": "avgick"}, "error", "error"), ("2023-11-29", {"chair": "avgick"}, "warning", "warning"),
    ("2023-12-31", {"vice": "avgick"}, "error", "warning"), ("2023-12-31", {"running": "avgick"}, "error", "error")])
def test_a_reason_explains_its_own_term(last, reasons, sides, succession):
    def hand_over(later, vice_to):
        first = str(date.fromisoformat(last) + timedelta(days=1))
        reason = lambda key: {"reason": reasons.get(key)}
        return world(office("chair", "kim", "2023-01-01", last, **reason("chair")), office("chair", later, first, **reason("later")),
                     office("vice_chair", "robin", "2023-01-01", vice_to, **reason("vice" if vice_to == last else "running")))

    assert severities(hand_over("kaj", last), "N-ORD-2") == [sides]
    assert severities(hand_over("lo", last if "running" not in reasons else None), "N-ORD-4") == [succession]


@pytest.mark.parametrize("last, expected", [("2023-01-01", ["warning"]), ("2022-12-31", ["error"])])
def test_a_vice_chair_who_left_within_the_year_explains(last, expected):
    r = world(office("chair", "kim", "2023-01-01", "2023-12-31"), office("chair", "lo", "2024-01-01"),
              office("vice_chair", "robin", "2022-01-01", last, reason="slutade"),
              office("vice_chair", "robin", "2023-06-01"))
    assert severities(r, "N-ORD-4") == expected


def test_the_length_has_its_own_reason():
    r = world(office("chair", "kim", "2023-01-01", "2023-12-31", reason="avgick"), office("chair", "robin", "2024-01-01", "2024-06-30"))
    assert severities(r, "N-ORD-3") == ["warning"]


@pytest.mark.parametrize("more, expected", [({}, None), ({"principal": "municipality"}, "broken"), ({"kind": "pupil_health"}, "broken")])
def test_only_municipal_bodies_lie_in_the_two_municipalities(more, expected):
    r = world()
    r["organisations"].append({"id": "x", "kind": "other", "municipality": "1490", **more})
    assert judged(r, "P-ALL-1", "organisations/x") == expected


def test_who_belongs_to_the_parties():
    r = world()
    r["organisations"] += [
        {"id": "regionen", "kind": "regional_administration", "principal": "region"},
        {"id": "primär", "kind": "regional_primary_care", "principal": "region", "part_of": "regionen"},
        {"id": "annan", "kind": "regional_administration", "principal": "region"},
        {"id": "borta", "kind": "municipal_administration", "principal": "municipality", "municipality": "1490"}]
    for one in r["organisations"]:
        one.setdefault("name", f"Verksamhet {one['id']}")
    who = {"över": "regionen", "lov": "lov", "lerum": "omsorg-l", "annan": "annan", "borta": "borta"}
    r["groups"][1]["members"] = [{"person": p, "organisations": [o], "functions": ["other"]} for p, o in who.items()] + [
        {"person": "led", "organisations": ["annan"], "functions": ["process_leader"]},
        {"person": "två", "organisations": ["annan"], "functions": ["other"]},
        {"person": "två", "organisations": ["lov"], "functions": ["other"]}]
    assert [judged(r, "P-ORG-0", f"groups/s#{p}") for p in (*who, "led", "två")] == [
        "holds", "holds", "holds", "broken", "broken", None, "holds"]


@pytest.mark.parametrize("first, last, expected", [
    ("2027-01-01", "2030-12-31", set()), ("2019-01-01", "2022-12-31", set()),
    ("2026-12-31", "2030-12-31", {"P-PLAN-1", "P-NOS-7", "N-PLAN-1", "P-REV-2", "P-REV-3"})])
def test_another_plan_is_not_judged(first, last, expected):
    r = world(plans=[{"id": "nästa", "period": {"from": first, "to": last}, "goals": [], "contains_activities": True,
                      "foundation": {"group": "s", "on": "2024-01-01"}, "adoptions": [],
                      "revisions": [{"id": "r", "kind": "revision", "on": "2024-05-01", "decided_by": ["p"]}], "exemptions": []}],
              activity_plans=[])
    found = oracle.judge(json.dumps(r).encode(), {"as_of": "2027-06-01"})
    broken = {rule for rule, subjects in found.items() for s, o in subjects.items() if s.startswith("plans/") and o == "broken"}
    assert broken == expected


def test_activity_plans_of_other_years():
    r = world(complete_from="2026-01-01", reports=[], activity_plans=[{
        "id": "ap", "owners": ["n"], "adopted_on": "2026-11-01", "period": {"from": "2027-01-01", "to": "2027-12-31"},
        "activities": [{"id": "a", "status": "decided", "goals": [], "target_groups": [], "responsible": []}]}])
    found = oracle.judge(json.dumps(r).encode(), {"as_of": "2027-06-01"})
    broken = {rule for rule, subjects in found.items() for s, o in subjects.items() if s.startswith("activity_plans/") and o != "not_applicable"}
    assert broken == {"P-KOM-9"}


def standing(kind, person, holder, a, b=None):
    row = {"office": kind, "person": person, "standing_in_for": holder, "from": a}
    return {**row, "to": b} if b else row


def test_who_stands_in_holds_the_office_beside_its_holder():
    r = world(office("chair", "kim", "2024-01-01"), office("vice_chair", "robin", "2024-01-01"),
              standing("chair", "robin", "kim", "2024-03-01", "2024-04-30"))
    assert outcome(r, "N-ORD-1", "groups/n") == "holds"
    assert remarks(r, "N-ORD-1") == ["info"]
    assert outcome(r, "N-ORD-3", "groups/n#2024-01-01") == "not_due"
    assert outcome(r, "N-ORD-2", "groups/n#2024-03-01") is None
    assert outcome(r, "N-ORD-5", "groups/n") == "holds"
    # Where the one it stands in for has left, the office is vacant.
    r["groups"][0]["offices"][0]["to"] = "2024-03-31"
    assert severities(r, "N-ORD-1") == ["warning"]


@pytest.mark.parametrize("last, expected", [("2024-12-31", "holds"), ("2024-12-30", "broken")])
def test_a_stand_in_is_enough_while_it_stands_in(last, expected):
    r = world(office("chair", "kim", "2024-01-01"), office("vice_chair", "robin", "2024-01-01"),
              standing("chair", "lo", "kim", "2024-11-01", last))
    r["groups"][1]["members"] = [{"person": p} for p in ("lo", "robin")]
    assert outcome(r, "P-SG-6", "groups/s#n:chair") == expected


@pytest.mark.parametrize("text, says", [
    ("avgick", True), ("se ovan sida 3", True), ("xx", True), ("na", True), ("", False), ("–", False), ("?!", False), ("Se-ovan.", False),
    ("OKAND", False), ("n/a", False), ("N o t yet", False)])
def test_a_placeholder_is_no_reason(text, says):
    r = world(office("chair", "kim", "2023-01-01", "2023-12-31"), office("chair", "kaj", "2024-01-01", reason=text))
    assert severities(r, "N-ORD-2") == ["warning" if says else "error"]
    r["waivers"] = [{"rule": "N-ORD-2", "decided_by": ["s"], "on": "2024-01-01", "reason": text}]
    assert outcome(r, "N-ORD-2", "groups/n#2024-01-01") == ("waived" if says else "broken")
    r = decided(decision={"anchoring_waived": text})
    assert outcome(r, "N-FOR-1", "matters/x#vc") == (None if says else "broken")
    r["groups"].append({"id": "t", "kind": "theme_group", "assignment": text})
    assert outcome(r, "P-KOM-5", "groups/t") == ("holds" if says else "broken")


@pytest.mark.parametrize("as_of, expected", [("2024-06-30", "holds"), ("2024-07-01", "broken")])
def test_a_membership_of_an_organisation_that_ended_fills_no_seat(as_of, expected):
    r = world()
    r["organisations"][4]["to"] = "2024-06-30"
    assert outcome(r, "N-REP-13", "groups/n", as_of) == expected
    r["organisations"].append({"id": "nya", "kind": "support_office", "principal": "none"})
    r["groups"][0]["members"][4]["organisations"] = ["kansli", "nya"]
    assert outcome(r, "N-REP-13", "groups/n", as_of) == "holds"


def boards(*rows, **more):
    r = world(**more)
    r["organisations"] += [{"id": b, "kind": "political_board", "principal": "region", "listed_as": b} for b in ("B01", "B02")]
    r["groups"][2]["members"] = [{"person": p, "organisations": orgs.split(), "functions": functions.split()} for p, orgs, functions in rows]
    return {b: outcome(r, "P-POL-6", f"groups/p#{b}", A_02=["B01", "B02"]) for b in ("B01", "B02")}, [
        s for r_, s, subject, o in oracle.findings(json.dumps(r).encode(), {"as_of": "2024-12-31", "readings": {"A-02": ["B01", "B02"]}})
        if r_ == "P-POL-6" and o == "holds"]


def test_a_row_for_two_boards_fills_where_it_can():
    both = "board_chair elected_representative"
    # Chair of the one, elected of the other that has a chair.
    found, _ = boards(("a", "B01 B02", both), ("b", "B01", "elected_representative"), ("c", "B02", "board_chair"))
    assert found == {"B01": "holds", "B02": "holds"}
    # Never one too many.
    found, _ = boards(("a", "B01 B02", both), *((f"{b}{n}", b, f) for b in ("B01", "B02") for n, f in enumerate(
        ("board_chair", "elected_representative", "elected_representative"))))
    assert found == {"B01": "holds", "B02": "holds"}
    # Nobody is both for one board.
    found, _ = boards(("a", "B01 B02", both))
    assert found == {"B01": "broken", "B02": "broken"}


def test_the_vice_chair_of_a_board_is_one_of_its_elected():
    found, remarked = boards(("a", "B01", "board_chair"), ("b", "B01", "board_vice_chair"))
    assert (found["B01"], remarked) == ("holds", ["info"])


def test_ids_of_activities_are_unique_within_their_plan():
    r = world(activity_plans=[{"id": ap, "owners": ["n"], "adopted_on": "2024-01-01", "activities": [
        {"id": "a1", "target_groups": ["all"]}, {"id": "a1", "target_groups": ["all"]}]} for ap in ("x", "y")])
    found = oracle.judge(json.dumps(r).encode(), {"as_of": "2024-12-31"})["N-AKT-2"]
    assert {"activity_plans/x#a1", "activity_plans/y#a1"} <= set(found)
def test_several_nosam_report_together():
    r = deviation("2024-09-30", from_group=None, from_groups=["n", "l"])
    r["groups"].append({"id": "l", "kind": "nosam", "municipality": "1441", "members": []})
    for group in ("n", "l"):
        assert outcome(r, "N-AVV-1", f"groups/{group}#2024-H1") == "holds"
    # Nobody knows whose a report without a sender is.
    for nobody in (None, []):
        r["reports"][0]["from_groups"] = nobody
        assert outcome(r, "N-AVV-1", "groups/n#2024-H1") == "undetermined"


@pytest.mark.parametrize("reports, half, expected, remarked", [
    (["2024-01-01 2024-06-30 2024-09-30"], "2024-H1", "holds", 0), (["2024-01-01 2024-06-30 2024-10-01"], "2024-H1", "broken", 0),
    (["2024-01-01 2024-03-31 2024-04-15", "2024-04-01 2024-06-30 2024-08-29"], "2024-H1", "holds", 0),
    (["2024-01-01 2024-03-31 2024-04-15", "2024-04-02 2024-06-30 2024-08-29"], "2024-H1", "broken", 0),
    (["2024-01-01 2024-06-30 2024-05-30"], "2024-H1", "holds", 1), (["2024-01-01 2024-06-30 2024-05-29"], "2024-H1", "broken", 0),
    (["2023-12-01 2024-05-31 2024-06-12", "2024-06-01 2024-11-30 2024-12-05"], "2024-H1", "holds", 2),
    (["2023-12-01 2024-05-31 2024-06-12", "2024-06-01 2024-11-30 2024-12-05"], "2024-H2", "holds", 2),
    (["2024-01-01 2024-12-31 2024-01-02"], "2024-H1", "broken", 0), (["2024-01-01 2024-12-31 2025-01-20"], "2024-H1", "broken", 0),
    (["2024-01-01 2024-12-31 2025-01-20"], "2024-H2", "holds", 0),
    (["2024-01-01 2024-04-30 2024-05-20", "2024-05-01 2024-08-31 2024-09-20"], "2024-H1", "holds", 0),
    (["2024-02-01 2024-06-30 2024-08-01"], "2024-H1", "broken", 0), (["2023-07-01 2023-12-31 2024-04-01"], "2023-H2", "holds", 0),
    (["2023-07-01 2023-12-31 2024-04-02"], "2023-H2", "broken", 0)])
def test_reports_leave_no_day_of_a_half_year_untold(reports, half, expected, remarked):
    r = world(complete_from="2023-01-01", reports=[
        {"kind": "deviation", "id": f"r{i}", "from_group": "n", "to_group": "s", "on": on, "period": {"from": a, "to": b}}
        for i, (a, b, on) in enumerate(map(str.split, reports))])
    assert outcome(r, "N-AVV-1", f"groups/n#{half}", "2025-04-03") == expected
    assert len(remarks(r, "N-AVV-1", "2025-04-03")) == remarked


@pytest.mark.parametrize("change, expected", [
    ({"to_group": "p"}, "broken"), ({"period": None}, "undetermined"), ({"period": {"from": "2024-01-01"}}, "holds"),
    ({"period": None, "on": "2024-10-01"}, "broken")])
def test_what_may_count_leaves_a_half_year_open(change, expected):
    r = deviation("2024-07-01")
    r["reports"][0].update(change)
    assert outcome(r, "N-AVV-1", "groups/n#2024-H1") == expected


@pytest.mark.parametrize("period, on, years", [
    ("2024-01-01 2024-12-31", "2025-01-14", [2024]), (None, "2025-01-14", [2025]), ("2023-07-01 2024-06-30", "2024-08-20", [2023, 2024]),
    ("2023-08-15 2024-06-10", "2024-06-12", [2024]), ("2024-07-01 2024-12-27", "2025-01-10", [2024]),
    ("2023-07-06 2024-06-28", "2024-08-01", [2024]), ("2023-12-01 2024-01-31", "2024-02-05", [2023]),
    ("2024-07-01 2025-06-30", "2024-12-10", [2024]), ("2023-01-01 2024-12-31", "2025-02-01", [2023, 2024]),
    ("2024-01-01 2024-12-31", "2023-12-20", [2023]), ("2023-11-01 2024-03-31", "2024-04-10", [2024])])
def test_which_year_a_report_is_of(period, on, years):
    r = world(complete_from="2023-01-01", reports=[{
        "kind": "evaluation", "id": "r", "from_group": "n", "on": on,
        "period": period and dict(zip(("from", "to"), period.split()))}])
    judged = oracle.judge(json.dumps(r).encode(), {"as_of": "2026-04-01"})["N-UPF-1"]
    assert [year for year in (2023, 2024, 2025) if judged[f"groups/n#{year}"] == "holds"] == years
    r["reports"][0].update(kind="follow_up", from_group="p", goals=["trust"], activity_plans=["ap"])
    r["activity_plans"] = [{"id": "ap", "owners": ["n"], "adopted_on": "2022-12-01", "period": {"from": "2023-01-01", "to": "2026-12-31"}}]
    judged = oracle.judge(json.dumps(r).encode(), {"as_of": "2026-04-01"})
    for rule, name in (("P-POL-3", "groups/p"), ("P-UPP-2", "activity_plans/ap")):
        assert [year for year in (2023, 2024, 2025) if judged[rule][f"{name}#{year}"] == "holds"] == years


@pytest.mark.parametrize("as_of, expected", [("2024-03-30", "not_due"), ("2024-03-31", "broken")])
def test_a_finished_year_has_ninety_days(as_of, expected):
    assert outcome(world(complete_from="2023-01-01", reports=[]), "N-UPF-1", "groups/n#2023", as_of) == expected
    assert outcome(world(complete_from="2023-01-01", reports=[]), "P-POL-3", "groups/p#2023", as_of) == expected


@pytest.mark.parametrize("period, reporters, expected", [
    (("2023-01-01", "2023-12-31"), ["kim", "pia"], "holds"), (("2023-01-01", "2023-12-31"), ["robin", "pia"], "holds"),
    (("2023-01-01", "2024-12-31"), ["kim", "pia"], "broken"), ((None, None), ["kim", "pia"], "broken"),
    (None, ["kim", "pia"], "broken"), (("2023-01-01", "2023-12-31"), ["kaj", "pia"], "broken"),
    (("2023-01-01", "2022-12-31"), ["kim", "pia"], "undetermined"), (("2023-01-01", "2023-12-31"), ["kim"], "broken"),
    (("2023-01-01", "2023-12-31"), ["kim", "leda"], "holds"), (("2023-01-01", "2023-11-30"), ["kim", "leda"], "broken")])
def test_who_reports_back(period, reporters, expected):
    r = world(office("chair", "kim", "2023-01-01", "2023-12-31"), office("chair", "robin", "2024-01-01"), reports=[
        {"kind": "report_back", "id": "r", "from_group": "n", "to_group": "s", "on": "2024-01-20", "reporters": reporters,
         "period": period and dict(zip(("from", "to"), period))}])
    r["groups"][1]["members"] = [
        {"person": "leda", "functions": ["process_leader"], "status": "support", "from": "2023-12-31", "to": "2024-01-19"}]
    assert outcome(r, "N-UPF-2", "reports/r") == expected


def test_each_nosam_that_reports_has_its_chair_among_the_reporters():
    r = world(office("chair", "kim", "2024-01-01"), reports=[
        {"kind": "report_back", "id": "r", "from_groups": ["n", "l"], "to_group": "s", "on": "2024-12-01", "reporters": ["kim", "pia"]}])
    r["groups"].append({"id": "l", "kind": "nosam", "municipality": "1441", "members": [], "offices": [office("chair", "robin", "2024-01-01")]})
    assert outcome(r, "N-UPF-2", "reports/r") == "broken"
    r["reports"][0]["reporters"].append("robin")
    assert outcome(r, "N-UPF-2", "reports/r") == "holds"


def stood_in(**row):
    """Lo stands in for kim, chair of the year, from October to its end."""
    return world(office("chair", "kim", "2024-01-01", "2024-12-31"), office("vice_chair", "robin", "2024-01-01"),
                 {"office": "chair", "person": "lo", "standing_in_for": "kim", "from": "2024-10-01", "to": "2024-12-31", **row})


@pytest.mark.parametrize("row, expected", [
    ({}, "holds"), ({"person": "kaj"}, "holds"), ({"person": "gäst"}, "broken"), ({"person": "utifrån"}, "broken"),
    ({"from": "2023-10-01"}, "broken"), ({"standing_in_for": "kaj"}, "holds"), ({"elected_by": "s", "elected_on": "2024-11-01"}, "holds")])
def test_a_stand_in_holds_an_office_beside_another(row, expected):
    r = stood_in(**row)
    first = r["groups"][0]["offices"][2]["from"]
    assert outcome(r, "N-ORD-1", "groups/n") == expected
    assert outcome(r, "N-ORD-5", "groups/n") == "holds"
    assert outcome(r, "N-ORD-3", "groups/n#2024-01-01") == "holds"
    for rule in ("N-ORD-2", "N-ORD-3", "N-ORD-4"):
        assert outcome(r, rule, f"groups/n#{first}") is None


def test_a_stand_in_has_a_side():
    r = stood_in(person="nn-e")
    r["groups"][0]["members"].append({"person": "nn-e", "organisations": ["nsph"], "functions": ["other"]})
    assert outcome(r, "N-ORD-2", "groups/n#2024-10-01") == "broken"
    r["groups"][0]["offices"][2]["office"] = "vice_chair"
    r["groups"][0]["offices"][2]["standing_in_for"] = "robin"
    assert outcome(r, "N-ORD-2", "groups/n#2024-10-01") is None
    assert outcome(r, "N-ORD-5", "groups/n") == "holds"


@pytest.mark.parametrize("there, expected", [
    ({"lo": "09:00 11:00"}, "holds"), ({"kim": "09:00 11:00"}, "holds"), ({"kim": "09:00 10:00", "lo": "10:00 11:00"}, "holds"),
    ({"kim": "09:00 10:00", "lo": "10:10 11:00"}, "broken"), ({"robin": "09:00 11:00"}, "broken")])
def test_either_of_the_two_attends(there, expected):
    r = stood_in()
    r["meetings"] = [{"id": "m", "groups": ["n"], "start": "2024-11-01T09:00", "end": "2024-11-01T11:00", "attendance": [
        {"person": p, "from": f"2024-11-01T{hours[:5]}", "to": f"2024-11-01T{hours[6:]}"} for p, hours in there.items()]}]
    assert outcome(r, "N-MOT-3", "meetings/m#chair") == expected
    r["groups"][0]["offices"][2]["standing_in_for"] = "kaj"
    assert outcome(r, "N-MOT-3", "meetings/m#chair") == ("holds" if there == {"kim": "09:00 11:00"} else "broken")
    r["groups"][0]["offices"][0]["to"] = "2024-10-31"
    assert outcome(r, "N-MOT-3", "meetings/m#chair") == "undetermined"


def test_either_of_the_two_sits_and_reports():
    r = stood_in()
    r["reports"] = [{"kind": "report_back", "id": "r", "from_group": "n", "to_group": "s", "on": "2024-12-01", "reporters": ["lo", "pia"]}]
    r["organisations"][5]["name"] = "NSPH Väst"
    r["groups"][1]["members"] = [{"person": "lo", "organisations": ["nsph"], "functions": ["other"], "mandate": False}]
    assert outcome(r, "N-UPF-2", "reports/r") == "holds"
    assert outcome(r, "P-SG-6", "groups/s#n:chair") == "holds"
    assert outcome(r, "P-ORG-0", "groups/s#lo") == "holds"
    r["groups"][0]["offices"][2]["to"] = "2024-11-30"
    assert outcome(r, "N-UPF-2", "reports/r") == "broken"
    assert outcome(r, "P-SG-6", "groups/s#n:chair") == "broken"
    assert outcome(r, "P-ORG-0", "groups/s#lo") == "broken"


def test_who_stands_in_for_nobody_holds_the_office():
    r = stood_in(standing_in_for="Vakant", elected_by="n", elected_on="2024-09-01")
    r["groups"][0]["offices"][0]["to"] = "2024-09-30"
    assert outcome(r, "N-ORD-1", "groups/n") == "holds"
    assert outcome(r, "N-ORD-4", "groups/n#2024-10-01") == "broken"


def in_force(*periods, owners=("n",), followed=None):
    """Activity plans of 2024, and a follow-up of one of them."""
    return world(complete_from="2023-01-01", activity_plans=[
        {"id": f"ap{i}", "owners": list(owners), "adopted_on": "2023-01-01", "period": dict(zip(("from", "to"), period.split()))}
        for i, period in enumerate(periods)], reports=[] if followed is None else [
        {"kind": "follow_up", "id": "r", "from_group": "n", "on": "2024-12-15", "activity_plans": [followed]}])


@pytest.mark.parametrize("periods, expected", [
    (["2024-07-01 2024-12-31"], ["broken"]), (["2024-07-02 2024-12-31"], [None]), (["2024-01-01 2024-06-30"], ["broken"]),
    (["2024-01-01 2024-06-29"], [None]), (["2023-01-01 2024-06-30"], ["broken"]), (["2023-10-01 2024-03-31"], [None]),
    # Four months, four and four; with a day between, and beside one of six.
    (["2024-01-01 2024-04-30", "2024-05-01 2024-08-31", "2024-09-01 2024-12-31"], [None, None, "broken"]),
    (["2024-01-01 2024-04-30", "2024-05-02 2024-08-31"], [None, None]), (["2024-01-01 2024-04-30", "2024-05-01 2024-10-31"], [None, "broken"]),
    (["2024-03-01 2024-06-30", "2024-05-01 2024-08-31"], [None, "broken"]), (["2024-05-01 2024-08-31", "2024-03-01 2024-04-30"], ["broken", None]),
    (["2024-01-01 2024-04-30", "2024-05-01 2023-08-31"], ["undetermined", "undetermined"])])
def test_a_year_asks_for_plans_that_had_six_months_of_it(periods, expected):
    r = in_force(*periods)
    judged = oracle.judge(json.dumps(r).encode(), {"as_of": "2025-04-01"})["P-UPP-2"]
    found = [judged.get(f"activity_plans/ap{i}#2024", judged.get(f"activity_plans/ap{i}")) for i in range(len(periods))]
    assert [None if one == "not_applicable" else one for one in found] == expected


def test_plans_that_follow_each_other_are_followed_up_together():
    short = ["2024-01-01 2024-04-30", "2024-05-01 2024-08-31"]
    for followed, expected in ((None, "broken"), ("ap0", "holds"), ("ap1", "holds")):
        assert outcome(in_force(*short, followed=followed), "P-UPP-2", "activity_plans/ap1#2024", "2025-04-01") == expected
    r = in_force(*short)
    r["activity_plans"][0]["owners"] = ["s"]
    assert outcome(r, "P-UPP-2", "activity_plans/ap1#2024", "2025-04-01") == "not_applicable"
    r["activity_plans"][0]["owners"] = ["s", "n"]
    assert outcome(r, "P-UPP-2", "activity_plans/ap1#2024", "2025-04-01") == "broken"


@pytest.mark.parametrize("first, expected", [("2024-07-01", "broken"), ("2024-07-02", "not_applicable")])
def test_a_year_asks_for_a_group_that_had_six_months_of_it(first, expected):
    r = world(complete_from="2023-01-01", reports=[], meetings=[])
    r["groups"][2]["from"] = first
    for rule in ("P-POL-1", "P-POL-3"):
        assert outcome(r, rule, "groups/p#2024", "2025-04-01") == expected


@pytest.mark.parametrize("change, as_of, expected, remarked", [
    ({"adopted_on": "2024-01-01"}, "2024-12-31", "holds", 0), ({"adopted_on": "2024-01-02"}, "2024-12-31", "holds", 1),
    ({"adopted_on": "2024-04-02"}, "2024-12-31", "holds", 1), ({"adopted_on": "2024-04-03"}, "2024-12-31", "broken", 0),
    ({"adopted_on": "2024-04-03"}, "2024-04-02", "not_due", 0), ({"adopted_on": "2024-03-02"}, "2024-03-01", "not_due", 0),
    ({"status": "draft"}, "2024-04-02", "not_due", 0), ({"status": "draft"}, "2024-04-03", "broken", 0),
    ({"status": "adopted", "adopted_on": None}, "2024-04-02", "holds", 0), ({"status": "adopted", "adopted_on": None}, "2024-04-03", "undetermined", 0),
    # The days before are another plan's.
    ({"adopted_on": "2024-01-31", "other": "2024-01-30"}, "2024-12-31", "holds", 0),
    ({"adopted_on": "2024-01-31", "other": "2024-01-29"}, "2024-12-31", "holds", 1),
    ({"adopted_on": "2024-05-01", "other": "2024-04-30"}, "2024-12-31", "holds", 0),
    # A gap before the days of grace stays one.
    ({"status": "draft", "other": "2023-12-30"}, "2024-04-02", "broken", 0)])
def test_a_plan_that_is_adopted_after_its_first_day(change, as_of, expected, remarked):
    for owner, rule in (("n", "P-NOS-4"), ("s", "P-UPP-1")):
        change, other = dict(change), change.get("other")
        plans = [{"id": "ap", "owners": [owner], "adopted_on": "2023-12-01", "period": {"from": "2024-01-01", "to": "2026-12-31"}, **change}]
        if other:
            plans.append({"id": "first", "owners": [owner], "adopted_on": "2023-01-01", "period": {"from": "2023-12-01", "to": other}})
        r = world(activity_plans=plans)
        assert outcome(r, rule, f"groups/{owner}", as_of) == expected
        assert len(remarks(r, rule, as_of)) == remarked


@pytest.mark.parametrize("left, came, expected", [
    ("2024-03-01", None, "undetermined"), ("2024-03-01", "2024-04-01", "broken")])
def test_a_vacancy_that_ended_is_told_where_it_mattered(left, came, expected):
    r = attended({"person": "kim", "whole": True})
    r["reports"] = [{"id": "r", "kind": "report_back", "from_group": "n", "to_group": "s", "on": "2024-03-05", "reporters": ["kim"]}]
    leader = r["groups"][0]["members"][4]
    leader["to"] = left
    if came:
        r["groups"][0]["members"].append({**leader, "person": "per", "from": came, "to": None})
    assert severities(r, "N-REP-13") == ([] if came else ["error"])
    assert outcome(r, "N-MOT-3", "meetings/m#process_leader") == expected
    assert outcome(r, "N-UPF-2", "reports/r") == expected


@pytest.mark.parametrize("periods, as_of, name, expected", [
    ([("2026-01-01", "2026-12-31")], "2027-01-01", "groups/n", "broken"),
    ([("2026-01-01", "2026-12-31"), ("2027-01-01", "2027-12-31")], "2027-01-01", "groups/n#older_people", "holds"),
    ([("2026-01-01", "2026-06-30")], "2026-07-01", "groups/n#older_people", "undetermined"),
    ([], "2026-07-01", "groups/n", "broken")])
def test_a_nosam_without_a_plan_in_force(periods, as_of, name, expected):
    r = world(activity_plans=[{
        "id": a, "owners": ["n"], "adopted_on": "2025-12-01", "period": {"from": a, "to": b}, "activities": [
            {"id": f"a{a}", "status": "ongoing", "target_groups": ["all"]}]} for a, b in periods])
    assert outcome(r, "N-AKT-2", name, as_of) == expected


@pytest.mark.parametrize("written, expected", [("Pia Ek", "undetermined"), ("pia-ek", "undetermined"), ("pe", "holds"), ("pia", "holds")])
def test_a_name_in_the_place_of_an_id(written, expected):
    r = world(people=[{"id": "pe", "name": "Pia Ek"}])
    r["groups"][0]["members"][4]["person"] = written
    assert outcome(r, "N-REP-13", "groups/n") == expected


def test_who_acts_in_a_seat_fills_it_with_a_remark():
    r = world(office("chair", "kim", "2024-01-01", acting=True), office("vice_chair", "robin", "2024-01-01"))
    assert remarks(r, "N-ORD-1") == ["info"]
    r["groups"][0]["members"][4]["acting"] = True
    assert (outcome(r, "N-REP-13", "groups/n"), remarks(r, "N-REP-13"), remarks(r, "N-REP-14")) == ("holds", ["info"], [])


def jointly(attendance, *hours, length="13:00", **more):
    """A joint meeting from nine of two NOSAM with one process leader and a chair each."""
    r = world(office("chair", "kim", "2024-01-01"), office("vice_chair", "robin", "2024-01-01"))
    r["groups"].append({"id": "l", "kind": "nosam", "municipality": "1441", "members": [
        {"person": "liv", "organisations": ["omsorg-l"], "functions": ["unit_manager"]},
        {"person": "pia", "organisations": ["kansli"], "functions": ["process_leader"], "status": "support"}],
        "offices": [office("chair", "liv", "2024-01-01")]})
    at = lambda clock: f"2024-03-05T{clock}"
    r["meetings"] = [{"id": "m", "groups": ["n", "l"], "kind": "joint", "start": at("09:00"), "end": at(length), **more,
                      "hours": [{**who, "from": at(a), "to": at(b)} for who, a, b in hours],
                      "attendance": [{"person": p, "from": at(a), "to": at(b)} for p, a, b in attendance]}]
    return r


FORENOON, NOON = ({"group": "n"}, "09:00", "11:00"), ({"group": "l"}, "11:00", "13:00")


def test_each_group_by_its_own_hours():
    assert severities(jointly([], FORENOON, NOON), "N-MOT-1") == []
    assert severities(jointly([]), "N-MOT-1") == ["advice"]
    assert severities(jointly([], FORENOON, ({"group": "l"}, "11:00", "12:00")), "N-MOT-1") == ["advice"]
    # Hours of a target group are every group's.
    assert severities(jointly([], FORENOON, NOON, ({"target_group": "older_people"}, "11:00", "13:00")), "N-MOT-1") == ["advice"]
    r = jointly([("kim", "09:00", "11:00"), ("liv", "11:00", "13:00"), ("pia", "09:00", "13:00")], FORENOON, NOON)
    for function in ("chair", "process_leader"):
        assert outcome(r, "N-MOT-3", f"meetings/m#{function}") == "holds"


def test_one_finding_for_one_person_and_meeting():
    r = jointly([("kim", "09:00", "11:00"), ("robin", "09:00", "11:00"), ("liv", "11:00", "13:00"), ("pia", "09:00", "12:30")],
                FORENOON, NOON)
    # Lerum has neither vice chair nor coordinator, Alingsås a coordinator who was not there.
    found = oracle.findings(json.dumps(r).encode(), {"as_of": "2024-12-31"})
    assert [subject for rule, _, subject, _ in found if rule == "N-MOT-3"] == [
        "meetings/m#process_leader", "meetings/m#subregional_coordinator"]
    r["groups"][0]["members"][4]["functions"] = ["process_leader", "subregional_coordinator"]
    r["groups"][0]["members"].pop(5)
    r["groups"].pop()
    assert judged(r, "N-MOT-3", "meetings/m#subregional_coordinator") is None


@pytest.mark.parametrize("more, subjects", [({}, ["older_people"]), ({"blocks": ["children_and_youth"]}, ["children_and_youth"])])
def test_hours_stand_for_blocks(more, subjects):
    r = jointly([], ({"target_group": "older_people"}, "09:00", "11:00"), notes=[], **more)
    found = oracle.judge(json.dumps(r).encode(), {"as_of": "2024-12-31"})["N-ANT-1"]
    assert [s for s, o in found.items() if o == "broken"] == [f"meetings/m#{one}" for one in subjects]
def test_a_day_after_the_as_of_day_does_not_count():
    r = world(office("chair", "kim", "2024-01-01", elected_on="2025-12-01"), office("vice_chair", "robin", "2024-01-01"))
    assert outcome(r, "N-ORD-1", "groups/n") == "undetermined"
    r["groups"][0]["members"][0].update({"from": "2024-01-01", "appointed_by": "soc", "appointed_on": "2025-12-01"})
    assert outcome(r, "N-REP-1", "groups/n#kim") == "undetermined"
    # Closed in time to come, it is there for the whole year.
    r.update(complete_from="2024-01-01", meetings=[])
    r["groups"][2]["closed_on"] = "2024-06-01"
    assert outcome(r, "P-POL-1", "groups/p#2024", "2024-05-01") == "not_due"
def left(last="2024-09-30", **more):
    """Nobody leads the process of the NOSAM after a day."""
    r = world(**more)
    r["groups"][0]["members"][4]["to"] = last
    return r


@pytest.mark.parametrize("change, expected", [
    ({"complete_to": "2024-12-31"}, "broken"), ({"complete_to": "2025-06-30"}, "broken"), ({"complete_to": "2024-10-01"}, "broken"),
    ({"complete_to": "2024-09-30"}, "undetermined"), ({"complete_to": 7}, "undetermined"),
    ({"complete_to": "2024-10-01", "complete_from": "2024-10-02"}, "undetermined"), ({"complete_to": None}, "broken"),
    # 92 days are few, 93 many.
    ({"publications": [{"kind": "other", "group": "n", "on": "2024-09-30"}]}, "broken"),
    ({"publications": [{"kind": "other", "group": "n", "on": "2024-09-29"}]}, "undetermined"),
    ({"publications": [{"kind": "other", "group": "n", "on": "2024-09-29"}, {"kind": "other", "group": "n", "on": "2025-01-01"}]}, "undetermined"),
    ({"meetings": [{"id": "m", "groups": ["s"], "start": "2024-10-01T09:00"}]}, "broken"),
    ({"meetings": [{"id": "m", "groups": ["s"], "start": "2024-05-01T09:00"}, {"id": "m2", "groups": ["s"], "start": "2024-10-01", "status": "cancelled"}]},
     "undetermined"),
    ({"routines": [{"id": "a", "adopted_on": "2024-05-01"}], "recesses": [{"from": "2024-12-20", "to": "2024-12-27"}],
      "plans": [{"id": "pl", "period": {"from": "2024-12-01"}}]}, "undetermined")])
def test_until_when_absence_counts(change, expected):
    r = left(**{"complete_to": None, **change})
    assert outcome(r, "N-REP-13", "groups/n") == expected
    assert outcome(r, "N-REP-13", "groups/n", A_44=400) == ("broken" if not r["complete_to"] else expected)


WITHIN = {"complete_from": "2023-01-01", "reports": [], "meetings": []}


@pytest.mark.parametrize("rule, subject, broken, change", [
    ("N-ALL-2", "#1489", "2024-07-01", {"to": "2024-06-30"}), ("N-ALL-2", "#1489", "2024-07-01", {"closed_on": "2024-06-30"}),
    ("P-UPP-2", "activity_plans/ap#2023", "2024-03-30", {}), ("P-POL-1", "groups/p#2023", "2023-12-31", {}),
    ("P-POL-3", "groups/p#2023", "2024-03-30", {}), ("N-UPF-1", "groups/n#2023", "2024-03-30", {}), ("N-UPF-2", "groups/n#2023", "2024-03-30", {}),
    ("P-UPP-1", "groups/s", "2024-01-01", {}), ("P-NOS-4", "groups/n", "2023-01-01", {}), ("P-REV-2", "plans/pl#2024", None, {}),
    ("P-REV-2", "plans/pl#2023", "2023-12-31", {}), ("P-REV-4", "plans/pl#rev", "2024-05-02", {"meetings": [
        {"id": "m", "groups": ["p"], "start": "2024-05-02T09:00"}]}),
    ("P-KOM-4", "groups/t", "2024-07-01", {}), ("P-KOM-4", "groups/u", "2023-01-01", {}), ("P-KOM-8", "groups/s", "2024-02-05", {"publications": []}),
    ("P-KOM-7", "meetings/m", "2024-04-09", {"meetings": [{"id": "m", "groups": ["s"], "start": "2024-03-05T09:00", "notes": []}]}),
    ("N-ANT-1", "meetings/m", "2024-04-09", {"meetings": [{"id": "m", "groups": ["n"], "start": "2024-03-05T09:00", "blocks": [], "notes": []}]}),
    ("N-UPD-2", "routines/ru", "2024-03-01", {}), ("N-ORD-1", "groups/n", "2024-07-01", {}), ("N-ORD-3", "groups/n#2023-06-01", "2024-07-02", {}),
    ("N-MOT-2", "groups/n", "2024-07-15", {"meetings": [{"id": "m", "groups": ["n"], "start": "2024-06-04T09:00"}]}),
    ("N-AVV-1", "groups/n#2024-H1", "2024-09-30", {})])
def test_what_absence_tells_until_the_record_is_complete(rule, subject, broken, change):
    r = world(office("chair", "kim", "2023-06-01"), office("vice_chair", "robin", "2023-01-01", "2024-06-30"), **copy.deepcopy(WITHIN))
    if rule == "N-ORD-1":
        r["groups"][0]["offices"][:1] = [office("chair", "kim", "2023-01-01")]
    r["groups"][1]["from"] = "2024-01-01"
    r["groups"] += [{"id": "t", "kind": "theme_group", "from": "2024-01-01", "to": "2024-06-30"}, {"id": "u", "kind": "theme_group", "from": "2024-01-01"}]
    r["plans"] = [{"id": "pl", "exemptions": [], "revisions": [
        {"id": "rev", "kind": "revision", "on": "2024-03-01", "decided_by": ["s"], "informed": []}]}]
    r["activity_plans"] = [{"id": "ap", "owners": ["s"], "status": "adopted", "adopted_on": "2022-12-01", "period": {"from": "2023-01-01", "to": "2023-12-31"}}]
    r["routines"] = [{"id": "ru", "adopted_on": "2023-03-01"}]
    for key, value in change.items():
        (r if key in r or key == "publications" else r["groups"][0])[key] = value
    if broken is None:
        assert outcome(r, rule, subject) == "holds"
        return
    day = date.fromisoformat(broken)
    assert outcome({**r, "complete_to": broken}, rule, subject) == "broken"
    if rule != "P-KOM-4" or subject == "groups/t":
        before = {**r, "complete_to": (day - timedelta(days=1)).isoformat(), "complete_from": min("2023-01-01", (day - timedelta(days=1)).isoformat())}
        assert outcome(before, rule, subject) == "undetermined"


@pytest.mark.parametrize("vacancy, expected", [
    ({"function": "process_leader", "from": "2024-10-01"}, "broken"), ({"function": "mas"}, "undetermined"), ({"office": "chair"}, "undetermined"),
    ({"function": "process_leader", "from": "2024-10-01", "to": "2024-11-30"}, "undetermined")])
def test_a_vacancy_says_that_a_seat_is_empty(vacancy, expected):
    r = left(complete_to="2024-09-30")
    r["groups"][0]["vacancies"] = [vacancy]
    assert outcome(r, "N-REP-13", "groups/n") == expected


def test_a_vacancy_says_that_an_office_is_empty():
    r = world(office("chair", "kim", "2024-01-01", "2024-06-30"), office("vice_chair", "robin", "2024-01-01"), complete_to="2024-06-30")
    assert outcome(r, "N-ORD-1", "groups/n") == "undetermined"
    r["groups"][0]["vacancies"] = [{"office": "chair", "from": "2024-07-01"}]
    assert outcome(r, "N-ORD-1", "groups/n") == "broken"


def test_a_seat_that_was_filled_in_between_has_another_gap():
    r = left("2024-06-30", complete_to="2024-07-15")
    assert outcome(r, "N-REP-13", "groups/n") == "broken"
    r["groups"][0]["members"].append({**r["groups"][0]["members"][4], "person": "bo", "from": "2024-08-01", "to": "2024-08-31"})
    assert outcome(r, "N-REP-13", "groups/n") == "undetermined"
    assert outcome({**r, "complete_to": "2024-09-01"}, "N-REP-13", "groups/n") == "broken"


@pytest.mark.parametrize("last, expected", [(None, "undetermined"), ("2024-11-30", "broken"), ("2023-06-30", "broken")])
def test_an_end_on_record_is_judged_whatever_is_complete(last, expected):
    r = world(office("chair", "kim", "2023-01-01", last), complete_to="2024-01-31")
    assert outcome(r, "N-ORD-3", "groups/n#2023-01-01") == expected


def test_a_wrong_target_group_is_written():
    nsph = {"person": "nu", "organisations": ["nsph"], "functions": ["nsph_representative"], "target_groups": ["older_people"], "from": "2024-08-01"}
    r = world(complete_to="2024-07-01")
    assert outcome(r, "N-REP-15", "groups/n") == "broken"
    r["groups"][0]["members"] += [{**nsph, "target_groups": ["mental_health_and_substance_use"], "from": "2024-01-01"}, nsph]
    assert outcome(r, "N-REP-15", "groups/n") == "broken"
@pytest.mark.parametrize("complete, expected", [("2024-02-01", "undetermined"), ("2024-02-02", "broken")])
def test_a_chair_without_a_side_is_told_where_the_term_began_before_the_records(complete, expected):
    r = world(office("chair", "kim", "2024-02-01"), office("vice_chair", "robin", "2024-02-01"), complete_from=complete)
    for member in r["groups"][0]["members"]:
        if member["person"] == "kim":
            member["organisations"] = []
    assert outcome(r, "N-ORD-5", "groups/n") == expected
    assert severities(r, "N-ORD-2") == (["error"] if expected == "undetermined" else [])
def waived(record, rule, subject, as_of="2024-12-31", /, **waiver):
    """How a subject comes out with a waiver of the rule."""
    record["waivers"] = [{"rule": rule, "decided_by": ["s"], "on": "2023-01-01", "reason": "Beslut", **waiver}]
    return outcome(record, rule, subject, as_of)


@pytest.mark.parametrize("first, last, as_of, expected, kinds", [
    ("2024-03-01", "2024-05-31", "2024-05-31", "waived", ["waived"]), ("2024-03-01", "2024-05-31", "2024-12-31", "waived", ["waived"]),
    ("2024-03-01", "2024-05-30", "2024-12-31", "broken", ["broken", "waived"]), ("2024-03-02", "2024-05-31", "2024-12-31", "broken", ["broken", "waived"]),
    ("2024-04-01", "2024-04-30", "2024-12-31", "broken", ["broken", "broken", "waived"]), ("2024-06-01", "2024-06-30", "2024-12-31", "broken", ["broken"]),
    (None, None, "2024-12-31", "waived", ["waived"])])
def test_what_lasts_is_waived_day_by_day(first, last, as_of, expected, kinds):
    r = world(office("chair", "kim", "2024-01-01", "2024-02-29"), office("chair", "robin", "2024-06-01"), office("vice_chair", "robin", "2024-01-01", "2024-05-31"),
              office("vice_chair", "kim", "2024-06-01"))
    assert waived(r, "N-ORD-1", "groups/n", as_of, **{"from": first, "to": last}) == expected
    found = oracle.findings(json.dumps(r).encode(), {"as_of": as_of})
    assert [kind for rule, _, _, kind in found if rule == "N-ORD-1"] == kinds


@pytest.mark.parametrize("waiver, expected", [
    ({}, "waived"), ({"subject": "groups/n#2023"}, "waived"), ({"subject": "groups/n"}, "waived"), ({"subject": "n"}, "broken"),
    ({"subject": "groups/n#2024"}, "broken"), ({"subject": "groups/n#20"}, "broken"), ({"from": "2023-12-31", "to": "2023-12-31"}, "waived"),
    ({"from": "2024-03-30", "to": "2024-03-30"}, "waived"), ({"from": "2024-01-01", "to": "2024-03-29"}, "broken"),
    ({"on": "2024-12-31"}, "waived"), ({"on": "2025-01-01"}, "broken"), ({"decided_by": []}, "broken"), ({"reason": "tbd"}, "broken")])
def test_a_waiver_covers_a_key_day(waiver, expected):
    assert waived(world(complete_from="2023-01-01", reports=[]), "N-UPF-1", "groups/n#2023", **waiver) == expected


@pytest.mark.parametrize("rule, subject, right, wrong", [
    ("N-ORD-2", "groups/n#2024-01-01", "2024-01-01", "2023-12-31"), ("N-ORD-3", "groups/n#2022-06-01", "2023-06-01", "2023-12-31"),
    ("N-ORD-3", "groups/n#2024-01-01", "2024-03-31", "2024-01-01"), ("N-ORD-1", "groups/n", "2024-01-01", "2024-01-02"),
    ("N-MOT-2", "meetings/m2", "2024-03-15", "2024-02-10"), ("N-MOT-2", "groups/n", "2024-12-31", "2024-11-30"),
    ("N-MOT-1", "meetings/m2", "2024-03-15", "2024-03-16"), ("N-REP-5", "groups/n#vc", "2024-12-31", "2024-12-30"),
    ("N-AVV-1", "groups/n#2024-H1", "2024-06-30", "2024-06-29"), ("N-AVV-1", "groups/n#2024-H1", "2024-09-30", "2024-10-01"),
    ("N-AVV-2", "reports/r", "2024-08-01", "2024-06-30"), ("P-KOM-9", "activity_plans/ap", "2024-02-05", "2024-02-04"),
    ("P-KOM-9", "activity_plans/ap", "2024-01-01", "2024-01-02"), ("P-NOS-3", "activity_plans/ap#a", "2024-12-31", "2024-12-30")])
def test_the_key_days(rule, subject, right, wrong):
    r = world(office("chair", "kim", "2022-06-01", "2023-12-31"), office("chair", "kaj", "2024-01-01", "2024-03-31", elected_by="s"),
              office("chair", "robin", "2024-04-01"), office("vice_chair", "robin", "2022-06-01", "2024-03-31"), office("vice_chair", "kim", "2024-04-01"),
              complete_from="2022-06-01")
    r["groups"][0]["members"][1]["to"] = "2024-12-30"
    r["meetings"] = [{"id": f"m{i}", "groups": ["n"], "start": f"{day}T09:00", "end": f"{day}T10:00"} for i, day in enumerate(
        ("2024-01-02", "2024-01-30", "2024-03-15"))]
    r["reports"] = [{"kind": "deviation", "id": "r", "from_group": "n", "to_group": "s", "on": "2024-08-01", "period": {"from": "2024-02-01", "to": "2024-06-30"}}]
    r["activity_plans"] = [{"id": "ap", "owners": ["n"], "adopted_on": "2024-01-01", "published_on": "2024-03-01", "activities": [{"id": "a", "goals": []}]}]
    if rule == "N-ORD-1":
        # Robin is no member on the last day, either.
        r["groups"][0]["members"][1].pop("to")
    assert waived(r, rule, subject, **{"from": wrong, "to": wrong}) == "broken"
    assert waived(r, rule, subject, **{"from": right, "to": right}) == "waived"


@pytest.mark.parametrize("waiver, expected", [
    ({"to": "snart"}, "undetermined"), ({"from": "snart"}, "undetermined"), ({"on": "snart"}, "undetermined"), ({"reason": 7}, "broken"),
    ({"from": "2024-04-01", "to": "snart"}, "broken"), ({"from": "snart", "to": "2023-12-30"}, "broken"), ({"to": "snart", "on": "2025-01-01"}, "broken")])
def test_a_day_of_a_waiver_that_cannot_be_read(waiver, expected):
    r = world(complete_from="2023-01-01", reports=[])
    assert waived(r, "N-UPF-1", "groups/n#2023", **waiver) == expected
    r["waivers"].append({**r["waivers"][0], "on": "2023-01-01", "from": "2023-12-31", "to": "2023-12-31", "reason": "Beslut"})
    assert outcome(r, "N-UPF-1", "groups/n#2023") == "waived"


@pytest.mark.parametrize("rule, subject, waiver, expected", [
    ("N-REP-13", "groups/n", {"from": "2024-12-31"}, "waived"), ("N-REP-13", "groups/n", {"to": "2024-12-30"}, "undetermined"),
    ("N-ORD-3", "groups/n", {}, "undetermined"), ("N-ORD-3", "groups/n", {"subject": "groups/n", "to": "2023-12-31"}, "waived")])
def test_what_cannot_be_told_may_be_waived(rule, subject, waiver, expected):
    r = world()
    r["groups"][0].update(members=None, offices=None)
    assert outcome(r, rule, subject) == "undetermined"
    assert waived(r, rule, subject, **waiver) == expected
@pytest.mark.parametrize("left, expected", [("11:30", "holds"), ("11:29", "undetermined")])
def test_the_whole_meeting_and_a_part_of_it(left, expected):
    r = attended({"person": "kim", "whole": True, "from": "2024-03-05T09:00", "to": f"2024-03-05T{left}"})
    assert outcome(r, "N-MOT-3", "meetings/m#chair") == expected


def test_on_two_sides_at_once():
    r = decided({"everyone": True, "on": "2024-03-29"})
    r["groups"][0]["offices"] = [office("chair", "kim", "2024-01-01"), office("vice_chair", "kaj", "2024-01-01")]
    assert outcome(r, "N-ORD-5", "groups/n") == "broken"
    r["groups"][0]["members"].append({"person": "kaj", "organisations": ["vc"], "functions": ["unit_manager"]})
    assert outcome(r, "N-ORD-5", "groups/n") == "undetermined"
    assert outcome(r, "N-FOR-2", "matters/x") == "undetermined"
    r["groups"][0]["offices"][1]["organisation"] = "soc"
    assert outcome(r, "N-ORD-5", "groups/n") == "broken"


@pytest.mark.parametrize("org, expected", [("soc", "broken"), ("forv", "broken"), ("omsorg-l", "undetermined")])
def test_an_office_for_an_organisation_never_represented(org, expected):
    r = world(office("chair", "kim", "2024-01-01"), office("vice_chair", "kaj", "2024-01-01", organisation=org))
    r["organisations"].append({"id": "forv", "kind": "municipal_administration", "principal": "municipality", "municipality": "1489"})
    r["organisations"][2]["part_of"] = "forv"
    assert outcome(r, "N-ORD-5", "groups/n") == expected


@pytest.mark.parametrize("about", [[], "n", ["okänd"]])
def test_about_that_names_no_group_leaves_everything_undetermined(about):
    found = oracle.judge(json.dumps(world(about=about)).encode(), {"as_of": "2024-12-31"})
    assert {rule for rule, subjects in found.items() if subjects != {"about": "undetermined"}} == {"P-MGP-1", "P-KOM-10"}


@pytest.mark.parametrize("reports", ["oläsligt", ["oläslig post"]])
def test_an_unreadable_section_or_entry_leaves_its_rules_undetermined(reports):
    found = oracle.judge(json.dumps(world(complete_from="2023-01-01", reports=reports)).encode(), {"as_of": "2024-12-31"})
    assert {rule for rule, subjects in found.items() if "reports" in subjects} == {
        "P-UPP-2", "P-POL-3", "N-UPF-1", "N-UPF-2", "N-AVV-1", "N-AVV-2", "N-AVV-3"}
    assert "broken" not in found["N-AVV-1"].values() and "holds" in found["N-REP-13"].values()


def test_nothing_is_in_force_before_the_plan():
    r = world(office("chair", "kim", "2022-10-01"), office("vice_chair", "robin", "2022-10-01"), complete_from="2022-01-01")
    judged = oracle.judge(json.dumps(r).encode(), {"as_of": "2022-12-31"})
    assert {rule for rule, subjects in judged.items() if subjects} == {"P-SG-6"}
    assert oracle.judge(json.dumps(r).encode(), {"as_of": "2023-01-01"})["N-REP-13"]


def test_no_series_is_judged_from_before_the_plan():
    r = world(office("chair", "kim", "2022-12-01", "2022-12-30"), office("chair", "kaj", "2022-12-31", "2023-11-30"),
              office("vice_chair", "robin", "2022-12-01"), complete_from="2022-01-01", reports=[], meetings=[
                  {"id": "m", "groups": ["n"], "start": "2022-12-06T09:00", "end": "2022-12-06T09:30", "notes": [], "blocks": []}])
    judged = oracle.judge(json.dumps(r).encode(), {"as_of": "2023-11-30"})
    for rule in ("N-MOT-1", "N-ANT-1", "N-ORD-2"):
        assert "broken" not in judged[rule].values(), rule
    assert [s for s in judged["N-ORD-3"] if judged["N-ORD-3"][s] != "not_applicable"] == ["groups/n#2022-12-31"]
    assert not any("2022" in s for rule in ("P-POL-1", "N-AVV-1", "N-UPF-1") for s in judged[rule])


def test_after_the_plan_rules_go_on_but_its_years_end():
    r = world(complete_from="2026-01-01", reports=[], meetings=[], plans=[{"id": "plan", "revisions": [], "exemptions": []}])
    judged = oracle.judge(json.dumps(r).encode(), {"as_of": "2028-01-01"})
    assert judged["N-REP-13"]["groups/n"] == "holds"
    assert [s for s in judged["P-POL-1"] if s.startswith("groups/p#")] == ["groups/p#2026", "groups/p#2027", "groups/p#2028"]
    for rule, name in (("P-REV-2", "plans/plan"), ("N-UPF-1", "groups/n"), ("N-UPF-2", "groups/n")):
        assert [s for s in judged[rule] if "#" in s] == [f"{name}#2026"]
def test_who_may_appoint():
    r = world()
    rows = r["groups"][0]["members"] = [
        {"person": "kim", "organisations": ["soc"], "functions": ["unit_manager"], "appointed_by": "forv"},
        {"person": "leo", "organisations": ["omsorg-l"], "functions": ["mas"], "appointed_by": "forv"},
        {"person": "liv", "organisations": ["omsorg-l"], "functions": ["unit_manager"], "appointed_by": "forv"},
        {"person": "robin", "organisations": ["vc"], "functions": ["operations_manager"], "appointed_by": "forv"}]
    r["organisations"].append({"id": "forv", "kind": "municipal_administration", "principal": "municipality", "municipality": "1489"})
    assert [outcome(r, "N-REP-1", f"groups/n#{row['person']}") for row in rows] == ["holds", "holds", "broken", "broken"]
    r["organisations"][-1].pop("municipality")
    assert outcome(r, "N-REP-1", "groups/n#kim") == "undetermined"


@pytest.mark.parametrize("care, functions, expected", [
    ({"part_of": "forv"}, ["operations_manager"], ("holds", ["info"])), ({}, ["operations_manager"], ("broken", [])),
    (None, ["operations_manager"], ("holds", ["info"])), (None, ["unit_manager"], ("broken", []))])
def test_the_head_above_the_municipal_primary_care(care, functions, expected):
    r = world()
    here = {"principal": "municipality", "municipality": "1489"}
    r["organisations"].append({"id": "forv", "kind": "municipal_administration", **here})
    if care is not None:
        r["organisations"].append({"id": "hemsjuk", "kind": "municipal_primary_care", **here, **care})
    r["groups"][0]["members"] = [{"person": "kim", "organisations": ["forv"], "functions": functions}]
    assert (outcome(r, "N-REP-7", "groups/n"), remarks(r, "N-REP-7")) == expected
    # Who fills that seat is no further manager of an operation.
    assert outcome(r, "N-REP-9", "groups/n") == ("holds" if expected[0] == "broken" else "broken")


@pytest.mark.parametrize("ends, lives", [
    ({}, True), ({"to": "2024-12-31", "closed_on": "2024-12-31"}, True), ({"to": "2024-12-30"}, False), ({"closed_on": "2024-12-30"}, False),
    ({"to": "2025-12-31", "closed_on": "2024-12-30"}, False), ({"to": "2024-12-30", "closed_on": "2025-12-31"}, False)])
def test_a_group_lives_until_the_earlier_of_its_two_ends(ends, lives):
    r = world(**copy.deepcopy(WITHIN))
    for group in r["groups"]:
        group.update(ends)
    for rule, subject in (("P-POL-6", "groups/p#B01"), ("P-SG-3", "groups/s#1489"), ("N-REP-8", "groups/n"), ("N-STY-1", "groups/n"), ("P-KOM-8", "groups/n")):
        assert (judged(r, rule, subject) is not None) == lives
    # On the day itself there is none any more.
    assert outcome(r, "N-ALL-2", "#1489") == ("holds" if lives else "broken")


@pytest.mark.parametrize("first, expected", [("2024-06-30", ["broken", "undetermined", "not_due"]), ("2024-07-01", ["not_applicable", None, "not_applicable"])])
def test_after_a_groups_end_nobody_takes_the_chair(first, expected):
    r = world(office("chair", "kim", "2023-07-01", "2024-06-29"), office("chair", "kaj", first), office("vice_chair", "robin", "2023-07-01"))
    r["groups"][0].update({"to": "2024-12-31", "closed_on": "2024-06-30"})
    found = [outcome(r, rule, f"groups/n#{first}") for rule in ("N-ORD-2", "N-ORD-4", "N-ORD-3")]
    assert found[0] == expected[0] and found[1] in (expected[1], "not_applicable") and (found[2] == "not_applicable") == (expected[2] == "not_applicable")


@pytest.mark.parametrize("first, expected", [("2024-06-30", "broken"), ("2024-07-01", None)])
def test_after_a_groups_end_nobody_is_its_deputy(first, expected):
    r = world()
    r["groups"][0].update({"to": "2024-12-31", "closed_on": "2024-06-30"})
    r["groups"][0]["members"].append({"person": "ers", "organisations": ["soc"], "functions": ["unit_manager"], "status": "deputy", "from": first})
    assert judged(r, "N-REP-4", "groups/n#ers") == expected


def test_after_a_groups_end_no_employer_is_changed():
    r = world(office("chair", "kim", "2024-01-01"), office("vice_chair", "robin", "2024-01-01"))
    r["groups"][0]["members"][0]["to"] = "2024-08-31"
    r["groups"][0]["members"].append({**r["groups"][0]["members"][0], "organisations": ["vc"], "from": "2024-09-01", "to": None})
    assert outcome(r, "N-ORD-2", "groups/n#2024-01-01") == "broken"
    r["groups"][0]["closed_on"] = "2024-08-31"
    assert judged(r, "N-ORD-2", "groups/n#2024-01-01") is None


@pytest.mark.parametrize("ends, expected", [
    ({"to": "2024-12-30"}, "broken"), ({"to": "2024-12-31"}, "holds"), ({"to": "2024-12-30", "closed_on": "2024-12-31"}, "holds"),
    ({"to": "2024-12-30", "closed_on": "2025-01-01"}, "broken"), ({"to": "2025-06-30", "closed_on": "2024-06-30"}, "holds"), ({}, "broken")])
def test_a_theme_group_is_asked_after_its_last_day_whether_it_was_closed(ends, expected):
    r = world()
    r["groups"].append({"id": "t", "kind": "theme_group", "from": "2024-01-01", **ends})
    assert outcome(r, "P-KOM-4", "groups/t") == expected
