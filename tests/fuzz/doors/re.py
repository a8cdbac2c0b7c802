# Any text as pattern, with any text as subject: they are parted by the first newline. The first byte chooses the flags, the second the operation.
import re
import warnings

warnings.simplefilter('ignore')
FLAGS = (re.I, re.M, re.S, re.X, re.A)


def door(data):
    if len(data) < 2:
        return
    flags = 0
    for i, flag in enumerate(FLAGS):
        if data[0] >> i & 1:
            flags |= flag
    pattern, _, subject = data[2:].partition(b'\n')
    if not data[0] & 64:
        pattern, subject = pattern.decode('utf-8', 'replace'), subject.decode('utf-8', 'surrogateescape')
    how = data[1] % 8
    try:
        compiled = re.compile(pattern, flags)
        if how == 0:
            match = compiled.search(subject)
            if match:
                assert subject[match.start():match.end()] == match.group()
                match.groups(), match.groupdict(), match.lastindex, match.lastgroup, match.regs
        elif how == 1:
            compiled.match(subject)
        elif how == 2:
            compiled.fullmatch(subject)
        elif how == 3:
            end = 0
            for match in compiled.finditer(subject):
                assert match.start() >= end
                end = match.end()
        elif how == 4:
            compiled.split(subject, data[1] >> 3)
        elif how == 5:
            # What is not replaced stays: an identical replacement changes nothing.
            assert compiled.sub(lambda match: match.group(), subject) == subject
        elif how == 6:
            compiled.sub(subject, subject)
        else:
            escaped = re.escape(subject)
            assert re.fullmatch(escaped, subject)
    except (re.error, OverflowError, RecursionError, MemoryError, ValueError, IndexError):
        pass
    except RuntimeError as error:
        assert 'steps' in str(error) or 'backtrack' in str(error), error
    re.purge()
