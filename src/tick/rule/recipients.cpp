#include "tick/rule/recipients.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "session/contact_address.hpp"
#include "util/text/mailbox.hpp"

namespace crmtrack::tick {

namespace {

using As = policy::RuleRecipient::As;
using policy::RuleRecipient;

class Finder {
 public:
  Finder(session::Session& session, const policy::Rules& rules, std::string complaint,
         const index::RuleSubject* subject, std::string_view date)
      : session_(session), rules_(rules), complaint_(std::move(complaint)), subject_(subject), date_(date) {}

  Recipients find(const std::vector<RuleRecipient>& to) {
    for (const RuleRecipient& each : to) add(each, each.as);
    return std::move(found_);
  }

  /// On schedule the owner is everybody who owns something that is open.
  Recipients find_scheduled(const std::vector<RuleRecipient>& to) {
    for (const RuleRecipient& each : to) {
      if (each.as != As::owner) {
        add(each, each.as);
        continue;
      }
      for (const std::string& owner : index::open_owners(session_.index())) add_person(owner, As::owner, "owner");
    }
    return std::move(found_);
  }

 private:
  void add(const RuleRecipient& who, As as) {
    switch (who.as) {
      case As::owner:
        return add_one(subject_ == nullptr ? "" : subject_->owner, as, who, "nobody owns it");
      case As::manager:
        return add_one(manager(), as, who, "neither the customer nor the project has one");
      case As::customer:
        return add_customer();
      case As::role:
      case As::team:
        return add_members(who, as);
      case As::list:
        return add_list(who);
      case As::person:
        return add_person(who.name, as, who.name);
    }
  }

  void add_one(const std::string& mail, As as, const RuleRecipient& who, const char* nobody) {
    if (mail.empty())
      found_.others.push_back({policy::text_of(who), nobody});
    else
      add_person(mail, as, policy::text_of(who));
  }

  /// The customer's manager or, where nobody was named, that of the project.
  [[nodiscard]] std::string manager() const {
    if (subject_ == nullptr) return {};
    if (!subject_->manager.empty()) return subject_->manager;
    const policy::Project* const project = session_.policy().find_project(subject_->project, date_);
    return project == nullptr ? std::string() : project->manager;
  }

  void add_members(const RuleRecipient& who, As as) {
    bool is_empty = true;
    for (const policy::Person& person : session_.policy().people) {
      if ((who.as == As::role ? person.role : person.team) != who.name) continue;
      const policy::Person* const now = session_.policy().find_person(person.email, date_);
      if (now != &person) continue;
      is_empty = false;
      add_person(person.email, as, policy::text_of(who));
    }
    if (is_empty) found_.others.push_back({policy::text_of(who), "nobody has it"});
  }

  void add_list(const RuleRecipient& who) {
    const auto list = rules_.lists.find(who.name);
    if (list == rules_.lists.end()) {
      found_.others.push_back({policy::text_of(who), "there is no such list in lists.yaml"});
      return;
    }
    for (const RuleRecipient& each : list->second)
      if (each.as != As::list) add(each, As::list);
  }

  void add_person(const std::string& mail, As as, const std::string& who) {
    const policy::Person* const person = session_.policy().find_person(mail, date_);
    if (person != nullptr && !person->valid_to.empty() && person->valid_to <= date_)
      found_.others.push_back({who, fmt::format("{} has left", mail)});
    else if (const std::string address = person == nullptr ? mail : person->email;
             address.find('@') == std::string::npos)
      found_.others.push_back({who, fmt::format("'{}' has no mail address", mail)});
    else
      take({as, address, {}});
  }

  void add_customer() {
    if (subject_ == nullptr) {
      found_.others.push_back({"customer", "it belongs to no complaint"});
      return;
    }
    const session::ContactAddress contact = session::contact_address(session_, complaint_, *subject_);
    if (contact.mail.empty())
      found_.others.push_back({"customer", contact.why});
    else
      take({As::customer, contact.mail, contact.held_back});
  }

  void take(Recipient recipient) {
    const auto is_same = [&](const Recipient& each) { return util::is_same_mailbox(each.mail, recipient.mail); };
    if (std::ranges::none_of(found_.people, is_same)) found_.people.push_back(std::move(recipient));
  }

  session::Session& session_;
  const policy::Rules& rules_;
  std::string complaint_;
  const index::RuleSubject* subject_;
  std::string date_;
  Recipients found_;
};

}  // namespace

Recipients find_recipients(session::Session& session, const policy::Rules& rules, const policy::Rule& rule,
                           const std::string& complaint, const index::RuleSubject* subject, std::string_view date) {
  return Finder(session, rules, complaint, subject, date).find(rule.to);
}

Recipients find_scheduled(session::Session& session, const policy::Rules& rules, const policy::Rule& rule,
                          std::string_view date) {
  return Finder(session, rules, {}, nullptr, date).find_scheduled(rule.to);
}

}  // namespace crmtrack::tick
