/** Phrases in which a certain word announces a private value after it. */

/** The text around the word of a phrase. */
export interface Phrase {
  /** Matches the text after the word. Each named group is a value, named after its kind. */
  after: RegExp;
  /** Matches the end of the text before the word. */
  before?: RegExp;
}

/** An account name, optionally after its Windows domain. */
const USER = String.raw`(?:(?<host>[a-z][\w.-]{0,63})\\{1,2})?(?<user>[a-z_](?:[\w.-]{0,62}\w)?\$?)`;
/** Words that follow `user` in a sentence without being an account name. */
const NOT_A_NAME = String.raw`(?!(?:account|accounts|agent|agents|and|by|commands?|data|database|does|error|exists?|experience|from|group|groups|has|id|ids|in|input|interface|is|limit|limits|login|manager|mode|must|name|names|not|on|or|password|process|processes|request|requests|session|sessions|settings|space|to|unknown|was|with)\b)`;
/** The statement of a program about an account, after its name. */
const STATEMENT = String.raw`(?=does not exist|is not (?:allowed|in|permitted)|is disabled|is locked|not found|not in|was not found|already exists|has no|unknown|AUTH )`;
/** Text that may follow an account name: the end of the sentence, a preposition or an address. */
const END = String.raw`(?=[.,;)\]]\s|[.;)\]]?\s*(?:$|\n)| (?:at|by|failed|from|on|port|to|AUTH)\b| [\d[])`;
/** A password in a sentence; it must contain a letter and a digit, unlike most words. */
const SAID_PASSWORD =
  /^ (?:is |was |to )?["'`]?(?<password>(?=[^\s"'`]*\d)(?=[^\s"'`]*[A-Za-z])[^\s"'`]{6,128})/;
