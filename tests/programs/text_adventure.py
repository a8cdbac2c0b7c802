"""A text adventure: rooms, things and a parser; the player is a generator that yields commands, creatures are coroutines that react to events."""
from functools import wraps
from itertools import chain, count


class GameOver(Exception):
    def __init__(self, won, text):
        super().__init__(text)
        self.won = won


class Refusal(Exception):
    """Something that the player asked for and cannot have."""


COMMANDS = {}


def command(*names, hidden=False):
    def register(method):
        @wraps(method)
        def checked(self, *words):
            self.turns += 1
            return method(self, *words)

        checked.hidden = hidden
        for name in names:
            COMMANDS[name] = checked
        return checked

    return register


class Thing:
    serial = count(1)

    def __init__(self, name, description, *, weight=1, portable=True, **state):
        self.name = name
        self.description = description
        self.weight = weight
        self.portable = portable
        self.state = state
        self.number = next(Thing.serial)

    def __str__(self):
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"

    def __repr__(self):
        return f'<{type(self).__name__} {self.number} {self.name}>'

    def use(self, game, target):
        raise Refusal(f"You fiddle with the {self.name}. Nothing happens.")


class Lamp(Thing):
    def use(self, game, target):
        self.state['lit'] = not self.state.get('lit', False)
        return f"The lamp is {'on' if self.state['lit'] else 'off'}."


class Key(Thing):
    def use(self, game, target):
        if target is None:
            raise Refusal('Unlock what?')
        if target.state.get('lock') != self.state['opens']:
            raise Refusal(f'The {self.name} does not fit the {target.name}.')
        target.state['lock'] = None
        game.emit('unlocked', target)
        return f'The {target.name} clicks open.'


class Chest(Thing):
    def __init__(self, *args, contents=(), **options):
        super().__init__(*args, portable=False, weight=50, **options)
        self.contents = list(contents)

    def open(self):
        if self.state.get('lock'):
            raise Refusal(f'The {self.name} is locked.')
        contents, self.contents = self.contents, []
        return contents


class Room:
    OPPOSITE = {'north': 'south', 'south': 'north', 'east': 'west', 'west': 'east', 'up': 'down', 'down': 'up'}

    def __init__(self, name, description, *things, dark=False):
        self.name = name
        self.description = description
        self.things = {thing.name: thing for thing in things}
        self.exits = {}
        self.dark = dark
        self.visits = 0

    def connect(self, direction, other):
        self.exits[direction] = other
        other.exits[self.OPPOSITE[direction]] = self
        return other

    def __contains__(self, name):
        return name in self.things

    def describe(self, lit):
        self.visits += 1
        if self.dark and not lit:
            return 'It is pitch dark.'
        lines = [f'== {self.name} ==']
        if self.visits == 1:
            lines.append(self.description)
        if self.things:
            lines.append('You see ' + listing(map(str, self.things.values())) + '.')
        lines.append('Exits: ' + ', '.join(sorted(self.exits)) + '.')
        return '\n'.join(lines)


def listing(items):
    match list(items):
        case []:
            return 'nothing'
        case [only]:
            return only
        case [*first, last]:
            return ', '.join(first) + ' and ' + last


def cat(game):
    """A creature: receives events, answers with what it does (or None)."""
    mood = 0
    event, subject = yield
    while True:
        match event:
            case 'entered' if subject.name == 'Kitchen':
                mood += 1
                reaction = ['The cat opens one eye.', 'The cat purrs.', 'The cat ignores you.'][min(mood, 3) - 1]
            case 'took' if subject.name == 'fish':
                mood += 5
                reaction = 'The cat follows the fish with great interest.'
            case 'dropped' if subject.name == 'fish':
                game.room.things.pop('fish')
                reaction = 'The cat eats the fish and leaves for good.'
                event, subject = yield reaction
                return mood
            case _:
                reaction = None
        event, subject = yield reaction


def clock():
    for hour in range(1, 4):
        for _ in range(5):
            yield None
        yield f'Somewhere a clock strikes {hour}.'


