// Scanner, reader and writer on arbitrary bytes. From the top of the source tree:
//
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -Isrc -Itests/fuzz tests/fuzz/yaml.cpp
//       src/yaml/*.cpp src/util/{text_*,utf8,time,digest,hex}.cpp
//       -lyaml-cpp -lfmt -lutf8proc -lmd -o fuzz_yaml
//   ./fuzz_yaml -max_len=4096 -dict=tests/fuzz/yaml.dict NEW_INPUTS tests/fuzz/corpus/yaml
//
// What it finds becomes a case of tests/unit/yaml (read_test.cpp, write_test.cpp).
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "yaml_agreement.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (const char* fault = crmtrack::fuzz::find_disagreement({reinterpret_cast<const char*>(data), size})) {
    std::fprintf(stderr, "%s\n", fault);
    std::abort();
  }
  return 0;
}
