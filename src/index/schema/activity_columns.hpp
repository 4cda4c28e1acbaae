#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "index/schema/columns.hpp"
#include "record/record.hpp"

namespace crmtrack::index {

/// The columns of an activity; all empty for records of other kinds.
struct ActivityFields {
  std::string type, direction, purpose, with, evidence, sentiment;
  std::optional<std::int64_t> minutes;
  std::string channel, reason;
};
ActivityFields activity_fields(const record::Record& record);

/// The columns of an activity, in every table whose row has `activity`; the view `activity` shows them all.
template <class Row>
inline constexpr std::array<Column<Row>, 9> kActivityColumns{{
    {"type", "TEXT", [](auto& out, auto& row) { out << row.activity.type; }},
    {"direction", "TEXT", [](auto& out, auto& row) { out << row.activity.direction; }},
    {"purpose", "TEXT", [](auto& out, auto& row) { out << row.activity.purpose; }},
    {"\"with\"", "TEXT", [](auto& out, auto& row) { out << row.activity.with; }},
    {"evidence", "TEXT", [](auto& out, auto& row) { out << row.activity.evidence; }},
    {"sentiment", "TEXT", [](auto& out, auto& row) { out << row.activity.sentiment; }},
    {"minutes", "INTEGER", [](auto& out, auto& row) { out << row.activity.minutes; }},
    {"channel", "TEXT", [](auto& out, auto& row) { out << row.activity.channel; }},
    {"reason", "TEXT", [](auto& out, auto& row) { out << row.activity.reason; }},
}};

}  // namespace crmtrack::index
