#include "policy/text/edit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "policy/sheet.hpp"
#include "policy/text/block_text.hpp"
#include "policy/text/entry_key.hpp"
#include "policy/text/flow_text.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {

namespace {

using util::Error;
using util::ErrorKind;
using yaml::Node;

constexpr std::string_view kUnsafe = "its form is not one that can be edited safely";

/// A list file, and the word for one of its entries.
struct ListFile {
  std::string_view name, noun;
};
constexpr std::array<ListFile, 7> kListFiles{{{"reasons", "reason"},
                                              {"people", "person"},
                                              {"projects", "project"},
                                              {"levels", "level"},
                                              {"targets", "target"},
                                              {"forms", "form"},
                                              {"rules", "rule"}}};

/// Edits the text of one file. The text is changed by place and lines, so that comments and order stay; the result is
/// read again and must mean exactly what was wanted, so no text, however odd, can be edited wrongly.
class Editor {
 public:
  Editor(std::string_view file_name, std::string_view text) : file_(file_name), spec_(get_spec(file_name)) {
    has_mark_ = text.starts_with(kByteOrderMark);
    text.remove_prefix(has_mark_ ? kByteOrderMark.size() : 0);
    text_ = text;
    has_crlf_ = fold_crlf(text_);
    if (find_conflict_marker(text_)) {
      throw Error(ErrorKind::conflict,
                  fmt::format("cannot edit '{}': it has the conflict markers of a Git merge", file_),
                  {"choose what stands, then git add and git commit"});
    }
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
    if (says_nothing(text_)) text_ += fmt::format("{}:\n", spec_.name);
    root_ = get_root();
  }

  std::string add(const Node& entry) {
    const std::string key = key_of(entry);
    const auto is_same = [&](const Node& other) {
      return is_called(other, key) && other.text_of("from") == entry.text_of("from");
    };
    const auto& items = list().items;
    if (std::any_of(items.begin(), items.end(), is_same))
      throw Error(ErrorKind::refused, fmt::format("cannot add {} '{}': it is in {} already", spec_.noun, key, file_));
    Node wanted = root_;
    Node& target = *wanted.find(spec_.name);
    if (target.is_null()) target = Node::list();
    target.items.push_back(entry);
    insert(entry);
    return finish(wanted);
  }

  std::string edit(std::string_view key, const Node& fields) {
    const std::size_t index = get_index(key);
    Node wanted = root_;
    Node& entry = wanted.find(spec_.name)->items[index];
    for (const auto& [field, value] : fields.entries) {
      const Node* const old = entry.find(field);
      if (old != nullptr && *old == value) continue;
      entry.set(field, value);
      set_field(list().items[index], field, value);
      reread(index);
    }
    return finish(wanted);
  }

 private:
  static const ListFile& get_spec(std::string_view file_name) {
    const auto* const found = std::find_if(kListFiles.begin(), kListFiles.end(), [&](const ListFile& file) {
      return file_name == fmt::format("{}.yaml", file.name);
    });
    if (found == kListFiles.end())
      throw Error(ErrorKind::refused, fmt::format("cannot edit '{}': it has no list of entries", file_name));
    return *found;
  }

  [[noreturn]] void refuse(std::string_view why) const {
    throw Error(ErrorKind::refused, fmt::format("cannot edit '{}': {}", file_, why),
                {fmt::format("edit policy/{} by hand, then run: crmtrack policy check", file_)});
  }

  [[nodiscard]] Node get_root() const {
    auto root = yaml::read(text_, kPolicyLimits);
    if (!root) {
      refuse(fmt::format("line {}, column {}: {}", root.error().mark.line, root.error().mark.column,
                         root.error().message));
    }
    const Node* const list = root->find(spec_.name);
    if (list == nullptr || (!list->is_list() && !list->is_null()))
      refuse(fmt::format("it has no list '{}'", spec_.name));
    return std::move(*root);
  }

  /// After a change of ours: the marks have moved, and the entry must still be there.
  void reread(std::size_t index) {
    auto root = yaml::read(text_, kPolicyLimits);
    const Node* const list = root ? root->find(spec_.name) : nullptr;
    if (list == nullptr || list->items.size() <= index) refuse(kUnsafe);
    root_ = std::move(*root);
  }

  [[nodiscard]] const Node& list() const { return *root_.find(spec_.name); }

  [[nodiscard]] std::string key_of(const Node& entry) const { return name_of_entry(file_, entry); }

  [[nodiscard]] bool is_called(const Node& entry, std::string_view key) const {
    return entry.is_map() && (util::fold_case(key_of(entry)) == util::fold_case(key));
  }

