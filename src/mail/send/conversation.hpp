#pragma once

#include <string>
#include <vector>

#include "record/record.hpp"

namespace crmtrack::mail {

/// The Message-IDs of the mails of a story, oldest first: ours and theirs, without what programs wrote by themselves.
/// Given `before`, only those of records before that one. `told` are the story's records that count.
std::vector<std::string> conversation_of(const std::vector<const record::Record*>& told,
                                         const std::string& before = {});

}  // namespace crmtrack::mail
