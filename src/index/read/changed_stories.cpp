#include "index/read/changed_stories.hpp"

#include "index/build/correction_links.hpp"
#include "index/build/story_reader.hpp"
#include "index/impl.hpp"
#include "story/customer_facts.hpp"

namespace crmtrack::index {

namespace {

// Each adds to temp.changed what a row of it concerns, and is run until nothing more comes.

/// The complaints for which its records count, and those that hold records which count for it. CROSS JOIN begins with
/// the changed stories; SQLite would begin with all complaints.
constexpr const char* kAddMoved =
    "INSERT OR IGNORE INTO temp.changed SELECT t.key FROM temp.changed x CROSS JOIN moves m ON m.story = x.key "
    "CROSS JOIN stories t ON t.kind = 0 AND t.id = m.target UNION SELECT m.story FROM temp.changed x "
    "CROSS JOIN stories t ON t.key = x.key AND t.kind = 0 CROSS JOIN moves m ON m.target = t.id";
/// Complaints that are duplicates of each other by way of it: the last link of such a circle may be gone.
constexpr const char* kAddDuplicates =
    "INSERT OR IGNORE INTO temp.changed SELECT v.complaint FROM temp.changed x JOIN complaints c ON c.key = x.key "
    "JOIN complaint_values v ON v.name = 'link' AND v.folded = 'duplicate_of:' || c.id";

// Then, once:

/// Of a customer, who was merged into it, and so on; and their complaints.
constexpr const char* kAddComplaintsOf =
    "INSERT OR IGNORE INTO temp.changed WITH RECURSIVE merged(id) AS (VALUES(?) UNION SELECT k.id FROM customers k "
    "JOIN merged m ON k.merged_into = m.id) SELECT c.key FROM merged m JOIN complaints c ON c.customer = m.id";
/// The customers that stand for some of them.
constexpr const char* kAddStanding =
    "INSERT OR IGNORE INTO temp.changed SELECT a.key FROM temp.changed x JOIN customers k ON k.key = x.key "
    "JOIN customers a ON a.id = k.merged_into";
constexpr const char* kPraisedStories =
    "SELECT DISTINCT r.story FROM records r WHERE r.story IN temp.changed AND r.kind = 'activity' AND r.type = "
    "'compliment' UNION SELECT r.story FROM retold t JOIN records r ON r.key = t.key WHERE t.type = 'compliment' AND "
    "r.story IN temp.changed";

class Spread {
 public:
  explicit Spread(const Database& database) : database_(database) {
    database_.execute("DROP TABLE IF EXISTS temp.changed; CREATE TEMP TABLE changed(key INTEGER PRIMARY KEY);");
  }

  void add(const std::set<record::StoryRef>& stories) {
    Statement insertion =
        database_.prepare("INSERT OR IGNORE INTO temp.changed SELECT key FROM stories WHERE kind = ? AND id = ?");
    for (const record::StoryRef& story : stories) insertion.run(static_cast<std::int64_t>(story.kind), Raw{story.id});
  }

  void spread(const std::set<std::string>& restated) {
    add_related();
    while (run(kAddMoved) + run(kAddDuplicates) > 0) {
    }
    add_praised_customers();
    while (run(kAddStanding) > 0) {
    }
    Statement of_customer = database_.prepare(kAddComplaintsOf);
    for (const std::string& customer : restated) of_customer.run(Raw{customer});
  }

 private:
  std::int64_t run(const char* statement) {
    database_.execute(statement);
    return database_.changes();
  }

  void add_keys(const std::set<std::int64_t>& keys) {
    Statement insertion = database_.prepare("INSERT OR IGNORE INTO temp.changed VALUES(?)");
    for (const std::int64_t key : keys) insertion.run(key);
  }

  void add_related() {
    CorrectionLinks links(database_);
    std::set<std::int64_t> related;
    Statement changed = database_.prepare("SELECT key FROM temp.changed");
    while (changed.step()) related.merge(links.related(changed.integer(0)));
    add_keys(related);
  }

  /// The customers that such a complaint ever named: each lists the compliments of its complaints.
  void add_praised_customers() {
    std::set<record::StoryRef> customers;
    StoryReader stories(database_);
    Statement praised = database_.prepare(kPraisedStories);
    while (praised.step())
      for (const std::string& slug : story::customers_named(stories.read(praised.integer(0))))
        customers.insert({record::StoryKind::customer, slug});
    add(customers);
  }

  const Database& database_;
};

}  // namespace

void mark_changed_stories(const Index& index, const TouchedStories& touched) {
  Spread spread(index.impl().database);
  spread.add(touched.all);
  spread.spread(touched.restated);
}

ChangedStories changed_stories(const Index& index, const TouchedStories& touched) {
  return index.impl().run([&] {
    mark_changed_stories(index, touched);
    const auto ids = [&](const char* query) { return index.impl().texts(query); };
    return ChangedStories{
        ids("SELECT c.id FROM complaints c JOIN temp.changed x ON x.key = c.key ORDER BY c.received_unix, c.id"),
        ids("SELECT s.id FROM stories s JOIN temp.changed x ON x.key = s.key WHERE s.kind = 0 AND s.key NOT IN "
            "(SELECT key FROM complaints) ORDER BY s.id"),
        ids("SELECT s.id FROM stories s JOIN temp.changed x ON x.key = s.key WHERE s.kind = 1 ORDER BY s.id"),
        ids("SELECT s.id FROM stories s JOIN temp.changed x ON x.key = s.key WHERE s.kind = 2 ORDER BY s.id")};
  });
}

}  // namespace crmtrack::index
