#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace crmtrack::document {

/// A JSON-like value; objects keep their order.
struct Value {
  using List = std::vector<Value>;
  using Object = std::vector<std::pair<std::string, Value>>;
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, List, Object> data = nullptr;

  Value() = default;
  Value(std::nullptr_t) {}
  Value(bool value) : data(value) {}
  Value(int value) : data(static_cast<std::int64_t>(value)) {}
  Value(std::int64_t value) : data(value) {}
  Value(std::size_t value) : data(static_cast<std::int64_t>(value)) {}
  Value(double value) : data(value) {}
  Value(std::string value) : data(std::move(value)) {}
  Value(const char* value) : data(std::string(value)) {}
  Value(List value) : data(std::move(value)) {}
  Value(Object value) : data(std::move(value)) {}

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::nullptr_t>(data); }
  [[nodiscard]] const Value* find(std::string_view key) const;  ///< nullptr where this is no object, or has no such key
  void set(std::string key, Value value);                       ///< appends or replaces; makes a null value an object
};

}  // namespace crmtrack::document
