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
  ['nodename', 'host'],
  ['displayname', 'host'],
  ['username', 'user'],
  ['userid', 'user'],
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
  user: 'user',
  uid: 'user',
};
/** The same, matched against the whole name. */
export const WHOLE_NAMES: Readonly<Record<string, PrivateKind>> = {
  USER: 'user',
  LOGNAME: 'user',
  USERNAME: 'user',
  SUDO_USER: 'user',
  Server: 'host',
};
/** The same for names of two words, such as `Account Name`: by second word, then by first. */
export const TWO_WORD_NAMES: Readonly<Record<string, readonly [string, PrivateKind][]>> = {
  Source: [['Data', 'host']],
  ID: [['User', 'user']],
  Id: [['User', 'user']],
  Name: [
    ['Account', 'user'],
    ['User', 'user'],
    ['Host', 'host'],
    ['Workstation', 'host'],
    ['Computer', 'host'],
  ],
  Domain: [['Account', 'host']],
};
/** The same, only if the value is quoted. */
export const NAMES_WITH_QUOTED_VALUE: Readonly<Record<string, PrivateKind>> = { auth: 'token' };
/** Return a pattern for the start of a command line: the name of a program, and what follows it. */
const commands = (names: string): RegExp => new RegExp(`\\b(?:${names})\\b[^\\n;|&]*$`);
/**
 * Matches the start of a command line in which `-p` announces a pattern or a path. A pattern may
 * contain `|`, but no pipe into another command, which may take a password.
 */
export const PATTERN_COMMANDS = new RegExp(
  String.raw`\b(?:check-(?:procs|log|http|disk|aws-cloudwatch-logs)|pgrep|mkdir|ps)\b` +
    String.raw`(?:[^\n;|&]|\|(?!\s*[\w./-]+\s))*$`,
);
const MYSQL = String.raw`(?:mysql|mariadb)\w*`;
const SNMP = String.raw`snmp[a-z]+`;
const ACCOUNTS = commands(
  String.raw`${MYSQL}|curl|wget|docker|podman|helm|psexec|crontab|check[_-](?:mysql|postgresql|pgsql)\w*`,
);
/**
 * Flags whose value is private in some commands only. A `login` is a name, alone or with its
 * password: `name:password`, `name%password`.
 */
export const COMMAND_FLAGS: Readonly<Record<string, readonly [PrivateKind | 'login', RegExp]>> = {
  w: ['password', commands(String.raw`ldap[a-z]+`)],
  c: ['password', commands(SNMP)],
  C: ['password', commands('check_snmp')],
  a: ['password', commands('redis-cli|check_nrpe')],
  k: ['password', commands('openssl +enc')],
  P: ['password', commands(String.raw`zip|unzip|ipmitool|check_\w+|sqlcmd|osql|bcp`)],
  A: ['password', commands(SNMP)],
  X: ['password', commands(SNMP)],
  U: [
    'login',
    commands(
      String.raw`smb\w+|rpcclient|wmic|winexe|psql|pg_\w+|(?:create|drop|vacuum|reindex)db|sqlcmd|osql|bcp|ipmitool`,
    ),
  ],
  u: ['login', ACCOUNTS],
  user: [
    'login',
    commands(
      String.raw`${MYSQL}|curl|wget|docker|podman|helm|check[_-][\w-]+|[a-z]+-plugin-[\w-]+`,
    ),
  ],
  l: ['user', commands('ssh|rlogin')],
  S: ['host', commands('sqlcmd|osql|bcp')],
  b: ['token', commands('curl')],
};
/** Flags of MySQL's programs that may have the value attached, as in `-uroot`. */
export const ATTACHED_FLAGS: Readonly<Record<string, PrivateKind>> = { u: 'user', h: 'host' };
/** A command line of one of MySQL's programs. */
export const ATTACHED_COMMANDS = commands(MYSQL);
/** Japanese labels. Of `APIキー`, only the Japanese part is listed. */
export const LABELS: readonly [PrivateKind, RegExp][] = [
  ['password', /^パス(?:ワード|フレーズ) ?(?:[:：=＝]|は(?= ?「?[!-~]{6})) */],
  ['host', /^(?:コンピューター?|ホスト|サーバー?)名? ?[:：=＝] */],
  ['user', /^(?:ユーザー?(?:名|ID)|アカウント名|ログイン(?:名|ID)) ?[:：=＝] */],
  ['key', /^(?:(?:アクセス|シークレット)?キー|トークン) ?(?:[:：=＝]|は(?= ?「?[!-~]{8})) */],
  ['user', /^ユーザー? ?(?=["'「][\w.\\-]{2,64}["'」])/],
  ['host', /^(?:サーバー?|ホスト) ?(?=[a-z][a-z\d]*(?:-[\w-]*\d|\d\d)[\sでがにのはをと、。])/],
  ['host', /^アカウント ドメイン ?[:：] */],
  ['id', /^(?:マイナンバー|個人番号) ?[:：=＝は]? */],
];
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
  'root admin administrator public shared default ubuntu debian centos rocky almalinux ec2-user vagrant runner linuxbrew nobody daemon system'.split(
    ' ',
  ),
);

/** Programs, besides the product's, that journal lines name after the host. */
export const PROGRAMS = new Set(['systemd', 'kernel', 'sudo', 'CRON', 'cron', 'sshd', 'dockerd']);
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
/** Words of a message after `host:` or `user:`; they name no host and no user. */
export const NOT_NAMES = new Set(
  'unreachable unknown unavailable down up not no none missing required invalid error failed failure found timeout timed refused rejected denied permission connection expected must is field empty unset offline online'.split(
    ' ',
  ),
);
/** Words before a hash that identifies something public or is valid for one run only. */
export const PUBLIC_HASH_LABEL =
  /(?:sha-?\d{1,3}|md5|digest|checksum|commits?|rev|revision|build|hash|etag|trace|span|request|container|image|layer|docker|containerd|libpod|crio|overlay2|pods?|blobs?|trees?|objects?|thumbprint|fingerprint|serial)[ _.-]?(?:id)?["'\s:=@/([-]{1,4}$/i;
