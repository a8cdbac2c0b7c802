// _functools: the natives that the frozen module functools builds on, and reduce().
#include "builtins/functools/functools.h"
#include "builtins/modules.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/keys.h"

namespace mp {

static Result<Owned> reduce(Runtime& rt, Args args) {
    auto made = iterate(rt, args[1]);
    if (made.is_raised()) {
        if (!pending_matches(rt, TypeId::TypeError)) return raised;
        return raise(rt, TypeId::TypeError, "reduce() arg 2 must support iteration");
    }
    Owned iterator = made.take();
    Owned total = args.has(2) ? Owned::share(args[2]) : Owned();
    PayMeter meter(rt);
    for (;;) {
        Owned item = TRY(next(rt, iterator));
        if (item.is_exhausted()) break;
        TRY(meter.tick());
        total = total.is_unbound() ? std::move(item) : TRY(call(rt, args[0], total, item));
    }
    if (total.is_unbound()) return raise(rt, TypeId::TypeError, "reduce() of empty iterable with no initial value");
    return total;
}

static const NativeDef functions[] = {
    {"reduce", native<reduce>, 2, 3, nullptr,
     "Apply a function of two arguments cumulatively to the items of an iterable, from left to right.\n\nThis "
     "effectively reduces the iterable to a single "
     "value.  If initial is present,\nit is placed before the items of the iterable in the calculation, and serves "
     "as\na default when the iterable is "
     "empty.\n\nFor example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5])\ncalculates ((((1 + 2) + 3) + 4) + 5)."},
    {"cmp_to_key", native<functools::cmp_to_key>, 1, 1, "mycmp", "Convert a cmp= function into a key= function."},
    {},
};

static const TypeSpec* const types[] = {&functools::partial_spec, &functools::lru_cache_wrapper_spec,
                                        &functools::key_wrapper_spec, nullptr};

extern const ModuleDef functools_module_def;
const ModuleDef functools_module_def = {
    .name = "_functools",
    .doc = "Tools that operate on functions.",
    .functions = functions,
    .types = types,
};

} // namespace mp
