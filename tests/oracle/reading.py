"""Reads the JSON text into nodes whose every field is a value, ABSENT or UNREADABLE (the record's description, Conventions).

Reading is deliberately dull: one table of fields a section, one function a type. A value that
cannot be read becomes UNREADABLE where it stands; nothing else is lost.
"""

import json
import re
from datetime import date

from charter import GOALS, TARGET_GROUPS, nobody, says_nothing, spelling
from days import day_of, parse_day, parse_time


class _Mark:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __bool__(self):
        raise TypeError(f"{self.name} is neither true nor false")


ABSENT = _Mark("ABSENT")
UNREADABLE = _Mark("UNREADABLE")


def known(value):
    return value is not ABSENT and value is not UNREADABLE


class Node(dict):
    """One object of the record; every field of its table is there."""

    # Does a name stand in the place of its person's id.
    named = False


class Ref(str):
    """A reference that is not resolved yet."""

    kinds = ()


class _Pairs(dict):
    repeated = ()


def _pairs(items):
    out = _Pairs(items)
    seen = [key for key, _ in items]
    out.repeated = {key for key in seen if seen.count(key) > 1}
    return out


_DIGITS = re.compile(r"(?<![0-9])([0-9]{2})?([0-9]{6})[-+]?([0-9]{4})(?![0-9])")


def personal_number(text):
    """Does the text hold a personal identity number: a real day (or day + 60) and a right check digit."""
    for match in _DIGITS.finditer(text):
        century, front, back = match.groups()
        month, day = int(front[2:4]), int(front[4:6])
        day = day - 60 if day > 60 else day
        centuries = [century] if century else ["19", "20"]
        real = False
        for c in centuries:
            try:
                date(int(c + front[:2]), month, day)
                real = True
            except ValueError:
                pass
        total = 0
        for i, digit in enumerate(front + back):
            n = int(digit) * (2 if i % 2 == 0 else 1)
            total += n - 9 if n > 9 else n
        if real and total % 10 == 0:
            return True
    return False


def text(raw):
    if not isinstance(raw, str):
        return UNREADABLE
    if not raw.strip():
        return ABSENT
    return UNREADABLE if personal_number(raw) else raw


def reason(raw):
    """A text that says why; one that says nothing counts as absent."""
    value = text(raw)
    return ABSENT if known(value) and says_nothing(value) else value


def truth(raw):
    return raw if isinstance(raw, bool) else UNREADABLE


def year(raw):
    if isinstance(raw, bool) or not isinstance(raw, int):
        return UNREADABLE
    return raw if 1900 <= raw <= 9999 else UNREADABLE


def day(raw):
    value = text(raw)
    if not known(value):
        return value
    return parse_day(value) or UNREADABLE


def time(raw):
    value = text(raw)
    if not known(value):
        return value
    return parse_time(value) or UNREADABLE


def day_or_time(raw):
    value = text(raw)
    if not known(value):
        return value
    return parse_day(value) or parse_time(value) or UNREADABLE


def code(*codes):
    def read(raw):
        value = text(raw)
        if not known(value):
            return value
        return value if value in codes else UNREADABLE
    return read


def ref(*kinds):
    def read(raw):
        value = text(raw)
        if not known(value):
            return value
        value = Ref(value)
        value.kinds = kinds
        return value
    return read


def many(item):
    def read(raw):
        if not isinstance(raw, list):
            return UNREADABLE
        out = []
        for one in raw:
            value = UNREADABLE if one is None else item(one)
            # A blank among the items says nothing and is no item that can be used.
            out.append(UNREADABLE if value is ABSENT else value)
        return out
    return read


def once(item):
    """A list of ids: what it names twice counts once."""
    def read(raw):
        listed, out = many(item)(raw), []
        if listed is UNREADABLE:
            return listed
        for one in listed:
            if one is UNREADABLE or one not in out:
                out.append(one)
        return out
    return read


