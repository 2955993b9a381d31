# SPDX-License-Identifier: MIT
"""What a mistake in rules/carte_vitale is: what stood in which file, what stands there then, and who says what of it."""
from typing import NamedTuple

RULES = "carte_vitale.eligo"
FRENCH = "carte_vitale.fr.eligo"
DEPARTMENTS = "departments.csv"
CASES = "cases.csv"


class Mistake(NamedTuple):
    name: str
    file: str
    before: str  # stands there once
    after: str
    seen_by: str  # the earliest of check, lint, test, diff
    words: str  # the first that this tool says, the worst first
    at: str = ""  # the file that it names, and the text that it shows


class Unseen(NamedTuple):
    name: str
    file: str
    before: str
    after: str
    why: str
