#include "command/look/published.hpp"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "util/error.hpp"
#include "util/file.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

constexpr std::size_t kMostBytes = 64U << 20U;
constexpr std::string_view kPrefix = "crmtrack-";

using OldEntries = std::map<std::string, std::string, std::less<>>;  // the text of each entry by its UID

/// The value of a line of an entry; empty where it has none. Our lines before SUMMARY are never folded but the UID.
std::string value_of(std::string_view entry, std::string_view name) {
  const std::string before = fmt::format("\r\n{}:", name);
  const std::size_t at = entry.find(before);
  if (at == std::string_view::npos) return {};
  std::string value;
  for (std::size_t i = at + before.size(); i < entry.size(); ++i)
    if (entry.substr(i).starts_with("\r\n "))
      i += 2;
    else if (entry[i] == '\r')
      break;
    else
      value += entry[i];
  return value;
}

bool is_our_file(std::string_view calendar) {
  return calendar.starts_with(std::string(render::kCalendarBegin) + std::string(render::kCalendarMaker));
}

/// The entries of a calendar that we wrote.
OldEntries read_entries(std::string_view calendar) {
  OldEntries entries;
  for (const std::string_view name : {"VEVENT", "VTODO"}) {
    const std::string begin = fmt::format("\r\nBEGIN:{}\r\n", name);
    const std::string end = fmt::format("\r\nEND:{}\r\n", name);
    for (std::size_t at = calendar.find(begin); at != std::string_view::npos;) {
      const std::size_t stop = calendar.find(end, at);
      if (stop == std::string_view::npos) break;
      const std::string_view entry = calendar.substr(at + 2, stop + end.size() - at - 2);
      entries.emplace(value_of(entry, "UID"), entry);
      at = calendar.find(begin, stop);
    }
  }
  return entries;
}

render::Revision revision_of(std::string_view entry) {
  render::Revision revision;
  const std::string sequence = value_of(entry, "SEQUENCE");
  std::from_chars(sequence.data(), sequence.data() + sequence.size(), revision.sequence);
  // 20261121T091200Z
  const std::string text = value_of(entry, "LAST-MODIFIED");
  if (text.size() == 16) {
    const auto time =
        util::parse_rfc3339(fmt::format("{}-{}-{}T{}:{}:{}Z", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2),
                                        text.substr(9, 2), text.substr(11, 2), text.substr(13, 2)));
    if (time) revision.changed_at = time->utc;
  }
  return revision;
}

/// An entry as it is published now: as it was, where it says what it said.
std::string renew(const document::Event& event, const CalendarEntries& entries, const std::string* old,
                  Publication& publication) {
  if (old == nullptr) {
    ++publication.added;
    return render::render_entry(event, entries.form);
  }
  render::Revision revision = revision_of(*old);
  std::string same = render::render_entry(event, entries.form, revision);
  if (same == *old) {
    ++publication.kept;
    return same;
  }
  ++publication.changed;
  ++revision.sequence;
  revision.changed_at = entries.now;
  return render::render_entry(event, entries.form, revision);
}

void write_if_new(const std::filesystem::path& file, const std::string& text, const std::optional<std::string>& old,
                  bool dry_run) {
  if (!dry_run && old != text) util::replace_file(file, text);
}

void require_ours(const std::filesystem::path& file, const std::optional<std::string>& text) {
  if (text && !is_our_file(*text))
    throw Error(ErrorKind::refused,
                fmt::format("cannot publish to '{}': the file there is not one that crmtrack published",
                            util::visible_line(file.string())),
                {"name another path, or move that file away"});
}

Publication publish_file(const std::filesystem::path& file, const CalendarEntries& entries) {
  const std::optional<std::string> old = util::find_file_text(file, kMostBytes);
  require_ours(file, old);
  const OldEntries before = old ? read_entries(*old) : OldEntries();
  Publication publication;
  std::string text;
  for (const document::Event& event : entries.events) {
    if (!render::has_entry(event, entries.form)) continue;
    const auto found = before.find(event.uid);
    text += renew(event, entries, found == before.end() ? nullptr : &found->second, publication);
  }
  publication.removed = before.size() - publication.kept - publication.changed;
  write_if_new(file, render::render_calendar(text), old, entries.dry_run);
  return publication;
}

/// Removes the files of ours whose entries are not owed any more.
std::size_t remove_others(const std::filesystem::path& folder, const std::set<std::string>& names, bool dry_run) {
  std::vector<std::filesystem::path> gone;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    const std::string name = file.path().filename().string();
    if (!name.starts_with(kPrefix) || !name.ends_with(".ics") || names.contains(name) || file.is_symlink() ||
        !file.is_regular_file())
      continue;
    const auto text = util::find_file_text(file.path(), kMostBytes);
    if (text && is_our_file(*text)) gone.push_back(file.path());
  }
  for (const std::filesystem::path& file : gone)
    if (!dry_run) std::filesystem::remove(file);
  return gone.size();
}

Publication publish_folder(const std::filesystem::path& folder, const CalendarEntries& entries) {
  const bool is_there = std::filesystem::exists(folder);
  if (is_there && !std::filesystem::is_directory(folder))
    throw Error(ErrorKind::refused,
                fmt::format("cannot publish to '{}': it is neither a folder nor a file that ends in .ics",
                            util::visible_line(folder.string())));
  if (!is_there && !entries.dry_run) util::make_private_directory(folder);
  Publication publication;
  std::set<std::string> names;
  for (const document::Event& event : entries.events) {
    if (!render::has_entry(event, entries.form)) continue;
    const std::string name = fmt::format("{}{}.ics", kPrefix, event.uid);
    names.insert(name);
    const std::optional<std::string> old = util::find_file_text(folder / name, kMostBytes);
    require_ours(folder / name, old);
    const OldEntries before = old ? read_entries(*old) : OldEntries();
    const auto found = before.find(event.uid);
    const std::string entry = renew(event, entries, found == before.end() ? nullptr : &found->second, publication);
    write_if_new(folder / name, render::render_calendar(entry), old, entries.dry_run);
  }
  if (is_there) publication.removed = remove_others(folder, names, entries.dry_run);
  return publication;
}

}  // namespace

Publication publish(const std::filesystem::path& path, const CalendarEntries& entries) {
  try {
    return path.extension() == ".ics" ? publish_file(path, entries) : publish_folder(path, entries);
  } catch (const std::filesystem::filesystem_error& error) {
    throw Error(ErrorKind::refused,
                fmt::format("cannot publish to '{}': {}", util::visible_line(path.string()), error.code().message()));
  }
}

}  // namespace crmtrack::command
