# SPDX-License-Identifier: MIT
"""The JSON Schema of profiles and the reader of profiles accept the same: random values, right and wrong, through both. What a
schema cannot say is listed here and in the language reference. ELIGO_PROFILES sets how many profiles are tried."""
import json
import os
import random
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ["ELIGO"]
PROFILES = int(os.environ.get("ELIGO_PROFILES", "60"))

RULES = """
ruleset all_kinds "A fact of every kind"
  currency EUR
end
enum colour
  red "red"
  blue "blue"
end
enum card
  gold "gold"
  none "no card"
end
table towns
  key code : text
  n : whole
  rows
    "01", 1
    "2A", 2
    "L'Aÿ (town)", 3
    "D’Ys", 4
    "a.b|c", 5
  end
end
table years
  key year : whole
  n : whole
  rows
    2024, 1
    -7, 2
    0, 3
  end
end
table systems
  key system : version
  n : whole
  rows
    16.1, 1
    9, 2
    10.0.2, 3
  end
end
table colours
  key colour : colour
  n : whole
  rows
    red, 1
  end
end
record person
  age : whole from 0 to 130
  born : date
  income : money or none
  town : towns
end
fact agrees : yes or no
fact lives : yes or no or none
fact n : whole
fact age : whole from 0 to 120
fact balance : whole from -250 to -17
fact around : whole from -5 to 314
fact large : whole from 1000
fact paid : money
fact share : decimal from 0 to 1
fact rate : decimal from -2.75 to 31.4
fact below : decimal from -10.5 to -0.25
fact fee : money from 0.05 or none
fact day : date
fact born : date from 1900-02-28 to 2024-02-29 or none
fact app : version
fact system : version from 9.0.2 to 16.10
fact next : version from 10 or none
fact name : text
fact nick : text or none
fact colour : colour
fact card : card
fact town : towns
fact year : years or none
fact phone : systems
fact paint : colours
fact id.kind : one of passport, permit
fact id.until : date
fact id.paper.number : whole from 1 to 9
fact home : person
fact household : list of person, at most 12
fact work.team : list of person, at most 3
decision d
  agrees
end
"""

NUMBERS = [0, 1, 9, 16, 17, 119, 120, 121, 130, 314, 315, 1000, 999, -1, -5, -6, -16, -17, -250, -251, 2**63 - 1, 2**63, -2**63, -2**63 - 1,
           0.05, 0.04, 0.25, 0.5, 1.25, 1.0001, 31.4, 31.41, -0.25, -0.24, -2.75, -2.76, -10.5, -10.51, 1e19, 1e20, 1e21, -1e20, 12345.678]
DIGITS = ["0", "1", "-1", "00", "-0", "-00.0", "007", "-017", "120", "0120", "121", "1200", "314", "313", "315", "40", "-5", "-6", "-05", "-250",
          "-251", "-99", "-17", "-16", "1000", "999", "0999", "10000", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
          "-9223372036854775809", "0.5", "00.50", ".5", "5.", "1.0", "1.00000", "1.000001", "0.99", "31.4", "31.40", "31.399", "31.41", "3", "-2.75",
          "-2.7500", "-2.751", "-2.8", "-2", "-0.25", "-0.250", "-0.24", "-0.3", "-10.5", "-10.51", "-10.499", "0.05", "0.050", "0.049", "0.1",
          "1e3", "+1", " 1", "1 ", "0x1", "１", "1,5", "1 000", "", "-", "99999999999999999999", "100000000000000000000",
          "0.1234567891", "0.12345678912", "0.12345678910", "000000000000000000000000000000000000001"]
DAYS = ["2024-02-29", "2023-02-29", "1900-02-28", "1900-02-29", "1900-02-27", "1899-12-31", "1900-03-01", "2000-02-29", "2024-03-01", "2024-02-28",
        "2024-12-31", "0001-01-01", "0000-12-31", "0000-02-29", "0004-02-29", "9999-12-31", "2024-04-31", "2024-13-01", "2024-00-10", "2024-1-01",
        "24-01-01", "2024-01-01T00:00", "2025-01-01", "١٩٩٩-01-01", "1999-11-30", "1999-06-31"]
