#pragma once

#include <string>
#include <string_view>

#include "../story/build.hpp"
#include "document/document.hpp"
#include "render/text.hpp"
#include "util/id.hpp"
#include "view/setting.hpp"

/// Stories as tests tell them, and the setting in which they are shown.
namespace crmtrack::view::test {

using story::test::at;
using story::test::Fields;
using story::test::list;
using story::test::map;
using story::test::Teller;
using story::test::text;

/// Two hours into the first of March 2026, in UTC; a complaint's short id is the first four of its random part.
inline Setting setting() {
  return {at("2026-03-01T02:00:00Z"), util::Zone::utc(),
          [](std::string_view id) { return std::string(util::complaint_tail(id).substr(0, 4)); }};
}

/// A story whose records were committed at once by those who state them.
inline Teller& commit_all(Teller& teller) {
  for (story::Entry& entry : teller.entries()) {
    entry.provenance.recorded_at = entry.record.at.utc;
    entry.provenance.author = entry.record.by;
    entry.provenance.commit = std::string(40, 'a');
  }
  return teller;
}

/// A complaint of acme about an invoice: received, acknowledged by mail, escalated, answered.
inline Teller told_invoice() {
  Teller teller;
  teller.complaint({{"customer", text("acme")},
                    {"channel", text("phone")},
                    {"reason", text("billing")},
                    {"severity", text("high")},
                    {"summary", text("Invoice 4711 charged twice")},
                    {"description", text("On 3 and 4 November.\nBoth from the same card.")}});
  teller.acknowledge();
  teller.escalate(0, 1, {{"to", text("lena@example.com")}, {"why", text("a week without an answer")}});
  commit_all(teller);
  return teller;
}

inline std::string text_of(const document::Document& document) { return render::render_text(document, {.width = 120}); }
inline std::string text_of(document::Lines lines) {
  document::Document document;
  document.add(std::move(lines));
  return text_of(document);
}

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace crmtrack::view::test
