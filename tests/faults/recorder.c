/* Records what a program does to the files below one folder, in order, by LD_PRELOAD: enough to build the folder again as
 * it was at any moment, or as a disk that lost what it had not been told to keep would have it (replay.py).
 *
 *   RECORD_TO      the file that the entries are appended to; several processes may share it
 *   RECORD_ROOT    the folder; what is outside of it is not recorded
 *   RECORD_FORGET  with `sync`, calls that make something durable leave no entry: what a program without them would do
 *   RECORD_DISK    what the program takes the file system for: `ext4`, or `other`
 *
 * An entry: one letter, the file's number, an offset, the lengths of two texts, and the texts.
 *   c created (name)   w written (bytes)   t cut or grown to the offset   r renamed (from, to)   l linked (name)
 *   s symbolic link (name, text)   u unlinked (name)   m folder made (name)   d folder removed (name)
 *   f file or folder made durable (name)   b written back, with no promise
 *
 * One lock of the file is held around each call and its entry, so the order is the true one. Programs started by the
 * program are left alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

struct header {
  char what;
  char padding[7];
  uint64_t number, offset;
  uint32_t first, second;
};

static const char *root = "";
static int record = -1, forgets_syncs;
static long disk;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static const char *setting(const char *name) {
  const char *value = getenv(name);
  return value != NULL ? strdup(value) : "";
}

__attribute__((constructor)) static void begin(void) {
  root = setting("RECORD_ROOT");
  forgets_syncs = strcmp(setting("RECORD_FORGET"), "sync") == 0;
  disk = strcmp(setting("RECORD_DISK"), "ext4") == 0 ? 0xEF53 : 0x9123683E;
  record = (int)syscall(SYS_openat, AT_FDCWD, setting("RECORD_TO"), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (record < 0) {
    static const char message[] = "recorder: cannot open what RECORD_TO names\n";
    syscall(SYS_write, 2, message, sizeof message - 1);
    _exit(99);
  }
  unsetenv("LD_PRELOAD");
}

static void lock(void) {
  pthread_mutex_lock(&mutex);
  while (flock(record, LOCK_EX) != 0 && errno == EINTR) continue;
}

/* Leaves errno as the call set it. */
static void unlock(void) {
  const int error = errno;
  flock(record, LOCK_UN);
  pthread_mutex_unlock(&mutex);
  errno = error;
}

static void put(char what, uint64_t number, uint64_t offset, const void *first, size_t size, const char *second) {
  const int error = errno;
  const struct header header = {what, {0}, number, offset, (uint32_t)size, (uint32_t)strlen(second)};
  const struct iovec parts[] = {
      {(void *)&header, sizeof header}, {(void *)first, size}, {(void *)second, strlen(second)}};
  const ssize_t all = (ssize_t)(sizeof header + size + strlen(second));
  if (syscall(SYS_writev, record, parts, 3) != all) _exit(99);
  errno = error;
}

