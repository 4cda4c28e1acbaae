#include "exchange/warehouse/libpq_api.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <string>

#include "util/error.hpp"

namespace crmtrack::exchange {

namespace {

util::Error no_libpq(const std::string& why) {
  return {util::ErrorKind::program_failed, "cannot reach PostgreSQL: " + why, {"apt-get install libpq5"}};
}

template <typename Function>
void load_libpq_function(void* library, const char* name, Function& function) {
  void* const symbol = dlsym(library, name);
  if (symbol == nullptr) throw no_libpq(fmt::format("the installed libpq has no '{}'", name));
  function = reinterpret_cast<Function>(symbol);
}

Libpq load_libpq() {
  void* const library = dlopen("libpq.so.5", RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) throw no_libpq("the library libpq is not installed");
  Libpq api;
#define CRMTRACK_LIBPQ_LOAD(name) load_libpq_function(library, #name, api.name);
  CRMTRACK_LIBPQ_FUNCTIONS(CRMTRACK_LIBPQ_LOAD)
#undef CRMTRACK_LIBPQ_LOAD
  return api;
}

}  // namespace

const Libpq& libpq() {
  static const Libpq api = load_libpq();
  return api;
}

}  // namespace crmtrack::exchange
