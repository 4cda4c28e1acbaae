#include "yaml/node.hpp"

#include <algorithm>
#include <charconv>

namespace crmtrack::yaml {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `-?(0|[1-9][0-9]*)`.
bool has_integer_form(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return false;
  return text.size() == 1 || text.front() != '0';
}

bool resolve_alike(const Node& a, const Node& b) {
  if (a.is_null() || b.is_null()) return a.is_null() && b.is_null();
  const auto a_integer = a.as_integer();
  const auto b_integer = b.as_integer();
  if (a_integer || b_integer) return a_integer == b_integer;
  return a.text == b.text && a.as_boolean().has_value() == b.as_boolean().has_value();
}

Node plain(std::string text) {
  Node node;
  node.text = std::move(text);
  return node;
}

}  // namespace

Node Node::scalar(std::string text) {
  Node node = plain(std::move(text));
  node.quoted = true;
  return node;
}

Node Node::integer(std::int64_t value) { return plain(std::to_string(value)); }
Node Node::boolean(bool value) { return plain(value ? "true" : "false"); }
Node Node::null() { return plain("null"); }

Node Node::list(std::vector<Node> items) {
  Node node;
  node.kind = Kind::list;
  node.items = std::move(items);
  return node;
}

Node Node::list_of(const std::vector<std::string>& texts) {
  Node node = list();
  node.items.reserve(texts.size());
  for (const std::string& text : texts) node.items.push_back(scalar(text));
  return node;
}

Node Node::map(std::vector<Entry> entries) {
  Node node;
  node.kind = Kind::map;
  node.entries = std::move(entries);
  return node;
}

bool Node::is_null() const { return is_scalar() && !quoted && (text.empty() || text == "~" || text == "null"); }

std::optional<std::int64_t> Node::as_integer() const {
  if (!is_scalar() || quoted || !has_integer_form(text)) return std::nullopt;
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

std::optional<bool> Node::as_boolean() const {
  if (!is_scalar() || quoted || (text != "true" && text != "false")) return std::nullopt;
  return text == "true";
}

const Node* Node::find(std::string_view key) const {
  const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.first == key; });
  return entry == entries.end() ? nullptr : &entry->second;
}

Node* Node::find(std::string_view key) { return const_cast<Node*>(std::as_const(*this).find(key)); }

std::string Node::text_of(std::string_view key) const {
  const Node* value = find(key);
  return value != nullptr && value->is_scalar() && !value->is_null() ? value->text : std::string();
}

std::vector<std::string> Node::texts_of(std::string_view key) const {
  std::vector<std::string> texts;
  const auto add = [&](const Node& node) {
    if (node.is_scalar() && !node.is_null()) texts.push_back(node.text);
  };
  if (const Node* value = find(key)) {
    add(*value);
    std::for_each(value->items.begin(), value->items.end(), add);
  }
  return texts;
}

void Node::set(std::string key, Node value) {
  if (Node* old = find(key))
    *old = std::move(value);
  else
    entries.emplace_back(std::move(key), std::move(value));
}

void Node::erase(std::string_view key) {
  std::erase_if(
      entries, [&](const Entry& entry) { return entry.first == key; });
}

bool operator==(const Node& a, const Node& b) {
  if (a.kind != b.kind) return false;
  return a.is_scalar() ? resolve_alike(a, b) : a.items == b.items && a.entries == b.entries;
}

}  // namespace crmtrack::yaml
