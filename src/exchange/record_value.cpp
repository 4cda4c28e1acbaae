#include "exchange/record_value.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "exchange/base64.hpp"
#include "record/open.hpp"
#include "util/digest.hpp"
#include "util/id.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::exchange {
namespace {

using document::Value;
using yaml::Node;

/// The names that JSON gives to a record's head and provenance. A record whose own fields have such a name keeps them
/// in `own`.
constexpr std::array<std::string_view, 10> kBeside{"id",          "kind",   "at",     "by",      "after",
                                                   "recorded_at", "author", "commit", "refused", "own"};
/// Those of kBeside that stand in a record's file.
constexpr std::array<std::string_view, 4> kInFile{"kind", "at", "by", "after"};
constexpr int kDepth = 8;

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Value to_value(const Node& node) {
  if (node.is_list()) {
    Value::List list;
    for (const Node& item : node.items) list.push_back(to_value(item));
    return list;
  }
  if (node.is_map()) {
    Value::Object object;
    for (const auto& [key, value] : node.entries) object.emplace_back(key, to_value(value));
    return object;
  }
  if (node.is_null()) return nullptr;
  if (const auto number = node.as_integer(); number && std::to_string(*number) == node.text) return *number;
  if (const auto truth = node.as_boolean()) return *truth;
  return node.text;
}

tl::expected<Node, std::string> to_node(const Value& value, int depth);

tl::expected<Node, std::string> to_list(const Value::List& list, int depth) {
  Node node = Node::list();
  for (const Value& item : list) {
    auto made = to_node(item, depth + 1);
    if (!made) return made;
    node.items.push_back(std::move(*made));
  }
  return node;
}

tl::expected<Node, std::string> to_map(const Value::Object& object, int depth) {
  Node node = Node::map();
  for (const auto& [key, item] : object) {
    auto made = to_node(item, depth + 1);
    if (!made) return tl::unexpected(key + ": " + made.error());
    node.entries.emplace_back(key, std::move(*made));
  }
  return node;
}

tl::expected<Node, std::string> to_node(const Value& value, int depth) {
  if (depth > kDepth) return tl::unexpected(fmt::format("nested deeper than {} levels", kDepth));
  if (value.is_null()) return Node::null();
  if (const auto* truth = std::get_if<bool>(&value.data)) return Node::boolean(*truth);
  if (const auto* number = std::get_if<std::int64_t>(&value.data)) return Node::integer(*number);
  if (const auto* text = std::get_if<std::string>(&value.data)) return Node::scalar(*text);
  if (const auto* list = std::get_if<Value::List>(&value.data)) return to_list(*list, depth);
  if (const auto* object = std::get_if<Value::Object>(&value.data)) return to_map(*object, depth);
  return tl::unexpected(std::string("a number with a fraction must be text"));
}

void add_bytes(Value& attachments, const ReadAttachment& read) {
  auto* list = std::get_if<Value::List>(&attachments.data);
  if (list == nullptr) return;
  for (Value& attachment : *list) {
    const Value* name = attachment.find("name");
    const auto* text = name == nullptr ? nullptr : std::get_if<std::string>(&name->data);
    if (text != nullptr && attachment.find("base64") == nullptr) {
      if (const auto bytes = read(*text)) attachment.set("base64", to_base64(*bytes));
    }
  }
}

/// Takes an attachment's bytes out of its map, and checks them against the size and digest that the map states.
tl::expected<std::string, std::string> take_bytes(Node& attachment, const std::string& encoded) {
  auto bytes = from_base64(encoded);
  if (!bytes) return tl::unexpected(std::string("base64: not base64"));
  attachment.erase("base64");
  const Node* size = attachment.find("size");
  if (size != nullptr && size->as_integer() != static_cast<std::int64_t>(bytes->size()))
    return tl::unexpected(std::string("size: it is not the size of the bytes"));
  const std::string digest = attachment.text_of("sha256");
  if (!digest.empty() && digest != util::sha256_hex(*bytes))
    return tl::unexpected(std::string("sha256: it is not the digest of the bytes"));
  return std::move(*bytes);
}

std::optional<std::string> take_attachments(Node& body, ReadRecord& read) {
  Node* attachments = body.find("attachments");
  if (attachments == nullptr || !attachments->is_list()) return std::nullopt;
  for (Node& attachment : attachments->items) {
    const Node* encoded = attachment.find("base64");
    if (encoded == nullptr || !encoded->is_scalar()) continue;
    const std::string name = attachment.text_of("name");
    if (!record::is_attachment_name(name))
      return fmt::format("attachments: '{}' is no file name", util::visible_line(name));
    auto bytes = take_bytes(attachment, std::string(encoded->text));
    if (!bytes) return fmt::format("attachments: {}: {}", util::visible_line(name), bytes.error());
    read.attachments.emplace_back(name, std::move(*bytes));
  }
  return std::nullopt;
}

/// The fields under `own`; null where there are none.
const Value::Object* find_own(const Value& value) {
  const Value* own = value.find("own");
  return own == nullptr ? nullptr : std::get_if<Value::Object>(&own->data);
}

/// The record's map as it stood in the file: kind, at, by, after, then its own fields in their order.
tl::expected<Node, std::string> body_of(const Value& value) {
  const auto& object = std::get<Value::Object>(value.data);
  const Value::Object* own = find_own(value);
  const auto is_in_own = [own](const std::string& key) {
    const auto named = [&key](const auto& entry) { return entry.first == key; };
    return own != nullptr && std::any_of(own->begin(), own->end(), named);
  };
  Value::Object fields;
  for (const auto& [key, field] : object) {
    const bool beside = is_among(kBeside, key) && !is_among(kInFile, key);
    if (!beside && !is_in_own(key)) fields.emplace_back(key, field);
  }
  if (own != nullptr) fields.insert(fields.end(), own->begin(), own->end());
  return to_map(fields, 0);
}

std::string text_at(const Value& value, std::string_view key) {
  const Value* found = value.find(key);
  const auto* text = found == nullptr ? nullptr : std::get_if<std::string>(&found->data);
  return text == nullptr ? std::string() : *text;
}

}  // namespace

