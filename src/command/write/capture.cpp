#include "command/write/capture.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "session/lookup.hpp"
#include "terminal/editor.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"
#include "util/text/utf8.hpp"
#include "util/when.hpp"

namespace crmtrack::command {

using session::Attachment;
using session::Draft;
using util::Error;
using util::ErrorKind;

namespace {

constexpr std::size_t kTextLimit = 1U << 20;

/// Line ends become LF; blanks and line feeds at the end go.
std::string clean(std::string text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      out += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else {
      out += text[i];
    }
  }
  while (!out.empty() && (out.back() == '\n' || out.back() == ' ' || out.back() == '\t')) out.pop_back();
  if (!util::is_valid_utf8(out))
    throw Error(ErrorKind::refused, "cannot record this text: it is not UTF-8",
                {"convert it first, for example with iconv"});
  return out;
}

std::string editor_of(Context& context) {
  for (const char* name : {"VISUAL", "EDITOR"})
    if (const char* value = context.variable(name); value != nullptr && *value != '\0') return value;
  return "vi";
}

}  // namespace

std::string read_standard_input(Context& context, std::size_t limit) {
  std::string text;
  std::array<char, 65536> chunk{};
  for (;;) {
    const ssize_t count = ::read(context.streams().in, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      throw Error(ErrorKind::program_failed, fmt::format("cannot read standard input: {}", std::strerror(errno)));
    if (count == 0) return text;
    text.append(chunk.data(), static_cast<std::size_t>(count));
    if (text.size() > limit)
      throw Error(ErrorKind::refused, fmt::format("cannot read standard input: more than {} bytes", limit),
                  {"attach long texts with --attach FILE"});
  }
}

util::Timestamp at_of(Context& context, const Invocation& invocation) {
  const auto at = invocation.find("at");
  if (!at) return context.timestamp();
  const auto now = std::chrono::floor<std::chrono::seconds>(context.clock());
  const util::Timestamp time = util::parse_when(*at, now, context.zone(), false);
  if (time.utc > now)
    throw Error(ErrorKind::refused, fmt::format("cannot record what happens at '{}': that is still to come", *at),
                {"to promise something for later: --promise WHAT@DUE; to ask for something: --expects WHAT@DUE"});
  return time;
}

std::string by_of(Context& context, const Invocation& invocation) {
  const auto by = invocation.find("by");
  if (!by || *by == "me") return context.me();
  // The person who did it may not be in the directory yet: recording is never refused for that.
  if (auto person = session::find_person(context, *by)) return std::move(*person);
  say_unlisted(context, *by);
  return std::string(util::trim(*by));
}

std::string contact_type_of(const std::string& channel) {
  if (channel == "phone") return "call";
  if (channel == "in_person") return "meeting";
  if (channel == "email" || channel == "chat") return channel;
  if (channel == "post") return "letter";
  if (channel == "social") return "post";
  return "email";
}

util::Timestamp due_of(Context& context, std::string_view text) {
  return util::parse_when(text, std::chrono::floor<std::chrono::seconds>(context.clock()), context.zone(), true);
}

std::string text_without_editor(Context& context, const Invocation& invocation) {
  const bool given = invocation.has("message") || invocation.has("file");
  return given ? text_of(context, invocation, {}).value_or("") : std::string();
}

std::optional<std::string> text_of(Context& context, const Invocation& invocation, const std::string& text_template) {
  if (invocation.has("message") && invocation.has("file"))
    throw Error(ErrorKind::usage, "cannot take the text from both -m and -F");
  if (const auto message = invocation.find("message")) return clean(*message);
  if (const auto file = invocation.find("file")) {
    if (*file == "-") return clean(read_standard_input(context, kTextLimit));
    return clean(util::read_file(std::filesystem::path(context.settings().directory) / *file, kTextLimit));
  }
  if (!context.interactive()) return std::nullopt;
  std::string text = terminal::edit_text(editor_of(context), text_template);
  context.note_typed(text);
  return clean(std::move(text));
}

std::string required_text(Context& context, const Invocation& invocation, const std::string& text_template) {
  const auto text = text_of(context, invocation, text_template);
  if (!text)
    throw Error(ErrorKind::usage, fmt::format("cannot run '{}': no text", context.settings().command),
                {"give it with -m TEXT or -F FILE"});
  if (text->empty())
    throw Error(ErrorKind::usage, fmt::format("cannot run '{}': the text is empty", context.settings().command),
                {"give it with -m TEXT or -F FILE"});
  return *text;
}

std::string required_why(const Invocation& invocation) {
  const std::string why(util::trim(invocation.get("why")));
  if (why.empty()) throw Error(ErrorKind::usage, "cannot do this without --why", {"say the reason: --why WHY"});
  return clean(why);
}

std::vector<Attachment> attachments_of(Context& context, const Invocation& invocation) {
  std::vector<Attachment> attachments;
  if (!invocation.has("attach")) return attachments;
  const std::size_t limit = context.policy().settings.attachment_limit;
  for (const std::string& file : invocation.all("attach")) {
    const std::filesystem::path path = std::filesystem::path(context.settings().directory) / file;
    Attachment attachment{path.filename().string(), util::read_file(path, limit)};
    if (!record::is_attachment_name(attachment.name))
      throw Error(ErrorKind::refused, fmt::format("cannot attach '{}': a file name like this cannot be kept", file),
                  {"rename the file and try again"});
    const bool twice = std::any_of(attachments.begin(), attachments.end(),
                                   [&](const Attachment& other) { return other.name == attachment.name; });
    if (twice) throw Error(ErrorKind::usage, fmt::format("cannot attach '{}' twice", attachment.name));
    attachments.push_back(std::move(attachment));
  }
  return attachments;
}

yaml::Node text_node(const std::string& text) {
  return yaml::Node::scalar(text.find('\n') == std::string::npos ? text : text + "\n");
}

void set_text(yaml::Node& fields, std::string key, const std::string& text) {
  if (!text.empty()) fields.set(std::move(key), text_node(text));
}

std::vector<std::string> refs_of(const Invocation& invocation) {
  std::vector<std::string> refs = invocation.all("ref");
  for (const std::string& ref : refs) {
    const std::size_t colon = ref.find(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == ref.size())
      throw Error(ErrorKind::usage, fmt::format("cannot read --ref '{}': write SYSTEM:ID", ref),
                  {"for example: --ref helpdesk:HD-221"});
  }
  return refs;
}

Draft draft_for(Context& context, const Invocation& invocation, const story::Complaint& complaint, record::Kind kind,
                std::string says) {
  Draft draft;
  draft.story = {record::StoryKind::complaint, complaint.id};
  draft.kind = kind;
  draft.at = at_of(context, invocation);
  if (draft.at.utc < complaint.received_at)
    context.say_once(fmt::format("{} lies before the receipt of {} ({}): no duration counts it",
                                 util::format_rfc3339(draft.at), short_id(context, complaint.id),
                                 util::format_utc(complaint.received_at)));
  draft.by = by_of(context, invocation);
  draft.customer = complaint.text_of("customer");
  draft.says = std::move(says);
  draft.attachments = attachments_of(context, invocation);
  if (const auto refs = refs_of(invocation); !refs.empty()) draft.fields.set("refs", yaml::Node::list_of(refs));
  return draft;
}

}  // namespace crmtrack::command
