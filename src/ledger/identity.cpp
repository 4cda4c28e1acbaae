#include "ledger/identity.hpp"

#include <fmt/format.h>

#include "ledger/git_date.hpp"
#include "util/text.hpp"
#include "util/zone.hpp"

namespace crmtrack::ledger {
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

void set_time(const Environment& environment, Role role, util::Timestamp now, Signature& signature) {
  const std::string variable = std::string(names_of(role).variable) + "DATE";
  signature.time = now.utc;
  signature.offset = now.offset;
  const char* text = environment(variable.c_str());
  if (text == nullptr || *text == '\0') return;
  const auto time = parse_git_date(text, util::Zone::load_local(environment("TZ")));
  if (!time || time->utc.time_since_epoch().count() < 0) {
    throw Error(ErrorKind::refused,
                fmt::format("cannot use {} '{}': not a date that git takes", variable, util::visible_line(text)),
                {"write it as 2026-11-21T09:12:00+01:00"});
  }
  signature.time = time->utc;
  signature.offset = time->offset;
}

}  // namespace

std::string clean_identity(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    if (c != '<' && c != '>' && c != '\n' && c != '\r' && c != '\0') kept += c;
  }
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
  if (const char* fallback = environment("EMAIL"); signature.email.empty() && fallback != nullptr) {
    signature.email = clean_identity(fallback);
  }
  if (signature.name.empty() || signature.email.empty()) {
    throw Error(ErrorKind::refused,
                fmt::format("cannot write in your name: git does not know your {}",
                            signature.name.empty() ? "name" : "mail address"),
                {"git config --global user.name 'Your Name'", "git config --global user.email you@example.com"});
  }
  set_time(environment, role, now, signature);
  return signature;
}

}  // namespace crmtrack::ledger
