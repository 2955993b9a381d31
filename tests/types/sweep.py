#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares the value types with Python's decimal, datetime and unicodedata: `sweep.py PROGRAM NFC_TABLES`.

PROGRAM is built from sweep.cpp. The same operations on every run; ends with 1 at the first differences.
"""
import datetime
import decimal
import random
import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from decimal import Decimal

SEED = 20260101
DECIMAL_OPERATIONS = 1_000_000
RANDOM_STRINGS = 200_000
RANDOM_BYTES = 100_000


class Program:
    def __init__(self, path):
        self.path = path
        self.differences = 0

    def ask(self, what, data):
        return subprocess.run([self.path, what], input=data, stdout=subprocess.PIPE, check=True).stdout

    def compare(self, what, questions, expected):
        """Lines in, lines out; questions and expected answers are lists of bytes."""
        got = self.ask(what, b"\n".join(questions) + b"\n").split(b"\n")[:-1]
        if got == expected:
            return
        if len(got) != len(expected):
            print(f"{what}: {len(expected)} answers expected, {len(got)} given")
            self.differences += 1
        for q, e, g in zip(questions, expected, got):
            if e != g:
                self.differences += 1
                if self.differences <= 20:
                    print(f"{what}: {q[:300]!r}\n  expected {e[:300]!r}\n  found    {g[:300]!r}")


# Decimals. NARROW is decimal128 and flags what does not fit; WIDE computes everything here exactly.

NARROW = decimal.Context(prec=34, Emin=-6143, Emax=6144, clamp=0, traps=[])
WIDE = decimal.Context(prec=40_000, Emin=-999_999, Emax=999_999, traps=[decimal.Inexact, decimal.InvalidOperation])
STEPS = ["1", "0.01", "0.05", "100", "0.1", "0.5", "10", "7", "0.3", "25", "12.5", "1E+6", "1E-30", "1E+40", "1E-6176",
         "1E+6111", "3E-2000", "8E+300", "1234567890123456789012345678901234", "0.9999999999999999999999999999999999"]
MODES = ["up", "down", "half_up"]


def text_of(number):
    """As Decimal::str writes it, or "-" where it does not fit."""
    NARROW.clear_flags()
    fitting = NARROW.plus(number)
    if NARROW.flags[decimal.Inexact] or not fitting.is_finite():
        return "-"
    if not fitting:
        return "0"
    text = format(fitting, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def random_decimal(rng):
    kind = rng.randrange(100)
    if kind < 30:    # amounts
        c, e = rng.randrange(10 ** rng.randrange(1, 10)), rng.randrange(-4, 3)
    elif kind < 45:  # ties and multiples of the steps
        c, e = rng.randrange(1, 2000) * rng.choice([5, 25, 125, 1]), rng.choice([-3, -2, -1, 0, 1])
    elif kind < 60:
        c, e = rng.randrange(10 ** 18), rng.randrange(-20, 20)
    elif kind < 75:  # as long as may be
        c, e = rng.randrange(10 ** 33, 10 ** 34), rng.randrange(-40, 12)
    elif kind < 82:  # products of these end in zeros
        c = (2 ** rng.randrange(0, 113)) if rng.randrange(2) else (5 ** rng.randrange(0, 49))
        e = rng.randrange(-40, 10)
    elif kind < 89:
        c, e = 10 ** rng.randrange(1, 34) + rng.choice([-1, 0, 1]), rng.randrange(-40, 10)
    elif kind < 98:
        c, e = rng.randrange(10 ** rng.randrange(1, 35)), rng.randrange(-80, 80)
    else:            # the ends of the range
        c, e = rng.randrange(10 ** rng.randrange(1, 35)), rng.randrange(-6176, 6112)
    return Decimal((rng.randrange(2), tuple(map(int, str(c))), e))


def exact(operation, a, b):
    return text_of(operation(a, b))


def rounded(numerator, divisor, step, mode):
    """numerator / divisor to a multiple of step."""
    unit = WIDE.multiply(divisor, step)
    quotient, rest = WIDE.divmod(numerator, unit)
    if rest and (mode == "up" or mode == "half_up" and
                 WIDE.multiply(rest.copy_abs(), 2) >= unit.copy_abs()):
        quotient = WIDE.add(quotient, 1 if numerator.is_signed() == divisor.is_signed() else -1)
    return text_of(WIDE.multiply(quotient, step))


def whole_text(number):
    if number != number.to_integral_value() or not -2 ** 63 <= number < 2 ** 63:
        return "-"
    return str(int(number))


def described(number):
    text = text_of(number)
    places = len(text) - text.index(".") - 1 if "." in text else 0
    digits = len(text.lstrip("-").split(".")[0].lstrip("0"))
    return f"{text} {places} {digits} {whole_text(number)} {text_of(number.copy_negate())}"


def sweep_decimals(program, rng):
    counts = Counter()
    one = Decimal(1)
    steps = [(s, Decimal(s)) for s in STEPS]
    usual_steps = steps[:8]
    for _ in range(20):
        pool = [random_decimal(rng) for _ in range(8000)]
        pool = [(str(d).encode(), d) for d in pool]
        questions, answers = [], []
        count = DECIMAL_OPERATIONS // 20  # drawn at once: one by one takes longer than to compare them
        for (text_a, a), (text_b, b), kind in zip(rng.choices(pool, k=count), rng.choices(pool, k=count),
                                                  rng.choices(range(20), k=count)):
            if kind == 11 and a.is_signed() != b.is_signed():  # signs alone settle half of all pairs
                b = b.copy_negate()
                text_b = str(b).encode()
            if kind < 3:
                name, answer = "add", exact(WIDE.add, a, b)
            elif kind < 6:
                name, answer = "subtract", exact(WIDE.subtract, a, b)
            elif kind < 10:
                name, answer = "multiply", exact(WIDE.multiply, a, b)
            elif kind < 12:
                if kind == 10:  # alike, or nearly
                    b = WIDE.add(a, rng.choice((Decimal(0), Decimal((0, (1,), a.as_tuple()[2])))))
                    text_b = str(NARROW.plus(b)).encode()
                    b = NARROW.plus(b)
                name, answer = "compare", str((a > b) - (a < b))
            elif kind < 13:
                name, answer = "text", described(a)
            else:
                text_step, step = rng.choice(usual_steps if rng.randrange(4) else steps)
                mode = rng.choice(MODES)
                if kind < 16:
                    name, answer = "product", rounded(WIDE.multiply(a, b), one, step, mode)
                else:
                    name, answer = "quotient", rounded(a, b, step, mode) if b else "-"
                text_b = b" ".join((text_b, text_step.encode(), mode.encode()))
            counts[name, answer != "-"] += 1
            questions.append(b" ".join((name.encode(), text_a, text_b)))
            answers.append(answer.encode())
        program.compare("decimals", questions, answers)
    print(f"decimals: {sum(counts.values())} operations; " +
          ", ".join(f"{n} {'' if fits else 'does not fit '}{k}" for (n, fits), k in sorted(counts.items())))


# Dates. Shifted by the definition, counted by stepping the count on while the shifted day is not beyond.

EPOCH = datetime.date(1970, 1, 1).toordinal()
FIRST, LAST = datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)
DAYS = [0, 1, -1, 31, 365, -36524, 100000, 2883000, -2 ** 63, 2 ** 63 - 1]
MONTHS = [1, -1, 2, 12, -13, 18 * 12, 99999, -24000, -2 ** 63]
YEARS = [1, -1, 4, 18, 67, 100, 7900, -1899, -1950, 2 ** 63 - 1]
SINCE = ["2000-02-29", "1999-12-31", "2000-03-01", "1904-02-29", "2026-01-30", "0001-01-31", "9999-12-31"]


def shifted(day, months, forward):
    """The ordinal of the day; beyond both ends of the calendar an ordinal beyond all."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return 10 ** 9 if year > 9999 else -10 ** 9
    try:
        return datetime.date(year, month + 1, day.day).toordinal()
    except ValueError:
        return datetime.date(year, month + 2, 1).toordinal() - (0 if forward else 1)


