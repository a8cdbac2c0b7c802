// errno: the operating system's error numbers by name, and back.
#include <cerrno>

#include "builtins/modules.h"
#include "objects/types/dict.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

namespace {

#define ENTRY(name)                                                                                                    \
    { #name, name }
// Of two names of one number, errorcode has the later.
constexpr struct {
    const char* name;
    int number;
} errors[] = {
    // clang-format off
    ENTRY(E2BIG), ENTRY(EACCES), ENTRY(EADDRINUSE), ENTRY(EADDRNOTAVAIL), ENTRY(EAFNOSUPPORT), ENTRY(EALREADY),
    ENTRY(EBADF), ENTRY(EBADMSG), ENTRY(EBUSY), ENTRY(ECANCELED), ENTRY(ECHILD), ENTRY(ECONNABORTED),
    ENTRY(ECONNREFUSED), ENTRY(ECONNRESET), ENTRY(EDEADLK), ENTRY(EDESTADDRREQ), ENTRY(EDOM), ENTRY(EDQUOT),
    ENTRY(EEXIST), ENTRY(EFAULT), ENTRY(EFBIG), ENTRY(EHOSTDOWN), ENTRY(EHOSTUNREACH), ENTRY(EIDRM), ENTRY(EILSEQ),
    ENTRY(EINPROGRESS), ENTRY(EINTR), ENTRY(EINVAL), ENTRY(EIO), ENTRY(EISCONN), ENTRY(EISDIR), ENTRY(ELOOP),
    ENTRY(EMFILE), ENTRY(EMLINK), ENTRY(EMSGSIZE), ENTRY(EMULTIHOP), ENTRY(ENAMETOOLONG), ENTRY(ENETDOWN),
    ENTRY(ENETRESET), ENTRY(ENETUNREACH), ENTRY(ENFILE), ENTRY(ENOBUFS), ENTRY(ENODATA), ENTRY(ENODEV), ENTRY(ENOENT),
    ENTRY(ENOEXEC), ENTRY(ENOLCK), ENTRY(ENOLINK), ENTRY(ENOMEM), ENTRY(ENOMSG), ENTRY(ENOPROTOOPT), ENTRY(ENOSPC),
    ENTRY(ENOSR), ENTRY(ENOSTR), ENTRY(ENOSYS), ENTRY(ENOTBLK), ENTRY(ENOTCONN), ENTRY(ENOTDIR), ENTRY(ENOTEMPTY),
    ENTRY(ENOTRECOVERABLE), ENTRY(ENOTSOCK), ENTRY(ENOTTY), ENTRY(ENXIO), ENTRY(EOVERFLOW), ENTRY(EOWNERDEAD),
    ENTRY(EPERM), ENTRY(EPFNOSUPPORT), ENTRY(EPIPE), ENTRY(EPROTO), ENTRY(EPROTONOSUPPORT), ENTRY(EPROTOTYPE),
    ENTRY(ERANGE), ENTRY(EREMOTE), ENTRY(EROFS), ENTRY(ESHUTDOWN), ENTRY(ESOCKTNOSUPPORT), ENTRY(ESPIPE),
    ENTRY(ESRCH), ENTRY(ESTALE), ENTRY(ETIME), ENTRY(ETIMEDOUT), ENTRY(ETOOMANYREFS), ENTRY(ETXTBSY), ENTRY(EUSERS),
    ENTRY(EXDEV), ENTRY(EWOULDBLOCK), ENTRY(EAGAIN), ENTRY(EOPNOTSUPP), ENTRY(ENOTSUP),
#ifdef __linux__
    ENTRY(EADV), ENTRY(EBADE), ENTRY(EBADFD), ENTRY(EBADR), ENTRY(EBADRQC), ENTRY(EBADSLT), ENTRY(EBFONT),
    ENTRY(ECHRNG), ENTRY(ECOMM), ENTRY(EDEADLOCK), ENTRY(EDOTDOT), ENTRY(EISNAM), ENTRY(EKEYEXPIRED),
    ENTRY(EKEYREJECTED), ENTRY(EKEYREVOKED), ENTRY(EL2HLT), ENTRY(EL2NSYNC), ENTRY(EL3HLT), ENTRY(EL3RST),
    ENTRY(ELIBACC), ENTRY(ELIBBAD), ENTRY(ELIBEXEC), ENTRY(ELIBMAX), ENTRY(ELIBSCN), ENTRY(ELNRNG),
    ENTRY(EMEDIUMTYPE), ENTRY(ENAVAIL), ENTRY(ENOANO), ENTRY(ENOCSI), ENTRY(ENOKEY), ENTRY(ENOMEDIUM), ENTRY(ENONET),
    ENTRY(ENOPKG), ENTRY(ENOTNAM), ENTRY(ENOTUNIQ), ENTRY(EREMCHG), ENTRY(EREMOTEIO), ENTRY(ERESTART), ENTRY(ERFKILL),
    ENTRY(ESRMNT), ENTRY(ESTRPIPE), ENTRY(EUCLEAN), ENTRY(EUNATCH), ENTRY(EXFULL),
#endif
    // clang-format on
};
#undef ENTRY

Result<void> fill(Runtime& rt, ModuleObject& module) {
    Ref<DictObject> names = make_dict(rt);
    for (const auto& error : errors) {
        module_add(rt, module, error.name, make_int(rt, error.number));
        TRY(dict_set(rt, *names, make_int(rt, error.number), Owned(rt.intern(error.name))));
    }
    module_add(rt, module, "errorcode", std::move(names));
    return ok;
}

} // namespace

const ModuleDef errno_module_def = {
    .name = "errno",
    .doc =
        "This module makes available standard errno system symbols.\n\nThe value of each symbol is the corresponding "
        "integer value,\ne.g., on most systems, errno.ENOENT equals the integer 2.\n\nThe dictionary errno.errorcode "
        "maps numeric codes to symbol names,\ne.g., errno.errorcode[2] could be the string 'ENOENT'.",
    .fill = fill,
};

} // namespace mp
