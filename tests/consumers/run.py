#!/usr/bin/env python3
"""Installs a built minipy into a temporary folder and builds a program against it in each way there is.

tests/consumers/run.py --build BUILD_FOLDER [--cmake CMAKE] [--compiler CXX] [WAY ...]
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
EXPECTED = re.compile(r'minipy \d+\.\d+\.\d+ 45\n')


class Failure(Exception):
    pass


def call(command, **more):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, **more)
    except subprocess.TimeoutExpired:
        raise Failure(f'{" ".join(command)}\ndoes not end') from None
    if done.returncode != 0:
        raise Failure(f'{" ".join(command)}\nends with {done.returncode}\n{done.stdout}{done.stderr}')
    return done.stdout


class Consumers:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.prefix = os.path.join(folder, 'prefix')
        call([options.cmake, '--install', options.build, '--prefix', self.prefix])
        libraries = [found for found, _, files in os.walk(self.prefix) if 'minipy.pc' in files]
        if len(libraries) != 1:
            raise Failure('no minipy.pc, or more than one')
        self.library_folder = os.path.dirname(libraries[0])
        self.packages = {**os.environ, 'PKG_CONFIG_PATH': libraries[0]}

    def folder_of(self, name):
        path = os.path.join(self.folder, name)
        os.makedirs(path, exist_ok=True)
        return path

    def check_program(self, *command):
        text = call(command, env={**os.environ, 'LD_LIBRARY_PATH': self.library_folder})
        if not EXPECTED.fullmatch(text):
            raise Failure(f'{" ".join(command)} prints {text!r}')

    def cmake_project(self, name, build_folder, *arguments, build=True):
        command = [self.options.cmake, '-S', os.path.join(HERE, name), '-B', build_folder, '-D', f'CMAKE_CXX_COMPILER={self.options.compiler}', *arguments]
        if shutil.which('ninja'):
            command += ['-G', 'Ninja']
        call(command)
        if build:
            call([self.options.cmake, '--build', build_folder])
            self.check_program(os.path.join(build_folder, 'program'))

    def installed(self, kind):
        folder = self.folder_of('find_package_' + kind)
        self.cmake_project('find_package', folder, '-D', f'CMAKE_PREFIX_PATH={self.prefix}', '-D', f'KIND={kind}')
        needs_shared = 'libminipy.so' in call(['readelf', '-d', os.path.join(folder, 'program')])
        if needs_shared != (kind == 'shared'):
            raise Failure(f'the {kind} consumer is not linked to the {kind} library')

    def find_package_static(self):
        self.installed('static')

    def find_package_shared(self):
        self.installed('shared')

    def pkg_config(self, *more):
        folder = self.folder_of('pkg_config' + ''.join(more))
        flags = call(['pkg-config', *more, '--cflags', '--libs', 'minipy'], env=self.packages).split()
        if more:
            flags = [os.path.join(self.library_folder, 'libminipy.a') if flag == '-lminipy' else flag for flag in flags]
        program = os.path.join(folder, 'program')
        call([self.options.compiler, '-std=c++20', os.path.join(HERE, 'program.cpp'), '-o', program, *flags])
        self.check_program(program)

    def pkg_config_static(self):
        self.pkg_config('--static')

    def c(self):
        """The C interface from C11."""
        program = os.path.join(self.folder_of('c'), 'program')
        flags = call(['pkg-config', '--cflags', '--libs', 'minipy'], env=self.packages).split()
        call([self.options.c_compiler, '-std=c11', '-pedantic', '-Wall', '-Wextra', '-Werror', os.path.join(HERE, 'c', 'program.c'), '-o', program, *flags])
        self.check_program(program)

    def ctypes(self):
        """The C interface through CPython's ctypes."""
        self.check_program(sys.executable, os.path.join(HERE, 'ctypes', 'program.py'), os.path.join(self.library_folder, 'libminipy.so'))

    def readme(self):
        """The README's programs, word by word, print what the README says."""
        with open(os.path.join(ROOT, 'README.md'), encoding='utf-8') as file:
            text = file.read()
        blocks = re.findall(r'^```cpp\n(.*?)^```\n(?:```text\n(.*?)^```)?', text, re.M | re.S)
        if len(blocks) < 6:
            raise Failure(f'only {len(blocks)} programs found')
        flags = call(['pkg-config', '--cflags', '--libs', 'minipy'], env=self.packages).split()
        programs, functions = [], []
        for code, output in blocks:
            if 'int main' in code:
                programs.append((code, output))
            else:
                # The rest are parts of one program; what each prints stands in comments behind its last statement.
                said = re.findall(r'// (.*)$', code[code.rindex(';'):], re.M)
                functions.append((code, ''.join(line + '\n' for line in said)))
        whole = '#include <cstdint>\n#include <iostream>\n#include <map>\n#include <stdexcept>\n#include <string>\n#include <vector>\n#include <minipy/minipy.hpp>\n'
        whole += ''.join(f'static void part_{i}() {{\n{code}}}\n' for i, (code, _) in enumerate(functions))
        whole += 'int main() {\n' + ''.join(f'    part_{i}();\n' for i in range(len(functions))) + '}\n'
        programs.append((whole, ''.join(output for _, output in functions)))
        for number, (code, output) in enumerate(programs):
            program = os.path.join(self.folder_of('readme'), f'program{number}')
            call([self.options.compiler, '-std=c++20', '-Wall', '-Wextra', '-x', 'c++', '-', '-o', program, *flags], input=code)
            printed = call([program], env={**os.environ, 'LD_LIBRARY_PATH': self.library_folder})
            if printed != output:
                raise Failure(f'the README says\n{output}and the program prints\n{printed}')

    def examples(self):
        """scripts/examples, built as one project; each prints what its expected.txt says."""
        source, folder = os.path.join(ROOT, 'scripts', 'examples'), self.folder_of('examples')
        call([self.options.cmake, '-S', source, '-B', folder, '-D', f'CMAKE_CXX_COMPILER={self.options.compiler}', '-D', f'CMAKE_PREFIX_PATH={self.prefix}',
              '-D', 'BUILD_SHARED_LIBS=ON', *(['-G', 'Ninja'] if shutil.which('ninja') else [])])
        call([self.options.cmake, '--build', folder])
        names = sorted(name for name in os.listdir(source) if os.path.exists(os.path.join(source, name, 'expected.txt')))
        for name in names:
            given = os.path.join(source, name, 'input.txt')
            with open(given if os.path.exists(given) else os.devnull) as stdin:
                printed = call([os.path.join(folder, name, name)], stdin=stdin)
            with open(os.path.join(source, name, 'expected.txt'), encoding='utf-8') as file:
                expected = file.read()
            if printed != expected:
                raise Failure(f'{name} prints\n{printed}instead of\n{expected}')

    def subdirectory(self):
        """Configured only: .ci/run builds it."""
        self.cmake_project('subdirectory', self.folder_of('subdirectory'), '-D', f'MINIPY_SOURCE={ROOT}', build=False)

    def symbols(self):
        """The shared library shows its interface and nothing else, and has a versioned name."""
        path = os.path.join(self.library_folder, 'libminipy.so')
        problems = []
        for line in call(['nm', '-D', '--defined-only', path]).splitlines():
            kind, symbol = line.split()[-2:]
            name = symbol.split('@')[0]
            if kind == 'A' and name.startswith('MINIPY_'):
                continue # a version itself
            shown = call(['c++filt', name]).strip()
            if re.match(r'minipy_\w+$', shown):
                expected = 'MINIPY_C_0.1'
            elif re.match(r'((typeinfo( name)?|vtable|VTT|guard variable|(non-)?virtual thunk) (for|to) )?minipy::', shown):
                expected = 'MINIPY_CXX_0.1'
            else:
                problems.append(f'{shown} should not be visible')
                continue
            if symbol.split('@')[-1] != expected:
                problems.append(f'{symbol} should be of version {expected}')
            if re.search(r'\bmp::', shown):
                problems.append(f'{shown} shows what is inside')
        dynamic = call(['readelf', '-d', path])
        if not re.search(r'SONAME.*\[libminipy\.so\.\d+(\.\d+)?\]', dynamic):
            problems.append('the library has no versioned name')
        if problems:
            raise Failure('\n'.join(problems))

    def headers(self):
        """The headers that a program names compile alone, without a warning, and drag in none that is not installed."""
        include = os.path.join(self.prefix, 'include')
        folder = self.folder_of('headers')
        for name in ['minipy.hpp', 'program.hpp', 'minipy.h', 'version.h']:
            language, standard = ('c', 'c11') if name.endswith('.h') else ('c++', 'c++20')
            call([self.options.compiler, '-x', language, f'-std={standard}', '-pedantic', '-Wall', '-Wextra', '-Werror', '-fsyntax-only', '-I', include, '-'],
                 input=f'#include <minipy/{name}>\ntypedef int not_empty;\n', cwd=folder)


WAYS = ['symbols', 'headers', 'find_package_static', 'find_package_shared', 'pkg_config', 'pkg_config_static', 'c', 'ctypes', 'readme', 'examples', 'subdirectory']


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', required=True, help='a build folder with both libraries')
    parser.add_argument('--cmake', default='cmake')
    parser.add_argument('--compiler', default='c++')
    parser.add_argument('--c-compiler', default='cc')
    parser.add_argument('ways', nargs='*', metavar='WAY', help=', '.join(WAYS))
    options = parser.parse_args()
    failed = []
    with tempfile.TemporaryDirectory(prefix='minipy-consumers-') as folder:
        consumers = Consumers(options, folder)
        for way in options.ways or WAYS:
            started = time.monotonic()
            try:
                getattr(consumers, way)()
            except Failure as failure:
                failed.append(way)
                print(f'{way}: FAILED\n{failure}')
            else:
                print(f'{way}: ok ({time.monotonic() - started:.1f} s)')
    print(f'{len(failed)} of {len(options.ways or WAYS)} ways fail' if failed else 'all consumers work')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
