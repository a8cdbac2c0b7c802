# differs: fewer encodings (COMPATIBILITY.md#codecs)
for name in ("shift_jis", "gbk", "utf-7", "idna", "punycode", "bz2"):
    try:
        "a".encode(name)
    except LookupError as error:
        print(error)
# expect: unknown encoding: shift_jis
# expect: unknown encoding: gbk
# expect: unknown encoding: utf-7
# expect: unknown encoding: idna
# expect: unknown encoding: punycode
# expect: unknown encoding: bz2
