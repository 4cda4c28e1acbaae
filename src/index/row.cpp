#include "index/row.hpp"

#include <algorithm>
#include <tuple>

namespace crmtrack::index {

void sort_gaps(std::vector<GapRow>& rows) {
  const auto place = [](const GapRow& row) {
    return std::tuple(row.gap, -row.rank, row.since, std::string_view(row.story.id), std::string_view(row.promise));
  };
  std::stable_sort(rows.begin(), rows.end(), [&](const GapRow& a, const GapRow& b) { return place(a) < place(b); });
}

}  // namespace crmtrack::index
