# SPDX-License-Identifier: MIT
"""`eligo lint` end to end: what it prints in each format, how it ends, what it writes. ELIGO names the program, ELIGO_SOURCE the project.

ELIGO_SARIF_SCHEMA may name the schema of SARIF 2.1.0 (`tools/dev test --also sarif`): then logs are held to it too."""
import json
import os
import subprocess
import time
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

from program_test import PROGRAM, SOURCE, Case

HEADER = "ruleset pool \"Pool\"\nend\nfact lives_here \"home é\" : yes or no\n"
UNUSED = "fact has_pet : yes or no\n"
NOTE = "fact age : whole from 0 to 120\ndecision ticket\n  age >= 65\nend\n"
CARD = "decision card\n  lives_here\nend\n"
MENDABLE = HEADER + "decision card\n  at least 1 of\n    a : lives_here\n    b : not lives_here\n  end\nend\n"
MENDED = MENDABLE.replace("at least 1 of", "any of")
QUIET = ["--level", "source=off", "--level", "logic=off"]


class Findings(Case):
    def test_text_shows_the_place(self):
        root = self.folder({"pool/pool.eligo": HEADER + UNUSED + CARD})
        self.expect(1, "lint", "pool", *QUIET, cwd=root, out=(
            "warning: no decision asks `has_pet` [unused/fact]\n"
            "--> pool/pool.eligo:4:6\n"
            " 4 | fact has_pet : yes or no\n"
            "   |      ^^^^^^^\n"
            "   help: take it out, or use it in a condition: whoever fills in the form is asked for nothing\n"
            "\n1 ruleset: 1 warning\n"))

    def test_nothing_found(self):
        root = self.folder({"pool/pool.eligo": HEADER + CARD})
        self.expect(0, "lint", "pool", *QUIET, cwd=root, out="1 ruleset: nothing found\n")

    def test_errors_come_first_and_alone(self):
        """A ruleset with errors has those and no finding of a check; the others are looked at."""
        root = self.folder({"a/a.eligo": HEADER.replace("pool", "a") + UNUSED + "decision card\n  live_here\nend\n",
                            "b/b.eligo": HEADER.replace("pool", "b") + UNUSED + CARD})
        found = json.loads(self.expect(1, "lint", "a", "b", *QUIET, "--format", "json", cwd=root, out=[], err="2 rulesets: 1 error, 1 warning\n").stdout)
        self.assertEqual([("a/a.eligo", "name/unknown"), ("b/b.eligo", "unused/fact")],
                         [(each["place"]["file"], each["code"]) for each in found["diagnostics"]])

    def test_a_file_that_two_rulesets_use_is_told_once(self):
        shared = "fact lives_here : yes or no\nrule r\n  not (not lives_here)\nend\n"
        rules = "ruleset {0}\nend\nuse \"shared/r.eligo\"\ndecision {0}_card\n  r\nend\n"
        root = self.folder({"eligo.toml": "", "shared/r.eligo": shared, "a/a.eligo": rules.format("a"), "b/b.eligo": rules.format("b")})
        self.expect(1, "lint", ".", *QUIET, cwd=root, out=["--> shared/r.eligo:3:3\n", "\n2 rulesets: 1 warning\n"])

    def test_what_a_used_file_declares_may_be_used_elsewhere(self):
        root = self.folder({"eligo.toml": "", "shared/f.eligo": "fact has_pet : yes or no\n",
                            "pool/pool.eligo": HEADER + "use \"shared/f.eligo\"\n" + CARD})
        self.expect(0, "lint", "pool", *QUIET, cwd=root, out="1 ruleset: nothing found\n")

    def test_standard_input(self):
        self.expect(1, "lint", "-", *QUIET, given=(HEADER + UNUSED + CARD).encode(), out=["--> standard_input.eligo:4:6\n"])

    def test_what_eligo_new_makes(self):
        root = self.folder({})
        for name in ("pool", "my_ruleset", "a_very_long_name_of_a_ruleset"):
            self.expect(0, "new", name, cwd=root, out=[])
            self.expect(0, "lint", name, "--as-of", "2025-06-01", cwd=root, out=["1 ruleset: "])

    def test_the_rules_of_the_house(self):
        self.expect(0, "lint", "rules", out=[" rulesets: "])


