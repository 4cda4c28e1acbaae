/* Makes the n-th call that changes a disk (or maps memory) go wrong, in any program, by LD_PRELOAD.
 *
 *   FAULT_CALLS   which calls count: words of write rename sync allocate create mkdir map unlink, joined by commas
 *   FAULT_AT      the n-th of them goes wrong, counted from 1; with FAULT_STICKY=1 all later ones too (a full disk)
 *   FAULT_ACTION  fail (with the error FAULT_ERRNO, a number), kill (before the call: SIGKILL), killed (after it),
 *                 short (a write of one byte less than asked, at least one), again (a write fails with EINTR), stop
 *                 (before the call: SIGSTOP; it goes on as if nothing had been when the process is told to)
 *   FAULT_FIRED   a file that is created when the n-th call comes, so that a test knows when there are no more
 *   FAULT_COUNT   a file that gets the number of such calls when the program ends
 *
 * Only regular files count, never the terminal or a pipe. Programs started by the program are left alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum action { NOTHING, FAIL, KILL_BEFORE, KILL_AFTER, SHORT, AGAIN, STOP };

static const char *calls = "";
static const char *fired = "";
static const char *count_file = "";
static long at, sticky, count;
static int error_number;
static enum action chosen = NOTHING;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static enum action action_named(const char *name) {
  if (strcmp(name, "fail") == 0) return FAIL;
  if (strcmp(name, "kill") == 0) return KILL_BEFORE;
  if (strcmp(name, "killed") == 0) return KILL_AFTER;
  if (strcmp(name, "short") == 0) return SHORT;
  if (strcmp(name, "again") == 0) return AGAIN;
  if (strcmp(name, "stop") == 0) return STOP;
  return NOTHING;
}

static const char *setting(const char *name) {
  const char *value = getenv(name);
  return value != NULL ? strdup(value) : "";
}

__attribute__((constructor)) static void begin(void) {
  calls = setting("FAULT_CALLS");
  fired = setting("FAULT_FIRED");
  count_file = setting("FAULT_COUNT");
  at = atol(setting("FAULT_AT"));
  sticky = atol(setting("FAULT_STICKY"));
  error_number = atoi(setting("FAULT_ERRNO"));
  chosen = action_named(setting("FAULT_ACTION"));
  unsetenv("LD_PRELOAD");
}

__attribute__((destructor)) static void end(void) {
  char text[24];
  const int length = snprintf(text, sizeof text, "%ld", count);
  const int file = (int)syscall(SYS_openat, AT_FDCWD, count_file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0) return;
  syscall(SYS_write, file, text, length);
  syscall(SYS_close, file);
}

static void die(void) {
  syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
  for (;;) pause();
}

static int counts(const char *kind) {
  const size_t length = strlen(kind);
  for (const char *found = strstr(calls, kind); found != NULL; found = strstr(found + 1, kind)) {
    const int begins = found == calls || found[-1] == ',';
    if (begins && (found[length] == '\0' || found[length] == ',')) return 1;
  }
  return 0;
}

/* What happens to this call. Sets errno where it is to fail. */
static enum action next(const char *kind) {
  if (!counts(kind)) return NOTHING;
  pthread_mutex_lock(&mutex);
  const long n = ++count;
  pthread_mutex_unlock(&mutex);
  if (chosen == NOTHING || (n != at && !(sticky && n > at))) return NOTHING;
  const int file = (int)syscall(SYS_openat, AT_FDCWD, fired, O_WRONLY | O_CREAT, 0600);
  if (file >= 0) syscall(SYS_close, file);
  if (chosen == KILL_BEFORE) die();
  if (chosen == STOP) {
    syscall(SYS_kill, syscall(SYS_getpid), SIGSTOP);
    return NOTHING;
  }
  errno = chosen == AGAIN ? EINTR : error_number;
  return chosen;
}

