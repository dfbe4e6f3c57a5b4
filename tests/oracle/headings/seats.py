"""Who fills which seat of a NOSAM: the tests that N-REP-5 to 15 and P-ORG-0 share."""

import charter
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import and3, any3, not3, or3
from world import contains, same


def own(w, group, org):
    """A municipal organisation of the NOSAM's own municipality."""
    return and3(w.municipal(org), w.in_municipality(org, group["municipality"]))


def primary_care(w, group, member):
    return w.represents(member, lambda o: and3(
        own(w, group, o), or3(w.org_kind(o, "municipal_primary_care"), w.listed(o, ["municipal_primary_care"], above=False)
                              if w.org_kind(o, "municipal_primary_care") is not True else True)))


def dental(w, group, member):
    return w.represents(member, lambda o: w.org_kind(o, "dental_care"))


def hospital(w, group, member):
    return w.represents(member, lambda o: w.listed(o, ["alingsas_lasarett"]))


def nurse(w, group, member, *functions):
    by = member["appointed_by"]
    appointed = own(w, group, by) if known(by) and by in w.orgs else (
        None if by is UNREADABLE or by is ABSENT else False)
    return and3(w.has_function(member, *functions),
                or3(w.represents(member, lambda o: own(w, group, o)), appointed))


def operation(w, group, member):
    """A manager of a municipal operation, the primary care apart (that is N-REP-7's seat)."""
    return and3(
        w.has_function(member, *charter.MANAGERS),
        w.represents(member, lambda o: and3(own(w, group, o), not3(w.org_kind(o, "municipal_primary_care")))))


def public_health(w, group, member):
    where = True if w.reading("A-38") == "any" else w.represents(
        member, lambda o: w.in_municipality(o, group["municipality"]))
    return and3(w.has_function(member, "public_health_coordinator"), where)


def unit(w, group, member, org, *functions):
    return and3(w.represents(member, lambda o: o == org), w.has_function(member, *functions))


def any_seat(w, group, member):
    """Does the member fill a seat of some composition clause in this group."""
    from headings import coordination
    if group["kind"] == "coordination_group":
        ex_officio = any3(
            _holds(w, nosam, office, member["person"])
            for nosam in nodes(w.r["groups"]) if nosam["kind"] == "nosam" for office in ("chair", "vice_chair"))
        return or3(
            *(coordination.sg_municipal(w, group, member, c) for c in charter.MUNICIPALITIES),
            coordination.sg_region(w, member), coordination.sg_private(w, member), ex_officio)
    manager = w.has_function(member, *charter.MANAGERS)
    units = w.represents(member, lambda o: and3(
        w.org_kind(o, "care_centre", "rehab_unit"), w.in_municipality(o, group["municipality"])))
    return or3(
        and3(manager, or3(units, primary_care(w, group, member), dental(w, group, member), hospital(w, group, member))),
        nurse(w, group, member, "mas", "mar"), operation(w, group, member), public_health(w, group, member),
        w.has_function(member, "nsph_representative"),
        w.has_function(member, "process_leader", "subregional_coordinator"))


def _holds(w, nosam, office, person):
    held = w.holders(nosam, office, w.D)
    if held is None:
        return None
    return True if person in held[0] else None if held[1] else False
