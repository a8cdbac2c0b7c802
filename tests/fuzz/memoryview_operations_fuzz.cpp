// A sequence of operations on views and what they show, each byte of the input a choice. Views must stay inside the memory they were made of, sizes must not change under them, and no
// export may outlive what holds it.
#include <tuple>
#include <vector>

#include "objects/buffer/lent_memory.h"
#include "objects/core/gc.h"
#include "objects/types/bytes_methods.h"
#include "objects/types/memoryview.h"
#include "objects/types/slice.h"
#include "objects/types/tuple.h"
#include "tests/fuzz/fuzz_session.h"

namespace {

using namespace mp;
using fuzz::attempt;
using fuzz::finding;
using fuzz::Input;

// Acting: a number whose conversion does something to what is being worked on. Lender: memory of a Python class.
constexpr const char* prelude = R"(
import array, io, struct
class Acting:
    def __init__(self, act, result):
        self.act, self.result = act, result
    def convert(self):
        act, self.act = self.act, None
        if act:
            act()
        return self.result
    def __index__(self): return self.convert()
    def __float__(self): return float(self.convert())
    def __bool__(self): return bool(self.convert())
    def __eq__(self, other): return self.convert() == other
    def __iter__(self):
        yield 1
        yield self.convert()
class Lender:
    def __init__(self, memory):
        self.memory, self.lent = memory, 0
    def __buffer__(self, flags):
        view = memoryview(self.memory)
        self.lent += 1
        return view
    def __release_buffer__(self, view):
        self.lent -= 1
        view.release()
array_type, stream_type = array.array, io.BytesIO
pack_into, unpack_from, iter_unpack = struct.pack_into, struct.unpack_from, struct.iter_unpack
view_type, bytearray_type, bytes_type = memoryview, bytearray, bytes
as_list, in_reverse = list, reversed
)";

constexpr const char* item_formats[] = {"B", "b", "c", "?",  "h",  "H",  "i",  "I", "l", "Q", "n", "e",
                                        "f", "d", "P", "<H", ">i", ">d", "=q", "F", "D", "s", ""};
constexpr std::size_t most_objects = 8;
constexpr int most_operations = 24;

class Session {
public:
    Session() {
        machine_.exec(prelude);
        for (const char* name :
             {"release",   "clear", "pop",      "append",   "extend",    "insert",      "resize", "take_bytes",
              "reverse",   "cast",  "tobytes",  "tolist",   "hex",       "toreadonly",  "count",  "index",
              "getbuffer", "write", "truncate", "getvalue", "frombytes", "byteswap",    "find",   "join",
              "replace",   "split", "readinto", "seek",     "__exit__",  "__setstate__"})
            names_.emplace_back(name, vm.intern(name));
    }

    void play(Input input) {
        input_ = &input;
        objects_.clear();
        start();
        for (int i = 0; i < most_operations && !input.is_empty(); ++i) operate();
        for (const Owned& object : objects_) check(object);
        end();
    }

private:
    fuzz::Machine machine_;
    Vm& vm = machine_.vm;
    std::vector<std::pair<std::string_view, Ref<StrObject>>> names_;
    std::vector<Owned> objects_;
    std::vector<Ref<ByteArrayObject>> arrays_; // every bytearray of the sequence
    Input* input_ = nullptr;

    StrObject& name(std::string_view text) {
        for (const auto& [known, object] : names_)
            if (known == text) return *object;
        finding("an unknown name");
    }
    Value any() { return objects_[input_->byte() % objects_.size()]; }
    MemoryViewObject* any_view() {
        const std::size_t from = input_->byte();
        for (std::size_t i = 0; i < objects_.size(); ++i)
            if (const Value value = objects_[(from + i) % objects_.size()]; is_memoryview(value))
                return static_cast<MemoryViewObject*>(value.object());
        return nullptr;
    }
    void keep(Owned value) {
        if (!value.get().is_object()) return;
        if (is_bytearray(value))
            arrays_.push_back(Ref<ByteArrayObject>::share(static_cast<ByteArrayObject*>(value.get().object())));
        if (objects_.size() < most_objects)
            objects_.push_back(std::move(value));
        else
            objects_[input_->byte() % most_objects] = std::move(value);
    }
    Owned call(Value callee, std::initializer_list<Value> arguments) {
        std::vector<Value> values(arguments);
        return attempt(vm, [&] {
            return mp::call(vm, callee, Args{values.data(), static_cast<std::uint32_t>(values.size())});
        });
    }
    Owned method(Value object, std::string_view method_name, std::initializer_list<Value> arguments = {}) {
        Owned keep_alive = Owned::share(object);
        Owned bound = attempt(vm, [&] { return get_attribute(vm, object, name(method_name)); });
        return bound.is_unbound() ? Owned() : call(bound, arguments);
    }
    Value callable(const char* global) { return machine_.global(global); }

