#pragma once
// The merge sort of list.sort(), after Tim Peters' description (listsort.txt in CPython's sources) with the merge order of "powersort" (Munro and Wild,
// 2018). Only sort.cpp includes this.
//
// The data is cut into natural runs: ascending ones are taken as they are, descending ones reversed; short ones are filled up to `min_run` items by
// binary insertion. Runs are merged pairwise. When one side keeps winning, a merge gallops: it searches exponentially for how far that side goes on.
//
// T: what is moved. Less: int operator()(const T& a, const T& b): 1 when a < b, 0 when not, -1 when raised. Less may throw bad_alloc. Whatever
// happens, the array holds a permutation of what it held before.
#include <algorithm>
#include <cstring>

#include "objects/core/runtime.h"

namespace mp {

template <class T, class Less>
class TimSort {
public:
    TimSort(Runtime& rt, T* items, std::int64_t count, Less less)
        : rt_(rt), items_(items), count_(count), less_(less) {}
    ~TimSort() {
        if (buffer_) rt_.heap().free(buffer_, static_cast<std::size_t>(buffer_size_) * sizeof(T));
    }
    TimSort(const TimSort&) = delete;

    // False: raised.
    bool run() {
        std::int64_t left = count_;
        if (left < 2) return true;
        const std::int64_t min_run = compute_min_run(left);
        T* low = items_;
        do {
            std::int64_t length = count_run(low, left);
            if (length < 0) return false;
            if (length < min_run) {
                const std::int64_t forced = std::min(left, min_run);
                if (!insertion_sort(low, forced, length)) return false;
                length = forced;
            }
            if (!push_run(low, length)) return false;
            low += length;
            left -= length;
        } while (left != 0);
        while (pending_count_ > 1) {
            int i = pending_count_ - 2;
            if (i > 0 && pending_[i - 1].length < pending_[i + 1].length) --i;
            if (!merge_at(i)) return false;
        }
        return true;
    }

private:
    struct PendingRun {
        T* base;
        std::int64_t length;
        int power;
    };

    // n itself below 64; else a number in 32..64 such that n / it is just under a power of two.
    static std::int64_t compute_min_run(std::int64_t n) noexcept {
        std::int64_t rest = 0;
        while (n >= 64) {
            rest |= n & 1;
            n >>= 1;
        }
        return n + rest;
    }

    // The length of the run at `low`, ascending afterwards; -1: raised. A descending run may contain equal items: they are reversed among themselves on the
    // way, so that reversing the whole gives them back their order.
    std::int64_t count_run(T* low, std::int64_t left) {
        std::int64_t n = 1;
        int less = 0;
        for (; n < left; ++n) {
            if ((less = less_(low[n], low[n - 1])) < 0) return -1;
            if (less) break;
        }
        if (n == left) return n;
        if (n > 1) {
            if ((less = less_(low[0], low[n - 1])) < 0) return -1;
            if (less) return n;         // ascending
            std::reverse(low, low + n); // all equal so far
        }
        ++n;
        std::int64_t equal = 0;
        for (; n < left; ++n) {
            if ((less = less_(low[n], low[n - 1])) < 0) return -1;
            if (less) {
                if (equal) {
                    std::reverse(low + n - equal - 1, low + n);
                    equal = 0;
                }
                continue;
            }
            if ((less = less_(low[n - 1], low[n])) < 0) return -1;
            if (less) break;
            ++equal;
        }
        if (equal) std::reverse(low + n - equal - 1, low + n);
        std::reverse(low, low + n);
        for (; n < left; ++n) {
            if ((less = less_(low[n], low[n - 1])) < 0) return -1;
            if (less) break;
        }
        return n;
    }

    // Sorts n items of which the first `sorted` are in order.
    bool insertion_sort(T* items, std::int64_t n, std::int64_t sorted) {
        if (rt_.pay(static_cast<std::uint64_t>(n)).is_raised()) return false;
        for (; sorted < n; ++sorted) {
            const T pivot = items[sorted];
            std::int64_t low = 0, high = sorted;
            while (low < high) {
                const std::int64_t middle = (low + high) >> 1;
                const int less = less_(pivot, items[middle]);
                if (less < 0) return false;
                if (less)
                    high = middle;
                else
                    low = middle + 1;
            }
            move(items + low + 1, items + low, sorted - low);
            items[low] = pivot;
        }
        return true;
    }

    static void move(T* to, const T* from, std::int64_t n) noexcept {
        if (n > 0) std::memmove(static_cast<void*>(to), from, static_cast<std::size_t>(n) * sizeof(T));
    }

    // The depth in a nearly optimal merge tree of the boundary between two neighbouring runs.
    int power_of(std::int64_t start, std::int64_t n1, std::int64_t n2) const noexcept {
        int result = 0;
        std::int64_t a = 2 * start + n1, b = a + n1 + n2;
        for (;;) {
            ++result;
            if (a >= count_) {
                a -= count_;
                b -= count_;
            } else if (b >= count_) {
                return result;
            }
            a <<= 1;
            b <<= 1;
        }
    }

