#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Which tests need not be run again: those that passed with the very same programs and files. Once all have passed in
a tree, random tests are run with fewer cases there after an edit, and those labelled `thorough` wait: they go at length through what
shorter ones try too, or show that other tests see planted faults.

    unchanged.py choose TREE [--again]  prints, a line each, what of the environment is to be set (NAME=VALUE), and what `ctest -I`
                                        runs where that is not everything; nothing with --again
    unchanged.py keep TREE              keeps what has passed, from TREE/last.xml (`ctest --output-junit`)

A test is known by its command, its environment, the bytes of every file that these name, the files of the repository that it sees
(ELIGO_SOURCE in its environment, else all) by size and time (without C++, which counts by the programs made of it, but for tests
labelled `sources` or `package`; those labelled `alone` read none but what they name), and the packages of the machine. Tests that
take no time are always run.
"""
import hashlib
import json
import os
import shlex
import subprocess
import sys
import xml.etree.ElementTree
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
LONG = 0.02  # seconds
CPP = {".cpp", ".hpp", ".inc", ".c", ".h"}
MACHINE = ["/var/lib/dpkg/status", "/etc/os-release"]
# What random tests try after an edit: a tenth of the usual or less.
FEWER = {"ELIGO_PAIRS": "5000", "ELIGO_LAYOUTS": "300", "ELIGO_RULESETS": "8", "ELIGO_REMOVALS": "100", "ELIGO_SENTENCES": "40",
         "ELIGO_SLIPS": "10", "ELIGO_DOCUMENTS": "20000", "ELIGO_PROFILES": "20"}


class Inputs:
    """What tests depend on, each looked at once."""

    def __init__(self, source):
        self.source = str(source)
        self.bytes_of = {}
        self.trees = {}
        self.machine = hashlib.sha256()
        for path in MACHINE:
            if os.path.exists(path):
                self.machine.update(self.digest(path))

    def files(self, folder, with_sources):
        """What stands in a folder: the repository, or links to parts of it."""
        if folder not in self.trees:
            found = self.trees[folder] = {False: hashlib.sha256(), True: hashlib.sha256()}
            for line, is_source in files_below(folder):
                found[True].update(line)
                if not is_source:
                    found[False].update(line)
        return self.trees[folder][with_sources].digest()

    def digest(self, path):
        if path not in self.bytes_of:
            self.bytes_of[path] = hashlib.sha256(Path(path).read_bytes()).digest()
        return self.bytes_of[path]

    def key(self, test, amounts=()):
        """With further variables of the environment. Nothing where the test's program is not there."""
        properties = {p["name"]: p["value"] for p in test.get("properties", [])}
        environment = properties.get("ENVIRONMENT", [])
        command = test.get("command", [])
        if not command or not os.path.exists(command[0]):
            return None
        own = sorted(f"{name}={value}" for name, value in {**os.environ, **dict(amounts)}.items() if name.startswith("ELIGO_"))
        key = hashlib.sha256(json.dumps([command, environment, own]).encode())
        for word in paths_in(command + environment):
            key.update(self.digest(word))
        key.update(self.machine.digest())
        labels = labels_of(test)
        if "alone" not in labels:
            seen = [value for name, _, value in (variable.partition("=") for variable in environment) if name == "ELIGO_SOURCE"]
            key.update(self.files(seen[0] if seen else self.source, bool({"sources", "package"} & labels)))
        return key.hexdigest()


def files_below(top):
    """The files of a folder, a line each, and whether it is C++."""
    for folder, folders, names in os.walk(top, followlinks=True):
        folders[:] = sorted(name for name in folders if name not in ("build", ".git", "__pycache__"))
        for name in sorted(names):
            path = Path(folder, name)
            found = path.stat() if path.exists() else path.lstat()
            yield f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode(), path.suffix in CPP


def labels_of(test):
    return {label for p in test.get("properties", []) if p["name"] == "LABELS" for label in p["value"]}


