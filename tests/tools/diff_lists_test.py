# SPDX-License-Identifier: MIT
"""`eligo diff` of rules that ask members of lists: what all members come to, people with few of them, what is found by trying."""
import json
import re
import shutil
import sys
import unittest

from diff_test import SOURCE, Case, ELIGO
import subprocess

FAMILY = ("family_allowance", "family_allowance.eligo")
RESIDENCE = ("right_of_residence", "right_of_residence.eligo")


class ListCase(Case):
    def change(self, which, *changes, both=()):
        """The folders before and after: `both` changes both, each as (old, new)."""
        folder, file = which
        folders = []
        for name, all_changes in (("old", both), ("new", (*both, *changes))):
            shutil.copytree(SOURCE / "rules", self.folder / name)
            path = self.folder / name / "examples" / folder / file
            text = path.read_text(encoding="utf-8")
            for old, new in all_changes:
                self.assertEqual(text.count(old), 1, old)
                text = text.replace(old, new)
            path.write_text(text, encoding="utf-8")
            folders.append(path.parent)
        return folders

    def groups(self, decision, folders):
        code, out, err = self.diff(*folders, "--as-of", "2026-06-01", "--decision", decision, "--format", "json")
        self.assertEqual((code, err), (0, ""))
        account = json.loads(out)["decisions"][0]
        for group in account["groups"]:
            self.passes(folders[1], group["example"]["test"])
        return account

    def passes(self, folder, block):
        """The example is as the group says, and everything in it is plain."""
        (folder / "tests_example.eligo").write_text(block, encoding="utf-8")
        ran = subprocess.run([ELIGO, "test", str(folder)], capture_output=True, text=True, check=False)
        self.assertNotIn("tests_example", ran.stdout + ran.stderr)
        (folder / "tests_example.eligo").unlink()
        self.assertLessEqual(block.count("(role "), 4, block)
        self.assertNotRegex(block, r"\.\d{3}")
        for amount in re.findall(r"income (\d+(?:\.\d+)?)", block):
            self.assertEqual(float(amount) % 1000, 0, block)
        for day in re.findall(r"\d{4}-\d\d-(\d\d)", block.split("\n", 1)[1]):
            self.assertEqual(day, "01", block)

    def one(self, decision, folders):
        account = self.groups(decision, folders)
        self.assertEqual((account["complete"], len(account["groups"])), (True, 1))
        return account["groups"][0]


