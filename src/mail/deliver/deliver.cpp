#include "mail/deliver/deliver.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "git/program/settings.hpp"
#include "index/read/notices.hpp"
#include "index/read/rule_events.hpp"
#include "mail/compose/outgoing_address.hpp"
#include "mail/compose/outgoing_mail.hpp"
#include "mail/deliver/notice_document.hpp"
#include "mail/deliver/outbox.hpp"
#include "mail/message/token.hpp"
#include "mail/send/hand_over.hpp"
#include "mail/send/mail_settings.hpp"
#include "record/machine_place.hpp"
#include "record/promise_reference.hpp"
#include "render/html.hpp"
#include "render/mail.hpp"
#include "session/write_machine.hpp"
#include "story/machine_key.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/mailbox.hpp"

namespace crmtrack::mail {

namespace {

using index::Notice;
using yaml::Node;

/// A notification that waits longer tells nothing new.
constexpr std::chrono::days kStale{7};
/// When a message that the program did not take is tried again; behind the last it has failed.
constexpr std::array kTryAgain{std::chrono::minutes(15), std::chrono::minutes(60), std::chrono::minutes(240),
                               std::chrono::minutes(720)};
/// So many messages are sent before their deliveries are committed.
constexpr std::size_t kBatch = 500;

class Sender {
 public:
  Sender(session::Session& session, const policy::Rules& rules, MailSettings mail)
      : session_(session), rules_(rules), mail_(std::move(mail)) {}

  std::vector<Delivered> run() {
    auto outbox = Outbox::open(session_.location());
    if (!outbox) {
      session_.say("another process is sending: nothing is sent here");
      return {};
    }
    outbox_ = &*outbox;
    record_ended();
    std::vector<Notice> due = waiting();
    if (gather(due)) due = waiting();  // with the digests, without what they gather
    std::erase_if(due, is_gathered);
    for (std::size_t begin = 0; begin < due.size(); begin += kBatch) {
      for (std::size_t i = begin; i < std::min(begin + kBatch, due.size()); ++i) send(due[i]);
      write();
    }
    return std::move(delivered_);
  }

 private:
  [[nodiscard]] bool is_dry() const { return session_.settings().dry_run; }

  [[nodiscard]] std::vector<Notice> waiting() {
    std::vector<Notice> notices = index::notices_since(session_.index(), session_.now() - 2 * kStale);
    std::erase_if(notices, [&](const Notice& notice) { return !notice.waits() || !is_time(notice); });
    return notices;
  }

  [[nodiscard]] bool is_time(const Notice& notice) {
    const util::Instant now = session_.now();
    if (notice.send_after && *notice.send_after > now) return false;
    if (notice.attempt == 0 || !notice.delivered_at) return true;
    const auto tries = std::min<std::size_t>(static_cast<std::size_t>(notice.attempt), kTryAgain.size());
    return now >= *notice.delivered_at + kTryAgain.at(tries - 1);
  }

  [[nodiscard]] static bool is_gathered(const Notice& notice) {
    return !notice.digest.empty() && notice.digest != "none" && notice.event != "digest";
  }

  /// Records the messages that an earlier run handed over before it died.
  void record_ended() {
    if (std::ranges::all_of(outbox_->all(), [](const auto& each) { return each.second.outcome.empty(); })) return;
    for (const Notice& notice : index::notices_since(session_.index(), session_.now() - 4 * kStale)) {
      const OnItsWay* const message = outbox_->find(notice.id);
      if (message == nullptr || message->outcome.empty() || notice.attempt >= message->attempt) continue;
      add(notice, message->outcome, message->detail, message->attempt, message->at, message->token);
    }
    write();
    if (!is_dry()) outbox_->forget_ended();
  }

  /// Makes one notification of all that a digest of one recipient gathers. False where there is none to make.
  bool gather(const std::vector<Notice>& due) {
    std::map<std::string, std::vector<Notice>> by_recipient;
    for (const Notice& notice : due)
      if (is_gathered(notice)) by_recipient[util::mailbox_key(notice.to)].push_back(notice);
    if (by_recipient.empty()) return false;
    std::vector<session::MachineDraft> drafts;
    for (const auto& [recipient, notices] : by_recipient) add_digest(recipient, notices, drafts);
    session::write_machine_records(session_, [&] { return drafts; });
    session_.refresh();
    return true;
  }

