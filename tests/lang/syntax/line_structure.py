x = 1; y = 2; print(x, y);  # expect: 1 2
print(1 +
      2,  # a comment inside
      3)  # expect: 3 3
z = 1 + \
    2
print(z)  # expect: 3
if (x and
        y):
    print('continued')  # expect: continued

    # an oddly indented comment
        # another
    print('still in the block')  # expect: still in the block
	# a tab comment

def f(): return 1; x = 2
print(f())  # expect: 1
print([
    1,

    2,
])  # expect: [1, 2]
class A: x = 1; y = 2
print(A.y)  # expect: 2
for i in range(2): print(i); continue
# expect: 0
# expect: 1
if x: pass
print("""a
    # not a comment
b""")
# expect: a
# expect:     # not a comment
# expect: b
while x: x = 0
print(x) ; print(y)
# expect: 0
# expect: 2
