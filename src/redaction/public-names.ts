import { parseTemplate } from '../engine/templates/template.ts';
import type { Catalog } from '../model/catalog.ts';
import { COMMON_USERS } from './secret-names.ts';

/** Names that reveal nothing because they belong to the products. */
export interface PublicNames {
  programs: ReadonlySet<string>;
  /** Host names; the names below them are public too. */
  hosts: readonly string[];
  /** Words of their messages, in lower case. */
  words: ReadonlySet<string>;
  /** User names that reveal nothing. */
  users: ReadonlySet<string>;
  /** Matches what is in front of a version of four numbers. */
  versioned: RegExp;
}

/** For texts in which only secrets are searched for. */
export const NO_PUBLIC_NAMES: PublicNames = {
  programs: new Set(),
  hosts: [],
  words: new Set(),
  users: COMMON_USERS,
  versioned: versionedBy([]),
};

const NAMES = new WeakMap<Catalog, PublicNames>();
/** Common folder names, which are never private even if a user or a host has the same name. */
const FOLDERS =
  'var etc opt usr run lib log logs bin sbin tmp mail spool local share home root proc dev sys conf plugins users windows system32 program files programdata'.split(
    ' ',
  );

/** Collect the public names of a catalog's products. */
export function publicNames(catalog: Catalog): PublicNames {
  const known = NAMES.get(catalog);
  if (known) return known;
  const programs = catalog.products.flatMap((product) => product.programs);
  const names = {
    programs: new Set(programs),
    hosts: catalog.products.flatMap((product) => product['public-hosts'] ?? []),
    words: wordsOf(catalog),
    users: new Set([...COMMON_USERS, ...programs, ...catalog.formats.accounts]),
    versioned: versionedBy(catalog.formats.software),
  };
  NAMES.set(catalog, names);
  return names;
}

/**
 * Match what is in front of a version of four numbers, which may have more parts:
 * `linux-image-5.15.0.91`.
 */
function versionedBy(software: readonly string[]): RegExp {
  const names = ['lib[a-z]+\\d*', 'linux', 'kernel', 'windows', 'release', 'version', ...software];
  const words =
    'version|revision|release|build|kernel|jdk|jre|powershell|clr|openssl|php|python|java';
  return new RegExp(
    `(?:${words})[:=]? ?v?$|(?:^|[^a-z])(?:${names.join('|')})(?:-[a-z]+)*[-/_]v?$`,
    'i',
  );
}

/** Collect the words of a catalog's messages and evidence. */
function wordsOf(catalog: Catalog): ReadonlySet<string> {
  const literals = catalog.entries.flatMap((entry) =>
    entry.templates.flatMap(({ text }) =>
      parseTemplate(text).filter((part) => typeof part === 'string'),
    ),
  );
  const wanted = catalog.guides.flatMap((guide) =>
    guide.evidence.flatMap(({ where, 'where-not': whereNot }) =>
      [where, whereNot].flatMap((holes) => Object.values(holes ?? {}).flat()),
    ),
  );
  const programs = catalog.products.flatMap((product) => [product.id, ...product.programs]);
  const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
  const tags = catalog.entries.flatMap((entry) => entry.templates.flatMap(({ tag }) => tag ?? []));
  const words = [...literals, ...tags, ...wanted].flatMap((text) => [
    text,
    ...text.split(/[^\w.-]+/),
    ...text.split(/[^A-Z0-9]+/i),
  ]);
  return new Set([...words, ...programs, ...levels, ...FOLDERS].map((word) => word.toLowerCase()));
}
