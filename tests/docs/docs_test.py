#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the pages show is true: every example does what is said of it, lists agree with the sources, links lead somewhere.

    ELIGO=build/test/bin/eligo ELIGO_SOURCE=. tests/docs/docs_test.py Examples
    … --rewrite writes what the program says now into the pages (with ELIGO_HOSTS=FILE:FILE:… also what the host programs
    print): read the difference before you commit it
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import limits
import pages
import sentences
from examples import Examples as Runner
from examples import Wrong

SOURCE = Path(os.environ.get("ELIGO_SOURCE", "."))
ELIGO = os.environ.get("ELIGO", "eligo")
REFERENCE = SOURCE / "grammar" / "README.md"
RULES = SOURCE / "rules" / "README.md"
MAKER = SOURCE / "interpreter" / "README.md"

# Languages of fences that show something and promise nothing by themselves; `eligo`, `json` and `cpp` promise.
SHOWN = {"text", "peg", "csv", "sh", "cmake"}


HEADERS = sorted(path.name for path in (SOURCE / "grammar").glob("*.hpp"))  # of the parser

def read(file):
    return file.read_text(encoding="utf-8")


def pages_of(root):
    """Every README.md, and what stands beside it in .github."""
    return sorted([p for p in root.rglob("README.md") if "build" not in p.relative_to(root).parts] +
                  list((root / ".github").glob("*.md")))


def promised(fence, runner):
    """What the page shows below an example, and what the program says; nothing where the example shows nothing."""
    kind, rest = (fence.words or [""])[0], fence.words[1:]
    if rest[-2:-1] == ["as"]:
        rest = rest[:-2]
    if fence.language == "eligo" and kind in ("ok", "part"):
        runner.right(fence, rest[0] if rest else None)
        return None
    if fence.language == "eligo" and kind == "error":
        codes, said = runner.said(fence, rest[1] if len(rest) > 1 else None)
        if not codes or set(codes) != {rest[0]}:
            raise Wrong(f"expected {rest[0]}, found {codes}:\n{said}")
        return said
    if fence.language == "json" and kind == "profile":
        return runner.decided(fence, rest)[1]
    raise Wrong(f"nothing is known of a fence ```{fence.language} {' '.join(fence.words)}")


class Examples(unittest.TestCase):
    """Every example of the reference, and those of rules/README.md."""
    maxDiff = None

    def check_page(self, file, fewest):
        text = read(file)
        runner = Runner(ELIGO, pages.preambles(text))
        seen = 0
        for fence in pages.fences(text):
            if fence.words[:1] == ["file"] or fence.language in SHOWN:
                continue
            seen += 1
            with self.subTest(f"{file.relative_to(SOURCE)}:{fence.line}"):
                try:
                    said = promised(fence, runner)
                except Wrong as wrong:
                    self.fail(str(wrong))
                if said is not None:
                    shown = fence.after.body if fence.after and fence.after.language == "text" else None
                    self.assertIsNotNone(shown, "what the program says must stand in a ```text below")
                    self.assertEqual(shown, said)
        self.assertGreaterEqual(seen, fewest)

    def test_the_reference(self):
        self.check_page(REFERENCE, 80)

    def test_the_page_for_authors(self):
        self.check_page(RULES, 9)


class Layout(unittest.TestCase):
    """Examples that are right stand in the layout that `eligo fmt` writes."""
    maxDiff = None

    def test_examples(self):
        seen = 0
        for file in (SOURCE / "README.md", REFERENCE, RULES, MAKER):
            for fence in pages.fences(read(file)):
                if fence.language != "eligo" or fence.words[:1] == ["error"]:
                    continue
                seen += 1
                with self.subTest(f"{file.relative_to(SOURCE)}:{fence.line}"):
                    done = subprocess.run([ELIGO, "fmt", "-"], input=fence.body, capture_output=True, text=True, check=False)
                    self.assertEqual("", done.stderr)
                    self.assertEqual(done.stdout, fence.body)
        self.assertGreaterEqual(seen, 30)


