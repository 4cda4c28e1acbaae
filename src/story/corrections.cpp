#include <algorithm>

#include "story/readings.hpp"
#include "story/words.hpp"

/// What later records say of earlier ones. The newest correction of a field stands, so they are applied from the newest
/// on: then a correction that was itself corrected is read as it was meant.
namespace crmtrack::story {
namespace {

bool is_counted_correction(const Reading& reading) { return reading.counts && reading.record->kind == "correction"; }

/// What a record is cannot be corrected, only what it says.
bool is_fixed(std::string_view field) {
  return field == "kind" || field == "id" || field == "after" || field == "key" || field.empty();
}

void set_or_erase(yaml::Node& map, std::string_view key, const yaml::Node& value) {
  if (value.is_null()) {
    map.erase(key);
  } else {
    map.set(std::string(key), value);
  }
}

/// The map and key that a field's name means: `set.severity`, or of a change simply `severity`; else a field of the
/// record.
std::pair<yaml::Node*, std::string_view> place_of(record::Record& record, std::string_view field) {
  if (const auto dot = field.find('.'); dot != std::string_view::npos) {
    yaml::Node* inner = record.body.find(field.substr(0, dot));
    if (inner != nullptr && inner->is_map()) return {inner, field.substr(dot + 1)};
  }
  if (record.kind == "change" && record.body.find(field) == nullptr) {
    yaml::Node* set = record.body.find("set");
    if (set != nullptr && set->find(field) != nullptr) return {set, field};
  }
  return {&record.body, field};
}

int find_complaint(const std::vector<Reading>& readings) {
  const auto found = std::find_if(readings.begin(), readings.end(), [](const Reading& reading) {
    return reading.counts && reading.record->kind == "complaint";
  });
  return found == readings.end() ? -1 : found->index;
}

}  // namespace

void Groundwork::apply_corrections(std::string_view story_id) {
  if (std::none_of(readings_.begin(), readings_.end(), is_counted_correction)) return;
  for (auto correction = readings_.rbegin(); correction != readings_.rend(); ++correction) {
    if (is_counted_correction(*correction)) correct(*correction, story_id);
  }
  for (const Reading& correction : readings_) {
    const int target = is_counted_correction(correction) ? find(word(correction.body(), "corrects")) : -1;
    const yaml::Node* fields = correction.body().find("set");
    if (target < 0 || target >= correction.index || fields == nullptr) continue;
    const std::string of = " of " + tail_of(target);
    for (const auto& [field, value] : fields->entries) set(correction, field + of, text_of_value(value));
  }
}

void Groundwork::correct(const Reading& correction, std::string_view story_id) {
  const int index = find(word(correction.body(), "corrects"));
  if (index < 0 || index >= correction.index)
    return remark(correction.index, "corrects no earlier record of this story");
  Reading& target = readings_[static_cast<std::size_t>(index)];
  std::vector<std::string>& by = note(index).corrected_by;
  by.insert(by.begin(), correction.id());
  const yaml::Node* fields = correction.body().find("set");
  if (fields == nullptr) return;
  for (const auto& [field, value] : fields->entries) {
    if (note(index).corrected.contains(field)) continue;
    if (field == "complaint") {
      move(correction, target, text_of_value(value), story_id);
    } else if (!write_field(target, field, value)) {
      remark(correction.index, "cannot correct '" + field + "'");
      continue;
    }
    note(index).corrected[field] = text_of_value(value);
  }
}

void Groundwork::move(const Reading& correction, Reading& target, std::string to, std::string_view story_id) {
  if (to.empty() || to == story_id) return;
  if (target.index == find_complaint(readings_)) {
    return remark(correction.index, "a complaint's own record cannot be moved to another complaint");
  }
  target.counts = false;
  note(target.index).moved_to = std::move(to);
}

bool Groundwork::write_field(Reading& target, const std::string& field, const yaml::Node& value) {
  if (is_fixed(field)) return false;
  const auto time = field == "at" ? util::parse_rfc3339(text_of_value(value)) : std::nullopt;
  if (field == "at" && !time) return false;
  record::Record& record = writable(target);
  if (time) record.at = *time;
  if (field == "by") record.by = text_of_value(value);
  const auto [map, key] = place_of(record, field);
  set_or_erase(*map, key, value);
  return true;
}

record::Record& Groundwork::writable(Reading& target) {
  std::unique_ptr<record::Record>& copy = corrected_[target.index];
  if (!copy) copy = std::make_unique<record::Record>(*target.record);
  target.record = copy.get();
  return *copy;
}

}  // namespace crmtrack::story
