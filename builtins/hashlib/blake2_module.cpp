// _blake2: the classes blake2b and blake2s.
#include <new>

#include "builtins/hashlib/blake2.h"
#include "builtins/hashlib/hash_data.h"
#include "builtins/modules.h"
#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/text_arguments.h"

namespace mp {

namespace hashing {

namespace {

template <class Word>
struct Blake2Object : Object {
    Blake2<Word> hash;
};
template <class Word>
constexpr const char* name_of = sizeof(Word) == 8 ? "blake2b" : "blake2s";
template <class Word>
Blake2<Word>& hash_of(Value value) noexcept {
    return static_cast<Blake2Object<Word>*>(value.object())->hash;
}

template <class Word>
const NativeDef new_arguments = {
    name_of<Word>, nullptr, 0, 1,
    "data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, "
    "node_depth=0, inner_size=0, last_node=False, usedforsecurity=True"};

// A parameter of an unsigned C type of 64 bits.
Result<std::uint64_t> unsigned_argument(Runtime& rt, Value value, const char* too_large) {
    if (value.is_unbound()) return std::uint64_t{0};
    Owned number = TRY(index(rt, value));
    std::uint64_t result;
    if (int_sign(number) < 0) return raise(rt, TypeId::ValueError, "value must be positive");
    if (!int_to_uint64(number, result)) return raise(rt, TypeId::OverflowError, "%s", too_large);
    return result;
}

Result<BytesLike> optional_bytes(Runtime& rt, Value value) {
    if (value.is_unbound()) return BytesLike();
    return bytes_like(rt, value);
}

template <class Word>
Result<Owned> make_hash(Runtime& rt, Type* type, Args given) {
    using Hash = Blake2<Word>;
    constexpr auto text = [](const auto&... parts) { return std::string((std::string(parts) + ...)); };
    Value values[13];
    TRY(bind_arguments(rt, new_arguments<Word>, given, values));
    const Args args{values, 13};
    Blake2Parameters p;
    const int digest_size = TRY(int_argument(rt, args, 1, Hash::max_digest_size));
    const BytesLike key = TRY(optional_bytes(rt, values[2]));
    const BytesLike salt = TRY(optional_bytes(rt, values[3]));
    const BytesLike person = TRY(optional_bytes(rt, values[4]));
    const int fanout = TRY(int_argument(rt, args, 5, 1));
    const int depth = TRY(int_argument(rt, args, 6, 1));
    const std::uint64_t leaf_size =
        TRY(unsigned_argument(rt, values[7], "Python int too large to convert to C unsigned long"));
    p.node_offset = TRY(unsigned_argument(rt, values[8], "int too big to convert"));
    const int node_depth = TRY(int_argument(rt, args, 9, 0));
    const int inner_size = TRY(int_argument(rt, args, 10, 0));
    p.last_node = TRY(bool_argument(rt, args, 11, false));

    const auto wrong = [&rt](const std::string& message) { return raise_text(rt, TypeId::ValueError, message); };
    constexpr int most = Hash::max_digest_size;
    if (digest_size <= 0 || digest_size > most)
        return wrong(text("digest_size must be between 1 and ", std::to_string(most), " bytes"));
    if (salt.span().size() > Hash::salt_size)
        return wrong(text("maximum salt length is ", std::to_string(Hash::salt_size), " bytes"));
    if (person.span().size() > Hash::salt_size)
        return wrong(text("maximum person length is ", std::to_string(Hash::salt_size), " bytes"));
    if (fanout < 0 || fanout > 255) return wrong("fanout must be between 0 and 255");
    if (depth <= 0 || depth > 255) return wrong("depth must be between 1 and 255");
    if (leaf_size > 0xFFFFFFFF) return raise(rt, TypeId::OverflowError, "leaf_size is too large");
    if (sizeof(Word) == 4 && p.node_offset > 0xFFFFFFFFFFFF)
        return raise(rt, TypeId::OverflowError, "node_offset is too large");
    if (node_depth < 0 || node_depth > 255) return wrong("node_depth must be between 0 and 255");
    if (inner_size < 0 || inner_size > most)
        return wrong(text("inner_size must be between 0 and is ", std::to_string(most)));
    if (key.span().size() > Hash::max_digest_size)
        return wrong(text("maximum key length is ", std::to_string(most), " bytes"));

    BytesLike data;
    if (args.has(0)) {
        BytesLike given_data = TRY(hash_data(rt, values[0]));
        new (&data) BytesLike(std::move(given_data)); // it holds nothing yet
    }
    p.digest_size = static_cast<unsigned>(digest_size);
    p.key = key.span();
    p.salt = salt.span();
    p.person = person.span();
    p.fanout = static_cast<unsigned>(fanout);
    p.depth = static_cast<unsigned>(depth);
    p.leaf_size = static_cast<std::uint32_t>(leaf_size);
    p.node_depth = static_cast<unsigned>(node_depth);
    p.inner_size = static_cast<unsigned>(inner_size);
    auto* object = static_cast<Blake2Object<Word>*>(rt.make_instance(*type));
    new (&object->hash) Hash(p);
    object->hash.update(data.span());
    return Owned::adopt(object);
}

template <class Word>
void dealloc(Runtime& rt, Object* object) {
    rt.free_object(object, sizeof(Blake2Object<Word>));
}

template <class Word>
Result<void> update(Runtime& rt, Args args) {
    const BytesLike bytes = TRY(hash_data(rt, args[1]));
    hash_of<Word>(args[0]).update(bytes.span());
    return ok;
}

template <class Word>
std::span<const std::uint8_t> digest_of(Value self, std::uint8_t* room) noexcept {
    Blake2<Word> copy = hash_of<Word>(self);
    copy.finish(room);
    return {room, copy.digest_size()};
}
template <class Word>
Result<Owned> digest(Runtime& rt, Args args) {
    std::uint8_t room[Blake2<Word>::max_digest_size];
    return Owned(make_bytes(rt, digest_of<Word>(args[0], room)));
}
template <class Word>
Result<Owned> hexdigest(Runtime& rt, Args args) {
    std::uint8_t room[Blake2<Word>::max_digest_size];
    return hex_text(rt, digest_of<Word>(args[0], room));
}

template <class Word>
Result<Owned> copy(Runtime& rt, Args args) {
    auto* object = static_cast<Blake2Object<Word>*>(rt.make_instance(*args[0].object()->type()));
    new (&object->hash) Blake2<Word>(hash_of<Word>(args[0]));
    return Owned::adopt(object);
}

template <class Word>
Result<Owned> get_name(Runtime& rt, Value) {
    return Owned(make_str(rt, name_of<Word>));
}
template <class Word>
Result<Owned> get_block_size(Runtime& rt, Value) {
    return make_uint(rt, Blake2<Word>::block_size);
}
template <class Word>
Result<Owned> get_digest_size(Runtime& rt, Value self) {
    return make_uint(rt, hash_of<Word>(self).digest_size());
}

template <class Word>
const NativeDef methods[] = {
    {"copy", native<copy<Word>>, 0, 0, nullptr, "Return a copy of the hash object."},
    {"digest", native<digest<Word>>, 0, 0, nullptr, "Return the digest value as a bytes object."},
    {"hexdigest", native<hexdigest<Word>>, 0, 0, nullptr, "Return the digest value as a string of hexadecimal digits."},
    {"update", native<update<Word>>, 1, 1, nullptr,
     "Update this hash object's state with the provided bytes-like object."},
    {},
};
template <class Word>
const GetSetDef getsets[] = {
    {"name", get_name<Word>},
    {"block_size", get_block_size<Word>},
    {"digest_size", get_digest_size<Word>},
    {},
};

template <class Word>
Result<void> fill_type(Runtime& rt, Type& type) {
    const auto set = [&](const char* name, std::size_t value) {
        return type_set_own(rt, type, *rt.intern(name), Value::from_int(static_cast<std::int64_t>(value)));
    };
    TRY(set("SALT_SIZE", Blake2<Word>::salt_size));
    TRY(set("PERSON_SIZE", Blake2<Word>::salt_size));
    TRY(set("MAX_KEY_SIZE", Blake2<Word>::max_digest_size));
    return set("MAX_DIGEST_SIZE", Blake2<Word>::max_digest_size);
}

template <class Word>
const TypeSpec spec = {
    .name = name_of<Word>,
    .module = "_blake2",
    .base = TypeId::object,
    .size = sizeof(Blake2Object<Word>),
    .slots = {.dealloc = dealloc<Word>, .new_ = make_hash<Word>},
    .methods = methods<Word>,
    .getsets = getsets<Word>,
    .doc = "Return a new BLAKE2 hash object.",
    .fill = fill_type<Word>,
};

const TypeSpec* const types[] = {&spec<std::uint64_t>, &spec<std::uint32_t>, nullptr};

} // namespace

} // namespace hashing

extern const ModuleDef blake2_module_def;
const ModuleDef blake2_module_def = {
    .name = "_blake2",
    .doc = "_blake2b provides BLAKE2b for hashlib\n",
    .types = hashing::types,
};

} // namespace mp
