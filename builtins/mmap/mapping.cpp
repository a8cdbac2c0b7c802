// Making, resizing and ending mappings.
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "builtins/mmap/mmap.h"
#include "interp/support/platform/file_mapping.h"
#include "objects/core/raise.h"

namespace mp::mmap_module {

namespace {
// What of a mapping is the script's memory, not a file's.
std::size_t charge_of(const MmapObject& map, std::int64_t length) noexcept {
    return map.anonymous || (map.flags & MAP_PRIVATE) ? static_cast<std::size_t>(length) : 0;
}
} // namespace

Result<void> map_memory(Runtime& rt, MmapObject& map, int descriptor, std::int64_t length) {
    const std::size_t charge = charge_of(map, length);
    if (!rt.heap().would_fit(charge)) return raise_memory_error(rt);
    void* memory = ::mmap(nullptr, static_cast<std::size_t>(length), map.protection, map.flags, descriptor, map.offset);
    if (memory == MAP_FAILED) return raise_os_error(rt, errno);
    map.data = static_cast<std::uint8_t*>(memory);
    map.length = length;
    if (!map.anonymous) platform::watch_mapping(memory, static_cast<std::size_t>(length));
    return ok;
}

void unmap(Runtime&, MmapObject& map) noexcept {
    if (map.data && !map.anonymous) platform::forget_mapping(map.data);
    if (map.data) ::munmap(std::exchange(map.data, nullptr), static_cast<std::size_t>(map.length));
    if (map.descriptor >= 0) ::close(std::exchange(map.descriptor, -1));
}

namespace {

// A mapping of the new size elsewhere takes the place of the old one. Shared pages of a file need no copying.
Result<void> move_to_new(Runtime& rt, MmapObject& map, std::int64_t length) {
    std::uint8_t* const old = map.data;
    const auto old_length = static_cast<std::size_t>(map.length);
    TRY(map_memory(rt, map, map.descriptor, length));
    if (map.anonymous || (map.flags & MAP_PRIVATE)) {
        // Whole pages, as they stay when a mapping is resized in place.
        const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        const auto pages = [page](std::size_t size) { return (size + page - 1) / page * page; };
        std::memcpy(map.data, old, std::min(pages(old_length), pages(static_cast<std::size_t>(length))));
    }
    if (!map.anonymous) platform::forget_mapping(old);
    ::munmap(old, old_length);
    return ok;
}

} // namespace

Result<void> change_size(Runtime& rt, MmapObject& map, std::int64_t length) {
    if (length == 0) return raise_os_error(rt, EINVAL);
    if (map.descriptor >= 0 && ::ftruncate(map.descriptor, map.offset + length) < 0) return raise_os_error(rt, errno);
    const std::size_t charge = charge_of(map, length);
    if (!rt.heap().would_fit(charge)) return raise_memory_error(rt);
    if (map.anonymous) {
        // Shared anonymous memory cannot grow in place: the system gives its new pages no backing.
        if (length > map.length && (map.flags & MAP_SHARED)) return move_to_new(rt, map, length);
    }
    if (!map.anonymous) platform::forget_mapping(map.data);
    void* memory =
        ::mremap(map.data, static_cast<std::size_t>(map.length), static_cast<std::size_t>(length), MREMAP_MAYMOVE);
    const int error = errno;
    if (memory != MAP_FAILED) {
        map.data = static_cast<std::uint8_t*>(memory);
        map.length = length;
    }
    if (!map.anonymous) platform::watch_mapping(map.data, static_cast<std::size_t>(map.length));
    if (memory != MAP_FAILED) return ok;
    if (error == EFAULT) return move_to_new(rt, map, length); // pages that lost their file are mappings of their own
    return raise_os_error(rt, error);
}

} // namespace mp::mmap_module
