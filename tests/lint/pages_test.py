# SPDX-License-Identifier: MIT
"""The pages of the linter's checks say what the checks say today. With --write (`tools/dev lint-pages`) they are written anew.

LINT_PAGES names the program that writes them."""
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

LINT = Path(__file__).resolve().parents[2] / "tools" / "lint"
README = LINT / "README.md"
LIST = re.compile(r"(<!-- checks: .*? -->\n).*?(<!-- end of checks -->\n)", re.S)


def write(folder):
    """Writes the pages; gives the list that stands in the README."""
    return subprocess.run([os.environ["LINT_PAGES"], folder], capture_output=True, text=True, check=True).stdout


def files(folder):
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in Path(folder).rglob("*") if file.is_file()}


def with_list(text, checks):
    return LIST.sub(lambda marks: marks[1] + checks + marks[2], text)


class Pages(unittest.TestCase):
    maxDiff = None

    def test_pages_and_list_are_of_today(self):
        with tempfile.TemporaryDirectory() as folder:
            checks = write(folder)
            self.assertGreater(len(files(folder)), 20)
            self.assertEqual(files(folder), files(LINT / "pages"), "run tools/dev lint-pages")
        text = README.read_text(encoding="utf-8")
        self.assertRegex(text, LIST)
        self.assertEqual(with_list(text, checks), text, "run tools/dev lint-pages")

    def test_another_list_is_seen(self):
        text = README.read_text(encoding="utf-8")
        self.assertNotEqual(with_list(text, "| a check of yesterday |\n"), text)


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        README.write_text(with_list(README.read_text(encoding="utf-8"), write(LINT / "pages")), encoding="utf-8")
    else:
        unittest.main()
