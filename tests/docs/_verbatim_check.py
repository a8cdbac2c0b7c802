#!/usr/bin/env python3
"""Checks that each script of page/ is a code block of the page, byte for byte, and that no block is missing.

The three blocks about errors stand in a list there: their four columns of indentation belong to the list."""
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parent / "page"
text = (PAGE / "memoryview-page.txt").read_text(encoding="utf-8")
blocks = sorted(PAGE.glob("*.py"))
wrong = []
for path in blocks:
    block = path.read_text(encoding="utf-8")
    indented = "".join("    " + line for line in block.splitlines(keepends=True))
    if "\n" + block not in text and "\n" + indented not in text:
        wrong.append(path.name)
print(*(f"{name} is not on the page" for name in wrong), sep="\n")
sys.exit(1 if wrong or len(blocks) != 10 else 0)