class Table:
    def __init__(self, required=(), defaults=None, **fields):
        self.fields = {name.rstrip("_"): reader for name, reader in fields.items()}
        self.required = set(required)
        self.defaults = defaults or {}

    def __call__(self, raw):
        if not isinstance(raw, dict):
            return UNREADABLE
        node = Node()
        node.table = self
        for name, reader in self.fields.items():
            if name in raw.repeated:
                value = UNREADABLE
            elif name not in raw or raw[name] is None:
                value = ABSENT
            else:
                value = reader(raw[name])
            if value is ABSENT and name in self.required:
                value = UNREADABLE
            if value is ABSENT and name in self.defaults:
                value = self.defaults[name]
            node[name] = value
        _order(node)
        return node


def _order(node):
    """`to` before `from`, and an end that is not after its start, cannot be read."""
    a, b = node.get("from", ABSENT), node.get("to", ABSENT)
    if known(a) and known(b) and ((b <= a) if hasattr(a, "hour") else (b < a)):
        node["to"] = UNREADABLE
    a, b = node.get("start", ABSENT), node.get("end", ABSENT)
    if known(a) and known(b):
        if (b <= a) if hasattr(a, "hour") else (day_of(b) < a):
            node["end"] = UNREADABLE


TARGETS = code(*TARGET_GROUPS)
PERIOD = Table(from_=day, to=day)
AT = Table(required=["group", "on"], group=ref("groups"), on=day)

ORGANISATION = Table(
    required=["id", "kind"], defaults={"provider": "public"},
    id=text, name=text,
    kind=code("care_centre", "rehab_unit", "municipal_primary_care", "social_services", "pupil_health",
              "municipal_administration", "municipal_service", "dental_care", "hospital",
              "regional_primary_care", "regionhalsan", "habilitation_and_health", "regional_administration",
              "political_board", "user_organisation", "support_office", "other"),
    principal=code("municipality", "region", "none"), provider=code("public", "private_lov"),
    municipality=text, part_of=ref("organisations"),
    listed_as=code("regional_primary_care", "regionhalsan", "habilitation_and_health", "dental_care",
                   "sjukhusen_i_vaster", "alingsas_lasarett", "sodra_alvsborgs_sjukhus",
                   "municipal_primary_care", "social_services", "pupil_health", "delregional_namnd_vastra",
                   *[f"B{n:02}" for n in range(1, 13)]),
    organisation_number=text, hsa_id=text, from_=day, to=day)

MEMBER = Table(
    required=["person"], defaults={"status": "ordinary"},
    person=text, organisations=once(ref("organisations")),
    functions=many(code("operations_manager", "unit_manager", "department_manager", "care_unit_manager",
                        "clinic_manager", "other_manager", "head_of_administration", "mas", "mar", "mla",
                        "public_health_coordinator", "process_leader", "subregional_coordinator",
                        "nsph_representative", "board_chair", "board_vice_chair", "elected_representative",
                        "social_coordinator", "other")),
    mandate=truth, status=code("ordinary", "co_opted", "support", "deputy"), category=code("user"),
    target_groups=many(TARGETS), appointed_by=ref("organisations", "groups"), appointed_on=day,
    need=text, linked_to=ref("activities", "matters"), acting=truth, from_=day, to=day)

OFFICE = Table(
    required=["office", "person"],
    office=code("chair", "vice_chair"), person=text, standing_in_for=text, organisation=ref("organisations"),
    from_=day, to=day, elected_by=ref("groups", "organisations"), elected_on=day, reason=reason, acting=truth)

VACANCY = Table(organisation=ref("organisations"), function=text, office=code("chair", "vice_chair"),
                from_=day, to=day, reason=reason)

GROUP = Table(
    required=["id", "kind"],
    id=text, kind=code("nosam", "coordination_group", "political_group", "theme_group"), name=text,
    municipality=text, steered_by=ref("groups"), from_=day, to=day, closed_on=day, assignment=text, need=text,
    members=many(MEMBER), offices=many(OFFICE), vacancies=many(VACANCY))

