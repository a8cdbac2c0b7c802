from . import sub
from .sub import where
told = f'other knows {where}'
