// The cycle collector.
//
// Reference counting frees nearly everything at once; what it cannot free are objects that keep each other alive. The collector finds them by trial deletion
// (as CPython does): take a set of containers, count how many of each one's references come from inside the set, and whatever has more references than that is
// held from outside. What those reach is alive; the rest is garbage.
//
// Where objects are. Containers live in 64 KiB pages of one block size (heap.h), so the set is found by walking pages: there are no list links in objects. A
// block is a live container when its gc byte has gc_tracked; the walk stops at the last block ever handed out. Counts stand in side tables from malloc, one
// u32 per 16 bytes of a page, outside the script's budget and only while a collection runs.
//
// Generations. A page is young from the moment blocks are handed out of it. A young collection looks at the young pages only (references from other pages count as
// "from outside", which is safe), and what survives makes its page middle-aged; after ten of those, a collection of the middle generation; after ten of these, one of
// all pages, but only when the middle generation has grown by a quarter of what survived the last full one (otherwise full collections over a growing heap would cost quadratic
// time). After each collection allocation begins in a page chosen anew, which is young from then on. A page is chosen for allocation again once a quarter of it is free,
// so a young page does not drag many old objects along.
//
// Order of death, as CPython (PEP 442): weak references to garbage become dead, and callbacks of weak references that are not garbage themselves run; then finalisers,
// each object's once; if any ran, what they resurrected is found by a second trial deletion over the garbage alone and spared; then the rest is cleared, which breaks the
// cycles, and reference counting frees it.
//
// When. Only at safe points, which the VM chooses (calls and back-edges): native code never finds that an object it is changing was cleared underneath it. New objects may
// be half-made only between an allocation and the next call, so the collector never sees one.
#include "objects/core/gc.h"

#include <algorithm>
#include <cstdlib>

#include "objects/core/inherit.h"
#include "objects/core/raise.h"
#include "objects/core/shape.h"
#include "objects/core/weak_table.h"
#include "objects/types/weakref.h"

namespace mp {

void traverse_object(Object* object, Visitor visit, void* context) {
    const Type& type = *object->shape->type;
    if (type.slots.traverse) type.slots.traverse(object, visit, context);
    if (type.has(type_heap)) {
        visit(object->shape->type, context);
        auto [slots, count] = member_slots(*object);
        for (std::size_t i = 0; i < count; ++i)
            if (slots[i].is_object()) visit(slots[i].object(), context);
    }
    if (type.has(type_has_dict)) traverse_storage(*object, visit, context);
}

void clear_object(Runtime& rt, Object* object) {
    const Type& type = *object->shape->type;
    if (type.slots.clear) type.slots.clear(rt, object);
    if (type.has(type_heap)) {
        auto [slots, count] = member_slots(*object);
        for (std::size_t i = 0; i < count; ++i) replace(slots[i], Owned());
    }
    if (type.has(type_has_dict)) release_storage(*object);
}

// ---- one collection

struct CycleCollector::Run {
    using Page = Heap::ContainerPage;
    using Large = Heap::LargeContainer;

    explicit Run(Heap& heap) : heap(heap) {}
    ~Run() {
        for (Page* page : pages) {
            std::free(page->references);
            page->references = nullptr;
        }
    }

    static std::uint32_t& references(Object* object) noexcept {
        if (object->gc & gc_large) return Heap::large_of(object)->references;
        Page* page = Heap::page_of(object);
        return page->references[(reinterpret_cast<std::uintptr_t>(object) & (Heap::page_size - 1)) >> 4];
    }

    // Side tables for the pages of the set. Throws bad_alloc before anything is marked.
    void prepare(int generation) {
        for (Page* page : heap.pages_) {
            if (page->generation > generation || page->live == 0) continue;
            pages.push_back(page);
            page->references = static_cast<std::uint32_t*>(std::malloc(Heap::page_size / 16 * sizeof(std::uint32_t)));
            if (!page->references) throw std::bad_alloc();
        }
        for (Large* large : heap.large_containers_)
            if (large->generation <= static_cast<std::uint64_t>(generation)) larges.push_back(large);
    }

    template <class F>
    void each(F&& f) {
        for (Page* page : pages)
            for (std::uint32_t i = 0; i < page->touched; ++i) {
                auto* object = reinterpret_cast<Object*>(page->block(i));
                if (object->gc & gc_tracked) f(object);
            }
        for (Large* large : larges)
            if (large->object()->gc & gc_tracked) f(large->object());
    }

