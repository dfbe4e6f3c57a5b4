"""Lifelike random records around the boundaries of the rules, and a shrinker.

`python3 generate.py [COUNT [FIRST_SEED]]` judges records and prints, for each rule, how many
subjects came out how. `python3 generate.py --lines COUNT [FIRST_SEED]` prints one
{"seed", "record", "options"} a line instead, for somebody else to judge.
"""

import collections
import copy
import json
import pathlib
import random
import sys
from datetime import date, timedelta

import charter

AS_OF = [date.fromisoformat(d) for d in (
    "2022-09-30", "2022-10-01", "2022-12-31", "2023-01-01", "2023-07-01", "2023-12-31", "2024-01-01", "2024-02-28",
    "2024-02-29", "2024-03-01", "2024-06-30", "2024-07-01", "2024-08-15", "2024-09-30", "2024-10-01", "2024-12-31",
    "2025-01-01", "2025-02-28", "2025-03-31", "2025-04-02", "2025-04-03", "2025-12-31", "2026-01-01", "2026-12-28",
    "2026-12-31", "2027-01-01", "2027-01-25")]
TARGETS = charter.TARGET_GROUPS
KIND_OF_PARTY = {
    "regional_primary_care": "regional_primary_care", "regionhalsan": "regionhalsan",
    "habilitation_and_health": "habilitation_and_health", "dental_care": "dental_care",
    "sjukhusen_i_vaster": "hospital", "sodra_alvsborgs_sjukhus": "hospital",
    "delregional_namnd_vastra": "regional_administration"}


