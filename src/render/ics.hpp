#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace crmtrack::render {

/// The kind of a calendar's entries. Calendars show events. Most of them drop a thing to do without a word, so those
/// are for programs that keep lists of things to do.
enum class EntryForm { event, todo };

/// How often an entry was changed after it was published, and when last, as a subscriber is told.
struct Revision {
  int sequence = 0;
  std::optional<util::Instant> changed_at = {};
};

/// Who writes our calendars: the line by which they are known again.
inline constexpr std::string_view kCalendarMaker = "PRODID:-//crmtrack//crmtrack agenda//EN";
inline constexpr std::string_view kCalendarBegin = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
inline constexpr std::string_view kCalendarEnd = "END:VCALENDAR\r\n";

/// One entry (RFC 5545, 3.6.1 and 3.6.2), folded. An event lasts the quarter of an hour before it is due, in UTC. Equal
/// entries give equal bytes. Precondition: an event has a due time.
std::string render_entry(const document::Event& event, EntryForm form, const Revision& revision = {});
/// A calendar of entries that are rendered already.
std::string render_calendar(const std::string& entries);
/// A calendar. Of events without a due time there is no entry.
std::string render_calendar(const std::vector<document::Event>& events, EntryForm form);
/// Whether there is an entry of an event in this form.
bool has_entry(const document::Event& event, EntryForm form);

}  // namespace crmtrack::render
