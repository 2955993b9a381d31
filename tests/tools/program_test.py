# SPDX-License-Identifier: MIT
"""The program `eligo` end to end: what it prints, where, and how it ends. ELIGO names the program, ELIGO_SOURCE the project."""
import json
import os
import pty
import shutil
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ["ELIGO"]
SOURCE = Path(os.environ["ELIGO_SOURCE"])
BIKE = "tests/tools/bike"
CARTE = "rules/carte_vitale"
RESIDENTS = f"{CARTE}/residents"


class Case(unittest.TestCase):
    maxDiff = None

    def run_eligo(self, *words, given=None, env=None, cwd=SOURCE):
        clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
        clean.update(env or {})
        done = subprocess.run([PROGRAM, *words], input=given, capture_output=True, cwd=cwd, env=clean, timeout=120, check=False)
        done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
        return done

    def expect(self, code, *words, out="", err="", **options):
        """Runs the program; it must end with `code` and print exactly `out` and `err` (strings), or contain each of a list."""
        done = self.run_eligo(*words, **options)
        for wanted, found, stream in ((out, done.stdout, "stdout"), (err, done.stderr, "stderr")):
            if isinstance(wanted, list):
                for part in wanted:
                    self.assertIn(part, found, stream)
            else:
                self.assertEqual(wanted, found, stream)
        self.assertEqual(code, done.returncode, done.stdout + done.stderr)
        return done

    def folder(self, files):
        """A folder with these files, gone when the test ends."""
        name = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, name)
        for path, text in files.items():
            file = Path(name, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return name


class Help(Case):
    def test_version(self):
        self.expect(0, "--version", out="eligo 0.1.0\n")

    def test_help_lists_every_command(self):
        done = self.expect(0, "--help", out=["Usage: eligo COMMAND", "\n  check ", "\n  decide ", "\n  facts ", "\n  fmt ", "\n  lint ", "\n  new ", "\n  test "])
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 96)
        self.expect(0, "help", out=done.stdout)

    def test_each_command_has_help_with_examples_and_exit_codes(self):
        for command in ("check", "decide", "facts", "lint", "new", "test"):
            done = self.expect(0, command, "--help", out=[
                f"Usage: eligo {command} ", "Options:\n", "--color auto|always|never", "Exit codes:\n  0  ", "Examples:\n  eligo " + command])
            self.assertLessEqual(max(map(len, done.stdout.splitlines())), 96)
            self.expect(0, "help", command, out=done.stdout)
            self.expect(0, command, "-h", out=done.stdout)

    def test_examples_run(self):
        """What help shows works (a profile stands in for the reader's own)."""
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(SOURCE / "rules", Path(folder, "rules"))
            shutil.copy(SOURCE / RESIDENTS / "anna.json", Path(folder, "me.json"))
            seen = 0
            for command in ("check", "decide", "facts", "lint", "new", "test"):
                for line in self.run_eligo(command, "--help").stdout.splitlines():
                    if line.startswith("  eligo "):
                        seen += 1
                        done = subprocess.run(line.replace("eligo ", f"'{PROGRAM}' ", 1), shell=True, cwd=folder, capture_output=True,
                                              timeout=120, check=False)
                        self.assertEqual(0, done.returncode, line + done.stderr.decode())
            self.assertGreaterEqual(seen, 8)


