#include "command/write/corrected_value.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/write/answer_fields.hpp"
#include "command/write/capture.hpp"
#include "command/write/promise_options.hpp"
#include "record/kinds.hpp"
#include "record/promise_reference.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/when.hpp"

namespace crmtrack::command {

using record::FieldType;
using util::Error;
using util::ErrorKind;

namespace {

/// A complaint may have any field that a form asks for; the other kinds have theirs, dotted ones (`set.severity`)
/// included.
void require_field(const record::Record& record, const std::string& field, const record::FieldSpec* spec) {
  if (spec != nullptr || record.kind == record::Kind::complaint || record.body.find(field) != nullptr ||
      field.find('.') != std::string::npos)
    return;
  if (const yaml::Node* set = record.body.find("set"); set != nullptr && set->find(field) != nullptr) return;
  std::vector<std::string> known;
  if (const record::KindSpec* kind = record::find_kind(record.kind.known()))
    for (const record::FieldSpec& candidate : kind->fields) known.emplace_back(candidate.name);
  if (record.kind == record::Kind::activity) known.emplace_back("complaint");  // moves it
  const auto near = util::nearest(field, known);
  throw Error(
      ErrorKind::refused,
      fmt::format("cannot correct '{}': a record of kind {} has no such field", field, record.kind.name()),
      {near.empty() ? "its fields: " + util::join(known, ", ") : "did you mean " + util::join(near, " or ") + "?"});
}

yaml::Node time_node(const util::Timestamp& time) { return yaml::Node::scalar(util::format_rfc3339(time)); }

/// A scalar that YAML reads as a number or as true and false.
yaml::Node bare_node(const std::string& text) {
  yaml::Node node = yaml::Node::scalar(text);
  node.quoted = false;
  return node;
}

/// The members that the option cannot state stay as the record has them: who is expected to answer, to whom we
/// promised.
yaml::Node with_kept_members(yaml::Node value, const yaml::Node* before, std::initializer_list<const char*> members) {
  for (const char* member : members)
    if (const yaml::Node* kept = before == nullptr ? nullptr : before->find(member)) value.set(member, *kept);
  return value;
}

yaml::Node promise_of(Context& context, const record::Record& record, const std::string& text, std::size_t place) {
  const yaml::Node* before = record.body.find("promises");
  const bool has_it = before != nullptr && place < before->items.size();
  return with_kept_members(promise_from(context, "--set promises=", text), has_it ? &before->items[place] : nullptr,
                           {"to", "next_step"});
}

/// RECORD, or RECORD.N, with the whole id of the record.
std::string reference_from(Context& context, const story::Complaint& complaint, const std::string& text) {
  const record::PromiseReference named = record::parse_promise_reference(text);
  const std::string id = session::get_record_id(complaint.entries, named.record, short_id(context, complaint.id));
  return named.n == 0 ? id : fmt::format("{}.{}", id, named.n);
}

/// A value of a list, the first of which begins it.
yaml::Node* list_in(yaml::Node& set, const std::string& field) {
  if (const yaml::Node* list = set.find(field); list == nullptr || !list->is_list()) set.set(field, yaml::Node::list());
  return set.find(field);
}

/// The value of a field that holds one scalar.
yaml::Node scalar_of(Context& context, const record::FieldSpec* spec, const std::string& field,
                     const std::string& text) {
  if (spec == nullptr) return field == "due" ? time_node(due_of(context, text)) : text_node(text);
  if (spec->type == FieldType::word && std::ranges::find(spec->values, text) == spec->values.end())
    throw Error(ErrorKind::usage,
                fmt::format("cannot read --set {}={}: none of {}", field, text, fmt::join(spec->values, ", ")));
  if (spec->type == FieldType::integer || spec->type == FieldType::level) {
    yaml::Node number = bare_node(text);
    if (!number.as_integer())
      throw Error(ErrorKind::usage, fmt::format("cannot read --set {}={}: not a whole number", field, text));
    return number;
  }
  if (spec->type == FieldType::boolean) return bare_node(text);
  if (spec->type == FieldType::time) return time_node(due_of(context, text));
  return text_node(text);
}

}  // namespace

void add_corrected(Context& context, const story::Complaint& complaint, const record::Record& record,
                   const std::string& field, const std::string& text, yaml::Node& set) {
  if (field == "at")
    return set.set(field, time_node(util::parse_when(text, std::chrono::floor<std::chrono::seconds>(context.clock()),
                                                     context.zone(), false)));
  if (field == "by" || field == "to") return set.set(field, yaml::Node::scalar(resolve_person(context, text)));
  const record::FieldSpec* spec = record::find_field(record.kind.known(), field);
  if (text.empty() && spec != nullptr && !spec->required && spec->type != FieldType::text)
    return set.set(field, yaml::Node::null());
  if (field == "reason") return set.set(field, yaml::Node::scalar(resolve_reason(context, text)));
  if (field == "project") return set.set(field, yaml::Node::scalar(resolve_project(context, text)));
  require_field(record, field, spec);
  switch (spec == nullptr ? FieldType::text : spec->type) {
    case FieldType::money:
      return set.set(field, redress_from(fmt::format("--set {}=", field), text));
    case FieldType::object:
      return set.set(field, with_kept_members(expectation_from(context, fmt::format("--set {}=", field), text),
                                              record.body.find(field), {"from"}));
    case FieldType::maps: {
      std::vector<yaml::Node>& items = list_in(set, field)->items;
      return items.push_back(promise_of(context, record, text, items.size()));
    }
    case FieldType::answered:
      return list_in(set, field)->items.push_back(yaml::Node::scalar(reference_from(context, complaint, text)));
    case FieldType::record_id:
      return set.set(field, yaml::Node::scalar(reference_from(context, complaint, text)));
    case FieldType::texts:
    case FieldType::links:
      return list_in(set, field)->items.push_back(yaml::Node::scalar(text));
    default:
      return set.set(field, scalar_of(context, spec, field, text));
  }
}

}  // namespace crmtrack::command
