#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/map.hpp"

namespace crmtrack::exchange {

/// Reads the YAML of a map into its typed form; every method throws Error with the place of what is wrong.
class MapReader {
 public:
  explicit MapReader(std::string name) : name_(std::move(name)) {}
  [[nodiscard]] Map read(const yaml::Node& root) const;

 private:
  void read_table(const yaml::Node& root, Map& map) const;
  void read_columns(const yaml::Node& root, Map& map) const;
  void read_complaint(const yaml::Node& root, Map& map) const;
  [[nodiscard]] RecordRule read_rule(const yaml::Node& node) const;
  [[nodiscard]] std::vector<Condition> read_conditions(const yaml::Node* node) const;
  [[nodiscard]] FieldSource read_source(const std::string& field, const yaml::Node& node) const;
  void read_source_map(const yaml::Node& node, FieldSource& source) const;
  [[nodiscard]] std::vector<FieldSource> read_sources(const yaml::Node* node) const;
  [[nodiscard]] std::vector<DateForm> read_forms(const yaml::Node* node) const;
  [[nodiscard]] std::vector<std::string> read_texts(const yaml::Node& node) const;
  [[nodiscard]] std::map<std::string, std::string> read_values(const yaml::Node& node) const;
  [[nodiscard]] As read_as(const yaml::Node& node) const;
  void check_keys(const yaml::Node& node, std::initializer_list<std::string_view> keys) const;
  [[nodiscard]] const yaml::Node& get(const yaml::Node& node, std::string_view key) const;
  [[noreturn]] void fail(const yaml::Mark& mark, const std::string& message) const;

  std::string name_;
};

}  // namespace crmtrack::exchange
