#include "objects/protocol/signature.h"

#include <algorithm>
#include <string>

#include <boost/container/small_vector.hpp>

#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

// The parameters of "a, /, b=1, *, c=(1, 2)": split at commas outside brackets and quotes.
std::vector<std::string_view> split_parameters(std::string_view text) {
    std::vector<std::string_view> parts;
    int depth = 0;
    char quote = 0;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ',';
        if (i < text.size() && quote) {
            if (c == quote) quote = 0;
            continue;
        }
        if (c == '\'' || c == '"') quote = c;
        if (c == '(' || c == '[' || c == '{') ++depth;
        if (c == ')' || c == ']' || c == '}') --depth;
        if (c == ',' && (depth == 0 || i == text.size())) {
            std::string_view part = text.substr(start, i - start);
            while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
            while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
            if (!part.empty()) parts.push_back(part);
            start = i + 1;
        }
    }
    return parts;
}

std::unique_ptr<Signature> parse(Runtime& rt, std::string_view text) {
    auto signature = std::make_unique<Signature>();
    if (text.size() >= 2 && text.front() == '(' && text.back() == ')') text = text.substr(1, text.size() - 2);
    bool keyword_only = false;
    for (std::string_view part : split_parameters(text)) {
        if (part == "/") {
            signature->positional_only = signature->count();
        } else if (part == "*") {
            keyword_only = true;
        } else if (part.front() == '*') {
            signature->variadic = true;
        } else if (part.front() != '$') { // $self is not passed by the caller
            const std::size_t equals = part.find('=');
            std::string_view name = part.substr(0, std::min(equals, part.find(':')));
            while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
            signature->names.push_back(rt.intern(name));
            signature->required.push_back(equals == std::string_view::npos);
            if (signature->required.back()) signature->min_given = signature->count();
            if (!keyword_only) {
                if (signature->required.back() && signature->min_positional == signature->positional)
                    ++signature->min_positional;
                ++signature->positional;
            }
        }
    }
    return signature;
}

const char* plural(std::size_t count) noexcept { return count == 1 ? "" : "s"; }

Result<void> check_positional(Runtime& rt, const NativeDef& def, std::size_t given) {
    const std::size_t min = static_cast<std::size_t>(def.min);
    const std::size_t max = def.max < 0 ? SIZE_MAX : static_cast<std::size_t>(def.max);
    if (given < min || given > max) return raise_arity(rt, def.name, min, max, given);
    return ok;
}

} // namespace

const Signature* SignatureCache::find(Runtime& rt, const NativeDef& def) {
    auto& entry = all_[&def];
    if (!entry) entry = parse(rt, def.signature);
    return entry.get();
}

// The texts and their order are _PyArg_UnpackKeywords'.
Result<void> bind_signature(Runtime& rt, const NativeDef& def, const Signature& signature, Args args, Value* out) {
    const std::uint32_t keywords = args.names ? static_cast<std::uint32_t>(args.names->size) : 0;
    const std::uint32_t given = args.count - keywords;
    const std::uint32_t count = signature.count();
    if (keywords == 0 && given >= signature.min_given && given <= signature.positional) [[likely]] {
        for (std::uint32_t i = 0; i < given; ++i) out[i] = args.values[i];
        for (std::uint32_t i = given; i < count; ++i) out[i] = Value();
        return ok;
    }
    const char* name = def.name;
    if (args.count > count)
        return raise(rt, TypeId::TypeError, "%.200s() takes %s %u %sargument%s (%u given)", name, "at most", count,
                     given == 0 ? "keyword " : "", plural(count), args.count);
    if (given > signature.positional) {
        if (signature.positional == 0)
            return raise(rt, TypeId::TypeError, "%.200s() takes no positional arguments", name);
        return raise(rt, TypeId::TypeError, "%.200s() takes %s %u positional argument%s (%u given)", name,
                     signature.min_positional < signature.positional ? "at most" : "exactly", signature.positional,
                     plural(signature.positional), given);
    }
    const std::uint32_t min_only = std::min(signature.positional_only, signature.min_positional);
    if (given < min_only)
        return raise(rt, TypeId::TypeError, "%.200s() takes %s %u positional argument%s (%u given)", name,
                     min_only < signature.positional ? "at least" : "exactly", min_only, plural(min_only), given);
    std::copy(args.values, args.values + given, out);
    std::fill(out + given, out + count, Value());
    std::uint32_t unused = keywords;
    for (std::uint32_t i = 0; i < keywords; ++i) {
        StrObject* keyword = static_cast<StrObject*>((*args.names)[i].object());
        for (std::uint32_t p = std::max(given, signature.positional_only); p < count; ++p)
            if (signature.names[p].get() == keyword || str_equal(*signature.names[p], *keyword)) {
                out[p] = args.values[given + i];
                --unused;
                break;
            }
    }
    for (std::uint32_t p = std::max(given, signature.positional_only); p < count; ++p)
        if (out[p].is_unbound() && signature.required[p])
            return raise(rt, TypeId::TypeError, "%.200s() missing required argument '%s' (pos %u)", name,
                         to_utf8(*signature.names[p]).c_str(), p + 1);
    if (unused == 0) return ok;
    for (std::uint32_t p = signature.positional_only; p < given; ++p)
        for (std::uint32_t i = 0; i < keywords; ++i)
            if (str_equal(*signature.names[p], *static_cast<StrObject*>((*args.names)[i].object())))
                return raise(rt, TypeId::TypeError, "argument for %.200s() given by name ('%s') and position (%u)",
                             name, to_utf8(*signature.names[p]).c_str(), p + 1);
    for (std::uint32_t i = 0; i < keywords; ++i) {
        const StrObject& keyword = *static_cast<StrObject*>((*args.names)[i].object());
        bool known = false;
        for (std::uint32_t p = signature.positional_only; p < count; ++p)
            known = known || str_equal(*signature.names[p], keyword);
        if (!known)
            return raise(rt, TypeId::TypeError, "%.200s() got an unexpected keyword argument '%s'", name,
                         to_utf8(keyword).c_str());
    }
    return ok;
}

Result<void> bind_arguments(Runtime& rt, const NativeDef& def, Args args, Value* out) {
    if (def.signature) {
        const Signature& signature = rt.signatures().get(rt, def);
        if (signature.positional_only < signature.count()) return bind_signature(rt, def, signature, args, out);
    }
    TRY(no_keywords(rt, def.name, args));
    TRY(check_positional(rt, def, args.count));
    std::copy(args.values, args.values + args.count, out);
    if (def.max >= 0) std::fill(out + args.count, out + std::max<std::int64_t>(def.max, args.count), Value());
    return ok;
}

Result<void> no_keywords(Runtime& rt, const char* name, Args args) {
    if (args.names && args.names->size > 0)
        return raise(rt, TypeId::TypeError, "%.200s() takes no keyword arguments", name);
    return ok;
}

Result<void> no_arguments(Runtime& rt, const char* name, Args args) {
    if (args.count > 0) return raise(rt, TypeId::TypeError, "%.200s() takes no arguments", name);
    return ok;
}

} // namespace mp
