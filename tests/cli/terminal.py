#!/usr/bin/env python3
"""The interactive console on a real pseudo-terminal. tests/cli/terminal.py --minipy PATH [unittest arguments]"""
import os
import pty
import re
import select
import signal
import sys
import tempfile
import time
import unittest

MINIPY = 'build/release/minipy'
UP, DOWN, LEFT, TAB = '\x1b[A', '\x1b[B', '\x1b[D', '\t'
CTRL_A, CTRL_C, CTRL_D, CTRL_R, CTRL_U = '\x01', '\x03', '\x04', '\x12', '\x15'
SEQUENCE = re.compile(r'\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[=>]|\x1b\([A-Z]')


class Terminal:
    """A process on a terminal of its own, and all that it wrote."""

    def __init__(self, arguments, environment, folder):
        self.text = ''
        self.seen = 0
        self.status = None
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execve(arguments[0], arguments, environment)

    def send(self, keys):
        os.write(self.terminal, keys.encode())

    def _read(self, seconds):
        if select.select([self.terminal], [], [], seconds)[0]:
            try:
                data = os.read(self.terminal, 65536)
            except OSError: # the other side is closed
                return False
            self.text += data.decode(errors='replace')
            return bool(data)
        return True

    def plain(self):
        return SEQUENCE.sub('', self.text[self.seen:]).replace('\r', '')

    def wait_for(self, pattern, seconds=20):
        """Waits until what was written since the last match has the pattern (escape sequences left out)."""
        end = time.monotonic() + seconds
        while True:
            match = re.search(pattern, self.plain())
            if match:
                self.last = self.plain()
                self.seen = len(self.text)
                return match
            if time.monotonic() > end or not self._read(0.2):
                raise AssertionError(f'waited for {pattern!r}, got {self.plain()!r}')

    def wait_for_end(self, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self._read(0.05) and select.select([self.terminal], [], [], 0.05)[0]:
                    pass
                os.close(self.terminal)
                self.pid = None
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f'does not end; wrote {self.plain()!r}')

    def close(self):
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            os.close(self.terminal)


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix='minipy-terminal-')
        self.addCleanup(folder.cleanup)
        self.root = folder.name

    def start(self, *arguments, ready='>>> ', **environment):
        given = {name: value for name, value in os.environ.items() if not name.startswith(('PYTHON', 'MINIPY', 'LC_', 'LANG'))
                 and name not in ('NO_COLOR', 'FORCE_COLOR')}
        given.update(TERM='xterm', HOME=self.root, LINES='40', COLUMNS='100', NO_COLOR='1')
        given.update(environment)
        terminal = Terminal([MINIPY, *arguments], {name: value for name, value in given.items() if value is not None}, self.root)
        self.addCleanup(terminal.close)
        if ready:
            terminal.wait_for(re.escape(ready) + '$')
        return terminal

    def ask(self, terminal, keys, answer, prompt='>>> '):
        """Types a line, and expects the answer before the next prompt."""
        terminal.send(keys + '\r')
        terminal.wait_for(r'\n' + answer + r'\n' + re.escape(prompt) + '$')


