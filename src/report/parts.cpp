#include "report/parts.hpp"

#include <algorithm>

namespace crmtrack::report {

namespace {

std::optional<CaseIndex> complaint_of(CaseIndex complaint) { return complaint; }
std::optional<CaseIndex> complaint_of(const std::optional<CaseIndex>& complaint) { return complaint; }

}  // namespace

template <class Row>
Parts::Places Parts::places_of(const std::vector<Row>& rows) const {
  Places places;
  places.first.assign(whole_.cases.size() + 1, 0);
  for (const Row& row : rows)
    if (const auto complaint = complaint_of(row.complaint)) ++places.first[*complaint + 1];
  for (std::size_t i = 1; i < places.first.size(); ++i) places.first[i] += places.first[i - 1];
  places.rows.resize(places.first.back());
  std::vector<std::uint32_t> next(places.first.begin(), places.first.end() - 1);
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    if (const auto complaint = complaint_of(rows[i].complaint)) places.rows[next[*complaint]++] = i;
  return places;
}

/// The rows keep the order that they have in the whole.
template <class Row>
std::vector<Row> Parts::take(const std::vector<Row>& rows, const Places& places,
                             std::span<const CaseIndex> cases) const {
  if (rows.empty()) return {};
  std::vector<std::pair<std::uint32_t, CaseIndex>> taken;
  for (CaseIndex place = 0; place < cases.size(); ++place)
    for (std::uint32_t i = places.first[cases[place]]; i < places.first[cases[place] + 1]; ++i)
      taken.emplace_back(places.rows[i], place);
  std::sort(taken.begin(), taken.end());
  std::vector<Row> part;
  part.reserve(taken.size());
  for (const auto& [row, place] : taken) {
    part.push_back(rows[row]);
    part.back().complaint = place;
  }
  return part;
}

Parts::Parts(const Input& whole)
    : whole_(whole),
      rungs_(places_of(whole.rungs)),
      promises_(places_of(whole.promises)),
      redresses_(places_of(whole.redresses)),
      waits_(places_of(whole.waits)),
      steps_(places_of(whole.steps)),
      feelings_(places_of(whole.feelings)),
      loops_(places_of(whole.loops)),
      works_(places_of(whole.works)) {}

Input Parts::part(std::span<const CaseIndex> cases) const {
  Input part;
  part.meta = whole_.meta;
  part.zone = whole_.zone;
  part.cases.reserve(cases.size());
  for (const CaseIndex i : cases) part.cases.push_back(whole_.cases[i]);
  for (std::size_t key = 0; key < kKeys; ++key) {
    const KeyColumn& column = whole_.keys[key];
    if (!column.is_loaded()) continue;
    part.keys[key].names = column.names;
    part.keys[key].of.reserve(cases.size());
    for (const CaseIndex i : cases) part.keys[key].of.push_back(column.of[i]);
  }
  part.rungs = take(whole_.rungs, rungs_, cases);
  part.promises = take(whole_.promises, promises_, cases);
  part.redresses = take(whole_.redresses, redresses_, cases);
  part.waits = take(whole_.waits, waits_, cases);
  part.steps = take(whole_.steps, steps_, cases);
  part.feelings = take(whole_.feelings, feelings_, cases);
  part.loops = take(whole_.loops, loops_, cases);
  part.works = take(whole_.works, works_, cases);
  part.cost_per_hour = whole_.cost_per_hour;
  part.cost_currency = whole_.cost_currency;
  part.reason_labels = whole_.reason_labels;
  part.replaced_by = whole_.replaced_by;
  part.active_reasons = whole_.active_reasons;
  part.level_names = whole_.level_names;
  part.recent_reasons = whole_.recent_reasons;
  part.is_older_than_recent = whole_.is_older_than_recent;
  return part;
}

}  // namespace crmtrack::report