class Options(Case):
    def setUp(self):
        self.root = self.folder({"pool/pool.eligo": HEADER + UNUSED + CARD, "note/note.eligo": "ruleset note\nend\n" + NOTE})

    def test_what_fails(self):
        self.expect(1, "lint", "pool", cwd=self.root, out=[])
        self.expect(0, "lint", "pool", "--exit-zero", cwd=self.root, out=[])
        self.expect(0, "lint", "pool", "--fail-level", "error", cwd=self.root, out=[])
        self.expect(1, "lint", "pool", "--fail-level", "error", "--level", "unused/fact=error", cwd=self.root, out=["error: no decision"])
        self.expect(0, "lint", "note", cwd=self.root, out=["note: the figure `65` has no name"])
        self.expect(1, "lint", "note", "--fail-level", "note", cwd=self.root, out=[])
        self.expect(0, "lint", "note", "--fail-level", "note", *QUIET, "--level", "style=off", cwd=self.root, out="1 ruleset: nothing found\n")

    def test_wrong_use(self):
        tail = "\nTry `eligo lint --help`.\n"
        self.expect(2, "lint", err="eligo: `eligo lint` needs PATH: a folder of rules, one of its files, or - for standard input" + tail)
        self.expect(2, "lint", "pool", "--fail-level", "notes", cwd=self.root,
                    err="eligo: `--fail-level` is one of warning, error, note; found `notes`; did you mean `note`?" + tail)
        self.expect(2, "lint", "pool", "--as-of", "2025-06-31", cwd=self.root,
                    err="eligo: `--as-of` needs a day such as 2025-06-01; found `2025-06-31`\n")
        self.expect(2, "lint", "pool", "--level", "unusd=off", cwd=self.root,
                    err="eligo: `--level`: expected a check or a category of checks, found `unusd`; did you mean `unused`?\n")
        self.expect(2, "lint", "nowhere", cwd=self.root, err="eligo: no such file or folder: nowhere\n")
        self.expect(2, "lint", "pool", "--diff", "--format", "json", cwd=self.root,
                    err="eligo: `--diff` shows changes to people: it goes with `--format text` alone\n")
        self.expect(2, "lint", "-", "--fix", given=MENDABLE.encode(), err="eligo: standard input cannot be mended: name a file or folder\n")

    def test_the_day_is_given(self):
        root = self.folder({"pool/pool.eligo": HEADER + "source law \"Law\"\n  checked 2025-01-10\nend\ndecision card\n  cites law\n  lives_here\nend\n"})
        self.expect(0, "lint", "pool", "--as-of", "2026-01-09", cwd=root, out="1 ruleset: nothing found\n")
        self.expect(0, "lint", "pool", "--as-of", "2026-01-10", cwd=root, out=["`law` was last read 12 months ago, on 2025-01-10 [source/unchecked]"])

    def test_pages(self):
        page = self.expect(0, "lint", "--explain", "unused/fact", out=["unused/fact: a fact that no decision asks (warning)\n", "\nGood:\n"]).stdout
        self.assertIn("    # lint: allow unused/fact because …\n", page)
        self.expect(2, "lint", "--explain", "fact",
                    err="eligo: there is no check `fact`\n`eligo lint --list` names them all\n")
        self.expect(2, "lint", "--explain", "unused/facts",
                    err="eligo: there is no check `unused/facts`; did you mean `unused/fact`?\n`eligo lint --list` names them all\n")
        lines = self.expect(0, "lint", "--list", out=[]).stdout.splitlines()
        files = sorted(str(file.relative_to(SOURCE / "tools/lint/lints"))[:-4] for file in (SOURCE / "tools/lint/lints").rglob("*.cpp"))
        self.assertEqual(files, [line.split()[0] for line in lines])


