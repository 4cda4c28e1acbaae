#include "ledger/audit/memory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "util/file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {
namespace {

/// Counts up when an audit looks for more than before: then everything is looked at again.
constexpr std::string_view kMemoryStart = "crmtrack-audit 2";
constexpr std::size_t kMemoryLimit = 256U << 20U;

std::filesystem::path memory_path(const git::Location& location) { return location.own_dir() / "audit"; }

/// Tab, line feed and backslash made harmless.
std::string escape_field(std::string_view text) {
  std::string escaped;
  for (const char c : text)
    if (c == '\t')
      escaped += "\\t";
    else if (c == '\n')
      escaped += "\\n";
    else if (c == '\\')
      escaped += "\\\\";
    else
      escaped += c;
  return escaped;
}

std::string unescape_field(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      plain += text[i];
      continue;
    }
    const char c = text[++i];
    plain += c == 't' ? '\t' : c == 'n' ? '\n' : c;
  }
  return plain;
}

std::optional<util::Instant> memory_time(std::string_view text) {
  const auto time = util::parse_rfc3339(text);
  return time ? std::optional(time->utc) : std::nullopt;
}

std::string render_finding(const Finding& finding) {
  return fmt::format("finding\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", name_of(finding.kind), name_of(finding.severity),
                     finding.commit, escape_field(finding.path), escape_field(finding.author),
                     finding.at ? util::format_utc(*finding.at) : "", escape_field(finding.message));
}

std::optional<Severity> parse_severity(std::string_view name) {
  for (const Severity severity : {Severity::fault, Severity::warning, Severity::notice})
    if (name_of(severity) == name) return severity;
  return std::nullopt;
}

/// False where the line is none of ours.
bool read_head_line(const std::vector<std::string>& fields, AuditMemory& memory) {
  constexpr std::size_t kFields = 4;
  if (fields.size() != kFields) return false;
  const auto head = git::parse_object_id(fields[1]);
  const auto at = memory_time(fields[2]), heard = memory_time(fields[3]);
  if (head && at && heard) memory.heads.push_back({*head, *at, *heard});
  return head && at && heard;
}

/// False where the line is none of ours.
bool read_finding_line(const std::vector<std::string>& fields, AuditMemory& memory) {
  constexpr std::size_t kFields = 8;
  if (fields.size() != kFields) return false;
  const auto kind = parse_finding_kind(fields[1]);
  const auto severity = parse_severity(fields[2]);
  if (!kind || !severity) return false;
  memory.findings.push_back({*kind, *severity, fields[3], unescape_field(fields[4]), unescape_field(fields[5]),
                             memory_time(fields[6]), unescape_field(fields[7])});
  return true;
}

bool read_memory_line(const std::string& line, AuditMemory& memory) {
  const std::vector<std::string> fields = util::split(line, '\t');
  const std::string& word = fields.front();
  if (word == "finding") return read_finding_line(fields, memory);
  if (word == "was") return read_head_line(fields, memory);
  if (word == "seen" && fields.size() == 3) return memory.seen[unescape_field(fields[1])].insert(fields[2]).second;
  if (word == "tag" && fields.size() == 3) return memory.tags.emplace(unescape_field(fields[1]), fields[2]).second;
  if (word == "main_seen" && fields.size() == 3)
    return memory.main_seen[unescape_field(fields[1])].insert(fields[2]).second;
  if (fields.size() != 2) return false;
  if (word == "left_out") memory.left_out.insert(unescape_field(fields[1]));
  if (word == "replaced") memory.replaced.insert(fields[1]);
  if (word == "main") memory.main = fields[1];
  if (word == "policy") memory.policies.push_back(fields[1]);
  if (word == "at") memory.at = memory_time(fields[1]);
  if (word == "head") memory.head = fields[1];
  if (word == "signatures") memory.signatures = fields[1];
  return true;
}

}  // namespace

void AuditMemory::see(const git::ObjectId& once, util::Instant when, util::Instant heard) {
  constexpr std::size_t kMost = 4096;  // an audit a day for eleven years
  if (!heads.empty() && heads.back().head == once) {
    heads.back().heard = std::max(heads.back().heard, heard);
    return;
  }
  if (heads.size() >= kMost) heads.erase(heads.begin());
  heads.push_back({once, when, heard});
}

std::string render_memory(const AuditMemory& memory) {
  std::string text = fmt::format("{}\n", kMemoryStart);
  if (memory.at) text += fmt::format("at\t{}\n", util::format_utc(*memory.at));
  if (!memory.head.empty()) text += fmt::format("head\t{}\nsignatures\t{}\n", memory.head, memory.signatures);
  if (!memory.main.empty()) text += fmt::format("main\t{}\n", memory.main);
  const auto render_heads = [&](std::string_view word, const std::map<std::string, std::set<std::string>>& seen) {
    for (const auto& [reference, heads] : seen)
      for (const std::string& head : heads) text += fmt::format("{}\t{}\t{}\n", word, escape_field(reference), head);
  };
  render_heads("main_seen", memory.main_seen);
  render_heads("seen", memory.seen);
  for (const auto& [tag, object] : memory.tags) text += fmt::format("tag\t{}\t{}\n", escape_field(tag), object);
  for (const std::string& policy : memory.policies) text += fmt::format("policy\t{}\n", policy);
  for (const SeenHead& seen : memory.heads)
    text += fmt::format("was\t{}\t{}\t{}\n", seen.head.hex(), util::format_utc(seen.at), util::format_utc(seen.heard));
  for (const std::string& commit : memory.replaced) text += fmt::format("replaced\t{}\n", commit);
  for (const std::string& path : memory.left_out) text += fmt::format("left_out\t{}\n", escape_field(path));
  for (const Finding& finding : memory.findings) text += render_finding(finding);
  return text + "end\n";  // a file that was cut is none
}

AuditMemory parse_memory(std::string_view text) {
  AuditMemory memory;
  std::vector<std::string> lines = util::split(text, '\n');
  if (lines.size() < 3 || lines.front() != kMemoryStart || lines[lines.size() - 2] != "end") return memory;
  for (std::size_t i = 1; i + 2 < lines.size(); ++i)
    if (!read_memory_line(lines[i], memory)) return {};
  const bool has_head = git::parse_object_id(memory.head).has_value();
  return has_head || memory.head.empty() ? memory : AuditMemory{};
}

AuditMemory load_memory(const git::Location& location) {
  const auto text = util::find_file_text(memory_path(location), kMemoryLimit);
  return text ? parse_memory(*text) : AuditMemory{};
}

void save_memory(const git::Repository& repository, const AuditMemory& memory) {
  git::make_own_dir(repository.location, repository.access);
  util::replace_file(memory_path(repository.location), render_memory(memory), repository.access.file);
}

}  // namespace crmtrack::ledger
