// _hashlib: the hash functions of OpenSSL's libcrypto.
#include "builtins/error_class.h"
#include "builtins/modules.h"
#include "builtins/operator/compare_digest.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/types/module.h"

#if MINIPY_WITH_OPENSSL
#include <openssl/err.h>
#include <openssl/evp.h>

#include <map>
#include <string>

#include "builtins/hashlib/hash_data.h"
#include "interp/support/platform/shared_library.h"
#include "objects/protocol/protocol.h"
#include "objects/types/list.h"
#include "objects/types/numbers.h"
#include "objects/types/text_arguments.h"
#endif

namespace mp {

namespace hashing {

namespace {

#if MINIPY_WITH_OPENSSL

// libcrypto's functions, loaded at the first use.
#define CRYPTO_FUNCTIONS(FUNCTION)                                                                                     \
    FUNCTION(ERR_clear_error)                                                                                          \
    FUNCTION(ERR_get_error)                                                                                            \
    FUNCTION(ERR_lib_error_string)                                                                                     \
    FUNCTION(ERR_reason_error_string)                                                                                  \
    FUNCTION(EVP_DigestFinalXOF)                                                                                       \
    FUNCTION(EVP_DigestFinal_ex)                                                                                       \
    FUNCTION(EVP_DigestInit_ex)                                                                                        \
    FUNCTION(EVP_DigestUpdate)                                                                                         \
    FUNCTION(EVP_MD_CTX_copy_ex)                                                                                       \
    FUNCTION(EVP_MD_CTX_free)                                                                                          \
    FUNCTION(EVP_MD_CTX_get0_md)                                                                                       \
    FUNCTION(EVP_MD_CTX_new)                                                                                           \
    FUNCTION(EVP_MD_fetch)                                                                                             \
    FUNCTION(EVP_MD_free)                                                                                              \
    FUNCTION(EVP_MD_get0_name)                                                                                         \
    FUNCTION(EVP_MD_get_block_size)                                                                                    \
    FUNCTION(EVP_MD_get_flags)                                                                                         \
    FUNCTION(EVP_MD_get_size)                                                                                          \
    FUNCTION(EVP_MD_is_a)                                                                                              \
    FUNCTION(EVP_PBE_scrypt)                                                                                           \
    FUNCTION(PKCS5_PBKDF2_HMAC)
struct Crypto {
#define FUNCTION(name) decltype(&::name) name = nullptr;
    CRYPTO_FUNCTIONS(FUNCTION)
#undef FUNCTION
};
// Null: the library is not on this machine; then the module cannot be imported, and nothing else here runs.
const Crypto* crypto() noexcept {
    struct Loaded {
        Crypto functions;
        bool complete = true;
        Loaded() noexcept {
            const platform::SharedLibrary library(MINIPY_OPENSSL_SONAME);
#define FUNCTION(name) complete = library.find(#name, functions.name) && complete;
            CRYPTO_FUNCTIONS(FUNCTION)
#undef FUNCTION
        }
    };
    static const Loaded loaded;
    return loaded.complete ? &loaded.functions : nullptr;
}

// Python's name of a hash and libcrypto's.
struct Algorithm {
    const char* name;
    const char* openssl_name;
};
const Algorithm algorithms[] = {
    {"md5", "MD5"},
    {"sha1", "SHA1"},
    {"sha224", "SHA2-224"},
    {"sha256", "SHA2-256"},
    {"sha384", "SHA2-384"},
    {"sha512", "SHA2-512"},
    {"sha512_224", "SHA2-512/224"},
    {"sha512_256", "SHA2-512/256"},
    {"sha3_224", "SHA3-224"},
    {"sha3_256", "SHA3-256"},
    {"sha3_384", "SHA3-384"},
    {"sha3_512", "SHA3-512"},
    {"shake_128", "SHAKE-128"},
    {"shake_256", "SHAKE-256"},
    {"blake2b", "BLAKE2B-512"},
    {"blake2s", "BLAKE2S-256"},
    {"ripemd160", "RIPEMD-160"},
    {"md5-sha1", "MD5-SHA1"},
    {"sm3", "SM3"},
};

struct State : ModuleState {
    OptRef<Type> hash;
    OptRef<Type> extendable; // HASHXOF
    OptRef<Type> unsupported;
    std::map<std::string, EVP_MD*> fetched;
    ~State() override {
        for (auto& [name, method] : fetched) crypto()->EVP_MD_free(method);
    }
};
State& state_of(Runtime& rt) { return rt.module_state<State>(); }

struct HashObject : Object {
    EVP_MD_CTX* context; // owned
};
HashObject& hash_of(Value value) noexcept { return *static_cast<HashObject*>(value.object()); }

// The method of a name in Python's or OpenSSL's spelling; null: there is none.
EVP_MD* find_method(Runtime& rt, const std::string& name) {
    State& state = state_of(rt);
    const auto found = state.fetched.find(name);
    if (found != state.fetched.end()) return found->second;
    std::string openssl_name = name;
    for (const Algorithm& algorithm : algorithms)
        if (name == algorithm.name) openssl_name = algorithm.openssl_name;
    EVP_MD* method = crypto()->EVP_MD_fetch(nullptr, openssl_name.c_str(), nullptr);
    crypto()->ERR_clear_error();
    if (method) state.fetched.emplace(name, method);
    return method;
}

std::string python_name(const EVP_MD* method) {
    for (const Algorithm& algorithm : algorithms)
        if (crypto()->EVP_MD_is_a(method, algorithm.openssl_name)) return algorithm.name;
    return crypto()->EVP_MD_get0_name(method);
}

bool is_extendable(const EVP_MD* method) noexcept {
    return (crypto()->EVP_MD_get_flags(method) & EVP_MD_FLAG_XOF) != 0;
}

Raised raise_openssl(Runtime& rt) {
    const unsigned long code = crypto()->ERR_get_error();
    crypto()->ERR_clear_error();
    const char* reason = crypto()->ERR_reason_error_string(code);
    const char* library = crypto()->ERR_lib_error_string(code);
    if (!reason) return raise(rt, TypeId::ValueError, "unknown reason");
    return raise(rt, TypeId::ValueError, "[%s] %s", library ? library : "", reason);
}

Result<Ref<HashObject>> make_hash_object(Runtime& rt, Type& type) {
    auto* object = static_cast<HashObject*>(rt.make_instance(type));
    object->context = crypto()->EVP_MD_CTX_new();
    auto owned = Ref<HashObject>::adopt(object);
    if (!object->context) return raise_memory_error(rt);
    return owned;
}

Result<Owned> start_hash(Runtime& rt, EVP_MD* method, Value data) {
    State& state = state_of(rt);
    BytesLike bytes;
    if (!data.is_unbound()) {
        BytesLike given = TRY(hash_data(rt, data));
        new (&bytes) BytesLike(std::move(given)); // it holds nothing yet
    }
    if (!state.hash) return raise(rt, TypeId::RuntimeError, "_hashlib is being taken down");
    Ref<HashObject> object = TRY(make_hash_object(rt, is_extendable(method) ? *state.extendable : *state.hash));
    if (!crypto()->EVP_DigestInit_ex(object->context, method, nullptr)) return raise_openssl(rt);
    if (!crypto()->EVP_DigestUpdate(object->context, bytes.span().data(), bytes.span().size()))
        return raise_openssl(rt);
    return Owned(std::move(object));
}

// ---- HASH

void dealloc(Runtime& rt, Object* object) {
    crypto()->EVP_MD_CTX_free(static_cast<HashObject*>(object)->context);
    rt.free_object(object, sizeof(HashObject));
}

Result<void> update(Runtime& rt, Args args) {
    const BytesLike bytes = TRY(hash_data(rt, args[1]));
    if (!crypto()->EVP_DigestUpdate(hash_of(args[0]).context, bytes.span().data(), bytes.span().size()))
        return raise_openssl(rt);
    return ok;
}

Result<Owned> copy(Runtime& rt, Args args) {
    Ref<HashObject> object = TRY(make_hash_object(rt, *args[0].object()->type()));
    if (!crypto()->EVP_MD_CTX_copy_ex(object->context, hash_of(args[0]).context)) return raise_openssl(rt);
    return Owned(std::move(object));
}

// The end of a copy: the object goes on.
struct Ending {
    EVP_MD_CTX* context = crypto()->EVP_MD_CTX_new();
    ~Ending() { crypto()->EVP_MD_CTX_free(context); }
};

struct Digest {
    std::uint8_t bytes[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    std::span<const std::uint8_t> span() const noexcept { return {bytes, size}; }
};
Result<void> digest_of(Runtime& rt, Value self, Digest& out) {
    Ending ending;
    if (!ending.context) return raise_memory_error(rt);
    if (!crypto()->EVP_MD_CTX_copy_ex(ending.context, hash_of(self).context) ||
        !crypto()->EVP_DigestFinal_ex(ending.context, out.bytes, &out.size))
        return raise_openssl(rt);
    return ok;
}
Result<Owned> digest(Runtime& rt, Args args) {
    Digest out;
    TRY(digest_of(rt, args[0], out));
    return Owned(make_bytes(rt, out.span()));
}
Result<Owned> hexdigest(Runtime& rt, Args args) {
    Digest out;
    TRY(digest_of(rt, args[0], out));
    return hex_text(rt, out.span());
}

Result<Ref<BytesObject>> long_digest(Runtime& rt, Args args) {
    const std::int64_t length = TRY(size_argument(rt, args, 1, 0));
    if (length < 0) return raise(rt, TypeId::ValueError, "length must be non-negative");
    if (!rt.heap().would_fit(static_cast<std::size_t>(length))) return raise_memory_error(rt);
    TRY(rt.pay(static_cast<std::uint64_t>(length) >> 5));
    Ref<BytesObject> result = make_bytes_uninitialised(rt, length);
    if (length == 0) return result;
    Ending ending;
    if (!ending.context) return raise_memory_error(rt);
    if (!crypto()->EVP_MD_CTX_copy_ex(ending.context, hash_of(args[0]).context) ||
        !crypto()->EVP_DigestFinalXOF(ending.context, result->data(), static_cast<std::size_t>(length)))
        return raise_openssl(rt);
    return result;
}
Result<Owned> extendable_digest(Runtime& rt, Args args) { return Owned(TRY(long_digest(rt, args))); }
Result<Owned> extendable_hexdigest(Runtime& rt, Args args) {
    Ref<BytesObject> bytes = TRY(long_digest(rt, args));
    return hex_text(rt, bytes->span());
}

const EVP_MD* method_of(Value self) noexcept { return crypto()->EVP_MD_CTX_get0_md(hash_of(self).context); }

Result<Owned> get_name(Runtime& rt, Value self) { return Owned(make_str(rt, python_name(method_of(self)))); }
Result<Owned> get_block_size(Runtime& rt, Value self) {
    return make_int(rt, crypto()->EVP_MD_get_block_size(method_of(self)));
}
Result<Owned> get_digest_size(Runtime& rt, Value self) {
    return make_int(rt, is_extendable(method_of(self)) ? 0 : crypto()->EVP_MD_get_size(method_of(self)));
}

Result<Owned> repr(Runtime& rt, Value self) {
    char address[32];
    std::snprintf(address, sizeof address, "%p", static_cast<void*>(self.object()));
    return Owned(
        make_str(rt, "<" + python_name(method_of(self)) + " " + type_name(rt, self) + " object @ " + address + ">"));
}

const NativeDef methods[] = {
    {"copy", native<copy>, 0, 0, nullptr, "Return a copy of the hash object."},
    {"digest", native<digest>, 0, 0, nullptr, "Return the digest value as a bytes object."},
    {"hexdigest", native<hexdigest>, 0, 0, nullptr, "Return the digest value as a string of hexadecimal digits."},
    {"update", native<update>, 1, 1, nullptr, "Update this hash object's state with the provided string."},
    {},
};
const GetSetDef getsets[] = {
    {"block_size", get_block_size},
    {"digest_size", get_digest_size},
    {"name", get_name, nullptr, "algorithm name."},
    {},
};
const TypeSpec hash_spec = {
    .name = "HASH",
    .module = "_hashlib",
    .base = TypeId::object,
    .size = sizeof(HashObject),
    .flags = type_is_base | type_no_new,
    .slots = {.dealloc = dealloc, .repr = repr},
    .methods = methods,
    .getsets = getsets,
    .doc = "A hash is an object used to calculate a checksum of a string of information.",
};

const NativeDef extendable_methods[] = {
    {"digest", native<extendable_digest>, 1, 1, "length", "Return the digest value as a bytes object."},
    {"hexdigest", native<extendable_hexdigest>, 1, 1, "length",
     "Return the digest value as a string of hexadecimal digits."},
    {},
};
const TypeSpec extendable_spec = {
    .name = "HASHXOF",
    .module = "_hashlib",
    .base = TypeId::object,
    .size = sizeof(HashObject),
    .flags = type_is_base | type_no_new,
    .slots = {.dealloc = dealloc, .repr = repr},
    .methods = extendable_methods,
    .doc = "A hash is an object used to calculate a checksum of a string of information.",
};

// ---- functions

template <std::size_t N>
struct Name {
    char text[N];
    constexpr Name(const char (&t)[N]) { std::copy(t, t + N, text); }
};
template <Name name>
Result<Owned> constructor(Runtime& rt, Args args) {
    EVP_MD* method = find_method(rt, name.text);
    if (!method) return raise_error_class(rt, state_of(rt).unsupported.get(), "unsupported hash type %s", name.text);
    return start_hash(rt, method, args[0]);
}

Result<EVP_MD*> method_argument(Runtime& rt, Value value) {
    if (!is_str_or_subclass(rt, value)) return raise(rt, TypeId::TypeError, "name must be a string");
    const std::string name = to_utf8(*static_cast<StrObject*>(value.object()));
    EVP_MD* method = name.find('\0') == std::string::npos ? find_method(rt, name) : nullptr;
    if (!method)
        return raise_error_class(rt, state_of(rt).unsupported.get(), "[digital envelope routines] unsupported");
    return method;
}

Result<Owned> new_hash(Runtime& rt, Args args) {
    EVP_MD* method = TRY(method_argument(rt, args[0]));
    return start_hash(rt, method, args[1]);
}

Result<Owned> pbkdf2_hmac(Runtime& rt, Args args) {
    EVP_MD* method = TRY(method_argument(rt, args[0]));
    const BytesLike password = TRY(bytes_like(rt, args[1]));
    const BytesLike salt = TRY(bytes_like(rt, args[2]));
    const std::int64_t iterations = TRY(index_int64(rt, args[3]));
    const bool has_length = args.has(4) && !args[4].is_none();
    const std::int64_t length = has_length ? TRY(index_int64(rt, args[4])) : crypto()->EVP_MD_get_size(method);
    if (password.span().size() > INT32_MAX) return raise(rt, TypeId::OverflowError, "password is too long.");
    if (salt.span().size() > INT32_MAX) return raise(rt, TypeId::OverflowError, "salt is too long.");
    if (iterations < 1) return raise(rt, TypeId::ValueError, "iteration value must be greater than 0.");
    if (iterations > INT32_MAX) return raise(rt, TypeId::OverflowError, "iteration value is too great.");
    if (length < 1) return raise(rt, TypeId::ValueError, "key length must be greater than 0.");
    if (length > INT32_MAX) return raise(rt, TypeId::OverflowError, "key length is too great.");
    TRY(rt.pay(static_cast<std::uint64_t>(iterations) * (static_cast<std::uint64_t>(length) / 16 + 1)));
    Ref<BytesObject> key = make_bytes_uninitialised(rt, length);
    if (!crypto()->PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(password.span().data()),
                                     static_cast<int>(password.span().size()), salt.span().data(),
                                     static_cast<int>(salt.span().size()), static_cast<int>(iterations), method,
                                     static_cast<int>(length), key->data()))
        return raise_openssl(rt);
    return Owned(std::move(key));
}

Result<Owned> scrypt(Runtime& rt, Args args) {
    const auto given = [&args](std::size_t i) { return args.has(i) && !args[i].is_none(); };
    const BytesLike password = TRY(bytes_like(rt, args[0]));
    if (!given(1)) return raise(rt, TypeId::TypeError, "salt is required");
    const BytesLike salt = TRY(bytes_like(rt, args[1]));
    static constexpr const char* names[] = {"n", "r", "p"};
    std::int64_t costs[3];
    for (std::size_t i = 0; i < 3; ++i) {
        if (!given(2 + i) || !is_any_int(args[2 + i]))
            return raise(rt, TypeId::TypeError, "%s is required and must be an unsigned int", names[i]);
        costs[i] = TRY(index_int64(rt, args[2 + i]));
        if (costs[i] < 0) return raise(rt, TypeId::OverflowError, "can't convert negative value to unsigned int");
    }
    const auto [n, r, p] = costs;
    if (n < 2 || (n & (n - 1))) return raise(rt, TypeId::ValueError, "n must be a power of 2.");
    const std::int64_t most_memory = TRY(size_argument(rt, args, 5, 0));
    const std::int64_t length = TRY(size_argument(rt, args, 6, 64));
    if (most_memory < 0 || most_memory > INT32_MAX)
        return raise(rt, TypeId::ValueError, "maxmem must be positive and smaller than %d", INT32_MAX);
    if (length < 1 || length > INT32_MAX)
        return raise(rt, TypeId::ValueError, "dklen must be greater than 0 and smaller than %d", INT32_MAX);
    const auto derive = [&](std::uint8_t* out) {
        return crypto()->EVP_PBE_scrypt(reinterpret_cast<const char*>(password.span().data()), password.span().size(),
                                        salt.span().data(), salt.span().size(), static_cast<std::uint64_t>(n),
                                        static_cast<std::uint64_t>(r), static_cast<std::uint64_t>(p),
                                        static_cast<std::uint64_t>(most_memory), out, static_cast<std::size_t>(length));
    };
    // Whether the parameters are in order: nothing is computed yet.
    if (!derive(nullptr)) {
        const unsigned long code = crypto()->ERR_get_error();
        crypto()->ERR_clear_error();
        const char* reason = crypto()->ERR_reason_error_string(code);
        return raise(rt, TypeId::ValueError, "Invalid parameter combination for n, r, p, maxmem%s%s.",
                     reason ? ": " : "", reason ? reason : "");
    }
    TRY(rt.pay(static_cast<std::uint64_t>(n) * static_cast<std::uint64_t>(r) * static_cast<std::uint64_t>(p)));
    Ref<BytesObject> key = make_bytes_uninitialised(rt, length);
    if (!derive(key->data())) return raise_openssl(rt);
    return Owned(std::move(key));
}

#define CONSTRUCTOR(name)                                                                                              \
    {                                                                                                                  \
        "openssl_" name, native<constructor<name>>, 0, 1, "string=b'', *, usedforsecurity=True",                       \
            "Returns a hash object; optionally initialized with a string"                                              \
    }
const NativeDef functions[] = {
    {"new", native<new_hash>, 1, 2, "name, string=b'', *, usedforsecurity=True",
     "Return a new hash object using the named algorithm.\n\nAn optional string argument may be provided and will "
     "be\nautomatically hashed."},
    CONSTRUCTOR("md5"),
    CONSTRUCTOR("sha1"),
    CONSTRUCTOR("sha224"),
    CONSTRUCTOR("sha256"),
    CONSTRUCTOR("sha384"),
    CONSTRUCTOR("sha512"),
    CONSTRUCTOR("sha3_224"),
    CONSTRUCTOR("sha3_256"),
    CONSTRUCTOR("sha3_384"),
    CONSTRUCTOR("sha3_512"),
    CONSTRUCTOR("shake_128"),
    CONSTRUCTOR("shake_256"),
    {"compare_digest", native<compare_digest>, 2, 2, "a, b, /", compare_digest_doc},
    {"pbkdf2_hmac", native<pbkdf2_hmac>, 4, 5, "hash_name, password, salt, iterations, dklen=None",
     "Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."},
    {"scrypt", native<scrypt>, 1, 1, "password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64",
     "scrypt password-based key derivation function."},
    {},
};
#undef CONSTRUCTOR

Result<void> fill(Runtime& rt, ModuleObject& module) {
    if (!crypto())
        return raise(rt, TypeId::ImportError, "hashlib needs the library %s, which is missing", MINIPY_OPENSSL_SONAME);
    State& state = state_of(rt);
    if (!state.hash) {
        state.hash = TRY(make_native_type(rt, hash_spec));
        state.extendable = TRY(make_native_type(rt, extendable_spec, state.hash.get()));
        state.unsupported = TRY(make_error_class(rt, "_hashlib", "UnsupportedDigestmodError", TypeId::ValueError));
    }
    module_add(rt, module, "HASH", Owned::share(Value(state.hash.get())));
    module_add(rt, module, "HASHXOF", Owned::share(Value(state.extendable.get())));
    module_add(rt, module, "UnsupportedDigestmodError", Owned::share(Value(state.unsupported.get())));
    Ref<ListObject> names = make_list(rt);
    for (const Algorithm& algorithm : algorithms)
        if (find_method(rt, algorithm.name)) list_append(rt, *names, make_str(rt, algorithm.name));
    Owned set = TRY(call(rt, Value(&rt.type(TypeId::frozenset)), Value(names.get())));
    module_add(rt, module, "openssl_md_meth_names", std::move(set));
    return ok;
}

#else

Result<void> fill(Runtime& rt, ModuleObject&) {
    return raise(rt, TypeId::ImportError, "hashlib is not available: minipy was built without OpenSSL's libcrypto");
}
constexpr const NativeDef* functions = nullptr;

#endif

} // namespace

} // namespace hashing

extern const ModuleDef hashlib_module_def;
const ModuleDef hashlib_module_def = {
    .name = "_hashlib",
    .doc = "OpenSSL interface for hashlib module",
    .functions = hashing::functions,
    .fill = hashing::fill,
};

} // namespace mp
