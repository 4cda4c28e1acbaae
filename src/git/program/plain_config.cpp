#include "git/program/plain_config.hpp"

#include <algorithm>

#include "util/text/ascii.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::git {
namespace {

/// One line of a plain file.
struct PlainLine {
  enum class Kind { nothing, section, value, flag, other } kind = Kind::nothing;
  std::string_view name, value;
};

PlainLine read_line(std::string_view line) {
  line = util::trim(line);
  if (line.empty() || line.front() == '#' || line.front() == ';') return {};
  if (line.back() == '\\') return {PlainLine::Kind::other, {}, {}};
  if (line.front() == '[') {
    const bool is_plain = line.find(']') == line.size() - 1;
    return {is_plain ? PlainLine::Kind::section : PlainLine::Kind::other, line.substr(1, line.size() - 2), {}};
  }
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) return {PlainLine::Kind::flag, line, "true"};
  return {PlainLine::Kind::value, util::trim(line.substr(0, equals)), util::trim(line.substr(equals + 1))};
}

bool is_include(std::string_view section) { return util::to_lower_ascii(section).starts_with("include"); }

bool is_plain_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(
                              name, [](char c) { return util::is_alphanumeric(c) || c == '-'; });
}

/// `remote.Origin.` for `remote "Origin"`; nullopt where the section is written in another way.
std::optional<std::string> key_start(std::string_view section) {
  const auto quote = section.find('"');
  const std::string_view name = util::trim(section.substr(0, quote));
  if (!is_plain_name(name) || is_include(name)) return std::nullopt;
  std::string start = util::to_lower_ascii(name) + '.';
  if (quote == std::string_view::npos) return start;
  const std::string_view rest = section.substr(quote + 1);
  if (section[quote - 1] != ' ' || rest.find_first_of("\"\\") != rest.size() - 1 || rest.back() != '"')
    return std::nullopt;
  return start + std::string(rest.substr(0, rest.size() - 1)) + '.';
}

/// The character that `\n` and the like stand for; nullopt where Git knows no such escape.
std::optional<char> escaped(char c) {
  switch (c) {
    case '"':
    case '\\':
      return c;
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'b':
      return '\b';
    default:
      return std::nullopt;
  }
}

/// A value without its quotes, escapes and comment; nullopt where they are not in order, or it is empty without quotes.
std::optional<std::string> unquote(std::string_view raw) {
  std::string value;
  std::size_t kept = 0;  // blanks that end a value outside of quotes are not part of it
  bool is_quoted = false, has_quotes = false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    char c = raw[i];
    if (static_cast<unsigned char>(c) < ' ') return std::nullopt;
    if (!is_quoted && (c == '#' || c == ';')) break;
    if (c == '"') {
      is_quoted = !is_quoted;
      has_quotes = true;
      kept = value.size();
      continue;
    }
    if (c == '\\') {
      const auto plain = ++i < raw.size() ? escaped(raw[i]) : std::nullopt;
      if (!plain) return std::nullopt;
      c = *plain;
    }
    value += c;
    if (is_quoted || c != ' ') kept = value.size();
  }
  value.resize(kept);
  return is_quoted || (value.empty() && !has_quotes) ? std::nullopt : std::optional(std::move(value));
}

}  // namespace

std::optional<std::optional<std::string>> find_plain_value(std::string_view text, std::string_view section,
                                                           std::string_view key) {
  if (text.starts_with("\xef\xbb\xbf")) return std::nullopt;
  std::optional<std::string> found;
  std::string here;
  for (const std::string& raw : util::split(text, '\n')) {
    const PlainLine line = read_line(raw);
    if (line.kind == PlainLine::Kind::other) return std::nullopt;
    if (line.kind == PlainLine::Kind::section) {
      if (is_include(line.name)) return std::nullopt;
      here = util::to_lower_ascii(line.name);
    }
    const bool is_set = line.kind == PlainLine::Kind::value || line.kind == PlainLine::Kind::flag;
    if (!is_set || here != section || util::to_lower_ascii(line.name) != key) continue;
    if (line.value.find_first_of("\"\\#;") != std::string_view::npos) return std::nullopt;
    found = std::string(line.value);
  }
  return std::optional(found);
}

std::optional<std::vector<ConfigEntry>> parse_plain_config(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf") || text.find_first_of(std::string_view("\0\r", 2)) != std::string_view::npos)
    return std::nullopt;
  std::vector<ConfigEntry> entries;
  std::optional<std::string> start;
  for (const std::string& raw : util::split(text, '\n')) {
    const PlainLine line = read_line(raw);
    if (line.kind == PlainLine::Kind::nothing) continue;
    if (line.kind == PlainLine::Kind::section) {
      start = key_start(line.name);
      if (!start) return std::nullopt;
      continue;
    }
    auto value = line.kind == PlainLine::Kind::value ? unquote(line.value) : std::nullopt;
    if (!start || !value || !is_plain_name(line.name)) return std::nullopt;
    entries.push_back({*start + util::to_lower_ascii(line.name), std::move(*value)});
  }
  return entries;
}

}  // namespace crmtrack::git
