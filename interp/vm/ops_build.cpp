// Displays, f-strings, unpacking.
#include "interp/vm/calls.h"
#include "interp/vm/handlers.h"
#include "objects/core/gc.h"
#include "objects/core/raise.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/set.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

// Takes `count` temporaries over; they are dead afterwards. A safe point of the cycle collector: containers are made here.
static void move_out(Value* from, Value* to, unsigned count) noexcept {
    for (unsigned i = 0; i < count; ++i) {
        to[i] = from[i];
        from[i] = Value();
    }
}
static void clear(Value* values, unsigned count) noexcept {
    for (unsigned i = 0; i < count; ++i) {
        const Value value = values[i];
        values[i] = Value();
        release(value);
    }
}

[[gnu::noinline]] static Value build_tuple(Vm& vm, Value* items, unsigned count) {
    vm.collector().maybe_collect();
    if (count == 0) return Owned::share(Value(vm.empty_tuple)).release();
    Ref<TupleObject> tuple = make_tuple(vm, count);
    move_out(items, tuple->items(), count);
    return Value(tuple.release());
}
OP(BUILD_TUPLE) {
    SAVE_PC();
    const Value value = build_tuple(vm, R + B, UC);
    STORE(A, value);
    NEXT(1);
}
[[gnu::noinline]] static Value build_list(Vm& vm, Value* items, unsigned count) {
    vm.collector().maybe_collect();
    Ref<ListObject> list = make_list(vm, count);
    move_out(items, list->items, count);
    list->size = count;
    return Value(list.release());
}
OP(BUILD_LIST) {
    SAVE_PC();
    const Value value = build_list(vm, R + B, UC);
    STORE(A, value);
    NEXT(1);
}
[[gnu::noinline]] static Value build_set(Vm& vm, Value* items, unsigned count) {
    vm.collector().maybe_collect();
    Ref<SetObject> set = make_set(vm);
    for (unsigned i = 0; i < count; ++i)
        if (set_add(vm, *set, items[i]).is_raised()) return Value::raised_mark();
    clear(items, count);
    return Value(set.release());
}
OP(BUILD_SET) {
    SAVE_PC();
    const Value value = build_set(vm, R + B, UC);
    if (value.is_raised()) GO(raise_here);
    STORE(A, value);
    NEXT(1);
}
[[gnu::noinline]] static Value build_dict(Vm& vm, Value* items, unsigned pairs) {
    vm.collector().maybe_collect();
    Ref<DictObject> dict = make_dict(vm, pairs);
    for (unsigned i = 0; i < pairs; ++i)
        if (dict_set(vm, *dict, items[2 * i], items[2 * i + 1]).is_raised()) return Value::raised_mark();
    clear(items, 2 * pairs);
    return Value(dict.release());
}
OP(BUILD_DICT) {
    SAVE_PC();
    const Value value = build_dict(vm, R + B, UC);
    if (value.is_raised()) GO(raise_here);
    STORE(A, value);
    NEXT(1);
}

// ---- f-strings
[[gnu::noinline]] static Value build_string(Vm& vm, Value* pieces, unsigned count) {
    std::int64_t length = 0;
    char32_t widest = 0;
    for (unsigned i = 0; i < count; ++i) {
        const auto& piece = *static_cast<StrObject*>(pieces[i].object());
        length += piece.length;
        const char32_t limit = piece.is_ascii()     ? 0x7f
                               : piece.width() == 1 ? 0xff
                               : piece.width() == 2 ? 0xffff
                                                    : 0x10ffff;
        if (limit > widest) widest = limit;
    }
    Ref<StrObject> text = make_str_uninitialised(vm, length, widest);
    char* out = static_cast<char*>(text->data());
    const unsigned width = text->width();
    for (unsigned i = 0; i < count; ++i) {
        const auto& piece = *static_cast<StrObject*>(pieces[i].object());
        if (piece.width() == width) {
            __builtin_memcpy(out, piece.data(), static_cast<std::size_t>(piece.length) * width);
            out += static_cast<std::size_t>(piece.length) * width;
        } else if (width == 2) {
            for (std::int64_t j = 0; j < piece.length; ++j, out += 2)
                *reinterpret_cast<char16_t*>(out) = static_cast<char16_t>(piece[j]);
        } else {
            for (std::int64_t j = 0; j < piece.length; ++j, out += 4) *reinterpret_cast<char32_t*>(out) = piece[j];
        }
    }
    clear(pieces, count);
    return Value(text.release());
}
OP(BUILD_STRING) {
    SAVE_PC();
    const Value value = build_string(vm, R + B, UC);
    STORE(A, value);
    NEXT(1);
}
[[gnu::noinline]] static Value format_value(Vm& vm, Value value, unsigned conversion, Value spec) {
    Owned converted;
    if (conversion) {
        auto text = conversion == 1 ? str(vm, value) : conversion == 2 ? repr(vm, value) : ascii(vm, value);
        if (text.is_raised()) return Value::raised_mark();
        converted = text.take();
        value = converted;
    }
    if (spec.is_unbound() && is_str(value)) return Owned::share(value).release();
    StrObject& text = spec.is_unbound() ? *vm.empty_str : *static_cast<StrObject*>(spec.object());
    auto result = format(vm, value, text);
    return result.is_raised() ? Value::raised_mark() : Value(result.take().release());
}
OP(FORMAT) {
    SAVE_PC();
    const int b = B;
    const bool with_spec = (UC & 4) != 0;
    const Value value = format_value(vm, R[b], UC & 3, with_spec ? R[b + 1] : Value());
    if (value.is_raised()) GO(raise_here);
    if (with_spec) consume(R, b + 1);
    consume(R, b);
    STORE(A, value);
    NEXT(1);
}

