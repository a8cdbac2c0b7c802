// itertools: the module's table.
#include "builtins/itertools/itertools.h"
#include "builtins/modules.h"

namespace mp {

static const NativeDef functions[] = {
    {"tee", native<itertools::tee>, 1, 2, nullptr, "Returns a tuple of n independent iterators."},
    {},
};

static const TypeSpec* const types[] = {
    &itertools::accumulate_spec,
    &itertools::batched_spec,
    &itertools::chain_spec,
    &itertools::combinations_spec,
    &itertools::combinations_with_replacement_spec,
    &itertools::compress_spec,
    &itertools::count_spec,
    &itertools::cycle_spec,
    &itertools::dropwhile_spec,
    &itertools::filterfalse_spec,
    &itertools::groupby_spec,
    &itertools::islice_spec,
    &itertools::pairwise_spec,
    &itertools::permutations_spec,
    &itertools::product_spec,
    &itertools::repeat_spec,
    &itertools::starmap_spec,
    &itertools::takewhile_spec,
    &itertools::tee_spec,
    &itertools::zip_longest_spec,
    nullptr,
};

extern const ModuleDef itertools_module_def;
const ModuleDef itertools_module_def = {
    .name = "itertools",
    .doc = "Functional tools for creating and using iterators.\n\nInfinite iterators:\ncount(start=0, step=1) --> "
           "start, start+step, start+2*step, ...\n"
           "cycle(p) --> p0, p1, ... plast, p0, p1, ...\nrepeat(elem [,n]) --> elem, elem, elem, ... endlessly or up "
           "to n times",
    .functions = functions,
    .types = types,
};

} // namespace mp