class Console(Case):
    def test_banner(self):
        terminal = self.start(ready='')
        terminal.wait_for(r'minipy \d+\.\d+\.\d+ .*\nType "help", "copyright", "credits" or "license" for more information\.\n>>> $')
        terminal.send(CTRL_D)
        self.assertEqual(terminal.wait_for_end(), 0)

    def test_quiet(self):
        terminal = self.start('-q', ready='')
        terminal.wait_for(r'\A>>> $')

    def test_values(self):
        terminal = self.start()
        self.ask(terminal, '6 * 7', '42')
        self.ask(terminal, '_ + 1', '43')
        terminal.send('None\r')
        terminal.wait_for(r'None\n>>> $')
        self.ask(terminal, '_', '43')
        self.ask(terminal, '"ä" * 2', "'ää'")

    def test_block(self):
        terminal = self.start()
        terminal.send('for i in range(2):\r')
        terminal.wait_for(r'\.\.\. $')
        terminal.send('    print(i)\r')
        terminal.wait_for(r'\.\.\. $')
        terminal.send('\r')
        terminal.wait_for(r'\n0\n1\n>>> $')

    def test_open_bracket_and_string(self):
        terminal = self.start()
        terminal.send('[1,\r')
        terminal.wait_for(r'\.\.\. $')
        self.ask(terminal, '2]', r'\[1, 2\]')
        terminal.send('"""a\r')
        terminal.wait_for(r'\.\.\. $')
        self.ask(terminal, 'b"""', r"'a\\nb'")

    def test_error(self):
        terminal = self.start()
        self.ask(terminal, '1/0', r'Traceback \(most recent call last\):\n  File "<python-input-0>", line 1, in <module>\n    1/0\n    ~\^~\n'
                                  r'ZeroDivisionError: division by zero')
        self.ask(terminal, 'x = = 1', r'  File "<python-input-1>", line 1\n    x = = 1\n        \^\nSyntaxError: invalid syntax')
        self.ask(terminal, '1 + 1', '2')

    def test_function_of_an_earlier_entry_in_a_traceback(self):
        terminal = self.start()
        terminal.send('def f(): return undefined_name\r')
        terminal.wait_for(r'\.\.\. $')
        terminal.send('\r')
        terminal.wait_for(r'>>> $')
        self.ask(terminal, 'f()', r'Traceback.*\n  File "<python-input-1>", line 1, in <module>\n    f\(\)\n    ~\^\^\n'
                                  r'  File "<python-input-0>", line 1, in f\n    def f\(\): return undefined_name\n.*\nNameError: .*')

    def test_exit(self):
        for text, status in [('exit()', 0), ('raise SystemExit(3)', 3), ('quit(4)', 4)]:
            with self.subTest(text):
                terminal = self.start()
                terminal.send(text + '\r')
                self.assertEqual(terminal.wait_for_end(), status)

    def test_prompts(self):
        terminal = self.start()
        terminal.send('import sys; sys.ps1 = "\\x1b[31m$\\x1b[0m "; sys.ps2 = "> "\r')
        terminal.wait_for(r'\n\$ $')
        terminal.send('(\r')
        terminal.wait_for(r'\n> $')
        terminal.send('5)\r')
        terminal.wait_for(r'\n5\n\$ $')

    def test_input(self):
        terminal = self.start()
        terminal.send('name = input("who? ")\r')
        terminal.wait_for(r'who\? $')
        terminal.send('me\r')
        terminal.wait_for(r'>>> $')
        self.ask(terminal, 'name', "'me'")

    def test_startup_file(self):
        with open(os.path.join(self.root, 'startup.py'), 'w') as file:
            file.write('favourite = 7\nprint("started", __file__)\n')
        terminal = self.start(PYTHONSTARTUP='startup.py', ready='started startup.py\n>>> ')
        self.ask(terminal, 'favourite', '7')
        self.ask(terminal, '"__file__" in globals()', 'False')

    def test_inspect(self):
        with open(os.path.join(self.root, 'script.py'), 'w') as file:
            file.write('x = 5\nprint("ran")\n')
        terminal = self.start('-i', 'script.py', ready='ran\n>>> ')
        self.ask(terminal, 'x', '5')

    def test_simple_terminal(self):
        terminal = self.start(TERM='dumb')
        self.ask(terminal, '6 * 7', '42')
        terminal.send(CTRL_D)
        self.assertEqual(terminal.wait_for_end(), 0)


