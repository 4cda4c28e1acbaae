#include "ledger/audit/content/records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "ledger/audit/content/corrections.hpp"
#include "ledger/audit/content/effects.hpp"
#include "ledger/audit/content/references.hpp"
#include "ledger/audit/content/rivals.hpp"
#include "ledger/audit/proof/damage.hpp"
#include "ledger/audit/tolerances.hpp"
#include "ledger/read/stored_record.hpp"
#include "ledger/rule/bounds.hpp"
#include "ledger/rule/structure.hpp"
#include "record/kinds.hpp"
#include "record/machine_place.hpp"
#include "record/open.hpp"
#include "record/validate.hpp"
#include "story/fold/correction_effects.hpp"
#include "util/digest.hpp"
#include "util/id.hpp"
#include "util/text/case.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

using record::Record;
using record::RecordPath;
using record::StoryKind;

/// Of what a part of an export leaves behind, nothing depends on it but the order of things, and where to look.
constexpr Severity kLeftBehind = Severity::warning;

/// Where a record of that kind may stand.
bool fits_story(StoryKind story, record::Kind kind) {
  const record::KindSpec* const spec = record::find_kind(kind);
  return spec == nullptr || spec->begins.value_or(story) == story;
}

std::string_view folder_name(StoryKind story) {
  if (story == StoryKind::complaint) return "complaints";
  return story == StoryKind::customer ? "customers" : "journal";
}

/// An importer, a rule: nobody's mail address.
bool is_no_person(std::string_view by) { return by.find('@') == std::string_view::npos; }

class RecordsAudit {
 public:
  RecordsAudit(const git::Repository& repository, const git::ObjectId& tree, Judge& judge,
               const std::vector<AuditedFile>& files, OlderRecords& older, std::vector<Finding>& findings)
      : objects_(repository.objects),
        lookup_(repository.objects, tree),
        rivals_(repository.objects, lookup_, judge, files, older),
        effects_(lookup_, rivals_),
        judge_(judge),
        findings_(findings) {}

  void look_at(const AuditedFile& file) {
    try {
      look_at_file(file);
    } catch (const git::UnreadableObject& damaged) {
      tell(file, FindingKind::object_damaged, describe_damage(damaged));
    }
  }

  /// Records from before that share a place with what was looked at: what came may stand in it.
  void look_at_older() {
    std::set<std::string> seen;
    for (auto rivals = rivals_.take_older(); !rivals.empty(); rivals = rivals_.take_older()) {
      for (const std::string& path : rivals) {
        const auto file = seen.insert(path).second ? rivals_.find_older(path) : std::nullopt;
        if (file) look_at_older(*file);
      }
    }
  }

  /// Judges the records that were gathered commit by commit. Returns the mails that people say to have sent.
  std::vector<SentMail> finish() {
    for (auto& [commit, clock] : clocks_) {
      const std::string others =
          clock.count > 1 ? fmt::format(", and {} more of this commit", clock.count - 1) : std::string();
      findings_.push_back(clock.first.blame(
          FindingKind::clock_off, fmt::format("its id is {} {} than its commit{}", util::format_duration(clock.apart),
                                              clock.newer ? "newer" : "older", others)));
    }
    return std::move(sent_);
  }

 private:
  void look_at_file(const AuditedFile& file) {
    const auto path = record::parse_path(file.path);
    if (!path) return;  // structure's to tell
    if (!path->is_record()) return look_at_attachment(file, *path);
    constexpr std::size_t kLimit = yaml::Limits{}.bytes;
    const auto size = objects_.find_size(file.blob);
    if (size.value_or(0) > kLimit)
      return tell(file, FindingKind::record_oversized, fmt::format("larger than {} KiB", kLimit >> 10U));
    const std::string text = objects_.read(file.blob, git::ObjectKind::blob);
    const auto record = record::open(*path, text);
    if (!record) {
      const auto& fault = record.error();
      return tell(file, FindingKind::record_unreadable,
                  fmt::format("line {}: {}", std::max(fault.mark.line, 1), fault.message));
    }
    look_at_record(file, *path, *record, text);
  }

