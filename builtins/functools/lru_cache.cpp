// _lru_cache_wrapper: what lru_cache() puts around a function. The cache is a dict from keys to results or, when it is bounded, to the numbers of nodes; the
// nodes stand in an array and are linked in the order of their last use.
#include <boost/container/small_vector.hpp>

#include "builtins/functools/functools.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/keys.h"
#include "objects/types/method.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/tuple.h"

namespace mp::functools {

struct Node {
    Value key;    // owned; unbound: the node is free
    Value result; // owned
    std::int64_t hash;
    std::int32_t older, newer; // -1: none; the next free one for a free node: `older`
};

struct LruCacheObject : Object {
    Value function;
    Value cache;           // dict
    Value info_type;       // makes what cache_info() gives
    std::int64_t max_size; // -1: unbounded
    std::int64_t hits, misses;
    Node* nodes;
    std::int32_t node_count; // in use or free, of `node_capacity`
    std::int32_t node_capacity;
    std::int32_t oldest, newest, first_free;
    bool typed;
    auto owned() noexcept { return std::tie(function, cache, info_type); }
    DictObject& dict() const noexcept { return *static_cast<DictObject*>(cache.object()); }
};

// ---- nodes

static void forget_nodes(LruCacheObject& self) noexcept {
    self.node_count = 0;
    self.oldest = self.newest = self.first_free = -1;
}

static void unlink(LruCacheObject& self, std::int32_t n) noexcept {
    Node& node = self.nodes[n];
    (node.older >= 0 ? self.nodes[node.older].newer : self.oldest) = node.newer;
    (node.newer >= 0 ? self.nodes[node.newer].older : self.newest) = node.older;
}

static void link_newest(LruCacheObject& self, std::int32_t n) noexcept {
    Node& node = self.nodes[n];
    node.older = self.newest;
    node.newer = -1;
    (self.newest >= 0 ? self.nodes[self.newest].newer : self.oldest) = n;
    self.newest = n;
}

static std::int32_t take_free_node(Runtime& rt, LruCacheObject& self) {
    if (self.first_free >= 0) {
        const std::int32_t n = self.first_free;
        self.first_free = self.nodes[n].older;
        return n;
    }
    if (self.node_count == self.node_capacity) {
        const std::int32_t capacity = self.node_capacity ? self.node_capacity * 2 : 16;
        const std::size_t old_bytes = static_cast<std::size_t>(self.node_capacity) * sizeof(Node),
                          bytes = static_cast<std::size_t>(capacity) * sizeof(Node);
        self.nodes = static_cast<Node*>(self.nodes ? rt.heap().reallocate(self.nodes, old_bytes, bytes)
                                                   : rt.heap().allocate(bytes));
        self.node_capacity = capacity;
    }
    return self.node_count++;
}

// What a node held; released by the caller when everything is consistent again.
struct Contents {
    Owned key, result;
};

static Contents free_node(LruCacheObject& self, std::int32_t n) noexcept {
    Node& node = self.nodes[n];
    Contents contents{Owned::adopt(node.key), Owned::adopt(node.result)};
    node.key = node.result = Value::unbound();
    node.older = self.first_free;
    self.first_free = n;
    return contents;
}

static void clear_nodes(Runtime& rt, LruCacheObject& self) noexcept {
    Node* nodes = std::exchange(self.nodes, nullptr);
    const std::int32_t count = self.node_count, capacity = std::exchange(self.node_capacity, 0);
    forget_nodes(self);
    for (std::int32_t i = 0; i < count; ++i) {
        release(nodes[i].key);
        release(nodes[i].result);
    }
    if (nodes) rt.heap().free(nodes, static_cast<std::size_t>(capacity) * sizeof(Node));
}

// ---- life

static Result<Owned> new_(Runtime& rt, Type* type, Args args) {
    static const NativeDef def = {"lru_cache", nullptr, 4, 4, "user_function, maxsize, typed, cache_info_type"};
    Value bound[4];
    TRY(bind_arguments(rt, def, args, bound));
    if (!is_callable(rt, bound[0])) return raise(rt, TypeId::TypeError, "the first argument must be callable");
    std::int64_t max_size = -1;
    if (!bound[1].is_none()) {
        if (!has_index(rt, bound[1])) return raise(rt, TypeId::TypeError, "maxsize should be integer or None");
        max_size = std::max<std::int64_t>(TRY(index_int64(rt, bound[1])), 0);
        if (max_size > INT32_MAX / 2) max_size = -1; // more than memory would hold
    }
    const bool typed = TRY(truth(rt, bound[2]));
    auto cache = make_dict(rt);
    auto self = static_cast<LruCacheObject*>(rt.make_instance(*type));
    self->function = Owned::share(bound[0]).release();
    self->cache = cache.release();
    self->info_type = Owned::share(bound[3]).release();
    self->max_size = max_size;
    self->hits = self->misses = 0;
    self->nodes = nullptr;
    self->node_capacity = 0;
    forget_nodes(*self);
    self->typed = typed;
    return Owned::adopt(self);
}

static void clear(Runtime& rt, Object* object) {
    auto& self = *static_cast<LruCacheObject*>(object);
    clear_nodes(rt, self);
    if (!self.cache.is_unbound()) dict_clear(rt, self.dict());
    replace(self.function, Owned());
    replace(self.info_type, Owned());
}

static void dealloc(Runtime& rt, Object* object) {
    clear(rt, object);
    replace(static_cast<LruCacheObject*>(object)->cache, Owned());
    rt.free_object(object, sizeof(LruCacheObject));
}

static void traverse(Object* object, Visitor visit, void* context) {
    traverse_owned<LruCacheObject>(object, visit, context);
    auto& self = *static_cast<LruCacheObject*>(object);
    for (std::int32_t i = 0; i < self.node_count; ++i) {
        if (self.nodes[i].key.is_object()) visit(self.nodes[i].key.object(), context);
        if (self.nodes[i].result.is_object()) visit(self.nodes[i].result.object(), context);
    }
}

// ---- calling

// The key of a call: one str or int argument as it is, else a tuple: positional values, then a mark, names and values of keywords, then (typed) the types.
static Owned make_key(Runtime& rt, LruCacheObject& self, Args args) {
    const std::uint32_t keywords = keyword_count(args), positional = args.count - keywords;
    if (keywords == 0 && !self.typed) {
        if (args.count == 1 && (is_str(args[0]) || args[0].is_int())) return Owned::share(args[0]);
        return make_tuple_sharing(rt, args.values, args.count);
    }
    boost::container::small_vector<Value, 16> parts(args.values, args.values + positional);
    if (keywords) parts.push_back(Value(self.type())); // no argument can be mistaken for it by accident
    for (std::uint32_t i = 0; i < keywords; ++i) {
        parts.push_back((*args.names)[i]);
        parts.push_back(args[positional + i]);
    }
    for (std::uint32_t i = 0; self.typed && i < args.count; ++i) parts.push_back(Value(&rt.type_of(args[i])));
    return make_tuple_sharing(rt, parts.data(), static_cast<std::int64_t>(parts.size()));
}

static Result<Owned> call_unbounded(Runtime& rt, LruCacheObject& self, Args args) {
    Owned key = make_key(rt, self, args);
    const std::int64_t hash = TRY(key_hash(rt, key));
    Owned found = TRY(dict_get_hashed(rt, self.dict(), key, hash));
    if (!found.is_unbound()) {
        ++self.hits;
        return found;
    }
    ++self.misses;
    Owned function = Owned::share(self.function);
    Owned result = TRY(call(rt, function, args));
    TRY(dict_set(rt, self.dict(), key, result));
    return result;
}

// The node that a key leads to, or -1.
static Result<std::int32_t> find_node(Runtime& rt, LruCacheObject& self, Value key, std::int64_t hash) {
    Owned found = TRY(dict_get_hashed(rt, self.dict(), key, hash));
    if (!found.get().is_int()) return std::int32_t{-1};
    const auto n = static_cast<std::int32_t>(found.get().as_int());
    if (n >= self.node_count || self.nodes[n].key.is_unbound()) return std::int32_t{-1};
    return n;
}

static Result<void> evict_oldest(Runtime& rt, LruCacheObject& self) {
    const std::int32_t n = self.oldest;
    if (n < 0) return ok;
    const std::int64_t hash = self.nodes[n].hash;
    unlink(self, n);
    Contents old = free_node(self, n);
    // __eq__ of keys may have changed the cache meanwhile: only our own entry goes.
    Owned found = TRY(dict_get_hashed(rt, self.dict(), old.key, hash));
    if (found.get().is(Value::from_int(n)) && self.nodes && n < self.node_count && self.nodes[n].key.is_unbound())
        TRY(dict_delete(rt, self.dict(), old.key));
    return ok;
}

static Result<Owned> call_bounded(Runtime& rt, LruCacheObject& self, Args args) {
    Owned key = make_key(rt, self, args);
    const std::int64_t hash = TRY(key_hash(rt, key));
    std::int32_t n = TRY(find_node(rt, self, key, hash));
    if (n >= 0) {
        ++self.hits;
        if (self.newest != n) {
            unlink(self, n);
            link_newest(self, n);
        }
        return Owned::share(self.nodes[n].result);
    }
    ++self.misses;
    Owned function = Owned::share(self.function);
    Owned result = TRY(call(rt, function, args));
    if (TRY(find_node(rt, self, key, hash)) >= 0) return result; // the call has entered it already
    if (static_cast<std::int64_t>(self.dict().used) >= self.max_size) TRY(evict_oldest(rt, self));
    n = take_free_node(rt, self);
    self.nodes[n] = {Owned(key).release(), Owned(result).release(), hash, -1, -1};
    link_newest(self, n);
    auto entered = dict_set(rt, self.dict(), key, Value::from_int(n));
    if (entered.is_raised()) {
        if (n < self.node_count && self.nodes[n].key.is(key)) {
            unlink(self, n);
            free_node(self, n);
        }
        return raised;
    }
    return result;
}

static Result<Owned> call_(Runtime& rt, Value value, Args args) {
    auto& self = self_as<LruCacheObject>(value);
    Owned kept = Owned::share(value);
    if (self.function.is_unbound()) return raise(rt, TypeId::TypeError, "the first argument must be callable");
    if (self.max_size == 0) {
        ++self.misses;
        Owned function = Owned::share(self.function);
        return call(rt, function, args);
    }
    return self.max_size < 0 ? call_unbounded(rt, self, args) : call_bounded(rt, self, args);
}

static Result<Owned> bind(Runtime& rt, Value self, Value instance, Type*) {
    if (instance.is_unbound() || instance.is_none()) return Owned::share(self);
    return Owned(make_bound_method(rt, self, instance));
}

// ---- methods

static Result<Owned> cache_info(Runtime& rt, Args args) {
    auto& self = self_as<LruCacheObject>(args[0]);
    Owned hits = make_int(rt, self.hits), misses = make_int(rt, self.misses);
    Value values[] = {hits, misses, self.max_size < 0 ? Value::none() : Value::from_int(self.max_size),
                      Value::from_int(self.dict().used)};
    Owned type = Owned::share(self.info_type);
    return call(rt, type, Args{values, 4});
}

static Result<void> cache_clear(Runtime& rt, Args args) {
    auto& self = self_as<LruCacheObject>(args[0]);
    self.hits = self.misses = 0;
    dict_clear(rt, self.dict());
    clear_nodes(rt, self);
    return ok;
}

static Result<Owned> reduce(Runtime& rt, Args args) { return get_attribute(rt, args[0], *rt.names().dunder_qualname); }
static Result<Owned> copy(Runtime&, Args args) { return Owned::share(args[0]); }

static const NativeDef methods[] = {
    {"cache_info", native<cache_info>, 0, 0, nullptr, "Report cache statistics"},
    {"cache_clear", native<cache_clear>, 0, 0, nullptr, "Clear the cache and cache statistics"},
    {"__reduce__", native<reduce>, 0, 0},
    {"__copy__", native<copy>, 0, 0},
    {"__deepcopy__", native<copy>, 1, 1},
    {},
};

const TypeSpec lru_cache_wrapper_spec = {
    .name = "_lru_cache_wrapper",
    .module = "functools",
    .base = TypeId::object,
    .size = sizeof(LruCacheObject),
    .flags = type_has_gc | type_is_base | type_has_dict | type_weakrefs,
    .slots =
        {.dealloc = dealloc, .traverse = traverse, .clear = clear, .new_ = new_, .call = call_, .descriptor_get = bind},
    .methods = methods,
    .doc = "Create a cached callable that wraps another function.\n\nuser_function:      the function being "
           "cached\n\nmaxsize:  0         for no caching\n"
           "          None      for unlimited cache size\n          n         for a bounded cache\n\ntyped:    False   "
           "  cache f(3) and f(3.0) as identical calls\n"
           "          True      cache f(3) and f(3.0) as distinct calls\n\ncache_info_type:    namedtuple class with "
           "the fields:\n"
           "                        hits misses currsize maxsize\n",
};

} // namespace mp::functools
