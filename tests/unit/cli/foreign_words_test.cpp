#include "cli/foreign_words.hpp"

#include <doctest/doctest.h>

using namespace crmtrack::cli;

TEST_CASE("a word of another program leads to a command") {
  CHECK(hints_for_command("push").front() == "did you mean 'sync'?");
  CHECK(hints_for_command("status").front().find("crmtrack list") != std::string::npos);
  CHECK(hints_for_command("frobnicate").empty());
  CHECK(hints_for_command("").empty());
}

TEST_CASE("a word like the id of a complaint leads to show") {
  CHECK(hints_for_command("kp9q").front() == "a complaint: crmtrack show kp9q");
  CHECK(hints_for_command("kp9").empty());
  CHECK(hints_for_command("agen").empty());
  CHECK(hints_for_command("7f3q\x1b").empty());
}

TEST_CASE("an option of another program leads to ours") {
  CHECK(hints_for_option("--output", "export").front().find("> FILE") != std::string::npos);
  CHECK(hints_for_option("--overdue", "agenda").front().find("--until now") != std::string::npos);
  CHECK(hints_for_option("--overdue", "list").empty());
  CHECK(hints_for_option("--to", "assign").front().find("assign ID PERSON") != std::string::npos);
  CHECK(is_time_option("--since"));
  CHECK_FALSE(is_time_option("--limit"));
}
