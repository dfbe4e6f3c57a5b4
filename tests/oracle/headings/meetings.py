"""Assignment N: meetings and their notes."""

from datetime import datetime

import charter
from days import EARLY, LATE, add_days, monday, weeks_between
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import all3, and3, any3, or3
from world import BROKEN, HOLDS, NA, NOT_DUE, UNDET, contains, same

from headings.communication import in_time, notes_due, owes_notes

LONG = ("ordinary", "joint")
CADENCE = ("ordinary", "joint", "planning")


def n_mot_1(w, v):
    """N-MOT-1: an ordinary meeting lasts two to three hours, both limits included; each NOSAM by its own hours. A-30."""
    low, high = charter.MINUTES
    for meeting, name, counts, groups in w.meetings_of(v, "nosam", lambda meeting: _kind(meeting, LONG)):
        if meeting["hours"] is not ABSENT and _another(w, meeting):
            v.put(name, UNDET)
        # One finding for each group with hours of its own, and one for all that have the whole meeting.
        for _, (a, b) in dict.fromkeys((_calls(meeting, group) and group["id"], _hours(meeting, group)) for group in groups):
            if counts is None or not known(a) or not known(b):
                v.put(name, UNDET)
            else:
                v.three(name, low * 60 <= (b - a).total_seconds() <= high * 60, "advice")


def _another(w, meeting):
    """May another of those that met be a NOSAM."""
    return any(g is UNREADABLE or w.judged(g) and w.is_kind(g, "nosam") is None for g in meeting["groups"])


def _calls(meeting, group):
    """Do the hours say when this group was called."""
    return any(one is not UNREADABLE and one["group"] in (ABSENT, group["id"]) for one in items(meeting["hours"]))


def _hours(meeting, group):
    """Start and end of a meeting for one group, by its own hours within the meeting's; each may be unknown."""
    start = meeting["start"] if isinstance(meeting["start"], datetime) else UNREADABLE
    end, hours = meeting["end"], meeting["hours"]
    if hours is UNREADABLE or any(one is UNREADABLE or one["group"] is UNREADABLE for one in items(hours)):
        return UNREADABLE, UNREADABLE
    mine = [one for one in items(hours) if one["group"] in (ABSENT, group["id"])]
    if not mine:
        return start, end
    begins = [start if one["from"] is ABSENT else one["from"] for one in mine]
    ends = [end if one["to"] is ABSENT else one["to"] for one in mine]
    a, b = _outermost(min, begins, start), _outermost(max, ends, end)
    return (a, b) if not (known(a) and known(b)) or a < b else (UNREADABLE, UNREADABLE)


def _outermost(first, times, limit):
    """The first of some times (or the last), never beyond the meeting's own; the unknown counts where one may be first."""
    certain = [one for one in times if known(one)]
    best = first(certain) if certain else UNREADABLE
    within = known(best) and known(limit)
    if within and first(best, limit) == best:
        return limit
    return best if len(certain) == len(times) else UNREADABLE


def _kind(meeting, kinds):
    return meeting["kind"] in kinds if known(meeting["kind"]) else None


def n_mot_2(w, v):
    """N-MOT-2: four to five weeks between ordinary meetings, recesses taken out. A-29."""
    for meeting in nodes(w.r["meetings"]):
        day = w.meeting_day(meeting)
        counts = and3(w.takes_part(meeting["groups"], "nosam"), _in_cadence(w, meeting), w.in_time(day))
        if counts is None or counts and UNREADABLE in items(meeting["groups"]):
            v.put(w.name("meetings", meeting), UNDET)
    for group, name in w.groups(v, "nosam"):
        life = w.life(group)
        if life is None or w.complete_from is UNREADABLE:
            v.put(name, UNDET)
            for meeting in nodes(w.r["meetings"]):
                if and3(contains(meeting["groups"], [group["id"]]), _in_cadence(w, meeting)) is True:
                    v.put(w.name("meetings", meeting), UNDET)
            continue
        first = max(life[0], charter.PLAN_FROM, EARLY if w.complete_from is ABSENT else w.complete_from)
        last = min(life[1], w.D)
        if first > last:
            v.put(name, NA)
        elif w.r["meetings"] is ABSENT:
            v.put(name, UNDET)
        else:
            _cadence(w, v, group, name, first, last)


