#pragma once
// Memory in N dimensions that an exporter describes by value: what lent memory and the host's classes export.
#include <span>
#include <string>
#include <vector>

#include "objects/buffer/view.h"

namespace mp {

struct DescribedMemory {
    std::uint8_t* data = nullptr; // of the first item
    std::int64_t item_size = 1;
    std::string format = "B";
    std::vector<std::int64_t> shape;   // its size is the number of dimensions
    std::vector<std::int64_t> strides; // bytes, as many as shape
    bool readonly = true;

    std::int64_t length() const noexcept; // bytes of all items
};

// Completes and checks a description: strides in C order when there are none. False: too many dimensions, a negative extent, or sizes that overflow.
bool complete_description(DescribedMemory& memory);

// Fills an exporter's fields as far as the request allows; they point into `memory`. BufferError where the memory is not what is asked for.
Result<void> fill_described(Runtime& rt, const BufferRequest& request, BufferFields& fields,
                            const DescribedMemory& memory);

} // namespace mp
