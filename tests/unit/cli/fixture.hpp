#pragma once

#include <string>
#include <vector>

#include "cli/catalog.hpp"

namespace crmtrack::cli::test {

/// A few commands of every shape, so that these tests hold whatever the real ones are.
const Catalog& small_catalog();

/// Commands whose last word stands behind their subject: `plan ID add TEXT`.
const Catalog& subject_first_catalog();

/// Splits at blanks; `''` is an empty word.
std::vector<std::string> words(const std::string& line);

}  // namespace crmtrack::cli::test