def _in_cadence(w, meeting):
    """Was it held, and of a kind that counts for the cadence."""
    return and3(w.held(meeting), _kind(meeting, CADENCE))


def _cadence(w, v, group, name, first, last):
    """The intervals of one NOSAM, from the meeting before and from each that may have been held in between."""
    sure, maybe, lost = [], [], w.r["meetings"] is UNREADABLE
    # An interval that began before the first judged day counts from it; whether one did.
    began = w.complete_from is not ABSENT
    for meeting in items(w.r["meetings"]):
        if meeting is UNREADABLE:
            lost = True
            continue
        day = w.meeting_day(meeting)
        counts = and3(contains(meeting["groups"], [group["id"]]), _in_cadence(w, meeting),
                      day <= last if known(day) else None)
        if counts is False:
            continue
        if not known(day):
            lost = True
        elif day < first:
            began = or3(began, counts)
        else:
            (sure if counts else maybe).append(meeting)
    # Of two on one day the earlier comes first: a day without a time before one with.
    sure.sort(key=lambda meeting: meeting["start"].isoformat())

    def settle(subject, outcomes):
        outcome = outcomes.pop() if len(outcomes) == 1 else UNDET
        v.breaks(subject, "advice") if outcome == BROKEN else v.put(subject, outcome)

    def starts(place, until):
        """Each day from which the time to a meeting, or to the last day, may run, and whether it is that of a meeting."""
        if place:
            day = w.meeting_day(sure[place - 1])
            days = [(day, True)]
        else:
            day = first
            days = [] if began is False else [(first, False)]
            days += [] if began is True else [(None, False)]
        between = [w.meeting_day(m) for m in maybe if day <= w.meeting_day(m) <= until]
        return days + [(one, True) for one in between]

    for place, meeting in enumerate(sure):
        day, outcomes = w.meeting_day(meeting), set()
        for before, met in starts(place, day):
            outcome = NA if before is None else _gap(w, before, day, met)
            # A meeting on no known day may lie in any interval; it only shortens what is too short.
            if lost and not (outcome == BROKEN and met and _short(w, before, day)):
                outcome = UNDET
            outcomes.add(outcome)
        settle(w.name("meetings", meeting), outcomes)
    outcomes = set()
    for before, _ in starts(len(sure), last):
        outcome = NA if before is None else _gap(w, before, last, False)
        if outcome == HOLDS:
            # Nothing more is due of a group that has ended.
            outcome = NOT_DUE if last == w.D else NA
        elif outcome == BROKEN and (w.complete_to is None or _gap(w, before, min(last, w.complete_to), False) != BROKEN):
            # A meeting since then may only not be written.
            outcome = UNDET
        outcomes.add(UNDET if lost and (before is None or outcome == BROKEN) else outcome)
    settle(name, outcomes)
    for meeting in maybe:
        v.put(w.name("meetings", meeting), UNDET)


def _distance(w, a, b):
    return (b - a).days if w.reading("A-29") == "days" else weeks_between(a, b)


def _limits(w):
    return charter.DAYS if w.reading("A-29") == "days" else charter.WEEKS


def _short(w, a, b):
    return _distance(w, a, b) < _limits(w)[0]


def _gap(w, a, b, after_meeting):
    """From a meeting, or from the first judged day, to a meeting or the last day. The first meeting may come at once."""
    if after_meeting and _short(w, a, b):
        return BROKEN
    distance, high = _distance(w, a, b), _limits(w)[1]
    if distance - _rest(w, a, b, sure=True) <= high:
        return HOLDS
    return UNDET if distance - _rest(w, a, b, sure=False) <= high else BROKEN


def _rest(w, a, b, sure):
    """The weeks strictly between those of two days, or in days mode the days, that lie in recesses; or that may lie there."""
    recesses = w.r["recesses"]
    spans = []
    for one in [UNREADABLE] if recesses is UNREADABLE else items(recesses):
        first, last = (UNREADABLE, UNREADABLE) if one is UNREADABLE else (one["from"], one["to"])
        if not sure or known(first) and known(last):
            spans.append((first if known(first) else EARLY, last if known(last) else LATE))

    def rests(day):
        return any(first <= day <= last for first, last in spans)

    if w.reading("A-29") == "days":
        return sum(rests(add_days(a, n)) for n in range(1, (b - a).days))
    weeks = [add_days(monday(a), 7 * n) for n in range(1, weeks_between(a, b))]
    # Its own weeks and nothing else: Monday to Friday.
    return sum(all(rests(add_days(week, n)) for n in range(5)) for week in weeks)