class Fences(unittest.TestCase):
    """The checks of this folder see what they are for."""

    def test_an_unknown_fence_is_found(self):
        fence = pages.fences("```eligo sometimes\nrule r\nend\n```\n")[0]
        with self.assertRaisesRegex(Wrong, "nothing is known of a fence"):
            promised(fence, Runner(ELIGO, {}))

    def test_a_fence_without_a_word_is_found(self):
        with self.assertRaisesRegex(Wrong, "nothing is known of a fence"):
            promised(pages.fences("```eligo\nrule r\nend\n```\n")[0], Runner(ELIGO, {}))

    def test_a_wrong_example_is_found(self):
        fence = pages.fences("```eligo part\nrule r\n  unknown_word\nend\n```\n")[0]
        with self.assertRaisesRegex(Wrong, "^name/unknown: `unknown_word` is not a fact, rule or value$"):
            promised(fence, Runner(ELIGO, {}))

    def test_a_failing_test_is_found(self):
        text = "```eligo ok\nruleset a\nend\ndecision d\n  always\nend\ntest \"t\" as of 2025-01-01\n  expect d no\nend\n```\n"
        with self.assertRaisesRegex(Wrong, "0 passed, 1 failed"):
            promised(pages.fences(text)[0], Runner(ELIGO, {}))

    def test_another_code_is_found(self):
        fence = pages.fences("```eligo error type/order\nrule r\n  unknown_word\nend\n```\n")[0]
        with self.assertRaisesRegex(Wrong, r"expected type/order, found \['name/unknown'\]"):
            promised(fence, Runner(ELIGO, {}))

    def test_an_example_goes_on_from_another_and_all_before_it(self):
        text = "".join(f"```eligo {words}\nrule {name}\nend\n```\n"
                       for words, name in (("ok as one", "a"), ("part one as two", "b"), ("part two as three", "c"), ("part as alone", "d")))
        known = pages.preambles(text)
        self.assertEqual("rule a\nend\nrule b\nend\nrule c\nend\n", known["three"])
        self.assertEqual("rule d\nend\n", known["alone"])

    def test_a_fence_that_is_never_closed_is_found(self):
        with self.assertRaisesRegex(ValueError, "line 1: the fence is never closed"):
            pages.fences("```eligo ok\nrule r\n")


