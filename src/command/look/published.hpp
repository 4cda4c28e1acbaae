#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "document/document.hpp"
#include "render/ics.hpp"

namespace crmtrack::command {

/// How many entries of a published calendar are new, say something else, are as they were, or are gone.
struct Publication {
  std::size_t added = 0, changed = 0, kept = 0, removed = 0;
};

/// A calendar to publish.
struct CalendarEntries {
  const std::vector<document::Event>& events;
  render::EntryForm form = render::EntryForm::event;
  util::Instant now{};   ///< when a changed entry was changed
  bool dry_run = false;  ///< writes nothing
};

/// Brings a published calendar up to date. A path that ends in `.ics` is one file with all entries. Any other is a
/// folder with one file an entry, which is made where it is missing. A changed entry replaces the old one with its
/// SEQUENCE counted up; a file whose bytes stay is not touched. Files that are not ours stay as they are. A new file is
/// the user's alone, and a file that is there keeps its mode. Throws Error(refused) where a file of somebody else's
/// stands in the way.
Publication publish(const std::filesystem::path& path, const CalendarEntries& entries);

}  // namespace crmtrack::command
