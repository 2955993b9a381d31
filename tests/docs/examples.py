# SPDX-License-Identifier: MIT
"""Owns what is done with one example: it is put into a folder of its own, checked, tested or decided, and compared with what
the page says of it."""
import json
import re
import subprocess
import tempfile
from pathlib import Path

# What completes an example that is only a part of a ruleset.
HEADER = "ruleset example \"An example\"\n  languages en, fr\n  currency EUR\n  missing days roll forward\nend\n"


class Wrong(Exception):
    """What the page promises does not hold."""


class Examples:
    def __init__(self, eligo, preambles):
        self.eligo = eligo
        self.preambles = preambles

    def run(self, *words):
        return subprocess.run([self.eligo, *words], capture_output=True, text=True, timeout=120, check=False)

    def source(self, fence, name):
        """The whole ruleset that an example stands for. A preamble has a header of its own where it needs one."""
        text = fence.body
        if name:
            if name not in self.preambles:
                raise Wrong(f"there is no preamble `{name}`")
            text = self.preambles[name] + text
        return text if any(line.startswith("ruleset") for line in text.splitlines()) else HEADER + text

    def folder(self, fence, source):
        place = tempfile.TemporaryDirectory(prefix="eligo-docs-")
        root = Path(place.name)
        rules = root / "example"
        rules.mkdir()
        (root / "eligo.toml").write_text("")
        (rules / "example.eligo").write_text(source, encoding="utf-8")
        for name, text in fence.files.items():
            # A path is from the root; a name alone stands beside the example.
            file = root / name if "/" in name else rules / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return place, rules

    def diagnostics(self, rules):
        done = self.run("check", str(rules), "--format", "json")
        if done.returncode not in (0, 1):
            raise Wrong(f"`eligo check` ended with {done.returncode}: {done.stderr}")
        return json.loads(done.stdout)["diagnostics"]

    def right(self, fence, name=None):
        """No diagnostic at all, and every test of the example passes."""
        place, rules = self.folder(fence, self.source(fence, name))
        with place:
            said = self.diagnostics(rules)
            if said:
                raise Wrong("\n".join(f"{d['code']}: {d['message']}" for d in said))
            done = self.run("test", str(rules))
            if done.returncode != 0 and "there are no tests to run" not in done.stderr:
                raise Wrong(done.stdout + done.stderr)
            tests = sum(line.startswith("test ") for line in fence.body.splitlines())
            for table in re.findall(r'^tests from "(.*)"$', fence.body, re.M):
                tests += len(fence.files[table].splitlines()) - 1
            if tests and not done.stdout.startswith(f"{tests} passed"):
                raise Wrong(f"{tests} tests stand in the example: {done.stdout}")

    def said(self, fence, name=None):
        """(codes, what is said) of an example that is wrong: messages, each with its help, as the page shows them."""
        place, rules = self.folder(fence, self.source(fence, name))
        with place:
            said = self.diagnostics(rules)
        lines = []
        for d in said:
            lines.append(d["message"])
            lines += [f"  help: {text}" for text in d["help"]]
        return [d["code"] for d in said], "".join(line + "\n" for line in lines)

    def decided(self, fence, words):
        """What `eligo decide` prints of a profile in JSON; `words`: the preamble, the day and further options."""
        name, day, *options = words
        whole = self.source(type(fence)("eligo", [], "", fence.line, fence.section), name)
        place, rules = self.folder(fence, whole)
        with place:
            profile = rules / "me.json"
            profile.write_text(fence.body, encoding="utf-8")
            done = self.run("decide", str(rules), "--profile", str(profile), "--as-of", day, *options)
            text = (done.stdout + done.stderr).replace(str(profile), "me.json")
            return done.returncode, "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"
