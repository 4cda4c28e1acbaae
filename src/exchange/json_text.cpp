#include "exchange/json_text.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace crmtrack::exchange {
namespace {

using document::Value;

/// Builds a Value from the parser's events, within bounds. Returning false stops the parser.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Builder(const JsonLimits& limits) : limits_(limits) {}

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(std::int64_t value) override { return put(value); }
  bool number_unsigned(std::uint64_t value) override {
    if (value > static_cast<std::uint64_t>(INT64_MAX)) return fail("a whole number is beyond 64 bits");
    return put<std::int64_t>(static_cast<std::int64_t>(value));
  }
  bool number_float(double value, const std::string& written) override {
    if (written.find_first_of(".eE") == std::string::npos) return fail("a whole number is beyond 64 bits");
    return put(value);
  }
  bool string(std::string& value) override { return put(std::move(value)); }
  bool binary(nlohmann::json::binary_t&) override { return fail("binary data is no JSON"); }
  bool start_object(std::size_t) override { return open<Value::Object>(); }
  bool start_array(std::size_t) override { return open<Value::List>(); }
  bool key(std::string& value) override {
    open_.back().key = std::move(value);
    return true;
  }
  bool end_object() override { return check_keys() && close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    fault_.offset = position == 0 ? 0 : position - 1;
    fault_.message = describe(error.what());
    return false;
  }

  [[nodiscard]] Value take() { return std::move(root_); }
  [[nodiscard]] const JsonFault& fault() const { return fault_; }

 private:
  struct Open {
    Value value;
    std::string key;
  };

  /// `[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while …` → from `syntax error` on.
  static std::string describe(std::string_view what) {
    const std::size_t colon = what.find(": ");
    return "not JSON: " + std::string(colon == std::string_view::npos ? what : what.substr(colon + 2));
  }

  bool fail(std::string message) {
    fault_.message = std::move(message);
    return false;
  }

  template <typename Container>
  bool open() {
    if (open_.size() >= static_cast<std::size_t>(limits_.depth))
      return fail(fmt::format("nested deeper than {} levels", limits_.depth));
    open_.emplace_back().value.data.template emplace<Container>();
    return true;
  }

  bool close() {
    Value value;
    std::swap(value.data, open_.back().value.data);
    open_.pop_back();
    Value* place = next();
    if (place != nullptr) std::swap(place->data, value.data);
    return place != nullptr;
  }

  template <typename T>
  bool put(T value) {
    Value* place = next();
    if (place != nullptr) place->data.template emplace<T>(std::move(value));
    return place != nullptr;
  }

  /// Where the next value belongs; null beyond the bound.
  Value* next() {
    if (++count_ > limits_.values) {
      fail(fmt::format("more than {} values", limits_.values));
      return nullptr;
    }
    if (open_.empty()) return &root_;
    if (auto* list = std::get_if<Value::List>(&open_.back().value.data)) return &list->emplace_back();
    auto& object = std::get<Value::Object>(open_.back().value.data);
    return &object.emplace_back(std::move(open_.back().key), Value()).second;
  }

  bool check_keys() {
    const auto& object = std::get<Value::Object>(open_.back().value.data);
    std::vector<std::string_view> keys;
    keys.reserve(object.size());
    for (const auto& [key, value] : object) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    const auto twice = std::adjacent_find(keys.begin(), keys.end());
    return twice == keys.end() || fail(fmt::format("the key '{}' stands twice in an object", *twice));
  }

  const JsonLimits& limits_;
  Value root_;
  std::vector<Open> open_;
  std::size_t count_ = 0;
  JsonFault fault_;
};

}  // namespace

tl::expected<Value, JsonFault> parse_json(std::string_view text, const JsonLimits& limits) {
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
    return tl::unexpected(JsonFault{nul, "not JSON: a NUL byte"});  // where the parser would see the end
  Builder builder(limits);
  if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder, nlohmann::json::input_format_t::json, true))
    return builder.take();
  return tl::unexpected(builder.fault());
}

}  // namespace crmtrack::exchange
