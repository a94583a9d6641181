/** Names that announce private values, and similar names that do not. */
import type { PrivateKind } from './value-formats.ts';

/** Endings of names that announce a value after `=` or `:`, ignoring `_`, `-` and `.`. */
export const NAME_ENDINGS: readonly [string, PrivateKind][] = [
  ['hostid', 'id'],
  ['customidentifier', 'id'],
  ['machineid', 'id'],
  ['accountid', 'aws'],
  ['accesskeyid', 'aws'],
  ['apikey', 'key'],
  ['accesskey', 'key'],
  ['secretkey', 'key'],
  ['privatekey', 'key'],
  ['encryptionkey', 'key'],
  ['signingkey', 'key'],
  ['licensekey', 'key'],
  ['secretkeybase', 'key'],
  ['routingkey', 'key'],
  ['integrationkey', 'key'],
  ['accountkey', 'key'],
  ['sharedaccesskey', 'key'],
  ['appkey', 'key'],
  ['applicationkey', 'key'],
  ['authkey', 'key'],
  ['masterkey', 'key'],
  ['storagekey', 'key'],
  ['privatekeyid', 'key'],
  ['password', 'password'],
  ['passwd', 'password'],
  ['passphrase', 'password'],
  ['requirepass', 'password'],
  ['secret', 'token'],
  ['token', 'token'],
  ['authorization', 'token'],
  ['cookie', 'token'],
  ['secretid', 'token'],
  ['roleid', 'token'],
  ['credential', 'token'],
  ['credentials', 'token'],
  ['hostname', 'host'],
  ['computername', 'host'],
  ['displayname', 'host'],
  ['username', 'user'],
];
/** The same, matched against the whole last word of a name. */
export const NAME_LAST_WORDS: Readonly<Record<string, PrivateKind>> = {
  pass: 'password',
  pwd: 'password',
  pw: 'password',
  otp: 'password',
  community: 'token',
  signature: 'token',
  host: 'host',
  computer: 'host',
};
/** The same, matched against the whole name. */
export const WHOLE_NAMES: Readonly<Record<string, PrivateKind>> = {
  'mackerel.io': 'host',
  USER: 'user',
  LOGNAME: 'user',
  USERNAME: 'user',
  SUDO_USER: 'user',
  Server: 'host',
};
/** The same for names of two words: the last word, then the one before it. */
export const TWO_WORD_NAMES: Readonly<Record<string, [string, PrivateKind]>> = {
  Source: ['Data', 'host'],
  ID: ['User', 'user'],
  Id: ['User', 'user'],
};
/** The same, only if the value is quoted. */
export const NAMES_WITH_QUOTED_VALUE: Readonly<Record<string, PrivateKind>> = { auth: 'token' };
/** One-letter flags followed by a secret, with the commands that have them. */
export const SECRET_FLAGS: Readonly<Record<string, RegExp>> = {
  w: /\bldap(?:search|add|modify|delete|whoami|passwd|compare|modrdn)\b[^\n;|&]*$/,
  c: /\bsnmp(?:get|getnext|bulkget|walk|bulkwalk|set|table|status|df)\b[^\n;|&]*$/,
  C: /\bcheck_snmp\b[^\n;|&]*$/,
  a: /\b(?:redis-cli|check_nrpe)\b[^\n;|&]*$/,
  k: /\bopenssl +enc\b[^\n;|&]*$/,
  P: /\b(?:zip|unzip|ipmitool|check_\w+)\b[^\n;|&]*$/,
  A: /\bsnmp[a-z]+\b[^\n;|&]*$/,
  X: /\bsnmp[a-z]+\b[^\n;|&]*$/,
};
/** Japanese labels. The label of an API key begins in Latin letters; only its end is listed. */
export const LABELS: readonly [PrivateKind, RegExp][] = [
  ['password', /^パス(?:ワード|フレーズ) ?(?:[:：=＝]|は(?= ?「?[!-~]{6})) */],
  ['host', /^(?:コンピューター?|ホスト|サーバー?)名? ?[:：=＝] */],
  ['user', /^(?:ユーザー?(?:名|ID)|アカウント名|ログイン(?:名|ID)) ?[:：=＝] */],
  ['key', /^(?:(?:アクセス|シークレット)?キー|トークン) ?(?:[:：=＝]|は(?= ?「?[!-~]{8})) */],
  ['id', /^(?:マイナンバー|個人番号) ?[:：=＝は]? */],
];
/** Oracle programs that take `user/password@host`. */
export const ORACLE_PROGRAMS = new Set(['sqlplus', 'sqlldr', 'expdp', 'impdp', 'rman']);
/** Words that are not a Windows domain before a backslash. */
export const NOT_WINDOWS_DOMAINS = new Set(
  'HKLM HKCU HKCR HKU NT AUTHORITY BUILTIN SYSTEM SOFTWARE SERVICE APPPOOL TRACE DEBUG INFO WARNING ERROR CRITICAL'.split(
    ' ',
  ),
);
/** Variables whose names end in `PWD` but hold the shell's working directory. */
export const DIRECTORY_VARIABLES = new Set(['PWD', 'OLDPWD']);

