#pragma once
// What built-in modules ask of the operating system, as far as the host grants it (interp/vm/host.h).
#include <span>
#include <string>

#include "interp/vm/host.h"
#include "interp/vm/vm.h"

namespace mp {

inline Host& host_of(Runtime& rt) noexcept { return vm_of(rt).host(); }
inline platform::FileSystem& files_of(Runtime& rt) noexcept { return host_of(rt).files; }

// PermissionError: "the host grants no clock".
Raised raise_not_granted(Runtime& rt, const char* what);
// OSError for a call of FileSystem that failed; what is not granted says so. `path` as the script gave it.
Raised raise_file_error(Runtime& rt, int error_number, Value path = Value());

// ---- descriptors. Those that are not the script's to use are as if they were not open: OSError EBADF.
Result<void> check_descriptor(Runtime& rt, int descriptor);
// Reads once, waiting as long as the run's budgets allow; -1: nothing yet, without waiting (EAGAIN). `waits`: the descriptor may have nothing to read yet.
Result<std::int64_t> read_descriptor(Runtime& rt, int descriptor, std::span<char> room, bool waits);
// Writes once, or all to the standard streams; -1 for EAGAIN.
Result<std::int64_t> write_descriptor(Runtime& rt, int descriptor, std::span<const char> bytes);
// Whether reading may have to wait: everything but regular files.
bool descriptor_waits(int descriptor) noexcept;
bool descriptor_is_terminal(Runtime& rt, int descriptor) noexcept;
// close(), and the scripts no longer have it. Gives errno, or 0. Descriptors that are not theirs are left alone.
int close_descriptor(Runtime& rt, int descriptor) noexcept;

} // namespace mp
