import _package.too_far_caller
print(_package.too_far_caller.message)  # expect: attempted relative import beyond top-level package
