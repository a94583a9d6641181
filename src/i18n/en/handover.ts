/** The sections of the analyzer that write to somebody. */
export const handover = {
  title: 'Copy for support',
  intro:
    'A text that you can send. Names, addresses and keys are replaced. It is created in this browser; nothing is sent or stored.',
  working: 'Creating the report',
  reply: "I'm answering a ticket",
  replyIntro:
    'For the support desk: a reply to the person who sent this log, with their own values in the commands.',
};
