# Looks for what it was not given.
import host
import os
import time

host.command('passwords', lambda: open('/etc/passwd').read())
host.command('way_out', lambda: open('/data/../../main.cpp').read())
host.command('write', lambda: open('/data/stock.txt', 'w'))
host.command('environment', lambda: dict(os.environ))
host.command('clock', lambda: time.time())
