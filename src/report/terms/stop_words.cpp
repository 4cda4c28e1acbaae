#include "report/terms/stop_words.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "util/text/parts.hpp"

namespace crmtrack::report {

namespace {

constexpr std::string_view kEnglish =
    "a about above after again against all also am an and any are as at be because been before being below between "
    "both "
    "but by can cannot could did do does doing don down during each either else ever every few for from further get "
    "got "
    "had has have having he her here hers herself him himself his how i if in into is it its itself just ll may me "
    "might "
    "mine more most must my myself neither no nor not now of off on once one only or other our ours ourselves out over "
    "own re same shall she should since so some such than that the their theirs them themselves then there these they "
    "this those though through to too under until up upon us ve very was we were what when where whether which while "
    "who whom whose why will with within without would yet you your yours yourself yourselves s t d m o y isn aren "
    "wasn "
    "weren hasn haven hadn doesn didn won wouldn shouldn couldn mustn needn im ive dont didnt doesnt cant wont";

// Without accents, as words are compared: `fur` is für, `konnen` können.
constexpr std::string_view kGerman =
    "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes anders auch auf aus "
    "bei beim bin bis bist da dabei dadurch dafur dagegen daher damit danach dann daran darauf daraus darin daruber "
    "darum das dass dasselbe davon dazu dein deine deinem deinen deiner deines dem den denn denselben der derer "
    "derselbe derselben des desselben dessen dich die dies diese dieselbe dieselben diesem diesen dieser dieses dir "
    "doch "
    "dort du durch ein eine einem einen einer eines einig einige einigem einigen einiger einiges einmal er es etwas "
    "euch "
    "euer eure eurem euren eurer eures fur gegen gewesen hab habe haben hat hatte hatten hattest hattet hier hin "
    "hinter "
    "ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja jede jedem jeden jeder jedes jene jenem "
    "jenen jener jenes jetzt kann kein keine keinem keinen keiner keines konnen konnte konnten machen man manche "
    "manchem manchen mancher manches mein meine meinem meinen meiner meines mich mir mit muss musste nach nein nicht "
    "nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seines seit selbst sich sie sind so solche "
    "solchem solchen solcher solches soll sollen sollte sollten sondern sonst uber um und uns unse unsem unsen unser "
    "unsere unserem unseren unserer unseres unter viel vom von vor wahrend war waren warst was weg weil weiter welche "
    "welchem welchen welcher welches wenn wer werde werden werdet wie wieder will wir wird wirst wo wollen wollte "
    "worden "
    "wurde wurden wurdest zu zum zur zwar zwischen";

// Those who publish complaints put them in the place of names and numbers.
constexpr std::string_view kBlackedOut = "xx xxx xxxx xxxxx xxxxxx xxxxxxxx";

using WordSet = std::set<std::string, std::less<>>;

WordSet words_in(std::string_view list) {
  WordSet words;
  for (const std::string_view text : {list, kBlackedOut})
    for (std::string& word : util::split(std::string(text), ' ')) words.insert(std::move(word));
  return words;
}

}  // namespace

bool is_stop_word(std::string_view language, std::string_view word) {
  static const WordSet kOfEnglish = words_in(kEnglish), kOfGerman = words_in(kGerman), kOfOthers = words_in("");
  const WordSet& words = language == "en" ? kOfEnglish : language == "de" ? kOfGerman : kOfOthers;
  return words.contains(word);
}

}  // namespace crmtrack::report
