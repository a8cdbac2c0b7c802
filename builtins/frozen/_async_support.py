"""What the built-in functions for asynchronous iteration have in Python."""


async def anext_default(awaitable, default):
    """anext(iterator, default): the default in place of the end."""
    try:
        return await awaitable
    except StopAsyncIteration:
        return default
