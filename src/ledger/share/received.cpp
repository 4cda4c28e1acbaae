#include "ledger/share/received.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <vector>

#include "util/error.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::size_t kLargest = 64U << 10U;

std::filesystem::path file_of(const git::Location& location) { return location.own_dir() / "received"; }

/// Tells one state of Git's configuration from another: which remote is the upstream stands in it.
std::string stamp_of(const git::Location& location) {
  struct stat info {};
  if (::stat((location.common_dir / "config").c_str(), &info) != 0) return "none";
  return fmt::format("{} {} {}.{:09}", info.st_ino, info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
}

std::optional<std::string> read_memory(const git::Location& location) {
  try {
    return util::find_file_text(file_of(location), kLargest);
  } catch (const util::Error&) {
    return std::nullopt;  // whatever lies there is none of ours
  }
}

}  // namespace

std::optional<Received> find_received(const git::Location& location) {
  const auto text = read_memory(location);
  if (!text) return std::nullopt;
  const std::vector<std::string> lines = util::split(*text, '\n');
  constexpr std::size_t kLines = 5;  // the last one is empty: a file cut short is none
  if (lines.size() != kLines || lines[0] != stamp_of(location)) return std::nullopt;
  Received received{lines[1], lines[2], lines[3]};
  if (received.reference.empty()) return received;
  if (git::read_reference(location, received.reference).value_or("") != received.commit) return std::nullopt;
  return received;
}

void remember_received(const git::Location& location, const Received& received) noexcept {
  try {
    util::replace_file(file_of(location), fmt::format("{}\n{}\n{}\n{}\n", stamp_of(location), received.reference,
                                                      received.commit, util::visible_line(received.refusal)));
  } catch (...) {
    // A folder that cannot be written: then each command looks for itself.
  }
}

void forget_received(const git::Location& location) noexcept { ::unlink(file_of(location).c_str()); }

}  // namespace crmtrack::ledger
