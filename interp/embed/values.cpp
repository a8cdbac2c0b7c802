// What Values do: Python's protocols for the host.
#include <boost/container/small_vector.hpp>
#include <cxxabi.h>

#include <bit>
#include <cstring>

#include "interp/embed/class_record.h"
#include "interp/embed/core.h"
#include "interp/support/hash.h"
#include "interp/vm/code_object.h"
#include "interp/vm/function.h"
#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace minipy::detail {

namespace {

Word call_words(Core& core, mp::Value callee, Word* words, std::size_t count, mp::TupleObject* names) {
    mp::Vm& vm = *core.vm;
    static_assert(sizeof(Word) == sizeof(mp::Value));
    return word_of(
        mp::call(vm, callee, mp::Args{reinterpret_cast<mp::Value*>(words), static_cast<std::uint32_t>(count), names}));
}

mp::Ref<mp::TupleObject> names_tuple(mp::Vm& vm, const char* const* names, std::size_t count) {
    auto tuple = mp::make_tuple(vm, static_cast<std::int64_t>(count));
    for (std::size_t i = 0; i < count; ++i) tuple->items()[i] = mp::Value::none();
    for (std::size_t i = 0; i < count; ++i) mp::replace(tuple->items()[i], vm.intern(names[i]));
    return tuple;
}

} // namespace

mp::Ref<mp::StrObject> NameCache::get(mp::Vm& vm, std::string_view name) {
    std::uint64_t head = 0, tail = 0;
    if (name.size() >= 8) {
        std::memcpy(&head, name.data(), 8);
        std::memcpy(&tail, name.data() + name.size() - 8, 8);
    } else if (name.size() >= 4) {
        std::memcpy(&head, name.data(), 4);
        std::memcpy(&tail, name.data() + name.size() - 4, 4);
    } else {
        for (const char c : name) head = head << 8 | static_cast<unsigned char>(c);
    }
    auto& entry = entries_[mp::mix64(head ^ std::rotl(tail, 31) ^ name.size()) % size];
    if (!entry || !mp::str_equals(*entry, name)) entry = vm.intern(name);
    return mp::Ref<mp::StrObject>::share(entry.get());
}

Word call(Core& core, Word callee, Word* words, std::size_t count, const char* const* names,
          std::size_t name_count) noexcept {
    const mp::Value target = value_of(callee);
    if (name_count == 0 && target.is_object() && target.object()->layout == mp::Layout::function && core.vm &&
        !core.closing) {
        auto& function = *static_cast<mp::FunctionObject*>(target.object());
        if (function.code->simple_arguments == static_cast<std::int64_t>(count)) {
            const mp::RunScope run(*core.vm);
            return core.vm->call_plain(function, reinterpret_cast<mp::Value*>(words)).word();
        }
    }
    const Word result = guarded(core, [&]() -> Word {
        // What is called may drop the last reference to itself.
        const mp::Owned keep = mp::Owned::share(value_of(callee));
        if (name_count == 0) [[likely]]
            return call_words(core, keep, words, count, nullptr);
        const auto tuple = names_tuple(*core.vm, names, name_count);
        return call_words(core, keep, words, count, tuple.get());
    });
    for (std::size_t i = 0; i < count; ++i) release(words[i]);
    return result;
}

Word call_spread(Core& core, Word callee, Word* words, std::size_t count, const char* const* names,
                 std::size_t name_count, Word more_positional, Word more_keywords) noexcept {
    const mp::Owned positional_kept = adopt(more_positional), keywords_kept = adopt(more_keywords);
    const Word result = guarded(core, [&]() -> Word {
        mp::Vm& vm = *core.vm;
        const mp::Owned keep = mp::Owned::share(value_of(callee));
        boost::container::small_vector<mp::Owned, 16> values;
        std::vector<mp::Owned> keys;
        const std::size_t plain = count - name_count;
        for (std::size_t i = 0; i < plain; ++i) values.push_back(mp::Owned::share(value_of(words[i])));
        if (!positional_kept.is_none()) {
            auto tuple = mp::tuple_from(vm, positional_kept);
            if (tuple.is_raised()) return raised_word;
            const auto items = tuple.take();
            for (std::int64_t i = 0; i < items->size; ++i) values.push_back(mp::Owned::share((*items)[i]));
        }
        for (std::size_t i = 0; i < name_count; ++i) {
            keys.emplace_back(vm.intern(names[i]));
            values.push_back(mp::Owned::share(value_of(words[plain + i])));
        }
        if (!keywords_kept.is_none()) {
            auto dict = mp::make_dict(vm);
            if (mp::dict_update(vm, *dict, keywords_kept).is_raised()) return raised_word;
            std::uint32_t position = 0;
            mp::Value key, value;
            while (mp::dict_next(*dict, position, key, value)) {
                if (!mp::is_str_or_subclass(vm, key)) {
                    mp::raise(vm, mp::TypeId::TypeError, "keywords must be strings");
                    return raised_word;
                }
                const auto interned = vm.intern(*static_cast<mp::StrObject*>(key.object()));
                for (const mp::Owned& other : keys)
                    if (other.get().is(mp::Value(interned))) {
                        mp::raise(vm, mp::TypeId::TypeError, "got multiple values for keyword argument '%s'",
                                  mp::to_utf8(*interned).c_str());
                        return raised_word;
                    }
                keys.emplace_back(interned);
                values.push_back(mp::Owned::share(value));
            }
        }
        mp::OptRef<mp::TupleObject> names_kept;
        if (!keys.empty()) {
            auto tuple = mp::make_tuple(vm, static_cast<std::int64_t>(keys.size()));
            for (std::size_t i = 0; i < keys.size(); ++i) tuple->items()[i] = keys[i].release();
            names_kept = std::move(tuple);
        }
        boost::container::small_vector<Word, 16> raw;
        for (const mp::Owned& value : values) raw.push_back(value.get().word());
        return call_words(core, keep, raw.data(), raw.size(), names_kept.get());
    });
    for (std::size_t i = 0; i < count; ++i) release(words[i]);
    return result;
}

