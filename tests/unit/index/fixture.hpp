#pragma once

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "index/index.hpp"
#include "ledger/write/addition.hpp"
#include "query/filter.hpp"
#include "record/path.hpp"
#include "record/record.hpp"

namespace crmtrack::index::test {

/// Wednesday 2026-01-07 09:00 UTC.
inline constexpr util::Instant kStart = util::Instant(std::chrono::seconds(1'767'776'400));

inline util::Instant after_hours(int hours) { return kStart + std::chrono::hours(hours); }

/// A data repository in a temporary folder, removed at the end.
class Repository {
 public:
  Repository();
  Repository(const Repository&) = delete;
  ~Repository();

  /// Writes a record in a commit of its own, made when it happened; its id.
  std::string add(const record::StoryRef& story, std::string kind, util::Instant at, yaml::Node fields,
                  std::vector<std::string> after = {});
  /// Collects records for `commit`.
  std::string prepare(const record::StoryRef& story, std::string kind, util::Instant at, yaml::Node fields,
                      std::vector<std::string> after = {});
  void prepare_file(std::string path, std::string bytes);
  void commit(util::Instant at);
  void commit_bulk(util::Instant at);
  void set_policy(const std::string& file, const std::string& text);

  /// A provider for the ledger that counts how often it was asked.
  Index open();
  LedgerProvider provider();
  Index::Options options();

  git::Location location;
  std::vector<std::string> notices;
  int asked = 0;
  std::filesystem::path folder;

  ledger::Ledger& ledger() { return *ledger_; }
  [[nodiscard]] std::filesystem::path database() const;

 private:
  std::optional<ledger::Ledger> ledger_;
  std::vector<ledger::NewFile> files_;
  std::uint64_t count_ = 0;
};

inline record::StoryRef complaint(std::string id) { return {record::StoryKind::complaint, std::move(id)}; }
inline record::StoryRef customer(std::string id) { return {record::StoryKind::customer, std::move(id)}; }

/// `{"a", "1"}, …` as a map of texts.
yaml::Node fields(std::initializer_list<std::pair<std::string, std::string>> entries);

/// A seeded writer of plausible stories, in which every filter key occurs.
class Storyteller {
 public:
  Storyteller(Repository& repository, unsigned seed) : repository_(repository), random_(seed) {}
  /// Prepares one step of a new or known story; commits are the caller's.
  void step();
  [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }
  util::Instant now{kStart};

 private:
  void new_complaint();
  void new_customer();
  void continue_complaint(const std::string& id);
  std::string pick(std::initializer_list<const char*> words);
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

  Repository& repository_;
  std::mt19937 random_;
  std::vector<std::string> complaints_;
  std::vector<std::string> last_records_;
};

/// Everything that an index file says, in an order and with names that do not depend on how it came about.
std::vector<std::string> dump(const std::filesystem::path& database);

/// Parses a filter over complaints; fails the test where it is none.
query::Filter filter(const std::string& text);
query::Moment moment(util::Instant now);

}  // namespace crmtrack::index::test
