"""Plan P: the parties and the coordination group."""

import charter
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import and3, any3, not3, or3
from world import HOLDS, NA, UNDET, contains, same, within

from headings import seats


def p_org_0(w, v):
    """P-ORG-0 (P-ORG-1 to 4): an ordinary member comes from a listed party or fills a seat that a clause gives. A-08."""
    for group, name in w.groups(v, "nosam", "coordination_group"):
        alive = w.alive(group, w.D)
        if alive is not True:
            v.put(name, NA if alive is False else UNDET)
            continue
        if not isinstance(group["members"], list):
            v.put(name, UNDET)
            continue
        for member, here in w.active(group, w.D):
            if member is None:
                v.put(name, UNDET)
                continue
            subject = w.person_subject(name, member)
            support = False if member["functions"] is ABSENT else w.has_function(member, *charter.SUPPORT_FUNCTIONS)
            applies = and3(here, same(member["status"], "ordinary"), not3(support))
            if applies is not True:
                v.put(subject, NA if applies is False else UNDET)
                continue
            listed = w.represents(member, lambda o: _party(w, o, charter.PARTIES))
            if not listed:
                # The seat may be that of another row of the person.
                rows = [(row, sure) for row, sure in w.seated(group, w.D) if row is member or (
                    row is not None and known(member["person"]) and row["person"] == member["person"])]
                listed = or3(listed, w.represents(member, lambda o: _over_a_party(w, o)),
                             *(and3(sure, seats.any_seat(w, group, row)) for row, sure in rows))
            v.three(subject, listed, "warning")
    _parties(w, v)


def _party(w, org, parties):
    """Is the organisation, or one above it, one of the parties: by its entry, its name, its kind or its board's name."""
    def board(one):
        entry = one["listed_as"]
        if not known(entry) or entry not in charter.BOARDS:
            return False
        name = charter.plain(charter.BOARDS[entry][0])
        return any(name == charter.plain(other) for party in parties for other in charter.PARTIES[party])

    # A private provider of primary care under LOV belongs to the regional primary care.
    private = and3(w.is_private(org), w.org_kind(org, "care_centre", "rehab_unit", "regional_primary_care"))
    return or3(
        w.listed(org, parties), private if "regional_primary_care" in parties else False,
        w.upwards(org, lambda one: or3(one["kind"] in parties if known(one["kind"]) else None, board(one))))


def _over_a_party(w, org):
    """Is it an organisation above a party, or the administration of one of the municipalities."""
    below = any3(
        None if one is UNREADABLE else and3(
            org in chain or (None if not whole else False), _is_party(w, one))
        for one in items(w.r["organisations"])
        for chain, whole in [w.above(one["part_of"]) if one is not UNREADABLE else ([], False)])
    return None if not known(org) else or3(below, and3(
        w.org_kind(org, "municipal_administration"), w.municipal(org),
        any3(w.in_municipality(org, code) for code in charter.MUNICIPALITIES)))


def _is_party(w, org):
    return _party(w, org["id"], charter.PARTIES) if known(org["id"]) else None


def _parties(w, v):
    """A listed party that nobody comes from is remarked on; where A-08 is `must`, it has to be in the coordination group.

    The subject is the coordination group's under both readings. A remark changes no outcome, so that it holds anyway.
    """
    for group, name in w.groups(v, "coordination_group"):
        if w.alive(group, w.D) is not True:
            continue
        for party in charter.PARTIES:
            subject = f"{name}#{party}"
            if w.reading("A-08") == "must":
                v.three(subject, w.filled(group, w.D, lambda m: _from(w, m, party)), "warning")
            elif not w.extract and _nobody(w, party):
                v.remark(subject)
            else:
                v.put(subject, HOLDS)


def _nobody(w, party):
    """Is it certain that no member of any group comes from the party."""
    groups = w.r["groups"]
    return any3(
        None if group is UNREADABLE else and3(w.alive(group, w.D), _sits(w, group, party)) for group in groups) is False


def _sits(w, group, party):
    if not isinstance(group["members"], list):
        return None
    return any3(
        None if member is None else and3(here, _from(w, member, party)) for member, here in w.active(group, w.D))


