// ExceptionGroup and what except* needs (PEP 654).
#include <algorithm>
#include <vector>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/exception_parts.h"
#include "objects/types/list.h"
#include "objects/types/natives.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

ExceptionGroupObject& as_group(Value value) { return *static_cast<ExceptionGroupObject*>(value.object()); }
bool is_group(Runtime& rt, Value value) { return is_subtype(&rt.type_of(value), &rt.type(TypeId::BaseExceptionGroup)); }

bool is_sequence(Runtime& rt, Value value) {
    const Type& type = rt.type_of(value);
    return type.slots.get_item && !type.has(type_mapping) && !is_subtype(&type, &rt.type(TypeId::dict)) &&
           !is_subtype(&type, &rt.type(TypeId::type));
}

Result<Owned> new_group(Runtime& rt, Type* type, Args args) {
    const std::uint32_t positional = args.count - (args.names ? static_cast<std::uint32_t>(args.names->size) : 0);
    if (positional != 2)
        return raise(rt, TypeId::TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%u given)",
                     positional);
    if (!is_str_or_subclass(rt, args[0]))
        return raise(rt, TypeId::TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %.50s",
                     type_name(rt, args[0]));
    if (!is_sequence(rt, args[1]))
        return raise(rt, TypeId::TypeError, "second argument (exceptions) must be a sequence");
    auto exceptions = TRY(tuple_from(rt, args[1]));
    if (exceptions->size == 0)
        return raise(rt, TypeId::ValueError, "second argument (exceptions) must be a non-empty sequence");
    bool base_exceptions = false;
    for (std::int64_t i = 0; i < exceptions->size; ++i) {
        if (!is_exception(rt, (*exceptions)[i]))
            return raise(rt, TypeId::ValueError, "Item %lld of second argument (exceptions) is not an exception",
                         static_cast<long long>(i));
        if (!is_subtype(&rt.type_of((*exceptions)[i]), &rt.type(TypeId::Exception))) base_exceptions = true;
    }
    Type* group = &rt.type(TypeId::ExceptionGroup);
    if (type == &rt.type(TypeId::BaseExceptionGroup)) {
        if (!base_exceptions) type = group;
    } else if (base_exceptions && is_subtype(type, &rt.type(TypeId::Exception))) {
        if (type == group) return raise(rt, TypeId::TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
        return raise(rt, TypeId::TypeError, "Cannot nest BaseExceptions in '%.200s'", type->name.c_str());
    }
    auto made = new_exception(rt, *type, make_tuple_sharing(rt, args.values, positional));
    auto& exception = *static_cast<ExceptionGroupObject*>(made.get());
    exception.message = Owned::share(args[0]).release();
    exception.exceptions = exceptions.release();
    return Owned(std::move(made));
}

Result<Owned> str_group(Runtime& rt, Value self) {
    auto& group = as_group(self);
    const std::int64_t count = group.exceptions->size;
    StrBuilder builder(rt);
    builder.append(*TRY(str(rt, group.message)));
    builder.append(" (" + std::to_string(count) + " sub-exception" + (count == 1 ? "" : "s") + ")");
    return Owned(builder.finish());
}

Result<Ref<ExceptionObject>> make_group(Runtime& rt, Value message, Value exceptions) {
    Owned group = TRY(call(rt, &rt.type(TypeId::BaseExceptionGroup), message, exceptions));
    return Ref<ExceptionObject>::adopt(static_cast<ExceptionObject*>(group.release().object()));
}

void share_link(ExceptionObject*& field, ExceptionObject* value) {
    if (value) retain(value);
    ExceptionObject* old = std::exchange(field, value);
    if (old) release(old);
}

// The part of `original` that holds `exceptions`: what derive() makes, with the original's traceback, cause, context and notes. Null when there are none.
Result<OptRef<ExceptionObject>> subset(Runtime& rt, ExceptionObject& original, ListObject& exceptions) {
    if (exceptions.size == 0) return OptRef<ExceptionObject>();
    Owned derived = TRY(call_method(rt, &original, *rt.intern("derive"), &exceptions));
    if (!is_group(rt, derived))
        return raise(rt, TypeId::TypeError, "derive must return an instance of BaseExceptionGroup");
    auto result = Ref<ExceptionObject>::adopt(static_cast<ExceptionObject*>(derived.release().object()));
    if (original.traceback) {
        retain(original.traceback);
        TracebackObject* old = std::exchange(result->traceback, original.traceback);
        if (old) release(old);
    }
    share_link(result->context, original.context);
    share_link(result->cause, original.cause);
    result->suppress_context = true;
    if (!original.notes.is_unbound() && is_sequence(rt, original.notes)) {
        auto notes = TRY(list_from(rt, original.notes));
        replace(result->notes, std::move(notes));
    }
    return OptRef<ExceptionObject>(std::move(result));
}

