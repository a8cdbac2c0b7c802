#!/usr/bin/env python3
"""The command line: options, what they run, exit statuses, signals. tests/cli/command_line.py --minipy PATH [unittest arguments]

Expectations that name no difference are CPython 3.13's: `--minipy $(which python3.13) --oracle` holds it to them.
"""
import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest

MINIPY = 'build/release/minipy'
ORACLE = False


def only_minipy(test):
    """The test is about what CPython does not have, or words otherwise."""
    def run(self):
        if ORACLE:
            self.skipTest('a difference on purpose')
        test(self)
    run.__name__, run.__doc__ = test.__name__, test.__doc__
    return run


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix='minipy-cli-')
        self.addCleanup(self.folder.cleanup)
        self.root = os.path.realpath(self.folder.name)

    def write(self, name, text):
        path = os.path.join(self.root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w') as file:
            file.write(textwrap.dedent(text))
        return path

    def environment(self, given):
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith(('PYTHON', 'MINIPY')) and name not in ('NO_COLOR', 'FORCE_COLOR')}
        environment.update(given)
        return environment

    def run_it(self, *arguments, stdin='', env={}):
        done = subprocess.run([MINIPY, *arguments], input=stdin.encode(), capture_output=True, cwd=self.root, timeout=60, env=self.environment(env))
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def check(self, arguments, stdout='', status=0, stderr='', **more):
        got_status, got_stdout, got_stderr = self.run_it(*arguments, **more)
        # CPython says its whole path where minipy says its own.
        got_stderr = got_stderr.replace(os.path.abspath(MINIPY) + ': ', 'minipy: ')
        self.assertEqual((got_status, got_stdout, got_stderr), (status, textwrap.dedent(stdout), textwrap.dedent(stderr)))


