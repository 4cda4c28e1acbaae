#pragma once

#include <algorithm>
#include <string_view>

#include "yaml/read.hpp"
#include "yaml/scan.hpp"
#include "yaml/write.hpp"

namespace crmtrack::fuzz {

inline bool same_marks(const yaml::Node& a, const yaml::Node& b) {
  const auto same_entry = [](const yaml::Node::Entry& x, const yaml::Node::Entry& y) {
    return same_marks(x.second, y.second);
  };
  return a.mark.line == b.mark.line && a.mark.column == b.mark.column &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_marks) &&
         std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(), same_entry);
}

inline const char* find_scan_fault(std::string_view text, const yaml::Node& scanned) {
  const auto read = yaml::read(text);
  if (!read) return "the scanner accepts what the reader refuses";
  if (!(*read == scanned)) return "scanner and reader take the text for different things";
  if (!same_marks(*read, scanned)) return "scanner and reader put a node in different places";
  return yaml::write(scanned) == text ? nullptr : "the scanner accepts what the writer would not write";
}

inline const char* find_round_trip_fault(const yaml::Node& map) {
  const std::string text = yaml::write(map);
  const yaml::Limits wide{text.size(), 8, 2000};
  const auto scanned = yaml::scan(text, wide);
  const auto read = yaml::read(text, wide);
  if (!read || !(*read == map)) return "what was written reads as something else";
  return scanned && *scanned == map ? nullptr : "what was written scans as something else";
}

/// Checks the rules for every text, whoever wrote it; nullptr, or the broken rule:
/// - reading never fails except by a Fault;
/// - a text that the scanner accepts is canonical, and the strict reader gives the same node;
/// - a map that the reader accepts can be written, and read and scanned back to the same map.
inline const char* find_disagreement(std::string_view text) {
  if (const auto scanned = yaml::scan(text)) {
    if (const char* fault = find_scan_fault(text, *scanned)) return fault;
  }
  const auto read = yaml::read(text);
  return read && read->is_map() ? find_round_trip_fault(*read) : nullptr;
}

}  // namespace crmtrack::fuzz
