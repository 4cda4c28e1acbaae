#include "policy/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <mutex>

#include "policy/templates.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::policy {

namespace {

using yaml::Mark;
using yaml::Node;

constexpr std::string_view kFileEnd = ".yaml";
/// Whether the file holds a map under its key; all others hold a list.
bool is_map_sheet(std::string_view name) {
  return name == "calendars" || name == "lifecycle" || name == "settings" || name == "signatures" || name == "lists" ||
         name == "charter";
}

std::string file_of(std::string_view name) { return fmt::format("{}{}", name, kFileEnd); }

Node empty_content(std::string_view name) { return is_map_sheet(name) ? Node::map() : Node::list(); }

/// The content of a template. The defaults are the files that `init` writes, so that the two cannot disagree. A file
/// that it does not write is empty by default.
Node read_template(const std::string& name) {
  const Files& files = templates();
  const auto text = files.find(file_of(name));
  if (text == files.end() || says_nothing(text->second)) return empty_content(name);
  const auto root = yaml::load(text->second, kPolicyLimits);
  const Node* const content = root ? root->find(name) : nullptr;
  return content == nullptr || content->is_null() ? empty_content(name) : *content;
}

/// To read YAML is dear: a template is read when its file is absent, and once.
const Node& built_in(const std::string& name) {
  static std::mutex lock;
  static std::map<std::string, Node, std::less<>> contents;
  const std::lock_guard guard(lock);
  const auto known = contents.find(name);
  return known != contents.end() ? known->second : contents.emplace(name, read_template(name)).first->second;
}

/// Reads one file; an error in it ends the reading.
class SheetReader {
 public:
  SheetReader(std::string_view name, std::vector<Finding>& findings)
      : name_(name), file_(file_of(name)), findings_(findings) {}

  std::optional<Node> read(std::string_view text) {
    if (const auto marker = find_conflict_marker(text)) {
      return refuse(*marker,
                    "has the conflict markers of a Git merge: choose what stands, then git add and git commit");
    }
    const auto root = yaml::load(text, kPolicyLimits);
    if (!root) return refuse(root.error().mark, explain(root.error().message));
    if (!root->is_map()) return refuse(root->mark, fmt::format("must be a map with the key '{}'", name_));
    warn_of_other_keys(*root);
    const Node* const content = root->find(name_);
    if (content == nullptr) return refuse(root->mark, fmt::format("must have the key '{}'", name_));
    Node empty = empty_content(name_);
    if (content->is_null()) return empty;
    if (content->kind != empty.kind)
      return refuse(content->mark, fmt::format("'{}' must be a {}", name_, empty.is_map() ? "map" : "list"));
    return *content;
  }

 private:
  /// The parser's message in better words, as for `{question: Is it late?, …}`.
  static std::string explain(const std::string& message) {
    return message == "unknown token" ? "cannot be read: put text with ? , : # or brackets in quotes" : message;
  }

  std::nullopt_t refuse(Mark mark, const std::string& message) {
    findings_.push_back({file_, place_of(mark), util::visible_line(message), false});
    return std::nullopt;
  }

  void warn_of_other_keys(const Node& root) {
    for (const auto& [key, value] : root.entries) {
      if (key != name_) {
        findings_.push_back({file_, place_of(value.mark),
                             fmt::format("the key '{}' is not known here: only '{}' is read", key, name_), true});
      }
    }
  }

  std::string_view name_;
  std::string file_;
  std::vector<Finding>& findings_;
};

}  // namespace

const std::vector<std::string>& sheet_names() {
  static const std::vector<std::string> kNames{
      "reasons",  "people",     "projects", "levels",    "forms",   "rights", "targets", "calendars", "lifecycle",
      "settings", "signatures", "views",    "conflicts", "ladders", "rules",  "lists",   "charter"};
  return kNames;
}

Sheet read_sheet(const Files& files, std::string_view name, std::vector<Finding>& findings) {
  Sheet sheet{file_of(name), {}, false};
  const auto found = files.find(sheet.file);
  if (found != files.end() && !says_nothing(found->second)) {
    if (auto content = SheetReader(name, findings).read(found->second)) {
      sheet.content = std::move(*content);
      sheet.given = true;
      return sheet;
    }
  }
  sheet.content = built_in(std::string(name));
  return sheet;
}

bool says_nothing(std::string_view text) {
  for (const std::string& line : util::split(text, '\n')) {
    const std::string_view trimmed = util::trim(line);
    if (!trimmed.empty() && trimmed[0] != '#') return false;
  }
  return true;
}

yaml::Mark place_of(yaml::Mark mark) { return {std::max(mark.line, 1), std::max(mark.column, 1)}; }

std::optional<yaml::Mark> find_conflict_marker(std::string_view text) {
  static constexpr std::array<std::string_view, 3> kMarkers{"<<<<<<< ", ">>>>>>> ", "||||||| "};
  int line = 1;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::string_view rest = text.substr(at);
    if (std::any_of(kMarkers.begin(), kMarkers.end(),
                    [&](std::string_view marker) { return rest.starts_with(marker); }))
      return yaml::Mark{line, 1};
    const std::size_t end = rest.find('\n');
    at = end == std::string_view::npos ? text.size() : at + end + 1;
  }
  return std::nullopt;
}

}  // namespace crmtrack::policy
