# Words of a text: split, strip, lower, dictionaries, sorting by count.
WORDS = """the of and to in is that it was for on are as with his they at be this from have or by one had not but what all were when we
there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see
time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where
most know""".split()


def text(n):
    seed = 7
    parts = []
    for i in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        word = WORDS[(seed >> 8) % len(WORDS) * ((seed >> 4) % 7) // 6]
        if i % 11 == 0:
            word = word.capitalize()
        if i % 7 == 6:
            word += ','
        if i % 13 == 12:
            word += '.\n'
        parts.append(word)
    return ' '.join(parts)


def count(source):
    counts = {}
    for line in source.splitlines():
        for word in line.split():
            word = word.strip('.,;:!?').lower()
            if word in counts:
                counts[word] += 1
            else:
                counts[word] = 1
    return counts


def initials(source):
    groups = {}
    for word in source.split():
        groups.setdefault(word[0], []).append(len(word))
    return sum(len(group) * sum(group) for group in groups.values())


source = text(200_000)
counts = count(source)
top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]
print(top, initials(source), len(source))
for _ in range(9):
    again = count(source)
print(again == counts, source.count('the'), source.replace('the', 'THE').find('THE water'))
