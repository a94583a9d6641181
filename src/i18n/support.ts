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
    greeting: Record<'log' | 'config' | 'both' | 'other', string>;
    happened: Record<'certain' | 'likely' | 'possible', string>;
    since(time: string): string;
    healthy: string;
    recovered: string;
    unrecognised: string;
    /** The log is of another program of the same service. */
    sibling(program: string): string;
    unanswered: string;
    evidence: string;
    others: string;
    /** Heading of the faults in a configuration. */
    inConfig: string;
    toDo: string;
    verify: string;
    dont: string;
    need: string;
    stillThere: string;
    read: string;
    closing: string;
  };
}
