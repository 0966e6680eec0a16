"""Every threshold of the tracing kernel, in the order of the steps in README.md.

Weights and scores are in nats (natural logarithms of probabilities), lengths in tokens. The values were chosen with
``bench/quotations.py`` on its development seeds; README.md tells what each one trades.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Options"]


@dataclass(frozen=True, slots=True)
class Options:
    """How much is looked up, joined and believed.

    Rarity (step 3): `formula_count` is how often a stem or pair may stand in the library before it counts as common
    (a pair also up to `formula_share` of all tokens, so that a larger library does not make more formulas);
    `least_information` and `most_information` bound what one word may weigh. A library of fewer than `background`
    tokens is taken for a sample of one of that size, in which function words weigh no more than
    `function_information`.

    Seeds (step 3): the rarest fingerprints are looked up until `base_hits` and `hits_per_token`
    (`base_hits_long` and `hits_per_token_long` in a long text, which its rare words find) are spent.

    Runs and chains (steps 4 and 5): seeds on one diagonal are a run while no more than `run_gap` tokens lie
    between; a run lighter than `least_run` (`least_run_long` in a long text) is dropped; `runs_kept` (and twice the
    tokens) are chained. A chain goes on over at most `chain_gap_page` tokens of the passage and `chain_gap_witness`
    of the witness, at `gap_cost` a token that both pass over, `shift_cost` a change of diagonal and `shift_growth`
    more for every doubling of it; `look_back` runs are tried as a predecessor. Of a short
    passage, the `chains_kept` weightiest chains are looked at.

    Candidates (step 6): chains lighter than `candidate_share` of the best over the same words are not aligned, and
    at most `candidates` of them over one stretch.

    Alignment (step 7): words less alike than `least_likeness` are different, and so is a word that the library
    knows and that is less alike than `least_likeness_known` (unknown words are damaged ones more often than known
    ones). A pair of different words costs `mismatch`; a gap `gap_open` and `gap_extend` a token; an end of the
    passage left out `edge` a token, at most `edge_most`. `margin` tokens around a chain are looked at. Passages
    over `long_passage` tokens are searched for stretches instead of taken whole; a stretch between two anchors with
    more than `block_cells` pairs of tokens is compared by longest common subsequence alone. The core of an
    alignment is its best stretch when an unlike pair costs `core_mismatch` and a gap `core_gap`: what lies beyond
    may belong to another place.

    Belief (step 8): a match is reported when its expected number by chance is at most `chance`; a passage is found
    when matches cover `least_cover` of its weight, what it has in brackets left out (`least_cover_modern` where the
    glossary had to help with `rendering_pairs` words, or with one of a passage far beyond chance). In a long text a
    match needs `least_words` equal words and `least_density` of its weight, and its chain `chain_share` of the
    strength asked for. A stretch that is found with `strong_words` equal words, `strong_share` of it, counts even
    if the rest of the passage is foreign, and so does one document that has `abundance` times the strength asked for
    and `abundant_cover` of the weight. A passage of fewer words than that may break (an unlike word, a gap with
    `words_put_in` words of the passage at most, a foreign end) once in `words_a_break` words, and so may a longer
    one of which less than `full_cover` is found. It is a formula where all breaks inside it are slots:
    `slot_documents` documents, which have it at `slot_share` of the strength and of whose `slot_around` words to
    either side less than `slot_copy` are the same, have no one reading there. The whole of a short one must be
    expected less than `whole_chance` times at `core_mismatch` for each unlike pair and foreign end and `core_gap`
    for each gap. A document that has all its words in a row needs only `verbatim_share` of the strength. For such a
    passage a library counts as no larger than `belief_size` tokens: beyond, its breaks say more than the number of
    places. `verbatim_words` in a row, beyond chance as a formula too, are found whatever stands around them.

    A second piece from the same document (a moved clause, a long cut) needs `least_piece` equal words and
    `piece_strength`; one from another document (a splice) `splice_words` and a strength beyond chance by itself. Below
    `full_cover` of the weight, the words that no document has make a passage altered.

    Renderings (step 8): a passage of `rendering_words` or more that no chain explains is looked for through the
    glossary, in bands `rendering_band` diagonals to either side, with the rarest stems until `rendering_hits` are
    spent; `rendering_presence` is the probability that a word of a rendering has its answer in the band. The glossary
    must give `rendering_modern` nats and `rendering_pairs` words of the strength, and no more than `rendering_chance`
    bands so strong may be expected: sentences on one matter share more words than chance would give them. The
    alignment must have those pairs in order, and like words for `rendering_cover` of the passage, or one of them and
    like words for `rendering_cover_poor`. With `rendering_pairs_rich` of them it may be `rendering_chance_rich`, if it
    is `rendering_lead` times as strong as that of the next document.

    Segments (step 8): a long alignment is cut where `unlike_cost` a token outweighs what came before by `drop`; a
    segment needs `least_segment` by itself.

    Witnesses (step 9): a match weaker than `witness_share` of the best over the same words is left out;
    `most_matches` are given.
    """

    formula_count: int = 4
    formula_share: float = 1.3e-5
    least_information: float = 0.7
    most_information: float = 9.0
    background: int = 50_000
    function_information: float = 4.0
    base_hits: int = 6000
    base_hits_long: int = 1500
    hits_per_token: int = 25
    hits_per_token_long: int = 8
    run_gap: int = 10
    least_run: float = 3.5
    least_run_long: float = 12.0
    runs_kept: int = 120
    chains_kept: int = 40
    chain_gap_page: int = 24
    chain_gap_witness: int = 60
    gap_cost: float = 0.3
    shift_cost: float = 1.0
    shift_growth: float = 0.7
    look_back: int = 12
    candidate_share: float = 0.45
    candidates: int = 8
    least_likeness: float = 0.6
    least_likeness_known: float = 0.75
    mismatch: float = 0.6
    gap_open: float = 1.5
    gap_extend: float = 0.12
    edge: float = 0.7
    edge_most: float = 4.0
    margin: int = 8
    long_passage: int = 150
    block_cells: int = 60_000
    core_mismatch: float = 2.5
    core_gap: float = 4.0
    chance: float = 1e-3
    least_cover: float = 0.7
    least_cover_modern: float = 0.55
    least_words: int = 6
    least_density: float = 0.5
    chain_share: float = 1.0
    strong_words: int = 12
    strong_share: float = 0.8
    abundance: float = 4.25
    abundant_cover: float = 0.5
    least_piece: int = 4
    piece_strength: float = 10.0
    splice_words: int = 5
    full_cover: float = 0.8
    words_a_break: int = 4
    words_put_in: int = 2
    slot_documents: int = 3
    slot_share: float = 0.75
    slot_around: int = 30
    slot_copy: float = 2 / 3
    belief_size: int = 500_000
    verbatim_words: int = 8
    whole_chance: float = 2.5e-3
    verbatim_share: float = 0.75
    rendering_words: int = 12
    rendering_band: int = 8
    rendering_hits: int = 25_000
    rendering_presence: float = 0.45
    rendering_modern: float = 5.0
    rendering_pairs: int = 2
    rendering_chance: float = 2e-5
    rendering_pairs_rich: int = 3
    rendering_chance_rich: float = 0.1
    rendering_lead: float = 1.5
    rendering_cover: float = 1 / 3
    rendering_cover_poor: float = 0.5
    drop: float = 14.0
    unlike_cost: float = 5.0
    least_segment: float = 14.0
    witness_share: float = 0.6
    most_matches: int = 12

    def __post_init__(self) -> None:
        if self.chance <= 0:
            raise ValueError("chance must be positive")
        if not 0 <= self.least_cover <= 1:
            raise ValueError("least_cover is a share: 0..1")
