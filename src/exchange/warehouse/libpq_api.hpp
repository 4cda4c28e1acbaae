#pragma once

#include <libpq-fe.h>

/// libpq, loaded when the first warehouse is opened. The program is not linked against it: it brings OpenSSL, Kerberos
/// and LDAP along, and every start would pay for them.
namespace crmtrack::exchange {

// Every function of libpq that we call; a new call is a new row.
#define CRMTRACK_LIBPQ_FUNCTIONS(X) \
  X(PQconninfoParse)                \
  X(PQconninfoFree)                 \
  X(PQfreemem)                      \
  X(PQconnectStartParams)           \
  X(PQconnectPoll)                  \
  X(PQsocket)                       \
  X(PQstatus)                       \
  X(PQdb)                           \
  X(PQerrorMessage)                 \
  X(PQsetErrorVerbosity)            \
  X(PQsetNoticeReceiver)            \
  X(PQfinish)                       \
  X(PQexecParams)                   \
  X(PQgetResult)                    \
  X(PQresultStatus)                 \
  X(PQresultErrorField)             \
  X(PQntuples)                      \
  X(PQnfields)                      \
  X(PQgetvalue)                     \
  X(PQgetisnull)                    \
  X(PQcmdTuples)                    \
  X(PQclear)                        \
  X(PQputCopyData)                  \
  X(PQputCopyEnd)

/// The functions by their own names: `libpq().PQexecParams(…)`.
struct Libpq {
#define CRMTRACK_LIBPQ_MEMBER(name) decltype(&::name) name = nullptr;
  CRMTRACK_LIBPQ_FUNCTIONS(CRMTRACK_LIBPQ_MEMBER)
#undef CRMTRACK_LIBPQ_MEMBER
};

/// Loads libpq on the first call. Throws Error(program_failed) where it is not installed.
const Libpq& libpq();

}  // namespace crmtrack::exchange