VERSIONS = ["9", "9.0", "9.0.1", "9.0.2", "9.0.2.0", "9.0.2.1", "9.0.10", "9.1", "09.00.02", "10", "10.0", "9.65535.1", "16.1", "16.01.0", "16.9",
            "16.10", "16.10.0.0", "16.10.0.1", "16.11", "16.2.3", "17", "16", "8.9", "10.0.2", "10.0.2.0", "10.0.3", "65535", "65536", "065535",
            "1.2.3.4", "1.2.3.4.5", "1..2", "1.", ".1", "v1", "1.2.3.65536", "0", "0.0.0.0"]
WORDS = ["yes", "no", "none", "Yes", "true", "red", "blue", "Red", "gold", "passport", "permit", "01", "1", "2A", "2a", "L'Aÿ (town)", "L’Aÿ (town)",
         "D’Ys", "D'Ys", "a.b|c", "aXb|c", "2024", "02024", "-7", "-07", "0.50", "12", "12.0", "-1.25", "-1.250", "Zoë", "x" * 300]
PLAIN = [True, False, None, *NUMBERS, *DIGITS, *DAYS, *VERSIONS, *WORDS, [], {}, [1], "", {"a": 1}]

# Why a value is refused that the schema accepts: each says something of two things at once, or of how a number is written.
UNSAID = ("ends before it begins", "write it without point and exponent", "is told twice", "is told without a member")


