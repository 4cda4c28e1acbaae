#include "ledger/audit/time/far_ids.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "ledger/read/contents.hpp"
#include "record/path.hpp"
#include "util/id.hpp"

namespace crmtrack::ledger {

namespace {

constexpr std::chrono::days kFar{366};
constexpr std::chrono::minutes kNext{1};

/// The newest ids of stories as they were before the commits of a history.
class NewestIds {
 public:
  NewestIds(const git::Repository& repository, const AuditedHistory& history)
      : repository_(repository), history_(history) {}

  /// The newest time of the ids in a story's folder; the beginning of time where it had none.
  util::Instant beside(std::string_view path) {
    const std::string folder(path.substr(0, path.rfind('/')));
    const auto [place, is_new] = times_.try_emplace(folder);
    if (!is_new || !history_.older) return place->second;
    for (const File& file : list_files(repository_, history_.older->hex(), folder)) {
      const auto there = record::parse_path(file.path);
      const auto time = there ? util::time_of_ulid(there->record_id) : std::nullopt;
      if (time) place->second = std::max(place->second, std::chrono::floor<std::chrono::seconds>(*time));
    }
    return place->second;
  }

 private:
  const git::Repository& repository_;
  const AuditedHistory& history_;
  std::map<std::string, util::Instant> times_;  ///< by folder
};

}  // namespace

void refuse_far_ids(const git::Repository& repository, const AuditedHistory& history, util::Instant now,
                    std::vector<Finding>& findings) {
  NewestIds newest(repository, history);
  for (const RangePart& part : history.parts) {
    for (const Added& file : part.added) {
      const auto path = record::parse_path(file.path);
      const auto time = path ? util::time_of_ulid(path->record_id) : std::nullopt;
      if (!time || *time <= now + kFar || *time <= newest.beside(file.path) + kNext) continue;
      findings.push_back(history.blame(FindingKind::record_invalid, file.commit, file.path,
                                       "its id is of a time that is more than a year ahead"));
      findings.back().severity = Severity::fault;
    }
  }
}

}  // namespace crmtrack::ledger
