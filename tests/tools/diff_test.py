# SPDX-License-Identifier: MIT
"""`eligo diff` end to end: words, gates, git, profiles, JSON."""
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ELIGO = os.environ["ELIGO"]
SOURCE = Path(os.environ["ELIGO_SOURCE"])

POOL = """ruleset pool "Swimming pool"
  missing days roll forward
end
enum town_kind "town"
  spa    "Spa"
  harbor "Harbour"
  hill   "Hill"
end
fact town "home" : town_kind
fact born "date of birth" : date
fact pass "season ticket" : yes or no
rule local "somebody from here"
  town is spa
end
decision entry "Entry"
  yes "Come in."
  no  "Not today."
  all of
    local
    adult "18 or older" : full years from born to today >= 18
    pass
  end
end
"""


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, text):
        (self.folder / name).mkdir(exist_ok=True)
        (self.folder / name / "pool.eligo").write_text(text, encoding="utf-8")

    def diff(self, *words, given=None):
        ran = subprocess.run([ELIGO, "diff", *map(str, words)], capture_output=True, text=True, input=given, cwd=self.folder, timeout=300,
                             env={**os.environ, "NO_COLOR": "1"}, check=False)
        return ran.returncode, ran.stdout, ran.stderr


class Words(Case):
    def test_the_same_for_everybody(self):
        self.write("old", POOL)
        self.write("new", POOL.replace("full years from born to today >= 18", "not (full years from born to today < 18)"))
        code, out, err = self.diff("old", "new", "--exit-code", "--as-of", "2026-01-01")
        self.assertEqual((code, err), (0, ""))
        self.assertIn("Entry (`entry`): the same for everybody, on every day", out)

    def test_who_is_newly_accepted(self):
        self.write("old", POOL)
        self.write("new", POOL.replace("  town is spa\n", "  until 2026-06-30 : town is spa\n  since 2026-07-01 : town is one of spa, harbor\n"))
        code, out, err = self.diff("old", "new", "--as-of", "2026-01-01")
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(out, """Swimming pool (old)
-> Swimming pool (new)

Entry (`entry`): 1 group of people gets another answer; everybody else gets the same

1. newly accepted from 1 July 2026
   home: Harbour (harbor)
   who meet
     - season ticket (`entry/pass`)
     - 18 or older (`entry/adult`)
   for example
     test "newly accepted" as of 2026-07-01
       given town harbor, born 2008-07-01, pass yes
       expect entry yes
     end
""")

    def test_the_example_is_a_test_that_passes(self):
        self.write("old", POOL)
        changed = POOL.replace(">= 18", ">= 21")
        self.write("new", changed)
        _, out, _ = self.diff("old", "new", "--as-of", "2026-01-01", "--format", "json")
        tests = [group["example"]["test"] for group in json.loads(out)["decisions"][0]["groups"]]
        self.assertEqual(len(tests), 1)
        self.write("new", changed + tests[0])
        ran = subprocess.run([ELIGO, "test", "new"], capture_output=True, text=True, cwd=self.folder, check=False)
        self.assertEqual((ran.returncode, ran.stdout), (0, "1 passed, 0 failed\n"))

    def test_facts_that_come_and_go(self):
        self.write("old", POOL)
        self.write("new", POOL.replace("fact pass", "fact ticket").replace("    pass\n", "    ticket\n").replace('  hill   "Hill"\n', ""))
        _, out, _ = self.diff("old", "new", "--as-of", "2026-01-01")
        self.assertIn("""What is asked
  - `town` can no longer be `hill`
  - no longer asked: `pass`
  - newly asked: `ticket`
""", out)
        self.assertIn("2 groups of people get another answer", out)

    def test_what_is_written_alike_may_mean_something_else(self):
        self.write("old", POOL)
        self.write("new", POOL.replace("roll forward", "roll back"))
        _, out, _ = self.diff("old", "new", "--as-of", "2026-02-28", "--format", "json")
        groups = json.loads(out)["decisions"][0]["groups"]
        self.assertTrue(groups)
        self.assertTrue(all((g["before"], g["after"]) == ("no", "yes") for g in groups))
        self.assertTrue(all(any(told.startswith("born ") and told.endswith("-02-29") for told in g["example"]["told"]) for g in groups), out)

    def test_first_and_last_days_of_months_are_told_apart(self):
        first = POOL.replace("full years from born to today >= 18", "born <= start_of_month(today)")
        self.write("old", first)
        self.write("new", first.replace("start_of_month", "end_of_month"))
        _, out, _ = self.diff("old", "new", "--as-of", "2026-01-01")
        self.assertIn("newly accepted", out)
        self.assertNotIn("newly refused", out)

    def test_a_number_that_changed_stands_before_and_after(self):
        self.write("old", POOL)
        self.write("new", POOL.replace(">= 18", ">= 21"))
        _, out, _ = self.diff("old", "new", "--as-of", "2026-01-01")
        self.assertIn("""1. newly refused on any day
   who do not meet
     - 18 or older (`entry/adult`), as it is now: full years from born to today >= 21
   who meet
     - season ticket (`entry/pass`)
     - somebody from here (`local`)
     - 18 or older (`entry/adult`), as it was: full years from born to today >= 18
""", out)

    def test_a_date_of_a_version_bounds_the_days(self):
        dated = POOL.replace("  town is spa\n", "  until 2026-06-30 : town is spa\n  since 2026-07-01 : town is one of spa, harbor\n")
        self.write("old", dated)
        self.write("new", dated.replace("2026-06-30", "2026-07-31").replace("2026-07-01", "2026-08-01"))
        _, out, _ = self.diff("old", "new", "--as-of", "2026-01-01")
        self.assertIn("""1. newly refused from 1 July 2026 until 31 July 2026
   home: Harbour (harbor)
""", out)


FEES = POOL + """enum fare
  full    "full price"
  reduced "reduced price"
end
fact minutes "minutes in the water" : whole from 0 to 600
decision fare "Fare" : fare
  when pass then reduced
  else full
end
decision fee "Fee" : whole
  when pass then 2 else 5
end
decision price "Price" : decimal
  min(20, minutes * 0.1 rounded down to 1)
end
"""


class Values(Case):
    def account(self, decision, old, new, *more):
        self.write("old", FEES)
        self.write("new", FEES.replace(old, new))
        self.assertNotEqual(FEES, FEES.replace(old, new))
        return self.diff("old", "new", "--as-of", "2026-01-01", "--decision", decision, *more)

    def groups(self, *words):
        code, out, err = self.account(*words, "--format", "json")
        self.assertEqual((code, err), (0, ""))
        decision = json.loads(out)["decisions"][0]
        for group in decision["groups"]:
            self.write("new", FEES.replace(words[1], words[2]) + group["example"]["test"])
            ran = subprocess.run([ELIGO, "test", "new"], capture_output=True, text=True, cwd=self.folder, check=False)
            self.assertEqual((ran.returncode, ran.stdout), (0, "1 passed, 0 failed\n"))
        return decision

    def test_a_number_that_is_written(self):
        code, out, err = self.account("fee", "then 2", "then 3")
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(out, """Swimming pool (old)
-> Swimming pool (new)

Fee (`fee`): 1 group of people gets another answer; everybody else gets the same

1. a larger number on any day: was 2, is 3
   who meet
     - season ticket (`entry/pass`)
   for example
     test "a larger number" as of 2026-01-01
       given pass yes
       expect fee 3
     end
""")

    def test_an_outcome_of_a_choice(self):
        code, out, err = self.account("fare", "when pass then reduced", "when pass or town is hill then reduced")
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(out, """Swimming pool (old)
-> Swimming pool (new)

Fare (`fare`): 1 group of people gets another answer; everybody else gets the same

1. another outcome on any day: was full price, is reduced price
   home: Hill (hill)
   who do not meet
     - season ticket (`entry/pass`)
   for example
     test "another outcome" as of 2026-01-01
       given town hill, pass no
       expect fare reduced
     end
""")

    def test_a_cap_of_what_is_calculated(self):
        code, out, err = self.account("price", "min(20,", "min(25,")
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(out, """Swimming pool (old)
-> Swimming pool (new)

Price (`price`): 1 group of people gets another answer; everybody else gets the same

1. a larger number on any day; in the example was 20, is 21
   minutes in the water: 210 or more
   for example
     test "a larger number" as of 2026-01-01
       given minutes 210
       expect price 21
     end
""")

    def test_who_stays_where_rounding_leaves_them_is_not_claimed(self):
        decision = self.groups("price", "minutes * 0.1", "minutes * 0.11")
        self.assertTrue(decision["complete"])
        self.assertEqual([(g["change"], g["everybody"], g["calculated"]) for g in decision["groups"]], [("larger", False, True)])
        self.assertEqual(decision["groups"][0]["facts"][0]["ranges"], ["at most 199"])

    def test_the_same_by_another_way(self):
        _, out, _ = self.account("price", "min(20, minutes * 0.1 rounded down to 1)", "min(0.1 * minutes rounded down to 1, 10 + 10)")
        self.assertIn("Price (`price`): the same for everybody, on every day", out)

    def test_another_kind_of_answer(self):
        _, out, _ = self.account("fee", 'decision fee "Fee" : whole\n  when pass then 2 else 5', 'decision fee "Fee" : text\n  when pass then "2" else "5"')
        self.assertIn("Fee (`fee`): not compared: it gave a whole number, and gives a text", out)

    def test_no_longer_covered(self):
        decision = self.groups("fee", "  when pass then 2", "  not covered if town is hill\n  when pass then 2")
        self.assertTrue(decision["complete"])
        self.assertEqual({(g["before"], g["after"], g["value_after"]) for g in decision["groups"]}, {("value", "not_covered", None)})

    def test_json_by_its_schema(self):
        try:
            import jsonschema  # pylint: disable=import-outside-toplevel
        except ImportError:
            print("skipped: no python3-jsonschema")
            return
        schema = json.loads((SOURCE / "tools/diff/diff.schema.json").read_text(encoding="utf-8"))
        for words in (("fee", "then 2", "then 3"), ("price", "min(20,", "min(25,"), ("fare", "when pass", "when not pass")):
            _, out, _ = self.account(*words, "--format", "json")
            jsonschema.Draft202012Validator(schema).validate(json.loads(out))

    def test_gates(self):
        larger, smaller = "eligo: somebody gets a larger value\n", "eligo: somebody gets a smaller value\n"
        other = "eligo: somebody gets another value, and values of this kind have no order\n"
        up, down = ("fee", "then 2", "then 3"), ("price", "min(20,", "min(15,")
        choice = ("fare", "when pass", "when not pass")
        self.assertEqual(self.account(*up, "--deny-widening")[0::2], (1, larger))
        self.assertEqual(self.account(*up, "--deny-narrowing")[0::2], (0, ""))
        self.assertEqual(self.account(*down, "--deny-widening")[0::2], (0, ""))
        self.assertEqual(self.account(*down, "--deny-narrowing")[0::2], (1, smaller))
        for gate in ("--deny-widening", "--deny-narrowing"):
            self.assertEqual(self.account(*choice, gate)[0::2], (1, other))
        gone = ("fee", "  when pass then 2", "  not covered if town is hill\n  when pass then 2")
        self.assertEqual(self.account(*gone, "--deny-narrowing")[0::2], (1, "eligo: somebody gets a value no longer\n"))
        self.assertEqual(self.account(*gone, "--deny-widening")[0::2], (0, ""))


