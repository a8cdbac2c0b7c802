i = 0
while i < 3:
    i += 1
    if i == 2:
        continue
    print(i)
# expect: 1
# expect: 3
while True:
    i -= 1
    if not i:
        break
print(i)  # expect: 0
while i < 2: i += 1
print(i)  # expect: 2
while False:
    print('never')
