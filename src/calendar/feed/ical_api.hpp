#pragma once

#include <libical/ical.h>

#include <memory>

/// libical, loaded when a feed is first read. The program is not linked against it: it brings ICU's libraries, and
/// every start would pay for them.
namespace crmtrack::calendar {

// Every function of libical that we call; a new call is a new row.
#define CRMTRACK_ICAL_FUNCTIONS(X)    \
  X(icalerror_set_errors_are_fatal)   \
  X(icalparser_parse_string)          \
  X(icalcomponent_free)               \
  X(icalcomponent_count_errors)       \
  X(icalcomponent_get_first_property) \
  X(icalcomponent_get_next_property)  \
  X(icalcomponent_get_dtend)          \
  X(icalproperty_get_dtstart)         \
  X(icalproperty_get_dtend)           \
  X(icalproperty_get_exdate)          \
  X(icalproperty_get_rdate)           \
  X(icalproperty_get_recurrenceid)    \
  X(icalproperty_get_rrule)           \
  X(icalproperty_get_first_parameter) \
  X(icalparameter_get_tzid)           \
  X(icaltime_is_utc)                  \
  X(icalrecur_iterator_new)           \
  X(icalrecur_iterator_set_start)     \
  X(icalrecur_iterator_next)          \
  X(icalrecur_iterator_free)

/// The functions by their own names: `ical().icalparser_parse_string(…)`.
struct Ical {
#define CRMTRACK_ICAL_MEMBER(name) decltype(&::name) name = nullptr;
  CRMTRACK_ICAL_FUNCTIONS(CRMTRACK_ICAL_MEMBER)
#undef CRMTRACK_ICAL_MEMBER
};

/// Loads libical on the first call. Throws Error(program_failed) where it is not installed.
const Ical& ical();

struct IcalComponentFree {
  void operator()(icalcomponent* component) const { ical().icalcomponent_free(component); }
};
using IcalComponent = std::unique_ptr<icalcomponent, IcalComponentFree>;

struct IcalIteratorFree {
  void operator()(icalrecur_iterator* iterator) const { ical().icalrecur_iterator_free(iterator); }
};
using IcalIterator = std::unique_ptr<icalrecur_iterator, IcalIteratorFree>;

}  // namespace crmtrack::calendar