class Usage(Case):
    def test_no_command(self):
        self.expect(2, err=["eligo: a command is missing", "Usage: eligo COMMAND"])

    def test_unknown_command_gets_a_suggestion(self):
        self.expect(2, "decid", BIKE, err="eligo: unknown command `decid`; did you mean `decide`?\nTry `eligo --help`.\n")
        self.expect(2, "frobnicate", err="eligo: unknown command `frobnicate`\nTry `eligo --help`.\n")

    def test_unknown_option_gets_a_suggestion(self):
        wanted = "eligo: unknown option `--profil`; did you mean `--profile`?\nTry `eligo decide --help`.\n"
        self.expect(2, "decide", BIKE, "--profil", "me.json", err=wanted)
        self.expect(2, "decide", BIKE, "--profil=me.json", err=wanted)
        self.expect(2, "--colr", "never", "check", BIKE, err="eligo: unknown option `--colr`; did you mean `--color`?\n")

    def test_two_dashes_end_the_options(self):
        rules = "ruleset a\nend\nfact a : yes or no\ndecision d\n  a\nend\n"
        root = self.folder({"-a/a.eligo": rules, "--b.eligo": rules})
        self.expect(2, "check", "-a", cwd=root, err=["unknown option `-a`"])
        for words in (["check", "--", "-a"], ["--", "check", "-a"], ["check", "--format", "text", "--", "--b.eligo"]):
            self.expect(0, *words, cwd=root, out="1 ruleset: no errors\n")
        self.expect(0, "decide", "--set", "a=yes", "--", "-a", cwd=root, out=["d: yes\n"])
        self.expect(0, "check", BIKE, "--", out="1 ruleset: no errors\n")
        self.expect(2, "check", BIKE, "--", "--format", out=[], err="eligo: no such file or folder: --format\n")
        self.expect(2, "decide", BIKE, "--", "more", err=["`eligo decide` takes no `more`"])
        self.expect(2, "decide", "--", err=["`eligo decide` needs RULESET"])
        self.expect(2, "--", err=["a command is missing"])
        self.expect(2, "check", BIKE, "--", "-", "--", given=b"x\n", out=[], err=[])
        self.assertEqual(self.run_eligo("help", "--", "check").stdout, self.run_eligo("check", "--help").stdout)
        self.assertIn("\n  --  ", self.run_eligo("check", "--help").stdout)

    def test_no_hidden_character_is_printed(self):
        """Whatever stands in names, files, profiles and arguments."""
        hidden = "\u202e\u2066\u200b\ufeff\u00ad\u3164\u0085\u009b\u200e\u2060\u034f\U000e0041"
        rules = ("ruleset a\nend\ntable t from \"t.csv\"\n  key k : text\n  n : whole\nend\nfact n : text\nfact t : t\nfact w : whole\n"
                 "decision d\n  yes \"You are {n}.\"\n  n is not \"x\"\nend\ntest \"T\" as of 2025-01-01\n  given n \"x\"\n  expect d yes\nend\n")
        root = self.folder({"a/a.eligo": rules, "a/t.csv": "k,n\nA,1\n", "b/b.eligo": rules.replace('"T"', f'"T{hidden}"') + f"rule r{hidden}\n",
                            "c/c.eligo": rules, "c/t.csv": f"k,n,{hidden}\nA{hidden},x{hidden}\n", f"d{hidden}.eligo": "fact   a:whole\n",
                            f"e/{hidden}.ELIGO": "", "p.json": json.dumps({f"n{hidden}": 1, "w": f"3{hidden}", "t": hidden}, ensure_ascii=False),
                            "base.json": json.dumps({"version": 1, "findings": [{"file": "a.eligo", "code": hidden, "line": hidden, "count": 1}]}),
                            "eligo.toml": ""})
        calls = [["check", "b"], ["check", "c"], ["check", hidden], ["check", "e"], ["check", f"a/{hidden}"], ["check", "b", "--format", "json"],
                 ["lint", "b", "--format", "sarif"], ["lint", "c", "--format", "github"], ["lint", "c", "--format", "junit"],
                 ["lint", "a", "--baseline", "base.json"], ["lint", "a", "--write-baseline", f"w{hidden}.json"],
                 ["lint", "a", "--level", hidden], ["lint", "--explain", hidden], ["test", "a", "--filter", hidden], [f"{hidden}"], ["check", f"--{hidden}"],
                 ["check", "a", "--format", hidden], ["decide", "a", "--profile", "p.json"], ["decide", "a", "--profile", "p.json", "--format", "json"],
                 ["decide", "a", "--set", f"n={hidden}"], ["decide", "a", "--set", f"n={hidden}", "--format", "json"], ["decide", "a", "--set", f"w={hidden}"],
                 ["decide", "a", "--set", hidden], ["decide", "a", "--set", f"{hidden}=1"], ["decide", "a", "--lang", hidden],
                 ["decide", "a", "--decision", hidden], ["decide", "a", "--as-of", hidden], ["decide", "a", "--profile", hidden],
                 ["fmt", f"d{hidden}.eligo", "--diff"], ["fmt", f"d{hidden}.eligo"], ["fmt", ".", "--check"], ["fmt", "b"], ["new", hidden],
                 ["diff", "a", hidden], ["diff", "a", "a", "--profiles", "p.json"], ["diff", "--git", hidden, "a"], ["facts", "a", "--lang", hidden]]
        for words in calls:
            done = self.run_eligo(*words, cwd=root)
            said = done.stdout + done.stderr
            with self.subTest(words):
                self.assertNotEqual("", said)
                self.assertEqual([], [f"U+{ord(c):04X}" for c in said if c in hidden or (ord(c) < 0x20 and c != "\n") or 0x7f <= ord(c) < 0xa0])

    def test_options_are_held_to_their_shape(self):
        tail = "\nTry `eligo decide --help`.\n"
        self.expect(2, "decide", BIKE, "--lang", err="eligo: `--lang` needs a value: LANGUAGE" + tail)
        self.expect(2, "decide", BIKE, "--exit-code=3", err="eligo: `--exit-code` takes no value" + tail)
        self.expect(2, "decide", BIKE, "--lang", "en", "--lang", "fr", err="eligo: `--lang` was given more than once" + tail)
        self.expect(2, "decide", BIKE, "--format", "jsn", err="eligo: `--format` is one of text, json; found `jsn`; did you mean `json`?" + tail)
        self.expect(2, "decide", BIKE, "more", err="eligo: `eligo decide` takes no `more`" + tail)
        self.expect(2, "decide", err="eligo: `eligo decide` needs RULESET: a folder of rules, one of its files, or - for standard input" + tail)

    def test_unreadable_input(self):
        self.expect(2, "check", "no/such/place", err="eligo: no such file or folder: no/such/place\n")
        self.expect(2, "decide", CARTE, "--profile", "no.json", err="eligo: the profile cannot be read: no.json: no such file\n")
        self.expect(2, "decide", CARTE, "--profile", "rules", err="eligo: the profile cannot be read: rules: it is a folder\n")

    def test_rules_that_cannot_be_read(self):
        rules = "ruleset a\nend\nfact ok \"ok\" : yes or no\n  ask \"Is it?\"\ndecision d \"D\"\n  all of\n    ok\n  end\nend\n"
        root = self.folder({"empty/notes.md": "", "rules/a/a.eligo": rules, "rules/b/b.eligo": rules, "eligo.toml": ""})
        pipe = Path(root, "rules/b/pipe.eligo")
        os.mkfifo(pipe)
        either = {"out": [], "err": [], "cwd": root}
        for command in ("check", "lint", "test", "facts", "decide"):
            self.expect(2, command, "empty", **either)
            self.expect(2, command, "rules/b/pipe.eligo", **either)
        self.expect(2, "lint", "rules", "--exit-zero", **either)
        self.expect(2, "diff", "rules/a", "empty", **either)
        self.expect(2, "diff", "rules/a", "rules/b", **either)
        self.expect(2, "fmt", "empty", cwd=root, err="eligo: the folder `empty` holds no rule file, and those below it neither\n")
        self.expect(2, "check", "rules", out=["the file `rules/b/pipe.eligo` cannot be read: not a regular file", "2 rulesets: 1 error\n"], cwd=root)
        pipe.unlink()
        self.expect(0, "check", "rules", **either)
        # A `use` of what is not there is a mistake in the rules.
        Path(root, "rules/a/a.eligo").write_text(rules + 'use "empty"\nuse "nowhere.eligo"\n', encoding="utf-8")
        self.expect(1, "check", "rules", **either)
        self.expect(1, "lint", "rules", **either)

    def test_which_files_are_rules(self):
        """One walk: what `check` reads and what `fmt` lays out below a folder, and what both pass over."""
        rules = "ruleset a\nend\nfact ok : yes or no\ndecision d\n  ok\nend\n"
        names = ["a/.h.eligo", "a/.ELIGO", "a/X.ELIGO", "a/x.eligo.txt", "a/bad\x01.eligo", "a/co:lon.eligo", "a/notes.md", "b/Y.Eligo",
                 ".git/a/a.eligo", "c.eligo/.keep"]
        root = self.folder({"a/a.eligo": rules, **{name: "x\n" for name in names}})
        os.symlink("a", f"{root}/link")
        os.symlink("a.eligo", f"{root}/a/more.eligo")
        said = [("a/X.ELIGO", "its name ends in `.ELIGO`", "name it `X.eligo`"), ("a/bad\u2401.eligo", "it holds a control character", None),
                ("a/co:lon.eligo", "it holds a colon", None), ("a/x.eligo.txt", "its name ends in `.txt`", "name it `x.eligo`"),
                ("b/Y.Eligo", "its name ends in `.Eligo`", "name it `Y.eligo`")]
        whole = [(name, why, todo or "give it another name, such as `rules.eligo`") for name, why, todo in said]
        self.expect(0, "fmt", ".", "--check", cwd=root, err="".join(
            f"eligo: `./{name}` is not read: {why}; {todo}\n" for name, why, todo in whole) + "0 files would be changed, 1 already in order\n")
        os.unlink(f"{root}/a/more.eligo")  # it would declare everything twice
        done = self.expect(0, "check", ".", cwd=root, out=["1 ruleset: no errors, 4 warnings\n"],
                           err="eligo: `./b/Y.Eligo` is not read: its name ends in `.Eligo`; name it `Y.eligo`\n")
        for name, why, todo in whole[:-1]:
            self.assertIn(f"warning: `{name[2:]}` is not read: {why} [host/other_ending]\n", done.stdout)
            self.assertIn(f"   help: {todo}\n", done.stdout)
        for name in ("a/.h.eligo", "a/.ELIGO", "a/X.ELIGO", "a/co:lon.eligo", "a/notes.md"):
            for command in ("check", "lint", "test", "decide"):
                with self.subTest(name, command=command):
                    self.expect(2, command, name, cwd=root, out=[], err=[])
        self.expect(2, "check", "a/.h.eligo", cwd=root, out=[
            "expected a rule file, found `.h.eligo`: files whose names begin with a dot are nobody's rules"])
        # Of a folder without rules all is told too, once.
        done = self.expect(2, "check", "b", cwd=root, out=["`Y.Eligo` is not read", ": 1 error\n"])
        self.assertEqual(1, done.stdout.count("Y.Eligo` is not read"))
        self.expect(2, "fmt", ".git", "b", cwd=root, err=[])
        self.expect(2, "fmt", "b", cwd=root, err=["`b/Y.Eligo` is not read", "the folder `b` holds no rule file"])
        # Who names a file, or a folder, means it.
        self.expect(2, "fmt", ".git", "--check", cwd=root, err=[".git/a/a.eligo was left as it is\n"])
        self.expect(2, "fmt", "a/X.ELIGO", "--check", cwd=root, err=["a/X.ELIGO was left as it is\n"])

    @unittest.skipIf(os.geteuid() == 0, "nothing is closed to root")
    def test_a_folder_that_is_closed_is_told_of(self):
        root = self.folder({"a/a.eligo": "ruleset a\nend\n", "b/b.eligo": "ruleset b\nend\n"})
        os.chmod(f"{root}/b", 0)
        self.addCleanup(os.chmod, f"{root}/b", 0o755)
        for words in (["check", "."], ["fmt", ".", "--check"]):
            self.expect(2, *words, cwd=root, err="eligo: the folder `./b` cannot be read: Permission denied\n")

    def test_no_pipe_has_the_place_of_rules(self):
        rules = b"ruleset a\nend\nfact a : yes or no\ndecision d\n  a\nend\n"
        root = self.folder({"a/a.eligo": rules})
        os.mkfifo(f"{root}/a/pipe.eligo")
        os.mkfifo(f"{root}/eligo.toml")
        self.expect(2, "fmt", "a/pipe.eligo", cwd=root, err=["eligo: a/pipe.eligo cannot be read: not a regular file\n"])
        self.expect(2, "fmt", ".", cwd=root, err=["eligo: ./a/pipe.eligo cannot be read: not a regular file\n", "1 already in order, 1 left as it is"])
        self.expect(2, "fmt", "/dev/null", cwd=root, err=["eligo: /dev/null cannot be read: not a regular file\n"])
        for command in ("check", "test", "lint"):
            self.expect(2, command, ".", cwd=root, out=[], err=[])
        os.unlink(f"{root}/a/pipe.eligo")
        for name in ("-", "/dev/stdin", "/dev/fd/0"):
            self.expect(0, "check", name, given=rules, out="1 ruleset: no errors\n")
            self.expect(0, "fmt", name, given=b"fact   a:whole\n", out="fact a : whole\n")
            self.expect(0, "decide", f"{root}/a", "--profile", name, given=b'{"a": true}', out=["d: yes\n"])
        self.expect(2, "decide", "/dev/stdin", "--profile", "-", given=rules, err="eligo: standard input can be the ruleset or the profile, not both\n")
        shell = subprocess.run(["bash", "-c", f"'{PROGRAM}' decide '{root}/a' --profile <(echo '{{\"a\": true}}')"], capture_output=True, check=False)
        self.assertIn(b"d: yes\n", shell.stdout, shell.stderr)

    def test_output_that_cannot_be_written_is_an_error(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "--help"], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual((2, b"eligo: standard output could not be written\n"), (done.returncode, done.stderr))

    def test_no_command_loses_its_output(self):
        """Also where something was told on the other stream first, and where the stream was closed by the caller."""
        commands = [["check", BIKE], ["check", BIKE, "--format", "json"], ["test", BIKE], ["facts", BIKE], ["diff", BIKE, BIKE],
                    ["decide", CARTE, "--format", "json"], ["fmt", "--diff", "-"]]
        commands += [["lint", CARTE, "--format", form] for form in ("text", "json", "sarif", "github", "junit")]
        for words in commands:
            with self.subTest(words), open("/dev/full", "wb") as full:
                for options in ({"stdout": full}, {"preexec_fn": lambda: os.close(1)}):
                    done = subprocess.run([PROGRAM, *words], stderr=subprocess.PIPE, cwd=SOURCE, input=b"use   \"a\"\n", check=False, **options)
                    self.assertEqual(2, done.returncode, words)
                    self.assertTrue(done.stderr.endswith(b"eligo: standard output could not be written\n"), done.stderr)


