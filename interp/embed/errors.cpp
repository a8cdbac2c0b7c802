// Exceptions across the border, both ways.
#include <cstring>
#include <new>
#include <stdexcept>
#include <system_error>

#include "interp/embed/core.h"
#include "interp/embed/error_data.h"
#include "interp/vm/code_object.h"
#include "interp/vm/traceback.h"
#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace minipy {

using detail::ErrorData;

Error::Error(std::string type, std::string message) {
    auto data = std::make_shared<ErrorData>();
    data->text = message.empty() ? type : type + ": " + message;
    data->names = {type};
    data->type = std::move(type);
    data->message = std::move(message);
    data_ = std::move(data);
}
Error::~Error() = default;
BudgetStop::~BudgetStop() = default;
Budget BudgetStop::budget() const noexcept {
    switch (data().stop) {
    case mp::StopKind::steps: return Budget::steps;
    case mp::StopKind::wall: return Budget::wall;
    case mp::StopKind::output: return Budget::output;
    default: return Budget::stopped;
    }
}

const std::string& Error::type() const noexcept { return data_->type; }
const std::string& Error::message() const noexcept { return data_->message; }
const std::vector<std::string>& Error::notes() const noexcept { return data_->notes; }
const std::vector<Frame>& Error::frames() const noexcept { return data_->frames; }
const Error* Error::cause() const noexcept { return data_->cause.get(); }
const Error* Error::context() const noexcept { return data_->context.get(); }
const char* Error::what() const noexcept { return data_->text.c_str(); }
const Value& Error::value() const noexcept { return data_->exception; }

bool Error::is(std::string_view type_name) const noexcept {
    for (const std::string& name : data_->names)
        if (name == type_name) return true;
    return false;
}

void Error::raise() const {
    if (data_->stop != mp::StopKind::none) throw BudgetStop(*this);
    throw Error(*this);
}

