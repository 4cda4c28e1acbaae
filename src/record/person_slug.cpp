#include "record/person_slug.hpp"

namespace crmtrack::record {

bool is_person_slug(std::string_view slug) {
  constexpr std::string_view kCrockford = "0123456789abcdefghjkmnpqrstvwxyz";
  constexpr std::size_t kLength = 12;
  return slug.size() == kLength && slug.starts_with("p-") &&
         slug.find_first_not_of(kCrockford, 2) == std::string_view::npos;
}

}  // namespace crmtrack::record
