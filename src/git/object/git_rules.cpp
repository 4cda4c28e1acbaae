#include "git/object/git_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "git/object/tree.hpp"
#include "util/text/case.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::git {
namespace {

constexpr std::size_t kLongestName = 255;

bool is_known_mode(std::string_view mode) {
  return mode == kFileMode || mode == kTreeMode || mode == kProgramMode || mode == "120000" || mode == kSubmoduleMode ||
         mode == "100664";  // of very old Gits
}

/// Takes the characters out of a name that macOS does not look at, as Git's own list has them: U+200C to U+200F,
/// U+202A to U+202E, U+206A to U+206F, U+FEFF.
std::string without_ignored(std::string_view name) {
  std::string kept;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = [&](std::size_t at) { return at < name.size() ? static_cast<unsigned char>(name[at]) : 0; };
    const bool is_general =
        byte(i) == 0xe2 && ((byte(i + 1) == 0x80 && ((byte(i + 2) >= 0x8c && byte(i + 2) <= 0x8f) ||
                                                     (byte(i + 2) >= 0xaa && byte(i + 2) <= 0xae))) ||
                            (byte(i + 1) == 0x81 && byte(i + 2) >= 0xaa && byte(i + 2) <= 0xaf));
    const bool is_mark = byte(i) == 0xef && byte(i + 1) == 0xbb && byte(i + 2) == 0xbf;
    if (is_general || is_mark)
      i += 2;
    else
      kept += name[i];
  }
  return kept;
}

/// `.git` and its short name on Windows, with what Windows does not look at behind it.
bool is_windows_git(std::string_view name) {
  const std::string lower = util::to_lower_ascii(name);
  for (const std::string_view git : {".git", "git~1"}) {
    if (!lower.starts_with(git)) continue;
    const auto rest = lower.find_first_not_of(". ", git.size());
    return rest == std::string::npos || lower[rest] == '\\' || lower[rest] == ':';
  }
  return false;
}

/// Git looks behind each backslash too: it is Windows' slash.
bool names_git(std::string_view name) {
  if (util::to_lower_ascii(without_ignored(name)) == ".git") return true;
  while (true) {
    if (is_windows_git(name)) return true;
    const auto backslash = name.find('\\');
    if (backslash == std::string_view::npos) return false;
    name.remove_prefix(backslash + 1);
  }
}

/// Files whose names begin the present entry's: of a folder's name there may be a file a few entries before.
class FilesBefore {
 public:
  bool has(const TreeEntry& entry) {
    while (!files_.empty() && !entry.name.starts_with(files_.back())) files_.pop_back();
    if (entry.is_tree()) return !files_.empty() && files_.back() == entry.name;
    files_.push_back(entry.name);
    return false;
  }

 private:
  std::vector<std::string_view> files_;
};

std::string shown(std::string_view name) {
  constexpr std::size_t kMost = 80;
  return util::visible_line(name.substr(0, kMost)) + (name.size() > kMost ? "…" : "");
}

std::string entry_fault(const TreeEntry& entry) {
  if (!is_known_mode(entry.mode))
    return fmt::format("holds '{}' with a mode that Git does not write", shown(entry.name));
  if (!is_git_name(entry.name)) return fmt::format("holds a name that Git does not take: '{}'", shown(entry.name));
  return fmt::format("holds '{}' without an object", shown(entry.name));
}

