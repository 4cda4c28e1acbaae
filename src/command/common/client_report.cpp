#include "command/common/client_report.hpp"

#include <fmt/format.h>

#include "command/common/output.hpp"
#include "index/read/select.hpp"
#include "session/customer_word.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "view/client_text.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

view::ClientView view_of_customer(Context& context, const std::string& slug) {
  view::ClientView view = view::client_view(*find_customer(context, slug));
  const query::Filter filter =
      session::parse_filter(context, {fmt::format("customer:\"{}\"", slug), "status.not:void"});
  for (const std::string& id : index::select_ids(context.index(), {filter, context.moment(filter), {}, std::nullopt}))
    view.complaints.push_back(view::client_complaint(load_complaint(context, id), context.policy()));
  return view;
}

view::ClientView view_of_complaint(Context& context, const std::string& word) {
  const story::Complaint complaint = load_complaint(context, get_complaint_id(context, word));
  if (complaint.status == record::Status::void_)
    throw Error(ErrorKind::refused, fmt::format("cannot show complaint '{}' to a customer: it is void", word),
                {"see it yourself with: crmtrack show " + word});
  view::ClientView view;
  view.complaints.push_back(view::client_complaint(complaint, context.policy()));
  return view;
}

}  // namespace

int report_client(Context& context, const std::vector<std::string>& words) {
  if (words.size() != 1)
    throw Error(ErrorKind::usage, "cannot report to a client without one complaint or customer",
                {"crmtrack report client ID", "crmtrack report client CUSTOMER"});
  require_story_format(context);
  const auto customer = find_customer(context, words.front());
  const view::ClientView view = customer ? view_of_customer(context, session::standing_customer(context, words.front()))
                                         : view_of_complaint(context, words.front());
  document::Value value = make_envelope(context);
  value.set("report", "client");
  value.set("now", util::format_utc(context.now()));
  const document::Value told = view::client_value(view);
  for (const auto& [key, part] : std::get<document::Value::Object>(told.data)) value.set(key, part);
  context.page();
  context.out().print(view::client_document(setting_of(context), view), value);
  return 0;
}

}  // namespace crmtrack::command
