#include "ledger/audit/content/structure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "git/reference/histories.hpp"
#include "ledger/read/range.hpp"
#include "ledger/read/standing_content.hpp"
#include "ledger/rule/format_right.hpp"
#include "ledger/share/mend.hpp"
#include "ledger/share/merge_commit.hpp"
#include "ledger/write/derived_id.hpp"
#include "record/open.hpp"
#include "record/path.hpp"
#include "record/record.hpp"
#include "util/text/case.hpp"
#include "util/text/safe.hpp"
#include "yaml/read.hpp"

namespace crmtrack::ledger {
namespace {

FindingKind finding_kind(Range::Fault::Kind kind) {
  switch (kind) {
    case Range::Fault::Kind::removed:
      return FindingKind::record_removed;
    case Range::Fault::Kind::changed:
      return FindingKind::record_changed;
    case Range::Fault::Kind::replaced:
      return FindingKind::record_replaced;
    case Range::Fault::Kind::oversized:
      return FindingKind::record_oversized;
    case Range::Fault::Kind::tree_broken:
      return FindingKind::tree_broken;
    case Range::Fault::Kind::commit_broken:
      return FindingKind::commit_broken;
    case Range::Fault::Kind::misplaced:
    case Range::Fault::Kind::no_file:
      break;
  }
  return FindingKind::not_a_record;
}

/// Empty where a record cannot be read, or is too large: told where the record itself is read.
std::string text_of(const git::ObjectStore& objects, const Added& file) {
  if (objects.find_size(file.blob).value_or(0) > yaml::Limits{}.bytes) return {};
  try {
    return objects.read_blob(file.blob, yaml::Limits{}.bytes);
  } catch (const git::UnreadableObject&) {
    return {};
  }
}

/// Whether the machine made the id from what the record says: then everybody who records it makes the same.
bool is_derived(const git::ObjectStore& objects, const Added& file) {
  const std::string text = text_of(objects, file);
  return !text.empty() && has_derived_id(file.path, text);
}

/// Whether a commit's author is who the record says did it.
bool is_of_author(const git::ObjectStore& objects, const Added& file, const std::string& author) {
  const auto path = record::parse_path(file.path);
  const std::string text = text_of(objects, file);
  if (!path || text.empty()) return false;
  const auto record = record::open(*path, text);
  return record && util::fold_case(record->by) == util::fold_case(author);
}

std::string added_as_well(const AuditedHistory& history, const Added& file) {
  return fmt::format("added by commit {} of {} as well", history.walk.commits[file.commit].id.hex().substr(0, 10),
                     util::visible_line(history.author_of(file.commit)));
}

class StructureAudit {
 public:
  StructureAudit(const git::Repository& repository, AuditedHistory& history, std::vector<Finding>& findings)
      : repository_(repository), objects_(repository.objects), history_(history), findings_(findings) {}

  void run() {
    for (const RangePart& part : history_.parts) has_faults_ = has_faults_ || !part.faults.empty();
    if (has_faults_ || !history_.by_nobody.empty()) number_commits();
    judge_merges();
    if (has_faults_) tell_faults();
    if (has_faults_ || !history_.walk.linear) compare_additions();
  }

 private:
  void number_commits() {
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) numbers_.emplace(history_.walk.commits[i].id, i);
  }

  template <typename Visit>
  void for_each_added(const Visit& visit) const {
    for (const RangePart& part : history_.parts)
      for (const Added& file : part.added) visit(file);
  }

  void judge_merges() {
    std::unordered_set<git::ObjectId> ours;
    for (const git::ObjectId& id : history_.by_nobody) {
      if (numbers_.count(id) == 0) continue;  // seen by the way
      const git::CommitObject commit = objects_.read_commit(id);
      if (is_our_merge(objects_, commit)) {
        ours.insert(id);
      } else if (is_mended_merge(repository_, commit)) {
        ours.insert(id);
        mended_.insert(id);
      } else {
        findings_.push_back(history_.blame(FindingKind::merge_not_ours, numbers_.at(id), "",
                                           "in the name of crmtrack's own merges, but not the one that it makes"));
      }
    }
    history_.by_nobody = std::move(ours);
  }

  /// A mended merge keeps what one side changed as the other has it, and leaves out what is not sound: no fault of its
  /// own. It may leave out a file that raised the format without the right.
  [[nodiscard]] bool is_excused(const Range::Fault& fault, const git::ObjectId& commit) const {
    if (fault.kind == Range::Fault::Kind::removed && is_refused_format(repository_, fault.path, fault.blob, commit))
      return true;
    const bool differs = fault.kind == Range::Fault::Kind::changed || fault.kind == Range::Fault::Kind::removed;
    return differs && mended_.count(commit) != 0;
  }

  void tell_faults() {
    const auto renames = find_renames();
    for (const RangePart& part : history_.parts) {
      for (const Range::Fault& fault : part.faults) {
        const git::ObjectId id = git::get_object_id(fault.commit);
        if (!is_excused(fault, id)) tell(fault, numbers_.at(id), renames);
      }
    }
  }

  using Renames = std::map<std::pair<std::size_t, git::ObjectId>, std::string>;

  void tell(const Range::Fault& fault, std::size_t commit, const Renames& renames) {
    FindingKind kind = finding_kind(fault.kind);
    std::string message = fault.message;
    const auto renamed = renames.find({commit, fault.blob});
    if (fault.kind == Range::Fault::Kind::removed && renamed != renames.end()) {
      kind = FindingKind::record_renamed;
      message = fmt::format("renamed to '{}'", renamed->second);
    }
    if (history_.walk.parents_of(commit).size() > 1) message += " by the merge itself";
    findings_.push_back(history_.blame(kind, commit, fault.path, std::move(message)));
  }

