#include "interp/support/platform/shared_library.h"

#include <dlfcn.h>

namespace mp::platform {

SharedLibrary::SharedLibrary(const char* soname) noexcept : handle_(dlopen(soname, RTLD_NOW | RTLD_LOCAL)) {}

void* SharedLibrary::address_of(const char* name) const noexcept { return handle_ ? dlsym(handle_, name) : nullptr; }

} // namespace mp::platform
