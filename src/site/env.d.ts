/// <reference types="astro/client" />

declare namespace astroHTML.JSX {
  interface InputHTMLAttributes {
    /** Supported by browsers, but missing in Astro's types. */
    writingsuggestions?: 'true' | 'false';
  }
}

declare namespace App {
  interface Locals {
    /** Data about the page for the components of its prose. */
    prose: {
      lang: import('../model/languages.ts').Language;
      diagram(slug: string): import('../model/schemas/diagram.ts').DiagramYaml | undefined;
      guideTitle(slug: string): string;
      /** The guide's title as written within a sentence. */
      guideName(slug: string): string;
      entryTitle(id: string): string;
      /** The steps that fix a cause of the page's guide, in order. */
      stepsOf(cause: string): { id: string; title: string }[];
      /** The causes that need a step; empty if they are many or if the step tells them apart. */
      causesOf(step: string): { id: string; title: string }[];
    };
  }
}

interface Document {
  /**
   * Text, with its line breaks, that was pasted into the search box before its script loaded;
   * src/site/layouts/early-script.js keeps it in memory.
   */
  pasted?: string;
}