    static void subtract(Object* child, void*) {
        if (child->gc & gc_collecting) --references(child);
    }
    static void reach(Object* child, void* context) {
        if (!(child->gc & gc_collecting)) return;
        child->gc &= static_cast<std::uint8_t>(~gc_collecting);
        static_cast<std::vector<Object*>*>(context)->push_back(child);
    }

    // Afterwards exactly the unreachable objects of the set carry gc_collecting.
    std::size_t mark() {
        std::size_t total = 0;
        each([&](Object* object) {
            if (object->refcount == 0) return; // dying: somebody is at it already
            object->gc |= gc_collecting;
            references(object) = object->refcount;
            ++total;
        });
        // From here on an error (no memory for the stack) leaves marks behind: the caller wipes them.
        each([](Object* object) { traverse_object(object, subtract, nullptr); });
        std::vector<Object*> stack;
        each([&](Object* object) {
            if (!(object->gc & gc_collecting) || references(object) == 0) return;
            object->gc &= static_cast<std::uint8_t>(~gc_collecting);
            stack.push_back(object);
            while (!stack.empty()) {
                Object* next = stack.back();
                stack.pop_back();
                traverse_object(next, reach, &stack);
            }
        });
        return total;
    }

    // The same over a list of objects (each held once more by the list): removes what is reachable from outside the list, and what that reaches.
    static void spare_resurrected(std::vector<Ref<Object>>& garbage) {
        // All of `garbage` stands in pages of the running collection, which have side tables.
        for (const auto& object : garbage) {
            object->gc |= gc_collecting;
            references(object.get()) = object->refcount - 1;
        }
        for (const auto& object : garbage) traverse_object(object.get(), subtract, nullptr);
        std::vector<Object*> stack;
        for (const auto& object : garbage) {
            if (!(object->gc & gc_collecting) || references(object.get()) == 0) continue;
            object->gc &= static_cast<std::uint8_t>(~gc_collecting);
            stack.push_back(object.get());
            while (!stack.empty()) {
                Object* next = stack.back();
                stack.pop_back();
                traverse_object(next, reach, &stack);
            }
        }
        std::vector<Ref<Object>> dead;
        dead.reserve(garbage.size());
        for (auto& object : garbage)
            if (object->gc & gc_collecting) {
                object->gc &= static_cast<std::uint8_t>(~gc_collecting);
                dead.push_back(object);
            }
        garbage.swap(dead);
        // The spared ones lose our reference when `dead` goes, which may free them.
    }

