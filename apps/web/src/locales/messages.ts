import type { en } from './en/index.ts';

/** Languages differ in how many plural forms they have: only `_other` is needed everywhere. */
type SomePlural = `${string}_${'zero' | 'one' | 'two' | 'few' | 'many'}`;

type Translated<Source> = {
  [Key in keyof Source as Key extends SomePlural ? never : Key]: Source[Key] extends string
    ? string
    : Translated<Source[Key]>;
} & { [Key in keyof Source as Key extends SomePlural ? Key : never]?: string };

/** All texts of one language; a missing one does not compile. */
export type Messages = Translated<typeof en>;