class Tables(Case):
    ROWS = {"01": ("Ain", "2026-05-01"), "13": ("Bouches-du-Rhône", "2026-05-01"), "83": ("Var", "2026-06-01"), "84": ("Vaucluse", "")}
    RULES = """ruleset pool "Service"
end
table departments "department" from "departments.csv"
  key code "code" : text
  name "name" : text
  open_since "open since" : date or none
  shown as name
end
fact department "department where you live" : departments
decision open "Open"
  department.open_since <= today
end
"""

    def account(self, change, *more):
        for name, rows in (("old", dict(self.ROWS)), ("new", change(dict(self.ROWS)))):
            self.write(name, self.RULES)
            lines = [f"{code},{town},{since}\n" for code, (town, since) in rows.items()]
            (self.folder / name / "departments.csv").write_text("code,name,open_since\n" + "".join(lines), encoding="utf-8")
        code, out, err = self.diff("old", "new", "--as-of", "2026-01-01", *more)
        self.assertEqual((code, err), (0, ""))
        return out.split("\n", 3)[3]

    def test_one_day_moved_by_a_month(self):
        self.assertEqual(self.account(lambda rows: {**rows, "83": ("Var", "2026-07-01")}), """What stands in tables
  - department Var (83): open since 1 June 2026, now 1 July 2026

Open (`open`): 1 group of people gets another answer; everybody else gets the same

1. newly refused from 1 June 2026 until 30 June 2026
   department where you live: Var (83)
   for example
     test "newly refused" as of 2026-06-01
       given department "83"
       expect open no
     end
""")

    def test_nobody_before_a_table_lets_them_in(self):
        """The day on which the first row opens, where neither version of the rules has a day."""
        condition, together = "  department.open_since <= today\n", "  all of\n    open_there \"open\" : %s\n    adult \"old enough\" : age >= %d\n  end\n"
        rules = self.RULES.replace("decision open", 'fact age "age" : whole from 0 to 120\ndecision open')
        table = "code,name,open_since\n" + "".join(f"{code},{town},{since}\n" for code, (town, since) in self.ROWS.items())

        def said(opens, *more):
            for name, age in (("old", 18), ("new", 16)):
                is_dated = "days" in opens  # of a day that may be none, none is counted from
                text = rules.replace("date or none", "date") if is_dated else rules
                self.write(name, text.replace(condition, together % (opens, age)))
                cells = table.replace("Vaucluse,", "Vaucluse,2026-07-01") if is_dated else table
                (self.folder / name / "departments.csv").write_text(cells, encoding="utf-8")
            code, out, err = self.diff("old", "new", "--as-of", "2026-08-01", *more)
            self.assertEqual((code, err), (0, ""))
            return out

        self.assertIn("\n1. newly accepted from 1 May 2026\n   age: 16 to 17\n", said("department.open_since <= today"))
        self.assertIn("\n1. newly accepted from 1 June 2026\n", said("department.open_since + 31 days <= today"))
        self.assertIn("\n1. newly accepted from 31 March 2026\n", said("department.open_since - 31 days <= today"))
        self.assertIn("\n1. newly accepted until 1 June 2026\n", said("department.open_since >= today"))
        self.assertIn("\n1. newly accepted on any day\n", said("department.open_since is none or department.open_since <= today"))
        days = json.loads(said("department.open_since <= today", "--format", "json"))["decisions"][0]["groups"][0]["days"]
        self.assertEqual(days, [{"from": "2026-05-01", "to": None}])

    def test_a_row_that_is_gone(self):
        self.assertEqual(self.account(lambda rows: {code: row for code, row in rows.items() if code != "83"}), """What is asked
  - `department` can no longer be `Var (83)`

What stands in tables
  - department Var (83): no longer in the table

Open (`open`): the same on every day, for everybody whom both decide about
""")

    def test_a_row_that_is_new(self):
        self.assertEqual(self.account(lambda rows: {**rows, "2A": ("Corse-du-Sud", "2026-06-01")}), """What is asked
  - `department` can newly be `Corse-du-Sud (2A)`

What stands in tables
  - department Corse-du-Sud (2A): new in the table

Open (`open`): the same on every day, for everybody whom both decide about
""")

    def test_rows_in_another_order(self):
        self.assertEqual(self.account(lambda rows: dict(reversed(list(rows.items())))), "Open (`open`): the same for everybody, on every day\n")

    def test_rows_that_changed_alike_stand_together(self):
        out = self.account(lambda rows: {**rows, "01": ("Ain", "2026-05-02"), "13": ("Bouches-du-Rhône", "2026-05-02")})
        self.assertIn("  - department Ain (01), Bouches-du-Rhône (13): open since 1 May 2026, now 2 May 2026\n", out)
        self.assertIn("1. newly refused on 1 May 2026\n   department where you live: Ain (01), Bouches-du-Rhône (13)\n", out)

    def test_a_day_where_none_was_and_none_where_a_day_was(self):
        out = self.account(lambda rows: {**rows, "01": ("Ain", ""), "84": ("Vaucluse", "2026-07-01")})
        self.assertIn("  - department Ain (01): open since 1 May 2026, now no date\n", out)
        self.assertIn("  - department Vaucluse (84): open since 1 July 2026, no date before\n", out)

    def test_for_a_merge_request(self):
        out = self.account(lambda rows: {**rows, "84": ("Vaucluse", "2026-06-01")}, "--format", "markdown")
        self.assertIn("1. **newly accepted** from 1 June 2026\n   - department where you live: Vaucluse (84)\n", out)


NUMBERS = """ruleset numbers "Numbers"
  missing days roll back
end
fact w "size" : whole from 0 to 5
fact other "what nobody asks" : yes or no
fact invoice "day of the invoice" : date
%s"""


