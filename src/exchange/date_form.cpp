#include "exchange/date_form.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include <fmt/format.h>

#include "exchange/cell_value.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::exchange {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kDays{"monday", "tuesday",  "wednesday", "thursday",
                                                "friday", "saturday", "sunday"};
constexpr std::string_view kFields = "YymdbBaAHIMSpz%";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The parts of a date, collected while a text is read along a pattern.
struct Parts {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  std::optional<bool> afternoon;
  bool twelve_hours = false;
  std::optional<std::chrono::minutes> offset;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  [[nodiscard]] bool at_end() const { return text_.empty(); }

  bool read(std::string_view pattern, Parts& parts) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      const bool ok = pattern[i] == '%'      ? read_field(pattern[++i], parts)
                      : is_blank(pattern[i]) ? skip_blanks()
                                             : take(pattern[i]);
      if (!ok) return false;
    }
    return at_end();
  }

 private:
  bool read_field(char field, Parts& parts) {
    switch (field) {
      case 'Y':
        return number(4, 4, parts.year);
      case 'y':
        return two_digit_year(parts.year);
      case 'm':
        return number(1, 2, parts.month);
      case 'd':
        return number(1, 2, parts.day);
      case 'b':
      case 'B':
        return name(kMonths, parts.month);
      case 'a':
      case 'A': {
        int weekday = 0;  // what a date says of its weekday is not needed
        return name(kDays, weekday);
      }
      case 'H':
        return number(1, 2, parts.hour);
      case 'I':
        parts.twelve_hours = true;
        return number(1, 2, parts.hour);
      case 'M':
        return number(2, 2, parts.minute);
      case 'S':
        return number(2, 2, parts.second) && skip_fraction();
      case 'p':
        return half_day(parts.afternoon);
      case 'z':
        return zone_offset(parts.offset);
      default:
        return take('%');
    }
  }

  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }

  bool skip_blanks() {
    const std::size_t before = text_.size();
    while (!text_.empty() && is_blank(text_.front())) text_.remove_prefix(1);
    return text_.size() < before;
  }

  bool number(std::size_t least, std::size_t most, int& value) {
    std::size_t digits = 0;
    while (digits < most && digits < text_.size() && is_digit(text_[digits])) ++digits;
    if (digits < least) return false;
    std::from_chars(text_.data(), text_.data() + digits, value);
    text_.remove_prefix(digits);
    return true;
  }

  bool two_digit_year(int& year) {
    if (!number(2, 2, year)) return false;
    year += year <= 68 ? 2000 : 1900;
    return true;
  }

  /// A name in full, or its first three letters; `sept` too.
  template <std::size_t N>
  bool name(const std::array<std::string_view, N>& names, int& index) {
    std::size_t letters = 0;
    while (letters < text_.size() && ((text_[letters] | 0x20) >= 'a') && ((text_[letters] | 0x20) <= 'z')) ++letters;
    const std::string word = util::to_lower_ascii(text_.substr(0, letters));
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (word == names[i] || word == names[i].substr(0, 3) || (word == "sept" && names[i] == "september")) {
        index = static_cast<int>(i) + 1;
        text_.remove_prefix(letters);
        if (letters < names[i].size() && !text_.empty() && text_.front() == '.') text_.remove_prefix(1);
        return true;
      }
    }
    return false;
  }

  bool skip_fraction() {
    if (text_.size() >= 2 && (text_[0] == '.' || text_[0] == ',') && is_digit(text_[1])) {
      text_.remove_prefix(1);
      while (!text_.empty() && is_digit(text_.front())) text_.remove_prefix(1);
    }
    return true;
  }

  bool half_day(std::optional<bool>& afternoon) {
    const std::string word = util::to_lower_ascii(text_.substr(0, 2));
    if (word != "am" && word != "pm") return false;
    afternoon = word == "pm";
    text_.remove_prefix(2);
    return true;
  }

  bool zone_offset(std::optional<std::chrono::minutes>& offset) {
    if (take('Z') || take('z')) {
      offset = std::chrono::minutes(0);
      return true;
    }
    const bool negative = !text_.empty() && text_.front() == '-';
    int hours = 0;
    int minutes = 0;
    if (!take(negative ? '-' : '+') || !number(2, 2, hours)) return false;
    take(':');
    if (!number(2, 2, minutes) || hours > 23 || minutes > 59) return false;
    offset = std::chrono::minutes((negative ? -1 : 1) * (hours * 60 + minutes));
    return true;
  }

  std::string_view text_;
};

