#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "ledger/ledger.hpp"
#include "ledger/write/addition.hpp"

namespace crmtrack::ledger::testing {

/// A folder of its own with an empty HOME, an environment that is not the process's, and the real git beside it.
class Sandbox {
 public:
  Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;
  ~Sandbox();

  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return root_ / name; }
  [[nodiscard]] git::Environment environment() const;
  void set(const std::string& name, const std::string& value) { variables_[name] = value; }

  Ledger init(const std::string& name, bool bare = false) const;
  [[nodiscard]] Ledger open(const std::string& name) const;

  /// Standard output of git in that folder; throws where it fails.
  std::string git(const std::string& folder, const std::vector<std::string>& arguments) const;
  /// Its exit status.
  int git_status(const std::string& folder, const std::vector<std::string>& arguments) const;
  /// The output of `git fsck --strict`; empty: sound. Dangling objects are no fault.
  std::string fsck(const std::string& folder) const;

 private:
  std::filesystem::path root_;
  std::map<std::string, std::string> variables_;
};

util::Timestamp at(std::int64_t seconds);
/// An activity of the complaint with that random part, told apart by `number`.
NewFile activity(const std::string& complaint, unsigned number, const std::string& text = "kind: activity\n");
/// One commit on top of the ledger's head.
Addition addition(const Ledger& ledger, std::vector<NewFile> files);
std::string folder_of(const std::string& complaint);

std::string read_text(const std::filesystem::path& path);
void write_text(const std::filesystem::path& path, const std::string& text);

}  // namespace crmtrack::ledger::testing
