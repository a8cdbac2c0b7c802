#pragma once
// The cycle collector: see the essay in gc.cpp.
#include <cstdint>
#include <vector>

#include "objects/core/runtime.h"

namespace mp {

class CycleCollector {
public:
    explicit CycleCollector(Runtime& rt) noexcept : rt_(rt) {}

    // Whether a collection is due. Safe points (calls, back-edges) ask, then call maybe_collect().
    bool due() const noexcept { return enabled_ && rt_.heap().collection_due(); }
    // At a safe point only: no native code up the stack is in the middle of changing an object. May run Python (finalisers, weak reference callbacks).
    void maybe_collect() noexcept {
        if (due()) collect_due();
    }
    // gc.collect(generation): how many unreachable objects were found. 0 while a collection runs.
    std::size_t collect(int generation = 2) noexcept;

    bool enabled() const noexcept { return enabled_; }
    void set_enabled(bool on) noexcept { enabled_ = on; }
    std::int64_t threshold(int generation) const noexcept { return thresholds_[generation]; }
    void set_threshold(int generation, std::int64_t value) noexcept;
    std::int64_t count(int generation) const noexcept;
    bool running() const noexcept { return running_; }

    struct Statistics {
        std::uint64_t collections = 0, collected = 0, uncollectable = 0;
    };
    const Statistics& statistics(int generation) const noexcept { return statistics_[generation]; }

    // Every tracked object (generation -1: of all generations). Owned.
    std::vector<Ref<Object>> objects(int generation = -1);
    // Every class made by a class statement, borrowed: for the runtime's end.
    std::vector<Object*> every_class();
    // Those that refer to one of `targets`, and what one object refers to.
    std::vector<Ref<Object>> referrers(const std::vector<Object*>& targets);
    std::vector<Ref<Object>> referents(Object* object);

private:
    struct Run;
    void collect_due() noexcept;
    template <class F>
    void each_tracked(int generation, F&& f);

    Runtime& rt_;
    bool enabled_ = true;
    bool running_ = false;
    std::int64_t thresholds_[3] = {2000, 10, 10};
    std::int64_t counts_[3] = {};
    std::size_t long_lived_total_ = 0;   // objects that survived the last full collection
    std::size_t long_lived_pending_ = 0; // objects that survived since, in the middle generation
    Statistics statistics_[3];
};

// Every strong reference of an object: what its type's traverse reports, its class (for instances of Python classes), __slots__ and attributes. Runs nothing.
void traverse_object(Object* object, Visitor visit, void* context);
// Drops what traverse_object reports and the type allows to be dropped. May run Python.
void clear_object(Runtime& rt, Object* object);

} // namespace mp
