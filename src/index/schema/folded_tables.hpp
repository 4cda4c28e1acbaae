#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "index/schema/activity_columns.hpp"
#include "index/schema/columns.hpp"
#include "story/complaint.hpp"
#include "story/customer.hpp"

/// The tables of what folds give beside complaints. A row belongs to the story whose fold made it.
namespace crmtrack::index {

struct CustomerRow {
  std::int64_t key = 0;  ///< stories.key
  const story::Customer& customer;
  std::int64_t digest = 0;  ///< RowDigest of all rows of the story
};
/// Customers, and the view `customer`.
extern const Table<CustomerRow> kCustomers;

struct StoredPromise {
  std::int64_t story = 0;  ///< stories.key
  const story::Promise& promise;
  const std::string& owner;  ///< the complaint's, or who manages the customer
};
/// Promises of complaints and customers, and the view `promise`. Its alias in SQL is `p`.
extern const Table<StoredPromise> kPromises;

struct RungRow {
  std::int64_t story = 0;  ///< stories.key
  const story::Rung& rung;
};
/// The rungs of escalation routes, and the view `escalation`. Its alias in SQL is `e`.
extern const Table<RungRow> kEscalations;

struct RedressRow {
  std::int64_t story = 0;  ///< stories.key
  const story::Redress& redress;
};
/// The money that the answers of all cycles granted, and the view `redress`. Its alias in SQL is `m`.
extern const Table<RedressRow> kRedresses;

struct ReviewRow {
  std::int64_t story = 0;        ///< stories.key
  const record::Record& review;  ///< as corrections leave it
};
/// Reviews of complaints, and the view `review`. Its alias in SQL is `v`.
extern const Table<ReviewRow> kReviews;

struct PraiseRow {
  std::int64_t story = 0;        ///< stories.key
  const record::Record& record;  ///< as corrections leave it
  std::string person = {};       ///< whom a review praises; empty: a compliment of the customer
};
/// Praise of people in reviews, and compliments; the view `praise`. Its alias in SQL is `a`.
extern const Table<PraiseRow> kPraises;

struct StepRow {
  std::int64_t story = 0;  ///< stories.key
  const story::Step& step;
};
/// The steps of the plans of complaints and customers, and the view `step`. Its alias in SQL is `t`.
extern const Table<StepRow> kSteps;

struct WaitRow {
  std::int64_t story = 0;  ///< stories.key
  const story::WaitSpan& wait;
};
/// The times in which we waited for customers: clocks stood still in them.
extern const Table<WaitRow> kWaits;

struct MoveRow {
  std::int64_t story = 0;  ///< stories.key
  std::string_view record, target;
};
/// Which records of a story other complaints show: the one for which they count, and those whose folders hold
/// corrections of them.
extern const Table<MoveRow> kMoves;

struct CircleRow {
  std::int64_t story = 0, original = 0;  ///< stories.key
};
/// Complaints that are duplicates of each other (index/build/circles): what no single story tells.
extern const Table<CircleRow> kCircles;

struct RetoldRow {
  std::int64_t record = 0;  ///< records.key
  std::int64_t home = 0;    ///< the story whose fold says so
  std::int64_t place = 0;   ///< the story for which it counts
  const record::Record& told;
  bool struck = false;  ///< its writer took it back
  ActivityFields activity;
};
/// Records that count for another story than that of their folder, that a correction made say something else, or that
/// were taken back.
extern const Table<RetoldRow> kRetold;

}  // namespace crmtrack::index