class Slips(Case):
    """What once went by in silence, or ended in a crash."""
    HEADER = 'ruleset a "A"\nend\n'

    def test_a_long_name_with_dots_is_an_error_wherever_it_stands(self):
        long = "b" + ".c" * 512
        declared = self.HEADER + f"fact {long} : yes or no\ndecision d\n  {long}\nend\n"
        said = "expected at most 1024 letters in a name with dots, found 1025 (limit `path_bytes`)"
        done = self.expect(1, "check", "-", "--format", "json", given=declared.encode(), out=[], err="1 ruleset: 2 errors\n")
        found = [(each["message"], each["place"]["line"]) for each in json.loads(done.stdout)["diagnostics"]]
        self.assertEqual([(said, 3), (said, 5)], found)
        longest = "b" + ".c" * 511 + "d"
        self.expect(0, "check", "-", given=declared.replace(long, longest).encode(), out="1 ruleset: no errors\n")
        asked = self.HEADER + f'fact b "b" : yes or no\ndecision d\n  yes "{{{long}}}"\n  b\nend\n'
        self.expect(1, "check", "-", given=asked.encode(), out=[said, ":5:"])

    def test_a_copy_of_a_file_is_told_once(self):
        """It was told for each declaration, text and test: 25 errors for the carte Vitale."""
        rules = (self.HEADER + 'source s "S"\nend\nfact b "b" : yes or no\nrule r "r"\n  b\nend\ndecision d "d"\n  r\nend\n')
        texts = 'texts fr\n  b "B"\n  r "R"\n  d "D"\nend\n'
        tests = "".join(f'test "{name}" as of 2025-06-01\n  expect d undetermined\nend\n' for name in ("one", "two", "three"))
        rules = rules.replace('"A"\nend', '"A"\n  languages en, fr\nend')
        files = {"a.eligo": rules, "a.fr.eligo": texts, "t.eligo": tests}
        said = {"a.eligo": "a ruleset has only one header [header/duplicate]", "a.fr.eligo": "this text is translated already [text/duplicate]",
                "t.eligo": 'two tests have the title `"one"` [test/duplicate]'}
        for name, message in said.items():
            with self.subTest(name):
                root = self.folder({**files, "copy of " + name: files[name]})
                self.expect(1, "check", root, out=[message, "help: if one file is a copy of the other, keep one of them\n", ": 1 error\n"])
        changed = rules.replace("yes or no", "whole").replace("\n  b\n", "\n  b > 3\n")
        root = self.folder({**files, "a2.eligo": changed})  # changed, as another try
        self.expect(1, "check", root, out=["a2.eligo:1:1", said["a.eligo"], ": 1 error\n"])
        other = 'fact b "b" : whole\nfact r "r" : whole\n'  # no copy: each name
        self.expect(1, "check", self.folder({**files, "o.eligo": other}), out=["named `b` is declared", "named `r` is declared", ": 2 errors\n"])

    def test_a_table_without_rows_is_told(self):
        root = self.folder({"a.eligo": self.HEADER + 'table t from "t.csv"\n  key code : text\n  n : whole\nend\n'
                            "fact k : t\ndecision number : whole\n  k.n\nend\n", "t.csv": "code,n\n"})
        self.expect(2, "decide", root, err=["a.eligo:3:7", "the table `t` has no rows", "write its rows below the first one in `t.csv`"])

    def test_a_table_of_tests_without_rows_is_told(self):
        root = self.folder({"a.eligo": self.HEADER + 'fact b : yes or no\ndecision d\n  b\nend\ntests from "t.csv"\n', "t.csv": "as of,b,expect d\n"})
        self.expect(1, "check", root, out=["t.csv:1:1", "the table of tests has no rows [test/nothing]", "write a test on each line below the first one"])

    def test_percentages_in_a_table(self):
        root = self.folder({"a.eligo": self.HEADER + 'table t from "t.csv"\n  key code : text\n  share : decimal\nend\n'
                            "fact k : t\ndecision share : decimal\n  k.share\nend\n", "t.csv": "code,share\nA,80 %\nB,-12.5%\n"})
        self.expect(0, "decide", root, "--set", "k=A", out=["share: 0.8\n"])
        self.expect(0, "decide", root, "--set", "k=B", out=["share: -0.125\n"])

    def test_long_lists_are_read_and_decided(self):
        """Each took from six seconds to more than a minute when each member was compared with each (measured in tests/bench)."""
        kinds = {"text": lambda i: f'"x{i}"', "whole": lambda i: str(3 * i), "decimal": lambda i: f"{3 * i}.5"}
        for kind, member in kinds.items():
            members = ", ".join(member(i) for i in range(10_000))
            rules = self.HEADER + f"fact b : {kind}\ndecision d\n  b is one of {members}\nend\n"
            root = self.folder({"a.eligo": rules})
            self.expect(0, "decide", root, out=["We cannot tell yet."])
            self.expect(0, "decide", root, "--set", "b=" + member(9_999).strip('"'), out=["d: yes\n"])
            self.expect(0, "decide", root, "--set", "b=" + member(10_000).strip('"'), out=["d: no\n"])

    def test_long_lists_of_what_is_calculated(self):
        members = ", ".join(str(3 * i) for i in range(30_000))
        rules = (self.HEADER + "fact b : whole from 0 to 100000\nfact c : whole from 0 to 3\n"
                 f"decision d\n  b + c is one of {members}\nend\n").encode()
        self.expect(0, "decide", "-", given=rules, out=["We cannot tell yet."])
        for b, c, answer in ((29_996, 1, "yes"), (29_996, 2, "no"), (89_998, 2, "no"), (0, 0, "yes"), (1, 0, "no")):
            self.expect(0, "decide", "-", "--set", f"b={b}", "--set", f"c={c}", given=rules, out=[f"d: {answer}\n"])

    def test_a_second_root_is_told_also_from_below(self):
        rules = self.HEADER + "decision d\n  always\nend\n"
        root = self.folder({"eligo.toml": "", "s/eligo.toml": "", "s/t/a.eligo": rules})
        for path in (".", "s", "s/t", "s/t/a.eligo"):
            self.expect(1, "check", path, cwd=root, out=["s/eligo.toml:1:1", "a second `eligo.toml` below the root, in the folder `s`"])

    def test_a_folder_of_several_rulesets_names_them(self):
        rules = "ruleset {0} \"{0}\"\nend\nfact a : yes or no\ndecision d\n  a\nend\n"
        root = self.folder({"eligo.toml": "", "rules/one/one.eligo": rules.format("one"), "rules/two/two.eligo": rules.format("two")})
        said = "eligo: rules holds no rule file itself; choose a ruleset below it: rules/one, rules/two\n"
        for command in (["decide", "rules"], ["facts", "rules"], ["diff", "rules", "rules"], ["diff", "--git", "HEAD", "rules"]):
            self.expect(2, *command, cwd=root, err=said)

    def test_folders_that_are_not_searched_are_named(self):
        rules, deep = self.HEADER + "decision d\n  always\nend\n", "/".join("abcdefghijklmnopq")
        root = self.folder({"r/a.eligo": rules, deep + "/a.eligo": "x\n"})
        self.expect(0, "check", ".", cwd=root, out="1 ruleset: no errors\n",
                    err=f"eligo: more than 16 folders stand inside one another; not searched for rules: ./{deep}\n")

    def test_a_fact_set_twice_is_refused(self):
        self.expect(2, "decide", BIKE, "--decision", "grant", "--set", "age=3", "--set", "age=4",
                    err="--set age: `age` is told twice\neligo: what was told was refused; nothing was decided\n")

    def test_a_fact_set_twice_is_told_by_name_to_programs(self):
        ran = self.run_eligo("decide", BIKE, "--decision", "grant", "--set", "age=3", "--set", "age=3", "--format", "json")
        self.assertEqual([(e["code"], e["path"]) for e in json.loads(ran.stdout)["errors"]], [("profile/told_twice", "age")])

    def test_a_list_is_set_as_json(self):
        rules = self.HEADER + ("record person\n  i : whole\nend\nfact l : list of person, at most 3\n"
                               "decision d\n  some m in l : m.i is 5\nend\n")
        self.expect(2, "decide", "r", "--set", "l=[(i 5)]", cwd=self.folder({"r/r.eligo": rules}),
                    err="--set l:1:2: $: expected a value, found `(`\n"
                        "  help: this is read as JSON: a member of a list is written as in `{\"age\": 3}`\n"
                        "eligo: what was told was refused; nothing was decided\n")

    def test_a_member_that_the_list_does_not_have_is_refused(self):
        rules = self.HEADER + ("record person\n  i : whole\nend\nfact l : list of person, at most 3\n"
                               "decision d\n  some m in l : m.i is 5\nend\n")
        root = self.folder({"r/r.eligo": rules, "p.json": '{"l": [{}]}'})
        said = ("`l` is told without a member 2, of which `l[2].i` is told\n"
                "  help: tell all members in the list, `{}` for one of whom nothing is known\n"
                "eligo: what was told was refused; nothing was decided\n")
        for words in (["--set", "l=[]", "--set", "l[2].i=5"], ["--set", "l[2].i=5", "--set", 'l=[{"i": 1}]'],
                      ["--profile", "p.json", "--set", "l[2].i=5"]):
            self.expect(2, "decide", "r", *words, cwd=root, err="--set l[2].i: " + said)
        self.expect(2, "decide", "r", "--profile", "-", given=b'{"l[2].i": 5,\n "l": []}', cwd=root,
                    err='standard input:1:2: $["l[2].i"]: ' + said)
        self.expect(2, "decide", "r", "--set", "l[1].i=4", "--set", 'l=[{"i": 5}]', cwd=root,
                    err="--set l[1].i: `l[1].i` is told twice\neligo: what was told was refused; nothing was decided\n")
        for words in (["--set", "l[2].i=5", "--set", 'l=[{}, {}]'], ["--profile", "p.json", "--set", "l[1].i=5"]):
            self.expect(0, "decide", "r", *words, cwd=root, out=["d: yes\n"])

    def test_rules_with_errors_on_standard_input_have_a_name(self):
        self.expect(2, "test", "-", given=b"x\n", err=["eligo: standard input has errors; its tests were not run\n"])


