#include "report/terms/case_terms.hpp"

#include <algorithm>
#include <optional>

#include "report/terms/stop_words.hpp"
#include "util/text/words.hpp"

namespace crmtrack::report {

namespace {

constexpr std::size_t kShortest = 2;  // bytes
constexpr std::size_t kLongest = 60;  // no word of a language is longer; what is longer is no word

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Marks that end a phrase: the words on both sides of one are no pair. A full stop or comma within a number is none.
bool ends_phrase(char c) { return std::string_view(".,;:!?()[]{}\"\n\r\t|/<>").find(c) != std::string_view::npos; }

void add_term(CaseTerms& terms, std::string stem, const std::string& form) {
  const auto [place, is_new] = terms.try_emplace(std::move(stem), form);
  if (!is_new) place->second = shown_form(place->second, form);
}

}  // namespace

const std::string& shown_form(const std::string& one, const std::string& other) {
  if (one.size() != other.size()) return one.size() < other.size() ? one : other;
  return std::min(one, other);
}

TermReader::TermReader(std::string_view language, bool with_pairs)
    : language_(language), with_pairs_(with_pairs), stemmer_(language) {}

void TermReader::read(std::span<const std::string> texts, CaseTerms& terms) {
  terms.clear();
  for (const std::string& text : texts) {
    for (std::string_view rest = text; !rest.empty();) {
      const auto end = static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), ends_phrase) - rest.begin());
      read_phrase(rest.substr(0, end), terms);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

void TermReader::read_phrase(std::string_view phrase, CaseTerms& terms) {
  std::string last_stem, last_form;
  for (const std::string& word : util::words_of(phrase)) {
    const bool is_term = word.size() >= kShortest && word.size() <= kLongest &&
                         std::none_of(word.begin(), word.end(), is_digit) && !is_stop_word(language_, word);
    if (!is_term) {
      last_stem.clear();
      continue;
    }
    const std::string stem = stemmer_.stem(word);
    add_term(terms, stem, word);
    if (with_pairs_ && !last_stem.empty()) add_term(terms, last_stem + ' ' + stem, last_form + ' ' + word);
    last_stem = stem;
    last_form = word;
  }
}

std::string TermReader::stem_of(std::string_view word) {
  const auto words = util::words_of(word);
  const bool is_term = words.size() == 1 && words.front().size() >= kShortest && words.front().size() <= kLongest &&
                       !is_stop_word(language_, words.front());
  return is_term ? stemmer_.stem(words.front()) : std::string();
}

}  // namespace crmtrack::report
