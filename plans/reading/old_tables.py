"""What the codes of the old encodings print: TCVN3 one code a letter, VNI a base and a mark for most letters."""

_LETTERS = (
    "ăâêôơưđ" "àảãáạ" "ằẳẵắặ" "ầẩẫấậ" "èẻẽéẹ" "ềểễếệ" "ìỉĩíị" "òỏõóọ" "ồổỗốộ" "ờởỡớợ" "ùủũúụ" "ừửữứự" "ỳỷỹýỵ"
)  # fmt: skip
_TCVN3_CODES = (
    "¨©ª«¬\u00ad®" "µ¶·¸¹" "»¼½¾Æ" "ÇÈÉÊË" "ÌÎÏÐÑ" "ÒÓÔÕÖ" "×ØÜÝÞ" "ßáâãä" "åæçèé" "êëìíî" "ïñòóô" "õö÷øù" "úûüýþ"
)  # fmt: skip
_VNI_PAIRS = (
    "aê aâ eâ oâ ô ö ñ aø aû aõ aù aï aè aú aü aé aë aà aå aã aá aä eø eû eõ eù eï eà eå eã eá eä ì æ ó í ò "
    "oø oû oõ où oï oà oå oã oá oä ôø ôû ôõ ôù ôï uø uû uõ uù uï öø öû öõ öù öï yø yû yõ yù î"
)

TCVN3 = {**dict(zip("¡¢£¤¥¦§", "ĂÂÊÔƠƯĐ", strict=True)), **dict(zip(_TCVN3_CODES, _LETTERS, strict=True))}
VNI = dict(zip(_VNI_PAIRS.split(), _LETTERS, strict=True))
VNI |= {pair.upper(): letter.upper() for pair, letter in VNI.items()}
