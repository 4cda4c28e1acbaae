#include "view/node_value.hpp"

namespace crmtrack::view {

using document::Value;

Value node_to_value(const yaml::Node& node) {
  if (node.is_list()) {
    Value::List list;
    for (const yaml::Node& item : node.items) list.push_back(node_to_value(item));
    return list;
  }
  if (node.is_map()) {
    Value object(Value::Object{});
    for (const auto& [key, value] : node.entries) object.set(key, node_to_value(value));
    return object;
  }
  if (node.is_null()) return {};
  if (const auto integer = node.as_integer()) return *integer;
  if (const auto flag = node.as_boolean()) return *flag;
  return node.text;
}

}  // namespace crmtrack::view
