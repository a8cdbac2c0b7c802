import sys
try:
    sys.exit(3)
except SystemExit as stop:
    print(stop.code, repr(stop), isinstance(stop, Exception))  # expect: 3 SystemExit(3) False
try:
    raise SystemExit
except SystemExit as stop:
    print(stop.code)  # expect: None
try:
    exit
except NameError:
    pass
print('end')  # expect: end
sys.exit(5)
# exit: 5
