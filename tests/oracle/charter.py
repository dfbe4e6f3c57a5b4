"""The numbers and lists that the two documents fix, and the readings with their alternatives."""

import unicodedata
from datetime import date

MUNICIPALITIES = ["1489", "1441"]
PLAN_FROM, PLAN_TO = date(2023, 1, 1), date(2026, 12, 31)
FOUNDATION_YEAR = 2020
GOALS = ["trust", "continuity_and_coordination", "health_promotion_and_prevention", "mobile_care"]
TARGET_GROUPS = ["children_and_youth", "mental_health_and_substance_use", "older_people"]
MENTAL = "mental_health_and_substance_use"
SIDES = ["municipality", "region"]
TERM_MONTHS, TERM_TOLERANCE = 12, 31
MINUTES = (120, 180)
WEEKS = (4, 5)
DAYS = (28, 35)
UNIT_GRACE = 60
DEVIATION_GRACE = 92
DEVIATION_REST = 31
YEAR_GRACE = 90
YEAR_DAYS = 180
ACTIVITY_PLAN_DAYS = 35
ADOPTION_GRACE = 92
ELECTED = (1, 2)

PARTIES = {
    "regional_primary_care": ["Regional primärvård", "Närhälsan"],
    "regionhalsan": ["Regionhälsan", "Regionhälsan - Regiongemensamma vårdverksamheter"],
    "habilitation_and_health": ["Habilitering och hälsa"],
    "dental_care": ["Tandvården", "Tandvård", "Folktandvården"],
    "sjukhusen_i_vaster": ["Sjukhusen i väster"],
    "alingsas_lasarett": ["Alingsås lasarett", "Lasarettet i Alingsås", "Lasarettet Alingsås"],
    "sodra_alvsborgs_sjukhus": ["Södra Älvsborgs sjukhus", "Södra Älvsborgs sjukhus (SÄS)", "SÄS"],
    "municipal_primary_care": ["Kommunal primärvård", "Den kommunala primärvården", "Kommunal hälso- och sjukvård", "Hemsjukvården"],
    "social_services": ["Socialtjänst", "Socialtjänsten"],
    "pupil_health": ["Elevhälsan", "Elevhälsa"],
    "delregional_namnd_vastra": ["Delregional nämnd västra", "Delregionala nämnden västra", "Västra delregionala nämnden"],
}
BOARDS = {
    "B01": ["Delregional nämnd västra", "Delregionala nämnden västra", "Västra delregionala nämnden"],
    "B02": ["Styrelsen för Närhälsan", "Närhälsans styrelse", "Närhälsan"],
    "B03": ["Regionhälsan", "Styrelsen för Regionhälsan", "Regionhälsans styrelse"],
    "B04": ["Styrelsen för habilitering och hälsa", "Habilitering och hälsas styrelse", "Habilitering och hälsa"],
    "B05": ["Tandvårdsstyrelsen", "Styrelsen för tandvården", "Styrelsen för Folktandvården", "Folktandvårdens styrelse"],
    "B06": ["Sjukhusen i Väster", "Styrelsen för Sjukhusen i väster", "Sjukhusen i västers styrelse"],
    "B07": ["Styrelsen för Södra Älvsborgs sjukhus", "Södra Älvsborgs sjukhus", "Södra Älvsborgs sjukhus styrelse",
            "Styrelsen för SÄS", "SÄS styrelse"],
    **{code: [name, *(f"{name} {where}{of}" for where in ("Alingsås", "i Alingsås") for of in ("", " kommun"))]
       for code, name in (("B08", "Socialnämnden"), ("B09", "Vård- och omsorgsnämnden"), ("B10", "Barn- och ungdomsnämnden"))},
    "B11": ["Kommunstyrelsen stöd och omsorgsnämnd i Lerums kommun", "Kommunstyrelsens stöd- och omsorgsnämnd",
            "Kommunstyrelsens stöd- och omsorgsnämnd i Lerum", "Stöd- och omsorgsnämnden", "Stöd och omsorgsnämnden Lerum",
            "Stöd och omsorgsnämnden i Lerum", "Stöd och omsorgsnämnden Lerums kommun"],
    "B12": ["Kommunstyrelsen i Lerum", "Kommunstyrelsen Lerum", "Kommunstyrelsen i Lerums kommun"],
}

