#include "mail/receive/raw_mail.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include <fmt/format.h>

#include "mail/mbox.hpp"
#include "policy/settings.hpp"
#include "util/digest.hpp"
#include "util/error.hpp"
#include "util/sha256_stream.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kReadStep = 64UL << 10U;

/// The number of bytes read; 0 at the end.
std::size_t read_some(int descriptor, std::array<char, kReadStep>& buffer) {
  for (;;) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR)
      throw util::Error(util::ErrorKind::busy, fmt::format("cannot read the mail: {}", std::strerror(errno)));
  }
}

}  // namespace

RawMail make_raw_mail(std::string bytes, std::string from_line) {
  RawMail mail{std::move(bytes), std::move(from_line)};
  mail.size = mail.bytes.size();
  mail.sha256 = util::sha256_hex(mail.bytes);
  if (mail.size > policy::kLargestAttachment) mail.bytes.resize(policy::kLargestAttachment);
  return mail;
}

RawMail read_raw_mail(int descriptor) {
  RawMail mail;
  util::Sha256Stream digest;
  std::array<char, kReadStep> buffer{};
  bool is_first = true;
  while (const std::size_t got = read_some(descriptor, buffer)) {
    std::string_view bytes(buffer.data(), got);
    if (is_first) {
      // A pipe may give the front in parts. A `From ` line is written in one.
      const Unwrapped unwrapped = without_from_line(bytes);
      mail.from_line = std::string(unwrapped.from_line);
      bytes = unwrapped.message;
    }
    is_first = false;
    digest.add(bytes);
    mail.size += bytes.size();
    if (mail.bytes.size() < policy::kLargestAttachment)
      mail.bytes.append(bytes.substr(0, policy::kLargestAttachment - mail.bytes.size()));
  }
  mail.sha256 = digest.finish_hex();
  return mail;
}

}  // namespace crmtrack::mail
