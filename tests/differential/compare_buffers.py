#!/usr/bin/env python3
"""Plays random sequences of operations under minipy and CPython and compares what every operation gave: values, types of exceptions, messages.

    tests/differential/compare_buffers.py [--sequences N] [--first SEED] [--oracle PYTHON] [--minipy PATH]

A sequence is made from its seed alone (tests/differential/buffers/run.py). The first operation of a sequence whose results differ is printed; nothing is, and
the status is 0, when all agree but for what the tables below accept.
"""
import argparse
import concurrent.futures
import re
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
PROGRAM = TESTS / "differential" / "buffers" / "run.py"
CHUNK = 250

# What COMPATIBILITY.md lists: (heading, what CPython says, what minipy says). One text stands where the other does in lines that agree otherwise.
DOCUMENTED = [
    ("a-cast-whose-length-does-not-fit", r"TypeError: memoryview: length is not a multiple of itemsize", r"\w*Error: memoryview: cannot cast from bytes to [\w *]+"),
]

# Where CPython has not implemented what minipy does; the sequence goes other ways from there on.
BEYOND = [
    ("beyond-cpython", r"-> NotImplementedError: (multi-dimensional )?(sub-views|slicing) (are|is) not implemented"),
    ("beyond-cpython", r"-> NotImplementedError: memoryview slice assignments are currently restricted to ndim = 1"),
    ("beyond-cpython", r"\[\(.*\)\].*-> TypeError: memoryview: invalid slice key"),
]

# What later versions of CPython say otherwise: (since, the line, what an older one says, what this and later ones say).
VERSIONS = [
    ((3, 12), r"-> None mmap\(", r"-> \d+ mmap\("),  # mmap.seek() gives the position
    ((3, 12), r"-> error: (argument out of range|int too large to convert|u?(byte|short) format requires -?\d+ <= number <= \d+)", r"-> error: '\w' format requires -?\d+ <= number <= \d+"),
    ((3, 12), r"TypeError: '(str|list)' object cannot be interpreted as an integer", r"\[.*\]"),  # splitlines(keepends) takes the truth of anything
    ((3, 12), r"-> (True|1) view\((\S+) \(\)", r"-> TypeError: 0-dim memory has no length view\((\S+) \(\)"),  # len() of a view without dimensions
    ((3, 12), r"-> TypeError: invalid indexing of 0-dim memory", r"-> TypeError: 0-dim memory has no length"),
    ((3, 13), r"\.r?find\(.*-> \d+ mmap\(", r"\.r?find\(.*-> -1 mmap\("),  # of nothing, in a range that ends before it begins
    ((3, 13), r"may only be called on unicode type arrays", r"may only be called on unicode type arrays \('u' or 'w'\)"),
    ((3, 13), r"unsupported format character '.' \(0x\w+\) at index \d+", r"unsupported format character '.' \(0x\w+\) at index \d+"),
    ((3, 13), r"-> UnicodeError: UTF-(16|32) stream does not start with BOM", r"-> UnicodeDecodeError: .*Stream does not start with BOM"),
    ((3, 13), r"-> b'.*'", r"-> Error: (Excess padding not allowed|Leading padding not allowed|Excess data after padding)"),  # a2b_base64(strict_mode=True)
    ((3, 13), r"-> \w+: decoding with '\S+' codec failed \(\w+: (.*)\)", r"-> \w+: .*"),
    ((3, 13), r"-> Error: Discontinuous padding not allowed", r"-> Error: Excess padding not allowed"),
    ((3, 13), r"TypeError: 'str' object cannot be interpreted as an integer", r"TypeError: expected iterable of integers; got: 'str'"),
]


