#include "record/correction.hpp"

#include <algorithm>
#include <array>

#include "util/time.hpp"

namespace crmtrack::record {
namespace {

/// Where a field's name leads to: a map of the record, and the key in it.
struct FieldPlace {
  yaml::Node* map;
  std::string_view key;
  std::string name;  ///< as `validate` calls it
};

FieldPlace place_of_field(Record& record, std::string_view field) {
  if (const auto dot = field.find('.'); dot != std::string_view::npos) {
    yaml::Node* const inner = record.body.find(field.substr(0, dot));
    if (inner != nullptr && inner->is_map()) return {inner, field.substr(dot + 1), std::string(field)};
  }
  if (record.kind == Kind::change && record.body.find(field) == nullptr) {
    yaml::Node* const set = record.body.find("set");
    if (set != nullptr && set->find(field) != nullptr) return {set, field, "set." + std::string(field)};
  }
  return {&record.body, field, std::string(field)};
}

/// Of a member, what is told of the whole concerns it too.
bool concerns(const Problem& problem, const std::string& field) {
  return problem.field == field || problem.field.starts_with(field + ".") || field.starts_with(problem.field + ".");
}

}  // namespace

bool is_fixed_field(std::string_view field) {
  constexpr std::array<std::string_view, 8> kFixed{"kind", "id",     "after",    "attachments",
                                                   "key",  "source", "corrects", ""};
  return std::ranges::find(kFixed, field) != kFixed.end();
}

std::optional<Problem> correct_field(Record& record, std::string_view field, const yaml::Node& value) {
  if (is_fixed_field(field)) return Problem{std::string(field), "is part of what the record is", value.mark};
  Record corrected = record;
  if (field == "at") {
    const auto time = value.is_scalar() ? util::parse_rfc3339(value.text) : std::nullopt;
    if (!time) return Problem{"at", "must be a time", value.mark};
    corrected.at = *time;
  }
  if (field == "by") corrected.by = value.is_scalar() ? value.text : std::string();
  const FieldPlace place = place_of_field(corrected, field);
  if (value.is_null())
    place.map->erase(place.key);
  else
    place.map->set(std::string(place.key), value);
  for (Problem& problem : validate(corrected))
    if (concerns(problem, place.name)) return std::move(problem);
  record = std::move(corrected);
  return std::nullopt;
}

}  // namespace crmtrack::record
