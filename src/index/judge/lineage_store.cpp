#include "index/judge/lineage_store.hpp"

#include <charconv>

#include "index/build/meta.hpp"
#include "index/schema/file_tables.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::index {

namespace {

using Number = ledger::PolicyLineage::Number;

constexpr const char* kHead = "lineage_head";

std::string render_numbers(const std::vector<Number>& numbers) {
  std::vector<std::string> words;
  for (const Number number : numbers) words.push_back(std::to_string(number));
  return util::join(words, " ");
}

std::vector<Number> parse_numbers(std::string_view text) {
  std::vector<Number> numbers;
  for (const std::string& word : util::split(text, ' ')) {
    Number number = 0;
    if (std::from_chars(word.data(), word.data() + word.size(), number).ec == std::errc()) numbers.push_back(number);
  }
  return numbers;
}

std::vector<ledger::PolicyLineage::Stage> read_stages(const Database& database) {
  std::vector<ledger::PolicyLineage::Stage> stages(1);
  Statement rows = database.prepare("SELECT policy, before FROM main.lineages ORDER BY key");
  while (rows.step()) stages.push_back({rows.text(0), parse_numbers(rows.view(1)), std::nullopt});
  return stages;
}

/// Chosen by the commit's own id, so that an index that grew and one that was made anew keep the same.
bool is_marked(const git::ObjectId& commit) { return commit.bytes.front() == 0; }

}  // namespace

LineageStore::LineageStore(const Database& database)
    : database_(database),
      lineage_(std::make_shared<ledger::PolicyLineage>(read_stages(database))),
      saved_(lineage_->size()) {}

ledger::LineageReader LineageStore::reader() const {
  struct Marks {
    Statement find;
    std::string head;
    Number number = 0;
  };
  auto marks = std::make_shared<Marks>(
      Marks{database_.prepare("SELECT lineage FROM main.lineage_marks WHERE \"commit\" = ?"), {}, 0});
  if (const auto head = database_.find_text(std::string("SELECT value FROM main.meta WHERE name = '") + kHead + "'")) {
    const std::size_t blank = head->find(' ');
    marks->head = head->substr(0, blank);
    const auto numbers = parse_numbers(std::string_view(*head).substr(blank + 1));
    if (!numbers.empty()) marks->number = numbers.front();
  }
  return {*lineage_, [marks](const git::ObjectId& commit) -> std::optional<Number> {
            if (commit.hex() == marks->head) return marks->number;
            if (!is_marked(commit)) return std::nullopt;
            marks->find.bind_all(Blob{commit.view()});
            const auto found =
                marks->find.step() ? std::optional(static_cast<Number>(marks->find.integer(0))) : std::nullopt;
            marks->find.reset();
            return found;
          }};
}

void LineageStore::save(const ledger::Range& range) {
  Statement insert = database_.prepare(insert_text(kLineages, Place::file));
  for (; saved_ < lineage_->size(); ++saved_) {
    const auto& stage = lineage_->stage(static_cast<Number>(saved_));
    write_row(insert, kLineages, {static_cast<std::int64_t>(saved_), stage.policy, render_numbers(stage.before)});
  }
  Statement mark = database_.prepare(insert_text(kLineageMarks, Place::file, "INSERT OR IGNORE"));
  for (const ledger::Range::Commit& commit : range.commits)
    if (is_marked(commit.id)) write_row(mark, kLineageMarks, {commit.id.view(), std::int64_t{commit.lineage}});
  if (range.commits.empty()) return;
  const ledger::Range::Commit& last = range.commits.back();  // parents come before children
  write_meta(database_, kHead, last.id.hex() + " " + std::to_string(last.lineage));
}

}  // namespace crmtrack::index
