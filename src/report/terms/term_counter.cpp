#include "report/terms/term_counter.hpp"

#include <algorithm>

namespace crmtrack::report {

namespace {

/// FNV-1a, 64 bits: the same on every machine.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t state = 14'695'981'039'346'656'037U;
  for (const char c : text) state = (state ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  return state;
}

/// The place of a hash in each row of the sketch: bits that the other rows do not use.
std::size_t place_in(std::uint64_t hash, std::size_t row, std::size_t width) {
  const std::uint64_t mixed = (hash ^ (hash >> 31U)) * 0x9E3779B97F4A7C15U;
  return static_cast<std::size_t>(row == 0 ? hash : mixed >> 20U) & (width - 1);
}

}  // namespace

TermCounter::TermCounter() {
  for (auto& row : sketch_) row.resize(kWidth);
}

void TermCounter::estimate(const CaseTerms& terms) {
  for (const auto& [key, form] : terms) {
    const std::uint64_t hash = hash_of(key);
    for (std::size_t row = 0; row < kRows; ++row) {
      std::uint8_t& count = sketch_.at(row)[place_in(hash, row, kWidth)];
      if (count < kEnoughCases) ++count;
    }
  }
}

bool TermCounter::may_be_enough(std::string_view key) const {
  const std::uint64_t hash = hash_of(key);
  for (std::size_t row = 0; row < kRows; ++row)
    if (sketch_.at(row)[place_in(hash, row, kWidth)] < kEnoughCases) return false;
  return true;
}

void TermCounter::count(const CaseTerms& terms, bool of_group, std::string_view customer) {
  const std::uint64_t who = std::max<std::uint64_t>(hash_of(customer), 1);
  for (const auto& [key, form] : terms) {
    if (!may_be_enough(key)) continue;
    const auto [place, is_new] = counts_.try_emplace(key, Counts{form, 0, 0, {}});
    Counts& counts = place->second;
    if (!is_new) counts.form = shown_form(counts.form, form);
    if (!of_group) {
      ++counts.others;
      continue;
    }
    ++counts.cases;
    for (std::uint64_t& known : counts.customers) {
      if (known == who) break;
      if (known != 0) continue;
      known = who;
      break;
    }
  }
}

std::vector<CountedTerm> TermCounter::counted() const {
  std::vector<CountedTerm> terms;
  for (const auto& [key, counts] : counts_) {
    if (counts.cases < kEnoughCases) continue;
    const auto customers =
        std::count_if(counts.customers.begin(), counts.customers.end(), [](std::uint64_t known) { return known != 0; });
    terms.push_back({key, counts.form, counts.cases, counts.others, static_cast<std::size_t>(customers)});
  }
  std::sort(terms.begin(), terms.end(), [](const CountedTerm& a, const CountedTerm& b) { return a.key < b.key; });
  return terms;
}

}  // namespace crmtrack::report
