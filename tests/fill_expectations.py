#!/usr/bin/env python3.13
"""Writes the `# expect:` and `# raises:` comments of scripts anew, from what this CPython does: a draft for review.

    python3.13 tests/fill_expectations.py tests/lang/loops/*.py

A script that has a `# stderr:` comment gets the whole of standard error in such comments at its end.
Old comments of these kinds are removed first. Output goes behind the line that printed it where the order of lines and the order of
output agree, and below the top-level statement otherwise.
"""
import ast
import builtins
import gc
import io
import json
import os
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import run_scripts


def observe(path, source):
    """Runs a script in this process; what it printed as (line of the top-level statement, line of the call, text), and how it ended."""
    prints, original = [], builtins.print

    def recorded(*values, file=None, **options):
        if file is not None:
            return original(*values, file=file, **options)
        out = io.StringIO()
        original(*values, file=out, **{k: v for k, v in options.items() if k != "flush"})
        frame, call, top = sys._getframe(1), None, None
        while frame is not None:
            if frame.f_code.co_filename == path:
                call = call or frame.f_lineno
                top = frame.f_lineno
            frame = frame.f_back
        prints.append((top, call, out.getvalue()))

    builtins.print = recorded
    sys.argv = [path]
    sys.path[0] = str(Path(path).parent)
    ending = None
    try:
        module = type(sys)("__main__")
        module.__file__ = path
        sys.modules["__main__"] = module
        exec(compile(source, path, "exec"), module.__dict__)
    except SystemExit as error:
        pass
    except BaseException as error:
        text = [line for line in "".join(traceback.TracebackException.from_exception(error).format_exception_only()).splitlines() if not line.startswith(" ")][0]
        lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == path]
        line = error.lineno if isinstance(error, SyntaxError) and error.filename == path else lines[-1] if lines else None
        ending = (text, line)
    # What finalisers print while the module goes away comes last.
    finished = len(prints)
    error = None
    module.__dict__.clear()
    gc.collect()
    builtins.print = original
    return [(top, call, text) if i < finished else (None, None, text) for i, (top, call, text) in enumerate(prints)], ending


def same_error(lines, ending, marked):
    """Whether a syntax error stays what it is with the comment behind its line."""
    try:
        compile("\n".join([*lines[: ending[1] - 1], marked, *lines[ending[1] :]]) + "\n", "", "exec")
    except SyntaxError as error:
        return ending[0].endswith(str(error.msg))
    return True


def without_marks(lines):
    kept = []
    for line in lines:
        mark = run_scripts.find_mark(line)
        if mark and mark[0] in ("expect", "raises", "stderr"):
            line = line[: mark[2]].rstrip()
            if not line:
                continue
        kept.append(line)
    return kept


def without_raises(lines):
    return [line[: mark[2]].rstrip() if (mark := run_scripts.find_mark(line)) and mark[0] == "raises" else line for line in lines]


def standard_error(path, lines):
    """Comments with what CPython writes to standard error for these lines."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, path.name)
        copy.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for neighbour in path.parent.glob("_[!_]*"):
            Path(folder, neighbour.name).symlink_to(neighbour)
        job = subprocess.run([sys.executable, "-X", "utf8", "-B", str(copy)], capture_output=True, cwd=folder, env={**os.environ, "NO_COLOR": "1"})
        return [f"# stderr: {line}".rstrip() for line in run_scripts.split_output(job.stderr, folder)]


def fill(path, lines, first):
    """The lines of a part (all the others blank) with expectations; only lines from `first` on may carry them."""
    source = "\n".join(lines) + "\n"
    job = subprocess.run([sys.executable, "-X", "utf8", __file__, "--observe", str(path)], input=source, capture_output=True, text=True, cwd=path.parent)
    if job.returncode != 0:
        sys.exit(f"{path}: {job.stderr}")
    prints, ending = json.loads(job.stdout)
    try:
        statements = [(n.lineno if not getattr(n, "decorator_list", None) else n.decorator_list[0].lineno, n.end_lineno) for n in ast.parse(source).body]
    except SyntaxError:
        statements = []
    behind, below = {}, {}
    groups = {}
    for top, call, text in prints:
        if top is None:
            below.setdefault(len(lines), []).extend(f"# expect: {line}".rstrip() for line in text.removesuffix("\n").split("\n"))
            continue
        start, end = next(((s, e) for s, e in statements if s <= top <= e), (top, top))
        groups.setdefault((start, end), []).append((call, text))
    ends = {}
    for node in ast.walk(ast.parse(source)) if statements else ():
        if isinstance(node, ast.stmt):
            ends[node.lineno] = node.end_lineno
    for (start, end), calls in groups.items():
        places = [ends.get(call, call) for call, _ in calls]
        single = all(text.endswith("\n") and text.count("\n") == 1 for _, text in calls)
        inside = all(start <= place <= end for place in places) and all(start <= call <= end for call, _ in calls)
        if single and inside and places == sorted(set(places)):
            for place, (_, text) in zip(places, calls):
                candidate = f"{lines[place - 1]}  # expect: {text[:-1]}".rstrip()
                if (run_scripts.find_mark(candidate) or ())[:2] != ("expect", text[:-1].rstrip()):
                    break
            else:
                for place, (_, text) in zip(places, calls):
                    behind[place] = f"  # expect: {text[:-1]}".rstrip()
                continue
        whole = "".join(text for _, text in calls)
        below[end] = [f"# expect: {line}".rstrip() for line in whole.removesuffix("\n").split("\n")] + below.get(end, [])
    if ending and ending[1]:
        behind[ending[1]] = f"  # raises: {ending[0]}"
    elif ending:
        below.setdefault(len(lines), []).append(f"# raises: {ending[0]}")
    result = []
    if ending and ending[1]:
        # In an unterminated string a comment would be part of it: it goes above, alone.
        marked = lines[ending[1] - 1] + behind[ending[1]]
        if (run_scripts.find_mark(marked) or ())[:2] != ("raises", ending[0]) or not same_error(lines, ending, marked):
            del behind[ending[1]]
            result.append(f"# raises: {ending[0]}")
    for number, line in enumerate(lines, 1):
        if number >= first:
            result.append(line + behind.get(number, ""))
            result.extend(below.get(number, ()))
    return result


def main():
    if sys.argv[1] == "--observe":
        source = sys.stdin.read()
        output = json.dumps(observe(sys.argv[2], source))
        sys.stdout.write(output)
        return
    for name in sys.argv[1:]:
        path = Path(name).resolve()
        text = path.read_text(encoding="utf-8")
        lines = without_marks(text.splitlines())
        whole_stderr = "# stderr:" in text
        starts = [i for i, line in enumerate(lines) if run_scripts.CASE.match(line)]
        if not starts:
            result = fill(path, lines, 1)
            if whole_stderr:
                result = without_raises(result)
                result += standard_error(path, result)
        else:
            result = lines[: starts[0]]
            for start, end in zip(starts, starts[1:] + [len(lines)]):
                part = [line if i < starts[0] or start < i < end else "" for i, line in enumerate(lines[:end])]
                filled = fill(path, part, start + 2)
                if whole_stderr:
                    # Comments put in above would move the lines of later tracebacks: they are measured on the final text.
                    filled = without_raises(filled)
                    above = ["" if i >= starts[0] else line for i, line in enumerate(result)]
                    filled += standard_error(path, [*above, "", *filled])
                result += [lines[start], *filled]
        path.write_text("\n".join(result).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
