#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "index/index.hpp"
#include "index/row.hpp"
#include "query/filter.hpp"

namespace crmtrack::index {

struct Selection {
  query::Filter filter;
  query::Moment moment;
  std::vector<std::string> sort;  ///< `received`, `-severity` …; empty: newest first. id breaks ties.
  std::optional<std::size_t> limit;
};

/// The complaints that a filter selects, in the order that was asked for.
std::vector<Row> select(const Index& index, const Selection& selection);
std::vector<std::string> select_ids(const Index& index, const Selection& selection);
/// The keys of `--sort`, in the order of the columns.
std::vector<std::string> sort_keys();
/// How many open promises the selected complaints have, by debtor: ours, theirs.
std::pair<std::size_t, std::size_t> count_open_promises(const Index& index, const query::Filter& filter,
                                                        const query::Moment& moment);
/// How many complaints a filter selects; no more than `most` are counted.
std::size_t count(const Index& index, const query::Filter& filter, const query::Moment& moment,
                  std::optional<std::size_t> most = {});

}  // namespace crmtrack::index
