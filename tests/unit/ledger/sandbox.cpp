#include "sandbox.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>

#include "git/program/environment.hpp"
#include "ledger/write/init.hpp"
#include "util/id.hpp"
#include "util/process.hpp"

namespace crmtrack::ledger::testing {
namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::string>& main_files() {
  static const std::map<std::string, std::string> files{{"README.md", "# Data\n"},
                                                        {"policy/reasons.yaml", "reasons: []\n"}};
  return files;
}

}  // namespace

Sandbox::Sandbox() {
  std::string pattern = (fs::temp_directory_path() / "crmtrack-ledger-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  root_ = pattern;
  fs::create_directories(root_ / "home");
  variables_ = {{"HOME", (root_ / "home").string()}, {"GIT_CONFIG_NOSYSTEM", "1"},
                {"GIT_AUTHOR_NAME", "Asha"},         {"GIT_AUTHOR_EMAIL", "asha@example.com"},
                {"GIT_COMMITTER_NAME", "Asha"},      {"GIT_COMMITTER_EMAIL", "asha@example.com"}};
}

Sandbox::~Sandbox() {
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

git::Environment Sandbox::environment() const {
  auto variables = std::make_shared<std::map<std::string, std::string>>(variables_);
  return [variables](const char* name) -> const char* {
    const auto found = variables->find(name);
    return found == variables->end() ? nullptr : found->second.c_str();
  };
}

Ledger Sandbox::init(const std::string& name, bool bare) const {
  return ledger::init(path(name), bare, environment(), main_files(), "7f3q2mxab4", at(1000000000));
}

Ledger Sandbox::open(const std::string& name) const {
  const auto location = git::find_location(path(name));
  if (!location) throw std::runtime_error("no repository in " + name);
  return Ledger::open(*location, environment());
}

namespace {

util::ProcessResult run_git(const fs::path& folder, const std::map<std::string, std::string>& variables,
                            const std::vector<std::string>& arguments) {
  std::vector<std::string> words{"env", "-i", fmt::format("PATH={}", std::getenv("PATH")), "LC_ALL=C", "TZ=UTC"};
  for (const auto& [name, value] : variables) words.push_back(name + "=" + value);
  words.insert(words.end(), {"git", "-C", folder.string()});
  words.insert(words.end(), arguments.begin(), arguments.end());
  return util::run_process(words);
}

}  // namespace

std::string Sandbox::git(const std::string& folder, const std::vector<std::string>& arguments) const {
  const auto result = run_git(path(folder), variables_, arguments);
  if (result.status != 0) throw std::runtime_error(fmt::format("git {}: {}", arguments.front(), result.err));
  return result.out;
}

int Sandbox::git_status(const std::string& folder, const std::vector<std::string>& arguments) const {
  return run_git(path(folder), variables_, arguments).status;
}

std::string Sandbox::fsck(const std::string& folder) const {
  const auto result =
      run_git(path(folder), variables_, {"fsck", "--strict", "--full", "--no-dangling", "--no-progress"});
  return result.status == 0 ? result.out + result.err : fmt::format("{}: {}{}", result.status, result.out, result.err);
}

util::Timestamp at(std::int64_t seconds) {
  return {.utc = util::Instant(std::chrono::seconds(seconds)), .offset = std::chrono::minutes(60)};
}

std::string folder_of(const std::string& complaint) { return "complaints/2026/11/21/" + complaint; }

NewFile activity(const std::string& complaint, unsigned number, const std::string& text) {
  std::array<std::uint8_t, 10> tail{};
  for (std::size_t i = 0; i < 4; ++i) tail[9 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  const std::string id = util::make_ulid(util::Millis(std::chrono::milliseconds(1700000000000)), tail);
  return {.path = fmt::format("{}/{}-activity.yaml", folder_of(complaint), id), .bytes = text};
}

Addition addition(const Ledger& ledger, std::vector<NewFile> files) {
  return {.files = std::move(files),
          .subject = "activity 7f3q2mxab4: call out",
          .trailers = {"Complaint: 20261121-7f3q2mxab4"},
          .unchanged = {},
          .base = ledger.head()};
}

std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void write_text(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace crmtrack::ledger::testing
