"""Fills in what CPython 3.13 says about the snippets of a file, for review:

    python3.13 tests/unit/syntax/expectations.py tests/unit/syntax/errors.txt

A snippet begins at a line `### MODE` and ends at a line `--> ...`, which this script writes. Modes: exec, eval, single
(as compile() has them), incomplete (single, as a REPL asks), tree (exec, expecting the tree). A snippet's last newline
is left out when its mode ends in `-`.
"""

import ast
import sys
import warnings

REPL = 0x200 | 0x4000  # PyCF_DONT_IMPLY_DEDENT, PyCF_ALLOW_INCOMPLETE_INPUT


def expectation(mode, text):
    if mode.endswith("-"):
        mode, text = mode[:-1], text[:-1]
    flags = ast.PyCF_ONLY_AST
    compile_mode = {"tree": "exec", "incomplete": "single"}.get(mode, mode)
    if mode == "incomplete":
        flags |= REPL
    try:
        tree = compile(text, "<snippet>", compile_mode, flags)
    except SyntaxError as e:
        if e.msg == "incomplete input":
            return "incomplete"
        return f"{type(e).__name__} {e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset} {e.msg}"
    except MemoryError as e:
        return f"MemoryError {e}"
    return ast.dump(tree) if mode == "tree" else "ok"


def main(path):
    sys.version_info[:2] == (3, 13) or sys.exit("the messages are those of Python 3.13")
    warnings.simplefilter("ignore")
    out = []
    mode, snippet = None, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if mode is None:
                out.append(line)
                if line.startswith("### "):
                    mode, snippet = line[4:].strip(), []
            elif line.startswith("-->"):
                out += snippet
                out.append(f"--> {expectation(mode, ''.join(snippet))}\n")
                mode = None
            else:
                snippet.append(line)
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(out)


if __name__ == "__main__":
    main(sys.argv[1])
