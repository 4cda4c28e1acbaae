#include "render/json.hpp"

#include <cmath>

#include <fmt/format.h>

#include "render/quote.hpp"

namespace crmtrack::render {
namespace {

using document::Value;

/// Writes one value; indented where `indent` is not 0.
class JsonWriter {
 public:
  explicit JsonWriter(int indent) : indent_(indent) {}

  void operator()(std::nullptr_t) { out_ += "null"; }
  void operator()(bool value) { out_ += value ? "true" : "false"; }
  void operator()(std::int64_t value) { out_ += fmt::format_int(value).c_str(); }
  void operator()(double value) { out_ += std::isfinite(value) ? fmt::format("{}", value) : "null"; }
  void operator()(const std::string& value) { append_quoted(value, Escapes::json, out_); }
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
      append_quoted(object[i].first, Escapes::json, out_);
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

std::string begin_envelope(const Value::Object& head) {
  std::string text = render_json(head);
  text.pop_back();
  return text + (head.empty() ? "\"items\": [" : ", \"items\": [");
}

std::string enveloped_item(const Value& item, std::size_t before) {
  return (before == 0 ? "\n" : ",\n") + render_json(item);
}

std::string end_envelope(const Value::Object& tail, std::size_t count) {
  const std::string text = render_json(tail);
  return std::string{count == 0 ? "]" : "\n]"} + (tail.empty() ? "}" : ", " + text.substr(1)) + '\n';
}

std::string nothing_around(const Value::Object&) { return {}; }
std::string nothing_behind(const Value::Object&, std::size_t) { return {}; }
std::string item_line(const Value& item, std::size_t) { return render_json(item) + '\n'; }

}  // namespace

const ItemForm kJsonItems{begin_envelope, enveloped_item, end_envelope};
const ItemForm kJsonLines{nothing_around, item_line, nothing_behind};

std::string render_json(const Value& value, int indent) {
  JsonWriter writer{indent};
  std::visit(writer, value.data);
  return writer.take();
}

}  // namespace crmtrack::render