class World:
    def __init__(self, seed):
        self.x = random.Random(seed)
        self.D = self.x.choice(AS_OF)
        # How careful the office is that keeps this record: few or many slips.
        self.care = self.x.choice([0.97, 0.9, 0.75])
        self.n = 0
        self.orgs, self.record = [], {}
        # Rows whose person may come to be called by name.
        self.named = []

    # Small tools

    def ok(self, p=None):
        return self.x.random() < (self.care if p is None else p)

    def some(self, *values):
        return self.x.choice(values)

    def ident(self, stem):
        self.n += 1
        return f"{stem}-{self.n}"

    def day(self, near=None, spread=40):
        """A day on or about another, often exactly on it or one off."""
        near = near or self.D
        return near + timedelta(days=self.x.choice([0, 0, 0, 1, -1, self.x.randint(-spread, spread)]))

    def text(self, d):
        return d.isoformat()

    def year_later(self, d, years=1):
        try:
            return d.replace(year=d.year + years)
        except ValueError:
            return d.replace(year=d.year + years, day=28)

    # Organisations

    def org(self, stem, kind, **more):
        one = {"id": self.ident(stem), "kind": kind, **more}
        self.orgs.append(one)
        return one["id"]

    def organisations(self):
        self.party = {}
        for party, kind in KIND_OF_PARTY.items():
            if self.ok(0.9):
                self.party[party] = self.org("part", kind, principal="region", listed_as=party)
        above = self.party.get("sjukhusen_i_vaster")
        self.hospital = self.org("lasarett", "hospital", principal="region", listed_as="alingsas_lasarett",
                                 **({"part_of": above} if above else {}))
        self.town, self.units = {}, {}
        for code in charter.MUNICIPALITIES:
            top = self.org("kommun", "municipal_administration", principal="municipality",
                           municipality=code if self.ok(0.97) else "1490")
            body = {"top": top}
            for kind in ("municipal_primary_care", "social_services", "pupil_health", "municipal_service"):
                more = {"principal": "municipality"} if self.ok(0.7) else {}
                if kind != "municipal_service":
                    more["listed_as"] = kind
                if not self.ok(0.93 if kind == "municipal_primary_care" else 0.97):
                    more["to"] = self.text(self.day())
                body[kind] = self.org("verk", kind, municipality=code, part_of=top, **more)
            self.town[code] = body
            units = []
            for kind in ("care_centre", "care_centre", "rehab_unit"):
                if not self.ok(0.85):
                    continue
                private = self.ok(0.3)
                more = {"provider": "private_lov"} if private else {}
                if not private and "regional_primary_care" in self.party and self.ok(0.8):
                    more["part_of"] = self.party["regional_primary_care"]
                if self.ok(0.15):
                    more["from"] = self.text(self.day(self.D - timedelta(days=self.some(0, 60, 61, 300))))
                if self.ok(0.1):
                    more["to"] = self.text(self.day())
                units.append((kind, self.org("enhet", kind, principal="region", municipality=code, **more)))
            if units and self.ok(0.08):
                self.org("filial", units[0][0], principal="region", municipality=code, part_of=units[0][1])
            self.units[code] = units
        self.nsph = self.org("nsph", "user_organisation", principal="none")
        self.office = self.org("kansli", "support_office", principal="none")
        self.boards = {
            b: self.org("namnd", "political_board", principal="region" if b < "B08" else "municipality",
                        **({} if b < "B08" else {"municipality": "1489" if b < "B11" else "1441"}),
                        **({"listed_as": b} if self.ok(0.9) else {"name": charter.BOARDS[b][0]}))
            for b in charter.BOARDS if b != "B12"}
        self.stranger = self.org("annan", "other", name="Föreningen Utanför")

    # Groups

    def member(self, stem, orgs, functions, by=None, **more):
        start = self.some(date(2022, 1, 1), date(2023, 1, 1), self.day(spread=300))
        one = {"person": self.ident(stem), "organisations": orgs, "functions": functions}
        one["appointed_by"] = by if by and self.ok() else (self.some(*orgs) if self.ok() else self.some(
            self.stranger, self.town["1489"]["top"], self.town["1441"]["social_services"]))
        if self.ok():
            one["from"] = self.text(start)
            one["appointed_on"] = self.text(start if self.ok() else self.day(start))
        else:
            one["appointed_on"] = self.text(start)
        if self.ok(0.08):
            end = self.day(spread=200)
            if end >= start:
                one["to"] = self.text(end)
        if self.ok(0.03):
            # A slip of the pen in the year.
            one["appointed_on"] = self.text(self.year_later(self.D))
        one.update(more)
        if self.ok(0.03):
            one["person"] = self.placeholder()
        if self.ok(0.06):
            one["acting"] = self.ok()
        self.named.append(one)
        return one

    def placeholder(self):
        """What people write where there is nobody, and an id or two that only look like it."""
        return self.some("Vakant", "vakant 2", "Ej tillsatt", "N.N.", "nn", "–", "?", "tjänsten vakant", "Okänd-3", "tom-stol", "nn-el", "7")

    def nosam(self, code):
        town, members = self.town[code], []
        for kind, unit in self.units[code]:
            if self.ok():
                members.append(self.member("chef", [unit], ["operations_manager" if self.ok() else self.some("unit_manager", "other")]))
        if len(members) > 1 and self.ok(0.1):
            members[0]["organisations"] = members[0]["organisations"] + members[1]["organisations"]
        wide = lambda **more: more if self.ok(0.8) else {**more, "target_groups": [self.some(*TARGETS)]}
        seats = [
            ("prim", [town["municipal_primary_care"] if self.ok(0.85) else town["top"]],
             ["operations_manager" if self.ok() else "other_manager"], wide()),
            ("mas", [town["top"]], [self.some("mas", "mar")], {}),
            ("enhet", [town["social_services"]], [self.some("unit_manager", "department_manager")], wide()),
            ("elev", [town["pupil_health"]], ["department_manager"], wide()),
            ("folk", [town["top"]], ["public_health_coordinator"], {}),
            ("klinik", [self.party.get("dental_care", self.stranger)], ["clinic_manager" if self.ok() else "other_manager"], {}),
            ("sjuk", [self.hospital], [self.some("care_unit_manager", "unit_manager") if self.ok() else "operations_manager"], {}),
            ("nsph", [self.nsph], ["nsph_representative"], {"target_groups": [charter.MENTAL]} if self.ok() else self.some(
                {}, {"target_groups": TARGETS}, {"target_groups": ["older_people"]})),
        ]
        for stem, orgs, functions, more in seats:
            if self.ok():
                members.append(self.member(stem, orgs, functions, **more))
        if self.ok(0.3):
            both = self.ok(0.2)
            if not hasattr(self, "leader"):
                self.leader = self.ident("leda")
            members.append(self.member("leda", [self.office], ["process_leader"] + ["subregional_coordinator"] * both,
                                       status="support", person=self.leader))
        elif self.ok():
            members.append(self.member("leda", [self.office], ["process_leader"], status="support"))
        if members and self.ok(0.2) and "process_leader" in members[-1]["functions"]:
            # One leader after another, with some weeks between.
            left = self.D - timedelta(days=self.x.randint(1, 120))
            came = left + timedelta(days=self.some(1, 15, 40, 130))
            members[-1] = {**members[-1], "from": "2022-01-01", "to": self.text(left)}
            members.append({**members[-1], "person": self.ident("leda"), "from": self.text(came)})
            members[-1].pop("to")
        if self.ok():
            members.append(self.member("sam", [self.office], ["subregional_coordinator"], status="support"))
        if self.ok(0.3):
            guest = self.member("adj", [self.stranger], ["social_coordinator"], status="co_opted")
            if self.ok(0.7):
                guest["need"] = "Underlag i en fråga"
            if self.ok(0.7):
                guest["to"] = self.text(self.D + timedelta(days=self.x.randint(0, 300)))
            if self.ok(0.5):
                guest["category"] = "user"
                if self.ok(0.6) and self.activities:
                    guest["linked_to"] = self.some(*self.activities)
            members.append(guest)
        if self.ok(0.1):
            members.append(self.member("ers", [town["social_services"]], ["unit_manager"], status="deputy"))
        if self.ok(0.1):
            members.append(self.member("utom", [self.stranger], ["other"]))
        if self.ok(0.06):
            members.append(copy.deepcopy(self.some(*members)))
        if self.ok(0.06):
            # One person from two sides.
            members.append({**copy.deepcopy(self.some(*members)), "organisations": [self.some(town["social_services"], self.hospital)]})
        group = {"id": self.ident("nosam"), "kind": "nosam", "members": members}
        if self.ok(0.97):
            group["municipality"] = code if self.ok(0.97) else "1490"
        if self.ok():
            group["from"] = self.text(date(2017, 9, 1) if self.ok(0.9) else self.day(spread=600))
        if self.ok(0.04):
            group["to"] = self.text(self.day(spread=300))
        if self.ok(0.04):
            group["closed_on"] = self.text(max(self.day(spread=100), date(2023, 1, 1)))
        group["steered"] = True
        group["offices"] = self.terms(group)
        return group

    def terms(self, group):
        """A row of chairs and vice chairs with the slips that people make on the day of hand-over."""
        side = {"municipality": [], "region": []}
        for m in group["members"]:
            if m.get("status") in (None,) and m["functions"][0] != "nsph_representative":
                org = next((o for o in self.orgs if o["id"] == m["organisations"][0]), {})
                mun = any(m["organisations"][0] in t.values() for t in self.town.values())
                if mun or org.get("principal") == "region":
                    side["municipality" if mun else "region"].append(m["person"])
        support = [m["person"] for m in group["members"] if m.get("status") in ("support", "co_opted")]
        if not side["municipality"] or not side["region"]:
            return []
        for m in group["members"]:
            if self.ok(0.7) and any(m["person"] in people for people in side.values()):
                m["from"] = m["appointed_on"] = "2022-01-01"
                m.pop("to", None)
        count = self.x.randint(1, 3)
        start = self.some(
            self.day(self.year_later(self.D, -1)), self.day(self.year_later(self.D, -count)), date(2024, 2, 29),
            date(2023, 2, 1), date(self.D.year - count + 1, 1, 1), date(2023, 3, 1))
        turn = self.x.randint(0, 1)
        order = ["municipality", "region"]
        chair, out = self.x.choice(side[order[turn]]), []
        for i in range(count):
            turn = 1 - turn
            vice = self.x.choice(side[order[turn if self.ok(0.93) else 1 - turn]])
            end = self.year_later(start) - timedelta(days=1)
            if not self.ok(0.75):
                end += timedelta(days=self.some(31, 32, -31, -32, 1, -1, -100))
            rows = []
            for office, person in (("chair", chair), ("vice_chair", vice)):
                if not self.ok(0.97):
                    person = self.x.choice(support) if support and self.ok(0.5) else self.ident("okänd")
                row = {"office": office, "person": person, "from": self.text(start)}
                if self.ok(0.12):
                    row["reason"] = "avgick" if self.ok() else self.some("Se ovan", "–", "ok.änd", "saknas!")
                row["elected_by"] = "SELF" if self.ok(0.96) else "COORD"
                row["elected_on"] = self.text(start if self.ok(0.5) else start - timedelta(days=14) if self.ok(0.9) else self.day(start))
                for key in ("elected_by", "elected_on"):
                    if self.ok(0.3 if office == "chair" and i else 0.03):
                        row.pop(key)
                if not (i == count - 1 and self.ok(0.4)) and end >= start:
                    row["to"] = self.text(end)
                if self.ok(0.08):
                    home = [o for m in group["members"] if m["person"] == person for o in m["organisations"]]
                    above = [o["part_of"] for o in self.orgs if o["id"] in home and "part_of" in o]
                    row["organisation"] = self.some(*(home + above)) if home and self.ok(0.6) else self.some(*self.orgs)["id"]
                if self.ok(0.04):
                    row["person"] = self.placeholder()
                if self.ok(0.06):
                    row["acting"] = True
                if self.ok(0.04):
                    row["elected_on"] = self.text(self.year_later(self.D))
                self.named.append(row)
                rows.append(row)
            out += rows if self.ok(0.95) else rows[:1]
            chair = vice if self.ok(0.9) else self.x.choice(side[order[self.x.randint(0, 1)]])
            start = end + timedelta(days=1 if self.ok(0.85) else self.some(0, 0, 0, -1, 2, 15, 40))
            for row in rows[1:]:
                # A vice chair goes on for one day as chair.
                if "to" in row and self.ok(0.06):
                    row["to"] = self.text(end + timedelta(days=1))
        for row in out:
            if self.ok(0.08):
                self.new_employer(group, row, side)
        out += [self.stand_in(group, row, side) for row in out if self.ok(0.08)]
        return out

    def stand_in(self, group, office, side):
        """Somebody who stands in for the holder of an office, most often within the term."""
        first = date.fromisoformat(office["from"]) + timedelta(days=self.some(0, 30, 200, 364))
        row = {"office": office["office"], "person": self.x.choice(side["municipality"] + side["region"]),
               "standing_in_for": office["person"] if self.ok(0.9) else self.some(self.ident("okänd"), self.placeholder()),
               "from": self.text(first)}
        if self.ok(0.1):
            row["person"] = self.ident("okänd")
        if self.ok(0.9):
            row["to"] = self.text(first + timedelta(days=self.some(0, 30, 120, 400)))
        return row

    def new_employer(self, group, office, side):
        """Moves the holder of an office to another organisation on a day of the term, most often of the other side."""
        mine = [m for m in group["members"] if m["person"] == office["person"] and "to" not in m]
        day = date.fromisoformat(office["from"]) + timedelta(days=self.some(0, 1, 100, 364))
        if not mine or mine[0].get("from", "") >= self.text(day):
            return
        others = [m for m in group["members"] if m["person"] in side["municipality"] + side["region"]
                  and (m["person"] in side["region"]) != (mine[0]["person"] in side["region"])]
        orgs = self.some(*others)["organisations"] if others and self.ok(0.8) else [self.nsph]
        group["members"].append({**mine[0], "organisations": orgs, "from": self.text(day), "appointed_by": orgs[0]})
        if self.ok():
            mine[0]["to"] = self.text(day - timedelta(days=1))

    def coordination(self, nosams):
        members = []
        for code, town in self.town.items():
            if self.ok():
                head = self.some({"functions": ["head_of_administration"]}, {"functions": ["other_manager"], "mandate": True}) \
                    if self.ok() else self.some({"functions": ["other_manager"]}, {"functions": ["other"]}, {"mandate": False})
                members.append({**self.member("chef", [town["top"]], []), **head})
        region = self.ok()
        for party, org in self.party.items():
            if self.ok(0.85 if region else 0.1):
                members.append(self.member("dir", [org], ["head_of_administration" if self.ok(0.8) and region else self.some("other_manager", "other")],
                                           **({"mandate": region} if self.ok(0.5) else {})))
        private = [u["id"] for u in self.orgs if u.get("provider") == "private_lov"]
        if private and self.ok(0.85):
            members.append(self.member("priv", [self.x.choice(private)], ["other_manager"]))
        for nosam in nosams:
            for row in nosam["offices"]:
                if self.ok():
                    home = next((m["organisations"] for m in nosam["members"] if m["person"] == row["person"]), [self.stranger])
                    members.append(self.member("x", home, ["other_manager" if self.ok(0.9) else "head_of_administration"], person=row["person"]))
        leader = self.member("leda", [self.office], ["process_leader"], status="support")
        self.leader_above = leader["person"]
        if self.ok():
            members.append(leader)
        if self.ok(0.1):
            members.append(self.member("utom", [self.stranger], ["other"]))
        group = {"id": "COORD", "kind": "coordination_group", "members": members}
        group["from"] = "2017-09-01" if self.ok() else self.text(self.day())
        if self.ok(0.04):
            group["to"] = self.text(max(self.day(), date.fromisoformat(group["from"])))
        return group

    def political(self):
        members = []
        for board, org in self.boards.items():
            for n in range(1 if self.ok() else self.some(0, 2)):
                members.append(self.member("ord", [org], ["board_chair"]))
            for n in range(self.some(1, 2) if self.ok() else self.some(0, 3)):
                members.append(self.member("vald", [org], ["elected_representative" if self.ok(0.9) else "board_vice_chair"]))
                if self.ok(0.08):
                    # One row for two boards, which do not say which function goes with which.
                    members[-1]["organisations"] = [org, self.some(*self.boards.values())]
                    members[-1]["functions"] = self.some(["board_chair", "elected_representative"], ["elected_representative", "other"],
                                                         ["board_vice_chair", "board_chair"])
        if self.ok(0.15):
            extra = copy.deepcopy(self.some(*members)) if members else None
            if extra:
                extra["organisations"] = [self.some(*self.boards.values())]
                members.append(extra)
        if self.ok(0.1):
            members.append(self.member("utom", [self.stranger], ["elected_representative"]))
        if self.ok():
            members.append(self.member("leda", [self.office], ["process_leader"], status="support"))
        group = {"id": "POL", "kind": "political_group", "members": members}
        if self.ok(0.9):
            group["from"] = self.text(date(2017, 9, 1) if self.ok(0.85) else self.day(self.D - timedelta(days=184), 200))
        return group

    def theme(self):
        start = self.D - timedelta(days=self.x.randint(-30, 500))
        group = {"id": self.ident("tema"), "kind": "theme_group", "from": self.text(start)}
        if self.ok():
            end = self.day()
            group["to"] = self.text(max(end, start))
            if self.ok(0.2):
                group["closed_on"] = self.text(max(self.day(end, 10), start))
        if self.ok():
            group["assignment"] = "Beskriv ett gemensamt arbetssätt" if self.ok() else self.some("TBD", "ej klart", "–", "Ej angivet.", "N/A", "se-ovan", "?", "xx")
        if self.ok(0.7):
            group["need"] = "Frågan kräver fler"
        group["members"] = [self.member("leda", [self.office], ["process_leader"], status="support")] if self.ok() else []
        return group

    # Series

    def meeting(self, group, day, **more):
        minutes = self.some(120, 150, 180) if self.ok() else self.some(119, 181, 90)
        start = f"{day}T09:00"
        end = f"{day}T{9 + minutes // 60:02}:{minutes % 60:02}"
        one = {"id": self.ident("m"), "groups": [group["id"]], "start": start, "end": end, **more}
        if self.ok(0.05):
            one["start"] = self.text(day)
            one.pop("end")
        if self.ok(0.2):
            one["status"] = "held" if self.ok(0.7) else self.some("cancelled", "planned")
        if group["kind"] == "nosam":
            blocks = [t for t in TARGETS if self.ok(0.7)]
            if self.ok(0.92):
                one["blocks"] = blocks
            notes = []
            for part in ([[b] for b in blocks] if self.ok(0.8) else [blocks] if blocks else []):
                if not self.ok():
                    continue
                note = {"target_groups": part} if self.ok() else {}
                if group["members"] and self.ok(0.5):
                    note["written_by"] = self.some(*group["members"])["person"]
                notes.append(note)
            one["attendance"] = self.attendance(group, day, start, end)
        else:
            notes = [{}] if self.ok() else []
        for note in notes:
            if self.ok():
                note["written_on"] = self.text(day + timedelta(days=self.some(0, 1, 7)))
            if self.ok():
                note["published_on"] = self.text(day + timedelta(days=self.some(0, 7, 28, 35) if self.ok() else self.some(36, 40)))
            if self.ok():
                note["url"] = "https://samla.example/anteckning"
        if more.get("kind") in ("check_in", "planning") and self.ok(0.7):
            # What was only talked over is seldom written down.
            notes = []
        if self.ok(0.95):
            one["notes"] = notes
        return one

    def attendance(self, group, day, start, end):
        rows, people = [], {t["person"] for t in group["offices"] if t["from"] <= self.text(day) <= t.get("to", "9999")}
        people |= {m["person"] for m in group["members"] if (m.get("status") == "support" or self.ok(0.8))
                   and (m.get("from", "") <= self.text(day) <= m.get("to", "9999") or self.ok(0.03))}
        for person in sorted(people):
            if not self.ok(0.96):
                continue
            row = {"person": person}
            if self.ok():
                row["whole"] = True
            elif self.ok(0.7):
                row["from"] = start if self.ok(0.6) else f"{day}T09:10"
                if self.ok(0.9):
                    row["to"] = end if self.ok(0.6) else f"{day}T10:50"
            if "from" in row and self.ok(0.2):
                row["whole"] = True
            rows.append(row)
        self.named += rows
        if self.ok(0.04):
            rows.append({"person": self.ident("gäst"), "whole": True})
        if self.ok(0.04) and group["members"]:
            rows.append({"person": self.ident("stand"), "whole": True, "standing_in_for": self.some(*group["members"])["person"]})
        if self.ok(0.03):
            rows.append({"person": self.placeholder(), "whole": True})
        return rows

    def meetings(self, groups):
        out = []
        for group in groups:
            if group["kind"] == "nosam":
                gap = lambda: timedelta(days=self.some(28, 28, 35, 31) if self.ok() else self.some(26, 27, 36, 42, 49, 63, 84, 98))
            elif group["kind"] == "theme_group" or not self.ok(0.9):
                continue
            else:
                gap = lambda: timedelta(days=self.some(60, 100, 200, 365))
            at = self.D - timedelta(days=self.some(0, 1, 35, 36, 39, 3, 10))
            for _ in range(self.x.randint(1, 7)):
                more = {}
                if self.ok(0.15):
                    more["kind"] = self.some("extra", "check_in", "planning", "joint", "ordinary")
                out.append(self.meeting(group, at, **more))
                if self.ok(0.15):
                    between = at + timedelta(days=self.x.randint(-25, 25))
                    out.append(self.meeting(group, between, kind=self.some("check_in", "check_in", "planning", "extra")))
                at -= gap()
            if self.ok(0.3):
                out.append(self.meeting(group, self.D + timedelta(days=self.x.randint(1, 40))))
        nosams = [g for g in groups if g["kind"] == "nosam"]
        if len(nosams) > 1 and out and self.ok(0.4):
            self.together(nosams, self.some(*out))
        self.x.shuffle(out)
        return out

    def together(self, nosams, one):
        """Makes a meeting a joint one, with hours for each group or target group."""
        one["groups"] = [g["id"] for g in nosams]
        start, end = one["start"], one.get("end")
        day = date.fromisoformat(start[:10])
        if self.ok(0.5):
            one["attendance"] = [row for g in nosams for row in self.attendance(g, day, start, end or f"{day}T11:00")]
        if not self.ok(0.7):
            return
        hours, at = [], 9
        for place in self.some(one["groups"], one["groups"], TARGETS[:2], [*one["groups"], TARGETS[0]]):
            row = {"group" if place in one["groups"] else "target_group": place}
            if self.ok():
                row["from"] = f"{day}T{self.some(9, 9, at):02}:{self.some('00', '00', '10')}"
            if self.ok():
                row["to"] = f"{day}T{self.some(10, 11, 12)}:{self.some('00', '00', '30')}"
            if self.ok(0.1):
                row["group"] = one["groups"][0]
            hours.append(row)
            at += 1
        one["hours"] = hours
        if self.ok(0.4):
            one.pop("blocks", None)

    def matters(self, groups, meetings):
        out = []
        for _ in range(self.x.randint(0, 6)):
            decider = self.some(*groups) if self.ok(0.4) else self.some(*([g for g in groups if g["kind"] == "nosam"] or groups))
            held = [m for m in meetings if m["groups"] == [decider["id"]]]
            on = self.day(self.D, 60) if not held or self.ok(0.3) else date.fromisoformat(self.some(*held)["start"][:10])
            raised = on - timedelta(days=self.some(0, 28, 28, 35) if self.ok(0.93) else self.some(-1, -30))
            one = {"id": self.ident("x"), "title": "Fråga"}
            if self.ok(0.93):
                one["kind"] = self.some("operational", "direction", "overarching_strategic", "collaboration_document", "other")
            if self.ok(0.93):
                one["common"] = self.ok(0.7)
            if self.ok(0.93):
                one["economic"] = self.ok(0.5)
            if self.ok(0.93):
                one["target_groups"] = [t for t in TARGETS if self.ok(0.6)]
            if self.ok(0.85):
                one["raised_on"] = self.text(raised)
            if self.ok(0.5):
                one["raised_by"] = sorted({self.some(*m["organisations"]) for m in decider.get("members", [])
                                           if m.get("organisations") and self.ok(0.2)})
            anchor = lambda: self.text(self.some(raised, on, raised + (on - raised) / 2) if self.ok() else self.some(
                raised - timedelta(days=1), on + timedelta(days=1)))
            anchorings = []
            if self.ok(0.6):
                anchorings.append({"everyone": True, "on": anchor()})
            else:
                orgs = {o for m in decider.get("members", []) for o in m.get("organisations", []) if self.ok()}
                above = {o["id"]: o["part_of"] for o in self.orgs if "part_of" in o}
                anchorings.append({"organisations": sorted({above.get(o, o) if self.ok(0.3) else o for o in sorted(orgs)}), "on": anchor()})
            if self.ok(0.2):
                anchorings[-1]["position"] = self.some("supports", "opposes", "abstains")
            for _ in range(self.some(0, 1, 1, 2) if self.ok(0.8) else 0):
                anchorings.append({"group": "COORD" if self.ok() else "POL", "on": anchor()})
                if self.ok(0.4):
                    anchorings[-1]["position"] = self.some("supports", "opposes", "abstains")
            if decider.get("members") and self.ok(0.1):
                anchorings.append({"person": self.some(*decider["members"])["person"], "on": anchor()})
            if self.ok():
                one["anchorings"] = anchorings if self.ok() else []
            decision = {"groups": [decider["id"]], "on": self.text(on)}
            if self.ok(0.1):
                decision["groups"].append(self.some(*groups)["id"])
                decision["groups"] = sorted(set(decision["groups"]))
            if self.ok():
                decision["form"] = "consensus" if self.ok(0.7) else self.some("unanimous_vote", "majority_vote")
            if held and self.ok(0.4):
                meeting = self.some(*held)
                decision["meeting"] = meeting["id"]
                if self.ok(0.7):
                    decision.pop("on")
            if decider.get("members") and self.ok(0.2):
                partly = [m for m in decider["members"] if "target_groups" in m and self.ok(0.7)]
                decision["objections"] = [{"person": self.some(*(partly or decider["members"]))["person"],
                                           "kind": self.some("objection", "reservation", "abstention")}]
            if self.ok(0.3):
                decision["present"] = [m["person"] for m in decider.get("members", []) if self.ok()]
            if self.ok(0.1):
                decision["anchoring_waived"] = "Enighet om att det inte behövs" if self.ok(0.8) else self.some("tbd", "x")
            if self.ok(0.1):
                decision["referred_to"] = self.some("COORD", "POL")
            if self.ok(0.8):
                private = [o["id"] for o in self.orgs if o.get("provider") == "private_lov"][:1]
                decision["implementation"] = [
                    {"organisation": o} for o in (*(town["top"] for town in self.town.values()), self.office) if self.ok(0.8)]
                if self.ok(0.8):
                    decision["implementation"].append({"organisation": self.some(self.hospital, self.hospital, *private)})
            if self.ok(0.93):
                one["decision"] = decision
            out.append(one)
        return out

    def plan(self):
        one = {"id": "plan"}
        if self.ok():
            one["period"] = {"from": "2023-01-01", "to": "2026-12-31" if self.ok() else "2025-12-31"}
        if self.ok():
            one["foundation"] = {"group": "POL" if self.ok() else "COORD", "on": self.some("2020-01-01", "2020-12-31") if self.ok() else "2021-01-01"}
        if self.ok():
            one["adoptions"] = [{"group": g, "on": self.some("2022-11-01", "2023-01-01") if self.ok() else self.some("2023-01-02", "2024-05-02")}
                                for g in ("COORD", "POL") if self.ok(0.7)]
        if self.ok():
            one["goals"] = charter.GOALS if self.ok() else []
        if self.ok(0.3):
            one["strategies"] = ["En väg in"]
        if self.ok():
            one["contains_activities"] = not self.ok()
        if self.ok():
            one["document"] = "plan.pdf"
        revisions = []
        for year in range(2023, self.D.year + 1):
            if not self.ok(0.8):
                continue
            on = self.some(date(year, 1, 1), date(year, 12, 31), date(year, 10, 20), self.day())
            kind = "revision" if self.ok(0.75) else "update"
            right = "COORD" if kind == "revision" else "POL"
            row = {"id": self.ident("rev"), "on": self.text(on), "decided_by": [right] if self.ok() else self.some(
                ["COORD", "POL"], ["POL"], ["COORD"], [])}
            if self.ok():
                row["kind"] = kind
            if self.ok():
                row["informed"] = [{"group": "POL", "on": self.text(on + timedelta(days=self.some(0, 20, 60, -1, 150)))}] if self.ok(0.7) else []
            revisions.append(row)
        if self.ok():
            one["revisions"] = revisions
        if self.ok(0.8):
            one["exemptions"] = [{"year": y, "decided_by": [self.some("COORD", "POL")],
                                  "on": f"{y}-12-31" if self.ok(0.7) else f"{y + 1}-01-01"}
                                 for y in range(2023, self.D.year + 1) if self.ok(0.15)]
        return one

    def next_plan(self):
        """The plan that follows, adopted in one of the years of the first."""
        if not self.ok(0.15):
            return []
        on = self.day(date(self.some(2024, 2025, 2026), self.some(1, 12), self.some(1, 31)), 20)
        return [{"id": "plan2", "period": {"from": "2027-01-01" if self.ok() else "2023-01-01", "to": "2030-12-31"},
                 "adoptions": [{"group": self.some("COORD", "POL"), "on": self.text(on)}]}]

    def plans(self):
        """The plan, and at times the one before it or the next."""
        out = [self.plan()]
        if self.ok(0.25):
            first = self.some(2019, 2027, 2027, 2026)
            other = {**self.plan(), "id": "plan-annan", "period": {"from": f"{first}-01-01", "to": f"{first + 3}-12-31"}}
            if self.ok(0.1):
                other["period"].pop(self.some("from", "to"))
            out.append(other)
        return out

    def activity_plans(self, owners):
        out = []
        self.activities = []
        for owner in owners:
            start = self.some(date(2023, 1, 1), date(2023, 1, 1), date(self.D.year, 1, 1))
            while start <= self.D and self.ok(0.95):
                end = date(start.year + self.some(0, 0, 1, 3), 12, 31)
                if self.ok(0.25):
                    # Half a year to the day, or less: such plans follow each other.
                    end = max(start, date(start.year, *self.some((4, 30), (6, 29), (6, 30), (8, 31), (12, 31))))
                if end > charter.PLAN_TO and self.ok():
                    end = max(charter.PLAN_TO, start)
                if not self.ok():
                    end = max(self.day(end, 20), start)
                period = {"from": self.text(start), "to": self.text(end)}
                activities = []
                for target in TARGETS:
                    if not self.ok():
                        continue
                    one = {"id": self.ident("akt")}
                    self.activities.append(one["id"])
                    if self.ok():
                        one["status"] = self.some("proposed", "decided", "ongoing", "done", "dropped")
                    if self.ok():
                        one["from"] = self.text(start if self.ok() else self.some(date(2026, 3, 1), date(2027, 1, 1), date(2026, 12, 31)))
                    if self.ok():
                        one["goals"] = [self.some(*charter.GOALS)] if self.ok() else []
                    if self.ok():
                        one["target_groups"] = [target if self.ok(0.8) else "all"] if self.ok() else []
                    if self.ok():
                        one["responsible"] = [self.town["1489"]["top"], self.hospital][:self.some(1, 2)] if self.ok() else self.some(
                            [], [self.office], ["COORD"], [self.hospital])
                    activities.append(one)
                adopted_on = start - timedelta(days=self.some(0, 14, 20))
                if self.ok(0.25):
                    # After its first day, in the days of grace or not.
                    adopted_on = start + timedelta(days=self.some(1, 30, 92, 93, 120))
                ap = {"id": self.ident("ap"), "owners": [owner] if self.ok() else self.some(
                    [owner, "COORD"], [o for o in owners if o != "COORD"] or [owner], [owner]), "activities": activities}
                if self.ok():
                    ap["period"] = period
                if self.ok():
                    ap["adopted_on"] = self.text(adopted_on)
                if self.ok(0.3):
                    ap["status"] = "adopted" if self.ok(0.8) else "draft"
                if self.ok():
                    ap["document"] = self.ident("dokument") if self.ok() else "plan.pdf"
                if self.ok():
                    ap["url"] = "https://samla.example/plan"
                if self.ok():
                    ap["published_on"] = self.text(adopted_on + timedelta(days=self.some(0, 35, 7) if self.ok() else 36))
                ap["owners"] = sorted(set(ap["owners"]))
                out.append(ap)
                if self.ok(0.06):
                    # One of the years after the plan's, or before.
                    first = self.some(2027, 2027, 2022)
                    out.append({**copy.deepcopy(ap), "id": self.ident("ap"), "period": {"from": f"{first}-01-01", "to": f"{first}-12-31"}})
                start = end + timedelta(days=1 if self.ok(0.9) else self.some(2, 30, -10))
        return out

    def reports(self, nosams, plans, routines):
        out = []

        def add(kind, source, on, **more):
            row = {"id": self.ident("r"), "kind": kind, "from_group": source, "on": self.text(on), **more}
            if kind in ("deviation", "report_back") and self.ok():
                row["to_group"] = "COORD" if self.ok(0.96) else "POL"
            out.append(row)

        for year in range(2022, self.D.year + 1):
            for nosam in nosams:
                for a, b in ((date(year, 1, 1), date(year, 6, 30)), (date(year, 7, 1), date(year, 12, 31))):
                    if not self.ok(0.8):
                        continue
                    more = {}
                    if self.ok():
                        more["period"] = {"from": self.text(a), "to": self.text(b if self.ok() else b - timedelta(days=1))}
                    if routines and self.ok():
                        more["routine"] = self.some(*routines)["id"]
                    for field in ("development_needs", "systemic_faults"):
                        if self.ok():
                            more[field] = "inga"
                    if not self.ok(0.3):
                        add("deviation", nosam["id"], b + timedelta(days=self.some(0, 50, 92) if self.ok() else self.some(93, 120)), **more)
                        continue
                    # In parts, or before the half-year is over.
                    middle = self.some(a + timedelta(days=90), b - timedelta(days=self.some(0, 30, 31, 32)))
                    for first, last in ((a, middle), (middle + timedelta(days=self.some(1, 1, 1, 2)), b))[:self.some(1, 2, 2)]:
                        first -= timedelta(days=self.some(0, 0, 0, 31))
                        period = {"from": self.text(first), "to": self.text(max(first, last))}
                        if not self.ok():
                            period.pop(self.some("from", "to"))
                        add("deviation", nosam["id"], last + timedelta(days=self.some(0, 12, 60, 92, 93, -1)), **{**more, "period": period})
                if self.ok(0.8):
                    add("evaluation", nosam["id"], self.some(date(year, 12, 31), date(year, 1, 1), date(year, 12, 10)))
                if self.ok(0.8):
                    on = self.some(date(year, 6, 7), date(year, 12, 31))
                    people = [t["person"] for t in nosam["offices"]
                              if t["office"] == "chair" and t["from"] <= self.text(on) <= t.get("to", "9999")]
                    people += [m["person"] for m in nosam["members"] if "process_leader" in m["functions"]] if self.ok(0.9) else [self.leader_above]
                    more = {"reporters": [p for p in people if self.ok()]} if self.ok() else {}
                    add("report_back", nosam["id"], on, **more)
            for source in ("COORD", "POL"):
                if self.ok(0.8):
                    more = {}
                    if self.ok():
                        more["goals"] = [self.some(*charter.GOALS)] if self.ok() else []
                    if self.ok():
                        more["activity_plans"] = [p["id"] for p in plans if self.ok(0.7) and p.get("period", {}).get("from", "9") <= f"{year}-12-31"] if self.ok() else []
                    add("follow_up", source, date(year, 12, self.some(1, 31)), **more)
        for row in out:
            if row["kind"] != "deviation" and self.ok(0.5):
                # About the year, about one year and the next, or about half of one.
                year = int(row["on"][:4])
                a, b = self.some((date(year, 1, 1), date(year, 12, 31)), (date(year - 1, 7, 1), date(year, 6, 30)),
                                 (date(year, 7, 1), date(year, 12, 27)), (date(year - 1, 7, 6), date(year, 6, 28)))
                row["period"] = {"from": self.text(a), "to": self.text(b)}
                if not self.ok():
                    row["period"].pop(self.some("from", "to"))
                row["on"] = self.text(self.some(b, b + timedelta(days=self.some(14, 90, 91)), date(year, 12, 10)))
            # NOSAM report together.
            if len(nosams) > 1 and row["from_group"] == nosams[0]["id"] and self.ok(0.15):
                row["from_groups"] = [nosam["id"] for nosam in nosams[: 2 if self.ok() else 1]]
                row.pop("from_group")
        return [r for r in out if self.ok(0.97)]

    def build(self):
        r = self.record
        self.activities = []
        self.organisations()
        r["activity_plans"] = []
        codes = charter.MUNICIPALITIES[: 2 if self.ok(0.85) else 1]
        # Activities first, so that members can be linked to them; owners are renamed below.
        nosam_ids = {code: f"NOSAM{code}" for code in codes}
        plans = self.activity_plans(list(nosam_ids.values()) + ["COORD"])
        nosams = [self.nosam(code) for code in codes]
        for code, nosam in zip(codes, nosams):
            nosam["id"] = nosam_ids[code]
        if self.ok(0.05):
            nosams.append({**copy.deepcopy(nosams[0]), "id": "NOSAMextra"})
        groups = nosams + [self.coordination(nosams), self.political()] + [self.theme() for _ in range(self.x.randint(0, 2))]
        for nosam in nosams:
            nosam.pop("steered", None)
            if self.ok():
                nosam["steered_by"] = "COORD" if self.ok() else "POL"
            for row in nosam["offices"]:
                if row.get("elected_by") == "SELF":
                    row["elected_by"] = nosam["id"]
        if self.ok(0.08):
            nosams[-1]["offices"] = []
        year_ago = self.year_later(self.D, -1)
        adopted = lambda: self.text(self.some(date(2022, 1, 1), self.day(year_ago, 3)) if self.ok() else self.day())
        routines = [{"id": self.ident("rutin"), **({"adopted_on": adopted()} if self.ok() else {}),
                     **({"introduced_on": adopted()} if self.ok(0.4) else {}),
                     **({"followed_up_on": self.text(self.day())} if self.ok(0.5) else {})} for _ in range(self.x.randint(1, 2) if self.ok() else 0)]
        meetings = self.meetings(groups)
        r.update(
            organisations=self.orgs, groups=groups, meetings=meetings, matters=self.matters(groups, meetings),
            plans=[*self.plans(), *self.next_plan()], activity_plans=plans, routines=routines, reports=self.reports(nosams, plans, routines),
            proposals=[{"id": self.ident("f"), "from_group": self.some(*nosams)["id"], "to_group": "COORD" if self.ok() else "POL",
                        "on": self.text(self.day())} for _ in range(self.x.randint(0, 2))],
            publications=[{"kind": "member_list", "group": g["id"], "on": self.text(
                date.fromisoformat(g["from"]) + timedelta(days=self.some(35, 36)) if "from" in g and self.ok(0.2)
                else self.D - timedelta(days=self.some(0, 30, 200)))} for g in groups if self.ok()])
        if self.ok(0.85):
            r["complete"] = [c for c in ("care_centre", "rehab_unit", "private_lov") if self.ok()]
        if self.ok(0.6):
            r["complete_from"] = self.text(self.some(date(2022, 7, 1), date(2023, 1, 1), date(2024, 1, 1), date(2024, 7, 1), self.day(spread=300)))
        for group in groups:
            if self.ok(0.06):
                # Closed on a day, mostly before the last that it was to have; what is on record goes on.
                closed = max(self.day(self.D - timedelta(days=self.some(0, 1, 100, 300))), date.fromisoformat(group.get("from", "2017-09-01")))
                group["closed_on"] = self.text(closed)
                if self.ok(0.6):
                    group["to"] = self.text(closed + timedelta(days=self.some(0, 1, 60, 300)))
        if self.ok(0.3):
            # Until some time ago, or a day on which something is due.
            near = self.some(*(date(self.D.year - n, month, day) for n in (0, 1) for month, day in (
                (3, 31), (9, 30), (12, 31), (1, 1))), self.D, self.D - timedelta(days=self.some(1, 30, 60, 200)))
            r["complete_to"] = self.text(self.day(near, 30))
        for group in groups:
            # A seat that somebody left is known to be empty.
            left = [m for m in group["members"] if m.get("to") and m.get("organisations") and m.get("functions")]
            if left and self.ok(0.3):
                row = self.some(*left)
                group["vacancies"] = [{"organisation": row["organisations"][0], "function": row["functions"][0],
                                       "from": self.text(date.fromisoformat(row["to"]) + timedelta(days=1))}]
            terms = [t for t in group.get("offices", []) if "to" in t]
            if terms and self.ok(0.2):
                row = self.some(*terms)
                group["vacancies"] = group.get("vacancies", []) + [
                    {"office": row["office"], "from": self.text(date.fromisoformat(row["to"]) + timedelta(days=1))}]
        if self.ok(0.5):
            r["recesses"] = [{"from": f"{y}-06-17", "to": f"{y}-08-11"} for y in range(2023, 2027)] + [
                {"from": f"{y}-12-18", "to": f"{y + 1}-01-07"} for y in range(2022, 2026)]
        if self.ok(0.3):
            # A week or two off between two meetings, to the week or a day short of it.
            begins = [self.D - timedelta(days=self.D.weekday() + 7 * self.x.randint(1, 30) + self.some(0, 0, 1, -2)) for _ in range(2)]
            r["recesses"] = r.get("recesses", []) + [
                {"from": self.text(a), "to": self.text(a + timedelta(days=self.some(4, 4, 6, 11, 13, 3, 0)))} for a in begins]
        if self.ok(0.3):
            # The first has a name that is none, the second is a person of a name that looks like none.
            r["people"] = [{"id": "tom-stol", "name": "Vakant"}, {"id": "nn", "name": "Nils Nilsson"}]
            for one in self.x.sample(self.named, min(len(self.named), self.some(0, 1, 3))):
                # A name where the id should stand.
                one["person"] = self.some("Nils Nilsson", "nils-nilsson", "Nils")
        if self.ok(0.05):
            r["about"] = [self.some(*groups)["id"]] if self.ok() else self.some([], "NOSAM1489", ["finns-inte"])
        for section in list(r):
            if self.ok(0.015):
                r.pop(section)
            elif isinstance(r[section], list) and self.ok(0.015):
                r[section] = []
        return r


