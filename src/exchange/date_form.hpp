#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "util/time.hpp"
#include "util/zone.hpp"

namespace crmtrack::exchange {

/// One way to write a date: `rfc3339`, `unix` (seconds), or a pattern of %Y %y %m %d %b %B %a %A %H %I %M %S %p %z %%
/// and other characters. %m %d %H %I take one digit or two, %Y four, %y two (00-68 are 2000-2068), month names are
/// English, a fraction behind %S is dropped, a blank stands for one or more.
class DateForm {
 public:
  /// nullopt where the pattern is none, or names no year, month and day.
  static std::optional<DateForm> parse(std::string_view pattern);
  /// The instant with its offset: of the text where it says one, else of `zone`. A form without a time is 00:00.
  [[nodiscard]] std::optional<util::Timestamp> read(std::string_view text, const util::Zone& zone) const;
  [[nodiscard]] const std::string& pattern() const { return pattern_; }

  /// How many slashes and colons a text has: what tells most forms apart at once.
  struct Shape {
    std::ptrdiff_t slashes = 0, colons = 0;
    explicit Shape(std::string_view text);
  };
  [[nodiscard]] bool may_fit(const Shape& text) const;

 private:
  std::string pattern_;
  Shape shape_{""};
  bool any_shape_ = true;  ///< an offset may have a colon or not
};

/// Reads a date that must fit the forms in one meaning only: the error says which forms it fits, or that none does.
tl::expected<util::Timestamp, std::string> read_date(std::string_view text, const std::vector<DateForm>& forms,
                                                     const util::Zone& zone);

}  // namespace crmtrack::exchange
