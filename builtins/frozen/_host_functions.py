"""Signatures of functions that the embedding program bound."""
import sys
from inspect import Parameter, Signature


class _Named:
    """An annotation that names no Python object: shown as its text."""

    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


def _annotation(text, namespace):
    try:
        return eval(text, namespace)
    except Exception:
        return _Named(text)


def _namespace(module):
    found = sys.modules.get(module)
    names = dict(vars(found)) if found is not None else {}
    names.pop('__builtins__', None)
    return names


def signature(parameters, result, module):
    """Make an inspect.Signature of (name, kind, annotation text or None[, default]) and the text of the result's type (None: none)."""
    names = _namespace(module)
    made = []
    for name, kind, *rest in parameters:
        annotation = _annotation(rest[0], names) if rest and rest[0] is not None else Parameter.empty
        made.append(Parameter(name, kind, annotation=annotation, default=rest[1] if len(rest) > 1 else Parameter.empty))
    return Signature(made, return_annotation=Signature.empty if result is None else _annotation(result, names))
