# SPDX-License-Identifier: MIT
"""`eligo diff` end to end: words, gates, git, profiles, JSON."""
import json
import os
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
        ran = subprocess.run([ELIGO, "diff", *map(str, words)], capture_output=True, text=True, input=given, cwd=self.folder, timeout=60,
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
        self.assertEqual(out, """Swimming pool
-> Swimming pool

Entry (`entry`): 1 group of people get another answer; everybody else gets the same

1. newly accepted from 2026-07-01
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

    def test_a_decision_by_value_is_not_passed_over(self):
        typed = POOL.replace("decision entry", 'decision fee "Fee" : whole\n  when pass then 2 else 5\nend\ndecision entry')
        self.write("old", typed)
        self.write("new", typed.replace("then 2", "then 3"))
        code, out, _ = self.diff("old", "new", "--exit-code", "--as-of", "2026-01-01")
        self.assertEqual(code, 1)
        self.assertIn("Fee (`fee`): not compared: it is decided by a value, not by yes or no", out)


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
        self.assertIn("## Swimming pool → Swimming pool\n", out)
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


if __name__ == "__main__":
    unittest.main(verbosity=2, argv=[sys.argv[0], *sys.argv[1:]])
