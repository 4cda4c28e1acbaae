#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The common part of the fuzz targets. A target is a function of arbitrary bytes that must not crash, hang or grow,
/// and that stops the process (`require`) where a property does not hold. All of them are one program, built either
/// with Clang's libFuzzer (libfuzzer_main.cpp) or with any compiler (replay_main.cpp), so that each test run tries the
/// inputs again that were found once.
namespace crmtrack::fuzz {

/// Stops the process, saying which property is broken.
void require(bool good, const char* what);

void try_record(std::string_view text);
void try_filter(std::string_view text);
void try_csv(std::string_view text);
void try_json_lines(std::string_view text);
void try_map(std::string_view text);
void try_policy(std::string_view text);
void try_commit(std::string_view text);
void try_tree(std::string_view text);
void try_pack(std::string_view text);
void try_feed(std::string_view text);
void try_mail(std::string_view text);

struct Target {
  std::string_view name;
  void (*run)(std::string_view text);
};
inline constexpr Target kTargets[] = {
    {"record", try_record}, {"filter", try_filter}, {"csv", try_csv},       {"json_lines", try_json_lines},
    {"map", try_map},       {"policy", try_policy}, {"commit", try_commit}, {"tree", try_tree},
    {"pack", try_pack},     {"feed", try_feed},     {"mail", try_mail},
};
/// Null where there is none of that name.
const Target* find_target(std::string_view name);

/// Takes bytes that steer a target off the front of its input. A digit or letter stands for its place in
/// `0…9A…Za…z`, so that a corpus can be read; any other byte for its value.
class Steering {
 public:
  explicit Steering(std::string_view& text) : text_(text) {}
  /// A number below `bound`; 0 where the input is at its end.
  std::size_t below(std::size_t bound);

 private:
  std::string_view& text_;
};

}  // namespace crmtrack::fuzz
