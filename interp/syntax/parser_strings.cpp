// String literals, f-strings (PEP 701) and their concatenation (language reference 2.4.2, 2.4.3).
#include "interp/syntax/parser.h"

namespace mp {

LiteralContext Parser::literal_context(SyntaxDiagnostic& error) {
    return {source_, arena_, warnings_, error, options_.character_named, options_.most_int_digits};
}

// (fstring | string)+
Parser::Match<Parser::Expression> Parser::strings() {
    return memoized(Memo::Strings, [this] { return parse_strings(); });
}

ast::Constant* Parser::string_constant(Span span, bool bytes, std::string_view text, bool is_u) {
    ast::ConstantValue value;
    value.kind = bytes ? ast::ConstantValue::Kind::Bytes : ast::ConstantValue::Kind::Str;
    value.text = text;
    return ast::make<ast::Constant>(arena_, span, value, is_u);
}

Parser::Match<Parser::Expression> Parser::parse_strings() {
    const std::uint32_t start = here();
    bool any_bytes = false, any_text = false, any_format = false;
    List<Expression> parts(*this);
    for (;;) {
        const Kind kind = tokens_.kind();
        if (kind == Kind::String || kind == Kind::Bytes) {
            (kind == Kind::Bytes ? any_bytes : any_text) = true;
            const Token token = tokens_.current();
            LiteralContext context = literal_context(error_);
            std::string_view text;
            if (kind == Kind::Bytes) {
                auto decoded = decode_bytes(token.text, token.span, context);
                if (!decoded) return raise_literal_error();
                text = decoded.take();
            } else {
                auto decoded = decode_string(token.text, token.span, context);
                if (!decoded) return raise_literal_error();
                text = decoded.take().text;
            }
            const bool is_u = kind == Kind::String && split_string_literal(token.text).unicode;
            parts.add(string_constant(token.span, kind == Kind::Bytes, text, is_u));
            tokens_.advance();
        } else if (kind == Kind::FStringStart) {
            any_text = any_format = true;
            if (!fstring(parts)) return no_match;
        } else {
            break;
        }
    }
    if (any_bytes && any_text) return raise_at_last(SyntaxMessage::MixedBytesAndText);
    if (any_format) {
        ast::Seq<Expression> values = join_constants(parts);
        return make<ast::JoinedStr>(start, values);
    }
    if (parts.size() == 1) return parts[0];
    // Plain literals side by side: one, of the first's kind.
    std::size_t size = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) size += ast::as<ast::Constant>(parts[i])->value.text.size();
    auto joined = arena_.make_array<char>(size);
    char* to = joined.data();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::string_view text = ast::as<ast::Constant>(parts[i])->value.text;
        to += text.copy(to, text.size());
    }
    return string_constant(span_from(start), any_bytes, {joined.data(), size}, ast::as<ast::Constant>(parts[0])->is_u);
}

// FSTRING_START (fstring_replacement_field | FSTRING_MIDDLE)* FSTRING_END. What is wrong in its text is reported when
// its end was seen, and there.
bool Parser::fstring(List<Expression>& into) {
    Nesting nesting(*this);
    if (!nesting) return false;
    const bool raw = split_string_literal(tokens_.current().text).raw;
    tokens_.advance();
    Token wrong_text;
    for (;;) {
        const Token token = tokens_.current();
        switch (token.kind) {
        case Kind::FStringMiddle: {
            SyntaxDiagnostic ignored;
            if (!fstring_text(into, raw, ignored) && !wrong_text.is(Kind::FStringMiddle)) wrong_text = token;
            break;
        }
        case Kind::LeftBrace:
            if (!fstring_replacement_field(into, raw)) return false;
            break;
        case Kind::FStringEnd:
            tokens_.advance();
            if (!wrong_text.is(Kind::FStringMiddle)) return true;
            {
                LiteralContext context = literal_context(error_);
                (void)decode_fstring_text(wrong_text.text, raw, wrong_text.span, token.span, context);
            }
            raise_literal_error();
            return false;
        default: return false;
        }
    }
}

// FSTRING_MIDDLE; false, with the reason in `error`, if the text is wrong.
bool Parser::fstring_text(List<Expression>& into, bool raw, SyntaxDiagnostic& error) {
    const Token token = tokens_.current();
    auto context = literal_context(error);
    auto decoded = decode_fstring_text(token.text, raw, token.span, token.span, context);
    tokens_.advance();
    if (!decoded) return false;
    // The second brace of a doubled one belongs to the text, though to no token.
    Span span = token.span;
    if (here() == span.end + 1) ++span.end;
    into.add(string_constant(span, false, decoded.take().text, false));
    return true;
}