static int is_regular(int file) {
  struct stat info;
  return fstat(file, &info) == 0 && S_ISREG(info.st_mode);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* A call that fails as a whole. `condition` tells whether it counts. */
#define GUARDED(kind, condition, result_type, failed, call)            \
  do {                                                                 \
    const enum action todo = (condition) ? next(kind) : NOTHING;       \
    if (todo == FAIL) return failed;                                   \
    result_type result = call;                                         \
    if (todo == KILL_AFTER) die();                                     \
    return result;                                                     \
  } while (0)

/* A write may also be cut short, or be interrupted before anything was written. */
#define GUARDED_WRITE(file, size, call_with)                           \
  do {                                                                 \
    const enum action todo = is_regular(file) ? next("write") : NOTHING; \
    if (todo == FAIL || todo == AGAIN) return -1;                      \
    const size_t part = todo == SHORT && (size) > 1 ? (size)-1 : (size); \
    const ssize_t result = call_with(part);                            \
    if (todo == KILL_AFTER) die();                                     \
    return result;                                                     \
  } while (0)

ssize_t write(int file, const void *bytes, size_t size) {
#define CALL(part) REAL(write)(file, bytes, part)
  GUARDED_WRITE(file, size, CALL);
#undef CALL
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
#define CALL(part) REAL(pwrite)(file, bytes, part, offset)
  GUARDED_WRITE(file, size, CALL);
#undef CALL
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
#define CALL(part) REAL(pwrite64)(file, bytes, part, offset)
  GUARDED_WRITE(file, size, CALL);
#undef CALL
}
ssize_t writev(int file, const struct iovec *parts, int many) {
  GUARDED("write", is_regular(file), ssize_t, -1, REAL(writev)(file, parts, many));
}

int rename(const char *from, const char *to) { GUARDED("rename", 1, int, -1, REAL(rename)(from, to)); }
int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  GUARDED("rename", 1, int, -1, REAL(renameat)(from_folder, from, to_folder, to));
}
int link(const char *from, const char *to) { GUARDED("rename", 1, int, -1, REAL(link)(from, to)); }
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
  GUARDED("rename", 1, int, -1, REAL(linkat)(from_folder, from, to_folder, to, flags));
}
int symlink(const char *text, const char *path) { GUARDED("rename", 1, int, -1, REAL(symlink)(text, path)); }
int unlink(const char *path) { GUARDED("unlink", 1, int, -1, REAL(unlink)(path)); }

int fsync(int file) { GUARDED("sync", 1, int, -1, REAL(fsync)(file)); }
int fdatasync(int file) { GUARDED("sync", 1, int, -1, REAL(fdatasync)(file)); }
int sync_file_range(int file, off64_t offset, off64_t size, unsigned flags) {
  GUARDED("sync", 1, int, -1, REAL(sync_file_range)(file, offset, size, flags));
}

int fallocate(int file, int mode, off_t offset, off_t size) {
  GUARDED("allocate", 1, int, -1, REAL(fallocate)(file, mode, offset, size));
}
int fallocate64(int file, int mode, off64_t offset, off64_t size) {
  GUARDED("allocate", 1, int, -1, REAL(fallocate64)(file, mode, offset, size));
}
int posix_fallocate(int file, off_t offset, off_t size) {
  GUARDED("allocate", 1, int, error_number, REAL(posix_fallocate)(file, offset, size));
}
int posix_fallocate64(int file, off64_t offset, off64_t size) {
  GUARDED("allocate", 1, int, error_number, REAL(posix_fallocate64)(file, offset, size));
}
int ftruncate(int file, off_t size) { GUARDED("allocate", 1, int, -1, REAL(ftruncate)(file, size)); }
int ftruncate64(int file, off64_t size) { GUARDED("allocate", 1, int, -1, REAL(ftruncate64)(file, size)); }

static mode_t mode_of(int flags, va_list rest) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? (mode_t)va_arg(rest, int) : 0;
}

#define OPEN(name, parameters, arguments)                                      \
  int name parameters {                                                        \
    va_list rest;                                                              \
    va_start(rest, flags);                                                     \
    const mode_t mode = mode_of(flags, rest);                                  \
    va_end(rest);                                                              \
    GUARDED("create", (flags & O_CREAT) != 0, int, -1, REAL(name) arguments);  \
  }
OPEN(open, (const char *path, int flags, ...), (path, flags, mode))
OPEN(open64, (const char *path, int flags, ...), (path, flags, mode))
OPEN(openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
OPEN(openat64, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
int creat(const char *path, mode_t mode) { GUARDED("create", 1, int, -1, REAL(creat)(path, mode)); }
int mkstemp(char *path) { GUARDED("create", 1, int, -1, REAL(mkstemp)(path)); }
int mkstemp64(char *path) { GUARDED("create", 1, int, -1, REAL(mkstemp64)(path)); }
int mkostemp(char *path, int flags) { GUARDED("create", 1, int, -1, REAL(mkostemp)(path, flags)); }
int mkostemp64(char *path, int flags) { GUARDED("create", 1, int, -1, REAL(mkostemp64)(path, flags)); }

int mkdir(const char *path, mode_t mode) { GUARDED("mkdir", 1, int, -1, REAL(mkdir)(path, mode)); }
int mkdirat(int folder, const char *path, mode_t mode) {
  GUARDED("mkdir", 1, int, -1, REAL(mkdirat)(folder, path, mode));
}

/* Of files alone: what the allocator maps is not a disk's fault. */
void *mmap(void *where, size_t size, int protection, int flags, int file, off_t offset) {
  GUARDED("map", file >= 0, void *, MAP_FAILED, REAL(mmap)(where, size, protection, flags, file, offset));
}
void *mmap64(void *where, size_t size, int protection, int flags, int file, off64_t offset) {
  GUARDED("map", file >= 0, void *, MAP_FAILED, REAL(mmap64)(where, size, protection, flags, file, offset));
}
