#include "interp/include/minipy/config.hpp"

namespace minipy {

Grants Grants::all() {
    Grants grants;
    grants.all_files = true;
    grants.standard_input = true;
    grants.process_environment = true;
    grants.exit = true;
    grants.clock = true;
    grants.randomness = true;
    return grants;
}

} // namespace minipy
