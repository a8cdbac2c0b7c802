from .. import name as up
from ..sub import where
from . import __name__ as here
both = where, here