    Ref<ByteArrayObject> new_array() {
        Ref<ByteArrayObject> array = make_bytearray_uninitialised(vm, input_->byte() % 49);
        for (std::int64_t i = 0; i < array->size; ++i) array->start[i] = static_cast<std::uint8_t>(i * 7 + 1);
        return array;
    }
    void start() {
        keep(Owned(new_array()));
        keep(call(callable("view_type"), {objects_[0]}));
    }

    // Something that converts to a number, and may do harm meanwhile.
    Owned number() {
        const std::uint8_t kind = input_->byte();
        if (kind < 200) return Owned::adopt(Value::from_int(kind % 16 == 15 ? input_->small() : kind % 16));
        if (kind < 210) return make_int(vm, static_cast<std::int64_t>(input_->bits()));
        if (kind < 220) return make_float(vm, std::bit_cast<double>(input_->bits()));
        if (kind < 224) return make_bytes(vm, {reinterpret_cast<const std::uint8_t*>("xy"), input_->byte() % 3u});
        const Value victim = any();
        constexpr std::string_view acts[] = {"release", "clear",      "pop",      "resize",
                                             "reverse", "toreadonly", "__exit__", "getbuffer"};
        Owned act = attempt(vm, [&] { return get_attribute(vm, victim, name(input_->of(acts))); });
        if (act.is_unbound()) act = Owned::adopt(Value::none());
        Owned result = Owned::adopt(Value::from_int(input_->byte() % 8));
        return call(callable("Acting"), {act, result});
    }
    Owned bound() { return input_->byte() % 3 == 0 ? Owned::adopt(Value::none()) : number(); }
    Owned slice() {
        Owned start = bound(), stop = bound();
        Owned step = input_->byte() % 2 ? Owned::adopt(Value::none()) : number();
        return make_slice(vm, start, stop, step);
    }
    Owned key() {
        switch (input_->byte() % 4) {
        case 0: return slice();
        case 1: {
            Ref<TupleObject> keys = make_tuple(vm, input_->byte() % 4);
            for (std::int64_t i = 0; i < keys->size; ++i)
                keys->items()[i] = (input_->byte() % 3 ? number() : slice()).release();
            return keys;
        }
        default: return number();
        }
    }
    Owned format() { return make_str(vm, input_->of(item_formats)); }
    Owned shape(MemoryViewObject& view) {
        Ref<TupleObject> lengths = make_tuple(vm, input_->byte() % 4);
        std::int64_t left = view.item_size ? view.byte_length / view.item_size : 0;
        for (std::int64_t i = 0; i < lengths->size; ++i) {
            const std::uint8_t choice = input_->byte();
            std::int64_t length = choice < 200 ? 1 + choice % 4 : input_->small();
            if (i + 1 == lengths->size && choice % 2 == 0) length = left;
            if (length > 0) left /= length;
            lengths->items()[i] = Value::from_int(length);
        }
        return lengths;
    }

    void operate() {
        switch (input_->byte() % 30) {
        case 0: return keep(Owned(new_array()));
        case 1:
            return keep(
                make_bytes(vm, {reinterpret_cast<const std::uint8_t*>("0123456789abcdef"), input_->byte() % 17u}));
        case 2: {
            static constexpr const char* codes[] = {"B", "h", "I", "q", "f", "d", "u", "w"};
            Owned code = make_str(vm, input_->of(codes));
            return keep(call(callable("array_type"), {code, any()}));
        }
        case 3: return keep(call(callable("stream_type"), {any()}));
        case 4: return keep(call(callable("Lender"), {any()}));
        case 5:
        case 6: return keep(call(callable("view_type"), {any()}));
        case 7: return keep(method(any(), "getbuffer"));
        case 8:
        case 9: return with_view([this](MemoryViewObject& view) { return item_of(&view, slice()); });
        case 10:
        case 11: return with_view([this](MemoryViewObject& view) { return cast(view); });
        case 12: return with_view([this](MemoryViewObject& view) { return cast_freely(view); });
        case 13: return with_view([this](MemoryViewObject& view) { return item_of(&view, key()); });
        case 14:
        case 15:
            return with_view([this](MemoryViewObject& view) {
                return assign(&view, key(), input_->byte() % 3 ? number() : Owned::share(any()));
            });
        case 16:
            return with_view([this](MemoryViewObject& view) { return assign(&view, slice(), Owned::share(any())); });
        case 17: return with_view([this](MemoryViewObject& view) { return method(&view, "release"); });
        case 18: return with_view([this](MemoryViewObject& view) { return method(&view, "toreadonly"); });
        case 19: return with_view([this](MemoryViewObject& view) { return read(view); });
        case 20: return compare();
        case 21:
            return with_view([this](MemoryViewObject& view) {
                return method(&view, input_->byte() % 2 ? "count" : "index", {number()});
            });
        case 22: return change(any());
        case 23: return keep(item_of(any(), key()));
        case 24: return (void)assign(any(), key(), input_->byte() % 2 ? number() : Owned::share(any()));
        case 25: return structs();
        case 26: return bytes_methods();
        case 27: return lend();
        case 28: return keep(attempt(vm, [this] { return iterate(vm, any()); }));
        default: return drop();
        }
    }

