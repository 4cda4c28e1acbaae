#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace crmtrack::exchange {

/// A place in a table's text, counted from 1; columns are characters, not bytes.
struct Position {
  int line = 1;
  int column = 1;
  friend auto operator<=>(const Position&, const Position&) = default;
};

struct CsvOptions {
  char delimiter = ',';
  std::size_t cell_bytes = 1U << 20;
  std::size_t row_bytes = 4U << 20;
  std::size_t cells = 4096;  ///< in one row
};

/// A row as it stands: the cells without their quotes, and where each begins in the text.
struct CsvRow {
  Position start;
  std::size_t offset = 0;  ///< of the row in the text, in bytes
  std::vector<std::string> cells;
  std::vector<std::size_t> offsets;  ///< of each cell in the text (of its quote where it has one)
  std::string_view text;             ///< the row as written, without its line end
};

/// Why a row could not be read. The reader stands behind it and can go on, except after an unended quote.
struct CsvFault {
  Position at;
  std::string message;
  std::size_t offset = 0;  ///< of the row that holds it
  std::string_view text;   ///< that row as written
};

/// Reads a table of comma or otherwise separated values row by row (RFC 4180): quoted cells with doubled quotes and
/// line ends inside, rows that end in LF, CRLF or CR. A quote inside an unquoted cell is text. Refused, with the place:
/// text behind a closing quote, a quote that never ends, NUL, anything over the bounds. Empty lines are passed over.
/// The text must be UTF-8 (see encoding.hpp) and outlive the reader.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text, CsvOptions options = {});
  /// False at the end of the text. A row's cells keep CR and CRLF as written.
  tl::expected<bool, CsvFault> next(CsvRow& row);
  /// Where a byte of the row stands.
  [[nodiscard]] Position position_of(const CsvRow& row, std::size_t offset) const;
  [[nodiscard]] std::size_t offset() const { return offset_; }

 private:
  tl::expected<void, CsvFault> read_row(CsvRow& row);
  tl::expected<void, CsvFault> read_cell(CsvRow& row);
  tl::expected<void, CsvFault> read_quoted(CsvRow& row, std::string& cell);
  void skip_empty_lines();
  void skip_line_end();
  void skip_line();
  [[nodiscard]] bool at_line_end() const;
  [[nodiscard]] Position locate(std::size_t offset) const;
  [[nodiscard]] tl::unexpected<CsvFault> fault(std::size_t offset, std::string message) const;

  std::string_view text_;
  CsvOptions options_;
  std::size_t offset_ = 0;
  std::size_t row_start_ = 0;
  int line_ = 1;  ///< of row_start_
};

/// The separators that a table may have without being told: comma, semicolon, tab, bar.
inline constexpr std::string_view kDelimiters = ",;\t|";
/// The one that the first line has most of, outside quotes; comma where it has none.
char detect_delimiter(std::string_view text);

}  // namespace crmtrack::exchange
