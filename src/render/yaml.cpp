#include "render/yaml.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "render/quote.hpp"
#include "util/text/case.hpp"

namespace crmtrack::render {
namespace {

using document::Value;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Text that every YAML reader, old or new, takes for text without quotes.
bool is_plain(std::string_view text) {
  static constexpr std::array<std::string_view, 11> kReserved{"yes", "no", "true", "false", "on", "off",
                                                              "y",   "n",  "null", "nan",   "inf"};
  if (text.empty() || !is_letter(text.front()) || text.ends_with(' ')) return false;
  const auto safe = [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || std::string_view{" _-./@+()"}.find(c) != std::string_view::npos;
  };
  if (!std::all_of(text.begin(), text.end(), safe)) return false;
  const auto lower = util::to_lower_ascii(text);
  return std::find(kReserved.begin(), kReserved.end(), lower) == kReserved.end();
}

std::string text_of(std::string_view text) {
  if (is_plain(text)) return std::string{text};
  std::string quoted;
  append_quoted(text, Escapes::yaml, quoted);
  return quoted;
}

std::string number_text(double value) {
  if (!std::isfinite(value)) return "null";
  auto text = fmt::format("{}", value);
  // Readers of YAML 1.1 want a point in a number with an exponent.
  if (const auto exponent = text.find('e'); exponent != std::string::npos && text.find('.') == std::string::npos)
    text.insert(exponent, ".0");
  return text;
}

/// Block style, indented by two; what belongs to a key or a dash begins on the same line where it is a scalar or empty.
class YamlWriter {
 public:
  void operator()(std::nullptr_t) { scalar("null"); }
  void operator()(bool value) { scalar(value ? "true" : "false"); }
  void operator()(std::int64_t value) { scalar(fmt::format("{}", value)); }
  void operator()(double value) { scalar(number_text(value)); }
  void operator()(const std::string& value) { scalar(text_of(value)); }
  void operator()(const Value::List& list) {
    if (list.empty()) return scalar("[]");
    for (const auto& item : list) {
      indent();
      out_ += "- ";
      nested(item, true);
    }
  }
  void operator()(const Value::Object& object) {
    if (object.empty()) return scalar("{}");
    for (const auto& [key, value] : object) {
      indent();
      out_ += text_of(key) + ':';
      nested(value, false);
    }
  }
  std::string take() { return std::move(out_); }

 private:
  static bool is_block(const Value& value) {
    const auto* list = std::get_if<Value::List>(&value.data);
    const auto* object = std::get_if<Value::Object>(&value.data);
    return (list != nullptr && !list->empty()) || (object != nullptr && !object->empty());
  }

  void scalar(const std::string& text) { out_ += text + '\n'; }

  void indent() {
    if (std::exchange(same_line_, false)) return;
    out_.append(depth_ * 2, ' ');
  }

  /// Behind a dash a block goes on in the same line; behind a key it begins on the next one.
  void nested(const Value& value, bool behind_dash) {
    const bool block = is_block(value);
    if (!behind_dash) out_ += block ? '\n' : ' ';
    same_line_ = block && behind_dash;
    ++depth_;
    std::visit(*this, value.data);
    --depth_;
  }

  std::size_t depth_ = 0;
  bool same_line_ = false;
  std::string out_;
};

std::string begin_items(const Value::Object& head) { return head.empty() ? std::string{} : render_yaml(head); }

std::string listed_item(const Value& item, std::size_t before) {
  return (before == 0 ? "items:\n" : "") + render_yaml(Value::List{item});
}

std::string end_items(const Value::Object& tail, std::size_t count) {
  return (count == 0 ? "items: []\n" : "") + (tail.empty() ? std::string{} : render_yaml(tail));
}

}  // namespace

const ItemForm kYamlItems{begin_items, listed_item, end_items};

std::string render_yaml(const Value& value) {
  YamlWriter writer;
  std::visit(writer, value.data);
  return writer.take();
}

}  // namespace crmtrack::render
