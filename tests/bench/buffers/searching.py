# find, split, join, replace and their kin over a log of a megabyte: fields counted, lines filtered, markers replaced.


def make_log(n):
    lines = []
    for i in range(n):
        lines.append(b'2024-05-%02d host%d service[%d]: %s request=%x status=%d' % (i % 28 + 1, i % 17, i, (b'GET', b'PUT', b'POST')[i % 3], i * 2654435761 & 0xFFFFFF, (200, 404, 500)[i * 7 % 3]))
    return b'\n'.join(lines)


def count_by_status(log):
    counts = {}
    for line in log.split(b'\n'):
        head, _, status = line.rpartition(b' status=')
        host = head.split(b' ', 2)[1]
        key = host, status
        counts[key] = counts.get(key, 0) + 1
    return sorted(counts.items())[:5]


def scan(log, needle):
    found = total = 0
    at = log.find(needle)
    while at >= 0:
        found += 1
        end = log.find(b'\n', at)
        total += end - at
        at = log.find(needle, end)
    return found, total


def fields(log):
    total = 0
    for line in log.splitlines():
        for word in line.split():
            if word.startswith(b'request=') and word.endswith((b'0', b'8')):
                total += int(word[8:], 16)
            elif b'[' in word:
                total += len(word.strip(b'[]:'))
    return total


def rewrite(log):
    log = log.replace(b'request', b'r').replace(b'host', b'node-').replace(b'\n', b'\r\n')
    pieces = log.split(b'\r\n')
    return b';'.join(pieces[i] for i in range(0, len(pieces), 3)).upper()


log = make_log(16_000)
print(len(log), count_by_status(log), scan(log, b'POST'), scan(log, b'status=500'), fields(log))
for _ in range(12):
    again = rewrite(bytearray(log))
print(len(again), again[1000:1060], again.count(b'NODE-1'), again.index(b'SERVICE[9000]'), again.rfind(b'STATUS=404'))
view = memoryview(log)
print(sum(log.find(view[i:i + 12]) for i in range(0, 6000, 5)), sum(log.count(bytes((c,))) for c in range(128)))
