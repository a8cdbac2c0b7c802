#include "builtins/io/stream.h"

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/list.h"
#include "objects/types/natives.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

Raised raise_closed(Runtime& rt) { return raise(rt, TypeId::ValueError, "I/O operation on closed file."); }

static Result<void> check_not_closed(Runtime& rt, Value stream) {
    Owned closed = TRY(get_attribute(rt, stream, *rt.intern("closed")));
    if (TRY(truth(rt, closed))) return raise_closed(rt);
    return ok;
}

Result<Owned> stream_enter(Runtime& rt, Args args) {
    TRY(check_not_closed(rt, args[0]));
    return Owned::share(args[0]);
}

Result<void> stream_exit(Runtime& rt, Args args) {
    TRY(call_method(rt, args[0], *rt.names().close));
    return ok;
}

Result<void> stream_writelines(Runtime& rt, Args args) {
    TRY(check_not_closed(rt, args[0]));
    return for_each(rt, args[1], [&](Value line) -> Result<void> {
        TRY(call_method(rt, args[0], *rt.names().write, line));
        return ok;
    });
}

Result<Owned> stream_readlines(Runtime& rt, Args args) {
    const std::int64_t hint = TRY(stream_size(rt, args, 1));
    Ref<ListObject> lines = make_list(rt);
    std::int64_t total = 0;
    TRY(check_not_closed(rt, args[0]));
    for (;;) {
        Owned line = TRY(call_method(rt, args[0], *rt.names().readline));
        const std::int64_t size = TRY(length(rt, line));
        if (size == 0) return Owned(std::move(lines));
        TRY(rt.pay(1));
        total += size;
        list_append(rt, *lines, std::move(line));
        if (hint > 0 && total >= hint) return Owned(std::move(lines));
    }
}

Result<Owned> stream_iter(Runtime& rt, Value self) {
    TRY(check_not_closed(rt, self));
    return Owned::share(self);
}

Result<Owned> stream_next(Runtime& rt, Value self) {
    Owned line = TRY(call_method(rt, self, *rt.names().readline));
    if (TRY(length(rt, line)) == 0) return Owned::adopt(Value::exhausted());
    return line;
}

Result<std::int64_t> stream_size(Runtime& rt, Args args, std::size_t i) {
    if (!args.has(i) || args[i].is_none()) return -1;
    if (!has_index(rt, args[i]))
        return raise(rt, TypeId::TypeError, "argument should be integer or None, not '%.200s'", type_name(rt, args[i]));
    return index_int64(rt, args[i]);
}

std::uint8_t line_ends_of(const StrObject& text) noexcept {
    std::uint8_t seen = 0;
    for (std::int64_t i = 0; i < text.length; ++i) {
        const char32_t c = text[i];
        if (c == U'\n') {
            seen |= end_lf;
        } else if (c == U'\r') {
            const bool both = i + 1 < text.length && text[i + 1] == U'\n';
            seen |= both ? end_crlf : end_cr;
            i += both;
        }
    }
    return seen;
}

Owned line_ends_object(Runtime& rt, std::uint8_t seen) {
    Value values[3];
    std::size_t count = 0;
    Owned cr = make_str(rt, "\r"), lf = make_str(rt, "\n"), crlf = make_str(rt, "\r\n");
    if (seen & end_cr) values[count++] = cr;
    if (seen & end_lf) values[count++] = lf;
    if (seen & end_crlf) values[count++] = crlf;
    switch (count) {
    case 0: return Owned::adopt(Value::none());
    case 1: return Owned::share(values[0]);
    case 2: return tuple_of(rt, values[0], values[1]);
    default: return tuple_of(rt, values[0], values[1], values[2]);
    }
}

} // namespace mp
