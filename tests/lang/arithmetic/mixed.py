print(1 + 1.0, 2 * 1.5, 3 - 0.5, True + 0.5, 7 // 2.0, 7 % 2.5)  # expect: 2.0 3.0 2.5 1.5 3.0 2.0
print(1 == 1.0, 1 == True, 1.0 == True, 0 == False, 2 == 2.0000000000000001, 2 ** 53 == 2 ** 53 + 0.0, 2 ** 53 + 1 == 2.0 ** 53)  # expect: True True True True True True False
print({1: 'a', 1.0: 'b', True: 'c'})  # expect: {1: 'c'}
print(hash(1) == hash(1.0) == hash(True), hash(0.5), hash(1e300))  # expect: True 1152921504606846976 1224995262755759164
print(1 + 2j, (1 + 2j) * 2, (1 + 2j) * (3 - 1j), abs(3 + 4j), (1 + 2j).conjugate(), 1j ** 2, (2 + 0j) == 2)  # expect: (1+2j) (2+4j) (5+5j) 5.0 (1-2j) (-1+0j) True
print(3 < 3.5 < 4, max(1, 2.0, True), min(2, 2.0), sum([1, 2.5, True]))  # expect: True 2.0 2 4.5
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(2.0), round(1e20), round(15, -1), round(25, -1))  # expect: 2 4 -2 2.67 1200 2 100000000000000000000 20 20
