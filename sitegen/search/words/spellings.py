"""British spellings of words and the American ones, so that each finds the other.

Verbs in -ise stand for their nouns in -isation too. Words whose two spellings begin with different letters (oedema) are
left out: a stem begins as its word does.
"""

_VERBS = """
apolog author categor central character critic custom digit emphas equal final formal general harmon hospital immun
item legal local maxim memor minim mobil modern neutral normal optim organ personal priorit public rational real
recogn reorgan revital special stabil standard summar symbol sympath synchron union util visual
"""

_PAIRS = """
acknowledgement acknowledgment, ageing aging, aluminium aluminum, anaemia anemia, anaesthesia anesthesia,
anaesthetic anesthetic, anaesthetist anesthetist, analogue analog, analyse analyze, armour armor, behaviour behavior,
behavioural behavioral, caesarean cesarean, catalogue catalog, catalyse catalyze, centre center, colour color,
colourful colorful, counsellor counselor, defence defense, dialogue dialog, diarrhoea diarrhea, endeavour endeavor,
enrol enroll, enrolment enrollment, favour favor, favourable favorable, favourite favorite, fibre fiber,
flavour flavor, foetal fetal, foetus fetus, fulfil fulfill, fulfilment fulfillment, grey gray,
gynaecologist gynecologist, gynaecology gynecology, haematology hematology, haemoglobin hemoglobin,
haemorrhage hemorrhage, harbour harbor,
honour honor, honourable honorable, humour humor, instalment installment, jewellery jewelry, judgement judgment,
labour labor, labourer laborer, leukaemia leukemia, licence license, litre liter, manoeuvre maneuver, mould mold,
neighbour neighbor, neighbourhood neighborhood, odour odor, offence offense, orthopaedic orthopedic,
paediatric pediatric, paediatrician pediatrician, paralyse paralyze, practise practice, pretence pretense,
programme program, rumour rumor, savour savor, sceptic skeptic, skilful skillful, storey story, sulphur sulfur,
theatre theater, traveller traveler, tumour tumor, tyre tire, vigour vigor
"""


def spelling_pairs() -> list[tuple[str, str]]:
    """Return (British, American) spellings of words."""
    pairs = [(british, american) for british, american in (pair.split() for pair in _PAIRS.split(","))]
    for root in _VERBS.split():
        pairs += [(f"{root}is{ending}", f"{root}iz{ending}") for ending in ("e", "ation")]
    return pairs
