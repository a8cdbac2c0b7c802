#pragma once
// Text from the operating system (arguments, paths, the environment) as Python sees it.
#include <string_view>

#include "interp/vm/vm.h"
#include "objects/types/bytes_like.h"
#include "objects/types/codecs.h"
#include "objects/types/str.h"

namespace mp {

// UTF-8; bytes that are none become lone surrogates, from which the same bytes come out again (PEP 383). Throws bad_alloc.
inline Ref<StrObject> system_text(Vm& vm, std::string_view bytes) {
    auto codec = codec_options(vm, "utf-8", "surrogateescape");
    if (!codec.is_raised()) {
        auto text = decode(vm, {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, codec.take());
        if (!text.is_raised()) return text.take();
    }
    vm.clear_pending();
    return make_str(vm, "");
}

} // namespace mp
