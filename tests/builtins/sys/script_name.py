# A script that is named by a relative path (as the test runner does) has an absolute __file__; its arguments say what was given.
import os
import sys

print(os.path.isabs(__file__), os.path.basename(__file__), (lambda: 0).__code__.co_filename == __file__, sys.argv)  # expect: True script_name.py True ['script_name.py']
print(os.path.isabs(sys.path[0]), os.path.dirname(__file__) == sys.path[0] or os.path.samefile(os.path.dirname(__file__), sys.path[0]))  # expect: True True