class Truth(Case):
    """Nothing is said of everybody in a group that is so of the example alone."""

    def account(self, old, new, *more):
        self.write("old", NUMBERS % old)
        self.write("new", NUMBERS % new)
        code, out, err = self.diff("old", "new", "--as-of", "2026-11-28", *more)
        self.assertEqual((code, err), (0, ""))
        return out

    def test_a_value_of_their_own_before_what_cannot_be_calculated(self):
        rules = ('decision d "D" : whole\n  w + 1\nend\n', 'decision d "D" : whole\n  1 / (w - w) rounded up to 1\nend\n')
        self.assertIn("1. now invalid on any day; in the example was 1\n", self.account(*rules))
        group = json.loads(self.account(*rules, "--format", "json"))["decisions"][0]["groups"][0]
        self.assertEqual((group["after"], group["value_before"]["value"], group["calculated"]), ("invalid", "1", True))
        self.assertIn("1. now another number (was invalid) on any day; in the example is 1\n", self.account(*reversed(rules)))

    LAST = 'decision last "last day" : date\n  %s\nend\n'

    def test_a_day_that_moves_beside_another(self):
        other = "later", "max(end_of_year(invoice), invoice + 2 months)", "max(end_of_year(invoice), invoice + 3 months)"
        below = "earlier", "max(end_of_year(invoice), invoice + 2 months)", "min(end_of_year(invoice), invoice + 3 months)"
        within = "later", "max(end_of_year(invoice), end_of_month(invoice + 2 months))", "max(end_of_year(invoice), end_of_month(invoice + 3 months))"
        for change, before, after in (other, below, within):
            with self.subTest(after):
                out = self.account(self.LAST % before, self.LAST % after)
                self.assertIn("\nlast day (`last`): 2 groups of people get another answer; everybody else gets the same\n", out)
                self.assertRegex(out, rf"\n1. an? {change} day for some of them on any day; in the example was .* 202[67], is .* 202[67]\n"
                                      r"   day of the invoice: until 30 September 9999\n")
                self.assertIn("\n2. now invalid on any day; in the example was 31 December 9999\n"
                              "   day of the invoice: from 1 October 9999 until 31 October 9999\n", out)

    def test_one_person_alone_is_no_group_where_there_may_be_more(self):
        out = self.account(self.LAST % "end_of_month(invoice + 2 months)", self.LAST % "invoice + 75 days")
        self.assertRegex(out, r"\nlast day \(`last`\): not complete, there may be others: the comparison was given up; \d groups of people get another answer\n")
        self.assertNotIn("28 November 2026;", out)
        self.assertNotIn("what nobody asks", out)
        self.assertEqual(set(re.findall(r"^\d\. a later day (.*);", out, re.M)), {"on any day"})

    def test_a_condition_that_is_written_nowhere(self):
        rule = """enum place_kind "place"
  spa
  harbor
end
fact here "home" : place_kind
fact there "work" : place_kind
decision d "D" : whole
  when here is not there and w > 1 then w + %d
  else 0
end
"""
        self.assertIn("   size: 2 or more\n   who do not meet\n     - here is there\n", self.account(rule % 1, rule % 2))

    def test_a_figure_that_changed(self):
        rule = """enum bracket "bracket"
  low
  high
end
value ceiling "ceiling" : whole
  until 2025-12-31 : 1
  since 2026-01-01 : %d
end
value size "bracket of the size" : bracket
  when w <= ceiling then low
  else high
end
decision d "D"
  all of
    within "within the ceiling" : size is not high
  end
end
"""
        out = self.account(rule % 2, rule % 3)
        self.assertIn("\nWhat figures come to\n  - ceiling, since 1 January 2026: 2 becomes 3\n", out)
        self.assertIn("\n1. newly accepted from 1 January 2026\n   size: 3\n", out)
        account = json.loads(self.account(rule % 2, rule % 3, "--format", "json"))
        self.assertEqual(account["figures"], ["ceiling, since 1 January 2026: 2 becomes 3"])
        self.assertIn("\n### What figures come to\n\n- ceiling, since 1 January 2026: 2 becomes 3\n", self.account(rule % 2, rule % 3, "--format", "markdown"))

    def test_titles_are_distinct(self):
        rules = 'decision d "D"\n  w > %d\nend\ndecision e "E"\n  w > %d\nend\n'
        given = 'test "newly accepted" as of 2026-01-01\n  given w 5\n  expect d yes\nend\n'
        account = json.loads(self.account(rules % (3, 3), rules % (2, 2) + given, "--format", "json"))
        tests = "".join(group["example"]["test"] for decision in account["decisions"] for group in decision["groups"])
        self.assertEqual(re.findall('^test "(.*)" as of', tests, re.M), ["newly accepted 2", "newly accepted 3"])
        self.write("new", NUMBERS % (rules % (2, 2) + given) + tests)
        ran = subprocess.run([ELIGO, "test", "new"], capture_output=True, text=True, cwd=self.folder, check=False)
        self.assertEqual((ran.returncode, ran.stdout), (0, "3 passed, 0 failed\n"))

    def test_broken_rules(self):
        self.write("old", NUMBERS % "")
        self.write("new", NUMBERS % "nonsense\n")
        code, out, err = self.diff("old", "new")
        self.assertEqual((code, out, err.rsplit("\n", 2)[1]), (2, "", "eligo: the ruleset has errors; nothing was compared"))


    def test_a_rule_that_did_not_change_stands_for_the_ways_to_meet_it(self):
        rules = """ruleset x "X"
end
enum matter "matter"
  civil  "civil"
  asylum "asylum"
  victim "victim"
end
fact french "French" : yes or no
fact permit "permit" : date or none
fact matter "kind of case" : matter
fact income "income" : whole from 0 to 100000
fact savings "savings" : whole from 0 to 100000
value most "most" : whole
  12000
end
rule stays "may stay"
  any of
    national "national" : french
    permit   "a permit" : permit >= today
    asylum   "asylum"   : matter is asylum
  end
end
rule means "small means"
  any of
    no_limit "no limit" : matter is victim
    poor "poor" : all of
      low "low income" : income <= most
      saved "few savings" : savings <= 2 * most
    end
  end
end
decision aid "aid"
  all of
    stays
    means
  end
end
"""
        self.write("old", rules)
        self.write("new", rules.replace("  12000\n", "  13000\n"))
        code, out, err = self.diff("old", "new", "--as-of", "2025-03-01")
        self.assertEqual((code, err), (0, ""))
        self.assertIn("aid: 2 groups of people get another answer; everybody else gets the same\n", out)
        for fact in ("   income: 12,001 to 13,000\n", "   savings: 24,001 to 26,000\n"):
            self.assertIn(fact + "   who meet\n", out)
        self.assertEqual(out.count("     - may stay (`stays`)\n"), 2)
        self.assertEqual(out.count("   kind of case: any but victim\n"), 2)

    def test_who_was_found_for_another_decision_is_tried(self):
        rules = """ruleset x "X"
end
fact s "s" : text
fact t "t" : text
fact f "f" : yes or no
fact n "n" : whole from 0 to 1000
fact m "m" : whole from 0 to 1000
value most "most" : whole
  100
end
rule right "right"
  n * 7 - m * 5 is 61 and n * 3 + m is 265
end
decision entry "entry"
  right and n + m < most
end
decision amount "amount" : whole
  when (s is t or s is not t) and f and right and n + m < most then n else 0
end
"""
        self.write("old", rules)
        self.write("new", rules.replace("  100\n", "  200\n"))
        for words in ((), ("--decision", "amount")):
            with self.subTest(words):
                code, out, err = self.diff("old", "new", "--as-of", "2025-03-01", *words)
                self.assertEqual((code, err), (0, ""))
                self.assertEqual("newly accepted" in out, not words)
                self.assertIn("1. found by trying, a larger number: was 0, is 63\n", out)
                self.assertRegex(out, r"given s \".*\", t \".*\", f yes, n 63, m 76\n")


class Members(Case):
    """What may be impossible to calculate of a member is compared like any other line about all members."""

    RULES = """ruleset family "Family"
  missing days roll forward
  currency EUR
end
record person "person"
  birth_date "date of birth" : date
  income "income" : money from 0 to 100000
end
fact household "household" : list of person, at most 6
value each : money
  100
end
value children "number of children" : whole
  count(m in household : m.birth_date + %d years >= today)
end
decision help "Help"
  all of
    child "a child" : some m in household : m.birth_date + %d years >= today
    poor "little income" : sum(m in household : m.income) <= 30000
  end
end
decision amount "Amount" : money
  each * children
end
"""

    def groups(self, decision):
        self.write("old", self.RULES % (6, 6))
        self.write("new", self.RULES % (7, 7))
        code, out, err = self.diff("old", "new", "--as-of", "2026-11-28", "--decision", decision)
        self.assertEqual((code, err), (0, ""))
        tests = re.findall(r'^     (test .*\n(?:       .*\n)+     end\n)', out, re.M)
        self.assertEqual((len(tests), len(tests) > 1), (out.count("   for example\n"), True))
        self.write("new", self.RULES % (7, 7) + "".join(tests))
        ran = subprocess.run([ELIGO, "test", "new"], capture_output=True, text=True, cwd=self.folder, check=False)
        self.assertEqual((ran.returncode, ran.stdout), (0, f"{len(tests)} passed, 0 failed\n"))
        return out

    def test_a_day_that_may_leave_the_calendar(self):
        out = self.groups("help")
        self.assertIn("\nHelp (`help`): 3 groups of people get another answer; everybody else gets the same\n", out)
        self.assertEqual(re.findall(r"^\d\. (.*)", out, re.M),
                         ["newly accepted on any day", "now invalid (was yes) on any day", "now yes (was invalid) on any day"])
        self.assertIn("   for whom this cannot be calculated\n     - a child (`help/child`), as it is now: some m in household : "
                      "m.birth_date + 7 years >= today\n", out)

    def test_a_count_that_cannot_be_made(self):
        out = self.groups("amount")
        self.assertIn("\nAmount (`amount`): 2 groups of people get another answer; everybody else gets the same\n", out)
        self.assertEqual(re.findall(r"^\d\. (.*);", out, re.M), ["a larger amount for some of them on any day", "now invalid on any day"])
        self.assertIn("   for whom this cannot be calculated\n     - number of children (`children`), as it is now\n", out)


class Gates(Case):
    def setUp(self):
        super().setUp()
        self.write("old", POOL)
        self.write("wide", POOL.replace("town is spa", "town is not hill"))
        self.write("narrow", POOL.replace(">= 18", ">= 19"))

    def test_widening(self):
        self.assertEqual(self.diff("old", "wide", "--deny-widening")[0::2], (1, "eligo: somebody is accepted who was not\n"))
        self.assertEqual(self.diff("old", "narrow", "--deny-widening")[0::2], (0, ""))

    def test_narrowing(self):
        self.assertEqual(self.diff("old", "narrow", "--deny-narrowing")[0::2], (1, "eligo: somebody is no longer accepted\n"))
        self.assertEqual(self.diff("old", "wide", "--deny-narrowing")[0::2], (0, ""))

    def test_people_whom_only_one_knows(self):
        self.write("fewer", POOL.replace('  hill   "Hill"\n', ""))
        gone, new = "what was decided about before is no longer", "what was not decided about before is now"
        self.assertEqual(self.diff("old", "fewer", "--deny-narrowing")[0::2], (1, f"eligo: {gone}: see what is asked\n"))
        self.assertEqual(self.diff("old", "fewer", "--deny-widening")[0::2], (0, ""))
        self.assertEqual(self.diff("fewer", "old", "--deny-widening")[0::2], (1, f"eligo: {new}: see what is asked\n"))
        self.write("none", POOL.replace("decision entry", "decision way_in"))
        self.assertEqual(self.diff("old", "none", "--deny-narrowing")[0], 1)

    def test_use(self):
        self.assertEqual(self.diff("old")[0::2], (2, "eligo: two rulesets are compared: the one before and the one after\n"))
        self.assertEqual(self.diff("old", "gone")[0::2], (2, "eligo: no such file or folder: gone\n"))
        code, _, err = self.diff("old", "wide", "--decision", "enty")
        self.assertEqual(code, 2)
        self.assertEqual(err, "eligo: the ruleset has no decision `enty`; it has entry; did you mean `entry`?\n")


