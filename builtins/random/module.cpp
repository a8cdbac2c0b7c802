// _random: the Mersenne Twister (Matsumoto and Nishimura, MT19937), seeded as CPython seeds it, so that equal seeds give equal sequences. The distributions are
// Python (frozen/random.py).
#include <random>
#include <vector>

#include "builtins/granted.h"
#include "builtins/modules.h"
#include "builtins/random/sha512.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/tuple.h"

namespace mp::random {

namespace {

constexpr int state_size = 624;
constexpr int shift_size = 397;

struct RandomObject : Object {
    std::uint32_t index; // of the next word; state_size: all are used up
    std::uint32_t state[state_size];

    void seed_word(std::uint32_t seed) noexcept {
        state[0] = seed;
        for (std::uint32_t i = 1; i < state_size; ++i)
            state[i] = 1812433253u * (state[i - 1] ^ (state[i - 1] >> 30)) + i;
        index = state_size;
    }

    void seed_words(const std::vector<std::uint32_t>& key) noexcept {
        seed_word(19650218u);
        std::size_t i = 1, j = 0;
        for (std::size_t k = std::max<std::size_t>(state_size, key.size()); k > 0; --k) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1664525u)) + key[j] +
                       static_cast<std::uint32_t>(j);
            if (++i >= state_size) {
                state[0] = state[state_size - 1];
                i = 1;
            }
            if (++j >= key.size()) j = 0;
        }
        for (int k = state_size - 1; k > 0; --k) {
            state[i] =
                (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1566083941u)) - static_cast<std::uint32_t>(i);
            if (++i >= state_size) {
                state[0] = state[state_size - 1];
                i = 1;
            }
        }
        state[0] = 0x80000000u;
    }

    void refill() noexcept {
        auto twist = [](std::uint32_t high, std::uint32_t low) {
            const std::uint32_t y = (high & 0x80000000u) | (low & 0x7fffffffu);
            return (y >> 1) ^ ((y & 1) ? 0x9908b0dfu : 0u);
        };
        int k = 0;
        for (; k < state_size - shift_size; ++k) state[k] = state[k + shift_size] ^ twist(state[k], state[k + 1]);
        for (; k < state_size - 1; ++k) state[k] = state[k + (shift_size - state_size)] ^ twist(state[k], state[k + 1]);
        state[state_size - 1] = state[shift_size - 1] ^ twist(state[state_size - 1], state[0]);
        index = 0;
    }

    std::uint32_t word() noexcept {
        if (index >= state_size) refill();
        std::uint32_t y = state[index++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680u;
        y ^= (y << 15) & 0xefc60000u;
        return y ^ (y >> 18);
    }
};

RandomObject& self_of(Value value) noexcept { return *static_cast<RandomObject*>(value.object()); }

Result<void> seed_with(Runtime& rt, RandomObject& self, Value seed) {
    std::vector<std::uint32_t> key;
    if (seed.is_unbound() || seed.is_none()) {
        if (host_of(rt).randomness) {
            std::random_device device;
            for (int i = 0; i < state_size; ++i) key.push_back(device());
        } else {
            key.push_back(0); // the same in every run
        }
        self.seed_words(key);
        return ok;
    }
    Owned number;
    if (is_any_int(seed)) {
        number = TRY(int_absolute(rt, seed));
    } else {
        number = make_uint(rt, static_cast<std::uint64_t>(TRY(hash(rt, seed))));
    }
    const std::uint64_t bits = int_bit_length(number);
    const std::size_t words = static_cast<std::size_t>((bits + 31) / 32);
    TRY(rt.pay(words));
    std::vector<unsigned char> bytes(words * 4);
    int_to_bytes(number, bytes.data(), bytes.size(), false, false);
    key.resize(words ? words : 1);
    for (std::size_t i = 0; i < words; ++i)
        key[i] = static_cast<std::uint32_t>(bytes[4 * i] | bytes[4 * i + 1] << 8 | bytes[4 * i + 2] << 16) |
                 static_cast<std::uint32_t>(bytes[4 * i + 3]) << 24;
    self.seed_words(key);
    return ok;
}

Result<Owned> new_random(Runtime& rt, Type* type, Args args) {
    if (positional_count(args) > 1) return raise_arity(rt, "Random", 0, 1, positional_count(args));
    auto* object = static_cast<RandomObject*>(rt.make_instance(*type));
    Owned result = Owned::adopt(object);
    TRY(seed_with(rt, *object, positional_count(args) ? args[0] : Value::none()));
    return result;
}

Result<void> init_random(Runtime&, Value, Args) { return ok; }

void dealloc(Runtime& rt, Object* object) { rt.free_object(object, sizeof(RandomObject)); }

Result<Owned> seed(Runtime& rt, Args args) {
    TRY(seed_with(rt, self_of(args[0]), args.has(1) ? args[1] : Value::none()));
    return Owned::adopt(Value::none());
}

