#pragma once

#include <functional>
#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "record/path.hpp"
#include "story/complaint.hpp"
#include "yaml/node.hpp"

namespace crmtrack::command {

struct Attachment {
  std::string name;
  std::string bytes;
};

/// A record that a command is about to write; id and `after` are filled in when it is written.
struct Draft {
  record::StoryRef story;
  record::Kind kind = record::Kind::unknown;
  util::Timestamp at;
  std::string by;
  yaml::Node fields = yaml::Node::map();
  std::vector<Attachment> attachments;
  std::string customer;                      ///< for the commit's trailer
  std::string says;                          ///< for the commit's subject, in our words: `call out`
  std::string id;                            ///< set for a record whose id is derived; else filled in
  std::vector<std::string> also_after = {};  ///< records of other folders that it names beside the story's newest
};

/// What a command wants to write, judged against the ledger as it is when called: called again where another writer was
/// faster.
using Compose = std::function<std::vector<Draft>()>;

/// Writes all drafts in one commit, durable when it returns, and gives them back with their ids. With --dry-run it
/// writes nothing and prints the records instead. Throws what `compose` throws, and Error(refused) for a record that
/// its kind does not allow.
std::vector<Draft> write_records(Context& context, const Compose& compose);

/// What every capturing and handling command prints at its end: ids on stdout (the complaint's for `new`), the sentence
/// on stderr; with --json the items as they have become, and `created`.
int report_written(Context& context, const std::vector<Draft>& written, std::string_view sentence,
                   bool complaint_ids = false);

}  // namespace crmtrack::command
