// What scripts can reach: nothing but what the host grants.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <minipy/minipy.hpp>

using minipy::Config;
using minipy::Error;
using minipy::Interpreter;

namespace fs = std::filesystem;

namespace {

// A folder with files to reach and not to reach, removed at the end.
class Grants : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "minipy_grants_XXXXXX").string();
        root = mkdtemp(pattern.data());
        fs::create_directories(root / "data" / "deep");
        fs::create_directories(root / "other");
        write("secret.txt", "secret");
        write("data/open.txt", "open");
        write("data/deep/file.txt", "deep");
        write("data/module_of_files.py", "value = 'imported'\n");
        write("other/more.txt", "more");
        fs::create_symlink("../secret.txt", root / "data" / "out");
        fs::create_symlink(root / "secret.txt", root / "data" / "out_by_root");
        fs::create_symlink("..", root / "data" / "up");
        fs::create_symlink("deep", root / "data" / "in");
        fs::create_symlink("loop", root / "data" / "loop");
        fs::create_symlink("deep/new.txt", root / "data" / "dangling");
    }
    void TearDown() override { fs::remove_all(root); }
    void write(const char* name, const char* text) { std::ofstream(root / name) << text; }
    std::string read(const char* name) {
        std::ifstream file(root / name);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    Config mounted(bool writable) {
        Config config;
        config.grants.files.push_back({(root / "data").string(), "/data", writable});
        return config;
    }
    fs::path root;
};

// The type of the exception that an expression raises, or its repr.
std::string outcome(Interpreter& py, const std::string& expression) {
    auto value = py.try_eval(expression);
    return value ? (*value).repr() : value.error().type();
}

TEST_F(Grants, NothingByDefault) {
    setenv("MINIPY_TEST_SECRET", "x", 1);
    Interpreter py;
    py.exec("import io, os, time, random, mmap, sys, json, re");
    const std::string secret = "'" + (root / "secret.txt").string() + "'";
    for (const std::string& expression : std::initializer_list<std::string>{
             "open(" + secret + ")",
             "open(" + secret + ", 'w')",
             "open('relative.txt', 'x')",
             "io.FileIO(" + secret + ")",
             "io.open(" + secret + ")",
             "os.open(" + secret + ", os.O_RDONLY)",
             "os.stat(" + secret + ")",
             "os.listdir('/')",
             "os.listdir()",
             "os.getcwd()",
             "os.chdir('/')",
             "os.mkdir('/tmp/x')",
             "os.unlink(" + secret + ")",
             "os.rename(" + secret + ", 'x')",
             "os.readlink(" + secret + ")",
             "os.truncate(" + secret + ", 0)",
             "os.urandom(8)",
             "random.SystemRandom().random()",
             "time.time()",
             "time.monotonic()",
             "time.perf_counter_ns()",
             "time.localtime()",
             "time.strftime('%Y')",
             "time.sleep(0)",
             "os._exit(3)",
         })
        EXPECT_EQ(outcome(py, expression), "PermissionError") << expression;
    // Descriptors of the process are as if they were not open.
    const int descriptor = ::open((root / "secret.txt").c_str(), O_RDWR);
    const std::string number = std::to_string(descriptor);
    for (const std::string& expression :
         {"open(" + number + ")", "os.read(" + number + ", 5)", "os.write(" + number + ", b'x')",
          "os.close(" + number + ")", "os.fstat(" + number + ")", "mmap.mmap(" + number + ", 1)",
          "os.dup(" + number + ")", "os.lseek(" + number + ", 0, 0)", "os.ftruncate(" + number + ", 0)",
          "open('x', opener=lambda *a: " + number + ")"})
        EXPECT_EQ(outcome(py, expression), "OSError") << expression;
    EXPECT_EQ(::fcntl(descriptor, F_GETFD) >= 0, true);
    ::close(descriptor);
    EXPECT_EQ(read("secret.txt"), "secret");
    EXPECT_EQ(outcome(py, "os.path.exists(" + secret + ")"), "False");
    EXPECT_EQ(outcome(py, "dict(os.environ)"), "{}");
    EXPECT_EQ(outcome(py, "os.getenv('MINIPY_TEST_SECRET')"), "None");
    EXPECT_EQ(outcome(py, "sys.stdin.read()"), "''");
    EXPECT_EQ(outcome(py, "input()"), "EOFError");
    EXPECT_EQ(outcome(py, "sys.exit(3)"), "SystemExit");
    EXPECT_EQ(outcome(py, "time.gmtime(0).tm_year"), "1970"); // no clock is looked at
    EXPECT_EQ(outcome(py, "__import__('module_of_files')"), "ModuleNotFoundError");
    // A traceback shows no lines of files that the script cannot read.
    py.exec("source = compile('\\n\\nraise ValueError', " + secret + ", 'exec')");
    auto error = py.try_exec("exec(source)");
    ASSERT_FALSE(error);
    EXPECT_EQ(std::string(error.error().what()).find("secret\n"), std::string::npos);
    EXPECT_EQ(outcome(py, "open(" + secret + ")"), "PermissionError");
    auto denied = py.try_eval("open(" + secret + ")");
    EXPECT_EQ(denied.error().message(), "[Errno 1] the host grants no access: " + secret);
    EXPECT_EQ(py.try_eval("time.time()").error().message(), "[Errno 1] the host grants no clock");
}

