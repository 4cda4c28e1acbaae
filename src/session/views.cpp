#include "session/views.hpp"

#include <fmt/format.h>

#include "index/read/policy_file.hpp"
#include "policy/dated.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::session {

policy::View get_view(Session& session, const std::string& name) {
  if (const auto own = session.ledger().setting("crmtrack.view." + name)) return policy::parse_view(name, *own);
  std::vector<policy::Finding> findings;
  const auto views = policy::load_views({{"views.yaml", index::policy_file(session.index(), "views.yaml")}}, findings);
  const auto has_name = [&](const policy::View& view) { return view.name == name; };
  if (const policy::View* const found = policy::find_newest(views, policy_date(session), has_name)) return *found;
  std::vector<std::string> names;
  for (const policy::View& view : views) names.push_back(view.name);
  std::vector<std::string> hints;
  if (const auto near = util::nearest(name, names); !near.empty())
    hints.push_back(fmt::format("did you mean @{}?", util::join(near, " or @")));
  else if (!names.empty())
    hints.push_back(fmt::format("views: @{}", util::join(names, ", @")));
  hints.push_back(fmt::format("make one: git config crmtrack.view.{} 'owner:me overdue:yes'", name));
  throw util::Error(util::ErrorKind::not_found, fmt::format("cannot find the view '@{}'", name), std::move(hints));
}

}  // namespace crmtrack::session
