declare module 'negotiator' {
  /** Negotiates the encoding. The published types lack the `preferred` option. */
  export default class Negotiator {
    constructor(request: { headers: NodeJS.Dict<string | string[]> });
    encoding(
      available: readonly string[],
      options: { preferred: readonly string[] },
    ): string | undefined;
  }
}