class Decide(Case):
    def decide(self, resident, *more):
        return self.expect(0, "decide", CARTE, "--profile", f"{RESIDENTS}/{resident}.json", "--as-of", "2025-06-01", *more, out=[]).stdout

    def test_yes_in_both_languages(self):
        self.assertIn("You can activate the digital carte Vitale.", self.decide("anna"))
        self.assertIn("Vous pouvez activer la carte Vitale", self.decide("anna", "--lang", "fr"))

    def test_no_says_every_reason(self):
        english = self.decide("james", "--lang", "en")
        self.assertIn("You need an identity document that is accepted: a French", english)
        self.assertIn("The service is not open where you live.", english)
        self.assertNotIn("You first need an account", english)
        french = self.decide("james", "--lang", "fr")
        self.assertNotIn("The service", french)
        self.assertIn("Dordogne", french)

    def test_undetermined_asks_what_is_missing(self):
        self.assertIn("In which department is your main home?", self.decide("claire"))
        self.assertNotIn("ameli.fr?", self.decide("claire"))

    def test_the_first_regime(self):
        done = self.expect(0, "decide", CARTE, "--profile", f"{RESIDENTS}/anna.json", "--as-of", "2025-05-25", "--format", "json", out=[])
        self.assertEqual("no", json.loads(done.stdout)["verdict"])
        done = self.expect(0, "decide", CARTE, "--profile", f"{RESIDENTS}/anna.json", "--as-of", "2025-06-01", "--law-day", "2025-05-25",
                           "--format", "json", out=[])
        answer = json.loads(done.stdout)
        self.assertEqual(("no", "2025-06-01", "2025-05-25"), (answer["verdict"], answer["as_of"], answer["law_day"]))

    def test_profile_from_standard_input(self):
        profile = (SOURCE / RESIDENTS / "anna.json").read_bytes()
        self.expect(0, "decide", CARTE, "--profile", "-", "--as-of", "2025-06-01", given=profile, out=["You can activate"])
        self.expect(2, "decide", "-", "--profile", "-", given=profile, err="eligo: standard input can be the ruleset or the profile, not both\n")

    def test_facts_one_by_one(self):
        self.expect(0, "decide", CARTE, "--set", "phone.os=ios", "--set", "phone.version=15.8", "--as-of", "2025-06-01", out=["You need an Android"])
        self.expect(0, "decide", BIKE, "--decision", "grant", "--set", "age=from 18", "--set=helmet=yes", out=["You get the grant."])

    def test_facts_told_singly_replace_those_of_the_profile(self):
        words = ["decide", CARTE, "--profile", f"{RESIDENTS}/anna.json", "--as-of", "2025-06-01", "--format", "json"]
        done = self.expect(0, *words, "--set", "phone.version=8", out=[])
        self.assertEqual(["recent_phone"], [reason["line"] for reason in json.loads(done.stdout)["reasons"]])

    def test_without_a_day_it_is_today(self):
        before = subprocess.run(["date", "+%F"], capture_output=True, text=True, check=True).stdout.strip()
        done = self.expect(0, "decide", BIKE, "--decision", "grant", "--format", "json", out=[])
        after = subprocess.run(["date", "+%F"], capture_output=True, text=True, check=True).stdout.strip()
        self.assertIn(json.loads(done.stdout)["as_of"], (before, after))

    def test_a_day_that_is_none(self):
        self.expect(2, "decide", CARTE, "--as-of", "2025-02-30", err="eligo: `--as-of` needs a day such as 2025-06-01; found `2025-02-30`\n")
        self.expect(2, "decide", CARTE, "--law-day", "today", err="eligo: `--law-day` needs a day such as 2025-06-01; found `today`\n")

    def test_which_decision(self):
        self.expect(2, "decide", BIKE, err="eligo: the ruleset has several decisions: choose one with `--decision`: grant, amount, welcome\n")
        self.expect(2, "decide", BIKE, "--decision", "grand",
                    err="eligo: the ruleset has no decision `grand`; it has grant, amount, welcome; did you mean `grant`?\n")

    def test_which_language(self):
        self.expect(2, "decide", CARTE, "--lang", "de", err="eligo: the ruleset has no texts in the language `de`; it has en, fr\n")
        self.expect(2, "decide", CARTE, "--lang", "FR", err="eligo: the ruleset has no texts in the language `FR`; it has en, fr; did you mean `fr`?\n")
        self.expect(0, "decide", BIKE, "--decision", "grant", "--set", "age=9", "--lang", "fr", out=["Il faut avoir 18 ans ; vous avez 9 ans."])

    def test_the_verdict_as_exit_code(self):
        words = ["decide", BIKE, "--decision", "grant", "--exit-code"]
        self.expect(0, *words, "--set", "age=30", "--set", "helmet=yes", out=["You get the grant."])
        self.expect(1, *words, "--set", "age=3", out=["You do not get the grant."])
        self.expect(3, *words, "--set", "age=30", out=["helmet"])
        self.expect(0, "decide", BIKE, "--decision", "amount", "--set", "income=100", "--exit-code", out=["300"])
        rules = self.folder({"r.eligo": 'ruleset r "R"\nend\nfact n "n" : whole\ndecision d "D"\n  yes "Y"\n  no "N"\n'
                                        "  not covered if n is 0\n  all of\n    big : n * 4611686018427387904 > 0\n  end\nend\n"})
        self.expect(4, "decide", rules, "--set", "n=0", "--exit-code", out=[])
        self.expect(5, "decide", rules, "--set", "n=4", "--exit-code", out=[])

    def test_a_ruleset_with_errors_decides_nothing(self):
        rules = self.folder({"r.eligo": 'ruleset r "R"\nend\nfact helmet "helmet" : yes or no\ndecision d "D"\n  yes "Y"\n  no "N"\n  all of\n    a : helmt\n  end\nend\n'})
        done = self.expect(2, "decide", rules, err=["error: ", "`helmt`", "r.eligo:8:9\n", " 8 |     a : helmt\n", "   |         ^^^^^\n",
                                                    "did you mean `helmet`?", "eligo: the ruleset has errors; nothing was decided\n"])
        self.assertEqual("", done.stdout)


class Profiles(Case):
    def refused(self, profile, *parts):
        name = self.folder({"me.json": profile})
        done = self.expect(2, "decide", CARTE, "--profile", f"{name}/me.json", "--as-of", "2025-06-01",
                           err=[f"{name}/me.json:", "eligo: what was told was refused; nothing was decided\n", *parts])
        self.assertEqual("", done.stdout)
        return done.stderr

    def test_an_unknown_fact_names_path_place_and_suggestion(self):
        self.refused('{\n  "citizenshp": "FR"\n}\n', "me.json:2:3: ", "citizenshp", "did you mean `citizenship`?")

    def test_its_size(self):
        """The limit `source_bytes` is the library's; until there any size is read."""
        name = self.folder({"much.json": b"{" + b" " * (17 << 20) + b"}", "too_much.json": b" " * 67108865})
        self.expect(0, "decide", CARTE, "--profile", f"{name}/much.json", "--as-of", "2025-06-01", out=["Answer for 1 June 2025."])
        self.expect(2, "decide", CARTE, "--profile", f"{name}/too_much.json", err=["too_much.json: larger than 67108864 bytes\n"])

    def test_all_errors_are_said(self):
        said = self.refused('{\n  "citizenship": "XX",\n  "phone": { "version": 16.1 },\n  "department": "1"\n}\n',
                            "me.json:2:18: $.citizenship: ", "me.json:3:25: $.phone.version: ", "me.json:4:17: $.department: ")
        self.assertIn("did you mean `01`?", said)

    def test_a_wrong_single_fact(self):
        done = self.expect(2, "decide", CARTE, "--set", "phone.versio=16", err=["--set phone.versio: ", "did you mean `phone.version`?"])
        self.assertEqual("", done.stdout)
        self.expect(2, "decide", CARTE, "--set", "foo=1", "--set", "phone", err="eligo: `--set` needs FACT=VALUE, such as phone.version=16.1; found `phone`\n")
        done = self.expect(2, "decide", CARTE, "--profile", "-", "--set", "foo=1", "--set", "bar=2", "--as-of", "2025-06-01", "--format", "json",
                           given=b'{"baz": 3}', out=[], err="eligo: what was told was refused; nothing was decided\n")
        refused = json.loads(done.stdout)  # one document
        self.assertEqual([("$.baz", "there is no fact `baz`"), ("foo", "there is no fact `foo`"), ("bar", "there is no fact `bar`")],
                         [(error["path"], error["message"]) for error in refused["errors"]])
        self.assertEqual(0, refused["left_out"])
        self.expect(2, "decide", CARTE, "--profile", "-", "--set", "foo=1", given=b'{"baz": 3}', err=[
            "standard input:1:2: $.baz: there is no fact `baz`\n", "--set foo: there is no fact `foo`\n", "eligo: what was told was refused; nothing was decided\n"])
        self.expect(2, "decide", CARTE, "--set", "phone", err="eligo: `--set` needs FACT=VALUE, such as phone.version=16.1; found `phone`\n")

    def test_no_json(self):
        self.refused("citizenship: FR", "me.json:1:1: ")
        self.refused("", "me.json:1:1: ")

    def test_as_json(self):
        name = self.folder({"me.json": '{"citizenshp": "FR"}'})
        done = self.expect(2, "decide", CARTE, "--profile", f"{name}/me.json", "--format", "json", out=[], err=["nothing was decided"])
        [error] = json.loads(done.stdout)["errors"]
        self.assertEqual(("profile/unknown_fact", 1, 2), (error["code"], error["line"], error["column"]))

    def test_a_private_value_is_never_shown(self):
        canary = "Canary-4711"
        for words in (["--set", f"nickname={canary}"], ["--set", f"nickname={canary}", "--format", "json"]):
            done = self.run_eligo("decide", BIKE, "--decision", "grant", *words)
            self.assertEqual(0, done.returncode, done.stderr)
            self.assertNotIn(canary, done.stdout + done.stderr)
        name = self.folder({"me.json": json.dumps({"nickname": {"one_of": [canary, 4711]}})})
        done = self.expect(2, "decide", BIKE, "--decision", "grant", "--profile", f"{name}/me.json", err=["$.nickname"])
        self.assertNotIn(canary, done.stdout + done.stderr)