# As minutes and rosters write them besides.
WRITTEN = {
    "regional_primary_care": ["Regionala primärvården", "Den regionala primärvården", "Regionens primärvård"],
    "regionhalsan": ["Regiongemensamma vårdverksamheter"],
    "habilitation_and_health": ["Habiliteringen", "Förvaltningen Habilitering och hälsa"],
    "dental_care": ["Folktandvården Västra Götaland"],
    "sjukhusen_i_vaster": ["Sjukhusen Väster"],
    "alingsas_lasarett": ["Alingsås sjukhus", "Alingsås lasarett, Sjukhusen i väster"],
    "municipal_primary_care": ["Kommunala primärvården", "Kommunens primärvård", "Hemsjukvård",
                               "Kommunal hemsjukvård", "Kommunens hemsjukvård", "Den kommunala hemsjukvården",
                               "Den kommunala hälso- och sjukvården", "Kommunens hälso- och sjukvård"],
    "social_services": ["Kommunens socialtjänst"],
    "pupil_health": ["Kommunens elevhälsa", "Centrala elevhälsan", "Elevhälsans medicinska insats",
                     "Elevhälsans medicinska insatser", "Skolhälsovården", "Skolhälsovård"],
    "delregional_namnd_vastra": ["DRN västra"],
    "B01": ["DRN västra"],
    "B02": ["Styrelsen Närhälsan", "Närhälsan styrelse"],
    "B03": ["Styrelsen Regionhälsan", "Regionhälsan styrelse"],
    "B04": ["Styrelsen Habilitering och hälsa", "Habilitering och hälsa styrelse"],
    "B05": ["Folktandvårdsstyrelsen", "Styrelsen för tandvård", "Styrelsen Folktandvården",
            "Styrelsen för Folktandvården Västra Götaland"],
    "B06": ["Styrelsen Sjukhusen i väster", "Sjukhusen i väster styrelse", "Sjukhusstyrelsen för Sjukhusen i väster"],
    "B07": ["SÄS", "Södra Älvsborgs sjukhus (SÄS)", "Styrelsen för Södra Älvsborgs sjukhus (SÄS)",
            "Styrelsen Södra Älvsborgs sjukhus", "Sjukhusstyrelsen för Södra Älvsborgs sjukhus", "Styrelsen SÄS",
            "SÄS:s styrelse"],
    "B08": ["Socialnämnd", "Alingsås socialnämnd", "Alingsås kommuns socialnämnd", "Alingsås kommun, socialnämnden"],
    "B09": ["Vård- och omsorgsnämnd", "Alingsås vård- och omsorgsnämnd", "Alingsås kommuns vård- och omsorgsnämnd",
            "Alingsås kommun, vård- och omsorgsnämnden"],
    "B10": ["Barn- och ungdomsnämnd", "Alingsås barn- och ungdomsnämnd", "Alingsås kommuns barn- och ungdomsnämnd",
            "Alingsås kommun, barn- och ungdomsnämnden"],
    "B11": ["Stöd- och omsorgsnämnd", "Stöd- och omsorgsnämnden i Lerums kommun", "Lerums stöd- och omsorgsnämnd",
            "Lerums kommuns stöd- och omsorgsnämnd", "Lerums kommun, stöd- och omsorgsnämnden",
            "Kommunstyrelsens stöd- och omsorgsnämnd Lerum",
            "Kommunstyrelsens stöd- och omsorgsnämnd i Lerums kommun"],
    "B12": ["Lerums kommunstyrelse", "Lerums kommuns kommunstyrelse", "Lerums kommun, kommunstyrelsen"],
}
for table in (PARTIES, BOARDS):
    for entry, names in table.items():
        names += WRITTEN.get(entry, [])

MUNICIPALITY_OF_BOARD = {"B08": "1489", "B09": "1489", "B10": "1489", "B11": "1441", "B12": "1441"}

MANAGERS = {
    "operations_manager", "unit_manager", "department_manager", "care_unit_manager",
    "clinic_manager", "other_manager", "head_of_administration",
}
SUPPORT_FUNCTIONS = {"process_leader", "subregional_coordinator"}
MUNICIPAL_KINDS = {
    "municipal_primary_care", "social_services", "pupil_health",
    "municipal_administration", "municipal_service",
}
NOT_LINE = {"support_office", "political_board", "user_organisation"}
PLACEHOLDER_TEXTS = ["ej klart", "ej angivet", "se ovan", "dito", "tbd", "tba", "n/a", "x", "saknas", "okänd", "okänt", "inget",
                     "none", "unknown", "not yet"]
