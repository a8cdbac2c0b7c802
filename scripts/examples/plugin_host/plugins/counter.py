# Does what it should.
import host


def stock():
    with open('/data/stock.txt') as file:
        return sum(int(line.split()[1]) for line in file)


host.command('stock', stock)
print('loaded', flush=True)
