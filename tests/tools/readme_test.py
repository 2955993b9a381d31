# SPDX-License-Identifier: MIT
"""What README.md shows is true: its rule is right, its host program prints what stands below it, its commands answer as shown."""
import os
import re
import subprocess
import unittest
from pathlib import Path

SOURCE = Path(os.environ["ELIGO_SOURCE"])
README = (SOURCE / "README.md").read_text(encoding="utf-8")


def block(kind, after=""):
    """The first fenced block of a kind, after a text."""
    start = README.index(f"```{kind}\n", README.index(after)) + len(kind) + 4
    return README[start:README.index("```", start)]


class Readme(unittest.TestCase):
    maxDiff = None

    def run_in_source(self, *words, given=None):
        return subprocess.run(words, input=given, capture_output=True, text=True, cwd=SOURCE, timeout=120, check=False)

    def test_the_rule_is_right(self):
        done = self.run_in_source(os.environ["ELIGO"], "check", "-", given=block("eligo"))
        self.assertEqual((0, "1 ruleset: no errors\n"), (done.returncode, done.stdout))

    def test_the_host_program_prints_what_is_shown(self):
        done = self.run_in_source(os.environ["ELIGO_HOST"])
        self.assertEqual((0, block("text", after="```cpp")), (done.returncode, done.stdout))

    def test_the_commands_answer_as_shown(self):
        shown = re.findall(r"^\$ build/test/bin/eligo (.*)\n\n((?:(?!===|```).*\n)+)", README, re.M)
        self.assertGreaterEqual(len(shown), 2)
        for words, answer in shown:
            done = self.run_in_source(os.environ["ELIGO"], *words.split())
            self.assertEqual(answer.strip(), done.stdout.strip())

    def test_links_lead_somewhere(self):
        for name in ("README.md", ".github/CONTRIBUTING.md", ".github/CHANGELOG.md", "rules/README.md"):
            file = SOURCE / name
            for link in re.findall(r"\]\(([^)#:]+)\)", file.read_text(encoding="utf-8")):
                self.assertTrue((file.parent / link).exists(), f"{name}: {link}")


if __name__ == "__main__":
    unittest.main()
