#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::mail {

/// Every id of a header such as References or In-Reply-To, without its brackets, in the order in which they stand: each
/// `<…>` is found by itself, whatever stands between them. Blanks within one are taken out, encoded words decoded. At
/// most 200 are given, of at most 500 bytes each.
std::vector<std::string> ids_of(std::string_view value);

/// The id of a Message-ID header, or empty. One without brackets is taken as it stands.
std::string id_of(std::string_view value);

}  // namespace crmtrack::mail
