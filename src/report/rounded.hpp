#pragma once

#include "util/text/rounded.hpp"

namespace crmtrack::report {

using util::rounded;

}  // namespace crmtrack::report