MEETING = Table(
    required=["id", "groups"], defaults={"kind": "ordinary"},
    id=text, groups=once(ref("groups")), kind=code("ordinary", "extra", "check_in", "planning", "joint"),
    status=code("planned", "held", "cancelled"), start=day_or_time, end=time, blocks=many(TARGETS),
    hours=many(Table(group=ref("groups"), target_group=TARGETS, from_=time, to=time)),
    attendance=many(Table(required=["person"], person=text, whole=truth, from_=time, to=time,
                          standing_in_for=text)),
    notes=many(Table(target_groups=many(TARGETS), written_by=text, written_on=day, published_on=day, url=text)))

MATTER = Table(
    required=["id"],
    id=text, title=text,
    kind=code("operational", "direction", "overarching_strategic", "collaboration_document", "other"),
    common=truth, economic=truth, target_groups=many(TARGETS), raised_on=day, raised_at=ref("meetings"),
    raised_by=many(ref("organisations")),
    anchorings=many(Table(
        required=["on"], defaults={"position": "supports"},
        organisations=once(ref("organisations")), everyone=truth, group=ref("groups"), person=text, on=day,
        position=code("supports", "opposes", "abstains"))),
    decision=Table(
        required=["groups"],
        groups=once(ref("groups")), on=day, meeting=ref("meetings"),
        form=code("consensus", "unanimous_vote", "majority_vote"), anchoring_waived=reason,
        objections=many(Table(required=["person", "kind"], person=text,
                              kind=code("objection", "reservation", "abstention"))),
        present=once(text), referred_to=ref("groups"),
        implementation=many(Table(required=["organisation"], organisation=ref("organisations"),
                                  responsible=text, status=text))))

PLAN = Table(
    required=["id"],
    id=text, period=PERIOD, foundation=AT, adoptions=many(AT), goals=many(code(*GOALS)), strategies=many(text),
    contains_activities=truth, document=text,
    revisions=many(Table(required=["on"], id=text, kind=code("revision", "update"),
                         decided_by=once(ref("groups")), on=day, informed=many(AT))),
    exemptions=many(Table(required=["year", "decided_by", "on"], year=year, decided_by=once(ref("groups")),
                          on=day, reason=reason)))

ACTIVITY_PLAN = Table(
    required=["id", "owners"],
    id=text, owners=once(ref("groups")), period=PERIOD, adopted_on=day, status=code("draft", "adopted"),
    document=text, url=text, published_on=day,
    activities=many(Table(
        required=["id"], id=text, title=text,
        status=code("proposed", "decided", "ongoing", "done", "dropped"), from_=day, goals=many(code(*GOALS)),
        target_groups=many(code("all", *TARGET_GROUPS)), responsible=once(ref("organisations", "groups")))))

REPORT = Table(
    required=["kind", "on"],
    id=text, kind=code("deviation", "report_back", "evaluation", "follow_up"), from_group=ref("groups"),
    from_groups=once(ref("groups")),
    to_group=ref("groups"), on=day, period=PERIOD, reporters=once(text), activity_plans=many(ref("activity_plans")),
    goals=many(code(*GOALS)), routine=ref("routines"), nil=truth, success_factors=text, development_needs=text,
    systemic_faults=text)