TEST_F(Grants, MountsAreAllThatScriptsSee) {
    Interpreter py(mounted(false));
    py.exec("import os\ndef read(path):\n  with open(path) as file: return file.read()");
    for (const char* path : {"/data/open.txt", "open.txt", "./open.txt", "/data/./deep/../open.txt", "deep/../open.txt",
                             "//data//open.txt", "in/../open.txt"})
        EXPECT_EQ(outcome(py, std::string("read('") + path + "')"), "'open'") << path;
    EXPECT_EQ(outcome(py, "read('/data/in/file.txt')"), "'deep'");
    EXPECT_EQ(outcome(py, "sorted(os.listdir('/data/deep'))"), "['file.txt']");
    EXPECT_EQ(outcome(py, "os.getcwd()"), "'/data'");
    EXPECT_EQ(outcome(py, "os.chdir('in')"), "None");
    EXPECT_EQ(outcome(py, "os.getcwd(), read('file.txt'), read('../open.txt')"), "('/data/deep', 'deep', 'open')");
    EXPECT_EQ(outcome(py, "os.chdir('/data')"), "None");
    EXPECT_EQ(outcome(py, "os.readlink('out')"), "'../secret.txt'");
    EXPECT_EQ(outcome(py, "os.path.islink('out'), os.path.exists('out'), os.path.isdir('deep')"),
              "(True, False, True)");
    for (const char* path : {"/data/../secret.txt", "../secret.txt", "deep/../../secret.txt", "/secret.txt",
                             "/etc/passwd", "/data/out", "out", "out_by_root", "up/secret.txt", "/data/up/secret.txt",
                             "/", "..", "/data/../data2", "in/../../secret.txt", "/data/../../../../etc/passwd"})
        EXPECT_EQ(outcome(py, std::string("read('") + path + "')"), "PermissionError") << path;
    EXPECT_EQ(outcome(py, "read('loop')"), "OSError");
    EXPECT_EQ(outcome(py, "read('missing')"), "FileNotFoundError");
    EXPECT_EQ(outcome(py, "read('missing/file')"), "FileNotFoundError");
    EXPECT_EQ(outcome(py, "read('open.txt/file')"), "NotADirectoryError");
    EXPECT_EQ(outcome(py, "read('deep')"), "IsADirectoryError");
    EXPECT_EQ(outcome(py, "read('/data/../data/open.txt')"), "'open'"); // out and in again
    // Read-only.
    for (const char* expression :
         {"open('new.txt', 'w')", "open('open.txt', 'a')", "open('open.txt', 'r+')", "os.mkdir('new')",
          "os.unlink('open.txt')", "os.rename('open.txt', 'x')", "os.rmdir('deep')", "os.truncate('open.txt', 0)",
          "os.open('open.txt', os.O_RDONLY | os.O_TRUNC)", "os.open('x', os.O_CREAT)"})
        EXPECT_EQ(outcome(py, expression), "OSError") << expression; // EROFS
    EXPECT_EQ(read("data/open.txt"), "open");
    EXPECT_EQ(outcome(py, "os.access('open.txt', os.R_OK), os.access('open.txt', os.W_OK), os.access('/etc', os.R_OK)"),
              "(True, False, False)");
}

