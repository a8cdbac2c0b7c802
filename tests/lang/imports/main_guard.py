print(__name__)  # expect: __main__
import _module
print(_module.__name__)  # expect: _module
if __name__ == '__main__':
    print('run as a script')  # expect: run as a script
print(__file__.endswith('main_guard.py'), __doc__, __package__)  # expect: True None None
