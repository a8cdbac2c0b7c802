#pragma once
// operator.itemgetter, attrgetter and methodcaller.
#include "objects/core/type.h"

namespace mp::operator_module {

extern const TypeSpec itemgetter_spec, attrgetter_spec, methodcaller_spec;

} // namespace mp::operator_module