  void add_digest(const std::string& recipient, const std::vector<Notice>& notices,
                  std::vector<session::MachineDraft>& drafts) {
    const util::Instant now = session_.now();
    const std::string key = fmt::format("digest/{}/{}", story::recipient_mark(recipient), util::format_utc(now));
    const record::StoryRef story{record::StoryKind::journal,
                                 util::make_complaint_id(now, record::random_of_source(key))};
    std::vector<std::string> holds;
    for (const Notice& notice : notices) holds.push_back(fmt::format("{}/{}", notice.story.id, notice.id));
    Node fields = Node::map();
    fields.set("rule", Node::scalar("digest"));
    fields.set("event", Node::scalar("digest"));
    fields.set("to", Node::scalar(notices.front().to));
    fields.set("as", Node::scalar(notices.front().role));
    fields.set("channel", Node::scalar("email"));
    fields.set("outcome", Node::scalar("queued"));
    fields.set("holds", Node::list_of(holds));
    int depth = 1;
    for (const Notice& notice : notices) depth = std::max(depth, notice.depth);
    fields.set("depth", Node::integer(depth));
    drafts.push_back({story,
                      record::make_machine_record({.kind = record::Kind::notification,
                                                   .key = key,
                                                   .at = {now, {}},
                                                   .by = record::kMachine,
                                                   .fields = std::move(fields)}),
                      {}});
    for (const Notice& notice : notices) {
      Delivered done = outcome_of(notice, "digested", "", notice.attempt + 1, now, {}, story.id);
      drafts.push_back({notice.story, done.made, {}});
      delivered_.push_back(std::move(done));
    }
  }

  /// Why a message is not sent any more; empty where it is.
  std::string why_not(const Notice& notice) {
    if (session_.now() - notice.at > kStale && notice.attempt == 0) return "too late";
    if (!notice.promise.empty()) {
      const auto name = record::parse_promise_reference(notice.about);
      if (!index::is_promise_open(session_.index(), notice.story.id, notice.promise, name)) return "settled meanwhile";
    }
    return address_fault(notice.to);
  }

  void send(const Notice& notice) {
    const int attempt = notice.attempt + 1;
    if (const std::string why = why_not(notice); !why.empty())
      return add(notice, "suppressed", why, attempt, session_.now(), {});
    const NoticeDocument told = notice_document(session_, rules_, notice, gathered_of(notice));
    if (told.is_empty) return add(notice, "suppressed", "nothing to tell", attempt, session_.now(), {});
    if (is_dry()) return add(notice, "sent", "", attempt, session_.now(), {});
    const OnItsWay* const begun = outbox_->find(notice.id);
    std::string token = begun != nullptr ? begun->token : "";
    if (begun == nullptr && notice.role == "customer") token = mint_token(session_.random(), notice.id);
    const std::string bytes = compose_mail(message_of(notice, told, token));
    outbox_->begin(notice.id, attempt, token);
    const HandOver result = hand_over(mail_.for_token(token), notice.to, bytes);
    const bool is_last = static_cast<std::size_t>(attempt) > kTryAgain.size();
    const std::string outcome = result.handed_over ? "sent" : is_last ? "failed" : "retry";
    const std::string detail = result.handed_over ? "" : shown_failure(result);
    outbox_->end(notice.id, outcome, detail, session_.now());
    if (outcome == "failed")
      session_.warn(fmt::format("the mail to {} of rule '{}' has failed {} times, and is not tried again: {}",
                                notice.to, notice.rule, attempt, detail));
    add(notice, outcome, detail, attempt, session_.now(), token);
  }

