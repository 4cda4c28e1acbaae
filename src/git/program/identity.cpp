#include "git/program/identity.hpp"

#include <fmt/format.h>

#include "git/object/signature.hpp"
#include "git/program/environment.hpp"
#include "git/program/git_date.hpp"
#include "util/error.hpp"
#include "util/text/safe.hpp"
#include "util/zone.hpp"

namespace crmtrack::git {
namespace {

using util::Error;
using util::ErrorKind;

struct RoleNames {
  const char* variable;  ///< GIT_AUTHOR_
  const char* section;   ///< author.
};

RoleNames names_of(Role role) {
  return role == Role::author ? RoleNames{"GIT_AUTHOR_", "author."} : RoleNames{"GIT_COMMITTER_", "committer."};
}

std::string find_part(const Environment& environment, const Settings& settings, Role role, const std::string& part) {
  const RoleNames names = names_of(role);
  std::string upper = part;
  for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
  if (const char* value = environment((names.variable + upper).c_str())) return clean_identity(value);
  if (auto value = settings.find(names.section + part)) return clean_identity(*value);
  if (auto value = settings.find("user." + part)) return clean_identity(*value);
  return {};
}

/// Git's fsck finds a commit broken whose date is before 1970, and Git shows none that is after the year 9999.
bool can_git_hold(util::Instant time) {
  constexpr util::Instant kFirst{};
  constexpr util::Instant kEnd = std::chrono::sys_days(std::chrono::year(10'000) / 1 / 1);
  return time >= kFirst && time < kEnd;
}

void set_time(const Environment& environment, Role role, util::Timestamp now, Signature& signature) {
  const std::string variable = std::string(names_of(role).variable) + "DATE";
  require_clock_that_git_takes(now.utc);
  signature.time = now.utc;
  signature.offset = now.offset;
  const char* text = environment(variable.c_str());
  if (text == nullptr || *text == '\0') return;
  const auto time = parse_git_date(text, util::Zone::load_local(environment("TZ")));
  if (!time || !can_git_hold(time->utc)) {
    throw Error(ErrorKind::refused,
                fmt::format("cannot use {} '{}': not a date that git takes", variable, util::visible_line(text)),
                {"write it as 2026-11-21T09:12:00+01:00"});
  }
  signature.time = time->utc;
  signature.offset = time->offset;
}

}  // namespace

void require_clock_that_git_takes(util::Instant now) {
  if (can_git_hold(now)) return;
  throw Error(ErrorKind::refused,
              fmt::format("cannot write at {}: git takes no date before 1970 or after 9999", util::format_utc(now)),
              {"set the machine's clock right, or CRMTRACK_NOW where it is set"});
}

std::string clean_identity(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (c != '<' && c != '>' && c != '\n' && c != '\r' && c != '\0') kept += c;
  const auto is_crud = [](char c) {
    return static_cast<unsigned char>(c) <= 32 || std::string_view(".,:;\"\\'").find(c) != std::string_view::npos;
  };
  while (!kept.empty() && is_crud(kept.back())) kept.pop_back();
  std::size_t start = 0;
  while (start < kept.size() && is_crud(kept[start])) ++start;
  return kept.substr(start);
}

Signature identify(const Environment& environment, const Settings& settings, Role role, util::Timestamp now) {
  Signature signature;
  signature.name = find_part(environment, settings, role, "name");
  signature.email = find_part(environment, settings, role, "email");
  if (const char* fallback = environment("EMAIL"); signature.email.empty() && fallback != nullptr)
    signature.email = clean_identity(fallback);
  if (signature.name.empty() || signature.email.empty()) {
    throw Error(ErrorKind::refused,
                fmt::format("cannot write in your name: git does not know your {}",
                            signature.name.empty() ? "name" : "mail address"),
                {"git config --global user.name 'Your Name'", "git config --global user.email you@example.com"});
  }
  set_time(environment, role, now, signature);
  return signature;
}

}  // namespace crmtrack::git
