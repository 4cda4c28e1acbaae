#include <fmt/format.h>

#include <map>
#include <optional>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/common/output.hpp"
#include "command/write/capture.hpp"
#include "command/write/report_written.hpp"
#include "command/write/set_option.hpp"
#include "index/read/lookup.hpp"
#include "index/read/overview.hpp"
#include "index/read/report_rows.hpp"
#include "index/read/select.hpp"
#include "session/customer_word.hpp"
#include "session/filter.hpp"
#include "session/forms.hpp"
#include "session/lookup.hpp"
#include "session/register.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/case.hpp"
#include "util/text/named_mail.hpp"
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
  util::NamedMail person = util::parse_named_mail(text);
  if (person.mail.empty() || text.find('<') == std::string::npos)
    throw Error(ErrorKind::usage, fmt::format("cannot read --contact '{}': write NAME <MAIL>", text),
                {"for example: --contact 'Eva Berg <eva@acme.example>'"});
  yaml::Node contact = yaml::Node::map();
  contact.set("name", yaml::Node::scalar(std::move(person.name)));
  contact.set("mail", yaml::Node::scalar(std::move(person.mail)));
  return contact;
}

bool same_contact(const yaml::Node& a, const yaml::Node& b) {
  return util::fold_case(a.text_of("name")) == util::fold_case(b.text_of("name")) &&
         util::fold_case(a.text_of("mail")) == util::fold_case(b.text_of("mail"));
}

/// The contacts as they are to be: those that were there, without what --no-contact names, and those of --contact.
std::vector<yaml::Node> contacts_of(const Invocation& invocation, std::vector<yaml::Node> contacts) {
  for (const std::string& mail : invocation.all("no-contact")) {
    const std::size_t gone = std::erase_if(contacts, [&](const yaml::Node& contact) {
      return util::fold_case(contact.text_of("mail")) == util::fold_case(mail);
    });
    if (gone == 0)
      throw Error(ErrorKind::not_found, fmt::format("cannot take the contact '{}' away: it is not there", mail));
  }
  for (const std::string& text : invocation.all("contact")) {
    yaml::Node contact = contact_of(text);
    const auto same = [&](const yaml::Node& other) { return same_contact(contact, other); };
    if (std::none_of(contacts.begin(), contacts.end(), same)) contacts.push_back(std::move(contact));
  }
  return contacts;
}

yaml::Node customer_fields(Context& context, const Invocation& invocation,
                           const std::vector<yaml::Node>& known_contacts) {
  yaml::Node fields = yaml::Node::map();
  for (const char* key : {"name", "segment", "region"}) set_text(fields, key, invocation.get(key));
  if (invocation.has("manager"))
    set_text(fields, "manager", resolve_present_person(context, invocation.get("manager")));
  if (invocation.has("contact") || invocation.has("no-contact"))
    fields.set("contacts", yaml::Node::list(contacts_of(invocation, known_contacts)));
  for (const auto& [key, value] : assignments_of(invocation)) {
    session::require_settable(key);
    fields.set(key, text_node(value));
  }
  return fields;
}

Draft draft_of(Context& context, const Invocation& invocation, const std::string& slug, std::string says,
               const std::vector<yaml::Node>& known_contacts = {}) {
  Draft draft;
  draft.story = {record::StoryKind::customer, slug};
  draft.kind = record::Kind::customer;
  draft.at = at_of(context, invocation);
  draft.by = by_of(context, invocation);
  draft.customer = slug;
  draft.says = std::move(says);
  draft.fields = customer_fields(context, invocation, known_contacts);
  return draft;
}

/// A slug that names nobody, for a natural person: `p-` and ten random characters.
std::string slug_of_person(Context& context, const Invocation& invocation) {
  for (;;) {
    const auto random = context.random().draw(context.index().ledger_commit() + invocation.get("name"));
    std::string slug = "p-" + util::encode_crockford({reinterpret_cast<const char*>(random.data()), random.size()}, 10);
    if (!find_customer(context, slug)) return slug;
  }
}

