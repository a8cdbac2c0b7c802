#!/usr/bin/env python3
"""Runs test scripts and checks what they print or raise. tests/README.md describes the comments that a script may carry.

    tests/run_scripts.py [options] [folder or file ...]      paths are relative to tests/; none means every folder

Only Python's standard library (3.9 or later) is used; the scripts themselves are run by minipy, or by CPython as oracle.
"""
import argparse
import concurrent.futures
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
FOLDERS = ["docs", "lang", "types", "buffer", "builtins", "limits", "regress", "programs"]
SANITIZER_STATUS = 99
MARK = re.compile(r"#\s(expect|raises|stderr|exit|args|stdin|differs|since|timeout|heavy):(?: (.*))?$")
CASE = re.compile(r"###\s*case:?\s*(.*)$")


class Expectation:
    """What one run must do: its whole standard output, the last line of standard error or all of it, the exit status."""

    def __init__(self):
        self.stdout = []  # lines
        self.stdout_bytes = None  # from a .expect file: byte for byte
        self.raises = None  # (text, line or None)
        self.stderr = []
        self.status = None
        self.stated = False


class Case:
    """One run of (a part of) a script."""

    def __init__(self, path, name, source, expectation, options):
        self.path, self.name, self.source = path, name, source
        self.expectation, self.options = expectation, options

    @property
    def label(self):
        label = os.path.relpath(self.path, TESTS)
        return f"{label} [{self.name}]" if self.name else label


def strip_strings(line):
    """The line with quoted text blanked, so that a mark inside a string literal is not taken for one."""
    return re.sub(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"", lambda m: "x" * len(m.group()), line)


def find_mark(line):
    """The (kind, text, column) of a mark at the end of a line, or None."""
    for match in re.finditer(r"#\s(?:expect|raises|stderr|exit|args|stdin|differs|since|timeout|heavy):", line):
        before = line[: match.start()]
        if strip_strings(before).count("'") % 2 or strip_strings(before).count('"') % 2:
            continue
        whole = MARK.match(line[match.start():])
        if whole:
            return whole.group(1), (whole.group(2) or "").rstrip(), match.start()
    return None


def read_marks(numbered_lines):
    expectation, options = Expectation(), {}
    for number, line in numbered_lines:
        mark = find_mark(line)
        if not mark:
            continue
        kind, text, _ = mark
        if kind == "expect":
            expectation.stdout.append(text)
        elif kind == "stderr":
            expectation.stderr.append(text)
        elif kind == "raises":
            alone = line.lstrip().startswith("#")
            expectation.raises = (text, None if alone else number)
        elif kind == "exit":
            expectation.status = int(text)
        else:
            options[kind] = text
            continue
        expectation.stated = True
    return expectation, options


