#include "report/months.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace crmtrack::report {

namespace {

constexpr int kMonthsOfYear = 12;

}  // namespace

Months::Months(const Input& input, std::size_t most) : zone_(input.zone), now_(number_of(input.meta.now)) {
  std::optional<util::Instant> first;
  for (const Case& item : input.cases)
    if (input.in_period(item.received) && (!first || item.received < *first)) first = item.received;
  if (!first) return;
  const int end = input.meta.to ? number_of(*input.meta.to - std::chrono::seconds(1)) : now_;
  const int last = std::max(std::min(end, now_), number_of(*first));
  first_ = std::max(number_of(*first), last + 1 - static_cast<int>(most));
  size_ = static_cast<std::size_t>(last + 1 - first_);
}

int Months::number_of(util::Instant time) const {
  const std::chrono::year_month_day date = zone_.date_of(time);
  return static_cast<int>(date.year()) * kMonthsOfYear + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

std::optional<std::size_t> Months::find(util::Instant time) const {
  const int number = number_of(time);
  if (number < first_ || number >= first_ + static_cast<int>(size_)) return std::nullopt;
  return static_cast<std::size_t>(number - first_);
}

std::string Months::name_of(std::size_t place) const {
  const int number = first_ + static_cast<int>(place);
  return fmt::format("{:04}-{:02}", number / kMonthsOfYear, number % kMonthsOfYear + 1);
}

std::string Months::so_far() const {
  const bool goes_on = size_ > 0 && first_ + static_cast<int>(size_) - 1 == now_;
  return goes_on ? fmt::format(", {} so far", name_of(size_ - 1)) : "";
}

std::vector<document::Place> Months::places() const {
  std::vector<document::Place> places;
  for (std::size_t i = 0; i < size_; ++i) places.push_back({name_of(i)});
  return places;
}

}  // namespace crmtrack::report