def paths(value, at=()):
    """Every place in a JSON value, the outermost first."""
    if at:
        yield at
    if isinstance(value, dict):
        for key in value:
            yield from paths(value[key], at + (key,))
    elif isinstance(value, list):
        for i in range(len(value)):
            yield from paths(value[i], at + (i,))


def _parent(value, at):
    for step in at[:-1]:
        value = value[step]
    return value


DAYS = {"from", "to", "on", "appointed_on", "elected_on", "start", "end", "adopted_on", "published_on", "written_on",
        "raised_on", "closed_on", "complete_from", "complete_to", "followed_up_on"}
REFS = {"part_of", "steered_by", "appointed_by", "elected_by", "raised_at", "meeting", "group", "from_group", "from_groups",
        "to_group", "routine", "linked_to", "organisation", "referred_to"}


def forget(record, day):
    """Leaves out what began or was done after a day: the record of somebody who then ceased to write."""
    def told(row, section):
        begun = [row[key] for key in row if key in ("on", "start") or key.endswith("_on") or key == "from" and section in (
            "members", "offices", "vacancies")] if isinstance(row, dict) else []
        return all(one[:10] <= day for one in begun)

    for key, value in list(record.items()):
        if isinstance(value, list):
            record[key] = [one for one in value if told(one, key)]
            for one in record[key]:
                if isinstance(one, dict):
                    forget(one, day)
        elif isinstance(value, dict):
            forget(value, day) if told(value, key) else record.pop(key)


