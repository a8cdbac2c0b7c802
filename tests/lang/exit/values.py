### case: true
raise SystemExit(True)
# exit: 1
### case: big
raise SystemExit(256 + 4)
# exit: 4
### case: negative
raise SystemExit(-1)
# exit: 255
### case: zero
raise SystemExit(0)
# exit: 0
### case: tuple
raise SystemExit(1, 2)
# exit: 1
# stderr: (1, 2)