class Git(Case):
    def git(self, *words):
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words], cwd=self.folder, check=True, capture_output=True)

    def test_as_it_was(self):
        try:
            self.git("init", "-q")
        except FileNotFoundError:
            print("skipped: no git")
            return
        self.write("pool", POOL)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "x")
        self.write("pool", POOL.replace(">= 18", ">= 16"))
        code, out, err = self.diff("--git", "HEAD", "pool", "--as-of", "2026-01-01")
        self.assertEqual((code, err), (0, ""))
        self.assertIn("1. newly accepted on any day", out)
        code, _, err = self.diff("--git", "nowhere", "pool")
        self.assertEqual((code, err.startswith("eligo: git has no revision `nowhere` of ")), (2, True))
        self.assertEqual(self.diff("--git", "--output=x", "pool")[0], 2)
        self.assertEqual(self.diff("--git", "HEAD", "pool", "pool")[0], 2)
        (self.folder / "pool").rename(self.folder / "basin")
        code, _, err = self.diff("--git", "HEAD", "basin")
        self.assertEqual((code, err.startswith("eligo: at `HEAD` there was no " + str(self.folder.resolve() / "basin") + "; if it had another name then")), (2, True))


class Profiles(Case):
    def setUp(self):
        super().setUp()
        self.write("old", POOL)
        self.write("new", POOL.replace(">= 18", ">= 21"))
        self.people = "\n".join(json.dumps({"town": "spa", "born": f"{year}-01-01", "pass": True}) for year in (1990, 2006, 2007, 2010)) + "\n"

    def test_how_many(self):
        code, out, err = self.diff("old", "new", "--as-of", "2026-01-01", "--profiles", "-", given=self.people)
        self.assertEqual((code, err), (0, ""))
        self.assertTrue(out.endswith("Of 4 profiles, on 2026-01-01:\n  - `entry`: 2 profiles from yes to no\n"), out)

    def test_a_line_that_is_no_profile(self):
        code, _, err = self.diff("old", "new", "--profiles", "-", given=self.people + '{"twon": "spa"}\n')
        self.assertEqual(code, 2)
        self.assertTrue(err.startswith("eligo: -: line 5: "), err)

    def test_json_by_its_schema(self):
        try:
            import jsonschema  # pylint: disable=import-outside-toplevel
        except ImportError:
            print("skipped: no python3-jsonschema")
            return
        schema = json.loads((SOURCE / "tools/diff/diff.schema.json").read_text(encoding="utf-8"))
        for words in (("old", "new"), ("old", "new", "--profiles", "-"), ("old", "old")):
            code, out, _ = self.diff(*words, "--format", "json", given=self.people)
            self.assertEqual(code, 0)
            jsonschema.Draft202012Validator(schema).validate(json.loads(out))

    def test_markdown(self):
        _, out, _ = self.diff("old", "new", "--as-of", "2026-01-01", "--format", "markdown")
        self.assertIn("## Swimming pool (old) → Swimming pool (new)\n", out)
        self.assertIn("\n1. **newly refused** on any day\n", out)
        self.assertIn("   <details><summary>For example</summary>\n", out)


class Flagship(Case):
    def test_a_complete_account(self):
        code, out, err = self.diff(SOURCE / "rules/carte_vitale", SOURCE / "rules/carte_vitale_2026", "--as-of", "2026-11-25", "--format", "json")
        self.assertEqual((code, err), (0, ""))
        decision = json.loads(out)["decisions"][0]
        self.assertTrue(decision["complete"])
        self.assertLess(len(decision["groups"]), 40)
        bretagne = [g for g in decision["groups"] if g["days"] == [{"from": "2025-09-23", "to": None}]]
        self.assertTrue(any({"18", "22", "28", "29", "35", "36", "37", "41", "45", "56"} ==
                            {v["value"] for f in g["facts"] if f["fact"] == "department" for v in f["values"]} for g in bretagne))

    def test_many_groups_have_an_overview(self):
        both = (SOURCE / "rules/carte_vitale", SOURCE / "rules/carte_vitale_2026", "--as-of", "2026-11-25")
        for words, said in (((), r"(?m)^  1–(\d+) newly refused, (\d+)–(\d+) newly accepted, "), (("--lang", "fr"), r"(?m)^  1–(\d+) nouvellement refusés, (\d+)–(\d+) nouvellement acceptés, "),
                            (("--format", "markdown"), r"(?m)^1–(\d+) newly refused, (\d+)–(\d+) newly accepted, ")):
            with self.subTest(words):
                out = self.diff(*both, *words)[1]
                refused, first, last = map(int, re.search(said, out).groups())
                verdict = r"(?:\*\*)?(?:newly|nouvellement) (refused|refusés|accepted|acceptés)"
                numbers = [(int(number), verdict[0]) for number, verdict in re.findall(r"(?m)^(\d+)\. " + verdict, out)]
                self.assertEqual([number for number, verdict in numbers if verdict == "r"], list(range(1, refused + 1)))
                self.assertEqual([number for number, verdict in numbers if verdict == "a"], list(range(first, last + 1)))

    def test_ages_of_those_who_are_shown(self):
        code, out, err = self.diff(SOURCE / "rules/carte_vitale", SOURCE / "rules/carte_vitale_2026", "--as-of", "2026-11-25")
        self.assertEqual((code, err), (0, ""))
        people = re.findall(r'test "newly (\w+)[^"]*" as of (\S+)\n +given birth_date ([^,]+),', out)
        self.assertGreater(len(people), 5)
        for verdict, day, born in people:
            year, rest = int(day[:4]), day[4:]
            with self.subTest(verdict=verdict, day=day):
                if verdict == "accepted":  # 16 or 18 that day, by the health insurance scheme
                    self.assertIn(born, {f"{year - age}{rest}" for age in (16, 18)})
                else:  # a day later
                    after = datetime.date.fromisoformat(day) + datetime.timedelta(days=1)
                    self.assertIn(born, {f"{after.year - age}{after.isoformat()[4:]}" for age in (16, 18)})


