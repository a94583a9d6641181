import type { Language } from './language.ts';

const learners: ((language: Language) => Promise<void>)[] = [];

/** Load what is said in a language; in a browser in the page's only, so that nobody loads what they cannot read. */
export async function ofPage<Said>(
  load: Record<Language, () => Promise<Said>>,
): Promise<Record<Language, Said>> {
  const said: Partial<Record<Language, Said>> = {};
  const learnOne = async (language: Language): Promise<void> => {
    said[language] ??= await load[language]();
  };
  learners.push(learnOne);
  // A terminal and the build may need each.
  const page = (globalThis as { document?: { documentElement: { lang: string } } }).document;
  await Promise.all(
    (Object.keys(load) as Language[])
      .filter((language) => !page || language === page.documentElement.lang)
      .map(learnOne),
  );
  return said as Record<Language, Said>;
}

/** Load all that is said by now in another language too, for a page that is about to speak it. */
export async function learn(language: Language): Promise<void> {
  await Promise.all(learners.map((learnOne) => learnOne(language)));
}
