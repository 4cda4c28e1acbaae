#include "index/build/correction_links.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "index/sqlite/reading.hpp"
#include "util/id.hpp"

namespace crmtrack::index {

namespace {

/// The most folders through which the corrections of one record are followed. People move a record once or twice; one
/// that is moved through more complaints slows no index.
constexpr std::size_t kMostFolders = 64;

/// From the corrections in a story to the stories with all others of the same records, up and down the corrections of
/// corrections.
constexpr const char* kLinked =
    "WITH RECURSIVE about(id) AS (SELECT corrects FROM corrections WHERE story = ?1 "
    "UNION SELECT id FROM corrections WHERE story = ?1 "
    "UNION SELECT c.id FROM about a JOIN corrections c ON c.corrects = a.id "
    "UNION SELECT c.corrects FROM about a JOIN corrections c ON c.id = a.id) "
    "SELECT DISTINCT c.story FROM about a JOIN corrections c ON c.corrects = a.id WHERE c.story <> ?1";

/// True for a field whose last part is `complaint`: `complaint`, `set.complaint` …
bool is_place(std::string_view field) { return field.substr(field.rfind('.') + 1) == "complaint"; }

void collect_targets(const yaml::Node& set, std::vector<std::string>& targets) {
  for (const auto& [field, value] : set.entries) {
    if (value.is_scalar() && is_place(field) && util::is_complaint_id(value.text)) targets.push_back(value.text);
    collect_targets(value, targets);
  }
}

/// A correction, once for each of its targets.
struct LinkRow {
  std::int64_t record = 0, story = 0;
  std::string id;
  std::string_view target;
};
constexpr Reading kLinkRow{Read{"record", &LinkRow::record}, Read{"story", &LinkRow::story}, Read{"id", &LinkRow::id},
                           Read{"target", &LinkRow::target}};

/// Follows the corrections of one record from folder to folder.
class Chain {
 public:
  Chain(CorrectionLinks& links, Statement& of_record, std::int64_t home)
      : links_(links), of_record_(of_record), folders_{home} {}

  std::vector<CorrectionLink> follow(const std::string& record) {
    read(record);
    while (!ready_.empty()) {
      CorrectionLink link = std::move(ready_.extract(ready_.begin()).mapped());
      for (const std::string& target : link.targets) open(links_.find_complaint(target));
      read(link.id);
      chain_.push_back(std::move(link));
    }
    std::sort(chain_.begin(), chain_.end(),
              [](const auto& a, const auto& b) { return std::tie(a.id, a.record) < std::tie(b.id, b.record); });
    return std::move(chain_);
  }

 private:
  using ById = std::map<std::pair<std::string, std::int64_t>, CorrectionLink>;

  /// The corrections of a record or correction.
  void read(const std::string& corrected) {
    if (!read_.insert(corrected).second) return;
    ById found;
    of_record_.bind_all(Raw{corrected});
    while (of_record_.step()) {
      LinkRow row;
      kLinkRow.read(of_record_, row);
      CorrectionLink& link = found[{row.id, row.record}];
      link.record = row.record;
      link.story = row.story;
      link.id = row.id;
      if (!row.target.empty()) link.targets.emplace_back(row.target);
    }
    of_record_.reset();
    for (auto& [key, link] : found) (folders_.contains(link.story) ? ready_ : waiting_[link.story]).emplace(key, link);
  }

  void open(std::int64_t folder) {
    if (folder == 0 || folders_.size() >= kMostFolders || !folders_.insert(folder).second) return;
    if (const auto found = waiting_.find(folder); found != waiting_.end()) {
      ready_.merge(found->second);
      waiting_.erase(found);
    }
  }

  CorrectionLinks& links_;
  Statement& of_record_;
  std::set<std::int64_t> folders_;
  std::set<std::string> read_;
  ById ready_;                            ///< the smallest id goes first, so that the bound cuts alike everywhere
  std::map<std::int64_t, ById> waiting_;  ///< by a folder that nothing leads to yet
  std::vector<CorrectionLink> chain_;
};

}  // namespace

std::vector<std::string> move_targets_of(const record::Record& correction) {
  std::vector<std::string> targets;
  if (const yaml::Node* set = correction.body.find("set")) collect_targets(*set, targets);
  std::sort(targets.begin(), targets.end());
  targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
  return targets;
}

// Unqualified names: the temporary tables of an index as of some time shadow those of the file.
CorrectionLinks::CorrectionLinks(const Database& database)
    : of_record_(database, kLinkRow.select() + " FROM corrections WHERE corrects = ? ORDER BY id"),
      in_story_(database.prepare("SELECT DISTINCT corrects FROM corrections WHERE story = ? ORDER BY 1")),
      linked_(database, kLinked),
      naming_(database,
              "SELECT DISTINCT story FROM corrections WHERE target = (SELECT id FROM stories "
              "WHERE key = ?1 AND kind = 0) AND story <> ?1"),
      find_complaint_(database, "SELECT key FROM stories WHERE kind = 0 AND id = ?"),
      any_(database, "SELECT EXISTS(SELECT 1 FROM corrections)") {}

std::vector<CorrectionLink> CorrectionLinks::chain_of(std::int64_t home, const std::string& record) {
  return Chain(*this, *of_record_, home).follow(record);
}

std::vector<std::string> CorrectionLinks::corrected_in(std::int64_t story) {
  std::vector<std::string> ids;
  in_story_.bind_all(story);
  while (in_story_.step()) ids.push_back(in_story_.text(0));
  in_story_.reset();
  return ids;
}

std::set<std::int64_t> CorrectionLinks::related(std::int64_t story) {
  std::set<std::int64_t> found;
  if (!has_any()) return found;
  const auto add = [&](Statement& statement) {
    statement.bind_all(story);
    while (statement.step()) found.insert(statement.integer(0));
    statement.reset();
  };
  // Recursion is dear, and begins at what the story itself corrects.
  if (!corrected_in(story).empty()) add(*linked_);
  add(*naming_);
  return found;
}

bool CorrectionLinks::has_any() {
  if (!has_any_) {
    Statement& statement = *any_;
    has_any_ = statement.step() && statement.integer(0) != 0;
    statement.reset();
  }
  return *has_any_;
}

std::int64_t CorrectionLinks::find_complaint(const std::string& id) {
  Statement& statement = *find_complaint_;
  statement.bind_all(Raw{id});
  const std::int64_t key = statement.step() ? statement.integer(0) : 0;
  statement.reset();
  return key;
}

}  // namespace crmtrack::index
