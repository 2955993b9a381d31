# SPDX-License-Identifier: MIT
"""Owns random sentences of the grammar on paper: the parser must read every one of them."""
import re
import string

TOKEN = re.compile(r"\s*(?:'((?:[^'\\]|\\.)*)'|(\w+\((?:X|condition|expression)\)|\w+)|([()/*?+!]))")

# What the page says apart, since the grammar alone does not: a body must be there, and only one.
UNSAID = r"expected a (condition|value|version) before `end`, found none|expected a label in quotes, or the end of the line, found `:`|expected one (condition|value) or dated versions"

# Tokens are made here: the productions below them say which letters they have.
POOL = [f"{letter}{end}" for letter in "bcdfg" for end in ("", "_1", "ee")]


class Grammar:
    """Productions by name: choices of sequences of (item, how often)."""

    def __init__(self, productions):
        self.productions = {}
        for name, right in productions.items():
            if name in ("path", "name", "identifier", "number", "date", "text", "escape", "placeholder", "reserved"):
                continue
            for x in ("condition", "expression") if "(X)" in name else ("",):
                one = re.sub(r"\bX\b", x, right.replace("(X)", f"({x})")) if x else right
                self.productions[name.replace("(X)", f"({x})")] = self.parse(one)

        # How deep the shortest sentence of each production is.
        self.depth = dict.fromkeys(self.productions, 1000)
        for _ in self.productions:
            for name, choices in self.productions.items():
                self.depth[name] = 1 + min(map(self.depth_of, choices))

    def depth_of(self, sequence):
        """The depth of a sequence without what may be left out."""
        depths = [0]
        for (kind, what), often in sequence:
            if often in ("*", "?") or kind == "literal":
                continue
            depths.append(self.depth.get(what, 0) if kind == "word" else min(map(self.depth_of, what)))
        return max(depths)

    def parse(self, right):
        tokens, at = [], 0
        while at < len(right.rstrip()):
            match = TOKEN.match(right, at)
            if not match:
                raise ValueError(f"cannot read `{right[at:]}`")
            literal, word, sign = match.groups()
            tokens.append(("literal", literal) if literal is not None else ("word", word) if word else ("sign", sign))
            at = match.end()
        choice, rest = self.choice(tokens)
        if rest:
            raise ValueError(f"what follows is not read: {rest}")
        return choice

    def choice(self, tokens):
        choices, sequence = [], []
        while tokens and tokens[0] != ("sign", ")"):
            if tokens[0] == ("sign", "/"):
                choices.append(sequence)
                sequence, tokens = [], tokens[1:]
                continue
            item, tokens = tokens[0], tokens[1:]
            if item == ("sign", "("):
                inner, tokens = self.choice(tokens)
                item, tokens = ("group", inner), tokens[1:]
            often = ""
            if tokens and tokens[0] in (("sign", "*"), ("sign", "?"), ("sign", "+")):
                often, tokens = tokens[0][1], tokens[1:]
            sequence.append((item, often))
        return choices + [sequence], tokens


class Sentences:
    def __init__(self, grammar, random):
        self.grammar, self.random = grammar, random
        self.out = []

    def make(self, name):
        """One sentence, as it would stand in a file."""
        self.out = []
        self.word(name, 0)
        text = re.sub(r" *\n *", "\n", " ".join(self.out))
        # No blanks stand inside `rule/line[2]@day` and `household[1].income`.
        if name in ("test", "texts"):
            text = re.sub(r" \[ (\d+) \]", r"[\1]", text)
            text = re.sub(r"(?<=\]) \. ", ".", text)
            text = re.sub(r" ([/@]) ", r"\1", text)
        return text

    def emit(self, text):
        self.out.append(text)

    def name(self):
        return self.random.choice(POOL)

    def path(self):
        return ".".join([self.name()] + ["kind"] * (self.random.random() < 0.3))

    def word(self, name, depth):
        random = self.random
        if name == "NL":
            return self.emit("\n")
        if name == "EOF":
            return None
        if name in ("name", "identifier"):
            return self.emit(self.name())
        if name == "path":
            return self.emit(self.path())
        if name == "number":
            whole = self.out[-1] in ("least", "most", "cost", "[")
            return self.emit(random.choice(["0", "12"] + ["0.5", "16.1.2"] * (not whole)))
        if name == "date":
            return self.emit(random.choice(["2025-05-26", "1999-12-31"]))
        if name == "text":
            return self.emit('"' + "".join(random.choice(string.ascii_letters + " #,") for _ in range(4)) + '"')
        # What the grammar alone does not say: `and` and `or` are not mixed on one level.
        if name == "or":
            junction = random.choice(["and", "or"])
            count = 1 if depth > 20 else random.choice([1, 1, 1, 2, 3])
            for i in range(count):
                if i:
                    self.emit(junction)
                # A quantifier takes all that follows on its level: it is the last.
                self.word("unary" if i == count - 1 else random.choice(["negation", "comparison"]), depth + 1)
            return None
        return self.one_of(self.grammar.productions[name], depth + 1)

    def one_of(self, choices, depth):
        # Deep inside, the shortest way out.
        sequence = min(choices, key=self.grammar.depth_of) if depth > 20 else self.random.choice(choices)
        for item, often in sequence:
            times = {"": 1, "?": self.random.randint(0, 1), "*": self.random.choice([0, 1, 2]), "+": self.random.choice([1, 2])}[often]
            if depth > 20 and often:
                times = 1 if often == "+" else 0
            for _ in range(times):
                kind, what = item
                if kind == "literal":
                    self.emit(what)
                elif kind == "word":
                    self.word(what, depth)
                else:
                    self.one_of(what, depth + 1)
