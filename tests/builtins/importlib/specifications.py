# Finding a module without importing it, and loading one from a place of one's own.
import importlib.machinery
import importlib.util
import os
import sys

folder = os.path.join(os.environ.get('TMPDIR', '/tmp'), f'importlib_{os.getpid()}')
os.mkdir(folder)
path = os.path.join(folder, 'from_a_file.py')
with open(path, 'w') as file:
    file.write('"doc"\nvalue = __name__\n')

spec = importlib.util.spec_from_file_location('chosen_name', path)
module = importlib.util.module_from_spec(spec)
print(module.__name__, module.__spec__ is spec, module.__file__ == path, hasattr(module, 'value'))  # expect: chosen_name True True False
spec.loader.exec_module(module)
print(module.value, module.__doc__, 'chosen_name' in sys.modules)  # expect: chosen_name doc False
print(spec.name, spec.origin == path, spec.parent, spec.has_location, spec.submodule_search_locations, type(spec.loader).__name__)  # expect: chosen_name True  True None SourceFileLoader
print(repr(spec.loader.get_source('chosen_name')), spec.loader.is_package('chosen_name'))  # expect: '"doc"\nvalue = __name__\n' False

print(importlib.util.find_spec('no_such_module'), importlib.util.find_spec('sys').name, importlib.util.find_spec('json').name)  # expect: None sys json
sys.path.insert(0, folder)
found = importlib.util.find_spec('from_a_file')
print(found.name, found.origin == path, 'from_a_file' in sys.modules)  # expect: from_a_file True False
import from_a_file
print(from_a_file.value)  # expect: from_a_file

print(importlib.util.resolve_name('.sub', 'package'), importlib.util.resolve_name('..sub', 'a.b'), importlib.util.resolve_name('plain', None))  # expect: package.sub a.sub plain
for wrong in ('.sub', ''), ('...sub', 'a'):
    try:
        importlib.util.resolve_name(*wrong)
    except ImportError as error:
        print(error)
# expect: no package specified for '.sub' (required for relative module names)
# expect: attempted relative import beyond top-level package
print(importlib.util.decode_source(b'# coding: latin-1\r\nx = "\xe9"\r'.replace(b'\r\n', b'\n').replace(b'\r', b'\n')) == '# coding: latin-1\nx = "é"\n')  # expect: True
os.remove(path)
for name in os.listdir(folder):
    for inner in os.listdir(os.path.join(folder, name)):
        os.remove(os.path.join(folder, name, inner))
    os.rmdir(os.path.join(folder, name))
os.rmdir(folder)
