/**
 * Every weight and threshold of the ranking and of the decision whether the site has an answer.
 * `npm run tune` sets them (tests/eval/tune.ts); docs/search.md explains them.
 */
export const NUMBERS = {
  /** Worth of a word by the field that has it. */
  fields: { title: 1, symptom: 1, name: 0.7, summary: 0.56, body: 0.4 },
  /** How well a key fits a word of the query, by the relation between them. */
  matches: { own: 1, same: 1, part: 0.9, plain: 0.7, also: 0.6, guess: 1, prefix: 0.75 },
  /** Factors for the weight of a word, beside its rarity. */
  words: { code: 1, context: 0.7, contextRarity: 3, unknown: 0.49, concept: 0.43 },
  /** The sum of field weights at which a word earns a page half of its maximum. */
  saturation: 1.5,
  /** Share of the score that the most similar title or symptom decides. */
  similarity: 0.5,
  /** How much of a phrase counts when it is compared: 1 is all of its words. */
  phraseLength: 0.5,
  /** Bonus of a page that has the query verbatim. */
  verbatim: 0.7,
  /** Bonus of a page that has a long part of it verbatim. */
  quoted: 0.35,
  /** Factor for the pages of messages, against guides. */
  entry: 0.6,
  /**
   * The largest penalty of a page about a product that the query does not name. It shrinks with the
   * product's share of the pages: the product with the most is asked about most, and has none.
   */
  otherProduct: 0.3,
  /** Least score of a page elsewhere that is shown. */
  elsewhereLeast: 0.4,
  /** Share of the score of a message that its guide inherits. */
  inherited: 0.9,
  /** Bonus of the pages of a message that the engine found. */
  message: 0.7,
  /** Least score of a further result, relative to the best one. */
  further: 0.5,
  /** Least probability that the site has an answer; below it, there is none. */
  least: 0.53,
};

export type Numbers = typeof NUMBERS;
export type Match = keyof Numbers['matches'];
export type FieldKind = keyof Numbers['fields'];

/** Weights of the features by which it is decided whether the site has an answer. */
export const DECISION = {
  always: -2.93,
  coverage: 0.92,
  score: 1.25,
  evidence: 3.97,
  inPhrase: 1.42,
  unknown: 0.81,
  elsewhereLead: -0.1,
  elsewhereShare: -3.04,
  elsewhereInPhrase: -4.14,
  product: -1.06,
  ours: 1.89,
  rival: -7.01,
  neighbor: -5.41,
  neighborOurs: 1.81,
  surroundings: -3.76,
  surroundingsOurs: 2.55,
  message: -2.8,
};
