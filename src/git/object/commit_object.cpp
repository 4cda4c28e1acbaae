#include "git/object/commit_object.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>

#include "git/object/git_rules.hpp"
#include "git/object/signature.hpp"

namespace crmtrack::git {
namespace {

/// A header's value with line breaks is continued on lines that start with a blank.
std::string fold_lines(std::string_view value) {
  std::string folded;
  while (value.ends_with('\n')) value.remove_suffix(1);
  for (const char c : value) {
    folded += c;
    if (c == '\n') folded += ' ';
  }
  return folded;
}

std::chrono::minutes read_offset(std::string_view text) {
  if (text.size() != 5 || (text[0] != '+' && text[0] != '-')) return std::chrono::minutes(0);
  int value = 0;
  std::from_chars(text.data() + 1, text.data() + text.size(), value);
  if (value < 0 || value / 100 > 23 || value % 100 > 59) return std::chrono::minutes(0);
  const std::chrono::minutes offset(value / 100 * 60 + value % 100);
  return text[0] == '-' ? -offset : offset;
}

}  // namespace

// The time is looked for from the end: names may hold anything.
Signature parse_person(std::string_view line) {
  Signature person;
  line = line.substr(0, line.find('\n'));  // to Git the rest is a header of its own
  const auto open = line.find('<');
  const auto close = line.rfind('>');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return person;
  person.name = std::string(line.substr(0, open == 0 ? 0 : open - 1));
  person.email = std::string(line.substr(open + 1, close - open - 1));
  const std::string_view times = line.substr(std::min(line.size(), close + 2));
  const auto blank = times.find(' ');
  constexpr std::int64_t kEndOfYear9999 = 253402300799;
  std::int64_t seconds = 0;
  std::from_chars(times.data(), times.data() + std::min(blank, times.size()), seconds);
  if (seconds > 0 && seconds <= kEndOfYear9999) person.time = util::Instant(std::chrono::seconds(seconds));
  if (blank != std::string_view::npos) person.offset = read_offset(times.substr(blank + 1));
  return person;
}

namespace {

/// Takes one header, its continuation lines joined by line breaks, off the front.
std::string take_header(std::string_view& rest) {
  std::string header;
  while (true) {
    const auto end = rest.find('\n');
    header += rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (!rest.starts_with(' ')) return header;
    header += '\n';
    rest.remove_prefix(1);
  }
}

bool read_header(const std::string& header, CommitObject& commit) {
  const auto blank = header.find(' ');
  if (blank == std::string::npos) return true;
  const std::string_view key = std::string_view(header).substr(0, blank);
  const std::string_view value = std::string_view(header).substr(blank + 1);
  if (key == "tree" || key == "parent") {
    const auto id = parse_object_id(value);
    if (!id) return false;
    if (key == "tree") commit.tree = *id;
    if (key == "parent") commit.parents.push_back(*id);
  } else if (key == "author") {
    commit.author = parse_person(value);
  } else if (key == "committer") {
    commit.committer = parse_person(value);
  } else if (key == "gpgsig") {
    commit.signature = std::string(value);
  }
  return true;
}

std::string one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 32 || c == 127) c = ' ';
  return line;
}

}  // namespace

std::string render_person(const Signature& person) {
  const auto minutes = std::abs(person.offset.count());
  return fmt::format("{} <{}> {} {}{:02}{:02}", person.name, person.email, person.time.time_since_epoch().count(),
                     person.offset.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string render_commit(const CommitObject& commit) {
  std::string text = fmt::format("tree {}\n", commit.tree.hex());
  for (const ObjectId& parent : commit.parents) text += fmt::format("parent {}\n", parent.hex());
  text += fmt::format("author {}\ncommitter {}\n", render_person(commit.author), render_person(commit.committer));
  if (!commit.signature.empty()) text += fmt::format("gpgsig {}\n", fold_lines(commit.signature));
  return text + '\n' + commit.message;
}

std::optional<CommitObject> parse_commit(std::string_view bytes) {
  CommitObject commit;
  if (!bytes.starts_with("tree ")) return std::nullopt;
  commit.fault = find_commit_fault(bytes).value_or("");
  while (!bytes.empty() && bytes[0] != '\n')
    if (!read_header(take_header(bytes), commit)) return std::nullopt;
  if (!bytes.empty()) bytes.remove_prefix(1);
  commit.message = std::string(bytes);
  return commit;
}

std::string render_message(std::string_view subject, const std::vector<std::string>& trailers) {
  std::string message = one_line(subject) + '\n';
  if (!trailers.empty()) message += '\n';
  for (const std::string& trailer : trailers) message += one_line(trailer) + '\n';
  return message;
}

}  // namespace crmtrack::git
