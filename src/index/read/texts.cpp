#include "index/read/texts.hpp"

#include <unordered_set>
#include <utility>
#include <vector>

#include "index/impl.hpp"
#include "index/read/lookup.hpp"
#include "index/sqlite/reading.hpp"
#include "record/open.hpp"
#include "story/told_records.hpp"

namespace crmtrack::index {

namespace {

struct TextComplaint {
  std::int64_t key = 0;
  std::string_view id, customer;
  util::Instant received{};
};
constexpr Reading kTextComplaint{Read{"key", &TextComplaint::key}, Read{"id", &TextComplaint::id},
                                 Read{"customer", &TextComplaint::customer},
                                 Read{"received_unix", &TextComplaint::received}};

constexpr const char* kTextRecords =
    "SELECT r.id, r.kind, x.source FROM records r JOIN sources x ON x.key = r.key WHERE r.story = ?1 "
    "AND r.kind IN ('complaint', 'activity') AND r.fault IS NULL AND r.refused IS NULL";

/// Adds what a record says; empties what it does not.
void add_texts(const record::Record& record, std::vector<std::string>& texts) {
  for (const char* field : {"summary", "description", "remedy_sought", "text"})
    if (std::string text = record.text_of(field); !text.empty()) texts.push_back(std::move(text));
}

/// Reads the texts of one complaint after the other.
class TextReader {
 public:
  TextReader(const Index& index, const story::Terms& terms)
      : index_(index), terms_(terms), records_(index.impl().database.prepare(kTextRecords)) {
    Statement retold = index.impl().database.prepare("SELECT home FROM retold UNION SELECT place FROM retold");
    while (retold.step()) retold_.insert(retold.integer(0));
  }

  const std::vector<std::string>& read(const TextComplaint& complaint) {
    texts_.clear();
    if (retold_.contains(complaint.key))
      read_story(std::string(complaint.id));
    else
      read_records(complaint);
    return texts_;
  }

 private:
  void read_records(const TextComplaint& complaint) {
    records_.bind_all(complaint.key);
    while (records_.step()) {
      record::RecordPath path;
      path.story = {record::StoryKind::complaint, std::string(complaint.id)};
      path.record_id = records_.text(0);
      path.kind = record::StatedKind(records_.view(1));
      if (const auto opened = record::open(path, records_.view(2))) add_texts(*opened, texts_);
    }
    records_.reset();
  }

  /// A story whose records were corrected or moved has to be folded to know what they say.
  void read_story(const std::string& id) {
    const auto complaint = find_complaint(index_, id, terms_);
    if (!complaint) return;
    for (const record::Record* record : story::told_records(complaint->entries, complaint->notes, complaint->revised))
      if (record->kind == record::Kind::complaint || record->kind == record::Kind::activity) add_texts(*record, texts_);
  }

  const Index& index_;
  const story::Terms& terms_;
  Statement records_;
  std::unordered_set<std::int64_t> retold_;
  std::vector<std::string> texts_;
};

}  // namespace

void each_complaint_texts(const Index& index, const story::Terms& terms,
                          const std::function<void(const ComplaintTexts&)>& visit) {
  index.impl().run([&] {
    TextReader reader(index, terms);
    Statement complaints = index.impl().database.prepare(
        kTextComplaint.select() + " FROM complaints WHERE status <> 'void' AND NOT bad ORDER BY key");
    TextComplaint complaint;
    while (complaints.step()) {
      kTextComplaint.read(complaints, complaint);
      visit({complaint.id, complaint.customer, complaint.received, reader.read(complaint)});
    }
  });
}

}  // namespace crmtrack::index
