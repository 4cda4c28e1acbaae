#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/capture.hpp"
#include "command/common/option.hpp"
#include "command/common/output.hpp"
#include "command/common/report_written.hpp"
#include "command/common/set_option.hpp"
#include "index/read/lookup.hpp"
#include "index/read/next_due.hpp"
#include "index/read/overview.hpp"
#include "index/read/select.hpp"
#include "session/forms.hpp"
#include "session/lookup.hpp"
#include "session/register.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "view/complaint_table.hpp"
#include "view/item.hpp"
#include "view/story_text.hpp"

namespace crmtrack::command {

using session::Draft;
using util::Error;
using util::ErrorKind;

namespace {

/// `NAME <MAIL>`.
yaml::Node contact_of(const std::string& text) {
  const std::size_t open = text.find('<');
  const std::size_t close = text.rfind('>');
  yaml::Node contact = yaml::Node::map();
  if (open == std::string::npos || close == std::string::npos || close < open + 2)
    throw Error(ErrorKind::usage, fmt::format("cannot read --contact '{}': write NAME <MAIL>", text),
                {"for example: --contact 'Eva Berg <eva@acme.example>'"});
  contact.set("name", yaml::Node::scalar(std::string(util::trim(std::string_view(text).substr(0, open)))));
  contact.set("mail", yaml::Node::scalar(text.substr(open + 1, close - open - 1)));
  return contact;
}

yaml::Node fields_of(Context& context, const Invocation& invocation) {
  yaml::Node fields = yaml::Node::map();
  for (const char* key : {"name", "segment", "region"}) set_text(fields, key, invocation.get(key));
  if (invocation.has("manager"))
    set_text(fields, "manager", resolve_present_person(context, invocation.get("manager")));
  yaml::Node contacts = yaml::Node::list();
  for (const std::string& text : invocation.all("contact")) contacts.items.push_back(contact_of(text));
  if (!contacts.items.empty()) fields.set("contacts", std::move(contacts));
  for (const auto& [key, value] : assignments_of(invocation)) {
    session::require_settable(key);
    fields.set(key, text_node(value));
  }
  return fields;
}

Draft draft_of(Context& context, const Invocation& invocation, const std::string& slug, std::string says) {
  Draft draft;
  draft.story = {record::StoryKind::customer, slug};
  draft.kind = record::Kind::customer;
  draft.at = at_of(context, invocation);
  draft.by = by_of(context, invocation);
  draft.customer = slug;
  draft.says = std::move(says);
  draft.fields = fields_of(context, invocation);
  return draft;
}

int run_add(Context& context, const Invocation& invocation) {
  const std::string& slug = invocation.positionals.front();
  session::require_slug("customer", slug);
  const session::Written written = write_records(context, [&] {
    if (find_customer(context, slug))
      throw Error(ErrorKind::refused, fmt::format("cannot add customer '{}': it is registered already", slug),
                  {fmt::format("change it with: crmtrack customer edit {}", slug)});
    return std::vector{draft_of(context, invocation, slug, "registered")};
  });
  if (context.settings().dry_run) return show_dry_run(context, written);
  return report_written(context, written.drafts, fmt::format("customer {} is registered", slug));
}

int run_edit(Context& context, const Invocation& invocation) {
  const std::string& slug = invocation.positionals.front();
  const session::Written written = write_records(context, [&] {
    if (!find_customer(context, slug))
      throw Error(ErrorKind::not_found, fmt::format("cannot find customer '{}'", slug),
                  {"see: crmtrack customer list"});
    Draft draft = draft_of(context, invocation, slug, "changed");
    if (draft.fields.entries.empty())
      throw Error(ErrorKind::usage, "cannot change nothing: give --name, --segment, --region, --manager or --contact");
    return std::vector{std::move(draft)};
  });
  if (context.settings().dry_run) return show_dry_run(context, written);
  return report_written(context, written.drafts, fmt::format("customer {} is changed", slug));
}

/// The complaints of a customer, as the last part of their story.
void add_complaints(Context& context, const std::string& slug, document::Document& document) {
  const query::Filter filter = session::parse_filter({fmt::format("customer:\"{}\"", slug)});
  auto rows = index::select(context.index(), {filter, context.moment(filter), {}, std::nullopt});
  if (rows.empty()) return;
  index::add_next_due(context.index(), rows);
  document.add(document::Heading{"Complaints", 2});
  document.add(view::complaint_table(setting_of(context), rows, view::Reader::person));
}

int run_show(Context& context, const Invocation& invocation) {
  const std::string& slug = invocation.positionals.front();
  require_story_format(context);
  const auto customer = find_customer(context, slug);
  if (!customer) {
    std::vector<std::string> hints;
    if (const auto near = util::nearest(slug, index::customer_ids(context.index())); !near.empty())
      hints.push_back("did you mean " + util::join(near, " or "));
    hints.emplace_back("see: crmtrack customer list");
    throw Error(ErrorKind::not_found, fmt::format("cannot find customer '{}'", slug), std::move(hints));
  }
  context.page();
  if (context.wants_data()) {
    print_items(context, {view::customer_story_item(*customer, context.now())});
    return 0;
  }
  document::Document document;
  view::add_customer_story(setting_of(context), *customer, document);
  add_complaints(context, slug, document);
  context.out().print(document, {});
  return 0;
}

int run_list(Context& context, const Invocation&) {
  const std::vector<index::ListedCustomer> customers = index::Overview(context.index()).customers();
  document::Listing listing;
  listing.command = context.settings().command;
  using document::Align;
  listing.table.columns = {{"id", "Customer"},
                           {"name", "Name", Align::left, true, true},
                           {"segment", "Segment", Align::left, true, true},
                           {"region", "Region", Align::left, true, true},
                           {"manager", "Manager", Align::left, true, true},
                           {"complaints", "Complaints", Align::right},
                           {"compliments", "Compliments", Align::right}};
  for (const index::ListedCustomer& customer : customers)
    listing.table.rows.push_back({{customer.id},
                                  {customer.name},
                                  {customer.segment},
                                  {customer.region},
                                  {customer.manager},
                                  {fmt::to_string(customer.complaints)},
                                  {fmt::to_string(customer.compliments)}});
  listing.item = [&](std::size_t row) {
    document::Value item = view::customer_item(*find_customer(context, customers[row].id));
    item.set("complaints", customers[row].complaints);
    return item;
  };
  context.page();
  context.out().print(listing);
  return 0;
}

std::vector<OptionSpec> edit_options() {
  return {OptionSpec{"--name", "NAME", "the name"},
          OptionSpec{"--segment", "SEGMENT", "the segment"},
          OptionSpec{"--region", "REGION", "the region"},
          OptionSpec{"--manager", "PERSON", "the account manager", Completes::person},
          OptionSpec{"--contact", "NAME <MAIL>", "a person there", Completes::nothing, {}, true},
          option::kSet,
          option::kAt,
          option::kBy};
}

const PositionalSpec kSlug{"CUSTOMER", "the slug: a-z, 0-9 and -", Completes::customer};

}  // namespace

const CommandSpec kCustomerAdd{
    .name = "customer add",
    .group = "capture",
    .summary = "register a customer",
    .positionals = {kSlug},
    .options = edit_options(),
    .examples =
        {{"crmtrack customer add acme --name 'ACME Ltd' --segment retail --contact 'Eva Berg <eva@acme.example>'",
          "before the first complaint"}},
    .run = run_add};
const CommandSpec kCustomerEdit{
    .name = "customer edit",
    .group = "capture",
    .summary = "change what is known of a customer",
    .positionals = {kSlug},
    .options = edit_options(),
    .examples = {{"crmtrack customer edit acme --manager ben@example.com", "a later record; the earlier one stays"}},
    .run = run_edit};
const CommandSpec kCustomerShow{.name = "customer show",
                                .group = "look",
                                .summary = "tell the story of a customer, good and bad",
                                .positionals = {kSlug},
                                .examples = {{"crmtrack customer show acme", "contacts, compliments, complaints"}},
                                .access = Access::reads,
                                .run = run_show};
const CommandSpec kCustomerList{
    .name = "customer list",
    .group = "look",
    .summary = "list the customers",
    .examples = {{"crmtrack customer list", "with the number of complaints and compliments"}},
    .access = Access::reads,
    .run = run_list};

}  // namespace crmtrack::command
