"""What sys.breakpointhook() does (PEP 553)."""


def hook(*args, **kws):
    """Call what PYTHONBREAKPOINT names, pdb.set_trace where it names nothing; '0' means that nothing is to be done."""
    import os
    import sys
    import warnings
    wanted = os.environ.get('PYTHONBREAKPOINT') or 'pdb.set_trace'
    if wanted == '0':
        return None
    module, _, name = wanted.rpartition('.')
    try:
        found = __import__(module or 'builtins', fromlist=[name])
        function = getattr(found, name)
    except (ImportError, AttributeError):
        warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{wanted}"', RuntimeWarning, stacklevel=2)
        return None
    return function(*args, **kws)
