#include "index/read/learnt.hpp"

#include "index/read/visited_rows.hpp"
#include "index/sqlite/reading.hpp"

namespace crmtrack::index {

namespace {

constexpr Reading kLessonRead{Read{"s.id", &ToldLesson::complaint}, Read{"v.at_unix", &ToldLesson::at},
                              Read{"v.root_cause", &ToldLesson::root_cause},
                              Read{"v.went_wrong", &ToldLesson::went_wrong}, Read{"v.lesson", &ToldLesson::lesson}};

constexpr Reading kPraiseRead{Read{"s.kind", &ToldPraise::kind},         Read{"s.id", &ToldPraise::story},
                              Read{"c.customer", &ToldPraise::customer}, Read{"a.at_unix", &ToldPraise::at},
                              Read{"a.person", &ToldPraise::person},     Read{"a.by", &ToldPraise::by},
                              Read{"a.text", &ToldPraise::text}};

}  // namespace

void each_lesson(const Index& index, const std::function<void(const ToldLesson&)>& visit) {
  visit_rows<ToldLesson>(
      index, kLessonRead,
      "reviews v JOIN stories s ON s.key = v.story WHERE v.root_cause IS NOT NULL OR v.lesson IS NOT "
      "NULL ORDER BY v.at_unix, s.id, v.key",
      {}, visit);
}

void each_praise(const Index& index, const std::function<void(const ToldPraise&)>& visit) {
  visit_rows<ToldPraise>(index, kPraiseRead,
                         "praises a JOIN stories s ON s.key = a.story LEFT JOIN complaints c ON c.key = a.story "
                         "ORDER BY a.at_unix, s.kind, s.id, a.key",
                         {}, visit);
}

}  // namespace crmtrack::index
