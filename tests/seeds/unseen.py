# SPDX-License-Identifier: MIT
"""Mistakes that no tool sees, and why: texts are not read, and what decides nothing changes no answer."""
from mistake import DEPARTMENTS, RULES, Unseen

UNSEEN = [
    Unseen("the names of two departments, one pasted over the other", DEPARTMENTS,
           "07,Ardèche,",
           "07,Ardennes,",
           "names are shown, not decided by; that two rows have one name is no error"),
    Unseen("a department in the wrong region", DEPARTMENTS,
           "44,Loire-Atlantique,Pays de la Loire",
           "44,Loire-Atlantique,Bretagne",
           "no condition reads the region"),
    Unseen("the day of a department a week early", DEPARTMENTS,
           "08,Ardennes,Grand Est,2025-05-26",
           "08,Ardennes,Grand Est,2025-05-19",
           "no answer changes: before 26 May 2025 no department counts, unless the law of a later day is asked for"),
    Unseen("another time in a step than in the source", RULES,
           "by e-mail within 48 hours",
           "by e-mail within 24 hours",
           "texts are not read"),
    Unseen("the texts of yes and no in each other's place", RULES,
           '  yes "You can activate the digital carte Vitale."\n  no  "You cannot',
           '  no  "You can activate the digital carte Vitale."\n  yes "You cannot',
           "texts are not read"),
    Unseen("the wrong source cited", RULES,
           "cites guide, app_conditions  # the guide",
           "cites guide, insee  # the guide",
           "sources are not read"),
    Unseen("the costs of two changes swapped", RULES,
           '"update the phone" cost 1',
           '"update the phone" cost 10',
           "costs order the advice, which no test here looks at"),
]