RECORD = Table(
    about=once(ref("groups")), complete=many(code("care_centre", "rehab_unit", "private_lov")), complete_from=day,
    complete_to=day,
    recesses=many(Table(required=["from", "to"], from_=day, to=day, reason=text)),
    organisations=many(ORGANISATION), people=many(Table(required=["id"], id=text, name=text, protected=truth)),
    groups=many(GROUP), meetings=many(MEETING), matters=many(MATTER), plans=many(PLAN),
    activity_plans=many(ACTIVITY_PLAN), reports=many(REPORT),
    proposals=many(Table(required=["from_group", "to_group", "on"], id=text, from_group=ref("groups"),
                         to_group=ref("groups"), on=day)),
    routines=many(Table(required=["id"], id=text, adopted_on=day, introduced_on=day, followed_up_on=day)),
    publications=many(Table(required=["kind", "group", "on"], kind=code("member_list", "other"),
                            group=ref("groups"), on=day, url=text)),
    waivers=many(Table(required=["rule", "decided_by", "on", "reason"], rule=text, subject=text, from_=day, to=day,
                       decided_by=once(ref("groups")), on=day, reason=reason)))


def items(value):
    """The items of a list that is known; none for a list that is not."""
    return value if isinstance(value, list) else []


def nodes(value):
    return [one for one in items(value) if isinstance(one, Node)]


def read(data):
    """The record as a node. Text that is no JSON object stops reading."""
    raw = json.loads(data, object_pairs_hook=_pairs)
    if not isinstance(raw, dict):
        raise ValueError("the outermost value is no object")
    record = RECORD(raw)
    ids = _ids(record)
    _notes_after_meeting(record)
    record.days = list(_days(record))
    _placeholders(record)
    _names_for_ids(record)
    _resolve(record, ids)
    for report in nodes(record["reports"]):
        report["senders"] = _senders(report)
    _blocks_of_hours(record)
    return record


def _senders(report):
    """The groups that a report is from; a report without one cannot be told."""
    one, several = report["from_group"], report["from_groups"]
    if several is UNREADABLE:
        return UNREADABLE
    return items(several) + ([] if one is ABSENT else [one]) or UNREADABLE


def _days(node, section=""):
    """The days on which something was done or began; not those of meetings, periods, recesses and organisations."""
    if isinstance(node, list):
        for one in node:
            yield from _days(one, section)
    elif isinstance(node, Node):
        for key, value in node.items():
            if known(value) and (key == "on" or key.endswith("_on") or key == "from" and section in ("members", "offices", "vacancies")):
                yield value
            yield from _days(value, key)


def _ids(record):
    """Ids are unique in the whole record, those of activities and revisions within their plan.

    The first keeps it, a later one cannot be read.
    """
    table, everywhere = {}, set()

    def take(kind, node, taken):
        name = node["id"]
        if not known(name):
            return
        if name in taken:
            node["id"] = UNREADABLE
        else:
            taken.add(name)
            table.setdefault(kind, {})[name] = node

    for kind in ("organisations", "people", "groups", "meetings", "matters", "plans", "activity_plans",
                 "reports", "proposals", "routines"):
        for node in nodes(record[kind]):
            take(kind, node, everywhere)
            for section in ("activities", "revisions"):
                within = set()
                for one in nodes(node.get(section, ABSENT)):
                    take(section, one, within)
    record.ids = table
    return table


