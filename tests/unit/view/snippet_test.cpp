#include "view/snippet.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "fixture.hpp"

using namespace crmtrack;
using namespace crmtrack::view::test;

namespace {

std::string snippet(const Fields& fields, const std::vector<std::string>& marked, std::size_t words = 24) {
  return view::marked_text(view::snippet_of(map(fields), marked, words));
}

}  // namespace

TEST_CASE("the words searched for are marked, whole or by their beginning") {
  CHECK(snippet({{"summary", text("Invoice 4711 charged twice")}}, {"invoice"}) == "[Invoice] 4711 charged twice");
  CHECK(snippet({{"summary", text("Invoice 4711 charged twice")}}, {"charg*"}) == "Invoice 4711 [charged] twice");
  CHECK(snippet({{"summary", text("Invoice")}}, {"invo"}) == "Invoice");
}

TEST_CASE("classification is looked at only where the words hold nothing") {
  const Fields fields{{"reason", text("billing")}, {"text", text("They will call.")}};
  CHECK(snippet(fields, {"call"}) == "They will [call.]");
  CHECK(snippet(fields, {"billing"}) == "[billing] They will call.");
}

TEST_CASE("of a long text the stretch with most marks is shown") {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "w" + std::to_string(i) + " ";
  const std::string shown = snippet({{"text", text(words)}}, {"w50", "w52"}, 10);
  CHECK(shown.starts_with("… "));
  CHECK(shown.ends_with(" …"));
  CHECK(shown.find("[w50] w51 [w52]") != std::string::npos);
}
