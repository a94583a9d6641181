import type { ConfigProblem, PasteKind, ServiceInspection } from '../intake/index.ts';
import type { FaultEffect } from '../model/inspection.ts';
import type { SentencePiece } from './sentence-piece.ts';

/** Text about configurations and command outputs. Sizes are already formatted. */
export interface InspectText {
  /** The verdict if there is nothing to do; logs have their own text. */
  healthy: Record<Exclude<PasteKind, 'log'>, string>;
  /** The verdict on input other than a log from which nothing can be concluded. */
  undecided: string;
  config: {
    title(file: string): string;
    good(plugins: { metrics: number; checks: number; metadata: number }): string;
    count(problems: number): string;
    /** The file could not be checked to its end. */
    cut: string;
    /** This site's parser failed, but the agent's may not. */
    unsure: string;
    line(line: number): string;
    write: string;
    effect: Record<FaultEffect, string>;
    /** The verdict on a configuration: its worst fault, whose effect on the agent is in `costs`. */
    at(line: number, sentence: string, file: string | null): string;
    costs: Record<Exclude<FaultEffect, 'note'>, string>;
    checksOnly: string;
    keyHidden: string;
  };
  problem(problem: ConfigProblem): SentencePiece[];
  configtest: { title: string; passed: string; failed: string; checks: string };
  service: {
    title(unit: string): string;
    now(service: Pick<ServiceInspection, 'manager' | 'state' | 'since' | 'exit'>): string;
    /** The verdict if the service is down for an unknown reason. */
    down: string;
    noRestart: string;
    notFound: string;
    masked: string;
    disabled: string;
    /** Windows has no such service. */
    notInstalled: string;
    asAdministrator: string;
  };
  memory: {
    title: string;
    figures: string;
    metric: string;
    value: string;
    share: string;
    howNew: string;
    howOld: string;
    /** Why `free` shows another number: for kernels with MemAvailable, and for older ones. */
    freeNew: string;
    freeOld: string;
    version: string;
    picture(parts: string): string;
    parts: Record<'used' | 'available' | 'free' | 'buffers' | 'cached', string>;
  };
  disk: {
    title: string;
    table: { device: string; percent: string; used: string; size: string; mount: string };
    notPosted: string;
    fullest(device: string, percent: string): string;
    /** The verdict if no space is left. */
    full(device: string, mount: string): string;
    size: string;
    only: string;
    errors: string;
    human: string;
  };
}
