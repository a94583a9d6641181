import { report } from './report.ts';
import { search } from './search.ts';

export const pages = {
  search,
  nav: {
    label: 'Main',
    guides: 'Guides',
    errors: 'Messages',
    skip: 'Skip to content',
    /** The name of this language in itself. */
    language: 'English',
    read: 'Read in English',
    menu: 'Menu',
    breadcrumbs: 'You are here',
  },
  theme: {
    label: 'Theme',
    system: 'System',
    light: 'Light',
    dark: 'Dark',
  },
  footer: {
    checked: (versions: string) => `Checked against ${versions}.`,
  },
  home: {
    box: 'A log, an error message, or what you see',
    placeholder: 'Paste or drop the log here. Or type a message, or what you see.',
    find: 'Find the cause',
    files: 'Choose files',
    stays: 'Stays in your browser',
    offline: 'Offline after first use',
    proof: 'See how',
    opening: 'Opening the analyzer…',
    failed:
      'The page could not be loaded, and your text is still here. Check the connection, then try again.',
    example: 'An example',
    steps: 'What to do',
    tryExample: 'Analyze this log',
    symptoms: 'What do you see?',
    logs: 'Get the log',
    platform: 'Platform',
    guides: 'All guides',
    all: (count: number) => `All ${count}`,
  },
  product: {
    list: 'Products',
    log: 'Where its log is',
    /** The versions whose messages are known. */
    versions: (oldest: string, newest: string, released: string) =>
      `This site knows the messages of ${oldest} to ${newest} (${released}).`,
  },
  guides: {
    title: 'Guides',
    description:
      'All guides on this site: what is wrong, how to confirm it, what to do, and how to see that it worked.',
  },
  guide: {
    toc: 'On this page',
    related: 'Related guides',
    messages: 'Related messages',
    tellsApart: 'Or is it this?',
    changes: 'What newer versions changed',
    previous: 'Previous',
    next: 'Next',
    /** `version`: the program and its version; null if none is known. */
    checked: (date: string, version: string | null) =>
      `Checked on ${date}${version === null ? '' : ` against ${version}`}`,
    startByHand: (nameInText: string) => `You have to start ${nameInText} manually afterwards.`,
    elevated: ': PowerShell, run as administrator',
    inShort: 'In short',
    /** What the fault of a guide can cost, by its `effect`. */
    effect: (nameInText: string) => ({
      stops: `Can stop ${nameInText}`,
      'loses-data': 'Can lose data',
      degrades: 'Some functions can fail',
      minor: 'Small effect',
      harmless: 'Harmless',
    }),
    checkLog: 'Check my log',
    /** Before the only causes that need a step. */
    onlyIf: 'Only if:',
    platform: 'Show the steps for',
    platformAll: 'All',
  },
  part: report.parts,
  feedback: {
    question: 'Did this help?',
    link: 'Tell us what is missing',
    title: (page: string) => `About the page "${page}"`,
    body: (url: string) => `${url}

What were you looking for? What is missing or wrong?


(Leave out keys, passwords and names of hosts.)`,
    edit: 'Edit this page',
  },
  missing: {
    title: 'Is your message not here?',
    analyze: 'Analyze the log around it',
    report: 'Report the message',
    subject: 'A message is missing',
    body: `The message, as the program prints it:


The version of the program:


(Leave out keys, passwords and names of hosts.)`,
  },
  errors: {
    description: (programs: string) =>
      `All ${programs} messages that this site knows, and their causes.`,
    filter: 'Filter by text',
    level: 'Level',
    /** `count` is the number, or a placeholder that a script replaces with it. */
    count: (count: number | string) => (count === 1 ? '1 message' : `${count} messages`),
    page: (catalog: string) => `A page with only these messages: ${catalog}`,
    tables: 'HTTP statuses, exit codes and signals are in the tables of codes',
    version: 'Version',
    onlyNew: 'Only messages new in this version',
    newest: 'New messages by version',
    any: 'Any',
    message: 'Message',
    todo: 'Urgency',
    none: 'No messages match this filter.',
  },
  tables: {
    title: 'Codes',
    description: (nameInText: string) =>
      `HTTP statuses, exit codes, errors of the operating system, signals and event ids, with what ${nameInText} does on each.`,
    more: 'See',
    none: 'No rows match this filter.',
    /** `count` is the number, or a placeholder that a script replaces with it. */
    count: (count: number | string) => (count === 1 ? '1 row' : `${count} rows`),
  },
  entry: {
    guides: 'Helpful guides',
    wordings: 'Wordings',
    more: (count: number) => `${count} more`,
    since: (version: string) => `from ${version}`,
    until: (version: string) => `until ${version}`,
    versions: 'Versions',
    platforms: 'Platforms',
    source: 'Source',
    sample: 'Example lines',
    facts: 'Details',
    neighbours: 'Similar messages',
    level: 'Level',
    link: 'Short link',
  },
  act: {
    now: 'Act now',
    wait: 'Wait and see',
    ignore: 'Ignore',
  },
  level: {
    none: 'no level',
  },
  analyze: {
    title: 'Analyze a log',
    description: (programs: string) =>
      `Paste a log of ${programs} to see what is wrong, how we know, and what to do. It never leaves the browser.`,
  },
  noscript: {
    analyze:
      'Analyzing a log needs JavaScript, because it happens in this browser. Without it, look up the message:',
    search:
      'Analyzing a log and searching need JavaScript, because both happen in this browser. Without it, find the page in these lists.',
  },
  example: (values: string) => `An example: replace ${values} with your own before you run it.`,
  copy: 'Copy',
  copyPage: {
    title: 'Copy page',
    markdown: 'Markdown, for GitHub',
    slack: 'Slack',
    html: 'HTML, for Zendesk',
    open: 'Open as Markdown',
    copied: 'Copied.',
    failed: 'Not copied. Open the page as Markdown, and copy it there.',
  },
  changes: {
    title: 'What changed',
    description:
      'What new versions print for the first time or no longer, and when these pages were checked.',
    feed: 'Follow these changes in a feed reader (Atom)',
    checked: 'Last checks of these pages',
    pages: (count: number, program: string) =>
      `${count === 1 ? '1 page' : `${count} pages`} checked against ${program}`,
    added: 'New messages',
    reworded: 'Messages with new words',
    ended: 'Last printed by this version',
    /** A badge on a page that the newest version changed. */
    news: {
      added: (version: string) => `New in ${version}`,
      reworded: (version: string) => `New words in ${version}`,
      changed: (version: string) => `Changed in ${version}`,
    },
  },
  /** The description of llms-full.txt. */
  llms: 'The text of all guides and messages in one file',
  /** The header of a command that is for no particular platform. */
  shell: 'Shell',
  offline: {
    title: 'No network',
    text: 'This page is not stored on this device.',
    analyze: 'Analyze a log',
    reload: 'Try again',
    works: 'Analyzing a log works without a network.',
    pages: 'Pages on this device',
  },
  notFound: {
    title: 'Page not found',
    text: 'The URL may be old or mistyped. Search for the message, or start with the guides.',
    search: 'Search this site',
    searchFor: (words: string) => `Search for "${words}"`,
    home: 'Home',
  },
};
