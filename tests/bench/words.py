"""Text as people write it: few words often, many seldom, sentences, paragraphs, lengths as those of real narratives."""

import bisect
import itertools

# The common ones, most frequent first; what complaints are about stands among them.
COMMON = """the to and I of my a was that in they for it on not have with me is this had be as you we were account them at but
would from so are by been payment call letter their did which no bank an told an all can if will or has said charge when time
invoice after do money there who what any received refund because never paid customer service then amount asked out day about
sent only back get one again still card more could your up than now company phone due email week balance two called over other
him her since made pay before she he just could month date number please late fee contact being without address interest even
report reply through answer name us days until same into does nothing complaint why how went someone manager promised first
check issue problem further months years last statement contract branch notice office post where these very every wrong delivery
order part engineer visit broken repair cancelled cancel agreed price tariff meter bill reading router line signal outage waited
waiting hours home house street neighbour parcel courier driver missing damaged box replacement warranty store online website
password form document copy proof signature passport insurance claim policy accident adviser loan mortgage rate rent deposit
transfer debit standing limit overdraft closed opened blocked fraud scam caller tenant landlord heating boiler leak water damp
train flight ticket seat luggage delay hotel booking reservation voucher points discount offer advert sale salesman""".split()
# Letters beyond ASCII do occur, and cost more to fold.
FOREIGN = ["café", "Müller", "Zoë", "naïve", "façade", "Søren", "señor", "£40", "€120", "“no”", "–", "Łukasz", "Ελένη", "東京"]
ONSETS = "b c d f g h l m n p r s t v br cr dr fl gr pl pr st tr sh th".split()
NUCLEI = "a e i o u ai ea io ou".split()
CODAS = ["", "", "", "n", "r", "s", "t", "l", "nd", "st"]

RARE_WORDS = 20_000
SENTENCES = 20_000


def rare_words(chance):
    """Names, products, places, misspellings: the long tail of any vocabulary, in a search index most of its terms."""
    words = set()
    while len(words) < RARE_WORDS:
        syllables = chance.choice((1, 2, 2, 2, 3))
        words.add("".join(chance.choice(ONSETS) + chance.choice(NUCLEI) + chance.choice(CODAS) for _ in range(syllables)))
    return sorted(words)


class Writer:
    """Writes sentences that it made beforehand, so that a text costs as little as its joining."""

    def __init__(self, chance):
        self.chance = chance
        rare = rare_words(chance)
        chance.shuffle(rare)
        words = COMMON + rare
        zipf = [1 / (rank + 2.7) for rank in range(len(words))]
        # The few hundred above stand for the few thousand that everybody uses, so the rest gets less than its rank's due.
        weights = list(itertools.accumulate(zipf[:len(COMMON)] + [weight * 0.35 for weight in zipf[len(COMMON):]]))
        self.sentences = []
        self.ends = [0]  # words before each sentence
        for _ in range(SENTENCES):
            sentence = chance.choices(words, cum_weights=weights, k=chance.randint(4, 22))
            self.sentences.append(self.spell(sentence))
            self.ends.append(self.ends[-1] + len(sentence))

    def spell(self, words):
        chance = self.chance
        if chance.random() < 0.04:
            words[-1] = chance.choice(FOREIGN)
        if chance.random() < 0.08:
            words[len(words) // 2] = str(chance.randint(2, 4_000))
        if len(words) > 8:
            words[len(words) // 2] += ","
        return words[0].capitalize() + " " + " ".join(words[1:]) + "."

    def passage(self, words):
        """Neighbouring sentences of about so many words together."""
        first = int(self.chance.random() * SENTENCES)
        last = bisect.bisect_left(self.ends, self.ends[first] + words)
        return self.sentences[first:max(last, first + 1)]

    def length(self, mean, deviation, most):
        return min(int(self.chance.lognormvariate(mean, deviation)) + 1, most)

    def line(self, mean=3.2, deviation=0.8):
        """A remark on one line, of e^3.2 = 25 words in the median."""
        return " ".join(self.passage(self.length(mean, deviation, 200)))

    def block(self, mean, deviation, most=1_450):
        """A literal block's lines, indented: paragraphs of a few sentences."""
        sentences = self.passage(self.length(mean, deviation, most))
        lines = [" ".join(sentences[at:at + 5]) for at in range(0, len(sentences), 5)]
        return "|\n  " + "\n\n  ".join(lines) + "\n"

    def narrative(self):
        """A customer's story: as the narratives that the CFPB publishes, e^4.95 = 141 words in the median."""
        return self.block(4.95, 0.89)

    def title(self):
        """A summary: the beginning of a sentence, without its full stop, and often a number that occurs nowhere else."""
        words = self.sentences[int(self.chance.random() * SENTENCES)].rstrip(".").split()[:8]
        if self.chance.random() < 0.35:
            words += ["invoice", str(self.chance.randint(100_000, 9_999_999))]
        return " ".join(words).rstrip(",")