class Interrupts(Case):
    def test_at_the_prompt(self):
        terminal = self.start()
        terminal.send('half a li')
        terminal.wait_for('half a li')
        terminal.send(CTRL_C)
        terminal.wait_for(r'\nKeyboardInterrupt\n>>> $')
        self.ask(terminal, '1 + 1', '2')

    def test_in_a_block(self):
        terminal = self.start()
        terminal.send('if True:\r')
        terminal.wait_for(r'\.\.\. $')
        terminal.send(CTRL_C)
        terminal.wait_for(r'\nKeyboardInterrupt\n>>> $')
        self.ask(terminal, '1 + 1', '2')

    def test_as_soon_as_the_prompt_shows(self):
        terminal = self.start()
        for _ in range(100):
            terminal.send(CTRL_C)
            terminal.wait_for(r'\nKeyboardInterrupt\n>>> $')
        terminal.send(CTRL_D)
        self.assertEqual(terminal.wait_for_end(), 0)

    def test_in_a_running_statement(self):
        terminal = self.start()
        terminal.send('while True: pass\r')
        terminal.wait_for(r'\.\.\. $')
        terminal.send('\r')
        time.sleep(0.3)
        terminal.send(CTRL_C)
        terminal.wait_for(r'\nKeyboardInterrupt\n>>> $')
        self.ask(terminal, '1 + 1', '2')

    def test_of_a_script(self):
        with open(os.path.join(self.root, 'script.py'), 'w') as file:
            file.write('print("ready")\nwhile True: pass\n')
        terminal = self.start('script.py', ready='')
        terminal.wait_for('ready\n')
        terminal.send(CTRL_C)
        self.assertEqual(terminal.wait_for_end(), -signal.SIGINT)
        self.assertRegex(terminal.plain(), r'Traceback \(most recent call last\):\n(.*\n)+KeyboardInterrupt\n')


class Editing(Case):
    """What libedit gives."""

    def setUp(self):
        super().setUp()
        if WITHOUT_LIBEDIT:
            self.skipTest('built without libedit')

    def test_line(self):
        terminal = self.start()
        self.ask(terminal, '2 + 3' + CTRL_A + '10 + ', '15')
        self.ask(terminal, '12' + LEFT + '3', '132')

    def test_history(self):
        terminal = self.start()
        self.ask(terminal, '11 + 1', '12')
        self.ask(terminal, '22 + 2', '24')
        self.ask(terminal, UP + UP, '12')

    def test_history_of_the_last_session(self):
        terminal = self.start()
        self.ask(terminal, '11 + 1', '12')
        terminal.send(CTRL_D)
        terminal.wait_for_end()
        path = os.path.join(self.root, '.minipy_history')
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        terminal = self.start()
        self.ask(terminal, UP, '12')
        terminal = self.start(MINIPY_HISTORY=os.path.join(self.root, 'other'))
        self.ask(terminal, '5', '5')
        terminal.send(CTRL_D)
        terminal.wait_for_end()
        self.assertTrue(os.path.exists(os.path.join(self.root, 'other')))

    def test_block_comes_back_whole(self):
        terminal = self.start()
        for line in ['def f():', '    return 40 + 2', '']:
            terminal.send(line + '\r')
            terminal.wait_for(r'(\.\.\.|>>>) $')
        terminal.send(UP)
        terminal.wait_for(r'def f\(\):\n    return 40 \+ 2')
        # Enter at its end runs it; the line above is reached with Up.
        terminal.send(UP + CTRL_A)
        time.sleep(0.2)
        terminal.send(DOWN + '\x05' + '0\r')
        terminal.wait_for(r'>>> $')
        self.ask(terminal, 'f()', '60')

    def test_block_is_taken_back_for_editing(self):
        terminal = self.start()
        terminal.send('for i in range(3):\r')
        terminal.wait_for(r'\.\.\. $')
        terminal.send('    print(i * 10)')
        time.sleep(0.2)
        terminal.send(UP)
        terminal.wait_for(r'>>> for i in range\(3\):\n    print\(i \* 10\)')
        terminal.send(LEFT * 3 + '5\x05\r')
        terminal.wait_for(r'0\n510\n1020\n>>> $')

    def test_line_break_with_alt_enter(self):
        terminal = self.start()
        terminal.send('if True:')
        terminal.send('\x1b\r')
        terminal.send('print("in")\r')
        terminal.wait_for(r'\nin\n>>> $')

    def test_completion_of_names(self):
        terminal = self.start()
        terminal.send('remarkable_value = 5\r')
        terminal.wait_for(r'>>> $')
        self.ask(terminal, 'remarka' + TAB, '5')
        self.ask(terminal, 'isinst' + TAB + '5, int)', 'True')
        terminal.send('Zero' + TAB)
        terminal.wait_for(r'ZeroDivisionError\($')

    def test_completion_of_attributes(self):
        terminal = self.start()
        terminal.send('text = "abc"\r')
        terminal.wait_for(r'>>> $')
        self.ask(terminal, 'text.upp' + TAB + ')', "'ABC'")
        terminal.send('text.is' + TAB)
        match = terminal.wait_for(r'isalnum\((.|\n)*isdigit\((.|\n)*>>> text\.is$')
        self.assertNotIn('__', match.group())
        terminal.send(CTRL_U)
        terminal.send('class C:\r')
        terminal.wait_for(r'\.\.\. $')
        terminal.send('  field = 1\r')
        terminal.wait_for(r'\.\.\. $')
        terminal.send('\r')
        terminal.wait_for(r'>>> $')
        self.ask(terminal, 'C.fie' + TAB, '1')

    def test_completion_does_not_run_calls(self):
        terminal = self.start()
        terminal.send('print("ran").' + TAB)
        time.sleep(0.5)
        terminal._read(0.1)
        self.assertNotIn('\nran', terminal.plain())

    def test_tab_indents(self):
        terminal = self.start()
        terminal.send('if True:\r')
        terminal.wait_for(r'\.\.\. $')
        terminal.send(TAB + 'print("in")\r')
        terminal.wait_for(r'\.\.\. $')
        terminal.send('\r')
        terminal.wait_for(r'\nin\n>>> $')

    def test_search(self):
        terminal = self.start()
        self.ask(terminal, '"needle" * 1', "'needle'")
        self.ask(terminal, '2', '2')
        self.ask(terminal, CTRL_R + 'needle', r"'needle'")

    def test_wide_text(self):
        terminal = self.start()
        self.ask(terminal, 'ord("ß")' + CTRL_A + '1 + ', '224')


