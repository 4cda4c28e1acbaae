#include "ledger/audit/time/arrivals.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <set>

#include "ledger/audit/tolerances.hpp"
#include "ledger/read/range.hpp"
#include "ledger/share/push/receipt.hpp"
#include "ledger/share/upstream.hpp"
#include "record/path.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

/// Whether a folder of a story has its complaint's own record at a commit.
bool has_complaint(const git::ObjectStore& objects, const git::ObjectId& tree, const std::string& story) {
  const auto folder = objects.find_folder(tree, story);
  if (!folder) return false;
  const git::TreeBytes bytes = objects.read_tree(*folder);
  for (git::TreeCursor cursor(*bytes); !cursor.done(); cursor.next())
    if (cursor.entry().name.ends_with("-complaint.yaml")) return true;
  return false;
}

constexpr const char* kUnseen = "its commit does not have the complaint's own record in its history";
constexpr const char* kIntruder = "a complaint record for records that were there before it and do not go on from it";

class ArrivalsAudit {
 public:
  ArrivalsAudit(const git::Repository& repository, const AuditedHistory& history, const Arrivals& arrivals,
                std::chrono::seconds grace, std::vector<Finding>& findings)
      : repository_(repository), history_(history), arrivals_(arrivals), grace_(grace), findings_(findings) {}

  void run() {
    for (const RangePart& part : history_.parts) {
      for (const Added& file : part.added)
        if (arrivals_.count(history_.walk.commits[file.commit].id) != 0) files_[file.commit].push_back(file.path);
    }
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) {
      const auto arrival = arrivals_.find(history_.walk.commits[i].id);
      if (arrival != arrivals_.end()) tell(i, arrival->second);
    }
  }

 private:
  void tell(std::size_t commit, const Arrival& arrival) {
    const util::Instant time = history_.walk.commits[commit].time;
    const auto apart = arrival.after - time;
    const auto files = files_.find(commit);
    if (!arrival.relay.empty()) return tell_relayed(commit, arrival);
    const bool has_one = files != files_.end() && files->second.size() == 1;
    Finding finding = history_.blame(FindingKind::dated_before_seen, commit, has_one ? files->second.front() : "",
                                     fmt::format("committed {} before {}, which does not have it",
                                                 util::format_duration(apart), describe_witness(arrival.witness)));
    finding.severity = apart > grace_ ? Severity::warning : Severity::notice;
    if (files != files_.end() && is_before_its_complaint(commit, files->second)) {
      finding.severity = Severity::warning;
      finding.message += ", and more than a day before its complaint's own record";
    }
    findings_.push_back(std::move(finding));
  }

  /// Nobody's fault: who brought it had the right to, and is named.
  void tell_relayed(std::size_t commit, const Arrival& arrival) {
    const util::Instant time = history_.walk.commits[commit].time;
    Finding finding = history_.blame(
        FindingKind::relayed, commit, "",
        fmt::format("by {}, committed {} before {}; {} brought it, with the right 'relay'",
                    util::visible_line(history_.author_of(commit)), util::format_duration(arrival.after - time),
                    describe_witness(arrival.witness), util::visible_line(arrival.relay)));
    finding.author = arrival.relay;
    findings_.push_back(std::move(finding));
  }

  bool is_before_its_complaint(std::size_t commit, const std::vector<std::string_view>& paths) {
    return std::any_of(
        paths.begin(), paths.end(),
        [&](std::string_view path) {
          const auto parsed = record::parse_path(path);
          if (!parsed || parsed->story.kind != record::StoryKind::complaint || parsed->kind == record::Kind::complaint)
            return false;
          return descends_from_later_complaint(commit, std::string(path.substr(0, path.rfind('/'))));
        });
  }

  /// Follows what is dated more than a day later than the commit, and what came late like it, for the commit that added
  /// the complaint's own record.
  bool descends_from_later_complaint(std::size_t commit, const std::string& story) {
    constexpr std::size_t kMost = 10000;
    const util::Instant limit = history_.walk.commits[commit].time + kClockOff;
    std::unordered_set<git::ObjectId> seen;
    std::vector<git::ObjectId> waiting{history_.walk.commits[commit].id};
    while (!waiting.empty() && seen.size() < kMost) {
      const git::ObjectId id = waiting.back();
      waiting.pop_back();
      const git::CommitObject at = repository_.objects.read_commit(id);
      const bool is_later = at.committer.time > limit;
      if (is_later && adds_complaint(at, story)) return true;
      if (!is_later && arrivals_.count(id) == 0) continue;
      for (const git::ObjectId& parent : at.parents)
        if (seen.insert(parent).second) waiting.push_back(parent);
    }
    return false;
  }

  [[nodiscard]] bool adds_complaint(const git::CommitObject& commit, const std::string& story) const {
    const git::ObjectStore& objects = repository_.objects;
    if (!has_complaint(objects, commit.tree, story)) return false;
    return std::none_of(commit.parents.begin(), commit.parents.end(), [&](const git::ObjectId& parent) {
      return has_complaint(objects, objects.read_commit(parent).tree, story);
    });
  }

  const git::Repository& repository_;
  const AuditedHistory& history_;
  const Arrivals& arrivals_;
  std::chrono::seconds grace_;
  std::vector<Finding>& findings_;
  std::unordered_map<std::size_t, std::vector<std::string_view>> files_;  ///< by commit of the walk
};

