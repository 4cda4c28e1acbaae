#pragma once

#include <string>

#include "document/document.hpp"

namespace crmtrack::render {

/// A table as lines of tab-separated cells, without header; tab, line feed, CR and backslash as \t \n \r \\.
std::string render_tsv(const document::Table& table);
/// The keys of the columns in a line, as render_tsv() parts them.
std::string render_tsv_header(const document::Table& table);
/// A table as CSV, with the columns' keys as header.
std::string render_csv(const document::Table& table);

}  // namespace crmtrack::render