def version_of(python):
    text = subprocess.run([python, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True, check=True).stdout.split()
    return int(text[0]), int(text[1])


class Comparison:
    def __init__(self, arguments):
        self.minipy, self.oracle, self.steps = arguments.minipy, arguments.oracle, arguments.steps
        self.version = version_of(self.oracle)
        pairs = [(old, new) for _, old, new in DOCUMENTED]
        pairs += [(old, new) for since, old, new in VERSIONS if self.version < since]
        self.beyond = re.compile("|".join(text for _, text in BEYOND))
        self.accepted = [(re.compile(old, re.DOTALL), re.compile(new, re.DOTALL)) for old, new in pairs]

    def play(self, interpreter, first, last):
        """(lines, error or None)"""
        command = [interpreter, str(PROGRAM), str(first), str(last), str(self.steps), "%d.%d" % self.version]
        try:
            run = subprocess.run(command, capture_output=True, timeout=600)
        except subprocess.TimeoutExpired:
            return [], f"no end after 600 s: {' '.join(command)}"
        lines = run.stdout.decode("utf-8", "surrogateescape").split("\n")
        if run.returncode:
            last_words = run.stderr.decode("utf-8", "replace").strip().splitlines()[-3:]
            return lines, f"status {run.returncode} after {lines[-2:]}: {' | '.join(last_words)}"
        return lines, None

    def accepts(self, theirs, ours):
        """Whether two lines differ only as listed: a listed text of CPython's stands where minipy has its own."""
        for old, new in self.accepted:
            for match in old.finditer(theirs):
                before, after = theirs[: match.start()], theirs[match.end() :]
                if ours.startswith(before) and ours.endswith(after) and len(ours) >= len(before) + len(after):
                    if new.fullmatch(ours[len(before) : len(ours) - len(after)]):
                        return True
        return False

    def compare(self, first, last):
        """Texts that say what differs in the sequences from first to last."""
        ours, our_error = self.play(self.minipy, first, last)
        theirs, their_error = self.play(self.oracle, first, last)
        if our_error:
            return [f"minipy, sequences {first} to {last}: {our_error}"]
        if their_error:
            if last - first == 1:
                return []  # a crash of CPython's (COMPATIBILITY.md, "Memory safety"): there is no oracle for this sequence
            middle = (first + last) // 2
            return self.compare(first, middle) + self.compare(middle, last)
        if ours == theirs:
            return []
        found = []
        for sequence in split_sequences(ours, theirs):
            for our_line, their_line in sequence:
                if our_line == their_line or self.accepts(their_line, our_line):
                    continue
                if not self.beyond.search(their_line):
                    found.append(f"{sequence[0][0]}\n  minipy  {our_line}\n  CPython {their_line}")
                break
        return found


def split_sequences(ours, theirs):
    """Pairs of lines, a list for each sequence. Both print a header for each, whatever happens in between."""

    def parts(lines):
        result = []
        for line in lines:
            if line.startswith("sequence "):
                result.append([])
            if result:
                result[-1].append(line)
        return result

    for a, b in zip(parts(ours), parts(theirs)):
        longest = max(len(a), len(b))
        yield list(zip(a + ["(nothing)"] * (longest - len(a)), b + ["(nothing)"] * (longest - len(b))))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minipy", default=str(TESTS.parent / "build" / "release" / "minipy"))
    parser.add_argument("--oracle", default="/usr/bin/python3")
    parser.add_argument("--sequences", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0, metavar="SEED")
    parser.add_argument("--steps", type=int, default=16, help="operations in a sequence (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--most", type=int, default=20, help="stop after so many differences (default: %(default)s)")
    arguments = parser.parse_args()
    comparison = Comparison(arguments)
    end = arguments.first + arguments.sequences
    chunks = [(at, min(at + CHUNK, end)) for at in range(arguments.first, end, CHUNK)]
    different = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for found in pool.map(lambda chunk: comparison.compare(*chunk) if different < arguments.most else [], chunks):
            for text in found:
                different += 1
                if different <= arguments.most:
                    print(text, flush=True)
    print(f"{arguments.sequences} sequences, {different} with a difference" + (" (stopped)" if different >= arguments.most else ""))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
