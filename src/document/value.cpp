#include "document/value.hpp"

#include <algorithm>

namespace crmtrack::document {

const Value* Value::find(std::string_view key) const {
  const auto* object = std::get_if<Object>(&data);
  if (object == nullptr) return nullptr;
  const auto found = std::find_if(object->begin(), object->end(), [&](const auto& pair) { return pair.first == key; });
  return found == object->end() ? nullptr : &found->second;
}

void Value::set(std::string key, Value value) {
  if (is_null()) data = Object{};
  auto& object = std::get<Object>(data);
  const auto found = std::find_if(object.begin(), object.end(), [&](const auto& pair) { return pair.first == key; });
  if (found == object.end())
    object.emplace_back(std::move(key), std::move(value));
  else
    found->second = std::move(value);
}

}  // namespace crmtrack::document