/// Whether the folder of a record holds its complaint's own record.
bool has_complaint_record(const git::ObjectStore& objects, const git::ObjectId& tree, std::string_view path) {
  return has_complaint(objects, tree, std::string(path.substr(0, path.rfind('/'))));
}

/// Whether it was found that something was absent which a record of a complaint names, or goes by.
bool was_without(const Finding& finding) {
  const auto path = finding.kind == FindingKind::reference_absent ? record::parse_path(finding.path) : std::nullopt;
  return path && path->story.kind == record::StoryKind::complaint && path->kind != record::Kind::complaint;
}

/// Puts one finding, of no commit, in the place of all that are of a kind; `tell` gives its words.
template <class Is, class Tell>
void join_those(std::vector<Finding>& findings, Is is, Tell tell) {
  const auto first = std::find_if(findings.begin(), findings.end(), is);
  if (first == findings.end()) return;
  const auto count = static_cast<std::size_t>(std::count_if(first, findings.end(), is));
  *first = {first->kind, Severity::notice, "", "", "", std::nullopt, tell(count, *first)};
  findings.erase(std::remove_if(std::next(first), findings.end(), is), findings.end());
}

}  // namespace

void audit_arrivals(const git::Repository& repository, const AuditedHistory& history, const Arrivals& arrivals,
                    std::chrono::seconds grace, std::vector<Finding>& findings) {
  if (!arrivals.empty()) ArrivalsAudit(repository, history, arrivals, grace, findings).run();
}

void audit_receipts(const git::Repository& repository, util::Instant now, std::vector<Finding>& findings) {
  const std::vector<Receipt> future = find_future_receipts(repository, now);
  if (future.empty()) return;
  const std::string when = util::format_utc(future.front().time);
  findings.push_back({FindingKind::time_future, severity_of(FindingKind::time_future), "", "", "", std::nullopt,
                      future.size() == 1 ? fmt::format("the server's receipt of {} is of the future: a clock was "
                                                       "wrong, or somebody made it up; it shows nothing",
                                                       when)
                                         : fmt::format("{} of the server's receipts, the newest of {}, are of the "
                                                       "future: a clock was wrong, or somebody made them up; they "
                                                       "show nothing",
                                                       future.size(), when)});
}

void audit_unfounded(const git::ObjectStore& objects, const AuditedHistory& history, std::vector<Finding>& findings) {
  for (const RangePart& part : history.parts) {
    for (const auto& [path, commit] : part.unfounded) {
      if (history.by_nobody.count(history.walk.commits[commit].id) != 0) continue;
      if (!has_complaint_record(objects, history.tree, path)) continue;  // told as a reference to what is absent
      const bool is_own = path.ends_with("-complaint.yaml");
      findings.push_back(history.blame(FindingKind::complaint_unseen, commit, path, is_own ? kIntruder : kUnseen));
    }
  }
}

void audit_founded_later(const git::ObjectStore& objects, const git::ObjectId& tree,
                         const std::vector<Finding>& remembered, std::vector<Finding>& findings) {
  std::set<std::string_view> told;
  for (const Finding& finding : remembered)
    if (finding.kind == FindingKind::complaint_unseen) told.insert(finding.path);
  for (const Finding& finding : remembered) {
    const auto commit = was_without(finding) ? git::parse_object_id(finding.commit) : std::nullopt;
    if (!commit || told.count(finding.path) != 0 || !has_complaint_record(objects, tree, finding.path)) continue;
    if (!came_unfounded(objects, *commit, finding.path)) continue;
    told.insert(finding.path);
    Finding unseen = finding;
    unseen.kind = FindingKind::complaint_unseen;
    unseen.severity = severity_of(unseen.kind);
    unseen.message = kUnseen;
    findings.push_back(std::move(unseen));
  }
}

util::Instant heard_until(const git::Repository& repository, util::Instant now) {
  struct stat info {};
  if (!find_upstream(repository.settings)) return now;
  if (::stat((repository.location.git_dir / "FETCH_HEAD").c_str(), &info) != 0) return now;
  return std::min(now, util::Instant(std::chrono::seconds(info.st_mtim.tv_sec)));
}

void join_notices(std::vector<Finding>& findings) {
  const auto is_offline = [](const Finding& finding) {
    return finding.kind == FindingKind::dated_before_seen && finding.severity == Severity::notice;
  };
  join_those(findings, is_offline, [](std::size_t count, const Finding&) {
    return count == 1 ? std::string(
                            "1 commit is dated before it is known to have come, within the grace: work done offline "
                            "(-v lists it)")
                      : fmt::format(
                            "{} commits are dated before they are known to have come, within the grace: work "
                            "done offline (-v lists them)",
                            count);
  });
  std::set<std::string> relays;
  for (const Finding& finding : findings)
    if (finding.kind == FindingKind::relayed) relays.insert(finding.author);
  for (const std::string& relay : relays) {
    const auto is_its = [&](const Finding& it) { return it.kind == FindingKind::relayed && it.author == relay; };
    join_those(findings, is_its, [&](std::size_t count, const Finding& first) {
      return count == 1 ? first.message
                        : fmt::format(
                              "{} commits of others, dated before they came, were brought by {}, with the right "
                              "'relay' (-v lists them)",
                              count, util::visible_line(relay));
    });
  }
}

}  // namespace crmtrack::ledger
