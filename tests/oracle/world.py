"""Questions about a record that many rules ask. Every yes-or-no answer is three-valued."""

from datetime import date

import charter
from days import EARLY, LATE, ONE, add_days, day_of
from reading import ABSENT, UNREADABLE, Node, items, known, nodes
from three import all3, and3, any3, not3, or3

ORDER = ["not_applicable", "not_due", "holds", "undetermined", "waived", "broken"]
NA, NOT_DUE, HOLDS, UNDET, WAIVED, BROKEN = ORDER


def plain(subject):
    """A name without the marks of what could not be read."""
    while "##" in subject:
        subject = subject.replace("##", "#")
    return subject.rstrip("#")


class Verdict:
    """The outcomes of one rule; a subject keeps its worst."""

    def __init__(self, rule):
        # Remarks are findings at once; breaches when it is known what is waived.
        self.rule, self.subjects, self.findings, self.breaches = rule, {}, [], []
        # What is broken by something written, whatever may be unwritten.
        self.written = set()

    def put(self, subject, outcome):
        subject = plain(subject)
        old = self.subjects.get(subject, NA)
        self.subjects[subject] = max(old, outcome, key=ORDER.index)

    def breaks(self, subject, severity, days=None, lasting=None):
        """`days`: the key days where they do not follow from rule and subject; `lasting`: first and last day of what lasts."""
        self.put(subject, BROKEN)
        self.breaches.append((severity, plain(subject), days, lasting))

    def leave_open(self, subject):
        """What is broken by absence only, of days of which not all is written."""
        self.subjects[subject] = UNDET
        self.breaches = [one for one in self.breaches if one[1] != subject]

    def remark(self, subject, severity="info"):
        self.put(subject, HOLDS)
        self.findings.append((severity, plain(subject), HOLDS))

    def three(self, subject, answer, severity, days=None, lasting=None):
        """True holds, False breaks, None cannot be told."""
        if answer is False:
            self.breaks(subject, severity, days, lasting)
        else:
            self.put(subject, HOLDS if answer else UNDET)


def same(value, other):
    """Is a field this value. Absent and unreadable cannot be told."""
    return value == other if known(value) else None


def within(node, day):
    """Does the period of a node include the day (C-2, C-3)."""
    a, b = node["from"], node["to"]
    return and3(
        True if a is ABSENT else None if a is UNREADABLE else a <= day,
        True if b is ABSENT else None if b is UNREADABLE else day <= b,
    )


def contains(values, wanted):
    """Does a list of codes or references contain one of the wanted."""
    if not isinstance(values, list):
        return None
    return any3(None if one is UNREADABLE else one in wanted for one in values)


