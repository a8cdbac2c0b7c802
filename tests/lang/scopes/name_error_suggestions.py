### case: suggestion
value_of_something = 1
value_of_somethin  # raises: NameError: name 'value_of_somethin' is not defined. Did you mean: 'value_of_something'?
### case: builtin suggestion
pritn('x')  # raises: NameError: name 'pritn' is not defined. Did you mean: 'print'?
### case: self
class C:
    attribute = 1
    def f(self):
        return attribute  # raises: NameError: name 'attribute' is not defined. Did you mean: 'self.attribute'?
C().f()
### case: forgotten import
time.time()  # raises: NameError: name 'time' is not defined. Did you forget to import 'time'?