class Agreement(unittest.TestCase):
    def setUp(self):
        try:
            import jsonschema  # here alone: it takes longer to load than most tests to run
        except ImportError:
            self.skipTest("skipped: no python3-jsonschema here")
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        Path(self.folder, "all_kinds.eligo").write_text(RULES, encoding="utf-8")
        schema = json.loads(self.run_eligo("facts", self.folder, "--json-schema").stdout)
        jsonschema.Draft202012Validator.check_schema(schema)
        self.schema = jsonschema.Draft202012Validator(schema)

    def run_eligo(self, *words, given=None):
        done = subprocess.run([PROGRAM, *words], input=given, capture_output=True, timeout=60, check=False)
        self.assertIn(done.returncode, (0, 2), done.stderr.decode())
        return done

    def refusals(self, profile):
        """What the program says of each name of a profile: {name: [help or message]}."""
        done = self.run_eligo("decide", self.folder, "--profile", "-", "--format", "json", given=json.dumps(profile).encode())
        if done.returncode == 0:
            return {}
        said = {}
        for error in json.loads(done.stdout)["errors"]:
            path = error["path"]
            self.assertTrue(path.startswith("$"), error)
            name = json.loads(path[2:path.index('"]') + 1]) if path.startswith('$["') else path[2:].split(".")[0].split("[")[0]
            said.setdefault(name, []).append(error["message"] + " | " + error["help"])
        return said

    def agree(self, profile):
        said = self.refusals(profile)
        accepted = 0
        for name, value in profile.items():
            is_valid = self.schema.is_valid({name: value})
            unsaid = name in said and all(any(reason in each for reason in UNSAID) for each in said[name])
            if not unsaid:
                self.assertEqual(name not in said, is_valid, (name, value, said.get(name)))
            accepted += name not in said
        return accepted

    @staticmethod
    def part(chance, value):
        """A value, or a part of what is known of it, right or wrong."""
        kind = chance.randrange(12)
        if kind < 6:
            return value()
        if kind < 9:
            told = {side: value() for side in ("from", "to") if chance.random() < 0.6}
        else:
            told = {"one_of": [value() for _ in range(chance.choice((0, 1, 1, 2, 3)))]}
        if chance.random() < 0.2:
            told[chance.choice(("from", "to", "one_of", "none", "above"))] = chance.choice((None, value()))
        return told

    VALUES = {"agrees": WORDS + [True, False], "lives": WORDS + [True, False], "n": DIGITS + NUMBERS, "age": DIGITS + NUMBERS,
              "balance": DIGITS + NUMBERS, "around": DIGITS + NUMBERS, "large": DIGITS + NUMBERS, "paid": DIGITS + NUMBERS,
              "share": DIGITS + NUMBERS, "rate": DIGITS + NUMBERS, "below": DIGITS + NUMBERS, "fee": DIGITS + NUMBERS + ["none"],
              "day": DAYS, "born": DAYS + ["none"], "app": VERSIONS, "system": VERSIONS, "next": VERSIONS + ["none"], "name": WORDS,
              "nick": WORDS, "colour": WORDS, "card": WORDS, "town": WORDS, "year": WORDS + DIGITS + [2024],
              "phone": VERSIONS, "paint": WORDS, "kind": WORDS, "until": DAYS, "number": DIGITS + NUMBERS, "income": DIGITS + ["none"]}
    FIELDS = ("age", "born", "income", "town")

    def value_of(self, chance, fact):
        pool = self.VALUES[fact]
        return self.part(chance, lambda: chance.choice(pool if chance.random() < 0.9 else PLAIN))

    def member(self, chance):
        if chance.random() < 0.1:
            return chance.choice(PLAIN)
        fields = [field for field in self.FIELDS if chance.random() < 0.4]
        if chance.random() < 0.05:
            fields.append("name")
        return {field: self.value_of(chance, field) for field in fields}

    def test_random_profiles(self):
        chance = random.Random(11)
        accepted = total = 0
        for _ in range(PROFILES):
            profile = {fact: self.value_of(chance, fact) for fact in self.VALUES if fact not in ("kind", "until", "number", "income")}
            id_ = {"kind": self.value_of(chance, "kind"), "until": self.value_of(chance, "until"), "paper": {"number": self.value_of(chance, "number")}}
            profile.update(chance.choice((
                {"id": id_}, {"id": {"kind": id_["kind"], "paper.number": id_["paper"]["number"]}}, {"id.kind": id_["kind"], "id.paper": id_["paper"]},
                {"id.paper.number": id_["paper"]["number"], "id.until": id_["until"]}, {"id": chance.choice(PLAIN)}, {"id.paper": None})))
            field, position = chance.choice(self.FIELDS), chance.choice(("1", "3", "4", "9", "10", "12", "13", "19", "0", "01", ""))
            profile.update(chance.choice((
                {"household": [self.member(chance) for _ in range(chance.choice((0, 1, 2, 12, 13)))]}, {"household": chance.choice(PLAIN)},
                {f"household[{position}].{field}": self.value_of(chance, field)}, {f"household[{position}]": self.member(chance)})))
            profile.update(chance.choice((
                {"work": {"team": [self.member(chance)]}}, {"work.team": [self.member(chance), self.member(chance)]},
                {"work": {f"team[{position}].{field}": self.value_of(chance, field)}}, {f"work.team[{position}]": self.member(chance)},
                {f"work.team[{position}].{field}": self.value_of(chance, field)})))
            profile.update(chance.choice(({"home": self.member(chance)}, {f"home.{field}": self.value_of(chance, field)})))
            if chance.random() < 0.3:
                profile[chance.choice(("agee", "id.knd", "Age", "", "household.age", "home.name", "told:age"))] = chance.choice(PLAIN)
            total += len(profile)
            accepted += self.agree(profile)
        self.assertGreater(accepted, total / 5)
        self.assertLess(accepted, total * 4 / 5)

    def test_every_value_of_every_fact(self):
        """All of the pools, in the facts that compare them."""
        facts = [list(each) for each in (("around", "rate", "born", "system", "town"), ("age", "below", "day", "next", "year", "phone"))]
        for together in facts:
            pools = [self.VALUES[fact] for fact in together]
            for i in range(max(map(len, pools))):
                self.agree({fact: pool[i] for fact, pool in zip(together, pools) if i < len(pool)})

    def test_what_a_schema_cannot_say(self):
        """As the language reference lists it: if one of them is said one day, it is to be taken off the list."""
        unsaid = {'{"age": 1.0}': "write it without point and exponent", '{"age": 1e1}': "write it without point and exponent",
                  '{"age": {"from": 3, "to": 2}}': "the range of `age` ends before it begins",
                  '{"id": {"kind": "permit"}, "id.kind": "permit"}': "`id.kind` is told twice",
                  '{"household": [], "household[1].age": 3}': "`household` is told without a member 1",
                  '{"age": 1, "age": 2}': "the name `age` stands twice", '{"paid": 0.12345678912}': "and 10 after it"}
        for profile, why in unsaid.items():
            self.assertTrue(self.schema.is_valid(json.loads(profile)), profile)
            done = self.run_eligo("decide", self.folder, "--profile", "-", given=profile.encode())
            self.assertEqual(2, done.returncode, profile)
            self.assertIn(why, done.stderr.decode())
        # A key in which accents stand apart from their letters is read.
        apart = {"town": "L'Ay\u0308 (town)"}
        self.assertFalse(self.schema.is_valid(apart))
        self.assertEqual({}, self.refusals(apart))


if __name__ == "__main__":
    unittest.main()
