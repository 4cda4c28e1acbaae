#include "query/filter_sql.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "query/condition.hpp"
#include "util/error.hpp"

namespace crmtrack::query {
namespace {

constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
constexpr auto kMost = std::numeric_limits<std::int64_t>::max();

/// Writes conditions as SQL. The user's text is bound, never written.
class SqlWriter {
 public:
  explicit SqlWriter(const SqlSchema& schema) : schema_(schema) {}

  void add(const Condition& condition) {
    if (!sql_.where.empty()) sql_.where += " AND ";
    sql_.where += write(condition);
  }
  Sql finish() {
    if (sql_.where.empty()) sql_.where = "1";
    return std::move(sql_);
  }

 private:
  std::string write(const Condition& condition) {
    if (const auto* text = std::get_if<HasWords>(&condition.test)) {
      sql_.parameters.emplace_back(to_fts(text->run));
      return '(' + schema_.text_match + ')';
    }
    const auto& key = key_of(condition.key);
    if (std::holds_alternative<Absent>(condition.test)) {
      const auto present = '(' + some_value(condition, key, presence(condition, key)) + ')';
      return condition.negated ? present : "NOT " + present;
    }
    const auto held = some_value(condition, key, value_test(condition, key));
    if (!condition.negated) return '(' + held + ')';
    return has_many(condition, key) ? "NOT (" + held + ')'
                                    : fmt::format("({} IS NULL OR NOT ({}))", key.expression, held);
  }

  static bool has_many(const Condition& condition, const SqlKey& key) { return condition.many && !key.exists.empty(); }

  static std::string presence(const Condition& condition, const SqlKey& key) {
    const bool is_text = condition.type == KeyType::word || condition.type == KeyType::text;
    return key.expression + " IS NOT NULL" + (is_text ? " AND " + key.expression + " <> ''" : "");
  }

  /// Of a key with many values: that one of them meets the test.
  std::string some_value(const Condition& condition, const SqlKey& key, std::string test) const {
    if (!has_many(condition, key)) return test;
    const auto hole = key.exists.find("{}");
    if (hole == std::string::npos) fail(condition.key);
    return key.exists.substr(0, hole) + '(' + test + ')' + key.exists.substr(hole + 2);
  }

  std::string value_test(const Condition& condition, const SqlKey& key) {
    if (const auto* words = std::get_if<OneOf>(&condition.test)) return one_of(*words, key);
    if (const auto* contains = std::get_if<Contains>(&condition.test))
      return any(contains->parts, [&](const std::string& part) { return contains_part(part, key); });
    const auto& within = std::get<Within>(condition.test);
    return any(within.ranges, [&](const Range& range) { return in_range(range, key.expression); });
  }

  std::string one_of(const OneOf& test, const SqlKey& key) {
    if (test.words.empty()) return "0";
    std::string marks;
    for (const auto& word : test.words) {
      marks += marks.empty() ? "?" : ", ?";
      sql_.parameters.emplace_back(word);
    }
    const auto expression = test.folded ? folded(key) : key.expression;
    return test.words.size() == 1 ? expression + " = ?" : fmt::format("{} IN ({})", expression, marks);
  }

  std::string contains_part(const std::string& part, const SqlKey& key) {
    sql_.parameters.emplace_back(part);
    return fmt::format("instr({}, ?) > 0", folded(key));
  }

  std::string in_range(const Range& range, const std::string& expression) {
    std::string test;
    if (range.from != kLeast) {
      sql_.parameters.emplace_back(range.from);
      test = expression + " >= ?";
    }
    if (range.until != kMost) {
      sql_.parameters.emplace_back(range.until);
      test += (test.empty() ? "" : " AND ") + expression + " < ?";
    }
    return test.empty() ? expression + " IS NOT NULL" : test;
  }

  template <class Items, class Write>
  std::string any(const Items& items, Write write_item) {
    std::string joined;
    for (const auto& item : items) joined += (joined.empty() ? "" : " OR ") + write_item(item);
    return joined;
  }

  static std::string folded(const SqlKey& key) {
    return key.folded.empty() ? "fold(" + key.expression + ')' : key.folded;
  }

  const SqlKey& key_of(std::string_view name) const {
    const auto found =
        std::find_if(schema_.keys.begin(), schema_.keys.end(), [&](const SqlKey& key) { return key.name == name; });
    if (found == schema_.keys.end()) fail(name);
    return *found;
  }

  [[noreturn]] static void fail(std::string_view key) {
    throw util::Error{util::ErrorKind::bug, fmt::format("cannot write filter key '{}' as SQL", key)};
  }

  const SqlSchema& schema_;
  Sql sql_;
};

}  // namespace

Sql to_sql(const Filter& filter, std::span<const KeySpec> keys, const SqlSchema& schema, const Moment& moment) {
  SqlWriter writer{schema};
  for (const auto& condition : compile(filter, keys, moment)) writer.add(condition);
  return writer.finish();
}

}  // namespace crmtrack::query
