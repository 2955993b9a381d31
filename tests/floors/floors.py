#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Who may include whom: reads the #include lines of a tree and says which arrows point up; also licence lines and banned headers."""
import re
import subprocess
import sys
from pathlib import Path

# From the ground up. A room includes itself and rooms of lower floors; rooms of one floor do not know each other.
FLOORS = [
    ["grammar/text"],
    ["grammar", "interpreter/types"],
    ["interpreter/builtins"],
    ["interpreter/check"],
    ["interpreter/program"],
    ["interpreter/include"],  # the public header: standard types only, so that answers can be made of them
    ["interpreter/eval"],
    ["interpreter/solve"],
    ["interpreter/answer", "interpreter/analysis"],
    ["interpreter/words"],
    ["interpreter/host"],
    ["interpreter/api"],
    ["interpreter/verify"],  # runs tests as a host would: tells, evaluates, compares
]
# Tools see the public header, themselves and what is named here; nothing else of the floors above.
INSIDE = [room for floor in FLOORS for room in floor]  # of those that read the checked tree
TOOLS = {"tools/render": ["grammar/text"], "tools/witness": INSIDE, "tools/diff": ["tools/render", "tools/witness"] + INSIDE,
         "tools/lint": ["tools/render", "tools/witness"] + INSIDE, "tools/cli": ["tools/render", "tools/diff", "tools/lint"],
         "tools/lsp": ["tools/render", "tools/lint"]}

# A pattern of an include, where it may stand, and why nowhere else.
ONLY = [
    (r"^tao/pegtl", r"^grammar/pegtl\.hpp$|^grammar/", "PEGTL stays in grammar/"),
    (r"^catch2/", r"^tests/", "Catch2 stays in tests/"),
    (r"^(regex|locale|iostream|sstream)$", r"^tests/|^tools/examples/", "text is never read or written by locale, stream or regex"),
    (r"^toml\+\+/", r"^tools/lint/toml\.cpp$", "toml++ stays behind tools/lint/toml.hpp"),
    (r"^grammar/(ast|walk|parse)", r"^(?!interpreter/eval/)", "evaluation never sees the tree of the text"),
]
SOURCE = re.compile(r"\.(cpp|hpp|h|inc|def)$")
LICENSED = re.compile(r"\.(cpp|hpp|h|py|cmake|def|sh)$|CMakeLists\.txt$|^tools/dev$|^\.ci/run$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def room_of(path):
    """The room that a path stands in, or nothing (tests, generated files, system headers)."""
    if path.startswith("eligo/"):
        return "interpreter/include"
    rooms = [room for floor in FLOORS for room in floor] + list(TOOLS)
    inside = [room for room in rooms if path.startswith(room + "/")]
    return max(inside, key=len, default=None)


def floor_of(room):
    return next((level for level, floor in enumerate(FLOORS) if room in floor), None)


def arrow_allowed(from_room, to_room):
    if from_room == to_room or from_room is None or to_room is None:
        return True
    if from_room in TOOLS:
        return to_room == "interpreter/include" or to_room in TOOLS[from_room]
    return to_room not in TOOLS and floor_of(to_room) < floor_of(from_room)


def complaints(path, text):
    """What is wrong with one file, as lines."""
    if LICENSED.search(path) and "SPDX-License-Identifier: MIT" not in "\n".join(text.splitlines()[:2]):
        yield f"{path}:1: the line `SPDX-License-Identifier: MIT` is missing"
    if not SOURCE.search(path):
        return
    here = room_of(path)
    for match in INCLUDE.finditer(text):
        kind, name = match.groups()
        place = f"{path}:{text.count(chr(10), 0, match.start(2)) + 1}"
        for pattern, where, why in ONLY:
            if re.search(pattern, name) and not re.search(where, path):
                yield f"{place}: `{name}` is included: {why}"
        if kind == '"' and not arrow_allowed(here, room_of(name)):
            yield f"{place}: `{here}` includes `{name}`, which is not below it"


def files(root):
    """The files of the project: those git knows or would add; all, where it is no repository."""
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "-z", "-co", "--exclude-standard"], capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return sorted(name for name in listed.stdout.split("\0") if name and (root / name).is_file())
    return sorted(str(file.relative_to(root)) for file in root.rglob("*") if file.is_file() and "build" not in file.parts)


def check(root):
    found = []
    for name in files(root):
        if LICENSED.search(name) or SOURCE.search(name):
            found += complaints(name, (root / name).read_text(encoding="utf-8", errors="replace"))
    return found


if __name__ == "__main__":
    problems = check(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    print("\n".join(problems) if problems else "floors: every include points down")
    sys.exit(1 if problems else 0)
