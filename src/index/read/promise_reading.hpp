#pragma once

#include "index/sqlite/reading.hpp"
#include "story/promise.hpp"

namespace crmtrack::index {

/// A promise as the table `promises`, here `p`, keeps it.
inline constexpr Reading kPromise{
    Read{"p.kind", &story::Promise::kind},
    Read{"p.of", &story::Promise::of},
    Read{"p.n", &story::Promise::n},
    Read{"p.several", &story::Promise::several},
    Read{"p.debtor", &story::Promise::debtor},
    Read{"p.who", &story::Promise::who},
    Read{"p.creditor", &story::Promise::creditor},
    Read{"p.what", &story::Promise::what},
    Read{"p.start_unix", &story::Promise::start_at},
    Read{"p.warn_unix", &story::Promise::warn_at},
    Read{"p.due_unix", &story::Promise::due_at},
    Read{"p.first_due_unix", &story::Promise::first_due_at},
    Read{"p.settled_unix", &story::Promise::settled_at},
    Read{"p.settled_by", &story::Promise::settled_by},
    Read{"p.ended", &story::Promise::ended},
    Read{"p.paused_seconds", &story::Promise::paused_seconds},
    Read{"p.cycle", &story::Promise::cycle},
};

}  // namespace crmtrack::index
