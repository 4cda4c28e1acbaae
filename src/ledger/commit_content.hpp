#pragma once

#include <memory>
#include <span>
#include <vector>

#include "ledger/ledger.hpp"
#include "ledger/object_sink.hpp"
#include "ledger/repository.hpp"
#include "ledger/tree_edit.hpp"

namespace crmtrack::ledger {

/// The objects of a commit that is to be made, each attempt at it on top of another head.
class CommitContent {
 public:
  CommitContent() = default;
  CommitContent(const CommitContent&) = delete;
  CommitContent& operator=(const CommitContent&) = delete;
  virtual ~CommitContent() = default;

  /// Where the trees and the commit go.
  virtual RepositorySink& sink() = 0;
  /// The files, which are in the sink.
  virtual std::span<PathBlob> blobs() = 0;
  /// Before another attempt: makes sure that the files are in the sink, whatever happened in between. Throws
  /// Error(busy) where that is not possible.
  virtual void renew() = 0;
};

/// A sink for the few objects of one commit: a file each. `packed`: one pack with its `.keep`, for where a repack has
/// just been seen at work on loose objects that no branch names.
std::unique_ptr<RepositorySink> make_small_sink(const Repository& repository, bool packed);

/// The files of one command, held in memory.
class FewFiles : public CommitContent {
 public:
  /// Both must outlive it.
  FewFiles(const Repository& repository, const std::vector<NewFile>& files);
  RepositorySink& sink() override { return *sink_; }
  std::span<PathBlob> blobs() override { return blobs_; }
  void renew() override;

 private:
  void write();

  const Repository& repository_;
  const std::vector<NewFile>& files_;
  std::unique_ptr<RepositorySink> sink_;
  std::vector<PathBlob> blobs_;
};

}  // namespace crmtrack::ledger
