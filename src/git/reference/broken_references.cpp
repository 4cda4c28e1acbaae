#include "git/reference/broken_references.hpp"

#include <algorithm>
#include <fstream>
#include <string>
#include <system_error>

#include "git/object/object_id.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;

bool names_nothing(const fs::path& path) try {
  constexpr std::size_t kLongest = 64U << 10U;
  const std::string text = util::find_file_text(path, kLongest).value_or("");
  return !text.starts_with("ref:") && !parse_object_id(util::trim(text));
} catch (const util::Error&) {
  return false;  // another's, or larger than any reference: not what a power cut leaves
}

/// Whether its last line is not whole.
bool is_cut_short(const fs::path& packed) {
  std::error_code failed;
  if (!fs::is_regular_file(packed, failed)) return false;
  std::ifstream file(packed, std::ios::binary);
  return file.seekg(-1, std::ios::end) && file.get() != '\n';
}

}  // namespace

std::vector<fs::path> find_broken_references(const Location& location) {
  constexpr std::size_t kMostLookedAt = 100'000;
  std::vector<fs::path> broken;
  std::error_code failed;
  std::size_t count = 0;
  for (fs::recursive_directory_iterator at(location.common_dir / "refs", failed), end;
       !failed && at != end && count < kMostLookedAt; at.increment(failed), ++count) {
    std::error_code unknown;
    if (at->is_regular_file(unknown) && at->path().extension() != ".lock" && names_nothing(at->path()))
      broken.push_back(at->path());
  }
  std::ranges::sort(broken);
  if (names_nothing(location.git_dir / "HEAD")) broken.insert(broken.begin(), location.git_dir / "HEAD");
  if (is_cut_short(location.common_dir / "packed-refs")) broken.push_back(location.common_dir / "packed-refs");
  return broken;
}

}  // namespace crmtrack::git