// ---- adding to what is being built
[[gnu::noinline]] static void grow_list(Vm& vm, ListObject& list, Value item) {
    list_append(vm, list, Owned::adopt(item));
}
SLOW(slow_LIST_APPEND) {
    SAVE_PC();
    grow_list(vm, *static_cast<ListObject*>(R[A].object()), take(R, B));
    NEXT(1);
}
OP(LIST_APPEND) {
    ListObject& list = *static_cast<ListObject*>(R[A].object());
    if (list.size < list.capacity) [[likely]] {
        list.items[list.size] = take(R, B);
        ++list.size;
        NEXT(1);
    }
    GO(slow_LIST_APPEND);
}
[[gnu::noinline]] static bool extend_list(Vm& vm, Value list, Value iterable, Value callee) {
    if (!list_extend(vm, *static_cast<ListObject*>(list.object()), iterable).is_raised()) return true;
    if (pending_matches(vm, TypeId::TypeError) && !vm.type_of(iterable).slots.iter &&
        !vm.type_of(iterable).slots.get_item) {
        vm.clear_pending();
        if (callee.is(list))
            raise(vm, TypeId::TypeError, "Value after * must be an iterable, not %.200s", type_name(vm, iterable));
        else
            raise(vm, TypeId::TypeError, "%s argument after * must be an iterable, not %.200s",
                  callable_text(vm, callee).c_str(), type_name(vm, iterable));
    }
    return false;
}
OP(LIST_EXTEND) {
    SAVE_PC();
    if (!extend_list(vm, R[A], R[B], R[C])) GO(raise_here);
    consume(R, B);
    NEXT(1);
}
[[gnu::noinline]] static bool add_to_set(Vm& vm, Value set, Value item) {
    return !set_add(vm, *static_cast<SetObject*>(set.object()), item).is_raised();
}
OP(SET_ADD) {
    SAVE_PC();
    if (!add_to_set(vm, R[A], R[B])) GO(raise_here);
    consume(R, B);
    NEXT(1);
}
[[gnu::noinline]] static bool update_set(Vm& vm, Value set, Value iterable) {
    return !set_update(vm, *static_cast<SetObject*>(set.object()), iterable).is_raised();
}
OP(SET_UPDATE) {
    SAVE_PC();
    if (!update_set(vm, R[A], R[B])) GO(raise_here);
    consume(R, B);
    NEXT(1);
}
[[gnu::noinline]] static bool set_in_dict(Vm& vm, Value dict, Value key, Value value) {
    return !dict_set(vm, *static_cast<DictObject*>(dict.object()), key, value).is_raised();
}
OP(DICT_SET) {
    SAVE_PC();
    if (!set_in_dict(vm, R[A], R[B], R[C])) GO(raise_here);
    consume(R, C);
    consume(R, B);
    NEXT(1);
}
static bool is_mapping(Vm& vm, Value value) {
    return is_dict_or_subclass(vm, value) || !type_lookup(vm.type_of(value), *vm.names().keys).is_unbound();
}
[[gnu::noinline]] static bool update_dict(Vm& vm, Value dict, Value mapping) {
    if (!is_mapping(vm, mapping)) {
        raise(vm, TypeId::TypeError, "'%.200s' object is not a mapping", type_name(vm, mapping));
        return false;
    }
    return !dict_update(vm, *static_cast<DictObject*>(dict.object()), mapping).is_raised();
}
OP(DICT_UPDATE) {
    SAVE_PC();
    if (!update_dict(vm, R[A], R[B])) GO(raise_here);
    consume(R, B);
    NEXT(1);
}
static bool has_plain_names(const DictObject& dict) noexcept {
    std::uint32_t position = 0;
    Value key, value;
    while (dict_next(dict, position, key, value))
        if (!is_str(key)) return false;
    return true;
}
// f(**mapping): keys must be new. Error texts name the callable.
[[gnu::noinline]] static bool merge_dict(Vm& vm, Value target, Value mapping, Value callee) {
    const auto callee_text = [&] { return callable_text(vm, callee); };
    if (!is_mapping(vm, mapping)) {
        raise(vm, TypeId::TypeError, "%s argument after ** must be a mapping, not %.200s", callee_text().c_str(),
              type_name(vm, mapping));
        return false;
    }
    DictObject& dict = *static_cast<DictObject*>(target.object());
    if (dict.used == 0 && is_dict(mapping) && has_plain_names(*static_cast<DictObject*>(mapping.object())))
        return !dict_update(vm, dict, mapping).is_raised();
    Ref<DictObject> other = make_dict(vm);
    if (dict_update(vm, *other, mapping).is_raised()) return false;
    std::uint32_t position = 0;
    Value key, value;
    while (dict_next(*other, position, key, value)) {
        if (!is_str_or_subclass(vm, key)) {
            raise(vm, TypeId::TypeError, "keywords must be strings");
            return false;
        }
        if (!dict_get_str(dict, *static_cast<StrObject*>(key.object())).is_unbound()) {
            raise(vm, TypeId::TypeError, "%s got multiple values for keyword argument '%s'", callee_text().c_str(),
                  to_utf8(*static_cast<StrObject*>(key.object())).c_str());
            return false;
        }
        if (dict_set(vm, dict, key, value).is_raised()) return false;
    }
    return true;
}
OP(DICT_MERGE) {
    SAVE_PC();
    if (!merge_dict(vm, R[A], R[B], R[C])) GO(raise_here);
    consume(R, B);
    NEXT(1);
}
[[gnu::noinline]] static Value tuple_of_arguments(Vm& vm, Value iterable, Value callee) {
    Ref<ListObject> list = make_list(vm);
    if (!extend_list(vm, list, iterable, callee)) return Value::raised_mark();
    return Value(make_tuple_sharing(vm, list->items, list->size).release());
}
SLOW(slow_ARGUMENT_TUPLE) {
    SAVE_PC();
    const Value value = tuple_of_arguments(vm, R[B], R[C]);
    if (value.is_raised()) GO(raise_here);
    consume(R, B);
    STORE(A, value);
    NEXT(1);
}
OP(ARGUMENT_TUPLE) {
    if (!is_tuple(R[B])) GO(slow_ARGUMENT_TUPLE);
    const Value value = take(R, B);
    STORE(A, value);
    NEXT(1);
}
[[gnu::noinline]] static Value tuple_of_list(Vm& vm, Value value) {
    auto& list = *static_cast<ListObject*>(value.object());
    return Value(make_tuple_sharing(vm, list.items, list.size).release());
}
OP(LIST_TO_TUPLE) {
    SAVE_PC();
    const Value value = tuple_of_list(vm, R[B]);
    consume(R, B);
    STORE(A, value);
    NEXT(1);
}

