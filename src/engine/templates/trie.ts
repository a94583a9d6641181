/**
 * A radix trie of bytes, which finds the literals at a position.
 *
 * Nodes are flat. A node has a label (a run of bytes in one pool), the number of the literal that
 * ends at it, and its edges in one open-addressed table for the whole trie, keyed by node and byte:
 * one probe per node, however many literals there are. A line that begins with no literal costs
 * only the bytes that it shares with one.
 */
const NONE = -1;

export class Trie {
  /** Where the last walk stopped: at the first byte that continues no literal. */
  stoppedAt = 0;
  readonly #labels: Uint8Array;
  readonly #labelFrom: Int32Array;
  readonly #labelTo: Int32Array;
  /** Number of the literal that ends at a node, or NONE. */
  readonly #literal: Int32Array;
  readonly #edgeKey: Int32Array;
  readonly #edgeNode: Int32Array;
  readonly #mask: number;
  #nodes = 1;

  /** @param literals distinct, with at least one byte each; `walk` returns their indexes */
  constructor(literals: readonly Uint8Array[]) {
    this.#labels = new Uint8Array(literals.reduce((sum, { length }) => sum + length, 0));
    // A literal adds a leaf and splits at most one node.
    const most = 2 * literals.length + 1;
    this.#labelFrom = new Int32Array(most);
    this.#labelTo = new Int32Array(most);
    this.#literal = new Int32Array(most).fill(NONE);
    let size = 16;
    while (size < most * 2) size *= 2;
    this.#mask = size - 1;
    this.#edgeKey = new Int32Array(size).fill(NONE);
    this.#edgeNode = new Int32Array(size);
    let end = 0;
    for (let number = 0; number < literals.length; number++) {
      const literal = literals[number] as Uint8Array;
      this.#labels.set(literal, end);
      this.#insert(end, (end += literal.length), number);
    }
  }

  /**
   * Find the literals at `from`, the shortest first, and write their numbers to the start of
   * `found`.
   *
   * @returns how many were found
   */
  walk(bytes: Uint8Array, from: number, to: number, found: number[]): number {
    let count = 0;
    let node = 0;
    let at = from;
    while (at < to) {
      node = this.#follow(node, bytes[at] as number);
      if (node === 0) break;
      const end = this.#labelTo[node] as number;
      let label = this.#labelFrom[node] as number;
      while (label < end && at < to && this.#labels[label] === bytes[at]) {
        label++;
        at++;
      }
      if (label < end) break;
      const literal = this.#literal[node] as number;
      if (literal !== NONE) found[count++] = literal;
    }
    this.stoppedAt = at;
    return count;
  }

  #follow(node: number, byte: number): number {
    const slot = this.#slotOf(node, byte);
    return this.#edgeKey[slot] === NONE ? 0 : (this.#edgeNode[slot] as number);
  }

  /** Return the slot of an edge, or the free slot for it. */
  #slotOf(node: number, byte: number): number {
    const key = node * 256 + byte;
    let slot = hash(key) & this.#mask;
    while (this.#edgeKey[slot] !== key && this.#edgeKey[slot] !== NONE)
      slot = (slot + 1) & this.#mask;
    return slot;
  }

  /** Insert the literal at `[from, to)` of the pool. */
  #insert(from: number, to: number, number: number): void {
    let node = 0;
    for (let at = from; at < to;) {
      const slot = this.#slotOf(node, this.#labels[at] as number);
      if (this.#edgeKey[slot] === NONE) {
        const leaf = this.#addNode(at, to);
        this.#addEdge(node, leaf);
        this.#literal[leaf] = number;
        return;
      }
      const next = this.#edgeNode[slot] as number;
      const start = this.#labelFrom[next] as number;
      const length = (this.#labelTo[next] as number) - start;
      let shared = 1;
      while (
        shared < length &&
        at + shared < to &&
        this.#labels[start + shared] === this.#labels[at + shared]
      )
        shared++;
      if (shared < length) {
        // The node keeps its edges; the shared part of its label moves to a new node above it.
        const upper = this.#addNode(start, start + shared);
        this.#edgeNode[slot] = upper;
        this.#labelFrom[next] = start + shared;
        this.#addEdge(upper, next);
        node = upper;
      } else {
        node = next;
      }
      at += shared;
    }
    this.#literal[node] = number;
  }

  #addNode(from: number, to: number): number {
    this.#labelFrom[this.#nodes] = from;
    this.#labelTo[this.#nodes] = to;
    return this.#nodes++;
  }

  #addEdge(from: number, to: number): void {
    const byte = this.#labels[this.#labelFrom[to] as number] as number;
    const slot = this.#slotOf(from, byte);
    this.#edgeKey[slot] = from * 256 + byte;
    this.#edgeNode[slot] = to;
  }
}

function hash(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