// What a split looks for.
struct Matcher {
    enum class Kind { classes, callable, leaves } kind;
    Value value; // class, tuple or callable
    const std::vector<const Object*>* leaves = nullptr;

    Result<bool> matches(Runtime& rt, ExceptionObject& exception) const {
        switch (kind) {
        case Kind::classes: return exception_matches(rt, exception, value);
        case Kind::callable: return truth(rt, TRY(call(rt, value, &exception)));
        default:
            return !is_group(rt, &exception) &&
                   std::binary_search(leaves->begin(), leaves->end(), static_cast<const Object*>(&exception));
        }
    }
};

Result<Matcher> matcher_from(Runtime& rt, Value condition) {
    const bool is_class = is_subtype(&rt.type_of(condition), &rt.type(TypeId::type));
    const Type* base = &rt.type(TypeId::BaseException);
    if (is_class && is_subtype(static_cast<Type*>(condition.object()), base))
        return Matcher{Matcher::Kind::classes, condition};
    if (is_tuple_or_subclass(rt, condition)) {
        auto& tuple = *static_cast<TupleObject*>(condition.object());
        bool all = true;
        for (std::int64_t i = 0; i < tuple.size; ++i)
            all = all && is_subtype(&rt.type_of(tuple[i]), &rt.type(TypeId::type)) &&
                  is_subtype(static_cast<Type*>(tuple[i].object()), base);
        if (all) return Matcher{Matcher::Kind::classes, condition};
    }
    if (!is_class && is_callable(rt, condition)) return Matcher{Matcher::Kind::callable, condition};
    return raise(rt, TypeId::TypeError,
                 "expected an exception type, a tuple of exception types, or a callable (other than a class)");
}

Result<void> split(Runtime& rt, ExceptionObject& exception, const Matcher& matcher, bool want_rest,
                   ExceptionSplit& result) {
    NativeScope scope(rt);
    if (!scope) return raised;
    if (TRY(matcher.matches(rt, exception))) {
        result.match = OptRef<ExceptionObject>::share(&exception);
        return ok;
    }
    if (!is_group(rt, &exception)) {
        if (want_rest) result.rest = OptRef<ExceptionObject>::share(&exception);
        return ok;
    }
    auto matches = make_list(rt), rests = make_list(rt);
    const auto parts = Ref<TupleObject>::share(as_group(&exception).exceptions);
    for (std::int64_t i = 0; i < parts->size; ++i) {
        ExceptionSplit inner;
        TRY(split(rt, *static_cast<ExceptionObject*>((*parts)[i].object()), matcher, want_rest, inner));
        if (inner.match) list_append(rt, *matches, Owned::share(inner.match.get()));
        if (inner.rest) list_append(rt, *rests, Owned::share(inner.rest.get()));
    }
    result.match = TRY(subset(rt, exception, *matches));
    if (want_rest) result.rest = TRY(subset(rt, exception, *rests));
    return ok;
}

Owned value_or_none(const OptRef<ExceptionObject>& exception) {
    return exception ? Owned::share(exception.get()) : Owned::adopt(Value::none());
}

// ---- methods

Result<Owned> derive_method(Runtime& rt, Args args) {
    return Owned(TRY(make_group(rt, as_group(args[0]).message, args[1])));
}

Result<Owned> split_method(Runtime& rt, Args args) {
    const Matcher matcher = TRY(matcher_from(rt, args[1]));
    ExceptionSplit result;
    TRY(split(rt, as_group(args[0]), matcher, true, result));
    return Owned(tuple_of(rt, value_or_none(result.match), value_or_none(result.rest)));
}

Result<Owned> subgroup_method(Runtime& rt, Args args) {
    const Matcher matcher = TRY(matcher_from(rt, args[1]));
    ExceptionSplit result;
    TRY(split(rt, as_group(args[0]), matcher, false, result));
    return value_or_none(result.match);
}

Result<Owned> get_message(Runtime&, Value self) { return Owned::share(as_group(self).message); }
Result<Owned> get_exceptions(Runtime&, Value self) { return Owned::share(as_group(self).exceptions); }

// ---- except*

