#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes interpreter/types/nfc_tables.inc from this Python's unicodedata.

    python3 tools/unicode/make_nfc_tables.py > interpreter/types/nfc_tables.inc
    python3 tools/unicode/make_nfc_tables.py --check interpreter/types/nfc_tables.inc
"""
import contextlib
import io
import sys
import unicodedata

HANGUL = range(0xAC00, 0xD7A4)
HANGUL_VOWELS_AND_TAILS = [*range(0x1161, 0x1176), *range(0x11A8, 0x11C3)]
CODE_POINTS = [c for c in range(0x110000) if not 0xD800 <= c < 0xE000]


def decompositions():
    """code point -> its canonical decomposition of one step, without Hangul, which is computed."""
    found = {}
    for c in CODE_POINTS:
        mapping = unicodedata.decomposition(chr(c))
        if mapping and not mapping.startswith("<") and c not in HANGUL:
            found[c] = [int(part, 16) for part in mapping.split()]
    return found


def specials(composed_second):
    """Ranges (first, last, combining class) of all that can change under NFC, or be moved by it."""
    ranges = []
    for c in CODE_POINTS:
        cls = unicodedata.combining(chr(c))
        changes = unicodedata.normalize("NFC", chr(c)) != chr(c)
        if not (cls or changes or c in composed_second):
            continue
        if ranges and ranges[-1][1] == c - 1 and ranges[-1][2] == cls:
            ranges[-1][1] = c
        else:
            ranges.append([c, c, cls])
    return ranges


def print_table(comment, name, values):
    print(f"\n// {comment}")
    print(f"constexpr std::uint64_t {name}[] = {{")
    line = ""
    for value in values:
        text = f" {value:#x},"
        if len(line) + len(text) > 110:
            print(line)
            line = ""
        line += text
    print(line + "\n};")


def print_tables():
    split = decompositions()
    # Pairs that compose again: not the exclusions, which NFC leaves apart.
    pairs = {tuple(parts): c for c, parts in split.items()
             if len(parts) == 2 and unicodedata.normalize("NFC", chr(c)) == chr(c)}
    composed_second = {second for _, second in pairs} | set(HANGUL_VOWELS_AND_TAILS)

    print("// SPDX-License-Identifier: MIT")
    print(f"// Owns the data of normalization in Unicode {unicodedata.unidata_version}. Written by tools/unicode/make_nfc_tables.py; do not edit.")
    print("// Longer than other files, as it is one table: nobody reads it from beginning to end.")
    print_table("first << 32 | (last - first) << 8 | combining class: whatever is in no range stays as and where it is.",
                "special_ranges", [a << 32 | (b - a) << 8 | cls for a, b, cls in specials(composed_second)])
    print_table("code point << 42 | first << 21 | second (0: none): one step of canonical decomposition, without Hangul.",
                "decompositions",
                [c << 42 | parts[0] << 21 | (parts[1] if len(parts) > 1 else 0) for c, parts in sorted(split.items())])
    print_table("first << 42 | second << 21 | code point: what composes, without Hangul.", "compositions",
                [a << 42 | b << 21 | c for (a, b), c in sorted(pairs.items())])


def check(path):
    """That the file is what this script writes; says nothing where this Python's Unicode is another."""
    with open(path, encoding="utf-8", newline="") as file:
        found = file.read()
    if f"in Unicode {unicodedata.unidata_version}." not in found:
        print(f"skipped: this Python knows Unicode {unicodedata.unidata_version}, the tables are of another")
        return 0
    expected = io.StringIO()
    with contextlib.redirect_stdout(expected):
        print_tables()
    if expected.getvalue() == found:
        return 0
    print(f"{path} is not what tools/unicode/make_nfc_tables.py writes")
    return 1


def main():
    if len(sys.argv) == 3 and sys.argv[1] == "--check":
        return check(sys.argv[2])
    print_tables()
    return 0


if __name__ == "__main__":
    sys.exit(main())
