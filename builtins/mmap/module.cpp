// mmap.mmap's construction, its type and the module.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "builtins/granted.h"
#include "builtins/mmap/mmap.h"
#include "builtins/modules.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace mmap_module {

namespace {

const NativeDef new_arguments = {
    "mmap", nullptr, 0, 7, "fileno=-1, length=0, flags=1, prot=3, access=0, offset=0, *, trackfd=True",
};

// Flags beside MAP_FIXED that choose or outgrow the place of a mapping.
#ifdef __linux__
constexpr int placed_flags = MAP_FIXED_NOREPLACE | MAP_GROWSDOWN;
#else
constexpr int placed_flags = 0;
#endif

struct Request {
    int descriptor = -1;
    std::int64_t length = 0;
    int flags = MAP_SHARED;
    int protection = PROT_READ | PROT_WRITE;
    Access access = Access::standard;
    std::int64_t offset = 0;
    bool tracks_file = true;
};

Result<Request> read_request(Runtime& rt, Args given) {
    const auto keywords = static_cast<std::uint32_t>(given.names ? given.names->size : 0);
    if (given.count > 7)
        return raise(rt, TypeId::TypeError, "function takes at most 7 arguments (%u given)", given.count);
    if (given.count - keywords > 6)
        return raise(rt, TypeId::TypeError, "function takes at most 6 positional arguments (%u given)",
                     given.count - keywords);
    for (std::uint32_t i = 0; i < keywords; ++i) {
        static constexpr const char* known[] = {"fileno", "length", "flags", "prot", "access", "offset", "trackfd"};
        const std::string name = to_utf8(*static_cast<StrObject*>((*given.names)[i].object()));
        if (std::find(std::begin(known), std::end(known), name) == std::end(known))
            return raise(rt, TypeId::TypeError, "this function got an unexpected keyword argument '%.200s'",
                         name.c_str());
    }
    Value values[7];
    TRY(bind_arguments(rt, new_arguments, given, values));
    for (int i = 0; i < 2; ++i)
        if (values[i].is_unbound())
            return raise(rt, TypeId::TypeError, "function missing required argument '%s' (pos %d)",
                         i == 0 ? "fileno" : "length", i + 1);
    const Args args{values, 7};
    Request request;
    request.descriptor = TRY(int_argument(rt, args, 0, -1));
    request.length = TRY(size_argument(rt, args, 1, 0));
    request.flags = TRY(int_argument(rt, args, 2, request.flags));
    request.protection = TRY(int_argument(rt, args, 3, request.protection));
    const int access = TRY(int_argument(rt, args, 4, 0));
    request.offset = TRY(size_argument(rt, args, 5, 0));
    request.tracks_file = TRY(bool_argument(rt, args, 6, true));

    if (request.length < 0) return raise(rt, TypeId::OverflowError, "memory mapped length must be positive");
    if (request.offset < 0) return raise(rt, TypeId::OverflowError, "memory mapped offset must be positive");
    constexpr int both = PROT_READ | PROT_WRITE;
    if (access != 0 && (request.flags != MAP_SHARED || request.protection != both))
        return raise(rt, TypeId::ValueError, "mmap can't specify both access and flags, prot.");
    if (access < 0 || access > 3) return raise(rt, TypeId::ValueError, "mmap invalid access parameter.");
    request.access = static_cast<Access>(access);
    switch (request.access) {
    case Access::read: request.protection = PROT_READ; break;
    case Access::write: break;
    case Access::copy: request.flags = MAP_PRIVATE; break;
    case Access::standard:
        if ((request.protection & both) == both) break;
        request.access = request.protection & PROT_WRITE ? Access::write : Access::read;
        break;
    }
    // Memory that cannot be read would end the process at the first look.
    request.protection |= PROT_READ;
    return request;
}

Result<void> fit_to_file(Runtime& rt, Request& request) {
    struct stat status;
    if (::fstat(request.descriptor, &status) < 0 || !S_ISREG(status.st_mode)) return ok;
    const std::int64_t size = status.st_size;
    if (request.length == 0) {
        if (size == 0) return raise(rt, TypeId::ValueError, "cannot mmap an empty file");
        if (request.offset >= size) return raise(rt, TypeId::ValueError, "mmap offset is greater than file size");
        request.length = size - request.offset;
    } else if (request.offset > size || size - request.offset < request.length) {
        return raise(rt, TypeId::ValueError, "mmap length is greater than file size");
    }
    return ok;
}

Result<Owned> new_mmap(Runtime& rt, Type* type, Args given) {
    Request request = TRY(read_request(rt, given));
    if (request.descriptor != -1) {
        TRY(check_descriptor(rt, request.descriptor));
        TRY(fit_to_file(rt, request));
    }
    auto* map = static_cast<MmapObject*>(rt.make_instance(*type));
    Ref<MmapObject> owned = Ref<MmapObject>::adopt(map);
    map->data = nullptr;
    map->length = map->position = map->exports = 0;
    map->offset = request.offset;
    map->descriptor = -1;
    map->protection = request.protection;
    map->anonymous = request.descriptor == -1;
    // A place or a direction of growth of the caller's own would reach into other memory.
    map->flags = request.flags & ~(MAP_FIXED | placed_flags);
    map->tracks_file = request.tracks_file;
    map->access = request.access;
    if (map->anonymous) {
        map->flags |= MAP_ANONYMOUS;
    } else if (request.tracks_file) {
        map->descriptor = ::fcntl(request.descriptor, F_DUPFD_CLOEXEC, 0);
        if (map->descriptor < 0) return raise_os_error(rt, errno);
    }
    TRY(map_memory(rt, *map, request.descriptor, request.length));
    return Owned(std::move(owned));
}

Result<Owned> get_closed(Runtime&, Value self) { return Owned::adopt(Value::boolean(!mmap_of(self).data)); }

const GetSetDef getsets[] = {{"closed", get_closed}, {}};

constexpr Slots make_slots() {
    Slots slots = mmap_slots;
    slots.new_ = new_mmap;
    return slots;
}

const TypeSpec mmap_spec = {
    .name = "mmap",
    .module = "mmap",
    .base = TypeId::object,
    .size = sizeof(MmapObject),
    .flags = type_is_base | type_weakrefs,
    .slots = make_slots(),
    .methods = methods,
    .getsets = getsets,
    .doc =
        "mmap(fileno, length[, flags[, prot[, access[, offset[, trackfd]]]]])\n\nMaps length bytes from the file "
        "specified by the file descriptor fileno,\nand returns a mmap object.  If length is 0, the maximum length of "
        "the map\nwill be the current size of the file when mmap is called.\n\nTo map anonymous memory, pass -1 as "
        "the fileno.",
};

struct Constant {
    const char* name;
    long value;
};
#define CONSTANT(name)                                                                                                 \
    { #name, name }
const Constant constants[] = {
    CONSTANT(PROT_EXEC),      CONSTANT(PROT_READ),        CONSTANT(PROT_WRITE),      CONSTANT(MAP_SHARED),
    CONSTANT(MAP_PRIVATE),    CONSTANT(MAP_ANON),         CONSTANT(MAP_ANONYMOUS),
#ifdef __linux__
    CONSTANT(MAP_DENYWRITE),  CONSTANT(MAP_EXECUTABLE),   CONSTANT(MAP_POPULATE),    CONSTANT(MAP_STACK),
    CONSTANT(MAP_NORESERVE),
#endif
#ifdef MAP_32BIT
    CONSTANT(MAP_32BIT),
#endif
#ifdef MADV_NORMAL
    CONSTANT(MADV_NORMAL),    CONSTANT(MADV_RANDOM),      CONSTANT(MADV_SEQUENTIAL), CONSTANT(MADV_WILLNEED),
    CONSTANT(MADV_DONTNEED),
#endif
#ifdef MADV_DONTDUMP
    CONSTANT(MADV_REMOVE),    CONSTANT(MADV_DONTFORK),    CONSTANT(MADV_DOFORK),     CONSTANT(MADV_HWPOISON),
    CONSTANT(MADV_MERGEABLE), CONSTANT(MADV_UNMERGEABLE), CONSTANT(MADV_HUGEPAGE),   CONSTANT(MADV_NOHUGEPAGE),
    CONSTANT(MADV_DONTDUMP),  CONSTANT(MADV_DODUMP),      CONSTANT(MADV_FREE),
#endif
    {"ACCESS_DEFAULT", 0},    {"ACCESS_READ", 1},         {"ACCESS_WRITE", 2},       {"ACCESS_COPY", 3},
};
#undef CONSTANT

Result<void> fill(Runtime& rt, ModuleObject& module) {
    State& state = state_of(rt);
    if (!state.iterator) state.iterator = TRY(make_native_type(rt, iterator_spec));
    for (const Constant& constant : constants) module_add(rt, module, constant.name, make_int(rt, constant.value));
    const long page = ::sysconf(_SC_PAGESIZE);
    module_add(rt, module, "PAGESIZE", make_int(rt, page));
    module_add(rt, module, "ALLOCATIONGRANULARITY", make_int(rt, page));
    module_add(rt, module, "error", Owned::share(Value(&rt.type(TypeId::OSError))));
    return ok;
}

const TypeSpec* const types[] = {&mmap_spec, nullptr};

} // namespace

} // namespace mmap_module

extern const ModuleDef mmap_module_def;
const ModuleDef mmap_module_def = {
    .name = "mmap",
    .types = mmap_module::types,
    .fill = mmap_module::fill,
};

} // namespace mp
