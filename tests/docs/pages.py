# SPDX-License-Identifier: MIT
"""Owns how the pages of the documentation are read: fenced examples with what is promised of them, headings, links."""
import re
from dataclasses import dataclass, field


@dataclass
class Fence:
    """```LANGUAGE WORDS … ```, with the line of its opening."""
    language: str
    words: list
    body: str
    line: int
    section: str
    files: dict = field(default_factory=dict)  # name -> text: the `file` fences just before it
    after: "Fence | None" = None  # the fence that follows


PREAMBLE = re.compile(r"^<!-- preamble (\w+)\n(.*?)^-->$", re.M | re.S)
OPEN = re.compile(r"^(`{3,})\s*(\S*)\s*(.*)$")


def fences(text):
    """All fences of a page, in order; each knows the `file` fences before it and the fence after it."""
    found, section, inside = [], "", None
    for number, line in enumerate(text.splitlines(), 1):
        match = OPEN.match(line)
        if inside is not None:
            if match and line.strip() == inside[0]:
                found.append(inside[1])
                inside = None
            else:
                inside[1].body += line + "\n"
        elif match:
            inside = (match[1], Fence(match[2], match[3].split(), "", number, section))
        elif line.startswith("#"):
            section = line.lstrip("#").strip()
    if inside is not None:
        raise ValueError(f"line {inside[1].line}: the fence is never closed")
    files = {}
    for fence, after in zip(found, found[1:] + [None]):
        fence.after = after
        if fence.words[:1] == ["file"]:
            files[fence.words[1]] = fence.body
        else:
            fence.files, files = files, {}
    return found


def preambles(text):
    """The declarations that examples stand on: hidden comments `<!-- preamble NAME`, and fences with the words `as NAME`.

    A fence `part OTHER as NAME` goes on from OTHER: who stands on NAME has the declarations of both."""
    known = dict(PREAMBLE.findall(text))
    for fence in fences(text):
        if fence.words[-2:-1] == ["as"]:
            below = known.get(fence.words[1], "") if len(fence.words) == 4 else ""
            known[fence.words[-1]] = below + fence.body
    return known


def outside_fences(text):
    """The page without its fenced examples, line by line as before."""
    lines, inside = [], None
    for line in text.splitlines():
        match = OPEN.match(line)
        if inside is not None:
            inside = None if match and line.strip() == inside else inside
            lines.append("")
        elif match:
            inside = match[1]
            lines.append("")
        else:
            lines.append(line)
    return "\n".join(lines)


def anchors(text):
    """The anchors of a page's headings, as GitHub makes them."""
    known, counts = set(), {}
    for heading in re.findall(r"^#+ +(.*)$", outside_fences(text), re.M):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
        slug = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        count = counts.get(slug, 0)
        counts[slug] = count + 1
        known.add(slug if count == 0 else f"{slug}-{count}")
    return known


def links(text):
    """(line, target) of every inline link outside fences and code spans."""
    for number, line in enumerate(outside_fences(text).splitlines(), 1):
        for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "``", line)):
            yield number, target


def table(text, heading):
    """The rows of the first table below a heading, as lists of cells without backticks."""
    start = re.search(rf"^#+ +{re.escape(heading)}$", text, re.M)
    if not start:
        raise ValueError(f"there is no heading `{heading}`")
    rows = []
    for line in text[start.end():].splitlines():
        if line.startswith("|"):
            rows.append([cell.strip().replace("`", "") for cell in line.strip().strip("|").split("|")])
        elif rows:
            break
    return rows[2:]