    template <class F>
    void with_view(F&& action) {
        MemoryViewObject* view = any_view();
        if (!view) return;
        Owned keep_alive = Owned::share(view);
        keep(action(*view));
    }
    Owned item_of(Value container, const Owned& key) {
        Owned keep_alive = Owned::share(container);
        return attempt(vm, [&] { return get_item(vm, container, key); });
    }
    Owned assign(Value container, const Owned& key, const Owned& value) {
        Owned keep_alive = Owned::share(container);
        return attempt(vm, [&]() -> Result<Owned> {
            TRY(set_item(vm, container, key, value));
            return Owned::adopt(Value::none());
        });
    }
    Owned cast(MemoryViewObject& view) {
        Owned code = format();
        if (input_->byte() % 2) return method(&view, "cast", {code});
        Owned lengths = shape(view);
        return method(&view, "cast", {code, lengths});
    }
    // minipy's own: an order or strides.
    Owned cast_freely(MemoryViewObject& view) {
        Owned code = format(), lengths = shape(view), free;
        const bool order = input_->byte() % 2;
        if (order) {
            free = make_str(vm, input_->byte() % 2 ? "F" : "C");
        } else {
            Ref<TupleObject> strides = make_tuple(vm, static_cast<TupleObject*>(lengths.get().object())->size);
            for (std::int64_t i = 0; i < strides->size; ++i) strides->items()[i] = Value::from_int(input_->small());
            free = strides;
        }
        Owned bound_method = attempt(vm, [&] { return get_attribute(vm, &view, name("cast")); });
        Ref<TupleObject> names = tuple_of(vm, vm.intern(order ? "order" : "strides"));
        Value values[] = {code, lengths, free};
        return attempt(vm, [&] { return mp::call(vm, bound_method, Args{values, 3, names.get()}); });
    }
    Owned read(MemoryViewObject& view) {
        switch (input_->byte() % 6) {
        case 0: {
            Owned order = make_str(vm, input_->byte() % 2 ? "F" : "A");
            return method(&view, "tobytes", {order});
        }
        case 1: return method(&view, "tolist");
        case 2: return method(&view, "hex");
        case 3: return call(callable("as_list"), {&view});
        case 4: return call(callable("in_reverse"), {&view});
        default: return attempt(vm, [&]() -> Result<Owned> { return make_int(vm, TRY(hash(vm, &view))); });
        }
    }
    void compare() {
        Owned left = Owned::share(any()), right = Owned::share(any());
        Owned one = attempt(vm, [&] { return mp::compare(vm, left, right, CompareOp::eq); });
        Owned other = attempt(vm, [&] { return mp::compare(vm, right, left, CompareOp::eq); });
        if (is_memoryview(left) && is_memoryview(right) && !one.is_unbound() && !other.is_unbound() &&
            !one.get().is(other))
            finding("== depends on the order");
    }
    void change(Value object) {
        Owned argument = number();
        constexpr std::string_view one[] = {"append", "extend",   "resize", "take_bytes", "pop",
                                            "write",  "truncate", "seek",   "frombytes"};
        constexpr std::string_view none[] = {"clear", "pop", "reverse", "byteswap", "getvalue", "take_bytes"};
        switch (input_->byte() % 5) {
        case 0: return keep(method(object, input_->of(none)));
        case 1: return keep(method(object, input_->of(one), {argument}));
        case 2: return keep(method(object, input_->of(one), {any()}));
        case 3: {
            Owned where = number();
            return keep(method(object, "insert", {where, argument}));
        }
        default: {
            Owned keep_alive = Owned::share(object), what = key();
            attempt(vm, [&]() -> Result<Owned> {
                TRY(delete_item(vm, object, what));
                return Owned::adopt(Value::none());
            });
        }
        }
    }
    void structs() {
        static constexpr const char* formats[] = {"<hB", "4s", ">d", "3xI", "?", "BB", "e"};
        Owned text = make_str(vm, input_->of(formats)), offset = number(), first = number(), second = number();
        switch (input_->byte() % 4) {
        case 0: return keep(call(callable("pack_into"), {text, any(), offset, first, second}));
        case 1: return keep(call(callable("pack_into"), {text, any(), offset, first}));
        case 2: return keep(call(callable("unpack_from"), {text, any(), offset}));
        default: return keep(call(callable("iter_unpack"), {text, any()}));
        }
    }
    void bytes_methods() {
        Owned argument = input_->byte() % 2 ? number() : Owned::share(any());
        constexpr std::string_view one[] = {"find", "count", "split", "join", "readinto", "index"};
        if (input_->byte() % 3) return keep(method(any(), input_->of(one), {argument}));
        keep(method(any(), "replace", {argument, any()}));
    }
    // The host lends memory and takes it back while scripts look at it.
    void lend() {
        std::uint8_t memory[16] = {1, 2, 3, 4, 5, 6, 7, 8};
        Ref<LentMemoryObject> lent = make_lent_memory(vm, memory, sizeof memory, input_->byte() % 4 == 0);
        Owned view = call(callable("view_type"), {lent});
        if (view.is_unbound()) finding("lent memory cannot be viewed");
        keep(view);
        for (int i = 0; i < 4; ++i) {
            // Only views of the lent memory come from this: all others belong to it, or die with it.
            Owned derived = input_->byte() % 2 ? item_of(view, slice())
                                               : cast(*static_cast<MemoryViewObject*>(view.get().object()));
            keep(derived);
            if (input_->byte() % 2) assign(view, key(), number());
        }
        if (!revoke_lent_memory(vm, *lent)) finding("lent memory cannot be taken back");
        std::memset(memory, 0xEE, sizeof memory);
    }
    void drop() {
        if (objects_.size() < 2) return;
        const std::size_t at = input_->byte() % objects_.size();
        Owned dying = std::move(objects_[at]);
        objects_.erase(objects_.begin() + static_cast<std::ptrdiff_t>(at));
    }