class Colours(Case):
    def error(self, **environment):
        terminal = self.start('-c', 'def f(): return 1/0\nf()', ready='', **environment)
        self.assertEqual(terminal.wait_for_end(), 1)
        return terminal.text.replace('\r', '')

    def test_on_a_terminal(self):
        text = self.error(NO_COLOR=None)
        self.assertEqual(text, 'Traceback (most recent call last):\n'
                               '  File \x1b[35m"<string>"\x1b[0m, line \x1b[35m2\x1b[0m, in \x1b[35m<module>\x1b[0m\n'
                               '    \x1b[31mf\x1b[0m\x1b[1;31m()\x1b[0m\n    \x1b[31m~\x1b[0m\x1b[1;31m^^\x1b[0m\n'
                               '  File \x1b[35m"<string>"\x1b[0m, line \x1b[35m1\x1b[0m, in \x1b[35mf\x1b[0m\n'
                               '    def f(): return \x1b[31m1\x1b[0m\x1b[1;31m/\x1b[0m\x1b[31m0\x1b[0m\n'
                               '                    \x1b[31m~\x1b[0m\x1b[1;31m^\x1b[0m\x1b[31m~\x1b[0m\n'
                               '\x1b[1;35mZeroDivisionError\x1b[0m: \x1b[35mdivision by zero\x1b[0m\n')

    def test_not_wanted(self):
        for environment in [{'NO_COLOR': '1'}, {'NO_COLOR': None, 'TERM': 'dumb'}, {'NO_COLOR': None, 'PYTHON_COLORS': '0'}]:
            with self.subTest(environment):
                self.assertNotIn('\x1b', self.error(**environment))

    def test_syntax_error(self):
        terminal = self.start('-c', 'foo bar', ready='', NO_COLOR=None)
        self.assertEqual(terminal.wait_for_end(), 1)
        self.assertEqual(terminal.text.replace('\r', ''),
                         '  File \x1b[35m"<string>"\x1b[0m, line \x1b[35m1\x1b[0m\n    foo \x1b[1;31mbar\x1b[0m\n        \x1b[1;31m^^^\x1b[0m\n'
                         '\x1b[1;35mSyntaxError\x1b[0m: \x1b[35minvalid syntax\x1b[0m\n')


WITHOUT_LIBEDIT = False


def main():
    global MINIPY, WITHOUT_LIBEDIT
    arguments = sys.argv[1:]
    if '--without-libedit' in arguments:
        arguments.remove('--without-libedit')
        WITHOUT_LIBEDIT = True
    if '--minipy' in arguments:
        at = arguments.index('--minipy')
        MINIPY = os.path.abspath(arguments[at + 1])
        del arguments[at:at + 2]
    unittest.main(argv=[sys.argv[0], *arguments])


if __name__ == '__main__':
    main()
