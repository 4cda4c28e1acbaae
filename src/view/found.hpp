#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "record/path.hpp"
#include "util/time.hpp"
#include "view/setting.hpp"
#include "view/snippet.hpp"

namespace crmtrack::view {

/// A record that a search found.
struct Found {
  record::StoryRef story;
  std::string record_id;
  double rank = 0;
  std::string kind, by, customer;
  util::Instant at{};
  std::vector<SnippetPart> snippet;
};

/// The records found for people: where each one is, and the words around those searched for.
document::Document found_document(const Setting& setting, const std::vector<Found>& all);
/// The records found as a table, one a row.
document::Table found_table(const Setting& setting, const std::vector<Found>& all, Reader reader);
/// The JSON item of a record that was found, as `search` prints it.
document::Value found_item(const Found& found);

}  // namespace crmtrack::view
