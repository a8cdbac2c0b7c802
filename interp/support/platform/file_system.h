#pragma once
// The files that an interpreter's scripts can reach: none, folders of the host mounted at paths of the scripts' own, or all that the process can.
//
// A path below a mount is walked folder by folder, from the mount's own descriptor, and every symbolic link is read and resolved here: no `..`, no link, and no
// folder that somebody exchanges meanwhile leads out of a mount. An absolute link means a path as scripts see it.
//
// Functions are named after the system calls they stand for, and give what those give: -1 and errno, EPERM for what is not granted.
#include <sys/stat.h>
#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mp::platform {

class FileSystem {
public:
    FileSystem() = default; // nothing
    FileSystem(FileSystem&&) noexcept = default;
    FileSystem& operator=(FileSystem&&) noexcept = default;
    ~FileSystem(); // closes the scripts' descriptors that are still open

    void grant_all() noexcept { all_ = true; }
    bool all() const noexcept { return all_; }
    // `folder` of the host becomes visible at the absolute path `at`. False (and errno) when it cannot be opened as a folder.
    bool mount(const std::string& folder, std::string_view at, bool writable);

    int open(const std::string& path, int flags, mode_t mode);
    // The whole of a file; gives 0 or errno (EFBIG: it has more than `most` bytes).
    int read(const std::string& path, std::size_t most, std::string& text);
    int stat(const std::string& path, struct stat& status, bool follow);
    int unlink(const std::string& path);
    int rmdir(const std::string& path);
    int mkdir(const std::string& path, mode_t mode);
    int rename(const std::string& from, const std::string& to);
    int truncate(const std::string& path, off_t size);
    int access(const std::string& path, int mode);
    int readlink(const std::string& path, std::string& target);
    // The working folder is the interpreter's own when files are mounted; it begins as the first mount. With grant_all() it is the process's.
    int chdir(const std::string& path);
    int getcwd(std::string& path);
    // Calls `each` with the names in a folder, without "." and ".."; false from it ends the walk.
    int list(const std::string& path, const std::function<bool(std::string_view)>& each);

    // ---- descriptors: scripts may use those that they opened, and no others of the process
    bool may_use(int descriptor) const noexcept;
    void opened(int descriptor);
    void closed(int descriptor) noexcept;

private:
    class Folder; // an open folder's descriptor
    struct Mount {
        std::vector<std::string> at; // components of the path
        bool writable;
        int descriptor;
    };
    struct Place; // a name in an open folder
    int resolve(const std::string& path, bool follow, Place& place);
    const Mount* find_mount(const std::vector<std::string>& components) const noexcept;

    bool all_ = false;
    std::vector<Mount> mounts_;
    std::vector<std::string> working_; // components of the working folder, as scripts see it
    std::vector<int> descriptors_;
};

// Writes all of `bytes`; 0, or errno.
int write_all(int descriptor, std::string_view bytes) noexcept;

} // namespace mp::platform