class Counting:
    """Greatest N with start + N units <= day, for days that come in order."""

    def __init__(self, start, unit, forward):
        self.start, self.unit, self.forward, self.n = start, unit, forward, -200_000 // unit
        self.next = self.shifted_by(self.n + 1)

    def shifted_by(self, n):
        return shifted(self.start, n * self.unit, self.forward)

    def until(self, ordinal):
        while self.next <= ordinal:
            self.n += 1
            self.next = self.shifted_by(self.n + 1)
        return self.n


def day_text(ordinal):
    return str(ordinal - EPOCH) if 1 <= ordinal <= datetime.date.max.toordinal() else "-"


def sweep_dates(program):
    lines = [f"range {FIRST} {LAST}"] + [" ".join([name, *map(str, numbers)]) for name, numbers in
                                         (("days", DAYS), ("months", MONTHS), ("years", YEARS), ("since", SINCE))]
    counters = [(datetime.date.fromisoformat(s).toordinal(),
                 [Counting(datetime.date.fromisoformat(s), unit, forward) for forward in (True, False)
                  for unit in (1, 12)]) for s in SINCE]
    months = [n for n in MONTHS] + [n * 12 for n in YEARS]
    answers = []
    for ordinal in range(FIRST.toordinal(), LAST.toordinal() + 1):
        day = datetime.date.fromordinal(ordinal)
        parts = [day.isoformat(), day_text(ordinal)]
        parts += [day_text(ordinal + n) for n in DAYS]
        parts += [day_text(shifted(day, n, forward)) for n in months for forward in (True, False)]
        for start, counting in counters:
            parts += [str(c.until(ordinal)) for c in counting]
            parts.append(str(ordinal - start))
        answers.append(" ".join(parts).encode())
    got = program.ask("dates", "\n".join(lines).encode()).split(b"\n")[:-1]
    if got != answers:
        for e, g in zip(answers, got):
            if e != g and program.differences < 20:
                program.differences += 1
                print(f"dates: expected {e!r}\n       found    {g!r}")
        program.differences += len(got) != len(answers)
    print(f"dates: {len(answers)} days, {len(answers) * len(answers[0].split())} results")