def spoil(record, x, times):
    """Drops or ruins a few values."""
    for _ in range(times):
        places = list(paths(record))
        if not places:
            return
        # Half of the slips strike high up, where most rules look.
        at = x.choice([p for p in places if len(p) <= 5]) if x.random() < 0.5 else x.choice(places)
        parent, key = _parent(record, at), at[-1]
        roll = x.random()
        if roll < 0.4:
            if isinstance(parent, dict) or x.random() < 0.5:
                del parent[key]
        elif roll < 0.5:
            parent[key] = None if isinstance(parent, dict) else parent[key]
        elif key in DAYS:
            parent[key] = x.choice(["2024-02-30", "2024-13-01", "i fjol", "2024-03-05T09:00Z", 20240305])
        elif isinstance(parent, list) and len(at) == 2:
            # An entry of which nothing can be read.
            parent[key] = "oläslig post"
        elif key in REFS or isinstance(parent, list) and isinstance(parent[key], str):
            parent[key] = "finns-inte"
        elif isinstance(parent[key], str):
            parent[key] = x.choice(["okänd kod", 7])
        elif not isinstance(parent[key], dict):
            parent[key] = "fel sort"


def world(seed):
    """A record and the options to judge it with."""
    w = World(seed)
    x = w.x
    # A copy: what is spoilt must not be the lists that every record is made from.
    record = copy.deepcopy(w.build())
    if x.random() < 0.15:
        # The last thing that was written down is just, or long, enough ago.
        last = (w.D - timedelta(days=x.choice([92, 93, 93, 120, 200, 400]))).isoformat()
        forget(record, last)
        record["publications"] = record.get("publications", []) + [{"kind": "other", "group": "COORD", "on": last}]
    if x.random() < 0.55:
        spoil(record, x, x.choice([1, 1, 2, 4, 8, 15]))
    options = {"as_of": w.D.isoformat()}
    if x.random() < 0.35:
        readings = {}
        for name in x.sample(sorted(charter.READINGS), x.randint(1, 6)):
            default, others = charter.READINGS[name]
            if others:
                readings[name] = x.choice(others)
        more = {"A-01": "2025-12-31", "A-13": 2, "A-23": "2022-10-31", "A-24": 2, "A-34": 12, "A-40": 2024,
                "A-37": ["social_services", "pupil_health"], "A-32": 14, "A-44": 30,
                "A-02": [f"B{n:02}" for n in range(1, 13)]}
        for name in x.sample(sorted(more), 2):
            readings[name] = more[name]
        options["readings"] = readings
    if x.random() < 0.3:
        options["charter"] = another_charter(x)
        scatter(record, x)
    return json.loads(json.dumps(record)), options


