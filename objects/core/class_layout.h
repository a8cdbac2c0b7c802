#pragma once
// Parts of making and changing classes that type.__new__, type.__bases__ and object.__class__ share.
#include "objects/core/runtime.h"

namespace mp {

// The base whose C++ struct and __slots__ instances extend. TypeError "multiple bases have instance lay-out conflict", "type 'bool' is not an acceptable base type".
Result<Type*> best_base(Runtime& rt, TupleObject& bases);
// Whether objects of `a` may become objects of `b` by assignment to __class__ or __bases__.
bool compatible_layout(const Type& a, const Type& b) noexcept;
// The metaclass that a class with these bases gets: the most derived of `metatype` and the bases' own. TypeError "metaclass conflict: …".
Result<Type*> winning_metatype(Runtime& rt, Type& metatype, TupleObject& bases);
// Types whose instances keep their attributes in a dict of their own (modules, classes): subclasses get no attribute storage.
bool keeps_own_dict(const Type& type) noexcept;
// Types of variable size whose subclasses may have __slots__ (str).
bool allows_slots(const Type& type) noexcept;
// The __dict__ and __weakref__ entries of a class whose instances got them from it.
void add_dict_getset(Runtime& rt, Type& type);
void add_weakref_getset(Runtime& rt, Type& type);
// Calls mro() of a metaclass that overrides it and stores the result. May run Python.
Result<void> call_mro_method(Runtime& rt, Type& type);
// Takes type_abstract from __abstractmethods__ in the class's own dict. Runs nothing.
void inherit_abstractness(Runtime& rt, Type& type);
// type.__bases__ = …
Result<void> set_bases(Runtime& rt, Type& type, TupleObject& bases);
// add_note() on the pending exception.
void add_note_to_pending(Runtime& rt, std::string_view utf8_text);

} // namespace mp
