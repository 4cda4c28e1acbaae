#include "mail/message/address.hpp"

#include <algorithm>
#include <utility>

#include "mail/message/encoded_words.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kMostAddresses = 100;
constexpr std::size_t kLongestAddress = 320;

/// The parts of an address while its characters are read.
struct Draft {
  std::string words, comment, angle;
  bool has_angle = false;
};

/// Reads the characters of an address list: quotes, comments and brackets may hold separators.
class AddressReader {
 public:
  std::vector<Address> read(std::string_view value) {
    for (std::size_t i = 0; i < value.size() && found_.size() < kMostAddresses; ++i) take(value, i);
    end_address();
    return std::move(found_);
  }

 private:
  void take(std::string_view value, std::size_t& i) {
    const char c = value[i];
    if (c == '\\' && (quoted_ || depth_ > 0) && i + 1 < value.size()) {
      put(value[++i]);
    } else if (c == '"' && depth_ == 0) {
      quoted_ = !quoted_;
    } else if (quoted_) {
      put(c);
    } else if (c == '(' || c == ')') {
      depth_ = std::max(0, depth_ + (c == '(' ? 1 : -1));
    } else if (depth_ > 0) {
      put(c);
    } else if (c == '<') {
      in_angle_ = draft_.has_angle = true;
      draft_.angle.clear();
    } else if (c == '>') {
      in_angle_ = false;
    } else if ((c == ',' || c == ';') && !in_angle_) {
      end_address();
    } else if (c == ':' && !in_angle_ && draft_.words.find('@') == std::string::npos) {
      draft_ = {};  // the name of a group
    } else {
      put(c);
    }
  }

  void put(char c) { (depth_ > 0 ? draft_.comment : in_angle_ ? draft_.angle : draft_.words) += c; }

  void end_address() {
    const Draft draft = std::exchange(draft_, {});
    Address address;
    std::string mail(util::trim(draft.has_angle ? draft.angle : draft.words));
    std::erase(mail, ' ');
    if (is_mail_address(mail)) {
      const std::size_t at = mail.rfind('@');
      address.mail = mail.substr(0, at) + util::to_lower_ascii(mail.substr(at));
    }
    const bool words_are_name = draft.has_angle || address.mail.empty();
    address.name = decode_words(words_are_name && !util::trim(draft.words).empty() ? draft.words : draft.comment);
    if (!address.name.empty() || !address.mail.empty()) found_.push_back(std::move(address));
  }

  std::vector<Address> found_;
  Draft draft_;
  bool quoted_ = false, in_angle_ = false;
  int depth_ = 0;
};

}  // namespace

std::string Address::shown() const {
  if (name.empty() || name == mail) return mail;
  return mail.empty() ? name : name + " <" + mail + ">";
}

std::vector<Address> addresses_of(std::string_view value) { return AddressReader().read(value); }

Address address_of(std::string_view value) {
  auto found = addresses_of(value);
  return found.empty() ? Address{} : std::move(found.front());
}

bool is_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == text.npos &&
         text.size() <= kLongestAddress &&
         std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f && c != '<' && c != '>' && c != ','; });
}

}  // namespace crmtrack::mail