class Lists(ListCase):
    def test_a_ceiling_of_what_all_members_have(self):
        folders = self.change(FAMILY, ("  until 2025-12-31 : 68000\n", "  until 2025-12-31 : 33000\n"),
                              ("  until 2025-12-31 : 92000\n", "  until 2025-12-31 : 33000\n"))
        code, out, err = self.diff(*folders, "--as-of", "2026-06-01")
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(out.split("\n", 3)[3], """What figures come to
  - ceiling of the full amount, without children, until 31 December 2025: €68,000 becomes €33,000
  - ceiling of half the amount, without children, until 31 December 2025: €92,000 becomes €33,000

Family allowance (`allowance`): the same for everybody, on every day

family allowance for a month (`amount`): 1 group of people gets another answer; everybody else gets the same

1. a smaller amount from 1 January 2025 until 31 December 2025; in the example was €148.52, is €37.13
   who do not meet
     - part that is paid: income <= half_ceiling_alone + ceiling_for_each_child * children, as it is now
   who meet
     - part that is paid: income <= half_ceiling_alone + ceiling_for_each_child * children, as it was
     - all conditions of the allowance (`entitled`)
   for example
     test "a smaller amount" as of 2025-12-31
       given household [(role parent, income 50000), (role child, birth_date 2025-01-01, income 0),
                        (role child, birth_date 2025-01-01, income 0)], residence.here yes, residence.since 2025-01-01,
             foreign.allowance no
       expect amount 37.13
     end
""")

    def test_an_amount_a_rate_and_a_date(self):
        for old, new, change, days in (("148.52", "150", "larger", [{"from": "2025-01-01", "to": "2025-12-31"}]),
                                       ("then 50 %", "then 40 %", "smaller", [{"from": "2025-01-01", "to": None}]),
                                       ("  until 2025-12-31 : 148.52\n    cites decree_2025 \"§ 1\"\n  since 2026-01-01 :",
                                        "  until 2025-06-30 : 148.52\n    cites decree_2025 \"§ 1\"\n  since 2025-07-01 :",
                                        "larger", [{"from": "2025-07-01", "to": "2025-12-31"}])):
            with self.subTest(new):
                group = self.one("amount", self.change(FAMILY, (old, new)))
                self.assertEqual((group["change"], group["days"]), (change, days))
                for name in ("old", "new"):
                    shutil.rmtree(self.folder / name)

    def test_a_condition_of_every_member(self):
        old = "    or full years from m.birth_date to today >= 16\n    or m.school is not none\n"
        folders = self.change(FAMILY, (old, old.replace("16", "17")))
        group = self.one("allowance", folders)
        self.assertEqual((group["before"], group["after"]), ("yes", "no"))
        met = {(c["name"], c["of"]): c["state"] for c in group["conditions"]}
        self.assertEqual((met["pupils", "before"], met["pupils", "after"]), ("yes", "no"))
        self.assertEqual(self.one("amount", folders)["change"], "smaller")

    def test_some_becomes_every(self):
        folders = self.change(FAMILY, ("some m in household : m.role is parent", "every m in household : m.role is parent"))
        group = self.one("allowance", folders)
        self.assertEqual((group["before"], group["after"]), ("yes", "no"))
        self.assertEqual(group["example"]["test"].count("(role "), 2)

    def test_a_number_that_is_counted(self):
        folders = self.change(FAMILY, ("  since 2026-01-01 : 21\n", "  since 2026-01-01 : 22\n"))
        code, out, err = self.diff(*folders, "--as-of", "2026-06-01", "--decision", "allowance")
        self.assertEqual((code, err), (0, ""))
        self.assertIn("(`allowance`): 1 group of people gets another answer; everybody else gets the same\n", out)
        self.assertIn("1. newly accepted from 1 January 2026\n   number of children who count, as it was: 0\n", out)
        group = self.one("allowance", folders)
        self.assertIn({"fact": "children", "label": "number of children who count", "values": [], "ranges": ["0"],
                       "none": False, "calculated": True, "of": "before"}, group["facts"])

    def test_lists_of_documents_and_absences(self):
        for old, new, before in (("  since 2025-07-01 : 3\n", "  since 2025-07-01 : 2\n", "no"),
                                 ("in months\" : whole\n  6\n", "in months\" : whole\n  7\n", "no"),
                                 ("  300\n", "  240\n", "yes"),
                                 ("and d.issued <= today and d.expires >= today", "and d.issued <= today", "no")):
            with self.subTest(new):
                group = self.one("permanent_residence", self.change(RESIDENCE, (old, new)))
                self.assertEqual(group["before"], before)
                for name in ("old", "new"):
                    shutil.rmtree(self.folder / name)

    def test_whose_amounts_are_added_up(self):
        folders = self.change(FAMILY, ("sum(m in household where m.role is parent : m.income)", "sum(m in household : m.income)"))
        account = self.groups("amount", folders)
        self.assertEqual((account["complete"], [group["change"] for group in account["groups"]]), (True, ["smaller", "smaller"]))

    def test_a_share_of_what_each_member_has(self):
        income = "  sum(m in household where m.role is parent : m.income)"
        share = income.replace("m.income)", "m.income * 90 %)")
        for old, new, change in (("income * 90 %", "income * 80 %", "larger"), ("income * 90 %", "income", "smaller")):
            with self.subTest(new):
                account = self.groups("amount", self.change(FAMILY, (old, new), both=[(income, share)]))
                self.assertEqual((account["complete"], [group["change"] for group in account["groups"]]), (True, [change] * 2))
                for name in ("old", "new"):
                    shutil.rmtree(self.folder / name)

    def test_a_share_is_named_by_what_it_is_a_share_of(self):
        self.write("old", SHARES % "until 2025-12-31 : 0.5\n  since 2026-01-01 : 0.6")
        self.write("new", SHARES % "until 2025-12-31 : 0.5\n  since 2026-01-01 : 0.7")
        code, out, err = self.diff("old", "new", "--as-of", "2026-01-01")
        self.assertEqual((code, err), (0, ""))
        self.assertIn("""
amount: 1 group of people gets another answer; everybody else gets the same

1. a larger amount from 1 January 2026; in the example was €60, is €70
   sum(p in people where p.works : p.income): more than €0, but less than about €1,666.67
""", out)

    def test_a_longer_list_is_compared_as_far_as_both_allow(self):
        folders = self.change(FAMILY, ("at most 10", "at most 12"))
        code, out, err = self.diff(*folders)
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(out.count("the same on every day, for everybody whom both decide about"), 2)

    def test_the_same_said_in_another_way(self):
        folders = self.change(FAMILY, ("some m in household : m.role is parent", "count(m in household : m.role is parent) >= 1"))
        code, out, err = self.diff(*folders)
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(out.count("the same for everybody, on every day"), 2)


    def test_days_of_values_that_change_apart(self):
        rules = """ruleset x "X"
  currency EUR
  missing days roll forward
end
record kid "kid"
  born "born" : date
end
fact kids "kids" : list of kid, at most 2
fact income "income" : money from 0
value base "base" : money
  until 2024-12-31 : 20878
  since 2025-01-01 : 21880
end
value bonus : money
  until 2023-12-31 : not covered
  since 2024-01-01 : 454
  since 2025-01-01 : 462
end
decision d "d"
  all of
    low "low income" : income - base < sum(k in kids where full years from k.born to today < 18 : bonus)
    old "old" : some k in kids : year_of(today) - year_of(k.born) >= 6
  end
end
"""
        self.write("old", rules)
        self.write("new", rules.replace(": 21880", ": 21980"))
        code, out, err = self.diff("old", "new", "--as-of", "2025-08-19")
        self.assertEqual((code, err), (0, ""))
        self.assertIn("d: 1 group of people gets another answer; everybody else gets the same\n\n1. newly accepted from 1 January 2025\n", out)


