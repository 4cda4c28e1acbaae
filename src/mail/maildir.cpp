#include "mail/maildir.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "git/program/access.hpp"
#include "git/program/repository.hpp"
#include "ledger/read/read.hpp"
#include "util/descriptor.hpp"
#include "util/digest.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::string_view kVersion = "crmtrack maildir 1";
constexpr std::size_t kLargestMemory = 64UL << 20U;

/// The name of a mail without its flags, and the size of its file: a name that is used again is another mail.
std::string name_of_mail(const std::filesystem::path& path, std::uintmax_t size) {
  const std::string file = path.filename().string();
  return fmt::format("{} {}", file.substr(0, file.find(':')), size);
}

/// The files of `new` and `cur`, by name. Throws Error(not_found) where the folder has neither.
std::deque<MaildirFile> files_of(const std::filesystem::path& folder) {
  std::error_code failed;
  std::deque<MaildirFile> files;
  bool is_maildir = false;
  for (const char* part : {"cur", "new"}) {
    std::filesystem::directory_iterator entries(folder / part, failed);
    if (failed) continue;
    is_maildir = true;
    for (const auto& entry : entries) {
      const std::string file = entry.path().filename().string();
      if (file.starts_with('.') || file.find('\n') != std::string::npos || !entry.is_regular_file(failed)) continue;
      const std::uintmax_t size = entry.file_size(failed);
      if (!failed) files.push_back({entry.path(), name_of_mail(entry.path(), size)});
    }
  }
  if (!is_maildir)
    throw util::Error(util::ErrorKind::not_found,
                      fmt::format("cannot read '{}': it is no Maildir, with cur/ and new/ in it", folder.string()));
  std::ranges::sort(files, {}, &MaildirFile::name);
  return files;
}

/// The file with the memory of a Maildir, by the place of the Maildir.
std::filesystem::path memory_of(session::Session& session, const std::filesystem::path& folder) {
  constexpr std::size_t kDigits = 16;
  std::error_code failed;
  const std::filesystem::path place = std::filesystem::canonical(folder, failed);
  const std::string digest = util::sha256_hex((failed ? folder : place).string());
  return session.location().own_dir() / ("maildir-" + digest.substr(0, kDigits));
}

/// Whether the ledger has a commit. A memory may hold anything in its place.
bool has_commit(session::Session& session, const std::string& commit) {
  const std::string head = session.index().ledger_commit();
  try {
    return !head.empty() && ledger::is_ancestor(session.ledger(), commit, head);
  } catch (const util::Error&) {
    return false;
  }
}

/// The names in a memory; none where it is not ours, or the ledger has lost the commit that it goes by.
std::set<std::string> load_names(session::Session& session, const std::filesystem::path& memory) {
  const auto text = util::find_file_text(memory, kLargestMemory);
  std::vector<std::string> lines = util::split(text.value_or(""), '\n');
  if (lines.size() < 2 || lines[0] != kVersion) return {};
  if (!has_commit(session, lines[1])) return {};
  std::set<std::string> names(lines.begin() + 2, lines.end());
  names.erase("");
  return names;
}

}  // namespace

Maildir::Maildir(session::Session& session, const std::filesystem::path& folder)
    : session_(session), memory_(memory_of(session, folder)), files_(files_of(folder)) {
  const std::set<std::string> known = load_names(session, memory_);
  // Names of mails that are gone are forgotten.
  for (const MaildirFile& file : files_)
    if (known.contains(file.name)) taken_.insert(file.name);
  passed_over_ = std::erase_if(files_, [&](const MaildirFile& file) { return taken_.contains(file.name); });
}

std::optional<RawMail> Maildir::next() {
  while (!files_.empty()) {
    const MaildirFile file = std::move(files_.front());
    files_.pop_front();
    auto raw = read(file);
    if (!raw || raw->size == 0) continue;
    given_.push_back(file.name);
    return raw;
  }
  return std::nullopt;
}

/// Nullopt where a mail program has moved or removed it since.
std::optional<RawMail> Maildir::read(const MaildirFile& file) {
  const util::Descriptor opened(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (opened.get() < 0) return std::nullopt;
  return read_raw_mail(opened.get());
}

void Maildir::take() {
  if (given_.empty()) return;
  taken_.insert(std::move(given_.front()));
  given_.pop_front();
}

void Maildir::remember() {
  session_.refresh();
  std::string text = fmt::format("{}\n{}\n", kVersion, session_.index().ledger_commit());
  for (const std::string& name : taken_) text.append(name).append("\n");
  try {
    const git::Repository& repository = session_.ledger().repository();
    git::make_own_dir(repository.location, repository.access);
    util::replace_file(memory_, text, repository.access.file);
  } catch (const util::Error&) {
    // The next run reads them all again.
  }
}

}  // namespace crmtrack::mail
