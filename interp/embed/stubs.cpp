// Type stubs of what the host bound (PEP 484, "Stub files"; PEP 561).
#include <algorithm>
#include <set>

#include "interp/embed/class_record.h"
#include "interp/embed/enum_record.h"
#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/method.h"
#include "objects/types/module.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace minipy {

namespace detail {

namespace {

class StubWriter {
public:
    explicit StubWriter(Core& core) : core_(core), vm_(*core.vm) {}

    std::string write(mp::ModuleObject& module) {
        std::string body;
        std::uint32_t position = 0;
        mp::Value key, value;
        const auto names = mp::dict_copy(vm_, *module.dict);
        while (mp::dict_next(*names, position, key, value)) {
            if (!mp::is_str(key)) continue;
            const std::string name = mp::to_utf8(*static_cast<mp::StrObject*>(key.object()));
            if (name.starts_with("__")) continue;
            body += entry(name, value, "");
        }
        std::string head = docstring(mp::dict_get_str(*module.dict, *vm_.names().dunder_doc), "");
        std::string imports;
        for (const std::string& line : imports_) imports += line + "\n";
        for (const std::string* part : {&imports, &body})
            if (!part->empty()) head += (head.empty() ? "" : "\n") + *part;
        return head;
    }

private:
    // The text of a type, with what it needs imported. What has no name in Python is an object.
    std::string type(std::string text) {
        if (text.find_first_of("<:*&(") != text.npos && text.find("()") == text.npos) return "object";
        for (const char* name : {"Buffer", "Callable", "Iterator"})
            if (text.find(name) != text.npos) imports_.insert(std::string("from collections.abc import ") + name);
        return text;
    }

    std::string docstring(mp::Value doc, const std::string& indent) {
        if (!mp::is_str(doc)) return "";
        return docstring(mp::to_utf8(*static_cast<mp::StrObject*>(doc.object())), indent);
    }
    static std::string docstring(const std::string& text, const std::string& indent) {
        if (text.empty()) return "";
        std::string shown;
        for (const char c : text) {
            if (c == '\\' || c == '"') shown += '\\';
            shown += c;
            if (c == '\n') shown += indent;
        }
        return indent + "\"\"\"" + shown + "\"\"\"\n";
    }

    std::string function(const FunctionRecord& record, const std::string& indent, const std::string& decorators) {
        std::string parameters;
        const auto add = [&](const std::string& part) { parameters += (parameters.empty() ? "" : ", ") + part; };
        bool slash_due = false, star_seen = false;
        for (std::size_t i = 0; i < record.parameters.size(); ++i) {
            const BoundParameter& parameter = record.parameters[i];
            if (parameter.kind != ParameterKind::positional_only && std::exchange(slash_due, false)) add("/");
            std::string part;
            if (parameter.kind == ParameterKind::positional_only) slash_due = true;
            if (parameter.kind == ParameterKind::rest) part = "*", star_seen = true;
            if (parameter.kind == ParameterKind::keywords) part = "**";
            if (parameter.kind == ParameterKind::keyword_only && !std::exchange(star_seen, true)) add("*");
            part += mp::to_utf8(*parameter.name);
            const bool is_self = record.is_method && i == 0;
            if (!is_self)
                part += ": " + (parameter.kind >= ParameterKind::rest ? "object" : type(parameter.type(&core_)));
            if (!parameter.fallback.is_unbound()) part += " = ...";
            // self is positional, but nothing is gained by saying so.
            if (is_self) slash_due = false;
            add(part);
        }
        if (slash_due) add("/");
        const std::string result = record.is_constructor ? "None" : type(record.result(&core_));
        std::string text = decorators + indent + "def " + record.name + "(" + parameters + ") -> " + result + ":";
        const std::string doc = docstring(record.doc, indent + "    ");
        return text + (doc.empty() ? " ...\n" : "\n" + doc);
    }

    std::string functions(const FunctionRecord& first, const std::string& indent, bool is_static) {
        std::string text;
        for (const FunctionRecord* record = &first; record; record = record->next.get()) {
            std::string decorators;
            if (first.next) {
                imports_.insert("from typing import overload");
                decorators += indent + "@overload\n";
            }
            if (is_static) decorators += indent + "@staticmethod\n";
            text += function(*record, indent, decorators);
        }
        return text;
    }