  void look_at_older(const AuditedFile& file) {
    const auto path = record::parse_path(file.path);
    const std::string text = objects_.read_blob(file.blob, yaml::Limits{}.bytes);
    const auto record = record::open(*path, text);
    if (!record) return;
    if (auto fault = rivals_.fault_of(file, *path, *record, text)) tell(file, FindingKind::kind_misplaced, *fault);
  }

  struct Clock {
    AuditedFile first;
    std::chrono::seconds apart{};
    bool newer = false;
    std::size_t count = 0;
  };

  void tell(const AuditedFile& file, FindingKind kind, std::string message) {
    findings_.push_back(file.blame(kind, std::move(message)));
  }

  void look_at_record(const AuditedFile& file, const RecordPath& path, const Record& record, const std::string& text) {
    look_at_fields(file, path, record);
    look_at_references(file, path, record);
    look_at_attachments(file, path, record);
    look_at_right(file, path, record);
    if (auto fault = rivals_.fault_of(file, path, record, text)) tell(file, FindingKind::kind_misplaced, *fault);
    const std::string key = record.text_of("key");
    if (!key.empty() && record::is_derived_id(path.record_id, key, text))
      return;  // the machine's: of the past, by nobody
    look_at_author(file, record);
    note_sent(file, path, record);
    if (!file.again) look_at_times(file, path, record);
  }

  void look_at_fields(const AuditedFile& file, const RecordPath& path, const Record& record) {
    if (record.kind == record::Kind::unknown) {
      return tell(file, FindingKind::kind_unknown,
                  fmt::format("of kind '{}', which this version does not know", record.kind.name()));
    }
    if (!fits_story(path.story.kind, record.kind.known())) {
      tell(file, FindingKind::kind_misplaced,
           fmt::format("a record of kind '{}' in {}", record.kind.name(), folder_name(path.story.kind)));
    }
    for (const record::Problem& problem : record::validate(record))
      tell(file, FindingKind::record_invalid, fmt::format("'{}' {}", problem.field, problem.message));
    if (record.kind == record::Kind::correction) look_at_correction(file, path, record);
    if (record.kind == record::Kind::complaint && path.story.kind == StoryKind::complaint)
      look_at_day(file, path, record);
  }

  /// By what the corrected record then says.
  void look_at_correction(const AuditedFile& file, const RecordPath& path, const Record& record) {
    for (std::string& fault : faults_of_corrected(lookup_, path, record))
      tell(file, FindingKind::record_invalid, std::move(fault));
    const yaml::Node* const set = record.body.find("set");
    const auto at = set == nullptr ? std::nullopt : util::parse_rfc3339(set->text_of("at"));
    if (at && at->utc > file.time + kClockSkew)
      tell(file, FindingKind::at_after_commit,
           fmt::format("says that what it corrects happened {} after it was recorded",
                       util::format_duration(at->utc - file.time)));
  }

  /// A complaint's id begins with the day of its receipt.
  void look_at_day(const AuditedFile& file, const RecordPath& path, const Record& record) {
    std::string day = util::format_utc(record.at.utc).substr(0, 10);
    std::erase(day, '-');
    if (path.story.id.substr(0, day.size()) == day) return;
    tell(file, FindingKind::day_differs,
         fmt::format("received on {}, but its id says {}", day, path.story.id.substr(0, 8)));
  }

  void look_at_references(const AuditedFile& file, const RecordPath& path, const Record& record) {
    const References references = references_of(record);
    for (const auto& [field, id] : references.records) {
      const StoryFolder& story = lookup_.story(path.story);
      const auto found = story.records.find(id);
      const bool is_here = found != story.records.end() && found->second.is_record();
      // One that a correction moved is looked for in the whole ledger.
      if (is_here || lookup_.has_record(id)) continue;
      tell(file, FindingKind::reference_absent,
           fmt::format("'{}' names the record {}, which is not in the ledger", field, id));
      if (field == "after") findings_.back().severity = kLeftBehind;
    }
    if (path.story.kind == StoryKind::complaint && !has_receipt(lookup_.story(path.story)) &&
        !rivals_.is_remainder(path.story)) {
      tell(file, FindingKind::reference_absent,
           fmt::format("the record of complaint {} itself is not in the ledger", path.story.id));
    }
    for (const auto& [field, id] : references.complaints) {
      if (lookup_.has_complaint(id)) continue;
      tell(file, FindingKind::reference_absent,
           fmt::format("'{}' names the complaint {}, which is not in the ledger", field, id));
      if (field == "links") findings_.back().severity = kLeftBehind;
    }
  }

