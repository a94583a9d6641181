import type { Condition } from './schemas/guide.ts';
/** The languages of code in prose that are highlighted, besides the lines of a log. */
export const CODE_LANGUAGES: readonly string[] =
  'toml ini yaml json xml properties sql sh powershell'.split(' ');

/** The platforms, and ways of running the program, that a command or a step can be for. */
export const OSES = ['linux', 'windows', 'macos', 'docker', 'kubernetes', 'ecs'] as const;

export type Os = (typeof OSES)[number];

/** Return whether a platform is an operating system, not a way of running containers. */
export function isSystem(os: Os): boolean {
  return os === 'linux' || os === 'windows' || os === 'macos';
}

/** An inline node of prose. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'value'; of: string; sample: string }
  | { kind: 'guide'; of: string }
  | { kind: 'entry'; of: string };

/** A block of prose, which pages, reports and the terminal render. */
export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'code'; language: string; text: string }
  | { kind: 'diagram'; of: string }
  /**
   * `of`, `fits`, `sample` and `example` are lists joined by `, `: the holes that values come
   * from, the types that these values must have, the samples in the command that they replace, and
   * other examples in the command that the reader must replace before running it.
   */
  | {
      kind: 'command';
      language: string;
      text: string;
      of?: string;
      fits?: string;
      sample?: string;
      example?: string;
    }
  | CauseBlock
  | StepBlock
  /** A warning with an id, because it does not apply to every log. */
  | { kind: 'warning'; id: string; applies?: Condition; children: Block[] }
  /** A part of a step, or a sign that the fix worked, that does not apply to every log. */
  | { kind: 'only'; id: string; applies?: Condition; children: Block[] }
  | { kind: 'platform'; os: Os; children: Block[] };

/** One of the causes of a guide's fault. */
export interface CauseBlock {
  kind: 'cause';
  id: string;
  title: string;
  /** What a report says if the log proves this cause, with the log's values for its `{holes}`. */
  verdict?: string;
  /** The ids of the steps that fix this cause, in order. */
  steps?: string[];
  children: Block[];
}

/** One step of a fix; without a condition it always applies. */
export interface StepBlock {
  kind: 'step';
  id: string;
  title: string;
  applies?: Condition;
  /**
   * In a report: whether to show only the title, because an earlier step may make this one
   * unnecessary.
   */
  isFolded?: true;
  /**
   * In a report: the findings that prove its causes, if other findings of the evidence prove other
   * causes.
   */
  findings?: number[];
  children: Block[];
}

/** The parts of an entry, in the order in which they are written. */
export const ENTRY_PARTS = ['When', 'Do', 'Apart'] as const;

/** The parts of a guide, in the order in which they are written. */
export const GUIDE_PARTS = ['Signs', 'Causes', 'Fix', 'Verify', 'Dont', 'Send'] as const;

export type PartName = (typeof ENTRY_PARTS)[number] | (typeof GUIDE_PARTS)[number];

export interface Part {
  name: PartName;
  blocks: Block[];
}
