#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Leaving tests out is right: each change that could make one come out otherwise has it run again."""
import os
import tempfile
import unittest
import unittest.mock
from pathlib import Path

import unchanged
from unchanged import FEWER, Inputs, chosen, ended, paths_in, takes_fewer, without_thorough


class Unchanged(unittest.TestCase):
    def setUp(self):
        environment = unittest.mock.patch.dict(os.environ)
        environment.start()
        self.addCleanup(environment.stop)
        for name in FEWER:
            os.environ.pop(name, None)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.program = self.write("build/test_a", "program")
        self.write("rules/a.eligo", "rule")
        self.write("grammar/a.cpp", "source")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def one(self, *words, labels=(), environment=()):
        properties = [{"name": "LABELS", "value": list(labels)}, {"name": "ENVIRONMENT", "value": list(environment)}]
        return {"name": "t", "command": [self.program, *words], "properties": properties}

    def key(self, *words, **properties):
        return Inputs(self.root).key(self.one(*words, **properties))

    def changes(self, change, *words, **properties):
        before = self.key(*words, **properties)
        self.assertEqual(before, self.key(*words, **properties))
        change()
        return before != self.key(*words, **properties)

    def test_another_program(self):
        self.assertTrue(self.changes(lambda: self.write("build/test_a", "other")))

    def test_a_program_within_a_command_for_the_shell(self):
        script = self.write("build/an other", "b")
        self.assertTrue(self.changes(lambda: self.write("build/an other", "c"), f"\"{script}\" 'a case' | cat"))

    def test_a_program_in_the_environment(self):
        tool = self.write("build/eligo", "b")
        self.assertTrue(self.changes(lambda: self.write("build/eligo", "c"), environment=[f"ELIGO={tool}"]))

    def test_a_rule_file(self):
        self.assertTrue(self.changes(lambda: self.write("rules/a.eligo", "rule of another size")))
        self.assertTrue(self.changes(lambda: os.utime(self.root / "rules/a.eligo", (1, 1))))
        self.assertTrue(self.changes(lambda: self.write("rules/b.csv", "")))
        self.assertTrue(self.changes(lambda: (self.root / "rules/b.csv").unlink()))

    def test_what_reads_no_file_but_those_that_it_names(self):
        script = self.write("tests/sweep.py", "print(1)")
        self.assertFalse(self.changes(lambda: self.write("rules/a.eligo", "rule of another size"), script, labels=["slow", "alone"]))
        self.assertTrue(self.changes(lambda: self.write("tests/sweep.py", "print(2)"), script, labels=["alone"]))
        self.assertTrue(self.changes(lambda: self.write("build/test_a", "another"), script, labels=["alone"]))

    def test_what_sees_a_part_of_the_repository(self):
        self.write("tests/a.csv", "1")
        view = self.root / "build/view"
        view.mkdir()
        for name in ("tests", "grammar"):
            (view / name).symlink_to(self.root / name)
        sees = {"environment": [f"ELIGO_SOURCE={view}"]}
        self.assertFalse(self.changes(lambda: self.write("rules/a.eligo", "rule of another size"), **sees))
        self.assertTrue(self.changes(lambda: self.write("tests/a.csv", "1,2"), **sees))
        self.assertTrue(self.changes(lambda: self.write("tests/deep/b.csv", ""), **sees))
        self.assertFalse(self.changes(lambda: self.write("grammar/a.cpp", "source of another size"), **sees))
        self.assertTrue(self.changes(lambda: self.write("grammar/a.cpp", "again"), labels=["sources"], **sees))

    def test_sources_count_by_the_programs_made_of_them(self):
        self.assertFalse(self.changes(lambda: self.write("grammar/a.cpp", "source of another size")))
        self.assertTrue(self.changes(lambda: self.write("grammar/a.cpp", "again"), labels=["sources"]))
        self.assertTrue(self.changes(lambda: self.write("grammar/a.cpp", "sources"), labels=["package"]))

    def test_what_is_built_elsewhere_does_not_count(self):
        self.assertFalse(self.changes(lambda: self.write("build/other.txt", "x")))

    def test_an_amount_that_the_environment_sets(self):
        before = self.key()
        os.environ["ELIGO_PAIRS"] = "7"
        self.assertNotEqual(before, self.key())

    def test_other_words(self):
        self.assertNotEqual(self.key("one"), self.key("another"))

    def test_a_program_that_is_not_there_is_always_asked(self):
        os.unlink(self.program)
        self.assertIsNone(self.key())
        self.assertEqual([1], chosen([self.one()], {"t": None}, {"t": None}))

    def test_those_that_passed_as_they_are_asked_are_left_out(self):
        tests = [{"name": name} for name in "abcd"]
        asked = {"a": "1", "b": "2", "c": "3", "d": "4"}
        self.assertEqual([2, 4], chosen(tests, {"a": "1", "b": "other", "c": "3"}, asked))

    def test_those_that_passed_with_all_cases_need_no_fewer(self):
        tests = [{"name": name} for name in "abcd"]
        fewer, usual = dict(zip("abcd", ["f1", "f2", "f3", None])), dict(zip("abcd", ["u1", "u2", "u3", None]))
        self.assertEqual([3, 4], chosen(tests, {"a": "f1", "b": "u2", "c": "old"}, fewer, usual))

    def test_thorough_ones_wait(self):
        tests = [self.one(), self.one(labels=["slow", "thorough"]), self.one(labels=["slow"]), {"name": "without properties"}]
        self.assertEqual([1, 3, 4], without_thorough(tests, [1, 2, 3, 4]))

    def test_fewer_cases_are_another_question(self):
        test = self.one()
        self.assertNotEqual(Inputs(self.root).key(test), Inputs(self.root).key(test, FEWER))

    def kept(self, status, fewer=False):
        """Whether fewer cases are tried after a run in which a test came to this."""
        tree = self.root / "build"
        (tree / "whole.json").unlink(missing_ok=True)
        unchanged.write(tree, "asked.json", {"fewer": fewer, "keys": {"a": "1", "b": None}})
        self.write("build/last.xml", f'''<testsuite><testcase name="a" time="2.5" status="run"/>
            <testcase name="b" time="1" status="{status}"/></testsuite>''')
        unchanged.keep(tree)
        self.assertEqual({"a": "1"}, unchanged.kept(tree, "passed.json"))
        return takes_fewer(tree, {})

    def test_fewer_cases_only_after_all_passed_with_all(self):
        self.assertFalse(takes_fewer(self.root / "build", {}))
        self.assertTrue(self.kept("run"))
        self.assertTrue(self.kept("notrun"))  # a tool is lacking
        self.assertFalse(self.kept("fail"))
        self.assertFalse(self.kept("run", fewer=True))

    def test_an_amount_that_somebody_asks_for_holds(self):
        self.assertTrue(self.kept("run"))
        self.assertFalse(takes_fewer(self.root / "build", {"ELIGO_PAIRS": "7"}))
        os.environ["ELIGO_PAIRS"] = "7"
        self.assertFalse(self.kept("run"))

    def test_paths(self):
        self.assertEqual([self.program], paths_in(["one", f"X={self.program}"]))
        self.assertEqual([self.program] * 2, paths_in([f"X={self.program}:{self.program}"]))
        self.assertEqual([], paths_in(["X=/no/such/file", "it's"]))

    def test_what_failed_or_was_skipped_has_not_passed(self):
        report = self.write("last.xml", '''<testsuite>
            <testcase name="a" time="2.5" status="run"/><testcase name="b" time="1" status="fail"/>
            <testcase name="c" time="0" status="notrun"><skipped message="x"/></testcase></testsuite>''')
        self.assertEqual([("a", 2.5), ("b", None), ("c", None)], list(ended(report)))


if __name__ == "__main__":
    unittest.main()