def paths_in(words):
    """The files that words name, also within a command for the shell, or behind `NAME=`."""
    found = []
    for word in words:
        parts = [word]
        if word.count('"') or word.count("'"):
            try:
                parts += shlex.split(word)
            except ValueError:
                pass
        parts += [part for value in list(parts) for part in value.partition("=")[2].split(":")]
        found += [part for part in parts if part.startswith("/") and os.path.isfile(part)]
    return found


def kept(tree, name):
    try:
        return json.loads((tree / name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def write(tree, name, what):
    made = tree / f"{name}.{os.getpid()}"
    made.write_text(json.dumps(what, indent=0), encoding="utf-8")
    os.replace(made, tree / name)


def tests_of(tree):
    listed = subprocess.run(["ctest", "--test-dir", str(tree), "--show-only=json-v1"], capture_output=True, text=True, check=True)
    return json.loads(listed.stdout)["tests"]


def without_thorough(tests, numbers):
    return [number for number in numbers if "thorough" not in labels_of(tests[number - 1])]


def chosen(tests, passed, *asked):
    """The numbers of the tests to run: all but those that passed as they are asked now, in one of so many ways."""
    return [number for number, test in enumerate(tests, 1)
            if not any(keys[test["name"]] and passed.get(test["name"]) == keys[test["name"]] for keys in asked)]


def ended(report):
    """What each test of a JUnit report came to: its seconds where it passed, else nothing."""
    for case in xml.etree.ElementTree.parse(report).getroot().iter("testcase"):
        yield case.get("name"), float(case.get("time") or 0) if case.get("status") == "run" else None


def has_failures(report):
    return any(case.get("status") == "fail" for case in xml.etree.ElementTree.parse(report).getroot().iter("testcase"))


def takes_fewer(tree, environment):
    """Whether all cases have passed here before, and nobody asks for an amount."""
    return (tree / "whole.json").exists() and not FEWER.keys() & environment.keys()


def choose(tree, again):
    tests, inputs, passed = tests_of(tree), Inputs(SOURCE), kept(tree, "passed.json")
    fewer = FEWER if not again and takes_fewer(tree, os.environ) else {}
    usual = {test["name"]: inputs.key(test) for test in tests}
    asked = {test["name"]: inputs.key(test, fewer) for test in tests} if fewer else usual
    write(tree, "asked.json", {"fewer": bool(fewer), "keys": asked})  # as they are now: somebody may edit a file while the tests run
    run = list(range(1, len(tests) + 1)) if again else chosen(tests, passed, asked, usual)
    left_out = len(tests) - len(run)
    if fewer:
        run = without_thorough(tests, run)
    waiting = len(tests) - left_out - len(run)
    print(*(f"{name}={value}" for name, value in fewer.items()), sep="\n")
    if len(run) == len(tests):
        return
    print(f"tools/dev: {left_out} tests are left out: they passed with the very same programs and files"
          + (f"; since all passed here before, random tests try a tenth of their cases or less, and {waiting} thorough ones wait" if fewer else "")
          + " (`tools/dev test --again` runs everything)", file=sys.stderr)
    print(",0,," + ",".join(map(str, run or [0])))


def keep(tree):
    asked, passed = kept(tree, "asked.json"), kept(tree, "passed.json")
    for name, seconds in ended(tree / "last.xml"):
        passed.pop(name, None)
        if seconds is not None and seconds >= LONG and asked["keys"].get(name):
            passed[name] = asked["keys"][name]
    write(tree, "passed.json", passed)
    if not asked["fewer"] and not FEWER.keys() & os.environ.keys() and not has_failures(tree / "last.xml"):
        write(tree, "whole.json", {})


if __name__ == "__main__":
    if sys.argv[1] == "choose":
        choose(Path(sys.argv[2]), sys.argv[3:] == ["--again"])
    else:
        keep(Path(sys.argv[2]))
