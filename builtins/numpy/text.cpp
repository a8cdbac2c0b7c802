// repr() and str() as numpy prints arrays: columns aligned, lines of 75 characters, large arrays cut to their edges.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "builtins/numpy/ndarray.h"
#include "objects/core/raise.h"
#include "objects/types/str.h"

namespace mp::numpy {

std::string shape_text(const std::int64_t* shape, int ndim) {
    std::string text = "(";
    for (int i = 0; i < ndim; ++i) {
        // -1 stands for "to be found" in the shapes that reshape() is asked for.
        text += std::to_string(shape[i]);
        text += i + 1 < ndim ? "," : ndim == 1 ? "," : "";
    }
    return text + ")";
}

namespace {

constexpr std::int64_t cut_above = 1000; // elements
constexpr std::int64_t edge_items = 3;
constexpr std::size_t line_width = 75;
constexpr int precision = 8;

// The elements that are shown, in order.
template <class F>
void each_shown(ArrayObject& array, const std::uint8_t* at, int dimension, bool cut, F&& f) {
    if (dimension == array.ndim) {
        f(at);
        return;
    }
    const std::int64_t count = array.shape()[dimension];
    for (std::int64_t i = 0; i < count; ++i) {
        if (cut && count > 2 * edge_items && i == edge_items) i = count - edge_items;
        each_shown(array, at + i * array.strides()[dimension], dimension + 1, cut, f);
    }
}

// A float's digits: the shortest that name it, at most `precision` after the point. Parts before and after the point.
struct FloatParts {
    std::string whole, fraction, exponent;
};

template <class T>
FloatParts positional(T value) {
    char buffer[512];
    auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
    static_cast<void>(error);
    std::string text(buffer, end);
    std::size_t point = text.find('.');
    if (point != std::string::npos && text.size() - point - 1 > precision) {
        auto [cut_end, cut_error] =
            std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, precision);
        static_cast<void>(cut_error);
        text.assign(buffer, cut_end);
        while (text.back() == '0') text.pop_back();
        point = text.find('.');
    }
    if (point == std::string::npos) return {text, "", ""};
    return {text.substr(0, point), text.substr(point + 1), ""};
}

template <class T>
FloatParts scientific(T value) {
    char buffer[64];
    auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
    static_cast<void>(error);
    std::string text(buffer, end);
    std::size_t e = text.find('e');
    std::size_t point = text.find('.');
    if (point != std::string::npos && e - point - 1 > precision) {
        auto [cut_end, cut_error] =
            std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific, precision);
        static_cast<void>(cut_error);
        text.assign(buffer, cut_end);
        e = text.find('e');
        point = text.find('.');
        std::size_t last = e;
        while (text[last - 1] == '0') --last;
        text.erase(last, e - last);
        e = last;
    }
    if (point == std::string::npos || point > e) return {text.substr(0, e), "", text.substr(e)};
    return {text.substr(0, point), text.substr(point + 1, e - point - 1), text.substr(e)};
}

// Makes all elements' texts the same width.
class Formatter {
public:
    Formatter(ArrayObject& array, bool cut) : array_(array) {
        if (is_float(array.dtype)) {
            visit(array.dtype, [&]<class T>(T) {
                if constexpr (std::is_floating_point_v<T>) measure_floats<T>(cut);
            });
        } else {
            each_shown(array, array.data, 0, cut,
                       [&](const std::uint8_t* at) { width_ = std::max(width_, plain(at).size()); });
            if (array.dtype == DTypeId::bool_ && array.ndim > 0) width_ = 5; // room for False, used or not
        }
    }

    std::string operator()(const std::uint8_t* at) const {
        std::string text;
        if (is_float(array_.dtype)) {
            text = array_.dtype == DTypeId::float32 ? float_text(load_element<float>(at))
                                                    : float_text(load_element<double>(at));
        } else {
            text = plain(at);
        }
        return text.size() < width_ ? std::string(width_ - text.size(), ' ') + text : text;
    }

private:
    std::string plain(const std::uint8_t* at) const {
        return visit(array_.dtype, [&]<class T>(T) -> std::string {
            const T value = load_element<T>(at);
            if constexpr (std::is_same_v<T, Bool8>)
                return value.byte ? "True" : "False";
            else
                return std::to_string(value);
        });
    }

    template <class T>
    void measure_floats(bool cut) {
        double largest = 0, smallest = INFINITY;
        each_shown(array_, array_.data, 0, cut, [&](const std::uint8_t* at) {
            const double magnitude = std::fabs(static_cast<double>(load_element<T>(at)));
            if (!std::isfinite(magnitude) || magnitude == 0) return;
            largest = std::max(largest, magnitude);
            smallest = std::min(smallest, magnitude);
        });
        exponential_ = largest > 0 && (largest >= 1e8 || smallest < 1e-4 || largest / smallest > 1000);
        std::size_t special = 0, whole = 0;
        bool finite = false;
        each_shown(array_, array_.data, 0, cut, [&](const std::uint8_t* at) {
            const T value = load_element<T>(at);
            if (!std::isfinite(value)) {
                special = std::max(special, special_text(value).size());
                return;
            }
            finite = true;
            const FloatParts parts = split(value);
            whole = std::max(whole, parts.whole.size());
            fraction_ = std::max(fraction_, parts.fraction.size());
            exponent_ = std::max(exponent_, parts.exponent.size());
        });
        whole_ = whole;
        if (special > 0)
            whole_ =
                std::max(whole_, finite ? special > 1 + fraction_ + exponent_ ? special - 1 - fraction_ - exponent_ : 0
                                        : std::size_t{0});
        width_ = finite ? whole_ + 1 + fraction_ + exponent_ : special;
    }

