#include "target.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "policy/check.hpp"
#include "policy/conflicts.hpp"
#include "policy/forms.hpp"
#include "policy/load.hpp"
#include "policy/policy.hpp"
#include "policy/sheet.hpp"
#include "policy/text/edit.hpp"
#include "policy/text/entry_key.hpp"
#include "policy/text/merge.hpp"
#include "policy/text/sheet_text.hpp"
#include "query/filter_match.hpp"
#include "util/error.hpp"

/// Policy files: reading, checking, what forms ask, and edits in place. The file's name is its first key's where that
/// is one, else the first byte chooses.
namespace crmtrack::fuzz {
namespace {

using namespace policy;
using yaml::Node;

class Facts : public query::Row {
 public:
  [[nodiscard]] std::vector<std::string> values(std::string_view key) const override {
    if (key == "severity") return {"high"};
    if (key == "reason") return {"billing-wrong-amount"};
    if (key == "type") return {"call", "email"};
    return {};
  }
  [[nodiscard]] const std::vector<std::vector<std::string>>& texts() const override { return texts_; }

 private:
  std::vector<std::vector<std::string>> texts_;
};

Node fields_of_a_complaint() {
  return Node::map({{"summary", Node::scalar(std::string(300, 'a') + "!")},
                    {"severity", Node::scalar("high")},
                    {"refs", Node::list_of({"helpdesk:HD-221", "4711"})},
                    {"redress", Node::map({{"amount", Node::scalar("12.50")}})}});
}

void check_findings(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    require(!finding.file.empty() && !finding.message.empty(), "a finding that says nothing");
    require(finding.mark.line > 0 && finding.mark.column > 0, "a finding without a place");
    require(finding.message.find('\n') == std::string::npos, "a finding in several lines");
  }
}

void check_reading(const Files& files) {
  const Policy policy = load(files);
  check_findings(policy.findings);
  const auto findings = check(files, "2026-11-21");
  check_findings(findings);
  require(findings.size() >= policy.findings.size(), "a check that finds less than reading");
  for (const FormFault& fault : check_forms(policy, Facts(), fields_of_a_complaint(), "2026-11-21"))
    require(!fault.field.empty() && !fault.why.empty(), "a form's fault that says nothing");
  for (const Project& project : policy.projects) (void)policy.people_at(project.id, 2, "2026-11-21");
}

Node new_entry(std::string_view name) {
  if (name == "reasons") return Node::map({{"code", Node::scalar("zz-new")}, {"label", Node::scalar("a: b # c")}});
  if (name == "people") return Node::map({{"email", Node::scalar("zz@new.example")}, {"name", Node::scalar("\"Z\"")}});
  if (name == "projects") return Node::map({{"id", Node::scalar("zz-new")}, {"name", Node::scalar("[x, y]")}});
  if (name == "levels") return Node::map({{"level", Node::integer(9)}, {"name", Node::scalar("zz")}});
  return Node::map({{"name", Node::scalar("zz")}, {"filter", Node::scalar("severity:high")}});
}

std::string first_key(std::string_view name, const Node& entry) {
  for (const char* key : {"code", "email", "id", "level", "name", "filter"}) {
    const bool is_used = name != "people" || std::string_view(key) != "name";
    if (is_used && !entry.text_of(key).empty()) return entry.text_of(key);
  }
  return {};
}

std::size_t size_of(std::string_view text, const std::string& name) {
  const auto root = yaml::read(text, kPolicyLimits);
  require(root.has_value(), "an edit that leaves no YAML");
  return root->find(name) == nullptr ? 0 : root->find(name)->items.size();
}

/// Checks an edit: its result can be read and holds the change, or the edit was refused.
template <typename Edit>
std::optional<std::string> try_edit(Edit edit) {
  try {
    return edit();
  } catch (const util::Error& error) {
    require(error.kind() != util::ErrorKind::bug, "an edit that is refused as a bug of ours");
    return std::nullopt;
  }
}

void check_edits(const std::string& name, const std::string& text) {
  const std::string file = name + ".yaml";
  const Node entry = new_entry(name);
  const auto added = try_edit([&] { return add_entry(file, text, entry); });
  if (!added) return;
  const std::size_t size = size_of(*added, name);
  require(size > 0, "an entry that was added is not there");
  const Node change = Node::map({{"why", Node::scalar("because: of # this")}, {"from", Node::scalar("2026-11-21")}});
  const auto edited = try_edit([&] { return edit_entry(file, *added, first_key(name, entry), change); });
  require(edited.has_value(), "an entry that was added cannot be edited");
  require(size_of(*edited, name) == size, "an edit that changes how many entries there are");
  const auto root = yaml::read(*added, kPolicyLimits);
  const std::string first = first_key(name, root->find(name)->items.front());
  if (!first.empty()) (void)try_edit([&] { return edit_entry(file, *added, first, change); });
}

/// The text with an entry of this key, added where it is missing; nullopt where the text cannot be read by entries.
std::optional<std::string> with_entry(const std::string& file, std::string_view text, const std::string& key) {
  const auto sheet = policy::read_sheet_text(file, text);
  if (!sheet) return std::nullopt;
  Node value = Node::scalar("7");
  if (!sheet->is_map) {
    value = Node::map();
    for (const char* const field : {"code", "email", "id", "name", "level", "right", "promise", "promises", "why"})
      value.set(field, Node::scalar(key));
  }
  const auto changed = policy::put_entry(file, text, key, value);
  return changed ? std::optional(*changed) : std::nullopt;
}

/// Two versions of a text that each add an entry: the merge has both, and all that was there.
void check_merges(const std::string& file, const std::string& text) {
  (void)policy::read_conflicts(text);
  const auto before = policy::read_sheet_text(file, text);
  const auto ours = with_entry(file, text, "zz-ours"), theirs = with_entry(file, text, "zz-theirs");
  if (!before || !ours || !theirs) return;
  const auto find = [](policy::Side side, const std::string&) {
    return policy::LastChange{side == policy::Side::ours ? 1 : 2, {}, false};
  };
  const auto merged = policy::merge_sheets(file, text, *ours, *theirs, find);
  require(merged.has_value(), "two versions of a readable file do not merge");
  require(merged->clashes.empty(), "two entries that were added apart from each other clash");
  const auto after = policy::read_sheet_text(file, merged->text);
  require(after.has_value(), "a merged file cannot be read");
  require(after->find("zz-ours") != nullptr && after->find("zz-theirs") != nullptr, "a merge loses an added entry");
  for (const policy::TextEntry& entry : before->entries) {
    const policy::TextEntry* const kept = after->find(entry.key);
    const bool is_new = entry.key == "zz-ours" || entry.key == "zz-theirs";
    require(is_new || (kept != nullptr && policy::says_same(kept->value, entry.value)), "a merge loses an entry");
  }
}

std::string choose_name(std::string_view& text) {
  const std::vector<std::string>& names = sheet_names();
  for (const std::string& name : names)
    if (text.starts_with(name + ":")) return name;
  return names[Steering(text).below(names.size())];
}

}  // namespace

void try_policy(std::string_view text) {
  const std::string name = choose_name(text);
  (void)find_conflict_marker(text);
  check_reading({{name + ".yaml", std::string(text)}});
  constexpr std::array<std::string_view, 5> kLists{"reasons", "people", "projects", "levels", "forms"};
  if (std::find(kLists.begin(), kLists.end(), name) != kLists.end()) check_edits(name, std::string(text));
  if (name != "conflicts" && name != "forms") check_merges(name + ".yaml", std::string(text));
}

}  // namespace crmtrack::fuzz
