/** Recognizes messages about the program's lifetime. */
import { type Chain, captureOf } from '../chains/chain-links.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import type { Milestone } from './program-lifetime.ts';

/** The events in the program's lifetime that a message reports. */
export interface LifecycleEvent {
  milestones: Milestone[];
  /** Whether the program's start begins with this line. */
  isStart: boolean;
  version: string | null;
}

/** Recognizes the messages of a product that report such events. */
export class LifecycleEvents {
  readonly #product: CompiledProduct;
  readonly #entries: ReadonlySet<string>;

  constructor(product: CompiledProduct) {
    this.#product = product;
    this.#entries = new Set([
      ...Object.values(product.milestones).flat(),
      ...(product.version ? [product.version.entry, product.version.printed ?? ''] : []),
    ]);
  }

  /** Return whether a chain contains a milestone or the version. */
  holdsMilestone(chain: Chain): boolean {
    for (let link: Chain | null = chain; link; link = link.isBelowForeign ? null : link.below)
      if (this.#entries.has(link.rule.entry.id)) return true;
    return false;
  }

  /** Read the events that a chain reports. */
  readEvents(chain: Chain): LifecycleEvent {
    const { milestones, version } = this.#product;
    const { ends, 'at-start': atStart } = chain.rule.entry;
    const events: LifecycleEvent = {
      milestones: [],
      isStart: false,
      version: null,
    };
    if (ends === 'program' && atStart) events.milestones.push('starting');
    if (ends === 'program') events.milestones.push('ended');
    for (let link: Chain | null = chain; link; link = link.isBelowForeign ? null : link.below) {
      const { id } = link.rule.entry;
      if (id === milestones.starting) {
        events.milestones.push('starting');
        events.isStart = true;
      }
      if (milestones.trying.includes(id)) events.milestones.push('trying');
      if (id === milestones.started) events.milestones.push('started');
      if (milestones.stopping.includes(id)) events.milestones.push('stopping');
      if (milestones.restarting.includes(id)) events.milestones.push('restarting');
      if (!version || (id !== version.entry && id !== version.printed)) continue;
      const hole = link.rule.holes.findIndex(({ name }) => name === version.hole);
      // A version at the end of a truncated text may be incomplete: 0.72.1 may be 0.72.15.
      if (!chain.isTruncated || link.spans[2 * hole + 1] !== link.end)
        events.version = captureOf(link, hole) ?? events.version;
    }
    return events;
  }
}
