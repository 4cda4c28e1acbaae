#include "query/filter_parse.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "query/check.hpp"
#include "query/text_scan.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::query {
namespace {

constexpr std::size_t kLongest = 16 * 1024;
constexpr std::size_t kMostTerms = 100;  // SQLite's expressions are bounded in depth and parameters
constexpr std::size_t kMostValues = 500;

bool is_key_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.'; }

/// Reads one text; the first fault stands, and everything after it is left.
class FilterReader {
 public:
  FilterReader(std::string_view text, std::span<const KeySpec> keys, const Understand& understand, int first_column)
      : scan_(text, first_column), keys_(keys), understand_(understand) {}

  std::optional<Fault> read(std::vector<Term>& terms) {
    for (scan_.skip_blanks(); !scan_.at_end() && !fault_; scan_.skip_blanks()) {
      if (terms.size() >= kMostTerms) {
        fail(scan_.column(), fmt::format("more than {} conditions", kMostTerms));
        break;
      }
      Term term;
      term.column = scan_.column();
      if (!read_key(term)) read_bare(term);
      terms.push_back(std::move(term));
    }
    return fault_;
  }

 private:
  void fail(int column, std::string message) {
    if (!fault_) fault_ = Fault{column, std::move(message)};
  }

  /// `key:` or `key.modifier:` and its values; false where bare text begins here.
  bool read_key(Term& term) {
    const auto head = scan_.peek_while(is_key_character);
    if (head.empty() || head.front() == '.' || !scan_.follows(head.size(), ':')) return false;
    const auto dot = head.find('.');
    term.key = util::to_lower_ascii(head.substr(0, dot));
    const auto modifier = dot == std::string_view::npos ? std::string{} : util::to_lower_ascii(head.substr(dot + 1));
    const auto* spec = find_key(keys_, term.key);
    if (spec == nullptr) {
      fail(term.column, unknown_key(term.key, head.size() == term.key.size(), keys_));
      return true;
    }
    const auto allowed = dot == std::string_view::npos ? Modifier::is : find_modifier(*spec, modifier);
    if (!allowed) {
      fail(term.column + static_cast<int>(dot) + 1, unknown_modifier(*spec, modifier));
      return true;
    }
    term.modifier = *allowed;
    scan_.skip(head.size() + 1);
    read_values(term, *spec, head);
    return true;
  }

  void read_values(Term& term, const KeySpec& spec, std::string_view head) {
    do {
      const int column = scan_.column();
      auto value = read_value(column);
      if (fault_) return;
      if (value.empty()) return fail(column, fmt::format("'{}:' needs a value, as in '{}'", head, example_of(spec)));
      if (term.values.size() >= kMostValues) return fail(column, fmt::format("more than {} values", kMostValues));
      add_value(term, spec, std::move(value), column);
      if (fault_) return;
    } while (scan_.take(','));
    if (!scan_.at_end() && !scan_.at_blank()) fail(scan_.column(), "a blank is missing after the quote");
  }

  void add_value(Term& term, const KeySpec& spec, std::string value, int column) {
    std::vector<std::string> meant{std::move(value)};
    if (asks_for_meaning(term, spec)) {
      auto understood = understand_(spec, meant.front());
      if (!understood) return fail(column, std::move(understood.error()));
      meant = std::move(*understood);
    }
    for (std::string& each : meant) {
      if (auto wrong = check_value(spec, term.modifier, each)) return fail(column, std::move(*wrong));
      term.values.push_back(std::move(each));
    }
  }

  [[nodiscard]] bool asks_for_meaning(const Term& term, const KeySpec& spec) const {
    return understand_ && spec.values.empty() && term.modifier != Modifier::has && term.modifier != Modifier::none;
  }

  /// A value up to the next comma or blank, or a quoted one; trimmed.
  std::string read_value(int column) {
    if (scan_.at_quote()) return read_quoted(column);
    const auto word = scan_.take_until(" \t\r\n,");
    if (const auto quote = word.find('"'); quote != std::string_view::npos) {
      fail(column + static_cast<int>(count_characters(word.substr(0, quote))),
           "a quote inside a word: quote the whole value");
    }
    return std::string{word};
  }

  std::string read_quoted(int column) {
    const auto quoted = scan_.take_quoted();
    if (!quoted) fail(column, "the quote that begins here has no end");
    return quoted ? std::string{util::trim(*quoted)} : std::string{};
  }

  void read_bare(Term& term) {
    term.phrase = scan_.at_quote();
    std::string text = term.phrase ? read_quoted(term.column) : std::string{scan_.take_until(" \t\r\n")};
    if (fault_) return;
    if (term.phrase && !scan_.at_end() && !scan_.at_blank())
      return fail(scan_.column(), "a blank is missing after the quote");
    if (!term.phrase && text.find('"') != std::string::npos)
      return fail(term.column, fmt::format("a quote inside the word '{}': quote the whole text", shown(text)));
    if (auto wrong = check_text(text, term.phrase)) return fail(term.column, std::move(*wrong));
    term.values.push_back(std::move(text));
  }

  TextScan scan_;
  std::span<const KeySpec> keys_;
  const Understand& understand_;
  std::optional<Fault> fault_;
};

}  // namespace

tl::expected<Filter, Fault> parse(std::string_view text, std::span<const KeySpec> keys, const Understand& understand) {
  return parse(std::vector<std::string>{std::string{text}}, keys, understand);
}

tl::expected<Filter, Fault> parse(const std::vector<std::string>& arguments, std::span<const KeySpec> keys,
                                  const Understand& understand) {
  Filter filter;
  int column = 1;
  std::size_t length = 0;
  for (const auto& argument : arguments) {
    length += argument.size() + 1;
    if (length > kLongest + 1) return tl::unexpected(Fault{1, fmt::format("it is longer than {} bytes", kLongest)});
    if (const auto wrong = find_bad_text(argument))
      return tl::unexpected(Fault{column + static_cast<int>(*wrong), "text that is not valid UTF-8"});
    if (auto fault = FilterReader{argument, keys, understand, column}.read(filter.terms))
      return tl::unexpected(std::move(*fault));
    column += static_cast<int>(count_characters(argument)) + 1;
  }
  return filter;
}

bool mentions(const Filter& filter, std::string_view key) {
  return std::any_of(
      filter.terms.begin(), filter.terms.end(), [&](const Term& term) { return term.key == key; });
}

}  // namespace crmtrack::query
