// The fast path for what our own writer wrote. Every decision about a scalar's form is style.hpp's, as the writer's is,
// so a text is accepted only where writing its Node would give the same bytes again.
#include "yaml/scan.hpp"

#include <algorithm>
#include <utility>

#include "yaml/style.hpp"

namespace crmtrack::yaml {

namespace {

constexpr std::size_t kIndent = 2;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

void append_code_point(std::string& out, int value) {  // of at most four hexadecimal digits
  if (value < 0x80) {
    out += static_cast<char>(value);
  } else if (value < 0x800) {
    out += static_cast<char>(0xc0 | (value >> 6));
    out += static_cast<char>(0x80 | (value & 0x3f));
  } else {
    out += static_cast<char>(0xe0 | (value >> 12));
    out += static_cast<char>(0x80 | ((value >> 6) & 0x3f));
    out += static_cast<char>(0x80 | (value & 0x3f));
  }
}

/// Plain, but no text: an integer, boolean or null in the one form that the writer uses.
bool is_plain_value(const Node& node) {
  const auto integer = node.as_integer();
  return node.as_boolean() || node.text == "null" || (integer && std::to_string(*integer) == node.text);
}

bool has_unique_keys(const Node& map) {
  constexpr std::size_t kFew = 24;
  const auto& entries = map.entries;
  if (entries.size() <= kFew) {
    for (std::size_t i = 1; i < entries.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j)
        if (entries[i].first == entries[j].first) return false;
    }
    return true;
  }
  std::vector<std::string_view> keys;
  keys.reserve(entries.size());
  for (const auto& entry : entries) keys.emplace_back(entry.first);
  std::sort(keys.begin(), keys.end());
  return std::adjacent_find(keys.begin(), keys.end()) == keys.end();
}

/// A recursive descent over the text; every step says whether it is still what the writer writes.
class Scanner {
 public:
  Scanner(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}

  bool scan_document(Node& root) {
    if (text_.size() > limits_.bytes) return false;
    count_lead();
    if (text_ == "{}\n") return open(root, Node::Kind::map, 1);
    return lead_ == 0 && scan_map(root, 0, 1) && at_ == text_.size();
  }

  [[nodiscard]] Mark here() const { return {line_, static_cast<int>(at_ - line_start_) + 1}; }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool skip(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  bool starts_item() const { return rest().starts_with("- "); }

  void count_lead() {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] == ' ') ++end;
    lead_ = end - at_;
  }
  bool end_line() {
    if (!skip('\n')) return false;
    ++line_;
    line_start_ = at_;
    count_lead();
    return true;
  }
  /// At the start of a line: whether it stands in the block of this indentation.
  bool continues_at(std::size_t indent) {
    if (lead_ != indent || at_ == text_.size()) return false;
    at_ += indent;
    return true;
  }

  bool begin(Node& node) {
    node.mark = here();
    return ++nodes_ <= limits_.nodes;
  }
  bool open(Node& node, Node::Kind kind, int depth) {
    node.kind = kind;
    return depth <= limits_.depth && begin(node);
  }

  bool scan_map(Node& map, std::size_t indent, int depth) {
    std::string key;
    return open(map, Node::Kind::map, depth) && scan_key(key) && scan_entries(map, std::move(key), indent, depth);
  }

  bool scan_entries(Node& map, std::string key, std::size_t indent, int depth) {
    constexpr std::size_t kUsual = 12;  // fields of a record
    map.entries.reserve(indent == 0 ? kUsual : kUsual / 3);
    while (true) {
      auto& entry = map.entries.emplace_back(std::move(key), Node());
      if (!scan_value(entry.second, indent, depth)) return false;
      if (!continues_at(indent)) return has_unique_keys(map);
      if (!scan_key(key)) return false;
    }
  }

  bool scan_key(std::string& key) {
    if (peek() == '"') {
      key.clear();
      return scan_quoted(key) && key.size() <= kLongestKey && !fits_plain(key, Place::block) && skip(':');
    }
    const std::string_view text = rest().substr(0, plain_prefix(rest(), Place::block));
    key.assign(text);
    at_ += text.size();
    return text.size() <= kLongestKey && is_plain_text(text) && skip(':');
  }

  /// After `key:`.
  bool scan_value(Node& value, std::size_t indent, int depth) {
    if (skip(' ')) return scan_inline(value, indent + kIndent, depth);
    if (!end_line() || !continues_at(indent + kIndent)) return false;
    return starts_item() ? scan_items(value, indent + kIndent, depth + 1)
                         : scan_map(value, indent + kIndent, depth + 1);
  }

  /// Scans the value on the line of its key or dash.
  bool scan_inline(Node& node, std::size_t literal_indent, int depth) {
    switch (peek()) {
      case '|':
        return begin(node) && scan_literal(node, literal_indent);
      case '[':
        return open(node, Node::Kind::list, depth + 1) && scan_flow_list(node) && end_line();
      case '{':
        return open(node, Node::Kind::map, depth + 1) && skip('{') && skip('}') && end_line();
      case '"':
        return begin(node) && scan_quoted_value(node) && end_line();
      default:
        return begin(node) && scan_plain(node, Place::block) && end_line();
    }
  }

