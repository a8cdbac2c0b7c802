# What a file's mode says.
import os
import stat

for mode in 0o100644, 0o104755, 0o102710, 0o041777, 0o041776, 0o120777, 0o140755, 0o010600, 0o020620, 0o060660, 0:
    print(stat.filemode(mode), stat.S_ISDIR(mode), stat.S_ISREG(mode), stat.S_ISLNK(mode), stat.S_ISFIFO(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)))
# expect: -rw-r--r-- False True False False 0o644 0o100000
# expect: -rwsr-xr-x False True False False 0o4755 0o100000
# expect: -rwx--s--- False True False False 0o2710 0o100000
# expect: drwxrwxrwt True False False False 0o1777 0o40000
# expect: drwxrwxrwT True False False False 0o1776 0o40000
# expect: lrwxrwxrwx False False True False 0o777 0o120000
# expect: srwxr-xr-x False False False False 0o755 0o140000
# expect: prw------- False False False True 0o600 0o10000
# expect: crw--w---- False False False False 0o620 0o20000
# expect: brw-rw---- False False False False 0o660 0o60000
# expect: ?--------- False False False False 0o0 0o0
print(stat.S_ISDIR(os.stat('/').st_mode), os.stat('/')[stat.ST_SIZE] == os.stat('/').st_size, stat.S_IRWXU == stat.S_IRUSR | stat.S_IWUSR | stat.S_IXUSR)  # expect: True True True
