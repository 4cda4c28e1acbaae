#include "exchange/map_overrides.hpp"

#include <fmt/format.h>

#include <map>

#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::exchange {
namespace {

using yaml::Node;

Node* find_named(Node& list, const std::string& name) {
  for (Node& item : list.items)
    if (item.text_of("name") == name) return &item;
  return nullptr;
}

/// The node under a step of the path, made a map where the way leads on through it.
Node& step_into(Node& node, const std::string& step, const std::string& key) {
  if (node.is_list()) {
    if (Node* item = find_named(node, step)) return *item;
    throw util::Error(util::ErrorKind::usage,
                      fmt::format("cannot use '--set {}': the map has no record rule '{}'", key, step));
  }
  Node* child = node.find(step);
  if (child == nullptr) {
    node.set(step, Node::map());
    child = node.find(step);
  } else if (child->is_scalar() || (child->is_list() && step != "records")) {
    *child = Node::map();
  }
  return *child;
}

/// A field comes from one place: a new one replaces the old.
void forget_other_sources(Node& field, const std::string& step) {
  if (step != "value" && step != "column" && step != "join") return;
  for (const char* other : {"value", "column", "join"})
    if (step != other) field.erase(other);
  if (step == "value") {
    field.erase("values");
    field.erase("other");
  }
}

void set_path(Node& root, const std::string& key, const std::vector<std::string>& values) {
  const auto steps = util::split(key, '.');
  Node* node = &root;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) node = &step_into(*node, steps[i], key);
  if (!node->is_map())
    throw util::Error(util::ErrorKind::usage, fmt::format("cannot use '--set {}': name what to set of it", key));
  forget_other_sources(*node, steps.back());
  node->set(steps.back(), values.size() == 1 ? Node::scalar(values.front()) : Node::list_of(values));
}

}  // namespace

void apply_overrides(yaml::Node& root, const std::vector<std::string>& overrides) {
  std::vector<std::string> order;
  std::map<std::string, std::vector<std::string>> values;
  for (const std::string& text : overrides) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw util::Error(util::ErrorKind::usage, fmt::format("cannot use '--set {}': it is not key=value", text),
                        {"for example --set date_format=%d/%m/%Y"});
    }
    const std::string key = text.substr(0, equals);
    if (values[key].empty()) order.push_back(key);
    values[key].push_back(text.substr(equals + 1));
  }
  for (const std::string& key : order) set_path(root, key, values[key]);
}

}  // namespace crmtrack::exchange
