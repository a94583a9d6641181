/**
 * Every weight and threshold of the ranking and of the decision whether the site has an answer.
 * `npm run tune` sets the weights of the order and of the decision (tests/eval/tune.ts);
 * docs/search.md explains them.
 */
export const NUMBERS = {
  /** Worth of a word by the field that has it. */
  fields: { title: 1, symptom: 1, summary: 0.56, heading: 0.4 },
  /** How well a key fits a word of the query, by the relation between them. */
  matches: { own: 1, plain: 0.7, prefix: 0.75 },
  /** Factors for the weight of a word, beside its rarity. */
  words: { context: 0.65, unknown: 0.49, guess: 0.8, concept: 0.3 },
  /** The sum of field weights at which a word earns a page half of its maximum. */
  saturation: 1.5,
  /** Share of the score that the most similar title or symptom decides. */
  similarity: 0.5,
  /** How much of a phrase counts when it is compared: 1 is all of its words. */
  phraseLength: 0.5,
  /** Bonus of a page that has the query verbatim. */
  verbatim: 0.7,
  /** Factor for the pages of messages, against guides. */
  entry: 0.6,
  /**
   * The largest penalty of a page about a product that the query does not name. It shrinks with the
   * product's share of the pages: the product with the most is asked about most, and has none.
   */
  otherProduct: 0.3,
  /** Factor for the guides on the agent's own connection, if the query is about a plugin. */
  agentOfPlugin: 0.55,
  /** Bonus of the first page of a message that the engine found; factor for each further one. */
  message: 0.7,
  furtherOfMessage: 0.8,
  /**
   * Least probability that the site has an answer; below it, the search says that there is none.
   * Chosen by hand from the errors that tuning prints.
   */
  least: 0.4,
  // The numbers below are not tuned, because they change what is shown beside the first page.
  /** Least score of a further result, relative to the best one. */
  further: 0.5,
  /** Share of a query or phrase at which a page counts as having all of it. */
  whole: 0.9,
  /** Share of a query below which the best page is only the nearest one. */
  covered: 0.7,
  /**
   * Least share of a question that the best page must have, if the question has unknown words but
   * no word of the product's field.
   */
  onTopic: 0.36,
  /** Least score of a page elsewhere to be shown. */
  elsewhereLeast: 0.4,
  /** Least score of a page of this site to be shown, relative to a better page elsewhere. */
  here: 0.95,
  /** Worth of a code in the page that is about it, as if several of its symptoms had it. */
  codeWorth: 3,
  /** How many characters of a log a page must quote. */
  quoted: 20,
  /** The share of the log that it must quote too, if the log may be of another program. */
  quotedShare: 0.4,
};

export type Numbers = typeof NUMBERS;
export type Match = keyof Numbers['matches'];
export type FieldKind = keyof Numbers['fields'];

/** Weights of the features that `featuresOf` in rank/decide.ts computes and describes. */
export const DECISION = {
  always: -2.67,
  evidence: 5.68,
  inPhrase: 2.69,
  ours: 0.97,
  rival: -6.47,
  other: -5.37,
  otherOurs: 4.21,
  message: -7.92,
};
