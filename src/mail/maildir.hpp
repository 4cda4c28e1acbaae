#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mail/receive/raw_mail.hpp"
#include "session/session.hpp"

namespace crmtrack::mail {

/// A file of a Maildir. A mail program changes the flags behind `:` and moves it from `new` to `cur`; the name before
/// them is that of one mail for ever.
struct MaildirFile {
  std::filesystem::path path;
  std::string name;  ///< without flags, and its size: what is remembered of it
};

/// The mails of a Maildir that this clone has not taken before, new and seen ones, by name. The names of those that it
/// took are kept in a file of our own folder, beside the commit that has them. The memory may be lost: each mail is
/// then read again, and known by its identity. It counts only while the ledger still has that commit.
class Maildir {
 public:
  /// Throws Error(not_found) where the folder is no Maildir.
  Maildir(session::Session& session, const std::filesystem::path& folder);

  /// The next mail, at most policy::kLargestAttachment bytes of it; nullopt at the end.
  std::optional<RawMail> next();
  /// The oldest mail that `next` gave, and that was not told of yet, is in the ledger.
  void take();
  /// How many mails were passed over, because the memory has them.
  [[nodiscard]] std::size_t passed_over() const { return passed_over_; }
  /// Writes the memory down. A folder that cannot be written is no failure.
  void remember();

 private:
  std::optional<RawMail> read(const MaildirFile& file);

  session::Session& session_;
  std::filesystem::path memory_;
  std::deque<MaildirFile> files_;
  std::deque<std::string> given_;
  std::set<std::string> taken_;
  std::size_t passed_over_ = 0;
};

}  // namespace crmtrack::mail