class Game:
    MAX_WEIGHT = 6

    def __init__(self):
        hall = Room('Hall', 'A draughty hall with a stone floor.', Lamp('lamp', 'An old brass lamp.', weight=2))
        kitchen = Room('Kitchen', 'It smells of herring. A cat sleeps on the stove.', Thing('fish', 'A herring.'), Thing('anvil', 'Why here?', weight=40))
        cellar = Room(
            'Cellar', 'Barrels, and cobwebs.', Chest('chest', 'A heavy oak chest.', lock='oak', contents=[Thing('crown', 'Gold!', weight=3)]), dark=True)
        attic = Room('Attic', 'Dust and old letters.', Key('key', 'A small oak-handled key.', opens='oak'), Key('latchkey', 'A door key.', opens='door'))
        hall.connect('east', kitchen)
        hall.connect('up', attic)
        kitchen.connect('down', cellar)
        self.room = hall
        self.bag = {}
        self.turns = 0
        self.score = 0
        self.creatures = {}
        self.add_creature('cat', cat(self))
        self.clock = clock()
        self.log = []

    def add_creature(self, name, coroutine):
        next(coroutine)
        self.creatures[name] = coroutine

    def emit(self, event, subject=None):
        for name, creature in list(self.creatures.items()):
            try:
                reaction = creature.send((event, subject))
            except StopIteration as stop:
                del self.creatures[name]
                reaction = f'(The {name} is gone; its mood was {stop.value}.)'
            if reaction:
                self.say(reaction)

    def say(self, text):
        self.log.append(text)
        print(text)

    @property
    def lit(self):
        return any(thing.state.get('lit') for thing in chain(self.bag.values(), self.room.things.values()))

    @property
    def weight(self):
        return sum(thing.weight for thing in self.bag.values())

    def find(self, name, *places):
        for place in places or (self.bag, self.room.things):
            if name in place:
                return place[name]
        raise Refusal(f'There is no {name} here.')

    @command('look', 'l')
    def look(self):
        return self.room.describe(self.lit)

    @command('go', *Room.OPPOSITE)
    def go(self, direction=None):
        if direction is None:
            raise Refusal('Go where?')
        try:
            self.room = self.room.exits[direction]
        except KeyError:
            raise Refusal(f'You cannot go {direction}.') from None
        self.say(self.room.describe(self.lit))
        self.emit('entered', self.room)

    @command('take', 'get')
    def take(self, *names):
        if names == ('all',):
            names = tuple(n for n, t in self.room.things.items() if t.portable)
        taken = []
        for name in names:
            thing = self.find(name, self.room.things)
            if not thing.portable:
                raise Refusal(f'The {name} will not move.')
            if self.weight + thing.weight > self.MAX_WEIGHT:
                raise Refusal(f'The {name} is too heavy; you carry {self.weight} of {self.MAX_WEIGHT} already.')
            self.bag[name] = self.room.things.pop(name)
            taken.append(name)
            self.emit('took', thing)
        return 'Taken: ' + listing(taken) + '.'

    @command('drop')
    def drop(self, name):
        thing = self.find(name, self.bag)
        del self.bag[name]
        self.room.things[name] = thing
        self.say('Dropped.')
        self.emit('dropped', thing)

    @command('inventory', 'i')
    def inventory(self):
        return f'You carry {listing(map(str, self.bag.values()))} ({self.weight}/{self.MAX_WEIGHT}).'

    @command('use')
    def use(self, name, preposition='on', target=None):
        return self.find(name).use(self, target and self.find(target))

    @command('open')
    def open(self, name):
        chest = self.find(name)
        if not isinstance(chest, Chest):
            raise Refusal(f'The {name} does not open.')
        contents = chest.open()
        for thing in contents:
            self.room.things[thing.name] = thing
        self.score += 10 * len(contents)
        return f'Inside: {listing(map(str, contents))}.'

    @command('wear')
    def wear(self, name):
        if name == 'crown' and name in self.bag:
            raise GameOver(True, f'You are king of the house, after {self.turns} turns and with {self.score} points.')
        raise Refusal(f'You cannot wear the {name}.')

    @command('quit')
    def quit(self):
        raise GameOver(False, 'Goodbye.')

    @command('xyzzy', hidden=True)
    def magic(self):
        return 'A hollow voice says "Fool."'

    @command('help')
    def help(self):
        shown = sorted({f.__name__ for f in COMMANDS.values() if not f.hidden})
        return 'Commands: ' + ', '.join(shown)

    def execute(self, line):
        verb, *words = [w for w in line.lower().split() if w not in ('the', 'a', 'an', 'to')]
        if verb in Room.OPPOSITE:
            words = [verb]
        method = COMMANDS.get(verb)
        if method is None:
            close = [name for name in sorted(COMMANDS) if name[:2] == verb[:2]]
            raise Refusal(f"I do not know how to {verb}." + (f" Did you mean {' or '.join(close)}?" if close else ''))
        try:
            answer = method(self, *words)
        except TypeError as error:
            if 'argument' not in str(error):
                raise
            raise Refusal(f'That is not how to {verb}.') from error
        if answer:
            self.say(answer)


def wander(*lines):
    for line in lines:
        yield line


def player():
    """Reacts to what it was told: a cautious script."""
    for line in ('help', 'look', 'dance', 'tak lamp', 'take lamp', 'go', 'go north', 'east', 'take all', 'take fish', 'down'):
        yield line
    answer = yield 'look'
    if 'dark' in answer:
        yield 'use lamp'
        yield 'look'
    yield from wander('open chest', 'take chest', 'up', 'west', 'up', 'take key latchkey', 'inventory', 'xyzzy', 'drop lamp now', 'south')
    yield from wander('down', 'east', 'drop fish', 'look', 'down', 'use latchkey on chest', 'use key on chest', 'use key', 'open chest')
    answer = yield 'take crown'
    while 'heavy' in answer:
        answer = yield 'drop latchkey'
        answer = yield 'take crown'
    yield 'wear lamp'
    yield 'wear crown'
    yield 'unreachable'


def main():
    game = Game()
    lines = player()
    answer = None
    try:
        while True:
            line = lines.send(answer)
            print(f'> {line}')
            mark = len(game.log)
            try:
                game.execute(line)
            except Refusal as refusal:
                game.say(str(refusal))
                if refusal.__cause__:
                    print('   caused by', type(refusal.__cause__).__name__)
            try:
                if strike := next(game.clock):
                    game.say(strike)
            except StopIteration:
                pass
            answer = '\n'.join(game.log[mark:])
    except GameOver as over:
        print(over)
        print('won' if over.won else 'lost', sorted(game.bag), game.creatures, game.turns)
    lines.close()
    print([(f, COMMANDS[f].__name__) for f in sorted(COMMANDS)][:8])


main()