class Check(Case):
    BAD = 'ruleset r "R"\nend\nfact helmet "helmet" : yes or no\ndecision d "D"\n  yes "Y"\n  no "N"\n  all of\n    a : helmt\n    b : helmett\n  end\nend\n'

    def test_clean(self):
        self.expect(0, "check", CARTE, out="1 ruleset: no errors\n")

    def test_a_file_means_its_folder_and_none_is_read_twice(self):
        self.expect(0, "check", CARTE, f"{CARTE}/carte_vitale.eligo", f"./{CARTE}/", out="1 ruleset: no errors\n")

    def test_all_below_a_folder(self):
        self.expect(0, "check", "rules", out=["no errors\n"])
        root = self.folder({"a/r.eligo": self.BAD, "b/c/r.eligo": 'ruleset s "S"\nend\n', "shared/t.eligo": 'enum e "e"\n  a "a"\nend\n'})
        self.expect(1, "check", root, out=["\n2 rulesets: 2 errors\n"])

    def test_a_mistake_in_a_shared_file_is_one(self):
        shared = 'fact age "age" : whole\nrule grown\n  aeg > 18\nend\n'
        one = 'ruleset {0} "R"\nend\nuse "shared/s.eligo"\ndecision d "D"\n  grown\nend\n'
        root = self.folder({"eligo.toml": "", "shared/s.eligo": shared, "a/r.eligo": one.format("a"), "b/r.eligo": one.format("b")})
        self.expect(1, "check", root, out=["shared/s.eligo:3:3\n", "\n2 rulesets: 1 error\n"])

    def test_findings_go_to_standard_output(self):
        root = self.folder({"r.eligo": self.BAD})
        done = self.expect(1, "check", root, out=["r.eligo:8:9\n", "r.eligo:9:9\n", "\n1 ruleset: 2 errors\n"])
        self.assertEqual(2, done.stdout.count("error: "))

    def test_line_ends_of_every_kind_are_the_same_lines(self):
        rules = ('ruleset r "R"\nend\n# it is\ntable t from "t.csv"\n  key code : text\n  n : whole\nend\n'
                 "fact k : t\nfact a : yes or no\ndecision d\n  aa or\n  k.n > 2\nend\n")
        cells = "code,n\nA,1\nB,x1\nC,2\n"

        def ends(text, kinds):
            return "".join(line + kinds[i % len(kinds)] for i, line in enumerate(text.splitlines()))

        for kinds in (["\r"], ["\r\n"], ["\r", "\r\n", "\n"]):
            with self.subTest(kinds):
                root = self.folder({"r.eligo": ends(rules, kinds), "t.csv": ends(cells, kinds)})
                self.expect(1, "check", root, out=[
                    "r.eligo:11:3\n11 |   aa or\n   |   ^^\n", "suggestion: write `a`\n11 +   a or\n", "t.csv:3:3\n 3 | B,x1\n   |   ^^\n"])
                found = json.loads(self.expect(1, "check", root, "--format", "json", out=[], err=[]).stdout)
                self.assertEqual([[11, 3, 11, 5], [3, 3, 3, 5]], [
                    [each["place"][key] for key in ("line", "column", "end_line", "end_column")] for each in found["diagnostics"]])
                region = json.loads(self.run_eligo("lint", root, "--format", "sarif").stdout)["runs"][0]["results"][0]["locations"][0]
                region = region["physicalLocation"]["region"]
                self.assertEqual([11, 3, 11, 5], [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")])

    def test_a_flood_is_counted(self):
        lines = "".join(f"    l{i} : b{i}\n" for i in range(300))
        root = self.folder({"r.eligo": f"ruleset r\nend\nfact a : yes or no\ndecision d\n  all of\n{lines}  end\nend\n"})
        done = self.expect(1, "check", root, out=["\nand 50 more\n\nnote: expected at most 100 findings in one ruleset, found 200 more ",
                                                  "\n1 ruleset: at least 100 errors\n"])
        self.assertEqual(50, done.stdout.count("error: "))
        self.expect(1, "lint", root, out=["found 200 more "], err=[])

    def test_paths_lead_from_the_folder_that_one_is_in(self):
        root = self.folder({"eligo.toml": "", "law/a/r.eligo": self.BAD, "law/b/x.txt": "", "c/x.txt": ""})
        for here, named, shown in ((".", "law/a", "law/a/"), ("law", "a", "a/"), ("law/a", ".", ""), ("law/a", "r.eligo", ""),
                                   ("law/a", f"{root}/law/a", ""), ("law/b", "../a", "../a/"), ("c", "../law", "../law/a/")):
            with self.subTest(here):
                self.expect(1, "check", named, cwd=Path(root, here), out=[f"--> {shown}r.eligo:8:9\n"])
                found = json.loads(self.expect(1, "check", named, "--format", "json", cwd=Path(root, here), out=[], err=[]).stdout)
                self.assertEqual(f"{shown}r.eligo", found["diagnostics"][0]["place"]["file"])
        failing = 'ruleset r "R"\nend\nfact a : yes or no\ndecision d\n  a\nend\ntest "t" as of 2025-01-01\n  given a no\n  expect d yes\nend\n'
        root = self.folder({"eligo.toml": "", "law/r.eligo": failing})
        self.expect(1, "test", ".", cwd=Path(root, "law"), out=["\n  r.eligo:9: d\n"])

    def test_a_comment_stays_with_its_line(self):
        text = 'ruleset r "R"\nend\nfact a "a" : yes or no\nrule open "open"\n  until 2025-12-31 : a%s\nend\n'
        for comment in ("", "  # no day: not open", " # \u00e9t\u00e9  "):
            with self.subTest(comment):
                root = self.folder({"r.eligo": text % comment})
                kept = "  until 2025-12-31 : a" + comment
                done = self.expect(1, "check", root, out=["5 + " + kept + "\n 6 +   since 2026-01-01 : never\n"])
                self.assertNotIn("never  #", done.stdout)

    def test_rules_on_standard_input(self):
        self.expect(1, "check", "-", given=self.BAD.encode(), out=["--> standard_input.eligo:8:9\n"])

    def test_json_has_its_summary_elsewhere(self):
        root = self.folder({"r.eligo": self.BAD})
        done = self.expect(1, "check", root, "--format", "json", out=[], err="1 ruleset: 2 errors\n")
        found = json.loads(done.stdout)
        self.assertEqual([(8, 9), (9, 9)], [(each["place"]["line"], each["place"]["column"]) for each in found["diagnostics"]])
        self.assertEqual((2, 0), (found["errors"], found["left_out"]))

    def test_no_byte_of_a_file_commands_the_terminal(self):
        evil = "\x1b[2J\x1b]52;c;aGk=\x07\u009b31m\u202e"
        text = f'ruleset r "R"\nend\nfact a{evil} "{evil}" : yes or no # {evil}\nrule {evil}\n  "{evil}" = {evil}\nend\n'
        root = self.folder({"r.eligo": text, "t.eligo": b"rule \xff\xfe x\r\x1b\nend\n", "a\x1b[31m\n.eligo": "rule a b c\nend\n"})
        for words in (["check", root], ["check", root, "--format", "json"], ["test", root], ["decide", root], ["facts", root]):
            done = self.run_eligo(*words)
            said = done.stdout + done.stderr
            self.assertNotIn(done.returncode, (0,), words)
            self.assertIn("error", said)
            bad = [hex(ord(c)) for c in said if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160]
            self.assertEqual([], bad, words)
            if "json" not in words:
                self.assertNotIn("\u202e", said)

    def test_a_flood_of_errors_is_bounded(self):
        text = 'ruleset r "R"\nend\n' + "".join(f"rule r{i} \"r\"\n  unknown_{i} is {'x' * 500}\nend\n" for i in range(2000))
        root = self.folder({"r.eligo": text})
        done = self.expect(1, "check", root, out=[])
        self.assertLess(len(done.stdout.encode()), 64 * 1024)
        self.assertLess(len(self.run_eligo("check", root, "--format", "json").stdout), 4 * 1024 * 1024)


class Tests(Case):
    @staticmethod
    def bike(name="bike.eligo"):
        return (SOURCE / BIKE / name).read_text(encoding="utf-8")

    def bike_with(self, rules):
        """The ruleset of the bikes with other rules."""
        return self.folder({"bike.eligo": rules, **{name: self.bike(name) for name in ("towns.csv", "bike.fr.eligo")}})

    def test_the_current_folder_is_gone(self):
        root = self.folder({"gone/a.txt": ""})
        done = subprocess.run(["sh", "-c", 'cd "$1/gone" && rm -r "$1/gone" && exec "$2" test "$3"', "sh", root, PROGRAM, SOURCE / BIKE],
                              capture_output=True, text=True, check=False)
        self.assertEqual((0, "2 passed, 0 failed\n"), (done.returncode, done.stdout), done.stderr)

    def test_all_pass(self):
        done = self.expect(0, "test", "rules", out=[" passed, 0 failed\n"])
        self.assertGreater(int(done.stdout.split()[-4]), 100)
        self.expect(0, "test", BIKE, out="2 passed, 0 failed\n")

    def test_a_failure_shows_both_sides(self):
        text = self.bike().replace("no because adult", "no because helmet")
        done = self.expect(1, "test", self.bike_with(text), out=["failed: a child\n", "expected  no because helmet\n", "actual    no because adult\n",
                                                 "\n1 passed, 1 failed\n"])
        line = 1 + text[:text.index("expect grant no because")].count("\n")
        self.assertIn(f"bike.eligo:{line}: grant\n", done.stdout)

    def test_no_tests_are_not_passed_tests(self):
        root = self.folder({"r.eligo": "ruleset r\nend\nfact a : yes or no\ndecision d\n  a\nend\n", "tests.eligo.txt": ""})
        self.expect(2, "test", root, out="", err=["there are no tests to run"])
        self.expect(0, "check", root, out=["`tests.eligo.txt` is not read: its name ends in `.txt`"])

    def test_a_row_of_a_table_fails_at_its_line(self):
        cases = "test,as of,age,expect grant,because\nold enough,2025-06-01,18,undetermined,\n,2025-06-01,17,no,helmet\nyoung,2025-06-01,3,yes,\n"
        files = {"bike.eligo": self.bike() + 'tests from "cases.csv"\n', "cases.csv": cases}
        root = self.folder({**files, **{name: self.bike(name) for name in ("towns.csv", "bike.fr.eligo")}})
        done = self.expect(1, "test", root, out=["\n3 passed, 2 failed\n"])
        self.assertIn("failed: cases.csv, line 3\n", done.stdout)
        self.assertIn("cases.csv:3: grant\n    expected  no because helmet\n    actual    no because adult\n", done.stdout)
        self.assertIn("failed: young\n", done.stdout)
        self.assertIn("cases.csv:4: grant\n    expected  yes\n    actual    no because adult\n", done.stdout)
        self.expect(0, "test", root, "--filter", "old enough", out="1 passed, 0 failed\n")
        self.expect(1, "test", root, "--filter", "line 3", out=["\n0 passed, 1 failed\n"])

    def test_a_table_of_tests_with_a_mistake_is_not_run(self):
        cases = "as of,agee,expect grant\n2025-06-01,18,yes\n"
        files = {"bike.eligo": self.bike() + 'tests from "cases.csv"\n', "cases.csv": cases}
        root = self.folder({**files, **{name: self.bike(name) for name in ("towns.csv", "bike.fr.eligo")}})
        self.expect(2, "test", root, err=["cases.csv:1:7\n", "`agee` is no column of tests", "did you mean `age`?"])

    def test_a_flood_of_failures_is_bounded(self):
        tests = "".join(f'test "number {i}" as of 2025-06-01\n  expect grant yes\nend\n' for i in range(1000))
        done = self.expect(1, "test", self.bike_with(self.bike() + tests), out=["\nand 950 more\n2 passed, 1000 failed\n"])
        self.assertLess(len(done.stdout), 64 * 1024)

    def test_filter(self):
        self.expect(0, "test", BIKE, "--filter", "child", out="1 passed, 0 failed\n")
        self.expect(2, "test", BIKE, "--filter", "dragon", err="eligo: no test's title contains `dragon`\n")

    def test_rules_with_errors_are_not_tested(self):
        root = self.folder({"r.eligo": Check.BAD})
        self.expect(2, "test", root, err=["did you mean `helmet`?", "has errors; its tests were not run\n"])


class Facts(Case):
    def test_the_table(self):
        self.expect(0, "facts", BIKE, out=[
            "Bike grant: 9 facts\n",
            "age         whole from 0 to 120\n            How old are you?\n",
            "share       decimal from 0 to 1\n",
            "home.since  date or none\n",
            'home.town   key: 01, 02\n            Where do you live?\n',
            "card        one of resident, student or none\n",
            "            can change by: update the app\n",
            "nickname    text\n            nickname\n            private\n"])
        self.expect(0, "facts", BIKE, "--lang", "fr", out=[
            "Prime vélo\u00a0: 9 données\n",
            "age         nombre entier à partir de 0 jusqu’à 120\n            Quel âge avez-vous ?\n",
            "share       nombre décimal à partir de 0 jusqu’à 1\n",
            "home.town   code\u00a0: 01, 02\n",
            "card        au choix\u00a0: resident, student ou none (néant)\n",
            "            ce qui peut aider\u00a0: ",
            "            privé\n"])

    def test_what_is_presumed_is_said_in_the_language(self):
        fares = str(SOURCE / "rules/examples/fare_classification")
        self.expect(0, "facts", fares, "--lang", "fr", out=["                  supposé si rien n’est dit\u00a0: non\n"])
        self.expect(0, "facts", fares, "--lang", "en", out=["                  presumed where not told: no\n"])

    def test_a_list_shows_the_fields_of_a_member(self):
        family = str(SOURCE / "rules/examples/family_allowance")
        self.expect(0, "facts", family, out=[
            "household                list of at most 10 members, each with:\n",
            "household[…].role        one of parent, child, lodger\n"])
        self.expect(0, "facts", family, "--lang", "fr", out=["household                liste de 10 membres au plus, chacun avec\u00a0:\n"])
        blank = self.expect(0, "facts", family, "--blank", out=[], err=[]).stdout
        self.assertIsNone(json.loads(blank)["household"])  # one blank member would say that there is one
        self.expect(0, "facts", family, "--blank", out=[], err=[
            "`household` is a list, `[]` where there is nobody; a member is {\"role\": null, \"birth_date\": null, \"income\": null, \"school\": null}\n"])
        self.expect(0, "decide", family, "--decision", "allowance", "--profile", "-", given=blank.encode(), out=[])

    def test_a_long_list_is_shortened(self):
        done = self.expect(0, "facts", CARTE, out=["in all)"])
        self.assertLess(max(map(len, done.stdout.splitlines())), 140)

    def test_a_blank_profile_tells_nothing(self):
        blank = self.expect(0, "facts", CARTE, "--blank", out=[]).stdout
        self.assertIsNone(json.loads(blank)["id"]["kind"])
        words = ["decide", CARTE, "--as-of", "2025-06-01", "--format", "json"]
        untold = self.expect(0, *words, out=[]).stdout
        self.expect(0, *words, "--profile", "-", given=blank.encode(), out=untold)
        blank = self.expect(0, "facts", BIKE, "--blank", out=[]).stdout
        self.assertEqual(["age", "income", "share", "home", "app", "card", "helmet", "nickname"], list(json.loads(blank)))
        self.expect(0, "decide", BIKE, "--decision", "welcome", "--profile", "-", given=blank.encode(), out=[])

    def test_not_both(self):
        self.expect(2, "facts", BIKE, "--blank", "--json-schema", err="eligo: choose `--blank` or `--json-schema`, not both\n")


class Fmt(Case):
    BAD = "fact   a:whole\n"
    GOOD = "fact a : whole\n"
    BROKEN = "rule r\n"

    def text(self, root, name):
        return Path(root, name).read_text(encoding="utf-8")

    def test_in_place(self):
        root = self.folder({"b.eligo": self.BAD, "a/c.eligo": self.BAD, "a/d.eligo": self.GOOD, "e.txt": self.BAD, "t.csv": "a ,b\n"})
        self.expect(0, "fmt", root, out=f"{root}/a/c.eligo\n{root}/b.eligo\n", err="2 files changed, 1 already in order\n")
        self.assertEqual([self.GOOD, self.GOOD, self.GOOD, self.BAD, "a ,b\n"],
                         [self.text(root, name) for name in ("a/c.eligo", "a/d.eligo", "b.eligo", "e.txt", "t.csv")])
        self.expect(0, "fmt", root, err="0 files changed, 3 already in order\n")
        self.assertEqual(["a", "b.eligo", "e.txt", "t.csv"], sorted(os.listdir(root)))

    def test_who_ends_it_finds_nothing_left_behind(self):
        text = self.BAD + "# c\n" * 200_000
        for end in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            for _ in range(3):
                root = self.folder({"a.eligo": text})
                with subprocess.Popen([PROGRAM, "fmt", root], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
                    while running.poll() is None and os.listdir(root) == ["a.eligo"]:
                        pass  # until the draft is there
                    running.send_signal(end)
                    ended = running.wait(60)
                self.assertIn(ended, (0, -end))
                self.assertEqual(["a.eligo"], os.listdir(root))

    def test_a_file_is_not_laid_out_twice(self):
        root = self.folder({"a.eligo": self.BAD})
        self.expect(0, "fmt", f"{root}/a.eligo", root, f"{root}/./a.eligo", out=f"{root}/a.eligo\n", err="1 file changed, 0 already in order\n")

    def test_standard_input(self):
        self.expect(0, "fmt", "-", given=self.BAD.encode(), out=self.GOOD)
        self.expect(0, "fmt", "-", given=b"fact a : whole\r\n", out=self.GOOD)

    def test_check(self):
        root = self.folder({"b.eligo": self.BAD, "a.eligo": self.GOOD})
        self.expect(1, "fmt", root, "--check", out=f"{root}/b.eligo\n", err="1 file would be changed, 1 already in order\n")
        self.assertEqual(self.BAD, self.text(root, "b.eligo"))
        self.expect(0, "fmt", f"{root}/a.eligo", "--check", err="0 files would be changed, 1 already in order\n")
        self.expect(1, "fmt", "-", "--check", given=self.BAD.encode(), out="standard_input.eligo\n", err=["1 file would be changed"])

    def test_diff(self):
        lines = "".join(f"use \"{i}\"\n" for i in range(20))
        root = self.folder({"b.eligo": lines.replace("use \"4\"", "use  \"4\"").replace("use \"19\"\n", "use  \"19\"")})
        self.expect(1, "fmt", root, "--diff", err="1 file would be changed, 0 already in order\n", out=(
            f"--- {root}/b.eligo\n+++ {root}/b.eligo\n@@ -2,7 +2,7 @@\n use \"1\"\n use \"2\"\n use \"3\"\n-use  \"4\"\n+use \"4\"\n"
            " use \"5\"\n use \"6\"\n use \"7\"\n@@ -17,4 +17,4 @@\n use \"16\"\n use \"17\"\n use \"18\"\n-use  \"19\"\n"
            "\\ No newline at end of file\n+use \"19\"\n"))
        self.assertIn('use  "4"', self.text(root, "b.eligo"))

    @unittest.skipUnless(shutil.which("patch"), "needs patch")
    def test_the_difference_is_one_that_patch_applies(self):
        bad = (SOURCE / "rules/carte_vitale/carte_vitale.eligo").read_text(encoding="utf-8").replace(" : ", ":").replace("\n\n", "\n\n\n")
        root = self.folder({"a.eligo": bad})
        diff = self.expect(1, "fmt", "a.eligo", "--diff", cwd=root, out=[], err=[]).stdout
        subprocess.run(["patch", "-s", "a.eligo"], input=diff.encode(), cwd=root, check=True)
        self.expect(0, "fmt", root, "--check", err="0 files would be changed, 1 already in order\n")

    def test_syntax_errors_leave_a_file_alone(self):
        root = self.folder({"a.eligo": self.BROKEN, "b.eligo": self.BAD})
        said = ["`rule r` has no `end`", f"eligo: {root}/a.eligo was left as it is\n", ", 1 left as it is\n"]
        for words in (["--check"], ["--diff"], []):
            self.expect(2, "fmt", root, *words, out=[f"{root}/b.eligo\n"], err=said)
        self.assertEqual([self.BROKEN, self.GOOD], [self.text(root, name) for name in ("a.eligo", "b.eligo")])
        self.expect(2, "fmt", "-", given=self.BROKEN.encode(), err=["`rule r` has no `end`", "eligo: standard_input.eligo was left as it is\n"])

    def test_permissions_and_links_stay(self):
        root = self.folder({"a.eligo": self.BAD})
        os.chmod(f"{root}/a.eligo", 0o640)
        os.symlink("a.eligo", f"{root}/link.eligo")
        self.expect(0, "fmt", f"{root}/link.eligo", out=f"{root}/link.eligo\n", err=[])
        self.assertTrue(os.path.islink(f"{root}/link.eligo"))
        self.assertEqual(0o100640, os.stat(f"{root}/a.eligo").st_mode)
        self.assertEqual(self.GOOD, self.text(root, "a.eligo"))

    def test_a_link_below_a_folder_is_not_followed(self):
        outside, root = self.folder({"a.eligo": self.BAD}), self.folder({"b.eligo": self.GOOD})
        os.symlink(f"{outside}/a.eligo", f"{root}/a.eligo")
        os.symlink(outside, f"{root}/folder")
        self.expect(0, "fmt", root, err="0 files changed, 1 already in order\n")
        self.assertEqual(self.BAD, self.text(outside, "a.eligo"))

    def test_the_file_is_replaced_at_once(self):
        """Who has the old file open goes on reading the old bytes, and no draft stays behind."""
        root = self.folder({"a.eligo": self.BAD})
        with open(f"{root}/a.eligo", encoding="utf-8") as old:
            self.expect(0, "fmt", root, out=[], err=[])
            self.assertEqual(self.BAD, old.read())
        self.assertEqual(["a.eligo"], os.listdir(root))

    def test_a_read_only_file_is_left_alone(self):
        root = self.folder({"a.eligo": self.BAD, "b.eligo": self.BAD})
        os.chmod(f"{root}/a.eligo", 0o444)
        self.expect(2, "fmt", root, out=f"{root}/b.eligo\n", err=(
            f"eligo: {root}/a.eligo cannot be written: it is read-only\n1 file changed, 0 already in order, 1 left as it is\n"))
        self.assertEqual(self.BAD, self.text(root, "a.eligo"))

    def test_what_is_not_there(self):
        self.expect(2, "fmt", "nowhere.eligo", err="eligo: no such file or folder: nowhere.eligo\n")

    def test_the_rules_are_in_order(self):
        self.expect(0, "fmt", "rules", "--check", err=["0 files would be changed"])


class New(Case):
    FILES = ["README.md", "areas.csv", "pool.eligo", "pool.fr.eligo", "tests.eligo"]

    def tree(self, folder):
        return sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*"))

    def test_what_it_makes_is_right_and_decides_in_both_languages(self):
        root = self.folder({"rules/eligo.toml": ""})
        self.expect(0, "new", "pool", "--in", "rules", cwd=root, out=(
            "made rules/pool: README.md, areas.csv, pool.eligo, pool.fr.eligo, tests.eligo\n"
            "rules/eligo.toml marks the root of these rules\n"
            "next: eligo test rules/pool; then read rules/pool/README.md\n"))
        self.assertEqual(["rules", "rules/eligo.toml", "rules/pool", *(f"rules/pool/{name}" for name in self.FILES)], self.tree(root))
        self.expect(0, "check", "rules/pool", cwd=root, out="1 ruleset: no errors\n")
        self.expect(0, "test", "rules/pool", cwd=root, out="7 passed, 0 failed\n")
        words = ["decide", "rules/pool", "--set", "age=17", "--as-of"]
        self.expect(0, *words, "2026-01-01", "--set", "area=N", cwd=root, out=["You are entitled.", "Ask at the town hall"])
        self.expect(0, *words, "2025-06-01", "--set", "area=S", "--lang", "fr", cwd=root, out=[
            "Vous n’y avez pas droit.", "Il faut avoir au moins 18 ans.", "pas ouvert là où vous habitez : South."])

    def test_every_text_has_its_translation(self):
        """Nothing in a French answer is English, but the names in the table and what a source is called."""
        root = self.folder({})
        self.expect(0, "new", "pool", cwd=root, out=[])
        french = json.loads(self.expect(0, "facts", "pool", "--json-schema", "--lang", "fr", cwd=root, out=[]).stdout)
        english = json.loads(self.expect(0, "facts", "pool", "--json-schema", cwd=root, out=[]).stdout)
        for name in ("age", "area"):
            self.assertNotEqual(french["$defs"]["told:" + name], english["$defs"]["told:" + name])
        self.assertEqual(("Pool", "Mes règles"), (english["title"], french["title"]))

    def test_the_name_stands_wherever_that_of_the_example_did(self):
        root = Path(self.folder({}))
        self.expect(0, "new", "free_transport", cwd=root, out=[])
        for file in (root / "free_transport").iterdir():
            self.assertNotRegex(file.name + file.read_text(encoding="utf-8"), "(?i)my.ruleset")
        self.assertTrue((root / "free_transport" / "README.md").read_text(encoding="utf-8").startswith("# Free transport\n"))
        self.assertIn('ruleset free_transport "Free transport"\n', (root / "free_transport/free_transport.eligo").read_text(encoding="utf-8"))

    def test_it_is_laid_out_whatever_its_name(self):
        for name in ("p", "pool", "a_ruleset_with_quite_a_long_name"):
            root = self.folder({})
            self.expect(0, "new", name, cwd=root, out=[])
            self.expect(0, "fmt", name, "--check", cwd=root, err="0 files would be changed, 3 already in order\n")

    def test_what_the_readme_says_works(self):
        root = Path(self.folder({}))
        self.expect(0, "new", "pool", cwd=root, out=[])
        seen = 0
        for line in (root / "pool" / "README.md").read_text(encoding="utf-8").splitlines():
            if line.startswith("    eligo "):
                seen += 1
                self.expect(0, *line.split()[1:], cwd=root, out=[])
        self.assertEqual(4, seen)

    def test_the_root_is_made_where_there_is_none(self):
        root = self.folder({})
        self.expect(0, "new", "pool", cwd=root, out=["\neligo.toml is new too: it marks the root of your rules\n"])
        self.assertEqual(["eligo.toml", "pool", *(f"pool/{name}" for name in self.FILES)], self.tree(root))
        self.expect(0, "new", "library", cwd=root, out=["\neligo.toml marks the root of these rules\n"])
        self.expect(0, "check", ".", cwd=root, out="2 rulesets: no errors\n")

    def test_a_root_below_is_not_spoiled(self):
        root = self.folder({"law/rules/eligo.toml": ""})
        self.expect(2, "new", "pool", cwd=root,
                    err="eligo: the rules in law/rules have their root there: say `--in law/rules`\n")
        self.assertEqual(["law", "law/rules", "law/rules/eligo.toml"], self.tree(root))

    def test_nothing_is_overwritten(self):
        for there in ("pool", "pool/mine.txt"):
            root = self.folder({there: "mine"})
            before = self.tree(root)
            self.expect(2, "new", "pool", cwd=root, err="eligo: pool is there already\n")
            self.assertEqual(before, self.tree(root))
        root = self.folder({})
        os.symlink("nowhere", f"{root}/pool")
        self.expect(2, "new", "pool", cwd=root, err="eligo: pool is there already\n")

    def test_names_are_checked(self):
        root = self.folder({})
        shape = "eligo: a name has letters from a to z, digits and `_`, and begins with a letter; found "
        for name, said in (("swimming-pool", shape + "`swimming-pool`; did you mean `swimming_pool`?\n"),
                           ("Piscine été", shape + "`Piscine été`; did you mean `Piscine_ete`?\n"),
                           ("2026", shape + "`2026`\n"), ("", shape + "``\n"), ("..", shape + "`..`\n"),
                           ("rules/pool", shape + "`rules/pool`; did you mean `eligo new pool --in rules`?\n"),
                           ("end", "eligo: expected the name of the ruleset, found `end`; it is a reserved word, which cannot be a name: "
                            "add a letter or `_`\n"),
                           ("value", "eligo: `value` is a reserved word and cannot be a name; add a letter or `_`: `value_`\n")):
            with self.subTest(name):
                self.expect(2, "new", name, cwd=root, err=said)
        self.expect(2, "new", "a" * 300, cwd=root, err="eligo: expected at most 128 letters in a name, found 300 (limit `name_bytes`)\n")
        self.expect(2, "new", "pool", "--in", "nowhere", cwd=root, err="eligo: no such folder: nowhere\n")
        self.assertEqual([], self.tree(root))

    def test_names_that_the_example_has_itself_are_told_apart(self):
        root = self.folder({})
        for name in ("age", "area", "areas", "entitled", "decree", "lowest_age"):
            self.expect(2, "new", name, cwd=root, err=(
                f"eligo: the ruleset that is made has something called `{name}` itself; choose another name, such as `{name}_rules`\n"))
        self.assertEqual([], self.tree(root))
        for name in ("north", "README", "code", "my_ruleset"):
            self.expect(0, "new", name, cwd=root, out=[])
            self.expect(0, "test", name, cwd=root, out="7 passed, 0 failed\n")

    def test_what_fails_leaves_nothing_behind(self):
        """A limit on the size of files stops it in the middle: the rules are longer than the table."""
        root = self.folder({})
        done = subprocess.run(["bash", "-c", f"trap '' XFSZ; ulimit -f 1; exec '{PROGRAM}' new pool"], cwd=root, capture_output=True, text=True,
                              check=False)
        self.assertEqual((2, "eligo: pool cannot be made: File too large\n"), (done.returncode, done.stderr))
        self.assertEqual([], self.tree(root))


class Colour(Case):
    WORDS = ["decide", BIKE, "--decision", "grant", "--set", "age=3"]

    def colored(self, *more, **env):
        return "\x1b[" in self.run_eligo(*self.WORDS, *more, env=env).stdout

    def on_a_terminal(self, *more, **env):
        main, side = pty.openpty()
        clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
        clean.update({"TERM": "xterm", **env})
        subprocess.run([PROGRAM, *self.WORDS, *more], stdout=side, stderr=subprocess.DEVNULL, cwd=SOURCE, env=clean, timeout=60, check=False)
        os.close(side)
        said = b""
        try:
            while part := os.read(main, 4096):
                said += part
        except OSError:  # the other side is closed: all is read
            pass
        os.close(main)
        self.assertIn(b"You do not get the grant.", said)
        return b"\x1b[" in said

    def test_only_where_it_is_read(self):
        self.assertFalse(self.colored())
        self.assertTrue(self.on_a_terminal())
        self.assertFalse(self.on_a_terminal(TERM="dumb"))

    def test_variables(self):
        self.assertTrue(self.colored(FORCE_COLOR="1"))
        self.assertFalse(self.colored(FORCE_COLOR=""))
        self.assertFalse(self.on_a_terminal(NO_COLOR="1"))
        self.assertTrue(self.on_a_terminal(NO_COLOR=""))
        self.assertFalse(self.colored(NO_COLOR="1", FORCE_COLOR="1"))

    def test_the_option_rules_them_all(self):
        self.assertTrue(self.colored("--color", "always", NO_COLOR="1"))
        self.assertFalse(self.colored("--color=never", FORCE_COLOR="1"))
        self.assertFalse(self.on_a_terminal("--color", "never"))

    def test_never_in_machine_formats(self):
        self.assertFalse(self.colored("--color", "always", "--format", "json"))


class Schemas(Case):
    """What the program writes is what its schemas say."""

    def setUp(self):
        try:
            import jsonschema  # here alone: it takes longer to load than most tests to run
        except ImportError:
            self.skipTest("skipped: no python3-jsonschema here")
        self.validators = jsonschema.Draft202012Validator

    def validator(self, schema):
        self.validators.check_schema(schema)
        return self.validators(schema)

    def shipped(self, name):
        return self.validator(json.loads((SOURCE / "tools/cli" / name).read_text(encoding="utf-8")))

    def test_answers(self):
        schema = self.shipped("decide.schema.json")
        calls = [["decide", CARTE, "--profile", f"{RESIDENTS}/{name}.json", "--as-of", day, "--lang", lang]
                 for name in ("anna", "james", "claire") for day in ("2025-05-25", "2025-06-01") for lang in ("en", "fr")]
        calls += [["decide", CARTE], ["decide", BIKE, "--decision", "amount"], ["decide", BIKE, "--decision", "amount", "--set", "income=5"]]
        calls += [["decide", BIKE, "--decision", "welcome", "--set", told] for told in (
            "app=from 2", "nickname=Zed", "card=none", "card=one of (student, none)", "home.town=01", "share=0.1", "home.since=none")]
        verdicts = set()
        for words in calls:
            answer = json.loads(self.expect(0, *words, "--format", "json", out=[]).stdout)
            schema.validate(answer)
            verdicts.add(answer["verdict"])
        self.assertEqual({"yes", "no", "undetermined", "value"}, verdicts)
        self.assertFalse(schema.is_valid({**answer, "verdict": "perhaps"}))

    def test_findings(self):
        schema = self.shipped("check.schema.json")
        done = self.run_eligo("check", "-", "--format", "json", given=Check.BAD.encode())
        schema.validate(json.loads(done.stdout))
        schema.validate(json.loads(self.run_eligo("check", CARTE, "--format", "json").stdout))

    def test_profiles(self):
        schema = self.validator(json.loads(self.expect(0, "facts", CARTE, "--json-schema", out=[]).stdout))
        for name in ("anna", "james", "claire"):
            schema.validate(json.loads((SOURCE / RESIDENTS / f"{name}.json").read_text(encoding="utf-8")))
        schema.validate(json.loads(self.run_eligo("facts", CARTE, "--blank").stdout))

    def test_the_schema_of_profiles_agrees_with_the_program(self):
        schema = self.validator(json.loads(self.expect(0, "facts", BIKE, "--json-schema", out=[]).stdout))
        good = [
            {}, {"age": 0}, {"age": {"from": 3}}, {"age": {"from": 3, "to": 9}}, {"age": {"from": 3, "to": None}}, {"age": None},
            {"age": {"one_of": [1, 2]}}, {"income": 12.5}, {"income": "12.50"}, {"share": 0.5}, {"share": {"to": "0.5"}},
            {"home": {"town": "01", "since": "2020-02-29"}}, {"home": {"since": "none"}}, {"home": {"town": {"one_of": ["01", "02"]}}},
            {"home": {"since": {"one_of": ["none", "2020-01-01"]}}}, {"app": "2.10.0.1"}, {"app": {"from": "2"}}, {"card": "none"},
            {"card": {"one_of": ["student", "none"]}}, {"helmet": True}, {"nickname": "Ünal"},
        ]
        bad = [
            {"agee": 1}, {"age": -1}, {"age": 121}, {"age": 1.5}, {"age": "old"}, {"age": {}}, {"age": {"from": 1, "above": 2}},
            {"age": {"one_of": []}}, {"income": "a lot"}, {"share": 2}, {"home": "01"}, {"home": {"town": "1"}}, {"home": {"town": 1}},
            {"home": {"since": "2020-13-01"}}, {"home": {"since": {"from": "none"}}}, {"home": {"street": "x"}}, {"app": 2.1},
            {"app": "2.1.0.0.1"}, {"app": "none"}, {"card": "gold"}, {"helmet": "maybe"}, {"helmet": 1}, {"nickname": 7},
        ]
        for profiles, accepted in ((good, True), (bad, False)):
            for profile in profiles:
                self.assertEqual(accepted, schema.is_valid(profile), profile)
                done = self.run_eligo("decide", BIKE, "--decision", "grant", "--profile", "-", given=json.dumps(profile).encode())
                self.assertEqual(0 if accepted else 2, done.returncode, (profile, done.stderr))


if __name__ == "__main__":
    unittest.main()
