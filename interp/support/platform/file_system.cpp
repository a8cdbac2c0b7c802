#include "interp/support/platform/file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <utility>

namespace mp::platform {

namespace {

#ifdef O_PATH
constexpr int search_only = O_PATH;
#else
constexpr int search_only = O_RDONLY;
#endif
constexpr int most_links = 40; // as the system: then it is a loop

int fail(int error) noexcept {
    errno = error;
    return -1;
}

std::vector<std::string> components_of(std::string_view path) {
    std::vector<std::string> components;
    for (std::size_t start = 0; start < path.size();) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        const std::string_view part = path.substr(start, end - start);
        if (!part.empty() && part != ".") components.emplace_back(part);
        start = end + 1;
    }
    return components;
}

bool wants_write(int flags) noexcept { return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)); }

// The target of a symbolic link; false: it is none, or cannot be read (errno).
bool read_link(int folder, const char* name, std::string& target) {
    char buffer[PATH_MAX];
    const ssize_t size = ::readlinkat(folder, name, buffer, sizeof buffer);
    if (size < 0) return false;
    target.assign(buffer, static_cast<std::size_t>(size));
    return true;
}

} // namespace

class FileSystem::Folder {
public:
    explicit Folder(int descriptor = -1) noexcept : descriptor_(descriptor) {}
    Folder(Folder&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Folder& operator=(Folder&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~Folder() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    int get() const noexcept { return descriptor_; }

private:
    int descriptor_;
};

// `name` is one component, or "." for the mount's root (or where the path ended in `..`).
struct FileSystem::Place {
    const Mount* mount = nullptr;
    std::vector<Folder> folders;    // opened on the way, from below the mount's root
    std::vector<std::string> names; // theirs
    std::string name = ".";
    int folder() const noexcept { return folders.empty() ? mount->descriptor : folders.back().get(); }
    std::vector<std::string> whole() const { // as scripts see it, without links
        std::vector<std::string> path = mount->at;
        path.insert(path.end(), names.begin(), names.end());
        if (name != ".") path.push_back(name);
        return path;
    }
};

FileSystem::~FileSystem() {
    for (const Mount& mount : mounts_) ::close(mount.descriptor);
    for (const int descriptor : descriptors_) ::close(descriptor);
}

bool FileSystem::mount(const std::string& folder, std::string_view at, bool writable) {
    const int descriptor = ::open(folder.c_str(), search_only | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return false;
    mounts_.push_back({components_of(at), writable, descriptor});
    if (mounts_.size() == 1) working_ = mounts_[0].at;
    return true;
}

// The mount that a path lies in: the deepest, where one is mounted in another.
const FileSystem::Mount* FileSystem::find_mount(const std::vector<std::string>& components) const noexcept {
    const Mount* best = nullptr;
    for (const Mount& mount : mounts_) {
        if (mount.at.size() > components.size() || !std::equal(mount.at.begin(), mount.at.end(), components.begin()))
            continue;
        if (!best || mount.at.size() >= best->at.size()) best = &mount;
    }
    return best;
}

int FileSystem::resolve(const std::string& path, bool follow, Place& place) {
    if (path.empty()) return fail(ENOENT);
    if (path.size() >= PATH_MAX) return fail(ENAMETOOLONG);
    std::vector<std::string> todo = components_of(path);
    if (path.front() != '/') todo.insert(todo.begin(), working_.begin(), working_.end());
    bool folder_wanted = path.back() == '/';
    int links = 0;

    // Begins at the mount that the components in `todo` lie in.
    std::size_t next = 0;
    const auto start = [&]() -> bool {
        place = Place();
        // Above all mounts a path is text only: `..` takes its last component away.
        std::vector<std::string> plain;
        std::size_t i = 0;
        for (; i < todo.size(); ++i) {
            if (find_mount(plain) && todo[i] != "..") {
                // Deeper mounts may begin further on.
                std::vector<std::string> further = plain;
                further.push_back(todo[i]);
                const bool deeper = std::any_of(mounts_.begin(), mounts_.end(), [&](const Mount& mount) {
                    return mount.at.size() >= further.size() &&
                           std::equal(further.begin(), further.end(), mount.at.begin());
                });
                if (!deeper) break;
            }
            if (todo[i] != "..")
                plain.push_back(todo[i]);
            else if (!plain.empty())
                plain.pop_back();
        }
        place.mount = find_mount(plain);
        if (!place.mount) return false;
        // What of `plain` lies below the mount's root is walked like the rest.
        std::vector<std::string> rest(plain.begin() + static_cast<std::ptrdiff_t>(place.mount->at.size()), plain.end());
        rest.insert(rest.end(), todo.begin() + static_cast<std::ptrdiff_t>(i), todo.end());
        todo = std::move(rest);
        next = 0;
        return true;
    };
    if (!start()) return fail(EPERM);

    while (next < todo.size()) {
        const std::string name = todo[next++];
        if (name == "..") {
            if (place.names.empty()) { // out of the mount, perhaps into another one
                std::vector<std::string> outside = place.mount->at;
                outside.emplace_back("..");
                outside.insert(outside.end(), todo.begin() + static_cast<std::ptrdiff_t>(next), todo.end());
                todo = std::move(outside);
                if (!start()) return fail(EPERM);
                continue;
            }
            place.folders.pop_back();
            place.names.pop_back();
            continue;
        }
        const bool last = next == todo.size();
        std::string target;
        if ((!last || follow || folder_wanted) && read_link(place.folder(), name.c_str(), target)) {
            if (++links > most_links) return fail(ELOOP);
            if (target.empty()) return fail(ENOENT);
            std::vector<std::string> rest = components_of(target);
            if (last && target.back() == '/') folder_wanted = true;
            rest.insert(rest.end(), todo.begin() + static_cast<std::ptrdiff_t>(next), todo.end());
            if (target.front() == '/') {
                todo = std::move(rest);
                if (!start()) return fail(EPERM);
            } else {
                todo = std::move(rest);
                next = 0;
            }
            continue;
        }
        if (last && !folder_wanted) {
            place.name = name;
            return 0;
        }
        const int folder = ::openat(place.folder(), name.c_str(), search_only | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (folder < 0) {
            if (last && errno == ENOENT) { // mkdir('new/')
                place.name = name;
                return 0;
            }
            return -1;
        }
        place.folders.emplace_back(folder);
        place.names.push_back(name);
    }
    // The path ends in a folder that is open: it is named from the one it lies in where that is known.
    if (!place.names.empty()) {
        place.name = place.names.back();
        place.names.pop_back();
        place.folders.pop_back();
    }
    return 0;
}

int FileSystem::open(const std::string& path, int flags, mode_t mode) {
    int descriptor = -1;
    if (all_) {
        do descriptor = ::open(path.c_str(), flags | O_CLOEXEC, mode);
        while (descriptor < 0 && errno == EINTR);
    } else {
        Place place;
        const bool follow = !(flags & O_NOFOLLOW) && (flags & (O_CREAT | O_EXCL)) != (O_CREAT | O_EXCL);
        if (resolve(path, follow, place) < 0) return -1;
        if (wants_write(flags) && !place.mount->writable) return fail(EROFS);
        // Nothing but files and folders: opening a pipe waits, a device is not the mount's to give.
        descriptor =
            ::openat(place.folder(), place.name.c_str(), flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, mode & 0777);
        if (descriptor < 0) return -1;
        struct stat status;
        if (::fstat(descriptor, &status) < 0 || (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))) {
            ::close(descriptor);
            return fail(EPERM);
        }
        if (!(flags & O_NONBLOCK)) ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
    }
    if (descriptor >= 0) opened(descriptor);
    return descriptor;
}

int FileSystem::read(const std::string& path, std::size_t most, std::string& text) {
    const int descriptor = open(path, O_RDONLY, 0);
    if (descriptor < 0) return errno;
    const Folder closes(descriptor);
    closed(descriptor); // no script has seen it
    text.clear();
    char block[16384];
    for (;;) {
        const ssize_t got = ::read(descriptor, block, sizeof block);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        if (got == 0) return 0;
        if (static_cast<std::size_t>(got) > most - text.size()) return EFBIG;
        text.append(block, static_cast<std::size_t>(got));
    }
}

int FileSystem::stat(const std::string& path, struct stat& status, bool follow) {
    if (all_) return follow ? ::stat(path.c_str(), &status) : ::lstat(path.c_str(), &status);
    Place place;
    if (resolve(path, follow, place) < 0) return -1;
    return ::fstatat(place.folder(), place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW);
}

int FileSystem::unlink(const std::string& path) {
    if (all_) return ::unlink(path.c_str());
    Place place;
    if (resolve(path, false, place) < 0) return -1;
    if (!place.mount->writable) return fail(EROFS);
    return ::unlinkat(place.folder(), place.name.c_str(), 0);
}

int FileSystem::rmdir(const std::string& path) {
    if (all_) return ::rmdir(path.c_str());
    Place place;
    if (resolve(path, false, place) < 0) return -1;
    if (!place.mount->writable) return fail(EROFS);
    return ::unlinkat(place.folder(), place.name.c_str(), AT_REMOVEDIR);
}

int FileSystem::mkdir(const std::string& path, mode_t mode) {
    if (all_) return ::mkdir(path.c_str(), mode);
    Place place;
    if (resolve(path, false, place) < 0) return -1;
    if (!place.mount->writable) return fail(EROFS);
    return ::mkdirat(place.folder(), place.name.c_str(), mode & 0777);
}

int FileSystem::rename(const std::string& from, const std::string& to) {
    if (all_) return std::rename(from.c_str(), to.c_str());
    Place source, target;
    if (resolve(from, false, source) < 0 || resolve(to, false, target) < 0) return -1;
    if (!source.mount->writable || !target.mount->writable) return fail(EROFS);
    return ::renameat(source.folder(), source.name.c_str(), target.folder(), target.name.c_str());
}

int FileSystem::truncate(const std::string& path, off_t size) {
    if (all_) return ::truncate(path.c_str(), size);
    const int descriptor = open(path, O_WRONLY, 0);
    if (descriptor < 0) return -1;
    const int result = ::ftruncate(descriptor, size);
    const int error = errno;
    closed(descriptor);
    ::close(descriptor);
    errno = error;
    return result;
}

int FileSystem::access(const std::string& path, int mode) {
    if (all_) return ::access(path.c_str(), mode);
    Place place;
    if (resolve(path, true, place) < 0) return -1;
    if ((mode & W_OK) && !place.mount->writable) return fail(EROFS);
    struct stat status;
    if (::fstatat(place.folder(), place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) < 0) return -1;
    return ::faccessat(place.folder(), place.name.c_str(), mode, 0);
}

int FileSystem::readlink(const std::string& path, std::string& target) {
    if (all_) return read_link(AT_FDCWD, path.c_str(), target) ? 0 : -1;
    Place place;
    if (resolve(path, false, place) < 0) return -1;
    return read_link(place.folder(), place.name.c_str(), target) ? 0 : -1;
}

int FileSystem::chdir(const std::string& path) {
    if (all_) return ::chdir(path.c_str());
    Place place;
    if (resolve(path, true, place) < 0) return -1;
    const Folder folder(
        ::openat(place.folder(), place.name.c_str(), search_only | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (folder.get() < 0) return -1;
    working_ = place.whole();
    return 0;
}

int FileSystem::getcwd(std::string& path) {
    if (all_) {
        char buffer[PATH_MAX];
        if (!::getcwd(buffer, sizeof buffer)) return -1;
        path = buffer;
        return 0;
    }
    if (mounts_.empty()) return fail(EPERM);
    path.clear();
    for (const std::string& name : working_) path += "/" + name;
    if (path.empty()) path = "/";
    return 0;
}

int FileSystem::list(const std::string& path, const std::function<bool(std::string_view)>& each) {
    DIR* handle = nullptr;
    if (all_) {
        handle = ::opendir(path.c_str());
    } else {
        Place place;
        if (resolve(path, true, place) < 0) return -1;
        const int folder =
            ::openat(place.folder(), place.name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (folder < 0) return -1;
        handle = ::fdopendir(folder);
        if (!handle) ::close(folder);
    }
    if (!handle) return -1;
    while (const dirent* entry = ::readdir(handle)) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != ".." && !each(name)) break;
    }
    ::closedir(handle);
    return 0;
}

bool FileSystem::may_use(int descriptor) const noexcept {
    return all_ || std::find(descriptors_.begin(), descriptors_.end(), descriptor) != descriptors_.end();
}
void FileSystem::opened(int descriptor) {
    if (!all_) descriptors_.push_back(descriptor);
}
void FileSystem::closed(int descriptor) noexcept {
    const auto found = std::find(descriptors_.begin(), descriptors_.end(), descriptor);
    if (found != descriptors_.end()) descriptors_.erase(found);
}

int write_all(int descriptor, std::string_view bytes) noexcept {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            return errno;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

} // namespace mp::platform
