# soft keywords and unicode names
match = case = type = _ = 1
print(match, case, type, _)  # expect: 1 1 1 1
größe, 变量, _1, __, α = 1, 2, 3, 4, 5
print(größe, 变量, _1, __, α)  # expect: 1 2 3 4 5
ﬁ = 'ligature'
print(fi)  # expect: ligature
print_ = print
print_('ok')  # expect: ok
async_, await_ = 1, 2


class match:
    case = 'attribute'


print(match.case, type)  # expect: attribute 1
print(match .case)  # expect: attribute
lambda_ = lambda match, case=1, type=2: (match, case, type)
print(lambda_(0))  # expect: (0, 1, 2)