// ---- unpacking
// Exactly `before` items, or with `star`: at least before + after, the middle as a list. Results go to R[a] on. The source is consumed.
[[gnu::noinline]] static bool unpack(Vm& vm, Value* R, int a, int b, std::int64_t before, std::int64_t after,
                                     bool star) {
    Owned source = Owned::adopt(take(R, b));
    const std::int64_t wanted = before + after;
    OptRef<TupleObject> tuple;
    const Value* items = nullptr;
    std::int64_t count = 0;
    OptRef<ListObject> list;
    if (is_tuple(source)) {
        auto& exact = *static_cast<TupleObject*>(source.get().object());
        items = exact.items();
        count = exact.size;
    } else if (is_list(source)) {
        auto& exact = *static_cast<ListObject*>(source.get().object());
        items = exact.items;
        count = exact.size;
    } else {
        auto iterator_made = iterate(vm, source);
        if (iterator_made.is_raised()) {
            if (pending_matches(vm, TypeId::TypeError) && !vm.type_of(source).slots.iter &&
                !vm.type_of(source).slots.get_item) {
                vm.clear_pending();
                raise(vm, TypeId::TypeError, "cannot unpack non-iterable %.200s object", type_name(vm, source));
            }
            return false;
        }
        Owned iterator = iterator_made.take();
        list = make_list(vm, wanted);
        for (;;) { // without a star, one item more than wanted tells that there are too many
            if (!star && list->size > wanted) break;
            auto item = next(vm, iterator);
            if (item.is_raised()) return false;
            Owned value = item.take();
            if (value.is_exhausted()) break;
            if (vm.pay(1).is_raised()) return false;
            list_append(vm, *list, std::move(value));
        }
        items = list->items;
        count = list->size;
    }
    if (count < wanted) {
        raise(vm, TypeId::ValueError,
              star ? "not enough values to unpack (expected at least %lld, got %lld)"
                   : "not enough values to unpack (expected %lld, got %lld)",
              static_cast<long long>(wanted), static_cast<long long>(count));
        return false;
    }
    if (!star && count > wanted) {
        raise(vm, TypeId::ValueError, "too many values to unpack (expected %lld)", static_cast<long long>(wanted));
        return false;
    }
    Value middle;
    if (star) {
        const std::int64_t length = count - wanted;
        Ref<ListObject> rest = make_list(vm, length);
        for (std::int64_t i = 0; i < length; ++i) {
            retain(items[before + i]);
            rest->items[i] = items[before + i];
        }
        rest->size = length;
        middle = Value(rest.release());
    }
    std::int64_t to = a;
    for (std::int64_t i = 0; i < before; ++i) {
        retain(items[i]);
        R[to++] = items[i];
    }
    if (star) R[to++] = middle;
    for (std::int64_t i = 0; i < after; ++i) {
        const Value item = items[count - after + i];
        retain(item);
        R[to++] = item;
    }
    return true;
}
SLOW(slow_UNPACK) {
    SAVE_PC();
    if (!unpack(vm, R, A, B, UC, 0, false)) GO(raise_here);
    NEXT(1);
}
OP(UNPACK) {
    const int b = B;
    const Value source = R[b];
    const unsigned count = UC;
    const Value* items;
    if (is_tuple(source) && static_cast<TupleObject*>(source.object())->size == count)
        items = static_cast<TupleObject*>(source.object())->items();
    else if (is_list(source) && static_cast<ListObject*>(source.object())->size == count)
        items = static_cast<ListObject*>(source.object())->items;
    else
        GO(slow_UNPACK);
    if (b >= 0) R[b] = Value();
    Value* to = R + A;
    for (unsigned i = 0; i < count; ++i) {
        retain(items[i]);
        to[i] = items[i];
    }
    if (b >= 0) {
        SAVE_PC();
        drop(source.object());
    }
    NEXT(1);
}
// Two items straight to where they are wanted: `for key, value in ...`.
SLOW(slow_UNPACK2) {
    SAVE_PC();
    const int c = C;
    if (!unpack(vm, R, c, c, 2, 0, false)) GO(raise_here);
    const Value first = R[c], second = R[c + 1];
    R[c] = R[c + 1] = Value();
    STORE(A, first);
    STORE(B, second);
    NEXT(1);
}
OP(UNPACK2) {
    const int c = C;
    const Value source = R[c];
    const Value* items;
    if (is_tuple(source) && static_cast<TupleObject*>(source.object())->size == 2)
        items = static_cast<TupleObject*>(source.object())->items();
    else if (is_list(source) && static_cast<ListObject*>(source.object())->size == 2)
        items = static_cast<ListObject*>(source.object())->items;
    else
        GO(slow_UNPACK2);
    const Value first = items[0], second = items[1];
    retain(first);
    retain(second);
    R[c] = Value();
    SAVE_PC();
    STORE(A, first);
    STORE(B, second);
    drop(source.object());
    NEXT(1);
}
OP(UNPACK_EX) {
    SAVE_PC();
    if (!unpack(vm, R, A, B, UC, static_cast<std::int64_t>(AUX(1)), true)) GO(raise_here);
    NEXT(2);
}

} // namespace mp
