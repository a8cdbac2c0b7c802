# The __dict__ descriptor of a plain class, used on a class that derives from it: classes keep their attributes elsewhere.
class Base:
    pass


class Meta(Base, type):
    pass


class Victim(metaclass=Meta):
    x = 1


descriptor = Base.__dict__['__dict__']
for change in lambda: descriptor.__set__(Victim, {}), lambda: descriptor.__delete__(Victim):
    try:
        change()
    except (AttributeError, TypeError):
        print('refused')  # expect: refused
# expect: refused
print(Victim.x)  # expect: 1
