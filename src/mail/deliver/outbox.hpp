#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "git/reference/location.hpp"
#include "util/file_lock.hpp"
#include "util/time.hpp"

namespace crmtrack::mail {

/// A message of this host on its way: begun before it is handed over, ended when the mail program has answered. Until
/// the ledger has the delivery, only this knows of it.
struct OnItsWay {
  int attempt = 0;
  std::string token;    ///< may be empty
  std::string outcome;  ///< empty where nobody knows whether the mail program got it
  std::string detail;
  util::Instant at{};
};

/// The messages that this host hands over, in a file of the clone's own folder. Each line is on the disk before the
/// next step, so a host that dies sends at most the one message again that was in flight, with the Message-ID and token
/// that it had.
class Outbox {
 public:
  /// Opens it for this process alone; nullopt while another one sends. Throws Error(repository).
  static std::optional<Outbox> open(const git::Location& location);

  [[nodiscard]] const OnItsWay* find(const std::string& record) const;
  [[nodiscard]] const std::map<std::string, OnItsWay>& all() const { return messages_; }
  /// Says that a message is about to be handed over.
  void begin(const std::string& record, int attempt, std::string_view token);
  void end(const std::string& record, std::string_view outcome, std::string_view detail, util::Instant at);
  /// Forgets those that have ended: the ledger has them.
  void forget_ended();

 private:
  Outbox(std::filesystem::path path, util::FileLock lock) : path_(std::move(path)), lock_(std::move(lock)) {}
  void read();
  void append(const std::string& line);

  std::filesystem::path path_;
  util::FileLock lock_;
  std::map<std::string, OnItsWay> messages_;  ///< by record
};

}  // namespace crmtrack::mail