  [[nodiscard]] std::size_t get_index(std::string_view key) const {
    const auto& items = list().items;
    std::size_t found = items.size();
    std::vector<std::string> known;
    for (std::size_t i = 0; i < items.size(); ++i) {
      known.push_back(key_of(items[i]));
      const bool is_newer = found == items.size() || items[found].text_of("from") < items[i].text_of("from");
      found = is_called(items[i], key) && is_newer ? i : found;
    }
    if (found < items.size()) return found;
    std::vector<std::string> hints;
    if (const auto near = util::nearest(key, known); !near.empty())
      hints.push_back(fmt::format("did you mean {}", util::join(near, " or ")));
    throw Error(ErrorKind::not_found, fmt::format("cannot find {} '{}' in {}", spec_.noun, key, file_), hints);
  }

  /// The place in the text that a mark of the text as read names; its end where it names none.
  [[nodiscard]] std::size_t offset_of(yaml::Mark mark) const {
    std::size_t at = 0;
    for (int line = 1; line < mark.line; ++line) {
      const std::size_t end = text_.find('\n', at);
      if (end == std::string::npos) return text_.size();
      at = end + 1;
    }
    return std::min(at + static_cast<std::size_t>(std::max(mark.column, 1) - 1), text_.size());
  }

  /// The line of the file's one key.
  [[nodiscard]] std::size_t get_key_line(const Lines& lines) const {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::string_view line = lines[i];
      const bool is_quoted = !line.empty() && (line[0] == '"' || line[0] == '\'');
      line.remove_prefix(is_quoted ? 1 : 0);
      if (line.starts_with(spec_.name) && line.substr(spec_.name.size()).find(':') <= 1) return i;
    }
    refuse(kUnsafe);
  }

  void insert(const Node& entry) {
    const std::size_t at = offset_of(list().mark);
    const auto flow = list().is_list() ? find_flow(text_, at) : std::nullopt;
    if (flow && !flow->members.empty()) {
      text_.insert(flow->insert_at, (flow->ends_in_comma ? " " : ", ") + render_flow(entry));
      return;
    }
    if (flow) {
      const std::size_t begin = at > 0 && text_[at - 1] == ' ' ? at - 1 : at;
      text_.erase(begin, flow->end - begin);
    }
    Lines lines = split_lines(text_);
    const std::size_t key_line = get_key_line(lines);
    drop_null(lines[key_line]);
    add_block_item(lines, key_line, list(), entry);
    text_ = join_lines(lines);
  }

  /// `reasons: ~` and `reasons: null` say what `reasons:` says.
  void drop_null(std::string& line) const {
    const std::size_t colon = line.find(':');
    const std::size_t value = line.find_first_not_of(' ', colon + 1);
    for (const std::string_view word : {"null", "~"}) {
      if (list().is_null() && value != std::string::npos && std::string_view(line).substr(value).starts_with(word)) {
        line.erase(colon + 1, value + word.size() - colon - 1);
        return;
      }
    }
    line.erase(line.find_last_not_of(' ') + 1);
  }

  void set_field(const Node& entry, const std::string& field, const Node& value) {
    const std::size_t at = offset_of(entry.mark);
    if (const auto flow = find_flow(text_, at)) return set_flow_field(*flow, field, value);
    Lines lines = split_lines(text_);
    if (static_cast<std::size_t>(entry.mark.line) > lines.size()) refuse(kUnsafe);
    set_block_field(lines, entry.mark, field, value);
    text_ = join_lines(lines);
  }

  void set_flow_field(const FlowText& flow, const std::string& field, const Node& value) {
    for (const FlowMember& member : flow.members) {
      if (member.key == field) {
        const bool is_after_colon = member.value_begin == member.value_end;
        text_.replace(member.value_begin, member.value_end - member.value_begin,
                      (is_after_colon ? " " : "") + render_flow(value));
        return;
      }
    }
    const Node one = Node::map({{field, value}});
    const std::string written = render_flow(one);  // in braces
    text_.insert(flow.insert_at, (flow.ends_in_comma ? " " : ", ") + written.substr(1, written.size() - 2));
  }

  /// The text, once it is known to mean what was wanted.
  std::string finish(const Node& wanted) {
    std::string result = has_mark_ ? std::string(kByteOrderMark) : std::string();
    for (const char c : text_) {
      if (c == '\n' && has_crlf_) result += '\r';
      result += c;
    }
    const auto again = yaml::read(result, kPolicyLimits);
    if (!again || !(*again == wanted)) refuse(kUnsafe);
    return result;
  }

  std::string file_;
  const ListFile& spec_;
  std::string text_;
  Node root_;
  bool has_mark_ = false;
  bool has_crlf_ = false;
};

}  // namespace

std::string add_entry(std::string_view file_name, std::string_view text, const yaml::Node& entry) {
  return Editor(file_name, text).add(entry);
}

std::string edit_entry(std::string_view file_name, std::string_view text, std::string_view key,
                       const yaml::Node& fields) {
  return Editor(file_name, text).edit(key, fields);
}

}  // namespace crmtrack::policy