  bool scan_plain(Node& node, Place place) {
    const std::string_view text = rest().substr(0, plain_prefix(rest(), place));
    node.text.assign(text);
    at_ += text.size();
    return is_plain_text(text) || is_plain_value(node);
  }

  bool scan_quoted_value(Node& node) {
    node.quoted = true;
    return scan_quoted(node.text) && !fits_plain(node.text, Place::block) && !fits_literal(node.text);
  }

  bool scan_flow_list(Node& list) {
    skip('[');
    if (skip(']')) return true;
    while (true) {
      Node& item = list.items.emplace_back();
      if (!begin(item) || !scan_flow_item(item)) return false;
      if (!skip(',')) return skip(']');
      if (!skip(' ')) return false;
    }
  }

  bool scan_flow_item(Node& item) {
    item.quoted = peek() == '"';
    return item.quoted ? scan_quoted(item.text) && !fits_plain(item.text, Place::flow) : scan_plain(item, Place::flow);
  }

  bool scan_items(Node& list, std::size_t indent, int depth) {
    if (!open(list, Node::Kind::list, depth)) return false;
    do {
      if (!starts_item()) return false;
      at_ += kIndent;
      if (!scan_item(list.items.emplace_back(), indent + kIndent, depth)) return false;
    } while (continues_at(indent));
    return std::any_of(list.items.begin(), list.items.end(), [](const Node& item) { return !item.is_scalar(); });
  }

  /// After `- `: a list or map goes on in the same line.
  bool scan_item(Node& item, std::size_t indent, int depth) {
    if (starts_item()) return scan_items(item, indent, depth + 1);
    const std::size_t start = at_;  // a key ends on its line, so nothing but the place has to be restored
    std::string key;
    const bool is_map = scan_key(key);
    const std::size_t after_key = std::exchange(at_, start);
    if (is_map) {
      const bool opened = open(item, Node::Kind::map, depth + 1);
      at_ = after_key;
      return opened && scan_entries(item, std::move(key), indent, depth + 1);
    }
    return scan_inline(item, indent, depth);
  }

  bool scan_literal(Node& node, std::size_t indent) {
    node.quoted = true;
    if (!skip('|') || !end_line() || lead_ != indent) return false;
    std::string& out = node.text;
    while (at_ < text_.size() && (lead_ >= indent || (lead_ == 0 && peek() == '\n'))) {
      const bool empty = peek() == '\n';
      at_ += empty ? 0 : indent;
      const std::size_t size = literal_prefix(rest());
      if (size == 0 && !empty) return false;
      out.append(text_, at_, size).push_back('\n');
      at_ += size;
      if (!end_line()) return false;
    }
    return out.size() >= 2 && out[out.size() - 2] != '\n';
  }

  bool scan_quoted(std::string& out) {
    skip('"');
    while (true) {
      const std::string_view run = rest().substr(0, rest().find_first_of("\"\\"));
      if (literal_prefix(run) != run.size()) return false;
      out += run;
      at_ += run.size();
      if (skip('"')) return true;
      if (!skip('\\') || !scan_escape(out)) return false;
    }
  }

  bool scan_escape(std::string& out) {
    if (at_ == text_.size()) return false;
    const char c = text_[at_++];
    switch (c) {
      case '"':
      case '\\':
        out += c;
        return true;
      case 'n':
        out += '\n';
        return true;
      case 'r':
        out += '\r';
        return true;
      case 't':
        out += '\t';
        return true;
      case 'x':
        return scan_code_point(out, 2);
      case 'u':
        return scan_code_point(out, 4);
      default:
        return false;
    }
  }

  /// Only what the writer has no shorter form for.
  bool scan_code_point(std::string& out, std::size_t digits) {
    if (text_.size() - at_ < digits) return false;
    int value = 0;
    for (const char c : rest().substr(0, digits)) {
      if (hex_value(c) < 0) return false;
      value = value * 16 + hex_value(c);
    }
    at_ += digits;
    append_code_point(out, value);
    const bool has_letter = value == '\n' || value == '\r' || value == '\t';
    return needs_escape(value) && !has_letter && (digits == 2) == (value < 0x80);
  }

  std::string_view text_;
  const Limits& limits_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::size_t lead_ = 0;  ///< blanks at the start of this line
  int line_ = 1;
  int nodes_ = 0;
};

}  // namespace

tl::expected<Node, Fault> scan(std::string_view text, const Limits& limits) {
  Node root;
  Scanner scanner(text, limits);
  if (!scanner.scan_document(root)) return tl::make_unexpected(Fault{scanner.here(), "not in canonical form"});
  return root;
}

}  // namespace crmtrack::yaml
