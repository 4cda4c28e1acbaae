#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/row.hpp"
#include "index/sql_bound.hpp"
#include "ledger/ledger.hpp"
#include "policy/policy.hpp"
#include "query/filter.hpp"
#include "query/search.hpp"
#include "story/complaint.hpp"
#include "story/customer.hpp"
#include "story/terms.hpp"

namespace crmtrack::index {

/// Gives the opened ledger; called only when the index must be brought up to date, so that a current one needs no
/// libgit2.
using LedgerProvider = std::function<ledger::Ledger&()>;

/// A record found by a search.
struct Hit {
  record::StoryRef story;
  std::string record_id;
  double rank = 0;
};

/// A row of `sql`: column names and values as SQLite has them.
struct Rows {
  std::vector<std::string> columns;
  struct Value {
    enum class Type { null, integer, real, text } type = Type::null;
    std::int64_t integer = 0;
    double real = 0;
    std::string text;
  };
  std::vector<std::vector<Value>> rows;
};

struct Selection {
  query::Filter filter;
  query::Moment moment;
  std::vector<std::string> sort;  ///< `received`, `-severity` …; empty: newest first. id breaks ties.
  std::optional<std::size_t> limit;
};

/// The open promises that a caller asks for.
struct PromiseSelection {
  enum class Whose {
    everybody,
    person,                   ///< they owe it, it is owed to them, or it is of what they own
    person_or_nobody,         ///< and what nobody owns is everybody's, unless somebody of ours owes it
    owed_by_person_or_nobody  ///< by us: they owe it, own it, or nobody does
  } whose = Whose::everybody;
  std::string person;
  std::optional<std::size_t> limit;
};

/// The disposable SQLite index of the ledger. docs/architecture.md, The index, says when it is used as it is, brought
/// up to date or rebuilt. Nothing trusts it; a corrupt one is rebuilt with a word on stderr by the caller's `notice`.
class Index {
 public:
  struct Options {
    git::Progress progress;
    std::function<void(const std::string&)> notice;  ///< one line for stderr
    bool anew = false;          ///< what is there is not used, but replaced: for those who trust it for nothing
    bool expect_stale = false;  ///< the caller has just written: the index is not looked at before it is brought up
  };
  /// The index of the current heads, brought up to date first (where the folder cannot be written: in memory).
  static Index open(const git::Location& location, const LedgerProvider& ledger, Options options);
  /// The index as it was at a ledger commit, with the policy that it names: its own scratch database.
  static Index open_as_of(const git::Location& location, const LedgerProvider& ledger, const std::string& ledger_commit,
                          Options options);
  /// The index of the records that were committed up to `time`, with the policy that the newest of those commits names.
  static Index open_as_of_time(const git::Location& location, const LedgerProvider& ledger, util::Instant time,
                               Options options);
  ~Index();
  Index(Index&&) noexcept;

  [[nodiscard]] std::string ledger_commit() const;
  [[nodiscard]] std::string policy_commit() const;
  [[nodiscard]] const policy::Policy& policy() const;
  /// Which policy files of main have errors, and which version of each is in force; a line each.
  [[nodiscard]] std::vector<std::string> policy_notes() const;  ///< parsed on first use

  /// All complaint ids whose random part (or whole id) starts with `prefix`.
  [[nodiscard]] std::vector<std::string> complaints_by_prefix(std::string_view prefix) const;
  /// Begins a transaction for lookups by the thousand: SQLite then does not ask each time whether the file has changed.
  void hold() const;
  /// The ids of the complaints with this source id (`cfpb:123`), in order; empty where an import made none.
  [[nodiscard]] std::vector<std::string> complaints_by_source(std::string_view source) const;
  /// The length, at least 4, of the shortest unique prefix of a complaint's random part.
  [[nodiscard]] std::size_t unique_prefix(std::string_view complaint_id) const;
  [[nodiscard]] std::optional<story::Story> find_story(const record::StoryRef& story) const;
  /// Folds a complaint; nullopt where the ledger has no record of it.
  [[nodiscard]] std::optional<story::Complaint> find_complaint(const std::string& id, const story::Terms& terms) const;
  [[nodiscard]] std::optional<story::Customer> find_customer(const std::string& id) const;
  [[nodiscard]] std::vector<Row> select(const Selection& selection) const;
  [[nodiscard]] std::vector<std::string> select_ids(const Selection& selection) const;
  [[nodiscard]] std::size_t count(const query::Filter& filter, const query::Moment& moment) const;
  /// Open promises, soonest due first, those without a date last.
  [[nodiscard]] std::vector<PromiseRow> promises(const PromiseSelection& selection) const;
  /// The number of promises that promises() would give without its limit.
  [[nodiscard]] std::size_t count_promises(const PromiseSelection& selection) const;
  /// How many open promises there are by debtor (ours, theirs), for the last line of `list`.
  [[nodiscard]] std::pair<std::size_t, std::size_t> open_promises(util::Instant now) const;
  [[nodiscard]] std::vector<Hit> search(const query::Search& search, std::size_t limit) const;
  [[nodiscard]] std::vector<std::string> customer_ids() const;
  /// Bad records: story, id, and why.
  struct Bad {
    std::string path, commit, fault;
  };
  [[nodiscard]] std::vector<Bad> bad_records() const;
  /// Records whose author was not allowed to write them; `fault` says why.
  [[nodiscard]] std::vector<Bad> refused_records() const;

  /// A query over the views complaint, record, activity, escalation, promise, customer (crmtrack-sql(1)) as they are at
  /// `now`. Throws Error(refused) where the statement would write, takes longer than its bound, or SQLite refuses it.
  [[nodiscard]] Rows sql(const std::string& statement, util::Instant now, const SqlBound& bound = {}) const;

 private:
  friend class Overview;
  friend class ReportRows;
  struct Impl;
  explicit Index(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace crmtrack::index
