#include "story/fold/complaint_fold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "story/contact.hpp"
#include "story/fold/answer_rules.hpp"
#include "story/fold/reminders.hpp"
#include "story/machine_key.hpp"
#include "story/words.hpp"
#include "util/id.hpp"
#include "util/text/case.hpp"

namespace crmtrack::story {

using record::Evidence;

ComplaintFold::ComplaintFold(Complaint& complaint, const std::set<std::string>& absent, const Terms& terms,
                             const CustomerBook& customers, const Moot& moot)
    : complaint_(complaint),
      customers_(customers),
      moot_(moot),
      ground_(complaint.entries, {complaint.id, true, absent}, complaint.notes, complaint.revised),
      fields_(ground_, complaint),
      terms_(terms),
      facts_(complaint, customers),
      book_(ground_, parties_, terms.clocks, facts_, complaint.promises),
      case_(parties_, book_, waits_),
      plan_(ground_, parties_, book_, complaint.steps),
      status_(ground_, complaint),
      route_(ground_, complaint, terms, book_) {}

void ComplaintFold::run() {
  begin();
  for (const Reading& reading : ground_.readings()) {
    if (!reading.counts || &reading == own_) continue;
    const bool is_early =
        own_ != nullptr && reading.index < own_->index && reading.record->kind != record::Kind::complaint;
    if (reading.machine && is_early)
      ground_.set_aside(reading.index, "a machine's record that lies before the complaint's own");
    else if (const auto moot = moot_.find(reading.id()); moot != moot_.end())
      ground_.set_aside(reading.index, moot->second);
    else
      apply(reading);
    if (wait_ >= 0 && status_.status() != record::Status::waiting) {
      book_.end_wait(wait_, reading);
      wait_ = -1;
    }
    if (status_.status() != record::Status::waiting) waits_.leave(reading.at());
  }
  finish();
  ground_.tell_refused(complaint_.entries);
}

/// Finds the complaint record that stands: the one that came first. Where several came beside each other, a person's
/// goes before a machine's, then the one that was recorded first.
const Reading* ComplaintFold::find_own() const {
  const auto rank = [this](const Reading& reading) {
    const Provenance& provenance = complaint_.entries[static_cast<std::size_t>(reading.index)].provenance;
    return std::tuple(provenance.came_after, reading.machine, provenance.recorded_at, reading.index);
  };
  const Reading* own = nullptr;
  for (const Reading& reading : ground_.readings()) {
    if (!reading.counts || reading.record->kind != record::Kind::complaint) continue;
    if (own == nullptr || rank(reading) < rank(*own)) own = &reading;
  }
  return own;
}

void ComplaintFold::begin() {
  complaint_.fields = yaml::Node::map();
  own_ = find_own();
  complaint_.moved_or_empty = own_ == nullptr;
  complaint_.received_at = own_ != nullptr ? own_->at() : first_known_time(complaint_.id, ground_.readings());
  status_.begin(own_ != nullptr ? own_->index : -1);
  if (own_ == nullptr) {
    complaint_.remainder = is_remainder();
    if (!complaint_.remainder) report_missing();
    return;
  }
  fields_.begin(own_->body());
  take_standing_customer();
  parties_.contact = complaint_.text_of("contact");
  case_.open(*own_);
}

bool ComplaintFold::is_remainder() const {
  bool is_moved = false;
  for (const Reading& reading : ground_.readings()) {
    const auto state = complaint_.notes.find(note_key(complaint_.entries[static_cast<std::size_t>(reading.index)]));
    const bool moved = state != complaint_.notes.end() && !state->second.moved_to.empty();
    if (!moved && reading.record->kind != record::Kind::correction) return false;
    is_moved = is_moved || moved;
  }
  return is_moved;
}

/// Reports records without a complaint record: they lie in a wrong folder, or beside one that cannot be read.
void ComplaintFold::report_missing() {
  std::vector<std::string> records;
  for (const Reading& reading : ground_.readings()) records.push_back(reading.record->id);
  complaint_.conflicts.push_back({"complaint", std::move(records),
                                  "no complaint record in this folder counts: none can be read, or they are refused"});
}

void ComplaintFold::apply(const Reading& reading) {
  switch (reading.record->kind.known()) {
    case record::Kind::complaint:
      return set_second_complaint_aside(reading);
    case record::Kind::activity:
      return apply_activity(reading);
    case record::Kind::assignment:
      return apply_assignment(reading);
    case record::Kind::escalation:
      return route_.apply(reading);
    case record::Kind::change:
      return apply_change(reading);
    case record::Kind::resolution:
      return apply_resolution(reading);
    case record::Kind::review:
      complaint_.reviewed = true;
      return;
    case record::Kind::step:
      return plan_.apply(reading);
    case record::Kind::waiver:
      return apply_waiver(reading);
    case record::Kind::delivery:
      return apply_delivery(reading);
    case record::Kind::correction:  // the groundwork has applied it
    case record::Kind::customer:
    case record::Kind::mail:
    case record::Kind::notification:
    case record::Kind::alarm:
    case record::Kind::baseline:
    case record::Kind::decision:
    case record::Kind::viewing:
    case record::Kind::unknown:
      return;
  }
}

void ComplaintFold::apply_activity(const Reading& reading) {
  const yaml::Node& body = reading.body();
  const Evidence evidence = evidence_of(*reading.record, channel());
  fields_.add_said(body);
  book_.apply_activity(reading, evidence);
  tell_of_contact(reading, evidence);
  const bool acknowledges = word(body, "purpose") == "acknowledge" && word(body, "direction") == "out";
  if (acknowledges && evidence >= Evidence::sent) {
    complaint_.acknowledged_at = std::min(reading.at(), complaint_.acknowledged_at.value_or(reading.at()));
    case_.acknowledge(reading);
    status_.apply(Move::acknowledge, reading);
  }
  if (word(body, "type") == "work") status_.apply(Move::work, reading);
  apply_contact(reading);
}

/// A contact that the customer saw or made, for the promises that hang on contacts. One with a third party that we wait
/// for is neither.
void ComplaintFold::tell_of_contact(const Reading& reading, Evidence evidence) {
  const std::string_view with = word(reading.body(), "with");
  if (!with.empty() && third_parties_.contains(with)) return;
  if (is_customer_contact(*reading.record)) {
    waits_.contact(reading.at());
    updates_.hear(reading);
  } else if (is_outbound(reading) && evidence >= Evidence::sent && word(reading.body(), "visibility") != "team") {
    case_.respond(reading);
    updates_.tell(reading);
  }
}

/// A contact ends a wait only where it happened at or after the beginning of the wait. It ends a silence even when it
/// is recorded later (docs/domain.md, A contact from the customer).
void ComplaintFold::apply_contact(const Reading& reading) {
  if (is_attempt(*reading.record)) add_attempt(reading);
  if (wait_ >= 0 && book_.was_answered(wait_, reading)) status_.apply(Move::contact, reading);
  const std::string_view with = word(reading.body(), "with");
  const bool third_party = wait_ >= 0 && !with.empty() && with == complaint_.waiting_on;
  if (is_customer_contact(*reading.record) && !third_party) {
    if (complaint_.waiting_since && reading.at() >= *complaint_.waiting_since) status_.apply(Move::contact, reading);
    std::erase_if(complaint_.attempts, [&](const Attempt& attempt) { return attempt.at <= reading.at(); });
    last_contact_ = last_contact_ ? std::max(*last_contact_, reading.at()) : reading.at();
  }
}

void ComplaintFold::apply_delivery(const Reading& reading) {
  const int about = ground_.find(std::string(word(reading.body(), "about")));
  if (about >= 0 && is_attempt(*reading.record, ground_.entries()[static_cast<std::size_t>(about)].record))
    add_attempt(reading);
}

/// An attempt to reach the customer. Those since our answer and their last word count for their silence.
void ComplaintFold::add_attempt(const Reading& reading) {
  last_attempt_ = std::max(reading.at(), last_attempt_.value_or(reading.at()));
  const util::Instant since =
      std::max(complaint_.responded_at.value_or(reading.at()), last_contact_.value_or(util::Instant::min()));
  if (complaint_.status == record::Status::responded && reading.at() >= since)
    complaint_.attempts.push_back({reading.at(), reading.id()});
}

void ComplaintFold::apply_assignment(const Reading& reading) {
  constexpr std::string_view kNobody = "nobody";  // in place of a person: releases the complaint
  const std::string_view to = word(reading.body(), "to");
  if (to.empty()) return ground_.set_aside(reading.index, "names nobody");
  if (to == kNobody) {  // the status stays: what was begun is not undone
    complaint_.owner = parties_.owner = {};
    return ground_.set(reading, "owner", "");
  }
  if (const std::string_view from = word(reading.body(), "from"); !from.empty()) {
    book_.hand_over(from, to);
    plan_.hand_over(from, to);
    route_.hand_over(from, to);
    if (util::fold_case(complaint_.owner) != util::fold_case(from)) return;
  }
  ++assignments_;
  complaint_.owner = parties_.owner = to;
  ground_.set(reading, "owner", complaint_.owner);
  status_.apply(Move::assign, reading);
}

/// Applies a resolution. With evidence below `sent` it is an attempt: nobody has told the customer yet.
void ComplaintFold::apply_resolution(const Reading& reading) {
  const Evidence evidence = evidence_of(*reading.record, channel());
  if (evidence < Evidence::sent) {
    ground_.remark(reading.index, fmt::format("an attempt: evidence {} is below sent", record::name_of(evidence)));
    return book_.expect_confirmation(reading, evidence);
  }
  if (!status_.apply(Move::resolve, reading)) return;
  complaint_.attempts.clear();
  fields_.take_answer(reading);
  book_.apply_resolution(reading, evidence);
  case_.answer(reading, is_written(*reading.record, channel()));
  updates_.tell(reading);
  route_.leave(reading);
}

void ComplaintFold::apply_waiver(const Reading& reading) {
  if (word(reading.body(), "promise") == "review") complaint_.review_waived = true;
  plan_.waive(reading);
  const PromiseName name = parse_promise_name(word(reading.body(), "promise"));
  if (name.kind != record::name_of(PromiseKind::update)) return book_.waive(reading);
  updates_.waive(reading, name.of ? std::optional(ground_.find(name.of->record)) : std::nullopt);
}

/// True where somebody who knew both complaint records has corrected the one that does not stand.
bool ComplaintFold::is_settled(const Reading& second) {
  const std::vector<std::string>& corrections = ground_.note(second.index).corrected_by;
  return std::any_of(corrections.begin(), corrections.end(), [&](const std::string& id) {
    const int correction = ground_.find(id);
    return ground_.ancestry().knows(correction, second.index) && ground_.ancestry().knows(correction, own_->index);
  });
}

void ComplaintFold::set_second_complaint_aside(const Reading& reading) {
  ground_.set_aside(reading.index, "a second complaint record; " + ground_.tail_of(own_->index) + " stands");
  if (reading.machine || is_settled(reading)) return;
  found_.push_back({"complaint",
                    {own_->id(), reading.id()},
                    fmt::format("a second complaint record by {} is set aside; {} stands",
                                describe(ground_.entries(), reading.index), describe(ground_.entries(), own_->index))});
}

void ComplaintFold::apply_change(const Reading& reading) {
  const yaml::Node* set = reading.body().find("set");
  if (set == nullptr || !set->is_map()) return ground_.set_aside(reading.index, "sets nothing");
  if (set->find("promise") != nullptr) {
    if (!plan_.reschedule(reading, *set)) book_.reschedule(reading, *set);
    return;
  }
  if (set->find("status") != nullptr) apply_status(reading, *set);
  for (const auto& [key, value] : set->entries)
    if (fields_.set(reading, key, value)) follow(key);
}

void ComplaintFold::apply_status(const Reading& reading, const yaml::Node& set) {
  const Move move = move_of(set);
  if (move == Move::confirm) return apply_confirmation(reading, set);
  const auto answered_at = complaint_.responded_at;
  const int cycle = complaint_.cycle;
  if (!status_.apply(move, reading)) return;
  parties_.cycle = complaint_.cycle;
  if (move == Move::reopen) fields_.keep_redress(cycle, answered_at);
  if (move == Move::wait) {
    complaint_.waiting_on = word(set, "waiting_on");
    complaint_.waiting_since = reading.at();
    complaint_.waiting_until = instant(set, "waiting_until");
    book_.begin_wait(reading, set);
    if (complaint_.waiting_on != "customer") {
      wait_ = reading.index;
      third_parties_.insert(complaint_.waiting_on);
    } else {
      waits_.begin(reading);
    }
  }
  if (move == Move::reject) book_.apply_verdict(reading, evidence_of(*reading.record, channel()));
  if (move == Move::reject || move == Move::reopen) complaint_.accepted_by.clear();
  if (is_customer_contact(*reading.record)) tell_of_contact(reading, evidence_of(*reading.record, channel()));
  if (move == Move::reject) case_.reject(reading);
  if (move == Move::reopen) {
    case_.reopen(reading);
    updates_.go_on(reading);
  }
  if (move == Move::close) book_.close(reading);
  if (move == Move::close || move == Move::withdraw || move == Move::void_) updates_.end(reading);
  if (move == Move::withdraw || move == Move::void_) apply_end(move, reading);
}

/// Applies a confirmation. The customer's word needs evidence `acknowledged`; their silence needs none.
void ComplaintFold::apply_confirmation(const Reading& reading, const yaml::Node& set) {
  const bool silence = word(set, "accepted_by") == "silence";
  const Evidence evidence = evidence_of(*reading.record, channel());
  if (!silence && evidence < Evidence::acknowledged) {
    return ground_.set_aside(reading.index,
                             fmt::format("evidence {} is below acknowledged", record::name_of(evidence)));
  }
  // The attempts by which a machine judged may be gone: the customer was in touch on another clone.
  const bool is_moot = is_silence_of_machine(*reading.record) && complaint_.status == record::Status::responded &&
                       complaint_.attempts.size() < kNeededAttempts;
  if (is_moot) return ground_.set_aside(reading.index, "moot: the customer was in touch before");
  if (!status_.apply(Move::confirm, reading)) return;
  complaint_.accepted_by = silence ? "silence" : "customer";
  if (silence) {
    book_.drop_verdict(reading);
  } else {
    book_.apply_verdict(reading, evidence);
    case_.accept(reading);
    tell_of_contact(reading, evidence);
  }
  book_.resolve(reading);
  updates_.end(reading);
}

void ComplaintFold::apply_end(Move move, const Reading& reading) {
  book_.end(reading);
  route_.leave(reading);
  const std::string_view original = word(*reading.body().find("set"), "duplicate_of");
  if (move != Move::void_ || original.empty()) return;
  fields_.add_link("duplicate_of:" + std::string(original));
}

/// Takes the consequences of a field that a change has set.
void ComplaintFold::follow(std::string_view key) {
  if (key == "customer") take_standing_customer();
  if (key == "contact") parties_.contact = text_of_value(*complaint_.fields.find(key));
  if (key == "severity") book_.read_targets_again();
}

std::string_view ComplaintFold::channel() const { return word(complaint_.fields, "channel"); }

/// Where the complaint's customer was merged into another one, that one stands in its place.
void ComplaintFold::take_standing_customer() {
  const std::string named = complaint_.text_of("customer");
  const std::string standing = standing_customer(customers_, named);
  if (standing != named) complaint_.fields.set("customer", yaml::Node::scalar(standing));
  parties_.customer = standing;
}

std::optional<std::pair<std::string, std::string>> ComplaintFold::find_moot() const {
  return story::find_moot(ground_, complaint_, DueRungs(complaint_, terms_, facts_, route_), moot_);
}

void ComplaintFold::find_due_rungs() {
  std::set<std::string, std::less<>> taken;
  for (const Reading& reading : ground_.readings()) {
    // One that a person has taken back was taken all the same.
    const bool counts = ground_.entries()[static_cast<std::size_t>(reading.index)].counts();
    if (counts && reading.machine && reading.record->kind == record::Kind::escalation)
      taken.emplace(word(reading.body(), "key"));
  }
  complaint_.due_rungs = DueRungs(complaint_, terms_, facts_, route_).find(taken);
  if (complaint_.status == record::Status::responded)
    complaint_.silent_at = end_of_silence(complaint_.attempts, terms_.silence);
  set_reminder(complaint_.promises, last_attempt_);
}

void ComplaintFold::finish() {
  if (complaint_.has_answer()) fields_.keep_redress(complaint_.cycle, complaint_.responded_at);
  complaint_.handovers = std::max(0, assignments_ - 1);
  take_customer_facts(customers_, complaint_);
  complaint_.waits = waits_.spans();
  case_.finish(ground_);
  plan_.finish();
  book_.finish();
  updates_.finish(ground_, terms_.clocks, facts_, waits_, complaint_);
  find_due_rungs();
  status_.report(found_);
  complaint_.conflicts = ground_.frontiers().conflicts(complaint_.entries);
  complaint_.conflicts.insert(complaint_.conflicts.end(), found_.begin(), found_.end());
}

}  // namespace crmtrack::story
