#!/usr/bin/env python3
"""Random programs under minipy and under CPython: what they print must be the same.

    tests/differential/compare.py --minipy build/release/minipy --start 0 --count 300
    tests/differential/compare.py --full --count 20000          texts of errors and line numbers too: needs an oracle of version 3.13

Programs are made by generate.py from their number alone, so a failure is repeated by its number.
"""
import argparse
import concurrent.futures
import difflib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))
from generate import program
from run_scripts import find_minipy, find_python

MARK = "=== program "


def batch_source(seeds, full):
    text = (HERE / "prelude.py").read_text(encoding="utf-8")
    if full:
        text = text.replace("FULL = False", "FULL = True")
    programs = ",\n".join(f"    ({seed}, {program(seed)!r})" for seed in seeds)
    return f"{text}\n\nrun_all([\n{programs},\n])\n"


def outcome(command, path, timeout):
    """Seed -> lines of output, and what ended the run: "" when it came to its end."""
    try:
        done = subprocess.run([*command, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=timeout,
                              env=dict(os.environ, PYTHONWARNINGS="ignore", PYTHONHASHSEED="0"))
        out, err, status = done.stdout, done.stderr, done.returncode
    except subprocess.TimeoutExpired as error:
        out, err, status = error.stdout or b"", b"", "still running"
    parts = {}
    for part in out.decode("utf-8", "backslashreplace").split(MARK)[1:]:
        number, _, text = part.partition("\n")
        parts[int(number)] = settled(text.splitlines())
    # Warnings about the programs' text are not compared.
    end = "" if status == 0 else f"status {status}\n" + err.decode("utf-8", "backslashreplace")[-3000:]
    return parts, end


def settled(lines):
    """An error's traceback keeps values alive in CPython: when an error ends the program, what dies when is not compared."""
    if any(line.startswith("ended by ") for line in lines):
        return [line for line in lines if not line.startswith("end of ")]
    return lines


class Comparison:
    def __init__(self, arguments, scratch):
        self.arguments, self.scratch = arguments, Path(scratch)

    def run(self, seeds):
        """The differences among these programs: (seed, text)."""
        path = self.scratch / f"batch{seeds[0]}_{len(seeds)}.py"
        path.write_text(batch_source(seeds, self.arguments.full), encoding="utf-8")
        timeout = self.arguments.timeout * self.arguments.slow * (1 + len(seeds) / 10)
        expected, trouble = outcome([self.arguments.python, "-X", "utf8", "-B"], path, timeout)
        actual, end = outcome([self.arguments.minipy], path, timeout)
        path.unlink()
        if trouble:
            if len(seeds) == 1:
                return [(seeds[0], f"the oracle itself: {trouble}")]
        if (end or trouble) and len(seeds) > 1:
            return [difference for seed in seeds for difference in self.run([seed])]
        found = []
        for seed in seeds:
            left, right = expected.get(seed, []), actual.get(seed, [])
            if left != right or (end and len(seeds) == 1):
                lines = list(difflib.unified_diff(left, right, "CPython", "minipy", lineterm="", n=4))
                found.append((seed, "\n".join(lines[:40]) + (f"\n{end}" if end else "")))
        return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minipy", default=None)
    parser.add_argument("--python", default=None, help="the oracle")
    parser.add_argument("--start", type=int, default=0, help="the first program's number")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--batch", type=int, default=50, help="programs for one process")
    parser.add_argument("--jobs", type=int, default=min(os.cpu_count() or 1, 4))
    parser.add_argument("--timeout", type=float, default=20, help="seconds for ten programs")
    parser.add_argument("--slow", type=float, default=1, help="factor for timeouts")
    parser.add_argument("--full", action="store_true", help="compare texts of errors and line numbers")
    parser.add_argument("--most", type=int, default=10, help="differences to show")
    arguments = parser.parse_args()
    arguments.python = arguments.python or find_python()[0]
    arguments.minipy = os.path.abspath(arguments.minipy) if arguments.minipy else find_minipy()
    if not arguments.minipy or not arguments.python:
        sys.exit("minipy or the oracle was not found: --minipy, --python")
    seeds = range(arguments.start, arguments.start + arguments.count)
    batches = [list(seeds[i:i + arguments.batch]) for i in range(0, len(seeds), arguments.batch)]
    differences = 0
    with tempfile.TemporaryDirectory(prefix="minipy-programs-") as scratch, concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for found in pool.map(Comparison(arguments, scratch).run, batches):
            for seed, text in found:
                differences += 1
                if differences <= arguments.most:
                    print(f"--- program {seed}\n{text}\n", flush=True)
    print(f"{len(seeds)} programs, {differences} differences")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
