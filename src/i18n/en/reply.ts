export const reply = {
  /** The first line, with the customer's name to fill in. */
  salutation: 'Hello [name],',
  greeting: {
    log: 'Thank you for sending the log. We have looked through it.',
    config: 'Thank you for sending the configuration file. We have looked through it.',
    both: 'Thank you for sending the log and the configuration file. We have looked through both.',
    other: 'Thank you for getting in touch. We have looked through what you sent.',
  },
  since: (time: string) => `It first appears in the log at ${time}.`,
  /** Name a fault by the title of its guide. */
  named: (title: string) => `This matches: ${title}.`,
  /** The place of a quoted line. */
  logLine: (line: number, isLog: boolean) => `Line ${line}${isLog ? ' of the log' : ''}`,
  healthy: 'We found no fault in this log. This covers only the lines that we received.',
  recovered: 'The fault in this log is over. You do not need to do anything about it.',
  harmless:
    'The log has a message that looks like a fault, but it is harmless. You do not need to do anything about it.',
  /** The log is of another program of the same service. */
  sibling: (program: string, backend: string, nameInText: string) =>
    `The log that you sent names ${program}. We know the messages of ${nameInText}, which is a different program, and we would rather not guess. Please tell us what you see in ${backend}, since when, and what was changed before that.`,
  unrecognised: (nameInText: string) =>
    `We could not recognize what we received as a log of ${nameInText}. Please get the log again with one of the commands below, and send us the output.`,
  unanswered:
    'The log has lines that we do not know yet. We do not want to guess, so we are looking into them.',
  others: 'We also found:',
  /** Heading of the faults in a configuration. */
  inConfig: 'What we found in the configuration file:',
  toDo: 'Please try the following:',
  /** Replaces `toDo` after the corrected lines of a configuration. */
  thenDo: 'Please correct the file, and then do the following:',
  /** Heading of the steps that find out which cause it is. */
  toFindOut: 'Please run the following:',
  /** Heading of the causes that are possible. */
  openCause: 'The log does not show which of these is the cause:',
  /** Replaces the list of possible causes. */
  notShown: 'The log alone does not show why.',
  /** Introduces the command for the other state of the program. */
  ifStopped: (nameInText: string) => `If ${nameInText} is stopped, start it instead:`,
  /** Which platform the commands are for, and the question for it. */
  whichPlatform: (platform: string, nameInText: string) =>
    `These commands are for ${platform}; please tell us if ${nameInText} runs elsewhere.`,
  /** The request for the output of a step that decides between causes. */
  sendOutput: 'Please send us the output. We will then tell you what to do next.',
  verify: 'How to tell that it worked:',
  avoid: 'Please note:',
  /** Heading of what to send, if the reply has no steps. */
  need: 'Please send us this first:',
  /** Replaces `need` after steps. */
  needToo: 'Please also send us:',
  /** Heading of what to check if a log without faults does not explain what is missing. */
  stillNoData: 'If data is still missing, please check the following and send us what you find:',
  /** Introduces the link to the guide. */
  read: 'All steps in detail: ',
  /** Replaces `read` if the reply has no steps. */
  about: 'More about this: ',
  closing:
    'If this does not solve it, please reply with the new log lines, without API keys and passwords.',
  /** Replaces `closing` if the reply has no steps, or asks for something. */
  closingOpen: {
    waiting: 'We will write again as soon as we know more.',
    asked: 'Please leave out API keys and passwords.',
    healthy:
      'If you still see a problem, please send us the log of that time, without API keys and passwords.',
  },
  /** The last lines, with the writer's name to fill in. */
  signature: 'Kind regards,\n[your name]',
};