CHARTER = pathlib.Path(__file__).resolve().parents[2] / "core/charters/samla-2023.json"


def another_charter(x):
    """The charter of the library with what it leaves out: P-MGP-1 in force, and sites that addresses should be on."""
    whole = json.loads(CHARTER.read_text())
    whole["rules"] = {} if x.random() < 0.8 else {"P-MGP-1": {"off": True}}
    whole["sites"] = x.choice([["samla.example"], ["www.samla.example", "kommun.example"], ["annan.example"], []])
    return whole


def scatter(record, x):
    """Puts some of the addresses elsewhere."""
    others = ["https://www.samla.example:8080/plan", "HTTP://Samla.Example", "/protokoll/3", "protokoll/3", "//kommun.example/a?b=c",
              "https://kommun.example/a", "annan.example/a", "https://den@fel.example/samla.example", "https://sub.samla.example#a"]
    for at in list(paths(record)):
        if at[-1] == "url" and isinstance(_parent(record, at)["url"], str) and x.random() < 0.4:
            _parent(record, at)["url"] = x.choice(others)
    for one in record.get("publications") or []:
        if isinstance(one, dict) and x.random() < 0.5:
            one["url"] = x.choice(["https://samla.example/lista", *others])


def waive(record, options, faults, x):
    """Adds waivers for some of what is broken or cannot be told, their days about the key days of each.

    `faults` are (rule, subject, first, last) of what each rests on.
    """
    D = date.fromisoformat(options["as_of"])
    rows = []
    for rule, subject, first, last in x.sample(faults, min(len(faults), x.randint(1, 25))):
        shift = lambda *days: timedelta(days=x.choice([0, 0, *days]))
        row = {"rule": rule, "decided_by": ["COORD"] if x.random() < 0.95 else [], "on": (D - shift(30, 30, -1)).isoformat(),
               "reason": "Beslut i protokoll" if x.random() < 0.95 else "not yet"}
        begins, ends = first - shift(30, 0, -1), last + shift(30, 0, -1, -20)
        if x.random() < 0.8:
            row["from"] = begins.isoformat()
        if x.random() < 0.6:
            row["to"] = max(ends, begins).isoformat()
        if x.random() < 0.8:
            # Or all that goes on with a key, or a name that is none.
            row["subject"] = x.choice([subject] * 8 + [subject.rpartition("#")[0] or subject, subject.partition("/")[2] or subject])
        if x.random() < 0.06:
            row[x.choice(["on", "from", "to"])] = "snart"
        rows.append(row)
    return {**record, "waivers": rows} if rows else record