/** Folders that contain the home folders of users. */
export const HOME_FOLDERS = new Set(['home', 'users', 'documents and settings']);
/** User names that every computer may have; they reveal nothing. */
export const COMMON_USERS = new Set(
  'root admin administrator public shared default ubuntu debian centos rocky almalinux ec2-user vagrant runner linuxbrew mackerel-agent nobody www-data mysql postgres redis nginx apache httpd daemon system zabbix nagios git jenkins'.split(
    ' ',
  ),
);

/** Programs, besides the product's, before whose name a journal line has its host. */
export const PROGRAMS = ['systemd', 'kernel', 'sudo', 'CRON', 'cron', 'sshd', 'dockerd'];
export const MONTHS = new Set([
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
]);
/** Suffixes of systemd units, which look like a mail domain: `user@1000.service`. */
export const SYSTEMD_UNIT_SUFFIXES = new Set([
  'service',
  'socket',
  'timer',
  'target',
  'mount',
  'slice',
  'scope',
  'device',
  'swap',
  'path',
]);
/** Words after `lookup` that are not a host. */
export const NOT_HOSTS = new Set(['failed', 'error', 'timed', 'timeout', 'of', 'for', 'on']);
/** Words that a name or secret follows in a sentence, with its pattern; group 2 is the value. */
export const IN_SENTENCES: ReadonlyMap<string, [PrivateKind, RegExp]> = new Map([
  [
    'password',
    [
      'password',
      /^( (?:is |was |to )?["'`]?)((?=[^\s"'`]*\d)(?=[^\s"'`]*[A-Za-z])[^\s"'`]{6,128})/,
    ],
  ],
  [
    'passphrase',
    [
      'password',
      /^( (?:is |was |to )?["'`]?)((?=[^\s"'`]*\d)(?=[^\s"'`]*[A-Za-z])[^\s"'`]{6,128})/,
    ],
  ],
  ['identified', ['password', /^( by (?:password )?["'])([^"'\n]{1,128})(?=["'])/i]],
  [
    'user',
    ['user', /^( ["']?)([A-Za-z_][\w.-]{1,63})(?=["']? (?:from|by)\b|["']@|["'](?:[ ,]|$)|\(uid=)/],
  ],
  ['publickey', ['user', /^( for )([A-Za-z_][\w.-]{1,63})(?= from )/]],
  ['role', ['user', /^( ["'])([\w.-]{1,63})(?=["'] (?:does not exist|is not permitted))/]],
  // MySQL, PostgreSQL, curl, nc, rsync and ssh.
  ['connect', ['host', /^( to )([A-Za-z][\w.-]{0,252})(?= port \d| \([\d:])/]],
  ['host', ['host', /^( ["'])([A-Za-z][\w.-]{0,252})(?=["'] is (?:blocked|not allowed))/]],
  ['resolve', ['host', /^( host(?:name)?:? ["']?)([A-Za-z][\w.-]{0,252})/]],
  ['server', ['host', /^( (?:host|on) ["'])([A-Za-z][\w.-]{0,252})(?=[:"'])/]],
  ['translate', ['host', /^( host name ["'])([A-Za-z][\w.-]{0,252})(?=["'])/]],
]);
/** Words before a hash that identifies something public or is valid for one run only. */
export const PUBLIC_HASH_LABEL =
  /(?:sha-?\d{1,3}|md5|digest|checksum|commits?|rev|revision|build|hash|etag|trace|span|request|container|image|layer|docker|containerd|libpod|crio|overlay2|pods?|blobs?|trees?|objects?|thumbprint|fingerprint|serial)[ _.-]?(?:id)?["'\s:=@/([-]{1,4}$/i;
/** Programs that run a command as another user, with their arguments; group 1 is the user. */
export const RUN_AS: ReadonlyMap<string, RegExp> = new Map([
  ['sudo', /^(?: +-[A-Za-z]+)*? +(?:-[A-Za-z]*u ?|--user[= ])([a-z_][\w.-]{0,63})/],
  ['su', /^ +(?:-|-l|--login) +([a-z_][\w.-]{0,63})/],
  ['runuser', /^(?: +-)? +-[lu] +([a-z_][\w.-]{0,63})/],
]);
/** Settings of SNMP daemons, with the number of words before the community. */
export const COMMUNITIES: ReadonlyMap<string, number> = new Map([
  ['rocommunity', 0],
  ['rwcommunity', 0],
  ['rocommunity6', 0],
  ['rwcommunity6', 0],
  ['trapcommunity', 0],
  ['com2sec', 2],
  ['com2sec6', 2],
]);
