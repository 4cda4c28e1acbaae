#include "exchange/warehouse/database_url.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::exchange {

namespace {

constexpr const char* kPasswordPlace = "put the password into ~/.pgpass (see crmtrack-export(1)), or into PGPASSWORD";

util::Error bad_url(const char* why) {
  return {util::ErrorKind::usage,
          fmt::format("cannot use that address of a database: {}", why),
          {"write it as postgresql://USER@HOST/DATABASE", kPasswordPlace}};
}

std::string_view without_scheme(std::string_view url) {
  for (const std::string_view scheme : {"postgresql://", "postgres://"})
    if (url.starts_with(scheme)) return url.substr(scheme.size());
  throw bad_url("it does not begin with postgresql://");
}

bool is_port(std::string_view text) {
  return text.size() <= 5 && std::all_of(
                                 text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A host with its port: `db.example:5432`, `[::1]:5432`. libpq quotes a port that is none, and it may be a password.
void check_host(std::string_view host) {
  const std::size_t bracket = host.rfind(']');
  const std::string_view rest = bracket == std::string_view::npos ? host : host.substr(bracket + 1);
  const std::size_t colon = rest.find(':');
  if (colon != std::string_view::npos && !is_port(rest.substr(colon + 1))) throw bad_url("its port is no number");
}

bool has_colon(std::string_view user) {
  return user.find(':') != std::string_view::npos || user.find("%3A") != std::string_view::npos ||
         user.find("%3a") != std::string_view::npos;
}

bool is_secret(std::string_view option) {
  const std::string_view name = option.substr(0, option.find('='));
  return name.find("password") != std::string_view::npos || name.find('%') != std::string_view::npos;
}

}  // namespace

void check_database_url(std::string_view url) {
  if (std::any_of(url.begin(), url.end(), [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; }))
    throw bad_url("it has a blank");
  const std::string_view rest = without_scheme(url);
  const std::size_t query = rest.find('?');
  const std::string_view place = rest.substr(0, query);
  const std::size_t at = place.rfind('@');
  const std::size_t slash = place.find('/');
  if (at != std::string_view::npos && has_colon(place.substr(0, at))) throw bad_url("it has a password");
  if (at != std::string_view::npos && slash < at) throw bad_url("it has a '/' before an '@' (a user's is written %2F)");
  const std::size_t hosts_at = at == std::string_view::npos ? 0 : at + 1;
  for (const std::string& host : util::split(place.substr(hosts_at, slash - hosts_at), ',')) check_host(host);
  if (query == std::string_view::npos) return;
  for (const std::string& option : util::split(rest.substr(query + 1), '&'))
    if (is_secret(option))
      throw bad_url("it has a password");
    else if (option.find('@') != std::string::npos)
      throw bad_url("it has an '@' behind the '?'");
}

}  // namespace crmtrack::exchange
