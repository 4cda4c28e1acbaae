#include "report/feelings.hpp"

#include "util/counted.hpp"

namespace crmtrack::report {

Measure praise_of(const Input& input) {
  std::size_t good = 0, bad = 0, compliments = 0;
  for (const Feeling& feeling : input.feelings) {
    if (!input.in_period(feeling.at)) continue;
    good += feeling.good ? 1 : 0;
    bad += feeling.bad ? 1 : 0;
    compliments += feeling.compliment ? 1 : 0;
  }
  Measure measure = share("praise", "good interactions, of good and bad", good, good + bad);
  measure.head = "Praise";
  if (compliments > 0) measure.note = util::counted(compliments, "compliment");
  return measure;
}

}  // namespace crmtrack::report
