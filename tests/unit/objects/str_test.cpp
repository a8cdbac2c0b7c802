// str from C++: making, narrowing, hashing, building, appending in place; bytearray's door.
#include "objects/types/str.h"

#include <cstring>

#include "objects/types/bytes.h"
#include "objects/types/codecs.h"
#include "tests/unit/objects/test_runtime.h"

namespace mp {
namespace {

class StrTest : public ObjectsTest {
protected:
    Ref<StrObject> make(std::u32string_view text) {
        return make_str_ucs4(rt, text.data(), static_cast<std::int64_t>(text.size()));
    }
};

TEST_F(StrTest, TextIsKeptInItsNarrowestForm) {
    EXPECT_EQ(make(U"ab")->width(), 1u);
    EXPECT_TRUE(make(U"ab")->is_ascii());
    EXPECT_EQ(make(U"\u00E9b")->width(), 1u);
    EXPECT_FALSE(make(U"\u00E9b")->is_ascii());
    EXPECT_EQ(make(U"\u20ACb")->width(), 2u);
    EXPECT_EQ(make(U"\U0001F600b")->width(), 4u);
    auto wide = make(U"ab\U0001F600cd\u20AC");
    EXPECT_TRUE(str_substring(rt, *wide, 0, 2)->is_ascii());
    EXPECT_EQ(str_substring(rt, *wide, 3, 6)->width(), 2u);
    EXPECT_TRUE(str_equal(*str_substring(rt, *wide, 3, 5), *make_str(rt, "cd")));
}

TEST_F(StrTest, Utf8GoesInAndOut) {
    for (const char* text : {"", "a", "\xC3\xA9", "a\xC3\xA9", "\xE2\x82\xAC!", "\xF0\x9F\x98\x80", "\xED\xA0\x80x"})
        EXPECT_EQ(to_utf8(*make_str(rt, text)), text);
    EXPECT_EQ(to_utf8(*make_str(rt, "a\xFF\xC3")), "a\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(make_str(rt, "\xED\xA0\x80")->length, 1); // a lone surrogate
}

TEST_F(StrTest, EmptyTextAndLatin1CharactersAreShared) {
    EXPECT_EQ(make_str(rt, "").get(), rt.empty_str);
    EXPECT_EQ(make_str(rt, "x").get(), make(U"x").get());
    EXPECT_EQ(make_str(rt, "\xC3\xA9").get(), char_str(rt, 0xE9).get());
    StrBuilder one(rt);
    one.append(U'x');
    EXPECT_EQ(one.finish().get(), make_str(rt, "x").get());
    EXPECT_EQ(StrBuilder(rt).finish().get(), rt.empty_str);
}

TEST_F(StrTest, EqualTextsHashAlike) {
    auto a = make_str(rt, "some text");
    auto b = str_concat(rt, *make_str(rt, "some"), *make_str(rt, " text"));
    EXPECT_NE(a.get(), b.get());
    EXPECT_EQ(str_hash(*a), str_hash(*b));
    EXPECT_EQ(str_hash(*a), static_cast<std::uint64_t>(hash_of_bytes(rt, make_bytes(rt, {a->latin1(), 9})->span())));
    EXPECT_EQ(str_hash(*rt.empty_str), 0u);
}

TEST_F(StrTest, Order) {
    auto compare_texts = [&](std::u32string_view a, std::u32string_view b) { return str_compare(*make(a), *make(b)); };
    EXPECT_EQ(compare_texts(U"a", U"a"), 0);
    EXPECT_EQ(compare_texts(U"a", U"ab"), -1);
    EXPECT_EQ(compare_texts(U"b", U"ab"), 1);
    EXPECT_EQ(compare_texts(U"\u00FF", U"\u0100"), -1);
    EXPECT_EQ(compare_texts(U"\uFFFF", U"\U00010000"), -1);
    EXPECT_EQ(compare_texts(U"a\U00010000", U"a\uFFFF"), 1);
}

TEST_F(StrTest, AppendingReusesWhatNobodyElseHolds) {
    auto text = str_concat(rt, *make_str(rt, "start"), *make_str(rt, "!"));
    text = str_append(rt, std::move(text), *make_str(rt, "more"));
    const StrObject* place = text.get();
    const std::uint32_t room = text->capacity;
    ASSERT_GT(room, 1u);
    const std::uint64_t before = str_hash(*text);
    text = str_append(rt, std::move(text), *make_str(rt, "x"));
    EXPECT_EQ(text.get(), place);
    EXPECT_EQ(text->capacity, room - 1);
    EXPECT_NE(str_hash(*text), before);
    EXPECT_EQ(to_utf8(*text), "start!morex");

    Ref<StrObject> other = text; // now it is shared
    auto longer = str_append(rt, text, *make_str(rt, "y"));
    EXPECT_NE(longer.get(), place);
    EXPECT_EQ(to_utf8(*other), "start!morex");
}

TEST_F(StrTest, AppendingWidensAndKeepsFlags) {
    auto text = str_concat(rt, *make_str(rt, "ab"), *make_str(rt, "cd"));
    text = str_append(rt, std::move(text), *make(U"\u00E9\u00E9"));
    EXPECT_FALSE(text->is_ascii());
    EXPECT_EQ(text->width(), 1u);
    text = str_append(rt, std::move(text), *make(U"\U0001F600"));
    EXPECT_EQ(text->width(), 4u);
    EXPECT_TRUE(str_equal(*text, *make(U"abcd\u00E9\u00E9\U0001F600")));
    Ref<StrObject> twice = text;
    text = str_append(rt, std::move(text), *twice);
    EXPECT_EQ(text->length, 14);
}

TEST_F(StrTest, InternedTextIsNeverChanged) {
    auto interned = rt.intern("an interned name");
    auto result = str_append(rt, interned, *make_str(rt, "!"));
    EXPECT_EQ(to_utf8(*interned), "an interned name");
    EXPECT_EQ(to_utf8(*result), "an interned name!");
}

TEST_F(StrTest, ABuilderNarrowsWhatItReservedTooWide) {
    StrBuilder out(rt);
    out.reserve(100, 0x10FFFF);
    out.append("plain");
    EXPECT_TRUE(out.finish()->is_ascii());
    out.append(U'\u20AC');
    out.append("abc");
    out.append_repeated(U'\U0001F600', 2);
    out.append_latin1(reinterpret_cast<const std::uint8_t*>("\xE9"), 1);
    auto text = out.finish();
    EXPECT_TRUE(str_equal(*text, *make(U"\u20ACabc\U0001F600\U0001F600\u00E9")));
}

TEST_F(StrTest, ABuilderThatIsGivenUpFreesItsMemory) {
    const std::size_t before = rt.heap().used();
    {
        StrBuilder out(rt);
        out.append_repeated(U'x', 10000);
    }
    EXPECT_EQ(rt.heap().used(), before);
}

TEST_F(StrTest, MemoryIsCountedExactly) {
    const std::size_t before = rt.heap().used();
    for (const char32_t c : {U'x', U'\u20AC', U'\U0001F600'}) {
        StrBuilder out(rt);
        for (int i = 0; i < 3000; ++i) out.append(c);
        auto text = out.finish();
        text = str_append(rt, std::move(text), *make_str(rt, "tail"));
        text = str_substring(rt, *text, 5, 2000);
    }
    EXPECT_EQ(rt.heap().used(), before);
}

TEST_F(StrTest, EncodingErrorsCarryTheirFields) {
    CodecOptions ascii_options = value_of(codec_options(rt, "ascii", "strict"));
    EXPECT_EQ(error_of(encode(rt, *make(U"ab\u20AC\u20ACc"), ascii_options)),
              "UnicodeEncodeError: 'ascii' codec can't encode characters in position 2-3: ordinal not in range(128)");
    // Other encodings are the codecs module's, which cannot be imported here.
    CodecOptions unknown = value_of(codec_options(rt, "no-such", "strict"));
    EXPECT_EQ(error_of(encode(rt, *make(U"a"), unknown)), "LookupError: unknown encoding: no-such");
}

TEST_F(StrTest, PartialDecodingLeavesTheUnfinishedRest) {
    const std::uint8_t bytes[] = {'a', 0xE2, 0x82};
    std::size_t consumed = 0;
    const CodecOptions utf8 = value_of(codec_options(rt, "utf-8", "strict"));
    EXPECT_EQ(to_utf8(*value_of(decode_partial(rt, bytes, utf8, false, consumed))), "a");
    EXPECT_EQ(consumed, 1u);
    EXPECT_EQ(error_of(decode_partial(rt, bytes, utf8, true, consumed)),
              "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 1-2: unexpected end of data");
}

// ---- bytearray's one door

class ResizableTest : public ObjectsTest {
protected:
    Ref<ByteArrayObject> array(std::string_view text) {
        return make_bytearray(rt, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }
    static std::string contents(const ByteArrayObject& a) {
        return std::string(reinterpret_cast<const char*>(a.start), static_cast<std::size_t>(a.size));
    }
};

TEST_F(ResizableTest, NothingChangesWhileExported) {
    auto a = array("abcdef");
    ++a->exports;
    const std::string refused = "BufferError: Existing exports of data: object cannot be re-sized";
    EXPECT_EQ(error_of(a->resize(rt, 3)), refused);
    EXPECT_EQ(error_of(a->resize(rt, 100)), refused);
    EXPECT_EQ(error_of(a->splice(rt, 1, 2, 0)), refused);
    EXPECT_EQ(error_of(a->splice(rt, 0, 1, 5)), refused);
    EXPECT_EQ(error_of(a->push_back(rt, 1)), refused);
    EXPECT_EQ(error_of(a->reserve(rt, 1000)), refused);
    succeeds(a->resize(rt, 6));
    succeeds(a->splice(rt, 2, 3, 3));
    EXPECT_EQ(contents(*a), "abcdef");
    --a->exports;
    succeeds(a->resize(rt, 3));
    EXPECT_EQ(contents(*a), "abc");
}

TEST_F(ResizableTest, RemovingFromTheFrontMovesNothing) {
    auto a = array(std::string(1000, 'x') + "tail");
    const std::uint8_t* place = a->start;
    succeeds(a->splice(rt, 0, 10, 0));
    EXPECT_EQ(a->start, place + 10);
    EXPECT_EQ(a->size, 994);
    for (int i = 0; i < 990; ++i) succeeds(a->splice(rt, 0, 1, 0));
    EXPECT_EQ(contents(*a), "tail");
    EXPECT_LT(a->capacity, 100); // the memory was given back on the way
    succeeds(a->splice(rt, 0, 4, 0));
    EXPECT_EQ(a->size, 0);
    succeeds(a->push_back(rt, 'z'));
    EXPECT_EQ(contents(*a), "z");
}

TEST_F(ResizableTest, SplicesMatchAStandardString) {
    std::string model;
    auto a = array("");
    unsigned state = 12345;
    auto next = [&](unsigned below) { return (state = state * 1103515245 + 12345) / 65536 % below; };
    for (int step = 0; step < 5000; ++step) {
        const auto at = next(static_cast<unsigned>(model.size()) + 1);
        const auto removed = next(static_cast<unsigned>(model.size()) - at + 1) % 9;
        const auto inserted = next(10);
        succeeds(a->splice(rt, at, removed, inserted));
        const std::string piece(inserted, static_cast<char>('a' + step % 26));
        if (inserted) std::memcpy(a->start + at, piece.data(), inserted);
        model.replace(at, removed, piece);
        ASSERT_EQ(contents(*a), model);
    }
}

TEST_F(ResizableTest, AWantOfMemoryChangesNothing) {
    auto a = array("abcdef");
    rt.heap().set_limit(rt.heap().used() + 4096);
    EXPECT_THROW((void)a->resize(rt, 1 << 20), std::bad_alloc);
    EXPECT_THROW((void)a->splice(rt, 2, 1, 1 << 20), std::bad_alloc);
    EXPECT_EQ(contents(*a), "abcdef");
    rt.heap().set_limit(SIZE_MAX);
}

} // namespace
} // namespace mp
