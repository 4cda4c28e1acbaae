#include "yaml/read.hpp"
#include "yaml/scan.hpp"

#include <fmt/format.h>
#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <optional>
#include <sstream>
#include <string>
#include <unordered_set>

#include "util/text/safe.hpp"
#include "util/text/utf8.hpp"
#include "yaml/check.hpp"

namespace crmtrack::yaml {

namespace {

/// Thrown through yaml-cpp, which knows no other way to be stopped; never leaves this file.
struct Refusal {
  Fault fault;
};

Mark mark_of(const YAML::Mark& mark) { return mark.is_null() ? Mark{1, 1} : Mark{mark.line + 1, mark.column + 1}; }

[[noreturn]] void refuse(const YAML::Mark& mark, std::string message) {
  throw Refusal{{mark_of(mark), std::move(message)}};
}

/// yaml-cpp gives the escapes `\N` and `\_` as single bytes of Latin-1; nothing else in its texts is invalid, since the
/// document was checked.
std::string mend_escapes(const std::string& value) {
  if (util::is_valid_utf8(value)) return value;
  std::string mended;
  for (std::string_view rest = value; !rest.empty();) {
    const util::CodePoint point = util::first_code_point(rest);
    util::append_utf8(mended, point.value >= 0 ? point.value : static_cast<unsigned char>(rest.front()));
    rest.remove_prefix(point.bytes);
  }
  return mended;
}

/// A list or map that is being read.
struct Open {
  Node node;
  std::optional<std::string> key;         ///< of a map: read, its value not yet
  std::unordered_set<std::string> known;  ///< keys so far
};

/// Builds the tree from yaml-cpp's events and refuses what the strict subset does not have.
class Builder final : public YAML::EventHandler {
 public:
  Builder(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}

  [[nodiscard]] Node take() { return root_ ? std::move(*root_) : Node::null(); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) refuse(mark, "a second document, or text after the document's end");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_properties(mark, anchor, "?");
    if (awaits_key()) refuse(mark, "a key is empty or null");
    Node node = Node::null();
    for (const std::string_view word : {"Null", "NULL"})  // text to us, though yaml-cpp thinks otherwise
      if (rest_at(mark).starts_with(word)) node.text = word;
    refuse_missing_value(mark);
    add(std::move(node), mark);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, "an alias"); }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_properties(mark, anchor, tag);
    refuse_quote_fault(mark);
    const bool quoted = tag == "!";
    if (awaits_key()) {
      set_key(mark, mend_escapes(value), quoted);
      return;
    }
    Node node;
    node.text = mend_escapes(value);
    node.quoted = quoted;
    add(std::move(node), mark);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Node::list(), mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Node::map(), mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  [[nodiscard]] std::string_view rest_at(const YAML::Mark& mark) const {
    const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
    return text_.substr(std::min(at, text_.size()));
  }

  /// Untagged scalars come with `?` (plain) or `!` (quoted), and an explicit `!` as well: only the text tells it.
  void refuse_properties(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag) const {
    if (anchor != 0) refuse(mark, "an anchor");
    if ((tag != "?" && tag != "!" && !tag.empty()) || rest_at(mark).starts_with('!')) refuse(mark, "a tag");
  }

  void refuse_quote_fault(const YAML::Mark& mark) const {
    const std::string_view rest = rest_at(mark);
    if (rest.starts_with('"') || rest.starts_with('\'')) {
      if (const char* fault = find_quote_fault(rest)) refuse(mark, fault);
    }
  }

  /// yaml-cpp takes `[a, , b]` and a last line `word` without a colon for nulls; they are slips of the hand.
  void refuse_missing_value(const YAML::Mark& mark) const {
    if (open_.empty()) return;
    if (open_.back().node.is_map() && mark.pos == key_at_) {
      refuse(mark,
             fmt::format("a ': ' or a closing bracket is missing after '{}'", util::visible_line(*open_.back().key)));
    }
    if (open_.back().node.is_list() && (rest_at(mark).starts_with(',') || rest_at(mark).starts_with(']')))
      refuse(mark, "an empty item");
  }

  [[nodiscard]] bool awaits_key() const { return !open_.empty() && open_.back().node.is_map() && !open_.back().key; }

  void set_key(const YAML::Mark& mark, const std::string& key, bool quoted) {
    if (key == "<<" && !quoted) refuse(mark, "a merge key '<<'");
    if (key.size() > kLongestKey) refuse(mark, fmt::format("a key longer than {} bytes", kLongestKey));
    if (!open_.back().known.insert(key).second)
      refuse(mark, fmt::format("the key '{}' stands here twice", util::visible_line(key)));
    open_.back().key = key;
    key_at_ = mark.pos;
  }

  void count(const YAML::Mark& mark) {
    if (++nodes_ > limits_.nodes) refuse(mark, fmt::format("more than {} values", limits_.nodes));
  }

  void open(Node node, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_properties(mark, anchor, tag);
    if (awaits_key()) refuse(mark, "a key that is no text");
    if (static_cast<int>(open_.size()) >= limits_.depth)
      refuse(mark, fmt::format("nested deeper than {} levels", limits_.depth));
    count(mark);
    node.mark = mark_of(mark);
    open_.push_back({std::move(node), std::nullopt, {}});
  }

  void close() {
    Node node = std::move(open_.back().node);
    open_.pop_back();
    attach(std::move(node));
  }

  void add(Node node, const YAML::Mark& mark) {
    count(mark);
    node.mark = mark_of(mark);
    attach(std::move(node));
  }

  void attach(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.is_list()) {
      parent.node.items.push_back(std::move(node));
    } else {
      parent.node.entries.emplace_back(std::move(*parent.key), std::move(node));
      parent.key.reset();
    }
  }

  std::string_view text_;
  const Limits& limits_;
  std::vector<Open> open_;
  std::optional<Node> root_;
  int documents_ = 0;
  int key_at_ = -1;  ///< where the newest key stands
  int nodes_ = 0;
};

}  // namespace

tl::expected<Node, Fault> read(std::string_view text, const Limits& limits) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (auto fault = find_text_fault(text, limits)) return tl::make_unexpected(std::move(*fault));
  Builder builder(text, limits);
  try {
    // Without a last line feed yaml-cpp loses what a literal block ends in.
    std::istringstream stream(std::string(text).append(text.ends_with('\n') ? 0 : 1, '\n'));
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Refusal& refusal) {
    return tl::make_unexpected(refusal.fault);
  } catch (const YAML::Exception& error) {
    return tl::make_unexpected(Fault{mark_of(error.mark), error.msg});
  }
  return builder.take();
}

tl::expected<Node, Fault> load(std::string_view text, const Limits& limits) {
  auto scanned = scan(text, limits);
  return scanned ? std::move(scanned) : read(text, limits);
}

}  // namespace crmtrack::yaml
