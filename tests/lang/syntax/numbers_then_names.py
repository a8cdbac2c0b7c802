print(1 .real, 1..real, 1.0.real, 1e3.is_integer(), (5).bit_length(), 0xf .real)  # expect: 1 1.0 1.0 True 3 15