const HOST = String.raw`(?<host>[a-z][\w.-]{0,252})`;
const COMMUNITY = /^ +(?<token>[^\s"'`<>#]+)/;
const ORACLE_LOGIN =
  /^(?: -\w+| target)* ["']?(?<user>[\w$#]+)\/(?<password>[^\s@"'/]+)(?:@(?:\/\/)?(?<host>[\w.-]*))?/;
/** A text that a shell prints into a pipe. */
const ECHOED = String.raw`^(?: -n| ["']?%s(?:\\n)?["']?)? `;

/** Words in lower case, separated by spaces, and their phrases; the first that matches counts. */
const TABLE: readonly [string, ...Phrase[]][] = [
  // Commands.
  [
    'sudo',
    { after: /^(?: +-[A-Za-z]+)*? +(?:-[A-Za-z]*u ?|--user[= ])(?<user>[a-z_][\w.-]{0,63})/ },
    {
      after:
        /^(?:\[\d+\])?: +(?<user>[a-z_][\w.-]{0,63})(?= : (?:user NOT|TTY=|\d+ incorrect|command not)| is not in the sudoers)/,
    },
    { before: /\brun $/, after: /^ on (?<host>[\w.-]*\w)/ },
  ],
  [
    'to',
    {
      before: /\bsu(?:\[\d+\])?: \($/,
      after: new RegExp(String.raw`^ \S+\) ${USER}(?= on )`, 'i'),
    },
  ],
  ['chown', { after: new RegExp(String.raw`^(?: -\S+)* ${USER}(?=:| \/)`, 'i') }],
  [
    'useradd userdel usermod chage gpasswd',
    {
      after: new RegExp(
        String.raw`^(?: -\S+(?: [^\s-]\S*)?){0,8} ${NOT_A_NAME}${USER}(?=\s*(?:$|[\n;&|]))`,
        'i',
      ),
    },
  ],
  ['su', { after: /^ +(?:-|-l|--login) +(?<user>[a-z_][\w.-]{0,63})/ }],
  ['runuser', { after: /^(?: +-)? +-[lu] +(?<user>[a-z_][\w.-]{0,63})/ }],
  ['passwd', { after: /^ (?:--stdin|-[deluS]) (?<user>[a-z_][\w.-]{0,63})/ }],
  [
    'net',
    {
      before: /(?:^|[\n>#$;&|"'] ?)$/,
      after: /^ user (?<user>[\w.@$-]+)(?:(?= \/)|(?=\s*$|\n)| (?<password>[^\s*/]\S*))/i,
    },
  ],
  ['machine', { after: /^ +(?<host>\S+)\s+login\s+(?<user>\S+)\s+password\s+(?<password>\S+)/ }],
  ['sqlplus sqlldr expdp impdp rman', { after: ORACLE_LOGIN }],
  [
    'thin oci oci8',
    {
      before: /jdbc:oracle:$/i,
      after: /^:(?:(?<user>[\w$#]+)\/(?<password>[^\s@"'/]+))?@(?:\/\/)?(?<host>[a-z][\w.-]*)/i,
    },
  ],
  [
    'echo printf',
    {
      after: new RegExp(
        ECHOED +
          String.raw`["']?(?<user>[\w.-]{1,64}):(?<password>[^\s"'|]{1,128})["']? *\| *(?:sudo )?chpasswd`,
      ),
    },
    {
      after: new RegExp(
        ECHOED +
          String.raw`["']?(?<password>[^\s"'|]{1,128})["']? *\| *(?=[^\n|]{0,120}(?:--password-stdin|--stdin| -S\b))`,
      ),
    },
  ],
  ['cifs smbclient mount.cifs mount_smbfs', { after: /^ +(?:-\S+ +)*\/\/(?<host>[\w.-]+)\// }],
  [
    'user',
    { before: /(?:^|[\s"'])\/$/, after: new RegExp(`^:["']?${USER}`, 'i') },
    {
      before: /(?:^|\n|SETUSER) *$/i,
      after: /^ (?<user>[\w.-]+) (?:on|off) [^\n>]{0,80}>(?<password>\S+)/,
    },
    { after: new RegExp(String.raw`^ ["']${USER}(?=["'](?:[ ,.:;)]|$|\s))`, 'i') },
    {
      after: new RegExp(String.raw`^ ["']?${NOT_A_NAME}${USER}(?=["']? (?:from|by)\b|\(uid=)`, 'i'),
    },
    { after: new RegExp(`^ ${NOT_A_NAME}${USER} ${STATEMENT}`, 'i') },
    {
      before: /\b(?:of|for|as|unknown|invalid|authenticating) $/i,
      after: new RegExp(`^ ${NOT_A_NAME}${USER}${END}`, 'i'),
    },
    {
      before: /\b(?:unknown|invalid) $/i,
      after: new RegExp(`^: ["']?${USER}(?::[\\w.-]+)?(?=["']?(?:\\s|$))`, 'i'),
    },
  ],
  ['ru', { before: /\s\/$/, after: new RegExp(`^ ["']?${USER}`, 'i') }],
  ['rp', { before: /\s\/$/, after: /^ (?<password>\S+)/ }],
  ['add', { before: /cmdkey(?:\.exe)? \/$/i, after: /^:(?<host>[\w.-]+)/ }],
  // Settings of Redis, keepalived and SNMP daemons.
  [
    'masterauth requirepass auth_pass',
    {
      before: /(?:^|\n|CONFIG SET) *$/i,
      after: /^ +["']?(?<password>[^\s"']+)(?=["']?\s*(?:$|\n))/,
    },
  ],
  ['rocommunity rwcommunity rocommunity6 rwcommunity6 trapcommunity', { after: COMMUNITY }],
  ['com2sec com2sec6', { after: /^ +[\w./:-]+ +[\w./:-]+ +(?<token>[^\s"'`<>#]+)/ }],
  // Addresses whose path is a secret or an id.
  ['hosts', { after: /^\/(?<id>(?=[\w.-]*\d)[\w.-]{6,})/ }],
  [
    'services workflows triggers',
    { before: /hooks\.slack\.com\/$/, after: /^\/(?<token>[\w/-]+)/ },
    { before: /logic\.azure\.com(?::443)?\/$/, after: /^\/(?<token>[\da-f]{16,})/ },
  ],
  ['webhooks', { before: /api\/$/, after: /^\/(?<token>\w+\/[\w-]+)/ }],
  ['webhook webhookb2', { before: /office(?:365)?\.com\/$/, after: /^\/(?<token>[\w@/-]+)/ }],
  ['integration', { before: /pagerduty\.com\/$/, after: /^\/(?<token>[\w-]+)/ }],
  ['key', { before: /with\/$/, after: /^\/(?<token>[\w-]{8,})/ }],
  ['alert', { before: /\/\d{8}\/$/, after: /^\/(?<token>[\da-f-]{16,})/ }],
  ['rooms', { before: /v\d\/$/, after: /^\/(?<id>\d+)/ }],
  ['spaces', { before: /chat\.googleapis\.com\/v1\/$/, after: /^\/(?<id>[\w-]+)/ }],
  // Resources of a cloud.
  [
    'projects',
    {
      after:
        /^\/(?<id>[a-z][a-z\d-]{4,28}[a-z\d])(?=\/(?:zones|regions|locations|global|instances|topics|subscriptions|secrets|serviceAccounts|databases|datasets|logs)\b)/,
    },
  ],
  ['instances', { before: /zones\/[a-z\d-]+\/$/, after: /^\/(?<host>[\w.-]+)/ }],
  ['node', { after: /^: +(?<host>[\w.-]+)(?=\/)/ }],
  ['assigned', { before: /Successfully $/, after: /^ \S+ to (?<host>[\w.-]+)/ }],
  // Authentication.
  ['bearer basic', { after: /^ (?<token>(?=[\w.~+/-]*[\d=]|[\w.~+/-]{20})[\w.~+/=-]{8,})/ }],
  [
    'password passphrase',
    { after: new RegExp(`^ for (?:invalid user )?${USER}(?= from )`, 'i') },
    {
      after:
        /^ for ["']?(?<user>[\w.-]+)["']?@["']?(?<host>[\w.%-]+)["']? *= *(?:password *\()?["'](?<password>[^"'\n]+)/i,
    },
    { after: /^\(["'](?<password>[^"'\n]+)(?=["']\))/ },
    { after: SAID_PASSWORD },
  ],
  ['identified', { after: /^ by (?:password )?["'](?<password>[^"'\n]{1,128})(?=["'])/i }],
  ['identity', { after: /^: '(?<user>[^'\n]+)'/ }],
  ['publickey pam', { after: new RegExp(`^ for ${USER}(?= from )`, 'i') }],
  ['plain login', { before: /\bAUTH $/i, after: /^ (?<token>[\w+/=]{8,})/ }],
  [
    'for',
    {
      before: /\bpassword (?:updated successfully|changed|expired) $/,
      after: new RegExp(`^ ${USER}`, 'i'),
    },
  ],
  ['static', { after: /^:(?<user>[^\s:/]+):(?<password>[^\s:/]\S*)/ }],
  ['convertto-securestring', { after: /^ ["'](?<password>[^"'\n]+)/ }],
  [
    'set add_header proxy_set_header',
    { after: /^ (?:always )?[\w-]*(?:Key|Secret|Token) +["']?(?<token>[^\s"';]+)/ },
  ],
  ['cn', { after: /^=(?<user>[^\s,=]{2,64})(?=,(?:ou|dc|cn|o)=)/i }],
  ['dc', { after: /^=(?<host>[\w-]{4,})/ }],
  ['registered', { after: /^ Owner: +(?<user>[^\s:]+(?: [^\s:]+)*)/ }],
  ['by', { after: new RegExp(String.raw`^ ${USER}(?=\(uid=\d)`, 'i') }],
  ['uid gid euid', { after: new RegExp(String.raw`^=\d+\(${USER}\)`, 'i') }],
  ['getpwnam', { after: new RegExp(String.raw`^\(["']?${USER}(?=["']?\))`, 'i') }],
  [
    'role',
    {
      after: new RegExp(String.raw`^ ["']${USER}(?=["'] (?:does not exist|is not permitted))`, 'i'),
    },
    { before: /denied for $/, after: new RegExp(`^ ["']?${USER}`, 'i') },
  ],
  ['fullname', { after: /^ \([^()]{0,250}\): '(?<id>[^'\n]{1,130})(?=')/ }],
  // Hosts.
  ['id', { after: /^ is "(?<id>(?=[\w.-]*\d)[\w.-]{6,})/ }],
  ['computer', { after: /^>(?<host>[\w.-]+)/ }],
  [
    'host',
    { before: /connect to $/, after: /^ (?<host>\S+)/ },
    { after: /^ '(?<host>[\w.-]+)(?= \()/ },
    { after: new RegExp(String.raw`^ ["']${HOST}(?=["'] is (?:blocked|not allowed))`, 'i') },
  ],
  [
    'lookup',
    {
      before: /(?:^|[:"\n] ?)$/,
      after: /^ (?!(?:failed|error|timed|timeout|of|for|on)\b)(?<host>[\w.-]+)(?![\w./-])/,
    },
  ],
  ['tcp tcp4 tcp6 udp', { before: / $/, after: /^ (?<host>[\w.-]+)(?=:\d)/ }],
  [
    'connect connecting',
    { after: new RegExp(String.raw`^ to (?:MASTER )?${HOST}(?= port \d| \([\d:]|:\d|\/\d)`, 'i') },
  ],
  ['java.net.unknownhostexception', { after: /^: (?<host>[\w.-]*\w)/ }],
  ['added', { before: /Permanently $/, after: /^ '(?<host>[\w.-]+)(?=')/ }],
  ['kubelet', { before: / {2}$/, after: /^, (?<host>[\w.-]*\w)/ }],
  ['response', { after: new RegExp(String.raw`^ from (?=\S*\d)${HOST}`, 'i') }],
  ['host-name', { after: /^ "(?<host>[^"\s]+)(?=")/ }],
  ['resolve', { after: new RegExp(String.raw`^ host(?:name| address)?:? ["'‘]?${HOST}`, 'i') }],
  [
    'server',
    { after: new RegExp(String.raw`^ (?:host|on|at) ["']${HOST}(?=[:"'])`, 'i') },
    { after: /^ [\w.-]+\/(?<host>[\w.-]+)(?= is )/ },
  ],
  ['translate', { after: new RegExp(String.raw`^ host name ["']${HOST}(?=["'])`, 'i') }],
];

/** The phrases by word. The flag `d` makes `after` report the positions of its groups. */
export const PHRASES: ReadonlyMap<string, readonly Phrase[]> = new Map(
  TABLE.flatMap(([words, ...phrases]) => {
    const located = phrases.map(({ before, after }) => ({
      ...(before && { before }),
      after: new RegExp(after.source, `${after.flags}d`),
    }));
    return words.split(' ').map((word) => [word, located] as const);
  }),
);