    template <class T>
    FloatParts split(T value) const {
        return exponential_ ? scientific(value) : positional(value);
    }

    static std::string special_text(double value) { return std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf"; }

    template <class T>
    std::string float_text(T value) const {
        if (!std::isfinite(value)) return special_text(static_cast<double>(value));
        FloatParts parts = split(value);
        std::string text = parts.whole.size() < whole_ ? std::string(whole_ - parts.whole.size(), ' ') : "";
        text += parts.whole + '.' + parts.fraction;
        // In scientific notation the digits are filled up with zeros, else with spaces behind.
        text.append(fraction_ - std::min(fraction_, parts.fraction.size()), exponential_ ? '0' : ' ');
        return text + parts.exponent;
    }

    ArrayObject& array_;
    bool exponential_ = false;
    std::size_t width_ = 0, whole_ = 0, fraction_ = 0, exponent_ = 0;
};

class Printer {
public:
    Printer(ArrayObject& array, std::string separator, std::string prefix, std::string suffix)
        : array_(array),
          cut_(array.size() > cut_above),
          format_(array, cut_),
          separator_(std::move(separator)),
          prefix_(std::move(prefix)),
          suffix_(std::move(suffix)) {}

    std::string print() {
        if (array_.ndim == 0) return format_(array_.data);
        return level(array_.data, 0, std::string(prefix_.size() + 1, ' '), line_width - suffix_.size());
    }

private:
    // numpy's _formatArray: `hanging` is the indent of lines after the first.
    std::string level(const std::uint8_t* at, int dimension, const std::string& hanging, std::size_t width) {
        const int left = array_.ndim - dimension;
        if (left == 0) return format_(at);
        const std::size_t next_width = width - 1;
        const std::string next_hanging = hanging + ' ';
        const std::int64_t count = array_.shape()[dimension], stride = array_.strides()[dimension];
        const bool show_cut = cut_ && 2 * edge_items < count;
        const std::int64_t leading = show_cut ? edge_items : 0, trailing = show_cut ? edge_items : count;
        std::string text;
        if (left == 1) {
            const std::size_t element_width = width - std::max(rtrim(separator_).size(), std::size_t{1});
            std::string line = hanging;
            const auto add = [&](const std::string& word) {
                if (line.size() + word.size() > element_width && line.size() > hanging.size()) {
                    text += rtrim(line) + '\n';
                    line = hanging;
                }
                line += word;
            };
            for (std::int64_t i = 0; i < leading; ++i) {
                add(format_(at + i * stride));
                line += separator_;
            }
            if (show_cut) {
                add("...");
                line += separator_;
            }
            for (std::int64_t i = trailing; i > 1; --i) {
                add(format_(at + (count - i) * stride));
                line += separator_;
            }
            if (count > 0) add(format_(at + (count - 1) * stride));
            text += line;
        } else {
            const std::string line_separator =
                rtrim(separator_) + std::string(static_cast<std::size_t>(left - 1), '\n');
            for (std::int64_t i = 0; i < leading; ++i)
                text += hanging + level(at + i * stride, dimension + 1, next_hanging, next_width) + line_separator;
            if (show_cut) text += hanging + "..." + line_separator;
            for (std::int64_t i = trailing; i > 1; --i)
                text += hanging + level(at + (count - i) * stride, dimension + 1, next_hanging, next_width) +
                        line_separator;
            if (count > 0) text += hanging + level(at + (count - 1) * stride, dimension + 1, next_hanging, next_width);
        }
        return "[" + (text.size() >= hanging.size() ? text.substr(hanging.size()) : "") + "]";
    }

    static std::string rtrim(std::string text) {
        while (!text.empty() && text.back() == ' ') text.pop_back();
        return text;
    }

    ArrayObject& array_;
    bool cut_;
    Formatter format_;
    std::string separator_, prefix_, suffix_;
};

} // namespace

Result<Owned> repr(Runtime& rt, Value self) {
    auto& array = array_of(self);
    TRY(rt.pay(static_cast<std::uint64_t>(std::min<std::int64_t>(array.size(), 10 * cut_above))));
    const std::string prefix = "array(";
    const bool implied =
        array.dtype == DTypeId::int64 || array.dtype == DTypeId::float64 || array.dtype == DTypeId::bool_;
    const bool skip_dtype = implied && array.size() > 0;
    std::string text;
    if (array.size() > 0 || (array.ndim == 1 && array.shape()[0] == 0)) {
        text = array.size() > 0 ? Printer(array, ", ", prefix, skip_dtype ? ")" : ",").print() : "[]";
    } else {
        text = "[], shape=";
        std::string shape = "(";
        for (int i = 0; i < array.ndim; ++i) shape += (i ? ", " : "") + std::to_string(array.shape()[i]);
        text += shape + ")";
    }
    text = prefix + text + (skip_dtype ? ")" : ",");
    if (!skip_dtype) {
        const std::string dtype = std::string("dtype=") + dtype_of(array.dtype).name + ")";
        const std::size_t newline = text.rfind('\n');
        const std::size_t last_line = text.size() - (newline == std::string::npos ? 0 : newline + 1);
        text += last_line + dtype.size() + 1 > line_width ? "\n" + std::string(prefix.size(), ' ') : " ";
        text += dtype;
    }
    return Owned(make_str(rt, text));
}

Result<Owned> str(Runtime& rt, Value self) {
    auto& array = array_of(self);
    TRY(rt.pay(static_cast<std::uint64_t>(std::min<std::int64_t>(array.size(), 10 * cut_above))));
    if (array.size() == 0) return Owned(make_str(rt, "[]"));
    return Owned(make_str(rt, Printer(array, " ", "", "").print()));
}

} // namespace mp::numpy
