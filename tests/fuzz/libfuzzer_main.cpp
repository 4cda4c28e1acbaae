// The entry that Clang's libFuzzer calls: `fuzz --target=NAME [libFuzzer's options] [FOLDER…]`.
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "target.hpp"

namespace {

const crmtrack::fuzz::Target* chosen = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** words) {
  constexpr std::string_view kOption = "--target=";  // libFuzzer passes over what begins with two dashes
  for (int i = 1; i < *count; ++i) {
    const std::string_view word = (*words)[i];
    if (word.starts_with(kOption)) chosen = crmtrack::fuzz::find_target(word.substr(kOption.size()));
  }
  if (chosen == nullptr) {
    std::fprintf(stderr, "fuzz: --target=NAME is missing, or no target has that name\n");
    std::exit(2);
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosen->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
