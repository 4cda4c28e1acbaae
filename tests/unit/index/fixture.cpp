#include "fixture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "index/sqlite/database.hpp"
#include "ledger/main/commit.hpp"
#include "ledger/write/append.hpp"
#include "ledger/write/init.hpp"
#include "query/filter_parse.hpp"
#include "record/filter_keys.hpp"
#include "record/machine_place.hpp"
#include "record/path.hpp"
#include "util/id.hpp"

namespace crmtrack::index::test {

namespace {

const char* environment(const char* name) {
  constexpr std::pair<const char*, const char*> kVariables[] = {
      {"GIT_AUTHOR_NAME", "Asha"},        {"GIT_AUTHOR_EMAIL", "asha@example.com"},
      {"GIT_COMMITTER_NAME", "Asha"},     {"GIT_COMMITTER_EMAIL", "asha@example.com"},
      {"GIT_CONFIG_GLOBAL", "/dev/null"}, {"GIT_CONFIG_NOSYSTEM", "1"},
  };
  for (const auto& [variable, value] : kVariables)
    if (std::strcmp(variable, name) == 0) return value;
  return nullptr;
}

/// In memory where the system offers it: hundreds of durable commits would wait for the disk most of the time.
std::filesystem::path make_folder() {
  const std::filesystem::path shared_memory = "/dev/shm";
  const auto parent = std::filesystem::exists(shared_memory) ? shared_memory : std::filesystem::temp_directory_path();
  std::string name = (parent / "crmtrack-index-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  return name;
}

}  // namespace

Repository::Repository() : folder(make_folder()) {
  ledger_ = ledger::init(folder, false, environment, {{"policy/reasons.yaml", "reasons: []\n"}}, "test", {kStart, {}});
  location = ledger_->location();
}

Repository::~Repository() { std::filesystem::remove_all(folder); }

std::filesystem::path Repository::database() const {
  for (const auto& entry : std::filesystem::directory_iterator(location.own_dir()))
    if (entry.path().extension() == ".db") return entry.path();
  return {};
}

std::string Repository::prepare(const record::StoryRef& story, std::string kind, util::Instant at, yaml::Node body,
                                std::vector<std::string> after) {
  std::array<std::uint8_t, 10> tail{};
  ++count_;
  for (std::size_t i = 0; i < 10; ++i)
    tail[i] = static_cast<std::uint8_t>((count_ * 0x9e3779b97f4a7c15ULL) >> (8 * (i % 8)));
  const std::string id = util::make_ulid(util::Millis(at.time_since_epoch()), tail);
  const record::Record record = record::make(record::StatedKind(kind), {at, std::chrono::minutes(60)},
                                             "asha@example.com", std::move(after), std::move(body));
  prepare_file(record::path_of(story, id, record::StatedKind(kind)), record::render(record));
  return id;
}

void Repository::prepare_file(std::string path, std::string bytes) {
  files_.push_back({std::move(path), std::move(bytes)});
}

void Repository::commit(util::Instant at) {
  const ledger::Addition addition{std::exchange(files_, {}), "test", {"Policy: " + ledger_->main_head()}, {}, {}};
  REQUIRE(ledger::append(*ledger_, addition, {at, {}}) == ledger::Landed::yes);
}

void Repository::commit_bulk(util::Instant at) {
  const ledger::Addition addition{std::exchange(files_, {}), "test", {"Policy: " + ledger_->main_head()}, {}, {}};
  REQUIRE(ledger::append_bulk(*ledger_, addition, {at, {}}, {}) == ledger::Landed::yes);
}

std::string Repository::add(const record::StoryRef& story, std::string kind, util::Instant at, yaml::Node body,
                            std::vector<std::string> after) {
  std::string id = prepare(story, std::move(kind), at, std::move(body), std::move(after));
  commit(at);
  return id;
}

void Repository::set_policy(const std::string& file, const std::string& text) {
  ledger::commit_main(*ledger_, {{"policy/" + file, text}}, "policy", {kStart, {}});
}

LedgerProvider Repository::provider() {
  return [this]() -> ledger::Ledger& {
    ++asked;
    return *ledger_;
  };
}

Index::Options Repository::options() {
  return {{}, [this](const std::string& line) { notices.push_back(line); }};
}

Index Repository::open() { return Index::open(location, provider(), options()); }

yaml::Node fields(std::initializer_list<std::pair<std::string, std::string>> entries) {
  yaml::Node map = yaml::Node::map();
  for (const auto& [key, value] : entries) map.set(key, yaml::Node::scalar(value));
  return map;
}

std::string Storyteller::pick(std::initializer_list<const char*> words) {
  return words.begin()[below(static_cast<int>(words.size()))];
}

void Storyteller::step() {
  now += std::chrono::minutes(below(2000) + 1);
  const int choice = below(10);
  if (complaints_.empty() || choice == 0)
    new_complaint();
  else if (choice == 1)
    new_customer();
  else
    continue_complaint(complaints_[static_cast<std::size_t>(below(static_cast<int>(complaints_.size())))]);
}

void Storyteller::new_complaint() {
  std::array<std::uint8_t, 10> tail{};
  std::ranges::generate(tail, [this] { return static_cast<std::uint8_t>(below(256)); });
  std::string id = util::make_complaint_id(now, tail);
  yaml::Node body = fields(
      {{"customer", pick({"acme", "globex", "initech"})},
       {"project", pick({"apollo", "hermes"})},
       {"channel", pick({"phone", "email", "web"})},
       {"reason", pick({"billing", "delay", "other"})},
       {"summary", pick({"Invoice 4711 charged twice", "Straße GESPERRT", "late again, and again", "東京 delivery"})}});
  if (below(3) != 0) body.set("severity", yaml::Node::scalar(pick({"low", "medium", "high", "critical"})));
  if (below(3) == 0) body.set("vulnerable", yaml::Node::scalar(pick({"none", "identified", "unmet"})));
  if (below(3) == 0) body.set("region", yaml::Node::scalar(pick({"North", "südwest"})));
  if (below(2) == 0) body.set("refs", yaml::Node::list_of({pick({"helpdesk:HD-1", "helpdesk:HD-2", "defect:Apo-9"})}));
  if (below(4) == 0 && !complaints_.empty()) body.set("links", yaml::Node::list_of({"follows:" + complaints_.back()}));
  if (below(4) == 0) {
    const std::string source = fmt::format("cfpb:{}", complaints_.size());
    body.set("source", yaml::Node::scalar(source));
    id = util::make_complaint_id(now, record::random_of_source(source));
  }
  repository_.prepare(complaint(id), "complaint", now, std::move(body));
  complaints_.push_back(id);
}

void Storyteller::new_customer() {
  repository_.prepare(customer(pick({"acme", "globex", "umbrella"})), "customer", now,
                      fields({{"name", pick({"Acme Ltd", "Another Name"})},
                              {"segment", pick({"Key", "small"})},
                              {"region", pick({"North", "East"})}}));
}

void Storyteller::continue_complaint(const std::string& id) {
  const record::StoryRef story = complaint(id);
  switch (below(9)) {
    case 0:
      repository_.prepare(story, "assignment", now, fields({{"to", pick({"asha@example.com", "Bo@example.com"})}}));
      break;
    case 1:
      repository_.prepare(story, "escalation", now,
                          fields({{"from_level", "0"}, {"to_level", pick({"1", "2"})}, {"trigger", "manual"}}));
      break;
    case 2:
      repository_.prepare(story, "change", now,
                          yaml::Node::map({{"set", fields({{"severity", pick({"low", "high"})}})}}));
      break;
    case 3:
      repository_.prepare(story, "resolution", now,
                          fields({{"outcome", pick({"upheld", "not_upheld"})},
                                  {"code", pick({"fixed", "explained"})},
                                  {"cause", "delay"},
                                  {"evidence", "sent"},
                                  {"text", "We mended it"}}));
      break;
    case 4:
      repository_.prepare(story, "change", now,
                          yaml::Node::map({{"set", fields({{"status", pick({"resolved", "closed", "withdrawn"})}})}}));
      break;
    default:
      repository_.prepare(story, "activity", now,
                          fields({{"type", pick({"call", "email", "note", "voicemail"})},
                                  {"direction", pick({"in", "out", "internal"})},
                                  {"purpose", pick({"acknowledge", "update", "answer"})},
                                  {"sentiment", pick({"positive", "negative"})},
                                  {"text", pick({"called back, no answer", "the invoice again", "twice charged"})}}));
  }
}

std::vector<std::string> dump(const std::filesystem::path& path) {
  Database database = Database::open(path, Database::Access::read);
  database.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, fulltext, instance)");
  const std::string records = "records r JOIN stories s ON s.key = r.story";
  const std::string columns =
      "s.kind, s.id, r.id, r.kind, r.at_unix, r.at_offset, r.by, r.recorded_unix, r.author, hex(r.\"commit\"), "
      "r.fault, r.type, r.direction, r.purpose, r.\"with\", r.evidence, r.sentiment, r.minutes, r.channel";
  std::vector<std::string> lines;
  for (const std::string& select : std::vector<std::string>{
           "SELECT 'meta', * FROM meta", "SELECT 'policy', * FROM policy_files",
           "SELECT 'story', kind, id FROM stories", "SELECT 'record', " + columns + " FROM " + records,
           "SELECT 'source', s.id, r.id, r.kind, x.source FROM sources x, " + records + " WHERE r.key = x.key",
           "SELECT 'word', s.id, r.id, r.kind, w.term, w.offset FROM words w, " + records + " WHERE r.key = w.doc",
           "SELECT 'bad', * FROM bad_files", "SELECT 'complaint', c.* FROM complaints c",
           "SELECT 'value', c.id, v.name, v.value, v.folded FROM complaint_values v JOIN complaints c ON c.key = "
           "v.complaint",
           "SELECT 'customer', c.* FROM customers c",
           "SELECT 'promise', s.id, p.* FROM promises p JOIN stories s ON s.key = p.story",
           "SELECT 'escalation', s.id, e.* FROM escalations e JOIN stories s ON s.key = e.story",
           "SELECT 'step', s.id, t.* FROM steps t JOIN stories s ON s.key = t.story",
           "SELECT 'review', s.id, v.* FROM reviews v JOIN stories s ON s.key = v.story",
           "SELECT 'praise', s.id, a.* FROM praises a JOIN stories s ON s.key = a.story",
           "SELECT 'move', s.id, m.record, m.target FROM moves m JOIN stories s ON s.key = m.story",
           "SELECT 'correction', s.id AS folder, c.id, c.corrects, c.target FROM corrections c JOIN stories s ON s.key "
           "= c.story",
           "SELECT 'retold', s.id AS folder, r.id, h.id AS home_id, p.id AS place_id, t.at_unix, t.at_offset, t.by, "
           "t.type, t.direction, t.purpose, t.\"with\", t.evidence, t.sentiment, t.minutes, t.channel FROM retold t "
           "JOIN records r ON r.key = t.key JOIN stories s ON s.key = r.story JOIN stories h ON h.key = t.home "
           "JOIN stories p ON p.key = t.place"}) {
    Statement rows = database.prepare(select);
    while (rows.step()) {
      std::string line;
      for (int column = 0; column < rows.columns(); ++column) {
        // Keys depend on the order in which things came.
        const std::string name = sqlite3_column_name(rows.handle(), column);
        if (name != "key" && name != "story")
          line += fmt::format("{}={}|", name, rows.is_null(column) ? "NULL" : rows.text(column));
      }
      lines.push_back(std::move(line));
    }
  }
  std::ranges::sort(lines);
  return lines;
}

query::Filter filter(const std::string& text) {
  auto parsed = query::parse(text, record::complaint_keys());
  REQUIRE_MESSAGE(parsed.has_value(), text);
  return *parsed;
}

query::Moment moment(util::Instant now) { return {now, util::Zone::utc(), "asha@example.com"}; }

}  // namespace crmtrack::index::test
