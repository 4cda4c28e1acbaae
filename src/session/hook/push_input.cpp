#include "session/hook/push_input.hpp"

#include <fmt/format.h>

#include <chrono>

#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

std::vector<ledger::PushedReference> read_push(const std::string& input) {
  std::vector<ledger::PushedReference> pushed;
  const auto id = [](const std::string& word) {
    return word.find_first_not_of('0') == std::string::npos ? std::string() : word;
  };
  for (const std::string& line : util::split(input, '\n')) {
    const std::vector<std::string> words = util::split(line, ' ');
    if (words.size() == 3) pushed.push_back({words[2], id(words[0]), id(words[1])});
  }
  return pushed;
}

ledger::Pusher get_pusher(Session& session, const std::string& identity) {
  ledger::Pusher pusher{std::nullopt, std::chrono::floor<std::chrono::seconds>(session.clock())};
  if (identity.empty()) return pusher;
  const char* value = session.variable(identity.c_str());
  if (value == nullptr || *value == '\0') {
    throw Error(ErrorKind::refused,
                fmt::format("cannot take the push: the server does not say who you are: {} is not set", identity),
                {"ask whoever runs the server"});
  }
  pusher.email = value;
  return pusher;
}

}  // namespace crmtrack::session