// '{' annotated_rhs ['='] ['!' NAME] [':' fstring_format_spec*] '}' | invalid_replacement_field
bool Parser::fstring_replacement_field(List<Expression>& into, bool raw) {
    const Position begin = tokens_.position();
    const Token open = tokens_.current();
    auto field = [&]() -> Result<void> {
        tokens_.advance();
        Expression* value = TRY(annotated_rhs());
        const bool debug = accept(Kind::Equal);
        // What "=" shows ends where the conversion, the format or the field's end begins.
        const Token behind_value = tokens_.current();
        int conversion = -1;
        if (auto given = optional([this] { return fstring_conversion(); })) conversion = given.take();
        Expression* format = nullptr;
        if (at(Kind::Colon)) format = TRY(fstring_format_spec(raw));
        TRY(expect(Kind::RightBrace));
        if (debug) {
            std::string_view shown = source_.slice({open.span.end, behind_value.span.start});
            Span span{open.span.end, behind_value.span.start};
            into.add(string_constant(span, false, debug_expression_text(shown, arena_), false));
            if (conversion == -1 && !format) conversion = 'r';
        }
        into.add(make<ast::FormattedValue>(open.span.start, value, conversion, format));
        return ok;
    }();
    if (field) return true;
    if (invalid_rules_) {
        tokens_.reset(begin);
        invalid_replacement_field(raw);
    }
    return false;
}

// "!" NAME
Result<int> Parser::fstring_conversion() {
    const Token mark = tokens_.current();
    TRY(expect(Kind::Exclamation));
    const Token name = tokens_.current();
    if (name.kind != Kind::Name) return no_match;
    tokens_.advance();
    if (mark.span.end != name.span.start)
        return raise(Span::cover(mark.span, name.span), SyntaxMessage::ConversionAfterSpace);
    if (name.text != "s" && name.text != "r" && name.text != "a")
        return raise(name.span, SyntaxMessage::UnknownConversion, {'\'' + std::string(name.text) + '\''});
    return name.text[0];
}

// ':' (FSTRING_MIDDLE | fstring_replacement_field)*
Parser::Match<Parser::Expression> Parser::fstring_format_spec(bool raw) {
    Nesting nesting(*this);
    if (!nesting) return no_match;
    const std::uint32_t start = here();
    TRY(expect(Kind::Colon));
    List<Expression> parts(*this);
    for (;;) {
        const Position before = tokens_.position();
        const std::size_t size = parts.size();
        bool more = false;
        if (at(Kind::FStringMiddle)) {
            more = fstring_text(parts, raw, error_);
            if (!more) return raise_literal_error();
        } else if (at(Kind::LeftBrace)) {
            more = fstring_replacement_field(parts, raw);
        }
        if (!more) {
            parts.shrink(size);
            tokens_.reset(before);
            break;
        }
    }
    ast::Seq<Expression> values = join_constants(parts);
    return make<ast::JoinedStr>(start, values);
}

ast::Seq<Parser::Expression> Parser::join_constants(const List<Expression>& parts) {
    List<Expression> joined(*this);
    for (std::size_t i = 0; i < parts.size();) {
        if (!ast::is<ast::Constant>(parts[i])) {
            joined.add(parts[i++]);
            continue;
        }
        std::size_t end = i, size = 0;
        for (; end < parts.size() && ast::is<ast::Constant>(parts[end]); ++end)
            size += ast::as<ast::Constant>(parts[end])->value.text.size();
        auto* first = ast::as<ast::Constant>(parts[i]);
        if (size > 0) {
            if (end == i + 1) {
                joined.add(first);
            } else {
                auto text = arena_.make_array<char>(size);
                char* to = text.data();
                for (std::size_t k = i; k < end; ++k) {
                    std::string_view part = ast::as<ast::Constant>(parts[k])->value.text;
                    to += part.copy(to, part.size());
                }
                Span span{first->span.start, parts[end - 1]->span.end};
                joined.add(string_constant(span, false, {text.data(), size}, first->is_u));
            }
        }
        i = end;
    }
    return joined.take();
}

} // namespace mp