class WhatRuns(Case):
    def test_command(self):
        self.check(['-c', 'import sys; print(sys.argv, repr(sys.path[0]), __name__)', 'a', '-V'], "['-c', 'a', '-V'] '' __main__\n")
        self.check(['-cprint(1)'], '1\n')

    def test_command_traceback_shows_the_source(self):
        self.check(['-c', 'def f():\n  1/0\nf()'], status=1, stderr='''\
            Traceback (most recent call last):
              File "<string>", line 3, in <module>
                f()
                ~^^
              File "<string>", line 2, in f
                1/0
                ~^~
            ZeroDivisionError: division by zero
            ''')

    def test_script(self):
        path = self.write('folder/script.py', '''\
            import sys
            import beside
            print(sys.argv, sys.path[0], __file__, __name__, __spec__, __package__)
            ''')
        self.write('folder/beside.py', 'print("beside")\n')
        self.check(['folder/script.py', '-c', 'x'], f"beside\n['folder/script.py', '-c', 'x'] {self.root}/folder {path} __main__ None None\n")

    def test_script_through_a_link_imports_from_its_own_folder(self):
        self.write('real/script.py', 'import sys; print(sys.path[0])\n')
        os.symlink('real/script.py', os.path.join(self.root, 'link.py'))
        self.check(['link.py'], f'{self.root}/real\n')

    def test_folder(self):
        self.write('app/__main__.py', 'import sys, helper; print(sys.argv, sys.path[0], __name__, __file__)\n')
        self.write('app/helper.py', 'print("helper")\n')
        self.check(['app', 'x'], f"helper\n['app', 'x'] {self.root}/app __main__ {self.root}/app/__main__.py\n")

    def test_folder_without_main(self):
        os.mkdir(os.path.join(self.root, 'empty'))
        self.check(['empty'], status=1, stderr=f"minipy: can't find '__main__' module in '{self.root}/empty'\n")

    def test_missing_file(self):
        self.check(['nope.py'], status=2, stderr=f"minipy: can't open file '{self.root}/nope.py': [Errno 2] No such file or directory\n")

    def test_module(self):
        path = self.write('mod.py', 'import sys; print(sys.argv, sys.path[0], __name__, __file__, __spec__.name, repr(__package__))\n')
        self.check(['-m', 'mod', 'a', '-m'], f"['{path}', 'a', '-m'] {self.root} __main__ {path} mod ''\n")
        self.check(['-mmod'], f"['{path}'] {self.root} __main__ {path} mod ''\n")

    def test_package(self):
        self.write('pkg/__init__.py', 'print("init")\n')
        path = self.write('pkg/__main__.py', 'from . import part; print(__name__, __file__, __spec__.name, __package__)\n')
        self.write('pkg/part.py', 'print("part", __name__)\n')
        self.check(['-m', 'pkg'], f'init\npart pkg.part\n__main__ {path} pkg.__main__ pkg\n')
        self.check(['-m', 'pkg.part'], 'init\npart __main__\n')

    def test_modules_that_are_not_there(self):
        self.write('pkg/__init__.py', '')
        self.write('mod.py', '')
        for name, text in [('nope', 'No module named nope'),
                           ('pkg', "No module named pkg.__main__; 'pkg' is a package and cannot be directly executed"),
                           ('pkg.nope', 'No module named pkg.nope'),
                           ('sys', 'No code object available for sys'),
                           ('pkg.x.y', "Error while finding module specification for 'pkg.x.y' (ModuleNotFoundError: No module named 'pkg.x')"),
                           ('mod.b', "Error while finding module specification for 'mod.b' (ModuleNotFoundError: __path__ attribute not found on 'mod' while "
                                     "trying to find 'mod.b')")]:
            with self.subTest(name):
                self.check(['-m', name], status=1, stderr=f'minipy: {text}\n')

    def test_standard_input(self):
        self.check([], "[''] '' <stdin>\n", stdin='import sys; print(sys.argv, repr(sys.path[0]), __file__)\n')
        self.check(['-', 'a'], "['-', 'a']\n", stdin='import sys; print(sys.argv)\n')
        self.check(['-'], status=1, stdin='x = (\n', stderr='''\
              File "<stdin>", line 1
                x = (
                    ^
            SyntaxError: '(' was never closed
            ''')

    def test_empty_standard_input(self):
        self.check([], '')

    def test_main_is_importable(self):
        self.check(['-c', 'x = 5\nimport __main__; print(__main__.x)'], '5\n')

    def test_arguments_that_are_no_utf8(self):
        status, stdout, stderr = subprocess.run([MINIPY.encode(), b'-c', b'import sys; print(ascii(sys.argv[1]))', b'\xff'], capture_output=True), None, None
        self.assertEqual(status.stdout, b"'\\udcff'\n")


