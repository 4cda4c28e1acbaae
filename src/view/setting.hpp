#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "util/time.hpp"
#include "util/zone.hpp"

namespace crmtrack::view {

/// Who reads what is made. For a program nothing is worked out that only a person sees (short ids, local times): in a
/// long list that takes longer than all the rest.
enum class Reader { person, program };

/// The surroundings in which something is shown: documents and items depend on these beside the story itself.
struct Setting {
  util::Instant now{};  ///< ages, and whether a promise is due, are judged at this time
  util::Zone zone;      ///< of the dates and times that people read
  std::function<std::string(std::string_view complaint_id)>
      short_id;  ///< the shortest unique prefix of the random part
  /// The name of a natural person, by the slug that does not tell it; where it is empty, the slug is shown.
  std::function<std::string(std::string_view slug)> name_of_person = {};
};

}  // namespace crmtrack::view
