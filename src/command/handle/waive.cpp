#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/capture.hpp"
#include "command/common/handling.hpp"
#include "command/common/option.hpp"
#include "story/promise.hpp"
#include "util/error.hpp"
#include "util/id.hpp"

namespace crmtrack::command {

using session::Draft;
using util::Error;
using util::ErrorKind;

namespace {

std::string name_of(const story::Promise& promise) {
  return fmt::format("{}@{}", record::name_of(promise.kind), util::record_tail(promise.of));
}

/// The open promise that `kind` or `kind@RECORD` names, as the record keeps it: kind@<whole record id>.
std::string get_promise(const story::Complaint& complaint, const std::string& text, const std::string& shown) {
  if (text == "review") return text;
  const std::size_t at = text.find('@');
  const std::string kind = text.substr(0, at);
  const std::string record =
      at == std::string::npos ? std::string() : session::get_record_id(complaint.entries, text.substr(at + 1), shown);
  std::vector<const story::Promise*> found;
  for (const story::Promise& promise : complaint.promises)
    if (record::name_of(promise.kind) == kind && (record.empty() || promise.of == record) && story::is_open(promise))
      found.push_back(&promise);
  if (found.size() == 1) return fmt::format("{}@{}", kind, found.front()->of);
  std::vector<std::string> hints;
  if (found.empty()) {
    for (const story::Promise& promise : complaint.promises)
      if (story::is_open(promise)) hints.push_back(fmt::format("open: {}", name_of(promise)));
    throw Error(ErrorKind::not_found, fmt::format("cannot waive '{}' of '{}': no such open promise", text, shown),
                std::move(hints));
  }
  for (const story::Promise* promise : found) hints.push_back(fmt::format("{}  {}", name_of(*promise), promise->what));
  throw Error(ErrorKind::ambiguous,
              fmt::format("cannot tell which '{}' of '{}' to waive: {} are open", text, shown, found.size()),
              std::move(hints));
}

int run(Context& context, const Invocation& invocation) {
  required_why(invocation);
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        const std::string shown = short_id(context, complaint.id);
        Draft draft = draft_for(context, invocation, complaint, record::Kind::waiver, "promise waived");
        draft.fields = yaml::Node::map();
        draft.fields.set("promise", yaml::Node::scalar(get_promise(complaint, invocation.positionals.at(1), shown)));
        set_text(draft.fields, "why", invocation.get("why"));
        return std::vector{std::move(draft)};
      },
      [&](const std::string& shown, const story::Complaint&) {
        return fmt::format("{} of {} is waived", invocation.positionals.at(1), shown);
      });
}

}  // namespace

const CommandSpec kWaive{
    .name = "waive",
    .group = "handle",
    .summary = "let a promise go, with the reason",
    .positionals = {{"ID", "the complaint", Completes::complaint},
                    {"PROMISE", "its kind, or kind@RECORD; review for the review", Completes::promise}},
    .options = {option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack waive 7f3q reply --why 'The customer left the company'", "where there is one of the kind"},
                 {"crmtrack waive 7f3q commitment@5v0k --why 'Settled by the refund'", "where there are several"}},
    .run = run,
};

}  // namespace crmtrack::command
