#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace crmtrack::test {

/// The folder of real tables and files that developers may have beside the project: CRMTRACK_SAMPLE_DATA, else
/// ../shared/data. Tests that need it pass over it where it is absent.
inline std::filesystem::path sample_data() {
  const char* stated = std::getenv("CRMTRACK_SAMPLE_DATA");
  return stated != nullptr ? std::filesystem::path(stated)
                           : std::filesystem::path(CRMTRACK_SOURCE_DIR) / ".." / "shared" / "data";
}

inline bool has_sample_data() { return std::filesystem::is_directory(sample_data()); }

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder, const std::string& ending) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == ending) files.push_back(entry.path());
  return files;
}

}  // namespace crmtrack::test
