# The operating system's error numbers by name, and back.
import errno
import os

print(errno.ENOENT, errno.EACCES, errno.EEXIST, errno.EINTR, errno.errorcode[errno.EPIPE], errno.errorcode[errno.EAGAIN], errno.EAGAIN == errno.EWOULDBLOCK)  # expect: 2 13 17 4 EPIPE EAGAIN True
try:
    open('/no/such/file')
except OSError as error:
    print(errno.errorcode[error.errno])  # expect: ENOENT
print(all(isinstance(name, str) and getattr(errno, name) == number for number, name in errno.errorcode.items()), len(errno.errorcode) > 80)  # expect: True True