  /// Where a commit that removed something put the same bytes.
  [[nodiscard]] Renames find_renames() const {
    std::unordered_set<git::ObjectId> removing;
    Renames renames;
    for (const RangePart& part : history_.parts) {
      for (const Range::Fault& fault : part.faults) {
        const std::size_t commit = numbers_.at(git::get_object_id(fault.commit));
        if (fault.kind == Range::Fault::Kind::removed) removing.insert(history_.walk.commits[commit].id);
        if (fault.kind == Range::Fault::Kind::misplaced) renames.emplace(std::pair(commit, fault.blob), fault.path);
      }
    }
    for_each_added([&](const Added& file) {
      if (removing.count(history_.walk.commits[file.commit].id) != 0)
        renames.emplace(std::pair(std::size_t{file.commit}, file.blob), std::string(file.path));
    });
    return renames;
  }

  /// One path added by several commits: with another content, or by somebody else.
  void compare_additions() {
    std::vector<Added> added;
    for_each_added([&](const Added& file) { added.push_back(file); });
    const auto key = [this](const Added& file) {
      const Range::Commit& commit = history_.walk.commits[file.commit];
      return std::tie(file.path, commit.time, commit.id);
    };
    std::sort(added.begin(), added.end(), [&](const Added& a, const Added& b) { return key(a) < key(b); });
    StandingContents standing(objects_, history_.walk, history_.walk.commits, history_.newer);
    for (auto first = added.begin(); first != added.end();) {
      const auto last = std::find_if(first, added.end(), [&](const Added& file) { return file.path != first->path; });
      if (last - first > 1) standing.put_first({first, last});
      compare_with_older(*first);
      for (auto file = std::next(first); file != last; ++file) compare(*first, *file);
      first = last;
    }
  }

  void compare(const Added& first, const Added& again) {
    if (first.blob != again.blob) return replaced(again);
    if (is_by_nobody(first) || is_by_nobody(again)) return;
    if (history_.author_of(first.commit) == history_.author_of(again.commit) || is_derived(again)) return;
    // Dates are claims: of the two the newcomer is whoever the record does not name.
    const bool first_is_own = is_own(first);
    const Added& own = first_is_own || !is_own(again) ? first : again;
    blame_twice(own.commit == first.commit ? again : first, added_as_well(history_, own));
  }

  void blame_twice(const Added& file, std::string message) {
    findings_.push_back(history_.blame(FindingKind::added_twice, file.commit, file.path, std::move(message)));
  }

  [[nodiscard]] bool is_own(const Added& file) const {
    return is_of_author(objects_, file, history_.author_of(file.commit));
  }

  /// Put back by a mend.
  [[nodiscard]] bool is_by_nobody(const Added& file) const {
    return history_.by_nobody.count(history_.walk.commits[file.commit].id) != 0;
  }

  void compare_with_older(const Added& file) {
    if (!history_.older) return;
    if (!older_tree_) older_tree_ = objects_.read_commit(*history_.older).tree;
    const auto known = objects_.find_path(*older_tree_, file.path);
    if (!known) return;
    if (known->first.id() != file.blob) return replaced(file);
    if (is_by_nobody(file) || is_own(file) || is_derived(file)) return;
    // A walk may give a commit that is dated far before its parents though `older` has it too.
    if (is_ancestor(objects_, history_.walk.commits[file.commit].id, *history_.older)) return;
    blame_twice(file, "is in the ledger already, by another commit");
  }

  void replaced(const Added& file) {
    findings_.push_back(
        history_.blame(FindingKind::record_replaced, file.commit, file.path, "added with another content"));
  }

  [[nodiscard]] bool is_derived(const Added& file) const { return ledger::is_derived(objects_, file); }

  const git::Repository& repository_;
  const git::ObjectStore& objects_;
  AuditedHistory& history_;
  std::vector<Finding>& findings_;
  bool has_faults_ = false;
  std::unordered_map<git::ObjectId, std::size_t> numbers_;
  std::unordered_set<git::ObjectId> mended_;
  std::optional<git::ObjectId> older_tree_;
};

}  // namespace

void audit_structure(const git::Repository& repository, AuditedHistory& history, std::vector<Finding>& findings) {
  StructureAudit(repository, history, findings).run();
}

void audit_added_before(const git::ObjectStore& objects, const AuditedHistory& history,
                        const std::vector<Finding>& remembered, std::vector<Finding>& findings) {
  std::map<std::string_view, const Finding*> by_others;
  for (const Finding& finding : remembered)
    if (finding.kind == FindingKind::by_other) by_others.emplace(finding.path, &finding);
  if (by_others.empty()) return;
  for (const RangePart& part : history.parts) {
    for (const Added& file : part.added) {
      const auto before = by_others.find(file.path);
      const Range::Commit& commit = history.walk.commits[file.commit];
      if (before == by_others.end() || history.by_nobody.contains(commit.id)) continue;
      if (!is_of_author(objects, file, history.author_of(file.commit)) || is_derived(objects, file)) continue;
      Finding twice = *before->second;
      twice.kind = FindingKind::added_twice;
      twice.severity = severity_of(twice.kind);
      twice.message = added_as_well(history, file);
      findings.push_back(std::move(twice));
    }
  }
}

}  // namespace crmtrack::ledger
