"""Whether letters can be a Vietnamese syllable: beginning, rhyme and tone go together. Tells old encodings apart."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 200_000  # characters that decide
_FEWEST_WORDS = 5
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng
_STOP_TONES = ("\u0301", "\u0323")  # the only ones before -c, -ch, -p, -t
_BEGINNINGS = ("", *"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split())  # noqa: SIM905
_GLIDE = re.compile("(?:[aăâeêoôơưy][iouy]|(?<!g)i[ua]|(?<!q)u[ioua]|[ưy]a)$")
_RHYMES = frozenset(
    """a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op
    ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uêt uênh ui um un ung uôc uôi uôm uôn
    uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu ych yn ynh yt""".split()  # noqa: SIM905
)


@lru_cache(maxsize=20_000)
def is_syllable(letters):
    """Whether the letters, in NFC and any case, can be read as one Vietnamese syllable."""
    if len(letters) > 7:  # nghiêng
        return False
    bare, tones = _without_tones(letters.lower())
    if len(tones) > 1 or (tones and _ends_in_a_glide(bare) and _without_tones(letters[-1])[1]):
        return False
    return any(_fits(bare[: len(start)], bare[len(start) :], tones) for start in _BEGINNINGS if bare.startswith(start))


def _ends_in_a_glide(bare):
    """Whether the last of two vowels carries no tone: "sau" but "hoa", "qua", "gia"."""
    return _GLIDE.search(bare) is not None


def _without_tones(letters):
    parts = unicodedata.normalize("NFD", letters)
    bare = "".join(part for part in parts if part not in _TONES)
    return unicodedata.normalize("NFC", bare), [part for part in parts if part in _TONES]


def _fits(beginning, rhyme, tones):
    if rhyme not in _RHYMES or (beginning in ("gh", "ngh") and rhyme[0] not in "eêi"):
        return False
    return not rhyme.endswith(("c", "ch", "p", "t")) or tuple(tones) in ((_STOP_TONES[0],), (_STOP_TONES[1],))


def share_of_syllables(text):
    """From 0 to 1: how many words with a letter beyond ASCII are syllables; 0 where there are next to none."""
    words = [word for word in _WORD.findall(text[:_SAMPLE]) if not word.isascii()]
    return sum(map(is_syllable, words)) / len(words) if len(words) >= _FEWEST_WORDS else 0
