#include "command/common/step.hpp"

#include <fmt/format.h>

#include "command/common/counted.hpp"
#include "util/error.hpp"
#include "util/id.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

int take_step(Context& context, const Invocation& invocation, const StepMaker& make, const Sentence& sentence) {
  std::string id;
  const auto written = write_records(context, [&] {
    id = get_complaint_id(context, invocation.positionals.at(0));
    return make(load_complaint(context, id));
  });
  if (context.settings().dry_run) return 0;
  std::string text;
  if (sentence && !context.settings().quiet) text = sentence(short_id(context, id), load_complaint(context, id));
  return report_written(context, written, text);
}

int take_steps(Context& context, const Invocation& invocation, const StepMaker& make, std::string_view done) {
  std::size_t complaints = 0;
  std::string one;
  const auto written = write_records(context, [&] {
    std::vector<Draft> drafts;
    std::vector<std::string> refusals;
    ErrorKind kind = ErrorKind::refused;
    const std::vector<std::string> ids = selected_complaints(context, invocation);
    for (const std::string& id : ids) {
      try {
        for (Draft& draft : make(load_complaint(context, id))) drafts.push_back(std::move(draft));
      } catch (const Error& error) {
        if (error.kind() == ErrorKind::usage || ids.size() == 1) throw;
        kind = error.kind();
        refusals.push_back(error.what());
      }
    }
    if (!refusals.empty())
      throw Error(kind,
                  fmt::format("cannot {} {} of {} complaints; nothing was written", context.settings().command,
                              refusals.size(), ids.size()),
                  refusals);
    complaints = ids.size();
    one = ids.size() == 1 ? short_id(context, ids.front()) : std::string();
    return drafts;
  });
  if (written.empty()) context.say("nothing to change");
  if (context.settings().dry_run) return 0;
  return report_written(context, written,
                        written.empty() ? std::string()
                        : one.empty()   ? fmt::format("{} {}", done, counted(complaints, "complaint"))
                                        : fmt::format("{} {}", done, one));
}

void require_move(story::Move move, const story::Complaint& complaint, std::string_view short_id) {
  if (const std::string why = story::refusal_of(move, complaint); !why.empty())
    throw Error(ErrorKind::refused, fmt::format("cannot {} '{}': {}", story::name_of(move), short_id, why));
}

Draft status_change(Context& context, const Invocation& invocation, const story::Complaint& complaint,
                    record::Status status, std::vector<yaml::Node::Entry> also) {
  Draft draft = draft_for(context, invocation, complaint, record::Kind::change,
                          fmt::format("status {}", record::name_of(status)));
  yaml::Node set = yaml::Node::map();
  set.set("status", yaml::Node::scalar(std::string(record::name_of(status))));
  for (auto& [key, value] : also) set.set(key, std::move(value));
  draft.fields.set("set", std::move(set));
  if (const auto why = invocation.find("why")) set_text(draft.fields, "why", *why);
  return draft;
}

}  // namespace crmtrack::command
