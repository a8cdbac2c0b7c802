"""One random program for a seed. `python3 generate.py SEED` prints it."""
import random
import sys

from definitions import Definitions


def program(seed):
    chooser = random.Random(seed)
    # One in four: when values die. The others: exceptions.
    generator = Definitions(chooser, tracers=seed % 4 == 3)
    while generator.left > 0:
        guarded = not generator.tracers and chooser.random() < 0.85
        if guarded:
            generator.emit("try:")
            generator.indentation += 1
        generator.statement()
        if guarded:
            generator.indentation -= 1
            generator.emit("except Exception as error:")
            generator.emit("    show(error)")
    return "\n".join(generator.lines) + "\n"


if __name__ == "__main__":
    print(program(int(sys.argv[1])), end="")
