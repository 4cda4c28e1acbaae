#include "index/read/policy_file.hpp"

#include "index/impl.hpp"
#include "policy/load.hpp"

namespace crmtrack::index {

std::string policy_file(const Index& index, const std::string& name) {
  Index::Impl& impl = index.impl();
  if (impl.policy_files) {
    const auto file = impl.policy_files->find(name);
    return file == impl.policy_files->end() ? std::string() : file->second;
  }
  const auto texts = impl.texts("SELECT text FROM policy_files WHERE name = ?", {name});
  return texts.empty() ? std::string() : texts.front();
}

std::string policy_zone(const Index& index) {
  if (index.impl().policy) return index.impl().policy->settings.zone;
  const std::string text = policy_file(index, "settings.yaml");
  return text.empty() ? std::string() : policy::load_settings({{"settings.yaml", text}}).zone;
}

}  // namespace crmtrack::index