    bool push_run(T* base, std::int64_t length) {
        if (pending_count_ > 0) {
            const PendingRun& last = pending_[pending_count_ - 1];
            const int power = power_of(last.base - items_, last.length, length);
            while (pending_count_ > 1 && pending_[pending_count_ - 2].power > power)
                if (!merge_at(pending_count_ - 2)) return false;
            pending_[pending_count_ - 1].power = power;
        }
        pending_[pending_count_++] = {base, length, 0};
        return true;
    }

    bool merge_at(int i) {
        T* a = pending_[i].base;
        std::int64_t na = pending_[i].length;
        T* b = pending_[i + 1].base;
        std::int64_t nb = pending_[i + 1].length;
        if (rt_.pay(static_cast<std::uint64_t>(na + nb) / 4).is_raised()) return false;
        pending_[i].length = na + nb;
        if (i == pending_count_ - 3) pending_[i + 1] = pending_[i + 2];
        --pending_count_;
        // What of a is at most b[0], and what of b is at least the last of a, stays.
        const std::int64_t skip = gallop_right(*b, a, na, 0);
        if (skip < 0) return false;
        a += skip;
        na -= skip;
        if (na == 0) return true;
        nb = gallop_left(a[na - 1], b, nb, nb - 1);
        if (nb <= 0) return nb == 0;
        return na <= nb ? merge_low(a, na, b, nb) : merge_high(a, na, b, nb);
    }

    // Where `key` belongs in the sorted run, before items equal to it; -1: raised. `hint`: where to begin.
    std::int64_t gallop_left(const T& key, const T* run, std::int64_t n, std::int64_t hint) {
        std::int64_t last = 0, offset = 1;
        const T* at = run + hint;
        int less = less_(*at, key);
        if (less < 0) return -1;
        if (less) { // to the right
            const std::int64_t max = n - hint;
            while (offset < max) {
                if ((less = less_(at[offset], key)) < 0) return -1;
                if (!less) break;
                last = offset;
                offset = (offset << 1) + 1;
            }
            offset = std::min(offset, max);
            last += hint;
            offset += hint;
        } else {
            const std::int64_t max = hint + 1;
            while (offset < max) {
                if ((less = less_(at[-offset], key)) < 0) return -1;
                if (less) break;
                last = offset;
                offset = (offset << 1) + 1;
            }
            offset = std::min(offset, max);
            const std::int64_t swapped = last;
            last = hint - offset;
            offset = hint - swapped;
        }
        ++last;
        while (last < offset) {
            const std::int64_t middle = last + ((offset - last) >> 1);
            if ((less = less_(run[middle], key)) < 0) return -1;
            if (less)
                last = middle + 1;
            else
                offset = middle;
        }
        return offset;
    }

    // The same, behind items equal to the key.
    std::int64_t gallop_right(const T& key, const T* run, std::int64_t n, std::int64_t hint) {
        std::int64_t last = 0, offset = 1;
        const T* at = run + hint;
        int less = less_(key, *at);
        if (less < 0) return -1;
        if (less) { // to the left
            const std::int64_t max = hint + 1;
            while (offset < max) {
                if ((less = less_(key, at[-offset])) < 0) return -1;
                if (!less) break;
                last = offset;
                offset = (offset << 1) + 1;
            }
            offset = std::min(offset, max);
            const std::int64_t swapped = last;
            last = hint - offset;
            offset = hint - swapped;
        } else {
            const std::int64_t max = n - hint;
            while (offset < max) {
                if ((less = less_(key, at[offset])) < 0) return -1;
                if (less) break;
                last = offset;
                offset = (offset << 1) + 1;
            }
            offset = std::min(offset, max);
            last += hint;
            offset += hint;
        }
        ++last;
        while (last < offset) {
            const std::int64_t middle = last + ((offset - last) >> 1);
            if ((less = less_(key, run[middle])) < 0) return -1;
            if (less)
                offset = middle;
            else
                last = middle + 1;
        }
        return offset;
    }

    void need_buffer(std::int64_t n) {
        if (n <= buffer_size_) return;
        T* old = std::exchange(buffer_, nullptr);
        if (old) rt_.heap().free(old, static_cast<std::size_t>(std::exchange(buffer_size_, 0)) * sizeof(T));
        buffer_ = static_cast<T*>(rt_.heap().allocate(static_cast<std::size_t>(n) * sizeof(T)));
        buffer_size_ = n;
    }

    // What a merge has yet to place when it ends, for whatever reason: the rest of the buffered side goes into the gap that waits for it.
    struct LowGap {
        T*& to;
        const T*& from;
        std::int64_t& left;
        ~LowGap() { move(to, from, left); }
    };
    struct HighGap {
        T*& to;
        const T* buffer;
        std::int64_t& left;
        ~HighGap() { move(to - left + 1, buffer, left); }
    };

