/** Text of the support report and of the reply to a customer. */
export interface SupportText {
  /** Separates a label from its value. */
  colon: string;
  comma: string;
  /** Put text in parentheses, to follow what it is about. */
  aside(text: string): string;
  /** The section of the analyzer that creates the report. */
  form: {
    title: string;
    intro: string;
    steps: string;
    replaced: string;
    leave: string;
    keysStay: string;
    carried(held: number): string;
    nothingReplaced: string;
    preview: string;
    download: string;
    print: string;
    working: string;
    reply: string;
    replyIntro: string;
  };
  report: {
    stoodIn: string;
    sender: string;
    told: Record<'system' | 'installed' | 'changed' | 'tried', string>;
    nothingTold: string;
    verdict: string;
    others: string;
    evidence: string;
    quoted: string;
    span(first: string, last: string): string;
    inspected: string;
    timeline: string;
    firstTime(time: string): string;
    firstFault(time: string): string;
    start(time: string, version: string | null): string;
    moreStarts(count: number): string;
    lastTime(time: string): string;
    steps: string;
    block: string;
    noBlock: string;
    /** The text before and after the URL at which the block is opened. */
    blockHolds(held: number, total: number, catalog: string): [string, string];
  };
  reply: {
    /** The first line, with the customer's name to fill in. */
    salutation: string;
    greeting: Record<'log' | 'config' | 'both' | 'other', string>;
    since(time: string): string;
    /** The place of a quoted line. */
    logLine(line: number): string;
    /** End a title, such as "It could be: …", as a sentence. */
    ended(title: string): string;
    healthy: string;
    recovered: string;
    unrecognised: string;
    /** The log is of another program of the same service. */
    sibling(program: string): string;
    unanswered: string;
    others: string;
    /** Heading of the faults in a configuration. */
    inConfig: string;
    toDo: string;
    /** Which platform the commands are for, and the question for it. */
    whichPlatform: string;
    /** The request for the output of a step that decides between causes. */
    sendOutput: string;
    verify: string;
    avoid: string;
    /** Heading of what to send, in place of steps and after them. */
    need: string;
    needToo: string;
    /** What stands before the link to the guide. */
    read: string;
    closing: string;
    /** The last lines, with the writer's name to fill in. */
    signature: string;
  };
}