    // All items of a view lie in the exporter's memory.
    void check(Value value) {
        if (!is_memoryview(value)) return;
        auto& view = *static_cast<MemoryViewObject*>(value.object());
        if (view.released) return;
        const BufferFields& whole = view.managed->fields;
        // Bytes from the first item of the exporter's memory: [low, high).
        const auto range = [](std::int64_t first, std::int64_t item_size, int ndim, const std::int64_t* shape,
                              const std::int64_t* strides) {
            std::int64_t low = first, high = first + item_size, items = 1;
            for (int i = 0; i < ndim; ++i) {
                items *= shape[i];
                const std::int64_t extent = (shape[i] - 1) * strides[i];
                (extent < 0 ? low : high) += extent;
            }
            return std::tuple(low, high, items);
        };
        const auto [low, high, items] =
            range(view.data - whole.data, view.item_size, view.ndim, view.shape(), view.strides());
        const auto [first, end, whole_items] =
            range(0, whole.item_size, whole.ndim, whole.shape_array(), whole.strides_array());
        if (view.byte_length != items * view.item_size) finding("nbytes is not the product of the shape");
        if (items > 0 && (whole_items == 0 || low < first || high > end)) finding("a view reaches out of its memory");
        Owned bytes = method(value, "tobytes");
        if (bytes.is_unbound() || static_cast<BytesObject*>(bytes.get().object())->size != view.byte_length)
            finding("tobytes() gives another number of bytes");
        if (is_bytearray(Value(whole.owner)) && static_cast<ByteArrayObject*>(whole.owner)->exports == 0)
            finding("a view is alive and nothing is exported");
    }
    void end() {
        objects_.clear();
        collect_garbage();
        for (const auto& array : arrays_)
            if (array->exports != 0) finding("an export outlives its views");
        arrays_.clear();
    }
    void collect_garbage() {
        // Acting objects and bound methods make cycles now and then; they are rare enough to look for them only where an export is left.
        for (const auto& array : arrays_)
            if (array->exports != 0) {
                vm.collector().collect(2);
                return;
            }
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::session_of_now<Session>().play(Input(data, size));
    return 0;
}
