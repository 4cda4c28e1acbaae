#pragma once

#include <string>

#include "document/document.hpp"

namespace crmtrack::render {

/// A document as the text of a mail: lines of at most 72 columns, without colour, and without what a mail server or a
/// reader takes for its own: a line never begins with `From ` or `>`, and never is a single dot.
std::string render_mail(const document::Document& document);

}  // namespace crmtrack::render