class Settings(Case):
    RULES = {"pool/pool.eligo": HEADER + UNUSED + CARD}

    def test_levels_of_the_root(self):
        root = self.folder({"eligo.toml": "[lint]\nsource = \"off\"\n\"unused/fact\" = \"error\"\n", **self.RULES})
        self.expect(1, "lint", "pool", cwd=root, out=["error: no decision asks `has_pet`", "1 ruleset: 1 error\n"])
        self.expect(1, "lint", "pool", "--isolated", cwd=root, out=["warning: no decision asks `has_pet`", "1 ruleset: 1 warning\n"])
        self.expect(0, "lint", "pool", "--level", "unused=off", cwd=root, out="1 ruleset: nothing found\n")

    def test_a_part_for_one_ruleset(self):
        root = self.folder({"eligo.toml": "[lint]\nsource = \"off\"\n[lint.\"pool\"]\n\"unused/fact\" = \"off\"\n",
                            "other/other.eligo": self.RULES["pool/pool.eligo"].replace("pool", "other"), **self.RULES})
        self.expect(1, "lint", ".", cwd=root, out=["--> other/other.eligo:4:6\n", "2 rulesets: 1 warning\n"])

    def test_a_part_for_a_ruleset_that_is_not_there(self):
        root = self.folder({"eligo.toml": "[lint.\"poll\"]\n\"unused/fact\" = \"off\"\n", **self.RULES})
        self.expect(2, "lint", "pool", cwd=root, err=(
            "error: expected the name of a ruleset below this file, found `poll` [settings/unknown]\n"
            "--> eligo.toml:1:7\n 1 | [lint.\"poll\"]\n   |       ^^^^^^\n   help: did you mean `pool`?\n"))

    def test_errors_show_their_place(self):
        root = self.folder({"eligo.toml": "[lint]\nunusde = \"off\"\n", **self.RULES})
        self.expect(2, "lint", "pool", cwd=root, err=(
            "error: expected a check or a category of checks, found `unusde` [settings/unknown]\n"
            "--> eligo.toml:2:1\n 2 | unusde = \"off\"\n   | ^^^^^^\n   help: did you mean `unused`?\n"))

    def test_waivers(self):
        allowed = HEADER + UNUSED.replace("\n", "  # lint: allow unused/fact because the form asks it\n") + CARD
        root = self.folder({"pool/pool.eligo": allowed})
        self.expect(0, "lint", "pool", *QUIET, cwd=root, out="1 ruleset: nothing found\n")
        self.expect(1, "lint", "pool", *QUIET, "--no-allow", cwd=root, out=["[unused/fact]"])


class Baselines(Case):
    def test_old_findings_do_not_count(self):
        root = self.folder({"pool/pool.eligo": HEADER + UNUSED + CARD})
        rules = Path(root, "pool/pool.eligo")
        self.expect(0, "lint", "pool", *QUIET, "--write-baseline", "old.json", cwd=root, err="1 finding in the baseline old.json\n")
        written = json.loads(Path(root, "old.json").read_text())
        self.assertEqual([{"file": "pool.eligo", "code": "unused/fact", "line": "fact has_pet : yes or no", "count": 1}], written["findings"])
        rules.write_text(HEADER + "\n# moved\n" + UNUSED + CARD)
        self.expect(0, "lint", "pool", *QUIET, "--baseline", "old.json", cwd=root, out="1 ruleset: nothing found\n")
        rules.write_text(HEADER + UNUSED + "fact has_bike : yes or no\n" + CARD)
        self.expect(1, "lint", "pool", *QUIET, "--baseline", "old.json", cwd=root, out=["`has_bike`", "1 ruleset: 1 warning\n"])
        rules.write_text(HEADER + CARD)
        self.expect(0, "lint", "pool", *QUIET, "--baseline", "old.json", cwd=root, out="1 ruleset: nothing found\n",
                    err="the baseline has unused/fact at a line that is not so any more in pool/pool.eligo: fact has_pet : yes or no\n")

    def test_rules_with_errors_have_no_baseline(self):
        root = self.folder({"pool/pool.eligo": HEADER + "decision card\n  live_here\nend\n"})
        self.expect(1, "lint", "pool", "--write-baseline", "old.json", cwd=root, out=["[name/unknown]"], err="0 findings in the baseline old.json\n")

    def test_what_cannot_be_read_or_written(self):
        root = self.folder({"pool/pool.eligo": HEADER + CARD, "bad.json": "{}"})
        self.expect(2, "lint", "pool", "--baseline", "no.json", cwd=root, err="eligo: the baseline cannot be read: no.json: no such file\n")
        self.expect(2, "lint", "pool", "--baseline", "bad.json", cwd=root,
                    err="eligo: the baseline cannot be read: bad.json: expected what `eligo lint --write-baseline` writes\n")
        self.expect(2, "lint", "pool", "--write-baseline", "no/where.json", cwd=root,
                    err="eligo: no/where.json cannot be written: No such file or directory\n")
        Path(root, "closed").mkdir(mode=0o500)
        if os.geteuid() != 0:  # who may do everything is refused by no folder
            self.expect(2, "lint", "pool", "--write-baseline", "closed/old.json", cwd=root,
                        err="eligo: closed/old.json cannot be written: Permission denied\n")