namespace detail {

namespace {

// The name of a class as tracebacks show it: built-in ones alone, others with their module.
std::string shown_name(mp::Vm& vm, mp::Type& type) {
    const mp::Value module = type.dict ? mp::dict_get_str(*type.dict, *vm.names().dunder_module) : mp::Value();
    std::string prefix;
    if (mp::is_str(module)) prefix = mp::to_utf8(*static_cast<mp::StrObject*>(module.object()));
    if (prefix.empty() || prefix == "builtins" || prefix == "__main__") return type.qualified_name;
    return prefix + "." + type.qualified_name;
}

std::vector<Frame> read_frames(mp::Vm& vm, mp::ExceptionObject& exception) {
    std::vector<Frame> frames;
    for (mp::TracebackObject* entry = exception.traceback; entry; entry = entry->next) {
        const auto& code = *static_cast<mp::CodeObject*>(entry->code);
        Frame frame;
        frame.file = code.unit->filename;
        frame.function = code.unit->qualified_name;
        frame.line = entry->line;
        if (const mp::Location* location = mp::find_location(code, entry->pc); location && location->line) {
            frame.end_line = location->end_line;
            frame.column = location->column;
            frame.end_column = location->end_column;
        }
        frame.source = mp::source_line(vm, code.unit->filename, entry->line);
        frames.push_back(std::move(frame));
    }
    return frames;
}

std::vector<std::string> read_notes(mp::Vm& vm, mp::Value notes) {
    std::vector<std::string> texts;
    if (!mp::is_list(notes)) return texts;
    const auto list = mp::Ref<mp::ListObject>::share(static_cast<mp::ListObject*>(notes.object()));
    for (std::int64_t i = 0; i < list->size; ++i) {
        auto text = mp::str(vm, mp::Owned::share(list->items[i]));
        if (text.is_raised())
            vm.clear_pending();
        else
            texts.push_back(mp::to_utf8(*text.take()));
    }
    return texts;
}

// Causes and contexts may form long chains, and cycles made by hand: no more than this many are read.
constexpr int most_chained = 50;

std::shared_ptr<ErrorData> read_error(Core& core, mp::Ref<mp::ExceptionObject> exception, int depth) {
    mp::Vm& vm = *core.vm;
    auto data = std::make_shared<ErrorData>();
    data->type = shown_name(vm, *exception->type());
    data->stop = mp::Vm::stop_kind(*exception);
    if (const mp::TupleObject* mro = exception->type()->mro)
        for (std::int64_t i = 0; i < mro->size; ++i) {
            auto& type = *static_cast<mp::Type*>((*mro)[i].object());
            data->names.push_back(shown_name(vm, type));
            if (type.qualified_name != data->names.back()) data->names.push_back(type.qualified_name);
        }
    auto text = mp::str(vm, exception);
    if (text.is_raised())
        vm.clear_pending();
    else
        data->message = mp::to_utf8(*text.take());
    data->notes = read_notes(vm, exception->notes);
    data->frames = read_frames(vm, *exception);
    if (depth < most_chained) {
        if (exception->cause)
            data->cause = std::make_shared<Error>(std::shared_ptr<const ErrorData>(
                read_error(core, mp::Ref<mp::ExceptionObject>::share(exception->cause), depth + 1)));
        if (exception->context && !exception->suppress_context)
            data->context = std::make_shared<Error>(std::shared_ptr<const ErrorData>(
                read_error(core, mp::Ref<mp::ExceptionObject>::share(exception->context), depth + 1)));
    }
    data->text = mp::format_exception(vm, *exception);
    while (!data->text.empty() && data->text.back() == '\n') data->text.pop_back();
    data->exception = Value::share(core, mp::Value(exception).word());
    return data;
}

} // namespace

Error make_error(Core& core, mp::Ref<mp::ExceptionObject> exception) {
    return Error(std::shared_ptr<const ErrorData>(read_error(core, std::move(exception), 0)));
}

bool has_pending(Core& core) noexcept { return core.vm && core.vm->has_pending(); }
void clear_pending(Core& core) noexcept { core.vm->clear_pending(); }

Error take_pending(Core& core) {
    if (!core.vm || core.closing) return Error("RuntimeError", "the interpreter of this value is gone");
    if (!core.vm->has_pending()) return Error("SystemError", "error return without exception set");
    return make_error(core, core.vm->take_pending());
}

void throw_pending(Core& core) { take_pending(core).raise(); }

void throw_mismatch(Core& core, Word word, const std::string& expected) {
    if (has_pending(core)) throw_pending(core);
    throw Error("TypeError", "expected " + expected + ", not " + type_name(core, word));
}

Word raise_error(Core& core, const char* type, const std::string& message) noexcept {
    mp::Vm& vm = *core.vm;
    try {
        const mp::Value found = vm.builtins_dict ? mp::dict_get_text(vm, *vm.builtins_dict, type) : mp::Value();
        if (found.is_object() && found.object()->layout == mp::Layout::type) {
            const auto text = mp::make_str(vm, message);
            auto made =
                message.empty() ? mp::exception_from(vm, found) : [&]() -> mp::Result<mp::Ref<mp::ExceptionObject>> {
                mp::Owned instance = TRY(mp::call(vm, found, text));
                return mp::exception_from(vm, instance);
            }();
            if (!made.is_raised()) mp::raise_exception(vm, made.take());
            return raised_word;
        }
        mp::raise_text(vm, mp::TypeId::RuntimeError, std::string(type) + ": " + message);
    } catch (const std::bad_alloc&) {
        mp::raise_memory_error(vm);
    }
    return raised_word;
}

void set_pending(Core& core, const Error& error) noexcept {
    mp::Vm& vm = *core.vm;
    const Handle* handle = error.value().handle();
    if (handle && handle->core == &core && value_of(handle->word).is_object()) {
        // The same object, with the traceback that it has.
        vm.set_pending(
            mp::Ref<mp::ExceptionObject>::share(static_cast<mp::ExceptionObject*>(value_of(handle->word).object())));
        return;
    }
    raise_error(core, error.type().c_str(), error.message());
}

Word raise_current_exception(Core& core) noexcept {
    mp::Vm& vm = *core.vm;
    if (vm.has_pending()) vm.clear_pending();
    try {
        if (!core.exceptions.empty()) {
            const std::exception_ptr current = std::current_exception();
            std::string text;
            // The newest first: derived types are bound after their bases.
            for (auto it = core.exceptions.rbegin(); it != core.exceptions.rend(); ++it) {
                if (!it->matches(current, text)) continue;
                auto instance = mp::call(vm, mp::Value(it->type), mp::make_str(vm, text));
                if (instance.is_raised()) return raised_word;
                auto exception = mp::exception_from(vm, instance.take());
                if (!exception.is_raised()) mp::raise_exception(vm, exception.take());
                return raised_word;
            }
        }
        try {
            throw;
        } catch (const Error& error) {
            set_pending(core, error);
        } catch (const std::bad_alloc&) {
            mp::raise_memory_error(vm);
        } catch (const std::out_of_range& error) {
            mp::raise_text(vm, mp::TypeId::IndexError, error.what());
        } catch (const std::invalid_argument& error) {
            mp::raise_text(vm, mp::TypeId::ValueError, error.what());
        } catch (const std::domain_error& error) {
            mp::raise_text(vm, mp::TypeId::ValueError, error.what());
        } catch (const std::length_error& error) {
            mp::raise_text(vm, mp::TypeId::ValueError, error.what());
        } catch (const std::overflow_error& error) {
            mp::raise_text(vm, mp::TypeId::OverflowError, error.what());
        } catch (const std::range_error& error) {
            mp::raise_text(vm, mp::TypeId::OverflowError, error.what());
        } catch (const std::system_error& error) {
            if (error.code().category() == std::generic_category() || error.code().category() == std::system_category())
                mp::raise_os_error(vm, error.code().value());
            else
                mp::raise_text(vm, mp::TypeId::OSError, error.what());
        } catch (const std::exception& error) {
            mp::raise_text(vm, mp::TypeId::RuntimeError, error.what());
        } catch (...) {
            mp::raise_text(vm, mp::TypeId::RuntimeError, "a C++ exception of unknown type");
        }
    } catch (const std::bad_alloc&) {
        mp::raise_memory_error(vm);
    }
    return raised_word;
}

} // namespace detail
} // namespace minipy
