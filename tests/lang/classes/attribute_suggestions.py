### case: suggestion
class C:
    attribute = 1
C().atribute  # raises: AttributeError: 'C' object has no attribute 'atribute'. Did you mean: 'attribute'?
### case: method suggestion
[].apend(1)  # raises: AttributeError: 'list' object has no attribute 'apend'. Did you mean: 'append'?
