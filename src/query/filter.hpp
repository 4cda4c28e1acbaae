#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

#include "util/error.hpp"
#include "util/time.hpp"
#include "util/zone.hpp"

namespace crmtrack::query {

/// How the values of a key compare: `word` exactly (slugs and vocabularies are lower case), `text` with its case folded
/// (addresses, references), `days` by the age in local dates.
enum class KeyType { word, text, integer, time, boolean, days };

/// A word that stands for several of a vocabulary: `open` for every status before resolved.
struct WordGroup {
  std::string_view word;
  std::span<const std::string_view> members;
};

/// A key of the filter language (crmtrack-filter(7)). The query module knows no story: whoever offers rows says which
/// keys they have.
struct KeySpec {
  std::string_view name;
  KeyType type = KeyType::word;
  bool many = false;                              ///< a row may have several values (type, ref, promise …)
  std::span<const std::string_view> values = {};  ///< a fixed vocabulary: another word is an error
  bool ordered = false;                           ///< the vocabulary rises: `.min` and `.max` compare by it
  bool person = false;                            ///< `me` stands for Moment::me
  std::span<const WordGroup> groups = {};         ///< further words of the vocabulary, each for several of it
};

enum class Modifier : std::uint8_t { is, not_, min, max, after, before, has, none };

/// One condition: `key.modifier:value,value`, or bare text (key empty; value is a word, `word*` or a quoted phrase).
struct Term {
  std::string key;
  Modifier modifier = Modifier::is;
  std::vector<std::string> values;
  int column = 1;  ///< where it begins in the filter text, counted from 1
  bool phrase = false;
};

/// Terms joined by and. An empty filter is true of every row.
struct Filter {
  std::vector<Term> terms;
};

struct Fault {
  int column = 1;
  std::string message;  ///< names the word and the nearest valid ones
};

/// Columns count characters. At most 100 terms, 500 values a term, 16 KiB.
tl::expected<Filter, Fault> parse(std::string_view text, std::span<const KeySpec> keys);
/// Reads several command-line arguments, each one or more terms, as one filter. Columns count in their text joined by
/// blanks.
tl::expected<Filter, Fault> parse(const std::vector<std::string>& arguments, std::span<const KeySpec> keys);

/// The circumstances on which the meaning of a date, a span or an age depends.
struct Moment {
  util::Instant now;
  util::Zone zone;  ///< local dates
  std::string me;   ///< the person that `owner:me` means
};

/// A row that a filter is matched against. Its values are text: RFC 3339 UTC for times, `yes` and `no` for booleans.
class Row {
 public:
  virtual ~Row() = default;
  /// All values under a key; empty where there is none (an empty text counts as none). Nobody asks for `age`, which
  /// follows from `received`.
  [[nodiscard]] virtual std::vector<std::string> values(std::string_view key) const = 0;
  /// The words of each text of the row (of each record), folded as util::words_of does.
  [[nodiscard]] virtual const std::vector<std::vector<std::string>>& texts() const = 0;
};

bool matches(const Filter& filter, const Row& row, std::span<const KeySpec> keys, const Moment& moment);

struct Condition;
/// A filter made ready once for many rows: its constructor works out dates, ages and words.
class Matcher {
 public:
  Matcher(const Filter& filter, std::span<const KeySpec> keys, const Moment& moment);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;
  [[nodiscard]] bool matches(const Row& row) const;

 private:
  std::vector<Condition> conditions_;
};

/// The SQL by which a key is reached. `expression` is a scalar SQL expression. For a key with many values, `exists` is
/// a template `EXISTS (SELECT 1 FROM … WHERE … AND {})` whose `{}` takes a condition on `expression`.
struct SqlKey {
  std::string_view name;
  std::string expression;
  std::string exists = {};
  /// The expression with its case folded (util::fold_case), where a column holds it already. Otherwise
  /// `fold(expression)` is written, a function of one argument that the connection must offer.
  std::string folded = {};
};
struct SqlSchema {
  std::vector<SqlKey> keys;
  /// A condition that holds where some text of the row matches the FTS5 expression bound to `?`.
  std::string text_match;
};
using SqlValue = std::variant<std::int64_t, std::string>;
struct Sql {
  std::string where;  ///< never empty; `1` for the empty filter
  std::vector<SqlValue> parameters;
};

/// The filter as SQL: true of the rows that `matches` accepts. In the schema, times and days are integers of Unix
/// seconds, and booleans 0 and 1; `age` is derived from the expression of `received`; an empty text counts as absent.
/// The condition may be NULL where it does not hold. Texts are compared with `fold` (see SqlKey). Throws Error(bug) for
/// a key that the schema lacks.
Sql to_sql(const Filter& filter, std::span<const KeySpec> keys, const SqlSchema& schema, const Moment& moment);

/// Whether some term of the filter has this key.
bool mentions(const Filter& filter, std::string_view key);

/// A search expression: words, `"phrases"`, `prefix*`, `and`, `or`, `not`, parentheses. Words side by side are joined
/// by and. `not` binds tightest, then and, then or. `not` takes away from the term beside it, so it cannot stand alone.
struct Search {
  std::string fts;                  ///< an FTS5 expression over folded words, safe to bind
  std::vector<std::string> marked;  ///< the folded words (with `*` for prefixes) to mark in a hit
};
tl::expected<Search, Fault> parse_search(std::string_view text);

}  // namespace crmtrack::query
