/// <reference types="astro/client" />

declare namespace astroHTML.JSX {
  interface InputHTMLAttributes {
    /** In browsers, not yet in Astro's types. */
    writingsuggestions?: 'true' | 'false';
  }
}

declare namespace App {
  interface Locals {
    /** What the components inside MDX need to know of the page that they stand on. */
    prose: {
      lang: 'en' | 'ja';
      diagram(slug: string): import('./schemas/diagram.ts').DiagramYaml | undefined;
      guideTitle(slug: string): string;
      /** Its title inside a sentence. */
      guideName(slug: string): string;
      entryTitle(id: string): string;
      /** Platforms that the page's steps tell apart. */
      platforms: string[];
    };
  }
}

interface Document {
  /** What was pasted into the search box before its script was there, with its line breaks; src/layouts/inline.js keeps it in memory. */
  pasted?: string;
}
