// repr(), str() and hex().
#include <cstdio>

#include "objects/buffer/span_algorithms.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/memoryview_parts.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"

namespace mp {

using namespace view_parts;

Result<Owned> view_parts::repr(Runtime& rt, Value self) {
    char text[64];
    std::snprintf(text, sizeof text, "<%smemory at %p>", self_of(self).released ? "released " : "",
                  static_cast<void*>(self.object()));
    return Owned(make_str(rt, text));
}

// A view of bytes in one dimension reads as the bytes that it shows; one that spans the whole of its exporter's memory says that it is a memoryview
// (COMPATIBILITY.md, "str() of a memoryview").
Result<Owned> view_parts::str(Runtime& rt, Value self) {
    auto& view = self_of(self);
    if (view.released || view.ndim != 1 || !is_byte_format(view.item) || view.item_size != 1)
        return view_parts::repr(rt, self);
    TRY(rt.pay(static_cast<std::uint64_t>(view.byte_length) / 16));
    const BufferFields& whole = view.managed->fields;
    const bool spans_all =
        (view.contiguity & view_c_contiguous) && view.data == whole.data && view.byte_length == whole.length;
    Ref<BytesObject> bytes = make_bytes_uninitialised(rt, view.byte_length);
    copy_to_contiguous(bytes->data(), view.memory(), 1, 'C');
    Ref<StrObject> text = TRY(mp::repr(rt, bytes));
    if (!spans_all) return Owned(std::move(text));
    StrBuilder builder(rt);
    builder.append("memoryview(");
    builder.append(*text);
    builder.append(U')');
    return Owned(builder.finish());
}

Result<Owned> view_parts::hex(Runtime& rt, Args args) {
    auto& view = self_of(args[0]);
    const int group = TRY(int_argument(rt, args, 2, 1));
    TRY(memoryview_check(rt, view));
    int separator = no_separator;
    if (args.has(1)) {
        separator = TRY(hex_separator(rt, args[1]));
        TRY(memoryview_check(rt, view)); // __len__ may have released it
    }
    std::vector<std::uint8_t> scratch;
    const std::uint8_t* bytes = contiguous_bytes(view, scratch);
    return Owned(TRY(bytes_to_hex(rt, {bytes, static_cast<std::size_t>(view.byte_length)}, separator, group)));
}

} // namespace mp