class World:
    def __init__(self, record, as_of, readings, asks_for_both_principals=False, sites=()):
        self.r, self.D = record, as_of
        self.readings = readings
        # Two things that the default charter leaves out: P-MGP-1, and the sites of P-KOM-10.
        self.asks_for_both_principals, self.sites = asks_for_both_principals, sites
        self.orgs = record.ids.get("organisations", {})
        self.groups_by_id = record.ids.get("groups", {})
        self.meetings_by_id = record.ids.get("meetings", {})
        about = items(record["about"])
        # Of one that cannot be read nothing is judged.
        self.extract = record["about"] is not ABSENT
        self.about = {one for one in about if known(one)}
        self.complete_from = record["complete_from"]
        if known(self.complete_from):
            # Nothing is judged from before the plan's first day either.
            self.complete_from = max(self.complete_from, charter.PLAN_FROM)
        self.complete_to = self._complete_to()

    def reading(self, name):
        return self.readings.get(name, charter.READINGS[name][0])

    def reading_day(self, name):
        value = self.reading(name)
        return date.fromisoformat(value)

    # What absence proves

    def _complete_to(self):
        """The last day on which absence of an entry says that nothing happened (A-44); None when it cannot be read."""
        said = self.r["complete_to"]
        first = self.r["complete_from"]
        if said is UNREADABLE or known(said) and known(first) and said < first:
            return None
        if known(said):
            return min(said, self.D)
        days = self.r.days + [self.meeting_day(one) for one in nodes(self.r["meetings"]) if self.held(one)]
        youngest = max((day for day in days if known(day) and day <= self.D), default=self.D)
        return self.D if (self.D - youngest).days <= self.reading("A-44") else youngest

    def unwritten(self, day):
        """May something be there and only not be written, though its last right day, or the first day of a gap, is this? False: no."""
        return False if self.complete_to is not None and day <= self.complete_to else None

    # Names of subjects

    def name(self, section, node):
        ident = node["id"]
        return f"{section}/{ident}" if known(ident) else f"{section}#{self.key(node)}"

    def key(self, node):
        """The id, or the day of what needs none; what lacks the id that it needs has no name of its own."""
        if known(node["id"]):
            return node["id"]
        first = node.get("from", node.get("on", ABSENT))
        return first.isoformat() if known(first) and "id" not in node.table.required else ""

    def so_far(self, day):
        """A day on which something was done; one after the as-of day does not count."""
        return ABSENT if known(day) and day > self.D else day

    # Groups

    def judged(self, *group_ids):
        """An extract judges only its own groups."""
        return not self.extract or any(one in self.about for one in group_ids)

    def sent_by_judged(self, report):
        """Is a report one of a judged group."""
        return self.judged(*[g for g in items(report["senders"]) if known(g)])

    def groups(self, verdict, *kinds):
        """The groups of a kind that are judged; one whose kind cannot be read is undetermined."""
        for group in nodes(self.r["groups"]):
            if not self.judged(group["id"] if known(group["id"]) else None):
                continue
            if not known(group["kind"]):
                verdict.put(self.name("groups", group), UNDET)
            elif group["kind"] in kinds:
                yield group, self.name("groups", group)

    def of_kind(self, kind):
        """Ids of the groups of a kind, known and merely possible."""
        sure, possible = set(), set()
        for group in nodes(self.r["groups"]):
            if not known(group["id"]):
                continue
            if group["kind"] == kind:
                sure.add(group["id"])
            elif not known(group["kind"]):
                possible.add(group["id"])
        return sure, possible

    def is_kind(self, group_id, kind):
        if not known(group_id):
            return None
        group = self.groups_by_id.get(group_id)
        return same(group["kind"], kind) if group else None

    def has_kind(self, group_ids, kind):
        """Does a list of group ids hold a group of the kind."""
        if not isinstance(group_ids, list):
            return None
        return any3(self.is_kind(one, kind) for one in group_ids)

    def alive(self, group, day):
        """A group is there from its first day to its last, or to the day it was closed, inclusive."""
        closed = self.so_far(group["closed_on"])
        return and3(within(group, day),
                    True if closed is ABSENT else None if closed is UNREADABLE else day <= closed)

    def life(self, group):
        """First and last day of a group, EARLY and LATE when open; None when one cannot be read."""
        a, b, c = group["from"], group["to"], self.so_far(group["closed_on"])
        if UNREADABLE in (a, b, c):
            return None
        last = min(LATE if b is ABSENT else b, LATE if c is ABSENT else c)
        return (EARLY if a is ABSENT else a), last

    def over(self, group, day):
        """Had a group ended before the day."""
        return or3(*(False if end is ABSENT else None if end is UNREADABLE else end < day for end in (group["to"], group["closed_on"])))

    # Organisations

    def above(self, org_id):
        """The organisation and all above it; whether the chain could be read to its end."""
        chain = []
        while True:
            if org_id is ABSENT:
                return chain, True
            if org_id is UNREADABLE:
                return chain, False
            if org_id in chain:
                return chain, True
            chain.append(org_id)
            org_id = self.orgs[org_id]["part_of"]

    def principals(self, org_id):
        """The possible principals: the own, else that of the organisation above."""
        everything = {"municipality", "region", "none"}
        if not known(org_id):
            return everything
        chain, _ = self.above(org_id)
        for one in chain:
            value = self.orgs[one]["principal"]
            if value is UNREADABLE:
                return everything
            if value is not ABSENT:
                return {value}
        return everything

    def sides(self, org_id):
        """The possible sides of an organisation; a private provider has that of A-19."""
        private = {"region": "region", "none": "none", "own_side": "private"}[self.reading("A-19")]
        if not known(org_id):
            return {"municipality", "region", "none", private}
        provider, kind = self.orgs[org_id]["provider"], self.orgs[org_id]["kind"]
        out = set()
        if provider != "public":
            out.add(private)
        if provider != "private_lov":
            if not known(kind) or kind in ("user_organisation", "support_office"):
                out.add("none")
            if not known(kind) or kind not in ("user_organisation", "support_office"):
                out |= self.principals(org_id)
        return out

    def is_private(self, org_id):
        return same(self.orgs[org_id]["provider"], "private_lov") if known(org_id) else None

    def org_kind(self, org_id, *kinds):
        if not known(org_id):
            return None
        kind = self.orgs[org_id]["kind"]
        return kind in kinds if known(kind) else None

    def line(self, org):
        """The organisation and all above it as nodes; whether the line could be read to its end."""
        chain, whole = self.above(org["part_of"])
        return [org] + [self.orgs[one] for one in chain], whole

    def inherited(self, org, field):
        """What the organisation says, else the nearest above it that says something."""
        nodes_, whole = self.line(org)
        for one in nodes_:
            if one[field] is not ABSENT:
                return one[field]
        return ABSENT if whole else UNREADABLE

    def upwards(self, org_id, question):
        """Is a question true of the organisation or of one above it."""
        if not known(org_id):
            return None
        nodes_, whole = self.line(self.orgs[org_id])
        return any3([question(one) for one in nodes_] + ([] if whole else [None]))

    def municipal(self, org_id):
        """Is the organisation a municipality's own, and no private provider."""
        if not known(org_id):
            return None
        return and3(not3(self.is_private(org_id)),
                    same(self.inherited(self.orgs[org_id], "principal"), "municipality"))

    def in_municipality(self, org_id, code):
        """Is this its municipality, or that of the one above it."""
        if not known(org_id) or not known(code):
            return None
        return same(self.inherited(self.orgs[org_id], "municipality"), code)

    def entries(self, org_id):
        """Which entries of the charter's lists an organisation is; None when it cannot be told."""
        if not known(org_id):
            return None
        org = self.orgs[org_id]
        if org["listed_as"] is UNREADABLE:
            return None
        if org["listed_as"] is not ABSENT:
            return {org["listed_as"]}
        if not known(org["name"]):
            return None
        found = charter.ENTRIES.get(charter.plain(org["name"]), set())
        # A board of the same name in another municipality is another board.
        if any(one in charter.MUNICIPALITY_OF_BOARD for one in found):
            where = self.inherited(org, "municipality")
            if where is UNREADABLE:
                return None
            if known(where):
                found = {one for one in found if charter.MUNICIPALITY_OF_BOARD.get(one, where) == where}
        return found

    def listed(self, org_id, entries, above=True):
        """Is the organisation, or one above it, among the entries."""
        chain, whole = self.above(org_id) if above else (([org_id], True) if known(org_id) else ([], False))
        answers = []
        for one in chain:
            found = self.entries(one)
            answers.append(None if found is None else bool(found & set(entries)))
        if not whole:
            answers.append(None)
        return any3(answers)

    # Members

    def person_subject(self, name, row):
        """The person of a row within a group; one whose name cannot be read is the group's."""
        return f"{name}#{row['person']}" if known(row["person"]) else name

    def active(self, group, day):
        """(member, is it active) of the rows that may be active on the day; None for an unreadable row."""
        for member in items(group["members"]):
            if member is UNREADABLE:
                yield None, None
                continue
            here = within(member, day)
            if here is not False:
                # Whose name stands in the place of an id may be there.
                yield member, None if member.named else here

    def ordinary(self, group, day):
        """(member, is it an ordinary member on the day) of those that may be."""
        for member, here in self.active(group, day):
            if member is None:
                yield None, None
                continue
            answer = and3(here, same(member["status"], "ordinary"))
            if answer is not False:
                yield member, answer

    def represented(self, member, day):
        """Does one of the member's organisations last to the day; who has none represents nobody that could have ended."""
        orgs = member["organisations"]
        if not isinstance(orgs, list) or not orgs:
            return None if orgs is UNREADABLE else True
        ends = [UNREADABLE if one is UNREADABLE else self.orgs[one]["to"] for one in orgs]
        return any3(True if end is ABSENT else None if end is UNREADABLE else day <= end for end in ends)

    def seated(self, group, day):
        """(member, does it sit as an ordinary member on the day): one whose organisations have all ended fills no seat."""
        for member, sure in self.ordinary(group, day):
            answer = None if member is None else and3(sure, self.represented(member, day))
            if answer is not False:
                yield member, answer

    def has_function(self, member, *functions):
        return contains(member["functions"], functions)

    def represents(self, member, test):
        """Does the member represent an organisation of which the test is true."""
        if not isinstance(member["organisations"], list):
            return None
        return any3(None if one is UNREADABLE else test(one) for one in member["organisations"])

    def filled(self, group, day, test):
        """Is there an ordinary member of whom the test is true. Without a list nobody knows."""
        if not isinstance(group["members"], list):
            return None
        return any3(
            None if member is None else and3(sure, test(member))
            for member, sure in self.seated(group, day)
        )

    def fillers(self, group, day, test):
        """People who certainly fill."""
        return {
            member["person"] for member, sure in self.seated(group, day)
            if member is not None and known(member["person"]) and and3(sure, test(member)) is True
        }

    def acting(self, group, day, test, *statuses):
        """Does somebody fill the seat who only acts in it."""
        return any(
            member is not None and member["acting"] is True and member["status"] in (statuses or ("ordinary",))
            and and3(here, test(member)) is True for member, here in self.active(group, day))

    def support(self, group, day, function):
        """Does someone hold a support function: as support or as ordinary member (A-35)."""
        if not isinstance(group["members"], list):
            return None
        return any3(
            None if member is None else and3(
                here, self.represented(member, day),
                or3(same(member["status"], "support"), same(member["status"], "ordinary")),
                self.has_function(member, function),
            )
            for member, here in self.active(group, day)
        )

    def untold_vacancy(self, group, day, function):
        """Is a support function vacant on a day, and not without a break until the as-of day, on which its own rule tells it."""
        if not isinstance(group["members"], list):
            return None
        marks = {day} | {one for member in nodes(group["members"])
                         for one in (member["from"], add_days(member["to"], 1) if known(member["to"]) else ABSENT)
                         if known(one) and day < one <= self.D}
        # Nobody fills a seat by silence.
        spoken = {**group, "members": [one for one in group["members"] if one is UNREADABLE or one["functions"] is not ABSENT]}
        later = any3(self.support(spoken, one, function) for one in marks)
        return and3(not3(self.support(spoken, day, function)), or3(later, not3(self.alive(group, self.D))))

    def home(self, member):
        """The home organisation: ABSENT when the list is empty."""
        orgs = member["organisations"]
        if not isinstance(orgs, list):
            return UNREADABLE
        return orgs[0] if orgs else ABSENT

    def member_sides(self, member):
        """The possible sides of one membership."""
        options = set()
        status, functions = member["status"], member["functions"]
        if status is not UNREADABLE and status != "ordinary":
            return {"none"}
        # Who has another function beside the neutral ones sits for the organisation, too.
        neutral = all3(None if one is UNREADABLE else one in charter.SUPPORT_FUNCTIONS | {"nsph_representative"}
                       for one in functions) if isinstance(functions, list) and functions else None
        if functions is ABSENT or functions == []:
            neutral = False
        if neutral is True:
            return {"none"}
        if status is UNREADABLE:
            options.add("none")
        if neutral is None:
            options.add("none")
        home = self.home(member)
        options |= {"none"} if home is ABSENT else self.sides(home)
        return options

    def two_sides(self, group, person, day):
        """Does the record give a person two home sides in one group on one day: then it has neither for certain."""
        homes = [self.member_sides(member) for member, here in self.active(group, day)
                 if member is not None and here is True and known(person) and member["person"] == person]
        return any(not (one & other) for one in homes for other in homes if "none" not in one | other)

    def person_ordinary(self, group, person, day):
        """Is the person an ordinary member of the group on the day."""
        if not isinstance(group["members"], list) or not known(person):
            return None
        return any3(
            None if member is None else and3(sure, same(member["person"], person))
            for member, sure in self.ordinary(group, day)
        )

    def person_member(self, group, person, day, *statuses, seated=False):
        """Is the person in the group on the day, in any or one of these capacities; and of an organisation that is there."""
        if not isinstance(group["members"], list) or not known(person):
            return None
        return any3(
            None if member is None else and3(
                here, same(member["person"], person),
                or3(*(same(member["status"], s) for s in statuses)) if statuses else True,
                self.represented(member, day) if seated else True)
            for member, here in self.active(group, day)
        )

    def person_sides(self, group, person, day):
        """The possible sides of a person by the membership of the day, the ordinary one first; empty when there is none."""
        everything = {"municipality", "region", "none"}
        if not isinstance(group["members"], list) or not known(person):
            return everything
        rows, unsure = [], False
        for member, here in self.active(group, day):
            if member is None or not known(member["person"]):
                unsure = True
            elif member["person"] == person:
                unsure = unsure or here is None or not known(member["status"])
                rows.append(member)
        if unsure:
            return everything | {s for m in rows for s in self.member_sides(m)}
        ordinary = [m for m in rows if m["status"] == "ordinary"]
        return {s for m in ordinary or rows for s in self.member_sides(m)}

    # Offices

    def terms(self, group, office):
        """The terms of an office, the uncertain ones marked; a term without `to` ends before the next.

        Each is a dict: node, person, first, last (EARLY/LATE when open), least, open, sure.
        first or last is None when it cannot be read; least is the last day that it certainly has.
        """
        out = []
        for node in items(group["offices"]):
            if node is UNREADABLE:
                out.append(dict(node=None, person=UNREADABLE, first=None, last=None, least=None, open=False, sure=False))
                continue
            right = same(node["office"], office)
            if right is False or node["standing_in_for"] is not ABSENT:
                # Who stands in holds the office beside its holder.
                continue
            a, b = node["from"], node["to"]
            if known(a) and a > self.D:
                # A plan.
                continue
            out.append(dict(
                node=node, person=node["person"], open=False, sure=right is True,
                first=EARLY if a is ABSENT else None if a is UNREADABLE else a,
                last=ABSENT if b is ABSENT else None if b is UNREADABLE else b))
        for term in out:
            first, last = term["first"], term["last"]
            one_day = first if first != EARLY else None
            term["least"] = None if first is None else one_day if last is None else last
            if first is not None and last is not None and last is not ABSENT:
                # Of a day that stands in both the later term has it.
                shared = self.hands_over(group, term["node"])
                term["last"] = last - ONE if shared else last
                term["least"] = last if shared is False else last - ONE
            if last is not ABSENT:
                continue
            term["open"] = True
            # A later term ends it: one that certainly is one, and one that may be one.
            others = [other for other in out if other is not term]
            doubtful = [other for other in others if other["first"] is None or not other["sure"]]
            ends = [other["first"] - ONE for other in others
                    if other["first"] is not None and first is not None and other["first"] > first]
            if first is None:
                term["last"] = term["least"] = None
            elif any(other["first"] is None and not (known(other["last"]) and other["last"] is not None
                                                     and other["last"] <= first) for other in doubtful):
                # It may have begun on the next day; one that had ended by then did not.
                term["last"], term["least"] = None, one_day
            elif any(other["first"] is not None and other["first"] > first for other in doubtful):
                term["last"], term["least"] = None, min(ends)
            else:
                term["open"] = not ends
                term["last"] = term["least"] = min(ends, default=LATE)
        return out

    def hands_over(self, group, node, apart=False):
        """Is the last day of an office's row also the first of a later term: of the office, or as chair of a vice chair.

        `apart`: of somebody else, in the office.
        """
        def takes(other):
            if other is UNREADABLE:
                return None
            if other["standing_in_for"] is not ABSENT:
                return False
            begins = same(other["from"], node["to"]) if other["from"] is not ABSENT else False
            if begins is None and known(other["to"]) and other["to"] < node["to"]:
                begins = False
            person = same(other["person"], node["person"]) if known(node["person"]) else None
            mine = and3(same(other["office"], node["office"]), not3(person) if apart else True) if known(node["office"]) else None
            chairs = False if apart else and3(same(node["office"], "vice_chair"), same(other["office"], "chair"), person)
            return and3(begins, or3(mine, chairs))

        a, b = node["from"], node["to"]
        if not known(b):
            return False
        longer = True if a is ABSENT else a < b if known(a) else None
        return and3(longer, any3(takes(other) for other in items(group["offices"]) if other is not node))

    def stand_ins(self, group, office, holder, day):
        """(people who certainly stand in for the holder of an office on a day, may there be more)."""
        sure, doubt = set(), False
        for node in nodes(group["offices"]):
            if node["standing_in_for"] is ABSENT:
                continue
            answer = and3(same(node["office"], office), within(node, day), same(node["standing_in_for"], holder))
            if answer is True and known(node["person"]):
                sure.add(node["person"])
            elif answer is not False:
                doubt = True
        return sure, doubt

    def holds_on(self, term, day):
        """Does the term include the day."""
        if term["last"] is not None and day > term["last"] or term["first"] is not None and day < term["first"]:
            return False
        return True if term["sure"] and term["least"] is not None and day <= term["least"] else None

    def holders(self, group, office, day):
        """(people who certainly hold, is somebody unknown possible, terms) of an office on a day; None without offices."""
        if not isinstance(group["offices"], list):
            return None
        sure, doubtful, terms = set(), [], []
        for term in self.terms(group, office):
            here = self.holds_on(term, day)
            if here is False:
                continue
            if here is True and known(term["person"]):
                sure.add(term["person"])
                terms.append(term)
            else:
                doubtful.append(term)
        # Of two at once the one who began last has the office.
        last = max((term["first"] for term in terms), default=None)
        possible = any(
            last is None or term["first"] is None or term["first"] >= last
            for term in doubtful)
        # Of two that began together nobody can tell.
        latest = {(term["person"], term["node"]["organisation"]) for term in terms if term["first"] == last}
        return sure, possible or len(latest) > 1, terms

    def term_sides(self, group, term):
        """The possible sides of a term: of the organisation it names, else of the home organisation on its first day."""
        org = term["node"]["organisation"] if term["node"] is not None else UNREADABLE
        if org is UNREADABLE:
            return {"municipality", "region", "none"}
        if org is not ABSENT:
            return self.sides(org)
        if term["first"] is None:
            return {"municipality", "region", "none"}
        day = term["first"] if term["first"] != EARLY else self.start_of_unknown(group)
        return self.person_sides(group, term["person"], day)

    def start_of_unknown(self, group):
        """A day to look at when a term has no first day: the group's first, else the as-of day."""
        return group["from"] if known(group["from"]) else self.D

    # Meetings

    def meeting_day(self, meeting):
        return day_of(meeting["start"]) if known(meeting["start"]) else meeting["start"]

    def held(self, meeting):
        """Was the meeting held on the as-of day or before it: by its end, else by its start."""
        status, end = meeting["status"], meeting["end"]
        if status in ("planned", "cancelled"):
            return False
        day = day_of(end) if known(end) else self.meeting_day(meeting)
        past = None if not known(day) else day <= self.D
        if status == "held":
            # Said to be held, with no day to hold it against.
            return past is not False
        return past if status is not UNREADABLE or past is False else None

    def met(self, meeting):
        """Did the group meet: a check-in is a talk between meetings (clauses.md 10.9)."""
        return and3(self.held(meeting), not3(same(meeting["kind"], "check_in")))

    def in_time(self, day):
        """Does the day lie at or after the plan's first day, and the day from which the record is complete."""
        if not known(day):
            return None
        if self.complete_from is UNREADABLE:
            return None if day >= charter.PLAN_FROM else False
        return day >= (charter.PLAN_FROM if self.complete_from is ABSENT else self.complete_from)

    def meetings_of(self, verdict, kind, falls=lambda meeting: True):
        """(meeting, name, is it judged, its judged groups of the kind) of the meetings that may be judged.

        `falls` says whether a meeting falls under the rule.

        `kind` None: every group. A meeting of which nobody can tell whether such a group met is undetermined as a whole.
        """
        meetings = self.r["meetings"]
        for meeting in nodes(meetings):
            name, groups = self.name("meetings", meeting), meeting["groups"]
            mine = self.takes_part(groups, kind)
            counts = and3(self.held(meeting), self.in_time(self.meeting_day(meeting)), falls(meeting))
            if mine is False or counts is False:
                verdict.put(name, NA)
            elif mine is None:
                verdict.put(name, UNDET)
            else:
                yield meeting, name, counts, [
                    self.groups_by_id[g] for g in groups
                    if known(g) and self.judged(g) and (kind is None or self.is_kind(g, kind))]

    def takes_part(self, groups, *kinds):
        """Is a judged group of one of the kinds (None: of any) among those of a list."""
        if not isinstance(groups, list):
            return None
        return any3(
            None if g is UNREADABLE else and3(
                self.judged(g), True if None in kinds else any3(self.is_kind(g, kind) for kind in kinds))
            for g in groups)

    # Decisions

    def decision_day(self, decision):
        if decision["on"] is not ABSENT:
            return decision["on"]
        if known(decision["meeting"]):
            return self.meeting_day(self.meetings_by_id[decision["meeting"]])
        return UNREADABLE

    def decisions(self, verdict, applies):
        """(matter, decision, day, name) of the decisions taken, of which `applies` is true; others are settled here."""
        matters = self.r["matters"]
        for matter in nodes(matters):
            name, decision = self.name("matters", matter), matter["decision"]
            if decision is ABSENT:
                if not self.extract:
                    verdict.put(name, NA)
                continue
            if decision is UNREADABLE:
                decision = Node.fromkeys(matter.table.fields["decision"].fields, UNREADABLE)
            day = self.decision_day(decision)
            taken = and3(day <= self.D if known(day) else None, self.in_time(day))
            concerned = self.takes_part(decision["groups"], None) if self.extract else True
            answer = and3(taken, concerned, applies(matter, decision))
            if answer is False:
                verdict.put(name, NA)
            elif answer is None:
                verdict.put(name, UNDET)
            else:
                yield matter, decision, day, name

    # Plans

    def other_years(self, plan):
        """Does the period of a plan, or of an activity plan, lie wholly outside the charter's: then it is another plan's."""
        if plan["period"] is ABSENT:
            return False
        if plan["period"] is UNREADABLE:
            return None
        a, b = plan["period"]["from"], plan["period"]["to"]
        # The last day is never before the first.
        return or3(
            False if a is ABSENT else a > charter.PLAN_TO if known(a) else False if known(b) and b <= charter.PLAN_TO else None,
            False if b is ABSENT else b < charter.PLAN_FROM if known(b) else False if known(a) and a >= charter.PLAN_FROM else None)

    def these_years(self, verdict, section):
        """(plan, name, is it a plan of the charter's years) of those that may be; others are not applicable."""
        for plan in nodes(self.r[section]):
            other = self.other_years(plan)
            if other is True:
                verdict.put(self.name(section, plan), NA)
            else:
                yield plan, self.name(section, plan), not3(other)

    # Series by year

    def series_start(self, entries):
        """From when absence counts: complete_from, else the first entry; ABSENT when there is neither."""
        if self.complete_from is not ABSENT:
            return self.complete_from
        days = [d for d in entries if known(d) and d <= self.D]
        return min(days) if days else ABSENT


