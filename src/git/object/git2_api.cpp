#include "git/object/git2_api.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <array>

#include "util/error.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::git {
namespace {

using util::Error;
using util::ErrorKind;

void* load_library() {
  // The headers are those of 1.5; the functions that we call have kept their signatures since.
  for (const char* name :
       {"libgit2.so.1.5", "libgit2.so.1.6", "libgit2.so.1.7", "libgit2.so.1.8", "libgit2.so.1.9", "libgit2.so"}) {
    // Global, so that mbedTLS binds to our empty certificate reader (at the end of this file); lazily, since most of
    // what its two dozen libraries call is never called here.
    if (void* library = dlopen(name, RTLD_LAZY | RTLD_GLOBAL)) return library;
  }
  throw Error(ErrorKind::repository, "cannot open the data repository: the library libgit2 is not installed",
              {"apt-get install libgit2-1.5"});
}

template <typename Function>
void load_function(void* library, const char* name, Function& function) {
  void* symbol = dlsym(library, name);
  if (symbol == nullptr) {
    throw Error(ErrorKind::repository,
                fmt::format("cannot open the data repository: the installed libgit2 has no '{}'", name),
                {"apt-get install libgit2-1.5"});
  }
  function = reinterpret_cast<Function>(symbol);
}

void set_options(const Git2& api) {
  // ObjectStore compares all that it reads with its name, by a quicker digest.
  api.git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  // Trees are remembered by ObjectStore, and nothing else is read twice: libgit2's own cache costs a quarter of a walk.
  api.git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
  // Owners are checked by our own rule (repository_checks.cpp), which knows GIT_CONFIG_GLOBAL and says what to do.
  api.git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  std::array<const char*, 2> extensions{"worktreeconfig", "preciousobjects"};
  api.git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions.data(), extensions.size());
}

Git2 load() {
  void* library = load_library();
  Git2 api;
#define CRMTRACK_GIT2_LOAD(name) load_function(library, #name, api.name);
  CRMTRACK_GIT2_FUNCTIONS(CRMTRACK_GIT2_LOAD)
#undef CRMTRACK_GIT2_LOAD
  if (api.git_libgit2_init() < 0)
    throw Error(ErrorKind::repository, "cannot open the data repository: libgit2 does not start");
  set_options(api);
  return api;
}

}  // namespace

const Git2& git2() {
  static const Git2 api = load();
  return api;
}

std::string last_git2_message() {
  const git_error* error = git2().git_error_last();
  if (error == nullptr || error->message == nullptr) return "unknown error";
  return util::visible_line(error->message);
}

void throw_git2_error(int code, const std::string& message) {
  const std::string text = fmt::format("{}: {}", message, last_git2_message());
  if (code == GIT_ELOCKED) throw Error(ErrorKind::busy, text, {"another program is using the repository; try again"});
  throw Error(ErrorKind::repository, text);
}

}  // namespace crmtrack::git

// libgit2 reads the machine's certificates (some 140 files' worth, 6 to 12 ms of processor time) whenever it is
// initialised, for transports that we never use: fetch, push and clone are the user's own `git`. The dynamic linker
// looks a symbol up in the executable first, so this one, exported by it, answers libgit2's call. It reads nothing and
// reports success: should a TLS connection ever be attempted all the same, no certificate would be trusted and it would
// fail, which is the safe direction.

extern "C" int mbedtls_x509_crt_parse_file(void* chain, const char* path);
extern "C" __attribute__((visibility("default"))) int mbedtls_x509_crt_parse_file(void* /*chain*/,
                                                                                  const char* /*path*/) {
  return 0;
}
