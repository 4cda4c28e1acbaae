#include "story/fold/frontiers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "story/short_record.hpp"

namespace crmtrack::story {
namespace {

/// A message names this many setters; the conflict lists all.
constexpr std::size_t kMostNamed = 5;

bool differ(const auto& setters) {
  return std::any_of(
      setters.begin(), setters.end(), [&](const auto& setter) { return setter.value != setters.front().value; });
}

}  // namespace

void Frontiers::set(std::string_view key, int index, std::string value) {
  if (ancestry_.is_line()) return;
  Slot& its = slot(key);
  its.standing = value;
  drop_known(its, index);
  its.setters.push_back({index, std::move(value)});
}

void Frontiers::claim(std::string_view key, int index, std::string value) {
  if (ancestry_.is_line()) return;
  Slot& its = slot(key);
  drop_known(its, index);
  its.setters.push_back({index, std::move(value)});
}

void Frontiers::stand(std::string_view key, std::string value) {
  if (const auto found = slots_.find(key); found != slots_.end()) found->second.standing = std::move(value);
}

void Frontiers::supersede(std::string_view key, int index) {
  if (const auto found = slots_.find(key); found != slots_.end()) drop_known(found->second, index);
}

bool Frontiers::contested(std::string_view key) const {
  const Slot* found = find_slot(key);
  return found != nullptr && differ(found->setters);
}

bool Frontiers::covers(std::string_view key, int index) const {
  const Slot* found = find_slot(key);
  return found == nullptr || std::all_of(found->setters.begin(), found->setters.end(),
                                         [&](const Setter& setter) { return ancestry_.knows(index, setter.index); });
}

std::vector<Conflict> Frontiers::conflicts(const std::vector<Entry>& entries) const {
  std::vector<Conflict> found;
  for (const auto& [key, its] : slots_) {
    if (!differ(its.setters)) continue;
    Conflict conflict{key, {}, key + ":"};
    for (const Setter& setter : its.setters) {
      const std::string& id = entries[static_cast<std::size_t>(setter.index)].record.id;
      if (conflict.records.size() < kMostNamed) {
        conflict.message += fmt::format("{} '{}' by {}", conflict.records.empty() ? "" : ",", setter.value,
                                        describe(entries, setter.index));
      }
      conflict.records.push_back(id);
    }
    if (its.setters.size() > kMostNamed)
      conflict.message += fmt::format(" and {} more", its.setters.size() - kMostNamed);
    conflict.message += fmt::format(", neither after the other; '{}' stands", its.standing);
    found.push_back(std::move(conflict));
  }
  return found;
}

Frontiers::Slot& Frontiers::slot(std::string_view key) {
  const auto found = slots_.find(key);
  return found != slots_.end() ? found->second : slots_.emplace(std::string(key), Slot{}).first->second;
}

const Frontiers::Slot* Frontiers::find_slot(std::string_view key) const {
  const auto found = slots_.find(key);
  return found == slots_.end() ? nullptr : &found->second;
}

void Frontiers::drop_known(Slot& slot, int index) {
  std::erase_if(
      slot.setters, [&](const Setter& setter) { return ancestry_.knows(index, setter.index); });
}

std::string describe(const std::vector<Entry>& entries, int index) {
  const record::Record& record = entries[static_cast<std::size_t>(index)].record;
  return fmt::format("{} ({})", record.by.empty() ? "somebody" : record.by, short_record(entries, record.id));
}

}  // namespace crmtrack::story
