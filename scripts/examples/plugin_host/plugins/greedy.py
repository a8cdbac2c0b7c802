import host

host.command('memory', lambda: len([0] * 10**9))
host.command('digits', lambda: len(str(10**10**8)))