    Heap& heap;
    std::vector<Page*> pages;
    std::vector<Large*> larges;
};

std::size_t CycleCollector::collect(int generation) noexcept {
    if (running_) return 0;
    running_ = true;
    Heap& heap = rt_.heap();
    std::size_t found = 0;
    try {
        Run run(heap);
        run.prepare(generation);
        std::size_t total = 0;
        try {
            total = run.mark();
        } catch (const std::bad_alloc&) {
            run.each([](Object* object) { object->gc &= static_cast<std::uint8_t>(~gc_collecting); });
            throw;
        }
        std::vector<Ref<Object>> garbage;
        std::vector<Ref<WeakrefObject>> callbacks;
        run.each([&](Object* object) {
            if (object->gc & gc_collecting) ++found;
        });
        bool reserved = false;
        try {
            garbage.reserve(found);
            reserved = true;
        } catch (const std::bad_alloc&) {}
        run.each([&](Object* object) {
            if (!(object->gc & gc_collecting)) return;
            if (reserved) garbage.push_back(Ref<Object>::share(object));
        });

        // The pages' ages: survivors grow older, and allocation starts in pages chosen anew.
        for (Heap::ContainerPage* page : run.pages)
            page->generation = static_cast<std::uint8_t>(std::min(generation + 1, 2));
        for (Heap::LargeContainer* large : run.larges)
            large->generation = static_cast<std::uint64_t>(std::min(generation + 1, 2));
        for (auto& current : heap.current_) {
            if (!current) continue;
            Heap::ContainerPage* page = std::exchange(current, nullptr);
            page->offered = false;
            if (page->live <= page->wanted_below) heap.page_has_room(page);
        }
        heap.young_ = 0;
        const std::size_t survivors = total - found;
        if (generation >= 2) {
            long_lived_total_ = survivors;
            long_lived_pending_ = 0;
        } else if (generation == 1) {
            long_lived_pending_ += survivors;
        }

        // Weak references to garbage die before any Python code runs.
        for (const auto& object : garbage)
            if (object->gc & gc_weakrefs) rt_.weak_table().detach(object.get(), callbacks);
        std::erase_if(callbacks, [](const auto& reference) { return (reference->gc & gc_collecting) != 0; });
        for (const auto& object : garbage) object->gc &= static_cast<std::uint8_t>(~gc_collecting);

        if (!callbacks.empty()) run_weakref_callbacks(rt_, callbacks);
        callbacks.clear();
        bool finalised = false;
        for (const auto& object : garbage) {
            if (!object->shape->type->slots.finalise || (object->gc & gc_finalised)) continue;
            object->gc |= gc_finalised;
            run_finaliser(rt_, object.get());
            finalised = true;
        }
        if (finalised) Run::spare_resurrected(garbage);
        for (const auto& object : garbage)
            if (object->refcount > 1) clear_object(rt_, object.get());
        found = garbage.size();
        // Dropping the last references frees the garbage.
        garbage.clear();
        statistics_[generation].collected += found;
    } catch (const std::bad_alloc&) {
        // No memory for the side tables: try again when more was allocated.
        heap.young_ = 0;
    }
    ++statistics_[generation].collections;
    counts_[generation] = 0;
    if (generation < 2) ++counts_[generation + 1];
    for (int i = 0; i < generation; ++i) counts_[i] = 0;
    running_ = false;
    return found;
}

void CycleCollector::collect_due() noexcept {
    if (running_) return;
    int generation = 0;
    if (counts_[2] > thresholds_[2] && long_lived_pending_ > long_lived_total_ / 4)
        generation = 2;
    else if (counts_[1] > thresholds_[1])
        generation = 1;
    collect(generation);
}

void CycleCollector::set_threshold(int generation, std::int64_t value) noexcept {
    thresholds_[generation] = value;
    if (generation == 0)
        rt_.heap().young_threshold_ = value > 0 ? value : INT64_MAX; // 0 switches automatic collections off
}

std::int64_t CycleCollector::count(int generation) const noexcept {
    return generation == 0 ? rt_.heap().young_ : counts_[generation];
}

// ---- looking at the heap

template <class F>
void CycleCollector::each_tracked(int generation, F&& f) {
    Heap& heap = rt_.heap();
    for (Heap::ContainerPage* page : heap.pages_) {
        if (generation >= 0 && page->generation != generation) continue;
        for (std::uint32_t i = 0; i < page->touched; ++i) {
            auto* object = reinterpret_cast<Object*>(page->block(i));
            if ((object->gc & gc_tracked) && object->refcount > 0) f(object);
        }
    }
    for (Heap::LargeContainer* large : heap.large_containers_) {
        if (generation >= 0 && large->generation != static_cast<std::uint64_t>(generation)) continue;
        Object* object = large->object();
        if ((object->gc & gc_tracked) && object->refcount > 0) f(object);
    }
}

std::vector<Ref<Object>> CycleCollector::objects(int generation) {
    std::vector<Ref<Object>> result;
    each_tracked(generation, [&](Object* object) { result.push_back(Ref<Object>::share(object)); });
    return result;
}

std::vector<Ref<Object>> CycleCollector::referrers(const std::vector<Object*>& targets) {
    struct Search {
        const std::vector<Object*>& targets;
        bool found;
    } search{targets, false};
    std::vector<Ref<Object>> result;
    each_tracked(-1, [&](Object* object) {
        search.found = false;
        traverse_object(
            object,
            [](Object* child, void* context) {
                auto& search = *static_cast<Search*>(context);
                if (std::find(search.targets.begin(), search.targets.end(), child) != search.targets.end())
                    search.found = true;
            },
            &search);
        if (search.found) result.push_back(Ref<Object>::share(object));
    });
    return result;
}

std::vector<Ref<Object>> CycleCollector::referents(Object* object) {
    std::vector<Ref<Object>> result;
    traverse_object(
        object,
        [](Object* child, void* context) {
            static_cast<std::vector<Ref<Object>>*>(context)->push_back(Ref<Object>::share(child));
        },
        &result);
    return result;
}

std::vector<Object*> CycleCollector::every_class() {
    std::vector<Object*> result;
    const Type* root = &rt_.type(TypeId::type);
    each_tracked(-1, [&](Object* object) {
        if (is_subtype(object->shape->type, root)) result.push_back(object);
    });
    return result;
}

} // namespace mp
