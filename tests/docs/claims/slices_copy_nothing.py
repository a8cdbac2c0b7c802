# A hundred thousand slices of a megabyte are alive at once: copies would need a hundred gigabytes.
large = bytearray(b'x' * 1_000_000)
view = memoryview(large)
slices = [view[i:] for i in range(100_000)]
large[99_999] = 74
print(slices[0][99_999], slices[99_999][0], slices[50_000][49_999])  # expect: 74 74 74
print(len(slices[99_999]), slices[1].nbytes)  # expect: 900001 999999
