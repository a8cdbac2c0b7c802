import sys
print('out')  # expect: out
sys.exit('goodbye')
# exit: 1
# stderr: goodbye
