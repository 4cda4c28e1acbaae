#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::mail {

/// A part of a mail that has no parts of its own, with its transfer encoding undone.
struct Part {
  std::string type;     ///< `text/plain`, in lower case
  std::string charset;  ///< as stated; may be empty
  std::string name;     ///< of its file, as UTF-8; may be empty
  std::string bytes;
  int enclosed = 0;             ///< how many messages enclose it: 0 in the mail itself
  bool is_attachment = false;   ///< its disposition says so
  bool is_alternative = false;  ///< the mail has the same content in another form as well
};

/// All parts of a mail, in order; before those of an enclosed message stands a part `message/rfc822` with the header of
/// that message for its bytes.
struct Parts {
  std::vector<Part> parts;
  bool is_cut = false;  ///< there were more, or deeper, than are read: 1,000 parts, 30 levels
};

/// Takes a message apart. It takes any bytes, and gives the parts that it can read. Throws Error(program_failed) where
/// GMime is not installed.
Parts parts_of(std::string_view message);

}  // namespace crmtrack::mail