class Tried(ListCase):
    """A part of what each member has, rounded, and another part of it, are sums that have nothing in common: what is compared with them
    is given up."""
    def test_a_share_of_each(self):
        income = "  sum(m in household where m.role is parent : m.income)"
        share = income.replace("m.income", "m.income * 90 % rounded down to 1")
        folders = self.change(FAMILY, ("m.income * 90 %", "m.income * 80 %"), both=[(income, share)])
        # Giving up takes seconds, so that one run is asked everything.
        code, out, err = self.diff(*folders, "--as-of", "2026-06-01", "--decision", "amount", "--format", "json", "--exit-code", "--deny-narrowing")
        self.assertEqual((code, err), (1, "eligo: the comparison is not complete, so nobody knows whether anybody is\n"))
        account = json.loads(out)
        decision = account["decisions"][0]
        self.assertFalse(decision["complete"])
        self.assertEqual(decision["why_not"], "there may be more: the comparison was given up")
        self.assertEqual(decision["summary"], "not complete, there may be others: the comparison was given up; 1 example found by trying")
        self.assertEqual([(group["tried"], group["change"]) for group in decision["groups"]], [(True, "larger")])
        block = decision["groups"][0]["example"]["test"]
        self.assertTrue(block.startswith('test "found by trying, a larger amount" as of 2026-06-01\n'), block)
        self.passes(folders[1], block)
        try:
            import jsonschema
        except ImportError:
            self.skipTest("no python3-jsonschema")
        jsonschema.validate(account, json.loads((SOURCE / "tools/diff/diff.schema.json").read_text(encoding="utf-8")))


SHARES = """ruleset x "X"
  currency EUR
end
record person "person"
  income "income" : money from 0 to 5000
  works "works" : yes or no
end
fact people "people" : list of person, at most 40
value share : decimal
  %s
end
decision amount "amount" : money
  min(sum(p in people where p.works : p.income * share), 1000)
end
"""


HOUSEHOLD = """ruleset x "X"
end
record m "member"
  a "size" : whole from 0 to 2
  w "works" : yes or no
end
fact h "household" : list of m, at most 2
fact o "o" : whole from 0 to 2
fact b "b" : yes or no
decision d "d"
  %s
end
"""


