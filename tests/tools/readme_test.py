# SPDX-License-Identifier: MIT
"""What README.md shows is true: its rule is right, its host program prints what stands below it, its commands answer as shown.

Run with --write (`tools/dev readme`), it puts what is printed today in place of what README.md shows: read the change before you keep it."""
import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

SOURCE = Path(os.environ["ELIGO_SOURCE"])
README = SOURCE / "README.md"
TEXT = README.read_text(encoding="utf-8")
# A command of the demo and its answer, up to the next header or the end of the block.
SHOWN = re.compile(r"^(\$ build/test/bin/eligo (.*)\n\n)((?:(?!===|```).*\n)+)", re.M)


def run_in_source(*words, given=None):
    return subprocess.run(words, input=given, capture_output=True, text=True, cwd=SOURCE, timeout=120, check=False)


def block(kind, after=""):
    """Where the first fenced block of a kind after a text begins and ends."""
    begin = TEXT.index(f"```{kind}\n", TEXT.index(after)) + len(kind) + 4
    return begin, TEXT.index("```", begin)


def answer(words):
    return run_in_source(os.environ["ELIGO"], *words.split()).stdout


class Readme(unittest.TestCase):
    maxDiff = None

    def test_the_rule_is_right(self):
        done = run_in_source(os.environ["ELIGO"], "check", "-", given=TEXT[slice(*block("eligo"))])
        self.assertEqual((0, "1 ruleset: no errors\n"), (done.returncode, done.stdout))

    def test_the_host_program_prints_what_is_shown(self):
        done = run_in_source(os.environ["ELIGO_HOST"])
        self.assertEqual((0, TEXT[slice(*block("text", after="```cpp"))]), (done.returncode, done.stdout))

    def test_the_commands_answer_as_shown(self):
        shown = SHOWN.findall(TEXT)
        self.assertEqual(2, len(shown))
        for _, words, shown_answer in shown:
            self.assertEqual(shown_answer.strip(), answer(words).strip())

    def test_links_lead_somewhere(self):
        for name in ("README.md", ".github/CONTRIBUTING.md", ".github/CHANGELOG.md", "rules/README.md"):
            file = SOURCE / name
            for link in re.findall(r"\]\(([^)#:]+)\)", file.read_text(encoding="utf-8")):
                self.assertTrue((file.parent / link).exists(), f"{name}: {link}")


def write():
    begin, end = block("text", after="```cpp")
    text = TEXT[:begin] + run_in_source(os.environ["ELIGO_HOST"]).stdout + TEXT[end:]
    text = SHOWN.sub(lambda shown: shown[1] + answer(shown[2]).strip() + "\n" + "\n" * shown[3].endswith("\n\n"), text)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write() if sys.argv[1:] == ["--write"] else unittest.main()