    std::string property(const std::string& name, mp::PropertyObject& property, const std::string& indent) {
        if (!is_host_function(core_, property.getter)) return indent + name + ": object\n";
        const std::string result = type(as_host_function(property.getter).record->result(&core_));
        const std::string doc = docstring(property.doc, indent + "    ");
        std::string text = indent + "@property\n" + indent + "def " + name + "(self) -> " + result + ":" +
                           (doc.empty() ? " ...\n" : "\n" + doc);
        if (is_host_function(core_, property.setter)) {
            const FunctionRecord& setter = *as_host_function(property.setter).record;
            text += indent + "@" + name + ".setter\n" + indent + "def " + name + "(self, value: " +
                    (setter.parameters.size() > 1 ? type(setter.parameters[1].type(&core_)) : "object") +
                    ") -> None: ...\n";
        }
        return text;
    }

    std::string bound_class(const ClassRecord& record) {
        std::string bases;
        for (const auto& [base, upcast] : record.bases) bases += (bases.empty() ? "" : ", ") + base->name;
        std::string text = "\nclass " + record.name + (bases.empty() ? "" : "(" + bases + ")") + ":\n";
        std::string body = docstring(mp::dict_get_str(*record.python->dict, *vm_.names().dunder_doc), "    ");
        std::uint32_t position = 0;
        mp::Value key, value;
        const auto names = mp::dict_copy(vm_, *record.python->dict);
        while (mp::dict_next(*names, position, key, value)) {
            if (!mp::is_str(key)) continue;
            const std::string name = mp::to_utf8(*static_cast<mp::StrObject*>(key.object()));
            if (name == "__buffer__") {
                body += "    def __buffer__(self, flags: int, /) -> memoryview: ...\n";
                continue;
            }
            if (name.starts_with("__") && !is_host_function(core_, value)) continue;
            body += entry(name, value, "    ");
        }
        return text + (body.empty() ? "    ...\n" : body);
    }

    std::string bound_enum(const EnumRecord& record) {
        imports_.insert("import enum");
        const char* const bases[] = {"enum.Enum", "enum.IntEnum", "enum.IntFlag"};
        std::string text = "\nclass " + record.name + "(" + bases[static_cast<int>(record.kind)] + "):\n";
        if (record.members.empty()) text += "    ...\n";
        for (const auto& [number, member] : record.members) {
            auto name = mp::get_attribute(vm_, member, *vm_.names().name);
            if (name.is_raised()) {
                vm_.clear_pending();
                continue;
            }
            const mp::Owned text_name = name.take();
            text += "    " + mp::to_utf8(*static_cast<mp::StrObject*>(text_name.get().object())) + " = " +
                    std::to_string(number) + "\n";
        }
        return text;
    }

    std::string entry(const std::string& name, mp::Value value, const std::string& indent) {
        if (is_host_function(core_, value)) return functions(*as_host_function(value).record, indent, false);
        if (mp::is_staticmethod(value))
            if (const mp::Value inner = static_cast<mp::StaticMethodObject*>(value.object())->callable;
                is_host_function(core_, inner))
                return functions(*as_host_function(inner).record, indent, true);
        if (mp::is_property(value)) return property(name, *static_cast<mp::PropertyObject*>(value.object()), indent);
        if (mp::is_module(value)) return "";
        if (value.is_object() && mp::is_subtype(&vm_.type_of(value), &vm_.type(mp::TypeId::type)))
            return bound_type(name, value, indent);
        return indent + name + ": " + vm_.type_of(value).short_name() + "\n";
    }

    std::string bound_type(const std::string& name, mp::Value value, const std::string& indent) {
        for (const auto& [key, record] : core_.classes)
            if (mp::Value(record->python.get()).is(value)) return bound_class(*record);
        for (const auto& [key, record] : core_.enums)
            if (record->python.get().is(value)) return bound_enum(*record);
        const auto& type = *static_cast<mp::Type*>(value.object());
        if (mp::is_subtype(&type, &vm_.type(mp::TypeId::BaseException)) && type.base)
            return "\nclass " + name + "(" + type.base->dunder_name() + "): ...\n";
        return indent + name + ": type\n";
    }

    Core& core_;
    mp::Vm& vm_;
    std::set<std::string> imports_;
};

} // namespace
} // namespace detail

std::string Interpreter::stubs(std::string_view module) {
    detail::Core& core = this->core();
    const Value found = import(module);
    const mp::Value value = detail::value_of(found.word());
    if (!mp::is_module(value)) throw Error("TypeError", "'" + std::string(module) + "' is no module");
    return detail::StubWriter(core).write(*static_cast<mp::ModuleObject*>(value.object()));
}

} // namespace minipy