FUNCTIONS = ("chair", "vice_chair", "process_leader", "subregional_coordinator")


def n_mot_3(w, v):
    """N-MOT-3: four functions attend the whole meeting, each person once for the hours of all its groups. A-31."""
    severity = "advice" if w.reading("A-31") == "advice" else "warning"
    for meeting, name, counts, groups in w.meetings_of(v, "nosam", owes_notes):
        if _another(w, meeting):
            v.put(name, UNDET)
        day = w.meeting_day(meeting)
        if counts is None or not known(day):
            for function in FUNCTIONS:
                v.put(f"{name}#{function}", UNDET)
            continue
        rows = [_Duty(w, meeting, group, place, day)
                for place in range(len(FUNCTIONS)) for group in {g["id"]: g for g in groups}.values()]
        told = set()
        for row in rows:
            subject = f"{name}#{row.function}"
            if row.open or not row.people:
                # Nobody holds it: the finding is N-ORD-1's, or N-REP-13's or N-REP-14's if it lasts to the as-of day.
                if row.office or w.untold_vacancy(row.group, day, row.function) is not True:
                    v.put(subject, UNDET)
                else:
                    v.breaks(subject, severity)
                continue
            alone = len(row.people) == 1
            earlier = [other.only(row.people) for other in rows if alone and other.place < row.place]
            if True in earlier and not row.doubt:
                # Who alone holds two functions is asked for once.
                continue
            if (row.place, *sorted(row.people)) in told:
                continue
            told.add((row.place, *sorted(row.people)))
            mine = [(other.only(row.people), other.hours) for other in rows if alone or other.place == row.place]
            answers = {all3(_whole(meeting, row.people, *hours) for only, hours in mine if only is not False),
                       all3(_whole(meeting, row.people, *hours) for only, hours in mine if only or hours == row.hours)}
            answer = answers.pop() if len(answers) == 1 else None
            if row.doubt:
                answer = or3(answer, None)
            v.three(subject, None if any(one is not False for one in earlier) else answer, severity)


class _Duty:
    """Who has a function for one group at a meeting, and the group's hours."""

    def __init__(self, w, meeting, group, place, day):
        self.group, self.place, self.function = group, place, FUNCTIONS[place]
        self.office = self.function in ("chair", "vice_chair")
        self.hours = _hours(meeting, group)
        # Somebody may share it; or nobody can tell whose it is at all.
        self.people, self.doubt = _holders(w, group, self.function, day)
        self.open = self.office and self.doubt
        if self.office and self.people and not self.open:
            # Either of holder and stand-in, or both together.
            others, self.doubt = w.stand_ins(group, self.function, *self.people, day)
            self.people = self.people | others

    def only(self, people):
        """Are these the only ones."""
        if self.open:
            return None
        if not self.doubt:
            return self.people == people
        return None if self.people <= people else False


def _holders(w, group, function, day):
    """People who hold a function on a day, and whether there may be more."""
    if function in ("chair", "vice_chair"):
        held = w.holders(group, function, day)
        if held is None:
            return set(), True
        # Of two at once the one who began last.
        last = max(held[2], key=lambda term: term["first"], default=None)
        return ({last["person"]} if last else set()), held[1]
    people, doubt = set(), not isinstance(group["members"], list)
    for member, here in w.active(group, day):
        answer = None if member is None else and3(
            here, w.represented(member, day), or3(same(member["status"], "support"), same(member["status"], "ordinary")),
            w.has_function(member, function))
        if answer is True and known(member["person"]):
            people.add(member["person"])
        elif answer is not False and not (member is not None and member["functions"] is ABSENT):
            doubt = True
    return people, doubt


