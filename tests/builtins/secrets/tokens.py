# secrets, and random.SystemRandom, which they draw from.
import hmac
import random
import secrets

print(secrets.__all__)
print(len(secrets.token_bytes()), len(secrets.token_hex(7)), len(secrets.token_urlsafe(10)), repr(secrets.token_hex(0)), len({secrets.token_hex() for _ in range(50)}))
print(secrets.randbelow(1), secrets.randbits(0), all(0 <= secrets.randbits(9) < 512 for _ in range(200)), secrets.choice([7]))
print(secrets.compare_digest is hmac.compare_digest)
for wrong in (lambda: secrets.randbelow(0), lambda: secrets.randbelow(-3), lambda: secrets.choice([]), lambda: secrets.token_bytes(-1)):
    try:
        wrong()
    except Exception as error:
        print(repr(error))
source = random.SystemRandom(5)
source.seed(5)
first = [source.random() for _ in range(100)]
source.seed(5)
print(first == [source.random() for _ in range(100)], all(0 <= value < 1 for value in first), len(source.randbytes(5)), sorted(source.sample(range(5), 5)))
print({source.getrandbits(2) for _ in range(300)}, type(source.gauss(0, 1)), {source.randint(1, 3) for _ in range(200)})
for wrong in source.getstate, lambda: source.getrandbits(-1):
    try:
        wrong()
    except Exception as error:
        print(repr(error))
