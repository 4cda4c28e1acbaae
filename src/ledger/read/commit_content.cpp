#include "ledger/read/commit_content.hpp"

#include "git/object/loose_sink.hpp"
#include "git/object/pack_sink.hpp"
#include "ledger/write/addition.hpp"

namespace crmtrack::ledger {

std::unique_ptr<git::RepositorySink> make_small_sink(const git::Repository& repository, bool packed) {
  const std::filesystem::path objects = repository.location.common_dir / "objects";
  if (packed) return std::make_unique<git::PackSink>(objects, repository.access);
  return std::make_unique<git::LooseSink>(objects, repository.access);
}

FewFiles::FewFiles(const git::Repository& repository, const std::vector<NewFile>& files)
    : repository_(repository), files_(files), sink_(make_small_sink(repository, false)) {
  write();
}

void FewFiles::write() {
  blobs_.clear();
  for (const NewFile& file : files_) blobs_.push_back({file.path, sink_->write(git::ObjectKind::blob, file.bytes)});
}

/// A new sink looks for each file whether it is still there, and writes it where it is not.
void FewFiles::renew() {
  sink_ = make_small_sink(repository_, !sink_->is_intact());
  write();
}

}  // namespace crmtrack::ledger
