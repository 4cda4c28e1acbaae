#include "record/machine_record.hpp"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "record/machine_place.hpp"
#include "util/id.hpp"

namespace crmtrack::record {

MachineRecord make_machine_record(MachineFact fact) {
  util::Millis time = std::max(util::Millis(fact.at.utc), fact.not_before);
  std::vector<std::string> after;
  if (!fact.cause.empty()) {
    const auto cause = util::time_of_ulid(fact.cause).value_or(util::Millis{});
    time = std::max(time, cause + std::chrono::milliseconds(1));
    after.push_back(std::move(fact.cause));
  }
  fact.fields.set("key", yaml::Node::scalar(fact.key));
  MachineRecord made{make(fact.kind, fact.at, std::move(fact.by), std::move(after), std::move(fact.fields)), {}};
  made.text = render(made.record);
  made.record.id = derive_id(time, fact.key, made.text);
  return made;
}

}  // namespace crmtrack::record
