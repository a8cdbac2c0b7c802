"""A cooperative scheduler: tasks are generators, time is simulated. Channels, locks, timeouts, cancellation, a pipeline, decorators, and coroutines with async/await on the same loop."""
import functools
import itertools
import sys


class Cancelled(Exception):
    pass


class Timeout(Exception):
    pass


class Deadlock(RuntimeError):
    pass


class Effect:
    """What a task yields: `start` is called with the loop and the task, and arranges for the task to go on."""

    def __init__(self, start):
        self.start = start

    def __await__(self):
        return (yield self)


def effect(function):
    @functools.wraps(function)
    def make(*args, **kwargs):
        return Effect(lambda loop, task: function(loop, task, *args, **kwargs))
    return make


class Task:
    numbers = itertools.count(1)

    def __init__(self, loop, body, name=None):
        self.loop, self.body = loop, body
        self.name = name or f'task{next(self.numbers)}'
        self.done = False
        self.result = self.error = None
        self.waiters = []
        self.wakeup = None
        self.on_cancel = None

    def step(self, value=None, error=None):
        self.wakeup = self.on_cancel = None
        try:
            request = self.body.throw(error) if error is not None else self.body.send(value)
        except StopIteration as stop:
            self.finish(result=stop.value)
        except Exception as error:
            self.finish(error=error)
        else:
            if request is None:
                self.loop.soon(self)
            elif isinstance(request, Effect):
                request.start(self.loop, self)
            else:
                self.loop.soon(self, error=TypeError(f'cannot wait for {type(request).__name__}'))

    def finish(self, result=None, error=None):
        self.done, self.result, self.error = True, result, error
        self.loop.active.discard(self)
        self.loop.trace(f'{self.name} {"failed: " + repr(error) if error else "returned " + repr(result)}')
        for waiter in self.waiters:
            self.loop.soon(waiter, result, error)
        if error and not self.waiters and not isinstance(error, Cancelled):
            self.loop.lost.append((self.name, error))

    def cancel(self, error=None):
        if self.done:
            return False
        if self.on_cancel:
            self.on_cancel()
        if self.wakeup:
            self.wakeup[-1] = None
        self.loop.soon(self, error=error or Cancelled(self.name))
        return True

    def __await__(self):
        return (yield join(self))

    def __repr__(self):
        return f'<{self.name} {"done" if self.done else "running"}>'


class Loop:
    def __init__(self, verbose=True):
        self.now = 0
        self.queue = []
        self.sequence = itertools.count()
        self.active = set()
        self.verbose = verbose
        self.lost = []
        self.lines = 0

    def trace(self, text):
        self.lines += 1
        if self.verbose:
            print(f'{self.now:5.1f} {text}')

    def at(self, time, task, value=None, error=None):
        """Entries are [time, sequence, value, error, task]; a cancelled one has no task."""
        entry = [time, next(self.sequence), value, error, task]
        low, high = 0, len(self.queue)
        while low < high:
            middle = (low + high) // 2
            if self.queue[middle][:2] > entry[:2]:
                low = middle + 1
            else:
                high = middle
        self.queue.insert(low, entry)
        task.wakeup = entry
        return entry

    def soon(self, task, value=None, error=None):
        self.at(self.now, task, value, error)

    def spawn(self, body, name=None):
        task = Task(self, body, name)
        self.active.add(task)
        self.soon(task)
        return task

    def run(self, until=None):
        while self.queue:
            time, _, value, error, task = self.queue.pop()
            if task is None or task.done:
                continue
            if until is not None and time > until:
                break
            self.now = max(self.now, time)
            task.step(value, error)
        else:
            if self.active:
                raise Deadlock(', '.join(sorted(t.name for t in self.active)))


@effect
def sleep(loop, task, seconds):
    loop.at(loop.now + seconds, task, loop.now + seconds)


@effect
def join(loop, task, other):
    if other.done:
        loop.soon(task, other.result, other.error)
    else:
        other.waiters.append(task)
        task.on_cancel = lambda: other.waiters.remove(task)


@effect
def this_task(loop, task):
    loop.soon(task, task)


@effect
def fork(loop, task, body, name=None):
    loop.soon(task, loop.spawn(body, name))


class Channel:
    def __init__(self, size=0):
        self.size, self.items, self.getters, self.putters = size, [], [], []
        self.closed = False

    def put(self, item):
        def start(loop, task):
            if self.closed:
                loop.soon(task, error=ValueError('channel is closed'))
            elif self.getters:
                loop.soon(self.getters.pop(0), item)
                loop.soon(task)
            elif len(self.items) < self.size:
                self.items.append(item)
                loop.soon(task)
            else:
                self.putters.append((task, item))
                task.on_cancel = lambda: self.putters.remove((task, item))
        return Effect(start)

    def get(self):
        def start(loop, task):
            if self.items:
                item = self.items.pop(0)
                if self.putters:
                    putter, waiting = self.putters.pop(0)
                    self.items.append(waiting)
                    loop.soon(putter)
                loop.soon(task, item)
            elif self.putters:
                putter, item = self.putters.pop(0)
                loop.soon(putter)
                loop.soon(task, item)
            elif self.closed:
                loop.soon(task, error=EOFError())
            else:
                self.getters.append(task)
                task.on_cancel = lambda: self.getters.remove(task)
        return Effect(start)

    def close(self, loop):
        self.closed = True
        getters, self.getters = self.getters, []
        for getter in getters:
            loop.soon(getter, error=EOFError())

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.get()
        except EOFError:
            raise StopAsyncIteration from None