class Said(Case):
    """Of every kind of fact and change, what is printed is just what is so."""

    def account(self, before, after, *more, head='ruleset r "R"\n  currency EUR\nend\n'):
        self.write("old", head + before)
        self.write("new", head + after)
        code, out, err = self.diff("old", "new", "--as-of", "2026-01-01", *more)
        self.assertEqual((code, err), (0, ""))
        return out

    def facts(self, declared, before, after):
        out = self.account(*(f"fact f \"f\" : {declared}\ndecision d \"d\"\n  {condition}\nend\n" for condition in (before, after)))
        self.assertIn("; everybody else gets the same\n", out)
        return re.findall(r"\n   f: (.*)", out)

    def test_ends_that_are_open(self):
        for declared, before, after, said in (
                ("money from 0", "f >= 100", "f >= 90", "€90 or more, but less than €100"), ("money to 1000", "f >= 100", "f >= 90", "€90 or more, but less than €100"),
                ("money", "f < 100", "f < 90", "€90 or more, but less than €100"), ("decimal", "f > 1.5", "f > 2", "more than 1.5, but at most 2"),
                ("decimal from 0 to 25", "f <= 5.5", "f <= 5", "more than 5, but at most 5.5"), ("money from 0", "f >= 100", "f >= 100 and f <= 500", "more than €500"),
                ("version", "f > 9", "f > 16.1", "more than 9, but at most 16.1"), ("money or none", "f is not none", "f is none or f is not none", "no amount")):
            with self.subTest(declared + ": " + after):
                self.assertEqual(self.facts(declared, before, after), [said])
        self.assertEqual(self.facts("money or none", "never", "f is not none"), ["any but none"])

    def test_texts(self):
        for before, after, said in (
                ('f is "A"', 'f is not "A"', ["A", "any but A"]), ('f is one of "A", "B"', 'f is "C"', ["A, B", "C"]),
                ('f starts with "CD-"', 'f starts with "CD"', ["what begins with CD but not with CD-"]),
                ("never", 'f starts with "CD" and f is not "CD"', ["another that begins with CD"]),
                ("never", 'f starts with "CD" and f is not "CDE"', ["CD; or another that begins with CD; or another that begins with CDE"]),
                ("never", 'not (f starts with "CD")', ["any but what begins with CD"]),
                ("never", 'f is ""', ["an empty text"])):
            with self.subTest(after):
                self.assertEqual(self.facts("text", before, after), said)

    def test_texts_for_programs(self):
        out = self.account('fact f "f" : text\ndecision d "d"\n  never\nend\n', 'fact f "f" : text\ndecision d "d"\n  f is not "A"\nend\n', "--format", "json")
        fact, = json.loads(out)["decisions"][0]["groups"][0]["facts"]
        self.assertEqual((fact["values"], fact["ranges"]), ([], ["another that begins with A", "any other"]))

    def test_none_has_the_word_of_its_enum(self):
        head = 'ruleset r "R"\nend\nenum kind "kind"\n  a "A"\n  b "B"\n  c "C"\n  none "none of these"\nend\nfact f "f" : kind\n'
        for before, after, said in (("never", "f is none", "none of these"), ("never", "f is not a", "any but A (a); or none of these"),
                                    ("never", "f is not one of a, none", "any but A (a), none of these")):
            with self.subTest(after):
                out = self.account(*(f'decision d "d"\n  {condition}\nend\n' for condition in (before, after)), head=head)
                self.assertEqual(re.findall(r"\n   f: (.*)", out), [said])

    def test_figures_of_days_that_are_not_covered(self):
        value = 'value amount "amount" : money\n  until 2026-12-31 : 500\n  since 2027-01-01 : %s\nend\nfact m "m" : money\ndecision d "d"\n  m > amount\nend\n'
        out = self.account(value % "500", value % "not covered")
        self.assertIn("  - amount, since 1 January 2027: €500 becomes not covered\n", out)
        out = self.account(value % "not covered", value % "0")
        self.assertIn("  - amount, since 1 January 2027: not covered becomes €0\n", out)

    def test_versions_of_four_parts(self):
        rules = "ruleset p \"P\"\nend\nfact v \"version\" : version\ndecision d\n  v >= {}\nend\n"
        self.write("old", rules.format("1.2.3"))
        self.write("new", rules.format("1.2.3.4"))
        code, out, err = self.diff("old", "new", "--as-of", "2026-01-01")
        self.assertEqual((code, err), (0, ""))
        self.assertIn("1. newly refused on any day\n   version: 1.2.3 or more, but less than 1.2.3.4\n", out)

    def test_what_is_presumed(self):
        rules = 'fact n "n" : whole from 0 to 3\n%sdecision d "d"\n  n > 1\nend\n'
        for before, after, said in (("", "presume n is 2\n", "`n` is newly presumed where it is not told: 2"), ("presume n is 0\n", "", "`n` is no longer presumed where it is not told: was 0"),
                                    ("presume n is 0\n", "presume n is 2\n", "`n` is presumed otherwise where it is not told: was 0, is 2")):
            with self.subTest(said):
                out = self.account(rules % before, rules % after)
                self.assertIn(f"What is asked\n  - {said}\n", out)
                self.assertIn("d: the same on every day, for everybody who tells what is asked\n", out)
                for gate in ("--deny-widening", "--deny-narrowing"):
                    code, out, err = self.diff("old", "new", gate)
                    self.assertEqual((code, err), (1, "eligo: who does not tell everything may get another answer: see what is presumed\n"))

    def test_an_age_by_cases(self):
        rules = ('fact born "date of birth" : date\nfact kind "kind" : one of x, y, z\nvalue lowest "lowest age" : whole\n  when kind is %s then 18\n  else 16\nend\n'
                 'decision d "d"\n  full years from born to today %s\nend\n')
        head = 'ruleset r "R"\n  missing days roll forward\nend\n'
        out = self.account(rules % ("x", ">= lowest"), rules % ("one of x, z", ">= lowest"), head=head)
        self.assertIn("""d: 1 group of people gets another answer; everybody else gets the same

1. newly refused on any day
   who do not meet
     - full years from born to today >= lowest, as it is now
   who meet
     - full years from born to today >= lowest, as it was
   for example
     test "newly refused" as of 2026-01-01
       given born 2010-01-01, kind z
""", out)
        for same in ("> lowest - 1", "> max(lowest, 3) - 1", "> lowest - 2 + 1"):
            with self.subTest(same):
                self.assertIn("d: the same for everybody, on every day\n", self.account(rules % ("x", ">= lowest"), rules % ("x", same), head=head))
        self.assertIn("1. newly accepted on any day\n", self.account(rules % ("x", ">= lowest"), rules % ("x", ">= min(lowest, 17)"), head=head))

    def test_another_currency(self):
        rules = 'fact m "m" : money\ndecision d "d"\n  m > 5\nend\n'
        self.write("old", 'ruleset r "R"\n  currency EUR\nend\n' + rules)
        self.write("new", 'ruleset r "R"\n  currency CHF\nend\n' + rules)
        code, out, err = self.diff("old", "new", "--exit-code")
        self.assertIn("  - amounts are in CHF, and were in EUR\n", out)
        self.assertEqual((code, err), (1, ""))
        self.assertEqual(self.diff("old", "new", "--deny-narrowing")[::2], (1, "eligo: amounts are in another currency\n"))

    def test_a_decision_that_came_says_nothing_of_another(self):
        one = 'fact m "m" : yes or no\ndecision d "d"\n  m\nend\n'
        out = self.account(one, one + 'decision e "e"\n  not m\nend\n')
        self.assertIn("d: the same for everybody, on every day\n", out)
        self.assertEqual(self.diff("old", "new", "--deny-widening")[0], 1)


class ExampleCase(Case):
    def account(self, folder, file, old, new, decision, *more):
        for name in ("before", "rules"):
            shutil.copytree(SOURCE / "rules", self.folder / name)
        before = self.folder / "before/examples" / folder
        changed = self.folder / "rules/examples" / folder / file
        text = changed.read_text(encoding="utf-8")
        self.assertEqual(text.count(old), 1)
        changed.write_text(text.replace(old, new), encoding="utf-8")
        code, out, err = self.diff(before, changed.parent, "--as-of", "2026-11-25", "--decision", decision, *more)
        self.assertEqual((code, err), (0, ""))
        out = out.split("\n", 3)[3]
        self.figures = ""
        if out.startswith("What figures come to\n"):
            self.figures, out = out.split("\n", 1)[1].split("\n\n", 1)
        return out


