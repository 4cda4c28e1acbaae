#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/index.hpp"
#include "record/path.hpp"

namespace crmtrack::index {

/// A record that carries a mark of mail (build/mail_marks.hpp).
struct MarkedRecord {
  record::StoryRef story;
  std::string id;
};
/// The records with a mark that count or may count: who said it first stands first.
std::vector<MarkedRecord> records_by_mark(const Index& index, std::string_view mark);

/// A story of the journal with a message that may wait.
struct WaitingMail {
  std::string id;
  bool is_corrected = false;  ///< only its records tell: a correction may have taken one back
};
/// The stories of the journal that hold a message which nobody has put anywhere yet, oldest first; and those where a
/// correction may have taken that back.
std::vector<WaitingMail> waiting_mails(const Index& index);

/// The stories of the journal with a message, waiting or not, whose id or its random part begins with `prefix`.
std::vector<std::string> mails_by_prefix(const Index& index, std::string_view prefix);

}  // namespace crmtrack::index
