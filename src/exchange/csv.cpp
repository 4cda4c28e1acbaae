#include "exchange/csv.hpp"

#include <algorithm>
#include <cstring>

namespace crmtrack::exchange {
namespace {

/// Where `to` stands when `from` stands at `at`. CRLF, LF and a lone CR each end a line.
Position advance(std::string_view text, Position at, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to && i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (c == '\n' || c == '\r') {
      ++at.line;
      at.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++at.column;
    }
  }
  return at;
}

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

}  // namespace

CsvReader::CsvReader(std::string_view text, CsvOptions options) : text_(text), options_(options) {}

tl::expected<bool, CsvFault> CsvReader::next(CsvRow& row) {
  skip_empty_lines();
  line_ = advance(text_, {line_, 1}, row_start_, offset_).line;
  row_start_ = offset_;
  if (offset_ >= text_.size()) return false;
  row.start = {line_, 1};
  row.offset = offset_;
  row.cells.clear();
  row.offsets.clear();
  auto read = read_row(row);
  if (!read) skip_line();
  const std::string_view written = text_.substr(row_start_, offset_ - row_start_);
  skip_line_end();
  if (!read) {
    read.error().offset = row_start_;
    read.error().text = written;
    return tl::unexpected(std::move(read.error()));
  }
  row.text = written;
  return true;
}

tl::expected<void, CsvFault> CsvReader::read_row(CsvRow& row) {
  while (true) {
    if (row.cells.size() >= options_.cells)
      return fault(offset_, "a row has more than " + std::to_string(options_.cells) + " cells");
    auto cell = read_cell(row);
    if (!cell) return cell;
    if (offset_ - row_start_ > options_.row_bytes)
      return fault(row_start_, "a row is longer than " + std::to_string(options_.row_bytes) + " bytes");
    if (offset_ >= text_.size() || text_[offset_] != options_.delimiter) return {};
    ++offset_;
  }
}

tl::expected<void, CsvFault> CsvReader::read_cell(CsvRow& row) {
  const std::size_t start = offset_;
  row.offsets.push_back(start);
  std::string& cell = row.cells.emplace_back();
  if (start < text_.size() && text_[start] == '"') {
    if (auto quoted = read_quoted(row, cell); !quoted) return quoted;
  } else {
    while (offset_ < text_.size() && text_[offset_] != options_.delimiter && !is_line_end(text_[offset_])) ++offset_;
    cell.assign(text_.substr(start, offset_ - start));
  }
  if (const std::size_t nul = cell.find('\0'); nul != std::string::npos)
    return fault(start, "a cell holds a NUL byte: this is no text, or text in UTF-16 without a byte order mark");
  if (cell.size() > options_.cell_bytes)
    return fault(start, "a cell is longer than " + std::to_string(options_.cell_bytes) + " bytes");
  return {};
}

tl::expected<void, CsvFault> CsvReader::read_quoted(CsvRow& row, std::string& cell) {
  const std::size_t opened = row.offsets.back();
  ++offset_;
  while (true) {
    const std::size_t quote = text_.find('"', offset_);
    if (quote == std::string_view::npos) {
      offset_ = text_.size();
      return fault(opened, "a quoted cell begins here and never ends");
    }
    cell.append(text_, offset_, quote - offset_);
    offset_ = quote + 1;
    if (offset_ >= text_.size() || text_[offset_] != '"') break;
    cell += '"';
    ++offset_;
  }
  if (offset_ < text_.size() && text_[offset_] != options_.delimiter && !is_line_end(text_[offset_]))
    return fault(offset_, "text stands behind the closing quote of a cell");
  return {};
}

void CsvReader::skip_empty_lines() {
  while (at_line_end()) skip_line_end();
}

void CsvReader::skip_line_end() {
  if (offset_ < text_.size() && text_[offset_] == '\r') {
    ++offset_;
    if (offset_ < text_.size() && text_[offset_] == '\n') ++offset_;
  } else if (offset_ < text_.size() && text_[offset_] == '\n') {
    ++offset_;
  }
}

void CsvReader::skip_line() {
  while (offset_ < text_.size() && !is_line_end(text_[offset_])) ++offset_;
}

bool CsvReader::at_line_end() const { return offset_ < text_.size() && is_line_end(text_[offset_]); }

Position CsvReader::position_of(const CsvRow& row, std::size_t offset) const {
  return advance(text_, row.start, row.offset, offset);
}

Position CsvReader::locate(std::size_t offset) const { return advance(text_, {line_, 1}, row_start_, offset); }

tl::unexpected<CsvFault> CsvReader::fault(std::size_t offset, std::string message) const {
  return tl::unexpected(CsvFault{locate(offset), std::move(message), 0, {}});
}

char detect_delimiter(std::string_view text) {
  std::size_t counts[kDelimiters.size()] = {};
  bool quoted = false;
  text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  for (const char c : text)
    if (c == '"')
      quoted = !quoted;
    else if (!quoted && is_line_end(c))
      break;
    else if (const std::size_t at = kDelimiters.find(c); !quoted && at != std::string_view::npos)
      ++counts[at];
  return kDelimiters[static_cast<std::size_t>(std::max_element(std::begin(counts), std::end(counts)) - counts)];
}

}  // namespace crmtrack::exchange
