// The verifier refuses code that could hurt the VM.
#include <gtest/gtest.h>

#include "interp/bytecode/code_unit.h"

namespace mp {
namespace {

CodeUnit unit_of(std::vector<Word> words, std::uint32_t temporaries = 4, std::vector<std::string> locals = {"a", "b"}) {
    CodeUnit unit;
    unit.name = unit.qualified_name = "u";
    unit.words = std::move(words);
    unit.temporaries = temporaries;
    unit.local_names = std::move(locals);
    unit.local_is_cell.assign(unit.local_names.size(), false);
    unit.positional = static_cast<std::uint32_t>(unit.local_names.size());
    return unit;
}

constexpr Word ret = encode(Op::RETURN_NONE);

TEST(Verify, AcceptsGoodCode) { EXPECT_EQ(verify(unit_of({encode(Op::ADD, 0, -2, -1), encode(Op::RETURN, 0)})), ""); }

TEST(Verify, RefusesDeadAndLiveTemporaries) {
    EXPECT_NE(verify(unit_of({encode(Op::RETURN, 0)})), "");
    EXPECT_NE(verify(unit_of({encode(Op::LOAD_NONE, 0), encode(Op::LOAD_NONE, 0), encode(Op::RETURN, 0)})), "");
    EXPECT_NE(verify(unit_of({encode(Op::LOAD_NONE, 1), encode(Op::LOAD_NONE, 0), encode(Op::RETURN, 0)})), "");
    EXPECT_NE(verify(unit_of({encode(Op::LOAD_NONE, 0), ret})), "");
}

TEST(Verify, RefusesRegistersOutOfRange) {
    EXPECT_NE(verify(unit_of({encode(Op::LOAD_NONE, 7), encode(Op::RETURN, 7)})), "");
    EXPECT_NE(verify(unit_of({encode(Op::RETURN, -3)})), "");
    EXPECT_NE(verify(unit_of({encode(Op::BUILD_LIST, 0, 2, 9), encode(Op::RETURN, 0)})), "");
}

TEST(Verify, RefusesLocalsThatMayBeUnbound) {
    CodeUnit unit = unit_of({encode(Op::RETURN, -1)});
    unit.positional = 1;
    EXPECT_NE(verify(unit), "");
    unit.words = {encode(Op::CHECK_LOCAL, -1), encode(Op::RETURN, -1)};
    EXPECT_EQ(verify(unit), "");
}

TEST(Verify, RefusesBadJumps) {
    EXPECT_NE(verify(unit_of({encode(Op::JUMP), 5, ret})), "");
    EXPECT_NE(verify(unit_of({encode(Op::JUMP), 1, ret})), "");
    EXPECT_NE(verify(unit_of({encode(Op::JUMP), static_cast<Word>(-1), ret})), "");
    EXPECT_NE(verify(unit_of({encode(Op::JUMP), 0, ret})), "") << "a loop that pays nothing";
    EXPECT_EQ(verify(unit_of({encode(Op::JUMP_BACK), 0, ret})), "");
    EXPECT_EQ(verify(unit_of({encode(Op::JUMP), 2, ret})), "");
}

TEST(Verify, RefusesWaysThatDisagree) {
    // One way leaves a value in t0, the other does not.
    EXPECT_NE(verify(unit_of({encode(Op::JUMP_IF, 1, -1), 3, encode(Op::LOAD_NONE, 0), encode(Op::LOAD_NONE, 0),
                              encode(Op::RETURN, 0)})),
              "");
}

TEST(Verify, RefusesCodeThatRunsOffItsEnd) {
    EXPECT_NE(verify(unit_of({encode(Op::NOP)})), "");
    EXPECT_NE(verify(unit_of({})), "");
    EXPECT_NE(verify(unit_of({encode(Op::JUMP)})), "");
    EXPECT_NE(verify(unit_of({0xfe})), "");
}

TEST(Verify, RefusesBadConstants) {
    EXPECT_NE(verify(unit_of({encode_wide(Op::LOADK, 0, 3), encode(Op::RETURN, 0)})), "");
    CodeUnit unit = unit_of({encode_wide(Op::LOAD_NAME, 0, 0), encode(Op::RETURN, 0)});
    unit.constants.emplace_back();
    EXPECT_NE(verify(unit), ""); // a name must be a str
    unit.constants[0].kind = Constant::Kind::str;
    EXPECT_EQ(verify(unit), "");
}

TEST(Verify, FollowsExceptions) {
    // t0 is live when the call raises, and the handler needs it.
    CodeUnit unit = unit_of({encode(Op::LOAD_NONE, 0), encode(Op::NEG, 1, -1), encode(Op::DROP, 1),
                             encode(Op::RETURN, 0), encode(Op::DROP, 1), encode(Op::RETURN, 0)});
    unit.exceptions.push_back({1, 2, 4, 1});
    EXPECT_EQ(verify(unit), "");
    unit.exceptions[0].depth = 0; // the exception would be put where the handler reads it not
    EXPECT_NE(verify(unit), "");
    unit.exceptions[0] = {1, 2, 9, 1};
    EXPECT_NE(verify(unit), "");
}

TEST(Verify, LooksIntoNestedCode) {
    CodeUnit unit = unit_of({ret});
    Constant constant;
    constant.kind = Constant::Kind::code;
    constant.code = std::make_shared<CodeUnit>(unit_of({encode(Op::RETURN, 0)}));
    unit.constants.push_back(constant);
    EXPECT_NE(verify(unit), "");
}

TEST(Disassemble, NamesRegistersConstantsAndTargets) {
    CodeUnit unit = unit_of({encode(Op::ADDI, 0, -2, -5), encode(Op::JUMP_IF, 1, 0), 2, ret});
    std::string text = disassemble(unit);
    EXPECT_NE(text.find("ADDI              t0, a, #-5"), std::string::npos) << text;
    EXPECT_NE(text.find("JUMP_IF           1, t0, -> 3"), std::string::npos) << text;
}

} // namespace
} // namespace mp
