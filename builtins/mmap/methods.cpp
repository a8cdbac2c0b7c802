// The methods of maps.
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "builtins/mmap/mmap.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/numbers.h"
#include "objects/types/text_arguments.h"

namespace mp::mmap_module {

Result<void> check_open(Runtime& rt, const MmapObject& map) {
    if (!map.data) return raise(rt, TypeId::ValueError, "mmap closed or invalid");
    return ok;
}

Result<void> check_writable(Runtime& rt, const MmapObject& map) {
    if (map.access == Access::read) return raise(rt, TypeId::TypeError, "mmap can't modify a readonly memory map.");
    return ok;
}

namespace {

// Arguments besides self, counted as CPython's PyArg_ParseTuple does.
Result<void> check_count(Runtime& rt, const char* name, Args args, std::uint32_t min, std::uint32_t max) {
    const std::uint32_t given = args.count - 1;
    if (given >= min && given <= max) return ok;
    const std::uint32_t bound = given < min ? min : max;
    return raise(rt, TypeId::TypeError, "%s() takes %s %u argument%s (%u given)", name,
                 min == max    ? "exactly"
                 : given < min ? "at least"
                               : "at most",
                 bound, bound == 1 ? "" : "s", given);
}

Result<Owned> close(Runtime& rt, Args args) {
    auto& map = mmap_of(args[0]);
    if (map.exports > 0) return raise(rt, TypeId::BufferError, "cannot close exported pointers exist");
    unmap(rt, map);
    return Owned::adopt(Value::none());
}

Result<Owned> take_bytes(Runtime& rt, MmapObject& map, std::int64_t count) {
    Ref<BytesObject> bytes = make_bytes(rt, {map.data + (count ? map.position : 0), static_cast<std::size_t>(count)});
    map.position += count;
    return Owned(std::move(bytes));
}

Result<Owned> read_byte(Runtime& rt, Args args) {
    auto& map = mmap_of(args[0]);
    TRY(check_open(rt, map));
    if (map.position >= map.length) return raise(rt, TypeId::ValueError, "read byte out of range");
    return Owned::adopt(Value::from_int(map.data[map.position++]));
}

Result<Owned> readline(Runtime& rt, Args args) {
    auto& map = mmap_of(args[0]);
    TRY(check_open(rt, map));
    const std::int64_t left = map.remaining();
    if (left == 0) return take_bytes(rt, map, 0);
    const auto* start = map.data + map.position;
    const auto* end = static_cast<const std::uint8_t*>(std::memchr(start, '\n', static_cast<std::size_t>(left)));
    return take_bytes(rt, map, end ? end - start + 1 : left);
}

Result<Owned> read(Runtime& rt, Args args) {
    TRY(check_count(rt, "read", args, 0, 1));
    auto& map = mmap_of(args[0]);
    TRY(check_open(rt, map));
    std::int64_t count = INT64_MAX;
    if (args.has(1) && !args[1].is_none()) {
        if (!is_any_int(args[1]) && !rt.type_of(args[1]).slots.index)
            return raise(rt, TypeId::TypeError, "argument should be integer or None, not '%.200s'",
                         type_name(rt, args[1]));
        count = TRY(index_int64(rt, args[1]));
        TRY(check_open(rt, map));
    }
    const std::int64_t left = map.remaining();
    return take_bytes(rt, map, count < 0 || count > left ? left : count);
}

Result<Owned> search(Runtime& rt, Args args, bool reverse) {
    TRY(check_count(rt, reverse ? "rfind" : "find", args, 1, 3));
    auto& map = mmap_of(args[0]);
    TRY(check_open(rt, map));
    const BytesLike needle = TRY(bytes_like(rt, args[1]));
    const bool has_start = args.count > 2, has_end = args.count > 3;
    std::int64_t start = has_start ? TRY(size_argument(rt, args, 2, 0)) : 0;
    std::int64_t end = has_end ? TRY(size_argument(rt, args, 3, 0)) : 0;
    TRY(check_open(rt, map));
    if (!has_start) start = map.position;
    if (!has_end) end = map.length;
    const auto clamp = [&map](std::int64_t place) {
        if (place < 0) place += map.length;
        return std::clamp<std::int64_t>(place, 0, map.length);
    };
    start = clamp(start);
    end = clamp(end);
    std::int64_t found = -1;
    if (start <= end) {
        TRY(rt.pay(static_cast<std::uint64_t>(end - start) >> 7));
        const ByteSpan part =
            ByteSpan(map.span()).subspan(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
        found = reverse ? mp::search::find_last(part, needle.span()) : mp::search::find(part, needle.span());
        if (found >= 0) found += start;
    }
    return make_int(rt, found);
}
Result<Owned> find(Runtime& rt, Args args) { return search(rt, args, false); }
Result<Owned> rfind(Runtime& rt, Args args) { return search(rt, args, true); }

Result<Owned> write(Runtime& rt, Args args) {
    TRY(check_count(rt, "write", args, 1, 1));
    auto& map = mmap_of(args[0]);
    TRY(check_open(rt, map));
    const BytesLike bytes = TRY(bytes_like(rt, args[1]));
    TRY(check_open(rt, map));
    TRY(check_writable(rt, map));
    const std::size_t size = bytes.span().size();
    if (map.position > map.length || static_cast<std::uint64_t>(map.length - map.position) < size)
        return raise(rt, TypeId::ValueError, "data out of range");
    if (size > 0) std::memmove(map.data + map.position, bytes.span().data(), size);
    map.position += static_cast<std::int64_t>(size);
    return make_uint(rt, size);
}

Result<Owned> write_byte(Runtime& rt, Args args) {
    TRY(check_count(rt, "write_byte", args, 1, 1));
    auto& map = mmap_of(args[0]);
    TRY(check_open(rt, map));
    Owned number = TRY(index(rt, args[1]));
    std::int64_t byte;
    if (!int_to_int64(number, byte))
        return raise(rt, TypeId::OverflowError, "Python int too large to convert to C long");
    if (byte < 0 || byte > 255)
        return raise(rt, TypeId::OverflowError, "unsigned byte integer is %s",
                     byte < 0 ? "less than minimum" : "greater than maximum");
    TRY(check_open(rt, map));
    TRY(check_writable(rt, map));
    if (map.position >= map.length) return raise(rt, TypeId::ValueError, "write byte out of range");
    map.data[map.position++] = static_cast<std::uint8_t>(byte);
    return Owned::adopt(Value::none());
}

Result<Owned> size(Runtime& rt, Args args) {
    auto& map = mmap_of(args[0]);
    TRY(check_open(rt, map));
    if (map.descriptor < 0) return raise_os_error(rt, EBADF);
    struct stat status;
    if (::fstat(map.descriptor, &status) < 0) return raise_os_error(rt, errno);
    return make_int(rt, status.st_size);
}

Result<Owned> resize(Runtime& rt, Args args) {
    TRY(check_count(rt, "resize", args, 1, 1));
    auto& map = mmap_of(args[0]);
    TRY(check_open(rt, map));
    const std::int64_t length = TRY(size_argument(rt, args, 1, 0));
    TRY(check_open(rt, map));
    if (map.exports > 0) return raise(rt, TypeId::BufferError, "mmap can't resize with extant buffers exported.");
    if (!map.tracks_file) return raise(rt, TypeId::ValueError, "mmap can't resize with trackfd=False.");
    if (map.access != Access::write && map.access != Access::standard)
        return raise(rt, TypeId::TypeError, "mmap can't resize a readonly or copy-on-write memory map.");
    if (length < 0 || INT64_MAX - length < map.offset) return raise(rt, TypeId::ValueError, "new size out of range");
    TRY(change_size(rt, map, length));
    return Owned::adopt(Value::none());
}

Result<Owned> tell(Runtime& rt, Args args) {
    TRY(check_open(rt, mmap_of(args[0])));
    return make_int(rt, mmap_of(args[0]).position);
}

Result<Owned> flush(Runtime& rt, Args args) {
    TRY(check_count(rt, "flush", args, 0, 2));
    auto& map = mmap_of(args[0]);
    TRY(check_open(rt, map));
    const std::int64_t offset = TRY(size_argument(rt, args, 1, 0));
    std::int64_t size = TRY(size_argument(rt, args, 2, 0));
    TRY(check_open(rt, map));
    if (!args.has(2)) size = map.length;
    if (size < 0 || offset < 0 || map.length - offset < size)
        return raise(rt, TypeId::ValueError, "flush values out of range");
    if (map.access == Access::read || map.access == Access::copy) return Owned::adopt(Value::none());
    if (::msync(map.data + offset, static_cast<std::size_t>(size), MS_SYNC) < 0) return raise_os_error(rt, errno);
    return Owned::adopt(Value::none());
}

Result<Owned> seek(Runtime& rt, Args args) {
    TRY(check_count(rt, "seek", args, 1, 2));
    auto& map = mmap_of(args[0]);
    TRY(check_open(rt, map));
    const std::int64_t distance = TRY(size_argument(rt, args, 1, 0));
    const int whence = TRY(int_argument(rt, args, 2, 0));
    TRY(check_open(rt, map));
    if (whence < 0 || whence > 2) return raise(rt, TypeId::ValueError, "unknown seek type");
    const std::int64_t base = whence == 0 ? 0 : whence == 1 ? map.position : map.length;
    if (distance > map.length - base || distance < -base) return raise(rt, TypeId::ValueError, "seek out of range");
    map.position = base + distance;
    return make_int(rt, map.position);
}

Result<Owned> seekable(Runtime&, Args) { return Owned::adopt(Value::true_()); }

Result<Owned> move(Runtime& rt, Args args) {
    TRY(check_count(rt, "move", args, 3, 3));
    auto& map = mmap_of(args[0]);
    TRY(check_open(rt, map));
    const std::int64_t target = TRY(size_argument(rt, args, 1, 0));
    const std::int64_t source = TRY(size_argument(rt, args, 2, 0));
    const std::int64_t count = TRY(size_argument(rt, args, 3, 0));
    TRY(check_open(rt, map));
    TRY(check_writable(rt, map));
    if (target < 0 || source < 0 || count < 0 || map.length - target < count || map.length - source < count)
        return raise(rt, TypeId::ValueError, "source, destination, or count out of range");
    std::memmove(map.data + target, map.data + source, static_cast<std::size_t>(count));
    return Owned::adopt(Value::none());
}

#ifdef MADV_NORMAL
Result<Owned> madvise_(Runtime& rt, Args args) {
    TRY(check_count(rt, "madvise", args, 1, 3));
    auto& map = mmap_of(args[0]);
    TRY(check_open(rt, map));
    const int option = TRY(int_argument(rt, args, 1, 0));
    const std::int64_t start = TRY(size_argument(rt, args, 2, 0));
    std::int64_t length = TRY(size_argument(rt, args, 3, 0));
    TRY(check_open(rt, map));
    if (args.count <= 3) length = map.length;
    if (start < 0 || start >= map.length) return raise(rt, TypeId::ValueError, "madvise start out of bounds");
    if (length < 0) return raise(rt, TypeId::ValueError, "madvise length invalid");
    if (INT64_MAX - start < length) return raise(rt, TypeId::OverflowError, "madvise length too large");
    length = std::min(length, map.length - start);
    // Beyond these there is advice that takes the memory away or poisons it.
    static constexpr int harmless[] = {
        MADV_NORMAL,      MADV_RANDOM,   MADV_SEQUENTIAL, MADV_WILLNEED, MADV_DONTNEED,
#ifdef MADV_DONTDUMP
        MADV_FREE,        MADV_REMOVE,   MADV_DONTFORK,   MADV_DOFORK,   MADV_MERGEABLE,
        MADV_UNMERGEABLE, MADV_HUGEPAGE, MADV_NOHUGEPAGE, MADV_DONTDUMP, MADV_DODUMP,
#endif
    };
    if (std::find(std::begin(harmless), std::end(harmless), option) == std::end(harmless))
        return raise_os_error(rt, EINVAL);
    if (::madvise(map.data + start, static_cast<std::size_t>(length), option) < 0) return raise_os_error(rt, errno);
    return Owned::adopt(Value::none());
}
#endif

Result<Owned> enter(Runtime& rt, Args args) {
    TRY(check_open(rt, mmap_of(args[0])));
    return Owned::share(args[0]);
}

Result<Owned> exit(Runtime& rt, Args args) { return close(rt, Args{args.values, 1}); }

Result<Owned> size_of(Runtime& rt, Args) { return make_uint(rt, sizeof(MmapObject)); }

} // namespace

const NativeDef methods[] = {
    {"close", native<close>, 0, 0},         {"find", native<find>, 0, -1},
    {"flush", native<flush>, 0, -1},
#ifdef MADV_NORMAL
    {"madvise", native<madvise_>, 0, -1},
#endif
    {"move", native<move>, 0, -1},          {"read", native<read>, 0, -1},
    {"read_byte", native<read_byte>, 0, 0}, {"readline", native<readline>, 0, 0},
    {"resize", native<resize>, 0, -1},      {"rfind", native<rfind>, 0, -1},
    {"seek", native<seek>, 0, -1},          {"seekable", native<seekable>, 0, 0},
    {"size", native<size>, 0, 0},           {"tell", native<tell>, 0, 0},
    {"write", native<write>, 0, -1},        {"write_byte", native<write_byte>, 0, -1},
    {"__enter__", native<enter>, 0, 0},     {"__exit__", native<exit>, 0, -1},
    {"__sizeof__", native<size_of>, 0, 0},  {},
};

} // namespace mp::mmap_module
