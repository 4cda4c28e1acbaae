#include "command/common/viewings_input.hpp"

#include <algorithm>

#include "index/read/viewings.hpp"
#include "util/text/mailbox.hpp"

namespace crmtrack::command {

std::vector<report::SeenView> load_viewings(Context& context, const report::Input& input) {
  const std::string me = util::mailbox_key(context.me());
  const auto is_me = [&](const std::string& person) { return util::mailbox_key(person) == me; };
  std::vector<report::SeenView> views;
  for (index::Viewing& viewing : index::viewings(context.index())) {
    const bool opened = is_me(viewing.by);
    if (!input.in_period(viewing.at) || (!opened && std::none_of(viewing.about.begin(), viewing.about.end(), is_me)))
      continue;
    views.push_back({viewing.at, std::move(viewing.by), std::move(viewing.report), std::move(viewing.about),
                     std::move(viewing.record), opened});
  }
  return views;
}

}  // namespace crmtrack::command
