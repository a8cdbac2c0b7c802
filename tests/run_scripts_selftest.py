#!/usr/bin/env python3
"""Tests of the script runner itself: scripts that must pass do, and each way to fail is noticed. CPython plays the interpreter."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

RUNNER = Path(__file__).resolve().parent / "run_scripts.py"


class RunnerTest(unittest.TestCase):
    def run_script(self, source, **sidecars):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "sample.py")
            path.write_text(source, encoding="utf-8")
            for suffix, text in sidecars.items():
                path.with_suffix("." + suffix).write_text(text, encoding="utf-8")
            return subprocess.run([sys.executable, str(RUNNER), "--minipy", sys.executable, folder], capture_output=True, text=True)

    def assert_passes(self, source, **sidecars):
        done = self.run_script(source, **sidecars)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def assert_fails(self, source, text, **sidecars):
        done = self.run_script(source, **sidecars)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn(text, done.stdout + done.stderr)

    def test_printed_lines_in_order(self):
        self.assert_passes("print(1)  # expect: 1\nprint('a\\nb')  # expect: a\n# expect: b\n")
        self.assert_fails("print(1)  # expect: 2\n", "expected '2'")

    def test_missing_and_surplus_output(self):
        self.assert_fails("pass  # expect: 1\n", "ends here")
        self.assert_fails("print(1)  # expect: 1\nprint(2)\n", "more than expected")

    def test_mark_inside_a_string_is_no_mark(self):
        self.assert_passes("print('# expect: no')  # expect: # expect: no\n")

    def test_ellipsis_stands_for_any_text(self):
        self.assert_passes("print(object())  # expect: <object object at 0x…>\n")

    def test_uncaught_exception(self):
        self.assert_passes("\n1 / 0  # raises: ZeroDivisionError: division by zero\n")
        self.assert_fails("1 / 0  # raises: ZeroDivisionError: other\n", "to end with")
        self.assert_fails("def f():\n    1 / 0\n\nx = 3  # raises: ZeroDivisionError: division by zero\nf()\n", "at line 4")
        self.assert_fails("1 / 0\n# expect:\n", "expected ''")

    def test_exit_status(self):
        self.assert_passes("import sys\nsys.exit(3)  # exit: 3\n")
        self.assert_fails("import sys\nsys.exit(3)  # exit: 4\n", "exit status 3")

    def test_cases_run_separately_with_true_line_numbers(self):
        source = "x = 1\n### case: one\nprint(x)  # expect: 1\nx / 0  # raises: ZeroDivisionError: division by zero\n"
        self.assert_passes(source + "### case: two\nprint(x + 1)  # expect: 2\n")
        self.assert_fails(source + "### case: two\nprint(x + 1)  # expect: 3\n", "[two]")

    def test_sidecar_is_compared_byte_for_byte(self):
        self.assert_passes("print('a ')\n", expect="a \n")
        self.assert_fails("print('a')\n", "standard output", expect="a \n")
        self.assert_passes("print('a')\n[][0]\n", expect="a\n", **{"raises": "IndexError: list index out of range\n"})

    def test_whole_standard_error(self):
        self.assert_passes("raise SystemExit('bye')\n# stderr: bye\n")
        self.assert_fails("raise SystemExit('bye')\n# stderr: good\n", "standard error")

    def test_script_without_expectation_fails(self):
        self.assert_fails("x = 1\n", "no expectation")

    def test_no_script_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([sys.executable, str(RUNNER), "--minipy", sys.executable, folder], capture_output=True, text=True)
            self.assertEqual(done.returncode, 1)
            self.assertIn("no script ran", done.stderr)

    def test_crash_is_named(self):
        self.assert_fails("import os\nos.abort()  # exit: 0\n", "SIGABRT")


if __name__ == "__main__":
    unittest.main()
