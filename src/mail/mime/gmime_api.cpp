#include "mail/mime/gmime_api.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <string>

#include "util/error.hpp"

namespace crmtrack::mail {

namespace {

util::Error no_gmime(const std::string& why) {
  return {util::ErrorKind::program_failed, "cannot read or write mail: " + why, {"apt-get install libgmime-3.0-0"}};
}

template <typename Function>
void load_gmime_function(void* library, const char* name, Function& function) {
  void* const symbol = dlsym(library, name);  // GLib's too: GMime is linked against it
  if (symbol == nullptr) throw no_gmime(fmt::format("the installed GMime has no '{}'", name));
  function = reinterpret_cast<Function>(symbol);
}

Gmime load_gmime() {
  void* const library = dlopen("libgmime-3.0.so.0", RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) throw no_gmime("the library GMime is not installed");
  Gmime api;
#define CRMTRACK_GMIME_LOAD(name) load_gmime_function(library, #name, api.name);
  CRMTRACK_GMIME_FUNCTIONS(CRMTRACK_GMIME_LOAD)
#undef CRMTRACK_GMIME_LOAD
  api.g_mime_init();
  return api;
}

}  // namespace

const Gmime& gmime() {
  static const Gmime api = load_gmime();
  return api;
}

}  // namespace crmtrack::mail