  /// The notifications of a digest.
  std::vector<Notice> gathered_of(const Notice& notice) {
    if (notice.event != "digest") return {};
    std::vector<Notice> gathered;
    for (Notice& each : index::notices_since(session_.index(), notice.at - 2 * kStale))
      if (each.in_story == notice.story.id) gathered.push_back(std::move(each));
    return gathered;
  }

  /// Equal for every attempt and host, so that a mail that comes twice is known as one.
  [[nodiscard]] std::string message_id_of(const std::string& record) const {
    return fmt::format("{}.crmtrack@{}", record, domain());
  }
  [[nodiscard]] std::string domain() const {
    const std::size_t at = mail_.from.mail.rfind('@');
    return at == std::string::npos ? mail_.from.mail : mail_.from.mail.substr(at + 1);
  }

  OutgoingMail message_of(const Notice& notice, const NoticeDocument& told, const std::string& token) {
    OutgoingMail mail;
    mail.from = mail_.from;
    mail.reply_to = mail_.reply_address(token);
    mail.to = {{}, notice.to};
    mail.subject = told.subject;
    mail.text = render::render_mail(told.document);
    mail.html = render::render_html(told.document, render::Pictures::none);
    mail.message_id = message_id_of(notice.id);
    // All that is told of one complaint is one conversation.
    if (notice.story.kind == record::StoryKind::complaint)
      mail.references = {mail.in_reply_to = fmt::format("{}.crmtrack@{}", notice.story.id, domain())};
    mail.list_id = fmt::format("{}.crmtrack.{}", notice.rule, domain());
    mail.token = token;
    mail.at = session_.timestamp();
    return mail;
  }

  Delivered outcome_of(const Notice& notice, const std::string& outcome, const std::string& detail, int attempt,
                       util::Instant at, const std::string& token, const std::string& into) {
    Node fields = Node::map();
    fields.set("about", Node::scalar(notice.id));
    fields.set("to", Node::scalar(notice.to));
    fields.set("channel", Node::scalar("email"));
    fields.set("outcome", Node::scalar(outcome));
    if (!detail.empty()) fields.set("detail", Node::scalar(detail));
    fields.set("attempt", Node::integer(attempt));
    if (!into.empty()) fields.set("into", Node::scalar(into));
    if (outcome == "sent") fields.set("message_id", Node::scalar(message_id_of(notice.id)));
    if (!token.empty()) fields.set("tokens", Node::list_of({token_digest(token)}));
    Delivered done{notice.story, notice.id, notice.rule, notice.event, notice.to, outcome, detail, {}};
    done.made =
        record::make_machine_record({.kind = record::Kind::delivery,
                                     .key = fmt::format("delivery/{}/{}/{}", notice.story.id, notice.id, attempt),
                                     .at = {at, {}},
                                     .by = record::kMachine,
                                     .cause = notice.id,
                                     .fields = std::move(fields)});
    return done;
  }

  void add(const Notice& notice, const std::string& outcome, const std::string& detail, int attempt, util::Instant at,
           const std::string& token) {
    unwritten_.push_back(outcome_of(notice, outcome, detail, attempt, at, token, {}));
  }

  void write() {
    if (unwritten_.empty()) return;
    session::write_machine_records(session_, [&] {
      std::vector<session::MachineDraft> drafts;
      for (const Delivered& done : unwritten_) drafts.push_back({done.story, done.made, {}});
      return drafts;
    });
    std::ranges::move(unwritten_, std::back_inserter(delivered_));
    unwritten_.clear();
    if (is_dry()) return;
    outbox_->forget_ended();
    session_.refresh();
  }

  session::Session& session_;
  const policy::Rules& rules_;
  MailSettings mail_;
  Outbox* outbox_ = nullptr;
  std::vector<Delivered> unwritten_, delivered_;
};

}  // namespace

std::vector<Delivered> deliver_due(session::Session& session, const policy::Rules& rules) {
  const git::Environment& environment = session.settings().environment;
  const git::Settings settings(environment, session.location(), nullptr);
  if (!may_deliver(settings)) return {};
  return Sender(session, rules, read_mail_settings(settings, environment)).run();
}

}  // namespace crmtrack::mail
