### case: notes
e = ValueError('message')
e.add_note('first note')
e.add_note('second\nwith two lines')
raise e
# stderr: Traceback (most recent call last):
# stderr:   File "notes_and_groups.py", line 5, in <module>
# stderr:     raise e
# stderr: ValueError: message
# stderr: first note
# stderr: second
# stderr: with two lines
### case: group
def fail(n):
    raise ValueError(n)


errors = []
for i in range(2):
    try:
        fail(i)
    except ValueError as error:
        errors.append(error)
raise ExceptionGroup('several', errors)
# stderr:   + Exception Group Traceback (most recent call last):
# stderr:   |   File "notes_and_groups.py", line 24, in <module>
# stderr:   |     raise ExceptionGroup('several', errors)
# stderr:   | ExceptionGroup: several (2 sub-exceptions)
# stderr:   +-+---------------- 1 ----------------
# stderr:     | Traceback (most recent call last):
# stderr:     |   File "notes_and_groups.py", line 21, in <module>
# stderr:     |     fail(i)
# stderr:     |     ~~~~^^^
# stderr:     |   File "notes_and_groups.py", line 15, in fail
# stderr:     |     raise ValueError(n)
# stderr:     | ValueError: 0
# stderr:     +---------------- 2 ----------------
# stderr:     | Traceback (most recent call last):
# stderr:     |   File "notes_and_groups.py", line 21, in <module>
# stderr:     |     fail(i)
# stderr:     |     ~~~~^^^
# stderr:     |   File "notes_and_groups.py", line 15, in fail
# stderr:     |     raise ValueError(n)
# stderr:     | ValueError: 1
# stderr:     +------------------------------------
### case: nested group
raise ExceptionGroup('outer', [TypeError(1), ExceptionGroup('inner', [KeyError('k')])])
# stderr:   + Exception Group Traceback (most recent call last):
# stderr:   |   File "notes_and_groups.py", line 47, in <module>
# stderr:   |     raise ExceptionGroup('outer', [TypeError(1), ExceptionGroup('inner', [KeyError('k')])])
# stderr:   | ExceptionGroup: outer (2 sub-exceptions)
# stderr:   +-+---------------- 1 ----------------
# stderr:     | TypeError: 1
# stderr:     +---------------- 2 ----------------
# stderr:     | ExceptionGroup: inner (1 sub-exception)
# stderr:     +-+---------------- 1 ----------------
# stderr:       | KeyError: 'k'
# stderr:       +------------------------------------
