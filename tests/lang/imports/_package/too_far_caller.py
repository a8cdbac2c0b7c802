try:
    from ... import anything
except ImportError as error:
    message = str(error)