static int is_below(const char *path) {
  const size_t length = strlen(root);
  return strncmp(path, root, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* The whole path of a name in a folder; whether it is ours. */
static int resolve(int folder, const char *path, char *whole) {
  char base[PATH_MAX];
  whole[0] = '\0';
  if (path[0] == '/') {
    snprintf(whole, PATH_MAX, "%s", path);
    return is_below(whole);
  }
  if (folder == AT_FDCWD) {
    if (getcwd(base, sizeof base) == NULL) return 0;
  } else {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    const ssize_t length = readlink(link, base, sizeof base - 1);
    if (length < 0) return 0;
    base[length] = '\0';
  }
  if (snprintf(whole, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return 0;
  return is_below(whole);
}

/* The file's number where it is a file or a folder of ours, else 0. `path` gets a name of it. */
static uint64_t number_of(int file, char *path) {
  struct stat info;
  char link[64];
  if (fstat(file, &info) != 0 || !(S_ISREG(info.st_mode) || S_ISDIR(info.st_mode))) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = '\0';
  return is_below(path) ? info.st_ino : 0;
}

static uint64_t number_at(const char *path) {
  struct stat info;
  return lstat(path, &info) == 0 ? info.st_ino : 0;
}

/* Writing: the bytes are at the place where they ended up, whatever the file was opened for. */
static void put_written(int file, const void *bytes, ssize_t size, off_t at) {
  char path[PATH_MAX];
  const int error = errno;
  const uint64_t number = size > 0 ? number_of(file, path) : 0;
  if (number != 0) {
    const off_t end = at >= 0 ? at + size : lseek(file, 0, SEEK_CUR);
    put('w', number, (uint64_t)(end - size), bytes, (size_t)size, "");
  }
  errno = error;
}

#define RECORDED(result_type, call, entry) \
  do {                                     \
    lock();                                \
    const result_type result = call;       \
    entry;                                 \
    unlock();                              \
    return result;                         \
  } while (0)

ssize_t write(int file, const void *bytes, size_t size) {
  RECORDED(ssize_t, REAL(write)(file, bytes, size), put_written(file, bytes, result, -1));
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) {
  RECORDED(ssize_t, REAL(pwrite)(file, bytes, size, at), put_written(file, bytes, result, at));
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at) {
  RECORDED(ssize_t, REAL(pwrite64)(file, bytes, size, at), put_written(file, bytes, result, at));
}
/* One after another, so that each has its place. */
ssize_t writev(int file, const struct iovec *parts, int many) {
  ssize_t sum = 0;
  for (int at = 0; at < many; ++at) {
    if (parts[at].iov_len == 0) continue;
    const ssize_t wrote = write(file, parts[at].iov_base, parts[at].iov_len);
    if (wrote < 0) return sum > 0 ? sum : wrote;
    sum += wrote;
    if ((size_t)wrote < parts[at].iov_len) break;
  }
  return sum;
}

static void put_size(int file) {
  char path[PATH_MAX];
  struct stat info;
  const uint64_t number = number_of(file, path);
  if (number != 0 && fstat(file, &info) == 0) put('t', number, (uint64_t)info.st_size, "", 0, "");
}
#define SIZED(name, parameters, arguments) \
  int name parameters { RECORDED(int, REAL(name) arguments, if (result == 0) put_size(file)); }
SIZED(ftruncate, (int file, off_t size), (file, size))
SIZED(ftruncate64, (int file, off64_t size), (file, size))
SIZED(fallocate, (int file, int mode, off_t at, off_t size), (file, mode, at, size))
SIZED(fallocate64, (int file, int mode, off64_t at, off64_t size), (file, mode, at, size))
SIZED(posix_fallocate, (int file, off_t at, off_t size), (file, at, size))
SIZED(posix_fallocate64, (int file, off64_t at, off64_t size), (file, at, size))

static void put_durable(char what, int file) {
  char path[PATH_MAX];
  const uint64_t number = forgets_syncs ? 0 : number_of(file, path);
  if (number != 0) put(what, number, 0, path, strlen(path), "");
}
int fsync(int file) { RECORDED(int, REAL(fsync)(file), if (result == 0) put_durable('f', file)); }
int fdatasync(int file) { RECORDED(int, REAL(fdatasync)(file), if (result == 0) put_durable('f', file)); }
int sync_file_range(int file, off64_t at, off64_t size, unsigned flags) {
  RECORDED(int, REAL(sync_file_range)(file, at, size, flags), if (result == 0) put_durable('b', file));
}

static void put_moved(const char *from, const char *to) {
  put('r', number_at(to), 0, from, strlen(from), to);
}
int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  char whole_from[PATH_MAX], whole_to[PATH_MAX];
  const int ours = resolve(from_folder, from, whole_from) | resolve(to_folder, to, whole_to);
  RECORDED(int, REAL(renameat)(from_folder, from, to_folder, to),
           if (result == 0 && ours) put_moved(whole_from, whole_to));
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

static void put_name(char what, const char *path) { put(what, number_at(path), 0, path, strlen(path), ""); }
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
  char whole[PATH_MAX];
  const int ours = resolve(to_folder, to, whole);
  RECORDED(int, REAL(linkat)(from_folder, from, to_folder, to, flags), if (result == 0 && ours) put_name('l', whole));
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }
int symlink(const char *text, const char *path) {
  char whole[PATH_MAX];
  const int ours = resolve(AT_FDCWD, path, whole);
  RECORDED(int, REAL(symlink)(text, path),
           if (result == 0 && ours) put('s', number_at(whole), 0, whole, strlen(whole), text));
}
int unlinkat(int folder, const char *path, int flags) {
  char whole[PATH_MAX];
  const int ours = resolve(folder, path, whole);
  RECORDED(int, REAL(unlinkat)(folder, path, flags),
           if (result == 0 && ours) put((flags & AT_REMOVEDIR) != 0 ? 'd' : 'u', 0, 0, whole, strlen(whole), ""));
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
  struct stat info;
  return unlinkat(AT_FDCWD, path, lstat(path, &info) == 0 && S_ISDIR(info.st_mode) ? AT_REMOVEDIR : 0);
}
int mkdirat(int folder, const char *path, mode_t mode) {
  char whole[PATH_MAX];
  const int ours = resolve(folder, path, whole);
  RECORDED(int, REAL(mkdirat)(folder, path, mode), if (result == 0 && ours) put_name('m', whole));
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

/* A file that opening has made, or has emptied. */
static int open_recorded(int folder, const char *path, int flags, mode_t mode) {
  char whole[PATH_MAX];
  struct stat info;
  if ((flags & (O_CREAT | O_TRUNC)) == 0 || (flags & O_TMPFILE) == O_TMPFILE || !resolve(folder, path, whole))
    return REAL(openat)(folder, path, flags, mode);
  lock();
  const int existed = stat(whole, &info) == 0;
  const int file = REAL(openat)(folder, path, flags, mode);
  if (file >= 0 && !existed) put_name('c', whole);
  if (file >= 0 && existed && (flags & O_TRUNC) != 0) put('t', info.st_ino, 0, "", 0, "");
  unlock();
  return file;
}
#define OPEN(name, parameters, folder)                                               \
  int name parameters {                                                              \
    va_list rest;                                                                    \
    va_start(rest, flags);                                                           \
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                                                    \
    return open_recorded(folder, path, flags, mode);                                 \
  }
OPEN(open, (const char *path, int flags, ...), AT_FDCWD)
OPEN(open64, (const char *path, int flags, ...), AT_FDCWD)
OPEN(openat, (int folder, const char *path, int flags, ...), folder)
OPEN(openat64, (int folder, const char *path, int flags, ...), folder)
int creat(const char *path, mode_t mode) { return open_recorded(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

static int make_temporary(char *path, int flags) {
  char whole[PATH_MAX];
  lock();
  const int file = REAL(mkostemp)(path, flags);
  if (file >= 0 && resolve(AT_FDCWD, path, whole)) put_name('c', whole);
  unlock();
  return file;
}
int mkostemp(char *path, int flags) { return make_temporary(path, flags); }
int mkostemp64(char *path, int flags) { return make_temporary(path, flags); }
int mkstemp(char *path) { return make_temporary(path, 0); }
int mkstemp64(char *path) { return make_temporary(path, 0); }

/* The program asks what it may rely on. */
int statfs(const char *path, struct statfs *info) {
  char whole[PATH_MAX];
  const int result = REAL(statfs)(path, info);
  if (result == 0 && resolve(AT_FDCWD, path, whole)) info->f_type = disk;
  return result;
}
