#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "document/value.hpp"
#include "util/text.hpp"
#include "util/utf8.hpp"

namespace crmtrack::document {
namespace {

/// Characters that move a cursor or turn the text around them: valid in JSON, but a terminal may be what reads it.
bool is_escaped(std::int32_t value) {
  const bool control = value < 0x20 || (value >= 0x7f && value < 0xa0);
  const bool bidirectional = value == 0x061c || value == 0x200e || value == 0x200f ||
                             (value >= 0x202a && value <= 0x202e) || (value >= 0x2066 && value <= 0x2069);
  const bool line_or_order_mark = value == 0x2028 || value == 0x2029 || value == 0xfeff;
  const bool tag = value >= 0xe0000 && value <= 0xe0fff && !(value >= 0xe0100 && value <= 0xe01ef);
  return control || bidirectional || line_or_order_mark || tag;
}

void append_escape(std::int32_t value, std::string& out) {
  switch (value) {
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  if (value < 0x10000) {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", value);
  } else {
    const auto rest = value - 0x10000;
    fmt::format_to(std::back_inserter(out), "\\u{:04x}\\u{:04x}", 0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff));
  }
}

bool is_plain(char c) { return c >= ' ' && c < 0x7f && c != '"' && c != '\\'; }

void append_text(std::string_view text, std::string& out) {
  out += '"';
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto next = util::first_code_point(text);
    if (next.value < 0) {
      out += "\xef\xbf\xbd";
    } else if (next.value == '"' || next.value == '\\') {
      out += '\\';
      out += text.front();
    } else if (is_escaped(next.value)) {
      append_escape(next.value, out);
    } else {
      out += text.substr(0, next.bytes);
    }
    text.remove_prefix(next.bytes);
  }
  out += '"';
}

/// Writes one value; indented where `indent` is not 0.
class JsonWriter {
 public:
  explicit JsonWriter(int indent) : indent_(indent) {}

  void operator()(std::nullptr_t) { out_ += "null"; }
  void operator()(bool value) { out_ += value ? "true" : "false"; }
  void operator()(std::int64_t value) { out_ += fmt::format_int(value).c_str(); }
  void operator()(double value) { out_ += std::isfinite(value) ? fmt::format("{}", value) : "null"; }
  void operator()(const std::string& value) { append_text(value, out_); }
  void operator()(const Value::List& list) {
    out_ += '[';
    ++depth_;
    for (std::size_t i = 0; i < list.size(); ++i) {
      separate(i > 0);
      std::visit(*this, list[i].data);
    }
    close(']', list.empty());
  }
  void operator()(const Value::Object& object) {
    out_ += '{';
    ++depth_;
    for (std::size_t i = 0; i < object.size(); ++i) {
      separate(i > 0);
      append_text(object[i].first, out_);
      out_ += ": ";
      std::visit(*this, object[i].second.data);
    }
    close('}', object.empty());
  }
  std::string take() { return std::move(out_); }

 private:
  void separate(bool again) {
    if (again) out_ += indent_ > 0 ? "," : ", ";
    if (indent_ > 0) new_line();
  }
  void close(char bracket, bool empty) {
    --depth_;
    if (indent_ > 0 && !empty) new_line();
    out_ += bracket;
  }
  void new_line() {
    out_ += '\n';
    out_.append(static_cast<std::size_t>(indent_ * depth_), ' ');
  }

  int indent_;
  int depth_ = 0;
  std::string out_;
};

}  // namespace

std::string to_json(const Value& value, int indent) {
  JsonWriter writer{indent};
  std::visit(writer, value.data);
  return writer.take();
}

}  // namespace crmtrack::document