std::string new_slug(Context& context, const Invocation& invocation) {
  const bool given = !invocation.positionals.empty();
  if (given == invocation.has("person"))
    throw Error(ErrorKind::usage,
                given ? "cannot choose the slug of a natural person: it must name nobody"
                      : "cannot add a customer without a slug",
                {"crmtrack customer add CUSTOMER --name NAME, or for a natural person: crmtrack customer add --person "
                 "--name NAME"});
  if (given) return invocation.positionals.front();
  if (invocation.get("name").empty())
    throw Error(ErrorKind::usage, "cannot add a natural person without a name", {"give it with --name NAME"});
  return slug_of_person(context, invocation);
}

int run_customer_add(Context& context, const Invocation& invocation) {
  const std::string slug = new_slug(context, invocation);
  session::require_slug("customer", slug);
  const session::Written written = write_records(context, [&] {
    if (find_customer(context, slug))
      throw Error(ErrorKind::refused, fmt::format("cannot add customer '{}': it is registered already", slug),
                  {fmt::format("change it with: crmtrack customer edit {}", slug)});
    return std::vector{draft_of(context, invocation, slug, "registered")};
  });
  if (context.settings().dry_run) return show_dry_run(context, written);
  const std::string name = invocation.has("person") ? fmt::format(" ({})", invocation.get("name")) : std::string();
  return report_written(context, written.drafts, fmt::format("customer {}{} is registered", slug, name));
}

int run_customer_edit(Context& context, const Invocation& invocation) {
  const std::string slug = session::resolve_known_customer(context, invocation.positionals.front());
  const session::Written written = write_records(context, [&] {
    Draft draft = draft_of(context, invocation, slug, "changed", find_customer(context, slug)->contacts);
    if (draft.fields.entries.empty())
      throw Error(ErrorKind::usage, "cannot change nothing: give --name, --segment, --region, --manager or --contact");
    return std::vector{std::move(draft)};
  });
  if (context.settings().dry_run) return show_dry_run(context, written);
  return report_written(context, written.drafts, fmt::format("customer {} is changed", slug));
}

using Compliments = std::map<std::string, std::size_t>;

/// A customer with all compliments: in their own story, and `in_complaints` those that stand in complaints.
std::optional<story::Customer> find_complimented(Context& context, const std::string& slug,
                                                 const Compliments& in_complaints) {
  auto customer = find_customer(context, slug);
  if (const auto found = in_complaints.find(slug); customer && found != in_complaints.end())
    customer->compliments += found->second;
  return customer;
}

/// The complaints of a customer, as the last part of their story.
void add_complaints(Context& context, const std::string& slug, document::Document& document) {
  const query::Filter filter{{{.key = "customer", .values = {slug}}}};
  auto rows = index::select(context.index(), {filter, context.moment(filter), {}, std::nullopt});
  if (rows.empty()) return;
  document.add(document::Heading{"Complaints", 2});
  document.add(view::complaint_table(setting_of(context), rows, view::Reader::person));
}

int run_customer_show(Context& context, const Invocation& invocation) {
  require_story_format(context);
  const std::string slug = session::resolve_known_customer(context, invocation.positionals.front());
  const auto customer = find_complimented(context, slug, index::compliments_in_complaints(context.index()));
  context.page();
  if (context.wants_data()) {
    print_items(context, {view::customer_story_item(setting_of(context), *customer)});
    return 0;
  }
  document::Document document;
  view::add_customer_story(setting_of(context), *customer, document);
  add_complaints(context, slug, document);
  context.out().print(document, {});
  return 0;
}

/// A word for a customer who is not simply there.
std::string state_of(const index::ListedCustomer& customer) {
  std::string state = customer.retired ? "retired" : "";
  if (!customer.merged_into.empty()) state = "merged into " + customer.merged_into;
  if (customer.contested) state += state.empty() ? "contested" : ", contested";
  return state;
}

/// The customers who count: --all shows those who were merged or retired too, --contested only the contested ones.
std::vector<index::ListedCustomer> listed_customers(Context& context, const Invocation& invocation) {
  std::vector<index::ListedCustomer> customers = index::Overview(context.index()).customers();
  const Compliments in_complaints = index::compliments_in_complaints(context.index());
  for (index::ListedCustomer& customer : customers)
    if (const auto found = in_complaints.find(customer.id); found != in_complaints.end())
      customer.compliments += static_cast<std::int64_t>(found->second);
  std::erase_if(customers, [&](const index::ListedCustomer& customer) {
    const bool gone = customer.retired || !customer.merged_into.empty();
    if (invocation.has("contested")) return !customer.contested;
    return gone && !invocation.has("all");
  });
  return customers;
}

