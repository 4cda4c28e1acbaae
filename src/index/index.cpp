#include "index/index.hpp"

#include <fmt/format.h>

#include "index/impl.hpp"
#include "index/open.hpp"
#include "policy/load.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::index {

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;

Index Index::open(const git::Location& location, const LedgerProvider& ledger, Options options) {
  try {
    Opened opened = open_current(location, ledger, options);
    options.progress.report = nullptr;  // whoever showed it does something else by the time of a rebuild
    return Index(std::make_unique<Impl>(
        Impl{location, ledger, std::move(options), std::move(opened.database), std::move(opened.key)}));
  } catch (const DatabaseError& error) {
    throw util::Error(util::ErrorKind::repository, fmt::format("cannot make the index: {}", error.what()));
  }
}

void Index::Impl::mend(const DatabaseError& error) {
  if (!error.is_damage() || as_of) {
    throw util::Error(util::ErrorKind::repository, fmt::format("cannot read the index: {}", error.what()),
                      {fmt::format("remove the folder '{}': it is made anew", location.own_dir().string())});
  }
  if (options.notice) options.notice(fmt::format("the index could not be read ({}) and is built anew", error.what()));
  forget();
  Opened opened = open_rebuilt(location, ledger, options);
  database = std::move(opened.database);
  key = std::move(opened.key);
}

Statement& Index::Impl::prepare_once(const char* statement) {
  const auto found = prepared.find(statement);
  return found != prepared.end() ? found->second
                                 : prepared.emplace(statement, database.prepare(statement)).first->second;
}

StoryReader& Index::Impl::reader() { return stories ? *stories : stories.emplace(database); }

void Index::Impl::forget() {
  policy.reset();
  views.reset();
  prepared.clear();
  stories.reset();
}

void Index::Impl::become(Key then, std::vector<std::string> heads_then, policy::Files files) {
  heads = std::move(heads_then);
  key = std::move(then);
  policy_files = std::move(files);
  forget();
  as_of = true;
}

std::vector<std::string> Index::Impl::texts(const std::string& query, std::initializer_list<std::string_view> bound) {
  return run([&] {
    Statement statement = database.prepare(query);
    int position = 0;
    for (const std::string_view text : bound) statement.bind(++position, Raw{text});
    std::vector<std::string> found;
    while (statement.step()) found.push_back(statement.text(0));
    return found;
  });
}

std::string Index::ledger_commit() const { return impl_->key.ledger_commit; }
std::vector<std::string> Index::ledger_heads() const {
  if (impl_->as_of) return impl_->heads;
  return impl_->key.ledger_commit.empty() ? std::vector<std::string>() : std::vector{impl_->key.ledger_commit};
}
std::string Index::policy_commit() const { return impl_->key.policy_commit; }

const policy::Policy& Index::policy() const {
  if (!impl_->policy) {
    impl_->policy = policy::load(impl_->policy_files ? *impl_->policy_files
                                                     : impl_->run([&] { return read_policy_files(impl_->database); }));
  }
  return *impl_->policy;
}

std::vector<std::string> Index::policy_notes() const {
  return impl_->run([&] {
    const auto notes = impl_->database.find_text("SELECT value FROM main.meta WHERE name = 'policy_notes'");
    return notes && !notes->empty() ? util::split(*notes, '\n') : std::vector<std::string>();
  });
}

}  // namespace crmtrack::index
