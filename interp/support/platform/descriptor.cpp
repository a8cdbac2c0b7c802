#include "interp/support/platform/descriptor.h"

#include <poll.h>

#include <cerrno>

namespace mp::platform {

bool wait_readable(int descriptor, std::int64_t nanoseconds) noexcept {
    pollfd asked{descriptor, POLLIN, 0};
    const int ready = poll(&asked, 1, static_cast<int>(nanoseconds / 1'000'000));
    return ready > 0 || (ready < 0 && errno != EINTR);
}

} // namespace mp::platform