    // Merges two neighbouring runs, the first not longer than the second, from the left. b[0] < a[0], and the last of a is greater than all of b.
    bool merge_low(T* a, std::int64_t na, const T* b, std::int64_t nb) {
        need_buffer(na);
        move(buffer_, a, na);
        T* to = a;
        const T* from = buffer_;
        LowGap gap{to, from, na};
        std::int64_t min_gallop = min_gallop_;

        *to++ = *b++;
        if (--nb == 0) return true;
        while (na > 1) { // the last of a goes behind b
            std::int64_t a_wins = 0, b_wins = 0;
            for (;;) { // one by one, until one side seems to win all the time
                const int less = less_(*b, *from);
                if (less < 0) return false;
                if (less) {
                    *to++ = *b++;
                    ++b_wins;
                    a_wins = 0;
                    if (--nb == 0) return true;
                    if (b_wins >= min_gallop) break;
                } else {
                    *to++ = *from++;
                    ++a_wins;
                    b_wins = 0;
                    if (--na == 1) goto last_of_a;
                    if (a_wins >= min_gallop) break;
                }
            }
            ++min_gallop;
            do { // galloping
                min_gallop -= min_gallop > 1;
                min_gallop_ = min_gallop;
                std::int64_t run = gallop_right(*b, from, na, 0);
                if (run < 0) return false;
                a_wins = run;
                if (run) {
                    move(to, from, run);
                    to += run;
                    from += run;
                    na -= run;
                    if (na == 1) goto last_of_a;
                    if (na == 0) return true; // only when the comparison is inconsistent
                }
                *to++ = *b++;
                if (--nb == 0) return true;
                run = gallop_left(*from, b, nb, 0);
                if (run < 0) return false;
                b_wins = run;
                if (run) {
                    move(to, b, run);
                    to += run;
                    b += run;
                    nb -= run;
                    if (nb == 0) return true;
                }
                *to++ = *from++;
                if (--na == 1) goto last_of_a;
            } while (a_wins >= min_gallop_limit || b_wins >= min_gallop_limit);
            ++min_gallop; // leaving costs
            min_gallop_ = min_gallop;
        }
    last_of_a:
        move(to, b, nb);
        to += nb;
        return true;
    }

    // The same from the right, the second run being the shorter.
    bool merge_high(T* a, std::int64_t na, T* b, std::int64_t nb) {
        need_buffer(nb);
        move(buffer_, b, nb);
        T* to = b + nb - 1;
        const T* base_a = a;
        const T* last_a = a + na - 1;
        const T* last_b = buffer_ + nb - 1;
        HighGap gap{to, buffer_, nb};
        std::int64_t min_gallop = min_gallop_;

        *to-- = *last_a--;
        if (--na == 0) return true;
        while (nb > 1) { // the first of b goes before a
            std::int64_t a_wins = 0, b_wins = 0;
            for (;;) {
                const int less = less_(*last_b, *last_a);
                if (less < 0) return false;
                if (less) {
                    *to-- = *last_a--;
                    ++a_wins;
                    b_wins = 0;
                    if (--na == 0) return true;
                    if (a_wins >= min_gallop) break;
                } else {
                    *to-- = *last_b--;
                    ++b_wins;
                    a_wins = 0;
                    if (--nb == 1) goto first_of_b;
                    if (b_wins >= min_gallop) break;
                }
            }
            ++min_gallop;
            do {
                min_gallop -= min_gallop > 1;
                min_gallop_ = min_gallop;
                std::int64_t run = gallop_right(*last_b, base_a, na, na - 1);
                if (run < 0) return false;
                run = na - run;
                a_wins = run;
                if (run) {
                    to -= run;
                    last_a -= run;
                    move(to + 1, last_a + 1, run);
                    na -= run;
                    if (na == 0) return true;
                }
                *to-- = *last_b--;
                if (--nb == 1) goto first_of_b;
                run = gallop_left(*last_a, buffer_, nb, nb - 1);
                if (run < 0) return false;
                run = nb - run;
                b_wins = run;
                if (run) {
                    to -= run;
                    last_b -= run;
                    move(to + 1, last_b + 1, run);
                    nb -= run;
                    if (nb == 1) goto first_of_b;
                    if (nb == 0) return true; // only when the comparison is inconsistent
                }
                *to-- = *last_a--;
                if (--na == 0) return true;
            } while (a_wins >= min_gallop_limit || b_wins >= min_gallop_limit);
            ++min_gallop;
            min_gallop_ = min_gallop;
        }
    first_of_b:
        to -= na;
        last_a -= na;
        move(to + 1, last_a + 1, na);
        return true;
    }

    static constexpr std::int64_t min_gallop_limit = 7; // wins in a row that make galloping worth while

    Runtime& rt_;
    T* items_;
    std::int64_t count_;
    Less less_;
    std::int64_t min_gallop_ = min_gallop_limit;
    T* buffer_ = nullptr;
    std::int64_t buffer_size_ = 0;
    PendingRun pending_[85]; // powers grow strictly: one per bit of the length at most
    int pending_count_ = 0;
};

} // namespace mp