def _from(w, member, party):
    return w.represents(member, lambda o: _party(w, o, [party]))


def _settled(w, decision):
    """Did the coordination group decide, or was the matter referred to it."""
    referred = False if decision["referred_to"] is ABSENT else w.is_kind(decision["referred_to"], "coordination_group")
    return or3(w.has_kind(decision["groups"], "coordination_group"), referred)


def p_sg_1(w, v):
    """P-SG-1: overarching strategic matters are decided by, or referred to, the coordination group.

    A-12: where NOSAM decides operational matters only, its other matters and local directions are, too.
    """
    def applies(matter, decision):
        kind = matter["kind"]
        beyond = False
        if w.reading("A-12") == "operational_only":
            local = not3(same(matter["common"], True))
            beyond = and3(or3(same(kind, "other"), and3(same(kind, "direction"), local)),
                          w.has_kind(decision["groups"], "nosam"))
        return or3(same(kind, "overarching_strategic"), beyond)

    for matter, decision, day, name in w.decisions(v, applies):
        v.three(name, _settled(w, decision), "warning")


def p_sg_2(w, v):
    """P-SG-2: direction decisions in common matters are the coordination group's; the political group's are remarked on. A-04."""
    for matter, decision, day, name in w.decisions(
            v, lambda m, d: and3(same(m["kind"], "direction"), same(m["common"], True))):
        right = _settled(w, decision)
        if right is not False:
            v.put(name, HOLDS if right else UNDET)
            continue
        political = w.has_kind(decision["groups"], "political_group")
        if political:
            v.remark(name)
        else:
            v.three(name, political, "warning")


def _head(member):
    """Does the member decide as a head of administration: by title, or by mandate (decision 8)."""
    functions, mandate = member["functions"], member["mandate"]
    if mandate is True:
        return True
    if not isinstance(functions, list):
        return None
    if "head_of_administration" in functions:
        return True
    if UNREADABLE in functions or mandate is UNREADABLE:
        return None
    if mandate is ABSENT and charter.MANAGERS & set(functions):
        return None
    return False


def _own(w, org, code):
    return and3(w.municipal(org), w.in_municipality(org, code))


def sg_municipal(w, member, code):
    """Is the member a head from the municipality."""
    return and3(w.represents(member, lambda o: _own(w, o, code)), _head(member))


def p_sg_3(w, v):
    """P-SG-3: each municipality sends a head of administration or somebody with the same mandate. A-43.

    One person for several municipalities counts for those that appointed it.
    """
    for group, name in w.groups(v, "coordination_group"):
        alive = w.alive(group, w.D)
        if alive is not True:
            v.put(name, NA if alive is False else UNDET)
            continue
        people = {}
        for code in charter.MUNICIPALITIES:
            def counts(member):
                rows = [(row, sure) for row, sure in w.seated(group, w.D) if row is member or (
                    row is not None and known(member["person"]) and row["person"] == member["person"])]
                elsewhere = any3(
                    and3(sure, sg_municipal(w, row, other))
                    for row, sure in rows for other in charter.MUNICIPALITIES if other != code)
                appointed = any3(_appointed(w, row, code) for row, _ in rows)
                return and3(sg_municipal(w, member, code), or3(not3(elsewhere), appointed))

            v.three(f"{name}#{code}", w.filled(group, w.D, counts), "error")
            if w.acting(group, w.D, counts):
                v.remark(f"{name}#{code}")
            people[code] = w.fillers(group, w.D, counts)
        if len(people) == 2 and all(len(p) == 1 for p in people.values()) and len(set.union(*people.values())) == 1:
            for code in people:
                v.remark(f"{name}#{code}")


def _appointed(w, member, code):
    by = member["appointed_by"]
    if not known(by):
        return None
    return _own(w, by, code) if by in w.orgs else False


def sg_region(w, member):
    test = lambda o: and3(
        same(w.inherited(w.orgs[o], "principal"), "region") if known(o) else None, not3(w.is_private(o)))
    return and3(w.represents(member, test), _head(member))


