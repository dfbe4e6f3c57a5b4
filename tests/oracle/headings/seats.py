"""Who fills which seat of a NOSAM: the tests that N-REP-5 to 15, P-ORG-0 and P-PLAN-3 share."""

import charter
from reading import ABSENT, UNREADABLE, known, nodes
from three import and3, any3, not3, or3
from world import same, within


def own(w, group, org):
    """A municipal organisation of the NOSAM's own municipality."""
    return and3(w.municipal(org), w.in_municipality(org, group["municipality"]))


def of_kind(w, org, *kinds):
    """The organisation, or one above it, is of a kind."""
    return w.upwards(org, lambda one: one["kind"] in kinds if known(one["kind"]) else None)


def primary_care(w, group, member):
    return w.represents(member, lambda o: and3(own(w, group, o), of_kind(w, o, "municipal_primary_care")))


def head_above(w, group, member):
    """The head employed by the administration above the municipal primary care, or, where there is none, by the municipality's."""
    cares = [org for org in nodes(w.r["organisations"])
             if org["kind"] is UNREADABLE or org["kind"] == "municipal_primary_care"]
    mine = [(org, and3(same(org["kind"], "municipal_primary_care"), own(w, group, org["id"]))) for org in cares]

    def above(o):
        lines = [(w.above(org["part_of"]), here) for org, here in mine if here is not False]
        over = any3(and3(here, o in chain or (None if not whole else False)) for (chain, whole), here in lines)
        none = not3(any3(here for _, here in mine))
        return and3(own(w, group, o), or3(over, and3(none, w.org_kind(o, "municipal_administration"))))

    return and3(w.has_function(member, "operations_manager"), w.represents(member, above))


def dental(w, group, member):
    return w.represents(member, lambda o: of_kind(w, o, "dental_care"))


def hospital(w, group, member):
    """Alingsås lasarett, which is a hospital, or a part of the region's administration."""
    return w.represents(member, lambda o: and3(
        of_kind(w, o, "hospital", "regional_administration", "other"), w.listed(o, ["alingsas_lasarett"])))


def shared(w, group, member):
    """Appointed by the NOSAM's own municipality, wherever the member comes from."""
    by = member["appointed_by"]
    if by is UNREADABLE or by is ABSENT:
        return None
    return own(w, group, by) if by in w.orgs else False


def nurse(w, group, member, *functions):
    return and3(w.has_function(member, *functions),
                or3(w.represents(member, lambda o: own(w, group, o)), shared(w, group, member)))


def public_health(w, group, member):
    where = True if w.reading("A-38") == "any" else or3(
        w.represents(member, lambda o: own(w, group, o)), shared(w, group, member))
    return and3(w.has_function(member, "public_health_coordinator"), where)


def manager(w, group, member):
    """A manager from an operation of the municipality."""
    return and3(w.has_function(member, *charter.MANAGERS), w.represents(member, lambda o: own(w, group, o)))


def operation(w, group, member):
    """A manager of a municipal operation who fills none of the municipality's other seats in any row."""
    person = member["person"]

    def elsewhere(row):
        return or3(
            and3(primary_care(w, group, row), w.has_function(row, "operations_manager")), head_above(w, group, row),
            nurse(w, group, row, "mas", "mar"),
            and3(w.has_function(row, "public_health_coordinator"),
                 or3(w.represents(row, lambda o: own(w, group, o)), shared(w, group, row))))

    rows = [(row, sure) for row, sure in w.seated(group, w.D)
            if row is member or row is not None and known(person) and row["person"] == person]
    return and3(manager(w, group, member), not3(any3(and3(sure, elsewhere(row)) for row, sure in rows)))


def is_unit(w, group, org, kind):
    """Has an organisation a seat of its own as a unit of the kind: it lies there, runs, and is no branch. A-17."""
    public = same(org["provider"], "public")
    municipal = and3(public, same(w.inherited(org, "principal"), "municipality"))
    above = org["part_of"]
    branch = False if above is ABSENT else None if above is UNREADABLE else w.org_kind(above, kind)
    code, here = group["municipality"], w.inherited(org, "municipality")
    return and3(
        same(org["kind"], kind), within(org, w.D), same(here, code) if known(code) else None,
        True if w.reading("A-17") == "public_and_private" else public,
        not3(branch), not3(municipal) if kind == "rehab_unit" else True)


def unit(w, group, member, org, *functions):
    """Does the member represent the unit, or a part of it, with one of the functions."""
    return and3(w.represents(member, lambda o: w.upwards(o, lambda one: one is org)),
                w.has_function(member, *functions))


def any_seat(w, group, member):
    """Does the member fill a seat of some composition clause in this group."""
    from headings import coordination
    if group["kind"] == "coordination_group":
        ex_officio = any3(
            and3(same(nosam["kind"], "nosam"), w.alive(nosam, w.D), _holds(w, nosam, office, member["person"]))
            for nosam in nodes(w.r["groups"]) for office in ("chair", "vice_chair"))
        return or3(
            *(coordination.sg_municipal(w, member, c) for c in charter.MUNICIPALITIES),
            coordination.sg_region(w, member), coordination.sg_private(w, member),
            and3(w.D >= w.reading_day("A-23"), ex_officio))
    units = any3(
        and3(is_unit(w, group, org, kind), unit(w, group, member, org, *charter.MANAGERS))
        for org in nodes(w.r["organisations"]) for kind in ("care_centre", "rehab_unit"))
    return or3(
        units,
        and3(w.has_function(member, *charter.MANAGERS),
             or3(primary_care(w, group, member), dental(w, group, member), hospital(w, group, member))),
        head_above(w, group, member), nurse(w, group, member, "mas", "mar"), operation(w, group, member), public_health(w, group, member),
        w.has_function(member, "nsph_representative", "process_leader", "subregional_coordinator"))


def _holds(w, nosam, office, person):
    """Does the person hold the office, or stand in: for certain where each row of it can be placed, and maybe where one runs."""
    if not isinstance(nosam["offices"], list):
        return None
    begun = [t for t in w.terms(nosam, office) if t["first"] is None or t["first"] <= w.D]
    running = [t for t in begun if w.holds_on(t, w.D) is not False]
    if not running:
        return False
    _, doubt, sure = w.holders(nosam, office, w.D)
    holder = None if doubt or not sure else max(sure, key=lambda t: t["first"])["person"]
    own = any3(None if not known(t["person"]) or not known(person) else t["person"] == person for t in running)
    if own is not False:
        own = None if holder is None or not known(person) else holder == person
    stands_in = any3(
        and3(same(node["office"], office), within(node, w.D), None if holder is None else same(node["standing_in_for"], holder),
             same(node["person"], person) if known(person) else None)
        for node in nodes(nosam["offices"]) if node["standing_in_for"] is not ABSENT)
    return or3(own, stands_in)
