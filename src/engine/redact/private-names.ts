/** What private values are called, and what is called like one and is none. */
import type { Kind } from './private-shapes.ts';

/** What a name says of the value after `=` or `:`; the end of the name counts, without its `_`, `-` and `.`. */
export const NAMED: readonly [string, Kind][] = [
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
  ['credential', 'token'],
  ['credentials', 'token'],
  ['hostname', 'host'],
  ['computername', 'host'],
  ['displayname', 'host'],
  ['username', 'user'],
];
/** The same, where the whole last word of the name must be this. */
export const NAMED_BY_WORD: Readonly<Record<string, Kind>> = {
  pass: 'password',
  pwd: 'password',
  pw: 'password',
  community: 'token',
  signature: 'token',
  host: 'host',
  computer: 'host',
};
/** The same, where the whole name must be this. */
export const NAMED_WHOLE: Readonly<Record<string, Kind>> = {
  'mackerel.io': 'host',
  USER: 'user',
  LOGNAME: 'user',
  USERNAME: 'user',
  SUDO_USER: 'user',
  Server: 'host',
};
/** The same for names of two words, by the last and the one before. */
export const NAMED_BY_TWO: Readonly<Record<string, [string, Kind]>> = {
  Source: ['Data', 'host'],
  ID: ['User', 'user'],
  Id: ['User', 'user'],
};
/** The same where the value stands in quotes. */
export const NAMED_IN_QUOTES: Readonly<Record<string, Kind>> = { auth: 'token' };
/** Flags of one letter that a secret follows, by the command. */
export const SECRET_FLAGS: Readonly<Record<string, RegExp>> = {
  w: /\bldap(?:search|add|modify|delete|whoami|passwd|compare|modrdn)\b[^\n;|&]*$/,
  c: /\bsnmp(?:get|getnext|bulkget|walk|bulkwalk|set|table|status|df)\b[^\n;|&]*$/,
  C: /\bcheck_snmp\b[^\n;|&]*$/,
  a: /\bredis-cli\b[^\n;|&]*$/,
  k: /\bopenssl +enc\b[^\n;|&]*$/,
  P: /\b(?:zip|unzip)\b[^\n;|&]*$/,
  A: /\bsnmp[a-z]+\b[^\n;|&]*$/,
  X: /\bsnmp[a-z]+\b[^\n;|&]*$/,
};
/** Labels in Japanese; a key's begins with Latin letters, so its rest is here. */
export const LABELS: readonly [Kind, RegExp][] = [
  ['password', /^パス(?:ワード|フレーズ) ?(?:[:：=＝]|は(?= ?[!-~]{6})) */],
  ['host', /^(?:コンピューター?|ホスト|サーバー?)名? ?[:：=＝] */],
  ['user', /^(?:ユーザー?(?:名|ID)|アカウント名|ログイン(?:名|ID)) ?[:：=＝] */],
  ['key', /^(?:(?:アクセス|シークレット)?キー|トークン) ?(?:[:：=＝]|は(?= ?[!-~]{8})) */],
  ['id', /^(?:マイナンバー|個人番号) ?(?:[:：=＝]|は)? */],
];
/** Programs of Oracle that are given `user/password@host`. */
export const ORACLE = new Set(['sqlplus', 'sqlldr', 'expdp', 'impdp', 'rman']);
/** Before a backslash they are no domain of Windows. */
export const NO_DOMAIN = new Set(
  'HKLM HKCU HKCR HKU NT AUTHORITY BUILTIN SYSTEM SOFTWARE SERVICE APPPOOL TRACE DEBUG INFO WARNING ERROR CRITICAL'.split(
    ' ',
  ),
);
/** They end like a password's name and are the folder that a shell stands in. */
export const FOLDER_NAMES = new Set(['PWD', 'OLDPWD']);

/** Folders whose next part is a user's name, and the users that every computer has. */
export const HOMES = new Set(['home', 'users', 'documents and settings']);
export const COMMON_USERS = new Set(
  'root admin administrator public shared default ubuntu debian centos rocky almalinux ec2-user vagrant runner linuxbrew mackerel-agent nobody www-data mysql postgres redis nginx apache httpd daemon system zabbix nagios git jenkins'.split(
    ' ',
  ),
);

/** Beside the product's: programs whose name proves that the word before it in a line of the journal is a host. */
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
/** Endings of systemd units, which look like the domain of a mail address: `user@1000.service`. */
export const UNITS = new Set([
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
/** After `lookup` these go on with a sentence. */
export const NO_HOST = new Set(['failed', 'error', 'timed', 'timeout', 'of', 'for', 'on']);
/** Words after which a name or a secret stands in a sentence, and what the sentence looks like from there; the value is the last group. */
export const IN_SENTENCES: ReadonlyMap<string, [Kind, RegExp]> = new Map([
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
    ['user', /^( ["']?)([A-Za-z_][\w.-]{1,63})(?=["']? (?:from|by)\b|["']@|["'](?: |$)|\(uid=)/],
  ],
  ['publickey', ['user', /^( for )([A-Za-z_][\w.-]{1,63})(?= from )/]],
]);
/** Before a hash they say that it names a thing that everybody may know, or counts for one run only. */
export const HASH =
  /(?:sha-?\d{1,3}|md5|digest|checksum|commits?|rev|revision|build|hash|etag|trace|span|request|container|image|layer|docker|containerd|libpod|crio|overlay2|pods?|blobs?|trees?|objects?|thumbprint|fingerprint|serial)[ _.-]?(?:id|ID|Id)?["'\s:=@/([-]{1,4}$/i;
/** Programs that are told whose rights to take, and how: the name stands in the first group. */
export const RUN_AS: ReadonlyMap<string, RegExp> = new Map([
  ['sudo', /^(?: +-[A-Za-z]+)*? +(?:-[A-Za-z]*u ?|--user[= ])([a-z_][\w.-]{0,63})/],
  ['su', /^ +(?:-|-l|--login) +([a-z_][\w.-]{0,63})/],
  ['runuser', /^(?: +-)? +-[lu] +([a-z_][\w.-]{0,63})/],
]);
/** Settings of SNMP daemons, and how many words stand before the community. */
export const COMMUNITIES: ReadonlyMap<string, number> = new Map([
  ['rocommunity', 0],
  ['rwcommunity', 0],
  ['rocommunity6', 0],
  ['rwcommunity6', 0],
  ['trapcommunity', 0],
  ['com2sec', 2],
  ['com2sec6', 2],
]);
