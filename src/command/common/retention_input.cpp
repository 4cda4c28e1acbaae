#include "command/common/retention_input.hpp"

#include <unordered_map>

#include "index/read/contacts.hpp"
#include "report/retention.hpp"
#include "session/lookup.hpp"

namespace crmtrack::command {

report::Report load_retention(Context& context, report::Input& input, bool everywhere) {
  std::unordered_map<std::string_view, report::CaseIndex> places;
  for (report::CaseIndex i = 0; i < input.cases.size(); ++i) places.emplace(input.cases[i].id, i);
  std::vector<report::CustomerContact> contacts;
  index::each_contact_of_customers(context.index(), [&](const index::ContactOfCustomer& row) {
    if (row.complaint.empty()) {
      if (everywhere) contacts.push_back({input.texts.add_word(row.customer), std::nullopt, row.at});
      return;
    }
    const auto place = places.find(row.complaint);
    if (place != places.end()) contacts.push_back({input.cases[place->second].customer, place->second, row.at});
  });
  return report::make_retention(input, contacts);
}

}  // namespace crmtrack::command
