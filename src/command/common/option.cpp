#include "command/common/option.hpp"

#include "record/vocabulary.hpp"

namespace crmtrack::command::option {

const OptionSpec kCustomer{"-c,--customer", "CUSTOMER", "the customer, by slug", Completes::customer};
const OptionSpec kProject{"-p,--project", "PROJECT", "the project", Completes::project};
const OptionSpec kReason{"-r,--reason", "REASON", "the contact reason, by code or synonym", Completes::reason};
const OptionSpec kVulnerable{"--vulnerable", "HOW",
                             "whether the customer is in vulnerable circumstances: none, identified or unmet",
                             Completes::nothing, record::kVulnerable};
const OptionSpec kSeverity{"-s,--severity", "SEVERITY", "low, medium, high or critical", Completes::nothing,
                           record::kSeverities};
const OptionSpec kChannel{"--channel", "CHANNEL", "how it reached us, or we them", Completes::nothing,
                          record::kChannels};
const OptionSpec kAt{"--at", "TIME", "when it happened (default: now)"};
const OptionSpec kBy{"--by", "PERSON", "who did it (default: you)", Completes::person};
const OptionSpec kRef{"--ref", "SYSTEM:ID", "a reference to another system", Completes::nothing, {}, true};
const OptionSpec kAttach{"--attach", "FILE", "keep a copy of this file with the record", Completes::file, {}, true};
const OptionSpec kMessage{"-m,--message", "TEXT", "the text"};
const OptionSpec kFile{"-F,--file", "FILE", "read the text from a file, - for standard input", Completes::file};
const OptionSpec kWhy{"--why", "WHY", "the reason, in words"};
const OptionSpec kEvidence{"--evidence", "LEVEL", "how sure we are that it reached them", Completes::nothing,
                           record::kEvidence};
const OptionSpec kIn{"--in", "", "from the customer to us"};
const OptionSpec kOut{"--out", "", "from us to the customer"};
const OptionSpec kInternal{"--internal", "", "among ourselves"};
const OptionSpec kWith{"--with", "WHOM", "the person on the other side"};
const OptionSpec kMinutes{"--minutes", "N", "how long it took"};
const OptionSpec kGood{"--good", "", "a good interaction"};
const OptionSpec kBad{"--bad", "", "a bad interaction"};
const OptionSpec kExpects{"--expects", "WHAT[@DUE]",
                          "what we ask of them: acknowledgement, reply, information or none"};
const OptionSpec kPromise{"--promise", "WHAT@DUE", "what we undertake, and by when", Completes::nothing, {}, true};
const OptionSpec kPromiseTo{"--to", "WHOM", "to whom we promise it: customer, or us for what `keep` ticks off",
                            Completes::nothing, record::kPromisees};
const OptionSpec kAnswers{
    "--answers",       "RECORD", "the record, RECORD.N or the promise's name, that this answers; none",
    Completes::record, {},       true};
const OptionSpec kPurpose{"--purpose", "PURPOSE", "acknowledge, update, answer, request or confirm", Completes::nothing,
                          record::kPurposes};
const OptionSpec kVisibility{"--visibility", "WHO", "client or team", Completes::nothing, record::kVisibilities};
const OptionSpec kFilter{"--filter", "FILTER", "all complaints that the filter selects", Completes::filter, {}, true};
const OptionSpec kSet{"--set", "FIELD=VALUE", "a field and its new value", Completes::field, {}, true};
const OptionSpec kAll{"--all", "", "closed, withdrawn and void ones too"};
const OptionSpec kLimit{"--limit", "N", "at most N"};
const OptionSpec kSort{"--sort", "KEY[,-KEY]", "order by these keys, - for descending", Completes::sort_key};
const OptionSpec kNul{"-0,--null", "", "separate ids by NUL, with --fields id"};

}  // namespace crmtrack::command::option