  static bool has_receipt(const StoryFolder& story) {
    return std::any_of(
        story.records.begin(), story.records.end(),
        [](const auto& each) { return each.second.kind == record::Kind::complaint; });
  }

  void look_at_attachments(const AuditedFile& file, const RecordPath& path, const Record& record) {
    const yaml::Node* const attachments = record.body.find("attachments");
    if (attachments == nullptr || !attachments->is_list()) return;
    const StoryFolder& story = lookup_.story(path.story);
    const auto place = story.records.find(path.record_id);
    for (const yaml::Node& attachment : attachments->items) {
      const std::string name = attachment.text_of("name");
      if (!record::is_attachment_name(name)) continue;  // record_invalid has told
      const auto blob = place == story.records.end() ? std::nullopt : lookup_.find_attachment(place->second, name);
      if (!blob) {
        tell(file, FindingKind::attachment_missing,
             fmt::format("its attachment '{}' is not there", util::visible_line(name)));
      } else {
        compare_attachment(file, attachment, name, *blob);
      }
    }
  }

  void compare_attachment(const AuditedFile& file, const yaml::Node& attachment, const std::string& name,
                          const git::ObjectId& blob) {
    const auto size = objects_.find_size(blob);
    const yaml::Node* const said = attachment.find("size");
    const auto expected = said == nullptr ? std::nullopt : said->as_integer();
    const std::string shown = util::visible_line(name);
    if (!size) {
      return tell(file, FindingKind::attachment_missing,
                  fmt::format("its attachment '{}' is not there: Git has no object {}", shown, blob.hex()));
    }
    if (expected && static_cast<std::size_t>(*expected) != *size) {
      return tell(file, FindingKind::attachment_differs,
                  fmt::format("its attachment '{}' has {} bytes, the record says {}", shown, *size, *expected));
    }
    if (*size > kLargestAttachment) return;  // told of the attachment itself; it is not read
    if (util::sha256_hex(objects_.read(blob, git::ObjectKind::blob)) != attachment.text_of("sha256")) {
      tell(file, FindingKind::attachment_differs,
           fmt::format("its attachment '{}' has another SHA-256 than the record says", shown));
    }
  }

  void look_at_attachment(const AuditedFile& file, const RecordPath& path) {
    if (objects_.find_size(file.blob).value_or(0) > kLargestAttachment)
      tell(file, FindingKind::record_oversized, fmt::format("larger than {} MiB", kLargestAttachment >> 20U));
    const StoryFolder& story = lookup_.story(path.story);
    const auto [first, last] = story.records.equal_range(path.record_id);
    if (first == last || !first->second.is_record())
      return tell(file, FindingKind::attachment_unnamed, "belongs to a record that is not there");
    if (std::none_of(first, last, [&](const auto& each) { return names_attachment(each.second, path); }))
      tell(file, FindingKind::attachment_unnamed, "its record does not name it");
  }

  [[nodiscard]] bool names_attachment(const StoryFolder::Place& place, const RecordPath& path) const {
    const auto record = find_stored_record(objects_, {path.story, path.record_id, place.kind, {}}, place.blob);
    if (!record) return true;  // told of the record itself
    const yaml::Node* const attachments = record->body.find("attachments");
    return attachments != nullptr &&
           std::any_of(attachments->items.begin(), attachments->items.end(),
                       [&](const yaml::Node& node) { return node.text_of("name") == path.attachment; });
  }

  void look_at_right(const AuditedFile& file, const RecordPath& path, const Record& record) {
    const Writer writer{file.author, file.policy, file.time, file.lineage};
    auto why = judge_.refusal(writer, record);
    if (!why && record.kind == record::Kind::correction) why = refusal_to_correct(writer, path, record);
    if (!why) {
      if (auto lifted = rivals_.lifted_right(file, path, record)) tell(file, FindingKind::added_twice, *lifted);
      return look_at_policy(file, writer, record);
    }
    tell(file, judge_.is_stranger(writer) ? FindingKind::author_unknown : FindingKind::not_allowed, *why);
  }

