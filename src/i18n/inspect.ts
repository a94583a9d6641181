import type { ConfigProblem, Effect, Kind, ServiceInspection } from '../inspect/index.ts';
import type { Piece } from './piece.ts';

/** What is said of configurations and outputs of commands, in both languages. Sizes come as text. */
export interface InspectText {
  /** The verdict where nothing has to be done; a log has its own words. */
  healthy: Record<Exclude<Kind, 'log'>, string>;
  /** The verdict where what is no log says neither. */
  undecided: string;
  config: {
    title(file: string): string;
    good(plugins: { metrics: number; checks: number; metadata: number }): string;
    count(problems: number): string;
    /** The file could not be looked at to its end. */
    cut: string;
    /** The parser of this site stumbles where the agent's may not. */
    unsure: string;
    line(line: number): string;
    write: string;
    effect: Record<Effect, string>;
    /** The verdict: the worst fault, and what becomes of the agent. */
    at(line: number, sentence: string, file: string | null): string;
    costs: Record<Exclude<Effect, 'note'>, string>;
    checksOnly: string;
    keyHidden: string;
  };
  problem(problem: ConfigProblem): Piece[];
  configtest: { title: string; passed: string; failed: string; checks: string };
  service: {
    title(unit: string): string;
    now(service: Pick<ServiceInspection, 'manager' | 'state' | 'since' | 'exit'>): string;
    /** The verdict where it is down, and nothing says why. */
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
    /** Why free shows another number, where the kernel names MemAvailable and where not. */
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
    /** The verdict where nothing is left. */
    full(device: string, mount: string): string;
    size: string;
    only: string;
    errors: string;
    human: string;
  };
}