/// The header's rest, after `word` and a blank; nullopt where the next header is another.
std::optional<std::string_view> take_line(std::string_view& rest, std::string_view word) {
  if (!rest.starts_with(word) || rest.substr(word.size(), 1) != " ") return std::nullopt;
  const auto end = rest.find('\n');
  const std::string_view line = rest.substr(word.size() + 1, end - word.size() - 1);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::string_view> find_time_fault(std::string_view time) {
  if (time.size() > 1 && time[0] == '0' && time[1] != ' ') return "has a date that begins with a zero";
  const auto end = std::find_if_not(time.begin(), time.end(), is_digit);
  const std::string_view seconds(time.begin(), end);
  constexpr std::string_view kMost = "9223372036854775807";
  if (seconds.size() > kMost.size() || (seconds.size() == kMost.size() && seconds > kMost))
    return "has a date that overflows";
  const std::string_view zone(end, time.end());
  if (seconds.empty() || !zone.starts_with(' ')) return "has no date";
  const bool is_zone =
      zone.size() == 6 && (zone[1] == '+' || zone[1] == '-') && std::all_of(zone.begin() + 2, zone.end(), is_digit);
  return is_zone ? std::nullopt : std::optional<std::string_view>("has a bad time zone");
}

/// `Asha Rao <asha@example.com> 1700000000 +0100`.
std::optional<std::string_view> find_person_fault(std::string_view person) {
  if (person.starts_with('<')) return "has an author or committer without a name";
  const auto open = person.find_first_of("<>");
  if (open == std::string_view::npos) return "has an author or committer without a mail address";
  if (person[open] == '>') return "has a bad name of its author or committer";
  if (person[open - 1] != ' ') return "has no blank before a mail address";
  const auto close = person.find_first_of("<>", open + 1);
  if (close == std::string_view::npos || person[close] == '<') return "has a bad mail address";
  if (person.substr(close + 1, 1) != " ") return "has no date";
  return find_time_fault(person.substr(close + 2));
}

bool is_object_id(std::string_view text) {
  constexpr std::size_t kDigits = 40;
  return text.size() == kDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

}  // namespace

bool is_git_name(std::string_view name) {
  if (name.empty() || name.size() > kLongestName || name == "." || name == "..") return false;
  if (name.find('/') != std::string_view::npos || name.find('\0') != std::string_view::npos) return false;
  const auto first = static_cast<unsigned char>(name.front());
  const bool may_name_git = first == '.' || first == 'g' || first == 'G' || first == 0xe2 || first == 0xef ||
                            name.find('\\') != std::string_view::npos;
  return !may_name_git || !names_git(name);
}

bool is_sound_entry(const TreeEntry& entry) {
  constexpr ObjectId kNothing{};
  return is_known_mode(entry.mode) && is_git_name(entry.name) && entry.id() != kNothing;
}

std::optional<std::string> find_tree_fault(std::string_view tree) {
  FilesBefore files;
  std::optional<TreeEntry> last;
  for (TreeCursor cursor(tree); !cursor.done(); cursor.next()) {
    const TreeEntry& entry = cursor.entry();
    if (!is_sound_entry(entry)) return entry_fault(entry);
    if (last && last->name == entry.name) return fmt::format("holds '{}' twice", shown(entry.name));
    if (last && compare_entries(last->name, last->is_tree(), entry.name, entry.is_tree()) > 0)
      return fmt::format("is out of Git's order at '{}'", shown(entry.name));
    if (files.has(entry)) return fmt::format("holds '{}' twice", shown(entry.name));
    last = entry;
  }
  return std::nullopt;
}

std::optional<std::string_view> find_commit_fault(std::string_view commit) {
  const std::string_view head = commit.substr(0, commit.find("\n\n"));
  if (head.find('\0') != std::string_view::npos) return "has a NUL in its header";
  if (head.size() == commit.size() && !commit.ends_with('\n')) return "has a header that does not end";
  std::string_view rest = commit;
  const auto tree = take_line(rest, "tree");
  if (!tree || !is_object_id(*tree)) return "names no tree";
  while (const auto parent = take_line(rest, "parent"))
    if (!is_object_id(*parent)) return "names a parent that is none";
  const auto author = take_line(rest, "author");
  if (!author) return "has no author";
  if (const auto fault = find_person_fault(*author)) return fault;
  if (take_line(rest, "author")) return "has two authors";
  const auto committer = take_line(rest, "committer");
  if (!committer) return "has no committer";
  if (const auto fault = find_person_fault(*committer)) return fault;
  if (commit.find('\0') != std::string_view::npos) return "has a NUL in its message";
  if (commit.size() > kLargestCommit) return kCommitTooLarge;
  return std::nullopt;
}

}  // namespace crmtrack::git
