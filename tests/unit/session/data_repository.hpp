#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ledger/write/init.hpp"
#include "policy/policy.hpp"
#include "policy/templates.hpp"
#include "session/session.hpp"

namespace crmtrack::session::test {

/// Keeps each notice as a line: `say: …`, `warn: …`, `hint: …`, `detail: …`, `announce: …`, `progress: …`.
class KeptNotices : public Notices {
 public:
  explicit KeptNotices(std::vector<std::string>& lines) : lines_(lines) {}
  void say(std::string_view sentence) override { lines_.push_back(fmt::format("say: {}", sentence)); }
  void warn(std::string_view sentence) override { lines_.push_back(fmt::format("warn: {}", sentence)); }
  void hint(std::string_view sentence) override { lines_.push_back(fmt::format("hint: {}", sentence)); }
  void detail(std::string_view sentence) override { lines_.push_back(fmt::format("detail: {}", sentence)); }
  void announce(std::string_view task) override { lines_.push_back(fmt::format("announce: {}", task)); }
  ProgressReport progress(const std::string& task) override {
    lines_.push_back(fmt::format("progress: {}", task));
    return {};
  }

 private:
  std::vector<std::string>& lines_;
};

/// A data repository in a temporary folder, with policy's templates, and an environment that is not the process's: a
/// fixed clock, a fixed seed, and Asha as the user.
class DataRepository {
 public:
  DataRepository() {
    std::string pattern = (std::filesystem::temp_directory_path() / "crmtrack-session-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    root_ = pattern;
    std::filesystem::create_directories(root_ / "home");
    variables_ = {{"HOME", (root_ / "home").string()},
                  {"GIT_CONFIG_NOSYSTEM", "1"},
                  {"GIT_AUTHOR_NAME", "Asha"},
                  {"GIT_AUTHOR_EMAIL", "asha@example.com"},
                  {"GIT_COMMITTER_NAME", "Asha"},
                  {"GIT_COMMITTER_EMAIL", "asha@example.com"},
                  {"CRMTRACK_NOW", "2026-11-21T09:12:00Z"},
                  {"CRMTRACK_SEED", "seed"},
                  {"TZ", "UTC"}};
    std::map<std::string, std::string> files{{"README.md", "# Data\n"}};
    for (const auto& [name, text] : policy::templates()) files["policy/" + name] = text;
    const util::Timestamp start = *util::parse_rfc3339("2026-11-20T08:00:00Z");
    (void)ledger::init(folder(), false, environment(), files, "7f3q2mxab4", start);
  }
  DataRepository(const DataRepository&) = delete;
  DataRepository& operator=(const DataRepository&) = delete;
  ~DataRepository() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }

  /// The folder of the data repository, or of another one beside it.
  [[nodiscard]] std::filesystem::path folder(const std::string& name = "data") const { return root_ / name; }
  /// For sessions that are opened from then on.
  void set(const std::string& variable, const std::string& value) { variables_[variable] = value; }

  [[nodiscard]] Settings settings(const std::string& command) const {
    Settings settings;
    settings.command = command;
    settings.directory = folder().string();
    settings.environment = environment();
    return settings;
  }

  /// A session with these settings that keeps its notices in `heard`.
  std::unique_ptr<Session> open(Settings settings, Access access = Access::writes) {
    auto session = std::make_unique<Session>(std::move(settings), std::make_unique<KeptNotices>(heard));
    session->open(access);
    return session;
  }
  std::unique_ptr<Session> open(const std::string& command, Access access = Access::writes) {
    return open(settings(command), access);
  }

  std::vector<std::string> heard;

 private:
  [[nodiscard]] git::Environment environment() const {
    const auto variables = std::make_shared<const std::map<std::string, std::string>>(variables_);
    return [variables](const char* name) -> const char* {
      const auto found = variables->find(name);
      return found == variables->end() ? nullptr : found->second.c_str();
    };
  }

  std::filesystem::path root_;
  std::map<std::string, std::string> variables_;
};

}  // namespace crmtrack::session::test