def _whole(meeting, people, start, end):
    """Was one of the people, or all together, there from start to end."""
    if not isinstance(meeting["attendance"], list):
        return None
    spans, unsure, unmeasured = [], False, set()
    for row in meeting["attendance"]:
        if row is UNREADABLE or not known(row["person"]):
            unsure = True
            continue
        if row["person"] not in people:
            continue
        if row["whole"] is True:
            if not _partly(row, start, end):
                return True
            # Both the whole and a part of it are said.
            unsure = True
            continue
        if row["whole"] is UNREADABLE:
            unsure = True
        if row["from"] is not ABSENT or row["to"] is not ABSENT:
            spans.append((row["from"], row["to"]))
        elif row["whole"] is ABSENT:
            unsure = True
        elif row["whole"] is False:
            unmeasured.add(row["person"])
    answer = _attended(spans, start, end)
    if unmeasured:
        # A part that nobody measured may be just what others missed.
        answer = answer if answer is True else None if spans or len(unmeasured) > 1 else False
    return None if unsure and answer is False else answer


def _attended(spans, start, end):
    """Do times of attendance cover the hours from start to end, where these are known."""
    if not spans:
        return False
    if not known(start) and not known(end):
        return None
    first, last = start if known(start) else datetime.min, end if known(end) else datetime.max
    # Who came from the start, or stayed to the end, needs one time only.
    placed = [(a if known(a) else first, b if known(b) else last, UNREADABLE not in (a, b)) for a, b in spans]
    if _covered([(a, b) for a, b, sure in placed if sure], first, last):
        return True
    # An end that nobody knows may lie wherever somebody was.
    best = [(a, b) for a, b, _ in placed if b > first and a < last and a < b]
    best = [(a if known(start) else first, b if known(end) else last) for a, b in best]
    return None if _covered(best, first, last) else False


def _partly(row, start, end):
    """Do the times of a row leave out a minute of the hours from start to end."""
    a, b = row["from"], row["to"]
    return (known(a) and known(start) and a > start) or (known(b) and known(end) and b < end)


def _covered(spans, start, end):
    at = start
    for a, b in sorted(spans):
        if a > at:
            return False
        at = max(at, b)
    return at >= end


def n_ant_1(w, v):
    """N-ANT-1: each target group that met has notes. A-32."""
    for meeting, name, counts, groups in w.meetings_of(v, "nosam", owes_notes):
        blocks = meeting["blocks"]
        named = list(dict.fromkeys(b for b in items(blocks) if known(b)))
        subjects = [(f"{name}#{block}", block) for block in named]
        if not isinstance(blocks, list) or UNREADABLE in blocks or not blocks:
            # Any note, where the meeting had no blocks; which, nobody can tell, where that is not said.
            subjects.append((name, "any" if blocks == [] else None))
        for subject, block in subjects:
            if counts is None:
                v.put(subject, UNDET)
                continue
            found = _noted(w, meeting, block)
            due = notes_due(w, meeting)
            still = in_time(due, w.D)
            if found is True:
                v.put(subject, HOLDS)
                if block not in ("any", None):
                    _note_remarks(w, v, subject, meeting, block, named, groups)
            elif still is True:
                v.put(subject, NOT_DUE)
            elif still is None:
                v.put(subject, UNDET)
            else:
                v.three(subject, or3(found, w.unwritten(due[1])), "error")


def _noted(w, meeting, block):
    """Is there a note of the block that is written by the as-of day."""
    notes = meeting["notes"]
    if not isinstance(notes, list):
        return None
    return any3(None if note is UNREADABLE else and3(_written(w, note), _of_block(note, block)) for note in notes)


def _written(w, note):
    on = note["written_on"]
    return True if on is ABSENT else None if on is UNREADABLE else on <= w.D


def _of_block(note, block):
    if block in ("any", None):
        return True if block else None
    return None if note["target_groups"] is ABSENT else contains(note["target_groups"], [block])


def _note_remarks(w, v, subject, meeting, block, blocks, groups):
    mine = [note for note in nodes(meeting["notes"]) if _written(w, note) and _of_block(note, block)]
    if len(blocks) > 1 and all(len(note["target_groups"]) > 1 for note in mine):
        v.remark(subject)
    day = w.meeting_day(meeting)
    for note in mine:
        writer = note["written_by"]
        if known(writer) and known(day) and any3(_in_block(w, group, writer, day, block) for group in groups) is False:
            v.remark(subject)


def _in_block(w, group, person, day, block):
    """Does the writer belong to the target group."""
    if not isinstance(group["members"], list):
        return None
    return any3(
        None if member is None else and3(
            here, same(member["person"], person),
            True if member["target_groups"] is ABSENT else contains(member["target_groups"], [block]))
        for member, here in w.active(group, day))
