#include "exchange/known_complaint.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "exchange/row_records.hpp"
#include "util/digest.hpp"
#include "util/id.hpp"

namespace crmtrack::exchange {
namespace {

using record::Record;

bool says_itself(const std::string& field) { return field != "kind" && field != "by" && field != "after"; }

/// The records that an import made of a source id, and its own corrections of them, in id order.
class KnownImport {
 public:
  KnownImport(const Map& map, const KnownComplaint& known) {
    for (const Record& record : known.records)
      if (record.by == importer_of(map) && !record.text_of("key").empty()) records_.push_back(&record);
    std::sort(records_.begin(), records_.end(), [](const Record* a, const Record* b) { return a->id < b->id; });
  }

  /// Finds the record with this key; of several the one with the smallest id.
  [[nodiscard]] const Record* find(const std::string& key) const {
    for (const Record* record : records_)
      if (record->kind != record::Kind::correction && record->text_of("key") == key) return record;
    return nullptr;
  }

  [[nodiscard]] std::vector<const Record*> corrections_of(const Record& record) const {
    std::vector<const Record*> corrections;
    for (const Record* other : records_)
      if (other->kind == record::Kind::correction && other->text_of("corrects") == record.id)
        corrections.push_back(other);
    return corrections;
  }

  [[nodiscard]] util::Millis newest() const {
    return records_.empty() ? util::Millis{} : util::time_of_ulid(records_.back()->id).value_or(util::Millis{});
  }

 private:
  std::vector<const Record*> records_;
};

/// The fields of a record with the corrections applied.
yaml::Node effective_fields(const Record& record, const std::vector<const Record*>& corrections) {
  yaml::Node fields = record.body;
  for (const Record* correction : corrections) {
    const yaml::Node* set = correction->body.find("set");
    if (set == nullptr || !set->is_map()) continue;
    for (const auto& [field, value] : set->entries)
      if (value.is_null())
        fields.erase(field);
      else
        fields.set(field, value);
  }
  return fields;
}

/// The fields that a correction must set in `old` so that it says what `fresh` says; null for a field that `fresh`
/// lacks.
yaml::Node difference(const yaml::Node& old, const yaml::Node& fresh) {
  yaml::Node set = yaml::Node::map();
  for (const auto& [field, value] : fresh.entries) {
    const yaml::Node* before = old.find(field);
    if (says_itself(field) && (before == nullptr || !(*before == value))) set.entries.emplace_back(field, value);
  }
  for (const auto& [field, value] : old.entries)
    if (says_itself(field) && fresh.find(field) == nullptr) set.entries.emplace_back(field, yaml::Node::null());
  return set;
}

/// The key of a correction. Its digest tells the corrections of one record apart, even a change that the import makes
/// again after another one.
std::string correction_key(const std::string& key, const yaml::Node& set,
                           const std::vector<const Record*>& corrections) {
  std::string content = corrections.empty() ? std::string() : corrections.back()->id;
  for (const auto& [field, value] : set.entries) {
    content += fmt::format("\n{}={}:{}", field, value.is_null() ? "null" : "text", value.text);
    for (const yaml::Node& item : value.items) content += "\n- " + item.text;
    for (const auto& [inner, item] : value.entries) content += "\n" + inner + ": " + item.text;
  }
  return key + "/correction/" + util::sha256_hex(content).substr(0, 16);
}

record::MachineRecord make_correction(const Map& map, const Record& known, const Record& fresh, yaml::Node set,
                                      const std::vector<const Record*>& corrections, util::Millis earliest) {
  const std::string key = correction_key(fresh.text_of("key"), set, corrections);
  yaml::Node fields = yaml::Node::map({{"corrects", yaml::Node::scalar(known.id)},
                                       {"set", std::move(set)},
                                       {"why", yaml::Node::scalar("the source says otherwise now")}});
  const std::string cause = corrections.empty() ? known.id : corrections.back()->id;
  return record::make_machine_record({.kind = record::Kind::correction,
                                      .key = key,
                                      .at = fresh.at,
                                      .by = importer_of(map),
                                      .cause = cause,
                                      .fields = std::move(fields),
                                      .not_before = earliest});
}

/// Makes a record that the row yields and the ledger lacks. Its cause is the complaint's record as the ledger has it.
record::MachineRecord make_missing(const Map& map, const KnownImport& import, const ImportedComplaint& row,
                                   std::size_t index) {
  const Record& fresh = row.records[index];
  const Record* complaint = import.find(row.source);
  if (index == 0 || complaint == nullptr || complaint->id == row.records.front().id) return {fresh, row.texts[index]};
  return record::make_machine_record({.kind = fresh.kind.known(),
                                      .key = fresh.text_of("key"),
                                      .at = fresh.at,
                                      .by = importer_of(map),
                                      .cause = complaint->id,
                                      .fields = fresh.body,
                                      .not_before = util::time_of_ulid(fresh.id).value_or(util::Millis{})});
}

}  // namespace

Comparison compare(const Map& map, const KnownComplaint& known, const ImportedComplaint& row) {
  const KnownImport import(map, known);
  Comparison comparison;
  util::Millis next = import.newest() + std::chrono::milliseconds(1);
  for (std::size_t i = 0; i < row.records.size(); ++i) {
    const Record& fresh = row.records[i];
    const Record* old = import.find(fresh.text_of("key"));
    if (old == nullptr) {
      comparison.differs = true;
      comparison.updates.push_back(make_missing(map, import, row, i));
      continue;
    }
    const auto corrections = import.corrections_of(*old);
    if (old->id == fresh.id && corrections.empty()) continue;
    yaml::Node set = difference(effective_fields(*old, corrections), fresh.body);
    if (!set.entries.empty()) {
      comparison.differs = true;
      comparison.updates.push_back(make_correction(map, *old, fresh, std::move(set), corrections, next));
      next += std::chrono::milliseconds(1);
    }
  }
  return comparison;
}

}  // namespace crmtrack::exchange