int run_customer_list(Context& context, const Invocation& invocation) {
  const std::vector<index::ListedCustomer> customers = listed_customers(context, invocation);
  document::Listing listing;
  listing.command = context.settings().command;
  using document::Align;
  listing.table.columns = {{"id", "Customer"},
                           {"name", "Name", Align::left, true, true},
                           {"segment", "Segment", Align::left, true, true},
                           {"region", "Region", Align::left, true, true},
                           {"manager", "Manager", Align::left, true, true},
                           {"complaints", "Complaints", Align::right},
                           {"compliments", "Compliments", Align::right},
                           {"state", "State", Align::left, invocation.has("all") || invocation.has("contested")}};
  for (const index::ListedCustomer& customer : customers)
    listing.table.rows.push_back({{customer.id},
                                  {customer.name},
                                  {customer.segment},
                                  {customer.region},
                                  {customer.manager},
                                  {fmt::to_string(customer.complaints)},
                                  {fmt::to_string(customer.compliments)},
                                  {state_of(customer)}});
  listing.item = [&](std::size_t row) {
    document::Value item = view::customer_item(*find_customer(context, customers[row].id));
    item.set("compliments", customers[row].compliments);
    item.set("complaints", customers[row].complaints);
    return item;
  };
  context.page();
  context.out().print(listing);
  return 0;
}

std::vector<OptionSpec> customer_edit_options(const OptionSpec& own) {
  return {own,
          OptionSpec{"--name", "NAME", "the name"},
          OptionSpec{"--segment", "SEGMENT", "the segment"},
          OptionSpec{"--region", "REGION", "the region"},
          OptionSpec{"--manager", "PERSON", "the account manager", Completes::person},
          OptionSpec{"--contact", "NAME <MAIL>", "a person there", Completes::nothing, {}, true},
          option::kSet,
          option::kAt,
          option::kBy};
}

const PositionalSpec kSlug{"CUSTOMER", "the slug: a-z, 0-9 and -; or the name of one who is known",
                           Completes::customer};

}  // namespace

const CommandSpec kCustomerAdd{
    .name = "customer add",
    .group = "capture",
    .summary = "register a customer",
    .positionals = {{"CUSTOMER", "the slug: a-z, 0-9 and -; none for a natural person", Completes::nothing, 0, 1}},
    .options = customer_edit_options({"--person", "", "a natural person: the slug is made, and names nobody"}),
    .examples =
        {{"crmtrack customer add acme --name 'ACME Ltd' --segment retail --contact 'Eva Berg <eva@acme.example>'",
          "before the first complaint"},
         {"crmtrack customer add --person --name 'Eva Berg'", "the slug is random; the name finds her"}},
    .run = run_customer_add};
const CommandSpec kCustomerEdit{
    .name = "customer edit",
    .group = "capture",
    .summary = "change what is known of a customer",
    .positionals = {kSlug},
    .options = customer_edit_options({"--no-contact", "MAIL", "take this address away", Completes::nothing, {}, true}),
    .examples = {{"crmtrack customer edit acme --contact 'Eva Berg <berg@acme.example>'", "another address of hers"},
                 {"crmtrack customer edit acme --manager ben@example.com", "a later record; the earlier one stays"}},
    .run = run_customer_edit};
const CommandSpec kCustomerShow{.name = "customer show",
                                .group = "look",
                                .summary = "tell the story of a customer, good and bad",
                                .positionals = {kSlug},
                                .examples = {{"crmtrack customer show acme", "contacts, compliments, complaints"}},
                                .access = Access::reads,
                                .run = run_customer_show};
const CommandSpec kCustomerList{
    .name = "customer list",
    .group = "look",
    .summary = "list the customers",
    .options = {OptionSpec{"--all", "", "those who were merged or retired too"},
                OptionSpec{"--contested", "", "only those whose story contradicts itself"}},
    .examples = {{"crmtrack customer list", "with the number of complaints and compliments"}},
    .access = Access::reads,
    .run = run_customer_list};

}  // namespace crmtrack::command