TEST_F(Grants, WritableMountsStayWithinThemselves) {
    Config config = mounted(true);
    config.grants.files.push_back({(root / "other").string(), "/data/other", false}); // within the first
    Interpreter py(config);
    py.exec("import os\ndef write(path, text='new'):\n  with open(path, 'w') as file: file.write(text)");
    EXPECT_EQ(outcome(py, "write('made.txt')"), "None");
    EXPECT_EQ(read("data/made.txt"), "new");
    EXPECT_EQ(outcome(py, "write('dangling')"), "None"); // through a link that stays within
    EXPECT_EQ(read("data/deep/new.txt"), "new");
    for (const char* path : {"out", "out_by_root", "../secret.txt", "up/secret.txt", "up/made.txt"})
        EXPECT_EQ(outcome(py, std::string("write('") + path + "')"), "PermissionError") << path;
    EXPECT_EQ(read("secret.txt"), "secret");
    EXPECT_EQ(outcome(py, "os.mkdir('folder')"), "None");
    EXPECT_EQ(outcome(py, "os.mkdir('folder/sub/')"), "None");
    EXPECT_EQ(outcome(py, "os.rename('made.txt', 'folder/sub/moved.txt')"), "None");
    EXPECT_EQ(outcome(py, "os.rename('open.txt', '../open.txt')"), "PermissionError");
    EXPECT_EQ(outcome(py, "os.unlink('out')"), "None"); // the link, not what it means
    EXPECT_TRUE(fs::exists(root / "secret.txt"));
    EXPECT_EQ(outcome(py, "os.unlink('folder/sub/moved.txt')"), "None");
    EXPECT_EQ(outcome(py, "os.rmdir('folder/sub')"), "None");
    EXPECT_EQ(outcome(py, "open('other/more.txt').read()"), "'more'");
    EXPECT_EQ(outcome(py, "write('other/more.txt')"), "OSError");
    EXPECT_EQ(outcome(py, "open('/data/other/../open.txt').read()"), "'open'");
    // Devices and pipes are not a mount's to give.
    ASSERT_EQ(mkfifo((root / "data" / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(outcome(py, "open('pipe')"), "PermissionError");
}

TEST_F(Grants, ImportsComeFromMounts) {
    Config config = mounted(false);
    config.path.push_back("/data");
    Interpreter py(config);
    EXPECT_EQ(outcome(py, "__import__('module_of_files').value"), "'imported'");
    EXPECT_EQ(outcome(py, "__import__('module_of_files').__file__"), "'/data/module_of_files.py'");
}

TEST_F(Grants, AFolderThatIsNotThere) {
    Config config;
    config.grants.files.push_back({(root / "missing").string(), "/data", false});
    EXPECT_ANY_THROW(Interpreter py(config));
}

TEST_F(Grants, DescriptorsOfTheScriptAreItsOwn) {
    int opened = -1;
    {
        Interpreter py(mounted(false));
        py.exec("import os\nfd = os.open('open.txt', os.O_RDONLY)\ndata = os.read(fd, 100)\nr, w = "
                "os.pipe()\nos.write(w, b'abc')\npiped = os.read(r, 100)\nfile = open('open.txt')");
        EXPECT_EQ(outcome(py, "data, piped, open(fd, closefd=False).seek(0)"), "(b'open', b'abc', 0)");
        opened = py["fd"].to<int>();
        EXPECT_GE(::fcntl(opened, F_GETFD), 0);
        // Closed under its file: the number may be the host's next.
        py.exec("os.close(file.fileno())");
        EXPECT_EQ(outcome(py, "file.read()"), "OSError");
    }
    EXPECT_LT(::fcntl(opened, F_GETFD), 0); // closed with the interpreter
}

TEST_F(Grants, EnvironmentClockAndChance) {
    Config config;
    config.grants.environment = {{"HOME", "/home/script"}, {"LANG", "C"}};
    Interpreter py(config);
    py.exec("import os, random");
    EXPECT_EQ(outcome(py, "sorted(os.environ.items())"), "[('HOME', '/home/script'), ('LANG', 'C')]");
    py.exec("os.environ['MINIPY_TEST_NEW'] = '1'; del os.environ['HOME']");
    EXPECT_EQ(outcome(py, "os.getenv('MINIPY_TEST_NEW'), os.getenv('HOME')"), "('1', None)");
    EXPECT_EQ(std::getenv("MINIPY_TEST_NEW"), nullptr);
    Interpreter same;
    same.exec("import random");
    EXPECT_EQ(outcome(py, "random.random()"), outcome(same, "random.random()"));

    config.grants = minipy::Grants::all();
    Interpreter all(config), other(config);
    all.exec("import os, random, time");
    other.exec("import random");
    EXPECT_NE(outcome(all, "random.random()"), outcome(other, "random.random()"));
    EXPECT_EQ(outcome(all, "len(os.urandom(70000))"), "70000");
    EXPECT_EQ(outcome(all, "time.time() > 1e9"), "True");
    EXPECT_EQ(outcome(all, "open('" + (root / "secret.txt").string() + "').read()"), "'secret'");
    EXPECT_EQ(outcome(all, "'PATH' in os.environ"), "True");
}

TEST_F(Grants, ImportsByName) {
    Config config;
    config.grants.imports = {"json", "collections", "math", "importlib"};
    Interpreter py(config);
    py.exec(
        "import json, math\nfrom collections import deque\nimport collections.abc\nimport json.decoder"); // json itself imports others
    for (const char* name : {"os", "sys", "io", "re", "posix", "collectionsx"})
        EXPECT_EQ(outcome(py, std::string("__import__('") + name + "')"), "ModuleNotFoundError") << name;
    EXPECT_EQ(outcome(py, "__import__('importlib').import_module('os')"), "ModuleNotFoundError");
    EXPECT_EQ(py.try_exec("import os").error().message(), "No module named 'os': the host does not grant it");
    EXPECT_EQ(outcome(py, "exec('import os', json.__dict__)"), "ModuleNotFoundError");
    EXPECT_EQ(outcome(py, "exec(compile('import os', '<frozen json>', 'exec'))"), "ModuleNotFoundError");
}

TEST_F(Grants, OutputGoesWhereTheHostWants) {
    std::string out, error;
    Config config;
    config.on_stdout = [&](std::string_view text) { out += text; };
    config.on_stderr = [&](std::string_view text) { error += text; };
    Interpreter py(config);
    py.exec("import os, sys\nprint('caf\\u00e9', flush=True)\nprint('oops', file=sys.stderr)\nos.write(1, "
            "b'raw\\n')\nsys.stdout.buffer.write(b'bytes\\n')\nsys.stdout.flush()");
    EXPECT_EQ(out, "caf\xc3\xa9\nraw\nbytes\n");
    EXPECT_EQ(error, "oops\n");
    // What a script printed is there when exec() and eval() come back, however they do.
    out.clear();
    py.exec("print('ended')");
    EXPECT_EQ(out, "ended\n");
    EXPECT_EQ(outcome(py, "print('value')"), "None");
    EXPECT_THROW(py.exec("print('failed')\n1 / 0"), Error);
    EXPECT_THROW(py.exec("print('left')\nsys.exit()"), Error);
    EXPECT_EQ(out, "ended\nvalue\nfailed\nleft\n");
    config.limits.steps = 1000;
    Interpreter limited(config);
    EXPECT_THROW(limited.exec("print('stopped')\nwhile True: pass"), minipy::BudgetStop);
    EXPECT_EQ(out, "ended\nvalue\nfailed\nleft\nstopped\n");
    EXPECT_EQ(outcome(py, "sys.stdout.isatty()"), "False");
    EXPECT_EQ(outcome(py, "os.dup(1)"), "OSError");
    py.exec("import warnings\nwarnings.warn('careful')");
    EXPECT_NE(error.find("UserWarning: careful"), std::string::npos);
    // What a callback throws is the script's error.
    Config throwing;
    throwing.on_stdout = [](std::string_view) { throw std::runtime_error("the disk is full"); };
    Interpreter full(throwing);
    EXPECT_EQ(outcome(full, "print('x', flush=True)"), "RuntimeError");
    // None at all.
    Config silent;
    silent.grants.standard_output = false;
    Interpreter quiet(silent);
    EXPECT_EQ(outcome(quiet, "print('x', flush=True)"), "None");
}

} // namespace
