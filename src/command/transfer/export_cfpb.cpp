#include "command/transfer/export_cfpb.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "index/read/select.hpp"
#include "render/csv_line.hpp"
#include "session/day_zone.hpp"
#include "session/lookup.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

namespace {

constexpr std::string_view kBureau = "cfpb:";

using Words = std::pair<std::string_view, std::string_view>;

/// The Bureau's words for our channels, and for our codes.
constexpr std::array<Words, 8> kVia{{{"web", "Web"},
                                     {"portal", "Web"},
                                     {"phone", "Phone"},
                                     {"post", "Postal mail"},
                                     {"referral", "Referral"},
                                     {"email", "Email"},
                                     {"chat", "Web"},
                                     {"social", "Web"}}};
constexpr std::array<Words, 5> kResponses{{{"redress_monetary", "Closed with monetary relief"},
                                           {"goodwill", "Closed with monetary relief"},
                                           {"redress_non_monetary", "Closed with non-monetary relief"},
                                           {"replaced", "Closed with non-monetary relief"},
                                           {"policy_confirmed", "Closed"}}};

template <std::size_t N>
std::string word_in(const std::array<Words, N>& words, std::string_view ours, std::string_view otherwise) {
  for (const auto& [own, theirs] : words)
    if (own == ours) return std::string(theirs);
  return std::string(otherwise);
}

/// One complaint as the Bureau tells it. Values that the complaint kept from an import stand as they were.
class BureauRow {
 public:
  BureauRow(Context& context, const story::Complaint& complaint) : context_(context), complaint_(complaint) {}

  [[nodiscard]] std::vector<std::string> cells() const {
    return {received(),
            product(),
            kept("sub_product"),
            issue(),
            kept("sub_issue"),
            narrative(),
            kept("company_public_response"),
            kept("company"),
            complaint_.region,
            kept("zip_code"),
            util::join(complaint_.fields.texts_of("tags"), ", "),
            kept("consent"),
            kept_or("submitted_via", word_in(kVia, complaint_.text_of("channel"), "")),
            kept("sent_to_company"),
            kept_or("company_response", response()),
            kept("timely_response"),
            kept("consumer_disputed"),
            id()};
  }

 private:
  [[nodiscard]] std::string kept(const char* field) const { return complaint_.text_of(field); }
  [[nodiscard]] std::string kept_or(const char* field, std::string otherwise) const {
    std::string text = kept(field);
    return text.empty() ? std::move(otherwise) : std::move(text);
  }
  [[nodiscard]] bool is_of_bureau() const { return complaint_.text_of("source").starts_with(kBureau); }

  /// The Bureau's dates have no time, and the import reads them in UTC.
  [[nodiscard]] std::string received() const {
    const util::Zone zone = is_of_bureau() ? util::Zone::utc() : session::day_zone(context_);
    return util::format_date(zone.date_of(complaint_.received_at));
  }
  [[nodiscard]] std::string product() const {
    const std::string id = complaint_.text_of("project");
    const policy::Project* const project = context_.policy().find_project(id);
    return project == nullptr || project->name.empty() ? id : project->name;
  }
  /// The import makes the summary of the Bureau's issue and sub-issue; a reason of policy may have another label.
  [[nodiscard]] std::string issue() const {
    if (is_of_bureau()) {
      const std::string summary = kept("summary"), end = ": " + kept("sub_issue");
      return end.size() > 2 && summary.ends_with(end) ? summary.substr(0, summary.size() - end.size()) : summary;
    }
    const std::string code = complaint_.text_of("reason");
    const policy::Reason* const reason = context_.policy().find_reason(code);
    return reason == nullptr ? code : reason->label;
  }
  /// Words of a customer leave only where they have consented, or the Bureau has published them.
  [[nodiscard]] std::string narrative() const {
    return is_of_bureau() || kept("consent") == "Consent provided" ? kept("description") : std::string();
  }
  [[nodiscard]] std::string response() const {
    if (!complaint_.has_answer()) return "In progress";
    return word_in(kResponses, complaint_.code, "Closed with explanation");
  }
  [[nodiscard]] std::string id() const {
    return is_of_bureau() ? complaint_.text_of("source").substr(kBureau.size()) : complaint_.id;
  }

  Context& context_;
  const story::Complaint& complaint_;
};

/// A line without its line feed, since the printer adds one.
std::string line_of(std::string line) {
  if (line.ends_with('\n')) line.pop_back();
  return line;
}

}  // namespace

void export_cfpb(Context& context, const query::Filter& filter) {
  const std::vector<std::string> names{"Date received",
                                       "Product",
                                       "Sub-product",
                                       "Issue",
                                       "Sub-issue",
                                       "Consumer complaint narrative",
                                       "Company public response",
                                       "Company",
                                       "State",
                                       "ZIP code",
                                       "Tags",
                                       "Consumer consent provided?",
                                       "Submitted via",
                                       "Date sent to company",
                                       "Company response to consumer",
                                       "Timely response?",
                                       "Consumer disputed?",
                                       "Complaint ID"};
  context.out().line(line_of(render::render_csv_header(names)));
  for (const std::string& id :
       index::select_ids(context.index(), {filter, context.moment(filter), {"received", "id"}, std::nullopt})) {
    const story::Complaint complaint = load_complaint(context, id);
    if (complaint.status == record::Status::void_) continue;
    std::vector<render::CsvCell> cells;
    for (std::string& cell : BureauRow(context, complaint).cells()) cells.push_back({std::move(cell), false});
    context.out().line(line_of(render::render_csv_line(cells)));
  }
}

}  // namespace crmtrack::command
