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
      entryTitle(id: string): string;
      /** Platforms that the page's steps tell apart. */
      platforms: string[];
    };
  }
}