Word get_attribute(Core& core, Word object, std::string_view name) noexcept {
    return guarded(core, [&]() -> mp::Result<mp::Owned> {
        const auto text = core.names.get(*core.vm, name);
        return mp::get_attribute(*core.vm, mp::Owned::share(value_of(object)), *text);
    });
}

Word find_attribute(Core& core, Word object, std::string_view name) noexcept {
    return guarded(core, [&]() -> mp::Result<mp::Owned> {
        const auto text = core.names.get(*core.vm, name);
        return mp::get_optional_attribute(*core.vm, mp::Owned::share(value_of(object)), *text);
    });
}

bool set_attribute(Core& core, Word object, std::string_view name, Word owned) noexcept {
    return guarded(core, [&]() -> Word {
               const mp::Owned value = adopt(owned);
               const auto text = core.names.get(*core.vm, name);
               return mp::set_attribute(*core.vm, mp::Owned::share(value_of(object)), *text, value).is_raised()
                          ? raised_word
                          : none_word;
           }) != raised_word;
}

Word get_item(Core& core, Word object, Word owned_key) noexcept {
    return guarded(core, [&] {
        const mp::Owned key = adopt(owned_key);
        return mp::get_item(*core.vm, mp::Owned::share(value_of(object)), key);
    });
}

bool set_item(Core& core, Word object, Word owned_key, Word owned) noexcept {
    return guarded(core, [&]() -> Word {
               const mp::Owned key = adopt(owned_key), value = adopt(owned),
                               container = mp::Owned::share(value_of(object));
               const bool raised = value.is_unbound() ? mp::delete_item(*core.vm, container, key).is_raised()
                                                      : mp::set_item(*core.vm, container, key, value).is_raised();
               return raised ? raised_word : none_word;
           }) != raised_word;
}

int contains(Core& core, Word object, Word owned) noexcept {
    const Word answer = guarded(core, [&]() -> Word {
        const mp::Owned item = adopt(owned);
        auto found = mp::contains(*core.vm, mp::Owned::share(value_of(object)), item);
        return found.is_raised() ? raised_word : found.take() ? true_word : false_word;
    });
    return answer == raised_word ? -1 : answer == true_word;
}

std::int64_t length(Core& core, Word object) noexcept {
    std::int64_t result = -1;
    guarded(core, [&]() -> Word {
        auto length = mp::length(*core.vm, mp::Owned::share(value_of(object)));
        if (!length.is_raised()) result = length.take();
        return none_word;
    });
    return result;
}

int truth(Core& core, Word object) noexcept {
    const Word answer = guarded(core, [&]() -> Word {
        auto truth = mp::truth(*core.vm, mp::Owned::share(value_of(object)));
        return truth.is_raised() ? raised_word : truth.take() ? true_word : false_word;
    });
    return answer == raised_word ? -1 : answer == true_word;
}

std::int64_t hash(Core& core, Word object, bool& raised) noexcept {
    std::int64_t result = 0;
    raised = guarded(core, [&]() -> Word {
                 auto hash = mp::hash(*core.vm, mp::Owned::share(value_of(object)));
                 if (hash.is_raised()) return raised_word;
                 result = hash.take();
                 return none_word;
             }) == raised_word;
    return result;
}

Word text_of(Core& core, Word object, bool repr) noexcept {
    return guarded(core, [&]() -> Word {
        const mp::Owned keep = mp::Owned::share(value_of(object));
        return word_of(repr ? mp::repr(*core.vm, keep) : mp::str(*core.vm, keep));
    });
}