class Lists(unittest.TestCase):
    """The lists of the reference say what the sources say."""
    maxDiff = None

    def setUp(self):
        self.text = read(REFERENCE)

    def section(self, heading):
        start = self.text.index(f"\n{heading}\n") + len(heading) + 2
        end = re.search(r"^##? ", self.text[start:], re.M)
        return self.text[start:start + end.start()] if end else self.text[start:]

    def test_reserved_words(self):
        words = read(SOURCE / "grammar" / "words.cpp")
        known = re.findall(r'"(\w+)"', re.search(r"reserved = \{(.*?)\};", words, re.S)[1])
        shown = pages.fences(self.section("## Reserved words"))[0].body.split()
        self.assertEqual(known, shown)

    def test_limits(self):
        settable = re.findall(r"std::uint32_t (\w+) = ([^;]+);", read(SOURCE / "grammar" / "limits.hpp"))
        fixed = re.findall(r"constexpr int (told_\w+) = ([^;]+);", read(SOURCE / "interpreter" / "types" / "possible.hpp"))
        self.assertEqual(2, len(fixed))
        known = {name: eval(value.replace("'", "").replace("u", ""), {"__builtins__": {}})
                 for name, value in settable + fixed}
        shown = {row[0]: int(row[1].replace(" ", "")) for row in pages.table(self.text, "Limits")}
        self.assertEqual(known, shown)

    def grammar(self):
        """The productions of the reference: name -> right side, blanks made one."""
        text = "".join(f.body for f in pages.fences(self.section("## The grammar")) if f.language == "peg")
        text = re.sub(r"(?<= )# .*$", "", text, flags=re.M)
        found = {}
        for name, right in re.findall(r"^(\w+(?:\(X\))?) +<- (.*?)(?=^\w+(?:\(X\))? +<- |\Z)", text, re.M | re.S):
            self.assertNotIn(name, found)
            found[name] = " ".join(right.split())
        return found

    def test_every_production_that_is_used_is_there(self):
        known = self.grammar()
        self.assertGreater(len(known), 50)
        used = set()
        for right in known.values():
            bare = re.sub(r"'[^']*'|\[[^]]*\]|\"[^\"]*\"", " ", right)
            used |= set(re.findall(r"[a-z]\w*(?:\(X\))?", re.sub(r"\((?:condition|expression)\)", "(X)", bare)))
        self.assertEqual(set(), used - set(known))
        self.assertEqual({"file"}, set(known) - used)

    def test_the_words_of_the_grammar(self):
        """Each keyword of the parser's productions stands in the grammar on paper, and each of those in the parser's."""
        headers = "".join(read(SOURCE / "grammar" / name) for name in HEADERS)
        parsed = set(re.findall(r'(?:word|kw|kw_on|lead|lead_kw|belonging|belonging_kw|declared)<"(\w+)"', headers))
        parsed |= set(re.findall(r'is_word_at\(\w+, "(\w+)"\)', headers))
        on_paper = set(re.findall(r"'([a-z_]+)'", " ".join(v for k, v in self.grammar().items() if k != "reserved")))
        self.assertEqual(parsed, on_paper)

    def test_the_productions_of_the_headers(self):
        """A production that stands in a comment of the parser reads the same on the page."""
        known, seen = self.grammar(), 0
        for name in HEADERS:
            for block in re.findall(r"(?:^ *//.*\n)+", read(SOURCE / "grammar" / name), re.M):
                words = " ".join(line.strip().removeprefix("//") for line in block.splitlines())
                for head, right in re.findall(r"(\w+(?:\(X\))?) <- (.*?)(?=  ?; +\w+ <- | {3,}| +Departure:|$)", words):
                    if head in known and "…" not in right:
                        seen += 1
                        with self.subTest(head):
                            self.assertEqual(known[head], " ".join(right.split()))
        self.assertGreater(seen, 25)

    def test_random_sentences_are_read(self):
        """The parser has nothing to say against a sentence of the grammar on paper, but for what that leaves unsaid."""
        grammar = sentences.Grammar(self.grammar())
        kinds = [choice[0][0][1] for choice in grammar.productions["declaration"]]
        texts = [sentences.Sentences(grammar, random.Random(seed)).make(kinds[seed % len(kinds)])
                 for seed in range(int(os.environ.get("ELIGO_SENTENCES", "400")))]
        made = {}
        for seed, (text, said) in enumerate(zip(texts, said_of_syntax(texts))):
            unsaid = [d for d in said if d[0] == "syntax/twice" or re.match(sentences.UNSAID, d[1])]
            made.setdefault(kinds[seed % len(kinds)], []).append(not said)
            with self.subTest(seed):
                self.assertEqual([], said if len(unsaid) < len(said) else [], text)
        for kind, clean in made.items():
            if len(clean) < 10:  # after an edit: too few to tell
                continue
            self.assertGreater(sum(clean), len(clean) / 10, f"most sentences of {kind} are left out")

    def test_every_limit_is_said(self):
        rows = {row[0]: row[2].replace("…", "") for row in pages.table(self.text, "Limits")}
        for name in limits.cases():
            with self.subTest(name):
                self.assertIn(rows[name], limits.said(ELIGO, name).replace("`", ""))


def said_of_syntax(texts):
    """(code, message) of all that is said against the syntax of each text: a run reads many, each as a ruleset of its own."""
    with tempfile.TemporaryDirectory(prefix="eligo-docs-") as folder:
        Path(folder, "eligo.toml").touch()
        for number, text in enumerate(texts):
            Path(folder, str(number)).mkdir()
            Path(folder, str(number), "sentence.eligo").write_text(text, encoding="utf-8")
        said = [[] for _ in texts]
        for begin in range(0, len(texts), 50):
            rulesets = map(str, range(len(texts))[begin:begin + 50])
            done = subprocess.run([ELIGO, "check", *rulesets, "--format", "json"], cwd=folder, capture_output=True, text=True, check=False)
            account = json.loads(done.stdout)
            if account["left_out"]:
                raise AssertionError("more is said than one run says")
            for d in account["diagnostics"]:
                if d["code"].startswith("syntax/"):
                    said[int(Path(d["place"]["file"]).parent.name)].append((d["code"], d["message"]))
    return said


