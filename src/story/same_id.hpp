#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "story/story.hpp"

namespace crmtrack::story {

/// An id is one record of a story, but a file's name is its id and its kind: whoever adds a record of another kind
/// under the id of one that is there would make corrections and answers mean theirs. Marks (`Entry::second`) all but
/// the one that stands: one of this folder before one that was moved here, then the one that came first (`came_after`),
/// then as of two commits that added one record (recorder.hpp). Precondition: sorted by id.
void mark_seconds(std::vector<Entry>& sorted);

/// The entry that an id means; null where there is none. Of a correction in another folder it means a record of that
/// one before one of this, so `from` is the correction's `moved_from`.
const Entry* find_entry(const std::vector<Entry>& sorted, std::string_view id, std::string_view from = {});

/// Under which name the notes of a story have what became of an entry: its id, of a second one more than that.
std::string note_key(const Entry& entry);

}  // namespace crmtrack::story
