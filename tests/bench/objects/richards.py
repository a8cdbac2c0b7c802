# An operating system's scheduler in little: the classic Richards benchmark, objects that call each other through methods.
IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
KIND_DEVICE, KIND_WORK = 1000, 1001
BUFFER_SIZE = 4


class Packet:
    def __init__(self, link, identity, kind):
        self.link = link
        self.identity = identity
        self.kind = kind
        self.datum = 0
        self.data = [0] * BUFFER_SIZE

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, scheduler, identity, priority, queue, running=False):
        self.scheduler = scheduler
        self.identity = identity
        self.priority = priority
        self.queue = queue
        self.packet_pending = queue is not None
        self.task_waiting = queue is None and not running
        self.task_holding = False
        if queue is not None:
            self.task_waiting = True
        scheduler.add(self)

    def check_priority_add(self, task, packet):
        if self.queue is None:
            self.queue = packet
            self.packet_pending = True
            if self.priority > task.priority:
                return self
        else:
            self.queue = packet.append_to(self.queue)
        return task

    def is_held_or_suspended(self):
        return self.task_holding or (not self.packet_pending and self.task_waiting)

    def run(self):
        packet = None
        if self.packet_pending and self.task_waiting and not self.task_holding:
            packet = self.queue
            self.queue = packet.link
            self.task_waiting = False
            self.packet_pending = self.queue is not None
        return self.step(packet)

    def wait(self):
        self.task_waiting = True
        return self


class IdleTask(Task):
    def __init__(self, scheduler, count):
        super().__init__(scheduler, IDLE, 0, None, True)
        self.seed = 1
        self.count = count

    def step(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.scheduler.hold()
        if self.seed & 1 == 0:
            self.seed //= 2
            return self.scheduler.release(DEVICE_A)
        self.seed = self.seed // 2 ^ 0xD008
        return self.scheduler.release(DEVICE_B)


class WorkerTask(Task):
    def __init__(self, scheduler, queue):
        super().__init__(scheduler, WORKER, 1000, queue)
        self.target = HANDLER_A
        self.count = 0

    def step(self, packet):
        if packet is None:
            return self.wait()
        self.target = HANDLER_B if self.target == HANDLER_A else HANDLER_A
        packet.identity = self.target
        packet.datum = 0
        for i in range(BUFFER_SIZE):
            self.count += 1
            if self.count > 26:
                self.count = 1
            packet.data[i] = self.count + 64
        return self.scheduler.send(packet)


class HandlerTask(Task):
    def __init__(self, scheduler, identity, priority, queue):
        super().__init__(scheduler, identity, priority, queue)
        self.work = None
        self.device = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == KIND_WORK:
                self.work = packet.append_to(self.work)
            else:
                self.device = packet.append_to(self.device)
        work = self.work
        if work is None:
            return self.wait()
        count = work.datum
        if count >= BUFFER_SIZE:
            self.work = work.link
            return self.scheduler.send(work)
        device = self.device
        if device is None:
            return self.wait()
        self.device = device.link
        device.datum = work.data[count]
        work.datum = count + 1
        return self.scheduler.send(device)


class DeviceTask(Task):
    def __init__(self, scheduler, identity, priority):
        super().__init__(scheduler, identity, priority, None)
        self.pending = None

    def step(self, packet):
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.wait()
            self.pending = None
            return self.scheduler.send(packet)
        self.pending = packet
        return self.scheduler.hold()


class Scheduler:
    def __init__(self):
        self.tasks = []
        self.table = [None] * 6
        self.current = None
        self.sent = self.held = 0

    def add(self, task):
        self.tasks.insert(0, task)
        self.table[task.identity] = task

    def following(self, task):
        index = self.tasks.index(task) + 1
        return self.tasks[index] if index < len(self.tasks) else None

    def run(self):
        task = self.tasks[0]
        while task is not None:
            if task.is_held_or_suspended():
                task = self.following(task)
            else:
                self.current = task
                task = task.run()

    def hold(self):
        self.held += 1
        self.current.task_holding = True
        return self.following(self.current)

    def release(self, identity):
        task = self.table[identity]
        task.task_holding = False
        return task if task.priority > self.current.priority else self.current

    def send(self, packet):
        task = self.table[packet.identity]
        self.sent += 1
        packet.link = None
        packet.identity = self.current.identity
        return task.check_priority_add(self.current, packet)


def simulate():
    scheduler = Scheduler()
    IdleTask(scheduler, 10_000)
    queue = Packet(None, WORKER, KIND_WORK)
    WorkerTask(scheduler, Packet(queue, WORKER, KIND_WORK))
    for identity, device, priority in ((HANDLER_A, DEVICE_A, 2000), (HANDLER_B, DEVICE_B, 3000)):
        queue = None
        for _ in range(3):
            queue = Packet(queue, device, KIND_DEVICE)
        HandlerTask(scheduler, identity, priority, queue)
    DeviceTask(scheduler, DEVICE_A, 4000)
    DeviceTask(scheduler, DEVICE_B, 5000)
    scheduler.run()
    return scheduler.sent, scheduler.held


for _ in range(14):
    result = simulate()
print(result)