  /// By the rights of the record that is corrected, then by the effect.
  std::optional<std::string> refusal_to_correct(const Writer& writer, const RecordPath& path, const Record& record) {
    if (auto why = judge_.refusal_to_correct(writer, rights_of_corrected(lookup_, path, record))) return why;
    story::Entry entry;
    entry.record = record;
    entry.provenance.may = judge_.rights(writer);
    return story::may_be_refused_for_effect(entry) ? effects_.refusal(path, record) : std::nullopt;
  }

  /// Who works offline goes by an older policy; so does who wants to keep a right that was taken from them.
  void look_at_policy(const AuditedFile& file, const Writer& writer, const Record& record) {
    if (const auto why = judge_.refusal_then(writer, record))
      tell(file, FindingKind::policy_outdated,
           fmt::format("its commit goes by policy {}, but by the one in force then {}", file.policy.substr(0, 10),
                       *why));
  }

  void look_at_author(const AuditedFile& file, const Record& record) {
    if (is_no_person(record.by) || util::to_lower_ascii(record.by) == util::to_lower_ascii(file.author)) return;
    tell(file, FindingKind::by_other,
         fmt::format("by {}, recorded by {}", util::visible_line(record.by), util::visible_line(file.author)));
  }

  void note_sent(const AuditedFile& file, const RecordPath& path, const Record& record) {
    const std::string id = record.text_of("message_id");
    if (record.kind != record::Kind::activity || id.empty() || record.text_of("direction") != "out") return;
    sent_.push_back({id, path.record_id, file.blame(FindingKind::message_id_claimed, {})});
  }

  void look_at_times(const AuditedFile& file, const RecordPath& path, const Record& record) {
    const util::Instant at = record.at.utc;
    if (at > file.time + kClockSkew) {
      tell(file, FindingKind::at_after_commit,
           fmt::format("says that it happened {} after it was recorded", util::format_duration(at - file.time)));
    } else if (file.time - at > kEnteredLate && !is_no_person(record.by)) {
      tell(file, FindingKind::entered_late,
           fmt::format("entered {} after it happened", util::format_duration(file.time - at)));
    }
    const auto made = util::time_of_ulid(path.record_id);
    if (!made || is_no_person(record.by)) return;
    const auto id_time = std::chrono::floor<std::chrono::seconds>(*made);
    const bool newer = id_time > file.time;
    const auto apart = newer ? id_time - file.time : file.time - id_time;
    if (apart <= kClockOff || (newer && follows_newest(path, *made))) return;
    Clock& clock = clocks_.try_emplace(file.commit, Clock{file, apart, newer, 0}).first->second;
    ++clock.count;
  }

  /// Whether an id is no later than it has to be: a millisecond after the newest of the story, whose clock was ahead.
  bool follows_newest(const RecordPath& path, util::Millis made) {
    const auto& records = lookup_.story(path.story).records;
    const auto own = records.find(path.record_id);
    if (own == records.end() || own == records.begin()) return false;
    const auto before = util::time_of_ulid(std::prev(own)->first);
    return before && made - *before <= std::chrono::milliseconds(1);
  }

  const git::ObjectStore& objects_;
  LedgerLookup lookup_;
  RivalsAudit rivals_;
  EffectsAudit effects_;
  Judge& judge_;
  std::vector<Finding>& findings_;
  std::map<git::ObjectId, Clock> clocks_;
  std::vector<SentMail> sent_;
};

}  // namespace

std::vector<SentMail> audit_records(const git::Repository& repository, const git::ObjectId& tree, Judge& judge,
                                    std::vector<AuditedFile>& files, OlderRecords& older, bool looks_back,
                                    const git::Progress& progress, std::vector<Finding>& findings) {
  std::sort(files.begin(), files.end(), [](const AuditedFile& a, const AuditedFile& b) { return a.path < b.path; });
  RecordsAudit audit(repository, tree, judge, files, older, findings);
  constexpr std::size_t kStep = 256;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (i % kStep == 0) {
      stop_if_interrupted(progress);
      if (progress.report) progress.report(i, files.size());
    }
    audit.look_at(files[i]);
  }
  if (looks_back) audit.look_at_older();
  return audit.finish();
}

}  // namespace crmtrack::ledger