Result<Owned> random(Runtime& rt, Args args) {
    RandomObject& self = self_of(args[0]);
    const std::uint32_t a = self.word() >> 5, b = self.word() >> 6; // 53 bits
    return make_float(rt, (a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

Result<Owned> getrandbits(Runtime& rt, Args args) {
    const std::int64_t bits = TRY(index_int64(rt, args[1]));
    if (bits < 0) return raise(rt, TypeId::ValueError, "number of bits must be non-negative");
    RandomObject& self = self_of(args[0]);
    if (bits == 0) return Owned::adopt(Value::from_int(0));
    if (bits <= 32) return make_uint(rt, self.word() >> (32 - bits));
    const std::size_t words = static_cast<std::size_t>((bits - 1) / 32 + 1);
    if (!rt.heap().would_fit(words * 8)) return raise_memory_error(rt);
    TRY(rt.pay(words));
    std::vector<unsigned char> bytes(words * 4);
    std::int64_t left = bits;
    for (std::size_t i = 0; i < words; ++i, left -= 32) {
        std::uint32_t word = self.word();
        if (left < 32) word >>= 32 - left;
        for (std::size_t k = 0; k < 4; ++k) bytes[4 * i + k] = static_cast<unsigned char>(word >> (8 * k));
    }
    return int_from_bytes(rt, bytes.data(), bytes.size(), false, false);
}

Result<Owned> getstate(Runtime& rt, Args args) {
    const RandomObject& self = self_of(args[0]);
    Ref<TupleObject> result = make_tuple(rt, state_size + 1);
    for (int i = 0; i < state_size; ++i) result->items()[i] = Value::from_int(self.state[i]);
    result->items()[state_size] = Value::from_int(self.index);
    return Owned(std::move(result));
}

Result<Owned> setstate(Runtime& rt, Args args) {
    if (!is_tuple_or_subclass(rt, args[1])) return raise(rt, TypeId::TypeError, "state vector must be a tuple");
    auto& tuple = *static_cast<TupleObject*>(args[1].object());
    if (tuple.size != state_size + 1) return raise(rt, TypeId::ValueError, "state vector is the wrong size");
    std::uint32_t words[state_size];
    for (int i = 0; i < state_size; ++i) words[i] = static_cast<std::uint32_t>(TRY(index_int64(rt, tuple[i])));
    const std::int64_t index = TRY(index_int64(rt, tuple[state_size]));
    if (index < 0 || index > state_size) return raise(rt, TypeId::ValueError, "invalid state");
    RandomObject& self = self_of(args[0]);
    self.index = static_cast<std::uint32_t>(index);
    std::copy(words, words + state_size, self.state);
    return Owned::adopt(Value::none());
}

// random.Random.seed(text): the bytes of the text and then their digest.
Result<Owned> digest(Runtime& rt, Args args) {
    BytesLike bytes = TRY(bytes_like(rt, args[0]));
    TRY(rt.pay(bytes.span().size() / 8));
    return Owned(make_bytes(rt, sha512(bytes.span())));
}

const NativeDef methods[] = {
    {"seed", native<seed>, 0, 1, nullptr,
     "seed([n]) -> None.\n\nDefaults to use urandom and falls back to a combination\nof the current time and the "
     "process identifier."},
    {"random", native<random>, 0, 0, nullptr, "random() -> x in the interval [0, 1)."},
    {"getrandbits", native<getrandbits>, 1, 1, nullptr, "getrandbits(k) -> x.  Generates an int with k random bits."},
    {"getstate", native<getstate>, 0, 0, nullptr, "getstate() -> tuple containing the current state."},
    {"setstate", native<setstate>, 1, 1, nullptr, "setstate(state) -> None.  Restores generator state."},
    {},
};

constexpr Slots slots() {
    Slots s{};
    s.dealloc = dealloc;
    s.new_ = new_random;
    s.init = init_random;
    return s;
}

const TypeSpec random_spec = {
    .name = "Random",
    .module = "_random",
    .base = TypeId::object,
    .size = sizeof(RandomObject),
    .flags = type_is_base,
    .slots = slots(),
    .methods = methods,
    .doc = "Random() -> create a random number generator with its own internal state.",
};
const TypeSpec* const types[] = {&random_spec, nullptr};

const NativeDef functions[] = {
    {"sha512", native<digest>, 1, 1, nullptr, "The SHA-512 digest of bytes."},
    {},
};

} // namespace
} // namespace mp::random

namespace mp {

extern const ModuleDef random_module_def;
const ModuleDef random_module_def = {
    .name = "_random",
    .doc = "Module implements the Mersenne Twister random number generator.",
    .functions = random::functions,
    .types = random::types,
};

} // namespace mp
