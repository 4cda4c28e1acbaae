#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"

namespace crmtrack::view {

/// A record as the customer whose complaint it is may see it: the fields that the table of kinds (record/kinds.hpp)
/// gives to `client`, and of these none where the record is the team's. A field that the table does not know is the
/// team's.
class ClientFields {
 public:
  /// Of a whole record. `channel` is the complaint's. Both must outlive it.
  ClientFields(const record::Record& record, std::string_view channel);
  /// Of the fields that a story's record of a kind has by now. A change and a correction are the team's, but the value
  /// that they give a field is of that field.
  ClientFields(record::Kind kind, const yaml::Node& fields);

  /// Whether the customer may see the record at all. They may see what they said, what reached them or was to reach
  /// them, and nothing that was said among ourselves.
  [[nodiscard]] bool is_visible() const { return visible_; }
  /// Whether the customer may see what the record promises them and asks of them. Of a note among ourselves they see
  /// that only where it says `visibility: client`: `new --promise` writes down so what was said while they complained.
  [[nodiscard]] bool shows_promises() const { return shows_promises_; }
  /// The text of a field; empty where the customer may not see it.
  [[nodiscard]] std::string text_of(std::string_view field) const;
  /// The texts of a member of each map in a list (`attachments`, `name`).
  [[nodiscard]] std::vector<std::string> texts_of(std::string_view field, std::string_view member) const;

 private:
  [[nodiscard]] const yaml::Node* find(std::string_view field) const;

  record::Kind kind_;
  const yaml::Node& fields_;
  bool visible_ = true;
  bool shows_promises_ = true;
};

}  // namespace crmtrack::view
