#include "story/recorder.hpp"

#include <tuple>

#include "util/text/case.hpp"

namespace crmtrack::story {

bool stands_before(const Provenance& one, const Provenance& other, std::string_view by) {
  const std::string named = util::fold_case(by);
  const auto rank = [&](const Provenance& provenance) {
    return std::make_tuple(!provenance.refused.empty(), provenance.unfounded,
                           util::fold_case(provenance.author) != named, provenance.recorded_at,
                           std::string_view(provenance.commit));
  };
  return rank(one) < rank(other);
}

}  // namespace crmtrack::story
