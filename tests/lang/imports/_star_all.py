__all__ = ['listed', '_listed_too']
listed = 1
_listed_too = 2
not_listed = 3
