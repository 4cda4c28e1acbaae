#include "session/viewing.hpp"

#include <fmt/format.h>

#include <memory>

#include "session/write.hpp"
#include "util/error.hpp"
#include "util/id.hpp"

namespace crmtrack::session {

namespace {

/// The session that writes tells nothing: the user asked for a report.
class Silent : public Notices {
 public:
  void say(std::string_view) override {}
  void warn(std::string_view) override {}
  void hint(std::string_view) override {}
  void detail(std::string_view) override {}
  void announce(std::string_view) override {}
  ProgressReport progress(const std::string&) override { return {}; }
};

void write_viewing(const Settings& settings, const std::string& report, const std::vector<std::string>& about) {
  Session session(settings, std::make_unique<Silent>());
  session.open(Access::writes);
  std::string id;
  write_records(session, [&] {
    Draft draft;
    draft.at = session.timestamp();
    if (id.empty())
      id = util::make_complaint_id(draft.at.utc, session.random().draw(session.index().ledger_commit() + report));
    draft.story = {record::StoryKind::journal, id};
    draft.kind = record::Kind::viewing;
    draft.by = session.me();
    draft.says = "looked";
    draft.fields.set("report", yaml::Node::scalar(report));
    draft.fields.set("about", yaml::Node::list_of(about));
    return std::vector{std::move(draft)};
  });
}

}  // namespace

void record_viewing(Session& session, const std::string& report, const std::vector<std::string>& about) {
  constexpr const char* kRefused = "cannot show what one person owns, because the look cannot be recorded: {}";
  if (session.settings().dry_run)
    throw util::Error(util::ErrorKind::repository, fmt::format(kRefused, "--dry-run writes nothing"),
                      {"leave --dry-run out"});
  Settings settings = session.settings();
  settings.as_of.clear();
  settings.may_ask = false;
  try {
    write_viewing(settings, report, about);
  } catch (const util::Error& error) {
    throw util::Error(util::ErrorKind::repository, fmt::format(kRefused, error.what()), error.hints());
  }
}

}  // namespace crmtrack::session
