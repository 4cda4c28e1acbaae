#include "render/ics.hpp"

#include <fmt/format.h>

#include <chrono>

#include "util/text/safe.hpp"
#include "util/text/utf8.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

namespace {

constexpr std::size_t kLineBytes = 75;         // RFC 5545, 3.1
constexpr std::chrono::minutes kLasts{15};     // an entry that ends as it begins is not shown
constexpr std::int32_t kReplacement = 0xfffd;  // for a byte that is no text
constexpr std::int32_t kNextLine = 0x85;       // these end a line for some readers, and for others do not
constexpr std::int32_t kLineSeparator = 0x2028;
constexpr std::int32_t kParagraphSeparator = 0x2029;

bool ends_line_somewhere(std::int32_t letter) {
  return letter == '\v' || letter == '\f' || letter == kNextLine || letter == kLineSeparator ||
         letter == kParagraphSeparator;
}

/// A text as a value (RFC 5545, 3.3.11). Line feeds stay, as `\n`.
std::string escape_text(std::string_view text) {
  std::string escaped;
  while (!text.empty()) {
    const util::CodePoint letter = util::first_code_point(text);
    const std::string_view bytes = text.substr(0, letter.bytes);
    text.remove_prefix(letter.bytes);
    if (letter.value == '\n')
      escaped += "\\n";
    else if (letter.value == '\r' && text.starts_with('\n'))
      continue;
    else if (letter.value == '\\' || letter.value == ';' || letter.value == ',')
      escaped.append("\\").append(bytes);
    else if (letter.value < 0)
      util::append_utf8(escaped, kReplacement);
    else if (ends_line_somewhere(letter.value) || util::is_treacherous(letter.value))
      escaped += ' ';
    else
      escaped += bytes;
  }
  return escaped;
}

/// A text of one line.
std::string escape_line(std::string_view text) {
  std::string line(text);
  for (char& c : line)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return escape_text(line);
}

/// The bytes of the first letter with the marks on it.
std::size_t letter_bytes(std::string_view text) {
  std::size_t bytes = util::first_code_point(text).bytes;
  while (bytes < text.size()) {
    const std::size_t next = util::first_code_point(text.substr(bytes)).bytes;
    const bool is_mark = next > 1 && util::display_width(text.substr(bytes, next)) == 0;
    if (!is_mark || bytes + next > kLineBytes / 2) break;
    bytes += next;
  }
  return bytes;
}

/// Adds a line, folded between letters. A backslash stays with the letter behind it.
void add_line(std::string& entry, std::string_view line) {
  std::size_t taken = 0;
  while (!line.empty()) {
    std::size_t bytes = letter_bytes(line);
    if (line.front() == '\\' && line.size() > 1) bytes = 2;
    if (taken + bytes > kLineBytes) {
      entry += "\r\n ";
      taken = 1;
    }
    entry += line.substr(0, bytes);
    taken += bytes;
    line.remove_prefix(bytes);
  }
  entry += "\r\n";
}

/// `20261121T091200Z`.
std::string utc_text(util::Instant time) {
  std::string text;
  for (const char c : util::format_utc(time))
    if (c != '-' && c != ':') text += c;
  return text;
}

}  // namespace

bool has_entry(const document::Event& event, EntryForm form) { return form == EntryForm::todo || event.due_at; }

std::string render_entry(const document::Event& event, EntryForm form, const Revision& revision) {
  const std::string_view name = form == EntryForm::event ? "VEVENT" : "VTODO";
  std::string entry;
  add_line(entry, fmt::format("BEGIN:{}", name));
  add_line(entry, fmt::format("UID:{}", event.uid));
  add_line(entry, fmt::format("DTSTAMP:{}", utc_text(event.made_at)));
  if (revision.changed_at) add_line(entry, fmt::format("LAST-MODIFIED:{}", utc_text(*revision.changed_at)));
  add_line(entry, fmt::format("SEQUENCE:{}", revision.sequence));
  if (form == EntryForm::event) {
    add_line(entry, fmt::format("DTSTART:{}", utc_text(*event.due_at - kLasts)));
    add_line(entry, fmt::format("DTEND:{}", utc_text(*event.due_at)));
    add_line(entry, "TRANSP:TRANSPARENT");
  } else {
    if (event.due_at) add_line(entry, fmt::format("DUE:{}", utc_text(*event.due_at)));
    add_line(entry, "STATUS:NEEDS-ACTION");
  }
  if (event.priority != 0) add_line(entry, fmt::format("PRIORITY:{}", event.priority));
  add_line(entry, "SUMMARY:" + escape_line(event.summary));
  if (!event.description.empty()) add_line(entry, "DESCRIPTION:" + escape_text(event.description));
  add_line(entry, fmt::format("END:{}", name));
  return entry;
}

std::string render_calendar(const std::string& entries) {
  return fmt::format("{}{}\r\nCALSCALE:GREGORIAN\r\n{}{}", kCalendarBegin, kCalendarMaker, entries, kCalendarEnd);
}

std::string render_calendar(const std::vector<document::Event>& events, EntryForm form) {
  std::string entries;
  for (const document::Event& event : events)
    if (has_entry(event, form)) entries += render_entry(event, form);
  return render_calendar(entries);
}

}  // namespace crmtrack::render