class Options(Case):
    def test_wrong_ones(self):
        usage = 'usage: minipy [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `minipy -h\' for more information.\n'
        if ORACLE:
            usage = f'usage: {MINIPY} [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `python -h\' for more information.\n'
        self.check(['-Z'], status=2, stderr='Unknown option: -Z\n' + usage)
        self.check(['-c'], status=2, stderr='Argument expected for the -c option\n' + usage)
        self.check(['-m'], status=2, stderr='Argument expected for the -m option\n' + usage)
        self.check(['--foo'], status=2, stderr='unknown option --foo\n' + usage)

    @only_minipy
    def test_wrong_limits(self):
        for option, value, example in [('--max-memory', '12Q', '64M'), ('--max-memory', '0', '64M'), ('--timeout', 'soon', '2s'), ('--timeout', '-1', '2s'),
                                       ('--max-steps', '1.2.3', '10M'), ('--max-steps', '', '10M'), ('--max-steps', '99999999999999999999', '10M')]:
            with self.subTest(option=option, value=value):
                status, stdout, stderr = self.run_it(option, value, '-c', 'print(1)')
                self.assertEqual((status, stdout, stderr.splitlines()[0]), (2, '', f"{option}: expected a value such as {example}, not '{value}'"))

    @only_minipy
    def test_version_and_help(self):
        self.assertRegex(self.run_it('-V')[1], r'\Aminipy \d+\.\d+\.\d+\n\Z')
        self.assertEqual(self.run_it('-V'), self.run_it('--version'))
        self.assertIn('(Python 3.13)', self.run_it('-VV')[1])
        status, text, errors = self.run_it('-h')
        self.assertEqual((status, errors), (0, ''))
        self.assertEqual(self.run_it('--help')[1], text)
        for option in '-c -m -i -q -u -O -W -X -E -P -I --max-steps --max-memory --timeout --dis -V MINIPYPATH NO_COLOR'.split():
            self.assertIn(option, text)

    def test_letters_together(self):
        self.check(['-Bsc', 'import sys; print(sys.argv, sys.flags.no_user_site)'], "['-c'] 1\n")
        self.check(['-B', '--', '-x.py'], status=2, stderr=f"minipy: can't open file '{self.root}/-x.py': [Errno 2] No such file or directory\n")

    def test_flags(self):
        code = ('import sys; f = sys.flags; '
                'print(f.inspect, f.interactive, f.optimize, f.isolated, f.ignore_environment, f.no_user_site, f.no_site, f.quiet, f.safe_path, f.dev_mode)')
        self.check(['-c', code], '0 0 0 0 0 0 0 0 False False\n')
        self.check(['-I', '-c', code], '0 0 0 1 1 1 0 0 True False\n')
        self.check(['-E', '-s', '-P', '-q', '-OO', '-X', 'dev', '-c', code], '0 0 2 0 1 1 0 1 True True\n')

    def test_optimised(self):
        code = '''
            def f():
                "doc"
            assert f.__doc__, 'no doc'
            print(__debug__, f.__doc__)
            '''
        path = self.write('a.py', code)
        self.check([path], 'True doc\n')
        self.check(['-O', path], 'False doc\n')
        self.check(['-OO', path], 'False None\n')
        self.check([path], 'False doc\n', env={'PYTHONOPTIMIZE': '1'})
        self.check(['-E', path], 'True doc\n', env={'PYTHONOPTIMIZE': '1'})

    def test_x_options(self):
        self.check(['-X', 'a', '-Xb=c=d', '-c', 'import sys; print(sys._xoptions)'], "{'a': True, 'b': 'c=d'}\n")
        self.check(['-X', 'int_max_str_digits=640', '-c', 'import sys; print(sys.get_int_max_str_digits(), sys.flags.int_max_str_digits)'], '640 640\n')
        self.assertEqual(self.run_it('-X', 'int_max_str_digits=5', '-c', 'print(1)')[0], 1)

    def test_warnings(self):
        self.check(['-W', 'error', '-c', 'import warnings, sys; print(sys.warnoptions); warnings.warn("x")'], "['error']\n", status=1, stderr='''\
            Traceback (most recent call last):
              File "<string>", line 1, in <module>
                import warnings, sys; print(sys.warnoptions); warnings.warn("x")
                                                              ~~~~~~~~~~~~~^^^^^
            UserWarning: x
            ''')
        self.check(['-Wignore::UserWarning', '-c', 'import warnings; warnings.warn("x")'])
        self.check(['-c', 'import sys, warnings; warnings.warn("x"); print(sys.warnoptions)'], "['ignore', 'default']\n", env={'PYTHONWARNINGS': 'ignore,default'},
                   stderr='<string>:1: UserWarning: x\n  import sys, warnings; warnings.warn("x"); print(sys.warnoptions)\n')

    def test_skip_first_line(self):
        path = self.write('a.py', 'this is no Python\nimport sys\nprint(sys._getframe().f_lineno)\n')
        self.check(['-x', path], '3\n')

    def test_unbuffered(self):
        # What is written first comes first, through whatever door.
        code = 'import sys, os; sys.stdout.write("text "); os.write(1, b"bytes ")'
        self.check(['-c', code], 'bytes text ')
        self.check(['-u', '-c', code], 'text bytes ')
        self.check(['-c', code], 'text bytes ', env={'PYTHONUNBUFFERED': 'x'})
        self.check(['-E', '-c', code], 'bytes text ', env={'PYTHONUNBUFFERED': 'x'})

    def test_search_path(self):
        self.write('lib/thing.py', 'print("thing")\n')
        lib = os.path.join(self.root, 'lib')
        self.check(['-c', 'import thing'], 'thing\n', env={'PYTHONPATH': lib})
        self.check(['-c', 'import sys; print(sys.path[1])'], lib + '\n', env={'PYTHONPATH': 'lib'})
        status, _, stderr = self.run_it('-I', '-c', 'import thing', env={'PYTHONPATH': lib})
        self.assertEqual((status, stderr.splitlines()[-1]), (1, "ModuleNotFoundError: No module named 'thing'"))

    @only_minipy
    def test_own_search_path_comes_first(self):
        self.write('a/thing.py', 'print("a")\n')
        self.write('b/thing.py', 'print("b")\n')
        self.check(['-c', 'import thing'], 'a\n', env={'MINIPYPATH': 'a', 'PYTHONPATH': 'b'})

    @only_minipy
    def test_bytecode(self):
        status, text, _ = self.run_it('--dis', '-c', 'print(1)')
        self.assertEqual(status, 0)
        self.assertIn('CALL', text)
        self.assertEqual(self.run_it('--dis', '-c', 'x = (')[0], 1)
        self.assertEqual(self.run_it('--dis', 'nope.py')[0], 2)

    def test_executable(self):
        self.check(['-c', 'import sys; print(sys.executable, sys.orig_argv[1:])'], f"{os.path.abspath(MINIPY)} ['-c', 'import sys; print(sys.executable, sys.orig_argv[1:])']\n")


