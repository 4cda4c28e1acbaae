#include "view/snippet.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "util/text/parts.hpp"
#include "util/text/words.hpp"

namespace crmtrack::view {

namespace {

/// The fields that hold words. The others are classification, and are searched only where these hold no hit.
constexpr std::array<std::string_view, 17> kWords{
    "summary", "description", "remedy_sought", "text",    "why",  "went_well", "went_wrong", "root_cause", "lesson",
    "event",   "name",        "contacts",      "contact", "with", "promises",  "set",        "expects"};
constexpr std::array<std::string_view, 6> kNotText{"kind", "at", "after", "answers", "sha256", "due"};

template <class Words>
bool is_among(std::string_view key, const Words& words) {
  return std::find(words.begin(), words.end(), key) != words.end();
}

void collect(const yaml::Node& node, std::string& text) {
  if (node.is_scalar() && !node.text.empty()) text += (text.empty() ? "" : " ") + node.text;
  for (const yaml::Node& item : node.items) collect(item, text);
  for (const auto& [key, value] : node.entries)
    if (!is_among(key, kNotText)) collect(value, text);
}

/// The texts of a record in one line, in the order of its fields.
std::string words_of_record(const yaml::Node& body) {
  std::string text;
  for (const auto& [key, value] : body.entries)
    if (is_among(key, kWords)) collect(value, text);
  return text;
}

bool fits(const std::string& word, const std::string& pattern) {
  if (!pattern.empty() && pattern.back() == '*') return word.starts_with(pattern.substr(0, pattern.size() - 1));
  return word == pattern;
}

bool is_marked(const std::string& token, const std::vector<std::string>& marked) {
  const std::vector<std::string> words = util::words_of(token);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::any_of(marked.begin(), marked.end(), [&](const std::string& pattern) { return fits(word, pattern); });
  });
}

/// Where the window of `words` tokens with most marks begins; a little before its first mark.
std::size_t best_start(const std::vector<bool>& marks, std::size_t words) {
  std::size_t best = 0, most = 0, inside = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    inside += marks[i] ? 1 : 0;
    if (i >= words) inside -= marks[i - words] ? 1 : 0;
    if (inside > most) {
      most = inside;
      best = i + 1 > words ? i + 1 - words : 0;
    }
  }
  const auto first = std::find(marks.begin() + static_cast<std::ptrdiff_t>(best), marks.end(), true);
  const auto position = first == marks.end() ? best : static_cast<std::size_t>(first - marks.begin());
  return std::max(best, position > 6 ? position - 6 : 0);
}

}  // namespace

std::vector<SnippetPart> snippet_of(const yaml::Node& body, const std::vector<std::string>& marked, std::size_t words) {
  std::string text = words_of_record(body);
  if (!is_marked(text, marked)) {
    text.clear();
    collect(body, text);
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  std::vector<std::string> tokens = util::split(text, ' ');
  std::erase(tokens, std::string());
  std::vector<bool> marks;
  for (const std::string& token : tokens) marks.push_back(is_marked(token, marked));
  const std::size_t start = best_start(marks, words);
  const std::size_t end = std::min(tokens.size(), start + words);
  std::vector<SnippetPart> parts;
  if (start > 0) parts.push_back({"… "});
  for (std::size_t i = start; i < end; ++i) {
    parts.push_back({tokens[i], marks[i]});
    if (i + 1 < end) parts.push_back({" "});
  }
  if (end < tokens.size()) parts.push_back({" …"});
  return parts;
}

std::string marked_text(const std::vector<SnippetPart>& parts) {
  std::string text;
  for (const SnippetPart& part : parts) text += part.marked ? "[" + part.text + "]" : part.text;
  return text;
}

}  // namespace crmtrack::view
