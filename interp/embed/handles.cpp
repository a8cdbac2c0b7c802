// Handles: what Values point to, and how they survive their interpreter.
#include "interp/embed/core.h"

namespace minipy::detail {

void retain(Word word) noexcept { mp::retain(value_of(word)); }
void release_object(Word word) noexcept { mp::release(value_of(word).object()); }

void Core::more_handles() {
    auto chunk = std::make_unique<Handle[]>(chunk_size);
    for (std::size_t i = 0; i < chunk_size; ++i) {
        chunk[i].core = nullptr;
        chunk[i].word = reinterpret_cast<Word>(i + 1 < chunk_size ? &chunk[i + 1] : nullptr);
    }
    chunks.push_back(std::move(chunk));
    free_handles = chunks.back().get();
}

Handle* make_handle(Core& core, Word owned) {
    if (!core.free_handles) [[unlikely]] {
        try {
            core.more_handles();
        } catch (...) {
            release(owned);
            throw;
        }
    }
    Handle* const handle = core.free_handles;
    core.free_handles = reinterpret_cast<Handle*>(handle->word);
    ++core.live_handles;
    handle->word = owned;
    handle->core = &core;
    handle->running = core.closing ? nullptr : &core;
    return handle;
}

void free_handle(Handle* handle) noexcept {
    const Word word = handle->word;
    Core& core = *handle->core;
    handle->core = nullptr;
    handle->word = reinterpret_cast<Word>(core.free_handles);
    core.free_handles = handle;
    if (--core.live_handles == 0 && !core.vm && !core.closing) delete &core;
    release(word);
}

void throw_lost(const Handle* handle) {
    if (!handle) throw Error("RuntimeError", "this Value is empty");
    Core::throw_gone();
}

void Core::throw_gone() { throw Error("RuntimeError", "the interpreter of this value is gone"); }

Interpreter& interpreter_of(Core& core) noexcept { return core.view; }

Word share_word(Core& core, const Handle* handle) noexcept {
    if (!handle) return none_word;
    if (handle->core != &core) [[unlikely]]
        return raise_error(core, "TypeError", "a value of another interpreter cannot be used here");
    retain(handle->word);
    return handle->word;
}

} // namespace minipy::detail

namespace minipy {

Value::Value(const Value& other) {
    if (!other.handle_) return;
    detail::retain(other.handle_->word);
    handle_ = detail::make_handle(*other.handle_->core, other.handle_->word);
}

} // namespace minipy
