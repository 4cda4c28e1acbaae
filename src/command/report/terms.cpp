#include "command/report/terms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "command/common/report_input.hpp"
#include "command/report/report.hpp"
#include "index/read/texts.hpp"
#include "report/terms/terms.hpp"
#include "session/filter.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/text/words.hpp"

namespace crmtrack::command {

using report::CaseTerms;
using util::Error;
using util::ErrorKind;

namespace {

/// Where a complaint belongs in the comparison.
enum class Side { group, others, outside };

/// Reads the terms of complaints, and knows which of them are the group.
class Comparison {
 public:
  Comparison(Context& context, const report::Input& input, bool filtered, std::string_view near)
      : context_(context),
        input_(input),
        filtered_(filtered),
        reader_(context.policy().settings.language, near.empty()),
        near_(near.empty() ? std::string() : get_stem(near)) {
    for (report::CaseIndex i = 0; i < input.cases.size(); ++i)
      if (input.in_period(input.cases[i].received)) places_.emplace(input.cases[i].id, i);
  }

  /// Calls `visit(side, place in the input's cases, customer, terms)` for each complaint that is compared. A complaint
  /// without a customer counts as one of its own.
  template <class Visit>
  void each(Visit visit) {
    CaseTerms terms;
    index::each_complaint_texts(context_.index(), context_.terms(), [&](const index::ComplaintTexts& complaint) {
      const auto place = places_.find(complaint.id);
      const bool selected = place != places_.end();
      if (!selected && !is_compared(complaint)) return;
      reader_.read(complaint.texts, terms);
      const Side side = side_of(selected, terms);
      visit(side, selected ? place->second : report::CaseIndex{},
            complaint.customer.empty() ? complaint.id : complaint.customer, terms);
    });
  }

  /// The key of a word or pair that somebody typed. Throws Error(usage) where it can be no term.
  std::string get_key(const std::string& typed) {
    std::vector<std::string> stems;
    for (const std::string& word : util::words_of(typed)) stems.push_back(get_stem(word));
    if (stems.empty() || stems.size() > 2)
      throw Error(ErrorKind::usage, fmt::format("cannot look for '{}': one word, or two side by side", typed));
    return util::join(stems, " ");
  }

 private:
  [[nodiscard]] bool is_compared(const index::ComplaintTexts& complaint) const {
    return near_.empty() && (!filtered_ || input_.in_period(complaint.received));
  }

  /// Takes the word itself out of the terms: it goes together with itself.
  Side side_of(bool selected, CaseTerms& terms) const {
    if (near_.empty()) return selected ? Side::group : Side::others;
    const auto has = terms.find(near_);
    if (has == terms.end()) return Side::others;
    terms.erase(has);
    return Side::group;
  }

  std::string get_stem(std::string_view word) {
    std::string stem = reader_.stem_of(word);
    if (stem.empty())
      throw Error(ErrorKind::usage,
                  fmt::format("cannot look for '{}': one word of at least two letters that says something", word));
    return stem;
  }

  Context& context_;
  const report::Input& input_;
  bool filtered_;
  report::TermReader reader_;
  std::string near_;
  std::unordered_map<std::string_view, report::CaseIndex> places_;
};

/// The number of customers of the terms that are shown, who are told apart only now that these are few.
void count_customers(Comparison& comparison, std::vector<report::FoundTerm>& found) {
  std::map<std::string_view, std::unordered_set<std::string>> customers;
  const std::size_t shown = std::min(found.size(), report::kMostTerms);
  for (std::size_t i = 0; i < shown; ++i) customers[found[i].counted.key];
  comparison.each([&](Side side, report::CaseIndex, std::string_view customer, const CaseTerms& terms) {
    if (side != Side::group) return;
    for (auto& [key, known] : customers)
      if (terms.contains(key)) known.emplace(customer);
  });
  for (std::size_t i = 0; i < shown; ++i) found[i].counted.customers = customers.at(found[i].counted.key).size();
}

std::vector<report::FoundTerm> find_terms(Comparison& comparison, report::TermGroup& group) {
  report::TermCounter counter;
  comparison.each([&](Side side, report::CaseIndex, std::string_view, const CaseTerms& terms) {
    ++(side == Side::group ? group.cases : group.others);
    if (side == Side::group) counter.estimate(terms);
  });
  comparison.each([&](Side side, report::CaseIndex, std::string_view customer, const CaseTerms& terms) {
    counter.count(terms, side == Side::group, customer);
  });
  if (!group.near.empty()) return report::choose_near(counter.counted(), group.cases, group.others);
  std::vector<report::FoundTerm> found = report::choose_terms(counter.counted(), group.cases, group.others);
  count_customers(comparison, found);
  return found;
}

/// The complaints of the group that have a term.
int print_cases_of(Context& context, const report::Input& input, const std::vector<std::string>& words,
                   Comparison& comparison, const std::string& typed) {
  const std::string key = comparison.get_key(typed);
  std::vector<report::CaseIndex> cases;
  comparison.each([&](Side side, report::CaseIndex place, std::string_view, const CaseTerms& terms) {
    if (side == Side::group && terms.contains(key)) cases.push_back(place);
  });
  if (cases.empty())
    throw Error(ErrorKind::not_found, fmt::format("cannot find '{}' in any of these complaints", typed),
                {"see the words: crmtrack report terms"});
  return print_records(context, words, input.ids_of(std::move(cases)));
}

}  // namespace

int report_terms(Context& context, const Invocation& invocation, const std::vector<std::string>& words,
                 const std::string& note) {
  const std::string near = invocation.get("near");
  if (near.empty() && words.empty() && !invocation.has("period") && !invocation.has("from") && !invocation.has("to"))
    throw Error(
        ErrorKind::usage, "cannot tell what sets all complaints apart: there are no others",
        {"which group: crmtrack report terms FILTER, or --period SPAN", "what goes together with a word: --near WORD"});
  const ReportPeriod period = parse_report_period(invocation, context.moment(session::parse_filter(context, words)));
  if (period.unit) throw Error(ErrorKind::usage, "cannot split report terms into a series: it tells of words");
  const report::Input input = load_report_input(context, words, period, {});
  Comparison comparison(context, input, !words.empty(), near);
  if (const auto typed = invocation.find("records")) return print_cases_of(context, input, words, comparison, *typed);
  report::TermGroup group{0, 0, context.policy().settings.language, near};
  const std::vector<report::FoundTerm> found = find_terms(comparison, group);
  report::Report report = report::make_terms(input, group, found);
  if (!note.empty()) report.notes.push_back(note);
  return print_report(context, report, invocation.find("table"));
}

}  // namespace crmtrack::command
