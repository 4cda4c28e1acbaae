#include "command/write/review_fields.hpp"

#include "command/write/capture.hpp"
#include "session/lookup.hpp"

namespace crmtrack::command {

namespace option {

const OptionSpec kWentWell{"--went-well", "TEXT", "what went well"};
const OptionSpec kWentWrong{"--went-wrong", "TEXT", "what went wrong"};
const OptionSpec kRootCause{"--root-cause", "TEXT", "what it came from in the end"};
const OptionSpec kPraise{"--praise", "PERSON", "who did well", Completes::person, {}, true};

}  // namespace option

yaml::Node review_fields(Context& context, const Invocation& invocation) {
  yaml::Node fields = yaml::Node::map();
  set_text(fields, "went_well", invocation.get("went-well"));
  set_text(fields, "went_wrong", invocation.get("went-wrong"));
  set_text(fields, "root_cause", invocation.get("root-cause"));
  set_text(fields, "lesson", invocation.get("lesson"));
  std::vector<std::string> praise;
  for (const std::string& person : invocation.all("praise")) praise.push_back(resolve_person(context, person));
  if (!praise.empty()) fields.set("praise", yaml::Node::list_of(praise));
  return fields;
}

}  // namespace crmtrack::command