SHARED = """ruleset x "X"
  currency EUR
  missing days roll back
end
enum custody_kind "custody"
  full "lives with you"
  shared "lives with you in turn"
end
record person "person"
  born "date of birth" : date
  custody "custody" : custody_kind or none
end
fact home "household" : list of person, at most 12
fact bill "bill" : money from 0 to 20000
fact bill_day "day of the bill" : date
fact paid "paid before" : yes or no
value per_child "for each child" : money
  40
end
value full_time "children" : whole
  count(p in home : p.custody is full and full years from p.born to bill_day < 18)
end
value in_turn "children in turn" : whole
  count(p in home : p.custody is shared and full years from p.born to bill_day < 18)
end
rule right "right"
  all of
    not paid
    bill_day <= today
  end
end
decision amount "Amount" : money
  when right then min(bill, per_child * 4 + per_child * full_time + per_child * %d %% * in_turn)
  else 0
end
"""


class Together(Case):
    """Of a child more and a bill that is larger, neither alone changes the answer."""

    def test_somebody_is_found(self):
        self.write("old", SHARED % 50)
        self.write("new", SHARED % 60)
        code, out, err = self.diff("old", "new", "--as-of", "2026-01-01")
        self.assertEqual((code, err), (0, ""))
        self.assertIn("\nAmount (`amount`): 1 group of people gets another answer; everybody else gets the same\n\n1. a larger amount for some of them on any day; in the example was €180, is €184\n", out)
        self.assertIn("given home [(born ", out)


class Pasted(Case):
    """Whatever an example leaves untold, it is as it says, with both versions."""

    def account(self, before, after):
        self.write("old", HOUSEHOLD % before)
        self.write("new", HOUSEHOLD % after)
        code, out, err = self.diff("old", "new", "--as-of", "2025-01-01", "--format", "json")
        self.assertEqual((code, err), (0, ""))
        decision = json.loads(out)["decisions"][0]
        self.assertTrue(decision["complete"])
        for side, rules in (("before", before), ("after", after)):
            tests = "".join(group["example"]["test"].replace("expect d " + group["after"], "expect d " + group[side])
                            for group in decision["groups"])
            self.write("pasted", HOUSEHOLD % rules + tests)
            ran = subprocess.run([ELIGO, "test", "pasted"], capture_output=True, text=True, cwd=self.folder, check=False)
            self.assertEqual(ran.stdout, f"{len(decision['groups'])} passed, 0 failed\n")
        return decision["groups"]

    def test_examples_hold_before_and_after(self):
        invalid = "some y in h : (y.a / y.a rounded up to 1) > 0"
        for before, after in (("o > 5", "(every y in h : y.w) and (o > 0 or b)"),
                              ("b and o > 0", "(every y in h : y.w) or (every z in h : not (o is 0)) or b"),
                              ("o > 0 and b", "some x in h : max(x.a, o) > 1"),
                              ("o > 0", "o > 0 and (" + invalid + ")"),
                              ("o >= 0", invalid)):
            with self.subTest(after):
                self.assertTrue(self.account(before, after))

    def test_members_are_told_with_their_list(self):
        told = [group["example"]["told"] for group in self.account("o >= 0", "some y in h : (y.a / y.a rounded up to 1) > 0")]
        self.assertIn(["h [(a 0)]"], told)
        self.write("new", HOUSEHOLD % "some y in h : (y.a / y.a rounded up to 1) > 0")
        ran = subprocess.run([ELIGO, "lint", "new"], capture_output=True, text=True, cwd=self.folder, check=False)
        self.assertRegex(ran.stdout, r'test "cannot be calculated" as of .*\n  given h \[\(a 0\)\]\n  expect d invalid\nend\n')

    def test_what_all_members_come_to(self):
        groups = self.account("b and (every y in h : y.w)", "b and (some y in h : (y.a / y.a rounded up to 1) > 0)")
        self.assertEqual({fact["label"] for group in groups for fact in group["facts"]}, {"b"})
        self.assertEqual({condition["label"] for group in groups for condition in group["conditions"]},
                         {"every y in h : y.w", "some y in h : (y.a / y.a rounded up to 1) > 0"})

    def test_many_members(self):
        for most in (40, 200):
            for name, least in (("old", 3), ("new", 4)):
                self.write(name, (HOUSEHOLD % f"count(y in h : y.w) > {least}").replace("at most 2", f"at most {most}"))
            code, out, err = self.diff("old", "new")
            self.assertEqual((code, err), (0, ""))
            self.assertIn("d: 1 group of people gets another answer; everybody else gets the same\n", out)


if __name__ == "__main__":
    unittest.main(verbosity=2, argv=[sys.argv[0], *sys.argv[1:]])
