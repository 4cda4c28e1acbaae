#include "story/customer.hpp"

#include <algorithm>

#include "story/contact.hpp"
#include "story/fold/correction_effects.hpp"
#include "story/fold/plan.hpp"
#include "story/fold/promise_book.hpp"
#include "story/fold/readings.hpp"
#include "story/words.hpp"

namespace crmtrack::story {
namespace {

bool is_common(std::string_view key) {
  return key == "kind" || key == "at" || key == "by" || key == "after" || key == "key";
}

/// The facts of a customer, as a row that the filters of policy read.
class CustomerFactRow : public query::Row {
 public:
  explicit CustomerFactRow(const Customer& customer) : customer_(customer) {}
  [[nodiscard]] std::vector<std::string> values(std::string_view key) const override {
    std::string value = key == "customer" ? customer_.id : customer_.fields.text_of(key);
    return value.empty() ? std::vector<std::string>{} : std::vector{std::move(value)};
  }
  [[nodiscard]] const std::vector<std::vector<std::string>>& texts() const override { return none_; }

 private:
  const Customer& customer_;
  std::vector<std::vector<std::string>> none_;
};

/// Applies the records of one customer in order: registration and changes, and what was said outside any complaint.
class CustomerFold {
 public:
  CustomerFold(Customer& customer, const std::set<std::string>& absent, const Terms& terms)
      : customer_(customer),
        ground_(customer.entries, {customer.id, false, absent}, customer.notes, customer.revised),
        facts_(customer),
        book_(ground_, parties_, terms.clocks, facts_, customer.promises),
        plan_(ground_, parties_, book_, customer.steps) {
    customer_.fields = yaml::Node::map();
    parties_.customer = customer.id;
  }

  void run() {
    for (const Reading& reading : ground_.readings())
      if (reading.counts) apply(reading);
    finish();
    ground_.tell_refused(customer_.entries);
  }

 private:
  void apply(const Reading& reading) {
    switch (reading.record->kind.known()) {
      case record::Kind::customer:
        return set_fields(reading, reading.body());
      case record::Kind::change:
        return apply_change(reading);
      case record::Kind::activity:
        return apply_activity(reading);
      case record::Kind::step:
        return plan_.apply(reading);
      case record::Kind::waiver:
        plan_.waive(reading);
        return book_.waive(reading);
      case record::Kind::correction:  // the groundwork has applied it
      case record::Kind::complaint:
      case record::Kind::mail:
      case record::Kind::notification:
      case record::Kind::delivery:
      case record::Kind::alarm:
      case record::Kind::baseline:
      case record::Kind::decision:
      case record::Kind::viewing:
      case record::Kind::assignment:
      case record::Kind::escalation:
      case record::Kind::resolution:
      case record::Kind::review:
      case record::Kind::unknown:
        return;
    }
  }

  void apply_change(const Reading& reading) {
    const yaml::Node* const set = reading.body().find("set");
    if (set != nullptr && !plan_.reschedule(reading, *set)) set_fields(reading, *set);
  }

  void set_fields(const Reading& reading, const yaml::Node& fields) {
    for (const auto& [key, value] : fields.entries) {
      if (is_common(key)) continue;
      customer_.fields.set(key, value);
      ground_.set(reading, key, text_of_value(value));
    }
  }

  void apply_activity(const Reading& reading) {
    if (word(reading.body(), "type") == "compliment") ++customer_.compliments;
    book_.apply_activity(reading, evidence_of(*reading.record, {}));
  }

  void finish() {
    const yaml::Node& fields = customer_.fields;
    customer_.name = word(fields, "name");
    customer_.segment = word(fields, "segment");
    customer_.region = word(fields, "region");
    customer_.manager = word(fields, "manager");
    customer_.merged_into = word(fields, "merged_into");
    customer_.retired = says_yes(fields, "retired");
    if (const yaml::Node* contacts = fields.find("contacts")) customer_.contacts = contacts->items;
    parties_.owner = customer_.manager;
    plan_.finish();
    book_.finish();
    customer_.conflicts = ground_.frontiers().conflicts(customer_.entries);
  }

  Customer& customer_;
  Groundwork ground_;
  Parties parties_;
  CustomerFactRow facts_;
  PromiseBook book_;
  Plan plan_;
};

}  // namespace

Customer fold_sorted_customer(Story story, const Terms& terms) {
  Customer customer;
  customer.id = std::move(story.ref.id);
  customer.entries = std::move(story.entries);
  CustomerFold(customer, story.absent, terms).run();
  return customer;
}

Customer fold_customer(Story story, const Terms& terms) {
  sort_entries(story.entries);
  refuse_effects(story.ref, story.absent, story.entries);
  return fold_sorted_customer(std::move(story), terms);
}

}  // namespace crmtrack::story
