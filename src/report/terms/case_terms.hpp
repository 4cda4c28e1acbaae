#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "report/terms/stemmer.hpp"

namespace crmtrack::report {

/// The words of one case, by their stem, and the pairs of words that stand side by side, by both stems with a blank
/// between; each with a form in which the case has it.
using CaseTerms = std::map<std::string, std::string, std::less<>>;

/// Takes the texts of cases apart into terms.
class TermReader {
 public:
  /// `with_pairs`: whether pairs count as terms, too.
  TermReader(std::string_view language, bool with_pairs);

  /// The terms of a case: words of two letters or more without digits that are no stop words, and pairs of such words
  /// with nothing between them but blanks or a hyphen. `terms` is emptied first.
  void read(std::span<const std::string> texts, CaseTerms& terms);
  /// The stem of a word that somebody typed; empty where it is no term.
  std::string stem_of(std::string_view word);

 private:
  void read_phrase(std::string_view phrase, CaseTerms& terms);

  std::string language_;
  bool with_pairs_;
  Stemmer stemmer_;
};

/// Of two forms of a term the one that is shown: the shorter, else the first by letter. So it does not depend on the
/// order of the cases.
const std::string& shown_form(const std::string& one, const std::string& other);

}  // namespace crmtrack::report