class Examples(ExampleCase):
    """The examples that come with Eligo, each with one small change, in exact words."""

    def test_the_cap_of_a_subsidy(self):
        self.assertEqual(self.account("bicycle_subsidy", "bicycle_subsidy.eligo", 'when band is low         then 400', 'when band is low         then 450', "amount"), """amount of the subsidy (`amount`): 2 groups of people get another answer; everybody else gets the same

1. a larger amount from 1 January 2025; in the example was €400, is €401
   kind of bicycle: electric bicycle (electric)
   price of the bicycle: €802 or more
   who do not meet
     - highest amount for a bicycle without a motor: band is middle, as it is now
     - share of the price: band is upper, as it is now
   who meet
     - all conditions of the subsidy (`entitled`)
   for example
     test "a larger amount" as of 2025-12-31
       given age 18, town "A02", household.income 0, bicycle.kind electric, bicycle.price 802, bicycle.second_hand no,
             bicycle.lead_battery no, purchase_day 2025-06-30, last_subsidy 2020-12-31
       expect amount 401
     end

2. a larger amount from 1 January 2026; in the example was €400, is €420
   kind of bicycle: electric bicycle (electric)
   price of the bicycle: about €668.33 or more
   who do not meet
     - highest amount for a bicycle without a motor: band is middle, as it is now
     - share of the price: band is upper, as it is now
   who meet
     - all conditions of the subsidy (`entitled`)
   for example
     test "a larger amount 2" as of 2026-11-25
       given age 16, town "A02", household.income 0, bicycle.kind electric, bicycle.price 700, bicycle.second_hand no,
             bicycle.lead_battery no, purchase_day 2026-11-25, last_subsidy 2021-11-25
       expect amount 420
     end
""")

    def test_the_border_of_a_band(self):
        self.assertEqual(self.account("fare_classification", "fare_classification.eligo", 'begins" : decimal\n  30\n', 'begins" : decimal\n  40\n', "distance"), """your distance band (`distance`): 1 group of people gets another answer; everybody else gets the same

1. another outcome on any day: was regional journey, is local journey
   length of the journey in kilometres: 30 or more, but less than 40
   for example
     test "another outcome" as of 2026-11-25
       given journey.distance 30
       expect distance local
     end
""")

    def test_an_age_of_a_fare(self):
        self.assertEqual(self.account("fare_classification", "fare_classification.eligo", 'since 2026-01-01 : 62', 'since 2026-01-01 : 64', "fare"), """your fare (`fare`): 2 groups of people get another answer; everybody else gets the same

1. another outcome from 1 January 2026: was senior fare, is group fare
   who do not meet
     - a journey across the border, which has a tariff of its own (`fare/coverage`)
     - fare for people with a disability (`disability_fare`)
     - senior fare (`senior_fare`), as it is now
     - free travel (`travels_free`)
   who meet
     - senior fare (`senior_fare`), as it was
     - group fare (`group_fare`)
   for example
     test "another outcome" as of 2026-11-25
       given birth_date 1964-11-25, card.kind none, group_size 10, journey.hour 10
       expect fare together
     end

2. another outcome from 1 January 2026: was senior fare, is full fare
   who do not meet
     - a journey across the border, which has a tariff of its own (`fare/coverage`)
     - fare for people with a disability (`disability_fare`)
     - senior fare (`senior_fare`), as it is now
     - free travel (`travels_free`)
     - group fare (`group_fare`)
   who meet
     - senior fare (`senior_fare`), as it was
   for example
     test "another outcome 2" as of 2026-11-25
       given birth_date 1964-11-25, card.kind none
       expect fare full
     end
""")

    def test_an_age_since_a_day(self):
        self.assertEqual(self.account("bicycle_subsidy", "bicycle_subsidy.eligo", '  since 2026-01-01 : 16', '  since 2026-01-01 : 17', "subsidy"), """Bicycle subsidy (`subsidy`): 1 group of people gets another answer; everybody else gets the same

1. newly refused from 1 January 2026
   age: 16
   who meet
     - a town that takes part (`town_takes_part`)
     - a kind of bicycle that is subsidised (`accepted_kind`)
     - no lead battery (`clean_battery`)
     - new, or second-hand with a certificate (`accepted_condition`)
     - no subsidy in the last five years (`first_in_five_years`)
     - an application within six months (`in_time`)
     - an income within the ceilings (`income_within`)
   for example
     test "newly refused" as of 2026-11-25
       given age 16, town "A01", household.income 0, bicycle.kind electric, bicycle.second_hand no, bicycle.lead_battery no,
             purchase_day 2026-11-25, last_subsidy none
       expect subsidy no
     end
""")

    def test_the_day_on_which_a_town_joins(self):
        self.assertEqual(self.account("bicycle_subsidy", "towns.csv", 'A02,Aubrelle,2025-01-01,0', 'A02,Aubrelle,2025-02-01,0', "subsidy"), """What stands in tables
  - town Aubrelle (A02): takes part since 1 January 2025, now 1 February 2025

Bicycle subsidy (`subsidy`): 1 group of people gets another answer; everybody else gets the same

1. newly refused from 1 January 2025 until 31 July 2025
   town where you live: Aubrelle (A02)
   day of purchase: from 1 January 2025 until 31 January 2025
   who meet
     - old enough (`old_enough`)
     - a kind of bicycle that is subsidised (`accepted_kind`)
     - no lead battery (`clean_battery`)
     - new, or second-hand with a certificate (`accepted_condition`)
     - no subsidy in the last five years (`first_in_five_years`)
     - an income within the ceilings (`income_within`)
     - an application within six months (`in_time`)
   for example
     test "newly refused" as of 2025-07-31
       given age 18, town "A02", household.income 0, bicycle.kind electric, bicycle.second_hand no, bicycle.lead_battery no,
             purchase_day 2025-01-31, last_subsidy 2020-07-31
       expect subsidy no
     end
""")

    def test_the_end_of_a_permit(self):
        self.assertEqual(self.account("parking_permit", "parking_permit.eligo", 'then today + 6 months - 1 day', 'then today + 9 months - 1 day', "last_day"), """last day of the permit (`last_day`): 1 group of people gets another answer; everybody else gets the same

1. a later day from 1 March 2026; in the example was 24 May 2027, is 24 August 2027
   permits that your home already has: 1 or more
   for example
     test "a later day" as of 2026-11-25
       given home.permits 1
       expect last_day 2027-08-24
     end
""")

    def test_the_price_of_a_permit(self):
        self.assertEqual(self.account("parking_permit", "parking_permit.eligo", 'since 2026-03-01 : 40', 'since 2026-03-01 : 50', "price"), """price of the permit (`price`): 1 group of people gets another answer; everybody else gets the same

1. a larger amount from 1 March 2026; in the example was €40, is €50
   who do not meet
     - a disability card (`permits_left/disability`)
     - a resident (`resident`)
   who meet
     - all conditions of the permit (`entitled`)
   for example
     test "a larger amount" as of 2026-11-25
       given home.main no, care.provider yes, care.patients 5, vehicle.plate "x", vehicle.kind car, vehicle.length 0,
             vehicle.weight 0, vehicle.engine petrol, vehicle.standard 3, vehicle.inspected_until 2026-11-25,
             vehicle.keeper self, unpaid_fines 0
       expect price 50
     end
""")

    def test_the_ceiling_of_a_band(self):
        self.assertEqual(self.account("bicycle_subsidy", "bicycle_subsidy.eligo", '  since 2026-01-01 : 7300', '  since 2026-01-01 : 7500', "amount"), """amount of the subsidy (`amount`): 1 group of people gets another answer; everybody else gets the same

1. a larger amount for some of them from 1 January 2026; in the example was €40, is €60
   who do not meet
     - highest amount for a bicycle without a motor: band is middle, as it is now
   who meet
     - highest amount for a bicycle without a motor: band is middle, as it was
     - all conditions of the subsidy (`entitled`)
   for example
     test "a larger amount for some of them" as of 2026-11-25
       given age 16, town "A02", household.income 7400, household.shares 1, bicycle.kind ordinary, bicycle.price 100,
             bicycle.second_hand no, purchase_day 2026-11-25, last_subsidy 2021-11-25
       expect amount 60
     end
""")

    def test_a_percentage_below_a_cap(self):
        out = self.account("bicycle_subsidy", "bicycle_subsidy.eligo", "then 60 %", "then 65 %", "amount")
        self.assertIn("amount of the subsidy (`amount`): 1 group of people gets another answer; everybody else gets the same\n", out)
        self.assertIn("1. a larger amount for some of them ", out)
        self.assertIn("     - share of the price: band is upper, as it is now\n", out)

    def test_ages_in_a_price_are_compared_to_the_end(self):
        out = self.account("fare_classification", "fare_classification.eligo", "since 2026-01-01 : 62", "since 2026-01-01 : 64", "price")
        self.assertEqual(self.figures, "  - age at which the senior fare begins, since 1 January 2026: 62 becomes 64")
        self.assertTrue(out.startswith("price of the ticket (`price`): 1 group of people gets another answer; everybody else gets the same\n\n"
                                       "1. a larger amount for some of them from 1 January 2026; in the example was "), out)

    def test_what_is_given_up_is_said(self):
        for name, day in DEADLINES.items():
            self.write(name, DEADLINE % day)
        code, out, err = self.diff("old", "new", "--as-of", "2026-11-25")
        self.assertEqual((code, err), (0, ""))
        self.assertIn("\nlast day (`last`): not complete, there may be others: the comparison was given up; 5 groups of people get another answer\n", out)
        self.assertIn("\n1. an earlier day on any day; in the example was 28 February 2027, is 14 February 2027\n"
                      "   day of the letter: from 1 December 2026 until 14 December 2026\n", out)


# Within a year the one is now before the other, now behind it.
DEADLINES = {"old": "end_of_month(d + 2 months)", "new": "d + 75 days"}
DEADLINE = """ruleset r "Deadlines"
  languages en, fr
  missing days roll back
end
fact d "day of the letter" : date
decision last "last day" : date
  %s
end
texts fr
  d "date du courrier"
  last "dernier jour"
end
"""


PISCINE = """ruleset pool "Piscine"
  languages fr, en
  missing days roll forward
end
enum town_kind "commune"
  spa    "Les Thermes"
  harbor "Le Port"
  hill   "La Colline"
end
fact town "commune de résidence" : town_kind
fact born "date de naissance" : date
fact pass "abonnement" : yes or no
rule local "habitant de la commune"
  town is spa
end
decision entry "Entrée"
  yes "Bienvenue."
  no  "Pas aujourd’hui."
  all of
    local
    adult "âge de 18 ans" : full years from born to today >= 18
    pass
  end
end
texts en
  pool        "Swimming pool"
  entry       "Entry"
  town        "home"
  town_kind.harbor "Harbour"
end
"""
LATER = ("  town is spa\n", "  until 2026-06-30 : town is spa\n  since 2026-07-01 : town is one of spa, harbor\n")
ZONES = """ruleset zones "Zones"
  languages fr
  currency EUR
end
table towns "commune" from "towns.csv"
  key code "code" : text
  opened "ouverte depuis le" : date or none
  price "tarif" : money
end
fact town "commune de résidence" : towns
decision open "Ouverture"
  town.opened <= today
end
"""
FOYER = """ruleset x "Foyer"
  languages fr
end
record m "membre"
  a "taille" : whole from 0 to 2
  w "travaille" : yes or no
end
fact h "foyer" : list of m, at most 2
fact b "accord" : yes or no
decision d "Aide"
  %s
end
"""


def typeset(text):
    """With the spaces that do not break a line."""
    for mark, space in ((" :", "\u00a0:"), (" ;", "\u202f;"), (" €", "\u00a0€"), ("n° ", "n°\u00a0")):
        text = text.replace(mark, space)
    return text


def words_in(text):
    return set(re.findall(r"[^\W\d_]+", text.lower()))


def words_of_phrases(code):
    lines = (SOURCE / f"tools/diff/phrases_{code}.cpp").read_text(encoding="utf-8").splitlines()
    literals = re.findall(r'"((?:[^"\\]|\\.)*)"', "\n".join(line for line in lines if not line.startswith(("#include", "//"))))
    return words_in(" ".join(re.sub(r"\\u....|\\n", " ", literal) for literal in literals))


def prose(out):
    """An account without what is written as rules have it: tests, names, values, conditions."""
    out = re.sub(r"^ {5}test .*?^ {5}end$", "", out, flags=re.M | re.S)
    out = re.sub(r"`[^`]*`|\([a-zA-Z0-9_]+\)", "", out)
    return re.sub(r"(version\u00a0: |as it was: |as it is now: ).*$", r"\1", out, flags=re.M)