# Texts.

def comparable(tables):
    """Code points on which this Python and the tables must agree."""
    version = re.search(r"Unicode (\d+\.\d+\.\d+)", open(tables, encoding="utf-8").read()).group(1)
    every = [c for c in range(0x110000) if not 0xD800 <= c < 0xE000 and c != 0x0A]
    if version == unicodedata.unidata_version:
        return every, version
    print(f"nfc: tables of Unicode {version}, Python knows {unicodedata.unidata_version}: "
          "only code points assigned long before both")
    return [c for c in every if unicodedata.ucd_3_2_0.category(chr(c)) != "Cn"], version


def sweep_nfc(program, rng, tables):
    code_points, version = comparable(tables)
    singles = [chr(c) for c in code_points]
    marks = [c for c in singles if unicodedata.combining(c)]
    changing = [c for c in singles if unicodedata.decomposition(c) and not unicodedata.decomposition(c).startswith("<")]
    parts = sorted({p for c in changing for p in unicodedata.normalize("NFD", c)} & set(singles))
    hangul = [chr(c) for block in ((0x1100, 0x1113), (0x1161, 0x1176), (0x11A7, 0x11C3)) for c in range(*block)]
    hangul += [chr(rng.randrange(0xAC00, 0xD7A4)) for _ in range(50)] + [chr(c) for c in range(0xAC00, 0xD7A4, 28)]
    pools = [marks, changing, parts, hangul, ["a", "e", "A", "o", "ã", "ệ", "ạ"], singles]
    questions = list(singles) + ["a" + c + "\u0301" for c in marks] + [c + "\u0338\u0345" for c in changing]
    for _ in range(RANDOM_STRINGS):
        chosen = pools if rng.randrange(3) else [rng.choice(pools), marks]
        questions.append("".join([rng.choice(pool) for pool in rng.choices(chosen, k=rng.randrange(1, 14))]))
    program.compare("nfc", [q.encode() for q in questions],
                    [unicodedata.normalize("NFC", q).encode() for q in questions])
    changed = sum(1 for q in questions if not unicodedata.is_normalized("NFC", q))
    print(f"nfc: {len(questions)} texts, {changed} of them not in NFC, Unicode {version}")


def utf8_answer(data):
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as e:
        return b"%d" % e.start
    return b"ok"


def sweep_utf8(program, rng):
    interesting = bytes([0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
                         0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF])
    questions = [bytes([a, b]) for a in range(256) for b in range(256) if 0x0A not in (a, b)]
    for _ in range(RANDOM_BYTES):
        if rng.randrange(2):
            questions.append(bytes(rng.choices(interesting, k=rng.randrange(1, 7))))
            continue
        data = bytearray("".join(rng.choices("aé€\u07ff\u0800\ud7ff\ue000\U00010000\U0010ffff", k=4)).encode())
        data[rng.randrange(len(data))] = rng.choice(interesting)
        questions.append(bytes(data))
    answers = [utf8_answer(q) for q in questions]
    program.compare("utf8", questions, answers)
    print(f"utf8: {len(questions)} byte strings, {sum(a == b'ok' for a in answers)} of them well-formed")


def main():
    program = Program(sys.argv[1])
    rng = random.Random(SEED)
    for sweep in (lambda: sweep_dates(program), lambda: sweep_utf8(program, rng),
                  lambda: sweep_nfc(program, rng, sys.argv[2]), lambda: sweep_decimals(program, rng)):
        began = time.monotonic()
        sweep()
        print(f"  {time.monotonic() - began:.1f} s", flush=True)
    print(f"{program.differences} differences")
    return 1 if program.differences else 0


if __name__ == "__main__":
    sys.exit(main())
