#include "render/csv_line.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using crmtrack::render::render_csv_line;

TEST_CASE("CSV lines") {
  struct Case {
    std::vector<std::string> cells;
    std::string line;
  };
  const std::vector<Case> cases{
      {{"a", "b"}, "a,b\n"},
      {{"a,b", "c\"d", "e\nf", "g\rh"}, "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\"\n"},
      {{" a", "b ", ""}, "\" a\",\"b \",\n"},
      {{""}, "\"\"\n"},
      {{"", ""}, ",\n"},
      {{"Größe", "日本"}, "Größe,日本\n"},
      {{"=1+2", "+cmd|x", "-x", "@SUM(A1)"}, "'=1+2,'+cmd|x,'-x,'@SUM(A1)\n"},
      {{"\tx", "\rx"}, "'\tx,\"'\rx\"\n"},
      {{"-12.50", "+3", "-1e5", "+49 170", "-", "+", "1+2", "-1-2"}, "-12.50,+3,-1e5,'+49 170,'-,'+,1+2,'-1-2\n"},
      {{"=\"x\",1"}, "\"'=\"\"x\"\",1\"\n"},
  };
  for (const auto& [cells, line] : cases) CHECK(render_csv_line(cells) == line);
}
