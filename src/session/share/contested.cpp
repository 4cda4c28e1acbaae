#include "session/share/contested.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "index/read/select.hpp"
#include "session/lookup.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::session {

std::optional<std::vector<std::string>> find_contested(Session& session) {
  const query::Filter filter{{{.key = "contested", .values = {"yes"}}}};
  try {
    std::vector<std::string> ids =
        index::select_ids(session.index(), {filter, session.moment(filter), {}, std::nullopt});
    std::sort(ids.begin(), ids.end());
    return ids;
  } catch (const util::Error&) {
    return std::nullopt;  // the exchange says what is wrong with it
  }
}

std::vector<std::string> find_newly_contested(Session& session, const std::vector<std::string>& before) {
  session.refresh();
  const std::vector<std::string> now = find_contested(session).value_or(std::vector<std::string>());
  std::vector<std::string> ids;
  std::set_difference(now.begin(), now.end(), before.begin(), before.end(), std::back_inserter(ids));
  return ids;
}

void tell_contested(Session& session, const std::vector<std::string>& ids) {
  constexpr std::size_t kMost = 10;
  if (ids.empty()) return;
  std::vector<std::string> named;
  for (const std::string& id : ids)
    if (named.size() < kMost) named.push_back(short_id(session, id));
  const std::size_t more = ids.size() - named.size();
  session.say(fmt::format("{} became contested: {}{}", util::counted(ids.size(), "complaint"), util::join(named, ", "),
                          more > 0 ? fmt::format(" and {} more", more) : ""));
  session.hint(more > 0 ? "list them with: crmtrack list --all contested:yes; crmtrack show ID says how to settle each"
                        : "to see how each is settled: crmtrack show ID");
}

}  // namespace crmtrack::session
