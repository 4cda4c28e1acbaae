#include "calendar/feed/ical_api.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include "util/error.hpp"

namespace crmtrack::calendar {

namespace {

util::Error no_library(const std::string& why) {
  return {util::ErrorKind::program_failed, "cannot read the calendar feed: " + why, {"apt-get install libical3"}};
}

template <typename Function>
void load_function(void* library, const char* name, Function& function) {
  void* const symbol = dlsym(library, name);
  if (symbol == nullptr) throw no_library(fmt::format("the installed libical has no '{}'", name));
  function = reinterpret_cast<Function>(symbol);
}

Ical load_ical() {
  void* const library = dlopen("libical.so.3", RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) throw no_library("the library libical is not installed");
  Ical api;
#define CRMTRACK_ICAL_LOAD(name) load_function(library, #name, api.name);
  CRMTRACK_ICAL_FUNCTIONS(CRMTRACK_ICAL_LOAD)
#undef CRMTRACK_ICAL_LOAD
  api.icalerror_set_errors_are_fatal(0);  // a build of libical may otherwise abort at a line that it cannot read
  return api;
}

}  // namespace

const Ical& ical() {
  static const Ical api = load_ical();
  return api;
}

}  // namespace crmtrack::calendar
