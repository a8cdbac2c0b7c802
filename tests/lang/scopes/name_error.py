try:
    undefined
except NameError as error:
    print(error, error.name)  # expect: name 'undefined' is not defined undefined
value_of_something = 1
try:
    value_of_somethin
except NameError as error:
    print(error)  # expect: name 'value_of_somethin' is not defined
