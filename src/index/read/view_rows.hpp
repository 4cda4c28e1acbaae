#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/index.hpp"
#include "index/read/changed_stories.hpp"
#include "record/path.hpp"
#include "util/time.hpp"

/// The rows of the views of crmtrack-sql(7), story by story: for a copy elsewhere that is kept up to date.
namespace crmtrack::index {

struct CopiedColumn {
  enum class Type { text, integer, real, time };
  std::string name;
  Type type = Type::text;
};

/// A view, as the keeper of a copy has to know it.
struct CopiedView {
  std::string name;
  std::vector<CopiedColumn> columns;
  std::string key;               ///< the column that no two rows of a ledger share; empty where there is none
  record::StoryKind kind{};      ///< of the stories whose ids are the key
  bool moves_with_time = false;  ///< a row of it may change though its story does not
};
std::vector<CopiedView> copied_views();

/// The versions on which the rows depend: a copy that another version made is to be made anew.
struct CopiedVersions {
  int views = 0, fold = 0;
  std::string queries = {};  ///< a digest of the queries of the views and of the index that they read
  std::string tzdata = {};   ///< the rules of time zones, by which promises fall due

  bool operator==(const CopiedVersions&) const = default;
};
CopiedVersions copied_versions();

/// A value of a row. A time is an integer: seconds since 1970.
struct RowValue {
  enum class Type { null, integer, real, text } type = Type::null;
  std::int64_t integer = 0;
  double real = 0;
  std::string_view text = {};  ///< until the next row
};

/// Runs `work`, which reads rows. It runs a second time, from its beginning, where the index proves to be damaged.
void read_rows(const Index& index, const std::function<void()>& work);

/// Reads the rows of the views as they are at one moment: of all stories, or of those that say something else since.
/// To be used within read_rows().
class ViewRows {
 public:
  ViewRows(const Index& index, util::Instant now) : index_(index), now_(now) {}

  /// From here on only the stories count that got records, or of whom these tell, and those of which a view says
  /// something else now than at the moment `before`.
  void limit_to_changes(const TouchedStories& touched, util::Instant before);

  /// The limited stories. `whole`: of all views their rows are to be replaced, else of those that move with time.
  using TakeStory = std::function<void(const record::StoryRef& story, bool whole)>;
  void each_story(const TakeStory& take) const;

  /// Whether rows of a view are among the limited ones: if not, its copy is as it should be.
  [[nodiscard]] bool has_changes(const CopiedView& view) const;

  /// The rows of a view, those of one story behind each other. The limited ones are all of the stories of each_story(),
  /// and perhaps some more.
  using TakeRow = std::function<void(const record::StoryRef& story, std::span<const RowValue> row)>;
  void each_row(const CopiedView& view, const TakeRow& take) const;

 private:
  [[nodiscard]] std::string_view stories_of(const CopiedView& view) const;

  const Index& index_;
  util::Instant now_;
  bool is_limited_ = false;
  bool is_new_day_ = false;
};

}  // namespace crmtrack::index
