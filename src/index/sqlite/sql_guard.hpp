#pragma once

#include <sqlite3.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "git/object/progress.hpp"
#include "index/sql_bound.hpp"

namespace crmtrack::index {

/// While it lives, a connection runs what a user wrote: it only reads, within bounds of size and time, and by functions
/// that tell nothing of the process. A statement that ends for one of these reasons fails with SQLITE_AUTH or
/// SQLITE_INTERRUPT.
class SqlGuard {
 public:
  /// `progress` may interrupt the statement too; it must outlive the guard.
  SqlGuard(sqlite3* database, const git::Progress& progress, SqlBound bound);
  SqlGuard(const SqlGuard&) = delete;
  SqlGuard& operator=(const SqlGuard&) = delete;
  ~SqlGuard();

  /// Whether the statement was ended because its time was over.
  [[nodiscard]] bool is_out_of_time() const { return out_of_time_; }
  /// The function that the statement wanted to call and may not; empty where there is none.
  [[nodiscard]] const std::string& refused_function() const { return refused_function_; }

 private:
  static int authorize(void* guard, int action, const char* first, const char* second, const char*, const char*);
  void watch();

  sqlite3* database_;
  SqlBound bound_;
  int length_ = 0;
  int attached_ = 0;
  std::string refused_function_;
  std::atomic<bool> out_of_time_ = false;
  std::mutex mutex_;
  std::condition_variable ended_changed_;
  bool ended_ = false;
  std::thread watcher_;
};

}  // namespace crmtrack::index