def load(path):
    """The cases of a script."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    lines = text.splitlines()
    starts = [i for i, line in enumerate(lines) if CASE.match(line)]
    if starts:
        cases = []
        for start, end in zip(starts, starts[1:] + [len(lines)]):
            # The other cases become blank lines: line numbers in tracebacks stay true.
            kept = [
                (i + 1, line) if i < starts[0] or start < i < end else (i + 1, "") for i, line in enumerate(lines[:end])
            ]
            expectation, options = read_marks(kept)
            source = "\n".join(line for _, line in kept) + "\n"
            cases.append(Case(path, CASE.match(lines[start]).group(1), source.encode(), expectation, options))
        return cases
    expectation, options = read_marks(enumerate(lines, 1))
    sidecar = path.with_suffix(".expect")
    if sidecar.exists():
        expectation = Expectation()
        expectation.stdout_bytes = sidecar.read_bytes()
        expectation.stated = True
    sidecar = path.with_suffix(".raises")
    if sidecar.exists():
        expectation.raises = (sidecar.read_text(encoding="utf-8").rstrip("\n"), None)
        expectation.stated = True
    sidecar = path.with_suffix(".differs")
    if sidecar.exists():
        options["differs"] = sidecar.read_text(encoding="utf-8")
    return [Case(path, "", None, expectation, options)]


def same_line(expected, actual):
    """Whether a line is as expected; `…` in the expectation stands for any text."""
    if expected == actual.rstrip():
        return True
    if "…" not in expected:
        return False
    pattern = ".*".join(re.escape(part) for part in expected.split("…"))
    return re.fullmatch(pattern, actual.rstrip()) is not None


def compare_lines(what, expected, actual):
    for i in range(max(len(expected), len(actual))):
        if i >= len(actual):
            return f"{what}, line {i + 1}: expected {expected[i]!r}, but it ends here"
        if i >= len(expected):
            return f"{what}, line {i + 1}: more than expected: {actual[i]!r}"
        if not same_line(expected[i], actual[i]):
            return f"{what}, line {i + 1}:\n      expected {expected[i]!r}\n      but got  {actual[i]!r}"
    return None


def split_output(data, folder):
    text = data.decode("utf-8", "backslashreplace").replace(f"{folder}{os.sep}", "")
    lines = text.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    return lines


def check(expectation, status, out, err, folder):
    """What is wrong with a run, or None."""
    if status < 0:
        return f"crashed: {signal.Signals(-status).name}\n{tail(err)}"
    if status == SANITIZER_STATUS:
        return f"a sanitizer stopped it\n{tail(err, 40)}"
    if expectation.stdout_bytes is not None:
        if out != expectation.stdout_bytes:
            expected, actual = expectation.stdout_bytes.split(b"\n"), out.split(b"\n")
            for i, (a, b) in enumerate(zip(expected, actual)):
                if a != b:
                    return f"standard output, line {i + 1}:\n      expected {a[:300]!r}\n      but got  {b[:300]!r}\n{tail(err)}"
            return f"standard output: expected {len(expected)} lines, got {len(actual)}\n{tail(err)}"
    else:
        problem = compare_lines("standard output", expectation.stdout, split_output(out, folder))
        if problem:
            return f"{problem}\n{tail(err)}"
    errors = split_output(err, folder)
    if expectation.stderr:
        problem = compare_lines("standard error", expectation.stderr, errors)
        if problem:
            return problem
    wanted_status = expectation.status
    if expectation.raises:
        text, line = expectation.raises
        # A message of several lines, and notes, follow the line that begins with the type.
        if not any(same_line(text, candidate) for candidate in errors[-6:]):
            return f"expected to end with {text!r}, but standard error is\n{tail(err)}"
        if line is not None and not any(re.search(rf"\bline {line}\b", e) for e in errors):
            return f"expected {text!r} to be raised at line {line}, but standard error is\n{tail(err)}"
        if wanted_status is None:
            wanted_status = 1
    elif expectation.stderr:
        if wanted_status is None:
            wanted_status = 1
    elif errors and (wanted_status or 0) == 0 and status == 0:
        return f"unexpected text on standard error\n{tail(err)}"
    if status != (wanted_status or 0):
        return f"exit status {status} instead of {wanted_status or 0}\n{tail(err)}"
    return None


def tail(data, count=12):
    lines = data.decode("utf-8", "backslashreplace").splitlines()[-count:]
    return "\n".join("      | " + line for line in lines)


class Runner:
    def __init__(self, arguments, scratch):
        self.arguments, self.scratch = arguments, scratch

    def command(self, program):
        if program == self.arguments.python:
            return [program, "-X", "utf8", "-B"]
        return [program, *self.arguments.options.split()]

    def shrink(self):
        """In the child, before the program: the native stack that it gets."""
        if self.arguments.stack:
            _, most = resource.getrlimit(resource.RLIMIT_STACK)
            resource.setrlimit(resource.RLIMIT_STACK, (self.arguments.stack * 1024, most))

    def execute(self, case, program, index):
        """Runs a case; (status, stdout, stderr, folder to strip from paths), or a problem as text."""
        path = case.path
        folder = str(path.parent)
        if case.source is not None:
            # A part of a script runs under the script's own name; modules beside the script stay importable.
            folder = os.path.join(self.scratch, f"{index}-{os.path.basename(program)}")
            os.makedirs(folder)
            for neighbour in path.parent.iterdir():
                if neighbour.name.startswith("_") and neighbour.name != "__pycache__":
                    os.symlink(neighbour, os.path.join(folder, neighbour.name))
            path = Path(folder, path.name)
            path.write_bytes(case.source)
        environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1", NO_COLOR="1", PYTHON_COLORS="0")
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            extra = f"exitcode={SANITIZER_STATUS}"
            environment[name] = f"{environment[name]}:{extra}" if environment.get(name) else extra
        limit = float(case.options.get("timeout", self.arguments.timeout)) * self.arguments.slow
        try:
            done = subprocess.run(
                [*self.command(program), path.name, *case.options.get("args", "").split()],
                input=case.options.get("stdin", "").encode().decode("unicode_escape").encode(),
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=limit, env=environment, cwd=folder,
                preexec_fn=self.shrink if self.arguments.stack and program != self.arguments.python else None)
        except subprocess.TimeoutExpired:
            return f"still running after {limit:g} s"
        return done.returncode, done.stdout, done.stderr, folder

    def verdict(self, case, status, out, err, folder):
        if self.arguments.survive:
            crashed = status < 0 or status == SANITIZER_STATUS
            return f"crashed with status {status}\n{tail(err, 40)}" if crashed else None
        return check(case.expectation, status, out, err, folder)

    def run(self, index, case):
        """(case, problem or None, whether it was skipped)."""
        options = case.options
        if "heavy" in options and self.arguments.skip_heavy:
            return case, None, True
        if not case.expectation.stated:
            return case, "states no expectation: nothing would be tested", False
        programs = [] if self.arguments.oracle_only else [self.arguments.minipy]
        if self.arguments.oracle or self.arguments.oracle_only:
            new_enough = "since" not in options or self.arguments.python_version >= as_version(options["since"])
            if "differs" not in options and new_enough:
                programs.append(self.arguments.python)
        for program in programs:
            result = self.execute(case, program, index)
            problem = result if isinstance(result, str) else self.verdict(case, *result)
            if problem:
                return case, f"{os.path.basename(program)}: {problem}", False
        return case, None, not programs


def as_version(text):
    return tuple(int(part) for part in text.split()[0].split("."))


def find_python():
    """The newest CPython at hand, 3.13 preferred: the oracle."""
    pyenv = Path(os.path.expanduser("~/.pyenv/versions/3.13.0/bin/python3.13"))
    candidates = [shutil.which("python3.13"), str(pyenv) if pyenv.exists() else None, "/usr/bin/python3", shutil.which("python3")]
    for candidate in candidates:
        if candidate and os.path.exists(candidate):
            probe = subprocess.run([candidate, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True)
            if probe.returncode == 0:
                return candidate, tuple(int(part) for part in probe.stdout.split())
    return None, (0, 0)


def find_minipy():
    for candidate in ("build/release/minipy", "build/minipy", "build/dev/minipy"):
        if (ROOT / candidate).exists():
            return str(ROOT / candidate)
    return None


def discover(names):
    """The scripts under the named files and folders. Names that begin with `_` are modules for scripts to import."""
    paths = []
    for name in names:
        start = Path(name) if Path(name).is_absolute() else TESTS / name
        if not start.exists() and Path(name).exists():
            start = Path(name).resolve()
        if start.is_file():
            paths.append(start)
            continue
        for path in sorted(start.rglob("*.py")):
            if not any(part.startswith("_") for part in path.relative_to(start).parts):
                paths.append(path)
    return paths


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", default=FOLDERS, help="folders or files, relative to tests/")
    parser.add_argument("--minipy", default=None, help="the executable under test")
    parser.add_argument("--oracle", action="store_true", help="hold CPython to the same expectations")
    parser.add_argument("--oracle-only", action="store_true", help="run CPython alone: checks the expectations themselves")
    parser.add_argument("--python", default=None, help="the CPython to use as oracle")
    parser.add_argument("--accept", action="store_true", help="write CPython's output to the .expect file beside each named script")
    parser.add_argument("--jobs", type=int, default=min(os.cpu_count() or 1, 8))
    parser.add_argument("--timeout", type=float, default=60, help="seconds for one run")
    parser.add_argument("--slow", type=float, default=1, help="factor for timeouts")
    parser.add_argument("--options", default="", help="options for minipy, before the script's name")
    parser.add_argument("--stack", type=int, default=0, help="KiB of native stack that minipy gets")
    parser.add_argument("--survive", action="store_true", help="any outcome will do but a crash and a hang: for limits under which scripts cannot do what they should")
    parser.add_argument("--skip-heavy", action="store_true", help="leave out scripts marked heavy (cycles are collected at every allocation)")
    arguments = parser.parse_args()

    found, arguments.python_version = find_python()
    if arguments.python:
        probe = subprocess.run([arguments.python, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True)
        arguments.python_version = tuple(int(part) for part in probe.stdout.split())
    else:
        arguments.python = found
    arguments.minipy = os.path.abspath(arguments.minipy) if arguments.minipy else find_minipy()
    if not arguments.minipy and not arguments.oracle_only and not arguments.accept:
        sys.exit("no minipy found: build it, or name it with --minipy")

    paths = discover(arguments.names)
    with tempfile.TemporaryDirectory(prefix="minipy-tests-") as scratch:
        scratch = os.path.realpath(scratch)
        runner = Runner(arguments, scratch)
        if arguments.accept:
            for path in paths:
                status, out, err, _ = runner.execute(Case(path, "", None, None, load(path)[0].options), arguments.python, 0)
                if status != 0:
                    sys.exit(f"{path}: CPython ends with status {status}\n{tail(err)}")
                path.with_suffix(".expect").write_bytes(out)
            return
        cases = [case for path in paths for case in load(path)]
        failed = passed = skipped = 0
        with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
            for case, problem, was_skipped in pool.map(lambda pair: runner.run(*pair), enumerate(cases)):
                if problem:
                    failed += 1
                    print(f"FAILED {case.label}\n    {problem}", flush=True)
                elif was_skipped:
                    skipped += 1
                else:
                    passed += 1
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    if passed + failed == 0:
        sys.exit("no script ran")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
