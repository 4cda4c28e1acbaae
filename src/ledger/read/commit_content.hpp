#pragma once

#include <memory>
#include <span>
#include <vector>

#include "git/object/object_sink.hpp"
#include "git/object/tree_edit.hpp"
#include "git/program/repository.hpp"
#include "ledger/write/addition.hpp"

namespace crmtrack::ledger {

/// The objects of a commit that is to be made, each attempt at it on top of another head.
class CommitContent {
 public:
  CommitContent() = default;
  CommitContent(const CommitContent&) = delete;
  CommitContent& operator=(const CommitContent&) = delete;
  virtual ~CommitContent() = default;

  /// Where the trees and the commit go.
  virtual git::RepositorySink& sink() = 0;
  /// The files, which are in the sink.
  virtual std::span<git::PathBlob> blobs() = 0;
  /// Before another attempt: makes sure that the files are in the sink, whatever happened in between. Throws
  /// Error(busy) where that is not possible.
  virtual void renew() = 0;
};

/// A sink for the few objects of one commit: a file each. `packed`: one pack with its `.keep`, for where a repack has
/// just been seen at work on loose objects that no branch names.
std::unique_ptr<git::RepositorySink> make_small_sink(const git::Repository& repository, bool packed);

/// The files of one command, held in memory.
class FewFiles : public CommitContent {
 public:
  /// Both must outlive it.
  FewFiles(const git::Repository& repository, const std::vector<NewFile>& files);
  git::RepositorySink& sink() override { return *sink_; }
  std::span<git::PathBlob> blobs() override { return blobs_; }
  void renew() override;

 private:
  void write();

  const git::Repository& repository_;
  const std::vector<NewFile>& files_;
  std::unique_ptr<git::RepositorySink> sink_;
  std::vector<git::PathBlob> blobs_;
};

}  // namespace crmtrack::ledger