def stretches(marks, high, hit):
    """Runs of the window in which `hit` is true: (first day, last day)."""
    out = []
    for i, day in enumerate(marks):
        last = marks[i + 1] - ONE if i + 1 < len(marks) else high
        if hit(day):
            if out and out[-1][1] + ONE == day:
                out[-1] = (out[-1][0], last)
            else:
                out.append((day, last))
    return out


def count_range(answers):
    """Least and greatest number of yes among three-valued answers."""
    answers = list(answers)
    return sum(a is True for a in answers), sum(a is not False for a in answers)


def enough(answers, n):
    least, most = count_range(answers)
    return True if least >= n else None if most >= n else False


def lasts(group_life, first, last, months):
    """Did the group exist for that many months of the period (both days included). None when its life cannot be read."""
    from days import add_months
    if group_life is None:
        return None
    a, b = max(first, group_life[0]), min(last, group_life[1])
    if a > b:
        return False
    return add_months(a, months) <= add_days(b, 1)


def years_of(report):
    """The calendar years that a report is of, by its period up to the day it was handed over; None when they cannot be told."""
    on, period = report["on"], report["period"]
    if not known(on) or period is UNREADABLE or known(period) and UNREADABLE in (period["from"], period["to"]):
        return None
    if period is ABSENT:
        return {on.year}
    last = on if period["to"] is ABSENT else period["to"]
    first = date(last.year, 1, 1) if period["from"] is ABSENT else period["from"]
    last = min(last, on)
    days = {year: (min(last, date(year, 12, 31)) - max(first, date(year, 1, 1))).days + 1
            for year in range(first.year, last.year + 1)} if first <= last else {on.year: 1}
    many = {year for year, number in days.items() if number >= charter.YEAR_DAYS}
    return many or {max(days, key=days.get)}