# What stands in the place of a person where there is none.
NOBODY = ["vakant", "vacant", "ej tillsatt", "ej klart", "ej utsedd", "N.N.", "NN", "tillsätts senare", "okänd", "saknas",
          "tjänsten vakant", "vacancy", "not appointed"]

# id: (default, [alternatives]); a value has None for "anything of that type".
READINGS = {
    "A-01": ("2026-12-31", None),
    "A-02": ([f"B{n:02}" for n in range(1, 12)], None),
    "A-03": ("per_body", ["group_chair", "per_body_total"]),
    "A-04": ("separate", ["same"]),
    "A-05": ("prioritised_goals", []),
    "A-06": ("either_group", ["political_group"]),
    "A-07": ("three_owners", ["nosam_only"]),
    "A-08": ("may", ["must"]),
    "A-09": ("local", []),
    "A-10": ("any_number", ["one_per_target_group", "exactly_one"]),
    "A-11": ("outside", ["inside"]),
    "A-12": ("all_but_reserved", ["operational_only"]),
    "A-13": (1, None),
    "A-14": ("duty", ["recommendation"]),
    "A-15": ("boards", []),
    "A-16": ("duty", []),
    "A-17": ("public_and_private", ["public_only"]),
    "A-18": ("one_is_enough", ["both"]),
    "A-19": ("region", ["none", "own_side"]),
    "A-20": ("anniversary", ["calendar_year"]),
    "A-21": ("opposite", ["any"]),
    "A-22": ("ordinary_with_side", ["anyone_but_process_leader"]),
    "A-23": ("2022-10-01", None),
    "A-24": (1, None),
    "A-25": ("ordinary_with_side", ["present_only"]),
    "A-26": ("inclusive", ["strictly_between"]),
    "A-26.scope": ("nosam", ["all_groups"]),
    "A-27": ("economic", ["all"]),
    "A-28": ("half_yearly", ["when_needed"]),
    "A-29": ("iso_weeks", ["days"]),
    "A-30": ("scheduled", []),
    "A-31": ("duty", ["advice"]),
    "A-32": (35, None),
    "A-33": ("appointed", ["appointed_and_stand_ins"]),
    "A-34": (None, None),
    "A-35": ("support", []),
    "A-36": ("yearly_advice", ["no_existence_test"]),
    "A-37": ([], None),
    "A-38": ("own_municipality", ["any"]),
    "A-39": ("aliases", []),
    "A-40": (2023, None),
    "A-42": ("allowed", []),
    "A-43": ("allowed", []),
    "A-44": (92, None),
    "A-45": ("organisation_or_above", ["organisation"]),
}


def plain(name):
    """A name without case, hyphens, spaces and accents, "&" and "o" as "och" (A-39)."""
    words = " ".join("och" if word in ("o", "o.") else word for word in name.replace("&", "och").split())
    letters = unicodedata.normalize("NFD", words.casefold())
    return "".join(c for c in letters if c.isalnum())


def spelling(text):
    """A text without case, spaces, hyphens and dashes."""
    return "".join(c for c in text.casefold() if not c.isspace() and unicodedata.category(c) != "Pd")


def bare(text):
    """A text without case, spaces, hyphens, full stops and accents."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c) and not c.isspace() and c not in "-\u2010\u2011.")


def nobody(text):
    """Does a text in the place of a person say that there is none; digits at the end do not count."""
    whole = bare(text)
    # A number alone is the id of somebody.
    whole = whole.rstrip("0123456789") or whole
    return whole in _NOBODY or not any(c.isalnum() for c in whole)


_NOBODY = {bare(one) for one in NOBODY}


PLACEHOLDERS = {bare(text) for text in PLACEHOLDER_TEXTS}


def says_nothing(text):
    """Is a text a placeholder: one of the list as a whole, or without a letter or digit."""
    return bare(text) in PLACEHOLDERS or not any(c.isalnum() for c in text)


ENTRIES = {}
for table in (PARTIES, BOARDS):
    for entry, names in table.items():
        for name in names:
            ENTRIES.setdefault(plain(name), set()).add(entry)
