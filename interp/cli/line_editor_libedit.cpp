// The terminal editor. Entries of several lines are edited as one text: recalled from the history, taken back with Up from a continuation prompt, or made with
// Alt-Enter.
#ifdef MINIPY_WITH_LIBEDIT
#include <dlfcn.h>
#include <histedit.h>
#include <langinfo.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <string>
#include <string_view>

#include "interp/cli/interrupt.h"
#include "interp/cli/line_editor.h"
#include "minipy/minipy.hpp"
#include "minipy/program.hpp"

namespace cli {

namespace {

// Keys that no keyboard sends: a function of ours pushes one to let a function of libedit's follow.
#define KEY_ACCEPT "\033[9901~"
#define KEY_PREVIOUS "\033[9902~"
#define KEY_NEXT "\033[9903~"
#define KEY_LOAD "\033[9904~"

// libedit's functions. Only a terminal needs them: the library is loaded there, and starting a script does not pay for it.
#define LIBEDIT_FUNCTIONS(FUNCTION)                                                                                    \
    FUNCTION(el_cursor)                                                                                                \
    FUNCTION(el_end)                                                                                                   \
    FUNCTION(el_get)                                                                                                   \
    FUNCTION(el_gets)                                                                                                  \
    FUNCTION(el_init)                                                                                                  \
    FUNCTION(el_insertstr)                                                                                             \
    FUNCTION(el_line)                                                                                                  \
    FUNCTION(el_push)                                                                                                  \
    FUNCTION(el_reset)                                                                                                 \
    FUNCTION(el_set)                                                                                                   \
    FUNCTION(el_source)                                                                                                \
    FUNCTION(el_wset)                                                                                                  \
    FUNCTION(history)                                                                                                  \
    FUNCTION(history_end)                                                                                              \
    FUNCTION(history_init)
struct Libedit {
#define FUNCTION(name) decltype(&::name) name = nullptr;
    LIBEDIT_FUNCTIONS(FUNCTION)
#undef FUNCTION
};
// Null: the library is not on this machine.
const Libedit* libedit() {
    struct Loaded {
        Libedit functions;
        bool complete;
        Loaded() {
            void* const library = dlopen(MINIPY_LIBEDIT_SONAME, RTLD_NOW | RTLD_LOCAL);
            complete = library != nullptr;
#define FUNCTION(name)                                                                                                 \
    if (complete) {                                                                                                    \
        functions.name = reinterpret_cast<decltype(&::name)>(dlsym(library, #name));                                   \
        complete = functions.name != nullptr;                                                                          \
    }
            LIBEDIT_FUNCTIONS(FUNCTION)
#undef FUNCTION
        }
    };
    static const Loaded loaded;
    return loaded.complete ? &loaded.functions : nullptr;
}

constexpr int history_size = 2000;
constexpr char literal_mark = '\1'; // on both sides of what takes no room in a prompt

// libedit works on wide characters: the multibyte locale must be UTF-8 for the text to come through.
void use_utf8() {
    std::setlocale(LC_CTYPE, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0) std::setlocale(LC_CTYPE, "C.UTF-8");
}

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return count;
}

// A prompt may hold colours: escape sequences are marked, so that libedit does not count them.
std::string mark_sequences(const std::string& prompt) {
    std::string out;
    for (std::size_t i = 0; i < prompt.size();) {
        if (prompt[i] == '\033' && i + 1 < prompt.size() && prompt[i + 1] == '[') {
            std::size_t end = i + 2;
            while (end < prompt.size() && (prompt[end] < '@' || prompt[end] > '~')) ++end;
            out += literal_mark + prompt.substr(i, end + 1 - i) + literal_mark;
            i = end + 1;
        } else if (prompt[i] != literal_mark)
            out += prompt[i++];
        else
            ++i;
    }
    return out;
}

std::string shared_beginning(const std::vector<std::string>& words) {
    std::string beginning = words.front();
    for (const std::string& word : words) {
        std::size_t same = 0;
        while (same < beginning.size() && same < word.size() && beginning[same] == word[same]) ++same;
        beginning.resize(same);
    }
    return beginning;
}

class TerminalEditor final : public LineEditor {
public:
    TerminalEditor(minipy::Console& console, const std::string& history_file)
        : console_(console), history_file_(history_file) {
        use_utf8();
        edit_ = libedit()->el_init("minipy", stdin, stdout, stderr);
        history_ = libedit()->history_init();
        if (!edit_ || !history_) return;
        HistEvent event;
        libedit()->history(history_, &event, H_SETSIZE, history_size);
        libedit()->history(history_, &event, H_SETUNIQUE, 1);
        if (!history_file_.empty()) libedit()->history(history_, &event, H_LOAD, history_file_.c_str());
        libedit()->el_set(edit_, EL_CLIENTDATA, this);
        libedit()->el_set(edit_, EL_PROMPT_ESC, prompt_of, literal_mark);
        libedit()->el_set(edit_, EL_EDITOR, "emacs");
        libedit()->el_set(edit_, EL_HIST, libedit()->history, history_);
        libedit()->el_set(edit_, EL_SIGNAL, 0);
        libedit()->el_set(edit_, EL_GETCFN, read_character);
        // By the wide name: it keeps the texts where they stand, while el_set() copies them and never frees the copies.
        const auto add = [&](const wchar_t* name, const wchar_t* help, unsigned char (*function)(EditLine*, int)) {
            libedit()->el_wset(edit_, EL_ADDFN, name, help, function);
        };
        add(L"minipy-enter", L"Run, or begin a new line", enter);
        add(L"minipy-newline", L"Begin a new line", new_line);
        add(L"minipy-up", L"Line above, or what was entered before", up);
        add(L"minipy-down", L"Line below, or what was entered after", down);
        add(L"minipy-complete", L"Complete a name", complete);
        add(L"minipy-load", L"Edit what was taken back", load);
        const auto bind = [&](const char* key, const char* function) {
            libedit()->el_set(edit_, EL_BIND, key, function, nullptr);
        };
        bind("^M", "minipy-enter");
        bind("^J", "minipy-enter");
        bind("\033\r", "minipy-newline");
        bind("\033\n", "minipy-newline");
        bind("\033[A", "minipy-up");
        bind("\033OA", "minipy-up");
        bind("^P", "minipy-up");
        bind("\033[B", "minipy-down");
        bind("\033OB", "minipy-down");
        bind("^N", "minipy-down");
        bind("^I", "minipy-complete");
        bind("^R", "em-inc-search-prev");
        bind("^S", "em-inc-search-next");
        bind("\033[3~", "ed-delete-next-char");
        bind("\033[H", "ed-move-to-beg");
        bind("\033[F", "ed-move-to-end");
        bind("\033[1~", "ed-move-to-beg");
        bind("\033[4~", "ed-move-to-end");
        bind("\033[1;5C", "em-next-word");
        bind("\033[1;5D", "ed-prev-word");
        bind(KEY_ACCEPT, "ed-newline");
        bind(KEY_PREVIOUS, "ed-prev-history");
        bind(KEY_NEXT, "ed-next-history");
        bind(KEY_LOAD, "minipy-load");
        libedit()->el_source(edit_, nullptr); // ~/.editrc: what the user prefers
    }
    ~TerminalEditor() override {
        if (history_ && !history_file_.empty()) {
            // What one typed is nobody else's business.
            const mode_t mask = umask(077);
            HistEvent event;
            libedit()->history(history_, &event, H_SAVE, history_file_.c_str());
            umask(mask);
        }
        if (history_) libedit()->history_end(history_);
        if (edit_) libedit()->el_end(edit_);
    }
    TerminalEditor(const TerminalEditor&) = delete;
    TerminalEditor& operator=(const TerminalEditor&) = delete;

    bool works() const noexcept { return edit_ && history_; }

    Outcome read(const std::string& prompt, const std::string& pending, std::string& line) override {
        prompt_ = mark_sequences(prompt);
        pending_ = &pending;
        taken_back_ = false;
        if (!preload_.empty()) libedit()->el_push(edit_, KEY_LOAD);
        // The terminal is made ready before the prompt shows: a key typed at once is the editor's, not the line discipline's.
        libedit()->el_set(edit_, EL_PREP_TERM, 1);
        int count = 0;
        errno = 0;
        const char* text = libedit()->el_gets(edit_, &count);
        pending_ = nullptr;
        if (take_interrupt()) {
            libedit()->el_reset(edit_);
            preload_.clear();
            return Outcome::interrupted;
        }
        if (taken_back_) return Outcome::take_back;
        if (!text || count <= 0) return Outcome::end;
        line.assign(text, static_cast<std::size_t>(count));
        if (!line.empty() && line.back() == '\n') line.pop_back();
        return Outcome::line;
    }

    void remember(const std::string& entry) override {
        HistEvent event;
        libedit()->history(history_, &event, H_ENTER, entry.c_str());
    }

private:
    static TerminalEditor& self(EditLine* edit) {
        void* data = nullptr;
        libedit()->el_get(edit, EL_CLIENTDATA, &data);
        return *static_cast<TerminalEditor*>(data);
    }
    // The next character: 1, 0 at the end of the input, -1 after Ctrl-C. What is no UTF-8 becomes U+FFFD.
    static int read_character(EditLine*, wchar_t* character) {
        std::mbstate_t state{};
        for (;;) {
            char byte;
            const ssize_t got = read_input(byte);
            if (got <= 0) return static_cast<int>(got);
            const std::size_t length = std::mbrtowc(character, &byte, 1, &state);
            if (length == static_cast<std::size_t>(-2)) continue;
            if (length == static_cast<std::size_t>(-1)) *character = 0xfffd;
            return 1;
        }
    }
    static char* prompt_of(EditLine* edit) { return self(edit).prompt_.data(); }

    static std::string_view before_cursor(const LineInfo& line) {
        return {line.buffer, static_cast<std::size_t>(line.cursor - line.buffer)};
    }
    static std::string_view behind_cursor(const LineInfo& line) {
        return {line.cursor, static_cast<std::size_t>(line.lastchar - line.cursor)};
    }

    static unsigned char begin_line(EditLine* edit) {
        // As far in as the line before.
        const std::string_view before = before_cursor(*libedit()->el_line(edit));
        const std::string_view last = before.substr(before.rfind('\n') + 1);
        std::string text = "\n" + std::string(last.substr(0, last.find_first_not_of(" \t")));
        if (last.ends_with(':')) text += "    ";
        return libedit()->el_insertstr(edit, text.c_str()) == 0 ? CC_REFRESH : CC_ERROR;
    }

    static unsigned char enter(EditLine* edit, int) {
        const LineInfo& line = *libedit()->el_line(edit);
        const std::string_view behind = behind_cursor(line);
        // In the middle of an entry of several lines Enter divides the line; at its end the entry is run.
        const bool several =
            before_cursor(line).find('\n') != std::string_view::npos || behind.find('\n') != std::string_view::npos;
        if (several && !behind.empty()) return begin_line(edit);
        libedit()->el_push(edit, KEY_ACCEPT);
        return CC_NORM;
    }
    static unsigned char new_line(EditLine* edit, int) { return begin_line(edit); }

    static unsigned char up(EditLine* edit, int) {
        TerminalEditor& editor = self(edit);
        const LineInfo& line = *libedit()->el_line(edit);
        const std::string_view before = before_cursor(line);
        const std::size_t start = before.rfind('\n');
        if (start != std::string_view::npos) {
            const std::string_view above = before.substr(0, start);
            const std::string_view above_line = above.substr(above.rfind('\n') + 1);
            const std::size_t column = code_points(before.substr(start + 1)), width = code_points(above_line);
            libedit()->el_cursor(edit, -static_cast<int>(column + 1 + (width > column ? width - column : 0)));
            return CC_CURSOR;
        }
        if (!editor.pending_->empty()) {
            editor.preload_ = *editor.pending_ + std::string(before) + std::string(behind_cursor(line));
            while (editor.preload_.ends_with('\n')) editor.preload_.pop_back();
            editor.taken_back_ = true;
            libedit()->el_push(edit, KEY_ACCEPT);
            return CC_NORM;
        }
        libedit()->el_push(edit, KEY_PREVIOUS);
        return CC_NORM;
    }
    static unsigned char down(EditLine* edit, int) {
        const LineInfo& line = *libedit()->el_line(edit);
        const std::string_view before = before_cursor(line), behind = behind_cursor(line);
        const std::size_t end = behind.find('\n');
        if (end == std::string_view::npos) {
            libedit()->el_push(edit, KEY_NEXT);
            return CC_NORM;
        }
        const std::string_view below = behind.substr(end + 1);
        const std::size_t column = code_points(before.substr(before.rfind('\n') + 1));
        const std::size_t width = code_points(below.substr(0, below.find('\n')));
        libedit()->el_cursor(edit, static_cast<int>(code_points(behind.substr(0, end)) + 1 + std::min(column, width)));
        return CC_CURSOR;
    }

    static unsigned char load(EditLine* edit, int) {
        TerminalEditor& editor = self(edit);
        const int failed = libedit()->el_insertstr(edit, editor.preload_.c_str());
        editor.preload_.clear();
        return failed ? CC_ERROR : CC_REFRESH;
    }

    static unsigned char complete(EditLine* edit, int) {
        TerminalEditor& editor = self(edit);
        const std::string before(before_cursor(*libedit()->el_line(edit)));
        const std::string line = before.substr(before.rfind('\n') + 1);
        if (line.find_first_not_of(" \t") == std::string::npos)
            return libedit()->el_insertstr(edit, std::string(4 - line.size() % 4, ' ').c_str()) == 0 ? CC_REFRESH
                                                                                                     : CC_ERROR;
        const minipy::Console::Completions found = editor.console_.complete(line);
        if (found.words.empty()) return CC_REFRESH_BEEP;
        const std::string beginning = shared_beginning(found.words);
        const std::size_t typed = line.size() - found.start;
        if (beginning.size() > typed)
            return libedit()->el_insertstr(edit, beginning.c_str() + typed) == 0 ? CC_REFRESH : CC_ERROR;
        if (found.words.size() == 1) return CC_REFRESH_BEEP;
        show_words(found.words);
        return CC_REDISPLAY;
    }

    // In columns, below the line.
    static void show_words(const std::vector<std::string>& words) {
        std::size_t width = 0;
        for (const std::string& word : words) width = std::max(width, code_points(word) + 2);
        const std::size_t columns = std::max<std::size_t>(1, 79 / width);
        const std::size_t rows = (words.size() + columns - 1) / columns;
        std::string text = "\n";
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t i = row; i < words.size(); i += rows) {
                text += words[i];
                if (i + rows < words.size()) text.append(width - code_points(words[i]), ' ');
            }
            text += '\n';
        }
        std::fwrite(text.data(), 1, text.size(), stdout);
        std::fflush(stdout);
    }

    minipy::Console& console_;
    std::string history_file_;
    EditLine* edit_ = nullptr;
    History* history_ = nullptr;
    std::string prompt_;
    const std::string* pending_ = nullptr;
    std::string preload_; // text that the next entry begins with
    bool taken_back_ = false;
};

} // namespace

std::unique_ptr<LineEditor> make_terminal_editor(minipy::Console& console, const std::string& history_file) {
    const char* terminal = std::getenv("TERM");
    if (!terminal || !*terminal || std::strcmp(terminal, "dumb") == 0 || !libedit()) return nullptr;
    auto editor = std::make_unique<TerminalEditor>(console, history_file);
    if (!editor->works()) return nullptr;
    return editor;
}

} // namespace cli
#endif
