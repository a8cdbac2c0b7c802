#include "objects/core/intern.h"

#include <cstring>

namespace mp {

namespace {

bool same_text(const StrObject& a, const StrObject& b) noexcept {
    return a.length == b.length && a.width() == b.width() &&
           std::memcmp(a.data(), b.data(), static_cast<std::size_t>(a.length) * a.width()) == 0;
}

} // namespace

StrObject* InternTable::find(std::uint64_t hash, std::string_view ascii) const noexcept {
    if (entries_.empty()) return nullptr;
    const std::size_t mask = entries_.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
        const Entry& entry = entries_[i];
        if (!entry.text) return nullptr;
        if (entry.hash == hash && entry.text != deleted() && entry.text->width() == 1 &&
            static_cast<std::size_t>(entry.text->length) == ascii.size() &&
            std::memcmp(entry.text->data(), ascii.data(), ascii.size()) == 0)
            return entry.text;
    }
}

StrObject* InternTable::find(std::uint64_t hash, const StrObject& text) const noexcept {
    if (entries_.empty()) return nullptr;
    const std::size_t mask = entries_.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
        const Entry& entry = entries_[i];
        if (!entry.text) return nullptr;
        if (entry.hash == hash && entry.text != deleted() && same_text(*entry.text, text)) return entry.text;
    }
}

void InternTable::grow() {
    std::size_t size = 1024;
    while (size < used_ * 2) size *= 2;
    std::vector<Entry> bigger(size, Entry{0, nullptr});
    for (const Entry& entry : entries_) {
        if (!entry.text || entry.text == deleted()) continue;
        std::size_t i = entry.hash & (size - 1);
        while (bigger[i].text) i = (i + 1) & (size - 1);
        bigger[i] = entry;
    }
    entries_.swap(bigger);
    filled_ = used_;
}

void InternTable::add(std::uint64_t hash, StrObject& text) {
    if ((filled_ + 1) * 4 > entries_.size() * 3) grow();
    const std::size_t mask = entries_.size() - 1;
    std::size_t i = hash & mask;
    while (entries_[i].text) i = (i + 1) & mask;
    entries_[i] = {hash, &text};
    ++used_;
    ++filled_;
}

void InternTable::remove(std::uint64_t hash, const StrObject& text) noexcept {
    if (entries_.empty()) return;
    const std::size_t mask = entries_.size() - 1;
    for (std::size_t i = hash & mask; entries_[i].text; i = (i + 1) & mask)
        if (entries_[i].text == &text) {
            entries_[i].text = deleted();
            --used_;
            return;
        }
}

} // namespace mp
