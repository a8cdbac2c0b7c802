#pragma once
// enumerate, zip, map, filter and reversed: iterators over other iterators.
#include "objects/core/runtime.h"

namespace mp {

struct TupleObject;

// enumerate and zip give tuples; when the last one given is not held by anybody else any more, it is filled again instead of making a new one.
struct EnumerateObject : Object {
    Value iterator;      // owned
    Value index;         // owned int of any size: the next number
    TupleObject* result; // owned, may be null: the tuple given last
};

struct ZipObject : Object {
    TupleObject* iterators; // owned
    TupleObject* result;    // owned, may be null
    bool strict;
};

struct MapObject : Object {
    Value function;         // owned
    TupleObject* iterators; // owned, at least one
};

struct FilterObject : Object {
    Value function; // owned; None or bool: the items' own truth
    Value iterator; // owned
};

// reversed(x) of a sequence without __reversed__: x[index] downwards.
struct ReversedObject : Object {
    Value sequence; // owned; unbound once exhausted
    std::int64_t index;
};

// reversed(x) as Python code means it: __reversed__, or a ReversedObject. Runs __reversed__ or __len__.
Result<Owned> make_reversed(Runtime& rt, Type& type, Value sequence);

} // namespace mp
