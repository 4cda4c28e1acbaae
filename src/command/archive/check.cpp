#include "command/archive/check.hpp"

#include <fmt/format.h>

#include <set>

#include "command/archive/file.hpp"
#include "git/program/private_folder.hpp"
#include "ledger/audit/proof/checkpoint_tag.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

namespace fs = std::filesystem;
using util::Error;
using util::ErrorKind;

namespace {

constexpr const char* kFindDamage = "crmtrack audit --full names what is damaged here, and its manual how to mend it";

[[noreturn]] void fail_check(const std::string& why) {
  throw Error(ErrorKind::repository, fmt::format("cannot write the archive: {}", why), {kFindDamage});
}

/// The names of the objects of a pack, by the index that was made of it.
std::set<std::string> names_in(const fs::path& folder, const fs::path& index) {
  constexpr std::size_t kLargestIndex = std::size_t{1} << 30U;
  const std::string listed =
      run_git_in(folder, {"show-index"}, "read the evidence's pack again", util::read_file(index, kLargestIndex));
  std::set<std::string> names;
  for (const std::string& line : util::split(listed, '\n'))
    if (const auto words = util::split(line, ' '); words.size() >= 2) names.insert(words[1]);
  return names;
}

}  // namespace

void check_written(const fs::path& file, std::string_view bytes) {
  if (util::read_file(file, bytes.size() + 1) != bytes)
    fail_check(fmt::format("'{}' does not hold what was written to it", file.string()));
}

void check_pack(const fs::path& pack, const std::vector<std::string>& objects) {
  const git::PrivateFolder folder("crmtrack-archive");
  const fs::path git_dir = folder.path() / "check.git", index = folder.path() / "check.idx";
  run_git_in(git_dir, {"init", "-q", "--bare", git_dir.string()}, "make a repository");
  run_git_in(git_dir, {"index-pack", "-o", index.string(), fs::absolute(pack).string()},
             "read the evidence's pack again");
  const std::set<std::string> names = names_in(git_dir, index);
  for (const std::string& object : objects)
    if (!names.contains(object)) fail_check(fmt::format("the bytes of the object '{}' are not its own", object));
}

void check_bundle(const fs::path& file, const ledger::Checkpoint& checkpoint, const git::Environment& environment) {
  const git::PrivateFolder folder("crmtrack-archive");
  const fs::path git_dir = folder.path() / "check.git";
  run_git_in(git_dir, {"init", "-q", "--bare", "-b", "main", git_dir.string()}, "make a repository");
  try {
    // The ledger judged the objects when they came, so fsck is off: only their bytes are checked here.
    run_git_in(git_dir,
               {"-c", "fetch.fsckObjects=false", "-c", "fetch.unpackLimit=1", "fetch", "-q", "--no-write-fetch-head",
                "--no-tags", fs::absolute(file).string(), "refs/*:refs/*"},
               "read the archive again");
    const ledger::Ledger restored = ledger::Ledger::open(git::find_location_at(git_dir).value(), environment);
    if (const ledger::Checkpoint made = ledger::make_checkpoint(restored, checkpoint.time);
        made.head != checkpoint.head || made.records != checkpoint.records || made.sha256 != checkpoint.sha256)
      fail_check("what is restored from it is not the ledger that it was made of");
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::program_failed) fail_check(error.what());
    throw;
  }
}

}  // namespace crmtrack::command
