export const letter = {
  /** Separates a label from its value. */
  colon: ': ',
  comma: ', ',
  /** Put text in parentheses, to follow what it is about. */
  aside: (text: string) => ` (${text})`,
  /** The sections of the analyzer that write to somebody. */
  form: {
    title: 'Copy for support',
    intro:
      'A text that you can send. Names, addresses and keys are replaced. It is created in this browser; nothing is sent or stored.',
    working: 'Creating the report',
    reply: "I'm answering a ticket",
    replyIntro:
      'For the support desk: a reply to the person who sent this log, with their own values in the commands.',
  },
};
