#include "index/schema/decision_table.hpp"

#include <optional>
#include <string>

#include "util/id.hpp"

namespace crmtrack::index {

namespace {

constexpr Column<DecisionRow> kDecisionColumns[] = {
    {"key", "INTEGER PRIMARY KEY", [](auto& out, auto& row) { out << row.key; }},
    {"id", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.decision.id; }},
    // the random part of the id
    {"tail", "TEXT NOT NULL", [](auto& out, auto& row) { out << util::complaint_tail(row.decision.id); }},
    {"text", "TEXT", [](auto& out, auto& row) { out << row.decision.text; }},
    {"at_unix", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.decision.at; }},
    {"reviews", "INTEGER NOT NULL",
     [](auto& out, auto& row) { out << static_cast<std::int64_t>(row.decision.reviews.size()); }},
    {"fold", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.digest; }},
};

}  // namespace

const Table<DecisionRow> kDecisions{.name = "decisions", .columns = kDecisionColumns, .story = "key"};

}  // namespace crmtrack::index