def _placeholders(record):
    """A person that is a placeholder is none: a row of it is a vacancy of the same days, and elsewhere it is absent."""
    def none(ident):
        if not known(ident):
            return False
        entry = record.ids.get("people", {}).get(ident)
        # A real name of the id makes it a person.
        return nobody(entry["name"] if entry and known(entry["name"]) else ident)

    def vacancies(row):
        places = [{"office": row["office"]}] if "office" in row else [
            {"organisation": org, "function": function}
            for org in items(row["organisations"]) or [ABSENT] for function in items(row["functions"]) or [ABSENT]]
        for place in places:
            yield Node({**dict.fromkeys(VACANCY.fields, ABSENT), "from": row["from"], "to": row["to"], **place})

    for group in nodes(record["groups"]):
        for section in ("members", "offices"):
            empty = [row for row in nodes(group[section]) if none(row["person"])]
            if empty:
                group[section] = [row for row in group[section] if row not in empty]
                said = [group["vacancies"]] if group["vacancies"] is UNREADABLE else items(group["vacancies"])
                group["vacancies"] = said + [one for row in empty for one in vacancies(row)]
        for row in nodes(group["offices"]):
            if none(row["standing_in_for"]):
                row["standing_in_for"] = ABSENT

    def without(node, field, gone):
        if isinstance(node[field], list):
            node[field] = [one for one in node[field] if one is UNREADABLE or not gone(one)]

    for meeting in nodes(record["meetings"]):
        without(meeting, "attendance", lambda row: none(row["person"]))
        for row, field in [(row, "standing_in_for") for row in nodes(meeting["attendance"])] + [
                (note, "written_by") for note in nodes(meeting["notes"])]:
            if none(row[field]):
                row[field] = ABSENT
    for matter in nodes(record["matters"]):
        # It anchors nothing; what else the row names does.
        without(matter, "anchorings", lambda row: none(row["person"]) and all(
            row[where] is ABSENT for where in ("organisations", "everyone", "group")))
        for row in nodes(matter["anchorings"]):
            if none(row["person"]):
                row["person"] = ABSENT
        if known(matter["decision"]):
            without(matter["decision"], "present", none)
            without(matter["decision"], "objections", lambda row: none(row["person"]))
    for report in nodes(record["reports"]):
        without(report, "reporters", none)


def _names_for_ids(record):
    """Somebody's name in the place of an id cannot be read, where people have ids of their own."""
    ids = record.ids.get("people", {})
    names = {spelling(one["name"]) for one in nodes(record["people"]) if known(one["name"])}

    def is_name(value):
        return known(value) and value not in ids and spelling(value) in names

    def strike(node, *fields):
        for field in fields:
            value = node[field]
            if isinstance(value, list):
                node[field] = [UNREADABLE if is_name(one) else one for one in value]
            elif is_name(value):
                node[field], node.named = UNREADABLE, True

    for group in nodes(record["groups"]):
        for row in nodes(group["members"]):
            strike(row, "person")
        for row in nodes(group["offices"]):
            strike(row, "person", "standing_in_for")
    for meeting in nodes(record["meetings"]):
        for row in nodes(meeting["attendance"]):
            strike(row, "person", "standing_in_for")
        for note in nodes(meeting["notes"]):
            strike(note, "written_by")
    for matter in nodes(record["matters"]):
        for row in nodes(matter["anchorings"]):
            strike(row, "person")
        if known(matter["decision"]):
            strike(matter["decision"], "present")
            for row in nodes(matter["decision"]["objections"]):
                strike(row, "person")
    for report in nodes(record["reports"]):
        strike(report, "reporters")


def _resolve(value, ids):
    if isinstance(value, Node):
        for name in value:
            value[name] = _resolve(value[name], ids)
        return value
    if isinstance(value, list):
        return [_resolve(one, ids) for one in value]
    if isinstance(value, Ref):
        return str(value) if any(value in ids.get(kind, {}) for kind in value.kinds) else UNREADABLE
    return value


def _notes_after_meeting(record):
    """A note or its publication dated before the meeting cannot be read (D-9)."""
    for meeting in nodes(record["meetings"]):
        start = meeting["start"]
        if not known(start):
            continue
        for note in nodes(meeting["notes"]):
            for name in ("written_on", "published_on"):
                if known(note[name]) and note[name] < day_of(start):
                    note[name] = UNREADABLE


def _blocks_of_hours(record):
    """Hours that name target groups say which met, where the blocks do not."""
    for meeting in nodes(record["meetings"]):
        if meeting["blocks"] is ABSENT and isinstance(meeting["hours"], list):
            named = [UNREADABLE if one is UNREADABLE else one["target_group"] for one in meeting["hours"]]
            blocks = list(dict.fromkeys(one for one in named if one is not ABSENT))
            if any(known(one) for one in blocks):
                meeting["blocks"] = blocks
