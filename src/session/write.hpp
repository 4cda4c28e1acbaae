#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ledger/write/addition.hpp"
#include "record/path.hpp"
#include "session/session.hpp"
#include "yaml/node.hpp"

namespace crmtrack::session {

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

/// Makes the records that a command wants to write, judged against the ledger as it is when called. It is called again
/// where another writer was faster.
using Compose = std::function<std::vector<Draft>()>;

/// The records that a command wrote in one commit or, with --dry-run, would have written.
struct Written {
  std::vector<Draft> drafts;           ///< with their ids; none where there was nothing to write
  std::vector<ledger::NewFile> files;  ///< their records and attachments
};

/// The field `attachments` of a record with these files beside it.
yaml::Node attachment_list(const std::vector<Attachment>& attachments);

/// Writes all drafts in one commit, durable when it returns; with --dry-run it writes nothing. Throws what `compose`
/// throws, and Error(refused) for a record that its kind does not allow or the user may not write.
Written write_records(Session& session, const Compose& compose);

}  // namespace crmtrack::session
