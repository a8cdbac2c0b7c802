#pragma once
// What all hash objects share.
#include "objects/core/raise.h"
#include "objects/types/bytes_like.h"
#include "objects/types/str.h"

namespace mp::hashing {

// The bytes to hash: any exporter. TypeError "Strings must be encoded before hashing", "object supporting the buffer API required". Pays for the work.
inline Result<BytesLike> hash_data(Runtime& rt, Value value) {
    if (is_str_or_subclass(rt, value)) return raise(rt, TypeId::TypeError, "Strings must be encoded before hashing");
    if (!is_bytes_like(rt, value)) return raise(rt, TypeId::TypeError, "object supporting the buffer API required");
    BytesLike bytes = TRY(bytes_like(rt, value));
    TRY(rt.pay(bytes.span().size() >> 5));
    return bytes;
}

inline Result<Owned> hex_text(Runtime& rt, std::span<const std::uint8_t> digest) {
    return Owned(TRY(bytes_to_hex(rt, digest, -1, 0)));
}

} // namespace mp::hashing
