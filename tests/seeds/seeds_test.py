# SPDX-License-Identifier: MIT
"""Mistakes that authors make, seeded into rules/carte_vitale one at a time: the tool that sees each first, and its words.

    ELIGO=build/test/bin/eligo ELIGO_SOURCE=. tests/seeds/seeds_test.py
    … --write puts what is seen today into tools/lint/MISTAKES.md, and how much of it into tools/lint/README.md
    … --show TEXT prints what every tool says of the mistakes whose name contains this
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from in_conditions import CONDITIONS
from in_tables import TABLES
from in_words import WORDS
from unseen import UNSEEN

GROUPS = {**CONDITIONS, **WORDS, **TABLES}
MISTAKES = [mistake for group in GROUPS.values() for mistake in group]
PROGRAM = Path(os.environ.get("ELIGO", "eligo")).absolute()
SOURCE = Path(os.environ.get("ELIGO_SOURCE", ".")).absolute()
PAGE = SOURCE / "tools" / "lint" / "MISTAKES.md"
README = SOURCE / "tools" / "lint" / "README.md"
MADE = re.compile(r"(<!-- mistakes: .*? -->\n).*?(<!-- end of mistakes -->\n)", re.S)
RULES = "rules/carte_vitale"
DAY = ("--as-of", "2026-11-25")
TOOLS = ("check", "lint", "test", "diff")
SEVERITIES = ("error", "warning", "note")
LISTED = 3  # more values of a fact than these are told by those of the example


def eligo(folder, *words):
    done = subprocess.run([PROGRAM, *words], cwd=folder, capture_output=True, timeout=120, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def copy(there, folder, copy_file):
    """The ruleset, and what it uses, in a folder of its own."""
    for part in ("eligo.toml", "shared", "carte_vitale"):
        of, to = there / "rules" / part, folder / "rules" / part
        to.parent.mkdir(parents=True, exist_ok=True)
        if of.is_dir():
            shutil.copytree(of, to, copy_function=copy_file, ignore=shutil.ignore_patterns("README.md", "residents"))
        else:
            copy_file(of, to)


def ruleset(number):
    """The one with a mistake in it, of all that stand in one folder."""
    return f"{number}/{RULES}"


def diagnostics(folder, numbers, command, *words):
    """What one run of check or lint says of each, the worst first: its words, and the text that it shows with the name of the file."""
    code, out, err = eligo(folder, command, *map(ruleset, numbers), *words, "--format", "json")
    if code not in (0, 1):
        raise AssertionError(err)
    account = json.loads(out)
    if account["left_out"]:
        raise AssertionError("more is said than one run says")
    found = {number: [] for number in numbers}
    for each in sorted(account["diagnostics"], key=lambda each: SEVERITIES.index(each["severity"])):
        place = each["place"]
        shown = Path(folder, place["file"]).read_bytes()[place["begin"]:place["end"]].decode().split("\n")[0]
        found[int(Path(place["file"]).parts[0])].append(
            (f"{each['severity']}: {each['message']} [{each['code']}]", f"{Path(place['file']).name}: {shown}"))
    return found


def check(folder, numbers):
    return diagnostics(folder, numbers, "check")


def lint(folder, numbers):
    """What is said of the good rules, the first, is nothing that a mistake makes."""
    found = diagnostics(folder, numbers, "lint", *DAY)
    known = found[numbers[0]]
    return {number: [each for each in said if each not in known] for number, said in found.items()}


def test(folder, number):
    """Each failed test: its title, what it expects and what came (of two verdicts without their reasons); and its file."""
    code, out, err = eligo(folder, "test", ruleset(number))
    if code not in (0, 1):
        raise AssertionError(err)
    failed = re.findall(r"^failed: (.*)\n  (.*):\d+: .*\n    expected  (.*)\n    actual    (.*)$", out, re.M)
    if (code == 1) != bool(failed):
        raise AssertionError(out)
    return [(f"failed: {title} (expected {', actual '.join(apart(wanted, came))})", Path(file).name) for title, file, wanted, came in failed]


def apart(wanted, came):
    verdicts = wanted.split()[0], came.split()[0]
    return (wanted, came) if verdicts[0] == verdicts[1] else verdicts


def diff(folder, number):
    """What is newly asked, and each group of people whose answer changes: from what to what, on which days, who."""
    code, out, err = eligo(folder, "diff", SOURCE / RULES, ruleset(number), *DAY, "--format", "json")
    if code != 0:
        raise AssertionError(err)
    found = json.loads(out)
    return [(f"changed: {json.dumps(change)}", "") for change in found["changes"]] + [
        (group_words(group), "") for decision in found["decisions"] for group in decision["groups"]]


def group_words(group):
    days = ", ".join(" ".join(f"{word} {days[end]}" for word, end in (("since", "from"), ("until", "to")) if days[end])
                     for days in group["days"]) or "on any day"
    told = dict(each.split(" ", 1) for each in group["example"]["told"])
    who = []
    for fact in group["facts"]:
        values = [each["value"] for each in fact["values"]]
        words = " or ".join(values + fact["ranges"]) if len(values) <= LISTED else f"{told.get(fact['fact'], values[0])} among others"
        who.append(f"{fact['fact']} {words}")
    who += [f"{each['label']} ({'now' if each['of'] == 'after' else 'before'} {each['state']})"
            for each in group["conditions"] if each["of"] != "both"]
    return f"{group['before']} becomes {group['after']} {days}: {', '.join(who)}"


def look(folder, numbers):
    """What each tool says of each; rules with errors go no further than check."""
    checked = check(folder, numbers)
    clean = [number for number in numbers if not checked[number]]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        linted = pool.submit(lint, folder, clean)
        tested, compared = (pool.map(ask, [folder] * len(clean), clean) for ask in (test, diff))
    said = {"check": checked, "lint": linted.result(), "test": dict(zip(clean, tested)), "diff": dict(zip(clean, compared))}
    return [{tool: said[tool][number] for tool in TOOLS if said[tool].get(number)} for number in numbers]


def seed(mistake, folder):
    """Puts the mistake into the rules, of which no other file is changed."""
    file = folder / RULES / mistake.file
    text = file.read_text(encoding="utf-8")
    if text.count(mistake.before) != 1:
        raise AssertionError(f"{mistake.name}: {mistake.file} holds {text.count(mistake.before)} times, not once: {mistake.before}")
    file.unlink()
    file.write_text(text.replace(mistake.before, mistake.after), encoding="utf-8")


def seed_all(mistakes):
    """What each tool says of the rules as they are, and of those with each mistake in them."""
    with tempfile.TemporaryDirectory() as folder:
        good_rules = Path(folder, "0")
        copy(SOURCE, good_rules, shutil.copyfile)
        for number, mistake in enumerate(mistakes, 1):
            copy(good_rules, Path(folder, str(number)), os.link)
            seed(mistake, Path(folder, str(number)))
        good, *seen = look(folder, range(len(mistakes) + 1))
    return good, seen


def first(seen):
    """The earliest tool that sees something, its first words and their place."""
    for tool in TOOLS:
        if tool in seen:
            return (tool, *seen[tool][0])
    return None


def cell(text):
    return text.replace("|", "\\|")


def row(mistake, seen):
    tool, words, at = first(seen)
    others = [other for other in TOOLS if other in seen and other != tool]
    by = f"**{tool}**" + (f", then {', '.join(others)}" if others else "")
    file, _, shown = at.partition(": ")
    where = (f"; at `{shown}`" if shown else "") + (f"; in {file}" if file not in ("", mistake.file) else "")
    return f"| {mistake.name} | {mistake.file} | {by} | {cell(words + where)} |\n"


def tables(seen):
    """A table for each group, and one for what none sees."""
    lines = []
    found = iter(seen)
    for group, mistakes in GROUPS.items():
        lines += [f"\n## {group}\n\n| mistake | made in | seen by | in these words |\n| --- | --- | --- | --- |\n"]
        lines += [row(mistake, next(found)) for mistake in mistakes]
    lines += ["\n## What none of them sees\n\n| mistake | made in | why |\n| --- | --- | --- |\n"]
    lines += [f"| {mistake.name} | {mistake.file} | {mistake.why} |\n" for mistake in UNSEEN]
    return "".join(lines)


def summary(seen):
    """How many of each group a tool sees first, with the words for one of them."""
    lines = ["| mistakes | made | " + " | ".join(TOOLS) + " | for example |\n", "| --- " * (len(TOOLS) + 3) + "|\n"]
    found = iter(seen)
    for group, mistakes in GROUPS.items():
        firsts = [first(next(found)) for _ in mistakes]
        counts = [sum(tool == one[0] for one in firsts) for tool in TOOLS]
        shown = next((i for i, one in enumerate(firsts) if one[0] in ("lint", "diff")), 0)
        lines.append(f"| {group} | {len(mistakes)} | " + " | ".join(map(str, counts)) +
                     f" | {mistakes[shown].name}: {firsts[shown][0]}: {cell(firsts[shown][1])} |\n")
    lines.append(f"| seen by none | {len(UNSEEN)} |" + " |" * len(TOOLS) + f" {UNSEEN[0].name} |\n")
    return "".join(lines)


def with_tables(text, made):
    return MADE.sub(lambda marks: marks[1] + made + marks[2], text)


class Seeds(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.good, found = seed_all(MISTAKES + UNSEEN)
        cls.seen, cls.unseen = found[:len(MISTAKES)], found[len(MISTAKES):]

    def test_rules_are_good_as_they_are(self):
        """So that what is seen afterwards comes from the mistake."""
        self.assertEqual({}, self.good)

    def test_every_mistake_is_seen(self):
        self.assertGreaterEqual(len(MISTAKES), 28)
        for mistake, seen in zip(MISTAKES, self.seen):
            with self.subTest(mistake.name):
                self.assertEqual((mistake.seen_by, mistake.words, mistake.at), first(seen))

    def test_every_tool_is_needed(self):
        self.assertEqual(set(TOOLS), {mistake.seen_by for mistake in MISTAKES})

    def test_names_are_distinct(self):
        names = [mistake.name for mistake in MISTAKES + UNSEEN]
        self.assertEqual(sorted(set(names)), sorted(names))

    def test_what_none_sees_is_not_seen(self):
        """A tool that learns to see one moves it into the other list."""
        for mistake, seen in zip(UNSEEN, self.unseen):
            with self.subTest(mistake.name):
                self.assertEqual({}, seen)

    def test_page_is_of_today(self):
        text = PAGE.read_text(encoding="utf-8")
        self.assertRegex(text, MADE)
        self.assertEqual(with_tables(text, tables(self.seen)), text, "run tests/seeds/seeds_test.py --write")
        text = README.read_text(encoding="utf-8")
        self.assertRegex(text, MADE)
        self.assertEqual(with_tables(text, summary(self.seen)), text, "run tests/seeds/seeds_test.py --write")


def show(part):
    chosen = [mistake for mistake in MISTAKES + UNSEEN if part in mistake.name]
    for mistake, seen in zip(chosen, seed_all(chosen)[1]):
        print(f"== {mistake.name}")
        for tool, said in seen.items():
            for words, at in said:
                print(f"{tool}: {words} | {at}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        seen_today = seed_all(MISTAKES)[1]
        for page, made_today in ((PAGE, tables(seen_today)), (README, summary(seen_today))):
            page.write_text(with_tables(page.read_text(encoding="utf-8"), made_today), encoding="utf-8")
    elif sys.argv[1:2] == ["--show"]:
        show(sys.argv[2])
    else:
        unittest.main()
