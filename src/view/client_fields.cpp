#include "view/client_fields.hpp"

#include <algorithm>

#include "record/kinds.hpp"
#include "story/contact.hpp"
#include "story/words.hpp"

namespace crmtrack::view {

namespace {

/// An activity of the customer, or one that was at least to reach them. A word that this version does not know hides
/// it.
bool is_clients_activity(const record::Record& record, std::string_view channel) {
  const std::string_view visibility = story::word(record.body, "visibility");
  const std::string_view direction = story::word(record.body, "direction");
  if (record.body.find("visibility") != nullptr && visibility != "client") return false;
  if (direction == "in") return true;
  return direction == "out" && story::evidence_of(record, channel) >= record::Evidence::attempted;
}

bool is_note_for_client(const record::Record& record) {
  return record.kind == record::Kind::activity && story::word(record.body, "direction") == "internal" &&
         story::word(record.body, "visibility") == "client";
}

bool is_clients(const record::Record& record, std::string_view channel) {
  switch (record.kind.known()) {
    case record::Kind::complaint:
    case record::Kind::customer:
      return true;
    case record::Kind::activity:
      return is_clients_activity(record, channel);
    case record::Kind::resolution:
      return story::evidence_of(record, channel) >= record::Evidence::sent;
    case record::Kind::assignment:
    case record::Kind::escalation:
    case record::Kind::change:
    case record::Kind::review:
    case record::Kind::waiver:
    case record::Kind::correction:
    case record::Kind::step:
    case record::Kind::mail:
    case record::Kind::notification:
    case record::Kind::delivery:
    case record::Kind::alarm:
    case record::Kind::baseline:
    case record::Kind::decision:
    case record::Kind::viewing:
    case record::Kind::unknown:
      break;
  }
  return false;
}

bool is_for_client(std::span<const record::FieldSpec> fields, std::string_view name) {
  return std::any_of(
      fields.begin(), fields.end(),
      [&](const record::FieldSpec& field) { return field.name == name && field.audience == record::Audience::client; });
}

}  // namespace

ClientFields::ClientFields(const record::Record& record, std::string_view channel)
    : kind_(record.kind.known()),
      fields_(record.body),
      visible_(is_clients(record, channel)),
      shows_promises_(visible_ || is_note_for_client(record)) {}

ClientFields::ClientFields(record::Kind kind, const yaml::Node& fields) : kind_(kind), fields_(fields) {}

const yaml::Node* ClientFields::find(std::string_view field) const {
  const record::KindSpec* const spec = record::find_kind(kind_);
  return visible_ && spec != nullptr && is_for_client(spec->fields, field) ? fields_.find(field) : nullptr;
}

std::string ClientFields::text_of(std::string_view field) const {
  const yaml::Node* const value = find(field);
  return value == nullptr || !value->is_scalar() || value->is_null() ? std::string() : value->text;
}

std::vector<std::string> ClientFields::texts_of(std::string_view field, std::string_view member) const {
  const yaml::Node* const value = find(field);
  std::vector<std::string> texts;
  if (value == nullptr || !is_for_client(record::members_of(field), member)) return texts;
  const auto add = [&](const yaml::Node& item) {
    if (const std::string_view text = story::word(item, member); !text.empty()) texts.emplace_back(text);
  };
  if (value->is_map()) add(*value);
  for (const yaml::Node& item : value->items)
    if (item.is_map()) add(item);
  return texts;
}

}  // namespace crmtrack::view