class Links(unittest.TestCase):
    """Links of all pages lead to files and headings that are there."""

    def test_links(self):
        seen = 0
        for file in pages_of(SOURCE):
            for line, target in pages.links(read(file)):
                if re.match(r"[a-z]+:", target):
                    continue
                seen += 1
                path, _, anchor = target.partition("#")
                to = (file.parent / path).resolve() if path else file
                with self.subTest(f"{file.relative_to(SOURCE)}:{line}: {target}"):
                    self.assertTrue(to.exists(), "there is no such file")
                    if anchor:
                        self.assertIn(anchor, pages.anchors(read(to)), "there is no such heading")
        self.assertGreater(seen, 20)


class Commands(unittest.TestCase):
    """The commands that pages name are commands of the program, with options that it has, and paths that are there."""

    def commands(self, file):
        yield from re.findall(r"^(?:    |\$ )eligo (.*)$", read(file), re.M)
        yield from re.findall(r"`eligo ([a-z][^`\n]*)`", pages.outside_fences(read(file)))

    def test_commands(self):
        helps, seen = {}, 0
        for file in (SOURCE / "README.md", RULES, REFERENCE, MAKER, SOURCE / "tools/cli/skeleton/README.md",
                     *sorted((SOURCE / "rules").glob("*/**/README.md"))):
            for line in self.commands(file):
                seen += 1
                words = line.split(" > ")[0].split()
                with self.subTest(f"{file.relative_to(SOURCE)}: eligo {line}"):
                    if words[0] not in helps:
                        done = subprocess.run([ELIGO, words[0], "--help"], capture_output=True, text=True, check=False)
                        helps[words[0]] = done.stdout if done.returncode == 0 else None
                    self.assertIsNotNone(helps[words[0]], "there is no such command")
                    for option in re.findall(r"--[a-z-]+", line):
                        self.assertIn(option, helps[words[0]])
                    for path in re.findall(r"(?<![\w/])rules(?:/[\w/.]+)?", line):
                        self.assertTrue((SOURCE / path).exists(), f"there is no {path}")
        self.assertGreater(seen, 8)


class Hosts(unittest.TestCase):
    """The host programs of interpreter/README.md print what stands below them."""
    maxDiff = None

    def test_hosts(self):
        shown = [fence for fence in pages.fences(read(MAKER)) if fence.language == "cpp"]
        hosts = os.environ["ELIGO_HOSTS"].split(":")
        self.assertEqual(len(shown), len(hosts))
        for fence, host in zip(shown, hosts):
            with self.subTest(f"interpreter/README.md:{fence.line}"):
                done = subprocess.run([host], capture_output=True, text=True, timeout=120, check=False)
                self.assertEqual((0, fence.after.body), (done.returncode, done.stdout))


def said_now(file):
    """(fence that shows, what it should show) of a page, from its end."""
    text = read(file)
    runner = Runner(ELIGO, pages.preambles(text))
    hosts = iter(reversed(os.environ.get("ELIGO_HOSTS", "").split(":")))
    for fence in reversed(pages.fences(text)):
        said = None
        if fence.language == "cpp" and os.environ.get("ELIGO_HOSTS"):
            said = subprocess.run([next(hosts)], capture_output=True, text=True, timeout=120, check=False).stdout
        elif fence.words[:1] != ["file"] and fence.language not in SHOWN | {"cpp"}:
            try:
                said = promised(fence, runner)
            except Wrong as wrong:
                print(f"{file}:{fence.line}: {wrong}", file=sys.stderr)
        if said is not None and fence.after and fence.after.language == "text":
            yield fence.after, said


def rewrite():
    for file in (REFERENCE, RULES, MAKER):
        lines = read(file).splitlines(keepends=True)
        for shown, said in said_now(file):
            lines[shown.line:shown.line + shown.body.count("\n")] = [said]
        file.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    if "--rewrite" in sys.argv:
        rewrite()
    else:
        unittest.main()
