#pragma once

#include <string>

#include "document/document.hpp"
#include "index/row.hpp"

namespace crmtrack::view {

/// The entry of a promise in a calendar. It says nothing that changes while the promise does not: whole ids in place of
/// short ones, and no time that is left. The complaint's id stands in the summary, so that two entries of one hour
/// differ there too.
document::Event agenda_event(const index::PromiseRow& row);

}  // namespace crmtrack::view
