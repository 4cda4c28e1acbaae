#pragma once

#include <string>

#include "document/document.hpp"

namespace crmtrack::render {

std::string render_markdown(const document::Document& document);
std::string render_markdown(const document::Table& table);

}  // namespace crmtrack::render
