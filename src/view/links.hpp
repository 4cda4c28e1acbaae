#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "document/value.hpp"
#include "story/complaint.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// A complaint that another one is linked with.
struct LinkedStory {
  std::string kind;         ///< follows, duplicate_of, related
  bool stated_here = true;  ///< the other complaint states the link where this is false
  story::Complaint complaint;
};

/// Adds the complaints that one is linked with, from either side: what they are, and what was said there last.
void add_links(const Setting& setting, const std::vector<LinkedStory>& linked, document::Document& document);
/// The JSON list of them: kind, direction (to, from), complaint, status, summary.
document::Value linked_value(const std::vector<LinkedStory>& linked);

}  // namespace crmtrack::view
