#include <doctest/doctest.h>

#include <fmt/format.h>

#include "report/terms/case_terms.hpp"
#include "report/terms/stop_words.hpp"
#include "report/terms/term_counter.hpp"
#include "report/terms/terms.hpp"

namespace crmtrack::report {

namespace {

CaseTerms terms_in(std::vector<std::string> texts, std::string_view language = "en", bool with_pairs = true) {
  CaseTerms terms;
  TermReader(language, with_pairs).read(texts, terms);
  return terms;
}

CaseTerms words(std::initializer_list<const char*> all) {
  CaseTerms terms;
  for (const char* word : all) terms.emplace(word, word);
  return terms;
}

}  // namespace

TEST_CASE("terms are stems, and pairs that stand side by side") {
  const CaseTerms terms = terms_in({"They charged me twice, the interest charges are wrong."});
  CHECK(terms.at("charg") == "charged");
  CHECK(terms.contains("interest charg"));
  CHECK(terms.contains("charg") == true);
  CHECK_FALSE(terms.contains("twice interest"));  // a comma is between
  CHECK_FALSE(terms.contains("charg twice"));     // and a stop word here
  CHECK_FALSE(terms.contains("they"));
  CHECK_FALSE(terms.contains("the"));
}

TEST_CASE("the shortest form of a term is shown, whatever the order") {
  CHECK(terms_in({"charges charged charge"}).at("charg") == "charge");
  CHECK(terms_in({"charge charged charges"}).at("charg") == "charge");
  CHECK(shown_form("charges", "charged") == "charged");
}

TEST_CASE("numbers, letters and what was blacked out are no terms") {
  CHECK(terms_in({"4711 a x XXXX 12th"}).empty());
  CHECK(terms_in({"Über die Rechnungen der Häuser"}, "de", false).contains("rechnung"));
  CHECK_FALSE(terms_in({"Über die Rechnungen der Häuser"}, "de", false).contains("uber"));
}

TEST_CASE("stop words are those of the language") {
  CHECK(is_stop_word("en", "because"));
  CHECK_FALSE(is_stop_word("de", "because"));
  CHECK(is_stop_word("de", "fur"));
  CHECK_FALSE(is_stop_word("fr", "pour"));
  CHECK(is_stop_word("fr", "xxxx"));
}

TEST_CASE("the counter counts cases and tells customers apart up to three") {
  TermCounter counter;
  for (int i = 0; i < 6; ++i) counter.estimate(words({"late", i < 4 ? "rare" : "often"}));
  for (int i = 0; i < 6; ++i) counter.count(words({"late", i < 4 ? "rare" : "often"}), true, fmt::format("c{}", i % 4));
  for (int i = 0; i < 3; ++i) counter.count(words({"late", "other"}), false, "c9");
  const auto counted = counter.counted();
  REQUIRE(counted.size() == 1);
  CHECK(counted[0].key == "late");
  CHECK(counted[0].cases == 6);
  CHECK(counted[0].other_cases == 3);
  CHECK(counted[0].customers == 3);
}

TEST_CASE("a term sets a group apart where it is over-represented, of enough cases and customers") {
  const auto term = [](std::size_t cases, std::size_t others, std::size_t customers) {
    return std::vector<CountedTerm>{{"refund", "refund", cases, others, customers}};
  };
  CHECK(choose_terms(term(12, 20, 3), 100, 900).size() == 1);
  CHECK(choose_terms(term(12, 20, 2), 100, 900).empty());
  CHECK(choose_terms(term(4, 0, 3), 100, 900).empty());
  CHECK(choose_terms(term(12, 500, 3), 100, 900).empty());  // under-represented
  CHECK(choose_terms(term(11, 20, 3), 100, 900).size() + choose_terms(term(9, 20, 3), 100, 900).size() == 1);
}

TEST_CASE("words that go together have more bits than by chance") {
  const std::vector<CountedTerm> counted{
      {"card", "card", 10, 10, 3}, {"bank", "bank", 8, 2, 3}, {"late", "late", 5, 35, 3}, {"rare", "rare", 4, 0, 3}};
  const auto found = choose_near(counted, 20, 60);
  REQUIRE(found.size() == 2);
  CHECK(found[0].counted.key == "bank");
  CHECK(found[0].score == doctest::Approx(1.678).epsilon(0.001));
  CHECK(found[1].counted.key == "card");
  CHECK(found[1].score == doctest::Approx(1));
}

}  // namespace crmtrack::report