class Mending(Case):
    def test_fix_and_diff(self):
        root = self.folder({"pool/pool.eligo": MENDABLE})
        rules = Path(root, "pool/pool.eligo")
        done = self.expect(1, "lint", "pool", *QUIET, "--diff", cwd=root, out=["-  at least 1 of\n+  any of\n", "[style/at_least_one]"])
        self.assertTrue(done.stdout.startswith("--- pool/pool.eligo\n+++ pool/pool.eligo\n"))
        self.assertEqual(MENDABLE, rules.read_text())
        self.expect(0, "lint", "pool", *QUIET, "--fix", cwd=root, out="1 ruleset: nothing found\n", err="mended pool/pool.eligo\n")
        self.assertEqual(MENDED, rules.read_text())
        self.expect(0, "lint", "pool", *QUIET, "--fix", cwd=root, out="1 ruleset: nothing found\n")

    def test_rules_with_errors_are_left_alone(self):
        text = MENDABLE.replace(": not lives_here", ": not live_here")
        root = self.folder({"pool/pool.eligo": text})
        self.expect(1, "lint", "pool", "--fix", cwd=root, out=["[name/unknown]"])
        self.assertEqual(text, Path(root, "pool/pool.eligo").read_text())


class Watching(Case):
    def test_looks_again_until_standard_input_ends(self):
        root = self.folder({"eligo.toml": "", "pool/pool.eligo": HEADER + UNUSED + CARD})
        with subprocess.Popen([PROGRAM, "lint", "pool", *QUIET, "--watch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root, text=True) as watch:
            self.assertIn("1 ruleset: 1 warning\n", iter(watch.stdout.readline, ""))
            time.sleep(0.05)
            Path(root, "pool/pool.eligo").write_text(HEADER + CARD)
            self.assertIn("1 ruleset: nothing found\n", iter(watch.stdout.readline, ""))
            Path(root, "pool/more.eligo").write_text(UNUSED)
            self.assertIn("1 ruleset: 1 warning\n", iter(watch.stdout.readline, ""))
            Path(root, "eligo.toml").write_text("[lint]\n\"unused/fact\" = \"error\"\n")
            self.assertIn("1 ruleset: 1 error\n", iter(watch.stdout.readline, ""))
            watch.stdin.close()
            self.assertEqual(1, watch.wait(20))

    def test_ends_at_once_without_input(self):
        root = self.folder({"pool/pool.eligo": HEADER + CARD})
        self.expect(0, "lint", "pool", *QUIET, "--watch", cwd=root, given=b"", out="1 ruleset: nothing found\n")


class Formats(Case):
    # Beyond the letters of one UTF-16 unit, in front of the place.
    RULES = HEADER + "fact age \"🙂 é\" : one of a, b, c, d\n  ask \"Which?\"\n" + CARD.replace("lives_here", "lives_here and age is not one of a, b, c")

    def setUp(self):
        self.root = self.folder({"rules/a b/x%y.eligo": self.RULES})

    def lint(self, form, *more, code=1):
        return self.expect(code, "lint", "rules", *QUIET, "--format", form, *more, cwd=self.root, out=[], err=[]).stdout

    def validator(self, path, kind):
        try:
            import jsonschema
        except ImportError:
            self.skipTest("skipped: no python3-jsonschema here")
        return getattr(jsonschema, kind)(json.loads(Path(path).read_text(encoding="utf-8")))

    def test_json(self):
        found = json.loads(self.lint("json"))
        self.validator(SOURCE / "tools/cli/check.schema.json", "Draft202012Validator").validate(found)
        self.assertEqual([("style/inline_choice", "rules/a b/x%y.eligo", 4, 18)],
                         [(each["code"], each["place"]["file"], each["place"]["line"], each["place"]["column"]) for each in found["diagnostics"]])

    def test_sarif(self):
        log = json.loads(self.lint("sarif"))
        schema = self.validator(SOURCE / "tests/tools/sarif.schema.json", "Draft202012Validator")
        schema.validate(log)
        broken = json.loads(json.dumps(log))
        broken["runs"][0]["results"][0]["level"] = "warn"
        self.assertFalse(schema.is_valid(broken))
        if "ELIGO_SARIF_SCHEMA" in os.environ:
            official = self.validator(os.environ["ELIGO_SARIF_SCHEMA"], "Draft4Validator")
            official.validate(log)
            official.validate(json.loads(self.expect(0, "lint", "rules", "--format", "sarif", out=[], err=[]).stdout))
            self.assertFalse(official.is_valid(broken))
        run = log["runs"][0]
        result = run["results"][0]
        self.assertEqual(result["ruleId"], run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"])
        place = result["locations"][0]["physicalLocation"]
        self.assertEqual("rules/a%20b/x%25y.eligo", place["artifactLocation"]["uri"])
        self.assertEqual({"startLine": 4, "startColumn": 19, "endLine": 4, "endColumn": 36}, place["region"])  # the smile is two units
        listed = [line.split()[0] for line in self.expect(0, "lint", "--list", out=[]).stdout.splitlines()]
        self.assertEqual(listed, [rule["id"] for rule in run["tool"]["driver"]["rules"]])
        Path(self.root, "rules/a b/x%y.eligo").write_text("# one line more\n" + self.RULES)
        moved = json.loads(self.lint("sarif"))["runs"][0]["results"][0]
        self.assertEqual(result["partialFingerprints"], moved["partialFingerprints"])

    def test_github(self):
        self.assertEqual("::warning file=rules/a b/x%25y.eligo,line=4,col=18,title=style/inline_choice::people choose among 4 words that have no labels%0A"
                         "help: declare an enum with a label for each value, and make it the type of `age`\n", self.lint("github"))

    def test_junit(self):
        suites = xml.fromstring(self.lint("junit").encode())
        self.assertEqual(("1", "1"), (suites.get("tests"), suites.get("failures")))
        case = suites.find("testsuite/testcase")
        self.assertEqual(("style/inline_choice", "rules/a b/x%y.eligo:4:18"), (case.get("classname"), case.get("name")))
        self.assertEqual("people choose among 4 words that have no labels", case.find("failure").get("message"))
        for level, fail_level, code, failures in (("note", "warning", 0, "0"), ("note", "note", 1, "1"), ("warning", "error", 0, "0")):
            with self.subTest(level=level, fail_level=fail_level):  # a case fails where the run does
                suites = xml.fromstring(self.lint("junit", "--level", "style=" + level, "--fail-level", fail_level, code=code).encode())
                self.assertEqual(("1", failures), (suites.get("tests"), suites.get("failures")))
                self.assertEqual(failures, suites.find("testsuite").get("failures"))
                told = suites.find("testsuite/testcase/system-out")
                self.assertEqual(failures == "0", told is not None)
                if told is not None:
                    self.assertIn(level + ": rules/a b/x%y.eligo:4:18: people choose among 4 words", told.text)
        clean = xml.fromstring(self.lint("junit", "--level", "style=off", code=0).encode())
        self.assertEqual(("1", "0"), (clean.get("tests"), clean.get("failures")))

    def test_colour_is_for_people(self):
        for form in ("json", "sarif", "github", "junit"):
            self.assertNotIn("\x1b", self.lint(form, "--color", "always"))


if __name__ == "__main__":
    unittest.main()
