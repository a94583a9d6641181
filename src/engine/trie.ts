/**
 * A radix trie on bytes: which of many literals stand at a place.
 *
 * Nodes are flat. A node has a label (a run of bytes in one pool), the numbers of the literals that end at it, and its edges in one
 * open-addressed table for the whole trie, keyed by node and byte: one probe a node, whatever the number of literals. A line that no
 * literal begins like costs the bytes that it shares with one.
 */
interface Building {
  label: Uint8Array;
  values: number[];
  next: Map<number, Building>;
}

export class Trie {
  /** Where the last walk stopped: the first byte that no literal goes on with. */
  stopped = 0;
  readonly #labels: Uint8Array;
  readonly #labelFrom: Int32Array;
  readonly #labelTo: Int32Array;
  readonly #values: (readonly number[] | null)[];
  readonly #edgeKey: Int32Array;
  readonly #edgeNode: Int32Array;
  readonly #mask: number;

  /** @param literals at least one byte each; their numbers are what `walk` finds */
  constructor(literals: readonly Uint8Array[]) {
    const root: Building = { label: new Uint8Array(0), values: [], next: new Map() };
    literals.forEach((literal, value) => insert(root, literal, value));
    const nodes: Building[] = [root];
    const edges: [number, number, number][] = [];
    for (let at = 0; at < nodes.length; at++) {
      for (const [byte, next] of (nodes[at] as Building).next) {
        edges.push([at, byte, nodes.length]);
        nodes.push(next);
      }
    }
    this.#labels = new Uint8Array(nodes.reduce((sum, { label }) => sum + label.length, 0));
    this.#labelFrom = new Int32Array(nodes.length);
    this.#labelTo = new Int32Array(nodes.length);
    this.#values = nodes.map(({ values }) => (values.length > 0 ? values : null));
    let end = 0;
    nodes.forEach(({ label }, node) => {
      this.#labels.set(label, end);
      this.#labelFrom[node] = end;
      this.#labelTo[node] = end += label.length;
    });
    let size = 16;
    while (size < edges.length * 3) size *= 2;
    this.#mask = size - 1;
    this.#edgeKey = new Int32Array(size).fill(-1);
    this.#edgeNode = new Int32Array(size);
    for (const [from, byte, to] of edges) {
      const key = from * 256 + byte;
      let slot = hash(key) & this.#mask;
      while (this.#edgeKey[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#edgeKey[slot] = key;
      this.#edgeNode[slot] = to;
    }
  }

  /** Find the literals that stand at `from`, the shortest first: their numbers go to `found`, from its beginning. @returns how many */
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
      const values = this.#values[node];
      if (values) for (let index = 0; index < values.length; index++) found[count++] = values[index] as number;
    }
    this.stopped = at;
    return count;
  }

  #follow(node: number, byte: number): number {
    const key = node * 256 + byte;
    for (let slot = hash(key) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const there = this.#edgeKey[slot];
      if (there === key) return this.#edgeNode[slot] as number;
      if (there === -1) return 0;
    }
  }
}

function hash(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function insert(root: Building, literal: Uint8Array, value: number): void {
  let node = root;
  for (let at = 0; at < literal.length; ) {
    const byte = literal[at] as number;
    const next = node.next.get(byte);
    if (!next) {
      const leaf: Building = { label: literal.subarray(at), values: [value], next: new Map() };
      node.next.set(byte, leaf);
      return;
    }
    let shared = 1;
    while (shared < next.label.length && at + shared < literal.length && next.label[shared] === literal[at + shared]) shared++;
    if (shared < next.label.length) {
      const upper: Building = { label: next.label.subarray(0, shared), values: [], next: new Map([[next.label[shared] as number, next]]) };
      next.label = next.label.subarray(shared);
      node.next.set(byte, upper);
      node = upper;
    } else {
      node = next;
    }
    at += shared;
  }
  node.values.push(value);
}
