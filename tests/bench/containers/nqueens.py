# Queens on a board: by permutations and by sets of diagonals.
import itertools


def by_permutations(n):
    columns = range(n)
    found = 0
    for board in itertools.permutations(columns):
        if n == len(set(board[i] + i for i in columns)) == len(set(board[i] - i for i in columns)):
            found += 1
    return found


def by_sets(n):
    columns, rising, falling = set(), set(), set()
    solutions = 0

    def place(row):
        nonlocal solutions
        if row == n:
            solutions += 1
            return
        for column in range(n):
            if column in columns or row + column in rising or row - column in falling:
                continue
            columns.add(column)
            rising.add(row + column)
            falling.add(row - column)
            place(row + 1)
            columns.discard(column)
            rising.discard(row + column)
            falling.discard(row - column)

    place(0)
    return solutions


print(by_permutations(9), by_sets(10))
