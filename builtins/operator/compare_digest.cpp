#include "builtins/operator/compare_digest.h"

#include "objects/buffer/view.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/str.h"

namespace mp {

namespace {

using ByteSpan = std::span<const std::uint8_t>;

// Looks at all bytes of b, whatever a is: when their lengths differ, b is compared with itself. `volatile` keeps the loop from ending early.
bool equal_in_constant_time(ByteSpan a, ByteSpan b) noexcept {
    const bool same_length = a.size() == b.size();
    const volatile std::uint8_t* left = same_length ? a.data() : b.data();
    const volatile std::uint8_t* right = b.data();
    volatile std::uint8_t difference = same_length ? 0 : 1;
    for (std::size_t i = 0; i < b.size(); ++i) difference = difference | static_cast<std::uint8_t>(left[i] ^ right[i]);
    return difference == 0;
}

ByteSpan ascii_bytes(Value text) noexcept {
    const auto& str = *static_cast<StrObject*>(text.object());
    return {reinterpret_cast<const std::uint8_t*>(str.latin1()), static_cast<std::size_t>(str.length)};
}

} // namespace

Result<Owned> compare_digest(Runtime& rt, Args args) {
    const Value a = args[0], b = args[1];
    if (is_str_or_subclass(rt, a) && is_str_or_subclass(rt, b)) {
        for (const Value text : {a, b})
            if (!static_cast<StrObject*>(text.object())->is_ascii())
                return raise(rt, TypeId::TypeError, "comparing strings with non-ASCII characters is not supported");
        return Owned::adopt(Value::boolean(equal_in_constant_time(ascii_bytes(a), ascii_bytes(b))));
    }
    if (!exports_buffer(rt, a) && !exports_buffer(rt, b))
        return raise(rt, TypeId::TypeError,
                     "unsupported operand types(s) or combination of types: '%.100s' and '%.100s'", type_name(rt, a),
                     type_name(rt, b));
    const BufferView left = TRY(BufferView::acquire(rt, a));
    const BufferView right = TRY(BufferView::acquire(rt, b));
    if (left.fields().ndim > 1 || right.fields().ndim > 1)
        return raise(rt, TypeId::BufferError, "Buffer must be single dimension");
    return Owned::adopt(Value::boolean(equal_in_constant_time(left.bytes(), right.bytes())));
}

} // namespace mp