def p_sg_4(w, v):
    """P-SG-4: the region sends one as well; a private representative never fills this seat. A-08."""
    for group, name in w.groups(v, "coordination_group"):
        alive = w.alive(group, w.D)
        if alive is not True:
            v.put(name, NA if alive is False else UNDET)
        else:
            v.three(name, w.filled(group, w.D, lambda m: sg_region(w, m)), "error")
            if w.acting(group, w.D, lambda m: sg_region(w, m)):
                v.remark(name)


def sg_private(w, member):
    return w.represents(member, w.is_private)


def p_sg_5(w, v):
    """P-SG-5: private providers under LOV are represented while any is active in the area. A-24."""
    need = w.reading("A-24")
    complete = contains(w.r["complete"], ["private_lov"]) if w.r["complete"] is not ABSENT else False
    for group, name in w.groups(v, "coordination_group"):
        alive = w.alive(group, w.D)
        if alive is not True:
            v.put(name, NA if alive is False else UNDET)
            continue
        listed = any3(
            None if org is UNREADABLE else and3(
                same(org["provider"], "private_lov"),
                org["municipality"] in charter.MUNICIPALITIES if known(org["municipality"]) else None,
                within(org, w.D))
            for org in items(w.r["organisations"]))
        if not isinstance(w.r["organisations"], list):
            listed = None
        if not isinstance(group["members"], list):
            filled = None
        else:
            sure = w.fillers(group, w.D, lambda m: sg_private(w, m))
            rows = [m for m, s in w.seated(group, w.D) if m is None or and3(s, sg_private(w, m)) is not False]
            named = {m["person"] for m in rows if m is not None and known(m["person"])}
            nameless = sum(m is None or not known(m["person"]) for m in rows)
            # Nobody knows how many people an unreadable row may be: one, or one of the others.
            filled = True if len(sure) >= need else None if len(named) + nameless >= need else False
            if any(m is None for m in rows):
                filled = filled or None
        if listed is False:
            v.put(name, NA if complete else UNDET)
        elif listed is None:
            v.put(name, UNDET)
        elif filled is False:
            v.breaks(name, "error")
        else:
            v.put(name, HOLDS if filled and complete else UNDET)
            if w.acting(group, w.D, lambda m: sg_private(w, m)):
                v.remark(name)


def p_sg_6(w, v):
    """P-SG-6: chair and vice chair of each NOSAM sit in the coordination group, in any capacity but as deputies.

    A-23, A-42, A-43. Of several who hold the office at once the latest begun has it.
    """
    for group, name in w.groups(v, "coordination_group"):
        for nosam in nodes(w.r["groups"]):
            # One whose kind cannot be read is undetermined itself.
            if nosam["kind"] != "nosam":
                continue
            for office in ("chair", "vice_chair"):
                subject = f"{name}#{w.key(nosam)}:{office}"
                applies = and3(w.D >= w.reading_day("A-23"), w.alive(group, w.D), w.alive(nosam, w.D))
                if applies is not True:
                    v.put(subject, NA if applies is False else UNDET)
                    continue
                holder = _holder(w, nosam, office)
                if holder is None:
                    # Nobody in the office is the NOSAM's breach, not this group's.
                    v.put(subject, UNDET)
                    continue
                others, more = w.stand_ins(nosam, office, holder, w.D)
                # Either of holder and stand-in is enough.
                sits = any3([*(w.person_member(group, person, w.D, "ordinary", "co_opted", "support", seated=True)
                               for person in {holder, *others}), None if more else False])
                v.three(subject, sits, "error")
                if sits and any(
                        m is not None and s is True and m["person"] == holder
                        and contains(m["functions"], ["head_of_administration"]) is True
                        for m, s in w.seated(group, w.D)):
                    v.remark(subject)


def _holder(w, nosam, office):
    """Who holds the office for certain on the as-of day: the latest begun. None when nobody does, or nobody can tell."""
    held = w.holders(nosam, office, w.D)
    if held is None or held[1] or not held[2]:
        return None
    return max(held[2], key=lambda t: t["first"])["person"]
