#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "index/read/view_rows.hpp"

namespace crmtrack::exchange {

/// Makes rows in the binary form of PostgreSQL's COPY:
/// https://www.postgresql.org/docs/15/sql-copy.html, Binary Format. A server reads it faster than text, and nothing in
/// it is escaped.
class BinaryRows {
 public:
  BinaryRows();
  void begin_row(std::size_t fields);
  void add_null();
  /// Bytes that are no UTF-8, and NUL, which PostgreSQL's text cannot hold, become U+FFFD.
  void add_text(std::string_view text);
  void add_integer(std::int64_t value);
  void add_real(double value);
  void add_boolean(bool value);
  /// A timestamptz from seconds since 1970; NULL outside of the years in which the views have a text of it.
  void add_time(std::int64_t seconds);
  void add_uuid(std::string_view sixteen_bytes);
  /// Fields that another one of these made.
  void add_fields(std::string_view fields) { bytes_ += fields; }
  void add(const index::RowValue& value, index::CopiedColumn::Type type);
  void end();

  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  void clear() { bytes_.clear(); }

 private:
  void add_size(std::int32_t size);
  template <class Number>
  void add_number(Number number);

  std::string bytes_;
};

/// The name of a story in the column `_story`: the id of a complaint, `customer/ID` or `journal/ID`.
std::string story_name(const record::StoryRef& story);

/// Digests by which rows are told apart: 16 bytes over all values of a row and its story. Equal rows of one story get
/// different ones, the same whenever the story is read.
class RowDigests {
 public:
  /// The digest of a row. The rows of a story come one behind the other.
  std::string_view add(std::string_view story, std::string_view fields);

 private:
  std::string story_, input_, digest_;
  std::set<std::string, std::less<>> seen_;  ///< of this story
};

}  // namespace crmtrack::exchange
