// The YAML test suite, where its folder stands beside the source tree.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "../../fuzz/yaml_agreement.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

using namespace crmtrack;
using namespace crmtrack::yaml;
using Json = nlohmann::ordered_json;

namespace {

const std::filesystem::path kSuite =
    std::filesystem::path(CRMTRACK_SOURCE_DIR).parent_path() / "shared/data/yaml-test-suite";
constexpr std::size_t kLimit = 1U << 20;
/// Errors by the standard that yaml-cpp lets pass, and that leave no doubt of what was meant: a flow list whose lines
/// are not indented, comments without a blank before them, blank lines of growing width before a folded text.
const std::set<std::string> kTolerated{"9C9N", "9JBA", "X4QW", "S98Z"};

bool same_number(const Node& node, const Json& json) {
  char* end = nullptr;
  const double value = std::strtod(node.text.c_str(), &end);
  return !node.quoted && *end == '\0' && value == json.get<double>();
}

bool same_scalar(const Node& node, const Json& json) {
  if (json.is_null()) return node.is_null();
  if (json.is_boolean()) return node.as_boolean() == json.get<bool>();
  if (json.is_number()) return same_number(node, json);
  return json.is_string() && node.text == json.get<std::string>() && node == Node::scalar(node.text);
}

bool same(const Node& node, const Json& json) {
  if (node.is_scalar()) return same_scalar(node, json);
  if (node.is_list())
    return json.is_array() && std::equal(node.items.begin(), node.items.end(), json.begin(), json.end(), same);
  const auto same_entry = [&](const Node::Entry& entry) {
    return json.contains(entry.first) && same(entry.second, json.at(entry.first));
  };
  return json.is_object() && json.size() == node.entries.size() &&
         std::all_of(node.entries.begin(), node.entries.end(), same_entry);
}

/// The JSON of a document without content is empty.
bool has_meaning(const Node& node, const std::string& json) {
  return util::trim(json).empty() ? node.is_null() : same(node, Json::parse(json, nullptr, false));
}

std::map<std::string, std::string> load_suite() {
  std::map<std::string, std::string> documents;
  for (const auto& entry : std::filesystem::directory_iterator(kSuite)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".in.yaml")) documents[name.substr(0, name.size() - 8)] = util::read_file(entry.path(), kLimit);
  }
  return documents;
}

}  // namespace

TEST_CASE("the YAML test suite: what is accepted has the right meaning, and nothing breaks a rule of ours") {
  if (!std::filesystem::exists(kSuite)) {
    MESSAGE("skipped: no folder " << kSuite.string());
    return;
  }
  int accepted = 0;
  for (const auto& [id, text] : load_suite()) {
    CAPTURE(id);
    CAPTURE(util::visible_block(text));
    const char* fault = fuzz::find_disagreement(text);
    CHECK(std::string(fault == nullptr ? "" : fault) == "");
    const auto node = read(text);
    const auto json_text = util::find_file_text(kSuite / (id + ".in.json"), kLimit);
    if (node && json_text) {
      ++accepted;
      CHECK_MESSAGE(has_meaning(*node, *json_text), *json_text);
    }
    if (!node) {
      CHECK(node.error().mark.line > 0);
      CHECK(!node.error().message.empty());
    }
    const bool is_error = std::filesystem::exists(kSuite / (id + ".error"));
    CHECK_MESSAGE(!(node && is_error && kTolerated.count(id) == 0), "must be refused");
  }
  CHECK(accepted > 90);
}