class French(ExampleCase):
    def french(self, old, new, *more, given=None):
        for name, text in (("old", old), ("new", new)):
            self.write(name, text)
        code, out, err = self.diff("old", "new", "--as-of", "2026-01-01", *more, given=given)
        self.assertEqual((code, err), (0, ""))
        return out

    def test_rules_that_are_french_first(self):
        self.assertEqual(self.french(PISCINE, PISCINE.replace(*LATER)), typeset("""Piscine (old)
-> Piscine (new)

Entrée (`entry`) : 1 groupe de personnes obtient une autre réponse ; pour tous les autres, la réponse reste la même

1. nouvellement acceptés à partir du 1er juillet 2026
   commune de résidence : Le Port (harbor)
   qui remplissent
     - abonnement (`entry/pass`)
     - âge de 18 ans (`entry/adult`)
   par exemple
     test "nouvellement acceptés" as of 2026-07-01
       given town harbor, born 2008-07-01, pass yes
       expect entry yes
     end
"""))

    def test_the_other_language_of_the_rules(self):
        out = self.french(PISCINE, PISCINE.replace(*LATER), "--lang", "en")
        self.assertTrue(out.startswith("Swimming pool (old)\n-> Swimming pool (new)\n\nEntry (`entry`): 1 group of people gets another answer"), out)
        self.assertIn("\n1. newly accepted from 1 July 2026\n   home: Harbour (harbor)\n   who meet\n     - abonnement (`entry/pass`)\n", out)

    def test_the_same_for_all(self):
        same = PISCINE.replace("full years from born to today >= 18", "not (full years from born to today < 18)")
        self.assertIn(typeset("Entrée (`entry`) : la même réponse pour tout le monde, quel que soit le jour\n"), self.french(PISCINE, same))
        self.assertIn(typeset("Entrée (`entry`) : la même réponse, quel que soit le jour, pour toutes les personnes sur lesquelles les deux "
                              "versions se prononcent\n"), self.french(PISCINE, same.replace('  hill   "La Colline"\n', "")))
        out = self.french(PISCINE, same + "presume pass is yes\n")
        self.assertIn(typeset("Ce qui est demandé\n  - `pass` est désormais présumé en l’absence de réponse : oui\n"), out)
        self.assertIn(typeset("Entrée (`entry`) : la même réponse, quel que soit le jour, pour toutes les personnes qui répondent aux questions\n"), out)

    def test_amounts(self):
        self.assertEqual(self.account("bicycle_subsidy", "bicycle_subsidy.eligo", "when band is low         then 400", "when band is low         then 450", "amount", "--lang", "fr"),
                         typeset("""montant de la prime (`amount`) : 2 groupes de personnes obtiennent une autre réponse ; pour tous les autres, la réponse reste la même

1. un montant plus élevé à partir du 1er janvier 2025 ; dans l’exemple, auparavant 400 €, désormais 401 €
   type de vélo : vélo à assistance électrique (electric)
   prix du vélo : 802 € ou plus
   qui ne remplissent pas
     - montant maximal pour un vélo sans moteur : band is middle, dans la nouvelle version
     - part du prix : band is upper, dans la nouvelle version
   qui remplissent
     - toutes les conditions de la prime (`entitled`)
   par exemple
     test "un montant plus élevé" as of 2025-12-31
       given age 18, town "A02", household.income 0, bicycle.kind electric, bicycle.price 802, bicycle.second_hand no,
             bicycle.lead_battery no, purchase_day 2025-06-30, last_subsidy 2020-12-31
       expect amount 401
     end

2. un montant plus élevé à partir du 1er janvier 2026 ; dans l’exemple, auparavant 400 €, désormais 420 €
   type de vélo : vélo à assistance électrique (electric)
   prix du vélo : environ 668,33 € ou plus
   qui ne remplissent pas
     - montant maximal pour un vélo sans moteur : band is middle, dans la nouvelle version
     - part du prix : band is upper, dans la nouvelle version
   qui remplissent
     - toutes les conditions de la prime (`entitled`)
   par exemple
     test "un montant plus élevé 2" as of 2026-11-25
       given age 16, town "A02", household.income 0, bicycle.kind electric, bicycle.price 700, bicycle.second_hand no,
             bicycle.lead_battery no, purchase_day 2026-11-25, last_subsidy 2021-11-25
       expect amount 420
     end
"""))

    def test_a_date_that_is_calculated(self):
        self.assertIn(typeset("1. une date ultérieure à partir du 1er mars 2026 ; dans l’exemple, auparavant 24 mai 2027, désormais 24 août 2027\n"
                              "   cartes que votre foyer a déjà : 1 ou plus\n"),
                      self.account("parking_permit", "parking_permit.eligo", "then today + 6 months - 1 day", "then today + 9 months - 1 day", "last_day", "--lang", "fr"))

    def test_an_outcome_and_a_figure(self):
        out = self.account("fare_classification", "fare_classification.eligo", 'begins" : decimal\n  30\n', 'begins" : decimal\n  40\n', "distance", "--lang", "fr")
        self.assertTrue(out.startswith(typeset("Ce que deviennent les valeurs écrites dans les règles\n"
                                               "  - kilomètres à partir desquels un trajet est régional : auparavant 30, désormais 40\n")), out)
        self.assertIn(typeset("1. un autre résultat quel que soit le jour : auparavant trajet régional, désormais trajet local\n"
                              "   longueur du trajet en kilomètres : 30 ou plus, mais moins de 40\n"), out)

    def test_what_is_given_up(self):
        for name, day in DEADLINES.items():
            self.write(name, DEADLINE % day)
        code, out, err = self.diff("old", "new", "--as-of", "2026-11-25", "--lang", "fr")
        self.assertEqual((code, err), (0, ""))
        self.assertIn(typeset("\ndernier jour (`last`) : comparaison incomplète, d’autres cas sont possibles ; le calcul a été abandonné ; 5 groupes de personnes "
                              "obtiennent une autre réponse\n"), out)

    def test_what_lists_come_to(self):
        out = self.account("family_allowance", "family_allowance.eligo", "  since 2026-01-01 : 21\n", "  since 2026-01-01 : 22\n", "allowance", "--lang", "fr")
        self.assertIn(typeset("\n1. nouvellement acceptés à partir du 1er janvier 2026\n   nombre d’enfants pris en compte, dans l’ancienne version : 0\n"), out)

    def test_what_cannot_be_calculated(self):
        out = self.french(FOYER % "b and (every y in h : y.w)", FOYER % "b and (some y in h : (y.a / y.a rounded up to 1) > 0)")
        # <> is the colon of a rule, which stands behind a plain space.
        self.assertIn(typeset(""". désormais non calculable (auparavant : oui) quel que soit le jour
   accord : oui
   pour qui ceci ne peut pas être calculé
     - some y in h <> (y.a / y.a rounded up to 1) > 0, dans la nouvelle version
   qui remplissent
     - every y in h <> y.w, dans l’ancienne version
   par exemple
     test "désormais non calculable (auparavant : oui)" as of 2026-01-01
""").replace("<>", ":"), out)

    def test_a_day_where_none_was(self):
        for name, cell in (("old", ""), ("new", "2026-05-02")):
            (self.folder / name).mkdir()
            (self.folder / name / "towns.csv").write_text(f"code,opened,price\nA,{cell},3\nB,2026-01-01,1\n", encoding="utf-8")
        self.assertIn(typeset("  - commune A : ouverte depuis le 2 mai 2026, aucune date auparavant\n"), self.french(ZONES, ZONES))

    def test_rows_of_tables(self):
        for name in ("old", "new"):
            (self.folder / name).mkdir()
        before = "code,opened,price\nA,2026-05-01,1000\nB,2026-05-01,1000\nC,,1.5\nD,,2\nE,,2\n"
        after = "code,opened,price\nA,2026-05-02,1000\nB,2026-05-02,1000\nC,,1200.5\nF,,2\n"
        for name, rows in (("old", before), ("new", after)):
            (self.folder / name / "towns.csv").write_text(rows, encoding="utf-8")
        out = self.french(ZONES, ZONES)
        self.assertEqual(out.split("\n", 3)[3], typeset("""Ce qui est demandé
  - `town` ne peut plus être `D`, `E`
  - `town` peut désormais être `F`

Ce qui change dans les tableaux
  - commune A, B : ouverte depuis le 1er mai 2026, désormais 2 mai 2026
  - commune C : tarif 1,50 €, désormais 1\u202f200,50 €
  - commune D, E : ne figurent plus dans le tableau
  - commune F : figure désormais dans le tableau

Ouverture (`open`) : 1 groupe de personnes obtient une autre réponse ; pour tous les autres, la réponse reste la même

1. nouvellement refusés le 1er mai 2026
   commune de résidence : tout sauf C
   par exemple
     test "nouvellement refusés" as of 2026-05-01
       given town "A"
       expect open no
     end
"""))

    def test_what_is_asked(self):
        facts = 'fact size "taille" : whole from 0 to %s\nfact note "note" : %s\nfact pass '
        old = PISCINE.replace("fact pass ", facts % ("5", "text")).replace("end\ntexts", 'end\ndecision tall "Grand"\n  size > 3\nend\ntexts')
        new = PISCINE.replace("fact pass ", facts % ("6 or none", "date")).replace("end\ntexts", 'end\ndecision big "Grand"\n  size is not none\nend\ntexts')
        self.assertIn(typeset("""
Ce qui est demandé
  - `size` peut désormais être sans valeur
  - les valeurs possibles de `size` ont changé : la comparaison porte sur celles que les deux versions admettent
  - la donnée `note` a changé de type : pour la comparaison, ce sont deux données distinctes
  - décision qui n’est plus rendue : `tall`
  - nouvelle décision : `big`
"""), self.french(old, new))
        self.assertIn("  - `size` ne peut plus être sans valeur\n", self.french(new, old))
        gone = PISCINE.replace("fact pass", "fact a : yes or no\nfact b : yes or no\nfact pass").replace("    pass\n", "    pass\n    a\n    b\n")
        self.assertIn(typeset("  - données nouvellement demandées : `a`, `b`\n"), self.french(PISCINE, gone))
        self.assertIn(typeset("  - données qui ne sont plus demandées : `a`, `b`\n"), self.french(gone, PISCINE))
        self.assertIn(typeset("  - donnée qui n’est plus demandée : `pass`\n"), self.french(PISCINE, PISCINE.replace("    pass\n", "").replace('fact pass "abonnement" : yes or no\n', "")))

    def test_another_kind_of_answer(self):
        fee = 'end\ndecision fee "Tarif" : %s\n  when pass then %s\n  else %s\nend\ntexts'
        old, new = (PISCINE.replace("end\ntexts", fee % words) for words in (("whole", "2", "5"), ("town_kind", "spa", "hill")))
        self.assertIn(typeset("\nTarif (`fee`) : non comparé, car la décision donnait un nombre entier et donne désormais une valeur de `town_kind`\n"), self.french(old, new))
        covered = new.replace("  when pass then spa", "  not covered if town is hill\n  when pass then spa")
        out = self.french(new, covered)
        self.assertIn(typeset(". nouvellement hors du champ d’application (auparavant : La Colline) quel que soit le jour\n"), out)
        self.assertIn(typeset(". nouvellement dans le champ d’application : La Colline quel que soit le jour\n"), self.french(covered, new))

    def test_profiles(self):
        people = "\n".join(json.dumps({"town": "spa", "born": f"{year}-01-01", "pass": True}) for year in (1990, 2006, 2007, 2010)) + "\n"
        older = PISCINE.replace(">= 18", ">= 21")
        out = self.french(PISCINE, older, "--profiles", "-", given=people)
        self.assertTrue(out.endswith(typeset("\nSur 4 profils, le 1er janvier 2026 :\n  - `entry` : 2 profils, auparavant oui, désormais non\n")), out)
        out = self.french(PISCINE, PISCINE, "--profiles", "-", given=people.split("\n", 1)[0])
        self.assertTrue(out.endswith(typeset("\nSur 1 profil, le 1er janvier 2026 :\n  - la réponse reste la même pour chacun\n")), out)

    def test_for_a_merge_request(self):
        people = json.dumps({"town": "harbor", "born": "1990-01-01", "pass": True})
        self.assertEqual(self.french(PISCINE, PISCINE.replace(*LATER).replace("2026-0", "2025-0"), "--format", "markdown", "--profiles", "-", given=people), typeset("""## Piscine (old) → Piscine (new)

### Entrée (`entry`)

1 groupe de personnes obtient une autre réponse ; pour tous les autres, la réponse reste la même.

1. **nouvellement acceptés** à partir du 1er juillet 2025
   - commune de résidence : Le Port (harbor)
   - qui remplissent
     - abonnement (`entry/pass`)
     - âge de 18 ans (`entry/adult`)

   <details><summary>Par exemple</summary>

   ```
   test "nouvellement acceptés" as of 2026-01-01
     given town harbor, born 2008-01-01, pass yes
     expect entry yes
   end
   ```
   </details>

### 1 profil le 1er janvier 2026

- `entry` : 1 profil, auparavant non, désormais oui
"""))

    def test_json(self):
        account = json.loads(self.french(PISCINE, PISCINE.replace(*LATER), "--format", "json"))
        self.assertEqual((account["language"], account["before"]), ("fr", "Piscine"))
        decision = account["decisions"][0]
        self.assertEqual(decision["summary"], typeset("1 groupe de personnes obtient une autre réponse ; pour tous les autres, la réponse reste la même"))
        self.assertEqual({(group["before"], group["after"]) for group in decision["groups"]}, {("no", "yes")})
        fee = 'end\ndecision fee "Tarif" : %s\n  when pass then 2\n  else 5\nend\ntexts'
        for language, opening in (("fr", "non comparé, car la décision donnait "), ("en", "not compared: it gave ")):
            other = json.loads(self.french(PISCINE.replace("end\ntexts", fee % "whole"), PISCINE.replace("end\ntexts", fee.replace("2", '"2"').replace("5", '"5"') % "text"),
                                           "--format", "json", "--lang", language))["decisions"][1]
            self.assertEqual(other["why_not"], "not compared: it gave a whole number, and gives a text")
            self.assertTrue(other["summary"].startswith(opening), other["summary"])
        try:
            import jsonschema  # pylint: disable=import-outside-toplevel
        except ImportError:
            print("skipped: no python3-jsonschema")
            return
        schema = json.loads((SOURCE / "tools/diff/diff.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate(account)

    def test_ranges_are_data(self):
        facts = "fact pass ", 'fact size "taille" : whole from 0 to 500\nfact pass '
        old, new = (PISCINE.replace(*facts).replace("    pass\n", f"    pass\n    tall \"grande taille\" : size > {least}\n") for least in (120, 130))
        group = json.loads(self.french(old, new, "--format", "json"))["decisions"][0]["groups"][0]
        self.assertEqual([(fact["label"], fact["ranges"]) for fact in group["facts"]], [("taille", ["121 to 130"])])
        self.assertIn(typeset("\n   taille : de 121 à 130\n"), self.french(old, new))

    def test_examples_can_be_pasted(self):
        fee = 'end\ndecision fee "Tarif" : whole\n  %swhen pass then %s\n  else 5\nend\ntexts'
        old = PISCINE.replace("end\ntexts", fee % ("", "2"))
        new = PISCINE.replace(*LATER).replace("end\ntexts", fee % ("not covered if town is hill\n  ", "3"))
        account = json.loads(self.french(old, new, "--format", "json"))
        tests = [group["example"]["test"] for decision in account["decisions"] for group in decision["groups"]]
        self.assertIn(typeset('test "nouvellement hors du champ d’application (auparavant : 5)" as of 2026-01-01\n'), "".join(tests))
        self.write("new", new + "".join(tests))
        ran = subprocess.run([ELIGO, "test", "new"], capture_output=True, text=True, cwd=self.folder, check=False)
        self.assertEqual((ran.returncode, ran.stdout), (0, f"{len(tests)} passed, 0 failed\n"))
        self.assertGreater(len(tests), 3)

    def test_languages_that_rules_do_not_have(self):
        self.write("old", PISCINE)
        self.write("new", PISCINE)
        self.assertEqual(self.diff("old", "new", "--lang", "de"), (2, "", "eligo: the ruleset has no texts in the language `de`; it has fr, en\n"))
        self.write("old", POOL)
        self.write("new", POOL)
        self.assertEqual(self.diff("old", "new", "--lang", "fr"), (2, "", "eligo: the ruleset has no texts in the language `fr`; it has en\n"))

    def test_one_of_the_two_has_no_french(self):
        out = self.french(POOL.replace('"season ticket"', '"ticket"').replace("    pass\n", "    gone\n").replace("fact pass", "fact gone"), PISCINE, "--lang", "fr")
        self.assertTrue(out.startswith("Swimming pool\n-> Piscine\n"), out)
        # Its own labels, but the words of the account.
        self.assertIn(typeset("   ticket : non\n"), out)
        self.assertEqual(words_in(prose(out)) & {"yes", "no", "who", "meet", "newly", "everybody", "groups"}, set())
        self.assertEqual(self.diff("new", "old", "--lang", "fr")[0::2], (2, "eligo: the ruleset has no texts in the language `fr`; it has en\n"))

    def test_amounts_of_the_one_without_french(self):
        rules = 'ruleset x "X"\n  languages %s\n  currency EUR\nend\nvalue fee "tarif" : money\n  %s\nend\ndecision d "Tarif" : money\n  fee\nend\n'
        out = self.french(rules % ("en", "1000.5"), rules % ("fr", "1200"), "--lang", "fr")
        self.assertIn(typeset("  - tarif : auparavant 1\u202f000,50 €, désormais 1\u202f200 €\n"), out)
        self.assertIn(typeset("\n1. un montant plus élevé quel que soit le jour : auparavant 1\u202f000,50 €, désormais 1\u202f200 €\n"), out)

    def test_languages_without_phrases(self):
        german = PISCINE.replace("languages fr, en", "languages de").split("texts en")[0]
        out = self.french(german, german.replace(*LATER))
        self.assertIn("\n1. newly accepted from 1 July 2026\n   commune de résidence: Le Port (harbor)\n", out)
        both = PISCINE.replace("languages fr, en", "languages de, fr").split("texts en")[0]
        self.assertIn("\n1. nouvellement acceptés à partir du 1er juillet 2026\n", self.french(both, both.replace(*LATER)))
        self.assertIn("\n1. newly accepted from 1 July 2026\n", self.french(both, both.replace(*LATER), "--lang", "de"))

    def test_a_revision(self):
        try:
            subprocess.run(["git", "init", "-q"], cwd=self.folder, check=True, capture_output=True)
        except FileNotFoundError:
            print("skipped: no git")
            return
        self.write("pool", PISCINE)
        for words in (["add", "-A"], ["commit", "-q", "-m", "x"]):
            subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words], cwd=self.folder, check=True, capture_output=True)
        code, out, err = self.diff("--git", "HEAD", "pool", "--lang", "fr")
        self.assertEqual((code, err), (0, ""))
        self.assertTrue(out.startswith("Piscine (pool à la révision HEAD)\n-> Piscine (pool)\n"), out)
        self.assertTrue(self.diff("--git", "HEAD", "pool", "--lang", "en")[1].startswith("Swimming pool (pool at HEAD)\n-> Swimming pool (pool)\n"))

    def test_no_language_in_the_other(self):
        """Of the flagship: no word that only the phrases of the other language have."""
        folders = [SOURCE / "rules" / name for name in ("carte_vitale", "carte_vitale_2026")]
        files = [path for folder in folders for path in folder.glob("*.eligo")]
        texts = {code: words_in(" ".join(text for path in files if (".fr." in path.name) == (code == "fr")
                                         for text in re.findall(r'"([^"\n]*)"', path.read_text(encoding="utf-8")))) for code in ("en", "fr")}
        names = words_in((SOURCE / "rules/carte_vitale/departments.csv").read_text(encoding="utf-8"))  # Côte-d’Or
        phrases = {code: words_of_phrases(code) for code in ("en", "fr")}
        accounts = {}
        for code in ("en", "fr"):
            ran, out, err = self.diff(*folders, "--as-of", "2026-11-25", "--lang", code)
            self.assertEqual((ran, err), (0, ""))
            accounts[code] = words_in(prose(out))
        for code, other in (("en", "fr"), ("fr", "en")):
            foreign = phrases[other] - phrases[code] - texts[code] - names
            self.assertGreater(len(foreign & accounts[other]), 10)  # they would be seen
            self.assertEqual(foreign & accounts[code], set())


if __name__ == "__main__":
    unittest.main(verbosity=2, argv=[sys.argv[0], *sys.argv[1:]])
