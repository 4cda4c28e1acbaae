#include "ledger/main/paths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "git/object/tree_compare.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::size_t kLongestName = 255;
constexpr std::size_t kLargestOwn = 4U << 20U;       // no policy file that is larger is read
constexpr std::size_t kLargestAllowed = 40U << 20U;  // as an attachment
constexpr std::size_t kMostFaults = 1000;
constexpr std::size_t kDeepest = 16;  // no folder of main holds more folders within each other
constexpr std::string_view kPolicyFolder = "policy/";

std::string_view last_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool has_long_name(std::string_view path) {
  for (const std::string& name : util::split(std::string(path), '/'))
    if (name.size() > kLongestName) return true;
  return false;
}

/// `.gitattributes`, `.GitModules`: what Git itself reads in a work tree.
bool is_of_git(std::string_view name) { return util::to_lower_ascii(name.substr(0, 4)) == ".git"; }

bool is_own_path(std::string_view path) { return path == "README.md" || path.starts_with(kPolicyFolder); }

bool is_allowed(std::string_view path, const std::vector<std::string>& allows) {
  const std::string_view name = last_name(path);
  return std::ranges::any_of(allows, [&](const std::string& glob) {
    return matches_glob(glob, path) && (!is_of_git(name) || last_name(glob) == name);
  });
}

/// Names of a tree that Git's fsck refuses, in it and in the folders of policy.
void look_at_names(const git::ObjectStore& objects, const git::ObjectId& tree, const std::string& folder,
                   std::vector<MainPathFault>& faults) {
  constexpr std::size_t kDeepestLook = 4;
  if (static_cast<std::size_t>(std::ranges::count(folder, '/')) > kDeepestLook) return;
  const git::TreeBytes bytes = objects.read_tree(tree);
  std::string last;
  bool last_is_tree = false;
  for (git::TreeCursor cursor(*bytes); !cursor.done() && faults.size() < kMostFaults; cursor.next()) {
    const git::TreeEntry& entry = cursor.entry();
    const std::string path = folder + std::string(entry.name);
    const bool in_order = last.empty() || (last != entry.name &&
                                           git::compare_entries(last, last_is_tree, entry.name, entry.is_tree()) < 0);
    if (!in_order) faults.push_back({path, "stands in its folder twice, or out of order", true});
    last = entry.name;
    last_is_tree = entry.is_tree();
    if (entry.is_tree() && path.starts_with("policy")) look_at_names(objects, entry.id(), path + "/", faults);
  }
}

class MainPaths {
 public:
  MainPaths(const git::ObjectStore& objects, const std::vector<std::string>& allows)
      : objects_(objects), allows_(allows) {}

  std::vector<MainPathFault> run(const std::vector<git::ObjectId>& before, const git::ObjectId& tree) {
    if (before.empty())
      compare(std::nullopt, tree);
    else
      for (const git::ObjectId& each : before) compare(each, tree);
    const std::size_t sides = std::max<std::size_t>(before.size(), 1);
    std::vector<MainPathFault> faults;
    look_at_names(objects_, tree, "", faults);
    for (auto& [path, found] : found_)
      if (found.second == sides && faults.size() < kMostFaults) faults.push_back(std::move(found.first));
    return faults;
  }

 private:
  void compare(const std::optional<git::ObjectId>& before, const git::ObjectId& tree) {
    git::compare_trees(
        objects_.trees(), before, tree,
        [&](const git::TreeDifference& file) {
          if (file.kind == git::TreeDifference::Kind::removed || found_.size() > kMostFaults) return;
          auto fault = main_path_fault(file.path, file.mode, allows_);
          if (!fault) fault = find_size_fault(file);
          if (fault) ++found_.try_emplace(file.path, std::move(*fault), std::size_t{0}).first->second.second;
        },
        [&](const std::string& path, const git::ObjectId&) { return look_into(path); });
  }

  /// Of what may stand there.
  [[nodiscard]] std::optional<MainPathFault> find_size_fault(const git::TreeDifference& file) const {
    const std::size_t most = is_own_path(file.path) ? kLargestOwn : kLargestAllowed;
    if (objects_.find_size(file.id).value_or(0) <= most) return std::nullopt;
    return MainPathFault{file.path, fmt::format("larger than {} MiB", most >> 20U), false};
  }

  /// Looks at a folder. One that is foreign as a whole is reported as a whole.
  [[nodiscard]] git::Look look_into(const std::string& path) {
    constexpr std::size_t kMostFolders = 10'000;
    if (static_cast<std::size_t>(std::ranges::count(path, '/')) >= kDeepest) return git::Look::as_file;
    const bool may_hold = path == "policy" || path.starts_with(kPolicyFolder) || !allows_.empty();
    return may_hold && ++folders_ < kMostFolders ? git::Look::inside : git::Look::as_file;
  }

  const git::ObjectStore& objects_;
  const std::vector<std::string>& allows_;
  std::size_t folders_ = 0;
  std::map<std::string, std::pair<MainPathFault, std::size_t>> found_;
};

}  // namespace

bool matches_glob(std::string_view glob, std::string_view path) {
  std::size_t at = 0;
  std::size_t in_glob = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_at = 0;
  while (at < path.size()) {
    if (in_glob < glob.size() && glob[in_glob] == '*') {
      star = in_glob++;
      star_at = at;
    } else if (in_glob < glob.size() && (glob[in_glob] == '?' || glob[in_glob] == path[at])) {
      ++in_glob;
      ++at;
    } else if (star != std::string_view::npos) {
      in_glob = star + 1;
      at = ++star_at;
    } else {
      return false;
    }
  }
  while (in_glob < glob.size() && glob[in_glob] == '*') ++in_glob;
  return in_glob == glob.size();
}

std::optional<MainPathFault> main_path_fault(std::string_view path, std::string_view mode,
                                             const std::vector<std::string>& allows) {
  const auto fault = [&](std::string message, bool is_grave) {
    return MainPathFault{std::string(path), std::move(message), is_grave};
  };
  if (has_long_name(path)) return fault(fmt::format("its name is longer than {} bytes", kLongestName), true);
  const bool is_file = mode == git::kFileMode || mode == git::kProgramMode;
  const bool allowed = is_allowed(path, allows);
  if (is_of_git(last_name(path)) && !allowed)
    return fault("Git itself reads a file of this name, and can be told by it to change what policy says", true);
  if (static_cast<std::size_t>(std::ranges::count(path, '/')) >= kDeepest)
    return fault(fmt::format("stands in more than {} folders within each other", kDeepest), true);
  const bool is_ours = is_own_path(path);
  if (is_ours && !is_file) return fault("no ordinary file", true);
  if (is_ours || (allowed && is_file)) return std::nullopt;
  return fault("main takes README.md, policy/, and what main_allows of policy/settings.yaml lists", false);
}

std::vector<MainPathFault> find_main_name_faults(const git::ObjectStore& objects, const git::ObjectId& tree) {
  std::vector<MainPathFault> faults;
  look_at_names(objects, tree, "", faults);
  return faults;
}

std::vector<MainPathFault> find_main_path_faults(const git::ObjectStore& objects,
                                                 const std::vector<git::ObjectId>& before, const git::ObjectId& tree,
                                                 const std::vector<std::string>& allows) {
  if (std::ranges::find(before, tree) != before.end()) return {};
  return MainPaths(objects, allows).run(before, tree);
}

}  // namespace crmtrack::ledger
