#pragma once
// Comparing secrets: hmac.compare_digest, which goes by two names.
#include "objects/core/runtime.h"

namespace mp {

// (a, b): whether two texts of ASCII characters, or two objects that export bytes, are equal, in a time that depends on their lengths alone. TypeError for
// other types and for texts beyond ASCII. May run Python code (__buffer__).
Result<Owned> compare_digest(Runtime& rt, Args args);
inline constexpr const char* compare_digest_doc =
    "Return 'a == b', in a time that does not tell where they differ.\n\nBoth are text of ASCII characters alone, or "
    "both are bytes-like.";

} // namespace mp
