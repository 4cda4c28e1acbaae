#include "target.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "filter_rows.hpp"
#include "query/filter.hpp"
#include "query/filter_parse.hpp"
#include "query/search.hpp"
#include "record/filter_keys.hpp"

/// The filter and search languages.
namespace crmtrack::fuzz {
namespace {

bool is_told_well(const query::Fault& fault, std::string_view text) {
  return fault.column >= 1 && static_cast<std::size_t>(fault.column) <= text.size() + 1 && !fault.message.empty();
}

/// A filter means the same to the predicate and to SQLite.
void check_filter(std::string_view text) {
  static const FilterRows kRows;
  const auto filter = query::parse(text, record::complaint_keys());
  if (!filter) return require(is_told_well(filter.error(), text), "a fault that says nothing");
  require(kRows.by_predicate(*filter) == kRows.by_sql(*filter), "predicate and SQL find different rows");
}

/// Words of a command line mean what their sum means; policy's filters are a part of all filters.
void check_readings(std::string_view text) {
  std::vector<std::string> words;
  for (std::string_view rest = text; !rest.empty();) {
    const auto end = rest.find('\n');
    words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  const auto apart = query::parse(words, record::complaint_keys());
  require(apart || !apart.error().message.empty(), "a fault that says nothing");
  const auto facts = query::parse(text, record::fact_keys());
  require(!facts || query::parse(text, record::complaint_keys()), "a filter of facts is no filter");
}

void check_search(std::string_view text) {
  const auto search = query::parse_search(text);
  if (!search) return require(is_told_well(search.error(), text), "a fault that says nothing");
  require(!search->marked.empty(), "a search that looks for nothing");
  require(std::count(search->fts.begin(), search->fts.end(), '"') % 2 == 0, "quotes that do not balance");
}

}  // namespace

void try_filter(std::string_view text) {
  check_filter(text);
  check_readings(text);
  check_search(text);
}

}  // namespace crmtrack::fuzz
