#include "session/leaver.hpp"

#include <fmt/format.h>

#include <set>

#include "index/read/promises.hpp"
#include "index/read/select.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "util/text/case.hpp"

namespace crmtrack::session {

LeftWork work_of(Session& session, const std::string& mail) {
  LeftWork work;
  const query::Filter filter =
      parse_filter(session, {fmt::format("owner:\"{}\"", mail), "status.not:closed,withdrawn,void"});
  work.complaints = index::select_ids(session.index(), {filter, session.moment(filter), {}, std::nullopt});
  index::PromiseSelection selection;
  selection.whose = index::PromiseSelection::Whose::people;
  selection.people = {mail};
  selection.now = session.now();
  for (const index::PromiseRow& row : index::promises(session.index(), selection)) {
    if (row.promise.debtor != story::Debtor::us || util::fold_case(row.promise.who) != util::fold_case(mail)) continue;
    if (row.story.kind == record::StoryKind::complaint) work.concerned.push_back(row.story.id);
    if (row.story.kind == record::StoryKind::journal) work.decisions.insert(row.story.id);
    ++(row.promise.kind == record::PromiseKind::accept ? work.escalations : work.promises);
  }
  return work;
}

std::vector<Draft> handover_drafts(Session& session, const LeftWork& work, const std::string& leaver,
                                   const std::string& to, const std::string& why) {
  std::set<std::string> complaints(work.complaints.begin(), work.complaints.end());
  complaints.insert(work.concerned.begin(), work.concerned.end());
  std::vector<Draft> drafts;
  const auto add = [&](record::StoryRef story, std::string customer) {
    Draft draft;
    draft.story = std::move(story);
    draft.kind = record::Kind::assignment;
    draft.at = session.timestamp();
    draft.by = session.me();
    draft.customer = std::move(customer);
    draft.says = "assigned";
    draft.fields.set("to", yaml::Node::scalar(to));
    draft.fields.set("from", yaml::Node::scalar(leaver));
    if (!why.empty()) draft.fields.set("why", yaml::Node::scalar(why));
    drafts.push_back(std::move(draft));
  };
  for (const std::string& id : complaints)
    add({record::StoryKind::complaint, id}, load_complaint(session, id).text_of("customer"));
  for (const std::string& id : work.decisions) add({record::StoryKind::journal, id}, {});
  return drafts;
}

}  // namespace crmtrack::session