namespace {

mp::BinaryOp binary_op(Operator op) noexcept {
    constexpr mp::BinaryOp table[] = {
        mp::BinaryOp::add,  mp::BinaryOp::sub, mp::BinaryOp::mul,    mp::BinaryOp::truediv, mp::BinaryOp::floordiv,
        mp::BinaryOp::mod,  mp::BinaryOp::pow, mp::BinaryOp::matmul, mp::BinaryOp::lshift,  mp::BinaryOp::rshift,
        mp::BinaryOp::and_, mp::BinaryOp::or_, mp::BinaryOp::xor_};
    return table[static_cast<int>(op)];
}

} // namespace

Word binary(Core& core, Operator op, Word left, Word owned_right) noexcept {
    return guarded(core, [&] {
        const mp::Owned right = adopt(owned_right);
        return mp::binary(*core.vm, binary_op(op), mp::Owned::share(value_of(left)), right);
    });
}

Word binary_reflected(Core& core, Operator op, Word owned_left, Word right) noexcept {
    return guarded(core, [&] {
        const mp::Owned left = adopt(owned_left);
        return mp::binary(*core.vm, binary_op(op), left, mp::Owned::share(value_of(right)));
    });
}

Word unary(Core& core, char op, Word value) noexcept {
    return guarded(core, [&] {
        const mp::Owned operand = mp::Owned::share(value_of(value));
        return op == '-'   ? mp::negative(*core.vm, operand)
               : op == '+' ? mp::positive(*core.vm, operand)
               : op == '~' ? mp::invert(*core.vm, operand)
                           : mp::absolute(*core.vm, operand);
    });
}

int compare(Core& core, Comparison op, Word left, Word owned_right) noexcept {
    const Word answer = guarded(core, [&]() -> Word {
        const mp::Owned right = adopt(owned_right);
        constexpr mp::CompareOp table[] = {mp::CompareOp::lt, mp::CompareOp::le, mp::CompareOp::eq,
                                           mp::CompareOp::ne, mp::CompareOp::gt, mp::CompareOp::ge};
        auto result = mp::compare_bool(*core.vm, mp::Owned::share(value_of(left)), right, table[static_cast<int>(op)]);
        return result.is_raised() ? raised_word : result.take() ? true_word : false_word;
    });
    return answer == raised_word ? -1 : answer == true_word;
}

Word iterate(Core& core, Word object) noexcept {
    return guarded(core, [&] { return mp::iterate(*core.vm, mp::Owned::share(value_of(object))); });
}

Word next(Core& core, Word iterator) noexcept {
    return guarded(core, [&]() -> Word {
        auto item = mp::next(*core.vm, mp::Owned::share(value_of(iterator)));
        if (item.is_raised()) return raised_word;
        mp::Owned owned = item.take();
        return owned.is_exhausted() ? unmatched_word : give(std::move(owned));
    });
}

Word type_of(Core& core, Word object) noexcept {
    mp::Type& type = core.vm->type_of(value_of(object));
    mp::retain(&type);
    return mp::Value(&type).word();
}

std::string type_name(Core& core, Word object) { return mp::type_name(*core.vm, value_of(object)); }
bool is_callable(Core& core, Word object) noexcept { return mp::is_callable(*core.vm, value_of(object)); }
bool is_str(Core& core, Word object) noexcept { return mp::is_str_or_subclass(*core.vm, value_of(object)); }

std::string type_text(Core* core, const std::type_info& type) {
    if (core)
        if (const std::string* name = bound_name(*core, type)) return *name;
    int status = 0;
    const std::unique_ptr<char, void (*)(void*)> text(abi::__cxa_demangle(type.name(), nullptr, nullptr, &status),
                                                      std::free);
    return status == 0 && text ? text.get() : type.name();
}

} // namespace minipy::detail

namespace minipy {

Value Item::value() const {
    detail::Core& core = container_.core();
    const detail::Word key = key_.word();
    detail::retain(key);
    return Value::adopt(core, detail::checked(core, detail::get_item(core, container_.word(), key)));
}

void Item::set(detail::Word owned) const {
    detail::Core& core = container_.core();
    const detail::Word key = key_.word();
    detail::retain(key);
    if (!detail::set_item(core, container_.word(), key, owned)) detail::throw_pending(core);
}

Value Attribute::value() const {
    detail::Core& core = object_.core();
    return Value::adopt(core, detail::checked(core, detail::get_attribute(core, object_.word(), name_)));
}

void Attribute::set(detail::Word owned) const {
    detail::Core& core = object_.core();
    if (!detail::set_attribute(core, object_.word(), name_, owned)) detail::throw_pending(core);
}

Iterator& Iterator::operator++() {
    detail::Core& core = iterator_.core();
    const detail::Word item = detail::checked(core, detail::next(core, iterator_.word()));
    item_ = item == detail::unmatched_word ? Value() : Value::adopt(core, item);
    return *this;
}

EntryRange::Entry EntryRange::EntryIterator::operator*() const {
    auto pair = (*at_).to<std::pair<Value, Value>>();
    return pair;
}

} // namespace minipy
