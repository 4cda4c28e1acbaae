#include "ledger/audit/lookalikes.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <set>

#include "git/reference/branch_names.hpp"
#include "git/reference/references.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kReplacements = "refs/replace/";
constexpr std::size_t kMostReplacementsTold = 20;

/// Where Git looks for a short name, in its order; `{}` is the name.
constexpr std::array<const char*, 5> kSearchOrder{"refs/{}", "refs/tags/{}", "refs/heads/{}", "refs/remotes/{}",
                                                  "refs/remotes/{}/HEAD"};

class LookalikeSearch {
 public:
  explicit LookalikeSearch(const git::Repository& repository) : repository_(repository) {
    const std::vector<std::string> names = git::list_reference_names(repository);
    names_.insert(names.begin(), names.end());
  }

  std::vector<Finding> run() {
    for (const char* branch : {git::kLedgerRef, git::kMainRef}) {
      const std::string_view whole = branch;
      for (const std::string_view start : {"refs/heads/", "refs/", ""}) look_for(whole, whole.substr(start.size()));
    }
    look_for_remote_branches();
    look_for_obstacles();
    look_for_replacements();
    look_for_grafts();
    return std::move(findings_);
  }

 private:
  void tell(FindingKind kind, std::string message) {
    findings_.push_back({kind, severity_of(kind), "", "", "", std::nullopt, std::move(message)});
  }

  /// Finds the other things that a name of our branch stands for: `ledger`, `heads/ledger`, `refs/heads/ledger`.
  void look_for(std::string_view branch, std::string_view name) {
    std::error_code failed;
    const bool is_whole = name == branch;
    if (!is_whole && fs::is_regular_file(repository_.location.git_dir / name, failed))
      tell_clash(fmt::format("the file '{}'", (repository_.location.git_dir / name).string()), name, true);
    bool before = !is_whole;  // nothing comes before a name that is whole
    for (const char* form : kSearchOrder) {
      const std::string reference = fmt::format(fmt::runtime(form), name);
      if (reference == branch)
        before = false;
      else if (names_.contains(reference))
        tell_clash(fmt::format("'{}'", util::visible_line(reference)), name, before);
    }
  }

  /// Branches of a remote that keep a plain `git push` from telling which one is meant.
  void look_for_remote_branches() {
    for (const std::string& name : names_) {
      if (!name.starts_with("refs/remotes/")) continue;
      for (const std::string_view branch : {"heads/ledger", "heads/main"})
        if (name.ends_with(fmt::format("/{}", branch)))
          tell_clash(fmt::format("'{}'", util::visible_line(name)), branch, false);
    }
  }

  /// A name above ours: Git makes no checkpoint below a tag `checkpoint`, and takes no proposal below a branch
  /// `policy`.
  void look_for_obstacles() {
    for (const std::string& name : names_) {
      const bool is_branch =
          name == "refs/heads/policy" || (name.starts_with("refs/remotes/") && name.ends_with("/policy"));
      if (name == "refs/tags/checkpoint" || is_branch)
        tell(FindingKind::name_ambiguous,
             fmt::format("'{0}' keeps git from making any '{0}/NAME'", util::visible_line(name)));
    }
  }

  void tell_clash(const std::string& what, std::string_view name, bool before) {
    tell(FindingKind::name_ambiguous, before
                                          ? fmt::format("plain git takes {} for '{}'", what, name)
                                          : fmt::format("{} makes the name '{}' ambiguous to plain git", what, name));
  }

  void look_for_replacements() {
    std::size_t count = 0;
    for (auto name = names_.lower_bound(kReplacements); name != names_.end() && name->starts_with(kReplacements);
         ++name) {
      if (++count > kMostReplacementsTold) continue;
      tell(FindingKind::object_replaced,
           fmt::format("plain git shows another object in the place of {}: '{}'",
                       util::visible_line(std::string_view(*name).substr(kReplacements.size())),
                       util::visible_line(*name)));
    }
    if (count > kMostReplacementsTold)
      tell(FindingKind::object_replaced,
           fmt::format("plain git shows other objects in the place of {} more", count - kMostReplacementsTold));
  }

  void look_for_grafts() {
    std::error_code failed;
    const fs::path grafts = repository_.location.common_dir / "info/grafts";
    if (fs::is_regular_file(grafts, failed) && fs::file_size(grafts, failed) > 0)
      tell(FindingKind::object_replaced,
           fmt::format("plain git gives commits other parents, by '{}'", grafts.string()));
  }

  const git::Repository& repository_;
  std::set<std::string, std::less<>> names_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> find_lookalikes(const git::Repository& repository) { return LookalikeSearch(repository).run(); }

}  // namespace crmtrack::ledger
