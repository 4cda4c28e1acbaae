#include "policy/text/target_edit.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "policy/check_promises.hpp"
#include "policy/text/edit.hpp"
#include "policy/text/entry_key.hpp"
#include "policy/text/flow_text.hpp"
#include "policy/text/sheet_text.hpp"
#include "util/error.hpp"

namespace crmtrack::policy {

namespace {

using util::Error;
using util::ErrorKind;

constexpr std::string_view kTargetsFile = "targets.yaml";

/// The target of policy that an entry of the text says; null where it has an error.
const PromiseTarget* target_of(const Policy& policy, const TextEntry& entry) {
  const auto found = std::ranges::find_if(policy.targets, [&](const PromiseTarget& each) {
    return record::name_of(each.promise) == entry.value.text_of("promise") &&
           each.filter_text == entry.value.text_of("filter") && each.from == entry.value.text_of("from");
  });
  return found == policy.targets.end() ? nullptr : &*found;
}

/// An entry on one line, where its neighbour is on one.
Lines body_like(const SheetText& sheet, const TextEntry& neighbour, const yaml::Node& entry) {
  const bool is_flow = neighbour.body.size() == 1 && neighbour.body[0].find("- {") == sheet.column;
  if (!is_flow) return {};
  return {std::string(sheet.column, ' ') + "- " + render_flow(entry)};
}

}  // namespace

AddedTarget add_target(std::string_view text, const Policy& policy, const yaml::Node& entry,
                       const PromiseTarget& target) {
  auto sheet = read_sheet_text(kTargetsFile, text);
  // A text that has no parts is refused, or edited at its end, as every list is.
  if (!sheet || sheet->entries.empty()) return {add_entry(kTargetsFile, text, entry), ""};
  const std::string key = key_of_entry(kTargetsFile, entry);
  if (sheet->find(key) != nullptr) {
    throw Error(ErrorKind::refused, fmt::format("cannot add target '{}': it is in {} already", key, kTargetsFile),
                {"change it: crmtrack target edit", "or replace it from a day on: --from DATE"});
  }
  auto& entries = sheet->entries;
  auto place = entries.end();
  for (auto each = entries.begin(); each != entries.end(); ++each)
    if (each->value.text_of("promise") == record::name_of(target.promise)) place = each + 1;
  std::string above;
  const auto general = std::ranges::find_if(entries, [&](const TextEntry& each) {
    const PromiseTarget* const other = target_of(policy, each);
    return other != nullptr && other->promise == target.promise && is_as_general(*other, target);
  });
  if (general != entries.end()) {
    place = general;
    if (general->value.text_of("filter") != entry.text_of("filter")) above = general->key;
  }
  const TextEntry& neighbour = place == entries.end() ? entries.back() : *place;
  TextEntry added{key, entry, {}, body_like(*sheet, neighbour, entry)};
  entries.insert(place, std::move(added));
  auto rendered = render_sheet_text(std::move(*sheet));
  if (!rendered) {
    throw Error(ErrorKind::refused, fmt::format("cannot edit '{}': {}", kTargetsFile, rendered.error()),
                {fmt::format("edit policy/{} by hand, then run: crmtrack policy check", kTargetsFile)});
  }
  return {std::move(*rendered), std::move(above)};
}

}  // namespace crmtrack::policy
