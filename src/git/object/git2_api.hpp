#pragma once

#include <git2.h>
#include <git2/sys/repository.h>

#include <filesystem>
#include <memory>
#include <string>

/// libgit2, loaded when it is first needed. The program is not linked against it: its two dozen libraries cost 3 ms
/// at every start, and a reading command with a current index needs none of them.
namespace crmtrack::git {

// Every function of libgit2 that we call; a new call is a new row.
#define CRMTRACK_GIT2_FUNCTIONS(X)    \
  X(git_libgit2_init)                 \
  X(git_libgit2_opts)                 \
  X(git_error_last)                   \
  X(git_repository_open_ext)          \
  X(git_repository_init_ext)          \
  X(git_repository_init_options_init) \
  X(git_repository_free)              \
  X(git_repository_odb)               \
  X(git_repository_index)             \
  X(git_repository_set_config)        \
  X(git_repository_set_index)         \
  X(git_repository_hashfile)          \
  X(git_odb_open)                     \
  X(git_odb_free)                     \
  X(git_odb_add_disk_alternate)       \
  X(git_odb_read)                     \
  X(git_odb_read_header)              \
  X(git_odb_refresh)                  \
  X(git_odb_object_free)              \
  X(git_odb_object_data)              \
  X(git_odb_object_size)              \
  X(git_odb_object_type)              \
  X(git_revparse_single)              \
  X(git_object_peel)                  \
  X(git_object_id)                    \
  X(git_object_free)                  \
  X(git_reference_list)               \
  X(git_strarray_dispose)             \
  X(git_config_new)                   \
  X(git_config_free)                  \
  X(git_config_add_file_ondisk)       \
  X(git_config_get_string_buf)        \
  X(git_config_open_level)            \
  X(git_config_set_string)            \
  X(git_config_set_multivar)          \
  X(git_config_get_multivar_foreach)  \
  X(git_config_foreach)               \
  X(git_buf_dispose)                  \
  X(git_index_open)                   \
  X(git_index_free)                   \
  X(git_index_read)                   \
  X(git_index_write)                  \
  X(git_index_get_bypath)             \
  X(git_index_add_bypath)             \
  X(git_index_remove_bypath)          \
  X(git_status_options_init)          \
  X(git_status_list_new)              \
  X(git_status_list_entrycount)       \
  X(git_status_byindex)               \
  X(git_status_list_free)

/// The functions by their own names: `git2().git_odb_read(…)`.
struct Git2 {
#define CRMTRACK_GIT2_MEMBER(name) decltype(&::name) name = nullptr;
  CRMTRACK_GIT2_FUNCTIONS(CRMTRACK_GIT2_MEMBER)
#undef CRMTRACK_GIT2_MEMBER
};

/// Loads and initialises libgit2 on the first call. Throws Error(repository) where it is not installed.
const Git2& git2();

template <typename T, auto Free>
struct Git2Free {
  void operator()(T* object) const { (git2().*Free)(object); }
};
template <typename T, auto Free>
using Git2Handle = std::unique_ptr<T, Git2Free<T, Free>>;

using RepositoryHandle = Git2Handle<git_repository, &Git2::git_repository_free>;
using OdbHandle = Git2Handle<git_odb, &Git2::git_odb_free>;
using OdbObjectHandle = Git2Handle<git_odb_object, &Git2::git_odb_object_free>;
using ObjectHandle = Git2Handle<git_object, &Git2::git_object_free>;
using ConfigHandle = Git2Handle<git_config, &Git2::git_config_free>;
using IndexHandle = Git2Handle<git_index, &Git2::git_index_free>;
using StatusListHandle = Git2Handle<git_status_list, &Git2::git_status_list_free>;

/// libgit2's message for the last error of this thread.
std::string last_git2_message();
/// Throws the error of a failed call, `message: libgit2's words`. A lock gives Error(busy), anything else
/// Error(repository).
[[noreturn]] void throw_git2_error(int code, const std::string& message);
inline void check_git2(int code, const std::string& message) {
  if (code < 0) throw_git2_error(code, message);
}

}  // namespace crmtrack::git