def job(seed):
    """The record of a seed, with waivers on every third, and its options."""
    import oracle

    record, options = world(seed)
    if seed % 3 == 0:
        record = waive(record, options, oracle.faults(json.dumps(record).encode(), options), random.Random(seed))
    return {"seed": seed, "record": record, "options": options}


def shrink(record, still):
    """The smallest record found for which `still(record)` is true, by dropping places one at a time."""
    record = copy.deepcopy(record)
    again = True
    while again:
        again = False
        # Large pieces first; within a list from the end, so that places stay valid.
        for at in sorted(paths(record), key=lambda p: (len(p), [-s if isinstance(s, int) else 0 for s in p])):
            trial = copy.deepcopy(record)
            try:
                parent = _parent(trial, at)
                del parent[at[-1]]
            except (KeyError, IndexError, TypeError):
                continue
            try:
                good = still(trial)
            except ValueError:
                good = False
            if good:
                record, again = trial, True
    return record


def main(argv):
    import oracle

    lines = argv[:1] == ["--lines"]
    argv = argv[1:] if lines else argv
    count, first = (int(argv[0]) if argv else 200), (int(argv[1]) if len(argv) > 1 else 0)
    seen = {rule: collections.Counter() for rule in oracle.RULES}
    marked = collections.Counter()
    for seed in range(first, first + count):
        one = job(seed)
        if lines:
            print(json.dumps(one, ensure_ascii=False))
            continue
        for rule, verdict in oracle.verdicts(json.dumps(one["record"]).encode(), one["options"]).items():
            seen[rule].update(verdict.subjects.values())
            marked[rule] += sum(o == "holds" for _, _, o in verdict.findings)
    if lines:
        return
    from world import ORDER
    print(f"{'rule':10}" + "".join(f"{o:>16}" for o in ORDER) + f"{'remarks':>10}")
    for rule, counts in seen.items():
        print(f"{rule:10}" + "".join(f"{counts[o]:16}" for o in ORDER) + f"{marked[rule]:10}")


if __name__ == "__main__":
    main(sys.argv[1:])
