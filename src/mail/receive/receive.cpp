#include "mail/receive/receive.hpp"

#include <algorithm>
#include <set>

#include "mail/receive/told_text.hpp"
#include "session/write_machine.hpp"
#include "util/error.hpp"

namespace crmtrack::mail {

namespace {

/// A commit for so many mails or bytes: a night's mail takes few commits, and not much memory.
constexpr std::size_t kMostMailsOfBatch = 500;
constexpr std::size_t kMostBytesOfBatch = 16UL << 20U;

struct Waiting {
  RawMail raw;
  Message message;
};

/// The mails of one commit. None of them belongs to another of them: what a mail belongs to shows only in the ledger.
class Batch {
 public:
  /// Whether a mail has to wait until this batch is in the ledger.
  [[nodiscard]] bool must_come_first(const Message& message) const {
    if (identities_.contains(message.identity)) return true;
    const auto is_here = [&](const std::string& id) { return ids_.contains(id); };
    return std::ranges::any_of(message.refers_to, is_here) || std::ranges::any_of(message.finding.about_ids, is_here);
  }
  [[nodiscard]] bool is_full() const { return mails_.size() >= kMostMailsOfBatch || bytes_ >= kMostBytesOfBatch; }
  void add(Waiting mail) {
    identities_.insert(mail.message.identity);
    if (!mail.message.message_id.empty()) ids_.insert(mail.message.message_id);
    bytes_ += mail.raw.bytes.size();
    mails_.push_back(std::move(mail));
  }
  [[nodiscard]] const std::vector<Waiting>& mails() const { return mails_; }

 private:
  std::vector<Waiting> mails_;
  std::set<std::string> identities_, ids_;
  std::size_t bytes_ = 0;
};

Received told_of(const Message& message) {
  Received received;
  received.from = message.from.shown();
  received.subject = told_summary(message);
  return received;
}

/// Judges a mail by the ledger as it is now, and adds its draft; none for one that the ledger has already.
Received judge(session::Session& session, const Waiting& mail, std::vector<session::MachineDraft>& drafts) {
  Received received = told_of(mail.message);
  if (const auto taken = find_taken(session, mail.message.identity)) {
    received.as = "known";
    received.story = *taken;
    return received;
  }
  const auto match = find_match(session, mail.message);
  Composed composed =
      match ? compose_activity(session, mail.message, mail.raw, *match) : compose_new(session, mail.message, mail.raw);
  received.as = name_of(composed.as);
  received.story = composed.draft.story;
  received.record = composed.draft.made.record.id;
  received.why = std::move(composed.why);
  drafts.push_back(std::move(composed.draft));
  return received;
}

void write_batch(session::Session& session, const Batch& batch, const std::function<void(const Received&)>& told) {
  if (batch.mails().empty()) return;
  std::vector<Received> received;
  session::write_machine_records(session, [&] {
    received.clear();
    std::vector<session::MachineDraft> drafts;
    for (const Waiting& mail : batch.mails()) received.push_back(judge(session, mail, drafts));
    return drafts;
  });
  for (const Received& one : received) told(one);
}

}  // namespace

void receive(session::Session& session, const NextMail& next, const std::function<void(const Received&)>& told) {
  if (!session.settings().as_of.empty())
    throw util::Error(util::ErrorKind::usage,
                      "cannot run 'mail receive' with --as-of: it looks at the past, it does not change it");
  Batch batch;
  while (auto raw = next()) {
    Waiting mail{std::move(*raw), {}};
    mail.message = read_message(mail.raw.bytes, mail.raw.from_line);
    if (batch.is_full() || batch.must_come_first(mail.message)) {
      write_batch(session, batch, told);
      batch = {};
      session.refresh();
    }
    batch.add(std::move(mail));
  }
  write_batch(session, batch, told);
}

}  // namespace crmtrack::mail