std::optional<util::Timestamp> to_timestamp(Parts parts, const util::Zone& zone) {
  using namespace std::chrono;
  const year_month_day date{year(parts.year), month(static_cast<unsigned>(parts.month)),
                            day(static_cast<unsigned>(parts.day))};
  if (parts.twelve_hours) {
    if (parts.hour < 1 || parts.hour > 12 || !parts.afternoon) return std::nullopt;
    parts.hour = parts.hour % 12 + (*parts.afternoon ? 12 : 0);
  }
  if (!date.ok() || parts.hour > 23 || parts.minute > 59 || parts.second > 60) return std::nullopt;
  const local_seconds local =
      local_days(date) + hours(parts.hour) + minutes(parts.minute) + seconds(std::min(parts.second, 59));
  if (parts.offset) return util::Timestamp{sys_seconds(local.time_since_epoch()) - *parts.offset, *parts.offset};
  return zone.at(zone.to_instant(local));
}

std::optional<util::Timestamp> read_unix(std::string_view text, const util::Zone& zone) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  constexpr std::int64_t kYear10000 = 253402300800;
  if (error != std::errc() || end != text.data() + text.size() || value < 0 || value >= kYear10000) return std::nullopt;
  return zone.at(util::Instant(std::chrono::seconds(value)));
}

}  // namespace

std::optional<DateForm> DateForm::parse(std::string_view pattern) {
  DateForm form;
  form.pattern_ = pattern;
  if (pattern == "rfc3339" || pattern == "unix") return form;
  std::string seen;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%') continue;
    if (i + 1 == pattern.size() || kFields.find(pattern[i + 1]) == std::string_view::npos) return std::nullopt;
    seen += pattern[++i];
  }
  const auto says = [&seen](std::string_view any) { return seen.find_first_of(any) != std::string::npos; };
  if (!says("Yy") || !says("mbB") || !says("d") || (says("I") != says("p"))) return std::nullopt;
  form.shape_ = Shape(pattern);
  form.any_shape_ = says("z");
  return form;
}

DateForm::Shape::Shape(std::string_view text)
    : slashes(std::count(text.begin(), text.end(), '/')), colons(std::count(text.begin(), text.end(), ':')) {}

bool DateForm::may_fit(const Shape& text) const {
  return any_shape_ || (text.slashes == shape_.slashes && text.colons == shape_.colons);
}

std::optional<util::Timestamp> DateForm::read(std::string_view text, const util::Zone& zone) const {
  text = util::trim(text);
  if (pattern_ == "rfc3339") return util::parse_rfc3339(text);
  if (pattern_ == "unix") return read_unix(text, zone);
  Parts parts;
  Reader reader(text);
  return reader.read(pattern_, parts) ? to_timestamp(parts, zone) : std::nullopt;
}

tl::expected<util::Timestamp, std::string> read_date(std::string_view text, const std::vector<DateForm>& forms,
                                                     const util::Zone& zone) {
  std::optional<util::Timestamp> found;
  const DateForm* first = nullptr;
  const DateForm::Shape shape(text);
  for (const DateForm& form : forms) {
    if (!form.may_fit(shape)) continue;
    const auto read = form.read(text, zone);
    if (!read) continue;
    if (found && read->utc != found->utc) {
      return tl::unexpected(fmt::format("'{}' is {} by {} and {} by {}: state one with --set date_format=…",
                                        shown_cell(text), util::format_rfc3339(*found), first->pattern(),
                                        util::format_rfc3339(*read), form.pattern()));
    }
    if (!found) {
      found = read;
      first = &form;
    }
  }
  if (found) return *found;
  std::vector<std::string> patterns;
  for (const DateForm& form : forms) patterns.push_back(form.pattern());
  return tl::unexpected(fmt::format("'{}' is no date of the form {}", shown_cell(text), util::join(patterns, ", ")));
}

}  // namespace crmtrack::exchange
