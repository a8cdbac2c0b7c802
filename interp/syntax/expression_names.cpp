#include "interp/syntax/expression_names.h"

namespace mp {

namespace {

std::string_view constant_name(ast::ConstantValue::Kind kind) {
    switch (kind) {
    case ast::ConstantValue::Kind::None: return "None";
    case ast::ConstantValue::Kind::True: return "True";
    case ast::ConstantValue::Kind::False: return "False";
    case ast::ConstantValue::Kind::Ellipsis: return "ellipsis";
    default: return "literal";
    }
}

} // namespace

std::string_view expression_name(const ast::Expression& node) {
    using namespace ast;
    return visit(node, overloaded{
                           [](const Attribute&) { return std::string_view("attribute"); },
                           [](const Subscript&) { return std::string_view("subscript"); },
                           [](const Starred&) { return std::string_view("starred"); },
                           [](const Name&) { return std::string_view("name"); },
                           [](const List&) { return std::string_view("list"); },
                           [](const Tuple&) { return std::string_view("tuple"); },
                           [](const Lambda&) { return std::string_view("lambda"); },
                           [](const Call&) { return std::string_view("function call"); },
                           [](const BoolOp&) { return std::string_view("expression"); },
                           [](const BinOp&) { return std::string_view("expression"); },
                           [](const UnaryOp&) { return std::string_view("expression"); },
                           [](const GeneratorExp&) { return std::string_view("generator expression"); },
                           [](const Yield&) { return std::string_view("yield expression"); },
                           [](const YieldFrom&) { return std::string_view("yield expression"); },
                           [](const Await&) { return std::string_view("await expression"); },
                           [](const ListComp&) { return std::string_view("list comprehension"); },
                           [](const SetComp&) { return std::string_view("set comprehension"); },
                           [](const DictComp&) { return std::string_view("dict comprehension"); },
                           [](const Dict&) { return std::string_view("dict literal"); },
                           [](const Set&) { return std::string_view("set display"); },
                           [](const JoinedStr&) { return std::string_view("f-string expression"); },
                           [](const FormattedValue&) { return std::string_view("f-string expression"); },
                           [](const Constant& constant) { return constant_name(constant.value.kind); },
                           [](const Compare&) { return std::string_view("comparison"); },
                           [](const IfExp&) { return std::string_view("conditional expression"); },
                           [](const NamedExpr&) { return std::string_view("named expression"); },
                           [](const Slice&) { return std::string_view("slice"); },
                       });
}

} // namespace mp
