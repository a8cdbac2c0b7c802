#pragma once
// A runtime without a VM: enough to test objects/ by itself.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "objects/core/attribute.h"
#include "objects/core/gc.h"
#include "objects/core/raise.h"
#include "objects/core/runtime.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/exception.h"
#include "objects/types/list.h"
#include "objects/types/native_function.h"
#include "objects/types/numbers.h"
#include "objects/types/object.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

class TestRuntime final : public Runtime {
public:
    ~TestRuntime() override { destroy_all(); }

    Result<Owned> import_module(StrObject& name) override {
        return raise(*this, TypeId::ModuleNotFoundError, "No module named '%s'", to_utf8(name).c_str());
    }
    Result<void> out_of_budget() noexcept override {
        budget_ = INT64_MAX;
        return ok;
    }
    void write_unraisable(Value) noexcept override {
        unraisable.push_back(has_pending() ? pending()->type()->name : "?");
        clear_pending();
    }
    Result<void> warn(TypeId, const char* message) override {
        warnings.emplace_back(message);
        return ok;
    }

    std::vector<std::string> unraisable; // names of the exceptions' types
    std::vector<std::string> warnings;
};

// Fixture with a runtime and shorthands that fail the test on an unexpected exception.
class ObjectsTest : public ::testing::Test {
protected:
    TestRuntime rt;

    std::string pending_text() {
        if (!rt.has_pending()) return "(nothing raised)";
        auto exception = rt.take_pending();
        auto text = str(rt, exception);
        if (text.is_raised()) {
            rt.clear_pending();
            return "(str() raised)";
        }
        return exception->type()->name + ": " + to_utf8(*text.take());
    }
    template <class T>
    T value_of(Result<T> result) {
        if (result.is_raised()) {
            ADD_FAILURE() << pending_text();
            std::abort();
        }
        return result.take();
    }
    void succeeds(Result<void> result) {
        if (result.is_raised()) ADD_FAILURE() << pending_text();
    }
    // "TypeError: text" of the exception that the result stands for.
    template <class T>
    std::string error_of(Result<T> result) {
        if (!result.is_raised()) return "(nothing raised)";
        return pending_text();
    }
    std::string repr_of(Value value) { return to_utf8(*value_of(repr(rt, value))); }
    Owned text(std::string_view utf8) { return make_str(rt, utf8); }
    StrObject& name(std::string_view ascii) {
        // Interned names of a test stay alive with the fixture.
        names_.push_back(rt.intern(ascii));
        return *names_.back();
    }
    Owned attribute(Value object, std::string_view attribute_name) {
        return value_of(get_attribute(rt, object, name(attribute_name)));
    }
    template <class... V>
    Owned method(Value object, std::string_view method_name, const V&... args) {
        Owned callee = attribute(object, method_name);
        Value values[] = {static_cast<Value>(args)..., Value()};
        return value_of(call(rt, callee, Args{values, sizeof...(args)}));
    }
    // A Python class without a body: type(name, bases, {}).
    Ref<Type> make_plain_class(std::string_view class_name, std::initializer_list<Type*> bases = {},
                               std::initializer_list<std::pair<const char*, Value>> entries = {}) {
        auto tuple = make_tuple(rt, static_cast<std::int64_t>(bases.size()));
        std::int64_t i = 0;
        for (Type* base : bases) tuple->items()[i++] = Owned::share(base).release();
        auto dict = make_dict(rt);
        for (const auto& [key, value] : entries) dict_set_text(rt, *dict, key, Owned::share(value));
        Owned made = value_of(make_class(rt, rt.type(TypeId::type), name(class_name), *tuple, *dict, Args{nullptr, 0}));
        return Ref<Type>::adopt(static_cast<Type*>(made.release().object()));
    }
    Owned instance_of(Type& type) { return value_of(call(rt, &type)); }

private:
    std::vector<Ref<StrObject>> names_;
};

} // namespace mp
