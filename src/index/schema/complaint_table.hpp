#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "index/schema/columns.hpp"
#include "story/complaint.hpp"

namespace crmtrack::index {

struct ComplaintRow {
  std::int64_t key = 0;  ///< stories.key
  const story::Complaint& complaint;
  std::int64_t digest = 0;  ///< RowDigest of all rows of the story
};
/// Complaints as folds give them, and the view `complaint`. Its alias in SQL is `complaint`.
extern const Table<ComplaintRow> kComplaints;
/// The value of a column, stored or derived, in a query over `complaints complaint`.
std::string sql_of(const Column<ComplaintRow>& column, util::Instant now);

/// A value of a complaint's many-valued key.
struct ValueRow {
  std::int64_t complaint = 0;  ///< stories.key
  std::string_view name;       ///< the filter key
  const std::string& value;
};
extern const Table<ValueRow> kComplaintValues;

/// A key of the filter language that a complaint may have many values of.
struct ManyValued {
  std::string_view name;
  bool distinct = false;  ///< nearly every complaint has another value: the value leads to the complaint
  void (*each)(const story::Complaint& complaint, const std::function<void(const std::string&)>& take) = nullptr;
};
std::span<const ManyValued> many_valued_keys();

}  // namespace crmtrack::index