Value record_to_value(const record::Record& record, const story::Provenance& provenance,
                      const ReadAttachment& read_attachment) {
  Value value;
  value.set("id", record.id);
  const auto standing = [&](const char* key) {
    const Node* node = record.body.find(key);
    value.set(key, node == nullptr ? Value() : to_value(*node));
  };
  for (const char* key : {"kind", "at", "by", "after"}) standing(key);
  value.set("recorded_at", util::format_utc(provenance.recorded_at));
  value.set("author", provenance.author);
  value.set("commit", provenance.commit);
  value.set("refused", provenance.refused.empty() ? Value() : Value(provenance.refused));
  Value own;
  for (const auto& [key, node] : record.body.entries) {
    if (is_among(kInFile, key)) continue;
    Value field = to_value(node);
    if (key == "attachments" && read_attachment) add_bytes(field, read_attachment);
    // From the first such field on, `own` has them all, so that their order is kept.
    const bool collides = is_among(kBeside, key);
    if (collides || !own.is_null()) own.set(key, field);
    if (!collides) value.set(key, std::move(field));
  }
  if (!own.is_null()) value.set("own", std::move(own));
  return value;
}

tl::expected<ReadRecord, std::string> value_to_record(const record::StoryRef& story, const Value& value) {
  if (!std::holds_alternative<Value::Object>(value.data)) return tl::unexpected(std::string("a record is an object"));
  ReadRecord read;
  const std::string id = text_at(value, "id");
  const std::string kind = text_at(value, "kind");
  if (!util::time_of_ulid(id)) return tl::unexpected(fmt::format("id: '{}' is no record id", util::visible_line(id)));
  auto body = body_of(value);
  if (!body) return tl::unexpected(body.error());
  if (auto why = take_attachments(*body, read)) return tl::unexpected(std::move(*why));
  record::Record written;
  written.body = std::move(*body);
  // Reading back what is written makes sure that the ledger will take it: bounds, kind, times.
  auto record = record::open({story, id, record::StatedKind(kind), {}}, record::render(written));
  if (!record) return tl::unexpected(record.error().message);
  read.record = std::move(*record);
  return read;
}

}  // namespace crmtrack::exchange