class Lock:
    def __init__(self):
        self.owner, self.queue = None, []

    def acquire(self):
        def start(loop, task):
            if self.owner is None:
                self.owner = task
                loop.soon(task)
            else:
                self.queue.append(task)
                task.on_cancel = lambda: self.queue.remove(task)
        return Effect(start)

    def release(self, loop):
        self.owner = self.queue.pop(0) if self.queue else None
        if self.owner:
            loop.soon(self.owner)

    async def __aenter__(self):
        await self.acquire()
        return self

    async def __aexit__(self, kind, error, traceback):
        self.release((await this_task()).loop)


def with_timeout(seconds, body, name=None):
    """Runs a body; Timeout is thrown into it when time is up."""
    inner = yield fork(body, name)
    me = yield this_task()

    def alarm():
        yield sleep(seconds)
        inner.cancel(Timeout(f'after {seconds}'))

    guard = yield fork(alarm(), f'{inner.name}.alarm')
    try:
        return (yield join(inner))
    finally:
        guard.cancel()
        me.loop.trace(f'{inner.name} is over')


def gather(*bodies):
    tasks = []
    for body in bodies:
        tasks.append((yield fork(body)))
    results = []
    for task in tasks:
        try:
            results.append((yield join(task)))
        except Exception as error:
            results.append(error)
    return results


def retry(times, *errors, pause=1):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return (yield from function(*args, attempt=attempt, **kwargs))
                except errors as error:
                    if attempt == times:
                        raise RuntimeError(f'{function.__name__} failed {times} times') from error
                    yield sleep(pause * 2 ** (attempt - 1))
        wrapper.times = times
        return wrapper
    return decorate


@retry(4, ConnectionError, pause=0.5)
def fetch(what, *, attempt):
    """Fails twice."""
    yield sleep(0.2)
    if attempt < what:
        raise ConnectionError(f'attempt {attempt}')
    return f'page {what} at attempt {attempt}'


def producer(channel, n, pause, loop):
    try:
        for i in range(n):
            yield sleep(pause)
            yield channel.put(i)
    finally:
        channel.close(loop)


def worker(source, target, function):
    count = 0
    while True:
        try:
            item = yield source.get()
        except EOFError:
            return count
        yield sleep(0.3)
        yield target.put(function(item))
        count += 1


async def consumer(channel):
    received = []
    async for item in channel:
        received.append(item)
    return received


async def counter(lock, shared, n):
    for _ in range(n):
        async with lock:
            value = shared['value']
            await sleep(0.1)
            shared['value'] = value + 1
    return [x async for x in ticks(3) if x]


async def ticks(n):
    for i in range(n):
        await sleep(1)
        yield i


def endless():
    try:
        while True:
            yield sleep(1)
    except Timeout as error:
        return f'stopped {error}'
    finally:
        pass


def stubborn():
    for _ in range(3):
        try:
            yield sleep(10)
        except Cancelled as error:
            print('    not yet:', error)
    return 'finally'


def main(loop):
    first = yield fork(endless(), 'endless')
    print((yield from with_timeout(2.5, endless(), 'limited')))
    first.cancel(Timeout('by hand'))
    print((yield join(first)), first)

    print((yield from gather(fetch(1), fetch(3), fetch(9), sleeper('x', 1))), fetch.__name__, fetch.__doc__, fetch.times)

    source, target = Channel(), Channel(2)
    yield fork(producer(source, 7, 0.1, loop), 'producer')
    workers = []
    for i in range(3):
        workers.append((yield fork(worker(source, target, lambda x, i=i: (x * x, i)), f'worker{i}')))
    collected = yield fork(consumer(target).__await__(), 'consumer')
    counts = []
    for task in workers:
        counts.append((yield join(task)))
    target.close(loop)
    print(counts, (yield join(collected)))

    lock, shared = Lock(), {'value': 0}
    results = yield from gather(*(counter(lock, shared, 4).__await__() for _ in range(3)))
    print(shared, results, lock.owner)

    task = yield fork(stubborn(), 'stubborn')
    for _ in range(2):
        yield sleep(1)
        task.cancel()
    print((yield join(task)))

    odd = yield fork(wrong(), 'wrong')
    try:
        yield join(odd)
    except TypeError as error:
        print('caught', error)
    yield fork(fails(), 'unwatched')
    yield None
    return 'main is done'


def sleeper(value, seconds):
    yield sleep(seconds)
    return value


def wrong():
    yield 42


def fails():
    yield
    raise KeyError('nobody looks')


if __name__ == '__main__':
    loop = Loop()
    root = loop.spawn(main(loop), 'main')
    loop.run()
    print(root.result, loop.now, loop.lost, loop.lines)
    quiet = Loop(verbose=False)
    a, b = Channel(), Channel()

    def stuck(left, right):
        yield left.get()
        yield right.put(1)

    quiet.spawn(stuck(a, b), 'one')
    quiet.spawn(stuck(b, a), 'two')
    try:
        quiet.run()
    except Deadlock as error:
        print('deadlock:', error)
    late = Loop(verbose=False)
    task = late.spawn(sleeper(1, 100), 'late')
    late.run(until=50)
    print(task, late.now, late.active)
    sys.exit(0)