class ExitStatus(Case):
    def test_of_exceptions(self):
        self.assertEqual(self.run_it('-c', 'raise ValueError')[0], 1)

    def test_of_system_exit(self):
        for code, status, stderr in [('sys.exit()', 0, ''), ('sys.exit(None)', 0, ''), ('sys.exit(3)', 3, ''), ('sys.exit(True)', 1, ''), ('sys.exit(256)', 0, ''),
                                     ('sys.exit(-1)', 255, ''), *([] if ORACLE else [('sys.exit(2**70)', 255, '')]), ('sys.exit("gone")', 1, 'gone\n'), ('sys.exit([1, 2])', 1, '[1, 2]\n'),
                                     ('raise SystemExit(4)', 4, ''), ('raise SystemExit(1, 2)', 1, '(1, 2)\n'), ('exit(5)', 5, ''), ('quit()', 0, '')]:
            with self.subTest(code):
                self.check(['-c', 'import sys; print("out"); ' + code], 'out\n', status=status, stderr=stderr)

    def test_excepthook(self):
        self.check(['-c', 'import sys\ndef hook(t, v, tb): print("hook", t.__name__, v)\nsys.excepthook = hook\n1/0'], 'hook ZeroDivisionError division by zero\n', status=1)
        self.check(['-c', 'import sys\ndef hook(t, v, tb): sys.exit(7)\nsys.excepthook = hook\n1/0'], status=7)
        self.check(['-c', 'import sys\ndel sys.excepthook\n1/0'], status=1, stderr='''\
            sys.excepthook is missing
            Traceback (most recent call last):
              File "<string>", line 3, in <module>
                1/0
                ~^~
            ZeroDivisionError: division by zero
            ''')

    def test_tracebacks_go_to_the_replaced_stderr(self):
        code = 'import sys, io\nsys.stderr = io.StringIO()\nimport atexit\natexit.register(lambda: print(sys.stderr.getvalue().splitlines()[-1]))\n1/0'
        self.check(['-c', code], 'ZeroDivisionError: division by zero\n', status=1)

    def test_atexit(self):
        code = 'import atexit\natexit.register(print, "last")\natexit.register(print, "first", end="!\\n")\nprint("main")\nraise SystemExit(3)'
        self.check(['-c', code], 'main\nfirst!\nlast\n', status=3)

    def test_last_exception_is_kept(self):
        code = 'import atexit, sys\natexit.register(lambda: print(sys.last_type, sys.last_value, sys.last_exc is sys.last_value))\n1/0'
        status, stdout, _ = self.run_it('-c', code)
        self.assertEqual((status, stdout), (1, "<class 'ZeroDivisionError'> division by zero True\n"))

    def test_full_disk(self):
        if not os.path.exists('/dev/full'):
            self.skipTest('no /dev/full')
        with open('/dev/full', 'w') as full:
            done = subprocess.run([MINIPY, '-c', 'print(1)'], stdout=full, stderr=subprocess.PIPE)
        self.assertIn(done.returncode, (1, 120))
        self.assertIn(b'OSError: [Errno 28] No space left on device', done.stderr)

    def test_closed_pipe(self):
        script = 'for i in range(100000): print(i)'
        with subprocess.Popen([MINIPY, '-c', script], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.readline()
            process.stdout.close()
            self.assertIn(b'BrokenPipeError: [Errno 32] Broken pipe', process.stderr.read())
        self.assertIn(process.returncode, (1, 120))


class Limits(Case):
    @only_minipy
    def test_memory(self):
        status, _, stderr = self.run_it('--max-memory', '64M', '-c', 'x = []\nwhile True: x.append("x" * 100000 + str(len(x)))')
        self.assertEqual((status, stderr.splitlines()[-1]), (1, 'MemoryError'))
        self.check(['--max-memory=64M', '-c', 'print(1)'], '1\n')


    @only_minipy
    def test_steps(self):
        for code in ['while True: pass', 'while True:\n  try:\n    while True: x = 1\n  except BaseException: pass', 'def f(n):\n  for i in range(10**9): g(i)\ndef g(i): pass\nf(1)',
                     'sum(range(10**12))', 'import atexit; atexit.register(print, "never" * 0)\nwhile True: pass']:
            with self.subTest(code):
                status, stdout, stderr = self.run_it('--max-steps', '1M', '-c', code)
                self.assertEqual((status, stdout.strip(), stderr.splitlines()[-1]), (124, '', "BudgetStop: the script's steps are used up"))
        self.check(['--max-steps', '1M', '-c', 'print(sum(range(1000)))'], '499500\n')

    @only_minipy
    def test_time(self):
        started = time.monotonic()
        for code in ['while True: pass', 'import time; time.sleep(100)', 'import sys; sys.stdin.read()']:
            with self.subTest(code):
                process = subprocess.Popen([MINIPY, '--timeout', '500ms', '-c', code], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
                with process:
                    self.assertEqual(process.wait(timeout=30), 124)
                    self.assertTrue(process.stderr.read().endswith(b"BudgetStop: the script's time is used up\n"))
        self.assertLess(time.monotonic() - started, 60)


class Interrupts(Case):
    def interrupted(self, code):
        with subprocess.Popen([MINIPY, '-u', '-c', code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.root,
                              env=self.environment({})) as process:
            self.addCleanup(process.kill)
            self.assertEqual(process.stdout.readline(), b'ready\n')
            time.sleep(0.2)
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                self.fail('Ctrl-C does not end it')
            return process.returncode, process.stdout.read().decode(), process.stderr.read().decode()

    def test_in_a_loop(self):
        status, stdout, stderr = self.interrupted('print("ready")\nwhile True: pass')
        self.assertEqual((status, stdout), (-signal.SIGINT, ''))
        self.assertRegex(stderr, r'\ATraceback \(most recent call last\):\n  File "<string>", line 2, in <module>\n(.*\n)*KeyboardInterrupt\n\Z')

    def test_caught(self):
        status, stdout, _ = self.interrupted('print("ready")\ntry:\n  while True: x = 1\nexcept KeyboardInterrupt: print("caught")\nprint("goes on")')
        self.assertEqual((status, stdout), (0, 'caught\ngoes on\n'))

    def test_finally_runs(self):
        status, stdout, _ = self.interrupted('print("ready")\ntry:\n  while True: x = 1\nfinally: print("finally")')
        self.assertEqual((status, stdout), (-signal.SIGINT, 'finally\n'))

    def test_in_sleep(self):
        self.assertEqual(self.interrupted('import time\nprint("ready")\ntime.sleep(100)')[0], -signal.SIGINT)

    def test_while_waiting_for_input(self):
        self.assertEqual(self.interrupted('import sys\nprint("ready")\nsys.stdin.readline()')[0], -signal.SIGINT)
        self.assertEqual(self.interrupted('import os\nprint("ready")\nos.read(0, 10)')[0], -signal.SIGINT)
        self.assertEqual(self.interrupted('print("ready")\ninput()')[0], -signal.SIGINT)

    def test_in_a_long_built_in_function(self):
        if not ORACLE: # which goes on to the end
            self.assertEqual(self.interrupted('print("ready")\nsum(range(10**13))')[0], -signal.SIGINT)
        self.assertEqual(self.interrupted('import itertools\nprint("ready")\nfor _ in itertools.repeat(None): pass')[0], -signal.SIGINT)

    def test_exit_status_of_own_choice(self):
        status, _, _ = self.interrupted('import sys\nprint("ready")\ntry:\n  while True: x = 1\nexcept KeyboardInterrupt: sys.exit(130)')
        self.assertEqual(status, 130)


class Inspecting(Case):
    """-i without a terminal: prompts on standard error, as CPython has it."""

    def test_after_a_command(self):
        self.check(['-i', '-c', 'x = 5'], '6\n', stdin='x + 1\n', stderr='>>> >>> \n')

    def test_after_an_exception(self):
        self.check(['-i', '-c', 'x = 5; 1/0'], "5 ZeroDivisionError('division by zero')\n", stdin='import sys; print(x, repr(sys.last_value))\n', stderr='''\
            Traceback (most recent call last):
              File "<string>", line 1, in <module>
                x = 5; 1/0
                       ~^~
            ZeroDivisionError: division by zero
            >>> >>> 
            ''')

    def test_system_exit_does_not_end_it(self):
        status, stdout, stderr = self.run_it('-i', '-c', 'import sys; x = 1; sys.exit(9)', stdin='print(x)\n')
        self.assertEqual((status, stdout), (0, '1\n'))
        self.assertIn('SystemExit: 9\n>>> ', stderr)

    def test_variable_needs_a_terminal(self):
        self.check(['-c', 'x = 5'], stdin='x\n', env={'PYTHONINSPECT': '1'})

    def test_statements_over_several_lines(self):
        self.check(['-iq'], '1\n2\n', status=3, stdin='x = 1\nx\nif x:\n  print(2)\n\ndef f(\n): pass\n\nraise SystemExit(3)\n',
                   stderr='>>> >>> >>> ... ... >>> ... ... >>> ')

    def test_errors(self):
        self.check(['-iq'], stdin='foo bar\n1/0\n', stderr='''\
            >>>   File "<stdin>", line 1
                foo bar
                    ^^^
            SyntaxError: invalid syntax
            >>> Traceback (most recent call last):
              File "<stdin>", line 1, in <module>
                1/0
                ~^~
            ZeroDivisionError: division by zero
            >>> 
            ''')

    def test_prompts_and_display(self):
        self.check(['-iq'], '[5]\n5\n', stdin='import sys; sys.ps1 = "$ "; sys.displayhook = lambda v: print([v])\n5\nsys.displayhook = sys.__displayhook__\n5\n',
                   stderr='>>> $ $ $ $ \n')

    def test_last_value(self):
        self.check(['-iq'], '42\n43\n', stdin='6 * 7\nNone\n_ + 1\n', stderr='>>> >>> >>> >>> \n')


def main():
    global MINIPY, ORACLE
    arguments = sys.argv[1:]
    if '--oracle' in arguments:
        arguments.remove('--oracle')
        ORACLE = True
    if '--minipy' in arguments:
        at = arguments.index('--minipy')
        MINIPY = os.path.abspath(arguments[at + 1])
        del arguments[at:at + 2]
    unittest.main(argv=[sys.argv[0], *arguments])


if __name__ == '__main__':
    main()
