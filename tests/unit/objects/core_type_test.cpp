// Making classes, attribute access, native calls, exceptions.
#include "tests/unit/objects/test_runtime.h"

#include "objects/core/class_layout.h"
#include "objects/types/method.h"

namespace mp {
namespace {

class TypeTest : public ObjectsTest {
protected:
    Owned mro_names(Type& type) {
        auto list = make_list(rt);
        for (std::int64_t i = 0; i < type.mro->size; ++i)
            list_append(rt, *list, text(static_cast<Type*>((*type.mro)[i].object())->name));
        return list;
    }
    Result<Owned> try_class(std::initializer_list<Type*> bases,
                            std::initializer_list<std::pair<const char*, Value>> entries = {}) {
        auto tuple = make_tuple(rt, static_cast<std::int64_t>(bases.size()));
        std::int64_t i = 0;
        for (Type* base : bases) tuple->items()[i++] = Owned::share(base).release();
        auto dict = make_dict(rt);
        for (const auto& [key, value] : entries) dict_set_text(rt, *dict, key, Owned::share(value));
        return make_class(rt, rt.type(TypeId::type), name("T"), *tuple, *dict, Args{nullptr, 0});
    }
};

TEST_F(TypeTest, EveryBuiltInTypeIsReadyAndItsDictFills) {
    for (int id = 0; id < static_cast<int>(TypeId::count_); ++id) {
        Type& type = rt.type(static_cast<TypeId>(id));
        EXPECT_TRUE(type.ready) << type.name;
        EXPECT_TRUE(type.slots.dealloc) << type.name;
        fill_type_dict(rt, type);
        EXPECT_FALSE(rt.has_pending()) << type.name << ": " << pending_text();
        EXPECT_TRUE(type_lookup(type, name("__class__")).is_object()) << type.name;
    }
}

TEST_F(TypeTest, MroIsC3) {
    auto a = make_plain_class("A"), b = make_plain_class("B", {a.get()}), c = make_plain_class("C", {a.get()});
    auto d = make_plain_class("D", {b.get(), c.get()});
    EXPECT_EQ(repr_of(mro_names(*d)), "['D', 'B', 'C', 'A', 'object']");
    EXPECT_EQ(error_of(try_class({a.get(), b.get()})),
              "TypeError: Cannot create a consistent method resolution order (MRO) for bases A, B");
    EXPECT_EQ(error_of(try_class({a.get(), a.get()})), "TypeError: duplicate base class A");
}

TEST_F(TypeTest, ConflictsOfLayoutAreRefused) {
    EXPECT_EQ(error_of(try_class({&rt.type(TypeId::int_), &rt.type(TypeId::str)})),
              "TypeError: multiple bases have instance lay-out conflict");
    EXPECT_EQ(error_of(try_class({&rt.type(TypeId::bool_)})), "TypeError: type 'bool' is not an acceptable base type");
}

TEST_F(TypeTest, SlotsAreMembersAtFixedPlaces) {
    Owned slots = tuple_of(rt, text("a"), text("b"));
    auto cls = make_plain_class("A", {}, {{"__slots__", slots}});
    Owned object = instance_of(*cls);
    EXPECT_EQ(error_of(get_attribute(rt, object, name("a"))), "AttributeError: 'A' object has no attribute 'a'");
    succeeds(set_attribute(rt, object, name("a"), Value::from_int(5)));
    EXPECT_EQ(attribute(object, "a").get().as_int(), 5);
    EXPECT_EQ(error_of(set_attribute(rt, object, name("c"), Value::none())),
              "AttributeError: 'A' object has no attribute 'c' and no __dict__ for setting new attributes");
    EXPECT_EQ(error_of(try_class({}, {{"__slots__", slots}, {"a", Value::none()}})),
              "ValueError: 'a' in __slots__ conflicts with class variable");
    EXPECT_EQ(error_of(try_class({&rt.type(TypeId::int_)}, {{"__slots__", slots}})),
              "TypeError: nonempty __slots__ not supported for subtype of 'int'");
    // A class derived from it gets attributes of its own behind the slots.
    auto derived = make_plain_class("B", {cls.get()});
    Owned other = instance_of(*derived);
    succeeds(set_attribute(rt, other, name("a"), Value::from_int(1)));
    succeeds(set_attribute(rt, other, name("z"), Value::from_int(2)));
    EXPECT_EQ(repr_of(attribute(other, "__dict__")), "{'z': 2}");
    EXPECT_EQ(attribute(other, "a").get().as_int(), 1);
}

TEST_F(TypeTest, SubclassesOfTypesOfVariableSizeHaveAttributes) {
    auto cls = make_plain_class("T", {&rt.type(TypeId::tuple)});
    auto items = make_list(rt);
    for (int i = 0; i < 10; ++i) list_append(rt, *items, Owned::adopt(Value::from_int(i)));
    Owned object = value_of(call(rt, cls, items));
    succeeds(set_attribute(rt, object, name("x"), text("hello")));
    EXPECT_EQ(repr_of(attribute(object, "x")), "'hello'");
    EXPECT_EQ(repr_of(object), "(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)");
    auto number = make_plain_class("N", {&rt.type(TypeId::int_)});
    Owned five = value_of(call(rt, number, Value::from_int(5)));
    succeeds(set_attribute(rt, five, name("x"), five));
    EXPECT_EQ(repr_of(five), "5");
    succeeds(set_attribute(rt, five, name("x"), Value()));
}

TEST_F(TypeTest, InheritedSlotsOfBuiltInsAreUsedDirectly) {
    auto cls = make_plain_class("L", {&rt.type(TypeId::list)});
    EXPECT_EQ(cls->slots.length, rt.type(TypeId::list).slots.length);
    EXPECT_EQ(cls->slots.get_attribute, &generic_get_attribute);
    Owned object = instance_of(*cls);
    method(object, "append", Value::from_int(1));
    EXPECT_EQ(repr_of(object), "[1]");
}

TEST_F(TypeTest, EqualityWithoutHashIsUnhashable) {
    auto cls = make_plain_class("A", {}, {{"__eq__", attribute(&rt.type(TypeId::object), "__eq__")}});
    Owned object = instance_of(*cls);
    EXPECT_EQ(error_of(hash(rt, object)), "TypeError: unhashable type: 'A'");
}

TEST_F(TypeTest, ExcessArgumentsOfObject) {
    auto cls = make_plain_class("A");
    EXPECT_EQ(error_of(call(rt, cls, Value::from_int(1))), "TypeError: A() takes no arguments");
    EXPECT_EQ(error_of(call(rt, &rt.type(TypeId::object), Value::from_int(1))),
              "TypeError: object() takes no arguments");
}

TEST_F(TypeTest, BuiltInTypesCannotBeChanged) {
    EXPECT_EQ(error_of(set_attribute(rt, &rt.type(TypeId::int_), name("x"), Value::none())),
              "TypeError: cannot set 'x' attribute of immutable type 'int'");
}

TEST_F(TypeTest, AssigningBasesChangesMroAndSlots) {
    auto a = make_plain_class("A", {}, {{"x", Value::from_int(1)}}),
         b = make_plain_class("B", {}, {{"x", Value::from_int(2)}});
    auto c = make_plain_class("C", {a.get()});
    Owned object = instance_of(*c);
    EXPECT_EQ(attribute(object, "x").get().as_int(), 1);
    Owned bases = tuple_of(rt, Value(b.get()));
    succeeds(set_attribute(rt, c, name("__bases__"), bases));
    EXPECT_EQ(attribute(object, "x").get().as_int(), 2);
    bases = tuple_of(rt, Value(c.get()));
    EXPECT_EQ(error_of(set_attribute(rt, c, name("__bases__"), bases)),
              "TypeError: a __bases__ item causes an inheritance cycle");
}

TEST_F(TypeTest, ClassOfAnObjectCanBeAssigned) {
    auto a = make_plain_class("A"), b = make_plain_class("B");
    Owned object = instance_of(*a);
    succeeds(set_attribute(rt, object, name("x"), Value::from_int(1)));
    succeeds(set_attribute(rt, object, name("__class__"), b));
    EXPECT_EQ(&rt.type_of(object), b.get());
    EXPECT_EQ(attribute(object, "x").get().as_int(), 1);
    EXPECT_EQ(error_of(set_attribute(rt, object, name("__class__"), &rt.type(TypeId::int_))),
              "TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses");
}

// ---- calls

TEST_F(TypeTest, ArityTextsAreCPythons) {
    Owned list = make_list(rt);
    auto call_with = [&](const char* method_name, std::vector<Value> values) {
        return error_of(
            call(rt, attribute(list, method_name), Args{values.data(), static_cast<std::uint32_t>(values.size())}));
    };
    const Value one = Value::from_int(1);
    EXPECT_EQ(call_with("append", {one, one}), "TypeError: list.append() takes exactly one argument (2 given)");
    EXPECT_EQ(call_with("clear", {one}), "TypeError: list.clear() takes no arguments (1 given)");
    EXPECT_EQ(call_with("insert", {one}), "TypeError: insert expected 2 arguments, got 1");
    EXPECT_EQ(call_with("pop", {one, one}), "TypeError: pop expected at most 1 argument, got 2");
    EXPECT_EQ(call_with("sort", {one}), "TypeError: sort() takes no positional arguments");
    EXPECT_EQ(error_of(call(rt, attribute(&rt.type(TypeId::list), "append"))),
              "TypeError: unbound method list.append() needs an argument");
    EXPECT_EQ(error_of(call(rt, attribute(&rt.type(TypeId::list), "append"), one, one)),
              "TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object");
    EXPECT_EQ(error_of(call(rt, one)), "TypeError: 'int' object is not callable");
}

Result<Owned> show_arguments(Runtime& rt, Args args) {
    auto list = make_list(rt);
    for (std::uint32_t i = 0; i < args.count; ++i)
        list_append(rt, *list, args[i].is_unbound() ? Owned(rt.intern("-")) : Owned::share(args[i]));
    return Owned(std::move(list));
}

TEST_F(TypeTest, KeywordsAreBoundToASignature) {
    static const NativeDef def = {"f", native<show_arguments>, 1, 3, "a, /, b=2, *, c=None"};
    Owned function = make_native_function(rt, def);
    auto call_with = [&](std::vector<Value> values, std::vector<const char*> keywords) {
        auto names = make_tuple(rt, static_cast<std::int64_t>(keywords.size()));
        for (std::size_t i = 0; i < keywords.size(); ++i) names->items()[i] = Value(rt.intern(keywords[i]).release());
        auto result = call(rt, function, Args{values.data(), static_cast<std::uint32_t>(values.size()), names.get()});
        return result.is_raised() ? pending_text() : repr_of(result.take());
    };
    const Value one = Value::from_int(1), two = Value::from_int(2), three = Value::from_int(3);
    EXPECT_EQ(call_with({one}, {}), "[1, '-', '-']");
    EXPECT_EQ(call_with({one, three}, {"c"}), "[1, '-', 3]");
    EXPECT_EQ(call_with({one, two, three}, {"c"}), "[1, 2, 3]");
    EXPECT_EQ(call_with({one, three, two}, {"c", "b"}), "[1, 2, 3]");
    EXPECT_EQ(call_with({one, two, three}, {}), "TypeError: f() takes at most 2 positional arguments (3 given)");
    EXPECT_EQ(call_with({}, {}), "TypeError: f() takes at least 1 positional argument (0 given)");
    EXPECT_EQ(call_with({one, two, three}, {"b"}), "TypeError: argument for f() given by name ('b') and position (2)");
    EXPECT_EQ(call_with({one, two}, {"d"}), "TypeError: f() got an unexpected keyword argument 'd'");
    EXPECT_EQ(call_with({one, two, two, two}, {"b", "c"}), "TypeError: f() takes at most 3 arguments (4 given)");
}

// ---- operators

TEST_F(TypeTest, OperatorTextsAreCPythons) {
    const Value one = Value::from_int(1);
    Owned a = text("a"), list = make_list(rt);
    EXPECT_EQ(error_of(binary(rt, BinaryOp::add, one, a)),
              "TypeError: unsupported operand type(s) for +: 'int' and 'str'");
    EXPECT_EQ(error_of(binary(rt, BinaryOp::pow, one, a)),
              "TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'");
    EXPECT_EQ(error_of(inplace(rt, BinaryOp::sub, one, a)),
              "TypeError: unsupported operand type(s) for -=: 'int' and 'str'");
    EXPECT_EQ(error_of(binary(rt, BinaryOp::mul, list, a)),
              "TypeError: can't multiply sequence by non-int of type 'str'");
    EXPECT_EQ(error_of(binary(rt, BinaryOp::add, list, one)),
              "TypeError: can only concatenate list (not \"int\") to list");
    EXPECT_EQ(error_of(compare(rt, one, a, CompareOp::lt)),
              "TypeError: '<' not supported between instances of 'int' and 'str'");
    EXPECT_EQ(error_of(negative(rt, a)), "TypeError: bad operand type for unary -: 'str'");
    EXPECT_EQ(error_of(length(rt, one)), "TypeError: object of type 'int' has no len()");
    EXPECT_EQ(error_of(iterate(rt, one)), "TypeError: 'int' object is not iterable");
    EXPECT_EQ(error_of(get_item(rt, one, one)), "TypeError: 'int' object is not subscriptable");
}

// ---- exceptions

TEST_F(TypeTest, ExceptionsShowThemselves) {
    auto made = [&](TypeId id, std::vector<Value> values) {
        return value_of(call(rt, &rt.type(id), Args{values.data(), static_cast<std::uint32_t>(values.size())}));
    };
    Owned key = text("k"), empty = text("");
    EXPECT_EQ(repr_of(made(TypeId::ValueError, {key})), "ValueError('k')");
    EXPECT_EQ(repr_of(made(TypeId::ValueError, {})), "ValueError()");
    EXPECT_EQ(to_utf8(*value_of(str(rt, made(TypeId::KeyError, {key})))), "'k'");
    Owned missing = made(TypeId::OSError, {Value::from_int(2), key});
    EXPECT_EQ(repr_of(missing), "FileNotFoundError(2, 'k')");
    EXPECT_EQ(to_utf8(*value_of(str(rt, missing))), "[Errno 2] k");
    EXPECT_EQ(repr_of(attribute(made(TypeId::SystemExit, {Value::from_int(3)}), "code")), "3");
    EXPECT_TRUE(attribute(made(TypeId::StopIteration, {}), "value").is_none());
}

TEST_F(TypeTest, CastErrorsAreValueErrorsAndTypeErrors) {
    auto error = make_exception(rt, TypeId::CastError, text("no"));
    EXPECT_EQ(error->type()->name, "ValueError");
    EXPECT_TRUE(value_of(exception_matches(rt, *error, &rt.type(TypeId::ValueError))));
    EXPECT_TRUE(value_of(exception_matches(rt, *error, &rt.type(TypeId::TypeError))));
    EXPECT_FALSE(value_of(exception_matches(rt, *error, &rt.type(TypeId::KeyError))));
}

TEST_F(TypeTest, ExceptionGroupsAreSplit) {
    auto list = make_list(rt);
    list_append(rt, *list, make_exception(rt, TypeId::ValueError, Value::from_int(1)));
    list_append(rt, *list, make_exception(rt, TypeId::KeyError, Value::from_int(2)));
    Owned group = value_of(call(rt, &rt.type(TypeId::BaseExceptionGroup), text("g"), list));
    EXPECT_EQ(repr_of(group), "ExceptionGroup('g', [ValueError(1), KeyError(2)])");
    EXPECT_EQ(to_utf8(*value_of(str(rt, group))), "g (2 sub-exceptions)");
    EXPECT_EQ(repr_of(method(group, "split", Value(&rt.type(TypeId::KeyError)))),
              "(ExceptionGroup('g', [KeyError(2)]), ExceptionGroup('g', [ValueError(1)]))");
}

TEST_F(TypeTest, ContextCyclesAreBroken) {
    auto a = make_exception(rt, TypeId::ValueError), b = make_exception(rt, TypeId::KeyError);
    chain_context(*a, b.get());
    chain_context(*b, a.get());
    EXPECT_EQ(b->context, a.get());
    EXPECT_EQ(a->context, nullptr);
}

TEST_F(TypeTest, MemoryErrorsAreRaisedWithoutMemory) {
    rt.heap().set_limit(rt.heap().used());
    (void)raise_memory_error(rt);
    EXPECT_EQ(pending_text(), "MemoryError: ");
    rt.heap().set_limit(SIZE_MAX);
}

TEST_F(TypeTest, NativeRecursionEndsInRecursionError) {
    Owned nested = make_list(rt);
    for (int i = 0; i < 100000; ++i) {
        auto outer = make_list(rt);
        list_append(rt, *outer, std::move(nested));
        nested = std::move(outer);
    }
    EXPECT_EQ(error_of(repr(rt, nested)).substr(0, 15), "RecursionError:");
}

} // namespace
} // namespace mp
