#pragma once

#include <string>

namespace crmtrack::mail {

/// The body of a mail with the headers that describe it (Content-Type, Content-Transfer-Encoding), made by GMime: a
/// text, or a text and its HTML as alternatives where `html` is not empty. `boundary` stands between the two, and may
/// not be part of either. Lines end in LF and have at most 76 characters. Throws Error(program_failed) where GMime is
/// not installed.
std::string render_body(const std::string& text, const std::string& html, const std::string& boundary);

}  // namespace crmtrack::mail
