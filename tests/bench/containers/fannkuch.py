# Pancake flips over all permutations: slices and list indexing.


def fannkuch(n):
    count = list(range(1, n + 1))
    permutation = list(range(n))
    max_flips = checksum = 0
    r = n
    sign = 1
    flips_done = 0
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if permutation[0] != 0 and permutation[n - 1] != n - 1:
            current = permutation[:]
            flips = 0
            k = current[0]
            while k:
                current[:k + 1] = current[k::-1]
                flips += 1
                k = current[0]
            if flips > max_flips:
                max_flips = flips
            checksum += sign * flips
        sign = -sign
        flips_done += 1
        while r != n:
            permutation.insert(r, permutation.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        else:
            return max_flips, checksum, flips_done
        if r == n:
            return max_flips, checksum, flips_done


print(fannkuch(9))