Result<void> check_star_classes(Runtime& rt, Value wanted) {
    const Type* group = &rt.type(TypeId::BaseExceptionGroup);
    auto check = [&](Value cls) -> Result<void> {
        if (!is_subtype(&rt.type_of(cls), &rt.type(TypeId::type)) ||
            !is_subtype(static_cast<Type*>(cls.object()), &rt.type(TypeId::BaseException)))
            return raise(rt, TypeId::TypeError,
                         "catching classes that do not inherit from BaseException is not allowed");
        if (is_subtype(static_cast<Type*>(cls.object()), group))
            return raise(rt, TypeId::TypeError,
                         "catching ExceptionGroup with except* is not allowed. Use except instead.");
        return ok;
    };
    if (!is_tuple_or_subclass(rt, wanted)) return check(wanted);
    auto& tuple = *static_cast<TupleObject*>(wanted.object());
    for (std::int64_t i = 0; i < tuple.size; ++i) TRY(check(tuple[i]));
    return ok;
}

void collect_leaves(Runtime& rt, Value exception, std::vector<const Object*>& leaves) {
    std::vector<Value> pending{exception};
    while (!pending.empty()) {
        const Value next = pending.back();
        pending.pop_back();
        if (!is_group(rt, next)) {
            leaves.push_back(next.object());
            continue;
        }
        const TupleObject& parts = *as_group(next).exceptions;
        pending.insert(pending.end(), parts.items(), parts.items() + parts.size);
    }
}

} // namespace

Result<ExceptionSplit> exception_group_split(Runtime& rt, ExceptionObject& exception, Value wanted) {
    TRY(check_star_classes(rt, wanted));
    ExceptionSplit result;
    if (!is_group(rt, &exception)) {
        if (!TRY(exception_matches(rt, exception, wanted))) {
            result.rest = OptRef<ExceptionObject>::share(&exception);
            return result;
        }
        // A plain exception is handed to the clause in a group of one.
        auto group = TRY(make_group(rt, rt.empty_str, tuple_of(rt, Value(&exception))));
        result.match = std::move(group);
        return result;
    }
    TRY(split(rt, exception, Matcher{Matcher::Kind::classes, wanted}, true, result));
    return result;
}

Result<Owned> exception_star_result(Runtime& rt, Value original, ListObject& results) {
    if (results.size == 0) return Owned::adopt(Value::none());
    if (!is_group(rt, original)) {
        for (std::int64_t i = 0; i < results.size; ++i)
            if (!results.items[i].is_none()) return Owned::share(results.items[i]);
        return Owned::adopt(Value::none());
    }
    auto& from = *static_cast<ExceptionObject*>(original.object());
    auto newly_raised = make_list(rt);
    std::vector<const Object*> reraised;
    for (std::int64_t i = 0; i < results.size; ++i) {
        const Value result = results.items[i];
        if (result.is_none()) continue;
        auto& exception = *static_cast<ExceptionObject*>(result.object());
        // Parts of the original carry its metadata.
        if (exception.traceback == from.traceback && exception.cause == from.cause && exception.context == from.context)
            collect_leaves(rt, result, reraised);
        else
            list_append(rt, *newly_raised, Owned::share(result));
    }
    ExceptionSplit kept;
    if (!reraised.empty()) {
        std::sort(reraised.begin(), reraised.end());
        TRY(split(rt, from, Matcher{Matcher::Kind::leaves, Value(), &reraised}, false, kept));
    }
    if (newly_raised->size == 0) return value_or_none(kept.match);
    if (kept.match) list_append(rt, *newly_raised, Owned::share(kept.match.get()));
    if (newly_raised->size == 1) return Owned::share(newly_raised->items[0]);
    return Owned(TRY(make_group(rt, rt.empty_str, newly_raised)));
}

constinit const Slots exception_group_slots = {
    .dealloc = dealloc_exception<ExceptionGroupObject>,
    .traverse = traverse_exception<ExceptionGroupObject>,
    .clear = clear_exception<ExceptionGroupObject>,
    .new_ = new_group,
    .str = str_group,
};

const GetSetDef exception_group_getsets[] = {
    {"message", get_message, nullptr, "exception message"},
    {"exceptions", get_exceptions, nullptr, "nested exceptions"},
    {},
};

const NativeDef exception_group_methods[] = {
    {"derive", native<derive_method>, 1, 1},
    {"split", native<split_method>, 1, 1},
    {"subgroup", native<subgroup_method>, 1, 1},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};

} // namespace mp
