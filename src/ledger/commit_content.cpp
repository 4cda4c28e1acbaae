#include "ledger/commit_content.hpp"

#include "ledger/loose_sink.hpp"
#include "ledger/pack_sink.hpp"

namespace crmtrack::ledger {

std::unique_ptr<RepositorySink> make_small_sink(const Repository& repository, bool packed) {
  const std::filesystem::path objects = repository.location.common_dir / "objects";
  if (packed) return std::make_unique<PackSink>(objects, repository.access);
  return std::make_unique<LooseSink>(objects, repository.access);
}

FewFiles::FewFiles(const Repository& repository, const std::vector<NewFile>& files)
    : repository_(repository), files_(files), sink_(make_small_sink(repository, false)) {
  write();
}

void FewFiles::write() {
  blobs_.clear();
  for (const NewFile& file : files_) blobs_.push_back({file.path, sink_->write(ObjectKind::blob, file.bytes)});
}

/// A new sink looks for each file whether it is still there, and writes it where it is not.
void FewFiles::renew() {
  sink_ = make_small_sink(repository_, !sink_->is_intact());
  write();
}

}  // namespace crmtrack::ledger
