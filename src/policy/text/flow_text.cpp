#include "policy/text/flow_text.hpp"

#include "util/text/parts.hpp"
#include "yaml/read.hpp"
#include "yaml/write.hpp"

namespace crmtrack::policy {

namespace {

using yaml::Node;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The text of a key as written, without its quotes.
std::string key_of(std::string_view written) {
  const std::string line = "- " + std::string(util::trim(written)) + "\n";
  const auto node = yaml::read(line);
  return node && node->is_list() && node->items.size() == 1 ? node->items[0].text : std::string();
}

/// Walks over the members of one collection, over nested ones as a whole.
class FlowScanner {
 public:
  FlowScanner(std::string_view text, std::size_t begin) : text_(text), at_(begin + 1), is_map_(text[begin] == '{') {
    flow_.insert_at = at_;
    begin_member();
  }

  std::optional<FlowText> scan() {
    const char closer = is_map_ ? '}' : ']';
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == closer) {
        end_member();
        flow_.end = at_ + 1;
        return std::move(flow_);
      }
      if (!step(c)) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  /// Goes over one character, quoted scalar, comment or nested collection; false where the text makes no sense.
  bool step(char c) {
    if (c == ',') {
      end_member();
      flow_.insert_at = ++at_;
      flow_.ends_in_comma = true;
      begin_member();
    } else if (c == '#' && is_blank(text_[at_ - 1])) {
      const std::size_t end = text_.find('\n', at_);
      at_ = end == std::string_view::npos ? text_.size() : end;
    } else if (is_blank(c)) {
      ++at_;
    } else if (at_start_ && (c == '"' || c == '\'')) {
      return take_until(skip_quoted(text_, at_), true);
    } else if (at_start_ && (c == '{' || c == '[')) {
      const auto nested = find_flow(text_, at_);
      return take_until(nested ? nested->end : std::string_view::npos, false);
    } else if (c == ':' && is_map_ && colon_ == 0 && ends_key()) {
      colon_ = at_;
      take_until(at_ + 1, false);
      content_begin_ = 0;
      at_start_ = true;
    } else if (c == '}' || c == ']' || c == '{' || c == '[') {
      return false;
    } else {
      take_until(at_ + 1, false);
    }
    return true;
  }

  /// A colon ends a key before a blank or bracket, or behind a quoted key.
  [[nodiscard]] bool ends_key() const {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    return after_quote_ || is_blank(next) || next == ',' || next == '}' || next == ']';
  }

  bool take_until(std::size_t end, bool quoted) {
    if (end == std::string_view::npos) return false;
    content_begin_ = content_begin_ == 0 ? at_ : content_begin_;
    at_ = content_end_ = end;
    at_start_ = false;
    after_quote_ = quoted;
    return true;
  }

  void begin_member() {
    member_begin_ = at_;
    content_begin_ = content_end_ = colon_ = 0;
    at_start_ = true;
    after_quote_ = false;
  }

  void end_member() {
    if (content_end_ == 0) return;
    FlowMember member;
    const bool is_empty = content_begin_ == 0;  // `key:` without a value
    member.value_begin = is_empty ? content_end_ : content_begin_;
    member.value_end = content_end_;
    if (is_map_)
      member.key = key_of(text_.substr(member_begin_, (colon_ == 0 ? content_end_ : colon_) - member_begin_));
    flow_.members.push_back(std::move(member));
    flow_.insert_at = content_end_;
    flow_.ends_in_comma = false;
  }

  std::string_view text_;
  std::size_t at_;
  bool is_map_;
  FlowText flow_;
  std::size_t member_begin_ = 0;
  std::size_t content_begin_ = 0;  ///< of the value, or of the key before its colon; 0: not seen
  std::size_t content_end_ = 0;
  std::size_t colon_ = 0;
  bool at_start_ = true;
  bool after_quote_ = false;
};

std::string render_scalar(const Node& scalar) {
  const std::string line = yaml::write(Node::map({{"v", Node::list({scalar})}}));  // `v: [scalar]` and a line feed
  const std::size_t open = line.find('[');
  const std::size_t close = line.rfind(']');
  return line.substr(open + 1, close - open - 1);
}

}  // namespace

std::size_t skip_quoted(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      const bool is_doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
      if (!is_doubled) return i + 1;
      ++i;
    }
  }
  return std::string_view::npos;
}

std::optional<FlowText> find_flow(std::string_view text, std::size_t begin) {
  if (begin >= text.size() || (text[begin] != '{' && text[begin] != '[')) return std::nullopt;
  return FlowScanner(text, begin).scan();
}

std::string render_flow(const Node& value) {
  std::vector<std::string> parts;
  if (value.is_list()) {
    for (const Node& item : value.items) parts.push_back(render_flow(item));
    return "[" + util::join(parts, ", ") + "]";
  }
  if (value.is_map()) {
    for (const auto& [key, member] : value.entries)
      parts.push_back(render_scalar(Node::scalar(key)) + ": " + render_flow(member));
    return "{" + util::join(parts, ", ") + "}";
  }
  return render_scalar(value);
}

}  // namespace crmtrack::policy