def yearly(world, verdict, name, entries, known_list, n, severity, life=None, first=None, last=None, months=6, grace=0):
    """A duty to be fulfilled n times in each calendar year (C-6, C-7, C-8).

    `entries` are (day, years, answer): from when it is in the series, and of which years it is (None when untold), of what was
    done by the as-of day; `life` the first and last day of the one who owes it; `grace` the days that a finished year has left.
    """
    D = world.D
    if world.complete_from is UNREADABLE:
        verdict.put(name, UNDET)
        return
    start = world.series_start(d for d, _, a in entries if a is True)
    if not known_list and not (known(start) and start <= charter.PLAN_FROM):
        # What cannot be read would begin the series earlier, but never before the plan.
        start = world.complete_from
    if start is ABSENT:
        verdict.put(name, NA if known_list and not entries else UNDET)
        return
    # An entry that may be there, earlier than the first certain one, would start the series earlier.
    unsure = world.complete_from is ABSENT and start > charter.PLAN_FROM and any(
        (a is not True or not known(d)) and (not known(d) or d < start) for d, _, a in entries)
    if unsure:
        verdict.put(name, UNDET)
    start = max(start, charter.PLAN_FROM)
    low = max(start, first) if first else start
    high = min(D, last) if last else D
    for year in range(low.year, high.year + 1):
        subject = f"{name}#{year}"
        begins, ends = date(year, 1, 1), date(year, 12, 31)
        ok = enough((and3(a, year in years if years else None) for _, years, a in entries), n)
        ok = None if ok is False and not known_list else ok
        there = True if life == "always" else lasts(life, begins, ends, months)
        if there is False:
            verdict.put(subject, NA)
        elif ok is True:
            verdict.put(subject, HOLDS if there else UNDET)
        elif begins < start:
            # Only a part of the year is known: too little to blame anyone.
            verdict.put(subject, UNDET if ok is None or unsure else NA)
        elif there is None:
            verdict.put(subject, UNDET)
        elif D <= add_days(ends, grace):
            verdict.put(subject, NOT_DUE)
        else:
            verdict.three(subject, or3(ok, world.unwritten(add_days(ends, grace))), severity)
