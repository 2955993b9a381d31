# SPDX-License-Identifier: MIT
"""Owns, for each limit that can be passed within a second or two, rules that pass it by one, and what the program says then."""
import os
import subprocess
import tempfile
from pathlib import Path

HEADER = "ruleset example\nend\nfact n : whole\n"


def rule(condition):
    return HEADER + "rule r\n  " + condition + "\nend\n"


def cases():
    """Limit -> the rules that pass it. What else is needed is made by `said`."""
    chain = "".join(f"value v{i} : whole\n  v{i + 1}\nend\n" for i in range(1001))
    return {
        "source_bytes": HEADER,
        "sources": HEADER,
        "nesting": rule("(" * 65 + "n > 1" + ")" * 65),
        "operands": rule("n" + " + 1" * 250 + " > 1"),
        "reference_depth": HEADER + chain + "value v1001 : whole\n  1\nend\n",
        "name_bytes": HEADER + "fact " + "a" * 129 + " : whole\n",
        "path_bytes": HEADER + "fact a" + ".b" * 512 + " : whole\n",
        "text_bytes": HEADER + 'fact m "' + "a" * 16385 + '" : whole\n',
        "table_rows": HEADER + "table t from \"t.csv\"\n  key k : whole\nend\n",
        "list_members": HEADER + "record p\n  a : whole\nend\nfact l : list of p, at most 1001\n",
        "expanded": HEADER + "record p\n  a : whole\nend\nfact l : list of p, at most 1000\n"
        + "rule r\n  some x in l : some y in l : x.a > y.a or x.a < 3\nend\n",
        "diagnostics": HEADER + "".join(f"rule r{i}\n  unknown\nend\n" for i in range(101)),
        "profile_nesting": HEADER + "decision d\n  n > 1\nend\n",
    }


def said(eligo, name):
    """Everything that the program says when the limit is passed."""
    with tempfile.TemporaryDirectory(prefix="eligo-docs-") as folder:
        root = Path(folder)
        (root / "eligo.toml").write_text("")
        (root / "example.eligo").write_text(cases()[name])
        words = ["check", folder, "--format", "json"]
        if name == "source_bytes":
            with open(root / "large.eligo", "wb") as large:
                large.truncate((64 << 20) + 1)
        elif name == "sources":
            (root / "f0.eligo").touch()
            for i in range(1, 10_000):  # a link takes a fraction of what a new file takes
                os.link(f"{folder}/f0.eligo", f"{folder}/f{i}.eligo")
        elif name == "table_rows":
            (root / "t.csv").write_text("k\n" + "1\n" * 1_000_001)  # one key, said as well: a million take seconds
        elif name == "profile_nesting":
            (root / "me.json").write_text('{"n":' * 65 + "1" + "}" * 65)
            words = ["decide", folder, "--profile", str(root / "me.json"), "--as-of", "2025-01-01"]
        done = subprocess.run([eligo, *words], capture_output=True, text=True, timeout=900, check=False)
        return done.stdout + done.stderr
